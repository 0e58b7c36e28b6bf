"""What the sample reports give is what a person has read. After a change: make golden, and read it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.golden.rewrite import GOLDENS


@pytest.mark.parametrize(("path", "made"), GOLDENS, ids=lambda one: getattr(one, "name", ""))
def test_golden(path: Path, made: Callable[[], str]) -> None:
    assert made() == path.read_text(encoding="utf-8")


def test_no_golden_is_left_over() -> None:
    for folder in {path.parent for path, _ in GOLDENS if path.parent.parent.name == "golden"}:
        assert set(folder.iterdir()) == {path for path, _ in GOLDENS if path.parent == folder}
