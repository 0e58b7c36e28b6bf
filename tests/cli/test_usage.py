"""Wrong usage is named, costs exit code 2 and shows no traceback; help shows examples that work."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from tests.cli.conftest import Command

import dragoman as package
from dragoman.cli import VERBS
from dragoman.cli.output import Verb
from dragoman.settings import Settings

SHORT = 66
"""What is left for a verb's first line of help on a terminal of 80 columns."""


def test_the_version(dragoman: Command) -> None:
    shown = dragoman("--version")
    assert (shown.code, shown.out) == (0, f"dragoman {package.__version__}\n")


def test_help_lists_every_verb_in_one_whole_line(dragoman: Command) -> None:
    pages = {group: dragoman(*group.split(), "--help") for group in {verb.group for verb in VERBS}}
    for verb in VERBS:
        shown = pages[verb.group]
        assert shown.code == 0
        first = verb.help.split("\n")[0].rstrip(".")
        assert len(first) <= SHORT
        assert any(line.split()[:1] == [verb.name] and first in line for line in shown.out.splitlines())


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: " ".join(verb.words))
def test_help_of_a_verb_ends_with_examples(dragoman: Command, verb: Verb) -> None:
    shown = dragoman(*verb.words, "--help")
    assert shown.code == 0
    after = shown.out.split("Examples:")[1].splitlines()
    for example in verb.examples:
        assert f"    {example}" in after  # in one line, so that it can be copied
        words = shlex.split(example)
        assert "dragoman" in words
        at = words.index("dragoman") + 1
        assert tuple(words[at : at + len(verb.words)]) == verb.words


@pytest.mark.parametrize(
    ("words", "setting"),
    [
        (("run",), "jobs"),
        (("run",), "batch"),
        (("run",), "threshold"),
        (("events",), "store"),
        (("actors", "import"), "actors"),
    ],
)
def test_help_tells_the_default(dragoman: Command, words: tuple[str, ...], setting: str) -> None:
    default = Settings.model_fields[setting].default
    assert f"{default} by default" in " ".join(dragoman(*words, "--help").out.split())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("analyze", "x"), "No such command 'analyze'"),
        (("analyse",), "Missing argument"),
        (("analyse", "x", "--jobs", "0"), "--jobs"),
        (("analyse", "x", "--jobs", "many"), "--jobs"),
        (("analyse", "x", "--batch", "100000"), "--batch"),
        (("analyse", "x", "--threshold", "1.5"), "--threshold"),
        (("analyse", "x", "--no-such-option"), "no-such-option"),
        (("run", "x", "--store"), "--store"),
        (("classify",), "Missing argument"),
        (("classify", "missing.jsonl"), "missing.jsonl cannot be read"),
        (("dates", "."), "cannot be read"),
        (("events", "--since", "2020-13-01"), "'--since': '2020-13-01' is no day: write it as"),
        (("actors", "find", "Putin", "--on", "yesterday"), "'yesterday' is no day: write it as"),
        (("dossier", ""), "'' names nobody: give a country"),
        (("dossier", "Iraq", " "), "' ' names nobody: give a country"),
        (("quotes", "--actor", ""), "'' names nobody: give a country"),
        (("events", "--since", "2020-01-02", "--until", "2020-01-01"), "before --since"),
        (("events", "--type", "MEETING"), "no type 'MEETING': one of AGREE"),
        (("quotes", "--type", "CONSULT"), "direct, indirect, mixed"),
        (("figures", "--type", "x"), "money"),
        (("dossier",), "Missing argument"),
        (("dossier", "Iraq", "--format", "pdf"), "no format 'pdf'"),
        (("export",), "--output"),
        (("explain", ""), "no id"),
        (("actors", "match", "a", "b", "c"), "3 names: give two"),
        (("actors", "match", "missing.tsv"), "missing.tsv cannot be read: give two names"),
        (("actors", "find", " "), "no text"),
        (("actors", "find", "x", "--on", "2020-13-01"), "--on"),
        (("actors", "show", "nobody-at-all"), "no actor 'nobody-at-all'"),
        (("evaluate", "everything"), "no task 'everything'"),
        (("evaluate", "judged", "--sample", "0"), "--sample"),
    ],
)
def test_wrong_usage(dragoman: Command, arguments: tuple[str, ...], words: str) -> None:
    shown = dragoman(*arguments)
    assert shown.code == 2
    assert words in shown.err
    assert shown.out == ""
    assert "Traceback" not in shown.err


def test_without_a_verb_the_help_is_shown(dragoman: Command) -> None:
    shown = dragoman()
    assert shown.code == 2
    assert "Commands:" in shown.out + shown.err


@pytest.mark.parametrize(
    "arguments",
    [("events",), ("quotes",), ("figures",), ("dossier", "Iraq"), ("export", "-o", "x"), ("explain", "ab")],
)
def test_a_store_that_is_not_there_is_not_made(
    dragoman: Command, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    shown = dragoman(*arguments, "--store", "absent.db")
    assert shown.code == 1
    assert "no store" in shown.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("batch = 0\n", "batch: "),
        ("bach = 3\n", "did you mean 'batch'"),
        ("batch =\n", "is not TOML"),
    ],
)
def test_a_wrong_setting_in_a_file(dragoman: Command, tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "dragoman.toml").write_text(text)
    shown = dragoman("analyse", "-", stdin=b"")
    assert shown.code == 2
    assert words in shown.err


def test_a_wrong_setting_in_the_environment(dragoman: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_JOBS", "none")
    shown = dragoman("analyse", "-", stdin=b"")
    assert shown.code == 2
    assert "jobs" in shown.err
