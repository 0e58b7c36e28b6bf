"""What Wikidata says of a state's offices → entries that the checker accepts, beside those of the directory.

A person who is listed keeps the id and gains offices and names; who is not becomes an entry. Where the answer
contradicts itself or the directory, it is left out and counted: a wrong date is worse than none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from dragoman.actors.check import breaches
from dragoman.actors.directory import Directory
from dragoman.actors.entries import Entry, RoleEntry, day, joined
from dragoman.actors.names import match
from dragoman.actors.wikidata import Answer, Held
from dragoman.text import fold

HEAD = "# Read by dragoman.actors.directory beside the package's lists. Offices of {}, from Wikidata (CC0).\n"
_SAME = 0.95  # how alike the names of a person are at least, for the same country and office
_OF = re.compile(r" (?:of|for) (?:the )?")
_BEFORE = re.compile(r"^(?:the )?(\S+) ")
_QUALIFIED = re.compile(r"(?i)\b(?:deputy|acting|former|vice|shadow|first lady|spouse|candidate)\b")


@dataclass(slots=True)
class Update:
    """Entries in order of their ids, what was left out by reason, and why entries were."""

    entries: list[Entry] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)


def entries(answer: Answer, country: str, known: Directory) -> Update:
    """The entries that an answer gives for a country.

    Args:
        answer: the rows of the query service.
        country: ISO 3166-1 alpha-3.
        known: the directory without what an earlier update of the country wrote.
    """
    update = Update(skipped=Counter(answer.skipped))
    offices = _Offices(country, known)
    people: dict[str, list[tuple[Held, RoleEntry]]] = {}
    for held in _sure(answer.rows, update.skipped):
        role = offices.role(held)
        if role is None:
            update.skipped["office that is not listed"] += 1
        else:
            people.setdefault(held.person, []).append((held, role))
    made: dict[str, Entry] = {}
    for person in sorted(people, key=lambda number: int(number[1:])):
        entry = _entry(person, people[person], country, known)
        made[entry.id] = joined(made[entry.id], entry) if entry.id in made else entry
    _accepted(made, known, update)
    update.entries = [made[id] for id in sorted(made)]
    return update


def _sure(rows: Sequence[Held], skipped: Counter[str]) -> Iterator[Held]:
    """The rows without a double; without a last day only if nobody came later, and the person lives."""
    last: dict[str, str] = {}
    for row in rows:
        last[row.title] = max(last.get(row.title, ""), row.since)
    seen: set[tuple[str, str, str, str | None]] = set()
    for row in rows:
        one = row.person, row.title, row.since, row.until
        if one in seen:
            continue
        seen.add(one)
        if row.until is None and (row.dead or row.since < last[row.title]):
            skipped["no last day, though others came later"] += 1
        elif row.until is not None and row.until < row.since[: len(row.until)]:
            skipped["ends before it begins"] += 1
        else:
            yield row


class _Offices:
    """From an office as Wikidata calls it to one with a title that the directory lists."""

    def __init__(self, country: str, known: Directory) -> None:
        self._country = country
        self._known = known

    def role(self, held: Held) -> RoleEntry | None:
        """The office; None where its title is not listed, or is another country's."""
        if _QUALIFIED.search(held.title):
            return None
        for bare in self._bare(held.title):
            title = self._known.title(bare, "en")
            if title is not None and title.code in (None, self._country) and "ELI" not in title.sectors:
                return RoleEntry(
                    title=title.names["en"][0],
                    country=self._country,
                    sectors=title.sectors,
                    since=held.since,
                    until=held.until,
                )
        return None

    def _bare(self, title: str) -> Iterator[str]:
        """The title without its country, which stands behind "of" or before it."""
        words = title.lower()
        for match_ in _OF.finditer(title):
            if self._known.is_country(title[match_.end() :], "en"):
                yield words[: match_.start()]
        before = _BEFORE.match(title)
        if before is not None and self._known.is_country(before[1], "en"):
            yield words[before.end() :]
        yield words


