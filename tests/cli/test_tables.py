"""Records as lines of plain text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests import factory

from dragoman.cli.tables import event_line

ON = factory.report("USA on Monday met SYR.", published=date(2017, 7, 25))


def test_the_words_are_all_that_the_event_rests_on() -> None:
    event = factory.event("CONSULT", "USA", "SYR", on=ON, words="met")
    event = replace(event, evidence=(factory.span(ON, "USA"), factory.span(ON, "met SYR")))
    assert "“USA … met SYR”" in event_line(event, ON)


def test_sides_without_another_have_no_arrow() -> None:
    event = factory.event("CONSULT", "USA", "SYR", on=ON, words="met")
    assert " → " in event_line(event, ON)
    assert "→" not in event_line(replace(event, actors=(*event.actors, *event.recipients), recipients=()), ON)


@pytest.mark.parametrize(
    ("own", "published", "shown"),
    [
        (date(2017, 7, 24), date(2017, 7, 25), "  2017-07-24  "),
        (None, date(2017, 7, 25), "  (2017-07-25)  "),
        (None, None, "  -  "),
    ],
)
def test_the_day_of_a_report_is_not_shown_as_that_of_an_event(
    own: date | None, published: date | None, shown: str
) -> None:
    when = factory.on_day(ON, "Monday", own) if own is not None else None
    event = factory.event("CONSULT", "USA", "SYR", on=ON, words="met", when=when)
    assert shown in event_line(event, replace(ON, published=published))
