"""Where an event happened: the place named after "in" or "at" in its clause."""

from __future__ import annotations

from dragoman.events.triggers import Match
from dragoman.types import Clauses, Document, Place


def where(document: Document, clauses: Clauses, match: Match) -> Place | None:
    """The place nearest to the trigger that a preposition of place governs, or None."""
    here = clauses.tokens[match.head].span.start
    found = [
        place
        for place in document.places
        if clauses.sentence.span.holds(place.span) and _governed(clauses, place)
    ]
    return min(found, key=lambda place: (abs(place.span.start - here), place.span.start)) if found else None


def _governed(clauses: Clauses, place: Place) -> bool:
    """Whether "in", "at" or the like stands before the place's noun phrase."""
    at = next((at for at, token in enumerate(clauses.tokens) if place.span.overlaps(token.span)), None)
    if at is None:
        return False
    number = clauses.at[at]
    steps = clauses.chunks[max(0, number - 3) : number]
    for part in reversed(steps):
        word = clauses.tokens[part.head]
        if part.kind == "P" and word.norm in clauses.grammar.place_prepositions:
            return True
        if part.kind == "P" and word.norm not in ("of", "من"):
            return False
        if part.kind not in ("NP", "P", ","):
            return False
    return False
