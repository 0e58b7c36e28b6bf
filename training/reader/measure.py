"""How well whole sentences of the corpus are coded: events with type and sides, and sentences without any.

Usage: python -m training.reader.measure [split] [coder]    (test and frames unless told)

An event counts as found where its type is right and the words of an actor and of a recipient overlap those
that are marked; a side that is not marked must not be given.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from training.markup import CORPUS, LAYERS, Entry, MarkedEvent, read_corpus

from dragoman import pipeline
from dragoman.types import Analysis, Event, Participant, Report, Span

THRESHOLD = 0.5


def measure(entries: Sequence[Entry], coder: str) -> dict[str, float]:
    """Precision, recall and F1 of events, and the share of sentences without an event that got one."""
    reports = [Report(id=entry.id, text=entry.text, language="en") for entry in entries]
    coded = pipeline.analyse(reports, pipeline.tools(THRESHOLD, coder))
    given = [one.events if isinstance(one, Analysis) else () for one in coded]
    found = sum(_found(entry, events) for entry, events in zip(entries, given, strict=True))
    told, said = sum(len(entry.events) for entry in entries), sum(map(len, given))
    empty = [events for entry, events in zip(entries, given, strict=True) if not entry.events]
    precision, recall = found / said, found / told
    return {
        "sentences": len(entries),
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall),
        "coded without an event": sum(map(bool, empty)) / len(empty),
    }


def _found(entry: Entry, events: Sequence[Event]) -> int:
    """How many of the marked events are among those given, each given one used once."""
    left = list(events)
    count = 0
    for marked in entry.events:
        match = next((event for event in left if _same(entry, marked, event)), None)
        if match is not None:
            left.remove(match)
            count += 1
    return count


def _same(entry: Entry, marked: MarkedEvent, event: Event) -> bool:
    sides = (marked.actors, event.actors), (marked.recipients, event.recipients)
    return marked.type == event.type and all(_side(entry, *pair) for pair in sides)


def _side(entry: Entry, letters: Sequence[str], given: Sequence[Participant]) -> bool:
    if not letters or not given:
        return not letters and not given
    spans: list[Span] = [one.span for one in entry.mentions if one.letter in letters]
    return any(span.overlaps(side.mention.span) for span in spans for side in given)


def main() -> None:
    """Command line."""
    split, coder = [*sys.argv[1:], *("test", "frames")[len(sys.argv) - 1 :]]
    marked = [one for one in read_corpus(CORPUS) if one.layers == LAYERS]
    for name, value in measure([one for one in marked if one.split == split], coder).items():
        sys.stdout.write(f"{name:<24}{value:8.3f}\n")


if __name__ == "__main__":
    main()
