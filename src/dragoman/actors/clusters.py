"""Names in many reports and languages → which of them mean one person.

A surname alone belongs to the full name in its own report; full names meet where the matcher takes them for
one person's. Listed actors are one by their id, whatever the spelling.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.actors import names
from dragoman.actors.inflection import stems

SAME = 0.6  # the least score of two full names without their case endings
ALONE = 0.75  # and of two single words: a surname and the last word of a full name


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person's name as it stands in a report."""

    text: str
    language: str
    report: str


class Groups:
    """Numbers that are joined step by step; each group is known by its smallest number."""

    def __init__(self, count: int) -> None:
        self._first = list(range(count))

    def of(self, number: int) -> int:
        """The group of ``number``."""
        while self._first[number] != number:
            number = self._first[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Makes one group of two."""
        first, second = sorted((self.of(one), self.of(other)))
        self._first[second] = first


def cluster(mentions: Sequence[Named]) -> list[int]:
    """The group of each mention, in order; the same number means the same person."""
    groups = Groups(len(mentions))
    bare = [stems(one.text, one.language) for one in mentions]
    first: dict[str, int] = {}
    full: list[int] = []
    single: list[int] = []
    for number, text in enumerate(bare):
        if len(text.split()) > 1:
            if text in first:
                groups.join(first[text], number)
            else:
                first[text] = number
                full.append(number)
        else:
            single.append(number)
    _join_full(full, bare, groups)
    _join_single(mentions, single, bare, groups)
    return [groups.of(number) for number in range(len(mentions))]


def _join_full(full: Sequence[int], bare: Sequence[str], groups: Groups) -> None:
    for at, one in enumerate(full):
        for other in full[:at]:
            if groups.of(one) != groups.of(other) and score(bare[one], bare[other]) >= SAME:
                groups.join(one, other)


def _join_single(
    mentions: Sequence[Named], single: Sequence[int], bare: Sequence[str], groups: Groups
) -> None:
    """Single words with the full name of their report, else with the only such one, else with each other."""
    everywhere = [number for number in range(len(mentions)) if len(bare[number].split()) > 1]
    here: dict[str, list[int]] = {}
    for number in everywhere:
        here.setdefault(mentions[number].report, []).append(number)
    left: list[int] = []
    for number in single:
        near = _bearer(bare[number], here.get(mentions[number].report, []), bare, groups)
        found = near if near is not None else _bearer(bare[number], everywhere, bare, groups)
        if found is None:
            left.append(number)
        else:
            groups.join(found, number)
    for at, one in enumerate(left):
        for other in left[:at]:
            if groups.of(one) != groups.of(other) and score(bare[one], bare[other]) >= ALONE:
                groups.join(one, other)


def _bearer(text: str, full: Sequence[int], bare: Sequence[str], groups: Groups) -> int | None:
    """A mention of the one person among ``full`` with this last word, else with this word anywhere."""
    for last in (True, False):
        found: dict[int, int] = {}
        for number in full:
            parts = bare[number].split()
            if any(score(text, part) >= ALONE for part in (parts[-1:] if last else parts)):
                found.setdefault(groups.of(number), number)
        if len(found) == 1:
            return next(iter(found.values()))
        if found:
            return None
    return None


@lru_cache(maxsize=1_000_000)
def score(one: str, other: str) -> float:
    """How alike two names without case endings are."""
    return 1.0 if one == other else names.score(one, other)
