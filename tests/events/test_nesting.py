"""Where a verb stands in its sentence, as far as it tells how sure its subject is."""

from __future__ import annotations

from dragoman import pipeline
from dragoman.types import Analysis, Report


def score(text: str) -> float:
    """The score of the last event."""
    (analysis,) = pipeline.analyse([Report(id="r", text=text, language="en")], pipeline.tools(0.0, "frames"))
    assert isinstance(analysis, Analysis)
    return analysis.events[-1].score


def test_a_gerund_behind_a_comma_is_told_of_the_main_subject() -> None:
    adjunct = score("Gunmen from Chad left on Monday, accusing Niger of a massacre.")
    assert adjunct > score("Gunmen from Chad left on Monday after accusing Niger of a massacre.")
