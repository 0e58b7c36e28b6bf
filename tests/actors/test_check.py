"""The checker of the lists, and the lists themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.actors.conftest import LISTED, Reader

from dragoman.actors import check
from dragoman.actors.compiled import data_files
from dragoman.actors.entries import read

PERSON = "- {{id: {id}, kind: person, names: {{en: [{name}]}}, roles: [{role}]}}\n"


def person(id: str, name: str, role: str) -> str:
    return PERSON.format(id=id, name=name, role="{" + role + "}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "- {id: a, kind: agent, names: {en: [x]}}\n- {id: a, kind: agent, names: {en: [y]}}",
            "a: the id is taken",
        ),
        ("- {id: a, kind: agent, code: XXX, names: {en: [x]}}", "a: XXX is no country of PLOVER's"),
        ("- {id: a, kind: agent, sectors: [FOO], names: {en: [x]}}", "a: FOO is no sector of PLOVER's"),
        ("- {id: a, kind: country, names: {en: [x]}}", "a: a country needs a code"),
        ("- {id: a, kind: agent}", "a: no name"),
        ("- {id: a, kind: agent, names: {eng: [x]}}", "a: eng is no ISO 639-1 language"),
        ("- {id: a, kind: agent, names: {en: ['?']}}", "a: the name '?' has no letters"),
        ("- {id: a, kind: agent, names: {en: ['x  y']}}", "a: the name 'x  y' has white space to spare"),
        (person("a", "A B", "title: king, since: 2001, until: 2000"), "a: king ends before it begins"),
        (person("a", "A B", "title: king, since: soon"), "a: king: no date: 'soon'"),
        (
            person("a", "A B", "title: poet, country: IRQ")
            + person("b", "A-B", "title: judge, country: IRQ"),
            "a, b: one name (en), neither country nor time parts them",
        ),
        (
            person("a", "A B", "title: president, country: IRQ, since: 2001, until: 2005")
            + person("b", "C D", "title: President, country: IRQ, since: 2004"),
            "a, b: both are president of IRQ at a time",
        ),
    ],
)
def test_every_breach_is_said(listing: Reader, text: str, said: str) -> None:
    assert list(check.breaches(listing(text))) == [said]


@pytest.mark.parametrize(
    "text",
    [
        LISTED,
        person("a", "A B", "title: poet, country: IRQ") + person("b", "A B", "title: poet, country: SYR"),
        person("a", "A B", "title: poet, until: 1990") + person("b", "A B", "title: poet, since: 1991"),
        person("a", "A B", "title: king, country: IRQ, until: 1990-02-01")
        + person("b", "C D", "title: king, country: IRQ, since: 1990-01-15"),
    ],
)
def test_what_is_well_written_passes(listing: Reader, text: str) -> None:
    assert list(check.breaches(listing(text))) == []


def test_the_exit_code_and_the_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "good.yml", tmp_path / "bad.yml"
    good.write_text("- {id: a, kind: agent, names: {en: [x]}}", encoding="utf-8")
    bad.write_text("- {id: a}", encoding="utf-8")
    assert check.main([str(good)]) == 0
    assert capsys.readouterr().out == ""
    assert check.main([str(bad)]) == 1
    assert "bad.yml" in capsys.readouterr().out
    assert check.main([str(tmp_path / "none.yml")]) == 1


def test_the_package_data_are_sound() -> None:
    assert list(check.breaches(read(data_files()))) == []
