"""Whether a name or a title is a man's or a woman's: "he" is nobody whom the report calls Angela."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.resources import language_file, read_yaml
from dragoman.text import fold
from dragoman.types import Gender


class Titles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say who is meant: Mr, spokeswoman. Folded."""

    male: frozenset[str]
    female: frozenset[str]


class Genders(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """First names of women, those that tell nothing, and titles. Folded."""

    female: frozenset[str]
    either: frozenset[str]
    titles: Titles


@cache
def given_names() -> frozenset[str]:
    """First names as English-language news spells them, folded."""
    path = files("dragoman") / "data" / "languages" / "en" / "given_names.txt"
    lines = (line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    return frozenset(name for line in lines for name in line.split())


@cache
def load() -> Genders:
    """The lists.

    Raises:
        ResourceError: the file is missing or broken.
    """
    return read_yaml(language_file("en", "genders.yml"), Genders)


def of_name(name: str) -> Gender:
    """Whose name it is, by its first word in Latin letters; "" where that tells nothing or stands alone."""
    words = fold(name).split()
    if len(words) < 2 or words[0] in load().either:
        return ""
    if words[0] in load().female:
        return "female"
    return "male" if words[0] in given_names() else ""


def of_title(words: Sequence[str]) -> Gender:
    """What the first of the folded words says that says it; "" where none does."""
    titles = load().titles
    for word in words:
        if word in titles.female:
            return "female"
        if word in titles.male:
            return "male"
    return ""