def _entry(person: str, rows: Sequence[tuple[Held, RoleEntry]], country: str, known: Directory) -> Entry:
    """A person's entry: under the id of who is listed already, else under a new one."""
    names: dict[str, tuple[str, ...]] = {}
    for held, _ in rows:
        for language, name in held.names.items():
            names[language] = tuple(dict.fromkeys((*names.get(language, ()), name)))
    roles = sorted((role for _, role in rows), key=lambda role: (role.since, role.title))
    entry = Entry(
        id=f"wikidata-{person.lower()}",
        kind="person",
        names=names,
        identifiers={"wikidata": person},
        roles=tuple(dict.fromkeys(roles)),
    )
    there = _listed(entry, country, known)
    if there is None:
        return entry
    ours = known.entry(there)
    listed = ours.roles if ours is not None else ()
    told = [_surer(role, listed) for role in entry.roles]
    kept = [role for role in listed if any(_same(role, one) for one in told) and not _told(role, told)]
    roles = sorted((*told, *kept), key=lambda role: (str(role.since or ""), role.title))
    return msgspec.structs.replace(entry, id=there, roles=tuple(roles))


def _same(role: RoleEntry, other: RoleEntry) -> bool:
    """Whether it is one office."""
    return (role.title.lower(), role.country) == (other.title.lower(), other.country)


def _told(role: RoleEntry, others: Sequence[RoleEntry]) -> bool:
    """Whether some of the others tell of the same time in the office."""
    since, until = day(role.since, last=False), day(role.until, last=True)
    for other in filter(lambda one: _same(role, one), others):
        first, last = day(other.since, last=False), day(other.until, last=True)
        before = until is not None and first is not None and until < first
        after = since is not None and last is not None and last < since
        if not before and not after:
            return True
    return False


def _listed(entry: Entry, country: str, known: Directory) -> str | None:
    """The id under which the directory has the person: by Wikidata's number, or by name and country."""
    number = entry.identifiers["wikidata"]
    found: set[str] = set()
    for language, written in entry.names.items():
        for name in written:
            for id, same in known.person(name, language):
                actor = known.actor(id)
                if actor is None:
                    continue
                if dict(actor.identifiers).get("wikidata") == number:
                    return id
                alike = any(fold(other.text) == fold(name) for other in actor.names) or (
                    same.score >= _SAME and match(name, actor.names[0].text).same
                )
                if alike and any(role.country == country for role in actor.roles):
                    found.add(id)
    return found.pop() if len(found) == 1 else None


def _surer(role: RoleEntry, listed: Iterable[RoleEntry]) -> RoleEntry:
    """The role with those of its days that the directory knows more precisely."""
    since, until = str(role.since), role.until and str(role.until)
    for other in listed:
        if _same(role, other) and str(other.since).startswith(since):
            since = str(other.since)
            if until and other.until is not None and str(other.until).startswith(until):
                until = str(other.until)
    return msgspec.structs.replace(role, since=since, until=until)


def _accepted(made: dict[str, Entry], known: Directory, update: Update) -> None:
    """Takes out what the checker finds wrong with the entries beside the directory's."""
    listed = {entry.id: entry for entry in known.entries if entry.kind == "person"}
    while made:
        all_ = {**listed, **{id: _over(listed.get(id), entry) for id, entry in made.items()}}
        wrong = [(line, _named(line, made)) for line in breaches(list(all_.values()))]
        wrong = [(line, ids) for line, ids in wrong if ids]
        if not wrong:
            return
        for line, ids in wrong:
            update.refused.append(line)
            for id in ids:
                if made.pop(id, None) is not None:
                    update.skipped["contradicts the directory or itself"] += 1


def _over(listed: Entry | None, entry: Entry) -> Entry:
    return entry if listed is None else joined(listed, entry)


def _named(line: str, made: dict[str, Entry]) -> list[str]:
    """The ids of an update's entries that a line of the checker is about."""
    return [id for id in line.partition(":")[0].split(", ") if id in made]
