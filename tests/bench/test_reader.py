"""The benchmark of the reader compares what it names, on the same sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import reader
from dragoman.evaluation import corpora


def test_what_is_compared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(corpora.SHARED, str(tmp_path))
    monkeypatch.setattr(reader, "ROUNDS", 1)
    found = reader.speed(100)
    rates = found["sentences a second"]
    assert {"analyse --coder frames", "analyse --coder reader", "bare encoder"} <= set(rates)
    assert all(rate > 0 for rate in rates.values())
    assert set(found["reports a second"]) == set(rates)
    assert found["times as fast as the bare encoder"]["bare encoder"] == 1
    assert 0 <= found["passed over by the reader"] < 1
    one_pass = "RoBERTa-large, operations of one pass as a multiple of the bare encoder's"
    by_operations = found["times as fast as one pass of RoBERTa-large, by operations"]
    assert by_operations["bare encoder"] == found[one_pass] > 20


def test_operations_are_counted_by_hand() -> None:
    tiny = reader.Encoder(layers=1, hidden=2)
    assert reader.operations(tiny, 3) == 2 * 3 * 4 * 4 + 4 * 9 * 2 + 2 * 3 * 8 * 4
    assert reader.operations(reader.Encoder(layers=5, hidden=2), 3) == 5 * reader.operations(tiny, 3)


def test_the_machine_of_words_knows_types() -> None:
    pytest.importorskip("sklearn", reason="is installed by `make bench`")
    machine = reader.vectors_and_machine()
    assert machine(["Police arrested a journalist.", "The two ministers met for talks."])[1] == "CONSULT"
