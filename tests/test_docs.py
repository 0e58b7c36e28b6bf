"""What is not documented fails: verbs, options, settings, errors, reasons, fields, columns, tasks."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest
from typer.main import get_command

import dragoman
from dragoman import errors, types
from dragoman.cli import VERBS, app
from dragoman.cli.output import Verb
from dragoman.codec import flat, wire
from dragoman.evaluation import TASKS
from dragoman.reports import READERS
from dragoman.settings import Settings

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


def command(verb: Verb) -> Any:
    """The command of a verb, in its group if it has one."""
    return COMMANDS[verb.group].commands[verb.name] if verb.group else COMMANDS[verb.name]


RAISERS = {"ReadError", "AnnotationError", "CodingError", "_error", "_notice"}


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """What stands below a heading, up to the next one of its rank."""
    mark = heading.split(maxsplit=1)[0]
    _, found, rest = text.partition(f"\n{heading}\n")
    assert found, f"no heading {heading!r}"
    return rest.split(f"\n{mark} ")[0]


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: " ".join(verb.words))
def test_every_verb_and_option(verb: Verb) -> None:
    told = section(page("cli.md"), f"## {' '.join(verb.words)}")
    for option in command(verb).params:
        for flag in option.opts:
            assert not flag.startswith("-") or f"`{flag}`" in told, f"{verb.name} {flag}"
    for example in verb.examples:
        assert example in told


def test_no_verb_that_is_gone() -> None:
    named = set(re.findall(r"^## ([a-z]+(?: [a-z]+)?)$", page("cli.md"), re.MULTILINE))
    assert named == {" ".join(verb.words) for verb in VERBS}
    assert {verb.words[0] for verb in VERBS} == set(COMMANDS)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_with_its_default(name: str) -> None:
    row = next(line for line in page("cli.md").splitlines() if line.startswith(f"| `{name}` "))
    assert f"`DRAGOMAN_{name.upper()}`" in row
    assert f"`{Settings.model_fields[name].default}`" in row.replace(" ", "").replace(",", "")


def classes(module: ModuleType) -> list[type]:
    return [
        one for one in vars(module).values() if inspect.isclass(one) and one.__module__ == module.__name__
    ]


@pytest.mark.parametrize("error", classes(errors), ids=lambda one: one.__name__)
def test_every_error(error: type) -> None:
    assert f"`{error.__name__}`" in page("data-model.md")


def reasons() -> set[str]:
    """Every reason for which a record is skipped or kept uncoded, as it stands in the source."""
    found: set[str] = set()
    for path in Path(dragoman.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            given = node.args[:1] if name in RAISERS else []
            given += [one.value for one in node.keywords if name == "Skipped" and one.arg == "reason"]
            found.update(
                one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)
            )
    return found


def test_every_reason() -> None:
    told = set(
        re.findall(r"^\| `([a-z-]+)` ", section(page("cli.md"), "## What is skipped, and why"), re.MULTILINE)
    )
    assert len(reasons()) > 15
    assert told == reasons()


RECORDS = [one for one in vars(types).values() if inspect.isclass(one) and dataclasses.is_dataclass(one)]
LINES = [one for one in classes(wire) if issubclass(one, msgspec.Struct)]


@pytest.mark.parametrize("record", RECORDS, ids=lambda one: one.__name__)
def test_every_field_of_a_record(record: type) -> None:
    told = section(page("data-model.md") + page("how-to/add-a-language.md"), f"### {record.__name__}")
    for field in dataclasses.fields(record):
        assert re.search(rf"`{field.name}`", told), field.name


@pytest.mark.parametrize("line", LINES, ids=lambda one: one.__name__)
def test_every_field_of_a_line(line: type[msgspec.Struct]) -> None:
    told = section(page("data-model.md"), f"### {line.__name__}")
    for field in msgspec.structs.fields(line):
        assert f"`{field.encode_name}`" in told, field.encode_name


def test_every_column() -> None:
    told = section(page("data-model.md"), "## Columns of CSV and Parquet")
    assert re.findall(r"^\| `([a-z_]+)` ", told, re.MULTILINE) == list(flat.COLUMNS)


def test_every_format_that_is_read() -> None:
    told = section(page("cli.md"), "## What is read")
    for reader in READERS:
        for ending in filter(None, reader.endings):
            assert f"`{ending}`" in told


@pytest.mark.parametrize("name", [task.name for task in TASKS])
def test_every_task(name: str) -> None:
    assert section(page("evaluation.md"), f"## {name}").strip()


@pytest.mark.parametrize("name", sorted(set(dragoman.__all__) - {"__version__"}))
def test_every_public_name(name: str) -> None:
    assert f"`{name}`" in section(page("data-model.md"), "## What Python programs import")


PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target


def test_every_page_can_be_reached() -> None:
    seen = {DOCS / "index.md"}
    waiting = list(seen)
    while waiting:
        at = waiting.pop()
        for target in re.findall(r"\]\(([^)#]+\.md)", at.read_text(encoding="utf-8")):
            found = (at.parent / target).resolve()
            if "://" not in target and found not in seen:
                seen.add(found)
                waiting.append(found)
    assert set(DOCS.rglob("*.md")) <= seen


def test_the_readme_begins_with_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme.index("make demo") < readme.index("make test") < readme.index("## What it prints")
