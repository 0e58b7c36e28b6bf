from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.mentioning import Case, Reader, assert_in_order_and_within, cases, seen

from dragoman.documents.arabic.mentions import find
from dragoman.documents.arabic.tokens import tokenize

ARABIC = Reader(language="ar", find=find, tokenize=tokenize)


@pytest.mark.parametrize("case", cases("ar"), ids=lambda case: case.text[:40])
def test_golden(case: Case) -> None:
    assert [seen(case.text, mention) for mention in ARABIC.read(case.text)] == list(case.mentions)


def test_there_are_golden_cases() -> None:
    assert len(cases("ar")) >= 60


def test_a_surname_alone_is_a_person_only_where_the_report_names_him() -> None:
    assert ARABIC.names("قال المهيزع إن الكلية جاهزة.") == []
    text = "حضر الدكتور سالم المهيزع. وقال المهيزع إن الكلية جاهزة."
    assert ARABIC.names(text) == ["سالم المهيزع", "المهيزع"]


def test_an_ordinary_word_is_a_surname_only_after_a_rank_or_a_verb_of_speech() -> None:
    text = "حضر الدكتور عبدالله الجمعة. وتفقد الدكتور الجمعة الكلية يوم الجمعة."
    assert ARABIC.names(text) == ["عبدالله الجمعة", "الجمعة"]


def test_the_title_is_the_office_as_written() -> None:
    text = "استقبل رئيس الوزراء اللبناني سعد الحريري الوفد."
    person = ARABIC.read(text)[0]
    assert person.title is not None
    assert person.title.text(text) == "رئيس الوزراء اللبناني"


def test_the_names_are_ids_of_the_directory() -> None:
    found = ARABIC.read("دعت إيران تنظيم داعش إلى الاستسلام.")
    assert [mention.names[:1] for mention in found][:1] == [("IRN",)]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "وزير الوزير الرئيس السيد الدكتور محمد علي بن آل أبو العراقي الروسية العراق موسكو شركة حزب « » ، "
            ". و في ل ب ه ها قال أن الأمير الملك مطار جامعة نائب رئيس العام السابق عبد الله الدين".split()
        ),
        max_size=30,
    )
)
def test_mentions_lie_in_order_and_within_any_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert_in_order_and_within(text, ARABIC.read(text))


@pytest.mark.parametrize(
    "piece", ["الرئيس ", "السيد ", "محمد ", "بن ", "العام ", "شركة ", "وزير ", "و ", "مطار "]
)
def test_long_hostile_text_is_read_to_its_end(piece: str) -> None:
    text = piece * 4_000
    assert_in_order_and_within(text, ARABIC.read_whole(text))
