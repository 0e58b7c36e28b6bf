"""Whom a deed is done to where its own phrase does not say, and where nobody knows whom."""

from __future__ import annotations

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Report

Sides = tuple[str, list[str], list[str]]


def coded(text: str) -> list[Sides]:
    """Type, actors and recipients of each event, as written."""
    (analysis,) = pipeline.analyse([Report(id="r", text=text, language="en")], pipeline.tools(0.5))
    assert isinstance(analysis, Analysis)
    return [
        (
            event.type,
            [side.mention.span.text(text) for side in event.actors],
            [side.mention.span.text(text) for side in event.recipients],
        )
        for event in analysis.events
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Sudanese planes carried out an attack that killed scores of Ugandan farmers.",
            ("ASSAULT", ["Sudanese planes"], ["Ugandan farmers"]),
        ),
        (
            "Turkey conducted two airstrikes targeting Hezbollah positions.",
            ("ASSAULT", ["Turkey"], ["Hezbollah"]),
        ),
        (
            "The drone strike by Turkey wounded more than ten Iraqi soldiers.",
            ("ASSAULT", ["Turkey"], ["Iraqi soldiers"]),
        ),
        (
            "Finland laid the matter before Angela Merkel and Emmanuel Macron, accusing them of sloth.",
            ("ACCUSE", ["Finland"], ["Angela Merkel", "Emmanuel Macron"]),
        ),
        (
            "Finland wrote about the talk in which Poland urged Hungary to help.",
            ("REQUEST", ["Poland"], ["Hungary"]),
        ),
        (
            "Kenyan police shot and killed the passenger.",
            ("ASSAULT", ["Kenyan police"], ["passenger"]),
        ),
        (
            "American lawmakers demand that the White House seek approval.",
            ("REQUEST", ["American lawmakers"], ["White House"]),
        ),
        (
            "Officials of the State Department advised Americans to leave Libya.",
            ("REQUEST", ["Officials of the State Department"], ["Americans"]),
        ),
    ],
)
def test_who_is_found(text: str, wanted: Sides) -> None:
    assert wanted in coded(text)


@pytest.mark.parametrize(
    "text",
    [
        "Finland urged the organisers to stop.",
        "Finland met nobody in May. It urged them to stop.",
        "The organisers were urged by Finland to stop.",
        "Finland accused its rivals of sloth.",
        "Finland worried about summer, when fighting with the Taliban begins.",
    ],
)
def test_nobody_known_is_no_event(text: str) -> None:
    assert coded(text) == []
