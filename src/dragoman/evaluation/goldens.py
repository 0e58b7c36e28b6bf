"""How many of the cases in ``tests/golden/dates`` and ``tests/golden/figures`` come out as written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import msgspec

from dragoman.documents.dates import find_dates
from dragoman.documents.figures import find_figures
from dragoman.evaluation.corpora import root
from dragoman.evaluation.measures import score
from dragoman.evaluation.records import Result, Task
from dragoman.resources import read_yaml


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text, the day from which it counts, and one line for each expression in it."""

    text: str
    expected: tuple[str, ...]
    reference: date | None = None


Reading = Callable[[Case, str], tuple[str, ...]]


def folder(name: str) -> Callable[[], Path]:
    """What finds the cases ``name`` when it is asked."""
    return partial(_folder, name)


def _folder(name: str) -> Path:
    return root() / "tests" / "golden" / name


def cases(path: Path) -> Iterator[tuple[str, Case]]:
    """Each case with its language, which the name of its file begins with."""
    for file in sorted(path.glob("*.yml")):
        for case in read_yaml(file, list[Case]):
            yield file.name.partition("-")[0], case


def measure(path: Path, read: Reading) -> Result:
    """The share of cases that come out as written, by language."""
    given = [(language, case, read(case, language)) for language, case in cases(path)]
    scores = []
    for language in sorted({one for one, _, _ in given}):
        some = [found == case.expected for one, case, found in given if one == language]
        scores.append(score(language, "cases right", some))
    misses = tuple(
        f"{language} “{case.text}” wanted {'; '.join(case.expected) or 'nothing'}; given {'; '.join(found)}"
        for language, case, found in given
        if found != case.expected
    )
    return Result(scores=tuple(scores), misses=misses)


def dates(case: Case, language: str) -> tuple[str, ...]:
    """Words → first day..last day granularity; ? where no day can be known."""
    lines = []
    for found in find_dates(case.text, language, case.reference):
        days = "?" if found.start is None else str(found.start)
        until = "" if found.end == found.start else f"..{found.end}"
        lines.append(f"{found.span.text(case.text)} → {days}{until} {found.granularity}")
    return tuple(lines)


def figures(case: Case, language: str) -> tuple[str, ...]:
    """Words → kind low..high unit (what is counted); an open side is left out."""
    lines = []
    for found in find_figures(case.text, language):
        low, high = _number(found.low), _number(found.high)
        bounds = low if low == high else f"{low}..{high}"
        about = f" ({found.about.text(case.text)})" if found.about else ""
        lines.append(f"{found.span.text(case.text)} → {found.kind} {bounds} {found.unit}{about}")
    return tuple(lines)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"


DATES = Task(
    name="dates",
    about="expressions of time, and the days they mean",
    corpus=folder("dates"),
    measure=partial(measure, read=dates),
    grows=True,
)
FIGURES = Task(
    name="figures",
    about="numbers with their bounds and units",
    corpus=folder("figures"),
    measure=partial(measure, read=figures),
    grows=True,
)
