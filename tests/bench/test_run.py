"""The benchmark measures what it says: every stage is reached, and the stopwatch is taken away again."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from bench import run, stages
from dragoman import pipeline
from dragoman.documents.annotator import SERVED
from dragoman.evaluation import corpora


@pytest.fixture(autouse=True)
def no_news(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(corpora.SHARED, str(tmp_path))


@pytest.mark.parametrize("language", SERVED)
def test_every_stage_is_timed(language: str) -> None:
    found = run.speed(language, 300)
    reached = set(found["milliseconds a report"])
    wanted = {name for name, _, _ in stages.STAGES} - {"language"}  # the samples say what they are in
    assert reached == wanted | {"read"}
    assert all(value >= 0 for value in found["milliseconds a report"].values())
    assert found["reports a second"] > 0
    assert set(found["times as slow as"]) == {name for name, _ in run.PLAIN}
    assert found["text"] == "samples"


def test_the_stopwatch_is_taken_away() -> None:
    before = vars(pipeline)["resolve"]
    with stages.watched():
        assert vars(pipeline)["resolve"] is not before
    assert vars(pipeline)["resolve"] is before


def test_time_within_another_stage_counts_once() -> None:
    watch = stages.Stopwatch()
    inner = watch.timed("inner", lambda: sum(range(300_000)))
    watch.timed("outer", inner)()
    assert watch.seconds["inner"] > watch.seconds["outer"] >= 0


def test_the_plain_programs_find_words_and_names() -> None:
    rows = run.texts("en", 100)[1][:1]
    assert run.cut(rows) > run.size(rows[0])
    assert 0 < run.look_up(rows) < run.size(rows[0])


def test_memory_is_counted_in_a_process_of_its_own() -> None:
    held = run.memory("en", 100)
    assert 10 < held["loaded"] <= held["after coding"] < 4000


def test_the_result_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(run, "measure", lambda words: {"measured": "2026-11-22T00:00Z", "words": words})
    monkeypatch.setattr(sys, "argv", ["run.py", "--words", "7", "--output", str(tmp_path / "x.json")])
    run.main()
    assert json.loads((tmp_path / "x.json").read_text())["words"] == 7


def test_the_results_that_are_kept_can_be_read() -> None:
    kept = sorted((run.HERE / "results").glob("*.json"))
    assert kept
    for path in kept:
        found = json.loads(path.read_text(encoding="utf-8"))
        assert found["measured"].startswith(path.stem[:10])
        assert set(found["speed"]) == set(SERVED)
