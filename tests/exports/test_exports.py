from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import factory, strategies

from dragoman import codec
from dragoman.codec.flat import COLUMNS
from dragoman.errors import SettingsError
from dragoman.exports import EXPORTS, export, records
from dragoman.exports.table import harmless, write_csv
from dragoman.store import Store
from dragoman.types import Place

FORMATS = [name for name, _ in EXPORTS]
ON = factory.report(
    "USA met SYR in Geneva on Monday.\nUSA may strike SYR. IRQ did not arrest =cmd|' /C calc'!A0.",
    id="r1",
    title="-1+1",
    publisher='A, "B"; =C',
    published=date(2017, 7, 25),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    geneva = Place(
        span=factory.span(ON, "Geneva"),
        name="Genève",
        country="CHE",
        geonameid=2660646,
        latitude=46.2,
        longitude=6.15,
        resolution=4,
    )
    monday = factory.on_day(ON, "Monday", date(2017, 7, 24))
    evil = factory.participant(ON, "=cmd|' /C calc'!A0", "SYR", name="@SUM(1)")
    met = factory.event("CONSULT", "USA", "SYR", on=ON, words="met", when=monday)
    strike = factory.event("ASSAULT", "USA", "SYR", on=ON, words="strike")
    arrest = factory.event("COERCE", "IRQ", evil, on=ON, words="arrest")
    events = [
        replace(met, place=geneva),
        replace(strike, auxiliary=("hypothetical",)),
        replace(arrest, auxiliary=("negation",)),
        factory.event("ACCUSE", "IRQ", evil, on=ON, words="not"),
    ]
    with Store.open(str(tmp_path / "store.db")) as opened:
        opened.add([factory.analysis(ON, events)], "dragoman@1")
        yield opened


@pytest.mark.parametrize("name", FORMATS)
def test_the_published_set_leaves_out_what_did_not_happen(store: Store, tmp_path: Path, name: str) -> None:
    assert export(store, name, tmp_path / "some") == 2
    assert export(store, name, tmp_path / "all", everything=True) == 4


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_store_gives_the_same_bytes(store: Store, tmp_path: Path, name: str) -> None:
    export(store, name, tmp_path / "one")
    export(store, name, tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes() != b""
    assert sorted(path.name for path in tmp_path.iterdir() if ".part" in path.name) == []


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_store_can_be_exported(tmp_path: Path, name: str) -> None:
    with Store.open(str(tmp_path / "empty.db")) as empty:
        assert export(empty, name, tmp_path / "out") == 0
    assert (tmp_path / "out").exists()


def test_plover_lines_are_the_records_of_the_store(store: Store, tmp_path: Path) -> None:
    export(store, "plover", tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_bytes().split(b"\n")
    assert lines.pop() == b""
    assert [codec.parse_event(line) for line in lines] == list(records(store))
    assert json.loads(lines[0])["date"] == "2017-07-24"


def test_parquet_keeps_the_nesting_and_the_types(store: Store, tmp_path: Path) -> None:
    export(store, "parquet", tmp_path / "out.parquet")
    table = pq.read_table(tmp_path / "out.parquet")
    first, second = table.to_pylist()
    assert first["date"] == date(2017, 7, 24)
    assert first["actor"][0]["code"] == "USA"
    assert first["actor"][0]["sectors"] == ["GOV"]
    assert first["event_loc"]["geonameid"] == 2660646
    assert first["event_loc"]["lat"] == 46.2
    assert first["evidence"] == [[4, 7]]
    assert first["cite_info"]["published"] == date(2017, 7, 25)
    assert (second["date"], second["event_loc"], second["event"]) == (None, None, ["ACCUSE"])


def test_csv_is_a_table_that_no_spreadsheet_runs(store: Store, tmp_path: Path) -> None:
    export(store, "csv", tmp_path / "out.csv")
    text = (tmp_path / "out.csv").read_bytes().decode()
    head, first, second = csv.reader(io.StringIO(text, newline=""))
    assert tuple(head) == COLUMNS
    told = dict(zip(head, first, strict=True))
    assert (told["date"], told["place"], told["place_country"]) == ("2017-07-24", "Genève", "CHE")
    assert (told["actor_code"], told["lat"], told["geonameid"]) == ("USA", "46.2", "2660646")
    assert (told["title"], told["publication"], told["published"]) == ("'-1+1", 'A, "B"; =C', "2017-07-25")
    assert '"A, ""B""; =C"' in text
    assert ',"USA",' in text
    other = dict(zip(head, second, strict=True))
    assert other["recipient_text"] == "'=cmd|' /C calc'!A0"
    assert other["recipient_name"] == "'@SUM(1)"
    assert other["event_scale"] == "-2.0"


@given(st.data())
def test_every_row_of_csv_is_one_line_of_all_columns(data: st.DataObject) -> None:
    report = data.draw(strategies.reports())
    given_events = data.draw(st.lists(strategies.events(report), max_size=3))
    file = io.BytesIO()
    count = write_csv([codec.event_record(event, report) for event in given_events], file)
    assert count == len(given_events)
    lines = file.getvalue().decode().split("\n")
    assert len(lines) == count + 2
    for cells in csv.reader(lines[:-1]):
        assert len(cells) == len(COLUMNS)


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("  =1", "'  =1"),
        ("\t=1", "' =1"),
        ("\n=1", "' =1"),
        ("\u202e=1", "'\u202e=1"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
        ("two\nlines", "two lines"),
        ("nul\0", "nul "),
        (-2.5, -2.5),
        (None, None),
    ],
)
def test_cells(cell: str | float | None, safe: str | float | None) -> None:
    assert harmless(cell) == safe


def test_a_format_that_is_none(store: Store, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="one of plover, parquet, csv"):
        export(store, "xls", tmp_path / "out")


def test_a_file_that_cannot_be_written(store: Store, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be written"):
        export(store, "csv", tmp_path / "no" / "such" / "out.csv")
    (tmp_path / "folder").mkdir()
    with pytest.raises(SettingsError, match="cannot be written"):
        export(store, "csv", tmp_path / "folder")
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".part") == []


def test_a_file_is_replaced_only_when_the_new_one_is_whole(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("before")
    store.close()
    (tmp_path / "store.db").write_bytes(b"broken" * 1000)
    with pytest.raises(Exception, match=r"store\.db"):
        export(store, "plover", target)
    assert target.read_text() == "before"
