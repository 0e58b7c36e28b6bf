"""The reader beside what else reads sentences on one core: ``python -m bench.reader``, part of ``bench.run``.

Over the same English text in the same run: the whole of ``analyse`` with each coder, the bare encoder (one
pass of the network that ships over each sentence, and nothing else), and a linear support vector machine on
TF-IDF of words (scikit-learn, the group ``bench``; left out where it is not installed). RoBERTa-large, which
ZSP runs 77 times for a pair, is not run but counted: see ``operations``. Seconds are processor time of one
process; ratios are what to look at.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from time import process_time
from typing import Any

from bench.run import THRESHOLD, WORDS, size, texts

from dragoman import pipeline
from dragoman.documents import sentences
from dragoman.events import codebook as codebooks
from dragoman.events import neighbours, passing, reader
from dragoman.events.triggers import find
from dragoman.types import Report, Skipped

LANGUAGE = "en"
ROUNDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoder:
    """The shape of a transformer whose feed-forward layers are four times as wide as its others."""

    layers: int
    hidden: int


MINILM = Encoder(layers=6, hidden=384)
"""all-MiniLM-L6 (Wang et al. 2020, *MiniLM*; its card), which the reader begins from."""

ROBERTA = Encoder(layers=24, hidden=1024)
"""RoBERTa-large (Liu et al. 2019, *RoBERTa*, section 3.1)."""


def operations(encoder: Encoder, tokens: int) -> int:
    """Floating-point operations of one pass over a row, embeddings and biases left out.

    A layer over n tokens of h numbers multiplies: queries, keys, values and the projection of what was
    attended to, 2 · n · 4h²; attention twice, 2 · 2 · n² · h; the feed-forward part, 2 · n · 8h². Together
    n · (24h² + 4nh), once for each layer (Hoffmann et al. 2022, *Training compute-optimal large language
    models*, appendix F).
    """
    wide = encoder.hidden
    return encoder.layers * tokens * (24 * wide**2 + 4 * tokens * wide)


def speed(words: int) -> dict[str, Any]:
    """Sentences and reports a second, and what they are of the bare encoder's, in one run."""
    origin, rows = texts(LANGUAGE, words)
    told = [span.text(row.text) for row in rows for span in sentences.split(row.text, LANGUAGE)]
    seconds = _seconds(programs(rows, told))
    count = sum(map(size, rows)) / WORDS
    lengths = _lengths(told)
    larger = sum(operations(ROBERTA, one) for one in lengths) / sum(
        operations(MINILM, one) for one in lengths
    )
    bare = seconds["bare encoder"]
    return {
        "text": origin,
        "reports of 400 words": round(count, 1),
        "sentences": len(told),
        "passed over by the reader": passed_over(rows),
        "sentences a second": {name: round(len(told) / taken, 1) for name, taken in seconds.items()},
        "reports a second": {name: round(count / taken, 1) for name, taken in seconds.items()},
        "times as fast as the bare encoder": {
            name: round(bare / taken, 2) for name, taken in seconds.items()
        },
        "RoBERTa-large, operations of one pass as a multiple of the bare encoder's": round(larger, 1),
        "times as fast as one pass of RoBERTa-large, by operations": {
            name: round(larger * bare / taken, 1) for name, taken in seconds.items()
        },
    }


def programs(rows: Sequence[Report], told: Sequence[str]) -> dict[str, Callable[[], object]]:
    """What is compared, by name; all of it is loaded, and has run once on a little."""
    model = _model()
    found: dict[str, Callable[[], object]] = {}
    for coder in pipeline.CODERS:
        kit = pipeline.tools(THRESHOLD, coder)
        list(pipeline.analyse(rows[:2], kit))
        found[f"analyse --coder {coder}"] = partial(_analysed, rows, kit)
    found["bare encoder"] = lambda: [model.network.read(text, ()) for text in told]
    if find_spec("sklearn"):
        machine = vectors_and_machine()
        found["TF-IDF and linear SVM"] = lambda: machine(told)
    return found


def _analysed(rows: Sequence[Report | Skipped], kit: pipeline.Tools) -> int:
    return sum(1 for _ in pipeline.analyse(rows, kit))


def vectors_and_machine() -> Callable[[Sequence[str]], list[str]]:
    """Sentences → types, by words alone; learned from the sentences of the corpus that ship."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_pipeline
    from sklearn.svm import LinearSVC

    known = neighbours.load(LANGUAGE)
    assert known is not None
    machine = make_pipeline(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), LinearSVC())
    machine.fit([one.text for one in known.told], [one.type for one in known.told])
    return lambda told: [str(kind) for kind in machine.predict(list(told))]


def passed_over(rows: Sequence[Report]) -> float:
    """The share of sentences that the test before the reader does not let through."""
    annotate = pipeline.tools(THRESHOLD).annotator
    rules, weights = codebooks.load(LANGUAGE), passing.load(LANGUAGE)
    found = [
        passing.possible(clauses, len(find(clauses, rules)), weights)
        for row in rows
        for clauses in annotate.document(row).clauses
    ]
    return round(1 - sum(found) / max(len(found), 1), 3)


def _lengths(told: Sequence[str]) -> list[int]:
    """In tokens."""
    network = _model().network
    return [len(network.tokens(text, ()).ids) for text in told]


def _model() -> reader.Reader:
    model = reader.load(LANGUAGE)
    assert model is not None
    return model


def _seconds(steps: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The best of each, in turns, so that all of them meet the same machine."""
    taken = dict.fromkeys(steps, float("inf"))
    for _ in range(ROUNDS):
        for name, step in steps.items():
            start = process_time()
            step()
            taken[name] = min(taken[name], max(process_time() - start, 1e-6))
    return taken


if __name__ == "__main__":
    pipeline.collect_seldom()
    print(json.dumps(speed(40_000), indent=2))
