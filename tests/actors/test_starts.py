"""What words begin, and how rows of tokens go on."""

from __future__ import annotations

import pytest

from dragoman.actors import directory, places
from dragoman.actors.starts import Rows, Start, Starts
from dragoman.documents.annotator import language
from dragoman.types import Span, Token


def tokens(text: str, iso: str) -> tuple[Token, ...]:
    return language(iso).tokenize(text, Span(0, len(text)))


def longest(rows: Rows, row: tuple[Token, ...], head: str) -> list[tuple[int, str]]:
    run = rows.run(head)
    assert run is not None
    going = [goes for _, _, goes in rows.going(row, [(0, Start(run))]) if goes is not None]
    return [found for goes in going for found in rows.longer(row, 0, goes)]


def test_a_word_is_asked_for_once() -> None:
    asked: list[str] = []

    def ask(token: Token) -> str | None:
        asked.append(token.text)
        return token.text if token.text == "The" else None

    starts = Starts(ask, cased=True)
    row = tokens("The men and the men.", "en")
    assert list(starts.of(row)) == [(0, "The")]
    assert list(starts.of(row)) == [(0, "The")]
    assert asked == ["The", "men", "and", "the", "."]


def test_without_capitals_the_form_for_look_up_counts() -> None:
    starts = Starts(lambda token: token.norm, cased=False)
    assert [norm for _, norm in starts.of(tokens("أحمد احمد", "ar"))] == ["احمد", "احمد"]


def test_rows_go_on_while_some_key_does() -> None:
    rows = Rows(["unitednations", "unitednationssecretariat", "unity"])
    row = tokens("United Nations building", "en")
    assert longest(rows, row, "united") == [(2, "unitednations")]
    assert longest(rows, tokens("United we stand", "en"), "united") == []


def test_rows_go_over_hyphens() -> None:
    assert longest(Rows(["alqaeda"]), tokens("al - Qaeda", "en"), "al") == []
    assert longest(Rows(["alqaeda"]), tokens("al Qaeda", "en"), "al") == [(2, "alqaeda")]


def test_no_run_behind_a_word_that_ends_all() -> None:
    assert Rows(["iraq", "iran"]).run("iraq") is None


@pytest.mark.parametrize(
    ("text", "found"), [("سافر إلى واشنطن", True), ("تحدث عنه", False), ("سأل عنك", False)]
)
def test_a_pronoun_ends_no_name(text: str, found: bool) -> None:
    assert bool(places.load().find(tokens(text, "ar"), "ar")) is found


@pytest.mark.parametrize("text", ["The ambassador spoke.", "Ambassador Crocker spoke.", "the assadists"])
def test_no_name_within_a_word(text: str) -> None:
    hits = directory.load().find(tokens(text, "en"), "en")
    assert not any(hit.kind == "person" for hit in hits)
