"""CSV with a header → one report a row; the columns are the fields of JSON lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import chain, islice

from dragoman.errors import ReadError
from dragoman.reports.encodings import table
from dragoman.reports.fields import Fields, skipped
from dragoman.reports.source import Source
from dragoman.types import Report, Skipped

_TOO_LONG, _NUL, _NOT_TEXT = "\0too-long\0", "\0nul\0", "\0not-text\0"
_BROKEN = {
    _TOO_LONG: ("too-long-line", "holds a line beyond the limit"),
    _NUL: ("nul", "holds a NUL character"),
    _NOT_TEXT: ("encoding", "holds bytes of no known encoding"),
}
_DELIMITERS = ",;\t|"
_JUDGED = 50  # lines by which the encoding is judged
_SAMPLE = 1 << 20


def _lines(source: Source) -> Iterator[str]:
    """The lines as text; one that cannot be had is a mark, so that its row is known to be broken."""
    lines = source.lines()
    head = list(islice(lines, _JUDGED))
    encoding = table(b"".join(line for line in head if line)[:_SAMPLE].rpartition(b"\n")[0]) or "utf-8"
    for line in chain(head, lines):
        try:
            yield _TOO_LONG if line is None else _NUL if b"\0" in line else line.decode(encoding)
        except UnicodeDecodeError:
            yield _NOT_TEXT


def read(source: Source) -> Iterator[Report | Skipped]:
    """The reports in order; a row that gives none comes out as Skipped and the rest goes on.

    Raises:
        ReadError: the file is empty, or its header names no column ``text``.
    """
    lines = _lines(source)
    first = next(lines, "")
    if not first.strip():
        raise ReadError("empty", "the file holds nothing", path=source.path)
    delimiter = max(_DELIMITERS, key=first.count)
    header = _header(first, delimiter, source.path)
    csv.field_size_limit(max(csv.field_size_limit(), source.limits.line))
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        start = rows.line_num + 2
        try:
            row = next(rows, None)
            if row is None:
                return
            if row:
                yield from Fields(_record(row, header, source.path, start), source, start).build()
        except csv.Error as error:
            yield Skipped(reason="bad-csv", message=str(error), path=source.path, line=start)
        except ReadError as error:
            yield skipped(error)


def _refuse_broken(words: str, path: str, number: int) -> None:
    for mark, (reason, message) in _BROKEN.items():
        if mark in words:
            raise ReadError(reason, message, path=path, line=number)


def _header(line: str, delimiter: str, path: str) -> list[str]:
    _refuse_broken(line, path, 1)
    try:
        names = [name.strip().lower() for name in next(csv.reader([line], delimiter=delimiter, strict=True))]
    except csv.Error as error:
        raise ReadError("bad-csv", f"the header does not parse: {error}", path=path, line=1) from error
    if "text" not in names:
        raise ReadError("no-text", "the header names no column 'text'", path=path, line=1)
    return names


def _record(row: list[str], header: list[str], path: str, number: int) -> dict[str, object]:
    _refuse_broken("".join(row), path, number)
    if len(row) != len(header):
        message = f"{len(row)} cells under {len(header)} column names"
        raise ReadError("bad-csv", message, path=path, line=number)
    return {name: cell or None for name, cell in zip(header, row, strict=True)}
