"""One event told several times is one event; "the meeting" points back to it and adds when and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.events import narration, timing
from dragoman.events.drafts import Draft
from dragoman.events.places import where
from dragoman.events.triggers import Match
from dragoman.text import fold
from dragoman.types import Auxiliary, Clauses, DateExpression, Document, Event, Participant

_NEAR = 150  # code points between two tellings of one deed: shot down a plane and killed all on board
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
"""Types that come in many events by the same doers: to somebody else and in another way is another event."""
_ASIDE = 10  # chunks within which a relative clause goes on


def merge(events: Sequence[Event]) -> tuple[Event, ...]:
    """Join events of one type between the same sides whose dates and places do not exclude each other."""
    kept: list[Event] = []
    for event in events:
        for at, earlier in enumerate(kept):
            if _same(earlier, event):
                kept[at] = _joined(earlier, event)
                break
        else:
            kept.append(event)
    return tuple(kept)


def on_occasion(document: Document, draft: Draft, event: Event, told: Sequence[Event]) -> Event:
    """The event, marked as of the past if the sentence before tells of one long ago between the same two."""
    clauses, sides = draft.clauses, _keys((*event.actors, *event.recipients))
    at = document.clauses.index(clauses)
    part = clauses.chunks[clauses.at[draft.match.head]]
    dated = any(clauses.sentence.span.holds(found.span) for found in document.dates)
    if (
        not at
        or event.auxiliary
        or dated
        or draft.match.trigger.noun
        or not narration.narrated(clauses, part)
    ):
        return event
    before = document.clauses[at - 1].sentence.span
    same = any(
        before.holds(one.evidence[0])
        and one.auxiliary == ("historical",)
        and _keys((*one.actors, *one.recipients)) == sides
        for one in told
    )
    return replace(event, auxiliary=("historical",)) if same and len(sides) > 1 else event


def foremost(events: Sequence[Event]) -> list[Event]:
    """The events of a sentence without troop movements that it tells in one breath with an attack."""
    struck = any(event.type == "ASSAULT" for event in events)
    return [event for event in events if not (struck and event.type == "MOBILIZE")]


def _key(side: Participant) -> str:
    if side.actor:
        return f"{side.actor.id}/{side.country}"
    if side.mention.kind in ("agent", "group") or side.mention.plural:
        return f"~{fold(side.name)}/{side.country}"
    return f"#{side.mention.entity}" if side.mention.entity >= 0 else f"@{side.mention.span.start}"


def _keys(sides: Sequence[Participant]) -> frozenset[str]:
    return frozenset(_key(side) for side in sides)


def _same(one: Event, other: Event) -> bool:
    if one.type != other.type or not _as_real(one, other):
        return False
    if one.modes and other.modes and one.modes != other.modes and one.type != "CONSULT":
        return False
    if _apart(one, other) and one.type in _FORCE and one.modes != other.modes:
        if _keys(one.recipients) != _keys(other.recipients):
            return False
    return _covers(one, other) and _compatible(one, other)


def _apart(one: Event, other: Event) -> bool:
    """Whether the one is told far from the other."""
    return other.evidence[0].start - one.evidence[-1].stop > _NEAR


def _as_real(one: Event, other: Event) -> bool:
    """Whether both are as real; what is told as a fact elsewhere is no longer a mere possibility."""
    if one.auxiliary == other.auxiliary:
        return True
    if {*one.auxiliary} ^ {*other.auxiliary} == {"historical"}:
        return not _apart(one, other)
    between = bool(one.actors and one.recipients and other.actors and other.recipients)
    marks = {*one.auxiliary, *other.auxiliary}
    return between and marks <= {"future", "hypothetical"}


def _covers(one: Event, other: Event) -> bool:
    """Whether the sides are equal, or one telling names some of the other's and nobody else."""
    actors, others = _keys(one.actors), _keys(other.actors)
    recipients, further = _keys(one.recipients), _keys(other.recipients)
    swapped = actors == further and recipients == others and not _apart(one, other)
    mutual = one.type == "AGREE" and (swapped or not (recipients and further))  # who hosts him meets him
    if (one.type == "CONSULT" or mutual) and (actors | recipients) == (others | further):
        return True
    if one.type == "CONSULT":
        return False
    return actors == others and (recipients == further or not recipients or not further)


