"""Where: place names in text, and which of the places that bear a name is meant.

Cities come from GeoNames (``data/places.tsv``), regions and waters from ``data/places_extra.yml``, countries
from the directory. ``find`` gives candidates, ``choose`` decides by the countries of the report and by size,
and says nothing where that does not decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.actors import directory
from dragoman.actors.forms import joined, key, name_key
from dragoman.errors import ResourceError
from dragoman.resources import read_yaml
from dragoman.text import fold
from dragoman.types import Place, Span, Token

LONGEST = 30  # letters of a place's name
SHORT = 4  # letters of a word in capitals that may be an abbreviation
STRONG = 1_000_000  # people from which on a city is meant by a name that is also a word
KNOWN = 150_000  # and from which on it is meant in a report on other countries
DOMINANT = 5  # times as many people as the next of its name


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A row of the table; a name that ends in "?" is also an ordinary word or a first name."""

    id: int
    name: str
    country: str
    admin: str
    latitude: float
    longitude: float
    population: int
    resolution: int
    names: tuple[str, ...]


class Region(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A hand-written place."""

    name: str
    country: str | None
    resolution: int
    lat: float
    lon: float
    en: tuple[str, ...] = ()
    ar: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()


class Extra(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ``data/places_extra.yml`` says."""

    before: dict[str, tuple[str, ...]]
    certain: tuple[str, ...]
    words: tuple[str, ...]
    also: dict[str, str]
    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a name may mean; ``doubtful`` if the name is also a word, a first name or a surname."""

    place: Place
    population: int
    doubtful: bool = False


class Places:
    """All places by key."""

    def __init__(self, table: dict[str, list[Candidate]], before: dict[str, frozenset[str]]) -> None:
        self._table = table
        self._before = before

    def find(self, tokens: Sequence[Token], language: str) -> list[tuple[int, int, tuple[Candidate, ...]]]:
        """The names of places among ``tokens``, longest first, with the places they may mean.

        Returns:
            (first token, token after the last, candidates whose ``place.span`` is the name's), in order.
        """
        keys = [key(token.norm) for token in tokens]
        found = []
        at = 0
        while at < len(tokens):
            stop, listed = self._longest(tokens, keys, at)
            if listed:
                span = Span(tokens[at].span.start, tokens[stop - 1].span.stop)
                candidates = [replace(one, place=replace(one.place, span=span)) for one in listed]
                if all(one.doubtful for one in candidates) and not self._led(tokens, at, language):
                    candidates = [one for one in candidates if one.population >= STRONG]
                if candidates and not _in_other_name(tokens, at, stop):
                    found.append((at, stop, tuple(candidates)))
            at = max(stop, at + 1)
        return found

    def _longest(self, tokens: Sequence[Token], keys: list[str], at: int) -> tuple[int, list[Candidate]]:
        best: tuple[int, list[Candidate]] = (at, [])
        if keys[at] and _capital(tokens[at]) and not _letters_only(tokens[at]):
            for stop, row in joined(tokens, keys, at, LONGEST):
                listed = self._table.get(row)
                if listed and _capital(tokens[stop - 1]):
                    best = (stop, listed)
        return best

    def _led(self, tokens: Sequence[Token], at: int, language: str) -> bool:
        """Whether the word before shows that a place follows."""
        return at > 0 and tokens[at - 1].norm in self._before.get(language, frozenset())

    def choose(self, candidates: Sequence[Candidate], countries: Sequence[str]) -> Place | None:
        """The place meant in a report on ``countries`` (the most important first), if that is clear."""
        near = [one for one in candidates if one.place.country in countries or one.place.country is None]
        if near:
            return min(near, key=lambda one: _rank(one, countries)).place
        whole = [one.place for one in candidates if one.place.resolution == 1]
        if whole:
            return whole[0]
        strong = sorted(
            (one for one in candidates if one.population >= (STRONG if one.doubtful else KNOWN)),
            key=lambda one: -one.population,
        )
        if not strong:
            return None
        best = strong[0]
        rest = max((one.population for one in candidates if not _beside(one.place, best.place)), default=0)
        return best.place if best.population >= DOMINANT * rest else None


def _beside(one: Place, other: Place) -> bool:
    """Whether two rows stand for one place: a city and the province named for it."""
    if one.latitude is None or other.latitude is None or one.longitude is None or other.longitude is None:
        return one == other
    near = abs(one.latitude - other.latitude) < 0.7 and abs(one.longitude - other.longitude) < 0.7
    return near and one.country == other.country


def _rank(one: Candidate, countries: Sequence[str]) -> tuple[bool, float]:
    """A country before its cities, then by size; a country named early weighs more than one named late."""
    position = countries.index(one.place.country) if one.place.country in countries else len(countries)
    return one.place.resolution != 1, -one.population / (1 + min(position, 4))


def _capital(token: Token) -> bool:
    return token.text != token.text.lower() or token.text == token.text.upper()


def _letters_only(token: Token) -> bool:
    """Whether it looks like an abbreviation: DACA is no spelling of Dhaka."""
    return len(token.text) <= SHORT and token.text.isupper() and token.text != token.text.lower()


def _in_other_name(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether a first name stands before it or a capitalised name right behind: "Paris Hilton"."""
    after = tokens[stop] if stop < len(tokens) else None
    before = tokens[start - 1] if start else None
    return any(one is not None and one.tag == "PROPN" and one.text[:1].isupper() for one in (before, after))


@cache
def load() -> Places:
    """The places of the package's data, read once.

    Raises:
        ResourceError: a table is missing or broken.
    """
    table: dict[str, list[Candidate]] = {}
    extra = extras()
    for region in extra.regions:
        _add_region(table, region)
    for city in cities():
        _add_city(table, city)
    _add_countries(table)
    before = {language: frozenset(map(fold, listed)) for language, listed in extra.before.items()}
    return Places(table, before)


def _add_countries(table: dict[str, list[Candidate]]) -> None:
    """States under their names; what folds into a state, only where no other row has the name."""
    for entry in directory.load().entries:
        if entry.kind != "country" or not entry.code:
            continue
        state = entry.id == entry.code
        for text in (text for texts in entry.names.values() for text in texts):
            listed = table.setdefault(name_key(text), [])
            if state or not listed:
                name = entry.names.get("en", (entry.id,))[0] if state else text
                place = Place(span=Span(0, 0), name=name, country=entry.code, resolution=1 if state else 2)
                listed.append(Candidate(place=place, population=STRONG))


def _add_region(table: dict[str, list[Candidate]], region: Region) -> None:
    place = Place(
        span=Span(0, 0),
        name=region.name,
        country=region.country,
        latitude=region.lat,
        longitude=region.lon,
        resolution=region.resolution,
    )
    candidate = Candidate(place=place, population=STRONG)
    for text in (*region.en, *region.ar, *region.ru):
        table.setdefault(name_key(text), []).append(candidate)


def _add_city(table: dict[str, list[Candidate]], city: City) -> None:
    place = Place(
        span=Span(0, 0),
        name=city.name,
        country=city.country,
        geonameid=city.id,
        latitude=city.latitude,
        longitude=city.longitude,
        resolution=city.resolution,
    )
    for name in city.names:
        candidate = Candidate(
            place=place,
            population=city.population,
            doubtful=name.endswith("?"),
        )
        table.setdefault(name.rstrip("?"), []).append(candidate)


@cache
def extras() -> Extra:
    """The hand-written places and words."""
    return read_yaml(files("dragoman") / "data" / "places_extra.yml", Extra)


def cities() -> list[City]:
    """The rows of the table, as they stand."""
    path = files("dragoman") / "data" / "places.tsv"
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line and not line.startswith("#"):
            try:
                found.append(_city(line))
            except ValueError as error:
                raise ResourceError(f"data/places.tsv:{number}: {error}") from error
    return found


def _city(line: str) -> City:
    id, name, country, admin, latitude, longitude, population, resolution, names = line.split("\t")
    return City(
        id=int(id),
        name=name,
        country=country,
        admin=admin,
        latitude=float(latitude),
        longitude=float(longitude),
        population=int(population),
        resolution=int(resolution),
        names=tuple(names.split("|")),
    )
