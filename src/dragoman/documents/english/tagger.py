"""Parts of speech and lemmas of English words, from a lexicon and their neighbours.

Method after Brill (1992): start from each word's most frequent tag, then let context overrule. The rules
(see ``mending``) are our own and cover what event coding needs.
"""

from __future__ import annotations

from functools import lru_cache

from dragoman.documents.english import bounds, words
from dragoman.documents.english.lemmas import lemma, verb_like
from dragoman.documents.english.mending import mend
from dragoman.documents.english.names import title_case
from dragoman.documents.english.rows import Row
from dragoman.documents.genders import given_names
from dragoman.text import fold
from dragoman.types import Span, Token

_PENN = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "RP": "ADP", "IN": "ADP", "TO": "PART", "DT": "DET",
    "PDT": "DET", "CC": "CCONJ", "CD": "NUM", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON",
    "WDT": "PRON", "WRB": "SCONJ", "MD": "AUX", "UH": "INTJ", "EX": "PRON", "FW": "X", "SYM": "SYM",
    "VB": "VERB", "VBP": "VERB", "VBZ": "VERB", "VBD": "VERB", "VBN": "VERB", "VBG": "VERB", "POS": "PART",
}  # fmt: skip
_FORMS = {"VB": "inf", "VBP": "fin", "VBZ": "fin", "VBD": "past", "VBN": "part", "VBG": "ger"}
_DASH = "—"
_SINGLE = frozenset({"'", "‘", "’"})
_QUOTED = 8  # words that single marks may hold


@lru_cache(maxsize=65536)
def guess(word: str) -> str:
    """The most frequent Penn tag of ``word``; capitals, digits and endings decide for unknown words."""
    tags = words.lexicon()
    found = tags.get(word) or tags.get(word.lower())
    if found and not (word[:1].isupper() and found in ("NNP", "NNPS")):
        return found
    return found or _by_shape(word)


def _by_shape(word: str) -> str:
    if word[:1].isdigit():
        return "CD"
    if not word[:1].isalnum() and not word[:1] == "'":
        return "PUNCT"
    if word[:1].isupper():
        return "NNP"
    return "VBD" if _unlisted_past(word) else _by_ending(word)


def _unlisted_past(word: str) -> bool:
    """Whether a word outside the lexicon is a past tense that no ending shows: retook, overthrew, outran."""
    base = lemma(word, False)
    return base != word and not word.endswith(("s", "ing", "er", "est")) and base in verb_like()


def _by_ending(word: str) -> str:
    endings = (
        ("ing", "VBG"), ("ed", "VBN"), ("ly", "RB"), ("ous", "JJ"), ("ive", "JJ"), ("able", "JJ"),
        ("ible", "JJ"), ("ise", "VB"), ("ize", "VB"), ("less", "JJ"), ("ful", "JJ"), ("ary", "JJ"),
        ("ic", "JJ"), ("al", "JJ"), ("ss", "NN"), ("us", "NN"), ("s", "NNS"),
    )  # fmt: skip
    return next((penn for ending, penn in endings if word.endswith(ending) and len(word) > 4), "NN")


def tag(pieces: list[tuple[Span, str]]) -> tuple[Token, ...]:
    """Tokens with tag, form and lemma for the pieces (span, text) of one sentence."""
    written = [text for _, text in pieces]
    row = _first(written, [_norm(pieces, at) for at in range(len(pieces))])
    for at in _single_quotes(pieces):
        row.set(at, "PUNCT")
    for at in range(len(pieces)):
        mend(row, at)
    return tuple(
        Token(
            span=span,
            text=text,
            norm=row.norms[at],
            lemma=lemma(row.norms[at], row.tags[at] in ("VERB", "AUX")),
            tag=row.tags[at],
            form=row.forms[at],
        )
        for at, (span, text) in enumerate(pieces)
    )


