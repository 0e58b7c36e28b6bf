"""CSV in UTF-8: one event a row, text quoted, nothing that a spreadsheet would take for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import IO

from dragoman.codec.flat import COLUMNS, Cell, row
from dragoman.codec.wire import PloverRecord

_BREAKS = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029]+")
_FORMULA = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠|%]")


def write_csv(records: Iterable[PloverRecord], file: IO[bytes]) -> int:
    """Writes a head and a row for each record; says how many records."""
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    try:
        # Quotes around all text: a spreadsheet that takes ; for the separator must not find one inside.
        writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
        writer.writerow(COLUMNS)
        count = 0
        for record in records:
            writer.writerow([harmless(cell) for cell in row(record)])
            count += 1
    finally:
        text.detach()
    return count


def harmless(cell: Cell) -> Cell:
    """The cell on one line; text that a spreadsheet would calculate gets an apostrophe before it."""
    if not isinstance(cell, str):
        return cell
    line = _BREAKS.sub(" ", cell)
    return f"'{line}" if _FORMULA.match(line) else line
