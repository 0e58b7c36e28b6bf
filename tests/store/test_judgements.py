"""Decisions of people: appended, never changed, and carried out whenever something is read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import factory

from dragoman.store import Filter, Judgement, Store
from dragoman.store.judgements import clusters
from dragoman.types import Analysis, Participant

CODER = "dragoman@1"
MALIKI = factory.actor("maliki", "Nouri al-Maliki")
JAWAD = factory.actor("jawad", "Jawad al-Maliki")


def same(one: str, other: str, judge: str = "Layla") -> Judgement:
    return Judgement(one=one, other=other, verdict="same", judge=judge)


def apart(one: str) -> Judgement:
    return Judgement(one=one, other=None, verdict="apart", judge="Omar")


def analysis() -> Analysis:
    """Maliki, Jawad and somebody who is not listed each visit a country."""
    on = factory.report("Maliki, Jawad and Abu Isra met IRQ. Jawad said “yes”.", published=date(2017, 1, 2))
    people = (("Maliki", MALIKI), ("Jawad", JAWAD), ("Abu Isra", None))
    sides = [factory.participant(on, words, "IRQ", ("GOV",), known=known) for words, known in people]
    events = [factory.event("CONSULT", side, "IRQ", on=on, words="met") for side in sides]
    return factory.analysis(on, events, [factory.quote(on, "yes", sides[1], cue="said")])


def known_as(store: Store, asked: Filter) -> list[tuple[str | None, str]]:
    sides: list[Participant] = [event.actors[0] for event, _ in store.events(asked)]
    return sorted((one.actor.id if one.actor else None, one.name) for one in sides)


def test_merged_actors_are_read_as_one(store: Store) -> None:
    store.add([analysis()], CODER)
    before = list(store.events())
    store.judge(same("maliki", "jawad"))
    store.judge(same("jawad", "Abu Isra", "Omar"))
    for asked in ("maliki", "jawad", "Abu Isra"):
        assert known_as(store, Filter(actor=asked)) == [
            ("maliki", "Maliki"),
            ("maliki", "Nouri al-Maliki"),
            ("maliki", "Nouri al-Maliki"),
        ]
    (quote,) = [quote for quote, _ in store.quotes(Filter(actor="maliki"))]
    assert quote.speaker is not None
    assert quote.speaker.reasons[-1] == "judged the same as maliki by Layla, Omar"
    store.judge(apart("jawad"))
    assert list(store.events()) == before
    decided = store.judgements()
    assert [(one.one, one.other, one.verdict, one.judge) for one in decided] == [
        ("maliki", "jawad", "same", "Layla"),
        ("jawad", "Abu Isra", "same", "Omar"),
        ("jawad", None, "apart", "Omar"),
    ]
    assert all(one.made is not None for one in decided)


def test_decisions_outlive_a_new_coding(store: Store) -> None:
    store.add([analysis()], CODER)
    store.judge(same("maliki", "jawad"))
    store.add([analysis()], "dragoman@2")
    assert len(known_as(store, Filter(actor="jawad"))) == 2


@pytest.mark.parametrize(
    ("decided", "groups"),
    [
        ((), {}),
        ((same("a", "b"),), {"a": "ab", "b": "ab"}),
        ((same("b", "a"), same("c", "b")), {"a": "cba", "b": "cba", "c": "cba"}),
        ((same("a", "b"), apart("b")), {}),
        ((same("a", "b"), apart("b"), same("c", "b")), {"b": "cb", "c": "cb"}),
        ((same("a", "b"), same("b", "c"), apart("c")), {"a": "ab", "b": "ab"}),
        ((same("A", "b"), apart("a")), {}),
    ],
)
def test_clusters_follow_from_decisions(decided: tuple[Judgement, ...], groups: dict[str, str]) -> None:
    assert {name: "".join(one.members) for name, one in clusters(decided).items()} == groups


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde"), st.booleans()), max_size=12))
def test_everybody_in_a_cluster_has_the_same_one(drawn: list[tuple[str, str, bool]]) -> None:
    found = clusters(same(one, other) if join else apart(one) for one, other, join in drawn)
    for name, cluster in found.items():
        assert name in cluster.members
        assert all(found[member] == cluster for member in cluster.members)
