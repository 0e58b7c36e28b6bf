"""Where an event happened, and what it is only about."""

from __future__ import annotations

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Report


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Brazil criticized France for its raid in Niger.", None),
        ("Brazil criticized France, which has troops in Niger.", None),
        ("At a summit in Lisbon the Brazilian president criticized France.", "Lisbon"),
        ("Brazil criticized France in Lisbon on Monday.", "Lisbon"),
        ("Brazil's president met France's president in Lisbon.", "Lisbon"),
        ("The French army bombed rebels in Niger.", "Niger"),
    ],
)
def test_a_place_behind_the_verb_is_often_that_of_what_is_spoken_of(text: str, place: str | None) -> None:
    report = Report(id="r", text=text, language="en")
    (found,) = pipeline.analyse([report], pipeline.tools(0.3, "frames"))
    assert isinstance(found, Analysis)
    assert [event.place and event.place.name for event in found.events][:1] == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("أطلق الحوثيون صواريخ على الجيش اليمني باتجاه مأرب.", None),
        ("هاجم الحوثيون الجيش اليمني في مأرب.", "مأرب"),
    ],
)
def test_where_somebody_is_headed_is_not_where_it_happened(text: str, place: str | None) -> None:
    (found,) = pipeline.analyse([Report(id="r", text=text, language="ar")], pipeline.tools(0.3, "frames"))
    assert isinstance(found, Analysis)
    assert [event.place and event.place.span.text(text) for event in found.events][:1] == [place]
