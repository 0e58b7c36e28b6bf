"""Where the codebook's triggers stand in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.events.codebook import GAP, Codebook, Trigger
from dragoman.types import Clauses, Token

_GAP_WORDS = 10  # tokens that ``_`` may stand for
_BETWEEN = 4  # tokens of a noun phrase between two words of a trigger
_GENITIVE = frozenset({"of", "'s"})
_FILLING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADV", "PUNCT", "CCONJ"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A trigger found: ``head`` its first word, ``stop`` after its last, ``gap`` a token of ``_``."""

    trigger: Trigger
    head: int
    stop: int
    tokens: tuple[int, ...]
    gap: int | None
    passive: bool


def find(clauses: Clauses, codebook: Codebook) -> list[Match]:
    """All triggers of the sentence, the longer hiding the shorter, in order of position."""
    found: list[Match] = []
    words = {token.norm for token in clauses.tokens} | {token.lemma for token in clauses.tokens}
    for at, token in enumerate(clauses.tokens):
        for trigger in _candidates(token, codebook):
            if _may_head(clauses, at, trigger) and _possible(trigger, words):
                match = _match(clauses, at, trigger)
                if match and not _excluded(clauses, at, trigger):
                    found.append(match)
    return _longest(found)


def _candidates(token: Token, codebook: Codebook) -> Sequence[Trigger]:
    if token.lemma == token.norm:
        return codebook.index.get(token.norm, ())
    return (*codebook.index.get(token.lemma, ()), *codebook.index.get(token.norm, ()))


def _possible(trigger: Trigger, words: set[str]) -> bool:
    """Whether the sentence holds each further word of the trigger, wherever it stands."""
    return all(GAP in word or not word.isdisjoint(words) for word in trigger.words[1:])


def _may_head(clauses: Clauses, at: int, trigger: Trigger) -> bool:
    """Whether the part of speech fits: a verb for a verb, a noun for a noun."""
    token = clauses.tokens[at]
    if trigger.noun:
        return token.tag in ("NOUN", "PROPN", "ADJ", "X")
    return token.tag == "VERB" or (token.tag == "AUX" and len(trigger.words) > 1)


def _excluded(clauses: Clauses, at: int, trigger: Trigger) -> bool:
    """Whether a word nearby says that another sense is meant."""
    if not trigger.rule.unless:
        return False
    nearby = clauses.tokens[max(0, at - 6) : at + 9]
    return any(token.lemma in trigger.rule.unless or token.norm in trigger.rule.unless for token in nearby)


def _match(clauses: Clauses, at: int, trigger: Trigger) -> Match | None:
    passive = not trigger.noun and is_passive(clauses, at)
    used, here, gap, open_gap = [at], at + 1, None, False
    for word in trigger.words[1:]:
        if GAP in word:
            open_gap = True
            continue
        place = _seek(clauses.tokens, here, word, _GAP_WORDS if open_gap else _BETWEEN)
        if place is None and passive:
            place = _seek_back(clauses, at, word)
            if place is not None:
                used.append(place)
                continue
        if place is None:
            return None
        if open_gap and place > here:
            gap = here
        used.append(place)
        here, open_gap = place + 1, False
    if open_gap and not passive:
        if here >= len(clauses.tokens):
            return None
        gap = here
    return Match(
        trigger=trigger, head=at, stop=max(used) + 1, tokens=tuple(sorted(used)), gap=gap, passive=passive
    )


def _seek(tokens: Sequence[Token], start: int, word: frozenset[str], reach: int) -> int | None:
    """The next token that is ``word``, over at most ``reach`` tokens of a noun phrase."""
    for at in range(start, min(len(tokens), start + reach + 1)):
        token = tokens[at]
        if token.norm in word or token.lemma in word:
            function = token.tag in ("ADP", "PART", "SCONJ")
            return None if function and reach == _BETWEEN and at > start + _adverbs(tokens, start, at) else at
        if token.norm in _GENITIVE and at > start:
            continue
        if (
            token.tag not in _FILLING
            and not (reach == _GAP_WORDS and token.tag in ("ADP", "PART"))
            and token.norm != "'s"
        ):
            return None
        if token.tag == "PUNCT" and token.text in ",.;:،؛":
            return None
    return None


def _adverbs(tokens: Sequence[Token], start: int, stop: int) -> int:
    return sum(token.tag == "ADV" for token in tokens[start:stop])


def _seek_back(clauses: Clauses, verb: int, word: frozenset[str]) -> int | None:
    """In a passive the object noun stands before the verb: sanctions were imposed."""
    for at in range(verb - 1, max(-1, verb - 16), -1):
        token = clauses.tokens[at]
        if (token.norm in word or token.lemma in word) and token.tag in ("NOUN", "PROPN", "ADJ"):
            return at
        if token.tag == "VERB" and token.form != "part":
            return None
        if token.text in ".;":
            return None
    return None


def is_passive(clauses: Clauses, at: int) -> bool:
    """Whether the verb at ``at`` is passive: a participle after "be", or one that opens a reduced clause."""
    token = clauses.tokens[at]
    if token.form == "pass":
        return True
    if token.form != "part":
        return False
    part = clauses.chunks[clauses.at[at]]
    group = clauses.tokens[part.start : at]
    if any(word.lemma == "have" or word.norm == "'ve" for word in group):
        return any(word.norm == "been" for word in group)
    return True


def _longest(found: list[Match]) -> list[Match]:
    """Drop a match whose first word lies inside a longer one; between equals the higher score wins."""
    ranked = sorted(found, key=lambda match: (-match.trigger.weight, -match.trigger.rule.score, match.head))
    kept: list[Match] = []
    used: set[int] = set()
    for match in ranked:
        if not used.intersection(match.tokens):
            kept.append(match)
            used.update(match.tokens)
    return sorted(kept, key=lambda match: match.head)
