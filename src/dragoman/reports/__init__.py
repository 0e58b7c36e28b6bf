"""Bytes → Report: plain text, HTML, JSON lines and CSV, from files, folders, globs and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from dragoman.errors import ReadError
from dragoman.reports import csv, html, jsonl, plain
from dragoman.reports.fields import skipped
from dragoman.reports.paths import expand
from dragoman.reports.source import Limits, Origins, Source
from dragoman.types import Report, Skipped

__all__ = ["KEPT", "READERS", "Limits", "Origins", "Reader", "Source", "read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A format: its name, the endings of its files, and what reads them."""

    name: str
    endings: tuple[str, ...]
    read: Callable[[Source], Iterator[Report | Skipped]]


READERS = (
    Reader(name="jsonl", endings=(".jsonl", ".ndjson", ".json"), read=jsonl.read),
    Reader(name="csv", endings=(".csv", ".tsv"), read=csv.read),
    Reader(name="html", endings=(".html", ".htm", ".xhtml"), read=html.read),
    Reader(name="plain", endings=(".txt", ".text", ""), read=plain.read),
)

KEPT = frozenset({"bad-date", "bad-language", "bad-field"})
"""Reasons that come beside a report which is kept; every other reason means that a report is missing."""


def read(
    paths: Iterable[str | os.PathLike[str]],
    limits: Limits | None = None,
    stdin: BinaryIO | None = None,
    origins: Origins | None = None,
) -> Iterator[Report | Skipped]:
    """Every report in ``paths``, in order, and a Skipped for everything that gave none.

    Args:
        paths: files, folders, globs, or ``-`` for JSON lines on standard input.
        limits: how much of a line, a text and a file is read.
        stdin: what ``-`` means; the process's own standard input by default.
        origins: is told of each report where it stands, before the report comes out.
    """
    first = Source(path="-", stream=stdin or sys.stdin.buffer, limits=limits or Limits())
    if origins is not None:
        first = replace(first, origins=origins)
    for path in paths:
        yield from _read_path(os.fspath(path), first)


def _read_path(path: str, first: Source) -> Iterator[Report | Skipped]:
    try:
        if path == "-":
            yield from jsonl.read(first)
            return
        for name in expand(path):
            yield from _read_file(name, first)
    except ReadError as error:
        yield skipped(error)


def _read_file(path: str, first: Source) -> Iterator[Report | Skipped]:
    ending = os.path.splitext(path)[1].lower()
    reader = next((reader for reader in READERS if ending in reader.endings), READERS[-1])
    try:
        stream = open(path, "rb")
    except OSError as error:
        yield Skipped(reason="unreadable", message=error.strerror or str(error), path=path)
        return
    except ValueError as error:  # a path with a NUL byte
        yield Skipped(reason="unreadable", message=str(error), path=path)
        return
    with stream:
        try:
            yield from reader.read(replace(first, path=path, stream=stream))
        except ReadError as error:
            yield skipped(error)
        except OSError as error:
            yield Skipped(reason="unreadable", message=str(error), path=path)
