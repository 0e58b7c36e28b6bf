"""Which place a name means: how many cases of ``tests/golden/places`` come out right, wrong, or open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import msgspec

from dragoman.actors import finding
from dragoman.evaluation.goldens import folder
from dragoman.evaluation.measures import score
from dragoman.evaluation.records import Result, Score, Task
from dragoman.resources import read_yaml
from dragoman.types import Place, Report, Span


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text, words in it, and what they mean: an id of GeoNames, a hand-written place's name, or nothing."""

    text: str
    words: str
    expected: int | str | None


def cases(path: Path) -> Iterator[tuple[str, Case]]:
    """Each case with its language, which its file is named for."""
    for file in sorted(path.glob("*.yml")):
        for case in read_yaml(file, list[Case]):
            yield file.stem, case


def given(case: Case, language: str) -> int | str | None:
    """What the words were taken for, in the form of ``expected``."""
    found = finding.read(Report(id="case", text=case.text, language=language)).places
    at = case.text.index(case.words)
    words = Span(at, at + len(case.words))
    return next((_id(place) for place in found if place.span.holds(words)), None)


def _id(place: Place) -> int | str:
    return place.name if place.geonameid is None else place.geonameid


def measure(path: Path) -> Result:
    """The share of cases decided wrongly and of those left open though they mean a place, by language."""
    rows = [(language, case, given(case, language)) for language, case in cases(path)]
    scores: list[Score] = []
    for language in sorted({one for one, _, _ in rows}):
        some = [(case, found) for one, case, found in rows if language == one]
        scores.extend(_scores(language, some, ""))
        # odd cases were looked at while rules were written, even ones were not
        scores.extend(_scores(language, list(islice(some, 1, None, 2)), ", not looked at"))
    misses = tuple(
        f"{language} “{case.text}” {case.words}: "
        f"wanted {case.expected or 'nothing'}; given {found or 'nothing'}"
        for language, case, found in rows
        if found != case.expected
    )
    return Result(scores=tuple(scores), misses=misses)


def _scores(language: str, some: Sequence[tuple[Case, int | str | None]], half: str) -> Iterator[Score]:
    right = [found is None or found == case.expected for case, found in some]
    closed = [found is not None or case.expected is None for case, found in some]
    yield score(language, "not wrong" + half, right, gated=not half)
    yield score(language, "not left open" + half, closed, gated=not half)


TASK = Task(
    name="places",
    about="which place of several of one name is meant, or none",
    corpus=folder("places"),
    measure=measure,
    grows=True,
)
