"""Where a person's name begins and ends in a row of Arabic tokens.

A name is a run of known parts of names, unknown words, particles with what they govern (بن سالم, آل سعود,
عبد الله) and at the end a surname with the article. Ordinary words, verbs, particles and punctuation end it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.documents.arabic import forms, lexicon, words
from dragoman.types import Token

_CLOSED = frozenset({"ADP", "CCONJ", "SCONJ", "PART", "DET", "PRON", "NUM", "ADV", "AUX", "PUNCT", "SYM"})
_LONGEST = 8
_RELATIONAL = ("ي", "اوي", "اني")


def kind(token: Token) -> str:
    """What the token is as a part of a name: sure, doubtful, part, or "" where it is none."""
    if token.tag in _CLOSED or token.norm in words.folded("name_particles"):
        return ""
    known = words.folded_names().get(token.norm, "")
    return "doubtful" if known == "sure" and token.norm in words.folded("places") else known


def kind_at(tokens: Sequence[Token], at: int) -> str:
    """The same for the token at ``at``; "" beyond the end."""
    return kind(tokens[at]) if at < len(tokens) else ""


def begins(tokens: Sequence[Token], at: int, taken: Collection[int], titled: bool) -> bool:
    """Whether a name begins at ``at``.

    Args:
        tokens: the sentence.
        at: index of the token.
        taken: indices that belong to names of countries, bodies and titles.
        titled: whether a title or rank goes just before, so that less proof is needed.
    """
    if at >= len(tokens) or at in taken or _has_pronoun(tokens, at):
        return False
    token = tokens[at]
    if token.norm in words.folded("name_endings") or token.norm == "بن":
        return False
    if token.norm in words.folded("name_particles"):
        return at + 1 < len(tokens) and _after_particle(tokens, at, titled)
    known = kind(token)
    if known == "sure":
        return titled or _goes_on(tokens, at + 1, taken)
    if known in {"doubtful", "part"}:
        return titled or _goes_on(tokens, at + 1, taken, sure=True)
    if titled:
        return _unknown(token) or _fathered(tokens, at)
    return _fathered(tokens, at) and kind_at(tokens, at + 2) == "sure"


def _goes_before(last: Token, titled: bool) -> bool:
    """Whether a word after ``last`` can be a name though it reads as a verb: عبد الله صالح."""
    known = kind(last) == "sure" or last.norm in words.folded("name_endings")
    return known or (titled and last.tag == "PROPN")


def _fathered(tokens: Sequence[Token], at: int) -> bool:
    """Whether بن or الله follows a word that may well be a name: عاطي بن عطية, ذبيح الله."""
    if at + 1 >= len(tokens) or tokens[at].tag in {"VERB", *_CLOSED}:
        return False
    if tokens[at].norm.startswith("ال"):
        return False
    return tokens[at + 1].norm in {"بن", "ابن", "بنت", *words.folded("name_endings")}


def _after_particle(tokens: Sequence[Token], at: int, titled: bool) -> bool:
    """أبو بكر, عبد الله: the particle and a noun; without a title only before a known name."""
    after = tokens[at + 1]
    if tokens[at].norm == "عبد":
        return after.norm.startswith("ال") or after.norm == "ربه"
    if tokens[at].tag in _CLOSED or after.tag in _CLOSED:
        return False
    return kind(after) != "" or (titled and after.tag == "PROPN")


def _goes_on(tokens: Sequence[Token], at: int, taken: Collection[int], sure: bool = False) -> bool:
    """Whether what follows a given name can be more of the name."""
    if at >= len(tokens) or at in taken:
        return False
    token = tokens[at]
    if token.norm in {"بن", "ابن", "الدين"} or (
        token.norm in words.folded("name_particles") and token.tag not in _CLOSED
    ):
        return True
    known = kind(token)
    if sure:
        return known in {"sure", "part"} or _stranger(token) or (_unknown(token) and _said(tokens, at - 2))
    return known != "" or _unknown(token) or _surname(token, titled=False)


def _unknown(token: Token) -> bool:
    return (
        token.tag == "PROPN" and not token.norm.startswith("ال") and token.norm not in words.folded("places")
    )


def _surname(token: Token, titled: bool) -> bool:
    """Whether a word with the article can be a surname: المالكي, المهيزع, الفيصل."""
    if not token.norm.startswith("ال") or len(token.norm) < 5 or token.tag in {"VERB", *_CLOSED}:
        return False
    if token.norm in words.folded("modifiers") or token.norm in words.folded("places"):
        return False
    bare = token.norm[2:]
    if bare in words.folded_names() or bare in words.folded("ranks") or bare.endswith(_RELATIONAL) or titled:
        return True
    return not lexicon.noun(bare) and not lexicon.noun(token.norm)


def surname(token: Token) -> bool:
    """Whether the word with the article can only be a surname."""
    return _surname(token, titled=False) and not lexicon.noun(token.norm)


def _said(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb of speech stands at ``at``, after which somebody is named."""
    return at >= 0 and tokens[at].tag == "VERB" and tokens[at].lemma in words.folded("speech_verbs")


