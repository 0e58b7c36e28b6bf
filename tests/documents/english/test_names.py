from __future__ import annotations

import pytest

from dragoman.documents.english.names import runs, title_case
from dragoman.documents.english.tokens import tokenize
from dragoman.types import Span


def found(text: str) -> list[tuple[str, bool]]:
    tokens = tokenize(text, Span(0, len(text)))
    return [
        (text[tokens[run.start].span.start : tokens[run.stop - 1].span.stop], run.body)
        for run in runs(tokens, [False] * len(tokens))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They saw Jan van der Meer there.", [("Jan van der Meer", False)]),
        ("They saw Peter Hall there.", [("Peter Hall", False)]),
        ("It met the Zagora Institute for Peace.", [("Zagora Institute for Peace", True)]),
        ("It met on Monday in May.", []),
        ("Talks began.", []),
    ],
)
def test_capitalised_runs(text: str, expected: list[tuple[str, bool]]) -> None:
    assert found(text) == expected


def test_a_headline_in_capitals_names_nobody() -> None:
    assert title_case("Dubious Claims Spread Quickly Online".split())
    assert not title_case("The minister met Jan Krzewski yesterday".split())
    assert found("Dubious Claims Spread Quickly Online After Vote") == []
