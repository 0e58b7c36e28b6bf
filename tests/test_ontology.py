from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import factory, strategies

from dragoman import ontology
from dragoman.types import Event, Participant, Place, Span

BOOK = ontology.load()


def test_the_codebook_is_whole() -> None:
    assert len(BOOK.types) == 16
    assert len(BOOK.contexts) == 37
    assert len(BOOK.auxiliary) == 4
    assert list(BOOK.quads) == [1, 2, 3, 4]
    assert {len(code) for code in (*ontology.countries(), *BOOK.sectors, *BOOK.dependencies)} == {3}
    assert len(BOOK.countries.split()) == len(set(BOOK.countries.split()))


@pytest.mark.parametrize(
    ("kind", "modes", "quad", "score"),
    [
        ("AGREE", (), 1, 2.5),
        ("CONSULT", ("visit",), 1, 4),
        ("CONSULT", ("phone",), 1, 1.5),
        ("RETREAT", ("disarm",), 2, 10),
        ("REQUEST", ("assist",), 3, 0.5),
        ("THREATEN", (), 3, -3.5),
        ("SANCTION", ("expel",), 4, -5.5),
        ("PROTEST", ("vandalize",), 4, -5),
        ("ASSAULT", ("firearms", "aerial"), 4, -9.5),
    ],
)
def test_score_and_quad(kind: str, modes: tuple[str, ...], quad: int, score: float) -> None:
    assert ontology.quad(kind) == quad
    assert ontology.score(kind, modes) == score


def test_every_score_lies_on_the_scale_and_agrees_with_its_quad() -> None:
    for kind, entry in BOOK.types.items():
        for mode in (None, *entry.modes):
            score = ontology.score(kind, (mode,) if mode else ())
            assert -10 <= score <= 10
            assert (score >= 0) == (entry.quad <= 2 or kind == "REQUEST") or mode in {"change", "yield"}


def test_dependencies_and_unrecognised_territories_fold_into_states() -> None:
    assert ontology.fold_country("irq") == "IRQ"
    assert ontology.fold_country("GRL") == "DNK"
    assert ontology.fold_country("XKX") == "KOS"
    assert ontology.fold_country("UNO") == "UNO"
    assert ontology.fold_country("XXX") is None
    states = set(BOOK.countries.split())
    assert set(BOOK.dependencies.values()) <= states
    assert set(BOOK.partially_recognised.values()) <= states
    assert states.isdisjoint(BOOK.dependencies)


def test_cameo_table_speaks_of_the_codebook_only() -> None:
    for code, entry in BOOK.cameo.items():
        assert code.isdigit()
        assert entry.mode is None or entry.mode in BOOK.types[entry.type].modes, code
        assert set(entry.contexts) <= BOOK.contexts.keys(), code


def test_cameo_from() -> None:
    visit = ontology.from_cameo("042")
    assert visit is not None
    assert (visit.type, visit.mode) == ("CONSULT", "visit")
    assert ontology.from_cameo("42") == visit
    assert ontology.from_cameo("010") is None
    assert ontology.from_cameo("02") is None
    jailed = ontology.from_cameo("173")
    assert jailed is not None
    assert (jailed.type, jailed.mode, jailed.contexts) == ("COERCE", "arrest", ("legal",))


def test_cameo_there_and_back_keeps_the_type() -> None:
    for kind, entry in BOOK.types.items():
        back = ontology.from_cameo(ontology.to_cameo(kind))
        assert back is not None
        assert back.type == kind
        for mode in entry.modes:
            back = ontology.from_cameo(ontology.to_cameo(kind, mode))
            assert back is not None
            # CAMEO has a verdict only among the accusations.
            assert back.type == ("ACCUSE" if mode == "convict" else kind)
    assert ontology.to_cameo("CONSULT", "visit") == "042"
    assert ontology.to_cameo("AID", "no such mode") == "070"


@given(st.data())
def test_a_sound_event_breaks_nothing(data: st.DataObject) -> None:
    event = data.draw(strategies.events(data.draw(strategies.reports())))
    assert ontology.check(event) == ()


def _sides(first: Participant, second: Participant) -> Event:
    return replace(factory.event("AID", "USA", "SYR"), actors=(first,), recipients=(second,))


SOUND = replace(factory.event("CONSULT", "USA", "SYR"), modes=("visit",), contexts=("diplomatic",))
USA, SYR = SOUND.actors[0], SOUND.recipients[0]
PLACE = Place(span=Span(0, 3), name="Sochi", country="RUS", latitude=43.6, longitude=39.7, resolution=4)


