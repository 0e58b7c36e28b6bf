"""The checker of the corpus: ``python -m training.check [--counts] [--against FOLDER]``.

It holds the sentences to the markup, to PLOVER (``data/plover.yml``), to the codebook's examples and to each
other; and, where the development sets are there, to sharing no sentence and no long phrase with them. Exit
code 1 at a breach.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import yaml
from training.markup import CORPUS, LAYERS, SECOND, Entry, MarkedEvent, MarkupError, read_corpus

from dragoman import ontology

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared" / "data"
FOREIGN = ("plv_dev.jsonl", "plover_gsr.jsonl")
SPLITS = ("train", "dev", "test")
SHINGLE = 4  # words
ALIKE = 0.5  # of the shorter sentence's shingles: more is the same sentence again
PHRASE = 9  # words in a row that two writers do not choose by chance
HEADLINE = 20  # words: a longer line is no headline and ends with a full stop
_WORD = re.compile(r"\w+")


def breaches(entries: Sequence[Entry]) -> Iterator[str]:
    """Every breach in words, in the order of the entries."""
    yield from _slips(entries, (_rules,))
    yield from _themes(entries)
    yield from _doubles(entries)


def second_breaches(entries: Sequence[Entry], second: Sequence[Entry]) -> Iterator[str]:
    """Breaches of the second annotation, which marks sentences of the corpus once more, each once.

    It is never corrected, so that a mark against the codebook stays: it counts as a difference.
    """
    yield from _slips(second, ())
    left = {entry.id for entry in entries}
    for entry in second:
        if entry.id not in left:
            yield f"{entry.path}:{entry.line}: no sentence of the corpus, or one marked a third time"
        left.discard(entry.id)


def _slips(
    entries: Sequence[Entry], rules: Sequence[Callable[[MarkedEvent], Iterator[str]]]
) -> Iterator[str]:
    for entry in entries:
        found = [*_vocabulary(entry), *_letters(entry), *_layers(entry), *_surface(entry)]
        found += [said for rule in rules for event in entry.events for said in rule(event)]
        yield from (f"{entry.path}:{entry.line}: {said}" for said in found)


def _vocabulary(entry: Entry) -> Iterator[str]:
    book = ontology.load()
    for event in entry.events:
        kind = book.types.get(event.type)
        if kind is None:
            yield f"unknown type {event.type}"
            continue
        yield from (f"{event.type} has no mode {mode}" for mode in event.modes if mode not in kind.modes)
        yield from (f"unknown auxiliary {mark}" for mark in event.auxiliary if mark not in book.auxiliary)
    for mention in entry.mentions:
        yield from (f"unknown sector {one}" for one in mention.sectors if one not in book.sectors)


def _rules(event: MarkedEvent) -> Iterator[str]:
    book = ontology.load()
    if "future" in event.auxiliary and event.type in book.future_is_agree:
        yield f"{event.type} in the future is AGREE"
    if {"future", "historical"} <= set(event.auxiliary):
        yield f"{event.type} both future and historical"
    if not event.actors and not event.recipients:
        yield f"{event.type} without a side"
    elif ontology.needs_recipient(event.type) and not event.recipients and not _mutual(event):
        yield f"{event.type} without a recipient"
    if set(event.actors) & set(event.recipients):
        yield f"{event.type} with one letter on both sides"
    if event.cameo and (coded := ontology.from_cameo(event.cameo)) and coded.type != event.type:
        yield f"{event.type} where CAMEO {event.cameo} is {coded.type}"


def _mutual(event: MarkedEvent) -> bool:
    """Whether the actors are each other's recipients; one plural mention may be both sides."""
    return event.type == "COOPERATE" or len(event.actors) > 1


def _letters(entry: Entry) -> Iterator[str]:
    known = {one.letter for one in entry.mentions if one.letter}
    pointed = {one.letter: one.kind for one in entry.pointed}
    used = {speech.speaker for speech in entry.speeches if speech.speaker}
    for event in entry.events:
        used |= {*event.actors, *event.recipients}
    yield from (f"{letter} is nobody" for letter in sorted(used - known))
    yield from (f"{letter} takes no part" for letter in sorted(known - used))
    yield from (f"{letter} is two things" for letter in sorted(known & pointed.keys()))
    places = {event.place for event in entry.events if event.place}
    dates = {event.date for event in entry.events if event.date}
    for letter in sorted(places | dates | pointed.keys()):
        yield from _pointer(letter, pointed.get(letter), (letter in places, letter in dates))


def _pointer(letter: str, kind: str | None, used: tuple[bool, bool]) -> Iterator[str]:
    if used[0] and kind != "place":
        yield f"{letter} is no place"
    if used[1] and kind != "date":
        yield f"{letter} is no date"
    if not any(used):
        yield f"the {kind} {letter} belongs to no event"


def _layers(entry: Entry) -> Iterator[str]:
    yield from (f"unknown layer {layer}" for layer in entry.layers if layer not in LAYERS)
    if "triggers" in entry.layers:
        yield from (f"{event.type} has no trigger" for event in entry.events if not event.trigger)
    if "mentions" in entry.layers:
        yield from (f"{one.letter} has no kind" for one in entry.mentions if not one.kind)
        yield from (
            f"an {one.kind} needs a sector"
            for one in entry.mentions
            if one.kind == "agent" and not one.sectors
        )


def _surface(entry: Entry) -> Iterator[str]:
    if entry.text != entry.text.strip() or "  " in entry.text:
        yield "white space to spare"
    if len(words(entry.text)) > HEADLINE and entry.text[-1] not in ".?!\"”'’)…":
        yield "no full stop"
    spans = [one.span for one in entry.mentions] + [one.span for one in entry.pointed]
    for marked in (span.text(entry.text) for span in spans):
        if marked != marked.strip():
            yield f"white space in {marked!r}"


