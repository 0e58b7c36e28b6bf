"""The checker of the directory's YAML, for whoever edits it: ``python -m dragoman.actors.check [FILE ...]``.

Without files it checks the package's own. Every breach is one line; the exit code is 1 if there is one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import combinations
from pathlib import Path

from dragoman import ontology
from dragoman.actors.compiled import NAME, data_files, load
from dragoman.actors.entries import Entry, RoleEntry, day, read
from dragoman.actors.forms import name_key
from dragoman.actors.roles import holds
from dragoman.actors.sounds import rules
from dragoman.errors import ResourceError
from dragoman.types import Role

HANDOVER = timedelta(days=45)  # two may hold one office for so long, by sources that differ
_CHECKED = frozenset({"person", "organisation", "group"})  # kinds in which a name must tell apart


def breaches(entries: Sequence[Entry]) -> Iterator[str]:
    """Every breach in words, in the order of the entries."""
    yield from _ids(entries)
    for entry in entries:
        yield from _codes(entry)
        yield from _names(entry)
        yield from _dates(entry)
    dated = [(entry, tuple(_roles(entry))) for entry in entries]
    yield from _namesakes(dated)
    yield from _offices(dated)


def _ids(entries: Iterable[Entry]) -> Iterator[str]:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            yield f"{entry.id}: the id is taken"
        seen.add(entry.id)


def _codes(entry: Entry) -> Iterator[str]:
    known = ontology.countries()
    sectors = ontology.load().sectors
    for code in (entry.code, *(role.country for role in entry.roles)):
        if code is not None and code not in known:
            yield f"{entry.id}: {code} is no country of PLOVER's"
    for sector in (*entry.sectors, *(sector for role in entry.roles for sector in role.sectors)):
        if sector not in sectors:
            yield f"{entry.id}: {sector} is no sector of PLOVER's"
    if entry.kind == "country" and entry.code is None:
        yield f"{entry.id}: a country needs a code"


def _names(entry: Entry) -> Iterator[str]:
    if not any(entry.written()):
        yield f"{entry.id}: no name"
    for use, language, text in entry.written():
        if len(language) != 2 or not language.isascii() or not language.islower():
            yield f"{entry.id}: {language} is no ISO 639-1 language"
        if not name_key(text):
            yield f"{entry.id}: the {use} {text!r} has no letters"
        if text != " ".join(text.split()):
            yield f"{entry.id}: the {use} {text!r} has white space to spare"


def _dates(entry: Entry) -> Iterator[str]:
    for role in entry.roles:
        try:
            made = _role(role)
        except ResourceError as error:
            yield f"{entry.id}: {role.title}: {error}"
            continue
        if made.since and made.until and made.since > made.until:
            yield f"{entry.id}: {role.title} ends before it begins"


def _roles(entry: Entry) -> Iterator[Role]:
    for role in entry.roles:
        try:
            yield _role(role)
        except ResourceError:
            continue  # named by _dates


def _role(role: RoleEntry) -> Role:
    return Role(
        title=role.title,
        country=role.country,
        sectors=role.sectors,
        since=day(role.since, last=False),
        until=day(role.until, last=True),
    )


def _namesakes(dated: Sequence[tuple[Entry, tuple[Role, ...]]]) -> Iterator[str]:
    """Two entries with one name that neither country nor time tells apart."""
    bearers: dict[tuple[str, str, str], list[tuple[Entry, tuple[Role, ...]]]] = {}
    for entry, roles in dated:
        if entry.kind in _CHECKED:
            keys = {(entry.kind, language, name_key(text)) for _, language, text in entry.written()}
            for key in sorted(keys):
                bearers.setdefault(key, []).append((entry, roles))
    said: set[tuple[str, str, str]] = set()
    for (_, language, _), sharing in bearers.items():
        for (one, ones), (other, others) in combinations(sharing, 2):
            known = one.id == other.id or (one.id, other.id, language) in said
            if not known and not _apart(one, ones, other, others):
                said.add((one.id, other.id, language))
                yield f"{one.id}, {other.id}: one name ({language}), neither country nor time parts them"


def _apart(one: Entry, ones: tuple[Role, ...], other: Entry, others: tuple[Role, ...]) -> bool:
    first = {one.code, *(role.country for role in ones)} - {None}
    second = {other.code, *(role.country for role in others)} - {None}
    if first and second and first.isdisjoint(second):
        return True
    return bool(ones and others) and not any(_meet(a, b) for a in ones for b in others)


def _offices(dated: Sequence[tuple[Entry, tuple[Role, ...]]]) -> Iterator[str]:
    """One office of a state that two people hold at a time."""
    held: dict[tuple[str, str], list[tuple[Entry, Role]]] = {}
    for entry, roles in dated:
        for role in roles:
            if entry.kind == "person" and role.country and role.title.lower() in rules().prominent:
                held.setdefault((role.title.lower(), role.country), []).append((entry, role))
    for (title, country), holders in held.items():
        for (one, first), (other, second) in combinations(holders, 2):
            if one.id != other.id and _meet(first, second, HANDOVER):
                yield f"{one.id}, {other.id}: both are {title} of {country} at a time"


def _meet(first: Role, second: Role, slack: timedelta = timedelta(0)) -> bool:
    """Whether the roles have a day in common, and more than ``slack``."""
    earlier, later = sorted((first, second), key=lambda role: (role.since is not None, role.since))
    if later.since is None:
        return True
    end = earlier.until
    return holds(earlier, later.since) and (end is None or end - later.since > slack)


def main(arguments: Sequence[str]) -> int:
    """Checks the files named, or the package's; 1 if something is wrong."""
    try:
        found = list(breaches(read([Path(name) for name in arguments] or data_files())))
        if not arguments and load().parts is None:
            found.append(f"data/{NAME} is stale: run python -m dragoman.actors.compiled")
    except ResourceError as error:
        found = [str(error)]
    for line in found:
        sys.stdout.write(line + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
