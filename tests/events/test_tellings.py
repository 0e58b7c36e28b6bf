"""What the network that ships finds told in plain sentences."""

from __future__ import annotations

import pytest

from dragoman import pipeline
from dragoman.events import tellings
from dragoman.types import Analysis, Report, Span


def told(text: str) -> list[tuple[str, list[str], list[str]]]:
    teller = tellings.load("en")
    assert teller is not None
    return [
        (one.type, [span.text(text) for span in one.actors], [span.text(text) for span in one.recipients])
        for one in teller.tell(text)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("Norway recalled its ambassador from Ecuador.", "SANCTION", "Norway", "Ecuador"),
        ("Rebels shelled an army base near the town on Friday.", "ASSAULT", "Rebels", "army"),
        ("Portugal called on Angola to free the fishermen.", "REQUEST", "Portugal", "Angola"),
    ],
)
def test_plain_sentences(text: str, kind: str, actor: str, recipient: str) -> None:
    (found,) = [one for one in told(text) if one[0] == kind]
    assert actor in " ".join(found[1])
    assert recipient in " ".join(found[2])


def test_a_sentence_without_an_event_tells_nothing() -> None:
    assert told("Bolivia is three times as large as Paraguay.") == []


def test_texts_of_any_length_and_none() -> None:
    teller = tellings.load("en")
    assert teller is not None
    assert teller.tell("") == []
    assert isinstance(teller.tell("Norway " + "and so on " * 400, [Span(0, 6)], [Span(0, 6)]), list)


def test_arabic_has_none() -> None:
    assert tellings.load("ar") is None


def test_the_reader_codes_reports_with_known_sides() -> None:
    report = Report(id="r", text="Norway recalled its ambassador from Ecuador on Friday.", language="en")
    (found,) = pipeline.spread([report], threshold=0.3, coder="reader")
    assert isinstance(found, Analysis)
    (event,) = found.events
    assert (event.type, event.coder.partition("@")[0]) == ("SANCTION", "reader")
    assert [side.country for side in (*event.actors, *event.recipients)] == ["NOR", "ECU"]


def test_where_there_is_no_reader_the_rules_code() -> None:
    report = Report(id="r", text="التقى وزير خارجية مصر نظيره العراقي في القاهرة.", language="ar")
    (frames,), (reader,) = (
        list(pipeline.spread([report], threshold=0.3, coder=coder)) for coder in ("frames", "reader")
    )
    assert isinstance(frames, Analysis)
    assert isinstance(reader, Analysis)
    assert [event.type for event in frames.events] == [event.type for event in reader.events] == ["CONSULT"]


def test_a_meeting_of_one_group_is_told_and_of_one_person_is_none() -> None:
    texts = ("OPEC ministers ended a meeting in Vienna.", "The OPEC minister ended a meeting in Vienna.")
    reports = [Report(id=text, text=text, language="en") for text in texts]
    several, one = pipeline.spread(reports, threshold=0.3, coder="reader")
    assert isinstance(several, Analysis)
    assert isinstance(one, Analysis)
    assert [event.type for event in several.events] == ["CONSULT"]
    assert one.events == ()


def sides(text: str) -> list[tuple[str, list[str], list[str]]]:
    (found,) = pipeline.analyse([Report(id="r", text=text, language="en")], pipeline.tools(0.3, "reader"))
    assert isinstance(found, Analysis)
    return [
        (one.type, [side.name for side in one.actors], [side.name for side in one.recipients])
        for one in found.events
    ]


def test_policemen_may_be_arrested_by_the_police() -> None:
    assert ("COERCE", ["Police"], ["two customs officers"]) in sides(
        "Police in Lisbon arrested two customs officers on Saturday."
    )


def test_a_common_noun_that_the_network_takes_for_somebody_has_the_sectors_of_its_kind() -> None:
    report = Report(id="r", text="The company accused Kenya of breaking the agreement.", language="en")
    (found,) = pipeline.analyse([report], pipeline.tools(0.3, "reader"))
    assert isinstance(found, Analysis)
    (event,) = found.events
    assert [side.sectors for side in event.actors] == [("BUS",)]
