from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text import Normalised, fold, normalise, script
from dragoman.types import Span

LETTERS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20)
NEWS = st.text(alphabet="abcÉğŁ'’-–АЙёії іأإآىئؤةءـًُِّ ٣۴9\n\u00a0\u200f", max_size=40)


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("NATO", "nato"),
        ("Erdoğan", "erdogan"),
        ("Yıldırım", "yildirim"),
        ("İstanbul", "istanbul"),
        ("Wałęsa", "walesa"),
        ("Straße", "strasse"),
        ("Al‑Ja’afari", "al-ja'afari"),
        ("O`Brien", "o'brien"),
        ("US–led", "us-led"),
        ("أحمد", "احمد"),
        ("إلى", "الي"),
        ("آمال", "امال"),
        ("مُحَمَّدٌ", "محمد"),
        ("العـــراق", "العراق"),
        ("مسؤول", "مسؤول"),
        ("رئيس", "رئيس"),
        ("حكومة", "حكومة"),
        ("کی", "كي"),
        ("ﻻ", "لا"),
        ("٢٠١٧", "2017"),
        ("۱۴", "14"),
        ("Ещё", "еще"),
        ("Лавро́в", "лавров"),
        ("Й", "й"),
        ("Київ", "київ"),
        ("co\u00adoperate", "cooperate"),
        ("\u200fقال", "قال"),
        ("हिंदी", "हिंदी"),
        ("", ""),
    ],
)
def test_fold(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_decomposed_letters_fold_like_composed_ones() -> None:
    assert fold("e\u0301lan") == fold("élan") == "elan"
    assert fold("ي\u0654") == "ئ"
    assert fold("и\u0306") == "й"
    assert fold("\u1112\u1161\u11ab") == fold("한")


@given(LETTERS)
def test_folding_twice_equals_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)


def test_folding_any_single_code_point_twice_equals_once() -> None:
    folded = {fold(chr(code)) for code in range(sys.maxunicode + 1)}
    assert [word for word in folded if fold(word) != word] == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Iraq", "latin"),
        ("É", "latin"),
        ("العراق", "arabic"),
        ("ﻻ", "arabic"),
        ("Россия", "cyrillic"),
        ("Київ", "cyrillic"),
        ("東京", "other"),
        ("Ελλάδα", "other"),
        ("2017", "other"),
        ("", "other"),
        ("T-90М", "latin"),
        ("إف-16C", "arabic"),
    ],
)
def test_script(word: str, expected: str) -> None:
    assert script(word) == expected


def test_normalise_maps_back_to_the_original() -> None:
    text = "قالَ المـــالكي\u00a0إنّ  Straße"
    normalised = normalise(text)
    assert normalised.text == "قال المالكي ان  strasse"
    start = normalised.text.index("المالكي")
    span = normalised.original(start, start + len("المالكي"))
    assert span.text(text) == "المـــالكي"
    half = normalised.text.index("se")  # in the middle of what was one ß
    assert normalised.original(half - 1, half).text(text) == "ß"
    assert normalised.original(3, 3) == Span(4, 4)


def test_normalise_keeps_line_ends_and_handles_nothing() -> None:
    assert normalise("A\tb\u2028c\nD").text == "a b c\nd"
    assert normalise("") == Normalised("", (0,))


@given(st.one_of(LETTERS, NEWS))
def test_offsets_rise_and_stay_inside(text: str) -> None:
    normalised = normalise(text)
    assert len(normalised.offsets) == len(normalised.text) + 1
    assert list(normalised.offsets) == sorted(normalised.offsets)
    assert normalised.offsets[-1] == len(text)
    whole = normalised.original(0, len(normalised.text))
    assert 0 <= whole.start <= whole.stop <= len(text)


@given(NEWS)
def test_normalising_twice_equals_once(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(NEWS)
def test_every_piece_folds_to_itself(text: str) -> None:
    normalised = normalise(text)
    for position, character in enumerate(normalised.text):
        span = normalised.original(position, position + 1)
        assert character in normalise(span.text(text)).text


def test_a_long_hostile_word_is_folded() -> None:
    assert fold("ا" + "\u064b" * 300_000) == "ا"
    assert len(normalise("e" + "\u0301" * 300_000).text) == 1
