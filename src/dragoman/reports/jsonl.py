"""JSON lines → one report a line.

Lines end at ``\\n`` alone: U+2028 and its like are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from dragoman.errors import ReadError
from dragoman.reports.encodings import decode, table
from dragoman.reports.fields import Fields, skipped
from dragoman.reports.source import Source
from dragoman.types import Report, Skipped

_ESCAPE = re.compile(rb"\\[a-z]")
_BLANK = b" \t\r\n"
_HALF = re.compile(rb"\\u[dD][89a-fA-F]")


def read(source: Source) -> Iterator[Report | Skipped]:
    """The reports in order; a line that gives none comes out as Skipped and the rest goes on."""
    blank = source.path != "-"  # nothing on standard input is nothing to do, an empty file is a mistake
    for number, line in enumerate(source.lines(), 1):
        blank = blank and line is not None and not line.strip(_BLANK)
        try:
            if line is None:
                message = f"longer than {source.limits.line:,} bytes"
                raise ReadError("too-long-line", message, path=source.path, line=number)
            if line.strip(_BLANK):
                yield from Fields(_record(line, source.path, number), source, number).build()
        except ReadError as error:
            yield skipped(error)
    if blank:
        yield Skipped(reason="empty", message="the file holds nothing", path=source.path)


def _record(line: bytes, path: str, number: int) -> dict[str, object]:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        line = decode(line, path, number, table(_ESCAPE.sub(b" ", line))).encode("utf-8")
    try:
        record = msgspec.json.decode(line)
    except (msgspec.MsgspecError, RecursionError) as error:
        if _HALF.search(line):
            message = "half a character (a lone surrogate), or no JSON"
            raise ReadError("surrogate", message, path=path, line=number) from error
        raise ReadError("bad-json", f"does not parse: {error}", path=path, line=number) from error
    if not isinstance(record, dict):
        raise ReadError("bad-json", "not a JSON object", path=path, line=number)
    return record
