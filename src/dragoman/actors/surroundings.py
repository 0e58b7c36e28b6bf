"""What stands around a place: the words about its name, and what the report says of where it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from dragoman.actors.gazetteer import Candidate
from dragoman.actors.nearness import CLOSE, apart, division, holds
from dragoman.types import Mention, Sentence, Span, Token

_DIRECTIONS = frozenset({"northern", "southern", "eastern", "western", "central", "north", "south", "latin"})


class Named(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A place's name: tokens ``start`` to ``stop`` of a sentence, its key, and what it may mean."""

    start: int
    stop: int
    key: str
    candidates: tuple[Candidate, ...]


@dataclass(slots=True)
class Context:
    """Where a report plays: by sentence, the countries and the places named, each with the name that said so.

    A name is no evidence for itself. Names that are no places' are "".
    """

    here: list[set[tuple[str, str]]]
    places: list[list[tuple[str, Candidate]]]
    report: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, number: int, country: str | None, name: str = "") -> None:
        """A country that ``name`` tells in sentence ``number``."""
        if country:
            self.here[number].add((country, name))
            self.report[country, name] += 1

    def place(self, number: int, candidate: Candidate, name: str) -> None:
        """A place that ``name`` means in sentence ``number``."""
        self.add(number, candidate.place.country, name)
        if candidate.place.resolution > 1:
            self.places[number].append((name, candidate))

    def near(self, country: str | None, number: int, name: str) -> bool:
        """Whether something else in the sentence tells the country."""
        return any(code == country and other != name for code, other in self.here[number])

    def told(self, country: str | None, name: str) -> int:
        """How often something else in the report tells the country."""
        return sum(count for (code, other), count in self.report.items() if code == country and other != name)

    def holds(self, number: int, candidate: Candidate, name: str) -> bool:
        """Whether the sentence names a region that it lies in, or a place close by."""
        return any(
            other != name and (holds(place, candidate) or apart(place.place, candidate.place) < CLOSE)
            for other, place in self.places[number]
            if place.place.country == candidate.place.country and place.place.resolution > 1
        )

    def divides(self, number: int, candidate: Candidate, name: str) -> bool:
        """Whether another place of the sentence is, or lies in, the region in which ``candidate`` lies."""
        return any(other != name and division(place, candidate) for other, place in self.places[number])


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A name in its sentence, with what the words before it say.

    ``led``: they show that a place follows; ``toward``: they may; ``lead``: the kind of place that they name.
    """

    number: int
    tokens: Sequence[Token]
    named: Named
    led: bool
    toward: bool
    lead: str

    @property
    def span(self) -> Span:
        """Where the name stands."""
        return Span(self.tokens[self.named.start].span.start, self.tokens[self.named.stop - 1].span.stop)


def is_person(row: Row, people: Sequence[Mention]) -> bool:
    """Whether the words are somebody's name or part of it."""
    before = row.tokens[row.named.start - 1] if row.named.start else None
    for one in people:
        part = row.span.holds(one.head) and (not one.names or row.span != one.head)
        alone = part or (before is not None and before.norm == "of" and _state(row))
        if one.head.overlaps(row.span) and not alone:
            return True
        first = not one.names and before is not None and one.head == before.span
        if first and row.named.stop - row.named.start == 1:
            return True  # a first name that is nobody's known name: its surname follows
    return _in_other_name(row)


def _state(row: Row) -> bool:
    return any(one.place.resolution == 1 for one in row.named.candidates)


def _in_other_name(row: Row) -> bool:
    """Whether a first name stands before it or a capitalised name right behind: "Paris Hilton"."""
    start, stop = row.named.start, row.named.stop
    after = row.tokens[stop] if stop < len(row.tokens) else None
    before = row.tokens[start - 1] if start and not row.led and not _adjective(row.tokens[start]) else None
    if before is not None and before.norm == "عبد":
        return True
    if start > 1 and before is not None and before.norm in _DIRECTIONS and before.text[:1].isupper():
        return True
    return any(
        one is not None and one.tag == "PROPN" and one.text[:1].isupper() and not _adjective(one)
        for one in (before, after)
    )


def _adjective(token: Token) -> bool:
    """Whether it is a Russian adjective of a region or a country: "Советск Калининградской области"."""
    return token.norm.endswith(("ской", "ская", "скую", "ский", "ского", "цкой", "цкого"))


def context_of(sentences: Sequence[Sentence], mentions: Sequence[Mention], rows: Sequence[Row]) -> Context:
    """The countries that the report's other words name."""
    context = Context([set() for _ in sentences], [[] for _ in sentences])
    starts = [sentence.span.start for sentence in sentences]
    for mention in mentions:
        if mention.country is None or any(row.span.holds(mention.span) for row in rows):
            continue
        number = sum(start <= mention.head.start for start in starts) - 1
        if number >= 0:
            context.add(number, mention.country)
    return context
