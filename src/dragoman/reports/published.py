"""A date as records write it → the day, or None where it could mean two days or none."""

from __future__ import annotations

import re
from datetime import date

from dragoman.text import fold

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[t ]|\s+at\s+)\d{1,2}:\d{2}.{0,30})?")
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})(?:t\d{4,6}.{0,12})?")
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,?\s+\d{1,2}:\d{2}.{0,30})?")
_YEAR_FIRST = re.compile(r"(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?:\s+\d{1,2}:\d{2}.{0,30})?")
# RFC 2822 (Sun, 09 Aug 2015 17:43:29 +0000) and its plainer relatives
_DAY_FIRST = re.compile(
    r"(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3,9})\.?,?\s+(\d{4})(?:,?\s+\d{1,2}:\d{2}.{0,40})?"
)
_MONTH_FIRST = re.compile(
    r"(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})(?:,?\s+\d{1,2}:\d{2}.{0,40})?"
)
_MONTHS = "january february march april may june july august september october november december".split()
_FIRST_YEAR, _LAST_YEAR = 1800, 2199


def parse(words: str) -> date | None:
    """The day that ``words`` name, as written, whatever the time zone."""
    if len(words) > 100:
        return None
    plain = fold(words.strip())
    if match := _ISO.fullmatch(plain) or _BASIC.fullmatch(plain):
        return _day(match[1], match[2], match[3])
    if match := _YEAR_FIRST.fullmatch(plain):
        return _day(match[1], match[3], match[4])
    if match := _SLASHED.fullmatch(plain):
        return _either_way(match[1], match[3], match[4])
    if match := _DAY_FIRST.fullmatch(plain):
        return _day(match[3], _month(match[2]), match[1])
    if match := _MONTH_FIRST.fullmatch(plain):
        return _day(match[3], _month(match[1]), match[2])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _either_way(first: str, second: str, year: str) -> date | None:
    """25/08/2015 and 08/25/2015 are one day each, 09/08/2015 could be two."""
    readings = {_day(year, second, first), _day(year, first, second)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _month(name: str) -> str:
    found = [number for number, month in enumerate(_MONTHS, 1) if len(name) >= 3 and month.startswith(name)]
    if name == "sept":
        found = [9]
    return str(found[0]) if len(found) == 1 else "0"
