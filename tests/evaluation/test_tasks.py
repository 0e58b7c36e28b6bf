"""Each task on a corpus of a few lines, written for the purpose."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests import factory

from dragoman import evaluation
from dragoman.errors import ResourceError
from dragoman.evaluation import classifying, corpora, examples, goldens, judged, quoting, sound
from dragoman.evaluation.records import Result
from dragoman.events import codebook
from dragoman.types import Span


def value(result: Result, measure: str, language: str = "en") -> float:
    return next(one.value for one in result.scores if (one.measure, one.language) == (measure, language))


def written(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def sentence(marked: str, root: str, penta: int) -> dict[str, object]:
    return {"id": "x", "marked": marked, "root": root, "penta": penta, "text": "", "source": "", "target": ""}


def test_classify(tmp_path: Path) -> None:
    path = written(
        tmp_path / "plv.jsonl",
        sentence("<s>Iran</s> praised <t>Iraq</t>.", "SUPPORT", 1),
        sentence("<s>Iran</s> bombed <t>Iraq</t>.", "ASSAULT", 4),
        sentence("<s>Iran</s> withdrew its troops from <t>Iraq</t>.", "YIELD", 2),
        sentence("<s>Iran</s> praised <t>Iraq</t>.", "ASSAULT", 4),
    )
    result = classifying.measure(path)
    assert value(result, "F1 YIELD") == 1
    assert value(result, "F1 ASSAULT") == 0.6667
    assert value(result, "F1 SUPPORT") == 0.6667
    assert value(result, "macro F1 type") == value(result, "macro F1 quad") == 0.7778
    assert [line.split(" by ")[0] for line in result.misses] == ["x: ASSAULT taken for SUPPORT"]


@pytest.mark.parametrize(
    ("marked", "sides"),
    [
        ("The <s>US</s> met <t>Iraq</t>.", ("US", "Iraq")),
        ("<t>Iraq</t> met the <s>US</s>, said <t>Iraq</t>.", ("US", "Iraq")),
        ("<s>A <t>B</t></s> met.", ("A B", "B")),
    ],
)
def test_the_sides_of_a_marked_sentence(marked: str, sides: tuple[str, str]) -> None:
    text, actor, recipient = classifying.unmark(marked)
    assert "<" not in text
    assert (actor.text(text), recipient.text(text)) == sides


def test_a_side_that_is_not_marked() -> None:
    assert classifying.unmark("Nobody <s>met</s>.")[2] == Span(0, 1)


SAID = "“Russia will help Iraq,” Sergei Lavrov said. Nobody knows what Haider al-Abadi thinks of the weather."


def article(content: str, source: str, gap: str | None = None) -> dict[str, object]:
    def part(name: str, *words: str) -> list[object]:
        return [[name, [[SAID.index(one), SAID.index(one) + len(one)] for one in words], "text"]]

    marked = {
        "content": part("Content", *[one for one in (content, gap) if one]),
        "source": part("Source", source),
    }
    return {"id": "a", "text": SAID, "annotations": {"b": [], "a": [{**marked, "cue": []}]}}


def test_quotes_that_are_right(tmp_path: Path) -> None:
    result = quoting.measure(written(tmp_path / "p.jsonl", article("Russia will help Iraq,", "Lavrov")))
    for measure in ("content F1", "attribution F1", "named speaker right"):
        assert value(result, measure) == 1
    assert result.misses == ()


def test_a_quote_of_another_speaker(tmp_path: Path) -> None:
    result = quoting.measure(
        written(tmp_path / "p.jsonl", article("Russia will help Iraq,", "Haider al-Abadi"))
    )
    assert value(result, "content F1") == 1
    assert value(result, "attribution F1") == value(result, "named speaker right") == 0
    assert result.misses == ("a [1, 23]: other speaker",)


def test_a_quote_that_is_not_found(tmp_path: Path) -> None:
    result = quoting.measure(written(tmp_path / "p.jsonl", article("of the weather", "Haider al-Abadi")))
    assert value(result, "content recall") == value(result, "content precision") == 0


def test_half_of_a_content_must_be_found(tmp_path: Path) -> None:
    long = article("Russia will", "Lavrov", gap="Nobody knows what Haider al-Abadi thinks")
    assert value(quoting.measure(written(tmp_path / "p.jsonl", long)), "content recall") == 0


def test_a_corpus_that_is_no_corpus(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"p\.jsonl:1"):
        quoting.measure(written(tmp_path / "p.jsonl", {"id": 1}))


def test_faults_are_found() -> None:
    on = factory.report("USA met SYR.")
    event = factory.event("CONSULT", "USA", "SYR", on=on, words="met")
    assert list(sound.faults([factory.analysis(on, [event])])) == []
    beyond = replace(event, evidence=(Span(4, 99),))
    assert [what for _, what in sound.faults([factory.analysis(on, [beyond])])] == [
        "[4, 99] in a text of 12 code points"
    ]
    wrong = replace(event, type="MEETING")
    assert "MEETING" in next(what for _, what in sound.faults([factory.analysis(on, [wrong])]))


def test_real_reports_without_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound, "SPREADS", ((2, 1),))  # a process takes seconds to start
    english = {
        "language": "en",
        "text": "Vladimir Putin met Haider al-Abadi in Moscow.",
        "title": "A meeting",
    }
    arabic = {"language": "ar", "text": "التقى بوتين حيدر العبادي في موسكو.", "title": "لقاء"}
    result = sound.measure(written(tmp_path / "news.jsonl", english, arabic))
    assert [
        (one.language, one.value) for one in result.scores if one.measure == "reports without a fault"
    ] == [
        ("ar", 1),
        ("en", 1),
    ]
    assert all(one.value == 1 for one in result.scores)


RULE = codebook.Rule(rule="meet", type="CONSULT", examples=(), reciprocal=True)


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient", "right"),
    [
        ("Vladimir Putin praised Iraq.", "SUPPORT", ("Putin",), ("Iraq",), True),
        ("Vladimir Putin praised Iraq.", "SUPPORT", ("Iraq",), ("Putin",), False),
        ("Vladimir Putin praised Iraq.", "ACCUSE", ("Putin",), ("Iraq",), False),
        ("Vladimir Putin praised Iraq.", "SUPPORT", ("Putin", "Lavrov"), ("Iraq",), False),
        ("The weather was fine.", "SUPPORT", ("weather",), (), False),
    ],
)
def test_an_example(
    text: str, kind: str, actor: tuple[str, ...], recipient: tuple[str, ...], right: bool
) -> None:
    rule = codebook.Rule(rule="praise", type=kind, examples=())
    line = examples.judged("en", rule, codebook.Example(text=text, actor=actor, recipient=recipient))
    assert (line is None) == right
    if line is not None:
        assert line.startswith(f"en praise: “{text}” wanted {kind} ")


def test_an_example_of_a_meeting_has_no_recipients() -> None:
    case = codebook.Example(
        text="Vladimir Putin met Haider al-Abadi.", actor=("Putin",), recipient=("Abadi",)
    )
    assert examples.judged("en", RULE, case) is None


def test_a_task_without_its_corpus_says_so(tmp_path: Path) -> None:
    task = replace(evaluation.TASKS[0], corpus=lambda: tmp_path / "none.jsonl")
    run = evaluation.run(task)
    assert run.result is None
    assert run.skipped == f"skipped, {tmp_path / 'none.jsonl'} is not there"


def test_the_shared_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(corpora.SHARED, str(tmp_path))
    assert corpora.shared("a.jsonl") == tmp_path / "data" / "a.jsonl"
    monkeypatch.delenv(corpora.SHARED)
    assert corpora.shared("a.jsonl") == corpora.root().parent / "shared" / "data" / "a.jsonl"


def test_a_seal_depends_on_every_file(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.yml").write_text("1")
    first = corpora.digest(tmp_path)
    (tmp_path / "a" / "y.yml").write_text("2")
    assert corpora.digest(tmp_path) != first
    assert corpora.digest(tmp_path / "a" / "x.yml") != corpora.digest(tmp_path / "a" / "y.yml")


def test_golden_cases(tmp_path: Path) -> None:
    (tmp_path / "en-some.yml").write_text(
        "- {text: It ended on 5 July 2017., expected: [5 July 2017 → 2017-07-05 day]}\n"
        "- {text: It ended in 2017., expected: [2017 → 2018-01-01 day]}\n",
        encoding="utf-8",
    )
    result = goldens.measure(tmp_path, goldens.dates)
    assert [(one.language, one.value, one.count) for one in result.scores] == [("en", 0.5, 2)]
    assert result.misses == (
        "en “It ended in 2017.” wanted 2017 → 2018-01-01 day; given 2017 → 2017-01-01..2017-12-31 year",
    )


@pytest.mark.parametrize(("name", "read"), [("dates", goldens.dates), ("figures", goldens.figures)])
def test_the_golden_cases_of_the_repository(name: str, read: goldens.Reading) -> None:
    result = goldens.measure(goldens.folder(name)(), read)
    assert {one.language for one in result.scores} == {"ar", "en", "ru"}
    assert result.misses == ()


ROW = judged.Row(language="en", report="r", event="e", type="AID", words="1-5 7-9", verdict="yes", reason="")


def test_a_sheet_comes_back_from_its_file(tmp_path: Path) -> None:
    rows = [
        ROW,
        replace(ROW, verdict="no", reason="they gave, not got, “aid”, twice"),
        replace(ROW, verdict=""),
    ]
    judged.write(tmp_path / "sheet.csv", rows)
    assert judged.read(tmp_path / "sheet.csv") == rows
    assert ROW.spans == (Span(1, 5), Span(7, 9))


@pytest.mark.parametrize(
    "line",
    [
        "en,r,e,AID,1-5,perhaps,",
        "en,r,e,AID,,yes,",
        "en,r,e,AID,a-b,yes,",
        "en,r,e,AID",
        "a,b,c,d,1-2,yes,,x",
    ],
)
def test_a_sheet_that_is_not_filled_in_rightly(tmp_path: Path, line: str) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(",".join(judged.COLUMNS) + "\n" + line + "\n")
    with pytest.raises(ResourceError, match=r"sheet\.csv:2"):
        judged.read(path)


def test_a_sheet_with_other_columns(tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text("a,b\n1,2\n")
    with pytest.raises(ResourceError, match="the columns are language, report"):
        judged.read(tmp_path / "sheet.csv")


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Shared data with one report of news."""
    (tmp_path / "data").mkdir()
    row = {"language": "en", "text": "Vladimir Putin praised Iraq.", "title": "x"}
    written(tmp_path / "data" / judged.REPORTS, row)
    monkeypatch.setenv(corpora.SHARED, str(tmp_path))
    return tmp_path


