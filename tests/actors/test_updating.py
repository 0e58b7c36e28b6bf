"""Wikidata's answers become lists that the checker accepts; what is odd is left out and counted.

The answers are written by hand in the form of Wikidata's JSON; people and days are made up.
"""

from __future__ import annotations

import io
import json
from pathlib import Path
from urllib.error import HTTPError, URLError

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.actors.conftest import LISTED

from dragoman.actors import check, importing, updating, wikidata
from dragoman.actors.directory import Directory
from dragoman.actors.entries import read
from dragoman.errors import NetworkError, SettingsError

PEOPLE = """
- id: president
  kind: title
  sectors: [GOV]
  names: {en: [president]}
- id: prime-minister
  kind: title
  sectors: [GOV]
  names: {en: [prime minister]}
- id: defence-minister
  kind: title
  sectors: [MIL]
  names: {en: [defence minister, minister of defence]}
- id: tarik-neznam
  kind: person
  names: {en: [Tarik Neznam], ar: [طارق نزنام]}
  roles:
    - {title: president, country: IRQ, sectors: [GOV], since: 1990-01-02, until: 1994-03-04}
    - {title: president, country: IRQ, sectors: [GOV], since: 2010-05-06}
- id: selim-vostok
  kind: person
  names: {en: [Selim Vostok]}
  roles: [{title: prime minister, country: IRQ, sectors: [GOV], since: 2005-01, until: 2009-02}]
"""


def row(person: str, title: str, since: str, until: str = "", **more: str) -> dict[str, dict[str, str]]:
    """A row of an answer; a day is given as sure as it is."""
    cells = {"person": f"http://www.wikidata.org/entity/{person}", "title": title, **more}
    for name, day in (("since", since), ("until", until)):
        if day:
            year, month, number = [*day.split("-"), "01", "01"][:3]
            cells[name] = f"{year}-{month}-{number}T00:00:00Z"
            cells[f"{name}Is"] = str(9 + day.count("-"))
    return {name: {"type": "literal", "value": value} for name, value in cells.items()}


def answer(*rows: dict[str, dict[str, str]]) -> bytes:
    return json.dumps({"head": {"vars": []}, "results": {"bindings": rows}}).encode()


@pytest.fixture
def known(tmp_path: Path) -> Directory:
    path = tmp_path / "listed.yml"
    countries = LISTED.partition("- id: police")[0]
    path.write_text(countries + PEOPLE, encoding="utf-8")
    return Directory(read([path]))


def update(known: Directory, *rows: dict[str, dict[str, str]]) -> updating.Update:
    return updating.entries(wikidata.read(answer(*rows)), "IRQ", known)


def test_somebody_new_becomes_an_entry_with_names_and_offices(known: Directory, tmp_path: Path) -> None:
    names = {"en": "Omar Fictive", "ar": "عمر فكتف", "ru": "Омар Фиктив"}
    found = update(
        known,
        row("Q71", "Minister of Defence of Iraq", "2011-03-04", "2014-07", **names),
        row("Q71", "Prime Minister of Iraq", "2016", "2018-02-03", **names),
    )
    (one,) = found.entries
    assert (one.id, one.identifiers) == ("wikidata-q71", {"wikidata": "Q71"})
    assert one.names == {"en": ("Omar Fictive",), "ar": ("عمر فكتف",), "ru": ("Омар Фиктив",)}
    assert [(role.title, role.country, role.sectors, role.since, role.until) for role in one.roles] == [
        ("defence minister", "IRQ", ("MIL",), "2011-03-04", "2014-07"),
        ("prime minister", "IRQ", ("GOV",), "2016", "2018-02-03"),
    ]
    path = tmp_path / "wikidata-IRQ.yml"
    path.write_text(updating.HEAD.format("IRQ") + importing.as_yaml(found.entries), encoding="utf-8")
    assert list(check.breaches(read([path]))) == []


def test_who_is_listed_keeps_the_id_the_earlier_term_and_the_surer_day(known: Directory) -> None:
    found = update(known, row("Q72", "President of Iraq", "2010", "2015-08", en="Tarik Neznam"))
    (one,) = found.entries
    assert one.id == "tarik-neznam"
    assert [(str(role.since), str(role.until)) for role in one.roles] == [
        ("1990-01-02", "1994-03-04"),
        ("2010-05-06", "2015-08"),
    ]


