"""Verbs that answer line by line, and the small records of ``classify`` and ``dates``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec

from dragoman import codec
from dragoman.cli.output import Tally, progress, write_lines
from dragoman.errors import ReadError, SettingsError
from dragoman.types import Span

_Reply = TypeVar("_Reply")
Offset = Annotated[int, msgspec.Meta(ge=0, le=10_000_000)]


class Sentence(msgspec.Struct, frozen=True):
    """A sentence and its two sides, in code points."""

    text: str
    actor: tuple[Offset, Offset]
    recipient: tuple[Offset, Offset]
    id: str | int | None = None
    language: str = "en"


class Classified(msgspec.Struct, frozen=True):
    """What ``classify`` says of a sentence."""

    id: str | int | None
    event: str
    mode: str | None
    scores: dict[str, float]


class Text(msgspec.Struct, frozen=True):
    """A text and the day from which "yesterday" counts."""

    text: str
    id: str | int | None = None
    language: str = "en"
    reference: date | None = None


class Found(msgspec.Struct, frozen=True):
    """One expression of time."""

    span: tuple[int, int]
    start: date | None
    end: date | None
    granularity: str


class Dated(msgspec.Struct, frozen=True):
    """What ``dates`` says of a text."""

    id: str | int | None
    dates: tuple[Found, ...]


def answer(file: str, reply: Callable[[bytes], bytes], unit: str) -> None:
    """One answer for each line; a line that cannot be answered is counted, and the others go on.

    Args:
        file: a file of lines, or ``-`` for standard input.
        reply: the answer to a line.
        unit: what the answers are counted as.

    Raises:
        SettingsError: the file cannot be read.
    """
    tally = Tally()
    with progress(f"{unit}s", lines=True) as advance:
        for answered in replies(file, reply, tally):
            tally.done += write_lines([answered])
            advance(1)
    tally.close(unit)


def replies(file: str, reply: Callable[[bytes], _Reply], tally: Tally) -> Iterator[_Reply]:
    """What ``reply`` makes of each line; a line of which it makes nothing is counted in ``tally``.

    Raises:
        SettingsError: the file cannot be read.
    """
    for number, line in _numbered(file):
        answered = tally.attempt(partial(_reply, reply, line), file, number)
        if answered is not None:
            yield answered


def _reply(reply: Callable[[bytes], _Reply], line: bytes | None) -> _Reply:
    if line is None:
        from dragoman.reports import Limits

        raise ReadError("too-long-line", f"longer than {Limits().line:,} bytes")
    return reply(line)


def _numbered(file: str) -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not blank, from 1; None stands for one that is too long to be held in memory."""
    from dragoman.reports import Source

    with ExitStack() as stack:
        try:
            stream = sys.stdin.buffer if file == "-" else stack.enter_context(Path(file).open("rb"))
            for number, line in enumerate(Source(path=file, stream=stream).lines(), 1):
                if line is None or line.strip():
                    yield number, line
        except (OSError, ValueError) as error:
            raise SettingsError(
                f"{file} cannot be read: {getattr(error, 'strerror', None) or error}"
            ) from error


def classified(line: bytes) -> bytes:
    """The answer to one line of ``classify``.

    Raises:
        ReadError: the line does not say what is asked for.
    """
    from dragoman.actors import directory
    from dragoman.documents.annotator import SERVED
    from dragoman.events import reader
    from dragoman.events.classify import classify

    row = codec.decode(line, Sentence)
    if row.language not in SERVED:
        raise ReadError("language-not-served", f"language {row.language!r} is not one of {', '.join(SERVED)}")
    sides = [side(pair, row.text) for pair in (row.actor, row.recipient)]
    model = reader.chosen(row.language)
    result = classify(row.text, row.language, (sides[0], sides[1]), directory.load(), model)
    return codec.encode(Classified(id=row.id, event=result.event, mode=result.mode, scores=result.scores))


def side(pair: tuple[int, int], text: str) -> Span:
    """The span that a line gives.

    Raises:
        ReadError: it lies outside the text.
    """
    start, stop = pair
    if not start < stop <= len(text):
        raise ReadError("bad-span", f"[{start}, {stop}] is no stretch of a text of {len(text)} code points")
    return Span(start, stop)


def dated(line: bytes) -> bytes:
    """The answer to one line of ``dates``.

    Raises:
        ReadError: the line does not say what is asked for.
    """
    from dragoman.documents.dates import LANGUAGES, find_dates

    row = codec.decode(line, Text)
    if row.language not in LANGUAGES:
        raise ReadError(
            "language-not-served", f"language {row.language!r} is not one of {', '.join(LANGUAGES)}"
        )
    found = tuple(
        Found(span=(one.span.start, one.span.stop), start=one.start, end=one.end, granularity=one.granularity)
        for one in find_dates(row.text, row.language, row.reference)
    )
    return codec.encode(Dated(id=row.id, dates=found))
