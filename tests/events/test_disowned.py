"""What a sentence tells without holding it for true, or as what is usual, is no event."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Report


def _types(text: str) -> list[str]:
    report = Report(id="x", text=text, language="en", published=date(2020, 5, 6))
    (result,) = pipeline.analyse([report], pipeline.tools(0.5, "frames"))
    assert isinstance(result, Analysis)
    return [event.type for event in result.events]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("It was Russia that attacked Ukraine.", ["ASSAULT"]),
        ("The minister does not think it was Russia that attacked Ukraine.", []),
        ("The minister does not think anybody knows it was Russia that attacked Ukraine.", []),
        ("Nobody knows it was Russia that attacked Ukraine.", []),
        ("The minister does not believe that Russia attacked Ukraine.", []),
        ("The minister did not know that Russia attacked Ukraine.", ["ASSAULT"]),
        ("The minister believes that Russia attacked Ukraine.", []),
        ("Most Germans think Russia attacked Ukraine.", []),
        ("Russia denied reports that it had attacked Ukraine.", []),
        ("The claim that Russia attacked Ukraine is baseless.", []),
        ("There is no evidence that Russia attacked Ukraine.", []),
        ("The army said that Russia attacked Ukraine.", ["ASSAULT"]),
        ("In the novel, Russia attacked Ukraine.", []),
    ],
)
def test_what_is_disbelieved(text: str, types: list[str]) -> None:
    assert _types(text) == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The ad claimed that Barack Obama praised Vladimir Putin.", []),
        ("The advertisement said “Barack Obama praised Vladimir Putin and met him.”", []),
        ("The spokesman said that Barack Obama praised Vladimir Putin.", ["SUPPORT"]),
        ("The ad said little, but Barack Obama praised Vladimir Putin.", ["SUPPORT"]),
    ],
)
def test_what_an_advertisement_claims(text: str, types: list[str]) -> None:
    assert _types(text) == types


@pytest.mark.parametrize(
    ("text", "types"),
    [("Usually, Iran condemns Israel.", []), ("Iran condemns Israel.", ["ACCUSE"])],
)
def test_what_is_usual(text: str, types: list[str]) -> None:
    assert _types(text) == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("John Kerry assured Israel that the United States will protect it.", ["AGREE"]),
        ("John Kerry assured Israel of American protection.", ["AGREE"]),
        ("John Kerry assured Israel that many questions have been asked.", []),
        ("Critics said that Donald Trump was insufficiently critical of Russia.", []),
        ("Britain expelled Russian diplomats after the March 4 poisoning of a Russian spy.", ["SANCTION"]),
        ("Russia broke into the Democratic National Committee.", []),
        ("On March 12, Turkey condemned Israel.", ["ACCUSE"]),
        ("The report followed the NATO summit and the bilateral summit with Vladimir Putin.", []),
    ],
)
def test_what_the_words_carry(text: str, types: list[str]) -> None:
    assert _types(text) == types
