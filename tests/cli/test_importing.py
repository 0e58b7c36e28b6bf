"""actors import and update: lists of one's own, used by the other verbs."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.error import URLError
from urllib.request import OpenerDirector

import pytest
from tests.cli.conftest import Command

from dragoman.actors import wikidata


def test_an_import_is_written_once(dragoman: Command, tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("NEZNAM_FRONT_ [SYROPP]\nUNITED_NATIONS_ [UNO]\n")
    shown = dragoman("actors", "import", "d.txt")
    assert (shown.code, shown.err) == (0, "1 actor in dragoman-actors.yml; listed already 1\n")
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


def held(person: str, title: str, since: str, until: str, name: str) -> dict[str, dict[str, str]]:
    cells = {"person": f"http://www.wikidata.org/entity/{person}", "title": title, "en": name}
    days = {"since": f"{since}T00:00:00Z", "sinceIs": "11", "until": f"{until}T00:00:00Z", "untilIs": "11"}
    return {key: {"type": "literal", "value": value} for key, value in {**cells, **days}.items()}


def test_an_update_is_read_by_the_other_verbs_and_written_anew(
    dragoman: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        held("Q1234567890", "Minister of Water Resources of Iraq", "2003-01-02", "2003-01-20", "Omar Fictive")
    ]
    content = json.dumps({"results": {"bindings": rows}}).encode()
    monkeypatch.setattr(wikidata, "service", lambda *_: lambda _: content)
    target = tmp_path / "dragoman-actors" / "wikidata-IRQ.yml"
    for country in ("Iraq", "IRQ"):
        shown = dragoman("actors", "update", country)
        assert (shown.code, shown.err) == (0, "1 people in dragoman-actors/wikidata-IRQ.yml\n")
    assert "wikidata-q1234567890" in target.read_text("utf-8")
    target.write_text("# my own notes\n")
    again = dragoman("actors", "update", "IRQ")
    assert again.code == 2
    assert "not written by this verb" in again.err


def test_without_the_net_nothing_is_written(
    dragoman: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(*_: object, **__: object) -> object:
        raise URLError("Name or service not known")

    monkeypatch.setattr(OpenerDirector, "open", unreachable)
    shown = dragoman("actors", "update", "IRQ")
    assert shown.code == 1
    assert "query.wikidata.org cannot be reached: Name or service not known" in shown.err
    assert list(tmp_path.iterdir()) == []


def test_only_countries_are_asked_for(dragoman: Command) -> None:
    shown = dragoman("actors", "update", "Atlantis")
    assert shown.code == 2
    assert "is no country" in shown.err
