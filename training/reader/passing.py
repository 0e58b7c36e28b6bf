"""Fits the cheap test before the network: words that speak for an event, ``reader-en.passing.yml``.

Usage: python -m training.reader.passing

Logistic regression on the lemmas of the marked sentences of the train split and on whether the rules have
triggers in them. The threshold is the one that lets ``RECALL`` of the sentences of the dev split with an
event through; what that costs on the test split is written to the output.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray
from training.markup import CORPUS, Entry, read_corpus

from dragoman.actors import directory, places
from dragoman.documents.annotator import Annotator
from dragoman.events import codebook as codebooks
from dragoman.events.passing import share
from dragoman.events.triggers import find
from dragoman.types import Report

MODELS = Path(__file__).parents[2] / "src" / "dragoman" / "data" / "models"
HEAD = "# Log odds that a sentence tells. Written by training/reader, read by dragoman.events.passing.\n"
RECALL = 0.98
SEEN = 3  # sentences in which a lemma must stand to have a weight
LEAST = 0.05  # a weight that is nearer to nothing is left out
PULL = 1.0  # toward weights of 0
STEPS, RATE, KEPT = 400, 0.5, 0.9  # of gradient descent with momentum
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the test sees of a sentence, and whether it tells an event."""

    split: str
    lemmas: frozenset[str]
    triggers: int
    tells: bool


def seen(entries: Sequence[Entry]) -> Iterator[Seen]:
    """Marked sentences as the test sees them."""
    annotate, rules = Annotator(directory.load(), places.load()), codebooks.load("en")
    for entry in entries:
        parts = annotate.document(Report(id="", text=entry.text, language="en")).clauses
        yield Seen(
            split=entry.split,
            lemmas=frozenset(token.lemma for part in parts for token in part.tokens),
            triggers=sum(len(find(part, rules)) for part in parts),
            tells=bool(entry.events),
        )


def table(rows: Sequence[Seen], words: Sequence[str]) -> Numbers:
    """Shape (rows, words + 3): the words, whether there is a trigger, how many, and a constant."""
    column = {word: at for at, word in enumerate(words)}
    found = np.zeros((len(rows), len(words) + 3))
    for at, row in enumerate(rows):
        found[at, [column[word] for word in row.lemmas if word in column]] = 1.0
        found[at, -3:] = (float(row.triggers > 0), share(row.triggers), 1.0)
    return found


def fit(signs: Numbers, tells: Numbers) -> Numbers:
    """Weights of a logistic regression; the last, of the constant, is free."""
    weights, moved = np.zeros(signs.shape[1]), np.zeros(signs.shape[1])
    pulled = np.array([*[PULL] * (signs.shape[1] - 1), 0.0])
    for _ in range(STEPS):
        shares = 1.0 / (1.0 + np.exp(-signs @ weights))
        moved = KEPT * moved + (signs.T @ (shares - tells) + pulled * weights) / len(tells)
        weights = weights - RATE * moved
    return weights


def main() -> None:
    """Command line."""
    rows = list(seen([one for one in read_corpus(CORPUS) if "mentions" in one.layers]))
    train = [row for row in rows if row.split == "train"]
    counts = Counter(word for row in train for word in row.lemmas)
    words = sorted(word for word, count in counts.items() if count >= SEEN)
    weights = fit(table(train, words), np.array([float(row.tells) for row in train]))
    weights[:-3][abs(weights[:-3]) < LEAST] = 0.0
    weights = weights.round(2)
    dev = [row for row in rows if row.split == "dev"]
    least = float(np.quantile(table([row for row in dev if row.tells], words) @ weights, 1.0 - RECALL))
    test = [row for row in rows if row.split == "test"]
    for tells, what in ((True, "with an event let through"), (False, "without one passed over")):
        odds = table([row for row in test if row.tells == tells], words) @ weights
        sys.stdout.write(f"test, sentences {what}: {np.mean((odds >= least) == tells):.3f} of {len(odds)}\n")
    named = {word: float(weight) for word, weight in zip(words, weights, strict=False) if weight}
    trigger, triggers, start = map(float, weights[-3:])
    found = {
        "least": round(least, 2),
        "start": start,
        "trigger": trigger,
        "triggers": triggers,
        "words": named,
    }
    text = HEAD + yaml.safe_dump(found, sort_keys=False, allow_unicode=True)
    (MODELS / "reader-en.passing.yml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
