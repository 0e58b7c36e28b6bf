"""Rows in which another state stands here and there, so that none is learned to be a villain."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from training.markup import Entry
from training.reader.rows import Row
from training.reader.told import Told

from dragoman.types import Span

SWAPPED = 0.3  # share of names of states that another stands for
SHORT_NAME = 2  # words


class Swapper:
    """Rows → rows, some of whose names of states are others.

    Args:
        entries: marked sentences, whose short names of states are taken.
        chance: what decides.
    """

    def __init__(self, entries: Sequence[Entry], chance: random.Random) -> None:
        self.names = sorted(set(_states(entries)))
        self.known = frozenset(self.names)
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
        swapped = span.text(text) in self.known and self.chance.random() < SWAPPED
        return self.chance.choice(self.names) if swapped else None


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


def _states(entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries:
        for mention in entry.mentions:
            words = mention.span.text(entry.text)
            if mention.kind == "country" and len(words.split()) <= SHORT_NAME and words[0].isupper():
                yield words
