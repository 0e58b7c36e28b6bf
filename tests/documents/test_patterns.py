from __future__ import annotations

import pytest

from dragoman.documents.lexing import Value
from dragoman.documents.patterns import Found, Rules, build
from dragoman.errors import ResourceError


def number(body: str, suffix: str) -> tuple[str, Value, bool] | None:
    return ("number", int(body), suffix == "th") if body.isdecimal() else None


def find(rules: Rules, text: str) -> list[tuple[str, str]]:
    lexer, patterns = build(rules, number, ["number"])
    found: list[Found] = list(patterns.find(lexer.read(text)))
    return [(one.read, text[one.lexemes[0].start : one.lexemes[-1].stop]) for one in found]


def test_the_first_pattern_that_fits_wins() -> None:
    rules = Rules(
        words={"unit": {"m": ["metres"]}, "more": {"": ["more than"]}},
        patterns=[{"long": "more number unit"}, {"short": "number unit"}, {"bare": "number"}],
    )
    assert find(rules, "more than 5 metres, 6 metres and 7") == [
        ("long", "more than 5 metres"),
        ("short", "6 metres"),
        ("bare", "7"),
    ]


def test_optional_groups_and_what_stands_around() -> None:
    rules = Rules(
        words={"in": {"": ["in"]}, "a": {"": ["a"]}},
        define={"few": "( a in? )?"},
        patterns=[{"hit": "(?<= in ) few number (?! a )"}],
    )
    assert find(rules, "in a 5") == [("hit", "a 5")]
    assert find(rules, "in 5") == [("hit", "5")]
    assert find(rules, "in a 5 a") == []
    assert find(rules, "at 5") == []


def test_capitals_endings_and_clitics() -> None:
    rules = Rules(
        words={"month": {5: ["May"]}, "day": {"": ["اليوم", "يوم"]}, "and": {"": ["و"]}},
        cased=frozenset({"month"}),
        endings={"ed": "past"},
        clitics={"و": "and", "ل": "past"},
        patterns=[{"month": "month"}, {"past": "past"}, {"day": "and? day"}],
    )
    with pytest.raises(ResourceError, match="past"):
        build(
            Rules(words={}, patterns=[{"x": "past"}]),
            number,
            [],
        )
    assert find(rules, "may May walked وَيوم لليوم") == [
        ("month", "May"),
        ("past", "walked"),
        ("day", "وَيوم"),
        ("day", "لليوم"),
    ]


@pytest.mark.parametrize("text", ["F16", "T-90", "x_5", "Su-35"])
def test_digits_of_a_name_are_no_number(text: str) -> None:
    assert find(Rules(words={}, patterns=[{"n": "number"}]), text) == []


@pytest.mark.parametrize(("text", "expected"), [("5th", "5th"), ("5 th", "5"), ("(5)", "5"), ("-5", "5")])
def test_digits_and_their_letters(text: str, expected: str) -> None:
    assert find(Rules(words={}, patterns=[{"n": "number"}]), text) == [("n", expected)]


@pytest.mark.parametrize(
    ("words", "pattern", "message"),
    [
        ({"a": {"": ["x"]}, "b": {"": ["X"]}}, "a", "both"),
        ({"a": {"": ["x"]}}, "a c", "c"),
        ({"a": {"": ["x"]}}, "a+", "repeats"),
        ({"a": {"": ["x"]}}, "a [", "meaning"),
    ],
)
def test_a_broken_grammar_says_what_is_wrong(
    words: dict[str, dict[str | int | float, list[str]]], pattern: str, message: str
) -> None:
    with pytest.raises(ResourceError, match=message):
        build(Rules(words=words, patterns=[{"x": pattern}]), number, ["number"])
