"""Names of several reports and languages put together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.clusters import Named, cluster
from dragoman.actors.inflection import stem, stems


def groups(*mentions: tuple[str, str, str]) -> list[int]:
    return cluster(
        [Named(text=text, language=language, report=report) for text, language, report in mentions]
    )


def test_one_person_in_three_languages_and_cases() -> None:
    found = groups(
        ("Тариком Незнамовым", "ru", "a"),
        ("Тарик Незнамов", "ru", "b"),
        ("Tarika Nieznamowa", "pl", "c"),
        ("Тариком Незнамовим", "uk", "d"),
        ("Павел Выдуманный", "ru", "b"),
    )
    assert found[:4] == [0, 0, 0, 0]
    assert found[4] == 4


def test_a_surname_belongs_to_the_full_name_of_its_report() -> None:
    found = groups(
        ("Тарик Незнамов", "ru", "a"),
        ("Лейла Незнамова", "ru", "b"),
        ("Незнамову", "ru", "a"),
        ("Незнамовой", "ru", "b"),
        ("Незнамовы", "ru", "c"),
    )
    assert found[2] == found[0] != found[1] == found[3]
    assert found[4] not in (found[0], found[1])


def test_surnames_alone_meet() -> None:
    found = groups(("Незнамову", "ru", "a"), ("Nieznamowa", "pl", "b"), ("Выдумкину", "ru", "c"))
    assert found[0] == found[1] != found[2]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ru", "Турция Турции Турцией"),
        ("uk", "Україна України Україною"),
        ("pl", "Kowalskiego Kowalskim Kowalski"),
        ("en", "Smith"),
    ],
)
def test_cases_of_one_name(language: str, forms: str) -> None:
    assert len({stem(form, language) for form in forms.split()}) == 1


def test_abbreviations_and_other_languages_are_left_alone() -> None:
    assert stems("ООН", "ru") == "оон"
    assert stems("Maria Ie", "en") == "maria ie"


@given(st.lists(st.tuples(st.text(max_size=20), st.sampled_from(["ru", "uk", "pl", "en"])), max_size=6))
def test_a_group_for_every_mention(drawn: list[tuple[str, str]]) -> None:
    mentions = [Named(text=text, language=language, report="a") for text, language in drawn]
    found = cluster(mentions)
    assert len(found) == len(mentions)
    assert all(0 <= number < len(mentions) for number in found)
