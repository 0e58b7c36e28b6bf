"""evaluate --model: a reader that was taught beside the one that ships."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Command

from dragoman.evaluation import reading
from dragoman.events import fitting

SHIPS = ("patrol ship", "coastguard cutter", "gunboat", "frigate")
WAYS = ("shadowed", "rammed", "drove off")


def incident(ship: str, way: str) -> dict[str, object]:
    text = f"A {ship} {way} a trawler off the shoal on Sunday."
    start = text.index("a trawler")
    return {
        "text": text,
        "event": "MARITIME",
        "actor": [0, len(ship) + 2],
        "recipient": [start, start + len("a trawler")],
    }


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Little to rehearse and to measure on: the whole of it takes a minute."""
    everything = fitting.rehearsal("en")
    monkeypatch.setattr(fitting, "rehearsal", lambda _: everything[::20])
    lines = reading.corpus().read_bytes().splitlines()[::20]
    few = tmp_path / "few.jsonl"
    few.write_bytes(b"\n".join(lines))
    monkeypatch.setattr(reading, "corpus", lambda: few)


@pytest.mark.usefixtures("small")
def test_a_maritime_incident_beside_what_ships(dragoman: Command, lines: Callable[..., bytes]) -> None:
    rows = lines(*(incident(ship, way) for ship in SHIPS for way in WAYS))
    assert dragoman("train", "--examples", "-", stdin=rows).code == 0
    shown = dragoman("evaluate", "--model", "dragoman-reader.yml", "--misses")
    assert shown.code == 0
    assert shown.out.startswith("your examples, each read by heads that were not fitted to it\n")
    assert "sentences of the corpus that were kept apart\n" in shown.out
    found = dragoman("evaluate", "--model", "dragoman-reader.yml", "--json").lines
    by_name = {(line["set"], line["measure"]): line for line in found}
    learned = by_name["examples", "F1 MARITIME"]
    assert (learned["shipped"], learned["count"]) == (0.0, 12)
    assert learned["own"] > 0.5
    kept = by_name["kept", "type right"]
    assert kept["own"] > kept["shipped"] - 0.15
    assert kept["count"] > 30


def test_a_model_that_is_not_there(dragoman: Command, tmp_path: Path) -> None:
    shown = dragoman("evaluate", "--model", "none.yml")
    assert shown.code == 1
    assert "none.yml" in shown.err
    (tmp_path / "other.yml").write_text(json.dumps({"protocol": 1}))
    assert dragoman("evaluate", "--model", "other.yml").code == 1
