"""Events, quotes and figures as one line of plain text each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.dossiers import clean
from dragoman.types import Event, Figure, Participant, Quote, Report


def event_line(event: Event, report: Report) -> str:
    """Id, day, type, sides, place, words; a day in brackets is that of the report."""
    day = _day(event.date.start if event.date is not None else None, report.published)
    kind = ".".join((event.type, *event.modes))
    marks = f" ({', '.join(event.auxiliary)})" if event.auxiliary else ""
    place = f" in {clean(event.place.name)}" if event.place else ""
    words = clean(" … ".join(span.text(report.text) for span in event.evidence))
    sides = " → ".join(_names(side) for side in (event.actors, event.recipients) if side)
    return f"{event.id[:8]}  {day:<12}  {kind}{marks}  {sides}{place}  “{words}”\n"


def quote_line(quote: Quote, report: Report) -> str:
    """Day, speaker, kind, words."""
    speaker = clean(quote.speaker.name) if quote.speaker else "unknown"
    words = clean(quote.content.text(report.text))
    return f"{report.published or '-'!s:<10}  {speaker}  {quote.kind}  “{words}”\n"


def figure_line(figure: Figure, report: Report) -> str:
    """Day, bounds, unit, words."""
    bounds = (
        f"{_number(figure.low)}..{_number(figure.high)}" if figure.low != figure.high else _number(figure.low)
    )
    words = clean(figure.span.text(report.text))
    return f"{report.published or '-'!s:<10}  {figure.kind}  {bounds} {clean(figure.unit)}  “{words}”\n"


def _names(sides: Sequence[Participant]) -> str:
    return ", ".join(f"{clean(one.name)} [{_codes(one)}]" for one in sides)


def _codes(one: Participant) -> str:
    return f"{one.country or '?'} {'/'.join(one.sectors)}".strip()


def _day(own: date | None, reported: date | None) -> str:
    if own is not None:
        return str(own)
    return f"({reported})" if reported is not None else "-"


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:,.15g}"
