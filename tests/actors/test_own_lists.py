"""The user's own lists beside the compiled ones: found, joined to who is listed, and as if made in one."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.actors.conftest import tokens

from dragoman.actors import compiled, directory
from dragoman.actors.directory import Directory
from dragoman.actors.entries import Entry, RoleEntry, joined
from dragoman.errors import ResourceError

OWN = """
- id: vladimir-putin
  kind: person
  names: {en: [Vova Putinescu]}
  roles: [{title: president, country: RUS, sectors: [GOV], since: 2012-05-07, until: 2030-01}]
- id: neznam-front
  kind: group
  code: IRQ
  sectors: [REB]
  names: {en: [Neznam Front]}
- id: otto-zzyzxa
  kind: person
  names: {en: [Otto Zzyzxa]}
  roles: [{title: president, country: FRA, sectors: [GOV], since: 2040}]
"""


@pytest.fixture
def with_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Directory:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "a.yml").write_text(OWN, encoding="utf-8")
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(tmp_path / "own.yml"))
    return directory.load.__wrapped__()


def ids(found: Directory, text: str) -> list[tuple[str, ...]]:
    return [hit.ids for hit in found.find(tokens(text, "en"), "en")]


def test_a_folder_belongs_to_the_list_of_its_name(with_own: Directory) -> None:
    assert ids(with_own, "Neznam Front fighters met Vova Putinescu.") == [
        ("neznam-front",), ("rebels",), ("vladimir-putin",)
    ]  # fmt: skip


def test_the_office_of_an_own_list_takes_the_place_of_the_shipped_one(with_own: Directory) -> None:
    found = with_own.actor("vladimir-putin")
    assert found is not None
    presidencies = [role for role in found.roles if role.title == "president" and role.country == "RUS"]
    assert [role.until.year for role in presidencies if role.until] == [2030]
    assert {"prime minister", "president"} <= {role.title for role in found.roles}


def test_a_leader_of_an_own_list_is_found_by_surname(with_own: Directory) -> None:
    assert ids(with_own, "Yesterday Zzyzxa resigned.") == [("otto-zzyzxa",)]


def test_it_is_as_if_the_lists_were_one(with_own: Directory) -> None:
    made = Directory(with_own.entries)
    for language in compiled.LANGUAGES:
        one, other = made._index(language), with_own._index(language)
        assert {key: set(forms) for key, forms in one.table.items() if forms} == {
            key: set(forms) for key, forms in other.table.items() if forms
        }
        assert one.heads == other.heads


def test_a_surname_that_many_bear_now_is_not_found_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    namesakes = "".join(
        f"- {{id: zz-{number}, kind: person, names: {{en: [Zed{number * 'a'} Lavrov]}}}}\n"
        for number in range(1, 8)
    )
    (tmp_path / "own.yml").write_text(namesakes, encoding="utf-8")
    assert ids(directory.load(), "Yesterday Lavrov resigned.") == [("sergei-lavrov",)]
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(tmp_path / "own.yml"))
    assert ids(directory.load.__wrapped__(), "Yesterday Lavrov resigned.") == []


def test_entries_of_two_kinds_are_not_joined() -> None:
    one = Entry(id="a", kind="person", names={"en": ("A",)}, roles=(RoleEntry(title="king", since=2000),))
    assert joined(one, Entry(id="a", kind="person", names={"en": ("B",)})).names == {"en": ("A", "B")}
    with pytest.raises(ResourceError, match="a person in the directory"):
        joined(one, Entry(id="a", kind="group"))
