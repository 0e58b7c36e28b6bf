"""What a walk to a preposition does not cross: another such noun, or a comma and "with"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.events.enacted import own_verb
from dragoman.events.triggers import Match
from dragoman.types import Clauses


def within(clauses: Clauses, match: Match, start: int, stop: int, preposition: str) -> Iterator[int]:
    """The chunks from ``start`` to ``stop`` among which the trigger may have its ``preposition``.

    A second summit has partners of its own: the NATO summit and the one *with Putin*. Behind a comma "with"
    tells what else was so: agreed to vote, *with many Republicans in favour*. What the noun's own verb tells
    belongs to it: غارات نفذتها فرنسا *على* المدينة.
    """
    own = own_verb(clauses, match) if match.trigger.noun else None
    for at in range(start, stop):
        if own is not None and start < at <= own:
            continue
        if at > start and not clauses.grammar.verb_first and _beyond(clauses, match, at, preposition):
            return
        if own is not None and at > own and _before_that(clauses, at, preposition):
            return
        yield at


def _beyond(clauses: Clauses, match: Match, at: int, preposition: str) -> bool:
    part = clauses.chunks[at]
    head = clauses.tokens[part.head]
    if part.kind == "NP":
        return match.trigger.noun and head.lemma == clauses.tokens[match.head].lemma
    return part.kind == "P" and head.norm == "with" == preposition and clauses.chunks[at - 1].kind == ","


def _before_that(clauses: Clauses, at: int, preposition: str) -> bool:
    """Whether the phrase at ``at`` tells what had been before, and what follows belongs to that."""
    word = clauses.tokens[clauses.chunks[at].head].norm
    return word in clauses.grammar.after and word != preposition and at not in clauses.timely
