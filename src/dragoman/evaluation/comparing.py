"""A reader that a user has taught beside the one that ships, type by type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import eq
from pathlib import Path

import msgspec

from dragoman.errors import ResourceError
from dragoman.evaluation import reading
from dragoman.evaluation.measures import f1_by_label, share
from dragoman.events import fitting, reader

EXAMPLES, KEPT = "examples", "kept"
SETS = {
    EXAMPLES: "your examples, each read by heads that were not fitted to it",
    KEPT: "sentences of the corpus that were kept apart",
}
_Answered = tuple[list[str], list[str]]  # what should have been said, and what was


class Line(msgspec.Struct, frozen=True):
    """One measure of one set, in [0, 1], by the reader that ships and by the user's."""

    set: str
    measure: str
    shipped: float
    own: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """``misses`` are examples that the user's reader gets wrong, and sentences it gets wrong alone."""

    lines: tuple[Line, ...]
    misses: tuple[str, ...]


def compare(path: Path) -> Comparison:
    """Both readers on the examples that the user's learned from, left out in turn, and on the dev split.

    Args:
        path: the card that ``dragoman train`` wrote.

    Raises:
        ResourceError: the files are not there, do not belong together, or to this version.
    """
    own = reader.taught(path)
    shipped = reader.load(own.card.language)
    if shipped is None:
        raise ResourceError(f"{path}: no reader ships for {own.card.language!r}")
    held = fitting.held(path)
    read = reading.featured(shipped, reading.corpus())
    before, after = reading.answers(shipped, read), reading.answers(own, read)
    wanted, known, learned = (_types(held, name) for name in ("label", "shipped", "own"))
    examples = _lines(EXAMPLES, (wanted, known), (wanted, learned))
    kept = _lines(KEPT, _answered(before), _answered(after))
    missed = [f"{one.label} taken for {one.own}: {one.text}" for one in held if one.own != one.label]
    lost = [
        f"{one.gold} now taken for {one.given}: {one.case}"
        for one, other in zip(after, before, strict=True)
        if one.gold != one.given and other.gold == other.given
    ]
    return Comparison(lines=(*examples, *kept), misses=(*missed, *lost))


def _types(held: Sequence[fitting.Held], name: str) -> list[str]:
    """The labels without their modes."""
    return [str(getattr(one, name)).partition(".")[0] for one in held]


def _answered(said: Sequence[reading.Answer]) -> _Answered:
    return [one.gold for one in said], [one.given for one in said]


def _lines(name: str, shipped: _Answered, own: _Answered) -> Iterator[Line]:
    count = len(shipped[0])
    right = [share(sum(map(eq, *pair)), count) for pair in (shipped, own)]
    yield Line(set=name, measure="type right", shipped=right[0], own=right[1], count=count)
    before, after = f1_by_label(*shipped), f1_by_label(*own)
    for label in sorted({*before, *after}):
        yield Line(
            set=name,
            measure=f"F1 {label}",
            shipped=before.get(label, 0.0),
            own=after.get(label, 0.0),
            count=shipped[0].count(label),
        )
