"""The directory's lists, and the indexes made from them, as one file that loads in a moment.

``python -m dragoman.actors.compiled`` writes ``data/actors.bin``. The file carries the digest of all that it
was made from: where that has changed since, the lists are read themselves, and nothing is ever stale.
"""

from __future__ import annotations

import logging
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from dragoman.actors.entries import Entry, actor, read
from dragoman.actors.index import Index
from dragoman.actors.listing import build
from dragoman.actors.packing import compress, expand, pack, unpack
from dragoman.actors.people import Register, add_surnames, register
from dragoman.resources import yaml_files

log = logging.getLogger(__name__)
NAME = "actors.bin"
LANGUAGES = ("en", "ar", "ru")
_MADE_BY = (
    "actors/entries.py",
    "actors/forms.py",
    "actors/index.py",
    "actors/listing.py",
    "actors/names.py",
    "actors/packing.py",
    "actors/people.py",
    "actors/sounds.py",
    "actors/starts.py",
    "actors/telling.py",
    "data/names.yml",
    "data/languages/en/genders.yml",
    "data/languages/en/given_names.txt",
    "data/languages/ru/words.yml",
    "documents/genders.py",
    "documents/russian/tokens.py",
    "text.py",
)
"""What the indexes depend on beside the lists."""


class Compiled(msgspec.Struct, frozen=True):
    """The parts of the file, each packed, and the digest of what they came from."""

    digest: str
    entries: bytes
    register: bytes
    indexes: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Lists:
    """The package's entries; ``parts`` are the indexes made from them, None where they must be made anew."""

    entries: tuple[Entry, ...]
    parts: Compiled | None = None

    def register(self) -> Register | None:
        """The persons by the words of their names."""
        return expand(self.parts.register, Register) if self.parts else None

    def index(self, language: str) -> Index | None:
        """The index of a language, the surnames of those in office with it."""
        packed = self.parts.indexes.get(language) if self.parts else None
        return unpack(packed, language) if packed else None


def data_files() -> list[Traversable]:
    """The package's own lists, in a fixed order."""
    folder = files("dragoman") / "data" / "actors"
    return sorted((*yaml_files(folder), *yaml_files(folder / "people")), key=str)


def sources(lists: Iterable[Traversable]) -> Iterator[Traversable]:
    """All files that the compiled one depends on."""
    yield from lists
    for path in _MADE_BY:
        file = files("dragoman").joinpath(*path.split("/"))
        if file.is_file():
            yield file


def digest(given: Iterable[Traversable]) -> str:
    """What changes when a file does."""
    whole = sha256()
    for file in given:
        content = file.read_bytes()
        whole.update(f"{file.name} {len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()


def load() -> Lists:
    """The package's lists, from the compiled file if it is fresh.

    Raises:
        ResourceError: a list is missing or broken.
    """
    lists = data_files()
    path = files("dragoman") / "data" / NAME
    try:
        found = msgspec.msgpack.decode(path.read_bytes(), type=Compiled)
        if found.digest == digest(sources(lists)):
            return Lists(expand(found.entries, tuple[Entry, ...]), found)
    except (OSError, zlib.error, msgspec.MsgspecError) as error:
        log.warning("%s cannot be used (%s); the lists are read instead, which takes longer", path, error)
    return Lists(read(lists))


def entries() -> tuple[Entry, ...]:
    """The package's entries.

    Raises:
        ResourceError: a list is missing or broken.
    """
    return load().entries


def compiled(written: Sequence[Entry], of: str) -> Compiled:
    """The parts made from entries; ``of`` is the digest of where they came from."""
    people = [actor(entry) for entry in written if entry.kind == "person"]
    known = register(people)
    indexes = {}
    for language in LANGUAGES:
        index = build(written, language)
        add_surnames(index, people, known)
        indexes[language] = pack(index)
    return Compiled(digest=of, entries=compress(written), register=compress(known), indexes=indexes)


def main() -> None:
    """Writes the compiled file."""
    lists = data_files()
    packed = msgspec.msgpack.encode(compiled(read(lists), digest(sources(lists))))
    target = Path(str(files("dragoman") / "data" / NAME))
    target.write_bytes(packed)
    sys.stdout.write(f"{target}: {len(packed):,} bytes\n")


if __name__ == "__main__":
    main()