def _themes(entries: Sequence[Entry]) -> Iterator[str]:
    where: dict[str, str] = {}
    for entry in entries:
        if entry.split not in SPLITS:
            yield f"{entry.path}:{entry.line}: unknown split {entry.split}"
        if where.setdefault(entry.theme, entry.split) != entry.split:
            yield f"{entry.path}:{entry.line}: theme {entry.theme} is in {where[entry.theme]} too"


def words(text: str) -> list[str]:
    """The words of a sentence as they are compared."""
    return _WORD.findall(text.lower())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Every ``length`` words in a row."""
    found = words(text)
    return {tuple(found[at : at + length]) for at in range(len(found) - length + 1)}


def _doubles(entries: Sequence[Entry]) -> Iterator[str]:
    """Sentences that are there twice, or nearly so."""
    holders: dict[tuple[str, ...], list[int]] = {}
    pieces = [runs(entry.text, SHINGLE) for entry in entries]
    seen: dict[str, Entry] = {}
    for number, entry in enumerate(entries):
        shared = Counter(other for piece in pieces[number] for other in holders.get(piece, ()))
        for other, count in sorted(shared.items()):
            if count >= ALIKE * min(len(pieces[number]), len(pieces[other])):
                first = entries[other]
                yield f"{entry.path}:{entry.line}: nearly the same as {first.path}:{first.line}"
        for piece in pieces[number]:
            holders.setdefault(piece, []).append(number)
        twin = seen.setdefault(" ".join(words(entry.text)), entry)
        if twin is not entry and not pieces[number]:
            yield f"{entry.path}:{entry.line}: the same as {twin.path}:{twin.line}"


def overlaps(entries: Iterable[Entry], foreign: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Sentences that share ``PHRASE`` words in a row, or half their shingles, with ``(name, text)``."""
    long: dict[tuple[str, ...], str] = {}
    short: dict[tuple[str, ...], list[str]] = {}
    for name, text in foreign:
        long.update(dict.fromkeys(runs(text, PHRASE), name))
        for piece in runs(text, SHINGLE):
            short.setdefault(piece, []).append(name)
    for entry in entries:
        pieces = runs(entry.text, SHINGLE)
        shared = Counter(name for piece in pieces for name in short.get(piece, ()))
        alike = {name for name, count in shared.items() if count >= ALIKE * len(pieces)}
        alike |= {long[piece] for piece in runs(entry.text, PHRASE) if piece in long}
        yield from (f"{entry.path}:{entry.line}: has words of {name}" for name in sorted(alike))


def foreign_sentences(folder: Path) -> Iterator[tuple[str, str]]:
    """Id and text of every sentence of the development sets in ``folder``; nothing where they are missing."""
    for name in FOREIGN:
        if (folder / name).exists():
            for line in (folder / name).read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                yield f"{name} {row['id']}", row["text"]


def disagreements(entries: Iterable[Entry]) -> Iterator[str]:
    """Sentences that are examples of the codebook too, with a type that is not its."""
    coded: dict[str, set[str]] = {}
    for path in sorted((HERE.parent / "src/dragoman/data/codebook/en").glob("*.yml")):
        for rule in yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader):
            for example in rule.get("examples", ()):
                coded.setdefault(example["text"], set()).add(rule["type"])
    for entry in entries:
        lacking = coded.get(entry.text, set()) - {event.type for event in entry.events}
        if lacking:
            yield f"{entry.path}:{entry.line}: the codebook has {', '.join(sorted(lacking))}"


def counts(entries: Sequence[Entry]) -> Iterator[str]:
    """What the corpus holds, one line a number; fully marked sentences apart from the others."""
    full = [entry for entry in entries if set(LAYERS) <= set(entry.layers)]
    events = [event for entry in full for event in entry.events]
    yield f"sentences {len(entries)}, fully marked {len(full)}, events in these {len(events)}"
    several = sum(len(entry.events) > 1 for entry in full)
    speech = sum(bool(entry.speeches) for entry in full)
    yield f"none {sum(not entry.events for entry in full)}, two or more {several}, with speech {speech}"
    splits = Counter(entry.split for entry in full)
    yield ", ".join(f"{split} {splits[split]}" for split in SPLITS)
    marks = Counter(mark for event in events for mark in event.auxiliary)
    yield ", ".join(f"{mark} {marks[mark]}" for mark in ontology.load().auxiliary)
    everywhere = Counter(event.type for entry in entries for event in entry.events)
    kinds = Counter(event.type for event in events)
    modes = Counter((event.type, mode) for event in events for mode in event.modes)
    for name, kind in ontology.load().types.items():
        spread = " ".join(f"{mode} {modes[name, mode]}" for mode in kind.modes)
        yield f"{name} {kinds[name]} (with the partly marked {everywhere[name]}) {spread}".rstrip()


def main(arguments: Sequence[str]) -> int:
    """Checks the corpus; 1 if something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m training.check", description="Check the corpus.")
    parser.add_argument("--counts", action="store_true", help="print what the corpus holds")
    parser.add_argument("--against", type=Path, default=SHARED, help="folder of the development sets")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder of the marked sentences")
    parser.add_argument("--second", type=Path, default=SECOND, help="folder of those marked once more")
    chosen = parser.parse_args(arguments)
    try:
        entries = read_corpus(chosen.corpus)
        foreign = list(foreign_sentences(chosen.against))
        found = [*breaches(entries), *overlaps(entries, foreign), *disagreements(entries)]
        found += second_breaches(entries, read_corpus(chosen.second))
    except MarkupError as error:
        entries, found = [], [str(error)]
    lines = [*found, *(counts(entries) if chosen.counts else ())]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
