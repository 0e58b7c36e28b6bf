"""Scores against their floors: nothing that is measured may fall unnoticed.

``floors.json`` holds a floor for each task, language and gated measure, with the number of cases, the
SHA-256 of the corpus it was measured on, and the languages that have no gold. A floor is raised with
``--raise``; it is only ever lowered with ``--lower``, and the commit that does so says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Literal

import msgspec

from dragoman.errors import ResourceError
from dragoman.evaluation.records import Run, Score

EPSILON = 0.005
"""How far a score may lie below its floor.

Everything here is deterministic, so this is no allowance for chance. It is what one sentence of the rarest
type (14 of 1,033) moves the macro F1 by: a rule that mends ten sentences may lose one elsewhere.
"""

Verdict = Literal["fell", "gone", "other corpus", "held", "rose", "new"]
FAILURES: frozenset[Verdict] = frozenset({"fell", "gone", "other corpus"})


class Floor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a score may not fall below, and on how many cases it was measured."""

    language: str
    measure: str
    floor: float
    count: int


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The floors of a task; ``unmeasured`` are the languages without gold."""

    corpus: str
    sha256: str
    floors: tuple[Floor, ...]
    unmeasured: tuple[str, ...] = ()


class Finding(msgspec.Struct, frozen=True):
    """How one score stands to its floor."""

    task: str
    language: str
    measure: str
    verdict: Verdict
    value: float | None = None
    floor: float | None = None

    @property
    def fails(self) -> bool:
        """Whether the gate stays shut."""
        return self.verdict in FAILURES


def path() -> Path:
    """The file of floors in the package."""
    return Path(str(files("dragoman"))) / "evaluation" / "floors.json"


def read(file: Path) -> dict[str, Floors]:
    """The floors by task; none where the file is not there.

    Raises:
        ResourceError: the file is broken.
    """
    if not file.is_file():
        return {}
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, Floors])
    except msgspec.DecodeError as error:
        raise ResourceError(f"{file}: {error}") from error


def write(file: Path, floors: dict[str, Floors]) -> None:
    """The floors as a file that a person can read."""
    file.write_bytes(
        msgspec.json.format(msgspec.json.encode(floors, order="deterministic"), indent=2) + b"\n"
    )


def compare(run: Run, floors: Floors | None) -> list[Finding]:
    """How each gated score of a run stands to its floor, and which floors have no score any more."""
    if run.result is None:
        return []
    task = run.task
    if floors is not None and not task.grows and floors.sha256 != run.sha256:
        return [Finding(task=task.name, language="", measure=floors.corpus, verdict="other corpus")]
    held = {(one.language, one.measure): one.floor for one in floors.floors} if floors else {}
    gated = [score for score in run.result.scores if score.gated]
    found = [_finding(task.name, score, held.pop((score.language, score.measure), None)) for score in gated]
    gone = [
        Finding(task=task.name, language=language, measure=measure, verdict="gone", floor=floor)
        for (language, measure), floor in held.items()
    ]
    return [*found, *gone]


def _finding(task: str, score: Score, floor: float | None) -> Finding:
    verdict: Verdict = "held"
    if floor is None:
        verdict = "new"
    elif score.value < floor - EPSILON:
        verdict = "fell"
    elif score.value > floor:
        verdict = "rose"
    return Finding(
        task=task,
        language=score.language,
        measure=score.measure,
        verdict=verdict,
        value=score.value,
        floor=floor,
    )


def moved(run: Run, floors: Floors | None, languages: Sequence[str], *, lower: bool) -> Floors | None:
    """The floors of a task after a run: never lower than before unless ``lower``; None where nothing ran."""
    if run.result is None or run.sha256 is None:
        return floors
    same = floors is not None and (run.task.grows or floors.sha256 == run.sha256)
    if floors is not None and not same and not lower:
        return floors
    held = {(one.language, one.measure): one.floor for one in floors.floors} if floors and not lower else {}
    gated = [score for score in run.result.scores if score.gated]
    made = [
        Floor(
            language=score.language,
            measure=score.measure,
            floor=max(score.value, held.get((score.language, score.measure), 0.0)),
            count=score.count,
        )
        for score in gated
    ]
    measured = {score.language for score in gated}
    return Floors(
        corpus=run.corpus.name,
        sha256=run.sha256,
        floors=tuple(made),
        unmeasured=tuple(language for language in languages if language not in measured),
    )