@pytest.mark.parametrize(
    ("event", "breach"),
    [
        (replace(SOUND, type="MEET"), "unknown type 'MEET'"),
        (replace(SOUND, modes=("riot",)), "CONSULT has no mode 'riot'"),
        (replace(SOUND, modes=("visit", "visit")), "mode visit twice"),
        (replace(SOUND, contexts=("weather",)), "unknown context 'weather'"),
        (replace(SOUND, auxiliary=("maybe",)), "unknown auxiliary 'maybe'"),  # type: ignore[arg-type]
        (replace(SOUND, auxiliary=("future",)), "CONSULT in the future is AGREE"),
        (
            replace(SOUND, type="REQUEST", modes=(), auxiliary=("future", "historical")),
            "both future and historical",
        ),
        (replace(SOUND, actors=(), recipients=()), "neither actor nor recipient"),
        (factory.event("AID", "USA"), "AID without a recipient"),
        (_sides(replace(USA, country="XXX"), SYR), "unknown country 'XXX'"),
        (_sides(replace(USA, sectors=("KING",)), SYR), "unknown sector 'KING'"),
        (_sides(replace(USA, score=1.5), SYR), "score 1.5 of 'USA' outside [0, 1]"),
        (_sides(USA, USA), "'USA' on both sides"),
        (replace(SOUND, actors=(USA, USA)), "participant 'USA' at Span(start=0, stop=3) twice"),
        (replace(SOUND, evidence=()), "no evidence"),
        (replace(SOUND, evidence=(Span(5, 2),)), "evidence span 5:2 holds nothing"),
        (replace(SOUND, evidence=(Span(-3, 2),)), "evidence span -3:2 holds nothing"),
        (replace(SOUND, score=-0.1), "score -0.1 outside [0, 1]"),
        (replace(SOUND, score=float("nan")), "score nan outside [0, 1]"),
        (replace(SOUND, id=""), "no id"),
        (replace(SOUND, coder=""), "no coder"),
        (replace(SOUND, rule=""), "no rule"),
        (replace(SOUND, place=replace(PLACE, country="XXX")), "unknown country 'XXX' of a place"),
        (replace(SOUND, place=replace(PLACE, resolution=6)), "place resolution 6 outside 1 to 5"),
        (replace(SOUND, place=replace(PLACE, latitude=None)), "place with one coordinate only"),
        (replace(SOUND, place=replace(PLACE, latitude=91.0)), "place at 91.0, 39.7 is not on Earth"),
    ],
)
def test_each_breach_is_named_and_alone(event: Event, breach: str) -> None:
    assert ontology.check(event) == (breach,)


def test_nobody_known() -> None:
    stranger = replace(USA, country=None, sectors=())
    assert ontology.check(replace(SOUND, actors=(stranger,), recipients=())) == (
        "nobody in it has a country or a sector",
    )
    assert ontology.check(replace(SOUND, actors=(stranger,))) == ()


def test_dates_that_cannot_be() -> None:
    on = factory.report("USA met SYR on Monday.")
    sound = factory.event("CONSULT", "USA", "SYR", on=on, words="met")
    day = factory.on_day(on, "Monday", date(2017, 7, 24))
    assert ontology.check(replace(sound, date=day)) == ()
    assert ontology.check(replace(sound, date=replace(day, end=None))) == ("date with one end only",)
    assert ontology.check(replace(sound, date=replace(day, end=date(2017, 7, 1)))) == (
        "date ends 2017-07-01 before it starts 2017-07-24",
    )


def test_the_same_actor_in_two_roles_may_stand_on_both_sides() -> None:
    state = factory.actor("country:SYR", "Syria", kind="country")
    soldiers, rebels = (
        replace(USA, actor=state, sectors=("MIL",)),
        replace(SYR, actor=state, sectors=("REB",)),
    )
    assert ontology.check(_sides(soldiers, rebels)) == ()
    assert ontology.check(_sides(soldiers, replace(rebels, sectors=("MIL",)))) == ("'USA' on both sides",)
    chain = replace(SYR.mention, entity=4)
    assert ontology.check(
        _sides(replace(USA, mention=replace(USA.mention, entity=4)), replace(SYR, mention=chain))
    ) == ("'USA' on both sides",)


def test_negated_and_hypothetical_are_not_published() -> None:
    assert ontology.is_published(SOUND)
    assert ontology.is_published(replace(SOUND, auxiliary=("historical",)))
    assert not ontology.is_published(replace(SOUND, auxiliary=("negation",)))
    assert not ontology.is_published(replace(SOUND, auxiliary=("historical", "hypothetical")))