def _compatible(one: Event, other: Event) -> bool:
    if one.date and other.date and one.date.start and other.date.start and one.date.end and other.date.end:
        if one.date.end < other.date.start or other.date.end < one.date.start:
            return False
    return not (one.place and other.place and one.place.country != other.place.country)


def _joined(one: Event, other: Event) -> Event:
    """The fuller telling of both; evidence of each is kept."""
    first = (
        one if (len(one.recipients), len(one.actors)) >= (len(other.recipients), len(other.actors)) else other
    )
    told = one.rule == other.rule or len(one.recipients) == len(other.recipients)
    return replace(
        one,
        actors=first.actors,
        recipients=first.recipients,
        modes=one.modes or other.modes,
        auxiliary=_marks(one, other),
        contexts=tuple(sorted({*one.contexts, *other.contexts})),
        date=_finer(one, other) if told else first.date,
        place=one.place or other.place if told else first.place,
        evidence=(*one.evidence, *other.evidence),
        score=max(one.score, other.score),
    )


def _marks(one: Event, other: Event) -> tuple[Auxiliary, ...]:
    """The marks of the surer telling; of a past that only one of the two tells of, both are."""
    past = "historical" in {*one.auxiliary} ^ {*other.auxiliary}
    return (
        max(one.auxiliary, other.auxiliary, key=len) if past else min(one.auxiliary, other.auxiliary, key=len)
    )


def _finer(one: Event, other: Event) -> DateExpression | None:
    known = [event.date for event in (one, other) if event.date and event.date.start]
    return known[0] if known else one.date or other.date


def recall(
    document: Document, events: list[Event], clauses: Clauses, matches: Sequence[Match]
) -> list[Event]:
    """Let "the meeting took place in X on Tuesday" complete the last event of that type told before."""
    for match in matches:
        if match.trigger.noun and _points_back(clauses, match.head):
            at = _referent(events, match, clauses)
            if at is not None:
                events[at] = _completed(document, clauses, events[at], match)
    return events


def _referent(events: Sequence[Event], match: Match, clauses: Clauses) -> int | None:
    """Index of the nearest of the last events that the noun can mean."""
    for at in range(len(events) - 1, max(-1, len(events) - 4), -1):
        before = events[at].evidence[0].stop <= clauses.sentence.span.start
        if before and events[at].type == match.trigger.rule.type:
            return at if not clauses.grammar.verb_first or _alike(events[at], match) else None
    return None


def _alike(event: Event, match: Match) -> bool:
    """Whether force is of one kind: "the war" is not the raid that was told before."""
    modes = {match.trigger.rule.mode} - {None}
    return event.type not in _FORCE or modes == set(event.modes)


def _points_back(clauses: Clauses, head: int) -> bool:
    """A definite noun without sides of its own: the meeting, المباحثات."""
    part = clauses.chunks[clauses.at[head]]
    if part.mentions:
        return False
    here = clauses.at[head]
    before = [chunk.kind for chunk in clauses.chunks[:here]]
    if clauses.grammar.verb_first and "W" in before[-_ASIDE:]:
        return False  # what a relative tells is another story
    if clauses.grammar.verb_first and _of_others(clauses, here):
        return False
    if part.start in clauses.timely:
        return False  # this week's meeting is another one
    first = clauses.tokens[part.start].norm
    return first in clauses.grammar.anaphoric or clauses.tokens[head].norm[:2] in clauses.grammar.anaphoric


def _of_others(clauses: Clauses, here: int) -> bool:
    """Whether the noun has parties of its own: الاتفاق *بين* مصر والسودان."""
    tail = clauses.chunks[here + 1 : here + 3]
    between = bool(tail) and clauses.tokens[tail[0].head].norm in clauses.grammar.pairing
    return between and len(tail) == 2 and bool(tail[1].mentions)


def _completed(document: Document, clauses: Clauses, event: Event, match: Match) -> Event:
    date, place = timing.when(document, clauses, match), where(document, clauses, match)
    today = narration.day(document)
    if date and date.start and today and date.start > today and "future" not in event.auxiliary:
        date = None  # what has been told as done is not to come
    if date and today and narration.long_ago(date, today) and "historical" not in event.auxiliary:
        return event  # the war of 1950 is another one
    if date and clauses.grammar.verb_first and timing.barriers(clauses, match, date):
        date = None
    if (event.date or not date) and (event.place or not place):
        return event
    return replace(
        event,
        date=event.date or date,
        place=event.place or place,
        evidence=(*event.evidence, clauses.tokens[match.head].span),
    )
