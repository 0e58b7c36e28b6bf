from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.actors import directory, places
from dragoman.actors.resolution import resolve
from dragoman.documents.annotator import Annotator
from dragoman.quotes import attribute_quotes
from dragoman.types import Document, Quote, Report

PEOPLE = "Prime Minister Ivan Petrov and Ana Lima met Gen. Olu Ade.\n\n"
WORDS = "“ ” `` '' said Petrov that , . : he told the talks ended and adding will \n\n “No” by".split(" ")
GUESTS = "التقى وزير الخارجية الروسي سيرغي لافروف نائب الرئيس العراقي نوري المالكي.\n\n"


def read(text: str, language: str = "en") -> tuple[Document, tuple[Quote, ...]]:
    directory_ = directory.load()
    document = Annotator(directory_, places.load()).document(Report(id="x", text=text, language=language))
    return document, attribute_quotes(document, resolve(document, directory_))


def said(text: str, language: str = "en") -> list[tuple[str, str, str | None]]:
    before = PEOPLE if language == "en" else GUESTS
    document, quotes = read(before + text, language)
    whole = document.report.text
    return [
        (quote.kind, quote.content.text(whole).rstrip("."), quote.speaker.name if quote.speaker else None)
        for quote in quotes
    ]


@pytest.mark.parametrize(
    ("text", "kind", "content", "speaker"),
    [
        ("“We will not go,” said Ivan Petrov, who is ill.", "direct", "We will not go", "Ivan Petrov"),
        ("`` We do n't want war , '' Ms. Lima said .", "direct", "We do n't want war", "Ana Lima"),
        ("Petrov said: “Go home.”", "direct", "Go home", "Ivan Petrov"),
        ("Petrov called the plan “a dangerous mistake”.", "direct", "a dangerous mistake", "Ivan Petrov"),
        ("Petrov told reporters that all would go.", "indirect", "all would go", "Ivan Petrov"),
        ("The deal is unfair, Petrov told parliament.", "indirect", "The deal is unfair", "Ivan Petrov"),
        ("Petrov denied that he had met the general.", "indirect", "he had met the general", "Ivan Petrov"),
        ("According to Petrov, the plan is dead.", "indirect", "the plan is dead", "Ivan Petrov"),
        ("The ministry said in a statement that talks had ended.", "indirect", "talks had ended", "ministry"),
        ("A hospital worker said the road was closed.", "indirect", "the road was closed", "hospital worker"),
        ("The memo says the bridge is weak.", "indirect", "the bridge is weak", "memo"),
        ("A person close to the family said the road was shut.", "indirect", "the road was shut", "person"),
        ("A number of economists say prices will fall.", "indirect", "prices will fall", "economists"),
        ("Petrov was told by an aide that the road was shut.", "indirect", "the road was shut", "aide"),
        ("The town was quiet, Petrov told the crowd.", "indirect", "The town was quiet", "Ivan Petrov"),
    ],
)  # fmt: skip
def test_english_speech(text: str, kind: str, content: str, speaker: str) -> None:
    assert said(text) == [(kind, content, speaker)]


@pytest.mark.parametrize(
    ("text", "kind", "content", "speaker"),
    [
        ("قال لافروف إن المباحثات كانت مفيدة.", "indirect", "المباحثات كانت مفيدة", "Sergei Lavrov"),
        ("قال لافروف: «سنواصل التعاون مع العراق».", "direct", "سنواصل التعاون مع العراق", "Sergei Lavrov"),
        ("وأكد المالكي أن العراق يريد السلام.", "indirect", "العراق يريد السلام", "Nouri al-Maliki"),
    ],
)  # fmt: skip
def test_arabic_speech(text: str, kind: str, content: str, speaker: str) -> None:
    assert said(text, "ar") == [(kind, content, speaker)]


def test_a_quotation_over_paragraphs_has_one_speaker() -> None:
    found = said("“The first point of all is trade.\n\n“The second is gas,” Petrov said.")
    assert [speaker for _, _, speaker in found] == ["Ivan Petrov", "Ivan Petrov"]


def test_a_cue_between_commas_leaves_the_statement_whole() -> None:
    assert said("The army, Petrov said, had lost the town.") == [
        ("indirect", "The army, Petrov said, had lost the town", "Ivan Petrov")
    ]


def test_who_follows_the_verb_of_saying_may_be_the_subject_of_what_is_said() -> None:
    found = said("Iran’s foreign ministry spokesman, Karim Rad, said Tehran was ready for talks.")
    assert found == [("indirect", "Tehran was ready for talks", "Karim Rad")]


def test_what_nobody_says_is_no_quote() -> None:
    assert said("The army lost the town and the river rose.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The day said that summer was near.",
        "Her frustration suggests that the plan will fail.",
        "The resolution said the harbour would close.",
        "The Clean Rivers Act said the harbour would close.",
        "The memo hopes that the harbour will close.",
        "Sunday suggests that the rain will last.",
        "Some information reported early was wrong.",
        "Polling suggests that the rain will last.",
    ],
)
def test_things_say_nothing(text: str) -> None:
    assert [speaker for _, _, speaker in said(text) if speaker] == []


def test_who_is_told_says_nothing() -> None:
    assert said("Petrov was told that the harbour would close.") == []


def test_a_quotation_beside_a_thing_has_no_speaker() -> None:
    assert said("“The harbour will close on Friday,” the silence said.") == [
        ("direct", "The harbour will close on Friday", None)
    ]


def test_she_is_no_body_and_it_is_no_man() -> None:
    _, quotes = read("The European Union said the road was shut. She said the town was quiet.")
    assert [quote.speaker.name for quote in quotes if quote.speaker] == ["European Union", "She"]
    _, quotes = read("Ivan Petrov said the road was shut. It said the town was quiet.")
    assert quotes[-1].speaker is not None
    assert quotes[-1].speaker.name != "Ivan Petrov"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "“ ” `` '' said Petrov that , . : he told the talks ended and adding will \n\n “No” by".split(" ")
        ),
        max_size=25,
    )
)
def test_quotes_lie_within_any_text(pieces: list[str]) -> None:
    document, quotes = read(" ".join(pieces))
    for quote in quotes:
        assert 0 <= quote.content.start < quote.content.stop <= len(document.report.text)
        assert 0 <= quote.score <= 1
