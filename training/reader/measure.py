"""How well whole sentences of the corpus are coded: events with type and sides, and sentences without any.

Usage: python -m training.reader.measure [split] [coder] [threshold]    (test, frames and 0.5 unless told)

An event counts as found where its type is right and some words for an actor and for a recipient overlap
those that are marked; a side that is not marked must not be given. Where two do together what needs a
recipient, the one may be the actor and the other the recipient.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import permutations

from training.markup import CORPUS, LAYERS, Entry, MarkedEvent, read_corpus

from dragoman import ontology, pipeline
from dragoman.types import Analysis, Document, Event, Participant, Report, Span

BINS = 10  # of the expected calibration error


def measure(entries: Sequence[Entry], coder: str, threshold: float) -> dict[str, float]:
    """Precision, recall and F1 of events, their calibration error, and the empty sentences that got one."""
    reports = [Report(id=entry.id, text=entry.text, language="en") for entry in entries]
    coded = pipeline.analyse(reports, pipeline.tools(threshold, coder))
    given = [one if isinstance(one, Analysis) else None for one in coded]
    judged = [judge(entry, one) for entry, one in zip(entries, given, strict=True) if one]
    verdicts = [verdict for one in judged for verdict in one]
    told, said = sum(len(entry.events) for entry in entries), len(verdicts)
    found = sum(right for _, right in verdicts)
    empty = [one.events for entry, one in zip(entries, given, strict=True) if one and not entry.events]
    precision, recall = found / said, found / told
    return {
        "sentences": len(entries),
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall),
        "coded without an event": sum(map(bool, empty)) / len(empty),
        "calibration error": _error(verdicts),
    }


def judge(entry: Entry, one: Analysis) -> list[tuple[float, bool]]:
    """The score of each event that was given, and whether it is right; each marked one is found once."""
    left = list(entry.events)
    verdicts: list[tuple[float, bool]] = []
    for event in one.events:
        match = next((marked for marked in left if same(entry, marked, event, one.document)), None)
        if match is not None:
            left.remove(match)
        verdicts.append((event.score, match is not None))
    return verdicts


def same(entry: Entry, marked: MarkedEvent, event: Event, document: Document) -> bool:
    """Whether an event has the type of a marked one, and somebody of each of its sides."""
    ways = [(marked.actors, marked.recipients)]
    if ontology.needs_recipient(marked.type) and not marked.recipients:
        ways += [((one,), (other,)) for one, other in permutations(marked.actors, 2)]
    return marked.type == event.type and any(
        _side(entry, actors, event.actors, document) and _side(entry, recipients, event.recipients, document)
        for actors, recipients in ways
    )


def _side(entry: Entry, letters: Sequence[str], given: Sequence[Participant], document: Document) -> bool:
    if not letters or not given:
        return not letters and not given
    spans = [one.span for one in entry.mentions if one.letter in letters]
    return any(span.overlaps(words) for span in spans for side in given for words in _words(side, document))


def _words(side: Participant, document: Document) -> list[Span]:
    """All words that stand for a side: a pronoun stands for whom it means."""
    chain = side.mention.entity
    return [side.mention.span, *(one.span for one in document.mentions if one.entity == chain >= 0)]


def _error(verdicts: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error: how far scores are from the share that is right, by bins of the score."""
    total = 0.0
    for at in range(BINS):
        held = [(score, right) for score, right in verdicts if min(int(score * BINS), BINS - 1) == at]
        total += abs(sum(score - right for score, right in held))
    return total / max(1, len(verdicts))


def main() -> None:
    """Command line."""
    split, coder, threshold = [*sys.argv[1:], *("test", "frames", "0.5")[len(sys.argv) - 1 :]]
    marked = [one for one in read_corpus(CORPUS) if one.layers == LAYERS]
    kept = [one for one in marked if one.split == split]
    for name, value in measure(kept, coder, float(threshold)).items():
        sys.stdout.write(f"{name:<24}{value:8.3f}\n")


if __name__ == "__main__":
    main()
