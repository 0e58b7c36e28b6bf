"""Floors hold, rise, and only fall when that is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import ResourceError
from dragoman.evaluation import TASKS, Result, Run, Score, Task, languages
from dragoman.evaluation.gate import EPSILON, Floors, compare, moved, path, read, write

LANGUAGES = ("ar", "en", "ru")


def score(value: float, language: str = "en", measure: str = "F1", *, gated: bool = True) -> Score:
    return Score(language=language, measure=measure, value=value, count=10, gated=gated)


def run(*scores: Score, sha256: str = "one", grows: bool = False) -> Run:
    def measure(_: Path) -> Result:
        raise AssertionError("is not measured here")

    task = Task(name="task", about="about", corpus=lambda: Path("x.jsonl"), measure=measure, grows=grows)
    return Run(task=task, corpus=Path("x.jsonl"), sha256=sha256, result=Result(scores=scores))


def floors(*scores: Score) -> Floors:
    made = moved(run(*scores), None, LANGUAGES, lower=False)
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("value", "verdict", "fails"),
    [
        (0.5, "held", False),
        (0.5 - EPSILON, "held", False),
        (0.5 - EPSILON - 0.0001, "fell", True),
        (0.6, "rose", False),
    ],
)
def test_a_score_against_its_floor(value: float, verdict: str, fails: bool) -> None:
    (found,) = compare(run(score(value)), floors(score(0.5)))
    assert (found.verdict, found.fails) == (verdict, fails)


def test_a_score_without_a_floor_is_new() -> None:
    (found,) = compare(run(score(0.5)), None)
    assert (found.verdict, found.fails) == ("new", False)


def test_a_floor_without_a_score_fails() -> None:
    found = compare(run(score(0.5)), floors(score(0.5), score(0.5, "ar")))
    assert [(one.language, one.verdict, one.fails) for one in found] == [
        ("en", "held", False),
        ("ar", "gone", True),
    ]


def test_what_is_not_gated_may_fall() -> None:
    assert compare(run(score(0.1, gated=False)), floors(score(0.9, gated=False))) == []


def test_floors_hold_for_the_corpus_they_were_measured_on() -> None:
    (found,) = compare(run(score(0.9), sha256="two"), floors(score(0.5)))
    assert (found.verdict, found.fails) == ("other corpus", True)


def test_a_corpus_of_our_own_may_grow() -> None:
    (found,) = compare(run(score(0.5), sha256="two", grows=True), floors(score(0.5)))
    assert found.verdict == "held"


def test_what_was_not_run_is_not_compared() -> None:
    absent = Run(task=run().task, corpus=Path("x.jsonl"), sha256=None, result=None)
    assert compare(absent, floors(score(0.5))) == []
    assert moved(absent, floors(score(0.5)), LANGUAGES, lower=True) == floors(score(0.5))
    assert absent.skipped == "skipped, x.jsonl is not there"


def test_raising_never_lowers() -> None:
    made = moved(
        run(score(0.6), score(0.3, "ar")), floors(score(0.5), score(0.4, "ar")), LANGUAGES, lower=False
    )
    assert made is not None
    assert {one.language: one.floor for one in made.floors} == {"en": 0.6, "ar": 0.4}


def test_lowering_sets_what_is_measured() -> None:
    made = moved(run(score(0.3), sha256="two"), floors(score(0.5)), LANGUAGES, lower=True)
    assert made is not None
    assert (made.floors[0].floor, made.sha256) == (0.3, "two")


def test_another_corpus_is_not_taken_over_in_silence() -> None:
    held = floors(score(0.5))
    assert moved(run(score(0.9), sha256="two"), held, LANGUAGES, lower=False) == held


def test_a_language_without_gold_is_listed() -> None:
    assert floors(score(0.5)).unmeasured == ("ar", "ru")


def test_floors_come_back_from_their_file(tmp_path: Path) -> None:
    write(tmp_path / "floors.json", {"task": floors(score(0.5))})
    assert read(tmp_path / "floors.json") == {"task": floors(score(0.5))}
    assert read(tmp_path / "none.json") == {}


@pytest.mark.parametrize("content", ["{", '{"task": {"corpus": "x"}}', "[]"])
def test_a_broken_file_of_floors(tmp_path: Path, content: str) -> None:
    (tmp_path / "floors.json").write_text(content)
    with pytest.raises(ResourceError, match=r"floors\.json"):
        read(tmp_path / "floors.json")


def test_the_floors_that_ship() -> None:
    held = read(path())
    for task in TASKS:
        if task.name == "judged" and task.name not in held:
            continue  # until somebody has judged
        floors_ = held[task.name]
        measured = {one.language for one in floors_.floors}
        assert measured
        assert measured | set(floors_.unmeasured) == set(languages())
        assert all(0 < one.floor <= 1 and one.count > 0 for one in floors_.floors)
        assert len(floors_.sha256) == 64
