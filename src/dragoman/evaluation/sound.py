"""What must hold of every report, whatever is coded: real reports, run and checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman import codec, ontology, pipeline
from dragoman.documents.annotator import SERVED
from dragoman.evaluation.corpora import news, within
from dragoman.evaluation.measures import score
from dragoman.evaluation.records import Result, Score, Task
from dragoman.types import Analysis, Event, Participant, Quote, Report, Skipped, Span

REPORTS = 100
"""In each language."""

SPREADS = ((2, 1), (2, 64))
"""Jobs and batch that must give the same bytes as one job."""

SPREAD = 30
"""Reports in each language that are spread: every process must start and load its data first."""

_THRESHOLD = 0.5


def measure(path: Path) -> Result:
    """The share of reports without a fault, and whether the bytes are the same however work is spread."""
    scores: list[Score] = []
    misses: list[str] = []
    for iso in SERVED:
        reports = news(path, iso, REPORTS)
        results = list(pipeline.spread(reports, threshold=_THRESHOLD))
        wrong = {id for id, _ in faults(results)}
        misses.extend(f"{iso} {id}: {what}" for id, what in faults(results))
        scores.append(score(iso, "reports without a fault", [one.id not in wrong for one in reports]))
        some = reports[:SPREAD]
        alone = _lines(some, 1, 1)
        same = [_lines(some, *spread) == alone for spread in SPREADS]
        scores.append(score(iso, "same bytes however spread", same))
    return Result(scores=tuple(scores), misses=tuple(misses))


def faults(results: Sequence[Analysis | Skipped]) -> Iterator[tuple[str, str]]:
    """Ids of reports and what is wrong: the program failed, a span lies outside, an event breaks a rule."""
    for result in results:
        if isinstance(result, Skipped):
            if result.reason != "language-not-served":
                yield result.path, f"{result.reason}: {result.message}"
            continue
        report = result.document.report
        for span in spans(result):
            if not 0 <= span.start < span.stop <= len(report.text):
                yield report.id, f"[{span.start}, {span.stop}] in a text of {len(report.text)} code points"
        for event in result.events:
            yield from ((report.id, f"event {event.id}: {breach}") for breach in ontology.check(event))


def spans(analysis: Analysis) -> Iterator[Span]:
    """Every stretch of text that an analysis points to."""
    document = analysis.document
    for sentence in document.sentences:
        yield sentence.span
        yield from (token.span for token in sentence.tokens)
    for found in (document.mentions, document.dates, document.places):
        yield from (one.span for one in found)
    yield from (mention.head for mention in document.mentions)
    yield from (*document.quotations, *document.furniture)
    for figure in analysis.figures:
        yield figure.span
        yield from [figure.about] if figure.about else []
    for event in analysis.events:
        yield from _of_event(event)
    for quote in analysis.quotes:
        yield from _of_quote(quote)


def _of_event(event: Event) -> Iterator[Span]:
    yield from event.evidence
    yield from _of_people((*event.actors, *event.recipients))
    yield from (one.span for one in (event.date, event.place) if one is not None)


def _of_quote(quote: Quote) -> Iterator[Span]:
    yield quote.content
    yield from [quote.cue] if quote.cue else []
    yield from _of_people([one for one in (quote.speaker, quote.addressee) if one is not None])


def _of_people(people: Sequence[Participant]) -> Iterator[Span]:
    yield from (one.mention.span for one in people)


def _lines(reports: Sequence[Report], jobs: int, batch: int) -> list[bytes]:
    return _encoded(list(pipeline.spread(reports, threshold=_THRESHOLD, jobs=jobs, batch=batch)))


def _encoded(results: Sequence[Analysis | Skipped]) -> list[bytes]:
    return [codec.analysis_line(one) if isinstance(one, Analysis) else codec.encode(one) for one in results]


TASK = Task(
    name="invariants",
    about="real reports: no crash, spans within the text, sound events, the same bytes",
    corpus=within("news_sample.jsonl"),
    measure=measure,
)
