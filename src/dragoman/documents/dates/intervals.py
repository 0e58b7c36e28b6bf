"""Moments → days: what was said, counted from the day it was written. Nothing is guessed.

Without that day only moments that name their year have an interval. Weeks run from Monday to Sunday. A day
or a month without a year is the nearest one, where a day ahead counts as thrice as far as a day gone by, six
times after a verb in the past, and lies at most half a year ahead unless that verb speaks of the future.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from dragoman.documents.dates.moments import Moment, Tense
from dragoman.documents.dates.vocabulary import FIRST_YEAR, LAST_YEAR
from dragoman.types import Granularity

_HALF_YEAR = 183
_AHEAD: dict[Tense | None, int] = {"future": 1, "past": 6, "since": 6, None: 3}
_YEAR = 366
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12, "decade": 120}
# The days of a month, the months of a year and the years of a decade that "early" and the like take up.
_OF_MONTH = {"early": (1, 10), "beginning": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (21, 31)}
_OF_YEAR = {"early": (1, 4), "beginning": (1, 3), "mid": (5, 8), "late": (9, 12), "end": (10, 12)}
_OF_DECADE = {"early": (0, 3), "beginning": (0, 2), "mid": (4, 6), "late": (7, 9), "end": (8, 9)}
_OF_WEEK = {"early": (0, 1), "beginning": (0, 1), "mid": (2, 3), "late": (4, 6), "end": (4, 6)}


class Interval(NamedTuple):
    """Days from ``start`` to ``end``, both included."""

    start: date
    end: date
    granularity: Granularity


def resolve(moment: Moment, reference: date | None) -> Interval | None:
    """The days that ``moment`` means in a report of ``reference``; None where they cannot be known."""
    try:
        found = _RESOLVERS[moment.kind](moment, reference)
    except (OverflowError, ValueError):  # a day that the calendar of dates does not reach
        return None
    if found is None or not FIRST_YEAR <= found.start.year <= found.end.year <= LAST_YEAR:
        return None
    return found if found.start <= found.end else None


def _day(day: date) -> Interval:
    return Interval(day, day, "day")


def _range(start: date, end: date) -> Interval:
    return Interval(start, end, "range")


def _month(year: int, month: int, part: str | None = None) -> Interval:
    last = monthrange(year, month)[1]
    if part is None:
        return Interval(date(year, month, 1), date(year, month, last), "month")
    first, final = _OF_MONTH[part]
    return _range(date(year, month, first), date(year, month, min(final, last)))


def _year(year: int, part: str | None = None) -> Interval:
    if part is None:
        return Interval(date(year, 1, 1), date(year, 12, 31), "year")
    first, final = _OF_YEAR[part]
    return _range(date(year, first, 1), _month(year, final).end)


def _week(day: date, part: str | None = None) -> Interval:
    monday = day - timedelta(days=day.weekday())
    if part is None:
        return Interval(monday, monday + timedelta(days=6), "week")
    first, final = _OF_WEEK[part]
    return _range(monday + timedelta(days=first), monday + timedelta(days=final))


def _moved(day: date, unit: str, count: int) -> date:
    """The day ``count`` units after ``day``; the last of the month where the month is too short."""
    if unit in _DAYS:
        return day + timedelta(days=count * _DAYS[unit])
    months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _calendar(moment: Moment, reference: date | None) -> Interval | None:
    if moment.year is not None:
        return _dated(moment, moment.year)
    if reference is None:
        return None
    if moment.month is not None:
        return _undated(moment, moment.month, reference)
    if moment.day is not None:
        month = _moved(reference.replace(day=1), "month", moment.shift or 0)
        return _day(month.replace(day=moment.day))
    if moment.weekday is not None:
        return _day(_weekday(moment, moment.weekday, reference))
    return None if moment.deictic is None else _day(reference + timedelta(days=moment.deictic))


def _dated(moment: Moment, year: int) -> Interval:
    if moment.month is None:
        return _year(year, moment.part)
    if moment.day is None:
        return _month(year, moment.month, moment.part)
    return _day(date(year, moment.month, moment.day))


def _undated(moment: Moment, month: int, reference: date) -> Interval | None:
    if moment.unit == "year":  # "25 July last year"
        return _dated(moment, reference.year + (moment.shift or 0))
    candidates = []
    for year in range(reference.year - 4, reference.year + 5):
        if FIRST_YEAR <= year <= LAST_YEAR and (moment.day or 1) <= monthrange(year, month)[1]:
            candidates.append(_dated(replace(moment, month=month), year))
    allowed = [one for one in candidates if _allowed(one, moment, reference)]
    named = [one for one in allowed if moment.weekday in (None, one.start.weekday()) or moment.day is None]
    base = reference + timedelta(days=moment.deictic or 0)
    ahead = _AHEAD[moment.tense]
    return min(named or allowed, key=lambda one: _distance(one, base, ahead), default=None)


def _allowed(candidate: Interval, moment: Moment, reference: date) -> bool:
    if moment.shift == -1:
        return candidate.end < reference
    if moment.shift == 1:
        return candidate.start > reference
    if moment.shift == 0:
        return candidate.start.year == reference.year
    if moment.tense == "since":
        return candidate.start <= reference
    furthest = _YEAR if moment.tense == "future" else _HALF_YEAR
    return candidate.start <= reference + timedelta(days=furthest) and (
        moment.tense != "future" or candidate.end >= reference
    )


def _distance(candidate: Interval, base: date, ahead: int) -> int:
    if candidate.start > base:
        return (candidate.start - base).days * ahead
    return max(0, (base - candidate.end).days)


def _weekday(moment: Moment, weekday: int, reference: date) -> date:
    if moment.deictic is not None:  # "today, Tuesday", also where the page is dated a day later
        base = reference + timedelta(days=moment.deictic)
        return base + timedelta(days=(weekday - base.weekday() + 3) % 7 - 3)
    if moment.unit == "week" or moment.shift == 0:
        monday = _week(reference).start
        return monday + timedelta(days=weekday + 7 * (moment.shift or 0))
    if moment.shift == -1:
        return reference - timedelta(days=(reference.weekday() - weekday - 1) % 7 + 1)
    if moment.shift == 1:
        return reference + timedelta(days=(weekday - reference.weekday() - 1) % 7 + 1)
    if moment.tense == "future":
        return reference + timedelta(days=(weekday - reference.weekday()) % 7)
    return reference - timedelta(days=(reference.weekday() - weekday) % 7)


def _unit(moment: Moment, reference: date | None) -> Interval | None:
    if reference is None or moment.unit is None:
        return None
    shift = moment.shift or 0
    if moment.unit == "weekend":
        return _weekend(moment, reference)
    part = None if moment.part in ("earlier", "later") else moment.part
    base = reference if moment.unit == "week" else reference.replace(day=1)
    whole = _around(_moved(base, moment.unit, shift), moment.unit, part)
    if moment.part == "earlier":
        return _range(whole.start, reference)
    return _range(reference, whole.end) if moment.part == "later" else whole


def _weekend(moment: Moment, reference: date) -> Interval:
    if moment.shift is None and moment.tense != "future":  # the one at hand or the last one
        saturday = _week(reference - timedelta(days=5)).start + timedelta(days=5)
    else:
        saturday = _week(reference).start + timedelta(days=5 + 7 * (moment.shift or 0))
    return _range(saturday, saturday + timedelta(days=1))


def _around(day: date, unit: str, part: str | None = None) -> Interval:
    """The calendar unit that holds ``day``."""
    if unit == "week":
        return _week(day, part)
    if unit == "month":
        return _month(day.year, day.month, part)
    return _year(day.year, part) if unit in ("year", "decade") else _day(day)


def _span(moment: Moment, reference: date | None) -> Interval | None:
    if reference is None or moment.count is None or moment.unit is None:
        return None
    unit, count = moment.unit, moment.count
    if unit == "hour":
        unit, count = "day", -(-count // 24)
    other = _moved(reference, unit, count if moment.shift == 1 else -count)
    return _range(min(reference, other), max(reference, other))


def _ago(moment: Moment, reference: date | None) -> Interval | None:
    if reference is None or moment.count is None or moment.unit is None:
        return None
    return _around(_moved(reference, moment.unit, moment.count * (moment.shift or -1)), moment.unit)


def _decade(moment: Moment, reference: date | None) -> Interval | None:
    if moment.year is None:
        return None
    first, final = _OF_DECADE[moment.part] if moment.part else (0, 9)
    return _range(date(moment.year + first, 1, 1), date(moment.year + final, 12, 31))


def _unknown(moment: Moment, reference: date | None) -> Interval | None:
    return None


def _between(moment: Moment, reference: date | None) -> Interval | None:
    if moment.ends is None:
        return None
    left, right = moment.ends
    if right.year is None and left.year is not None and right.month is not None:
        right = _near(right, left.year, left, after=True)
    end = resolve(right, reference)
    if left.year is None and left.month is not None and end is not None:
        left = _near(left, end.end.year, right, after=False)
    start = resolve(left, reference)
    if start is None or end is None:
        return None
    if start.start > end.end and left.weekday is not None and left.month is None:
        start = _day(start.start - timedelta(days=7))
    return _range(start.start, end.end)


def _near(moment: Moment, year: int, other: Moment, *, after: bool) -> Moment:
    """``moment`` in ``year``, or in the next one if it must come after ``other`` (before: the one before)."""
    mine, its = ((one.month or 0, one.day or 0) for one in (moment, other))
    turned = mine < its if after else mine > its
    return replace(moment, year=year + (1 if after else -1) * turned)


_RESOLVERS: dict[str, Callable[[Moment, date | None], Interval | None]] = {
    "calendar": _calendar,
    "unit": _unit,
    "span": _span,
    "ago": _ago,
    "decade": _decade,
    "unknown": _unknown,
    "range": _between,
}
