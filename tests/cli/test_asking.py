"""What is asked of a store: events, quotes, figures, dossier, export."""

from __future__ import annotations

import csv
import io
import json
from importlib.resources import files
from pathlib import Path

import pyarrow.parquet
import pytest
from tests.cli.conftest import Command

from dragoman.codec import parse_event
from dragoman.codec.flat import COLUMNS

SAMPLES = str(files("dragoman") / "data" / "samples" / "samples.jsonl")


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample reports."""
    from dragoman import pipeline, reports
    from dragoman.store import Store

    path = tmp_path_factory.mktemp("store") / "samples.db"
    with Store.open(str(path)) as store:
        for _ in pipeline.run(reports.read([SAMPLES]), store, threshold=0.5):
            pass
    return path


def test_events_of_two_with_each_other(dragoman: Command, kept: Path) -> None:
    shown = dragoman("events", "--store", kept, "--actor", "Iraq", "--with", "Russia", "--json")
    assert shown.code == 0
    assert shown.lines
    for event in shown.lines:
        codes = {one["code"] for one in event["actor"] + event["recipient"]}
        assert {"IRQ", "RUS"} <= codes
        assert parse_event(json.dumps(event).encode()).id == event["id"]


@pytest.mark.parametrize("name", ["Iraq", "العراق", "Baghdad", "IRQ", "iraq"])
def test_a_party_by_any_of_its_names(dragoman: Command, kept: Path, name: str) -> None:
    wanted = dragoman("events", "--store", kept, "--actor", "Iraq", "--json").out
    assert wanted
    assert dragoman("events", "--store", kept, "--actor", name, "--json").out == wanted


def test_events_as_text(dragoman: Command, kept: Path) -> None:
    shown = dragoman("events", "--store", kept, "--type", "consult", "--since", "2019-10-07").out
    assert shown
    for line in shown.splitlines():
        assert "CONSULT" in line
        assert "[RUS GOV]" in line or "[IRQ GOV]" in line
        assert line.split()[1].strip("()") >= "2019-10-07"


def test_events_between_two_days(dragoman: Command, kept: Path) -> None:
    day = ("--since", "2019-10-07", "--until", "2019-10-07")
    shown = dragoman("events", "--store", kept, *day, "--json").lines
    assert shown
    for event in shown:
        published = event["cite_info"]["published"]
        assert (
            (event["date"] or published) <= "2019-10-07" <= (event["enddate"] or event["date"] or published)
        )


def test_quotes_of_a_speaker(dragoman: Command, kept: Path) -> None:
    for name in ("Lavrov", "لافروف"):
        shown = dragoman("quotes", "--store", kept, "--actor", name, "--json").lines
        assert shown
        for quote in shown:
            assert quote["speaker"]["identifier_text"].endswith(("Lavrov", "لافروف"))


def test_quotes_by_kind(dragoman: Command, kept: Path) -> None:
    everything = dragoman("quotes", "--store", kept, "--json").lines
    direct = dragoman("quotes", "--store", kept, "--type", "direct", "--json").lines
    assert direct == [quote for quote in everything if quote["kind"] == "direct"]
    assert 0 < len(direct) < len(everything)


def test_quotes_and_figures_as_text(dragoman: Command, kept: Path) -> None:
    said = dragoman("quotes", "--store", kept, "--actor", "Lavrov").out
    assert "Sergei Lavrov  direct  “Russian companies want to take part" in said
    counted = dragoman("figures", "--store", kept, "--type", "money").out
    assert "10,000,000,000..? USD" in counted


def test_nothing_found_is_said_beside_the_output(dragoman: Command, kept: Path) -> None:
    shown = dragoman("events", "--store", kept, "--actor", "Peru", "--json")
    assert (shown.code, shown.out, shown.err) == (0, "", "nothing found\n")


def test_dossier(dragoman: Command, kept: Path) -> None:
    page = dragoman("dossier", "Iraq", "روسيا", "--store", kept)
    assert page.code == 0
    assert page.out.startswith("# Iraq and Russia\n")
    found = json.loads(dragoman("dossier", "Iraq", "RUS", "--store", kept, "--format", "json").out)
    assert found["parties"] == ["Iraq", "Russia"]
    assert found["timeline"]


def test_a_dossier_of_nobody_says_so(dragoman: Command, kept: Path) -> None:
    shown = dragoman("dossier", "Nobody at all", "--store", kept)
    assert (shown.code, shown.err) == (0, "nothing found\n")
    assert shown.out.startswith("# Nobody at all\n")
    assert dragoman("dossier", "Iraq", "--store", kept).err == ""


def test_dossier_of_one_party(dragoman: Command, kept: Path) -> None:
    one = json.loads(dragoman("dossier", "Iraq", "--store", kept, "--format", "json").out)
    two = json.loads(dragoman("dossier", "Iraq", "Russia", "--store", kept, "--format", "json").out)
    assert len(one["timeline"]) > len(two["timeline"])


def test_export_to_every_format(dragoman: Command, kept: Path, tmp_path: Path) -> None:
    wanted = dragoman("events", "--store", kept, "--json").lines
    published = [one["id"] for one in wanted if not {"negation", "hypothetical"} & set(one["auxiliary"])]
    for form in ("plover", "csv", "parquet"):
        shown = dragoman("export", "--store", kept, "--format", form, "-o", f"out.{form}")
        assert (shown.code, shown.out) == (0, "")
        assert shown.err == f"{len(published)} events in out.{form}\n"
    lines = (tmp_path / "out.plover").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == published
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8-sig"))))
    assert [row["id"] for row in rows] == published
    assert tuple(rows[0]) == COLUMNS
    assert pyarrow.parquet.read_table(tmp_path / "out.parquet").column("id").to_pylist() == published


def test_export_of_everything(dragoman: Command, kept: Path) -> None:
    count = len(dragoman("events", "--store", kept, "--json").lines)
    shown = dragoman("export", "--store", kept, "--all", "-o", "all.jsonl")
    assert shown.err == f"{count} events in all.jsonl\n"


def test_export_where_nothing_can_be_written(dragoman: Command, kept: Path) -> None:
    shown = dragoman("export", "--store", kept, "-o", "no/such/folder/x.jsonl")
    assert shown.code == 2
    assert "cannot be written" in shown.err
