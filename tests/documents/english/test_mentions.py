from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.mentioning import Case, Reader, assert_in_order_and_within, cases, seen

from dragoman.documents.english.mentions import find
from dragoman.documents.english.tokens import tokenize

ENGLISH = Reader(language="en", find=find, tokenize=tokenize)


@pytest.mark.parametrize("case", cases("en"), ids=lambda case: case.text[:40])
def test_golden(case: Case) -> None:
    assert [seen(case.text, mention) for mention in ENGLISH.read(case.text)] == list(case.mentions)


def test_there_are_golden_cases() -> None:
    assert len(cases("en")) >= 60


def test_a_capital_is_its_country() -> None:
    text = "Envoys flew to the Kenyan capital on Monday."
    assert [(one.span.text(text), one.kind) for one in ENGLISH.read(text)][1:] == [
        ("Kenyan capital", "country")
    ]


def test_at_least_is_no_part_of_a_name() -> None:
    text = "Rebels seized at least 20 soldiers."
    assert [one.span.text(text) for one in ENGLISH.read(text)] == ["Rebels", "20 soldiers"]


def test_a_surname_alone_is_a_person_only_where_the_report_names_him() -> None:
    assert ENGLISH.names("The plan angered Krzewski.") == []
    assert ENGLISH.names("Mr. Jan Krzewski spoke. The plan angered Krzewski.") == ["Jan Krzewski", "Krzewski"]


def test_the_title_is_the_office_as_written() -> None:
    text = "Lebanese Prime Minister Saad Hariri received the delegation."
    person = ENGLISH.read(text)[0]
    assert person.title is not None
    assert person.title.text(text) == "Prime Minister"


def test_an_office_behind_the_name_tells_the_country() -> None:
    text = "Maj. Gen. Olu Ade, Nigeria's army chief, left."
    person = ENGLISH.read(text)[0]
    assert (person.head.text(text), person.country) == ("Olu Ade", "NGA")


def test_a_body_word_in_lower_case_is_no_body() -> None:
    assert ENGLISH.read("The house and the chamber were empty.") == []


def test_soldiers_do_not_belong_to_where_they_stand() -> None:
    police, _, troops, _ = ENGLISH.read("Police in Kenya and troops in Mali fought.")
    assert (police.country, troops.country) == ("KEN", None)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "the President Putin of Iraq ’ s 's , . Mr Gen. John Smith army and former new his they Iran "
            "- backed led University for said House U.S . minister rebels in Moscow “ ” to vice".split()
        ),
        max_size=30,
    )
)
def test_mentions_lie_in_order_and_within_any_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert_in_order_and_within(text, ENGLISH.read(text))


@pytest.mark.parametrize(
    "piece", ["Iraq new ", "president of ", "troops new Iraqi ", "minister and ", "’ t don ", "U.S . ", "Mr "]
)
def test_long_hostile_text_is_read_to_its_end(piece: str) -> None:
    text = piece * 2_000
    assert_in_order_and_within(text, ENGLISH.read_whole(text))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Rep. Ruth Israel spoke. Israel said it was late.", ["person", "person", "pronoun"]),
        ("Grant Ukraine the money. Will Israel agree? In May Israel did.", ["country"] * 3),
        ("Ruth Jordan was in Jordan. Jordan said so.", ["person", "country", "country"]),
    ],
)
def test_a_state_is_a_surname_behind_a_first_name_and_alone_where_no_such_place_is_named(
    text: str, kinds: list[str]
) -> None:
    assert [one.kind for one in ENGLISH.read(text)] == kinds
