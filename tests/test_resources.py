"""Data files: what is read, and what is said of those that are missing or broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import ResourceError
from dragoman.resources import language_file, read_if_there, read_yaml, yaml_files


def test_on_and_no_are_words(tmp_path: Path) -> None:
    path = tmp_path / "words.yml"
    path.write_text("words: [on, no, yes]\nmixed: true\n")
    assert read_yaml(path, dict[str, list[str] | bool]) == {"words": ["on", "no", "yes"], "mixed": True}


def test_a_missing_file_is_named() -> None:
    with pytest.raises(ResourceError, match=r"nowhere\.yml"):
        read_yaml(language_file("en", "nowhere.yml"), list[str])


@pytest.mark.parametrize("written", ["a: [", "a: 1", "\x00"])
def test_a_broken_file_is_named_even_where_none_is_needed(tmp_path: Path, written: str) -> None:
    path = tmp_path / "words.yml"
    assert read_if_there(path, list[str]) is None
    path.write_text(written)
    with pytest.raises(ResourceError, match=r"words\.yml"):
        read_if_there(path, list[str])


def test_only_yaml_files_are_listed_and_by_name(tmp_path: Path) -> None:
    for name in ("b.yml", "a.yml", "c.txt"):
        (tmp_path / name).touch()
    assert [file.name for file in yaml_files(tmp_path)] == ["a.yml", "b.yml"]
    assert yaml_files(tmp_path / "nowhere") == []
