"""How well the reader reads sentences of the corpus that it was not trained on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import msgspec

from dragoman.actors import directory, places
from dragoman.documents.annotator import Annotator
from dragoman.errors import ResourceError
from dragoman.evaluation.corpora import rows
from dragoman.evaluation.measures import f1_by_label, score
from dragoman.evaluation.records import Result, Score, Task
from dragoman.events import codebook as codebooks
from dragoman.events import passing, reader
from dragoman.events.network import Weights
from dragoman.events.reader import NONE, Reader, Reading
from dragoman.events.triggers import find
from dragoman.types import Report, Span

LANGUAGE = "en"
_BINS = 10
Side = tuple[int, int] | None


class Pair(msgspec.Struct, frozen=True):
    """Two sides, either of which may be unknown, and what is told of them: types, or ``NONE``."""

    actor: Side
    recipient: Side
    types: tuple[str, ...]


class Kept(msgspec.Struct, frozen=True):
    """A line of ``reader-en.dev.jsonl``; ``tells`` is whether the sentence tells an event at all."""

    text: str
    tells: bool
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a reader said of a pair; ``gold`` is what it should have said, of several the one it did."""

    case: str
    gold: str
    given: str
    share: float


def folder() -> Path:
    """Where the models of the package are."""
    return Path(str(files("dragoman"))) / "data" / "models"


def corpus() -> Path:
    """The sentences."""
    return folder() / f"reader-{LANGUAGE}.dev.jsonl"


def featured(model: Reader, path: Path) -> list[tuple[Kept, Pair, Weights]]:
    """Every pair with what the network makes of it, which heads may then be asked about."""
    return [
        (kept, pair, model.features(kept.text, _span(pair.actor), _span(pair.recipient)))
        for kept in rows(path, Kept)
        for pair in kept.pairs
    ]


def answers(model: Reader, read: Sequence[tuple[Kept, Pair, Weights]]) -> list[Answer]:
    """What the heads of ``model`` say of each pair."""
    return [_answer(kept, pair, model.reading(features)) for kept, pair, features in read]


def _answer(kept: Kept, pair: Pair, reading: Reading) -> Answer:
    shares = {**reading.types, NONE: reading.none}
    given = max(shares, key=lambda name: shares[name])
    gold = given if given in pair.types else pair.types[0]
    return Answer(case=_case(kept.text, pair), gold=gold, given=given, share=shares[given])


def _case(text: str, pair: Pair) -> str:
    """The pair in words."""
    sides = (_span(side) for side in (pair.actor, pair.recipient))
    return f"{' → '.join(side.text(text) if side else '-' for side in sides)} in {text}"


def _span(side: Side) -> Span | None:
    return Span(*side) if side else None


def measure(path: Path) -> Result:
    """How many pairs are read rightly, F1 by type, and what the test before the reader passes over."""
    model = reader.load(LANGUAGE)
    if model is None:
        raise ResourceError(f"{path}: there is no reader to be measured on it")
    said = answers(model, featured(model, path))
    gold, given = [one.gold for one in said], [one.given for one in said]
    right = score(LANGUAGE, "pairs right", [one.gold == one.given for one in said], gated=False)
    error = calibration(said)
    shown = [Score(language=LANGUAGE, measure="calibration error", value=error, count=len(said), gated=False)]
    shown += [
        Score(language=LANGUAGE, measure=f"F1 {label}", value=value, count=gold.count(label), gated=False)
        for label, value in f1_by_label(gold, given).items()
    ]
    passed = {kept: not _possible(kept) for kept in rows(path, Kept)}
    lost = [f"passed over: {kept.text}" for kept, over in passed.items() if over and kept.tells]
    wrong = [f"{one.gold} taken for {one.given}: {one.case}" for one in said if one.gold != one.given]
    return Result(scores=(right, *_passing(passed), *shown), misses=(*lost, *wrong))


def _passing(passed: dict[Kept, bool]) -> Iterator[Score]:
    """Of sentences with an event how many are read, of those without one how many are not."""
    read = [not over for kept, over in passed.items() if kept.tells]
    spared = [over for kept, over in passed.items() if not kept.tells]
    yield score(LANGUAGE, "events not passed over", read)
    yield score(LANGUAGE, "sentences passed over", spared, gated=False)


def _possible(kept: Kept) -> bool:
    report = Report(id="", text=kept.text, language=LANGUAGE)
    rules, weights = codebooks.load(LANGUAGE), passing.load(LANGUAGE)
    return any(
        passing.possible(clauses, len(find(clauses, rules)), weights)
        for clauses in _annotator().document(report).clauses
    )


def _annotator() -> Annotator:
    return Annotator(directory.load(), places.load())


def calibration(said: Sequence[Answer]) -> float:
    """The expected calibration error: how far, on the average, a probability is from the share that is right.

    Ten bins of equal width (Guo et al. 2017, On calibration of modern neural networks).
    """
    bins: list[list[Answer]] = [[] for _ in range(_BINS)]
    for one in said:
        bins[min(int(one.share * _BINS), _BINS - 1)].append(one)
    off = sum(
        abs(sum(one.share for one in held) - sum(one.gold == one.given for one in held)) for held in bins
    )
    return round(off / len(said), 4) if said else 0.0


TASK = Task(
    name="reader",
    about="the reader on sentences of the corpus that were kept apart",
    corpus=corpus,
    measure=measure,
    grows=True,
)
