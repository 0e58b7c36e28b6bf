from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reports.mojibake import repair

ARABIC = "قال الوزير إن بلاده ستواصل الحوار مع الجيران، وأضاف أن الوفد غادر"
RUSSIAN = "Министр сказал, что страна готова к переговорам с соседями"
ENGLISH = "The café’s owner said “no” – twice…"


def garble(text: str, table: str) -> str:
    """What a reader sees who takes UTF-8 for ``table``; bytes the table leaves free become controls."""
    return "".join(bytes([code]).decode(table, "ignore") or chr(code) for code in text.encode("utf-8"))


@pytest.mark.parametrize("table", ["cp1252", "cp1256", "cp1251", "latin-1"])
@pytest.mark.parametrize("text", [ARABIC, RUSSIAN])
def test_text_garbled_throughout_is_put_right(text: str, table: str) -> None:
    garbled = garble(text, table)
    assert garbled != text
    assert repair(garbled, pieces=False) == text


@pytest.mark.parametrize("table", ["cp1252", "cp1251", "cp1256"])
def test_pieces_are_put_right_only_when_asked(table: str) -> None:
    garbled = garble("He said “no” and didn’t go…", table)
    assert repair(garbled, pieces=True) == "He said “no” and didn’t go…"
    assert repair(garbled, pieces=False) == garbled


def test_text_garbled_twice_is_put_right() -> None:
    assert repair(garble(garble(ENGLISH, "cp1252"), "cp1252"), pieces=True) == ENGLISH


@pytest.mark.parametrize(
    "text",
    [
        ARABIC,
        RUSSIAN,
        ENGLISH,
        "vis-Ø£ -vis its neighbours in the region",  # would give an Arabic letter in English
        "Ærø og Ø»by« på Ålø",
        "«CAFÉ»",
        "«BØ»",
        "(ط؛ ق)",
        "Р° С‚",
        "Tschüß, Ångström, naïve, Ελλάδα, 東京",
        "½ £5 €6 №7",
        "",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert repair(text, pieces=True) == text
    assert repair(text, pieces=False) == text


@given(st.text(alphabet=st.sampled_from("قالوزيرنمه ،.؟ابتةىأإ\n«»“”a1"), max_size=60))
def test_arabic_is_never_touched(text: str) -> None:
    assert repair(text, pieces=True) == text


@given(st.text(alphabet=st.sampled_from("абвгдежийклмнопрстуАБВРС ,.«»—\n“”a1№°"), max_size=60))
def test_russian_keeps_its_letters(text: str) -> None:
    assert repair(text, pieces=False) == text


@given(st.text(max_size=80))
def test_any_text_is_taken(text: str) -> None:
    assert isinstance(repair(text, pieces=True), str)


def test_a_long_garbled_text_is_put_right() -> None:
    assert repair(garble(f"{ARABIC} " * 3000, "cp1252"), pieces=False) == f"{ARABIC} " * 3000
