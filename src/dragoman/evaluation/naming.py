"""Whether two names are one person's, over pairs of scripts, at the threshold of ``names.match``.

Full names are made of two rows of the name files each. Every one has a negative that shares its first name:
in turn with a surname drawn by chance, and with the likest of some hundred; "nearest" is the score where all
are of the second kind. Rows that are no spellings of one name (some in a hundred) count against the score.
"""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from dragoman.actors import names, sounds
from dragoman.evaluation.corpora import rows, within
from dragoman.evaluation.measures import f1, share
from dragoman.evaluation.records import Result, Score, Task

FILES = {"ar": "names_en_ar.jsonl", "ru": "names_en_ru.jsonl"}
DRAWN = 1000
NEAREST_OF = 300
SECOND = 20_000  # pairs a second of one core that make a speed of 1; more than that is not shown
SHOWN = 100  # misses of each pair of scripts that are listed
_SEED = 11


class Spelling(msgspec.Struct, frozen=True):
    """A row of a name file: one name in two scripts."""

    en: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Pairs of full names: of one person, of two by chance, of two with the likest surname."""

    same: tuple[tuple[str, str], ...]
    distant: tuple[tuple[str, str], ...]
    near: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """For each pair of ``Made`` whether the names are taken for one person's."""

    same: tuple[bool, ...]
    distant: tuple[bool, ...]
    near: tuple[bool, ...]
    seconds: float


def measure(path: Path) -> Result:
    """F1, precision and recall by pair of scripts; how many pairs a second is shown, not gated.

    Args:
        path: the file of one pair of scripts; the other lies beside it.
    """
    spelt = spellings(path.parent)
    scores: list[Score] = []
    misses: list[str] = []
    for pair, language in (("ar", "ar"), ("ru", "ru"), ("ar-ru", "ru")):
        made = full_names(spelt[pair])
        label = pair if "-" in pair else f"en-{pair}"
        if not made.same:
            continue
        found = _matched(made)
        scores += _scores(label, language, found)
        misses += list(_misses(label, made, found))[:SHOWN]
    return Result(scores=tuple(scores), misses=tuple(misses))


def spellings(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """The rows of the name files of ``folder``, and those of both without English, by pair of scripts."""
    spelt = {iso: _spellings(folder / name) for iso, name in FILES.items()}
    return {**spelt, "ar-ru": _joined(spelt["ar"], spelt["ru"])}


def _spellings(path: Path) -> list[tuple[str, str]]:
    return [(row.en, row.other) for row in rows(path, Spelling)] if path.is_file() else []


def _joined(one: Sequence[tuple[str, str]], other: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The spellings in two scripts of the names that both files have."""
    known = dict(other)
    return [(spelling, known[name]) for name, spelling in one if name in known]


def full_names(spelt: Sequence[tuple[str, str]]) -> Made:
    """The same names from the same rows, whenever it is run."""
    chance = random.Random(_SEED)
    same, distant, near = [], [], []
    for _ in range(DRAWN if len(spelt) > 2 else 0):
        given, surname, stranger = chance.sample(spelt, 3)
        name = f"{given[0]} {surname[0]}"
        same.append((name, f"{given[1]} {surname[1]}"))
        distant.append((name, f"{given[1]} {stranger[1]}"))
        likest = _nearest(surname, chance.sample(spelt, min(NEAREST_OF, len(spelt))))
        near.append((name, f"{given[1]} {likest}"))
    return Made(same=tuple(same), distant=tuple(distant), near=tuple(near))


def _nearest(name: tuple[str, str], others: Sequence[tuple[str, str]]) -> str:
    """The second spelling of the name that sounds most like this one, and is another."""
    heard = sounds.word(name[0])
    apart = [other for first, other in others if first != name[0] and other != name[1]]
    return max(apart, key=lambda other: (sounds.likeness(heard, sounds.word(other)), other))


def _matched(made: Made) -> Matched:
    """Each pair as if no name had been met before; what else is there does not burden the collector."""
    names.match("Ali", "علي")  # reads the rules and the weights
    names.forget()
    gc.collect()
    gc.freeze()
    start = time.process_time()
    same, distant, near = (
        tuple(names.match(*pair).same for pair in pairs) for pairs in (made.same, made.distant, made.near)
    )
    seconds = time.process_time() - start
    gc.unfreeze()
    return Matched(same=same, distant=distant, near=near, seconds=seconds)


def _scores(label: str, language: str, found: Matched) -> Iterator[Score]:
    mixed = (*found.distant[::2], *found.near[1::2])
    count = len(found.same) + len(mixed)
    right = sum(found.same)
    recall = share(right, len(found.same))
    precision = share(right, right + sum(mixed))
    nearest = f1(share(right, right + sum(found.near)), recall)
    rate = (len(found.same) + len(found.distant) + len(found.near)) / SECOND
    speed = min(1.0, round(rate / found.seconds, 4)) if found.seconds else 0.0
    for name, value, gated in (
        ("F1", f1(precision, recall), True),
        ("recall", recall, False),
        ("precision", precision, False),
        ("F1 nearest", nearest, False),
        ("speed", speed, False),
    ):
        yield Score(language=language, measure=f"{label} {name}", value=value, count=count, gated=gated)


def _misses(label: str, made: Made, found: Matched) -> Iterator[str]:
    for pair, taken in zip(made.same, found.same, strict=True):
        if not taken:
            yield f"{label} “{pair[0]}” and “{pair[1]}” are one person"
    for pair, taken in zip((*made.distant, *made.near), (*found.distant, *found.near), strict=True):
        if taken:
            yield f"{label} “{pair[0]}” and “{pair[1]}” are two persons"


TASK = Task(
    name="names",
    about="whether two names in two scripts are one person's",
    corpus=within(FILES["ar"]),
    measure=measure,
)
