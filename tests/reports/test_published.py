from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reports.published import parse

DAY = date(2015, 8, 9)


@pytest.mark.parametrize(
    "words",
    [
        "2015-08-09",
        "2015-8-9",
        "2015-08-09 17:43:29",
        "2015-08-09T17:43:29",
        "2015-08-09T23:43:29.123456+03:00",
        "2015-08-09T00:10:00Z",
        "20150809",
        "20150809T174329Z",
        "2015/08/09",
        "2015.08.09 17:43",
        "Sun, 09 Aug 2015 17:43:29 +0000",
        "Sun, 9 Aug 2015 17:43:29 GMT",
        "9 August 2015",
        "August 9, 2015",
        "Sunday, Aug. 9, 2015 5:43 PM",
        "  2015-08-09\n",
        "٢٠١٥-٠٨-٠٩",
    ],
)
def test_ways_of_writing_one_day(words: str) -> None:
    assert parse(words) == DAY


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("25/08/2015", date(2015, 8, 25)),
        ("08/25/2015", date(2015, 8, 25)),
        ("25.08.2015 10:00", date(2015, 8, 25)),
        ("08/08/2015", date(2015, 8, 8)),
        ("09/08/2015", None),
        ("31/02/2015", None),
        ("2015-02-30", None),
        ("2015-13-01", None),
        ("0001-01-01", None),
        ("9999-01-01", None),
        ("15-08-09", None),
        ("yesterday", None),
        ("ma 9, 2015", None),
        ("Juneau 9, 2015", None),
        ("Sept 9, 2015", date(2015, 9, 9)),
        ("1439141009", None),
        ("", None),
        ("2015-08-09" + "x" * 200, None),
    ],
)
def test_a_date_is_taken_only_where_it_can_mean_one_day(words: str, day: date | None) -> None:
    assert parse(words) == day


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31)))
def test_every_iso_day_is_read(day: date) -> None:
    assert parse(day.isoformat()) == day


@given(st.one_of(st.text(max_size=120), st.text(alphabet="0123456789/-.:T Z٣augsept,", max_size=30)))
def test_anything_gives_a_day_or_none(words: str) -> None:
    day = parse(words)
    assert day is None or 1800 <= day.year <= 2199
