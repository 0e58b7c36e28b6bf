"""Where persons whom no list knows stand in reports by their full names: written when a report is kept.

What came or went is noted in ``touched`` until ``people.refresh`` has gone through it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from dragoman.actors import names
from dragoman.actors.meeting import Person
from dragoman.store.tables import sightings, touched
from dragoman.types import Participant, Report

WHO = ("name", "country", "language")
"""The columns that make a ``Person``."""


def rows(people: Iterable[Participant], report: Report) -> list[dict[str, Any]]:
    """The rows of one report; ``people`` are those of its participants who are not listed."""
    first: dict[Person, int] = {}
    for one in people:
        if _spelled_out(one, report):
            start = one.mention.head.start
            person = Person(name=plain(one.name), country=plain(one.country), language=plain(report.language))
            first[person] = min(start, first.get(person, start))
    return [{"report": report.id, **values(person), "start": start} for person, start in first.items()]


def values(person: Person) -> dict[str, str]:
    """The columns of a person."""
    return {"name": person.name, "country": person.country, "language": person.language}


def touches(new: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of ``touched`` for new rows."""
    return [{column: row[column] for column in WHO} for row in new]


def touch_reports(connection: Connection, some: Collection[str]) -> None:
    """Notes whom these reports name, before they are taken away."""
    columns = [sightings.c[column] for column in WHO]
    query = select(*columns).where(sightings.c.report.in_(some)).distinct()
    connection.execute(insert(touched).from_select(list(WHO), query))


def plain(text: str | None) -> str:
    """As it is kept: PostgreSQL has no NUL in text."""
    return (text or "").replace("\0", "")


def _spelled_out(one: Participant, report: Report) -> bool:
    """Whether the words themselves are a name of two words and more, and not an office."""
    mention = one.mention
    office = mention.title is not None and mention.title.holds(mention.head)
    written = " ".join(mention.head.text(report.text).split())
    full = mention.kind == "person" and not office and len(names.words(plain(one.name))) > 1
    return full and written == one.name and len(written) <= names.LONGEST
