"""Rows in which somebody alike stands here and there, so that what happens is not learned from names."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from training.markup import Entry, Marked
from training.reader.rows import Row
from training.reader.told import Told

from dragoman.types import Span

SWAPPED = 0.2  # share of names that another stands for
LONGEST = 6  # words of a name that may stand for another
FIRST = frozenset({"the", "a", "an", "its", "his", "her", "their"})


class Likeness(NamedTuple):
    """What two names must have in common to stand for each other."""

    kind: str
    sectors: tuple[str, ...]
    capital: bool
    article: bool
    several: bool


class Swapper:
    """Rows → rows, some of whose sides are others of the same kind and sectors.

    Args:
        entries: marked sentences, whose mentions are taken.
        chance: what decides.
    """

    def __init__(self, entries: Sequence[Entry], chance: random.Random) -> None:
        self.known = dict(_named(entries))
        self.names: dict[Likeness, list[str]] = {}
        for words, likeness in sorted(self.known.items()):
            self.names.setdefault(likeness, []).append(words)
        self.chance = chance

    def pair(self, row: Row) -> Row:
        """A row of two sides."""
        words = [(side, self._other(row.text, side)) for side in (row.actor, row.recipient) if side]
        text, moved = substituted(row.text, [(span, name) for span, name in words if name])
        actor, recipient = (moved(side) if side else None for side in (row.actor, row.recipient))
        return replace(row, text=text, actor=actor, recipient=recipient)

    def told(self, row: Told) -> Told:
        """A row of a trigger."""
        words = [(span, self._other(row.text, span)) for span, _ in row.parts]
        text, moved = substituted(row.text, [(span, name) for span, name in words if name])
        parts = tuple((moved(span), role) for span, role in row.parts)
        return replace(row, text=text, trigger=moved(row.trigger), parts=parts)

    def _other(self, text: str, span: Span) -> str | None:
        likeness = self.known.get(span.text(text))
        if likeness is None or self.chance.random() >= SWAPPED:
            return None
        return self.chance.choice(self.names[likeness])


class Moved:
    """Where spans stand after words were put for others; ``cuts`` are (end of the words, added length)."""

    def __init__(self, cuts: Sequence[tuple[int, int]]) -> None:
        self._cuts = cuts

    def __call__(self, span: Span) -> Span:
        """The span in the new text; of words that were replaced, their whole."""
        return Span(self._at(span.start), self._at(span.stop))

    def _at(self, place: int) -> int:
        return place + sum(added for end, added in self._cuts if end <= place)


def substituted(text: str, words: Sequence[tuple[Span, str]]) -> tuple[str, Moved]:
    """The text with ``words`` at the places of others, none of which overlap, and where the rest went."""
    for span, name in sorted(words, reverse=True):
        text = text[: span.start] + name + text[span.stop :]
    return text, Moved([(span.stop, len(name) - (span.stop - span.start)) for span, name in words])


def _named(entries: Sequence[Entry]) -> Iterator[tuple[str, Likeness]]:
    for entry in entries:
        for mention in entry.mentions:
            words = mention.span.text(entry.text)
            if mention.kind not in ("", "pronoun") and len(words.split()) <= LONGEST:
                yield words, _likeness(mention, words)


def _likeness(mention: Marked, words: str) -> Likeness:
    return Likeness(
        kind=mention.kind,
        sectors=mention.sectors,
        capital=words[0].isupper(),
        article=words.split(maxsplit=1)[0].lower() in FIRST,
        several=words.endswith("s") and not words[0].isupper(),
    )
