"""What a report tells of a past that is not its own."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Event, Report


def _events(text: str) -> tuple[Event, ...]:
    report = Report(id="x", text=text, language="en", published=date(2020, 5, 6))
    (result,) = pipeline.analyse([report], pipeline.tools(0.4))
    assert isinstance(result, Analysis)
    return result.events


@pytest.mark.parametrize(
    ("text", "historical"),
    [
        ("Russia bombed Syria on Monday.", False),
        ("Russia bombed Syria last month.", False),
        ("Russia bombed Syria in 2016.", True),
        ("Russia has bombed Syria since 2015.", True),
        ("Russia has bombed Syria since April.", False),
        ("Egypt condemned Libya in a 2008 letter.", True),
        ("Decades ago Russia bombed Finland.", True),
        ("Russia bombed Finland during World War II.", True),
        ("The minister, a scholar of the Cold War, said Russia bombed Syria.", False),
    ],
)
def test_dates_and_eras(text: str, historical: bool) -> None:
    (event,) = [event for event in _events(text) if event.type in ("ACCUSE", "ASSAULT")]
    assert ("historical" in event.auxiliary) == historical


def test_a_tale_goes_on_without_a_date() -> None:
    text = "In 2003 the drought was over. Chad bombed Sudan. The government of Egypt condemned Libya."
    assert [("historical" in event.auxiliary) for event in _events(text)] == [True, False]


def test_a_year_that_names_a_thing_is_no_day_of_the_event() -> None:
    (event,) = _events("Iran condemned Egypt over the 2018 election.")
    assert (event.date, event.auxiliary) == (None, ())


def test_a_date_at_the_head_is_said_of_all_that_follows() -> None:
    (event,) = _events("In 2003 the drought was over, but Chad bombed Sudan.")
    assert "historical" in event.auxiliary


def test_who_left_office_long_ago_acted_then() -> None:
    (event,) = _events("President George W. Bush agreed to withdraw troops from Iraq.")
    assert "historical" in event.auxiliary
    (event,) = _events("President Donald Trump agreed to withdraw troops from Iraq.")
    assert "historical" not in event.auxiliary
