"""The data of places: the rows of ``data/places.tsv`` (GeoNames) and the hand-written ``data/places/*.yml``.

A row of the table is only read when its name is met, so that the whole world loads in a moment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from dragoman.errors import ResourceError
from dragoman.resources import read_yaml, yaml_files
from dragoman.types import Place, Span

RegionKind = Literal["city", "province", "state", "oblast", "region", "district", "river", "water", "island",
                     "mountain", "base", "camp", "crossing", "site"]  # fmt: skip
RESOLUTIONS: dict[RegionKind, int] = {
    "city": 4,
    "district": 3,
    "base": 4,
    "camp": 4,
    "crossing": 4,
    "site": 4,
}
STRONG = 1_000_000  # people of a place that is known to all; a hand-written one counts as such
KNOWN = 150_000  # people from which on a city is meant in a report on other countries
SHARED = 30_000  # a region by the bare name of a city
COUNTRY = 40_000_000  # what a state counts for beside its cities


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A row of the table.

    A name that ends in "?" is also an ordinary word or a first name; one that ends in "!" is that of a place
    that is not known to all, and means it only where the text names its state or country.
    """

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
    """A hand-written place; ``id`` is that of GeoNames, and where it has none, ``name`` stands for it.

    ``admin`` is GeoNames' code of a first-order division. A name that begins with "~" is also that of a city,
    and means this place only together with a word of its kind: "~Kharkiv" gives "Kharkiv region". One that
    ends in "?" is also an ordinary word.
    """

    name: str
    country: str | None
    lat: float
    lon: float
    kind: RegionKind = "region"
    id: int | None = None
    admin: str = ""
    en: tuple[str, ...] = ()
    ar: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()


class Extra(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ``data/places_extra.yml`` says; the file explains its own lists."""

    before: dict[str, tuple[str, ...]]
    toward: tuple[str, ...]
    within: dict[str, tuple[str, ...]]
    towns: tuple[str, ...]
    provinces: tuple[str, ...]
    rivers: tuple[str, ...]
    kinds: dict[RegionKind, dict[str, tuple[str, ...]]]
    generic: frozenset[str]
    cases: tuple[tuple[str, str], ...]
    certain: tuple[str, ...]
    doubted: tuple[str, ...]
    words: tuple[str, ...]
    also: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a name may mean.

    ``doubtful``: the name is also a word, a first name or a surname; ``minor``: the place is small, and so is
    every other place in the world that is not known to all and has a name of one word.
    """

    place: Place
    population: int
    admin: str = ""
    kind: str = "city"
    doubtful: bool = False
    minor: bool = False


@cache
def extras() -> Extra:
    """The words around places."""
    return read_yaml(files("dragoman") / "data" / "places_extra.yml", Extra)


@cache
def regions() -> tuple[Region, ...]:
    """The hand-written places, all files together."""
    folder = files("dragoman") / "data" / "places"
    return tuple(region for file in yaml_files(folder) for region in read_yaml(file, tuple[Region, ...]))


def lines() -> list[str]:
    """The rows of the table, unread."""
    path = files("dragoman") / "data" / "places.tsv"
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line and line[0] != "#"]


def cities() -> list[City]:
    """The rows of the table, as they stand."""
    return [city(line) for line in lines()]


def city(line: str) -> City:
    """A row of the table.

    Raises:
        ResourceError: it is none.
    """
    try:
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
            names=tuple(names.split("|")) if names else (),
        )
    except ValueError as error:
        raise ResourceError(f"data/places.tsv: {line[:60]!r}: {error}") from error


def of_city(found: City, mark: str = "") -> Candidate:
    """A row as what a name may mean; ``mark`` is what stood behind the name."""
    place = Place(
        span=Span(0, 0),
        name=found.name,
        country=found.country,
        geonameid=found.id,
        latitude=found.latitude,
        longitude=found.longitude,
        resolution=found.resolution,
    )
    return Candidate(
        place=place,
        population=found.population,
        admin=found.admin,
        kind="city" if found.resolution == 4 else "state",
        doubtful=mark == "?",
        minor=mark == "!",
    )


def of_region(region: Region, name: str) -> Candidate:
    """A hand-written place as what one of its names may mean."""
    place = Place(
        span=Span(0, 0),
        name=region.name,
        country=region.country,
        geonameid=region.id,
        latitude=region.lat,
        longitude=region.lon,
        resolution=RESOLUTIONS.get(region.kind, 2),
    )
    shared = name.startswith("~")
    weight = SHARED if shared else KNOWN if name.endswith("?") else STRONG
    return Candidate(
        place=place,
        population=weight,
        admin=region.admin,
        kind=region.kind,
        doubtful=shared or name.endswith("?"),
    )


def spellings(region: Region) -> Iterator[tuple[str, Candidate]]:
    """Every name of a hand-written place, and what it may mean."""
    words = extras().kinds.get(region.kind, {})
    for language, names in (("en", region.en), ("ar", region.ar), ("ru", region.ru)):
        for name in names:
            bare = name.strip("~?")
            yield bare, of_region(region, name)
            if name != bare:
                whole = of_region(region, bare)
                patterns = words.get(language, ())
                yield from ((pattern.replace("~", bare), whole) for pattern in patterns)
            if language == "ru":
                yield from ((case, of_region(region, name)) for case in _cases(name))


def _cases(name: str) -> Iterator[str]:
    """A Russian name of several words in its other cases: Киевской области."""
    for nominative, oblique in extras().cases:
        if " " in name and name.endswith(nominative):
            yield from (name[: -len(nominative)] + one for one in oblique.split(", "))
