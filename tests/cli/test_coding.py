"""Reports in, lines out: analyse, run, classify, dates, demo, explain."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest
from tests.cli.conftest import Command

from dragoman import ontology
from dragoman.codec.wire import AnalysisLine
from dragoman.store import Store

SAMPLES = str(files("dragoman") / "data" / "samples" / "samples.jsonl")
MET = "Russian President Vladimir Putin met Iraqi Prime Minister Haider al-Abadi in Moscow on Monday."
MET_AR = "التقى الرئيس الروسي فلاديمير بوتين رئيس الوزراء العراقي حيدر العبادي في موسكو."

Lines = Callable[..., bytes]


def test_analyse_writes_a_line_for_each_report_in_order(dragoman: Command) -> None:
    shown = dragoman("analyse", SAMPLES)
    wanted = [json.loads(line)["id"] for line in Path(SAMPLES).read_text(encoding="utf-8").splitlines()]
    assert [line["report"]["id"] for line in shown.lines] == wanted
    assert shown.code == 3  # the Russian report is kept uncoded
    assert f"{SAMPLES}:5: language 'ru' is not served" in shown.err
    assert shown.err.endswith("10 reports; language-not-served 1\n")


def test_a_line_has_the_documented_fields(dragoman: Command) -> None:
    for line in dragoman("analyse", SAMPLES).out.splitlines():
        found = msgspec.json.decode(line, type=AnalysisLine)
        text = found.report.text
        for event in found.events:
            assert [text[start:stop] for start, stop in event.evidence] == list(event.event_text)
            for one in (*event.actor, *event.recipient):
                assert text[one.start : one.stop] == one.entity_text
        for quote in found.quotes:
            assert text[quote.content[0] : quote.content[1]] == quote.content_text


@pytest.mark.parametrize("text", [MET, MET_AR])
def test_a_meeting_on_standard_input(dragoman: Command, lines: Lines, text: str) -> None:
    language = "ar" if text == MET_AR else "en"
    shown = dragoman("analyse", "-", stdin=lines({"id": "a", "text": text, "language": language}))
    assert shown.code == 0
    assert shown.err == "1 report\n"
    event = shown.lines[0]["events"][0]
    assert event["event"] == ["CONSULT"]
    assert sorted(one["code"] for one in event["actor"] + event["recipient"]) == ["IRQ", "RUS"]
    assert event["date"] is None  # nobody knows on which Monday


def test_relative_dates_need_a_day_of_publication(dragoman: Command, lines: Lines) -> None:
    row = {"id": "a", "text": MET, "language": "en", "published": "2017-10-16"}
    assert dragoman("analyse", "-", stdin=lines(row)).lines[0]["events"][0]["date"] == "2017-10-16"


def test_a_higher_threshold_gives_fewer_events(dragoman: Command) -> None:
    counts = [
        sum(len(line["events"]) for line in dragoman("analyse", SAMPLES, "--threshold", score).lines)
        for score in ("0", "0.5", "1")
    ]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[2]


def test_lines_end_at_the_line_feed_alone(dragoman: Command, lines: Lines) -> None:
    row = {"id": "a", "text": f"One line.\u2028{MET}\u0085Another.", "language": "en"}
    shown = dragoman("analyse", "-", stdin=lines(row, {**row, "id": "b"}))
    assert shown.out.count("\n") == len(shown.out.splitlines()) == 2
    assert shown.lines[0]["report"]["text"] == row["text"]


def test_run_twice_changes_nothing(dragoman: Command) -> None:
    first = dragoman("run", SAMPLES, "--store", "a.db")
    assert first.code == 3
    assert first.err.endswith("10 reports; language-not-served 1\n")
    before = dragoman("events", "--store", "a.db", "--json").out
    second = dragoman("run", SAMPLES, "--store", "a.db")
    assert second.code == 0
    assert second.err == "0 reports; 10 already there\n"
    assert dragoman("events", "--store", "a.db", "--json").out == before
    assert before


def test_run_adds_to_what_is_there(dragoman: Command, lines: Lines) -> None:
    dragoman("run", "-", "--store", "a.db", stdin=lines({"id": "a", "text": MET, "language": "en"}))
    both = lines({"id": "a", "text": MET, "language": "en"}, {"id": "b", "text": MET_AR, "language": "ar"})
    assert dragoman("run", "-", "--store", "a.db", stdin=both).err == "1 report; 1 already there\n"


def test_classify(dragoman: Command, lines: Lines) -> None:
    row = {"id": 7, "text": "Iran praised Iraq.", "actor": [0, 4], "recipient": [13, 17]}
    arabic = {"text": "أشادت إيران بالعراق.", "actor": [6, 11], "recipient": [13, 19], "language": "ar"}
    shown = dragoman("classify", "-", stdin=lines(row, arabic))
    assert shown.code == 0
    for answer in shown.lines:
        assert set(answer) == {"id", "event", "mode", "scores"}
        assert answer["event"] == "SUPPORT" == max(answer["scores"], key=answer["scores"].get)
        assert set(answer["scores"]) == set(ontology.load().types)
        assert sum(answer["scores"].values()) == pytest.approx(1, abs=0.01)
    assert [answer["id"] for answer in shown.lines] == [7, None]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (b"{", "bad-json"),
        (b"\xff\xfe", "bad-json"),
        (b'{"text": "a"}', "bad-record"),
        (b'{"text": "ab", "actor": [0, 1], "recipient": [1, 9]}', "bad-span"),
        (b'{"text": "ab", "actor": [1, 0], "recipient": [1, 2]}', "bad-span"),
        (b'{"text": "ab", "actor": [-1, 1], "recipient": [1, 2]}', "bad-record"),
        (b'{"text": "ab", "actor": [0, 1], "recipient": [1, 2], "language": "xx"}', "language-not-served"),
    ],
)
def test_classify_goes_on_after_a_bad_line(dragoman: Command, row: bytes, reason: str) -> None:
    good = b'{"text": "Iran praised Iraq.", "actor": [0, 4], "recipient": [13, 17]}'
    shown = dragoman("classify", "-", stdin=b"\n".join([good, row, b"", good]))
    assert shown.code == 3
    assert len(shown.lines) == 2
    assert f"{reason}: -:2: " in shown.err
    assert shown.err.endswith(f"2 sentences; {reason} 1\n")


def test_dates(dragoman: Command, lines: Lines, tmp_path: Path) -> None:
    text = "They met last Tuesday."
    (tmp_path / "texts.jsonl").write_bytes(
        lines({"id": "a", "text": text, "reference": "2024-05-10"}, {"id": "b", "text": text})
    )
    shown = dragoman("dates", "texts.jsonl")
    assert shown.code == 0
    known, unknown = (answer["dates"][0] for answer in shown.lines)
    assert date.fromisoformat(known["start"]).strftime("%A") == "Tuesday"
    assert known["end"] == known["start"] < "2024-05-10"
    assert (unknown["start"], unknown["end"]) == (None, None)
    assert "Tuesday" in text[slice(*unknown["span"])]


def test_dates_goes_on_after_a_bad_line(dragoman: Command) -> None:
    shown = dragoman(
        "dates", "-", stdin=b'{"text": "today", "reference": "2024-02-30"}\n{"text": "nothing"}\n'
    )
    assert shown.code == 3
    assert "bad-record: -:1: " in shown.err
    assert shown.lines == [{"id": None, "dates": []}]


def test_a_fault_of_the_program_costs_one_line(
    dragoman: Command, monkeypatch: pytest.MonkeyPatch, lines: Lines
) -> None:
    def broken(*_: object) -> list[object]:
        raise KeyError("no such thing")

    monkeypatch.setattr("dragoman.documents.dates.find_dates", broken)
    shown = dragoman("dates", "-", stdin=lines({"text": "today"}, {"text": "x", "language": "xx"}))
    assert shown.code == 3
    assert shown.err.endswith("0 texts; internal-error 1; language-not-served 1\n")


def test_demo(dragoman: Command, tmp_path: Path) -> None:
    shown = dragoman("demo", "--store", "kept.db")
    assert shown.code == 0
    assert shown.out.startswith("# Russia and Iraq\n")
    for heading in (
        "## Timeline",
        "## Who met whom",
        "## Asked, promised, backed, given",
        "## Who said what",
    ):
        assert heading in shown.out
    assert "Lavrov" in shown.out
    assert (tmp_path / "kept.db").exists()
    assert shown.err.endswith("10 sample reports; language-not-served 1\n")


def test_demo_leaves_nothing_behind(dragoman: Command, tmp_path: Path) -> None:
    assert dragoman("demo").code == 0
    assert list(tmp_path.iterdir()) == []


def test_explain(dragoman: Command, lines: Lines) -> None:
    dragoman("run", "-", "--store", "a.db", stdin=lines({"id": "a", "text": MET, "language": "en"}))
    event = dragoman("events", "--store", "a.db", "--json").lines[0]
    shown = dragoman("explain", event["id"][:6], "--store", "a.db")
    assert shown.code == 0
    for words in ("CONSULT", event["id"], f"rule     {event['rule']}", "example", "Haider al-Abadi", "IRQ"):
        assert words in shown.out
    assert "reader   CONSULT 0." in shown.out
    assert sum(line.startswith("nearest  ") for line in shown.out.splitlines()) == 3


def test_explain_as_json(dragoman: Command, lines: Lines) -> None:
    dragoman("run", "-", "--store", "a.db", stdin=lines({"id": "a", "text": MET, "language": "en"}))
    event = dragoman("events", "--store", "a.db", "--json").lines[0]
    (shown,) = dragoman("explain", event["id"], "--store", "a.db", "--json").lines
    assert shown["event"] == event
    assert shown["language"] == "en"
    assert len(shown["reasons"]["actor"]) == len(event["actor"])
    assert shown["examples"]
    assert abs(sum(shown["reader"]["types"].values()) + shown["reader"]["none"] - 1) < 0.01
    assert len(shown["nearest"]) == 3
    for one in shown["nearest"]:
        assert set(one) == {"text", "type", "actor", "recipient", "nearness"}


def test_explain_where_there_is_no_reader(dragoman: Command, lines: Lines) -> None:
    text = "التقى وزير خارجية مصر نظيره العراقي في القاهرة."
    dragoman("run", "-", "--store", "a.db", stdin=lines({"id": "a", "text": text, "language": "ar"}))
    event = dragoman("events", "--store", "a.db", "--json").lines[0]
    (shown,) = dragoman("explain", event["id"], "--store", "a.db", "--json").lines
    assert (shown["reader"], shown["nearest"]) == (None, [])


def test_explain_shows_the_rule_of_the_language_that_was_found(dragoman: Command, lines: Lines) -> None:
    dragoman("run", "-", "--store", "a.db", stdin=lines({"id": "a", "text": MET}))
    event = dragoman("events", "--store", "a.db", "--json").lines[0]
    shown = dragoman("explain", event["id"], "--store", "a.db").out
    assert "report   a  en  published" in shown
    assert sum(line.startswith("rule     ") for line in shown.splitlines()) == 1


@pytest.mark.parametrize("verb", [("classify",), ("dates",), ("actors", "match")])
def test_a_line_that_never_ends_is_named(dragoman: Command, tmp_path: Path, verb: tuple[str, ...]) -> None:
    (tmp_path / "long.jsonl").write_bytes(b'{"text": "' + b"word " * 2_000_001 + b'"}\n{"text": "today"}\n')
    shown = dragoman(*verb, "long.jsonl")
    assert shown.code == 3
    assert shown.err.startswith("too-long-line: long.jsonl:1: longer than 10,000,000 bytes\n")


def test_a_long_report_can_be_read_back(
    dragoman: Command, monkeypatch: pytest.MonkeyPatch, lines: Lines
) -> None:
    monkeypatch.setenv("DRAGOMAN_MAX_LINE_BYTES", "40000000")
    monkeypatch.setenv("DRAGOMAN_MAX_TEXT_CHARS", "40000000")
    text = "x" * 17_000_000
    dragoman("run", "-", "--store", "a.db", stdin=lines({"id": "a", "text": text, "language": "fr"}))
    with Store.open("a.db") as store:
        assert [len(report.text) for report in store.reports()] == [len(text)]


def test_explain_an_event_that_is_not_there_or_not_the_only_one(dragoman: Command) -> None:
    dragoman("run", SAMPLES, "--store", "a.db")
    ids = [event["id"] for event in dragoman("events", "--store", "a.db", "--json").lines]
    shown = dragoman("explain", "xyz", "--store", "a.db")
    assert (shown.code, shown.out) == (2, "")
    assert "no event 'xyz'" in shown.err
    first = next(one for one in ids if sum(other.startswith(one[0]) for other in ids) > 1)
    assert "events begin with" in dragoman("explain", first[0], "--store", "a.db").err
