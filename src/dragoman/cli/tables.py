"""Events, quotes and figures as one line of plain text each."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.dossiers import clean
from dragoman.types import Event, Figure, Participant, Quote, Report


def event_line(event: Event, report: Report) -> str:
    """Day, type, sides, place, score, words."""
    day = event.date.start if event.date and event.date.start else report.published
    kind = ".".join((event.type, *event.modes))
    marks = f" ({', '.join(event.auxiliary)})" if event.auxiliary else ""
    place = f" in {clean(event.place.name)}" if event.place else ""
    words = clean(event.evidence[0].text(report.text))
    sides = f"{_names(event.actors)} → {_names(event.recipients)}"
    return f"{event.id[:8]}  {day or '-'!s:<10}  {kind}{marks}  {sides}{place}  “{words}”\n"


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
    return (
        ", ".join(f"{clean(one.name)} [{one.country or '?'} {'/'.join(one.sectors)}]" for one in sides) or "-"
    )


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:,.15g}"
