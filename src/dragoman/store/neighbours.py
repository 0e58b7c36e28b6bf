"""Which names a change can reach, found by their sounds.

``meet`` goes through all names in order, but what it decides of one rests on few others: on those that may be
one person with it, or, where so many share its sounds that not all are compared, on all of these. Names that
are tied so, over any number of steps, are gone through together; what is decided of others stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from dragoman.actors import meeting
from dragoman.actors.meeting import Person
from dragoman.store.sightings import WHO, values
from dragoman.store.tables import sounds

CHUNK = 400
"""How many rows are named in one question at a time."""


def reached(connection: Connection, changed: Iterable[Person]) -> set[Person]:
    """``changed`` and all who are tied to them; whoever of them is new is entered under his sounds."""
    found = set(changed)
    _enter(connection, found)
    latest = found
    crowds: Counter[str] = Counter()
    through: set[str] = set()
    while latest:
        heard = _heard(connection, {sound for one in latest for sound in meeting.sounds(one)} - through)
        _count(connection, {*latest, *chain.from_iterable(heard.values())}, crowds)
        whole = {sound for one in latest if _crowded(one, crowds) for sound in meeting.sounds(one)}
        through |= whole
        tied = {other for sound in whole for other in heard.get(sound, ())}
        for one in latest:
            tied.update(other for other in _beside(one, heard, whole) if _tied(one, other, crowds))
        latest = tied - found
        found |= latest
    return found


def forget(connection: Connection, persons: Iterable[Person]) -> None:
    """Takes away by what they are found."""
    gone = [{f"a_{column}": value for column, value in values(one).items()} for one in persons]
    if gone:
        own = (sounds.c[column] == bindparam(f"a_{column}") for column in WHO)
        connection.execute(delete(sounds).where(*own), gone)


def forget_all(connection: Connection) -> None:
    """Takes away by what anybody is found."""
    connection.execute(delete(sounds))


def person(row: Any) -> Person:
    """Whom a row names."""
    return Person(name=row.name, country=row.country, language=row.language)


def split(keys: Collection[str]) -> Iterator[list[str]]:
    """The keys in order, as many at a time as go into one question."""
    ordered = sorted(keys)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]


def _enter(connection: Connection, persons: Collection[Person]) -> None:
    forget(connection, persons)
    new = [values(one) | {"sound": sound} for one in persons for sound in meeting.sounds(one)]
    if new:
        connection.execute(insert(sounds), new)


def _heard(connection: Connection, wanted: Collection[str]) -> dict[str, list[Person]]:
    """Who is found by each of these sounds."""
    heard: dict[str, list[Person]] = {}
    for some in split(wanted):
        for row in connection.execute(select(sounds).where(sounds.c.sound.in_(some))):
            heard.setdefault(row.sound, []).append(person(row))
    return heard


def _beside(one: Person, heard: Mapping[str, Sequence[Person]], whole: Collection[str]) -> set[Person]:
    """Who shares a sound with one person, but for sounds of which all bearers are found anyhow."""
    own = (sound for sound in meeting.sounds(one) if sound not in whole)
    return {other for sound in own for other in heard.get(sound, ())}


def _count(connection: Connection, persons: Iterable[Person], crowds: Counter[str]) -> None:
    """Adds to ``crowds`` how many are found by each sound of these persons."""
    wanted = {sound for one in persons for sound in meeting.sounds(one)} - crowds.keys()
    for some in split(wanted):
        query = select(sounds.c.sound, func.count()).where(sounds.c.sound.in_(some)).group_by(sounds.c.sound)
        crowds.update({sound: count for sound, count in connection.execute(query)})


def _crowded(one: Person, crowds: Counter[str]) -> bool:
    return meeting.crowded(sum(crowds[sound] for sound in meeting.sounds(one)))


def _tied(one: Person, other: Person, crowds: Counter[str]) -> bool:
    """Whether what is decided of one, who is in no crowd, may rest on the other."""
    return _crowded(other, crowds) or meeting.may_be_one(one, other)
