"""The forms of listed names, and the keys by which they are found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.forms import forms, hamzas, heads, key, name_key, same_hamzas
from dragoman.text import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [("al-Qaeda", "Al Qa'eda"), ("U.S.", "US"), ("Sana'a", "Sanaa"), ("مسؤول", "مسئول"), ("منظمة", "منظمه")],
)
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_arabic_keys_keep_their_spaces() -> None:
    assert name_key("مع أن") == "مع ان"
    assert name_key("معان") == "معان"


@given(st.text(max_size=30))
def test_a_key_is_its_own_key(text: str) -> None:
    assert key(fold(key(fold(text)))) == key(fold(text))


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("deputy", "deputies"),
        ("policeman", "policemen"),
        ("chief of staff", "chiefs of staff"),
        ("boss", "bosses"),
    ],
)
def test_english_plurals(text: str, made: str) -> None:
    assert dict(forms(text, "en", "agent", "name"))[made] is True
    assert dict(forms(text, "en", "agent", "name"))[text] is False


def test_arabic_demonyms() -> None:
    made = dict(forms("سوري", "ar", "country", "demonym"))
    assert {"سوري", "السورية", "سوريون", "السوريين", "سوريات", "سوريا"} <= set(made)
    assert made["السوريين"]
    assert not made["السورية"]


def test_arabic_agents_change_case_and_article() -> None:
    made = set(dict(forms("مقاتلون أكراد", "ar", "agent", "name")))
    assert {"مقاتلين أكراد", "المقاتلون الأكراد", "مقاتلي أكراد"} <= made


def test_only_longer_arabic_titles_have_a_made_feminine() -> None:
    assert "وزيرة الخارجية" in dict(forms("وزير الخارجية", "ar", "title", "name"))
    assert "محافظة" not in dict(forms("محافظ", "ar", "title", "name"))
    assert "ما" not in dict(forms("م", "ar", "title", "name"))


def test_names_do_not_change() -> None:
    assert list(forms("العراق", "ar", "country", "name")) == [("العراق", False)]
    assert list(forms("Россия", "ru", "country", "name")) == [("Россия", False)]
    assert list(forms("IS", "en", "group", "abbreviation")) == [("IS", False)]
    assert dict(forms("أبو بكر", "ar", "person", "name")).keys() == {"أبو بكر", "أبي بكر", "أبا بكر"}


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("al-Qaeda group", {"alqaeda", "al"}),
        ("U.S. Army", {"us", "u"}),
        ("Iraq", {"iraq"}),
        ("دير الزور", {"دير"}),
    ],
)
def test_a_form_may_begin_with_any_of_its_pieces(text: str, begins: set[str]) -> None:
    assert set(heads(text)) == begins


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("آمر", "أمر", False),
        ("إمام", "أمام", False),
        ("إمام", "امام", True),
        ("إمام", "الإمام", True),
        ("الآمر", "أمر", False),
        ("", "", True),
    ],
)
def test_hamzas_tell_words_apart(one: str, other: str, same: bool) -> None:
    assert same_hamzas(hamzas(one), hamzas(other)) is same


def test_a_word_that_ends_like_a_plural_is_none() -> None:
    assert set(dict(forms("مدون", "ar", "title", "name"))) == {"مدون", "المدون"}
