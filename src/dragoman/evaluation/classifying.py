"""How well a sentence with its two sides given gets its PLOVER type."""

from __future__ import annotations

import re
from pathlib import Path

from dragoman import ontology
from dragoman.actors import directory
from dragoman.evaluation.corpora import Sentence, rows, within
from dragoman.evaluation.measures import f1_by_label, macro_f1, share
from dragoman.evaluation.records import Result, Score, Task
from dragoman.events import reader
from dragoman.events.classify import Classification, classify
from dragoman.types import Span

YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""The set knows one type where PLOVER 2.0 has two."""

QUAD_OF_YIELD = 2
_TAG = re.compile(r"</?[st]>")


def measure(path: Path) -> Result:
    """Macro F1 over the fifteen types of the set and over its four quad classes, and F1 by type."""
    sentences = list(rows(path, Sentence))
    results = [_classified(sentence) for sentence in sentences]
    gold = [sentence.root for sentence in sentences]
    given = [YIELD.get(result.event, result.event) for result in results]
    quads = [str(sentence.penta) for sentence in sentences]
    coded = sum(result.rule is not None for result in results)
    count = len(sentences)
    scores = [
        Score(language="en", measure="macro F1 type", value=macro_f1(gold, given), count=count),
        Score(
            language="en",
            measure="macro F1 quad",
            value=macro_f1(quads, list(map(_quad, given))),
            count=count,
        ),
        Score(language="en", measure="some rule fired", value=share(coded, count), count=count, gated=False),
    ]
    scores += [
        Score(language="en", measure=f"F1 {label}", value=value, count=gold.count(label), gated=False)
        for label, value in f1_by_label(gold, given).items()
    ]
    misses = tuple(
        f"{sentence.id}: {sentence.root} taken for {kind} by {result.rule or 'no rule'}"
        for sentence, kind, result in zip(sentences, given, results, strict=True)
        if sentence.root != kind
    )
    return Result(scores=tuple(scores), misses=misses)


def _classified(sentence: Sentence) -> Classification:
    text, actor, recipient = unmark(sentence.marked)
    return classify(text, "en", (actor, recipient), directory.load(), reader.load("en"))


def unmark(marked: str) -> tuple[str, Span, Span]:
    """The sentence without its tags, and the first stretch of each side (the first letter if none)."""
    return _TAG.sub("", marked), _side(marked, "s"), _side(marked, "t")


def _side(marked: str, tag: str) -> Span:
    before, opened, rest = marked.partition(f"<{tag}>")
    if not opened:
        return Span(0, 1)
    start = len(_TAG.sub("", before))
    return Span(start, start + len(_TAG.sub("", rest.partition(f"</{tag}>")[0])))


def _quad(kind: str) -> str:
    return str(QUAD_OF_YIELD if kind == "YIELD" else ontology.quad(kind))


TASK = Task(
    name="classify",
    about="PLOVER type of a sentence whose two sides are given",
    corpus=within("plv_dev.jsonl"),
    measure=measure,
)
