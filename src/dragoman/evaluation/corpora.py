"""The sets of cases: where they are, and their lines as records.

Text that may be measured on but not passed on lies outside the repository, in ``../shared/data`` or in the
folder that ``DRAGOMAN_SHARED`` names. A clone without it measures what it has.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec

from dragoman import codec
from dragoman.errors import ResourceError
from dragoman.types import Report, Span

SHARED = "DRAGOMAN_SHARED"
_Row = TypeVar("_Row")


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of ``plv_dev.jsonl``; ``marked`` has the sides in ``<s>`` and ``<t>``."""

    id: str
    marked: str
    root: str
    penta: int


class Article(msgspec.Struct, frozen=True):
    """An article of ``polnear_train.jsonl``: by annotator, parts (content, cue, source) of attributions."""

    id: str
    text: str
    annotations: dict[str, list[dict[str, list[tuple[str, list[tuple[int, int]], str]]]]]


class Attribution(msgspec.Struct, frozen=True):
    """What one annotator marked: stretches of content and of source, either of which may have gaps."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]


def root() -> Path:
    """The repository that this package is a part of; where it was installed elsewhere, the current folder."""
    here = Path(__file__).parents[3]
    return here if (here / "pyproject.toml").is_file() else Path.cwd()


def shared(name: str) -> Path:
    """Where the file ``name`` of the shared data would be."""
    folder = os.environ.get(SHARED)
    return (Path(folder) if folder else root().parent / "shared") / "data" / name


def within(name: str) -> Callable[[], Path]:
    """What finds the file ``name`` of the shared data when it is asked."""
    return partial(shared, name)


def digest(path: Path) -> str:
    """SHA-256 of a file, or of all files in a folder in order of their paths."""
    seal = sha256()
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            seal.update(file.read_bytes())
    return seal.hexdigest()


def rows(path: Path, kind: type[_Row]) -> Iterator[_Row]:
    """The lines of a file as records.

    Raises:
        ResourceError: a line is no such record.
    """
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield msgspec.json.decode(line, type=kind)
            except msgspec.DecodeError as error:
                raise ResourceError(f"{path}:{number}: {error}") from error


def attributions(article: Article) -> list[Attribution]:
    """The attributions of the article's first annotator that have a content."""
    parts = article.annotations[min(article.annotations)] if article.annotations else []
    found = [Attribution(content=_spans(part, "content"), source=_spans(part, "source")) for part in parts]
    return [attribution for attribution in found if attribution.content]


def _spans(part: dict[str, list[tuple[str, list[tuple[int, int]], str]]], name: str) -> tuple[Span, ...]:
    return tuple(Span(start, stop) for _, pairs, _ in part.get(name, ()) for start, stop in pairs)


def news(path: Path, language: str, count: int) -> list[Report]:
    """The first ``count`` reports in ``language``, read as ``dragoman analyse`` reads them.

    Raises:
        ResourceError: there is no such file.
    """
    from dragoman import reports

    if not path.is_file():
        raise ResourceError(f"{path}: no such file")
    found = (one for one in reports.read([path]) if isinstance(one, Report) and one.language == language)
    return list(islice(found, count))


def content_id(text: str) -> str:
    """An id for a text that has none."""
    return codec.stable_id(text)
