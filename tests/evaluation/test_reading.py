"""The reader on sentences that were kept apart, and a user's reader beside it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from dragoman.errors import ResourceError
from dragoman.evaluation import comparing, reading
from dragoman.events import fitting, reader
from dragoman.events.fitting import Example
from dragoman.types import Span

KEPT = (
    {
        "text": "Norway recalled its ambassador from Ecuador.",
        "tells": True,
        "pairs": [
            {"actor": [0, 6], "recipient": [36, 43], "types": ["SANCTION"]},
            {"actor": [0, 6], "recipient": [36, 43], "types": ["PROTEST", "AID"]},
        ],
    },
    {"text": "Rain fell all night in Bergen.", "tells": False, "pairs": []},
    {"text": "Thunder rolled and lightning struck twice.", "tells": True, "pairs": []},
)


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A few sentences instead of the dev split."""
    path = tmp_path / "few.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in KEPT), encoding="utf-8")
    monkeypatch.setattr(reading, "corpus", lambda: path)
    return path


def test_what_is_measured(few: Path) -> None:
    result = reading.measure(few)
    values = {score.measure: (score.value, score.count) for score in result.scores}
    assert values["pairs right"] == (0.5, 2)
    assert values["events not passed over"] == (0.5, 2)
    assert values["sentences passed over"] == (1.0, 1)
    assert values["F1 PROTEST"] == (0.0, 1)
    assert result.misses == (
        "passed over: Thunder rolled and lightning struck twice.",
        "PROTEST taken for SANCTION: Norway → Ecuador in Norway recalled its ambassador from Ecuador.",
    )


def answer(share: float, *, right: bool) -> reading.Answer:
    return reading.Answer(case="", gold="AID", given="AID" if right else "ASSAULT", share=share)


def test_the_calibration_error_is_the_mean_gap_between_probability_and_share() -> None:
    said = [answer(0.85, right=True), answer(0.85, right=False), answer(1.0, right=True)]
    assert reading.calibration(said) == pytest.approx((2 * 0.35 + 0) / 3, abs=1e-4)
    assert reading.calibration([]) == 0


class Quick(reader.Reader):
    """The reader that ships, with features that cost nothing: the letters of the sentence."""

    def features(self, text: str, actor: Span | None, recipient: Span | None) -> NDArray[np.float64]:
        size = self.heads.kinds.shape[1]
        found = np.zeros(size)
        for letter in text.lower():
            found[ord(letter) % size] += 1 / len(text)
        return found


@pytest.fixture
def taught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's reader that knows squalls."""
    shipped = reader.load("en")
    assert shipped is not None
    model = Quick(shipped.network, shipped.card, shipped.heads)
    monkeypatch.setattr(fitting, "rehearsal", lambda _: [])
    rows = [
        Example(text="zzz" + "z" * at, actor=Span(0, 1), recipient=None, label="SQUALL") for at in range(6)
    ]
    path = tmp_path / "mine.yml"
    fitting.write(fitting.fit(model, rows, lambda _: None), model, path)
    return path


def test_two_readers_side_by_side(few: Path, taught: Path) -> None:
    found = comparing.compare(taught)
    by_name = {(line.set, line.measure): line for line in found.lines}
    own = by_name["examples", "type right"]
    assert (own.shipped, own.own, own.count) == (0.0, 1.0, 6)
    assert by_name["examples", "F1 SQUALL"].own == 1
    assert by_name["kept", "type right"].count == 2
    assert by_name["kept", "type right"].shipped == 0.5


def test_a_reader_that_is_not_there_or_lacks_its_examples(few: Path, taught: Path, tmp_path: Path) -> None:
    with pytest.raises(ResourceError):
        comparing.compare(tmp_path / "none.yml")
    (tmp_path / "mine.held.jsonl").write_bytes(b"{no\n")
    with pytest.raises(ResourceError, match="cannot be read"):
        comparing.compare(taught)
    (tmp_path / "mine.held.jsonl").unlink()
    with pytest.raises(ResourceError, match=r"held\.jsonl"):
        comparing.compare(taught)
