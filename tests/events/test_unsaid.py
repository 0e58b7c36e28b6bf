"""Arabic sentences that do not say who acts, and passives that are spelled like actives."""

from __future__ import annotations

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Event, Report


def coded(text: str, kind: str) -> list[Event]:
    (analysis,) = pipeline.analyse([Report(id="r", text=text, language="ar")], pipeline.tools(0.4, "frames"))
    assert isinstance(analysis, Analysis)
    return [event for event in analysis.events if event.type == kind]


def test_a_verb_without_a_subject_goes_on_with_the_one_before() -> None:
    text = "وصل وزير الخارجية التركي إلى بغداد. ودعا إيران إلى سحب قواتها."
    actors = [one.country for event in coded("وصل وزير الخارجية التركي إلى بغداد. ودعا إلى وقف إطلاق النار.",
                                             "REQUEST") for one in event.actors]  # fmt: skip
    assert actors == ["TUR"]
    assert all(one.country != "IRQ" for event in coded(text, "REQUEST") for one in event.actors)


def test_a_verb_of_another_gender_does_not_go_on() -> None:
    assert coded("وصل وزير الخارجية التركي إلى بغداد. ودعت إلى وقف إطلاق النار.", "REQUEST") == []


def test_we_in_a_verb_within_quotation_marks_is_the_speaker() -> None:
    text = "قال وزير الخارجية التركي: «نطالب إسرائيل بوقف القصف»."
    (event,) = coded(text, "REQUEST")
    assert [one.country for one in event.actors] == ["TUR"]
    assert [one.mention.span.text(text) for one in event.actors] == ["نطالب"]
    assert [one.country for one in event.recipients] == ["ISR"]


@pytest.mark.parametrize(
    ("text", "actors", "victims"),
    [
        ("قتل أربعة جنود عراقيين في انفجار.", [], ["جنود عراقيين"]),
        ("وقال الوزير إن تسعة جنود أتراك قتلوا أمس.", [], ["جنود أتراك"]),
        ("قتلت القوات الإسرائيلية خمسة فلسطينيين.", ["القوات الإسرائيلية"], ["فلسطينيين"]),
    ],
)
def test_without_an_object_the_killed_stand_behind_the_verb(
    text: str, actors: list[str], victims: list[str]
) -> None:
    (event,) = coded(text, "ASSAULT")
    assert [one.mention.span.text(text) for one in event.actors] == actors
    assert [one.mention.span.text(text) for one in event.recipients] == victims


def test_whose_demonym_stands_behind_another_noun_has_not_done_it() -> None:
    events = coded("تسعى الولايات المتحدة إلى اجتياح العاصمة السورية.", "ASSAULT")
    assert all(one.country != "SYR" for event in events for one in event.actors)


def test_who_was_able_to_is_who_did_it() -> None:
    text = "تمكنت الشرطة العراقية، أمس، من اعتقال ناشطين معارضين."
    (event,) = coded(text, "COERCE")
    assert [one.country for one in event.actors] == ["IRQ"]
