"""How likely an event is: what is told far down in a long report counts for less."""

from __future__ import annotations

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Event, Report

FILLER = {
    "en": "The fathers and the mothers of the pupils paid for the roof of a school. ",
    "ar": "دفع آباء التلاميذ ثمن السقف. ",
}
NEWS = {"en": "Gunmen bombed Syria. ", "ar": "حثت النرويج إيران على إطلاق سراح البحارة. "}


def events(text: str, threshold: float, language: str = "en") -> tuple[Event, ...]:
    (found,) = pipeline.analyse(
        [Report(id="r", text=text, language=language)], pipeline.tools(threshold, "frames")
    )
    assert isinstance(found, Analysis)
    return found.events


@pytest.mark.parametrize(
    ("language", "before", "after", "less"),
    [
        ("en", 0, 30, False),
        ("en", 9, 20, False),
        ("en", 24, 3, True),
        ("ar", 0, 30, False),
        ("ar", 9, 20, False),
        ("ar", 12, 18, True),
        ("ar", 12, 3, False),
    ],
)
def test_what_is_told_far_down_in_a_long_report_counts_for_less(
    language: str, before: int, after: int, less: bool
) -> None:
    filler = FILLER[language]
    (plain,) = events(filler * 3 + NEWS[language], 0.0, language)
    (event,) = events(filler * before + NEWS[language] + filler * after, 0.0, language)
    assert (event.score < plain.score) is less
