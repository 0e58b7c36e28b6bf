"""The verb that teaches the reader: train."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from dragoman import codec
from dragoman.cli.output import Tally, Verb, note, progress, write_text
from dragoman.cli.rows import Offset, replies, side
from dragoman.errors import ReadError, SettingsError
from dragoman.types import Span

if TYPE_CHECKING:
    from dragoman.events.fitting import Example, Fitted
    from dragoman.events.reader import Reader

FEWEST = 5
Label = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,39}$")]


class Taught(msgspec.Struct, frozen=True):
    """One line of ``--examples``; spans are in code points."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=10_000)]
    event: Label
    actor: tuple[Offset, Offset] | None = None
    recipient: tuple[Offset, Offset] | None = None
    mode: Label | None = None


def train(
    examples: Annotated[Path, typer.Option("--examples", help="JSON lines, - for standard input.")],
    language: Annotated[str, typer.Option(help="ISO 639-1 code of the examples' language.")] = "en",
    out: Annotated[Path | None, typer.Option(help="Where to write; else as the setting reader says.")] = None,
) -> None:
    """Teach the reader types, modes or examples of your own.

    A line is {"text", "event", "actor": [start, stop], "recipient": [start, stop], "mode"}, in code points; a
    side that is not known and the mode are left out. An event that PLOVER does not have becomes a type of its
    own. What is learned is written as small files, dragoman-reader.yml and its like; in the folder where they
    lie `dragoman classify` uses them. It takes seconds to minutes, and no network.
    """
    from dragoman import settings
    from dragoman.events import fitting, reader

    model = reader.load(language)
    if model is None:
        raise SettingsError(f"there is no reader for {language!r} to be taught; there is one for en")
    tally = Tally()
    taught = list(replies(str(examples), _example, tally))
    if len(taught) < FEWEST:
        raise SettingsError(f"{len(taught)} usable examples; give at least {FEWEST}, better 50")
    with progress("sentences read") as advance:
        fitted = fitting.fit(model, taught, advance)
    target = out or Path(settings.load().reader)
    try:
        fitting.write(fitted, model, target)
    except OSError as error:
        raise SettingsError(f"{target} cannot be written: {error.strerror or error}") from error
    write_text(_told(fitted, model, len(taught)))
    note(f"written to {target}")
    tally.done = len(taught)
    tally.close("example")


def _example(line: bytes) -> Example:
    from dragoman.events.fitting import Example

    row = codec.decode(line, Taught)
    actor, recipient = (_side(pair, row.text) for pair in (row.actor, row.recipient))
    if not (actor or recipient):
        raise ReadError("bad-span", "neither actor nor recipient is given")
    return Example(
        text=row.text,
        actor=actor,
        recipient=recipient,
        label=f"{row.event}.{row.mode}" if row.mode else row.event,
    )


def _side(pair: tuple[int, int] | None, text: str) -> Span | None:
    return None if pair is None else side(pair, text)


def _told(fitted: Fitted, model: Reader, count: int) -> str:
    new = fitted.labels[len(model.card.labels) :]
    return (
        f"{count} examples, new labels: {', '.join(new) or 'none'}\n"
        f"right on examples it had not seen (five-fold): {fitted.after:.2f}; before: {fitted.before:.2f}\n"
    )


VERBS = (
    Verb(
        function=train,
        examples=(
            "dragoman train --examples maritime.jsonl",
            "dragoman train --examples maritime.jsonl --out readers/maritime.yml",
        ),
    ),
)
"""In the order of the help."""
