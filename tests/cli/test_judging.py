"""actors merge and split, from the command line to what is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Command

TEXT = "Vladimir Putin met Haider al-Abadi in Moscow."


@pytest.fixture
def coded(dragoman: Command, tmp_path: Path, lines: Callable[..., bytes]) -> Command:
    """A store s.db with one report of a meeting."""
    (tmp_path / "r.jsonl").write_bytes(
        lines({"id": "a", "text": TEXT, "published": "2017-01-02", "language": "en"})
    )
    assert dragoman("run", "r.jsonl", "--store", "s.db").code == 0
    return dragoman


def test_a_merge_is_seen_at_once_and_undone(coded: Command) -> None:
    assert coded("events", "--store", "s.db", "--actor", "Angela Merkel").out == ""
    merged = coded("actors", "merge", "angela-merkel", "بوتين", "--store", "s.db", "--by", "Layla")
    assert (merged.code, merged.err) == (0, "vladimir-putin is angela-merkel, says Layla\n")
    assert "CONSULT" in coded("events", "--store", "s.db", "--actor", "Angela Merkel").out
    apart = coded("actors", "split", "vladimir-putin", "--store", "s.db", "--by", "Omar")
    assert (apart.code, apart.err) == (0, "vladimir-putin is nobody else, says Omar\n")
    assert coded("events", "--store", "s.db", "--actor", "Angela Merkel").out == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("merge", "Putin", "Путин"), "are vladimir-putin already"),
        (("merge", "Putin", " "), "no name"),
        (("split", "Putin"), "was merged with nobody"),
    ],
)
def test_what_cannot_be_decided(coded: Command, arguments: tuple[str, ...], words: str) -> None:
    shown = coded("actors", *arguments, "--store", "s.db", "--by", "Layla")
    assert shown.code == 2
    assert words in shown.err


def test_the_user_decides_where_nobody_is_named(coded: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "layla")
    shown = coded("actors", "merge", "Somebody Else", "vladimir-putin", "--store", "s.db")
    assert shown.err == "vladimir-putin is Somebody Else, says layla\n"
