"""The main path: in order, nothing lost, nothing done twice, the same however the work is spread."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests import factory, strategies

from dragoman import codec, pipeline, reports
from dragoman.documents.annotator import Annotator
from dragoman.errors import AnnotationError, ResourceError
from dragoman.evaluation.sound import faults
from dragoman.store import Store
from dragoman.types import Analysis, Document, Event, Report, Skipped

SAMPLES = Path(str(files("dragoman") / "data" / "samples"))
MET = "Russian President Vladimir Putin met Iraqi Prime Minister Haider al-Abadi in Moscow."
RUSSIAN = "Лавров прибыл в Багдад."


@cache
def samples() -> tuple[Report, ...]:
    return tuple(one for one in reports.read([SAMPLES]) if isinstance(one, Report))


def coded(*given: Report | Skipped, threshold: float = 0.5) -> list[Analysis | Skipped]:
    return list(pipeline.analyse(given, pipeline.tools(threshold)))


def only(*given: Report) -> Analysis:
    (found,) = coded(*given)
    assert isinstance(found, Analysis)
    return found


def test_a_meeting() -> None:
    found = only(factory.report(MET))
    event = next(one for one in found.events if one.type == "CONSULT")
    assert {one.country for one in (*event.actors, *event.recipients)} == {"RUS", "IRQ"}
    assert event.date is None


def test_one_analysis_for_each_report_in_order() -> None:
    found = [one for one in coded(*samples()) if isinstance(one, Analysis)]
    assert [one.document.report for one in found] == list(samples())


def test_a_language_that_is_not_served_is_kept_and_said() -> None:
    report = factory.report(RUSSIAN, "ru")
    analysis, skipped = coded(report)
    assert isinstance(analysis, Analysis)
    assert (analysis.document.report, analysis.document.served) == (report, False)
    assert isinstance(skipped, Skipped)
    assert (skipped.reason, skipped.path) == ("language-not-served", report.id)


def test_the_language_is_found_where_it_is_not_given() -> None:
    report = Report(id="a", text=MET)
    assert only(report).document.language == "en"
    assert only(report).document.report.language is None


def test_what_was_skipped_in_reading_is_handed_on() -> None:
    skipped = Skipped(reason="empty", message="the file holds nothing", path="a.txt")
    first, second = coded(skipped, factory.report(MET))
    assert first is skipped
    assert isinstance(second, Analysis)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (KeyError("x"), "internal-error"),
        (RecursionError(), "internal-error"),
        (AnnotationError("too-deep", "x"), "too-deep"),
    ],
)
def test_a_fault_costs_one_report(monkeypatch: pytest.MonkeyPatch, fault: Exception, reason: str) -> None:
    document = Annotator.document

    def broken(self: Annotator, report: Report) -> Document:
        if report.id == "broken":
            raise fault
        return document(self, report)

    monkeypatch.setattr(Annotator, "document", broken)
    rows = [factory.report(MET, id=name) for name in ("a", "broken", "c")]
    first, kept, skipped, last = coded(*rows)
    assert isinstance(kept, Analysis)
    assert (kept.document.served, kept.events) == (False, ())
    assert isinstance(skipped, Skipped)
    assert (skipped.reason, skipped.path) == (reason, "broken")
    for analysis in (first, last):
        assert isinstance(analysis, Analysis)
        assert analysis.events


def test_a_broken_data_file_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Document:
        raise ResourceError("verbs.yml: broken")

    monkeypatch.setattr(Annotator, "document", broken)
    with pytest.raises(ResourceError, match=r"verbs\.yml"):
        coded(factory.report(MET))


def test_what_holds_of_every_analysis() -> None:
    results = coded(*samples(), threshold=0.0)
    assert list(faults(results)) == []
    for one in results:
        if isinstance(one, Analysis):
            everybody = {participant.mention.span for participant in one.participants}
            for event in one.events:
                assert {side.mention.span for side in (*event.actors, *event.recipients)} <= everybody


@given(strategies.reports())
@settings(max_examples=60)
def test_no_text_is_too_strange(report: Report) -> None:
    """Controls, marks of direction, half a script: whatever a report holds, there is an analysis."""
    for language in ("en", "ar"):
        results = coded(factory.report(report.text, language, title=report.title))
        assert list(faults(results)) == []
        assert codec.analysis_line(results[0])  # type: ignore[arg-type]


def test_the_threshold_leaves_out_what_is_less_certain() -> None:
    everything = [event for one in coded(*samples(), threshold=0.0) for event in events(one)]
    certain = [event for one in coded(*samples(), threshold=0.7) for event in events(one)]
    assert 0 < len(certain) < len(everything)
    assert all(event.score >= 0.7 for event in certain)


def events(result: Analysis | Skipped) -> list[Event]:
    return list(result.events) if isinstance(result, Analysis) else []


def lines(**spread: int) -> list[bytes]:
    results = pipeline.spread(samples(), threshold=0.5, **spread)  # type: ignore[arg-type]
    return [codec.analysis_line(one) if isinstance(one, Analysis) else codec.encode(one) for one in results]


def test_the_same_bytes_from_two_processes() -> None:
    assert lines(jobs=2, batch=1) == lines(jobs=1, batch=64)


def test_where_a_report_stands_is_said_when_it_is_not_coded() -> None:
    report = factory.report(RUSSIAN, "ru", id="a")
    origins: reports.Origins = {"a": ("x.jsonl", 7)}
    _, skipped = pipeline.spread([report], threshold=0.5, origins=origins)
    assert isinstance(skipped, Skipped)
    assert (skipped.path, skipped.line) == ("x.jsonl", 7)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "a.db")) as opened:
        yield opened


def test_a_run_keeps_everything(store: Store) -> None:
    steps = list(pipeline.run(samples(), store, threshold=0.5, batch=4))
    assert [step.kept for step in steps] == [4, 4, len(samples()) - 8]
    summary = store.summary()
    assert summary.reports == len(samples())
    assert summary.events == sum(len(events(one)) for one in coded(*samples()))
    assert [one.reason for one in summary.skipped] == ["language-not-served"]


def test_a_second_run_changes_nothing(store: Store) -> None:
    list(pipeline.run(samples(), store, threshold=0.5))
    before = (store.summary(), list(store.events()), list(store.quotes()))
    steps = list(pipeline.run(samples(), store, threshold=0.5, batch=4))
    assert [(step.kept, step.there) for step in steps] == [(0, 4), (0, 4), (0, len(samples()) - 8)]
    assert (store.summary(), list(store.events()), list(store.quotes())) == before


def test_another_threshold_is_another_coding(store: Store) -> None:
    list(pipeline.run(samples(), store, threshold=0.0))
    before = store.summary().events
    steps = list(pipeline.run(samples(), store, threshold=0.8))
    assert sum(step.kept for step in steps) == len(samples())
    assert store.summary().events < before


def test_an_interrupted_run_goes_on(store: Store) -> None:
    running = pipeline.run(samples(), store, threshold=0.5, batch=3)
    next(running)
    running.close()  # type: ignore[attr-defined]
    assert store.summary().reports == 3
    rest = list(pipeline.run(samples(), store, threshold=0.5, batch=3))
    assert sum(step.kept for step in rest) == len(samples()) - 3
    assert sum(step.there for step in rest) == 3


def test_dates_count_from_the_day_of_publication() -> None:
    text = MET.replace("in Moscow", "in Moscow on Monday")
    undated, dated = only(factory.report(text)), only(factory.report(text, published=date(2017, 10, 19)))
    assert [event.date and event.date.start for event in undated.events] == [None]
    assert [event.date and event.date.start for event in dated.events] == [date(2017, 10, 16)]


def test_ids_are_the_same_in_every_run() -> None:
    ids = [[event.id for one in coded(*samples()) for event in events(one)] for _ in range(2)]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == len(ids[0])


def test_a_line_of_an_analysis_is_json() -> None:
    for one in coded(*samples()):
        if isinstance(one, Analysis):
            assert json.loads(codec.analysis_line(one))["report"]["id"] == one.document.report.id
