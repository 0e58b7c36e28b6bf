"""What nearly happened, is asked about, goes on as ever, or is what polls tell, is no deed."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Report


def _coded(text: str) -> list[tuple[str, ...]]:
    report = Report(id="x", text=text, language="en", published=date(2020, 5, 6))
    (result,) = pipeline.analyse([report], pipeline.tools(0.5, "frames"))
    assert isinstance(result, Analysis)
    return [(event.type, *event.auxiliary) for event in result.events]


CASES = [
    # what did not come about
    ("Chad nearly bombed Sudanese troops near the border.", []),
    ("Chad bombed Sudanese troops near the border.", [("ASSAULT",)]),
    ("Israel held off on bombing Syria.", [("ASSAULT", "negation")]),
    ("Rather than condemning Peru, Chile praised Peru.", [("ACCUSE", "negation"), ("SUPPORT",)]),
    ("A Chilean withdrawal from Bolivia would please the rebels.", []),
    # how things are
    ("German troops are stationed in Latvia.", []),
    ("Germany stationed troops in Latvia.", [("MOBILIZE",)]),
    ("The militia, which is backed by Iran, left the town.", []),
    ("A study showed widespread police brutality against Roma in Hungary.", []),
    ("The manual describes changes in how Mexico cooperates with Peru.", []),
    ("Most Swedes oppose the deployment of American troops.", []),
    ("Sweden opposed the deployment of American troops.", [("REJECT",)]),
    # questions and figures of speech
    ("Chilean senators pressed the Peruvian minister on whether he trusted Brazil.", []),
    ("Chilean senators pressed the Peruvian minister to leave.", [("REQUEST",)]),
    ("Chile asked Peru to explain whether the border is open.", [("REQUEST",)]),
    ("The envoy never thought that Chile would praise Peru.", []),
    ("The Polish police are investigating a nurse's claim that she was beaten.", []),
    ("The IMF warned Italy that its debt is too high.", []),
    ("Russia warned Italy that it would respond with force.", [("THREATEN",)]),
    ("China has declared war on plastic waste.", []),
    ("The Polish minister came under fire from the European Commission.", []),
    ("Ukrainian troops came under fire from Russian soldiers.", [("ASSAULT",)]),
    # what is remembered
    (
        "The anniversary of the Turkish invasion of Cyprus was marked on Monday.",
        [("ASSAULT", "historical")],
    ),
    ("Veterans of the American bombing of Vietnam met.", [("ASSAULT", "historical")]),
    ("American troops were bombed in Mali.", [("ASSAULT",)]),
    # failures and forecasts
    ("The trade deal between Canada and Norway fell through.", []),
    ("The trade deal between Canada and Norway came in May.", [("AGREE",)]),
    ("The Brazilian president refused to rule out an attack on Venezuela.", []),
    ("Getting Russia to agree to a peace deal with Georgia is hard.", []),
    ("The strike was meant to deter Iran from attacking American bases.", []),
    ("Canada is unlikely to lift its sanctions on Belarus soon.", []),
    ("Serbia wants to join the European Union.", []),
    ("Hungary sees Norway as a partner.", []),
    ("France is to withdraw its troops from Mali.", [("CONCEDE",)]),
    ("Talks on an agreement between India and Norway go on.", [("CONSULT",)]),
    ("The leaders of France and Germany are due to meet on Thursday.", [("AGREE",)]),
    ("Turkey demanded that Greece extradite eight soldiers.", [("REQUEST",)]),
]


@pytest.mark.parametrize(("text", "coded"), CASES)
def test_what_is_no_deed_and_what_beside_it_is(text: str, coded: list[tuple[str, ...]]) -> None:
    assert _coded(text) == coded
