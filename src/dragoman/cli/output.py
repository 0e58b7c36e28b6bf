"""What every verb writes: lines to standard output, what was skipped to standard error."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import typer

from dragoman.types import Skipped

SKIPPED = 3
"""Exit code when something was skipped or kept uncoded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A command: its function, first help text and an example."""

    function: Callable[..., None]
    help: str
    example: str

    @property
    def epilog(self) -> str:
        """The example as it stands below the help."""
        return f"Example:  {self.example}"


@dataclass(slots=True)
class Tally:
    """Counts what was left out, and says so at the end."""

    counts: Counter[str] = field(default_factory=Counter)
    done: int = 0

    def skip(self, record: Skipped) -> None:
        """Name one record that was left out."""
        from dragoman.dossiers import clean

        self.counts[record.reason] += 1
        where = f"{record.path}:{record.line}" if record.line else record.path
        sys.stderr.write(f"{record.reason}: {clean(where)}: {clean(record.message)}\n")

    def close(self, unit: str) -> None:
        """Write the summary; leaves with exit code 3 if anything was left out."""
        reasons = ", ".join(f"{reason} {count}" for reason, count in sorted(self.counts.items()))
        sys.stderr.write(f"{self.done} {unit}" + (f"; {reasons}" if reasons else "") + "\n")
        sys.stderr.flush()
        if self.counts:
            raise typer.Exit(SKIPPED)


def write_lines(lines: Iterable[bytes]) -> None:
    """One line each to standard output."""
    out = sys.stdout.buffer
    for line in lines:
        out.write(line.rstrip(b"\n") + b"\n")
    out.flush()


def write_text(text: str) -> None:
    """Text to standard output as UTF-8."""
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
