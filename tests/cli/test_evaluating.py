"""The verb that measures, on corpora of a few lines and floors in a folder of their own."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.conftest import Command

from dragoman import evaluation
from dragoman.evaluation import Result, Score, Task, corpora, gate, judged


class Measured:
    """A task whose score is set by the test."""

    value = 0.5

    def measure(self, _: Path) -> Result:
        return Result(
            scores=(Score(language="en", measure="F1", value=self.value, count=1234),),
            misses=("one case that went wrong",),
        )


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Measured:
    """One task with a corpus and one without; floors in an empty folder."""
    made = Measured()
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("{}\n")
    task = Task(name="there", about="what is measured", corpus=lambda: corpus, measure=made.measure)
    absent = replace(task, name="absent", corpus=lambda: tmp_path / "none.jsonl")
    monkeypatch.setattr(evaluation, "TASKS", (task, absent))
    monkeypatch.setattr(gate, "path", lambda: tmp_path / "floors.json")
    return made


def test_a_table(dragoman: Command, measured: Measured) -> None:
    shown = dragoman("evaluate")
    assert shown.code == 0
    assert "there: what is measured\n  en  F1" in shown.out
    assert "0.5000  of 1,234" in shown.out
    assert "ru  unmeasured" in shown.out
    assert "none.jsonl is not there" in shown.out
    assert "went wrong" not in shown.out


def test_one_task_with_its_misses(dragoman: Command, measured: Measured) -> None:
    shown = dragoman("evaluate", "there", "--misses")
    assert "absent" not in shown.out
    assert "  one case that went wrong\n" in shown.out


def test_lines(dragoman: Command, measured: Measured) -> None:
    there, absent = dragoman("evaluate", "all", "--json").lines
    assert (there["task"], there["language"], there["value"], there["count"]) == ("there", "en", 0.5, 1234)
    assert len(there["sha256"]) == 64
    assert set(absent) == {"task", "skipped"}


def test_the_gate(dragoman: Command, measured: Measured, tmp_path: Path) -> None:
    assert dragoman("evaluate", "gate").code == 0  # no floors yet
    assert dragoman("evaluate", "gate", "--raise").code == 0
    measured.value = 0.4
    fallen = dragoman("evaluate", "gate")
    assert fallen.code == 1
    assert fallen.err == "dragoman: there en F1 fell: 0.4 below 0.5\n"
    assert dragoman("evaluate", "gate", "--raise").code == 1
    assert dragoman("evaluate", "all").code == 0
    assert dragoman("evaluate", "gate", "--lower").code == 0
    held = json.loads((tmp_path / "floors.json").read_text())
    assert held["there"]["floors"] == [{"language": "en", "measure": "F1", "floor": 0.4, "count": 1234}]
    assert held["there"]["unmeasured"] == ["ar", "ru"]


def test_a_sheet_to_fill_in(dragoman: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    row = {"language": "en", "text": "Vladimir Putin praised Iraq.", "title": "x"}
    (tmp_path / "data" / judged.REPORTS).write_text(json.dumps(row))
    monkeypatch.setenv(corpora.SHARED, str(tmp_path))
    shown = dragoman("evaluate", "judged", "--sample", "3")
    (found,) = csv.DictReader(io.StringIO(shown.out))
    assert (found["language"], found["type"], found["verdict"]) == ("en", "SUPPORT", "")
    assert "Putin" not in shown.out
    assert "“Vladimir Putin praised Iraq”" in shown.err
