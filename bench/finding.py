"""Finding names alone: characters a second with the directory and all places loaded, load time and memory.

``python -m bench.finding`` prints them for every served language. Texts are cut into tokens before the clock
runs; ``tokens`` says what the cutting itself takes.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from time import process_time
from typing import Any

from bench.run import peak, texts

from dragoman.actors import directory, places
from dragoman.documents import annotator
from dragoman.types import Span


def load(language: str) -> dict[str, float]:
    """Seconds of processor time until everything is loaded that finds names in ``language``."""
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("directory", directory.load),
        ("places", places.load),
        ("names", lambda: directory.load().find((), language)),
    )
    return {name: round(_seconds(step), 3) for name, step in steps}


def speed(language: str, words: int) -> dict[str, int]:
    """Characters a second of one core, by step."""
    known, where = directory.load(), places.load()
    rows = [row.text for row in texts(language, words)[1]]
    tokenize = annotator.language(language).tokenize
    cut = [tokenize(text, Span(0, len(text))) for text in rows]
    count = sum(map(len, rows))
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("tokens", lambda: [tokenize(text, Span(0, len(text))) for text in rows]),
        ("actors", lambda: [known.find(tokens, language) for tokens in cut]),
        ("places", lambda: [where.find(tokens, language) for tokens in cut]),
    )
    taken = {name: min(_seconds(step) for _ in range(3)) for name, step in steps}
    taken["actors and places"] = taken["actors"] + taken["places"]
    return {name: round(count / max(seconds, 1e-6)) for name, seconds in taken.items()}


def _seconds(step: Callable[[], object]) -> float:
    start = process_time()
    step()
    return process_time() - start


def measure(words: int) -> dict[str, Any]:
    """All numbers of one run; memory in MiB is the most that the process held."""
    loads = {language: load(language) for language in annotator.SERVED}
    memory = peak()
    return {
        "load in seconds": loads,
        "memory in MiB": memory,
        "characters a second": {language: speed(language, words) for language in annotator.SERVED},
    }


if __name__ == "__main__":
    print(json.dumps(measure(40_000), indent=2))
