"""Text with marks, and where its tokens stand in the text without them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.events.network import Mark, put
from dragoman.types import Span


def marks(actor: Span | None, recipient: Span | None) -> list[Mark]:
    return [(actor, "<a>", "</a>"), (recipient, "<r>", "</r>")]


def test_words_that_look_like_marks_are_words_of_the_text() -> None:
    assert put("<a> x </r>", marks(Span(4, 5), None)).text == "--- <a>x</a> ----"


def test_marks_stand_around_the_sides_in_either_order() -> None:
    assert put("x y z", marks(Span(4, 5), Span(0, 1))).text == "<r>x</r> y <a>z</a>"
    assert put("x y", marks(None, Span(2, 3))).text == "x <r>y</r>"
    assert put("x y", marks(Span(0, 3), Span(2, 3))).text == "<a>x <r>y</r></a>"


@given(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_every_code_point_knows_where_it_stood(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    span = Span(start, min(len(text), start + length))
    found = put(text, [(span, "\ue000", "\ue001")])
    kept = [(letter, at) for letter, at in zip(found.text, found.origin, strict=False)]
    plain = [(letter, at) for letter, at in kept if letter not in "\ue000\ue001"]
    clean = text.replace("\ue000", "-").replace("\ue001", "-")
    assert plain == [(letter, at) for at, letter in enumerate(clean)]
    assert found.origin[-1] == len(text)
