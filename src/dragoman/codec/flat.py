"""One event as one row of a table, for programs that know no nested records."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.codec.wire import CiteInfo, Entity, Location, PloverRecord

Cell = str | int | float | None
SEPARATOR = "; "
"""Between the values of a cell that has several. Cells of one side have as many values as it has people."""

COLUMNS = (
    "id",
    "date",
    "enddate",
    "date_text",
    "event",
    "mode",
    "auxiliary",
    "context",
    "quad_code",
    "event_scale",
    "actor_text",
    "actor_name",
    "actor_code",
    "actor_sector",
    "actor_id",
    "recipient_text",
    "recipient_name",
    "recipient_code",
    "recipient_sector",
    "recipient_id",
    "place_text",
    "place",
    "place_country",
    "lat",
    "lon",
    "geonameid",
    "event_text",
    "start",
    "end",
    "score",
    "rule",
    "coder",
    "report",
    "published",
    "publication",
    "title",
    "language",
    "url",
)


def row(record: PloverRecord) -> tuple[Cell, ...]:
    """The cells of an event, in the order of ``COLUMNS``; empty is None."""
    info = record.text_info
    return (
        record.id,
        _day(record.date),
        _day(record.enddate),
        record.date_text,
        _joined(record.event),
        _joined(record.mode),
        _joined(record.auxiliary),
        _joined(record.context),
        record.quad_code,
        record.event_scale,
        *_side(record.actor),
        *_side(record.recipient),
        *_place(record.event_loc or Location()),
        _joined(record.event_text),
        info.start if info is not None else None,
        info.end if info is not None else None,
        record.score,
        record.rule,
        record.coder,
        *_report(record.cite_info or CiteInfo()),
    )


def _side(people: tuple[Entity, ...]) -> tuple[Cell, ...]:
    return (
        _joined(one.entity_text for one in people),
        _joined(one.identifier_text for one in people),
        _joined(one.code for one in people),
        _joined(one.sector for one in people),
        _joined(one.identifier_id for one in people),
    )


def _place(place: Location) -> tuple[Cell, ...]:
    where = (place.extracted_place, place.resolved_place, place.country_code)
    return (*where, place.lat, place.lon, place.geonameid)


def _report(cited: CiteInfo) -> tuple[Cell, ...]:
    return (
        cited.citation,
        _day(cited.published),
        cited.publication,
        cited.title,
        cited.language,
        cited.url,
    )


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def _joined(values: Iterable[str | None]) -> str | None:
    """The values with separators between them, gaps kept; None where there is nothing at all."""
    given = [value or "" for value in values]
    return SEPARATOR.join(given) if any(given) else None
