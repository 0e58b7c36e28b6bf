"""Whom a sentence goes on to speak of, and what the form of a verb tells of its subject."""

from __future__ import annotations

import pytest

from dragoman import pipeline
from dragoman.documents import topics, verbs
from dragoman.types import Clauses, Document, Report


def document(text: str, language: str = "ar") -> Document:
    return pipeline.tools(0.45, "frames").annotator.document(Report(id="r", text=text, language=language))


def topic_of_last(text: str) -> list[str]:
    found = document(text)
    topic = topics.before_each(found)[-1]
    return [] if topic is None else [found.mentions[at].span.text(text) for at in topic.mentions]


def test_the_subject_of_the_sentence_before_is_the_topic() -> None:
    assert topic_of_last("وصل الوزير التركي إلى بغداد. ودعا إلى الحوار.") == ["الوزير التركي"]


def test_a_sentence_without_a_subject_keeps_the_topic() -> None:
    text = "وصل الوزير التركي إلى بغداد. وقال إن الزيارة مهمة. ودعا إلى الحوار."
    assert topic_of_last(text) == ["الوزير التركي"]


def test_another_subject_that_is_nobody_ends_the_topic() -> None:
    assert topic_of_last("وصل الوزير التركي إلى بغداد. وبدأ المطر مساء. ودعا إلى الحوار.") == []


def test_verbs_that_need_a_subject_have_no_topic() -> None:
    found = document("The Turkish minister arrived in Baghdad. He called for talks.", "en")
    assert topics.before_each(found) == (None, None)


def last_verb(clauses: Clauses) -> int:
    return [part.head for part in clauses.chunks if part.kind == "VP"][-1]


@pytest.mark.parametrize(
    ("text", "feminine"),
    [("قالت الوزيرة ذلك.", True), ("قال الوزير ذلك.", False), ("تقول الوزيرة ذلك.", True)],
)
def test_verbs_tell_the_gender_of_their_subject(text: str, feminine: bool) -> None:
    (clauses,) = document(text).clauses
    assert verbs.feminine(clauses, last_verb(clauses)) is feminine


@pytest.mark.parametrize(
    ("text", "many", "fits"),
    [
        ("وصل الوزير التركي إلى بغداد. ودعا إلى الحوار.", False, True),
        ("وصل الوزير التركي إلى بغداد. ودعت إلى الحوار.", False, False),
        ("وصل الوزير التركي إلى بغداد. ودعوا إلى الحوار.", False, False),
        ("وصل الوزراء إلى بغداد. ودعوا إلى الحوار.", True, True),
    ],
)
def test_a_topic_must_agree_with_the_verb(text: str, many: bool, fits: bool) -> None:
    found = document(text)
    topic = topics.before_each(found)[-1]
    assert topic is not None
    clauses = found.clauses[-1]
    assert topics.agrees(topic, clauses, last_verb(clauses), many=many) is fits
