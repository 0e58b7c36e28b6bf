"""The two sides, both ministers, الجانبان: who talked with each other just before."""

from __future__ import annotations

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Event, Report

MET = "Kenyan Foreign Minister Amina Mohamed met her Ugandan counterpart Sam Kutesa in Nairobi. "


def coded(text: str, kind: str, language: str = "en") -> list[Event]:
    (analysis,) = pipeline.analyse(
        [Report(id="r", text=text, language=language)], pipeline.tools(0.4, "frames")
    )
    assert isinstance(analysis, Analysis)
    return [event for event in analysis.events if event.type == kind]


@pytest.mark.parametrize("who", ["The two ministers", "Both sides", "The two delegations"])
def test_two_who_met_are_the_two_sides(who: str) -> None:
    text = f"{MET}{who} signed a treaty on fishing."
    (event,) = coded(text, "SUPPORT")
    assert [one.country for one in event.actors] == ["KEN", "UGA"]
    assert {one.mention.span.text(text) for one in event.actors} == {who}


@pytest.mark.parametrize("who", ["The two countries", "The ministers", "Two gunmen"])
def test_persons_are_no_states_and_not_any_plural(who: str) -> None:
    assert all(len(event.actors) < 2 for event in coded(f"{MET}{who} accused Rwanda of an attack.", "ACCUSE"))


def test_nobody_is_meant_where_nobody_met() -> None:
    text = "Kenya and Uganda are neighbours. The two ministers signed a treaty on fishing."
    assert coded(text, "SUPPORT") == []


def test_an_arabic_dual_needs_no_numeral() -> None:
    text = "التقى وزير الخارجية الكيني نظيره الأوغندي في نيروبي. ودعا الوزيران رواندا إلى سحب قواتها."
    (event,) = coded(text, "REQUEST", "ar")
    assert [one.country for one in event.actors] == ["KEN", "UGA"]
    assert [one.country for one in event.recipients] == ["RWA"]
