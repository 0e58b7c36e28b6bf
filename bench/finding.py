"""Finding names alone: characters a second with the directory and all places loaded, load time and memory.

``python -m bench.finding`` prints them for every served language. Texts are cut into sentences and tokens
before the clock runs; ``tokens`` says what the cutting itself takes. Of each small group of sentences the
least time of some rounds counts, which a busy machine changes little; and less still how many times as long
the finding takes as a regular expression that only cuts the texts into words.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import process_time
from typing import Any, TypeVar

from bench.run import cut as plain
from bench.run import peak, texts

from dragoman.actors import directory, places
from dragoman.documents import annotator, sentences
from dragoman.pipeline import collect_seldom

_Item = TypeVar("_Item")
ROUNDS = 5
GROUP = 40  # sentences that are measured at a time: short enough not to be interrupted


def load(language: str) -> dict[str, float]:
    """Seconds of processor time until everything is loaded that finds names in ``language``."""
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("directory", directory.load),
        ("places", places.load),
        ("names", lambda: directory.load().find((), language)),
    )
    return {name: round(_seconds(step), 3) for name, step in steps}


def speed(language: str, words: int) -> dict[str, float]:
    """Characters a second of one core, by step; the last line is a ratio."""
    known, where = directory.load(), places.load()
    reports = texts(language, words)[1]
    rows = [row.text for row in reports]
    tokenize = annotator.language(language).tokenize
    spans = [(text, span) for text in rows for span in sentences.split(text, language)]
    cut = [tokenize(text, span) for text, span in spans]
    count = sum(map(len, rows))
    steps: tuple[tuple[str, list[Callable[[], object]]], ...] = (
        ("tokens", [partial(_each, lambda one: tokenize(*one), part) for part in _groups(spans)]),
        ("actors", [partial(_each, lambda one: known.find(one, language), part) for part in _groups(cut)]),
        ("places", [partial(_each, lambda one: where.find(one, language), part) for part in _groups(cut)]),
        ("a regular expression for words", [partial(plain, [report]) for report in reports]),
    )
    least = {name: [float("inf")] * len(parts) for name, parts in steps}
    for _ in range(ROUNDS):  # in turns, so that all of them meet the same machine
        for name, parts in steps:
            least[name] = [min(best, _seconds(part)) for best, part in zip(least[name], parts, strict=True)]
    taken = {name: sum(seconds) for name, seconds in least.items()}
    taken["actors and places"] = taken["actors"] + taken["places"]
    told: dict[str, float] = {name: round(count / max(seconds, 1e-6)) for name, seconds in taken.items()}
    ratio = taken["actors and places"] / max(taken["a regular expression for words"], 1e-6)
    return {**told, "times as slow as the regular expression": round(ratio, 1)}


def _groups(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    return (items[at : at + GROUP] for at in range(0, len(items), GROUP))


def _each(step: Callable[[_Item], object], items: Sequence[_Item]) -> list[object]:
    return [step(item) for item in items]


def _seconds(step: Callable[[], object]) -> float:
    start = process_time()
    step()
    return process_time() - start


def measure(words: int) -> dict[str, Any]:
    """All numbers of one run; memory in MiB is the most that the process held."""
    collect_seldom()
    loads = {language: load(language) for language in annotator.SERVED}
    memory = peak()
    return {
        "load in seconds": loads,
        "memory in MiB": memory,
        "characters a second": {language: speed(language, words) for language in annotator.SERVED},
    }


if __name__ == "__main__":
    print(json.dumps(measure(40_000), indent=2))
