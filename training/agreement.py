"""How far two annotations of the same sentences agree: Krippendorff's alpha, layer by layer.

Usage: python -m training.agreement [--first FOLDER] [--second FOLDER] [--differences]

Alpha is the nominal one of Krippendorff, Content Analysis (2018), ch. 12: 1 − observed / expected
disagreement, 1 where both always say the same, 0 where they agree as often as chance would. Spans are
compared word by word (each word is a unit: marked or not); what is said of a span is compared where both
marked one, the pairs being those that share most letters; a side of an event is compared entity by entity.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np
from training.markup import CORPUS, SECOND, Entry, MarkedEvent, Speech, read_corpus

from dragoman.types import Span

Pair = tuple[str, str]
"""What the two annotations say of one unit."""

RESAMPLES = 1000
SEED = 2018
_WORD = re.compile(r"\w+")
_Held = TypeVar("_Held")
_Spans = Sequence[Span]


class Trigger(NamedTuple):
    """The words of a trigger, and the events they tell."""

    spans: tuple[Span, ...]
    events: tuple[MarkedEvent, ...]

    def said(self, what: Callable[[MarkedEvent], Iterable[str]]) -> str:
        """``what`` of all its events as one label."""
        return " ".join(sorted({".".join(what(event)) for event in self.events}))


class Row(NamedTuple):
    """One line of the table: a layer's units, the share of them where both say the same, alpha and where
    95 of 100 resamplings of the sentences put it; alpha is None where nothing varies.
    """

    layer: str
    units: int
    agreed: float
    alpha: float | None
    low: float
    high: float


def alpha(pairs: Mapping[Pair, float]) -> float | None:
    """Krippendorff's nominal alpha of two coders, from how often each pair of values was given."""
    totals: dict[str, float] = {}
    apart = 0.0
    for (one, other), count in pairs.items():
        totals[one] = totals.get(one, 0) + count
        totals[other] = totals.get(other, 0) + count
        apart += 2 * count * (one != other)
    values = sum(totals.values())
    expected = values**2 - sum(count**2 for count in totals.values())
    return 1 - (values - 1) * apart / expected if expected else None


