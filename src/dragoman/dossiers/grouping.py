"""Events to lines: tellings of the same event become one line with several citations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman import ontology
from dragoman.dossiers.citations import Shelf
from dragoman.dossiers.records import Line
from dragoman.dossiers.roster import Roster
from dragoman.types import Event, Report

Told = tuple[Event, Report]
MUTUAL = frozenset({"CONSULT"})
"""Types in which it is chance who is named first: a meeting of A with B is the meeting of B with A."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What makes two tellings tellings of one event."""

    type: str
    marks: tuple[str, ...]
    days: tuple[date | None, date | None]
    sides: tuple[tuple[str, ...], ...]
    within: str


def lines(told: Iterable[Told], shelf: Shelf, roster: Roster) -> tuple[Line, ...]:
    """One line an event: the dated in order of time, then the others in order of publication and of the text.

    Dated events are one where type, days, sides and marks agree. Undated ones are where these agree and the
    reports were published on one day; where that is not known either, they are only within one report.
    """
    groups: dict[Happening, list[Told]] = {}
    for event, report in told:
        groups.setdefault(_happening(event, report, roster), []).append((event, report))
    return tuple(sorted((_line(tellings, shelf, roster) for tellings in groups.values()), key=_order))


def _happening(event: Event, report: Report, roster: Roster) -> Happening:
    when = event.date
    days = (when.start, when.end) if when is not None else (None, None)
    actors, recipients = (tuple(sorted(map(roster.key, side))) for side in (event.actors, event.recipients))
    sides = (tuple(sorted((*actors, *recipients))),) if event.type in MUTUAL else (actors, recipients)
    return Happening(
        type=event.type,
        marks=tuple(sorted(event.auxiliary)),
        days=days,
        sides=sides,
        within="" if days[0] is not None else str(report.published or report.id),
    )


def _line(tellings: Sequence[Told], shelf: Shelf, roster: Roster) -> Line:
    ordered = sorted(tellings, key=lambda one: (shelf.numbers[one[1].id], one[0].evidence, one[0].id))
    first, report = ordered[0]
    book = ontology.load()
    places = (event.place.name for event, _ in ordered if event.place is not None)
    return Line(
        start=first.date.start if first.date is not None else None,
        end=first.date.end if first.date is not None else None,
        granularity=first.date.granularity if first.date is not None else None,
        when=first.date.span.text(report.text) if first.date is not None else None,
        published=report.published,
        type=first.type,
        modes=_in_order(book.types[first.type].modes, (event.modes for event, _ in ordered)),
        contexts=_in_order(book.contexts, (event.contexts for event, _ in ordered)),
        marks=first.auxiliary,
        actors=tuple(roster.party(one, report.text) for one in first.actors),
        recipients=tuple(roster.party(one, report.text) for one in first.recipients),
        place=next(places, None),
        citations=tuple(shelf.cite(where, event.evidence) for event, where in ordered),
    )


def _in_order(codebook: Iterable[str], given: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    found = {one for several in given for one in several}
    return tuple(one for one in codebook if one in found)


def _order(line: Line) -> tuple[bool, date, date, int, int, str]:
    first = line.citations[0]
    position = min((span.start for span in first.evidence), default=0)
    days = (line.start or date.max, line.end or date.max)
    return (line.start is None, *days, first.number, position, line.type)
