"""Whatever comes in whatever batches, the same persons are met; and only those whom a change can reach."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from operator import attrgetter
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, select
from tests import factory

from dragoman.actors import meeting
from dragoman.store import Store, people, tables
from dragoman.store.sightings import WHO
from dragoman.types import Analysis

GIVEN = ("Khalid", "Khaled", "Hamid", "Obeidi", "خالد", "حامد", "Халид")
FAMILY = ("Obeidi", "Obaidi", "Hamid", "Hassan", "العبيدي", "حسن", "Обейди")
names = st.builds(" ".join, st.tuples(st.sampled_from(GIVEN), st.sampled_from(FAMILY))) | st.builds(
    " ".join, st.tuples(st.sampled_from(GIVEN), st.sampled_from(GIVEN), st.sampled_from(FAMILY))
)
sides = st.tuples(names, st.sampled_from([None, "IRQ", "KWT"]))


def told(id: str, day: int | None, language: str, named: Sequence[tuple[str, str | None]]) -> Analysis:
    """A report that names these persons with their countries."""
    text = "; ".join(name for name, _ in named) + " met IRQ."
    on = factory.report(text, language, id=id, published=date(2017, 1, day) if day else None)
    on_sides = [factory.participant(on, name, country) for name, country in named]
    return factory.analysis(
        on,
        [factory.event("CONSULT", one, "IRQ", on=on, words="met") for one in on_sides[::2]],
        [factory.quote(on, name, one) for (name, _), one in zip(named[1::2], on_sides[1::2], strict=True)],
    )


ID: Callable[[Analysis], str] = attrgetter("document.report.id")
analyses = st.builds(
    told,
    st.sampled_from("abcdefgh"),
    st.none() | st.integers(1, 4),
    st.sampled_from(["en", "ar", "ru"]),
    st.lists(sides, max_size=3),
)


def made(url: str) -> list[tuple[object, ...]]:
    """The rows of ``people``; what they are made from is in order."""
    engine = create_engine(f"sqlite:///{url}")
    with engine.connect() as connection:
        assert not connection.execute(select(tables.touched)).all()
        seen, heard = (
            {tuple(row) for row in connection.execute(select(*(table.c[one] for one in WHO)))}
            for table in (tables.sightings, tables.sounds)
        )
        found = [tuple(row) for row in connection.execute(select(tables.people))]
    engine.dispose()
    assert seen == heard
    return sorted(found)


def met(folder: str, batches: Sequence[tuple[Sequence[Analysis], bool]]) -> list[tuple[object, ...]]:
    """``people`` after these batches, each by a coder of its own; True where persons meet after one."""
    with Store.open(f"{folder}/{len(batches)}.db") as store:
        for number, (batch, meets) in enumerate(batches):
            store.add(batch, f"dragoman@{number}")
            if meets:
                store.meet()
        store.meet()
    return made(f"{folder}/{len(batches)}.db")


@settings(max_examples=25, deadline=None)
@given(
    batches=st.lists(
        st.tuples(st.lists(analyses, max_size=5, unique_by=ID), st.booleans()), min_size=2, max_size=6
    ),
    compared=st.sampled_from([1, 2, 4, meeting.COMPARED]),
)
def test_batches_and_replaced_reports_change_nothing(
    batches: list[tuple[list[Analysis], bool]], compared: int
) -> None:
    last = {ID(one): one for batch, _ in batches for one in batch}
    with patch.object(meeting, "COMPARED", compared), TemporaryDirectory() as folder:
        assert met(folder, batches) == met(folder, [(list(last.values()), True)])


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The names that were gone through, by meeting."""
    found: list[list[str]] = []

    def meet(persons: Sequence[meeting.Person]) -> list[int]:
        found.append([one.name for one in persons])
        return meeting.meet(persons)

    monkeypatch.setattr(people, "meet", meet)
    return found


def test_only_those_are_gone_through_whom_a_change_can_reach(store: Store, asked: list[list[str]]) -> None:
    many = [("Khalid Obeidi", "IRQ"), ("Hamid Obeidi", "IRQ"), ("Ali Hassan", "IRQ")]
    store.add([told("old", 1, "en", many)], "dragoman@1")
    assert store.meet() == 3
    store.add([told("new", 2, "ar", [("خالد العبيدي", "IRQ")])], "dragoman@1")
    assert store.meet() == 3
    store.add([told("new", 2, "en", [("Omar Zaki", None)])], "dragoman@2")
    assert store.meet() == 4
    assert store.meet() == 4
    assert asked == [
        ["Khalid Obeidi", "Hamid Obeidi", "Ali Hassan"],
        ["Khalid Obeidi", "خالد العبيدي"],
        ["Khalid Obeidi", "Omar Zaki"],
        [],
    ]


def test_who_is_named_no_more_is_nobody(store: Store) -> None:
    store.add([told("a", 1, "en", [("Khalid Obeidi", "IRQ")])], "dragoman@1")
    assert store.meet() == 1
    store.add([told("a", 1, "en", [])], "dragoman@2")
    assert store.meet() == 0
    assert store.same("Khalid Obeidi") == ("Khalid Obeidi",)


def test_another_edition_of_the_matcher_goes_through_all(
    store: Store, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add([told("a", 1, "en", [("Khalid Obeidi", "IRQ"), ("Ali Hassan", "IRQ")])], "dragoman@1")
    store.meet()
    monkeypatch.setattr(people, "edition", lambda: "another")
    assert store.meet() == 2
    assert store.meet() == 2
    assert asked == [["Khalid Obeidi", "Ali Hassan"], ["Khalid Obeidi", "Ali Hassan"], []]


def test_a_name_that_crowds_others_out_reaches_them(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    monkeypatch.setattr(meeting, "COMPARED", 1)
    both = [("Khalid Obeidi", "IRQ"), ("Khaled Obeidi", "IRQ")]
    store.add([told("later", 2, "en", both)], "dragoman@1")
    assert store.meet() == 1
    store.add([told("first", 1, "en", [("Hamid Obeidi", "IRQ")])], "dragoman@1")
    assert store.meet() == 3
