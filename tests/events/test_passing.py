"""Sentences that cannot hold an event are not read."""

from __future__ import annotations

import pytest

from dragoman.actors import directory, places
from dragoman.documents.annotator import Annotator
from dragoman.events.passing import Weights, load, possible
from dragoman.types import Clauses, Report

FITTED = Weights(least=0.0, start=-1.0, trigger=0.5, triggers=2.0, words={"ambassador": 1.5, "film": -3.0})


def sentence(text: str) -> Clauses:
    (found,) = (
        Annotator(directory.load(), places.load()).document(Report(id="", text=text, language="en")).clauses
    )
    return found


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Norway recalled its ambassador from Ecuador.", True),
        ("They refused to leave.", True),
        ("Rain fell all night in Bergen.", False),
        ("The streets were empty and cold.", False),
    ],
)
def test_somebody_must_be_named(text: str, read: bool) -> None:
    assert possible(sentence(text), 1, None) is read


def test_words_and_triggers_speak_for_an_event_or_against_it() -> None:
    told, shown = (
        sentence("Norway recalled its ambassador."),
        sentence("Norway showed a film on its ambassador."),
    )
    assert FITTED.odds(told, 0) == pytest.approx(0.5)
    assert FITTED.odds(told, 2) == pytest.approx(2.0)
    assert FITTED.odds(told, 9) == FITTED.odds(told, 4)
    assert possible(told, 0, FITTED)
    assert not possible(shown, 1, FITTED)


def test_plain_news_is_read_and_what_is_none_is_not() -> None:
    weights = load("en")
    assert possible(sentence("Norway recalled its ambassador from Ecuador on Friday."), 1, weights)
    assert not possible(sentence("Inflation in Norway rose to 3 percent."), 0, weights)
    assert load("ar") is None
