"""A mode asks for sides and circumstances of its own."""

from __future__ import annotations

import pytest

from dragoman import ontology, pipeline
from dragoman.documents import grammar
from dragoman.types import Analysis, Report


def _coded(text: str) -> list[tuple[str, ...]]:
    (result,) = pipeline.analyse([Report(id="x", text=text, language="en")], pipeline.tools(0.5, "frames"))
    assert isinstance(result, Analysis)
    return [(event.type, *event.modes) for event in result.events]


@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("Emmanuel Macron held a summit with Vladimir Putin in Nice.", [("CONSULT",)]),
        ("Japan, China and India held a summit in Nice.", [("CONSULT", "multilateral")]),
        ("Turkish warplanes bombed Syrian rebels.", [("ASSAULT", "aerial")]),
        ("Gunmen attacked a police station in Lagos.", [("ASSAULT", "firearms")]),
        ("A suicide bomber attacked Afghan soldiers in Kabul.", [("ASSAULT", "suicide-attack")]),
        ("Gunmen kidnapped two French journalists in Mali.", [("ASSAULT", "abduct")]),
        ("North Korea test-fired two missiles on Thursday.", [("MOBILIZE", "weapons")]),
    ],
)
def test_what_sides_and_words_make_of_a_mode(text: str, coded: list[tuple[str, ...]]) -> None:
    assert _coded(text) == coded


@pytest.mark.parametrize(
    ("language", "text", "modes"),
    [
        ("en", "Air France workers attacked a French minister in Paris.", ()),
        ("en", "Syrian air defences attacked Israeli soldiers near Homs.", ()),
        ("en", "The Turkish air force attacked Kurdish fighters in Iraq.", ("aerial",)),
        ("ar", "هاجم مسلحون قوات الجيش السوري في حلب.", ("firearms",)),
        ("ar", "هاجم طيار أردني مقاتلي داعش في الرقة.", ()),
        ("ar", "هاجمت طائرة مسيرة إسرائيلية قوات الجيش السوري في حلب.", ("drone",)),
    ],
)
def test_who_attacks_says_how(language: str, text: str, modes: tuple[str, ...]) -> None:
    (result,) = pipeline.analyse(
        [Report(id="x", text=text, language=language)], pipeline.tools(0.0, "frames")
    )
    assert isinstance(result, Analysis)
    assert [event.modes for event in result.events if event.type == "ASSAULT"] == [modes]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_words_for_those_who_attack_have_modes_of_an_assault(language: str) -> None:
    assert set(grammar.load(language).armed) <= set(ontology.load().types["ASSAULT"].modes)


def test_an_emergency_for_a_storm_represses_nobody() -> None:
    decree = "The Sudanese president declared a state of emergency in Darfur."
    assert _coded(decree) == [("COERCE", "martial-law")]
    assert (
        _coded(f"A hurricane is near. Schools shut for the hurricane. {decree} The hurricane is big.") == []
    )


@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("Canada imposed new economic sanctions on Belarus.", [("SANCTION",)]),
        ("Peru asked Chile to explain the delay.", [("REQUEST",)]),
        ("Peru asked for immediate Chilean intervention to stop the aggression.", [("REQUEST",)]),
        ("Peru asked Chile to withdraw its troops.", [("REQUEST", "yield")]),
        ("Peru asked Chile to print its support for Brazil.", [("REQUEST",)]),
        ("Peru asked Chile to back off the case.", [("REQUEST",)]),
        ("Hackers hijacked the accounts of the Liberal Party.", []),
        ("Canada severed ties with Belarus.", [("SANCTION", "discontinue")]),
        (
            "The opposition launched an impeachment inquiry against Jair Bolsonaro.",
            [("ACCUSE", "investigate")],
        ),
        ("The Egyptian opposition urged the prosecutor to release the tapes.", [("REQUEST",)]),
    ],
)
def test_modes_that_words_carry(text: str, coded: list[tuple[str, ...]]) -> None:
    assert _coded(text) == coded


def test_aircraft_shell_nobody() -> None:
    text = "أكد مصدر أن الطيران العراقي قصف مواقع تنظيم داعش."
    (result,) = pipeline.analyse([Report(id="x", text=text, language="ar")], pipeline.tools(0.5, "frames"))
    assert isinstance(result, Analysis)
    assert [(event.type, *event.modes) for event in result.events] == [("ASSAULT", "aerial")]


def test_to_think_the_same_is_no_agreement() -> None:
    assert _coded("Germany and France agreed that despite the war, Russia has lost ground.") == []
    assert _coded("Germany and France agreed that sanctions would stay in place.") == [("AGREE",)]