def test_verdicts_by_language(shared: Path) -> None:
    ((row, report),) = judged.sample("en", 5, 1)
    assert (row.type, row.report, row.verdict) == ("SUPPORT", report.id, "")
    assert [span.text(report.text) for span in row.spans] == ["Vladimir Putin praised Iraq"]
    rows = [replace(row, verdict="yes"), replace(row, type="AID", verdict="no", reason="praise"), row]
    judged.write(shared / "sheet.csv", rows)
    result = judged.measure(shared / "sheet.csv")
    assert value(result, "accepted") == 0.5
    assert value(result, "accepted and still coded") == 1
    assert value(result, "rejected and still coded") == 0
    assert result.misses == (f"en {row.event} AID: praise",)


def test_verdicts_without_the_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(corpora.SHARED, str(tmp_path))
    judged.write(tmp_path / "sheet.csv", [replace(ROW, language="ar"), ROW, replace(ROW, verdict="no")])
    result = judged.measure(tmp_path / "sheet.csv")
    assert [(one.language, one.measure, one.value) for one in result.scores] == [
        ("ar", "accepted", 1),
        ("en", "accepted", 0.5),
    ]


def test_a_sample_of_reports_that_are_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"nowhere\.jsonl: no such file"):
        corpora.news(tmp_path / "nowhere.jsonl", "en", 1)
