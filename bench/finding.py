"""Finding names alone: characters a second with the directory and all places loaded, load time and memory.

``python -m bench.finding`` prints them for every served language. Texts are cut into sentences and tokens
before the clock runs; ``tokens`` says what the cutting itself takes. A busy machine changes the seconds, but
little how many times as long the finding takes as a regular expression that only cuts the texts into words.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from time import process_time
from typing import Any

from bench.run import cut as plain
from bench.run import peak, texts

from dragoman.actors import directory, places
from dragoman.documents import annotator, sentences
from dragoman.pipeline import collect_seldom

ROUNDS = 5


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
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("tokens", lambda: [tokenize(text, span) for text, span in spans]),
        ("actors", lambda: [known.find(tokens, language) for tokens in cut]),
        ("places", lambda: [where.find(tokens, language) for tokens in cut]),
        ("a regular expression for words", lambda: plain(reports)),
    )
    taken = dict.fromkeys((name for name, _ in steps), float("inf"))
    for _ in range(ROUNDS):  # in turns, so that all of them meet the same machine
        for name, step in steps:
            taken[name] = min(taken[name], _seconds(step))
    taken["actors and places"] = taken["actors"] + taken["places"]
    told: dict[str, float] = {name: round(count / max(seconds, 1e-6)) for name, seconds in taken.items()}
    ratio = taken["actors and places"] / max(taken["a regular expression for words"], 1e-6)
    return {**told, "times as slow as the regular expression": round(ratio, 1)}


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
