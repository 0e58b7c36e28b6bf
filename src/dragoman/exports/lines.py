"""PLOVER's JSON lines: one event a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from dragoman import codec
from dragoman.codec.wire import PloverRecord


def write_plover(records: Iterable[PloverRecord], file: IO[bytes]) -> int:
    """Writes a line for each record; says how many."""
    count = 0
    for record in records:
        file.write(codec.encode(record) + b"\n")
        count += 1
    return count
