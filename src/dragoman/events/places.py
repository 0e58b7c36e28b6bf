"""Where an event happened: the place named after "in" or "at" in its clause."""

from __future__ import annotations

from dragoman.events.triggers import Match
from dragoman.types import Clauses, Document, Place

_ABOUT = frozenset({"ACCUSE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"})
"""Deeds that are mostly about something, and it may lie elsewhere: they condemned a raid *in Mali*."""


def where(document: Document, clauses: Clauses, match: Match) -> Place | None:
    """The place nearest to the trigger that a preposition of place governs, or None."""
    here = clauses.tokens[match.head].span.start
    found = [
        place
        for place in document.places
        if clauses.sentence.span.holds(place.span) and _governed(clauses, place, match)
    ]
    return min(found, key=lambda place: (abs(place.span.start - here), place.span.start)) if found else None


def _governed(clauses: Clauses, place: Place, match: Match) -> bool:
    """Whether "in", "at" or the like ties the place to a verb, to somebody, or to the trigger itself."""
    at = next((at for at, token in enumerate(clauses.tokens) if place.span.overlaps(token.span)), None)
    if at is None:
        return False
    number = clauses.at[at]
    if _goal(clauses, at):
        return False
    if clauses.grammar.verb_first and any(clauses.at[one] == number for one in match.tokens):
        return False  # whom it concerns: بدعم العراق
    if clauses.grammar.verb_first and _another_clause(clauses, number, clauses.at[match.head]):
        return False
    for before in range(number - 1, max(-1, number - 5), -1):
        part = clauses.chunks[before]
        word = clauses.tokens[part.head].norm
        if part.kind == "P" and word in clauses.grammar.place_prepositions:
            return _holds_event(clauses, before - 1, match) and not _of_content(clauses, number, match)
        if part.kind == "P" and word not in clauses.grammar.genitives:
            return False
        if part.kind not in ("NP", "P", ","):
            return False
    return False


def _goal(clauses: Clauses, place: int) -> bool:
    """Whether the place (a token) is only where one is headed: باتجاه *صنعاء*، في اتجاه مدينة *صنعاء*."""
    number = clauses.at[place]
    nouns = [part for part in clauses.chunks[max(0, number - 1) : number + 1] if part.kind == "NP"]
    before = (token for part in nouns for token in clauses.tokens[part.start : min(part.stop, place)])
    return any(token.norm in clauses.grammar.bearings for token in before)


def _another_clause(clauses: Clauses, place: int, trigger: int) -> bool:
    """Whether "that" stands between the two, so that the place is where it was said."""
    return place < trigger and any(part.kind == "S" for part in clauses.chunks[place:trigger])


def _of_content(clauses: Clauses, place: int, match: Match) -> bool:
    """Whether the place behind a verb may be that of what the deed is about: no day beside it says when."""
    trigger = clauses.at[match.head]
    if clauses.grammar.verb_first or place < trigger or match.trigger.rule.type not in _ABOUT:
        return False
    if any(part.kind == "VP" for part in clauses.chunks[trigger + 1 : place]):
        return True
    near = clauses.chunks[max(trigger, place - 3) : place + 3]
    return not any(at in clauses.timely for part in near for at in range(part.start, part.stop))


def _holds_event(clauses: Clauses, before: int, match: Match) -> bool:
    """What stands before the preposition: a verb, a participant, the trigger; not "the situation" in X."""
    if before < 0:
        return True
    part = clauses.chunks[before]
    if part.kind != "NP":
        return part.kind in ("VP", ",", "Q", "C")
    happens = any(part.start <= token < part.stop for token in match.tokens) or bool(part.mentions)
    timely = any(token in clauses.timely for token in range(part.start, part.stop))
    return happens or timely or clauses.tokens[part.head].lemma in clauses.grammar.light_nouns