def _stranger(token: Token) -> bool:
    """Whether a word with the article is known to no list, and so can only be a surname: الخزيم."""
    return _surname(token, titled=False) and not lexicon.noun(token.norm) and not token.norm.endswith("ية")


def end(tokens: Sequence[Token], start: int, taken: Collection[int], titled: bool) -> int:
    """Where the name that begins at ``start`` ends (exclusive)."""
    at = start
    while at < len(tokens) and at - start < _LONGEST and at not in taken:
        step = _step(tokens, at, start, titled, taken)
        if not step:
            break
        at += step
        if tokens[at - 1].norm.startswith("ال") and at - start > 1 and not _joined(tokens, at, taken):
            break
    return at


def _joined(tokens: Sequence[Token], at: int, taken: Collection[int]) -> bool:
    """Whether the name goes on after a word with the article: العلي النعيم, الدين ربيع, عبد الله بن سعود."""
    if at >= len(tokens) or at in taken:
        return False
    token, last = tokens[at], tokens[at - 1]
    if last.norm in words.folded("name_endings") or tokens[at - 2].norm == "عبد":
        return True
    if token.norm in words.folded("name_particles") and token.tag not in _CLOSED:
        return True
    return _surname(token, titled=False) and not lexicon.noun(token.norm[2:])


def _step(tokens: Sequence[Token], at: int, start: int, titled: bool, taken: Collection[int]) -> int:
    """How many tokens go on the name at ``at``; 0 where it ends."""
    token = tokens[at]
    if _has_pronoun(tokens, at) or (token.norm == "ام" and at > start):
        return 0
    if token.norm in words.folded("name_particles") and at + 1 < len(tokens):
        return 2 if tokens[at + 1].tag not in {"PUNCT", "SYM", "CCONJ"} else 0
    if _given(tokens, at, start, titled) or _unknown(token) or _fathered(tokens, at):
        return 1
    if titled and _last(tokens, at, start, taken):
        return 1
    return 1 if at > start and _definite(tokens, at, start, titled) else 0


def _given(tokens: Sequence[Token], at: int, start: int, titled: bool) -> bool:
    """Whether a known part of names stands at ``at`` and is no verb there."""
    token = tokens[at]
    begun = titled if at == start else _goes_before(tokens[at - 1], titled)
    return kind(token) == "sure" or (kind(token) != "" and (token.tag != "VERB" or begun))


def _definite(tokens: Sequence[Token], at: int, start: int, titled: bool) -> bool:
    """Whether the word with the article at ``at`` goes on the name: الدين, الجمعة, الثاني, المالكي."""
    token, before = tokens[at], kind(tokens[at - 1])
    if token.norm in words.folded("name_endings"):
        return True
    if token.norm in words.folded("weekdays"):
        return titled and before in {"sure", "doubtful"}
    if titled and token.norm in words.folded("regnal"):
        return before != "part"
    return _surname(token, titled and _may_end(tokens, at, start))


def _may_end(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Whether an ordinary word with the article can be the surname here: الأمير خالد الفيصل."""
    norm = tokens[at].norm
    if norm.endswith("ة") or norm[2:] in forms.masdars():
        return False
    first = at == start + 1 or tokens[at - 2].norm in {"بن", "ابن", "عبد"}
    return first and (kind(tokens[at - 1]) in {"sure", "doubtful"} or tokens[at - 2].norm == "عبد")


def _last(tokens: Sequence[Token], at: int, start: int, taken: Collection[int]) -> bool:
    """Whether an ordinary noun ends a name that a title and a given name began: الفنانة فاتن حمامة."""
    token = tokens[at]
    if at == start or kind(tokens[at - 1]) == "" or token.tag not in {"NOUN", "ADJ"}:
        return False
    if token.norm.startswith("ال") or token.norm.endswith("ا") or len(token.norm) < 3:
        return False
    if at + 1 == len(tokens) or at + 1 in taken:
        return True
    if tokens[at + 1].norm.startswith("ال") and tokens[at + 1].norm.endswith(_RELATIONAL):
        return _surname(tokens[at + 1], titled=False)  # محمد مغرم الهلالي
    return tokens[at + 1].tag in {"PUNCT", "VERB", "AUX", "SCONJ", "PART", "CCONJ", "ADP"}


def _has_pronoun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a pronoun is written on the token, which no name bears."""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    return after.tag == "PRON" and after.span.start == tokens[at].span.stop
