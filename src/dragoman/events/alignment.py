"""Where the further words of a trigger stand, given its first: nearest first, with a way back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.documents.subjects import subject, without_object
from dragoman.events.codebook import GAP
from dragoman.types import Clauses, Grammar, Token

_GAP_WORDS = 10  # words that ``_`` may stand for; a mention counts as one
_BETWEEN = 4  # words of a noun phrase between two words of a trigger
_CHUNKS = 12  # phrases behind a verb that comes first
_FARTHEST = 30  # tokens, whatever they count
_FILLING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADV", "PUNCT", "CCONJ"})
_FUNCTION = frozenset({"ADP", "PART", "SCONJ"})
_COMMAS = ",،"
_ENDING = frozenset('.;"“”„«»')


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The tokens that stand for a trigger's words, and a token of ``_`` if it has one."""

    tokens: tuple[int, ...]
    gap: int | None = None


def align(clauses: Clauses, head: int, words: Sequence[frozenset[str]], *, passive: bool) -> Alignment | None:
    """The tightest row of tokens behind ``head`` for ``words``; in a passive a noun may stand before it."""
    return _rest(clauses, head + 1, words, Alignment(tokens=(head,)), passive)


def _rest(
    clauses: Clauses, here: int, words: Sequence[frozenset[str]], done: Alignment, passive: bool
) -> Alignment | None:
    if not words:
        return done
    if GAP in words[0]:
        return _over_gap(clauses, here, words[1:], done, passive)
    for at in (*_places(clauses, here, words[0], _BETWEEN), *_behind_subject(clauses, done, words[0])):
        if not passive and _sender(clauses, done.tokens[0], at):
            continue
        found = _rest(clauses, at + 1, words[1:], replace(done, tokens=(*done.tokens, at)), passive)
        if found:
            return found
    return _before(clauses, here, words, done) if passive else None


def _sender(clauses: Clauses, verb: int, at: int) -> bool:
    """Whether the token names who sends, not whom or what: وجه *الجيش* رسالة."""
    if clauses.tokens[verb].lemma not in clauses.grammar.sending or clauses.tokens[verb].tag != "VERB":
        return False
    row = subject(clauses, clauses.at[verb])
    inside = bool(row) and row[0].mentions and row[0].start <= at < row[0].stop
    return bool(inside) and not without_object(clauses, clauses.at[verb])


def _before(
    clauses: Clauses, here: int, words: Sequence[frozenset[str]], done: Alignment
) -> Alignment | None:
    at = _seek_back(clauses, done.tokens[0], words[0])
    if at is None:
        return None
    return _rest(clauses, here, words[1:], replace(done, tokens=(*done.tokens, at)), True)


def _over_gap(
    clauses: Clauses, here: int, words: Sequence[frozenset[str]], done: Alignment, passive: bool
) -> Alignment | None:
    """``_`` stands for a phrase; in a passive, and where the verb may hold its object, for nothing."""
    if not words:
        if passive:
            return done
        return replace(done, gap=here) if here < len(clauses.tokens) else None
    empty = passive or clauses.grammar.verb_first
    places = (*_places(clauses, here, words[0], _GAP_WORDS), *_behind_subject(clauses, done, words[0]))
    for at in (*places, *_behind_aside(clauses, here, words[0])):
        if at == here and not empty:
            continue
        gap = here if at > here else done.gap
        found = _rest(clauses, at + 1, words[1:], replace(done, tokens=(*done.tokens, at), gap=gap), passive)
        if found:
            return found
    return _before(clauses, here, words, done) if passive else None


def _places(clauses: Clauses, start: int, word: frozenset[str], reach: int) -> Iterator[int]:
    """The tokens that are ``word``, over at most ``reach`` words of noun phrases."""
    tokens = clauses.tokens
    passed = 0
    for at in range(start, min(len(tokens), start + _FARTHEST)):
        token = tokens[at]
        if token.norm in word or token.lemma in word:
            if reach == _GAP_WORDS or token.tag not in _FUNCTION or not passed:
                yield at
        if not passed and _says_when(clauses, at):
            continue
        if not _fills(clauses.grammar, token, reach, at > start) or (at > start and _of_another(clauses, at)):
            return
        passed += not (_passes(clauses, token) or _inside(clauses, at))
        if passed > reach:
            return