def _norm(pieces: list[tuple[Span, str]], at: int) -> str:
    """The folded word; a hyphen between spaces is a dash: London - which is far - said."""
    span, text = pieces[at]
    norm = "".join(fold(text).split())
    if norm != "-" or not 0 < at < len(pieces) - 1:
        return norm
    apart = pieces[at - 1][0].stop < span.start and span.stop < pieces[at + 1][0].start
    return _DASH if apart else norm


def _single_quotes(pieces: list[tuple[Span, str]]) -> list[int]:
    """Where single marks open and close a word or a few: 'decisive'; a possessive has no mark before it."""
    found: list[int] = []
    opened = -_QUOTED
    for at, (span, text) in enumerate(pieces):
        if text not in _SINGLE:
            continue
        apart = at == 0 or pieces[at - 1][0].stop < span.start
        if apart and at + 1 < len(pieces) and pieces[at + 1][0].start == span.stop:
            opened = at
        elif not apart and opened < at <= opened + _QUOTED:
            found.extend((opened, at))
            opened = -_QUOTED
    return found


def _first(written: list[str], norms: list[str]) -> Row:
    """Every word's most frequent tag; capitals mean a name except where all words have one."""
    row = Row(norms=norms)
    shouted = not any(word.islower() for word in written)
    headline = title_case(written)
    for at, (text, norm) in enumerate(zip(written, norms, strict=True)):
        inside = text[:1].isupper() and at > 0 and (row.tags[-1] != "PUNCT" or written[at - 1] == "-")
        named = not shouted and (_acronym(text, norm) or (inside and norm in ("may", "will")))
        upos = "PROPN" if named and not headline else _closed(norm)
        penn = "" if upos else guess(text if inside and not headline else _uncapitalised(text))
        capital = (inside and not (headline and _uncapitalised(text) != text)) or _inner_capital(text)
        if capital and not upos and _PENN.get(penn) != "NUM" and not shouted:
            upos = "PROPN"
        row.tags.append(upos or _PENN.get(penn, "PUNCT"))
        row.forms.append(_auxiliary_form(norm) if upos == "AUX" else "" if upos else _FORMS.get(penn, ""))
    for at in bounds.find(row):
        row.set(at, "ADV")
    return row


def _auxiliary_form(norm: str) -> str:
    """``past`` or ``fin`` for a finite auxiliary, "" for be and been."""
    if norm in ("was", "were", "had", "did", "would", "could", "might", "wasn", "weren", "hadn", "didn"):
        return "past"
    return "" if norm in ("be", "been", "being", "having") else "fin"


def _inner_capital(text: str) -> bool:
    return text.lower()[1:] != text[1:]


def _acronym(text: str, norm: str) -> bool:
    """A function word in capitals among others is a name: US, IS, WHO."""
    return len(text) > 1 and text.isupper() and text.isalpha() and norm in ("us", "is", "who", "it")


def _uncapitalised(text: str) -> str:
    """The word without the capital that its place gives it, where the lexicon has it so."""
    known = words.lexicon().get(text.lower())
    ordinary = known and not known.startswith("NNP") and text.lower() not in given_names()
    return text.lower() if ordinary else text


@lru_cache(maxsize=8192)
def _closed(norm: str) -> str:
    if norm.isdecimal():
        return "NUM"  # the lexicon has some digits as what they are written for: 4 for "for"
    lists = words.load()
    table = (
        (lists.negations - {"no", "neither", "nor", "without"}, "PART"),
        (lists.modals | lists.be | lists.have | lists.do, "AUX"),
        (frozenset({"to"}), "PART"),
        (lists.possessives | lists.pronouns, "PRON"),
        (lists.determiners - {"that"}, "DET"),
        (lists.coordinators, "CCONJ"),
        (lists.subordinators, "SCONJ"),
        (lists.prepositions, "ADP"),
        (frozenset({"today", "yesterday", "tomorrow"}), "NOUN"),
        (lists.adverbs, "ADV"),
    )
    return next((upos for members, upos in table if norm in members), "")
