from __future__ import annotations

import ast
import inspect
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

import dragoman

ROOT = Path(__file__).parent.parent


def test_what_is_public_is_listed_once_and_in_order() -> None:
    assert list(dragoman.__all__) == sorted(set(dragoman.__all__))
    assert 20 <= len(dragoman.__all__) <= 32


@pytest.mark.parametrize("name", sorted(set(dragoman.__all__) - {"__version__"}))
def test_a_public_name_says_what_it_is(name: str) -> None:
    found = getattr(dragoman, name)
    assert (inspect.getdoc(found) or "").strip()
    assert found.__module__.startswith("dragoman.")
    assert getattr(import_module(found.__module__), name) is found


def test_type_checkers_see_the_same_names() -> None:
    """Names are loaded lazily; what is imported for type checkers must be what ``__getattr__`` finds."""
    tree = ast.parse(Path(inspect.getsourcefile(dragoman) or "").read_text(encoding="utf-8"))
    branch = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {
        (alias.name, node.module)
        for node in branch.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert {name for name, _ in seen} == set(dragoman.__all__) - {"__version__"}
    for name, module in seen:
        assert getattr(import_module(str(module)), name) is getattr(dragoman, name)


def test_names_that_are_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'analyze'"):
        dragoman.analyze  # type: ignore[attr-defined]  # noqa: B018
    assert set(dir(dragoman)) == set(dragoman.__all__)


def test_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == dragoman.__version__


def test_the_changelog_begins_with_this_version() -> None:
    lines = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    first = next(line for line in lines if line.startswith("## "))
    assert first.split()[1] == dragoman.__version__


def test_the_citation_names_this_version() -> None:
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"version: {dragoman.__version__}\n" in text
