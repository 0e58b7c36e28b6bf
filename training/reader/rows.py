"""The corpus → rows for the reader: a sentence, whom to look at, and what one does to the other."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations, product

from training.markup import Entry, MarkedEvent

from dragoman import ontology
from dragoman.events.fitting import rehearsal
from dragoman.events.reader import NONE
from dragoman.types import Span

LABELS = (*ontology.load().types, NONE)
"""What a row may say: PLOVER's types in the order of ``plover.yml``, and that nothing is told."""

MARKS = ("future", "historical", "hypothetical", "negation")
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
"""Types whose sides may be told the other way round: the reverse of such a row is no counter-example."""

BOTH_WAYS = frozenset({"CONSULT", "COOPERATE"})
MOST_NEGATIVES = 3  # of one sentence, so that long ones do not drown the rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """``kinds`` are the types told of these two, often one; ``marks`` None where unmarked."""

    text: str
    actor: Span | None
    recipient: Span | None
    kinds: tuple[str, ...]
    marks: tuple[str, ...] | None = None


def corpus_rows(entries: Iterable[Entry], seed: int = 0) -> list[Row]:
    """Rows of marked sentences: what is told, and as many that look alike and tell nothing."""
    chance = random.Random(seed)
    found: list[Row] = []
    for entry in entries:
        told = _told(entry)
        found += told
        untold = list(_untold(entry, told))
        found += chance.sample(untold, min(MOST_NEGATIVES, len(untold)))
    return found


def _told(entry: Entry) -> list[Row]:
    marked = "auxiliary" in entry.layers
    sides: dict[tuple[Span | None, Span | None], list[MarkedEvent]] = {}
    for event in entry.events:
        for pair in _sides(entry, event):
            sides.setdefault(pair, []).append(event)
    return [
        Row(
            text=entry.text,
            actor=actor,
            recipient=recipient,
            kinds=tuple(dict.fromkeys(event.type for event in events)),
            marks=tuple(sorted({mark for event in events for mark in event.auxiliary})) if marked else None,
        )
        for (actor, recipient), events in sides.items()
    ]


def _sides(entry: Entry, event: MarkedEvent) -> Iterator[tuple[Span | None, Span | None]]:
    actors = [_nearest(entry, event, letter) for letter in event.actors]
    recipients = [_nearest(entry, event, letter) for letter in event.recipients]
    if actors and recipients:
        yield from product(actors[:2], recipients[:2])
    elif len(actors) > 1 and event.type in MUTUAL | {"ASSAULT"}:
        yield from permutations(actors[:2], 2)
    elif actors:
        yield actors[0], None
    elif recipients:
        yield None, recipients[0]
    if event.type in BOTH_WAYS and actors and recipients and "visit" not in event.modes:
        yield recipients[0], actors[0]


def _nearest(entry: Entry, event: MarkedEvent, letter: str) -> Span:
    at = event.trigger[0].start if event.trigger else 0
    spans = [mention.span for mention in entry.mentions if mention.letter == letter]
    return min(spans, key=lambda span: (abs(span.start - at), span))


def _untold(entry: Entry, told: list[Row]) -> Iterator[Row]:
    """Pairs and single mentions of which the sentence tells nothing, or only the reverse."""
    known = {(row.actor, row.recipient): row for row in told}
    tied = {frozenset(pair) for pair in _tied(entry)}
    for row in told:
        reverse = (row.recipient, row.actor)
        if row.actor and row.recipient and reverse not in known and not MUTUAL & set(row.kinds):
            yield Row(text=entry.text, actor=row.recipient, recipient=row.actor, kinds=(NONE,))
    if "mentions" not in entry.layers:
        return
    for first, second in permutations(entry.mentions, 2):
        if (first.letter or first) != (second.letter or second) and frozenset(
            (first.letter or first.span, second.letter or second.span)
        ) not in tied:
            yield Row(text=entry.text, actor=first.span, recipient=second.span, kinds=(NONE,))
    busy = {letter for event in entry.events for letter in (*event.actors, *event.recipients)}
    for mention in entry.mentions:
        if mention.letter not in busy and mention.kind != "pronoun":
            yield Row(text=entry.text, actor=mention.span, recipient=None, kinds=(NONE,))


def _tied(entry: Entry) -> Iterator[tuple[str, ...]]:
    for event in entry.events:
        sides = (*event.actors, *event.recipients)
        yield from permutations(sides, 2)


def codebook_rows() -> list[Row]:
    """The examples of the English codebook, where both sides stand in the text once."""
    return [
        Row(text=one.text, actor=one.actor, recipient=one.recipient, kinds=(one.label,))
        for one in rehearsal("en")
    ]
