from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import factory, strategies

from dragoman import codec
from dragoman.codec.wire import AnalysisLine, Entity, PloverRecord
from dragoman.errors import CodingError, ReadError
from dragoman.types import (
    Actor,
    Analysis,
    DateExpression,
    Document,
    Event,
    Figure,
    Participant,
    Quote,
    Report,
    Span,
)


@given(st.data())
def test_plover_records_come_back(data: st.DataObject) -> None:
    report = data.draw(strategies.reports())
    record = codec.event_record(data.draw(strategies.events(report)), report)
    line = codec.encode(record)
    assert b"\n" not in line
    assert codec.parse_event(line) == record


@given(strategies.analyses())
def test_analyses_come_back(analysis: Analysis) -> None:
    assert codec.decode(codec.encode(analysis), Analysis) == analysis


@given(st.data())
def test_records_of_the_store_come_back(data: st.DataObject) -> None:
    report = data.draw(strategies.reports())
    event = data.draw(strategies.events(report))
    quote = data.draw(strategies.quotes(report))
    figure = data.draw(strategies.figures(report))
    assert codec.decode(codec.encode(report), Report) == report
    assert codec.decode(codec.encode(event), Event) == event
    assert codec.decode(codec.encode(quote), Quote) == quote
    assert codec.decode(codec.encode(figure), Figure) == figure


@given(strategies.analyses())
def test_the_line_of_analyse_says_what_its_spans_hold(analysis: Analysis) -> None:
    line = codec.decode(codec.analysis_line(analysis), AnalysisLine)
    text = line.report.text
    assert text == analysis.document.report.text
    for event in line.events:
        assert [text[a:b] for a, b in event.evidence] == list(event.event_text)
        for one in (*event.actor, *event.recipient):
            assert text[one.start : one.stop] == one.entity_text
    for quote in line.quotes:
        assert text[slice(*quote.content)] == quote.content_text
    for figure in line.figures:
        assert text[figure.start : figure.stop] == figure.text


@pytest.fixture(scope="module")
def full() -> tuple[Report, Any]:
    """A report with an event, a quotation and a figure, and the line that is written of it."""
    on = factory.report("Vice President Maliki of IRQ met RUS on Monday: “Yes”. It cost $5.", published=None)
    title = Span(0, 14)
    known = factory.actor("maliki", "Nouri al-Maliki")
    maliki = factory.participant(
        on, "Vice President Maliki of IRQ", "IRQ", ("GOV", "PTY"), name="Nouri al-Maliki"
    )
    maliki = _with_title(maliki, title, known)
    met = factory.event("CONSULT", maliki, "RUS", on=on, words="met", when=factory.on_day(on, "Monday", None))
    analysis = factory.analysis(
        on,
        [replace(met, modes=("visit",))],
        [factory.quote(on, "Yes", maliki)],
        [factory.figure(on, "$5", 5, 5, "USD")],
    )
    return on, json.loads(codec.analysis_line(analysis))


ENTITY = {
    "code": "IRQ",
    "sector": "GOV",
    "sectors": ["GOV", "PTY"],
    "entity_text": "Vice President Maliki of IRQ",
    "identifier_text": "Nouri al-Maliki",
    "identifier_id": "Q1",
    "office": "Vice President",
    "start": 0,
    "stop": 28,
}


def test_the_fields_of_the_line_of_analyse(full: tuple[Report, Any]) -> None:
    _, line = full
    assert list(line) == ["report", "language", "served", "mentions", "events", "quotes", "figures", "dates"]
    assert list(line["report"]) == ["id", "text", "language", "title", "url", "publisher", "published"]
    assert line["quotes"][0]["speaker"] == ENTITY
    assert (line["quotes"][0]["cue"], line["quotes"][0]["content_text"]) == (None, "Yes")
    assert line["figures"][0]["text"] == "$5"


def test_an_event_in_the_line_of_analyse(full: tuple[Report, Any]) -> None:
    on, line = full
    (coded,) = line["events"]
    assert coded["actor"] == [ENTITY]
    assert coded["recipient"][0]["code"] == "RUS"
    assert (coded["date"], coded["enddate"], coded["date_text"]) == (None, None, "Monday")
    assert (coded["event"], coded["mode"], coded["quad_code"], coded["event_scale"]) == (
        ["CONSULT"],
        ["visit"],
        1,
        4,
    )
    assert (coded["evidence"], coded["event_text"]) == ([[29, 32]], ["met"])
    assert coded["text_info"] == {"start": 29, "end": 32, "text_story": on.id}
    assert coded["cite_info"]["codebook"] == "PLOVER"


