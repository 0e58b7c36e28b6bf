"""Rows in which somebody alike stands: spans go where the words went."""

from __future__ import annotations

import random
from pathlib import Path

from training.markup import read_file
from training.reader.rows import Row
from training.reader.swapping import Likeness, Swapper, substituted
from training.reader.told import Told

from dragoman.types import Span

TEXT = "Peru warned Chad of war."


class Always(random.Random):
    """Chance that always swaps."""

    def random(self) -> float:
        return 0.0


def swapper() -> Swapper:
    likeness = Likeness("country", (), True, False, False)
    made = Swapper([], Always(1))
    made.names, made.known = {likeness: ["South Sudan"]}, dict.fromkeys(("Peru", "Chad"), likeness)
    return made


def test_spans_behind_longer_words_move() -> None:
    text, moved = substituted(TEXT, [(Span(0, 4), "South Sudan")])
    assert text == "South Sudan warned Chad of war."
    assert moved(Span(0, 4)).text(text) == "South Sudan"
    assert moved(Span(5, 11)).text(text) == "warned"


def test_both_sides_of_a_pair_are_swapped() -> None:
    row = swapper().pair(Row(text=TEXT, actor=Span(0, 4), recipient=Span(12, 16), kinds=("THREATEN",)))
    assert row.text == "South Sudan warned South Sudan of war."
    sides = [side.text(row.text) for side in (row.actor, row.recipient) if side]
    assert sides == ["South Sudan", "South Sudan"]


def test_a_trigger_keeps_its_word() -> None:
    parts = ((Span(0, 4), "actor"), (Span(12, 16), "recipient"))
    row = swapper().told(Told(text=TEXT, trigger=Span(5, 11), kinds=("THREATEN",), parts=parts))
    assert row.trigger.text(row.text) == "warned"
    assert [span.text(row.text) for span, _ in row.parts] == ["South Sudan", "South Sudan"]


def test_only_somebody_alike_stands_for_another(tmp_path: Path) -> None:
    folder = tmp_path / "train"
    folder.mkdir()
    lines = (
        "[Peru|a country] [warned|THREATEN a>b] [the miners|b agent/LAB] and [the army|organisation/MIL].",
        "[Chad|a country] [warned|THREATEN a>b] [the dockers|b agent/LAB] and [the navy|organisation/MIL].",
    )
    (folder / "one.txt").write_text("\n".join(["== theme", *lines, ""]), encoding="utf-8")
    made = Swapper(list(read_file(folder / "one.txt")), Always(1))
    assert sorted(map(tuple, made.names.values())) == [
        ("Chad", "Peru"),
        ("the army", "the navy"),
        ("the dockers", "the miners"),
    ]
