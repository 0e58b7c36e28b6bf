"""Persons of a store whom no list knows: which names are one person's, worked out from all reports together.

What was coded stays as it was. The table says for every name, with the country that was said, which person
that is; ``Derived`` carries it out when something is read. It is what ``meet`` gives for all sightings in
order, but only the names that a change can reach are gone through again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from sqlalchemy import Connection, bindparam, delete, distinct, func, insert, select

from dragoman import codec
from dragoman.actors.meeting import Person, edition, meet, provisional
from dragoman.store import neighbours, sightings
from dragoman.store.tables import editions, people, reports, touched
from dragoman.store.tables import sightings as sightings_table
from dragoman.types import Actor

PERSONS = frozenset({"person", "pronoun"})
"""Kinds of mentions that may stand for somebody who has a name elsewhere in the report."""

Who: TypeAlias = tuple[str, str]
"""A name and a country, "" where none was said."""

_Place: TypeAlias = tuple[bool, date, str, int]


def refresh(connection: Connection) -> int:
    """Works out who is one person; the same reports give the same, in whatever order and batches they came.

    Returns:
        How many persons there are.
    """
    changed = _changed(connection)
    reached = neighbours.reached(connection, changed)
    seen = _in_order(connection, reached)
    neighbours.forget(connection, reached - set(seen))
    _write(connection, reached, seen)
    connection.execute(delete(touched))
    return connection.execute(select(func.count(distinct(people.c.actor)))).scalar_one()


def read(connection: Connection) -> dict[Who, Actor]:
    """Who is meant by each name that ``refresh`` found."""
    known: dict[str, Actor] = {}
    found: dict[Who, Actor] = {}
    for row in connection.execute(select(people).order_by(people.c.name, people.c.country)):
        if row.actor not in known:
            known[row.actor] = codec.decode(row.payload.encode(), Actor)
        found[row.name, row.country] = known[row.actor]
    return found


def who(name: str, country: str | None) -> Who:
    """The key of a name."""
    return sightings.plain(name), sightings.plain(country)


def _changed(connection: Connection) -> set[Person]:
    """Whose sightings came or went; everybody, where another edition of the matcher was at work before."""
    table = touched
    if connection.execute(select(editions.c.edition)).scalars().all() != [edition()]:
        connection.execute(delete(editions))
        connection.execute(insert(editions).values(edition=edition()))
        connection.execute(delete(people))
        neighbours.forget_all(connection)
        table = sightings_table
    query = select(table.c.name, table.c.country, table.c.language).distinct()
    return {neighbours.person(row) for row in connection.execute(query)}


def _in_order(connection: Connection, persons: Iterable[Person]) -> list[Person]:
    """Those of ``persons`` who are seen anywhere, the first who is published first."""
    wanted = frozenset(persons)
    first: dict[Person, _Place] = {}
    for person, at in _sightings(connection, {one.name for one in wanted}):
        if person in wanted:
            first[person] = min(at, first.get(person, at))
    return sorted(first, key=lambda one: (first[one], one.name, one.country))


def _sightings(connection: Connection, names: set[str]) -> Iterator[tuple[Person, _Place]]:
    table = sightings_table
    query = select(table, reports.c.published).join(reports, reports.c.id == table.c.report)
    for some in neighbours.split(names):
        for row in connection.execute(query.where(table.c.name.in_(some))):
            day = (row.published is None, row.published or date.min)
            yield neighbours.person(row), (*day, row.report, row.start)


def _write(connection: Connection, reached: Iterable[Person], seen: list[Person]) -> None:
    """Puts those who met in the place of what was said of all who were reached."""
    members: dict[int, list[Person]] = {}
    for person, first in zip(seen, meet(seen), strict=True):
        members.setdefault(first, []).append(person)
    rows = {}
    for together in members.values():
        actor = provisional(together)
        payload = codec.encode(actor).decode()
        for one in together:
            rows[who(one.name, one.country)] = {"actor": actor.id, "payload": payload}
    old = [{"a_name": one.name, "a_country": one.country} for one in reached]
    if old:
        own = people.c.name == bindparam("a_name"), people.c.country == bindparam("a_country")
        connection.execute(delete(people).where(*own), old)
    if rows:
        new = [{"name": name, "country": country, **row} for (name, country), row in rows.items()]
        connection.execute(insert(people), new)
