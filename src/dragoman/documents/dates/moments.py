"""What the words of a date say, before anything is known of when they were written."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal, cast

from dragoman.documents.lexing import Lexeme
from dragoman.documents.patterns import Found
from dragoman.types import Granularity

MomentKind = Literal["calendar", "unit", "span", "ago", "unknown", "decade", "range"]
Tense = Literal["past", "future", "since"]

_SHIFTS = ("last", "next", "this", "that", "trailing")
_UNITS = (
    "unit_day",
    "unit_week",
    "unit_month",
    "unit_year",
    "unit_decade",
    "units",
    "dual",
    "pair_year",
    "weekend",
)
_COUNTS = ("a", "count", "small", "large", "number", "year", "round_year")
_MONTHS = ("month", "maybe_month", "wary_month", "abbr_month")
_YEARS = ("year", "round_year", "sure_year")
_DAYS = ("small", "large", "nth")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date as said: ``first`` and ``last`` bound its lexemes, ``start`` and ``stop`` its words.

    ``deictic`` counts days from today, ``shift`` is -1 for last, 0 for this, 1 for next; ``part`` is early,
    mid, late, beginning, end, earlier or later. A range holds its two ends.
    """

    kind: MomentKind
    first: int
    last: int
    start: int
    stop: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    deictic: int | None = None
    shift: int | None = None
    unit: str | None = None
    count: int | None = None
    part: str | None = None
    tense: Tense | None = None
    ends: tuple[Moment, Moment] | None = None

    @property
    def granularity(self) -> Granularity:
        """How fine the words are, whether or not the day is known."""
        if self.part or self.kind in ("span", "decade", "range") or self.unit == "weekend":
            return "range"
        if self.kind == "calendar":
            return self._finest()
        units: dict[str | None, Granularity] = {
            "week": "week",
            "month": "month",
            "year": "year",
            "decade": "year",
        }
        return units.get(self.unit, "day")

    def _finest(self) -> Granularity:
        if self.day is not None or self.weekday is not None or self.deictic is not None:
            return "day"
        return "month" if self.month is not None else "year"


def read(found: Found) -> list[Moment]:
    """The moments that ``found`` names: none where its words name no possible day."""
    reader = _READERS.get(found.read)
    return [moment for moment in reader(found) if possible(moment)] if reader else []


def possible(moment: Moment) -> bool:
    """Whether the calendar has such a day: 29 February only in a leap year or in a year not named."""
    if moment.ends:
        return all(possible(end) for end in moment.ends)
    if moment.day is None or moment.month is None:
        return moment.day is None or 1 <= moment.day <= 31
    return 1 <= moment.day <= monthrange(moment.year or 2000, moment.month)[1]


def _blank(found: Found, kind: MomentKind) -> Moment:
    first, last = found.lexemes[0], found.lexemes[-1]
    return Moment(kind=kind, first=found.first, last=found.last, start=first.start, stop=last.stop)


def _first(found: Found, kinds: Iterable[str]) -> object:
    for lexeme in found.lexemes:
        if lexeme.entry.kind in kinds:
            return lexeme.entry.value
    return None


def _number(found: Found, kinds: Iterable[str]) -> int | None:
    value = _first(found, kinds)
    return value if isinstance(value, int) else None


def _word(found: Found, kinds: Iterable[str]) -> str | None:
    value = _first(found, kinds)
    return value if isinstance(value, str) else None


def _last_unit(found: Found) -> str | None:
    """ "July of last year" with the word month before it: the unit that counts is the last one."""
    units = [lexeme.entry.value for lexeme in found.lexemes if lexeme.entry.kind in _UNITS]
    return cast(str, units[-1]) if units else None


def _calendar(found: Found) -> list[Moment]:
    day = _number(found, _DAYS)
    tens = found.values("nth_tens")
    if tens:  # "the fifth and twentieth", as Arabic says it
        day = (day or 0) + cast(int, tens[0])
    year, month = _number(found, _YEARS), _number(found, _MONTHS)
    numeric = _first(found, ("date",))
    if isinstance(numeric, tuple):
        year, month, day = (int(part) or None for part in numeric)
    moment = replace(
        _blank(found, "calendar"),
        year=year,
        month=month,
        day=day,
        weekday=_number(found, ("weekday", "maybe_weekday")),
        deictic=_number(found, ("deictic", "today")),
        shift=_number(found, _SHIFTS),
        unit=_last_unit(found),
        part=_word(found, ("part",)),
    )
    return [moment if year is None or moment.shift is None else replace(moment, shift=None, unit=None)]


