"""actors import: a list of one's own, used by the other verbs."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Command


def test_an_import_is_written_once(dragoman: Command, tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("NEZNAM_FRONT_ [SYROPP]\nUNITED_NATIONS_ [UNO]\n")
    shown = dragoman("actors", "import", "d.txt")
    assert (shown.code, shown.err) == (0, "1 actors in dragoman-actors.yml; listed already 1\n")
    assert "own-neznam-front" in (tmp_path / "dragoman-actors.yml").read_text()
    again = dragoman("actors", "import", "d.txt")
    assert again.code == 2
    assert "is there already" in again.err


@pytest.mark.parametrize(
    ("content", "words"), [(b"\xff\xfe", "cannot be read"), (b"prose", "neither"), (None, "cannot be read")]
)
def test_a_file_that_is_no_list(dragoman: Command, tmp_path: Path, content: bytes | None, words: str) -> None:
    if content is not None:
        (tmp_path / "d.txt").write_bytes(content)
    shown = dragoman("actors", "import", "d.txt")
    assert shown.code == 2
    assert words in shown.err
    assert not (tmp_path / "dragoman-actors.yml").exists()
