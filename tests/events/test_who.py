"""Who takes part: the right one of several, the office of the day, nobody where the report does not say."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Event, Participant, Report

TODAY = date(2018, 5, 6)


def events(text: str, published: date | None = TODAY) -> tuple[Event, ...]:
    report = Report(id="r", text=text, language="en", published=published)
    (analysis,) = pipeline.analyse([report], pipeline.tools(0.4, "frames"))
    assert isinstance(analysis, Analysis)
    return analysis.events


def named(sides: tuple[Participant, ...]) -> list[str]:
    listed = [one.actor.id if one.actor and one.actor.kind != "agent" else one.name for one in sides]
    return [
        f"{name} {one.country} {'/'.join(one.sectors)}".strip()
        for name, one in zip(listed, sides, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        (
            "Nancy Pelosi and Chuck Schumer urged Trump and Mitch McConnell to end the shutdown.",
            ["nancy-pelosi USA LEG", "chuck-schumer USA LEG"],
            ["donald-trump USA GOV", "mitch-mcconnell USA LEG"],
        ),
        (
            "Iraqi forces bombed ISIS positions in the suburbs of Ramadi.",
            ["iraqi-security-forces IRQ MIL"],
            ["islamic-state IMG REB"],
        ),
        (
            "Condoleezza Rice praised Robert Mueller.",
            ["condoleezza-rice USA ELI"],
            ["robert-mueller USA JUD"],
        ),
        (
            "In June 2014, Barack Obama criticized Jeff Sessions.",
            ["barack-obama USA GOV"],
            ["jeff-sessions USA LEG"],
        ),
        (
            "Pence met Hillary Clinton in 2016, and then-candidate Donald Trump criticized Angela Merkel.",
            ["donald-trump USA PTY/BUS"],
            ["angela-merkel DEU GOV"],
        ),
        (
            "Sen. Lindsey Graham was angry. The South Carolina Republican criticized Mitch McConnell.",
            ["lindsey-graham USA LEG"],
            ["mitch-mcconnell USA LEG"],
        ),
        (
            "Julian Castro criticized Beto O ’ Rourke for the wall with Mexico.",
            ["julian-castro USA ELI"],
            ["beto-orourke USA LEG"],
        ),
        (
            "The Israeli criticized Emmanuel Macron.",
            ["Israeli ISR"],
            ["emmanuel-macron FRA GOV"],
        ),
        (
            "Congress praised the United States. Donald Trump criticized foreign leaders.",
            ["donald-trump USA GOV"],
            ["foreign leaders None GOV"],
        ),
        (
            "Donald Trump met Vladimir Putin. The Russian leader praised the American leader.",
            ["vladimir-putin RUS GOV"],
            ["donald-trump USA GOV"],
        ),
        (
            "Donald Trump will be the first American president to visit Laos.",
            ["donald-trump USA GOV"],
            ["LAO LAO GOV"],
        ),
        (
            "Some Democrats are calling for Trump and the Republican leadership to adopt a law.",
            ["democratic-party USA PTY"],
            ["donald-trump USA GOV", "Republican leadership USA PTY"],
        ),
        (
            "President Barack Obama criticized Republicans.",
            ["barack-obama USA ELI"],
            ["republican-party USA PTY"],
        ),
        (
            "Hamas fighters and other militant factions shelled Israel.",
            ["hamas PSE REB/PTY", "militant factions PSE REB"],
            ["ISR ISR GOV"],
        ),
        (
            "Russia and Syria bombed rebel positions in Idlib.",
            ["RUS RUS GOV", "SYR SYR GOV"],
            ["rebel SYR REB"],
        ),
        (
            "British police arrested a Libyan man in Manchester.",
            ["British police GBR COP"],
            ["Libyan man LBY CVL"],
        ),
        (
            "President Donald Trump met Congress on Friday. The former Utah governor criticized Trump.",
            ["governor USA ELI"],
            ["donald-trump USA GOV"],
        ),
        (
            "A lawyer for Michael Flynn accused the FBI of lying.",
            ["lawyer for Michael Flynn USA JUD"],
            ["fbi USA COP"],
        ),
        (
            "A spokesman for President Vladimir Putin accused Ukraine of lying.",
            ["spokesman for President Vladimir Putin RUS GOV"],
            ["UKR UKR GOV"],
        ),
        (
            "An adviser to Iran's supreme leader Ali Khamenei threatened Israel.",
            ["adviser IRN GOV"],
            ["ISR ISR GOV"],
        ),
        (
            "A spokesman for Angela Merkel criticized Turkey.",
            ["spokesman for Angela Merkel DEU GOV"],
            ["TUR TUR GOV"],
        ),
        (
            "Elizabeth Warren is angry. Warren spokeswoman Kristen Zorn criticized Facebook.",
            ["Kristen Zorn USA LEG"],
            ["facebook USA BUS"],
        ),
    ],
)
def test_the_one_who_is_meant(text: str, actors: list[str], recipients: list[str]) -> None:
    found = events(text)[-1]
    assert (named(found.actors), named(found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Angus King said the president's order would be a grenade in his talks with Congress.",
        "Donald Trump endorsed Zambrotti for his Utah Senate run.",
        "The Trump administration waited. Novatrix said it would sue China.",
        "James Comey kept quiet, failing to avail himself of ways to criticize Loretta Lynch.",
    ],
)
def test_nobody_where_it_is_not_clear_who(text: str) -> None:
    assert events(text) == ()


def test_an_official_is_no_leader() -> None:
    text = (
        "Donald Trump thanked the North Korean leader, Kim Jong Un. "
        "The visiting North Korean official criticized Mike Pompeo. The North Korean leader praised Japan."
    )
    found = [named(event.actors) for event in events(text) if event.type in ("ACCUSE", "SUPPORT")]
    assert found[-2:] == [["visiting North Korean official PRK GOV"], ["kim-jong-un PRK GOV"]]


def test_offices_tell_when_a_report_without_a_date_was_written() -> None:
    text = "Prime Minister Theresa May met US President Donald Trump. Mrs May criticised Kim Jong-un."
    accused = events(text, None)[-1]
    assert named(accused.actors) == ["theresa-may GBR GOV"]
    assert named(accused.recipients) == ["kim-jong-un PRK GOV"]
    assert accused.date is None


@pytest.mark.parametrize(
    "title", ["Clinton spokesman {}", "{}, a senior adviser to Clinton,", "Clinton's campaign manager, {},"]
)
def test_who_serves_a_candidate_is_no_official(title: str) -> None:
    text = f"Hillary Clinton is in Ohio. {title.format('Brian Zorn')} accused Vladimir Putin of lying."
    found = events(text, date(2016, 8, 1))[-1]
    assert [(one.country, one.sectors) for one in found.actors] == [("USA", ("PTY",))]


def test_who_runs_in_a_report_without_a_date_is_no_official() -> None:
    text = "Donald Trump leads all Republican candidates. Trump accused Mexico of cheating."
    assert named(events(text, None)[-1].actors) == ["donald-trump USA PTY"]


def test_who_ran_long_ago_is_a_former_official() -> None:
    assert named(events("Rudy Giuliani criticized Iran.", None)[-1].actors) == ["rudy-giuliani USA ELI"]


def test_who_is_acting_in_an_office_holds_it() -> None:
    text = "Kirstjen Nielsen met Donald Trump and acting chief of staff Mick Mulvaney."
    assert named(events(text, None)[-1].actors)[-1] == "mick-mulvaney USA GOV"


def test_offices_that_nobody_held_together_tell_nothing() -> None:
    text = "President Barack Obama met Prime Minister Boris Johnson. Jim Mattis criticised Iran."
    assert named(events(text, None)[-1].actors) == ["james-mattis USA"]


def test_a_name_with_a_headline_glued_to_it_is_nobody() -> None:
    text = "Nancy Pelosi praised Corey Lewandowski Corey R. LewandowskiPoll shows a lead MORE on Monday."
    (found,) = events(text)
    assert [one.actor.id if one.actor else one.name for one in found.recipients] == ["corey-lewandowski"]