def _days(found: Found) -> list[Moment]:
    places = [lexeme for lexeme in found.lexemes if lexeme.entry.kind in (*_DAYS, "day_range")]
    numbers = _ends(places)
    whole = replace(
        _blank(found, "calendar"),
        month=_number(found, _MONTHS),
        year=_number(found, _YEARS),
        shift=_number(found, _SHIFTS),
        unit=_last_unit(found),
    )
    listed = bool(found.values("and")) and not found.values("between") and not found.values("from")
    return _pair(whole, places, "day", numbers, listed)


def _pair(
    whole: Moment, places: list[Lexeme], field: Literal["day", "year"], numbers: tuple[int, int], listed: bool
) -> list[Moment]:
    """One range, or with ``listed`` ("3 and 9 May") two moments unless they are neighbours."""
    left, right = (
        replace(whole, day=number) if field == "day" else replace(whole, year=number) for number in numbers
    )
    if listed and numbers[1] != numbers[0] + 1:
        middle = places[-1].start
        return [replace(left, start=places[0].start, stop=places[0].stop), replace(right, start=middle)]
    if numbers[0] >= numbers[1]:
        return []
    return [replace(whole, kind="range", ends=(left, right))]


def _ends(places: list[Lexeme]) -> tuple[int, int]:
    value = places[0].entry.value
    low, high = value if isinstance(value, tuple) else (value, places[-1].entry.value)
    return int(cast(int, low)), int(cast(int, high))


def _months(found: Found) -> list[Moment]:
    places = [lexeme for lexeme in found.lexemes if lexeme.entry.kind in _MONTHS]
    whole = replace(_blank(found, "calendar"), year=_number(found, _YEARS))
    low, high = (cast(int, places[index].entry.value) for index in (0, -1))
    left, right = replace(whole, month=low), replace(whole, month=high)
    if whole.year is not None and low > high:
        left = replace(left, year=whole.year - 1)
    return [replace(whole, kind="range", ends=(left, right))]


def _years(found: Found) -> list[Moment]:
    places = [lexeme for lexeme in found.lexemes if lexeme.entry.kind in (*_YEARS, "year_range")]
    listed = bool(found.values("and")) and not found.values("between") and not found.values("from")
    return _pair(_blank(found, "calendar"), places, "year", _ends(places), listed)


def _unit(found: Found) -> list[Moment]:
    return [
        replace(
            _blank(found, "unit"),
            shift=_number(found, _SHIFTS),
            unit=_last_unit(found),
            part=_word(found, ("part", "sooner")),
        )
    ]


def _counted(found: Found, kind: MomentKind) -> Moment:
    count = _number(found, _COUNTS)
    if count is None and not found.values("vague"):
        count = (
            2 if found.values("dual") or found.values("pair_year") else None if found.values("units") else 1
        )
    unit = _word(found, _UNITS)
    return replace(_blank(found, kind), unit=unit, count=count, shift=_number(found, _SHIFTS))


def _span(found: Found) -> list[Moment]:
    return [_counted(found, "span")]


def _ago(found: Found, shift: int = -1) -> list[Moment]:
    moment = replace(_counted(found, "ago"), shift=shift)
    return [] if moment.unit == "hour" else [moment]  # across midnight or not, nobody knows


def _narrative(found: Found) -> list[Moment]:
    return [replace(_blank(found, "unknown"), unit=_word(found, _UNITS))]


def _decade(found: Found) -> list[Moment]:
    year = _number(found, ("decade", "decade_word", *_YEARS))
    if year is None or year % 10:
        return []
    return [replace(_blank(found, "decade"), year=year, part=_word(found, ("part",)))]


def _quarter(found: Found) -> list[Moment]:
    length = 6 if found.values("half") else 3
    number = _number(found, ("nth", "ordinal_quarter", "small")) or 0
    if not 1 <= number <= 12 // length:
        return []
    whole = replace(_blank(found, "calendar"), year=_number(found, _YEARS))
    left, right = replace(whole, month=(number - 1) * length + 1), replace(whole, month=number * length)
    return [replace(whole, kind="range", ends=(left, right))]


_READERS: dict[str, Callable[[Found], list[Moment]]] = {
    "calendar": _calendar,
    "days": _days,
    "months": _months,
    "years": _years,
    "unit": _unit,
    "span": _span,
    "ago": _ago,
    "ahead": partial(_ago, shift=1),
    "narrative": _narrative,
    "decade": _decade,
    "quarter": _quarter,
}
