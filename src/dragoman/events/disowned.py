"""What a sentence tells without holding it for true, or as what is usual: no event at all."""

from __future__ import annotations

from functools import cache

import msgspec

from dragoman.documents.subjects import subject
from dragoman.documents.walks import finite
from dragoman.events.triggers import Match
from dragoman.resources import language_file, read_if_there
from dragoman.types import Chunk, Clauses

_REACH = 14  # chunks to the left among which the verb of thinking or claiming may stand
_STOPS = frozenset({".", "W", "S", ",", "Q"})
_CLEFT = 3  # chunks of "it was Russia" before "that"


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/languages/<iso>/disowned.yml``, which says what each list is for."""

    believing: frozenset[str] = frozenset()
    knowing: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    claiming: frozenset[str] = frozenset()
    fictions: frozenset[str] = frozenset()
    habits: frozenset[str] = frozenset()
    wishing: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    advising: frozenset[str] = frozenset()
    inclined: frozenset[str] = frozenset()
    likening: frozenset[str] = frozenset()
    imagining: frozenset[str] = frozenset()
    depictions: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    foreign: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()


@cache
def load(language: str) -> Words:
    """The words of a language; none where it has no such file.

    Raises:
        ResourceError: the file is broken.
    """
    return read_if_there(language_file(language, "disowned.yml"), Words) or Words()


def disowned(clauses: Clauses, match: Match) -> bool:
    """Whether what the trigger tells is disbelieved, what an advertisement claims, or usual."""
    words = load(clauses.grammar.language)
    return any(test(clauses, match, words) for test in (_usual, _disbelieved, _made_up))


def _usual(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether a verb in the present tells what is done as a rule, or how things are: *usually* hands over."""
    here = clauses.at[match.head]
    part = clauses.chunks[here]
    if clauses.tokens[match.head].form == "fin" and clauses.tokens[match.head].lemma in words.lasting:
        return match.trigger.rule.type == "COERCE"
    if match.trigger.noun or clauses.tokens[match.head].form != "fin":
        return False
    start = next(
        (one.stop for one in reversed(clauses.chunks[:here]) if one.kind in (".", "S", "W", "Q", "VP")), 0
    )
    return any(token.norm in words.habits for token in clauses.tokens[start : part.stop])


def _disbelieved(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether somebody does not think that he did it, or that *it was Russia that* did."""
    here = clauses.at[match.head]
    opened = next((at for at in range(here - 1, -1, -1) if clauses.chunks[at].kind in _STOPS), -1)
    cleft = opened >= 0 and _cleft(clauses, opened)
    start = opened - _CLEFT - 1 if cleft else here - 1
    for at in range(start, max(-1, start - _REACH), -1):
        part = clauses.chunks[at]
        if part.kind in (".", ",", "Q") or (not cleft and part.kind in ("W", "C", "P")):
            return False
        if part.kind == "VP" and clauses.tokens[part.head].lemma in words.believing:
            around = {token.norm for token in clauses.tokens[max(0, part.start - 1) : part.stop]}
            if around & (clauses.grammar.negations | words.nobody):
                return cleft or clauses.tokens[part.head].lemma not in words.knowing
        elif part.kind == "VP" and not cleft:
            return False
    return False


def _cleft(clauses: Clauses, opened: int) -> bool:
    """Whether "it was Russia" stands right before the relative."""
    before: tuple[Chunk, ...] = clauses.chunks[max(0, opened - _CLEFT) : opened]
    if [part.kind for part in before] != ["NP", "VP", "NP"]:
        return False
    return clauses.tokens[before[0].head].norm == "it" and clauses.tokens[before[1].head].lemma == "be"


def _made_up(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether it stands in what an advertisement or a film says: the ad *claimed* that he sold it."""
    here = clauses.at[match.head]
    quoted = False
    for at in range(here - 1, -1, -1):
        part = clauses.chunks[at]
        quoted = quoted or part.kind == "Q"
        if part.kind == "." or (part.kind == "," and not quoted and _new_clause(clauses, at)):
            return False
        if part.kind == "VP" and clauses.tokens[part.head].lemma in words.claiming:
            return finite(clauses, part) and any(
                clauses.tokens[one.head].lemma in words.fictions for one in subject(clauses, at)
            )
    return False


def _new_clause(clauses: Clauses, at: int) -> bool:
    """Whether a conjunction follows the comma: claimed it, *but* he refused."""
    return at + 1 < len(clauses.chunks) and clauses.chunks[at + 1].kind == "C"
