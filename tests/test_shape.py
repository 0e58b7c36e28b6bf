"""How long files and functions may be, and how many arguments a function takes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted(
    path.relative_to(ROOT)
    for folder in ("src", "bench", "training", "tests")
    for path in (ROOT / folder).rglob("*.py")
)
LINES, LINES_OF_TESTS = 300, 600
LINES_OF_A_FUNCTION = 40
ARGUMENTS = 6


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def arguments(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Without ``self``; of a verb of the command line (noqa) each option is one."""
    given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return sum(one.arg not in ("self", "cls") for one in given)


@pytest.mark.parametrize("path", FILES, ids=str)
def test_nothing_is_too_long(path: Path) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert text.count("\n") <= (LINES_OF_TESTS if path.parts[0] == "tests" else LINES)
    rows = text.split("\n")
    for one in functions(ast.parse(text)):
        assert (one.end_lineno or 0) - one.lineno < LINES_OF_A_FUNCTION, one.name
        assert arguments(one) <= ARGUMENTS or "noqa: PLR0913" in rows[one.lineno - 1], one.name
