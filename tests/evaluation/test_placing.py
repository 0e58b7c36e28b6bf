"""Cases of places count as right, wrong, or left open."""

from __future__ import annotations

from pathlib import Path

from dragoman.evaluation import placing

CASES = """
- {text: "They met in Moscow.", words: Moscow, expected: 524901}
- {text: "They met in Moscow.", words: Moscow, expected: 1}
- {text: "They met in Qwertyville.", words: Qwertyville, expected: 2}
- {text: "Michael Jordan came.", words: Jordan, expected: null}
"""


def test_wrong_and_open_are_counted_apart(tmp_path: Path) -> None:
    (tmp_path / "en.yml").write_text(CASES, encoding="utf-8")
    result = placing.measure(tmp_path)
    scores = {(one.measure, one.gated): (one.value, one.count) for one in result.scores}
    assert scores["not wrong", True] == (0.75, 4)
    assert scores["not left open", True] == (0.75, 4)
    assert scores["not wrong, not looked at", False] == (0.5, 2)
    assert len(result.misses) == 2
