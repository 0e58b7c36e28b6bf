"""The compiled directory says what the lists say."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.actors import compiled
from dragoman.actors.entries import actor, read


def test_the_compiled_file_is_fresh() -> None:
    found = compiled._compiled()
    assert found is not None
    lists = compiled.data_files()
    assert found.digest == compiled.digest(lists), "run python -m dragoman.actors.compiled"
    written = [actor(entry) for entry in read(lists) if entry.kind != "title"]
    assert [actor(entry) for entry in found.entries if entry.kind != "title"] == written


def test_a_changed_list_has_another_digest(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text("- {id: a}", encoding="utf-8")
    before = compiled.digest([path])
    path.write_text("- {id: b}", encoding="utf-8")
    assert compiled.digest([path]) != before


@pytest.mark.parametrize("broken", [b"", b"no zlib", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_without_a_sound_file_the_lists_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: bytes
) -> None:
    data = tmp_path / "data"
    (data / "actors").mkdir(parents=True)
    (data / "actors" / "x.yml").write_text("- {id: a, kind: agent, names: {en: [x]}}", encoding="utf-8")
    (data / compiled.NAME).write_bytes(broken)
    monkeypatch.setattr(compiled, "files", lambda _: tmp_path)
    assert [entry.id for entry in compiled.entries()] == ["a"]


def test_stale_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lists = tmp_path / "data" / "actors"
    lists.mkdir(parents=True)
    monkeypatch.setattr(compiled, "files", lambda _: tmp_path)
    (lists / "x.yml").write_text("- {id: a, kind: agent, names: {en: [x]}}", encoding="utf-8")
    compiled.main()
    assert [entry.id for entry in compiled.entries()] == ["a"]
    (lists / "x.yml").write_text("- {id: b, kind: agent, names: {en: [x]}}", encoding="utf-8")
    assert [entry.id for entry in compiled.entries()] == ["b"]