def _behind_subject(clauses: Clauses, done: Alignment, word: frozenset[str]) -> Iterator[int]:
    """Where the verb comes first: heads of phrases behind its subject and what says when and where.

    عقد الرئيس المصري، أمس في القاهرة، *اجتماعا*.
    """
    head = done.tokens[0]
    if not clauses.grammar.verb_first or len(done.tokens) > 1 or clauses.tokens[head].tag != "VERB":
        return
    start = clauses.at[head] + 1
    for at in range(start, min(len(clauses.chunks), start + _CHUNKS)):
        part = clauses.chunks[at]
        token = clauses.tokens[part.head]
        if part.kind in ("VP", "S", "W", "."):
            return
        if at > start and _free(clauses, start, at) and (token.norm in word or token.lemma in word):
            yield part.head


def _behind_aside(clauses: Clauses, here: int, word: frozenset[str]) -> Iterator[int]:
    """Where the verb comes first: the preposition behind what commas set apart: أعرب الوزير، أمس، *عن*."""
    tokens = clauses.tokens
    opened = False
    for at in range(here, min(len(tokens) - 1, here + _FARTHEST) if clauses.grammar.verb_first else 0):
        token = tokens[at]
        if token.tag in ("VERB", "SCONJ", "CCONJ") or token.text in _ENDING:
            return
        if token.tag == "PUNCT" and token.text in _COMMAS:
            behind = tokens[at + 1]
            if opened and behind.tag == "ADP" and (behind.norm in word or behind.lemma in word):
                yield at + 1
            opened = True


def _free(clauses: Clauses, subject: int, at: int) -> bool:
    """Whether no preposition governs the phrase, and no noun owns it."""
    before = clauses.chunks[at - 1]
    named = any(clauses.mentions[number].kind == "country" for number in before.mentions)
    if named and clauses.chunks[at - 2].kind == "P":
        return True  # سلمت السعودية لليمن مساعدات: a country owns nothing that stands behind it
    return before.kind in (",", "Q") or at - 1 == subject or before.head in clauses.timely


def _fills(grammar: Grammar, token: Token, reach: int, later: bool) -> bool:
    """Whether the token may stand between two words of a trigger."""
    if token.tag == "PUNCT" and token.text in ",.;:،؛":
        return False
    if token.norm in grammar.owning and later:
        return True
    return token.tag in _FILLING or (reach == _GAP_WORDS and token.tag in ("ADP", "PART"))


def _passes(clauses: Clauses, token: Token) -> bool:
    """Whether the token counts for no word: an adverb, and the "and" of a subject behind its verb."""
    return token.tag == "ADV" or (clauses.grammar.verb_first and token.tag == "CCONJ")


def _of_another(clauses: Clauses, at: int) -> bool:
    """Whether what follows is only whose man somebody is: jailed a critic *of* the president."""
    genitive = clauses.tokens[at].norm in clauses.grammar.genitives
    return genitive and clauses.tokens[at - 1].lemma in clauses.grammar.attached


def _says_when(clauses: Clauses, at: int) -> bool:
    """Whether the token belongs to words that say when, or leads to them: threatened *on Monday* to leave."""
    leads = clauses.tokens[at].tag == "ADP" and at + 1 in clauses.timely
    return (leads or at in clauses.timely) and not clauses.grammar.verb_first


def _inside(clauses: Clauses, at: int) -> bool:
    """Whether the token continues a mention, which counts as one word."""
    span = clauses.tokens[at].span
    part = clauses.chunks[clauses.at[at]]
    held = (clauses.mentions[number].span for number in part.mentions)
    return any(mention.holds(span) and mention.start < span.start for mention in held)


def _seek_back(clauses: Clauses, verb: int, word: frozenset[str]) -> int | None:
    """In a passive the object noun stands before the verb: sanctions were imposed."""
    for at in range(verb - 1, max(-1, verb - 16), -1):
        token = clauses.tokens[at]
        if (token.norm in word or token.lemma in word) and token.tag in ("NOUN", "PROPN", "ADJ"):
            return at
        if (token.tag == "VERB" and token.form != "part") or token.text in _ENDING:
            return None
    return None
