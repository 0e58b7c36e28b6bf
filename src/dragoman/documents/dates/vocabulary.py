"""``data/languages/<iso>/dates.yml`` → what finds the words that say when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial
from typing import Literal

from dragoman.documents.lexing import Lexer, NumberReader, Value
from dragoman.documents.patterns import Patterns, Rules, build
from dragoman.resources import language_file, read_yaml
from dragoman.text import fold

LANGUAGES = ("en", "ar", "ru")
FIRST_YEAR, LAST_YEAR = 1500, 2100

_KINDS = (
    *("small", "large", "number", "year", "round_year", "sure_year"),
    *("day_range", "year_range", "date", "unclear", "decade"),
)
_GROUPED = re.compile(r"\d{1,3}(?:[,٬\u00a0\u202f ]\d{3})+")
_SPLIT = re.compile(r"[/.\-–]")

Read = tuple[str, Value]


class DateRules(Rules, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The date grammar of a language: ``order`` reads 3/5/2017, ``suffixes`` are letters written at a number.

    Of these ``eras`` make any four digits a year, ``decades`` make them a decade.
    """

    order: Literal["dmy", ""]
    suffixes: frozenset[str]
    eras: frozenset[str] = frozenset()
    decades: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DateGrammar:
    """What reads the dates of one language; the regexes are over symbols."""

    lexer: Lexer
    patterns: Patterns
    sentence_end: re.Pattern[str]
    verbs: re.Pattern[str]
    will: str
    done: str
    due: re.Pattern[str]
    clause_end: re.Pattern[str]
    joiner: re.Pattern[str]
    closer: re.Pattern[str]
    opener: re.Pattern[str]
    since: re.Pattern[str]


@cache
def load(language: str) -> DateGrammar:
    """The grammar of ``language``, one of ``LANGUAGES``.

    Raises:
        ResourceError: its file is missing or broken.
    """
    rules = read_yaml(language_file(language, "dates.yml"), DateRules)
    reader: NumberReader = partial(read_number, rules=rules)
    lexer, patterns = build(rules, reader, _KINDS)
    return DateGrammar(
        lexer,
        patterns,
        sentence_end=patterns.compile("stop | dot"),
        verbs=patterns.compile("will | told | done"),
        will=patterns.compile("will").pattern,
        done=patterns.compile("done").pattern,
        due=patterns.compile("by"),
        clause_end=patterns.compile("stop | dot | and"),
        joiner=patterns.compile("until | dash | to"),
        closer=patterns.compile("until | dash | to | and"),
        opener=patterns.compile("opener"),
        since=patterns.compile("since"),
    )


def read_number(body: str, suffix: str, rules: DateRules) -> tuple[str, Value, bool] | None:
    """The class and value of digits ``body`` followed by letters ``suffix``; None where they name no date."""
    ending = fold(suffix)
    if ending in rules.decades and body.isdecimal() and len(body) == 4 and int(body) % 10 == 0:
        return "decade", int(body), True
    if _GROUPED.fullmatch(body):
        return "number", int("".join(filter(str.isdecimal, body))), False
    parts = [part for part in _SPLIT.split(body) if part.isdecimal() and len(part) <= 4]
    if len(parts) != len(_SPLIT.split(body)):
        return None
    numbers = [int(part) for part in parts]
    if len(parts) == 1 and ending in rules.eras and _is_year(numbers[0]):
        return "sure_year", numbers[0], True
    if len(parts) == 1:
        return *_whole(numbers[0], len(parts[0])), ending in rules.suffixes
    found = _pair(body, numbers) if len(parts) == 2 else _triple(parts, numbers, rules.order)
    return (*found, ending in rules.suffixes or (ending == "t" and found[0] == "date")) if found else None


def _whole(number: int, digits: int) -> Read:
    if digits <= 2 and 1 <= number <= 31:
        return ("small" if number <= 12 else "large"), number
    if digits == 4 and FIRST_YEAR <= number <= LAST_YEAR:
        return ("round_year" if number % 100 == 0 else "year"), number
    return "number", number


def _pair(body: str, numbers: list[int]) -> Read | None:
    low, high = numbers
    if "." in body:
        return None
    if 1 <= low < high <= 31 and ("/" not in body or high == low + 1):
        return "day_range", (low, high)
    return _slashed(low, high) if "/" in body else _years(low, high)


def _slashed(low: int, high: int) -> Read | None:
    """7/2017 and 2014/15."""
    if _is_year(high) and 1 <= low <= 12:
        return "date", (high, low, 0)
    return ("year_range", (low, high)) if _is_year(low) and high in (low + 1, (low + 1) % 100) else None


def _years(low: int, high: int) -> Read | None:
    """2014-2016, 2014-16 and 2014-07; 2011-12 may be two years or December."""
    if not _is_year(low):
        return None
    if low < high <= LAST_YEAR:
        return "year_range", (low, high)
    if high > 12 and low % 100 < high < 100:
        return "year_range", (low, low - low % 100 + high)
    return ("date", (low, high, 0)) if 1 <= high <= 12 and high <= low % 100 else None


def _triple(parts: list[str], numbers: list[int], order: str) -> Read | None:
    if len(parts) != 3:
        return None
    if len(parts[0]) == 4:
        year, month, day = numbers
    elif len(parts[2]) == 4:
        first, second, year = numbers
        if first <= 12 and second <= 12 and first != second and not order:
            return ("unclear", None) if _is_year(year) and first and second else None
        day, month = (second, first) if second > 12 else (first, second)
    else:
        return None
    return ("date", (year, month, day)) if _is_year(year) and 1 <= month <= 12 and day >= 1 else None


def _is_year(number: int) -> bool:
    return FIRST_YEAR <= number <= LAST_YEAR
