"""The lines of a page, and the words by which its furniture is known.

The words stand in ``data/languages/<iso>/furniture.yml``. Those of all languages are tried on every text, for
pages mix them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache

import msgspec

from dragoman.documents.marks import LINE
from dragoman.resources import language_file, read_yaml
from dragoman.text import fold
from dragoman.types import Span

_LANGUAGES = ("en", "ar", "ru")
_LONGEST = 300  # code points of a line that may be furniture
_NEAR = 3  # lines among which the first paragraph begins
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u0640\u064b-\u065f\u0670])+|[:#]")
_SENTENCE_END = re.compile(r"[.!?؟۔。][\"'”’»)\]]*$")

Phrase = tuple[str, ...]


class Words(msgspec.Struct, frozen=True):
    """What a language's ``furniture.yml`` holds."""

    home: tuple[str, ...]
    lines: tuple[str, ...]
    starts: tuple[str, ...]
    leads: tuple[str, ...]
    anywhere: tuple[str, ...]
    around: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    not_places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its words folded, numbers as "#"."""

    span: Span
    text: str
    words: Phrase
    first: bool
    last: bool

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as sentences end."""
        return bool(_SENTENCE_END.search(self.text))


def words_of(text: str) -> Phrase:
    """The words of ``text`` folded, a number as "#"; colons count as words."""
    return tuple("#" if word.isdigit() else word for word in map(fold, _WORD.findall(text)))


def lines(text: str) -> Iterator[Line]:
    """The lines of ``text`` that are not blank; a long one has no words, for it is never furniture."""
    found = [match for match in LINE.finditer(text) if not match[0].isspace()]
    for number, match in enumerate(found):
        words = match[0].strip()
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        folded = words_of(words) if len(words) <= _LONGEST else ()
        yield Line(Span(start, start + len(words)), words, folded, number == 0, number == len(found) - 1)


@dataclass(frozen=True, slots=True)
class Table:
    """The words of all languages, ready to be looked up."""

    home: frozenset[Phrase]
    lines: frozenset[Phrase]
    starts: frozenset[Phrase]
    leads: frozenset[Phrase]
    anywhere: frozenset[Phrase]
    blocks: frozenset[Phrase]
    ends: frozenset[Phrase]
    shares: frozenset[Phrase]
    not_places: frozenset[Phrase]
    around: tuple[tuple[Phrase, ...], ...]


@cache
def table() -> Table:
    """The words of every language together."""
    read = [read_yaml(language_file(language, "furniture.yml"), Words) for language in _LANGUAGES]

    def every(name: str) -> frozenset[Phrase]:
        return frozenset(words_of(entry) for words in read for entry in getattr(words, name))

    return Table(
        **{name: every(name) for name in Words.__struct_fields__ if name != "around"},
        around=tuple(tuple(map(words_of, entry.split("..."))) for words in read for entry in words.around),
    )


def first_lines(page: Iterable[Line], marked: Set[Span]) -> list[Line]:
    """The first lines that are not ``marked``: the headline and the first paragraph are among them."""
    return [line for line in page if line.span not in marked][:_NEAR]
