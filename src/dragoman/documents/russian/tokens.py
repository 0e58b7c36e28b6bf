"""Text → Russian tokens whose ``norm`` is the same in every case of a word.

pymorphy3 gives the dictionary form; it guesses for words it does not know, and guesses otherwise in another
case. So the ending of the singular goes from every word: Махама and Махамой, Асад and Асадом meet.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.resources import read_yaml
from dragoman.text import fold
from dragoman.types import Span, Token

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer  # type: ignore[import-untyped]

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+(?:[.,:]\d+)*|[^\w\s]|_")
_NAMES = frozenset({"Surn", "Name", "Patr", "Geox", "Orgn"})
_TAGS = {
    "NOUN": "NOUN", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADJ", "VERB": "VERB", "INFN": "VERB",
    "PRTF": "ADJ", "PRTS": "VERB", "GRND": "VERB", "NUMR": "NUM", "ADVB": "ADV", "NPRO": "PRON",
    "PREP": "ADP", "CONJ": "CCONJ", "PRCL": "PART",
}  # fmt: skip
_STEM = 3  # letters that are left of a word at least
_ABBREVIATION = 5  # letters in capitals that are read as they stand
_LONGEST = 40


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ``data/languages/ru/words.yml`` says; the file explains its own lists."""

    places: frozenset[str]
    places_in_case: dict[str, tuple[str, ...]]
    links: frozenset[str]
    endings: str


@cache
def words() -> Words:
    """The word lists of Russian."""
    return read_yaml(files("dragoman") / "data" / "languages" / "ru" / "words.yml", Words)


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of ``text`` within ``span``; ``norm`` is the form for look-up.

    Args:
        text: the whole text of the report.
        span: the sentence, in code points.
    """
    found = []
    for match in _WORD.finditer(text, span.start, span.stop):
        word = match.group()
        norm, lemma, tag = _read(word)
        found.append(Token(span=Span(*match.span()), text=word, norm=norm, lemma=lemma, tag=tag))
    return tuple(found)


def spelled(name: str) -> str:
    """A name with each of its words in the form for look-up."""
    return _WORD.sub(lambda match: _read(match.group())[0], name)


def cases(word: str) -> frozenset[str]:
    """The cases that ``word`` may stand in, by pymorphy's names; a name before another reading."""
    parses = _parses(word.lower())
    return frozenset(parse.tag.case for parse in parses if parse.tag.case)


@lru_cache(maxsize=100_000)
def _read(word: str) -> tuple[str, str, str]:
    """Form for look-up, dictionary form and tag of a word."""
    folded = fold(word)
    if not word[0].isalpha():
        return folded, folded, "NUM" if word[0].isdigit() else "PUNCT"
    shouted = len(word) <= _ABBREVIATION and word.isupper()
    if shouted or len(word) > _LONGEST or "а" > word[0].lower() or word[0].lower() > "ё":
        return folded, folded, "PROPN"
    best = _parses(word.lower())[0]
    name = bool(_NAMES & set(best.tag.grammemes)) or not best.is_known
    tag = "PROPN" if name and word[0].isupper() else _TAGS.get(best.tag.POS, "X")
    lemma = fold(best.normal_form)
    return _stem(lemma if best.is_known else folded), lemma, tag


def _stem(word: str) -> str:
    stem = _endings().sub("", word)
    return stem if len(stem) >= _STEM else word


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(words().endings)


def _parses(word: str) -> list[Any]:
    """The readings of a word, likeliest first; only those of a name where there are some."""
    found = _morphology().parse(word)
    return [one for one in found if _NAMES & set(one.tag.grammemes)] or found


@cache
def _morphology() -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")
