"""What an evaluation is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One number: ``value`` is in [0, 1], ``count`` how many cases it stands on.

    Only what is ``gated`` may not fall; the rest is shown to understand it.
    """

    language: str
    measure: str
    value: float
    count: int
    gated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a task gave: its scores, and one line for each case that went wrong."""

    scores: tuple[Score, ...]
    misses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something that can be measured.

    Args:
        name: the word to type.
        about: what is measured, in one line.
        corpus: where the file or folder with the cases is.
        measure: what makes a result of it.
        grows: whether the cases are part of this project and change with it; the cases of others do not.
    """

    name: str
    about: str
    corpus: Callable[[], Path]
    measure: Callable[[Path], Result]
    grows: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A task that was run, or could not be run because its corpus is not there.

    ``sha256`` is the corpus's, so that a floor is only held against the cases it was measured on.
    """

    task: Task
    corpus: Path
    sha256: str | None
    result: Result | None

    @property
    def skipped(self) -> str | None:
        """Why there is no result."""
        return None if self.result else f"skipped, {self.corpus} is not there"