def _with_title(who: Participant, title: Span, known: Actor) -> Participant:
    known = replace(known, identifiers=(("wikidata", "Q1"),))
    return replace(who, actor=known, mention=replace(who.mention, title=title))


def test_dates_are_written_as_days_and_an_end_only_where_it_differs() -> None:
    on = factory.report("USA met SYR in July.")
    july = DateExpression(
        span=factory.span(on, "July"), start=date(2017, 7, 1), end=date(2017, 7, 31), granularity="month"
    )
    event = factory.event("CONSULT", "USA", "SYR", on=on, words="met", when=july)
    line = json.loads(codec.encode(codec.event_record(event, on)))
    assert (line["date"], line["enddate"]) == ("2017-07-01", "2017-07-31")
    day = factory.event(
        "CONSULT", "USA", "SYR", on=on, words="met", when=factory.on_day(on, "July", date(2017, 7, 4))
    )
    line = json.loads(codec.encode(codec.event_record(day, on)))
    assert (line["date"], line["enddate"]) == ("2017-07-04", None)


def test_foreign_fields_survive_and_unknown_ones_do_not() -> None:
    line = (
        b'{"id":"1","date":"2017-07-24","actor":[{"code":"IRQ","religion":"x"}],"event":["AID"],'
        b'"link":"http://a","size":{"dead":3},"event_loc":{"city":"Mosul","lat":36.3},"mood":1}'
    )
    record = codec.parse_event(line)
    assert record.actor == (Entity(code="IRQ", religion="x"),)
    again = json.loads(codec.encode(record))
    assert again["link"] == "http://a"
    assert again["size"] == {"dead": 3}
    assert again["event_loc"]["city"] == "Mosul"
    assert "mood" not in again
    assert "comment" not in again


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"", "bad-json"),
        (b"{", "bad-json"),
        (b"\xff\xfe", "bad-json"),
        (b'{"id":"\\ud800","date":null,"actor":[],"event":[]}', "bad-json"),
        (b'{"id":"1","z":' + b"[" * 100_000, "bad-json"),
        (b"[]", "bad-record"),
        (b"{}", "bad-record"),
        (b'{"id":1,"date":null,"actor":[],"event":[]}', "bad-record"),
        (b'{"id":"1","date":"yesterday","actor":[],"event":[]}', "bad-record"),
        (b'{"id":"1","date":null,"actor":[],"event":[],"quad_code":9}', "bad-record"),
        (b'{"id":"1","date":null,"actor":[],"event":[],"evidence":[[-1,2]]}', "bad-record"),
        (b'{"id":"1","date":null,"actor":[],"event":[],"evidence":[[0,99999999999999999999]]}', "bad-record"),
    ],
)
def test_a_bad_line_is_named(line: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        codec.parse_event(line, path="x.jsonl", number=7)
    assert (caught.value.reason, caught.value.path, caught.value.line) == (reason, "x.jsonl", 7)


def test_half_a_surrogate_pair_is_an_error_of_the_record() -> None:
    with pytest.raises(CodingError):
        codec.analysis_line(factory.analysis(factory.report("\ud800", id="x")))


def test_ids_are_stable_and_tell_parts_apart() -> None:
    assert codec.stable_id("a", 1) == codec.stable_id("a", 1) == "70ba9ca59271edb6"
    assert len({codec.stable_id("ab", "c"), codec.stable_id("a", "bc"), codec.stable_id("abc")}) == 3
    assert len(codec.stable_id("\ud800")) == 16
    one, two = Span(0, 3), Span(5, 8)
    ids = {
        codec.event_id("r", "AID", [[one], [two]], [two], "c@1"),
        codec.event_id("r", "AID", [[two], [one]], [two], "c@1"),
        codec.event_id("r", "AID", [[one, two], []], [two], "c@1"),
        codec.event_id("r", "AID", [[one], [two]], [two], "c@2"),
    }
    assert len(ids) == 4


def test_an_unserved_report_is_kept_and_says_so() -> None:
    on = factory.report("Jeszcze Polska.", "pl")
    document = Document(report=on, language="pl", sentences=(), served=False)
    line = json.loads(codec.analysis_line(Analysis(document=document)))
    assert (line["language"], line["served"], line["events"]) == ("pl", False, [])


def test_plover_needs_its_four_fields() -> None:
    assert PloverRecord(id="1", date=None, actor=(), event=("AID",)).recipient == ()


def test_a_line_can_be_printed_without_harm() -> None:
    text = "a\x1b[31mb\x9b31mc\u202ed\u2066e\u2028f\x7f\ufeff\0\n"
    line = codec.analysis_line(factory.analysis(factory.report(text)))
    assert all(character.isprintable() for character in line.decode())
    assert json.loads(line)["report"]["text"] == text
