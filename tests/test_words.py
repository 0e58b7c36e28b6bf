"""Words of English stand in the language data, not in the modules that all languages share."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "dragoman"
SHARED = sorted(path for folder in ("events", "documents") for path in (PACKAGE / folder).glob("*.py"))
OF_A_WORD = {"norm", "lemma"}


def literals(tree: ast.Module) -> Iterator[str]:
    """Latin letters with which a word of the text is compared."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Compare):
            continue
        parts = [one for side in (node.left, *node.comparators) for one in ast.walk(side)]
        if any(isinstance(one, ast.Attribute) and one.attr in OF_A_WORD for one in parts):
            words = (one.value for one in parts if isinstance(one, ast.Constant))
            yield from (word for word in words if isinstance(word, str) and re.search("[a-z]", word))


@pytest.mark.parametrize("path", SHARED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_word_is_compared_with_a_literal(path: Path) -> None:
    assert list(literals(ast.parse(path.read_text(encoding="utf-8")))) == []


def test_a_literal_would_be_seen() -> None:
    told = 'token.norm == "to" or token.lemma in ("be", "have") or token.tag == "ADP" or token.norm == ","'
    assert list(literals(ast.parse(told))) == ["to", "be", "have"]
