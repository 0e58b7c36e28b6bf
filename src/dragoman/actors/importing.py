"""Lists of actors of others → entries of the directory: FollowTheMoney's JSON lines, PETRARCH's dictionaries.

The files are the user's own: nothing of them is shipped. What cannot be read is counted by reason.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

import msgspec

from dragoman import ontology
from dragoman.actors.entries import Entry, EntryKind, RoleEntry
from dragoman.errors import ReadError
from dragoman.text import fold, script

_KINDS: dict[str, EntryKind] = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "PublicBody": "organisation",
    "LegalEntity": "organisation",
}
_TOPICS = {
    "role.pep": "GOV", "role.pol": "GOV", "gov": "GOV", "gov.national": "GOV", "gov.head": "GOV",
    "gov.executive": "GOV", "gov.legislative": "LEG", "gov.judicial": "JUD", "gov.security": "MIL",
    "gov.igo": "GOV", "pol.party": "PTY", "pol.union": "LAB", "role.judge": "JUD", "role.spy": "SPY",
    "role.oligarch": "BUS", "role.journo": "JRN", "role.act": "SOC", "role.lobby": "SOC", "rel": "REL",
    "mil": "MIL", "crime": "CRM", "crime.terror": "REB",
}  # fmt: skip
_SCRIPTS = {"latin": "en", "arabic": "ar", "cyrillic": "ru"}
_CODES = re.compile(r"\[\s*([A-Z]{3,15})\s*([<>]?)\s*(\d{6}|\d{8})?(?:\s*-\s*(\d{6}|\d{8}))?\s*\]")
_LONGEST = 200  # letters of a name
_CENTURY = 30  # two-digit years up to this are of this century


class Thing(msgspec.Struct, frozen=True):
    """A line of a FollowTheMoney file."""

    schema: str
    properties: dict[str, list[str]] = {}


@dataclass(slots=True)
class Imported:
    """Entries in order of the file, and what was left out by reason."""

    entries: list[Entry] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)


def read(text: str, known: Iterable[Entry] = ()) -> Imported:
    """The entries of a file: JSON lines if it begins with a brace, else a PETRARCH dictionary.

    Args:
        text: what the file holds.
        known: entries that are there already; who bears a name of theirs is left out.

    Raises:
        ReadError: there is no entry in it at all.
    """
    result = Imported()
    found = _follow(text, result) if text.lstrip()[:1] == "{" else _petrarch(text, result)
    taken: set[str] = set()
    there = {(one.kind, fold(name)) for one in known for _, _, name in one.written()}
    for entry in found:
        if any((entry.kind, fold(name)) in there for _, _, name in entry.written()):
            result.skipped["listed already"] += 1
            continue
        id = _free(entry.id, taken)
        taken.add(id)
        result.entries.append(msgspec.structs.replace(entry, id=id))
    if not result.entries and not result.skipped["listed already"]:
        raise ReadError("bad-record", "neither FollowTheMoney's JSON lines nor a PETRARCH dictionary")
    return result


def _free(id: str, taken: set[str]) -> str:
    number, free = 2, id
    while free in taken:
        free, number = f"{id}-{number}", number + 1
    return free


def _follow(text: str, result: Imported) -> Iterator[Entry]:
    for line in filter(str.strip, text.split("\n")):
        try:
            thing = msgspec.json.decode(line, type=Thing)
        except msgspec.DecodeError:
            result.skipped["no FollowTheMoney entity"] += 1
            continue
        kind = _KINDS.get(thing.schema)
        names = _by_language([*thing.properties.get("name", ()), *thing.properties.get("alias", ())])
        if kind is None or not names:
            result.skipped["no name" if kind else f"schema {thing.schema[:40]}"] += 1
            continue
        wikidata = thing.properties.get("wikidataId", ())
        yield Entry(
            id=_id(next(iter(names.values()))[0]),
            kind=kind,
            code=_country(thing.properties),
            sectors=_sectors(thing),
            names=names,
            identifiers={"wikidata": wikidata[0]} if wikidata else {},
        )


def _by_language(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Names by the language that their script stands for; others are left out."""
    found: dict[str, list[str]] = {}
    for text in texts:
        name = " ".join(text.split())
        language = _SCRIPTS.get(script(name))
        if language and len(name) <= _LONGEST and name not in found.get(language, ()):
            found.setdefault(language, []).append(name)
    return {language: tuple(names) for language, names in found.items()}


