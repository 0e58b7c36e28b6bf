"""Every member of a row takes part, whatever stands between the names; nobody stands in for another."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Event, Participant, Report


def events(text: str) -> tuple[Event, ...]:
    report = Report(id="r", text=text, language="en", published=date(2019, 5, 6))
    (analysis,) = pipeline.analyse([report], pipeline.tools(0.5, "frames"))
    assert isinstance(analysis, Analysis)
    return analysis.events


def words(text: str, sides: tuple[Participant, ...]) -> list[str]:
    return [text[one.mention.head.start : one.mention.head.stop].rsplit(maxsplit=1)[-1] for one in sides]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        (
            "Nancy Pelosi, D-Calif., and Chuck Schumer, D-N.Y., accused Donald Trump of lying.",
            ["Pelosi", "Schumer"],
            ["Trump"],
        ),
        (
            "Sens. Elizabeth Warren (D-Mass.), Bernie Sanders (I-Vt.) and Tom Udall (D) blasted Trump.",
            ["Warren", "Sanders", "Udall"],
            ["Trump"],
        ),
        (
            "Donald Trump met Lindsey Graham of South Carolina, Dick Durbin of Illinois and Mike Lee.",
            ["Trump", "Graham", "Durbin", "Lee"],
            [],
        ),
        (
            "Iran accused the United States, Israel, and Saudi Arabia of backing the attack.",
            ["Iran"],
            ["States", "Israel", "Arabia"],
        ),
        (
            "Donald Trump criticized Angela Merkel, and Emmanuel Macron said he agreed.",
            ["Trump"],
            ["Merkel"],
        ),
        ("Germany as well as France and Spain condemned Russia.", ["Germany", "France", "Spain"], ["Russia"]),
        ("Japan, along with South Korea, urged Iran to return to talks.", ["Japan", "Korea"], ["Iran"]),
        ("Russia, together with Iran, was accused by France of lying.", ["France"], ["Russia", "Iran"]),
        ("France joined Italy and Britain in condemning Iran.", ["France", "Italy", "Britain"], ["Iran"]),
        ("France was joined by Germany in condemning Iran.", ["France", "Germany"], ["Iran"]),
        (
            "Donald Trump's meeting with William Barr and Christopher Wray came on Monday.",
            ["Trump", "Barr", "Wray"],
            [],
        ),
        (
            "Donald Trump's remarks came after a meeting with Angela Merkel and Emmanuel Macron.",
            ["Trump", "Merkel", "Macron"],
            [],
        ),
        (
            "After talks between Greece and Turkey, Egypt and Cyprus said they were pleased.",
            ["Greece", "Turkey"],
            [],
        ),
        (
            "The FBI is investigating the activities of Paul Manafort and Michael Flynn.",
            ["FBI"],
            ["Manafort", "Flynn"],
        ),
        (
            "Emmanuel Macron condemned the killing of Jamal Khashoggi by Saudi agents.",
            ["Macron"],
            ["agents"],
        ),
        (
            "Donald Trump met two Democrats in Congress, Nancy Pelosi and Adam Schiff, on Monday.",
            ["Trump", "Pelosi", "Schiff"],
            [],
        ),
        (
            "Three European countries - Germany, France and Britain - condemned Iran's missile test.",
            ["Germany", "France", "Britain"],
            ["Iran"],
        ),
        (
            "Donald Trump met Republican leaders, and Angus King and Mike Lee said they agreed.",
            ["Trump", "leaders"],
            [],
        ),
        (
            "Democrats such as Elizabeth Warren criticized Amazon.",
            ["Democrats", "Warren"],
            ["Amazon"],
        ),
        (
            "Several countries, including Germany and Italy, expelled Russian diplomats.",
            ["Germany", "Italy"],
            ["diplomats"],
        ),
        (
            "The United States demanded the release of Otto Warmbier by North Korea.",
            ["States"],
            ["Korea"],
        ),
        (
            "Democrats have pushed for the White House to approve the pipeline between Canada and Mexico.",
            ["Democrats"],
            ["House"],
        ),
        ("The United States sent 2,000 troops to the Mexican border on Monday.", ["States"], []),
        ("Russia massed troops on the Ukrainian border.", ["Russia"], ["Ukrainian"]),
        ("Donald Trump urged the opposition to accept the result.", ["Trump"], ["opposition"]),
        (
            "President Emmanuel Macron of France and Chancellor Angela Merkel of Germany condemned Russia.",
            ["Macron", "Merkel"],
            ["Russia"],
        ),
        (
            "Jerrold Nadler, the committee's chairman, and Doug Collins criticized William Barr.",
            ["Nadler", "Collins"],
            ["Barr"],
        ),
        ("Israel and the Palestinians agreed to a truce brokered by Egypt.", ["Israel", "Palestinians"], []),
        ("Leaders from Germany, France and Britain met on Friday.", ["Leaders", "France", "Britain"], []),
        ("The European Union condemned Russia's arrest of Alexei Navalny.", ["Union"], ["Russia"]),
        (
            "Sen. Elizabeth Warren, the top Democrat on the panel, and Rep. Jamie Raskin urged Trump to go.",
            ["Warren", "Raskin"],
            ["Trump"],
        ),
        (
            "Two senators, Ted Cruz of Texas and Mike Lee of Utah, accused Mitch McConnell of lying.",
            ["Cruz", "Lee"],
            ["McConnell"],
        ),
        (
            "The Taliban killed three policemen and a journalist in Kabul.",
            ["Taliban"],
            ["policemen", "journalist"],
        ),
        (
            "Donald Trump criticized European countries – particularly Italy – for their spending.",
            ["Trump"],
            ["countries", "Italy"],
        ),
        ("Iran released nine American sailors on Tuesday.", ["Iran"], ["sailors"]),
        ("Several affiliates of Planned Parenthood sued Donald Trump.", ["Parenthood"], ["Trump"]),
        ("Units of the Syrian army shelled Turkey.", ["army"], ["Turkey"]),
        ("Mali shelled units of al Qaeda.", ["Mali"], ["Qaeda"]),
        ("Hamas called for the blockade to be lifted by Israel.", ["Hamas"], ["Israel"]),
    ],
)
def test_each_member_takes_part(text: str, actors: list[str], recipients: list[str]) -> None:
    found = events(text)[-1]
    assert (words(text, found.actors), words(text, found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "The announcement came after a meeting with Jeff Sessions and Christopher Wray.",
        "Police arrested a critic of Vladimir Putin on Monday.",
        "Egypt jailed a critic of President Abdel Fattah al-Sisi.",
        "The European Union condemned Alexei Navalny's poisoning.",
        "Emmanuel Macron denounced the killing of Jamal Khashoggi.",
        "Benjamin Netanyahu called for sanctions on Iran.",
        "Donald Trump threatened to appoint a special prosecutor.",
        "Democrats agreed to reopen the government on Monday.",
        "Britain withdrew its diplomatic mission because of the violence.",
        "President George W. Bush defied broad opposition to a troop surge in Iraq.",
        "Yazidis were released by Islamic State south of Kirkuk.",
        "Turkey demanded the extradition of Fethullah Gulen.",
        "Western countries imposed sanctions on Russia.",
        "A breakaway faction of the Democratic Party accused Donald Trump of lying.",
        "A splinter group of the Pakistani Taliban accused the United States of lying.",
        "Former affiliates of the Pakistani Taliban accused the United States of lying.",
        "The FBI will investigate the senator's allegation that votes were bought.",
    ],
)
def test_nobody_stands_in_for_who_is_not_named(text: str) -> None:
    assert events(text) == ()
