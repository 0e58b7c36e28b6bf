"""Persons of a store whom no list knows: which names are one person's, worked out from all reports together.

What was coded stays as it was. The table is made anew by ``meet`` and says for every name, with the country
that was said, which person that is; ``Derived`` carries it out when something is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from sqlalchemy import Connection, Table, delete, insert, select

from dragoman import codec
from dragoman.actors import names
from dragoman.actors.meeting import Person, meet, provisional
from dragoman.store.payload import StoredEvent, StoredQuote
from dragoman.store.tables import events, people, quotes, reports
from dragoman.types import Actor, Participant, Report

CHUNK = 400
PERSONS = frozenset({"person", "pronoun"})
"""Kinds of mentions that may stand for somebody who has a name elsewhere in the report."""

Who: TypeAlias = tuple[str, str]
"""A name and a country, "" where none was said."""

_Seen: TypeAlias = tuple[tuple[bool, date, str, int], Person]


def refresh(connection: Connection) -> int:
    """Works out anew who is one person; the same reports give the same, in whatever order they came.

    Returns:
        How many persons there are.
    """
    seen = sorted(_seen(connection), key=lambda one: (one[0], one[1].name, one[1].country))
    found = list(dict.fromkeys(person for _, person in seen))
    members: dict[int, list[Person]] = {}
    for person, first in zip(found, meet(found), strict=True):
        members.setdefault(first, []).append(person)
    rows = {}
    for together in members.values():
        actor = provisional(together)
        payload = codec.encode(actor).decode()
        for one in together:
            rows[who(one.name, one.country)] = {"actor": actor.id, "payload": payload}
    connection.execute(delete(people))
    if rows:
        new = [{"name": name, "country": country, **row} for (name, country), row in rows.items()]
        connection.execute(insert(people), new)
    return len(members)


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
    """The key of a name; PostgreSQL has no NUL in text."""
    return name.replace("\0", ""), country or ""


def _seen(connection: Connection) -> Iterator[_Seen]:
    """Every full name of somebody who is not listed, with where it stands."""
    for table, kind in ((events, StoredEvent), (quotes, StoredQuote)):
        for stored, report in _records(connection, table, kind):
            for key, one in stored.people():
                if key is None and _spelled_out(one, report):
                    day = (report.published is None, report.published or date.min)
                    at = (*day, report.id, one.mention.head.start)
                    person = Person(name=one.name, country=one.country or "", language=report.language or "")
                    yield at, person


def _records(
    connection: Connection, table: Table, kind: type[StoredEvent] | type[StoredQuote]
) -> Iterator[tuple[StoredEvent | StoredQuote, Report]]:
    query = select(table.c.report, table.c.payload, reports.c.payload.label("whole"))
    query = query.join(reports, reports.c.id == table.c.report).order_by(table.c.report)
    before, report = "", None
    for row in connection.execution_options(yield_per=CHUNK).execute(query):
        if report is None or row.report != before:
            before, report = row.report, codec.decode(row.whole.encode(), Report)
        yield codec.decode(row.payload.encode(), kind), report


def _spelled_out(one: Participant, report: Report) -> bool:
    """Whether the words themselves are a name of two words and more, and not an office."""
    mention = one.mention
    office = mention.title is not None and mention.title.holds(mention.head)
    written = " ".join(mention.head.text(report.text).split())
    full = mention.kind == "person" and not office and len(names.words(one.name)) > 1
    return full and written == one.name
