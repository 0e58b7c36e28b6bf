"""A name in any case → a form that is the same in all of them: Russian, Ukrainian, Polish.

pymorphy3 knows the first two; the ending goes from the rest, since names from abroad are in no dictionary.
Other languages do not change their names.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from dragoman.text import fold

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer  # type: ignore[import-untyped]

_WORD = re.compile(r"[^\W\d_]+")
_NAMES = frozenset({"Surn", "Name", "Patr", "Geox", "Orgn"})
_STEM = 3  # letters that are left of a word at least
_ENDINGS = {
    "ru": re.compile(r"(?:[оеё]го|[оеё]му|[оеё]й|[оеё]ю|ым|[оеё]м|(?<=[кгхжшщчн])им|[аеёиуыьэюяй])$"),
    "uk": re.compile(r"(?:[оеє]ві|ого|ому|[оеє]ю|[иіоеє]м|[иоеії]й|[аеєиіїуьюяй])$"),
    "pl": re.compile(r"(?:iego|iemu|[eo]go|emu|owi|iem|em|ej|ym|im|ią|ię|ie|ii|ia|iu|[aeiouyąę])$"),
}
_DICTIONARIES = ("ru", "uk")


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """``word`` without its case ending, folded."""
    endings = _ENDINGS.get(language)
    if endings is None or (word.isupper() and len(word) > 1):
        return fold(word)
    base = _base(word, language) if language in _DICTIONARIES else word.lower()
    cut = endings.sub("", base)
    return fold(cut if len(cut) >= _STEM else base)


def stems(name: str, language: str) -> str:
    """The words of ``name`` without their case endings."""
    return _WORD.sub(lambda match: stem(match.group(), language), name)


def _base(word: str, language: str) -> str:
    """The dictionary form of a word that the dictionary has, read as a name where it can be one."""
    parses = _morphology(language).parse(word.lower())
    named = [one for one in parses if _NAMES & set(one.tag.grammemes)] or parses
    known = named and named[0].is_known
    return str(named[0].normal_form) if known else word.lower()


@cache
def _morphology(language: str) -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang=language)
