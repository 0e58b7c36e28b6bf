"""How likely an event is: what is told far down in a long report counts for less."""

from __future__ import annotations

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Event, Report

FILLER = "The fathers and the mothers of the pupils paid for the roof of a school. "
NEWS = "Norway urged Iran to free the sailors. "


def events(text: str, threshold: float) -> tuple[Event, ...]:
    (found,) = pipeline.analyse([Report(id="r", text=text, language="en")], pipeline.tools(threshold))
    assert isinstance(found, Analysis)
    return found.events


@pytest.mark.parametrize(
    ("before", "after", "less"), [(0, 30, False), (9, 20, False), (12, 18, True), (12, 3, False)]
)
def test_what_is_told_far_down_in_a_long_report_counts_for_less(before: int, after: int, less: bool) -> None:
    (plain,) = events(NEWS, 0.0)
    (event,) = events(FILLER * before + NEWS + FILLER * after, 0.0)
    assert (event.score < plain.score) is less