def test_the_demonym_before_an_office_is_its_country(known: Directory) -> None:
    found = update(known, row("Q73", "Iraqi prime minister", "2019-01", "2020-01", en="Nadir Fictive"))
    assert [role.title for role in found.entries[0].roles] == ["prime minister"]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([row("Q9", "Keeper of the Seal of Iraq", "2011", en="Nadir Fictive")], "office that is not listed"),
        (
            [row("Q9", "Deputy Prime Minister of Iraq", "2011", en="Nadir Fictive")],
            "office that is not listed",
        ),
        ([row("x9", "President of Iraq", "2011", en="Nadir Fictive")], "no person or no office"),
        ([row("Q9", "President of Iraq", "", en="Nadir Fictive")], "no first day"),
        ([row("Q9", "President of Iraq", "2011")], "no name"),
        ([row("Q9", "President of Iraq", "2011", en="Q9", ru="Latin")], "no name"),
        ([row("Q9", "President of Iraq", "2011", en="Nadir\u202eFictive")], "no name"),
        ([row("Q9", "President of Iraq", "2011", "2009", en="Nadir Fictive")], "ends before it begins"),
        (
            [row("Q9", "President of Iraq", "2001", en="Nadir Fictive", died="2003-01-01T00:00:00Z")],
            "no last day, though others came later",
        ),
        (
            [row("Q9", "Prime Minister of Iraq", "2006-01", "2008-01", en="Nadir Fictive")],
            "contradicts the directory or itself",
        ),
    ],
)
def test_what_is_not_sure_is_left_out(
    known: Directory, rows: list[dict[str, dict[str, str]]], reason: str
) -> None:
    found = update(known, *rows)
    assert found.entries == []
    assert found.skipped == {reason: 1}


def test_an_office_without_end_ends_where_others_followed(known: Directory) -> None:
    found = update(
        known,
        row("Q74", "Minister of Defence of Iraq", "2011", en="Nadir Fictive"),
        row("Q75", "Minister of Defence of Iraq", "2016-02", en="Omar Fictive"),
    )
    assert [one.id for one in found.entries] == ["wikidata-q75"]


@pytest.mark.parametrize("content", [b"", b"<html>", b"[]", b'{"results": {}}', b"\xff"])
def test_another_answer_is_refused(content: bytes) -> None:
    with pytest.raises(NetworkError, match="not the JSON"):
        wikidata.read(content)


@given(st.dictionaries(st.sampled_from(["person", "title", "since", "sinceIs", "en"]), st.text(max_size=30)))
def test_any_row_is_read_or_counted(cells: dict[str, str]) -> None:
    found = wikidata.read(answer({name: {"value": value} for name, value in cells.items()}))
    assert len(found.rows) + found.skipped.total() == 1


def test_the_query_names_the_country_and_no_other_text_gets_in() -> None:
    assert 'wdt:P298 "IRQ"' in wikidata.query("IRQ")
    assert "$" not in wikidata.query("IRQ")
    for odd in ('IRQ" }', "irq", "", "XXX"):
        with pytest.raises(SettingsError):
            wikidata.query(odd)


class _Opener:
    def __init__(self, result: bytes | Exception) -> None:
        self.result = result
        self.asked: list[str] = []

    def open(self, request: object, timeout: float) -> io.BytesIO:
        self.asked.append(str(getattr(request, "headers")["User-agent"]))  # noqa: B009
        if isinstance(self.result, Exception):
            raise self.result
        return io.BytesIO(self.result)


def ask(monkeypatch: pytest.MonkeyPatch, result: bytes | Exception) -> tuple[bytes, list[str]]:
    opener = _Opener(result)
    monkeypatch.setattr(wikidata, "build_opener", lambda *_: opener)
    return wikidata.service(contact="me@example.org")("SELECT 1"), opener.asked


def test_the_service_is_told_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    content, asked = ask(monkeypatch, answer())
    assert wikidata.read(content).rows == []
    assert asked[0].startswith("dragoman/")
    assert "me@example.org" in asked[0]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (URLError("no route"), "cannot be reached: no route; nothing was changed"),
        (TimeoutError("timed out"), "cannot be reached: timed out"),
        (HTTPError("https://x", 429, "Too Many", None, None), "429: it is busy"),  # type: ignore[arg-type]
        (HTTPError("https://x", 403, "Forbidden", None, None), "403: Forbidden"),  # type: ignore[arg-type]
    ],
)
def test_without_an_answer_the_reason_is_said(
    monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    with pytest.raises(NetworkError, match=words):
        ask(monkeypatch, error)


def test_an_answer_has_a_largest_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wikidata, "LARGEST", 100)
    with pytest.raises(NetworkError, match="longer than 100"):
        ask(monkeypatch, b" " * 101)


@pytest.mark.parametrize("url", ["http://x.org", "file:///etc/passwd", "https://", "x"])
def test_only_https_is_asked(url: str) -> None:
    with pytest.raises(SettingsError, match="https"):
        wikidata.service(url)
    with pytest.raises(SettingsError, match="contact"):
        wikidata.service(contact="a\nb")
