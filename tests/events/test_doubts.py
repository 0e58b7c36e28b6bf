"""What is planned, feared, possible or kept from happening, in a language whose subject comes first."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Event, Report

CASES = [
    ("Peace talks between Chad and Sudan are due to start on Friday.", "AGREE", ()),
    ("It is possible that Germany has asked France to help.", "REQUEST", ("hypothetical",)),
    ("The idea that Germany has asked France to help is absurd.", "REQUEST", ("hypothetical",)),
    ("Critics fear that the Iraqi government will negotiate with the Taliban.", "AGREE", ("hypothetical",)),
    ("Skeptics doubt Iran will withdraw its troops from Syria.", "CONCEDE", ("hypothetical",)),
    ("Perhaps Chad has bombed Sudan.", "ASSAULT", ("hypothetical",)),
    ("The president of Chad left Oslo before his summit with the president of Sudan.", "AGREE", ()),
    ("The minister did not mention Russia's annexation of Crimea.", "COERCE", ("historical",)),
    ("The minister did not mention Russia's annexation of Abkhazia.", "COERCE", ()),
    ("The report found beyond any doubt that Chad has bombed Sudan.", "ASSAULT", ()),
    ("There is some doubt that Chad has bombed Sudan.", "ASSAULT", ("hypothetical",)),
    ("Germany has tried to press France to help.", "REQUEST", ()),
    ("Germany has tried to bomb France.", "ASSAULT", ("hypothetical",)),
    ("Russia is going to shell Mali.", "ASSAULT", ("future",)),
    ("Merkel said she would have bombed Libya.", "ASSAULT", ("hypothetical",)),
    ("Japan vowed that it would not release the sailors.", None, ()),
    ("Japan promised to win the election.", None, ()),
    ("Merkel was quick to praise Macron.", "SUPPORT", ()),
    ("Merkel was reluctant to praise Macron.", "SUPPORT", ("negation",)),
    ("France kept Russia from shelling Mali.", "ASSAULT", ("negation",)),
    ("The proposed meeting between Merkel and Macron came to nothing.", "CONSULT", ("hypothetical",)),
    ("The planned meeting between Merkel and Macron drew a crowd.", "AGREE", ()),
    ("He forced the Libyan army in the north to release Mark Rutte.", "RETREAT", ()),
    ("The United States moved a plan for air strikes on Syria.", None, ()),
    ("Iran seemingly sided with Iraq.", "SUPPORT", ("hypothetical",)),
    ("If prices rise, as Iran has threatened Iraq, Egypt pays.", "THREATEN", ()),
]


def _events(text: str) -> tuple[Event, ...]:
    report = Report(id="x", text=text, language="en", published=date(2020, 5, 6))
    (result,) = pipeline.analyse([report], pipeline.tools(0.4, "frames"))
    assert isinstance(result, Analysis)
    return result.events


@pytest.mark.parametrize(("text", "kind", "auxiliary"), CASES)
def test_what_is_no_fact_is_marked(text: str, kind: str | None, auxiliary: tuple[str, ...]) -> None:
    found = {(event.type, event.auxiliary) for event in _events(text)}
    assert found == ({(kind, auxiliary)} if kind else set())
