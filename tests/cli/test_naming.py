"""actors match, find and show: answers for a person to read, and lines for a program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Command


def test_two_names_with_reasons(dragoman: Command) -> None:
    shown = dragoman("actors", "match", "Nouri al-Maliki", "نوري المالكي")
    assert shown.code == 0
    assert shown.out.splitlines()[0].endswith("  the same person")
    assert "'Maliki' and 'المالكي' sound alike across scripts" in shown.out
    other = dragoman("actors", "match", "Nouri al-Maliki", "حيدر العبادي")
    assert "not the same person" in other.out


def test_two_names_as_a_line(dragoman: Command) -> None:
    (line,) = dragoman("actors", "match", "Sergei Lavrov", "Сергей Викторович Лавров", "--json").lines
    assert set(line) == {"a", "b", "score", "same", "reasons"}
    assert line["same"] is True
    assert "'Викторович' is a father's name" in line["reasons"]


def test_many_pairs_from_lines_and_columns(dragoman: Command, lines: Callable[..., bytes]) -> None:
    given = lines({"a": "Bashar Assad", "b": "Башар Асад"}) + "Bashar Assad\tبشار الأسد\n\n".encode()
    shown = dragoman("actors", "match", "-", stdin=given)
    assert (shown.code, [one["same"] for one in shown.lines]) == (0, [True, True])


@pytest.mark.parametrize("wrong", [b"one name\n", b'{"a": "x"}\n', b"\xc3(\tx\n", b"{\n"])
def test_a_pair_that_is_none_is_named(dragoman: Command, wrong: bytes) -> None:
    shown = dragoman("actors", "match", "-", stdin=wrong + b"Assad\tAssad\n")
    assert shown.code == 3
    assert len(shown.lines) == 1
    assert "-:1" in shown.err


def test_actors_and_places_of_a_text(dragoman: Command) -> None:
    shown = dragoman("actors", "find", "Nouri al-Maliki met Putin in Moscow.", "--on", "2012-07-25")
    assert shown.code == 0
    assert [(one["text"], one["id"], one["country"], one["sectors"][:1]) for one in shown.lines] == [
        ("Nouri al-Maliki", "nouri-al-maliki", "IRQ", ["GOV"]),
        ("Putin", "vladimir-putin", "RUS", ["GOV"]),
        ("Moscow", "geonames:524901", "RUS", []),
    ]
    assert shown.lines[0]["span"] == [0, 15]


def test_reports_of_a_file(dragoman: Command, tmp_path: Path, lines: Callable[..., bytes]) -> None:
    (tmp_path / "r.jsonl").write_bytes(
        lines({"id": "a", "text": "Москва согласилась.", "language": "ru"}, {"id": "b", "text": "!"})
    )
    shown = dragoman("actors", "find", "r.jsonl")
    assert shown.code == 3
    assert [(one["report"], one["kind"], one["id"]) for one in shown.lines] == [("a", "country", "RUS")]
    assert "language-not-served: r.jsonl:2: " in shown.err


def test_an_actor_by_any_name(dragoman: Command) -> None:
    shown = dragoman("actors", "show", "نوري المالكي")
    assert shown.code == 0
    assert shown.out.startswith("nouri-al-maliki  person\n")
    assert "office 2006-05-20 to 2014-09-08   prime minister (IRQ GOV)" in shown.out
    (line,) = dragoman("actors", "show", "nouri-al-maliki", "--json").lines
    assert line["id"] == "nouri-al-maliki"


def test_mentions_of_an_actor_in_a_store(
    dragoman: Command, tmp_path: Path, lines: Callable[..., bytes]
) -> None:
    text = "Vladimir Putin met Haider al-Abadi in Moscow."
    (tmp_path / "r.jsonl").write_bytes(
        lines({"id": "a", "text": text, "published": "2017-01-02", "language": "en"})
    )
    assert dragoman("run", "r.jsonl", "--store", "s.db").code == 0
    shown = dragoman("actors", "show", "vladimir-putin", "--store", "s.db")
    assert "2017-01-02  a  CONSULT  “Vladimir Putin”  name 'Vladimir Putin'" in shown.out
    none = dragoman("actors", "show", "angela-merkel", "--store", "s.db")
    assert "no events of it" in none.err
