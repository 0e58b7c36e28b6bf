"""What is asked of the store, as statements that SQLite and PostgreSQL both understand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    and_,
    exists,
    false,
    func,
    null,
    or_,
    select,
)

from dragoman import ontology
from dragoman.store.payload import search_text
from dragoman.store.tables import actors, events, figures, participants, quotes, reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which events, quotes or figures.

    ``actor`` and ``with_`` are a country code, an actor's id or a name in any spelling; ``since`` and
    ``until`` are days and inclusive; ``type`` is a PLOVER type for events, a kind for quotes and figures.

    An event is taken where ``actor`` stands on either side and ``with_`` is somebody else in it; its day is
    its own or, where it has none, the day its report was published, and with neither it is in no range.
    A quote is taken where ``actor`` speaks, in a report where ``with_`` acts, speaks or is addressed;
    a figure where both do so in its report.
    """

    actor: str | None = None
    with_: str | None = None
    since: date | None = None
    until: date | None = None
    type: str | None = None


EVERYTHING = Filter()
Same: TypeAlias = Callable[[str], tuple[str, ...]]
"""Everybody who was judged to be the same as an actor, himself included."""


def _himself(who: str) -> tuple[str, ...]:
    return (who,)


SIDES = ("actor", "recipient")


def events_of(asked: Filter, same: Same = _himself) -> Select[Any]:
    """Report id and payload of events: dated ones in order, then the others in order of publication."""
    query = select(events.c.report, events.c.payload)
    if asked.type is not None:
        query = query.where(events.c.type == asked.type)
    if asked.since is not None:
        query = query.where(events.c.until >= asked.since)
    if asked.until is not None:
        query = query.where(events.c.since <= asked.until)
    who = [name for name in (asked.actor, asked.with_) if name is not None]
    if len(who) == 1:
        one = participants.alias("one")
        query = query.where(exists().where(_takes_part(one), _is(one, same(who[0]))))
    elif len(who) == 2:
        one, other = participants.alias("one"), participants.alias("other")
        apart = or_(one.c.role != other.c.role, one.c.position != other.c.position)
        both = (_takes_part(one), _takes_part(other), apart, _is(one, same(who[0])), _is(other, same(who[1])))
        query = query.where(exists().where(*both))
    return query.order_by(
        events.c.dated.desc(), events.c.since.nulls_last(), events.c.report, events.c.start, events.c.id
    )


def quotes_of(asked: Filter, same: Same = _himself) -> Select[Any]:
    """Report id and payload of quotes, in order of publication and of the text."""
    query = select(quotes.c.report, quotes.c.payload).join(reports, reports.c.id == quotes.c.report)
    query = query.where(*_published(asked))
    if asked.type is not None:
        query = query.where(quotes.c.kind == asked.type)
    if asked.actor is not None:
        one = participants.alias("one")
        said = and_(one.c.report == quotes.c.report, one.c.record == quotes.c.id, one.c.role == "speaker")
        query = query.where(exists().where(said, _is(one, same(asked.actor))))
    if asked.with_ is not None:
        query = query.where(_in_report(quotes.c.report, same(asked.with_)))
    return query.order_by(reports.c.published.nulls_last(), quotes.c.report, quotes.c.start, quotes.c.id)


def figures_of(asked: Filter, same: Same = _himself) -> Select[Any]:
    """Report id and payload of figures, in order of publication and of the text."""
    query = select(figures.c.report, figures.c.payload).join(reports, reports.c.id == figures.c.report)
    query = query.where(*_published(asked))
    if asked.type is not None:
        query = query.where(figures.c.kind == asked.type)
    for who in (asked.actor, asked.with_):
        if who is not None:
            query = query.where(_in_report(figures.c.report, same(who)))
    return query.order_by(reports.c.published.nulls_last(), figures.c.report, figures.c.position)


def all_reports() -> Select[Any]:
    """Payload of every report, in order of publication."""
    return select(reports.c.payload).order_by(reports.c.published.nulls_last(), reports.c.id)


def counts() -> Select[Any]:
    """One row: how many reports, events, quotes and figures there are."""
    tables = (reports, events, quotes, figures)
    return select(*(select(func.count()).select_from(table).scalar_subquery() for table in tables))


def _published(asked: Filter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if asked.since is not None:
        conditions.append(reports.c.published >= asked.since)
    if asked.until is not None:
        conditions.append(reports.c.published <= asked.until)
    return conditions


def _takes_part(one: FromClause) -> ColumnElement[bool]:
    return and_(one.c.report == events.c.report, one.c.record == events.c.id, one.c.role.in_(SIDES))


def _in_report(report: ColumnElement[Any], who: tuple[str, ...]) -> ColumnElement[bool]:
    one = participants.alias()
    return exists().where(one.c.report == report, _is(one, who))


def _is(one: FromClause, who: tuple[str, ...]) -> ColumnElement[bool]:
    return or_(*(_is_one(one, name) for name in who))


def _is_one(one: FromClause, who: str) -> ColumnElement[bool]:
    if who in ontology.countries():
        return one.c.country == who
    return or_(one.c.actor == who, _named(one, who))


def _named(one: FromClause, name: str) -> ColumnElement[bool]:
    words = search_text(name).rstrip("|")
    if not words:
        return false()
    keys = select(actors.c.key).where(actors.c.search.contains(words, autoescape=True))
    return or_(
        one.c.search.contains(words, autoescape=True),
        and_(one.c.actor_key.is_not(null()), one.c.actor_key.in_(keys)),
    )
