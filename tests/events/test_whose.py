"""Whose people common nouns mean, and that what is known only by half counts for less."""

from __future__ import annotations

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Event, Report


def events(text: str, threshold: float = 0.5) -> tuple[Event, ...]:
    (found,) = pipeline.spread(
        [Report(id="one", text=text, language="en")], threshold=threshold, coder="frames"
    )
    assert isinstance(found, Analysis)
    return found.events


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The rebels in Mali killed 20 villagers.", ["MLI", "MLI"]),
        ("Police in Chad arrested ten students.", ["TCD", "TCD"]),
        ("The Iraqi police arrested ten activists.", ["IRQ", "IRQ"]),
        ("The Iraqi government asked farmers to leave the valley.", ["IRQ", "IRQ"]),
    ],
)
def test_people_are_of_the_place_or_of_the_state_that_deals_with_them(
    text: str, countries: list[str]
) -> None:
    event = events(text)[0]
    assert [side.country for side in (*event.actors, *event.recipients)] == countries


def test_who_fights_a_state_abroad_is_not_its_own() -> None:
    (event,) = events("The Russian army shelled rebels near the border on Monday.")
    assert [side.country for side in event.recipients] == [None]


def test_two_countries_in_a_sentence_leave_the_people_unknown() -> None:
    found = events("Gunmen killed a judge in Mali and fled to Niger.")
    assert all(side.country not in ("MLI", "NER") for event in found for side in event.actors)


def test_half_known_counts_for_less() -> None:
    """Kenya is named and the militia's country is not told."""
    (known,) = events("A Somali militia asked the traders of Kenya to pay.")
    (unknown,) = events("A militia asked the traders of Kenya to pay.")
    assert known.score > unknown.score


def test_the_next_forces_of_a_row_are_whose_the_first_are() -> None:
    (event,) = events("Indian planes and gunboats shelled Pakistan.")
    assert [side.country for side in event.actors] == ["IND", "IND"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("President Emmanuel Macron urged workers to stay at home.", "FRA"),
        ("President Emmanuel Macron urged workers around the world to stay at home.", None),
    ],
)
def test_people_all_over_the_world_are_of_no_country(text: str, country: str | None) -> None:
    (event,) = events(f"France is quiet. Paris is quiet. {text}", 0.3)
    assert [side.country for side in event.recipients] == [country]


@pytest.mark.parametrize(
    ("who", "countries"), [("Police", ["FRA"]), ("Belgian police", [None]), ("Spain", [None])]
)
def test_whom_their_own_police_arrest_are_of_their_country(who: str, countries: list[str | None]) -> None:
    home = "France is quiet. President Emmanuel Macron spoke in Paris. The French government agreed."
    found = events(f"{home} {who} arrested Otto Miller.", 0.3)
    (event,) = (event for event in found if event.type == "COERCE")
    assert [side.country for side in event.recipients] == countries
