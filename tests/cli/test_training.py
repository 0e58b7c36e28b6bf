"""train: examples of one's own become a reader that classify uses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.conftest import Command

WAYS = ("chased", "shadowed", "circled", "hailed", "blocked", "rammed")
PAIRS = (
    ("A Chilean patrol boat", "a Peruvian trawler"),
    ("A Danish cutter", "a tanker"),
    ("The frigate", "a tug"),
)


def example(actor: str, way: str, recipient: str) -> dict[str, Any]:
    text = f"{actor} {way} {recipient} off the coast on Sunday."
    start = text.index(recipient)
    return {
        "text": text,
        "event": "MARITIME",
        "mode": "pursuit" if way == "chased" else None,
        "actor": [0, len(actor)],
        "recipient": [start, start + len(recipient)],
    }


def test_a_type_of_ones_own_is_learned_and_used(
    dragoman: Command, tmp_path: Path, lines: Callable[..., bytes]
) -> None:
    rows = [example(actor, way, recipient) for way in WAYS for actor, recipient in PAIRS]
    asked = lines(example("A Thai gunboat", "circled", "a Burmese ferry"))
    before = dragoman("classify", "-", stdin=asked).lines[0]
    (tmp_path / "sea.jsonl").write_bytes(lines(*rows))
    shown = dragoman("train", "--examples", "sea.jsonl")
    assert (shown.code, shown.err) == (0, "written to dragoman-reader.yml\n18 examples\n")
    assert "new labels: MARITIME.pursuit, MARITIME\n" in shown.out
    after = dragoman("classify", "-", stdin=asked).lines[0]
    assert "MARITIME" not in before["scores"]
    assert (after["event"], after["mode"]) == ("MARITIME", None)
    chased = dragoman(
        "classify", "-", stdin=lines(example("A Thai gunboat", "chased", "a Burmese ferry"))
    ).lines[0]
    assert (chased["event"], chased["mode"]) == ("MARITIME", "pursuit")
    assert abs(sum(after["scores"].values()) - 1) < 0.01


def test_what_was_known_is_not_forgotten(
    dragoman: Command, tmp_path: Path, lines: Callable[..., bytes]
) -> None:
    (tmp_path / "sea.jsonl").write_bytes(lines(*(example("The navy", way, "a tug") for way in WAYS)))
    assert dragoman("train", "--examples", "sea.jsonl").code == 0
    praise = lines({"text": "Iran praised Iraq.", "actor": [0, 4], "recipient": [13, 17]})
    assert dragoman("classify", "-", stdin=praise).lines[0]["event"] == "SUPPORT"


def test_lines_that_are_no_examples_are_counted(dragoman: Command, lines: Callable[..., bytes]) -> None:
    good = [example("The navy", way, "a tug") for way in WAYS]
    bad = [
        {"text": "x", "event": "A"},
        {"text": "x", "event": "A", "actor": [0, 9]},
        {"text": "", "event": "A"},
    ]
    shown = dragoman("train", "--examples", "-", stdin=lines(*good, *bad) + b"{no\n")
    assert shown.code == 3
    assert shown.err.endswith("6 examples; bad-json 1; bad-record 1; bad-span 2\n")


def test_too_few_examples_are_refused(dragoman: Command, lines: Callable[..., bytes]) -> None:
    shown = dragoman("train", "--examples", "-", stdin=lines(example("The navy", "hailed", "a tug")))
    assert shown.code == 2
    assert "at least 5" in shown.err


def test_a_language_without_a_reader_is_refused(dragoman: Command) -> None:
    shown = dragoman("train", "--examples", "-", "--language", "ar")
    assert shown.code == 2
    assert "no reader for 'ar'" in shown.err


def test_heads_of_another_network_are_refused(
    dragoman: Command, tmp_path: Path, lines: Callable[..., bytes]
) -> None:
    rows = lines(*(example("The navy", way, "a tug") for way in WAYS))
    assert dragoman("train", "--examples", "-", stdin=rows).code == 0
    (tmp_path / "dragoman-reader.heads.npz").write_bytes(b"changed")
    shown = dragoman(
        "classify", "-", stdin=lines({"text": "Iran praised Iraq.", "actor": [0, 4], "recipient": [13, 17]})
    )
    assert shown.code == 1
    assert "another model" in shown.err
