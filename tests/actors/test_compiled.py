"""The compiled directory says what the lists say."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.actors import check, compiled
from dragoman.actors.directory import Directory
from dragoman.actors.entries import actor, read
from dragoman.actors.listing import build
from dragoman.actors.people import add_surnames, register


def test_the_compiled_file_is_fresh() -> None:
    lists = compiled.load()
    assert lists.parts is not None, "run python -m dragoman.actors.compiled"
    written = [actor(entry) for entry in read(compiled.data_files()) if entry.kind != "title"]
    assert [actor(entry) for entry in lists.entries if entry.kind != "title"] == written


@pytest.mark.parametrize("language", ["en", "ar", "ru"])
def test_what_is_packed_is_what_would_be_made(language: str, directory: Directory) -> None:
    people = [one for one in directory.actors if one.kind == "person"]
    made = compiled.compiled(directory.entries, "x")
    found = compiled.Lists(directory.entries, made)
    assert found.register() == register(people)
    index = build(directory.entries, language)
    add_surnames(index, people, register(people))
    packed = found.index(language)
    assert packed is not None
    assert packed.table == index.table
    assert packed.heads == index.heads
    assert list(packed.table) == list(index.table)


def test_the_same_lists_give_the_same_file(directory: Directory) -> None:
    first, second = (compiled.compiled(directory.entries, "x") for _ in range(2))
    assert first == second


def test_a_changed_list_has_another_digest(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text("- {id: a}", encoding="utf-8")
    before = compiled.digest([path])
    path.write_text("- {id: b}", encoding="utf-8")
    assert compiled.digest([path]) != before


@pytest.mark.parametrize("broken", [b"", b"no zlib", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_without_a_sound_file_the_lists_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, broken: bytes
) -> None:
    data = tmp_path / "data"
    (data / "actors").mkdir(parents=True)
    (data / "actors" / "x.yml").write_text("- {id: a, kind: agent, names: {en: [x]}}", encoding="utf-8")
    (data / compiled.NAME).write_bytes(broken)
    monkeypatch.setattr(compiled, "files", lambda _: tmp_path)
    assert [entry.id for entry in compiled.entries()] == ["a"]
    assert "actors.bin cannot be used" in caplog.text


def test_stale_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lists = tmp_path / "data" / "actors"
    lists.mkdir(parents=True)
    monkeypatch.setattr(compiled, "files", lambda _: tmp_path)
    (lists / "x.yml").write_text("- {id: a, kind: agent, names: {en: [x]}}", encoding="utf-8")
    compiled.main()
    assert [entry.id for entry in compiled.entries()] == ["a"]
    (lists / "x.yml").write_text("- {id: b, kind: agent, names: {en: [x]}}", encoding="utf-8")
    assert [entry.id for entry in compiled.entries()] == ["b"]


def test_the_checker_refuses_a_stale_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lists = tmp_path / "data" / "actors"
    lists.mkdir(parents=True)
    monkeypatch.setattr(compiled, "files", lambda _: tmp_path)
    (lists / "x.yml").write_text("- {id: a, kind: agent, names: {en: [x]}}", encoding="utf-8")
    assert check.main(()) == 1
    compiled.main()
    assert check.main(()) == 0
    (tmp_path / "data" / "names.yml").write_text("titles: []", encoding="utf-8")
    assert check.main(()) == 1
    assert compiled.load().parts is None
