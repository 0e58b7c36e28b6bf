"""How well quotations and their speakers are found, against PolNeAR's attributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dragoman import pipeline
from dragoman.evaluation.corpora import Article, Attribution, attributions, rows, within
from dragoman.evaluation.measures import common, f1, length, share
from dragoman.evaluation.records import Result, Score, Task
from dragoman.types import Analysis, Quote, Report

ARTICLES = 100
"""The first hundred of 840: enough for two digits, and quick."""


@dataclass(slots=True)
class _Counts:
    """What was there, what was given, and what of it was right."""

    gold: int = 0
    given: int = 0
    found: int = 0  # gold whose content was found
    matched: int = 0  # given whose content is some gold's
    found_whole: int = 0  # the same with the speaker right
    matched_whole: int = 0
    voiced: int = 0  # matched whose gold names a source
    named: int = 0  # of those the ones that were given a speaker


def measure(path: Path) -> Result:
    """Precision and recall of contents and of whole attributions, and the share of right speakers."""
    counts = _Counts()
    misses: list[str] = []
    kit = pipeline.tools(0.0, "frames")
    for article in islice(rows(path, Article), ARTICLES):
        report = Report(id=article.id, text=article.text, language="en")
        for result in pipeline.analyse([report], kit):
            if isinstance(result, Analysis):
                misses.extend(_compare(article, result.quotes, counts))
    return Result(scores=_scores(counts), misses=tuple(misses))


def _compare(article: Article, quotes: Sequence[Quote], counts: _Counts) -> list[str]:
    gold = attributions(article)
    counts.gold += len(gold)
    counts.given += len(quotes)
    for quote in quotes:
        same = [one for one in gold if 2 * common([quote.content], one.content) >= length([quote.content])]
        counts.matched += bool(same)
        voiced = any(one.source for one in same)
        counts.voiced += voiced
        counts.named += voiced and quote.speaker is not None
        counts.matched_whole += any(_speaks(quote, one) for one in same)
    misses: list[str] = []
    for one in gold:
        near = [quote for quote in quotes if common([quote.content], one.content)]
        held = 2 * common((quote.content for quote in near), one.content) >= length(one.content)
        counts.found += held
        counts.found_whole += held and any(_speaks(quote, one) for quote in near)
        if not held:
            misses.append(f"{article.id} [{one.content[0].start}, {one.content[-1].stop}]: not found")
        elif not any(_speaks(quote, one) for quote in near):
            misses.append(f"{article.id} [{one.content[0].start}, {one.content[-1].stop}]: other speaker")
    return misses


def _speaks(quote: Quote, gold: Attribution) -> bool:
    return quote.speaker is not None and any(quote.speaker.mention.span.overlaps(one) for one in gold.source)


def _scores(counts: _Counts) -> tuple[Score, ...]:
    precision, recall = share(counts.matched, counts.given), share(counts.found, counts.gold)
    whole = share(counts.matched_whole, counts.given), share(counts.found_whole, counts.gold)
    numbers = (
        ("content precision", precision, counts.given, False),
        ("content recall", recall, counts.gold, False),
        ("content F1", f1(precision, recall), counts.gold, True),
        ("attribution precision", whole[0], counts.given, False),
        ("attribution recall", whole[1], counts.gold, False),
        ("attribution F1", f1(*whole), counts.gold, True),
        ("speaker named", share(counts.named, counts.voiced), counts.voiced, False),
        ("named speaker right", share(counts.matched_whole, counts.named), counts.named, True),
    )
    return tuple(
        Score(language="en", measure=name, value=value, count=count, gated=gated)
        for name, value, count, gated in numbers
    )


TASK = Task(
    name="quotes",
    about="quotations and their speakers, against PolNeAR",
    corpus=within("polnear_train.jsonl"),
    measure=measure,
)
