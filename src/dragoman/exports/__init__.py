"""Store → files that other programs read: PLOVER's JSON lines, Parquet, CSV.

What is exported is the published set: without negated and hypothetical events, unless everything is asked
for. The same store gives the same bytes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from dragoman import codec, ontology
from dragoman.codec.wire import PloverRecord
from dragoman.errors import SettingsError
from dragoman.exports.lines import write_plover
from dragoman.exports.parquet import write_parquet
from dragoman.exports.table import write_csv
from dragoman.store import Store

Writer = Callable[[Iterable[PloverRecord], IO[bytes]], int]

EXPORTS: tuple[tuple[str, Writer], ...] = (
    ("plover", write_plover),
    ("parquet", write_parquet),
    ("csv", write_csv),
)
"""The formats by name; a writer takes records and a file and says how many it wrote."""

__all__ = ["EXPORTS", "Writer", "export", "records"]


def export(store: Store, format: str, path: Path | str, *, everything: bool = False) -> int:
    """Writes the events of the store to ``path``, all of them or none.

    Args:
        store: where they are kept.
        format: a name in ``EXPORTS``.
        path: the file, which is replaced when it is whole.
        everything: negated and hypothetical events too.

    Returns:
        How many events were written.

    Raises:
        SettingsError: there is no such format, or the file cannot be written.
    """
    writer = dict(EXPORTS).get(format)
    if writer is None:
        raise SettingsError(f"no format {format!r}: one of {', '.join(name for name, _ in EXPORTS)}")
    target = Path(path)
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with unfinished.open("wb") as file:
            count = writer(records(store, everything=everything), file)
        unfinished.replace(target)
    except OSError as error:
        raise SettingsError(f"{target} cannot be written: {error.strerror or error}") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def records(store: Store, *, everything: bool = False) -> Iterator[PloverRecord]:
    """The events of the store in PLOVER's words, in the store's order."""
    for event, report in store.events():
        if everything or ontology.is_published(event):
            yield codec.event_record(event, report)