def matched(
    first: Sequence[_Held], second: Sequence[_Held], spans: Callable[[_Held], _Spans]
) -> Iterator[tuple[_Held, _Held]]:
    """Those of ``first`` with those of ``second`` that cover most of the same text, each used once."""
    shared = [
        (-_common(spans(one), spans(other)), left, right)
        for left, one in enumerate(first)
        for right, other in enumerate(second)
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    for length, left, right in sorted(shared):
        if length and left not in taken[0] and right not in taken[1]:
            taken[0].add(left)
            taken[1].add(right)
            yield first[left], second[right]


def _common(one: _Spans, other: _Spans) -> int:
    return sum(max(0, min(a.stop, b.stop) - max(a.start, b.start)) for a in one for b in other)


def _words(entry: Entry, spans: _Spans) -> Iterator[str]:
    """For each word of the sentence, whether it is in one of ``spans``."""
    for word in _WORD.finditer(entry.text):
        yield "in" if any(span.start < word.end() and word.start() < span.stop for span in spans) else "out"


def triggers(entry: Entry) -> list[Trigger]:
    """The triggers of a sentence, each with all it tells."""
    held: dict[tuple[Span, ...], list[MarkedEvent]] = {}
    for event in entry.events:
        held.setdefault(event.trigger, []).append(event)
    return [Trigger(spans, tuple(events)) for spans, events in held.items()]


def _entities(entry: Entry) -> list[tuple[str, list[Span]]]:
    held: dict[str, list[Span]] = {}
    for mention in entry.mentions:
        if mention.letter:
            held.setdefault(mention.letter, []).append(mention.span)
    return list(held.items())


def _spans_of(entry: Entry, layer: str) -> _Spans:
    if layer == "mentions":
        return [one.span for one in entry.mentions]
    if layer == "triggers":
        return [span for trigger in triggers(entry) for span in trigger.spans]
    if layer == "cues":
        return [one.cue for one in entry.speeches]
    if layer == "contents":
        return [span for one in entry.speeches for span in one.content]
    return [one.span for one in entry.pointed if one.kind == layer]


def _span_layer(layer: str) -> Callable[[Entry, Entry], Iterator[Pair]]:
    def pairs(first: Entry, second: Entry) -> Iterator[Pair]:
        yield from zip(
            _words(first, _spans_of(first, layer)), _words(second, _spans_of(second, layer)), strict=True
        )

    return pairs


def _mention_layer(layer: str) -> Callable[[Entry, Entry], Iterator[Pair]]:
    def pairs(first: Entry, second: Entry) -> Iterator[Pair]:
        for one, other in matched(first.mentions, second.mentions, lambda mention: (mention.span,)):
            if layer == "kind":
                yield one.kind, other.kind
            elif layer == "sector":
                yield "".join(one.sectors[:1]), "".join(other.sectors[:1])
            else:
                yield str(bool(one.letter)), str(bool(other.letter))

    return pairs


def _trigger_layer(layer: str) -> Callable[[Entry, Entry], Iterator[Pair]]:
    def pairs(first: Entry, second: Entry) -> Iterator[Pair]:
        for one, other in _trigger_pairs(first, second):
            types = one.said(lambda event: (event.type,)), other.said(lambda event: (event.type,))
            if layer == "type":
                yield types
            elif layer == "auxiliary":
                yield one.said(lambda event: event.auxiliary), other.said(lambda event: event.auxiliary)
            elif types[0] == types[1]:
                yield _with_modes(one), _with_modes(other)

    return pairs


def _with_modes(trigger: Trigger) -> str:
    return trigger.said(lambda event: (event.type, *sorted(event.modes)))


def _trigger_pairs(first: Entry, second: Entry) -> Iterator[tuple[Trigger, Trigger]]:
    return matched(triggers(first), triggers(second), lambda trigger: trigger.spans)


def _side_layer(side: Callable[[MarkedEvent], Sequence[str]]) -> Callable[[Entry, Entry], Iterator[Pair]]:
    def pairs(first: Entry, second: Entry) -> Iterator[Pair]:
        for one, other in _trigger_pairs(first, second):
            held = [
                {letter for event in trigger.events for letter in side(event)} for trigger in (one, other)
            ]
            yield from _by_entity(first, second, (held[0], held[1]))

    return pairs


def _by_entity(first: Entry, second: Entry, held: tuple[set[str], set[str]]) -> Iterator[Pair]:
    """For each entity of either annotation, whether it is one of those that are ``held``."""
    ours, theirs = _entities(first), _entities(second)
    both = list(matched(ours, theirs, lambda entity: entity[1]))
    for (one, _), (other, _) in both:
        yield str(one in held[0]), str(other in held[1])
    yield from ((str(one[0] in held[0]), "False") for one in ours if one not in [pair[0] for pair in both])
    yield from (("False", str(one[0] in held[1])) for one in theirs if one not in [pair[1] for pair in both])


def _speakers(first: Entry, second: Entry) -> Iterator[Pair]:
    def cue(speech: Speech) -> _Spans:
        return (speech.cue,)

    for one, other in matched(first.speeches, second.speeches, cue):
        yield from _by_entity(first, second, ({one.speaker}, {other.speaker}))


def _told(first: Entry, second: Entry) -> Iterator[Pair]:
    yield str(bool(first.events)), str(bool(second.events))


MEASURED: Mapping[str, Callable[[Entry, Entry], Iterator[Pair]]] = {
    "mention, by word": _span_layer("mentions"),
    "takes part or bystander": _mention_layer("part"),
    "kind of a mention": _mention_layer("kind"),
    "first sector of a mention": _mention_layer("sector"),
    "sentence tells an event": _told,
    "trigger, by word": _span_layer("triggers"),
    "type of a trigger": _trigger_layer("type"),
    "mode, where the type is one": _trigger_layer("mode"),
    "auxiliary marks": _trigger_layer("auxiliary"),
    "actor, by entity": _side_layer(lambda event: event.actors),
    "recipient, by entity": _side_layer(lambda event: event.recipients),
    "place, by word": _span_layer("place"),
    "date, by word": _span_layer("date"),
    "speech cue, by word": _span_layer("cues"),
    "speaker, by entity": _speakers,
    "speech content, by word": _span_layer("contents"),
}


def aligned(first: Iterable[Entry], second: Iterable[Entry]) -> list[tuple[Entry, Entry]]:
    """The sentences that both annotations hold, by their words."""
    other = {entry.id: entry for entry in second}
    return [(entry, other[entry.id]) for entry in first if entry.id in other]


def table(entries: Sequence[tuple[Entry, Entry]]) -> Iterator[Row]:
    """Agreement layer by layer."""
    for layer, pairs in MEASURED.items():
        by_sentence = [Counter(pairs(*both)) for both in entries]
        yield _row(layer, by_sentence)


def _row(layer: str, by_sentence: Sequence[Counter[Pair]]) -> Row:
    whole = sum(by_sentence, Counter[Pair]())
    cells = sorted(whole)
    counts = np.array([[one[cell] for cell in cells] for one in by_sentence], dtype=float)
    size = len(by_sentence)
    weights = np.random.default_rng(SEED).multinomial(size, [1 / size] * size, size=RESAMPLES)
    drawn = [alpha(dict(zip(cells, sums, strict=True))) for sums in (weights @ counts).tolist()]
    known = sorted(one for one in drawn if one is not None) or [float("nan")]
    units = whole.total()
    agreed = sum(count for (one, other), count in whole.items() if one == other) / units if units else 0.0
    low, high = known[int(len(known) * 0.025)], known[int(len(known) * 0.975)]
    return Row(layer, units, agreed, alpha(whole), low, high)


def differences(entries: Iterable[tuple[Entry, Entry]]) -> Iterator[str]:
    """Where the two annotations of a sentence differ, and in which layers."""
    for first, second in entries:
        layers = [name for name, pairs in MEASURED.items() if any(a != b for a, b in pairs(first, second))]
        if layers:
            yield f"{first.path}:{first.line} {second.path}:{second.line}: {'; '.join(layers)}"


def main(arguments: Sequence[str]) -> int:
    """Prints the table, or the sentences that differ."""
    parser = argparse.ArgumentParser(prog="python -m training.agreement", description=__doc__)
    parser.add_argument("--first", type=Path, default=CORPUS, help="folder of the first annotation")
    parser.add_argument("--second", type=Path, default=SECOND, help="folder of the second annotation")
    parser.add_argument("--differences", action="store_true", help="list the sentences that differ")
    chosen = parser.parse_args(arguments)
    entries = aligned(read_corpus(chosen.first), read_corpus(chosen.second))
    if chosen.differences:
        sys.stdout.writelines(f"{line}\n" for line in differences(entries))
        return 0
    sys.stdout.write("| layer | units | same | alpha | 95 % |\n|---|---|---|---|---|\n")
    for row in table(entries):
        value = "–" if row.alpha is None else f"{row.alpha:.2f}"
        spread = "–" if row.alpha is None else f"{row.low:.2f}–{row.high:.2f}"
        sys.stdout.write(f"| {row.layer} | {row.units} | {row.agreed:.3f} | {value} | {spread} |\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
