"""Letters to sounds, and sounds weighed against each other."""

from __future__ import annotations

import re
from itertools import takewhile

import pytest

from dragoman.actors.sounds import UNLIKE, likeness, odds, rules, usual, word


@pytest.mark.parametrize(
    ("text", "script", "readings"),
    [
        ("Shishakli", "latin", ("SiSakli",)),
        ("Maliki", "latin", ("maliki",)),
        ("Milošević", "latin", ("miloSeviC",)),
        ("Жуков", "cyrillic", ("Zukov",)),
        ("Алиев", "cyrillic", ("alijev",)),
        ("المالكي", "arabic", ("مالكي", "المالكي")),
        ("إلياس", "arabic", ("الياس",)),
        ("تشيني", "arabic", ("چيني",)),
        ("日本", "other", ("",)),
    ],
)
def test_words_are_spoken(text: str, script: str, readings: tuple[str, ...]) -> None:
    found = word(text)
    assert (found.script, found.readings) == (script, readings)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lavrov", "لافروف"),
        ("Lavrov", "Лавров"),
        ("Лавров", "لافروف"),
        ("Gaddafi", "Kadhafi"),
        ("سرغي", "سيرغي"),
    ],
)
def test_spellings_of_one_name_are_likely(one: str, other: str) -> None:
    first, second = word(one), word(other)
    assert likeness(first, second) > 5
    assert likeness(first, second) == pytest.approx(likeness(second, first))
    assert likeness(first, second) > 0.5 * usual(first, second.script)


@pytest.mark.parametrize(
    ("one", "other"), [("Lavrov", "بوتين"), ("Kerry", "Obama"), ("حسن", "Hussein"), ("日本", "Tokyo")]
)
def test_different_names_are_unlikely(one: str, other: str) -> None:
    assert likeness(word(one), word(other)) == UNLIKE


@pytest.mark.parametrize("script", ["latin", "cyrillic", "arabic"])
def test_rules_are_of_kinds_that_the_pattern_can_hold(script: str) -> None:
    table: tuple[tuple[str, str], ...] = getattr(rules(), script)
    ways = [way for pattern, _ in table for way in pattern.split("|")]
    assert all(re.compile(way).groups == 0 for way in ways)
    alone = [pattern for pattern, _ in table if all(len(way) == 1 for way in pattern.split("|"))]
    spoken = set("".join(sounds for pattern, sounds in table if pattern not in alone))
    last = list(takewhile(alone.__contains__, (pattern for pattern, _ in reversed(table))))
    assert last
    assert spoken.isdisjoint("".join(last))  # a sound must not be looked up as if it were a letter


def test_every_pair_of_scripts_is_weighed_for_every_sound() -> None:
    sounds = rules().sounds
    tables = odds()
    assert set(tables) == {(one, other) for one in sounds for other in sounds}
    for (one, other), table in tables.items():
        assert set(table) == {"", *sounds[one]}
        assert all(set(row) | {""} == {"", *sounds[other]} for row in table.values())
