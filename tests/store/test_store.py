"""The contract of a store, on SQLite and, where there is one, on PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import factory, strategies

from dragoman.store import Filter, Store
from dragoman.types import Analysis, Event, Quote, Report, Skipped

V1, V2 = "dragoman@1", "dragoman@2"
MALIKI = factory.actor("maliki", "نوري المالكي", language="ar")


def _talks() -> Analysis:
    """Two dated meetings, one without a date, a quotation and a figure."""
    on = factory.report(
        "Maliki met Lavrov on Monday. Lavrov said “we will help”. IRQ asked RUS for $1 billion.",
        id="talks",
        published=date(2017, 7, 25),
    )
    maliki = factory.participant(on, "Maliki", "IRQ", ("GOV",), name="Nouri al-Maliki", known=MALIKI)
    lavrov = factory.participant(on, "Lavrov", "RUS", ("GOV",), name="Sergey Lavrov")
    monday = factory.on_day(on, "Monday", date(2017, 7, 24))
    return factory.analysis(
        on,
        [
            factory.event("CONSULT", maliki, lavrov, on=on, words="met", when=monday),
            factory.event("REQUEST", "IRQ", "RUS", on=on, words="asked"),
        ],
        [factory.quote(on, "we will help", lavrov, cue="said")],
        [factory.figure(on, "$1 billion", 1e9, 1e9, "USD")],
    )


def _strike() -> Analysis:
    on = factory.report("USA struck SYR.", id="strike")
    return factory.analysis(on, [factory.event("ASSAULT", "USA", "SYR", on=on, words="struck")])


def _types(store: Store, asked: Filter) -> list[str]:
    return [event.type for event, _ in store.events(asked)]


def _contents(store: Store) -> tuple[Sequence[object], ...]:
    return (
        list(store.reports()),
        list(store.events()),
        list(store.quotes()),
        list(store.figures()),
        [store.summary()],
    )


def test_what_goes_in_comes_out(store: Store) -> None:
    talks, strike = _talks(), _strike()
    assert store.add([strike, talks], V1) == 2
    report = talks.document.report
    assert list(store.reports()) == [report, strike.document.report]
    assert list(store.events()) == [
        (talks.events[0], report),
        (talks.events[1], report),
        (strike.events[0], strike.document.report),
    ]
    assert list(store.quotes()) == [(talks.quotes[0], report)]
    assert list(store.figures()) == [(talks.figures[0], report)]
    summary = store.summary()
    assert (summary.reports, summary.events, summary.quotes, summary.figures) == (2, 3, 1, 1)


@settings(max_examples=25, deadline=None)
@given(analyses=st.lists(strategies.analyses(), max_size=4))
def test_anything_comes_back_as_it_was(analyses: list[Analysis]) -> None:
    with TemporaryDirectory() as folder, Store.open(f"{folder}/store.db") as store:
        store.add(analyses, V1)
        given = {one.document.report.id: one for one in reversed(analyses)}
        assert {report.id: report for report in store.reports()} == {
            key: one.document.report for key, one in given.items()
        }
        events = sorted((event for event, _ in store.events()), key=_place_of)
        assert events == sorted((event for one in given.values() for event in one.events), key=_place_of)
        quotes = sorted((quote for quote, _ in store.quotes()), key=_place_of)
        assert quotes == sorted((quote for one in given.values() for quote in one.quotes), key=_place_of)


def _place_of(record: Event | Quote) -> tuple[str, str]:
    return (record.report, record.id)


def test_adding_twice_changes_nothing(store: Store) -> None:
    store.add([_talks(), _strike()], V1)
    before = _contents(store)
    assert store.add([_talks()], V1) == 0
    assert store.add([_talks(), _talks()], V1) == 0
    assert _contents(store) == before


def test_a_report_twice_in_one_batch_is_one(store: Store) -> None:
    assert store.add([_talks(), _talks()], V1) == 1
    assert store.summary().events == 2


def test_of_two_events_with_one_id_the_first_is_kept(store: Store) -> None:
    talks = _talks()
    second = replace(talks.events[0], rule="another")
    store.add([replace(talks, events=(talks.events[0], second))], V1)
    assert [event for event, _ in store.events()] == [talks.events[0]]


def test_another_version_of_the_coder_replaces_what_the_report_gave(store: Store) -> None:
    talks = _talks()
    store.add([talks, _strike()], V1)
    recoded = replace(talks, events=talks.events[:1], quotes=(), figures=())
    assert store.add([recoded], V2) == 1
    assert [event for event, _ in store.events()] == [talks.events[0], _strike().events[0]]
    assert not list(store.quotes())
    assert not list(store.figures())
    assert store.has("talks", V2)
    assert not store.has("talks", V1)
    assert store.has("strike", V1)
    assert not store.has("nowhere", V1)


def test_a_report_that_gave_nothing_is_kept(store: Store) -> None:
    store.add([factory.analysis(factory.report("Nothing happened.", id="quiet"))], V1)
    assert store.has("quiet", V1)
    assert store.summary().reports == 1


@pytest.mark.parametrize(
    ("asked", "types"),
    [
        (Filter(actor="RUS"), ["CONSULT", "REQUEST"]),
        (Filter(actor="USA"), ["ASSAULT"]),
        (Filter(actor="IRQ", with_="RUS"), ["CONSULT", "REQUEST"]),
        (Filter(actor="RUS", with_="RUS"), []),
        (Filter(actor="USA", with_="RUS"), []),
        (Filter(with_="SYR"), ["ASSAULT"]),
        (Filter(actor="maliki"), ["CONSULT"]),
        (Filter(actor="Nouri al-Maliki"), ["CONSULT"]),
        (Filter(actor="AL-MALIKI"), ["CONSULT"]),
        (Filter(actor="المالكى"), ["CONSULT"]),
        (Filter(actor="Malik"), []),
        (Filter(actor="Nouri Lavrov"), []),
        (Filter(actor="%"), []),
        (Filter(actor="_aliki"), []),
        (Filter(actor=""), []),
        (Filter(actor="' OR 1=1 --"), []),
        (Filter(actor="Lavrov", with_="Maliki"), ["CONSULT"]),
        (Filter(type="REQUEST"), ["REQUEST"]),
        (Filter(type="AID"), []),
        (Filter(until=date(2017, 7, 24)), ["CONSULT"]),
        (Filter(since=date(2017, 7, 25)), ["REQUEST"]),
        (Filter(since=date(2017, 7, 24), until=date(2017, 7, 25)), ["CONSULT", "REQUEST"]),
        (Filter(since=date(2018, 1, 1)), []),
        (Filter(), ["CONSULT", "REQUEST", "ASSAULT"]),
    ],
)
def test_events_that_are_asked_for(store: Store, asked: Filter, types: list[str]) -> None:
    store.add([_talks(), _strike()], V1)
    assert _types(store, asked) == types


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (Filter(actor="RUS"), 1),
        (Filter(actor="IRQ"), 0),
        (Filter(actor="Lavrov", with_="IRQ"), 1),
        (Filter(actor="RUS", with_="USA"), 0),
        (Filter(type="direct"), 1),
        (Filter(type="indirect"), 0),
        (Filter(since=date(2017, 7, 25), until=date(2017, 7, 25)), 1),
        (Filter(since=date(2017, 7, 26)), 0),
        (Filter(until=date(2017, 7, 24)), 0),
    ],
)
def test_quotes_that_are_asked_for(store: Store, asked: Filter, count: int) -> None:
    store.add([_talks(), _strike()], V1)
    assert len(list(store.quotes(asked))) == count


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (Filter(actor="RUS", with_="Maliki"), 1),
        (Filter(actor="USA"), 0),
        (Filter(type="money"), 1),
        (Filter(type="count"), 0),
        (Filter(since=date(2017, 7, 26)), 0),
    ],
)
def test_figures_that_are_asked_for(store: Store, asked: Filter, count: int) -> None:
    store.add([_talks(), _strike()], V1)
    assert len(list(store.figures(asked))) == count


def test_order_does_not_depend_on_how_it_came(url: str, store: Store) -> None:
    reports = [factory.report(f"USA met SYR on day {day}.", id=f"r{day}") for day in range(9, 0, -1)]
    analyses = [factory.analysis(on, [_met(on, number)]) for number, on in enumerate(reports, 1)]
    store.add(analyses, V1)
    days = [event.date.start for event, _ in store.events() if event.date is not None]
    assert days == sorted(day for day in days if day is not None)
    assert [report.id for report in store.reports()] == [f"r{day}" for day in range(1, 10)]


def _met(on: Report, number: int) -> Event:
    day = factory.on_day(on, "day", date(2020, 1, number))
    return factory.event("CONSULT", "USA", "SYR", on=on, words="met", when=day)


def test_more_rows_than_one_question_holds(store: Store) -> None:
    on = [factory.report(f"USA met SYR, time {number}.", id=f"r{number:04}") for number in range(1000)]
    batch = [
        factory.analysis(one, [factory.event("CONSULT", "USA", "SYR", on=one, words="met")]) for one in on
    ]
    assert store.add(batch, V1) == 1000
    assert [report.id for _, report in store.events(Filter(actor="USA"))] == [one.id for one in on]
    assert store.add(batch, V2) == 1000
    assert store.summary().events == 1000


def test_asking_may_stop_early_and_writing_go_on_meanwhile(store: Store) -> None:
    store.add([_talks()], V1)
    asked = store.events()
    first, _ = next(asked)
    store.add([_strike()], V1)
    asked.close()  # type: ignore[attr-defined]
    assert first.type == "CONSULT"
    assert store.summary().events == 3


def test_skipped_is_kept_once_and_in_order(store: Store) -> None:
    two = Skipped(reason="bad-json", message="line 9", path="a.jsonl", line=9)
    one = Skipped(reason="empty", message="no bytes", path="a.jsonl")
    store.put_skipped([two, one])
    store.put_skipped([two])
    assert store.summary().skipped == (one, two)
    store.put_skipped([])
    assert len(store.summary().skipped) == 2


def test_nul_and_other_odd_characters_survive(store: Store) -> None:
    on = factory.report("A\0B met SYR\u2028\u202e in \U0001f600.", id="odd\u0301", title="\x1b[31m")
    odd = factory.participant(on, "A\0B", "USA", name="\0")
    analysis = factory.analysis(on, [factory.event("CONSULT", odd, "SYR", on=on, words="met")])
    store.add([analysis], V1)
    assert list(store.events()) == [(analysis.events[0], on)]
