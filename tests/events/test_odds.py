"""What a draft's wording says of how likely it is right."""

from __future__ import annotations

import pytest

from dragoman import pipeline
from dragoman.events import odds
from dragoman.types import Analysis, Event, Report


def _coded(text: str, language: str = "en") -> tuple[Event, ...]:
    """All events, however low their scores."""
    report = Report(id="r", text=text, language=language)
    (analysis,) = pipeline.analyse([report], pipeline.tools(0.0, "frames"))
    assert isinstance(analysis, Analysis)
    return analysis.events


def score(text: str, language: str = "en") -> float:
    """The score of the only event, however low."""
    (event,) = _coded(text, language)
    return event.score


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Gunmen bombed Syria.", "Officials who left Oslo said that gunmen bombed Syria."),
        ("Gunmen bombed Syria.", "Syria was bombed by gunmen."),
        ("Russia bombed Syria.", "Syria was bombed."),
        ("Russia bombed Syria.", "Gunmen bombed Syria."),
        ("Gunmen bombed Syria.", "Gunmen and somebody from Iran bombed Syria."),
        ("Russia criticised Syria.", "Russia criticised an officer."),
        ("Gunmen bombed Syria.", "It rained. " * 9 + "Gunmen bombed Syria."),
        ("Officials said that gunmen bombed Syria.", "Officials left because gunmen bombed Syria."),
        ("Gunmen went north and bombed Syria.", "After a car was stolen, gunmen bombed Syria."),
        ("Gunmen in vans bombed Syria.", "The gunmen who bombed Syria left."),
        ("Egypt withdrew its troops.", "Egypt condemned the plan."),
    ],
)
def test_what_is_told_plainly_and_early_is_likelier(better: str, worse: str) -> None:
    assert score(better) > score(worse)


def test_every_weight_has_its_feature() -> None:
    found = odds.load("en")
    assert found is not None
    assert set(found.features) == {name for name, _ in odds.FEATURES} | {"lead", "late"}


def test_a_language_without_weights_keeps_the_score_of_its_rules() -> None:
    assert odds.load("ar") is None


def test_and_joins_only_where_one_verb_before_can_share_the_subject() -> None:
    """Who praised, Mali or Chad, nobody can tell."""
    plain, torn = (
        next(event.score for event in _coded("It rained. " * 9 + text) if event.type == "SUPPORT")
        for text in ("Mali met Iraq and praised Iran.", "Mali forgot that Chad met Iraq and praised Iran.")
    )
    assert plain > torn
