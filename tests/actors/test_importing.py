"""Lists of others as entries of the directory."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors import check, directory, importing
from dragoman.actors.entries import actor, read
from dragoman.errors import ReadError

DICTIONARY = """# our list
TARIK_NEZNAM_ ; prime minister, then in opposition
+NEZNAM_THE_ELDER
\t[IRQGOV 990809-20080507]
\t[IRQOPP >080508]
NEZNAM_BRIGADES_ [IRQREB]
NOBODY_ [QQQGOV]
"""


def thing(schema: str, **properties: list[str]) -> str:
    return json.dumps({"id": "x", "schema": schema, "properties": properties})


def test_a_petrarch_dictionary() -> None:
    found = importing.read(DICTIONARY)
    person, body = found.entries
    assert (person.id, person.kind) == ("own-tarik-neznam", "person")
    assert person.names == {"en": ("Tarik Neznam", "Neznam The Elder")}
    assert [(role.sectors, str(role.since), str(role.until)) for role in actor(person).roles] == [
        (("GOV",), "1999-08-09", "2008-05-07"),
        (("OPP",), "2008-05-08", "None"),
    ]
    assert (body.kind, body.code, body.sectors) == ("organisation", "IRQ", ("REB",))
    assert found.skipped == {"code QQQGOV": 1, "no code that PLOVER has": 1}


def test_follow_the_money() -> None:
    lines = [
        thing("Person", name=["Tarik Neznam", "Тарик Незнам"], country=["iq"], topics=["role.pep"]),
        thing("Company", name=["Neznam Oil"], jurisdiction=["ru"], wikidataId=["Q1"]),
        thing("Company", name=["Neznam Oil"]),
        thing("Vessel", name=["Neznam"]),
        "nothing",
    ]
    found = importing.read("\n".join(lines))
    assert [(one.id, one.kind, one.code, one.sectors) for one in found.entries] == [
        ("own-tarik-neznam", "person", "IRQ", ("GOV",)),
        ("own-neznam-oil", "organisation", "RUS", ("BUS",)),
        ("own-neznam-oil-2", "organisation", None, ("BUS",)),
    ]
    assert found.entries[0].names == {"en": ("Tarik Neznam",), "ru": ("Тарик Незнам",)}
    assert found.entries[1].identifiers == {"wikidata": "Q1"}
    assert found.skipped == {"schema Vessel": 1, "no FollowTheMoney entity": 1}


def test_who_is_listed_is_left_out() -> None:
    known = importing.read(DICTIONARY).entries
    again = importing.read(DICTIONARY + "NEW_FRONT_ [SYROPP]\n", known)
    assert [one.id for one in again.entries] == ["own-new-front"]
    assert again.skipped["listed already"] == 2


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    found = importing.read(DICTIONARY)
    path = tmp_path / "own.yml"
    path.write_text(importing.written(found, "list.txt"), encoding="utf-8")
    assert [actor(one) for one in read([path])] == [actor(one) for one in found.entries]
    assert list(check.breaches(read([path]))) == []


def test_the_directory_reads_the_list_of_the_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "own.yml"
    path.write_text(importing.written(importing.read(DICTIONARY), "list.txt"), encoding="utf-8")
    for setting in (path, tmp_path):
        monkeypatch.setenv("DRAGOMAN_ACTORS", str(setting))
        assert [one.id for one in directory.own()] == ["own-tarik-neznam", "own-neznam-brigades"]
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(tmp_path / "absent.yml"))
    assert directory.own() == ()


@given(st.text(max_size=200))
def test_any_text_behind_an_entry_is_read(text: str) -> None:
    found = importing.read("SURE_THING_ [IRQREB]\n" + text)
    assert found.entries[0].id.startswith("own-sure")
    assert all(entry.names for entry in found.entries)


def test_what_is_no_list_is_refused() -> None:
    with pytest.raises(ReadError, match="neither"):
        importing.read("prose without a code")
