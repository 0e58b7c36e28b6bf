from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.documents.english.tokens import tokenize
from dragoman.types import Span, Token


def tokens(text: str) -> tuple[Token, ...]:
    return tokenize(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Iraq's army", "Iraq|'s|army"),
        ("Trump ’ s aides", "Trump|’ s|aides"),
        ("they couldn't go", "they|could|n't|go"),
        ("they do n't go", "they|do|n't|go"),
        ("they don ’ t go", "they|do|n ’ t|go"),
        ("US-led talks", "US|-|led|talks"),
        ("Russian-Iraqi talks", "Russian|-|Iraqi|talks"),
        ("Nuri al-Maliki", "Nuri|al-Maliki"),
        ("the U.S. Embassy", "the|U.S.|Embassy"),
        ("the U.S . Embassy", "the|U.S .|Embassy"),
        ("Gen. Bello left.", "Gen.|Bello|left|."),
        ("Sgt . Hall left.", "Sgt .|Hall|left|."),
        ("1,200 men", "1,200|men"),
    ],
)
def test_words_and_clitics(text: str, pieces: str) -> None:
    assert [token.text for token in tokens(text)] == pieces.split("|")


@pytest.mark.parametrize(
    ("plain", "apart"), [("don't", "don ’ t"), ("Iraq's", "Iraq ’ s"), ("U.S.", "U.S . x")]
)
def test_text_that_came_tokenised_has_the_same_norms(plain: str, apart: str) -> None:
    expected = [token.norm for token in tokens(plain)]
    assert [token.norm for token in tokens(apart)][: len(expected)] == expected


def test_signs_that_cannot_be_seen_are_no_tokens() -> None:
    assert [token.text for token in tokens("peace \u200b talks")] == ["peace", "talks"]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_tokens_lie_in_order_and_hold_their_text(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert token.span.start >= end
        assert token.span.text(text) == token.text
        assert token.norm
        end = token.span.stop