def _country(properties: dict[str, list[str]]) -> str | None:
    for field_ in ("country", "nationality", "jurisdiction"):
        for code in properties.get(field_, ()):
            found = _alpha3().get(code.upper())
            if found is not None:
                return found
    return None


@cache
def _alpha3() -> dict[str, str]:
    """Codes of two letters → codes of three, through the names of states in CLDR."""
    from babel import Locale

    from dragoman.actors.lookup import lookup

    codes = {code: lookup(name) for code, name in Locale.parse("en").territories.items() if len(code) == 2}
    return {code: id for code, id in codes.items() if id is not None and id in ontology.countries()}


def _sectors(thing: Thing) -> tuple[str, ...]:
    said = [_TOPICS[topic] for topic in thing.properties.get("topics", ()) if topic in _TOPICS]
    if thing.schema == "Company":
        said.append("BUS")
    if thing.schema == "PublicBody":
        said.append("GOV")
    return tuple(dict.fromkeys(said))


def _petrarch(text: str, result: Imported) -> Iterator[Entry]:
    """Entries of a dictionary: a name with codes, synonyms behind "+", more codes on lines of their own."""
    names: list[str] = []
    roles: list[RoleEntry] = []
    for line in text.split("\n"):
        bare = line.partition(";")[0].partition("#")[0].rstrip()
        if not bare.strip() or bare.startswith(("<", "!")):
            continue
        head = bare.partition("[")[0].strip()
        if head and not head.startswith("+"):
            if names:
                yield from _person(names, roles, result)
            names, roles = [], []
        if head:
            names.append(" ".join(head.lstrip("+").replace("_", " ").split()))
        roles += _roles(bare, result)
    if names:
        yield from _person(names, roles, result)


def _person(names: list[str], roles: list[RoleEntry], result: Imported) -> Iterator[Entry]:
    """One entry; a name whose codes have days is a person, another a body."""
    written = tuple(dict.fromkeys(name.title() for name in names if 0 < len(name) <= _LONGEST))
    if not written or not roles:
        result.skipped["no name" if not written else "no code that PLOVER has"] += 1
        return
    dated = [role for role in roles if role.since or role.until]
    plain = next((role for role in roles if not (role.since or role.until)), None)
    yield Entry(
        id=_id(written[0]),
        kind="person" if dated else "organisation",
        code=plain.country if plain else None,
        sectors=plain.sectors if plain else (),
        names={"en": written},
        roles=tuple(dated),
    )


def _roles(line: str, result: Imported) -> Iterator[RoleEntry]:
    for match in _CODES.finditer(line):
        code, sign, first, last = match.groups()
        country = ontology.fold_country(code[:3])
        parts = [code[at : at + 3] for at in range(3, len(code), 3)]
        sectors = tuple(part for part in parts if part in ontology.load().sectors)
        if country is None:
            result.skipped[f"code {code}"] += 1
            continue
        days = {"<": (None, first), ">": (first, None), "": (first, last)}[sign]
        yield RoleEntry(
            title="office", country=country, sectors=sectors, since=_day(days[0]), until=_day(days[1])
        )


def _day(digits: str | None) -> str | None:
    """YYMMDD or YYYYMMDD as YYYY-MM-DD; a month or a day that there is not as the year alone."""
    if digits is None:
        return None
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= _CENTURY else "19") + digits
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    if not year:
        return None
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return f"{year:04}"
    return f"{year:04}-{month:02}-{day:02}"


def _id(name: str) -> str:
    return "own-" + "-".join(re.findall(r"\w+", fold(name)))


def written(imported: Imported, source: str) -> str:
    """The entries as a list that the directory reads and a person edits."""
    head = (
        f"# Read by dragoman.actors.directory where the setting `actors` names it. Imported from {source}.\n"
    )
    return head + as_yaml(imported.entries)


def as_yaml(entries: Iterable[Entry]) -> str:
    """Entries as a list that the directory reads and a person edits."""
    import yaml

    plain = [{key: value for key, value in msgspec.to_builtins(entry).items() if value} for entry in entries]
    return str(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=110))
