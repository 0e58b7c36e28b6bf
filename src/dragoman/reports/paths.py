"""Files, folders and globs → the files to read, each once, in a fixed order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator

from dragoman.errors import ReadError

_GLOB = frozenset("*?[")


def expand(path: str) -> Iterator[str]:
    """The files that ``path`` names: itself, all in it (hidden ones left out), or all that match it.

    Raises:
        ReadError: there is no such file.
    """
    if os.path.isdir(path):
        yield from _within(path)
    elif os.path.exists(path) or not _GLOB & set(path):
        yield path  # what cannot be opened is reported by the one who opens it
    else:
        matches = sorted(match for match in glob.glob(path, recursive=True) if os.path.isfile(match))
        if not matches:
            raise ReadError("unreadable", "no file matches", path=path)
        yield from matches


def _within(folder: str) -> Iterator[str]:
    found = False
    closed: list[str] = []
    for parent, folders, names in os.walk(folder, onerror=lambda error: closed.append(error.filename)):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(parent, name)
            if not name.startswith(".") and (os.path.isfile(path) or not os.path.exists(path)):
                found = True
                yield path
    yield from sorted(closed)  # opening them fails and says why
    if not found and not closed:
        raise ReadError("empty", "the folder holds no files", path=folder)
