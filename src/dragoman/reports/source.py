"""What every reader works on: an open file, its name, and how much of it may be read."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from dragoman.errors import ReadError

CHUNK = 1 << 20

Origins = dict[str, tuple[str, int | None]]
"""Where the report with an id stands: the file, and the line from 1 if it has several reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is read: ``line`` and ``file`` in bytes, ``text`` in code points.

    Args:
        line: a longer line of a JSON lines or CSV file is skipped without being held in memory.
        text: a longer report is skipped.
        file: a longer plain text or HTML file is skipped.
    """

    line: int = 10_000_000
    text: int = 1_000_000
    file: int = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An open file, ``path`` as the user knows it.

    ``seen`` are the ids read so far, in other files too, and ``origins`` where they stand.
    """

    path: str
    stream: BinaryIO
    limits: Limits = field(default_factory=Limits)
    seen: dict[str, bytes] = field(default_factory=dict)
    origins: Origins = field(default_factory=dict)

    def chunks(self) -> Iterator[bytes]:
        """The bytes piece by piece; UTF-16 marked as such comes out as UTF-8, a UTF-8 mark is left out."""
        chunk = self.stream.read(CHUNK)
        if chunk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            decoder = codecs.getincrementaldecoder("utf-16")("replace")
            while chunk:
                yield decoder.decode(chunk).encode("utf-8", "replace")
                chunk = self.stream.read(CHUNK)
            return
        chunk = chunk.removeprefix(codecs.BOM_UTF8)
        while chunk:
            yield chunk
            chunk = self.stream.read(CHUNK)

    def lines(self) -> Iterator[bytes | None]:
        """The lines, ended by ``\\n`` alone, with it; None stands for a line longer than ``limits.line``."""
        pending = b""
        skipping = False
        for chunk in self.chunks():
            first, *rest = chunk.split(b"\n")
            if not rest:
                skipping = skipping or len(pending) + len(first) > self.limits.line
                pending = b"" if skipping else pending + first
                continue
            whole = pending + first + b"\n"
            yield None if skipping or len(whole) > self.limits.line + 1 else whole
            skipping = False
            for line in rest[:-1]:
                yield None if len(line) > self.limits.line else line + b"\n"
            pending = rest[-1]
        if skipping or len(pending) > self.limits.line:
            yield None
        elif pending:
            yield pending

    def everything(self) -> bytes:
        """The whole file.

        Raises:
            ReadError: it is empty, or longer than ``limits.file``.
        """
        data = self.stream.read(self.limits.file + 1)
        if len(data) > self.limits.file:
            raise ReadError("too-large", f"longer than {self.limits.file:,} bytes", path=self.path)
        if not data.strip(b" \t\r\n\xef\xbb\xbf"):
            raise ReadError("empty", "the file holds nothing", path=self.path)
        return data
