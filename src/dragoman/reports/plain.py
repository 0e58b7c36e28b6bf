"""Plain text → one report a file."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reports.encodings import decode
from dragoman.reports.fields import Fields
from dragoman.reports.source import Source
from dragoman.types import Report, Skipped


def read(source: Source) -> Iterator[Report | Skipped]:
    """The file's text as one report.

    Raises:
        ReadError: the file is empty, binary, too large, or in no known encoding.
    """
    text = decode(source.everything(), source.path)
    yield from Fields({"text": text}, source, pieces=True).build()
