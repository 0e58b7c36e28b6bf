"""Who is meant: marked mentions of ``tests/golden/actors`` with actor, country and sector on a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.errors import ResourceError
from dragoman.evaluation.goldens import folder
from dragoman.evaluation.measures import score
from dragoman.evaluation.records import Result, Task
from dragoman.resources import read_yaml
from dragoman.types import Span

NONE, OPEN, PLACE = "-", "?", "place"
_MARK = re.compile(r"\[([^\[\]]+)\]")
FIELDS = ("id", "country", "sector")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text with the stretch that is asked for, the day, and what is wanted or given for it."""

    text: str
    span: Span
    on: date
    id: str
    country: str
    sector: str


def cases(path: Path) -> Iterator[tuple[str, Case]]:
    """Each case with its language, which the name of its file is.

    Raises:
        ResourceError: a line does not say what is wanted.
    """
    for file in sorted(path.glob("*.yml")):
        for line in read_yaml(file, list[str]):
            yield file.stem, _case(line, file)


def _case(line: str, file: Path) -> Case:
    cells = [cell.strip() for cell in line.split("|")]
    marked = _MARK.search(cells[0])
    if len(cells) != 5 or marked is None:
        raise ResourceError(f"{file}: no text with a [mention], day, id, country and sector: {line!r}")
    text = _MARK.sub(r"\1", cells[0])
    span = Span(marked.start(), marked.end() - 2)
    on = date.fromisoformat(cells[1])
    return Case(text=text, span=span, on=on, id=cells[2], country=cells[3], sector=cells[4])


def measure(path: Path) -> Result:
    """The share of right ids, countries and sectors, by language; what is not judged does not count."""
    pairs = [(language, case, given(case, language)) for language, case in cases(path)]
    scores = []
    for language in sorted({one for one, _, _ in pairs}):
        for field in FIELDS:
            judged = [
                getattr(case, field) == getattr(found, field)
                for one, case, found in pairs
                if one == language and getattr(case, field) != OPEN
            ]
            name = "actor" if field == "id" else field
            scores.append(score(language, f"{name} right", judged))
    misses = [_miss(*pair) for pair in pairs]
    return Result(scores=tuple(scores), misses=tuple(line for line in misses if line))


def given(case: Case, language: str) -> Case:
    """What is found for the marked words of ``case``."""
    from dragoman.actors.finding import find

    over = [one for one in find(case.text, language, case.on) if one.span.overlaps(case.span)]
    best = max(over, key=lambda one: _common(one.span, case.span), default=None)
    return Case(
        text=case.text,
        span=best.span if best else case.span,
        on=case.on,
        id=NONE if best is None else PLACE if best.kind == PLACE else best.id or NONE,
        country=(best.country if best else None) or NONE,
        sector=best.sectors[0] if best and best.sectors else NONE,
    )


def _common(one: Span, other: Span) -> tuple[int, int]:
    """How much two spans share, and how little the first has besides."""
    shared = min(one.stop, other.stop) - max(one.start, other.start)
    return shared, shared - (one.stop - one.start)


def _miss(language: str, case: Case, found: Case) -> str:
    wrong = [
        f"{field} {getattr(case, field)} not {getattr(found, field)}"
        for field in FIELDS
        if getattr(case, field) not in (OPEN, getattr(found, field))
    ]
    words = case.span.text(case.text)
    return f"{language} “{words}” of {case.on} in “{case.text}”: {'; '.join(wrong)}" if wrong else ""


TASK = Task(
    name="actors",
    about="who a marked mention is on its day, with country and sector",
    corpus=folder("actors"),
    measure=measure,
    grows=True,
)
