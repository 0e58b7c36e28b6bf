"""Who can do what: the same verb is force from soldiers, words from senators, a journey at home."""

from __future__ import annotations

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Event, Report


def events(text: str) -> tuple[Event, ...]:
    report = Report(id="r", text=text, language="en")
    (analysis,) = pipeline.analyse([report], pipeline.tools(0.5))
    assert isinstance(analysis, Analysis)
    return analysis.events


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rebels attacked the army in Mali on Monday.", {"ASSAULT"}),
        ("Senators attacked the American president in Iowa.", set()),
        ("Russia warned Ukraine against a new offensive.", {"THREATEN"}),
        ("The British interior minister warned the British prime minister against a new tax.", set()),
        ("The French president flew to Mali on Monday.", {"CONSULT"}),
        ("The French president flew to France on Monday.", set()),
        ("The Kenyan foreign minister met a reporter of the BBC on Monday.", set()),
        ("Did Iran attack Israel?", set()),
        ("Norway is ready to talk to Mozambique.", {"AGREE"}),
        ("Norway is ready to spend more.", set()),
    ],
)
def test_what_is_coded(text: str, wanted: set[str]) -> None:
    assert {event.type for event in events(text)} == wanted


@pytest.mark.parametrize(
    ("text", "auxiliary"),
    [
        ("If Iran goes on to attack Israel, Russia will act.", ("hypothetical",)),
        ("Angela Merkel was the first German chancellor to visit Mali.", ()),
        ("The rebels would later attack the army.", ()),
        ("The rebels not only attacked the army in Mali.", ()),
        ("The rebels did not attack the army in Mali.", ("negation",)),
        ("The rebels should attack the army or bomb Mali.", ("hypothetical",)),
        ("If the rebels crossed a border and shelled Mali, the army will act.", ("hypothetical",)),
        ("The French president spoke against visiting Iran.", ("hypothetical",)),
        ("The rebels left without attacking the army.", ("negation",)),
    ],
)
def test_how_real_it_is(text: str, auxiliary: tuple[str, ...]) -> None:
    found = [event for event in events(text) if event.type in ("ASSAULT", "CONSULT")]
    assert found
    assert all(event.auxiliary == auxiliary for event in found), found


def test_a_place_before_a_noun_of_force_was_struck() -> None:
    (event,) = events("Nobody saw who was behind the Basra suicide bombing.")
    assert (event.type, event.actors) == ("ASSAULT", ())
    assert [side.mention.kind for side in event.recipients] == ["place"]


def test_a_fact_takes_in_what_only_may_be() -> None:
    text = "Russia expelled two British diplomats. Poland may follow Russia in expelling British diplomats."
    found = [event for event in events(text) if event.type == "SANCTION"]
    assert [event.auxiliary for event in found] == [()]
