"""The frame coder on short reports: who, to whom, what, marked how, when and where."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman import ontology, pipeline
from dragoman.types import Analysis, Event, Report

PUBLISHED = date(2020, 5, 6)


def events(
    text: str, language: str = "en", published: date | None = PUBLISHED, least: float = 0.4
) -> tuple[Event, ...]:
    report = Report(id="r", text=text, language=language, published=published)
    (analysis,) = pipeline.analyse([report], pipeline.tools(least, "frames"))
    assert isinstance(analysis, Analysis)
    return analysis.events


def sides(event: Event, text: str) -> tuple[list[str], list[str]]:
    return (
        [one.mention.span.text(text) for one in event.actors],
        [one.mention.span.text(text) for one in event.recipients],
    )


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Russia accused Turkey of smuggling oil.", "ACCUSE", ["Russia"], ["Turkey"]),
        ("Turkey was accused by Russia of smuggling oil.", "ACCUSE", ["Russia"], ["Turkey"]),
        ("France imposed sanctions on Iran.", "SANCTION", ["France"], ["Iran"]),
        ("Sanctions were imposed on Iran by France.", "SANCTION", ["France"], ["Iran"]),
        ("Israel urged Egypt and Jordan to open the border.", "REQUEST", ["Israel"], ["Egypt", "Jordan"]),
        ("Talks between Greece and Turkey ended on Monday.", "CONSULT", ["Greece", "Turkey"], []),
        (
            "Dozens of Chilean teachers protested against the Chilean government.",
            "PROTEST",
            ["Chilean teachers"],
            None,
        ),
    ],
)
def test_who_stands_where(text: str, kind: str, actors: list[str], recipients: list[str] | None) -> None:
    found = [event for event in events(text) if event.type == kind]
    assert len(found) == 1
    got = sides(found[0], text)
    assert got[0] == actors
    assert recipients is None or got[1] == recipients


@pytest.mark.parametrize(
    ("text", "kind", "marks"),
    [
        ("The Iraqi prime minister will visit Moscow.", "AGREE", ()),
        ("Iran did not attack Saudi Arabia.", "ASSAULT", ("negation",)),
        ("Iran may attack Saudi Arabia.", "ASSAULT", ("hypothetical",)),
        ("Iran attacked Saudi Arabia in 2012.", "ASSAULT", ("historical",)),
        ("Iran attacked Saudi Arabia.", "ASSAULT", ()),
    ],
)
def test_what_has_not_happened_is_marked(text: str, kind: str, marks: tuple[str, ...]) -> None:
    assert [(event.type, event.auxiliary) for event in events(text)] == [(kind, marks)]


def test_a_governed_event_is_a_mode_of_the_governing_one() -> None:
    (event,) = events("The United States urged Israel to withdraw its troops from Lebanon.")
    assert (event.type, event.modes) == ("REQUEST", ("yield",))


def test_one_meeting_told_twice_is_one_event_with_place_and_day() -> None:
    text = (
        "Russian President Vladimir Putin and Turkish President Recep Tayyip Erdogan have held a meeting.\n"
        "The meeting took place in Sochi on Tuesday."
    )
    (event,) = events(text)
    assert event.date is not None
    assert event.place is not None
    assert (event.date.start, event.place.name) == (date(2020, 5, 5), "Sochi")
    assert len(event.evidence) == 2


def test_without_a_date_of_publication_no_day_is_invented() -> None:
    (event,) = events("France imposed sanctions on Iran on Tuesday.", published=None)
    assert event.date is not None
    assert event.date.start is None


def test_somebody_unknown_in_the_actors_place_means_no_event() -> None:
    assert events("It attacked Iran.") == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("اتهمت إيران السعودية بدعم المسلحين.", "ACCUSE"),
        ("التقى وزير الخارجية المصري نظيره التركي في القاهرة.", "CONSULT"),
        ("فرضت الولايات المتحدة عقوبات على روسيا.", "SANCTION"),
    ],
)
def test_arabic(text: str, kind: str) -> None:
    found = events(text, "ar")
    assert [event.type for event in found] == [kind]
    assert len((*found[0].actors, *found[0].recipients)) == 2


@pytest.mark.parametrize(
    "text", ["", " ", "?", "“" * 500, "and " * 300, "Iran " * 200, "\u202e abc", "of of of by by"]
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_odd_text_gives_sound_events_or_none(text: str, language: str) -> None:
    for event in events(text, language):
        assert ontology.check(event) == ()
        assert all(0 <= span.start < span.stop <= len(text) for span in event.evidence)


def test_deeds_of_force_far_apart_and_to_others_stay_apart() -> None:
    between = "The fathers and the mothers of the pupils paid for the roof and the windows of a school. " * 3
    near = events("The rebels fired on a bus in Mali and killed 20 tourists.", least=0.0)
    assert [event.type for event in near] == ["ASSAULT"]
    apart = f"The rebels fired on a bus in Mali. {between}The rebels killed 20 tourists in Mali."
    far = events(apart, least=0.0)
    assert [event.type for event in far] == ["ASSAULT", "ASSAULT"]
