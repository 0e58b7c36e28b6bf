"""The network's vote on what the rules draft."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from dragoman import pipeline
from dragoman.events import votes
from dragoman.events.coder import drafted
from dragoman.events.drafts import Draft
from dragoman.events.votes import Voter
from dragoman.types import Analysis, Document, Event, Report

PLAIN = "Norway recalled its ambassador from Ecuador on Friday."


def analysed(text: str, coder: str, threshold: float = 0.5, language: str = "en") -> Analysis:
    report = Report(id="r", text=text, language=language)
    (found,) = pipeline.spread([report], threshold=threshold, coder=coder)
    assert isinstance(found, Analysis)
    return found


def first_draft(text: str) -> tuple[Draft, Document, Voter]:
    one = analysed(text, "frames")
    voter = votes.load("en")
    assert voter is not None
    draft = next(
        draft for _, _, drafts in drafted(one.document, one.participants, one.quotes) for draft in drafts
    )
    return draft, one.document, voter


def told(events: tuple[Event, ...]) -> list[tuple[str, list[str | None], list[str | None]]]:
    return [
        (one.type, [side.country for side in one.actors], [side.country for side in one.recipients])
        for one in events
    ]


def test_a_draft_whose_sides_stand_the_wrong_way_round_is_less_likely() -> None:
    draft, document, voter = first_draft(PLAIN)
    swapped = replace(draft, actors=draft.recipients, recipients=draft.actors)
    right, wrong = (voter.of_rules(one, document) for one in (draft, swapped))
    assert 0.0 < wrong < 0.5 < right < 1.0


def test_what_the_rules_hold_unlikely_stays_so() -> None:
    draft, document, voter = first_draft(PLAIN)
    rule = msgspec.structs.replace(draft.match.trigger.rule, score=0.3)
    weak = replace(draft, match=replace(draft.match, trigger=replace(draft.match.trigger, rule=rule)))
    assert voter.of_rules(weak, document) <= 0.3 < voter.of_rules(draft, document)


def test_people_of_no_country_are_no_doubt_where_the_network_plainly_sees_the_deed() -> None:
    text = "Greek police detained 20 migrants near the border."
    assert not told(analysed(text, "frames").events)
    assert told(analysed(text, "voted").events) == [("COERCE", ["GRC"], [None])]


def test_a_draft_of_another_type_is_less_likely() -> None:
    draft, document, voter = first_draft(PLAIN)
    assert voter.of_rules(replace(draft, type="AID"), document) < voter.of_rules(draft, document)


def test_every_event_says_whether_the_rules_or_the_network_found_it() -> None:
    text = "Zagreb spoke up in Brussels for Sarajevo. Norway recalled its ambassador from Ecuador."
    assert {one.coder for one in analysed(text, "voted", 0.2).events} == {"voted@1"}
    assert "reader@1" in {one.coder for one in analysed(text, "both", 0.2).events}


@pytest.mark.parametrize("coder", ["voted", "both"])
def test_plain_news_is_coded_once(coder: str) -> None:
    found = analysed(PLAIN, coder)
    assert told(found.events) == [("SANCTION", ["NOR"], ["ECU"])]


def test_both_finds_what_only_the_network_reads() -> None:
    text = "Zagreb spoke up in Brussels for Sarajevo, and Rabat turned its back on Madrid."
    kinds = {coder: {one.type for one in analysed(text, coder, 0.2).events} for coder in ("voted", "both")}
    assert kinds["voted"] < kinds["both"]


def test_where_there_is_no_network_the_rules_code() -> None:
    assert votes.load("ar") is None
    text = "التقى وزير خارجية مصر نظيره العراقي في القاهرة."
    assert told(analysed(text, "voted", language="ar").events) == told(
        analysed(text, "frames", language="ar").events
    )


@pytest.mark.parametrize("coder", ["voted", "both"])
@pytest.mark.parametrize(
    "text", ["", " ", "“", "Chad " * 300 + "attacked Mali.", "Mali\u200b attacked\u202e Chad"]
)
def test_any_text(coder: str, text: str) -> None:
    assert all(0.0 <= one.score <= 1.0 for one in analysed(text, coder, 0.0).events)


def test_land_that_is_taken_may_be_read_as_an_assault() -> None:
    draft, document, voter = first_draft("Rebels seized the town of Ramadi after a day of fighting.")
    assert (draft.type, draft.mode) == ("COERCE", "seize")
    assert voter.of_rules(replace(draft, mode=None), document) < voter.of_rules(draft, document)
