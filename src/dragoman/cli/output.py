"""What every verb writes: lines to standard output, what was skipped to standard error."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, TypeVar

import typer

from dragoman.errors import RecordError, RunError
from dragoman.types import Skipped

StoreUrl = Annotated[
    str | None,
    typer.Option("--store", metavar="STORE", help="Path or URL of the store; dragoman.db by default."),
]
Made = TypeVar("Made")
SKIPPED = 3
"""Exit code when something was skipped or kept uncoded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A command: its function, whose docstring is the help, and examples of its use.

    ``group`` is the word before it: ``actors`` of ``actors match``.
    """

    function: Callable[..., None]
    examples: tuple[str, ...]
    group: str = ""

    @property
    def name(self) -> str:
        """The word to type."""
        return self.function.__name__.rstrip("_")

    @property
    def words(self) -> tuple[str, ...]:
        """All words to type, the group's first."""
        return (self.group, self.name) if self.group else (self.name,)

    @property
    def help(self) -> str:
        """What comes out, and what else must be known."""
        return self.function.__doc__ or ""

    @property
    def epilog(self) -> str:
        """The examples as they stand below the help, none of them broken into lines (``\\b``)."""
        return "\n".join(("\b", "Examples:", *(f"  {example}" for example in self.examples)))


@dataclass(slots=True)
class Tally:
    """Counts what was left out, and says so at the end."""

    counts: Counter[str] = field(default_factory=Counter)
    done: int = 0
    there: int = 0

    def skip(self, record: Skipped) -> None:
        """Name one record that was left out."""
        self.counts[record.reason] += 1
        where = f"{record.path}:{record.line}" if record.line else record.path
        note(f"{record.reason}: {where}: {record.message}")

    def attempt(self, make: Callable[[], Made], path: str, line: int | None = None) -> Made | None:
        """What ``make`` gives; where it fails that is counted, and None comes out.

        Raises:
            RunError: no other record would fare better.
        """
        try:
            return make()
        except RecordError as error:
            self.skip(Skipped(reason=error.reason, message=error.message, path=path, line=line))
        except RunError:
            raise
        except Exception as error:  # noqa: BLE001 - one record's fault must not lose the others; it is counted
            message = f"{type(error).__name__}: {error}"
            self.skip(Skipped(reason="internal-error", message=message, path=path, line=line))
        return None

    def summary(self, unit: str) -> str:
        """How many were dealt with and were there already, and what was left out by reason."""
        parts = [f"{self.done} {unit}{'' if self.done == 1 else 's'}"]
        if self.there:
            parts.append(f"{self.there} already there")
        parts.extend(f"{reason} {count}" for reason, count in sorted(self.counts.items()))
        return "; ".join(parts)

    def close(self, unit: str) -> None:
        """Write the summary; leaves with exit code 3 if anything was left out."""
        note(self.summary(unit))
        if self.counts:
            raise typer.Exit(SKIPPED)


def note(message: str) -> None:
    """One harmless line to standard error."""
    from dragoman.dossiers import clean

    sys.stderr.write(clean(message) + "\n")
    sys.stderr.flush()


def day(text: str) -> date:
    """A day as it is written in an option."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day: write it as 2017-07-31") from error


def write_lines(lines: Iterable[bytes]) -> int:
    """One line each to standard output; how many there were."""
    count = 0
    for line in lines:
        sys.stdout.buffer.write(line.rstrip(b"\n") + b"\n")
        count += 1
    sys.stdout.buffer.flush()
    return count


def write_text(text: str) -> None:
    """Text to standard output as UTF-8."""
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


@contextmanager
def progress(unit: str, *, lines: bool = False) -> Iterator[Callable[[int], None]]:
    """A function that is told how many more are done, and shows it while standard error is a terminal.

    Args:
        unit: what is counted.
        lines: whether lines are written meanwhile; on a terminal they show how far the work is.
    """
    if not sys.stderr.isatty() or (lines and sys.stdout.isatty()):
        yield lambda more: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    counted = TextColumn("{task.completed:,.0f} " + unit)
    with Progress(
        BarColumn(),
        counted,
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
    ) as bar:
        task = bar.add_task("", total=None)
        yield lambda more: bar.advance(task, more)
