"""Of which country common nouns are: of those whose they are, and of those whom "and" joins them to."""

from __future__ import annotations

import pytest
from tests import factory

from dragoman import pipeline
from dragoman.types import Analysis


def countries(text: str) -> dict[str, str | None]:
    """The country of each participant, by its words."""
    (analysis,) = pipeline.analyse([factory.report(text, "en")], pipeline.tools(0.5, "frames"))
    assert isinstance(analysis, Analysis)
    return {one.mention.span.text(text): one.country for one in analysis.participants}


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Kenyan officials and lawmakers criticised France.", "lawmakers", "KEN"),
        ("Kenyan officials and state media outlets criticised France.", "state media outlets", "KEN"),
        ("Talks between Kenyan officials and lawmakers failed.", "lawmakers", None),
        ("Kenyan officials and the reporters criticised France.", "reporters", None),
        ("Emmanuel Macron's regime and the police are weak.", "regime", "FRA"),
    ],
)
def test_a_demonym_goes_with_both(text: str, words: str, country: str | None) -> None:
    assert countries(text).get(words) == country


def test_a_strangers_name_is_not_his_who_was_named_often() -> None:
    text = (
        "Trump met Barack Obama. Trump praised Mike Pence. Trump attacked Mitt Romney. Selma Trump laughed."
    )
    assert countries(text)["Trump"] == "USA"
    assert countries(text)["Selma Trump"] is None
