"""Bad input of every kind: a clear error, and nothing else is lost. No text of a report steers a terminal."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests import factory
from tests.cli.conftest import Command

from dragoman.types import Actor, Role

Lines = Callable[..., bytes]

GOOD = "Russian President Vladimir Putin met Iraqi Prime Minister Haider al-Abadi in Moscow."
ESCAPES = "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J \u202eevil\u202c \x08\x08 \x7f"
MARKUP = "<script>alert(1)</script> [click](javascript:alert(1)) | # _*`"
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066\u2067\ufeff]")


def good(name: str) -> dict[str, str]:
    return {"id": name, "text": GOOD, "language": "en", "published": "2017-07-25"}


@pytest.fixture
def folder(tmp_path: Path, lines: Lines) -> Path:
    """A file of every kind that cannot be read whole, and some that can."""
    made = tmp_path / "in"
    made.mkdir()
    files: dict[str, bytes] = {
        "a-good.jsonl": lines(good("first")),
        "b-empty.txt": b"",
        "b-empty.jsonl": b"",
        "b-blank.txt": b" \n\t\n",
        "c-binary.txt": bytes(range(256)) * 8,
        "c-image.html": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64),
        "d-encoding.jsonl": b'{"id": "d", "text": "\xff\xfe\xfd\x80\x81"}\n',
        "e-no-article.html": b"<html><head><title>x</title></head><body><script>1</script></body></html>",
        "f-lines.jsonl": b"\n".join(
            (
                b"{not json",
                b'["a list"]',
                b'{"id": "f3"}',
                b'{"id": "f4", "text": ""}',
                b'{"id": "f5", "text": 5}',
                b'{"id": "f6", "text": "a\\u0000b"}',
                b'{"id": "f7", "text": "\\ud800"}',
                lines({**good("f8"), "published": "2017-02-30"}).strip(),
                lines({**good("f9"), "language": "klingonish"}).strip(),
                lines({**good("f10"), "language": "ru"}).strip(),
                lines(good("first")).strip(),
                b"[" * 100_000,
                lines({**good("f13"), "title": "\u2028"}).strip(),
            )
        ),
        "g-table.csv": b'id,text\n1,"open quote\n',
        "h-header.csv": b"id,words\n1,hello\n",
        "z-good.jsonl": lines(good("last")),
    }
    for name, content in files.items():
        (made / name).write_bytes(content)
    (made / "y-broken-link.txt").symlink_to(made / "nowhere")
    return made


WANTED = (
    ("empty", "b-blank.txt"),
    ("empty", "b-empty.jsonl"),
    ("empty", "b-empty.txt"),
    ("binary", "c-binary.txt"),
    ("binary", "c-image.html"),
    ("encoding", "d-encoding.jsonl:1"),
    ("no-article", "e-no-article.html"),
    ("bad-json", "f-lines.jsonl:1"),
    ("bad-json", "f-lines.jsonl:2"),
    ("no-text", "f-lines.jsonl:3"),
    ("no-text", "f-lines.jsonl:4"),
    ("bad-field", "f-lines.jsonl:5"),
    ("nul", "f-lines.jsonl:6"),
    ("surrogate", "f-lines.jsonl:7"),
    ("bad-date", "f-lines.jsonl:8"),
    ("bad-language", "f-lines.jsonl:9"),
    ("language-not-served", "f-lines.jsonl:10"),
    ("duplicate-id", "f-lines.jsonl:11"),
    ("bad-json", "f-lines.jsonl:12"),
    ("bad-csv", "g-table.csv:2"),
    ("no-text", "h-header.csv:1"),
    ("unreadable", "y-broken-link.txt"),
)
KEPT = ["first", "f8", "f9", "f10", "f13", "last"]


def test_what_is_wrong_is_named_and_the_rest_goes_on(dragoman: Command, folder: Path) -> None:
    shown = dragoman("analyse", folder)
    assert shown.code == 3
    assert [line["report"]["id"] for line in shown.lines] == KEPT
    named = [line.split(": ")[:2] for line in shown.err.splitlines()[:-1]]
    assert named == [[reason, str(folder / place)] for reason, place in WANTED]


def test_it_is_counted_by_reason(dragoman: Command, folder: Path) -> None:
    last = dragoman("analyse", folder).err.splitlines()[-1]
    counts = {reason: sum(one == reason for one, _ in WANTED) for reason, _ in WANTED}
    listed = "; ".join(f"{reason} {counts[reason]}" for reason in sorted(counts))
    assert last == f"{len(KEPT)} reports; {listed}"


def test_a_run_keeps_the_rest(dragoman: Command, folder: Path) -> None:
    shown = dragoman("run", folder, "--store", "a.db", "--batch", "1")
    assert shown.code == 3
    assert len(shown.err.splitlines()) == len(WANTED) + 1
    met = {event["cite_info"]["citation"] for event in dragoman("events", "--json", "--store", "a.db").lines}
    assert met == set(KEPT) - {"f10"}


def test_a_report_that_is_not_served_is_kept_and_marked(dragoman: Command, lines: Lines) -> None:
    row = {"id": "a", "text": "Лавров прибыл в Багдад.", "language": "ru"}
    shown = dragoman("analyse", "-", stdin=lines(row))
    assert shown.code == 3
    assert (shown.lines[0]["served"], shown.lines[0]["events"]) == (False, [])
    assert shown.lines[0]["report"]["text"] == row["text"]


@pytest.mark.parametrize("path", ["missing.jsonl", "missing/*.txt", "no\0name"])
def test_a_path_that_cannot_be_read(dragoman: Command, lines: Lines, path: str) -> None:
    shown = dragoman("analyse", path, "-", stdin=lines(good("a")))
    assert shown.code == 3
    assert [line["report"]["id"] for line in shown.lines] == ["a"]
    assert shown.err.startswith("unreadable: ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(dragoman: Command, tmp_path: Path) -> None:
    closed = tmp_path / "closed.txt"
    closed.write_text(GOOD)
    closed.chmod(0)
    shown = dragoman("analyse", closed)
    assert shown.code == 3
    assert f"unreadable: {closed}: Permission denied" in shown.err


def test_a_line_of_fifty_megabytes(dragoman: Command, tmp_path: Path, lines: Lines) -> None:
    with (tmp_path / "long.jsonl").open("wb") as file:
        file.write(lines(good("before")))
        file.write(b'{"id": "long", "text": "')
        for _ in range(50):
            file.write(b"word " * 200_000)
        file.write(b'"}\n')
        file.write(lines(good("after")))
    shown = dragoman("analyse", "long.jsonl")
    assert shown.code == 3
    assert [line["report"]["id"] for line in shown.lines] == ["before", "after"]
    assert shown.err.startswith("too-long-line: long.jsonl:2: ")


def test_a_store_of_a_newer_schema_is_left_alone(dragoman: Command, tmp_path: Path, lines: Lines) -> None:
    dragoman("run", "-", "--store", "a.db", stdin=lines(good("a")))
    with sqlite3.connect(tmp_path / "a.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'v9999'")
    connection.close()
    before = (tmp_path / "a.db").read_bytes()
    for arguments in (("run", "-"), ("events",), ("dossier", "Iraq")):
        shown = dragoman(*arguments, "--store", "a.db", stdin=lines(good("b")))
        assert shown.code == 1
        assert "newer" in shown.err
        assert shown.out == ""
    assert (tmp_path / "a.db").read_bytes() == before


def test_a_file_that_is_no_store(dragoman: Command, tmp_path: Path) -> None:
    content = b"no database at all, but a text that is long enough to be read"
    (tmp_path / "a.db").write_bytes(content)
    shown = dragoman("events", "--store", "a.db")
    assert shown.code == 1
    assert shown.err.startswith("dragoman: ")
    assert (tmp_path / "a.db").read_bytes() == content


@pytest.fixture
def hostile(lines: Lines) -> bytes:
    """A report whose every field steers a terminal and a page."""
    said = f"“{MARKUP}{ESCAPES}we will help,” Putin said. Russia paid $5 million {ESCAPES}{MARKUP}."
    return lines(
        {
            "id": f"x{ESCAPES}{MARKUP}",
            "text": f"{GOOD} {ESCAPES}{MARKUP}\n\n{said}",
            "language": "en",
            "title": f"{MARKUP}{ESCAPES}",
            "publisher": f"{ESCAPES}{MARKUP}",
            "url": "https://example.org/\u202e<script>",
            "published": f"{ESCAPES}",
        }
    )


def test_no_report_steers_a_terminal(dragoman: Command, hostile: bytes) -> None:
    shown = [dragoman("analyse", "-", stdin=hostile)]
    ran = dragoman("run", "-", "--store", "a.db", stdin=hostile)
    assert not STEERING.search(ran.err)
    asked: list[tuple[str, ...]] = [
        ("events",),
        ("events", "--json"),
        ("quotes",),
        ("quotes", "--json"),
        ("figures",),
        ("figures", "--json"),
        ("dossier", "RUS", "IRQ"),
        ("dossier", "RUS", "--format", "json"),
        ("actors", "show", "vladimir-putin"),
    ]
    shown += [dragoman(*arguments, "--store", "a.db") for arguments in asked]
    for event in dragoman("events", "--json", "--store", "a.db").lines:
        shown.append(dragoman("explain", event["id"], "--store", "a.db"))
    assert len(shown) > len(asked) + 1
    for outcome in shown:
        assert outcome.out
        assert not STEERING.search(outcome.out)
        assert not STEERING.search(outcome.err)


def test_no_report_writes_markup_into_a_dossier(dragoman: Command, hostile: bytes) -> None:
    dragoman("run", "-", "--store", "a.db", stdin=hostile)
    page = dragoman("dossier", "RUS", "IRQ", "--store", "a.db").out
    assert "alert" in page
    assert "<script" not in page
    assert not re.search(r"(?<!\\)\]\(", page)
    assert "javascript:alert(1)" in page  # as words


@pytest.mark.parametrize("name", ["a\x1b[31m.txt", "b\u202e.jsonl", "c\n.csv"])
def test_no_file_name_steers_a_terminal(dragoman: Command, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    shown = dragoman("analyse", tmp_path)
    assert shown.code == 3
    assert not STEERING.search(shown.err)
    assert len(shown.err.splitlines()) == 2


def test_no_list_of_others_steers_a_terminal(dragoman: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    class Listed:
        def actor(self, id: str) -> Actor:
            role = Role(title=f"minister {ESCAPES}", country="IRQ", sectors=("GOV",))
            actor = factory.actor(id, f"Tarik Neznam {ESCAPES}")
            return replace(actor, roles=(role,), identifiers=(("wikidata", ESCAPES),))

    monkeypatch.setattr("dragoman.actors.lookup.lookup", lambda _: "own")
    monkeypatch.setattr("dragoman.actors.directory.load", Listed)
    shown = dragoman("actors", "show", "own").out
    assert "Tarik Neznam" in shown
    assert "minister" in shown
    assert not STEERING.search(shown)


def test_no_argument_steers_a_terminal(dragoman: Command) -> None:
    for arguments in (("explain", ESCAPES), ("events", "--type", ESCAPES), ("classify", ESCAPES)):
        shown = dragoman(*arguments)
        assert shown.code in (1, 2)
        assert not STEERING.search(shown.err)
