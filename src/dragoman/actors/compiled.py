"""The directory's lists as one file that loads in a twentieth of the time that YAML takes.

``python -m dragoman.actors.compiled`` writes ``data/actors.bin``. The file carries the digest of the lists
that it was made from: where they have changed since, they are read themselves, and nothing is ever stale.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from dragoman.actors.entries import Entry, read

NAME = "actors.bin"


class Compiled(msgspec.Struct, frozen=True):
    """All entries, and the digest of the files they came from."""

    digest: str
    entries: tuple[Entry, ...]


def data_files() -> list[Traversable]:
    """The package's own lists, in a fixed order."""
    folder = files("dragoman") / "data" / "actors"
    found = [file for file in folder.iterdir() if file.name.endswith(".yml")]
    if (folder / "people").is_dir():
        found += [file for file in (folder / "people").iterdir() if file.name.endswith(".yml")]
    return sorted(found, key=str)


def digest(lists: Sequence[Traversable]) -> str:
    """What changes when a list does."""
    whole = sha256()
    for file in lists:
        content = file.read_bytes()
        whole.update(f"{file.name} {len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()


def entries() -> tuple[Entry, ...]:
    """The package's entries, from the compiled file if it is fresh.

    Raises:
        ResourceError: a list is missing or broken.
    """
    lists = data_files()
    found = _compiled()
    return found.entries if found is not None and found.digest == digest(lists) else read(lists)


def _compiled() -> Compiled | None:
    """The compiled file; None where there is none, or one of another version."""
    path = files("dragoman") / "data" / NAME
    try:
        return msgspec.msgpack.decode(zlib.decompress(path.read_bytes()), type=Compiled)
    except (OSError, zlib.error, msgspec.MsgspecError):
        return None  # the lists are there: this only costs time, and a test says so


def main() -> None:
    """Writes the compiled file."""
    lists = data_files()
    packed = zlib.compress(msgspec.msgpack.encode(Compiled(digest=digest(lists), entries=read(lists))), 9)
    target = Path(str(files("dragoman") / "data" / NAME))
    target.write_bytes(packed)
    sys.stdout.write(f"{target}: {len(packed):,} bytes\n")


if __name__ == "__main__":
    main()
