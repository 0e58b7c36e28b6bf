"""Whom a deed is done to where its own phrase does not say, and where nobody knows whom."""

from __future__ import annotations

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Report

Sides = tuple[str, list[str], list[str]]


def coded(text: str) -> list[Sides]:
    """Type, actors and recipients of each event, as written."""
    (analysis,) = pipeline.analyse([Report(id="r", text=text, language="en")], pipeline.tools(0.5, "frames"))
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
            "Somalia dismissed its defence minister on Monday.",
            ("SANCTION", ["Somalia"], ["defence minister"]),
        ),
        (
            "Kenyan soldiers ousted President Daniel arap Moi.",
            ("COERCE", ["Kenyan soldiers"], ["President Daniel arap Moi"]),
        ),
        (
            "Sudanese planes carried out an attack that killed scores of Ugandan farmers.",
            ("ASSAULT", ["Sudanese planes"], ["Ugandan farmers"]),
        ),
        (
            "A journalist was wounded in an Israeli air strike on Monday.",
            ("ASSAULT", ["Israeli"], ["journalist"]),
        ),
        (
            "Nine farmers died in an attack by Boko Haram in Chad.",
            ("ASSAULT", ["Boko Haram"], ["Nine farmers"]),
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
        (
            "Finland blamed the poor Russia-Poland relationship on Angela Merkel and Emmanuel Macron.",
            ("ACCUSE", ["Finland"], ["Angela Merkel", "Emmanuel Macron"]),
        ),
        (
            "Israel struck Hezbollah on Sunday, warning it not to rebuild its posts.",
            ("THREATEN", ["Israel"], ["it"]),
        ),
        (
            "Sweden offered Finland a meeting with the IMF.",
            ("AGREE", ["Sweden"], ["Finland"]),
        ),
        (
            "Greece offered Kenyan farmers talks on wheat.",
            ("AGREE", ["Greece"], ["Kenyan farmers"]),
        ),
        (
            "Turkey threatened on Thursday to freeze its contacts with Sweden.",
            ("THREATEN", ["Turkey"], ["Sweden"]),
        ),
        (
            "Finland gave money to Andrew Cuomo (D), Ted Cruz (R) and other Democrats.",
            ("AID", ["Finland"], ["Andrew Cuomo", "Ted Cruz", "Democrats"]),
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
        "Outside groups supporting Ted Cruz, John Kasich and Harry Reid also have spent heavily.",
        "Finland criticised the tense Russia-Poland relations.",
        "Finland agreed to repay the loan, with Iraqi ministers in favour.",
        "Ted Cruz has pledged to stay in the race through to California in June.",
        "Ted Cruz and Harry Reid promised as Senate candidates to lead the fight.",
        "Angela Merkel asked @novak to invite the singers to Washington.",
        "Justice Stephen Breyer sided with the court's conservatives.",
        "They spoke behind the NATO summit and the second summit with Angela Merkel.",
    ],
)
def test_nobody_known_is_no_event(text: str) -> None:
    assert coded(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The row over Ted Cruz's letter grew as Democrats turned on Harry Reid and accused him of fraud.",
            "Harry Reid",
        ),
        (
            "Emmanuel Macron left after his talks with Ted Cruz. Donald Tusk accused him of fraud.",
            "Emmanuel Macron",
        ),
        ("Barack Obama phoned Vladimir Putin and accused him of fraud.", "Vladimir Putin"),
    ],
)
def test_whom_a_pronoun_means(text: str, name: str) -> None:
    (analysis,) = pipeline.analyse([Report(id="r", text=text, language="en")], pipeline.tools(0.5, "frames"))
    assert isinstance(analysis, Analysis)
    blamed = [side.name for event in analysis.events if event.type == "ACCUSE" for side in event.recipients]
    assert blamed == [name]


def test_of_two_named_as_often_before_neither_is_meant() -> None:
    text = "The talks of Emmanuel Macron with Ted Cruz failed. Donald Tusk accused him of fraud."
    assert not [one for one in coded(text) if one[0] == "ACCUSE"]
