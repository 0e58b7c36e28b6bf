"""Wishes, advice, denied refusals and what others say of the speaker are told, and are no events."""

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
        ("Kenya wants Somalia to reopen the border.", []),
        ("Kenya urged Somalia to reopen the border.", ["REQUEST"]),
        ("“We want Somalia to reopen the border,” the Kenyan president said.", ["REQUEST"]),
        ("Turkey wants Cyprus to withdraw its troops.", []),
    ],
)
def test_a_wish_is_a_request_only_of_who_speaks(text: str, types: list[str]) -> None:
    assert _types(text) == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Germany should sever ties with Belarus.", []),
        ("Germany ought to condemn Belarus.", []),
        ("Germany has severed ties with Belarus.", ["SANCTION"]),
        ("The police can arrest Bolivian lawmakers.", []),
        ("It is time for Germany to condemn Belarus.", []),
        ("Germany allowed Polish senators to praise Ukraine.", []),
        ("The Kenyan president is interested in meeting the Polish president.", []),
        ("She sounds like a pope condemning Germany.", []),
        ("Nobody can afford Crimea falling to the Russian army.", []),
        ("Crimea fell to the Russian army.", ["COERCE"]),
    ],
)
def test_advice_powers_and_likings(text: str, types: list[str]) -> None:
    assert _types(text) == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("“They say that I threatened Poland,” the Hungarian prime minister said.", []),
        ("“I condemn the raid by Israel,” the Hungarian prime minister said.", ["ACCUSE"]),
        ("“I said that we condemn Israel for the raid,” the Hungarian prime minister said.", ["ACCUSE"]),
    ],
)
def test_what_others_say_of_the_speaker(text: str, types: list[str]) -> None:
    assert _types(text) == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Posters of Kenyan ministers praising the Ugandan president hung in the hall.", []),
        ("A group of Kenyan ministers praising the Ugandan president walked out.", ["SUPPORT"]),
    ],
)
def test_what_a_picture_shows(text: str, types: list[str]) -> None:
    assert _types(text) == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Austria ruled out sending troops to Iraq.", ["REJECT"]),
        ("Austria would not rule out sending troops to Iraq.", []),
        ("Turkey did not reject the American offer.", []),
        ("Iran could not meet the French president.", []),
    ],
)
def test_refusals_denied(text: str, types: list[str]) -> None:
    assert _types(text) == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("It was the first meeting between a sitting Cuban president and a pope.", []),
        ("The first meeting between Emmanuel Macron and Vladimir Putin lasted two hours.", ["CONSULT"]),
        ("The Polish president's phone calls with foreign leaders were leaked.", []),
        ("The Polish president's phone call with the Ukrainian president was leaked.", ["CONSULT"]),
    ],
)
def test_meetings_as_such(text: str, types: list[str]) -> None:
    assert _types(text) == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Diplomats fear the rebels backed by Iran.", []),
        ("Iran backed the Houthi rebels.", ["SUPPORT"]),
        ("Kenya was bent on securing a meeting between its president and Donald Trump.", []),
        ("The Kenyan president cancelled a trip to Poland, where he was to condemn Russia.", ["REJECT"]),
        ("The lawmaker recanted his accusations against the Kenyan president.", []),
        ("The French president spoke against bombing Iran.", []),
        ("Had Russia attacked Ukraine, the alliance would have met.", []),
        ("Fears of Israeli air strikes on Iran are growing.", []),
        ("The general opposed an Israeli attack on Iran.", []),
        ("In the event of an Israeli attack on Iran, prices will soar.", []),
        ("Kenya and Uganda agreed that Somalia violated the deal.", []),
        ("Kenya and Uganda agreed to a deal that ended the dispute.", ["AGREE"]),
        ("Few Kenyan lawmakers have criticised the president.", []),
        ("No Kenyan lawmaker has endorsed the president.", []),
    ],
)
def test_what_only_qualifies_or_was_never_done(text: str, types: list[str]) -> None:
    assert _types(text) == types
