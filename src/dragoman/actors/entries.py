"""The directory's YAML files as records: what a person edits, read with clear errors.

``data/actors/*.yml`` are lists of entries; ``read`` gives them as written, ``actor`` makes the public record.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from importlib.resources.abc import Traversable
from typing import Any, Literal, get_args

import msgspec

from dragoman.errors import ResourceError
from dragoman.resources import read_yaml
from dragoman.types import Actor, ActorKind, Name, NameUse, Role

EntryKind = Literal["country", "organisation", "group", "person", "agent", "title"]
Words = dict[str, tuple[str, ...]]
STATE_SECTORS = ("GOV",)  # a state that acts does so through its government


class RoleEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An office as written; a date is YYYY, YYYY-MM or YYYY-MM-DD."""

    title: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    since: Any = None
    until: Any = None


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An actor, agent or title as written; all names by ISO 639-1 language.

    ``plural`` says that the names of an agent mean several persons; ``ambiguous`` are those of its names
    that are also something else, and need more evidence; they may be left out of the other lists.
    """

    id: str
    kind: EntryKind
    code: str | None = None
    sectors: tuple[str, ...] = ()
    plural: bool = False
    names: Words = {}
    demonyms: Words = {}
    metonyms: Words = {}
    abbreviations: Words = {}
    ambiguous: Words = {}
    identifiers: dict[str, str | int] = {}
    roles: tuple[RoleEntry, ...] = ()

    def written(self) -> Iterator[tuple[NameUse, str, str]]:
        """Every name as (use, language, text); each text once for its use."""
        tables: tuple[tuple[NameUse, Words], ...] = (
            ("name", self.names),
            ("demonym", self.demonyms),
            ("metonym", self.metonyms),
            ("abbreviation", self.abbreviations),
        )
        seen: set[tuple[NameUse, str, str]] = set()
        for use, table in tables:
            for language, texts in table.items():
                for text in texts:
                    if (use, language, text) not in seen:
                        seen.add((use, language, text))
                        yield use, language, text
        spelt = {(language, text) for _, language, text in seen}
        for language, texts in self.ambiguous.items():
            yield from (("name", language, text) for text in texts if (language, text) not in spelt)


def read(files: Iterable[Traversable]) -> tuple[Entry, ...]:
    """The entries of several files, in order.

    Raises:
        ResourceError: a file is missing, is no YAML, or holds something else than entries.
    """
    entries: list[Entry] = []
    for file in files:
        entries += read_yaml(file, list[Entry])
    return tuple(entries)


def joined(one: Entry, more: Entry) -> Entry:
    """An entry with what another one of the same id adds to it.

    Names and identifiers are added, code and sectors replaced where ``more`` has them; an office in ``more``
    takes the place of all offices with that title and country.

    Raises:
        ResourceError: the two are of different kinds.
    """
    if one.kind != more.kind:
        raise ResourceError(f"{more.id}: a {one.kind} in the directory, here a {more.kind}")
    named = {(role.title.lower(), role.country or more.code or one.code) for role in more.roles}
    kept = [role for role in one.roles if (role.title.lower(), role.country or one.code) not in named]
    return msgspec.structs.replace(
        one,
        code=more.code or one.code,
        sectors=more.sectors or one.sectors,
        plural=one.plural or more.plural,
        names=_both(one.names, more.names),
        demonyms=_both(one.demonyms, more.demonyms),
        metonyms=_both(one.metonyms, more.metonyms),
        abbreviations=_both(one.abbreviations, more.abbreviations),
        ambiguous=_both(one.ambiguous, more.ambiguous),
        identifiers={**one.identifiers, **more.identifiers},
        roles=(*kept, *more.roles),
    )


def _both(one: Words, more: Words) -> Words:
    languages = dict.fromkeys((*one, *more))
    return {iso: tuple(dict.fromkeys((*one.get(iso, ()), *more.get(iso, ())))) for iso in languages}


def actor(entry: Entry) -> Actor:
    """The public record of ``entry``, which must not be a title.

    What the entry says of the actor at all times becomes a role without a title, after those with dates.
    """
    if entry.kind not in get_args(ActorKind):
        raise ValueError(f"{entry.id}: a {entry.kind} is no actor")
    names = tuple(Name(text=text, language=language, use=use) for use, language, text in entry.written())
    roles = tuple(
        Role(
            title=role.title,
            country=role.country or entry.code,
            sectors=role.sectors,
            since=day(role.since, last=False),
            until=day(role.until, last=True),
        )
        for role in entry.roles
    )
    if entry.code or entry.sectors:
        sectors = entry.sectors
        if entry.kind == "country":
            sectors = tuple(dict.fromkeys((*STATE_SECTORS, *sectors)))
        roles = (*roles, Role(title="", country=entry.code, sectors=sectors))
    return Actor(
        id=entry.id,
        kind=entry.kind,  # type: ignore[arg-type]  # checked above
        names=names,
        roles=roles,
        identifiers=tuple((scheme, str(value)) for scheme, value in entry.identifiers.items()),
    )


def day(written: object, *, last: bool) -> date | None:
    """The first or last day that YYYY, YYYY-MM or YYYY-MM-DD means.

    Raises:
        ResourceError: it is no such date.
    """
    if written is None:
        return None
    if isinstance(written, date):
        return written.date() if isinstance(written, datetime) else written
    parts = str(written).split("-")
    try:
        year, month, number = [*(int(part) for part in parts), 0, 0][:3]
        if not month:
            month = 12 if last else 1
        if not number:
            number = calendar.monthrange(year, month)[1] if last else 1
        return date(year, month, number)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise ResourceError(f"no date: {written!r}") from error
