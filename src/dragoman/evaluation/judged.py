"""What a careful reader said of coded events: the sheet, its sampling and its summary.

The sheet ``docs/evaluation/judged-events.csv`` holds ids, spans and verdicts, and none of the reports' text.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from dragoman import pipeline
from dragoman.errors import ResourceError
from dragoman.evaluation.corpora import news, root, shared
from dragoman.evaluation.measures import score
from dragoman.evaluation.records import Result, Score, Task
from dragoman.types import Analysis, Event, Report, Span

VERDICTS = ("yes", "no", "")
"""Would a careful reader accept the event? Nothing while nobody has read it."""

REPORTS = "news_sample.jsonl"
_THRESHOLD = 0.5
_ALL = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event as it was judged; ``words`` are its evidence as ``start-stop`` in the report's text."""

    language: str
    report: str
    event: str
    type: str
    words: str
    verdict: str = ""
    reason: str = ""

    @property
    def spans(self) -> tuple[Span, ...]:
        """The evidence."""
        pairs = [part.split("-") for part in self.words.split()]
        return tuple(Span(int(start), int(stop)) for start, stop in pairs)


COLUMNS = tuple(field.name for field in fields(Row))


def sheet() -> Path:
    """Where the verdicts are."""
    return root() / "docs" / "evaluation" / "judged-events.csv"


def read(path: Path) -> list[Row]:
    """The rows of a sheet.

    Raises:
        ResourceError: a row is not what it should be; the message names its line.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise ResourceError(f"{path}: the columns are {', '.join(COLUMNS)}")
        return [_row(path, number, row) for number, row in enumerate(rows, 2)]


def _row(path: Path, number: int, cells: dict[str, str]) -> Row:
    try:
        row = Row(**cells)
        if row.verdict in VERDICTS and row.spans:
            return row
    except (TypeError, ValueError) as error:
        raise ResourceError(f"{path}:{number}: {error}") from error
    raise ResourceError(f"{path}:{number}: the verdict is yes or no, words are start-stop")


def write(path: Path, rows: Sequence[Row]) -> None:
    """The rows as a sheet, in the order given."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows(astuple(row) for row in rows)


def sample(language: str, reports: int, seed: int) -> Iterator[tuple[Row, Report]]:
    """All events of ``reports`` reports in ``language``, drawn at random, as rows without a verdict.

    Whole reports are drawn, so that a reader reads thirty reports and not a hundred.
    """
    everything = news(shared(REPORTS), language, _ALL)
    drawn = random.Random(seed).sample(everything, min(reports, len(everything)))
    for result in pipeline.spread(drawn, threshold=_THRESHOLD):
        if isinstance(result, Analysis):
            for event in result.events:
                yield row(event, language), result.document.report


def row(event: Event, language: str) -> Row:
    """An event as a row without a verdict."""
    words = " ".join(f"{span.start}-{span.stop}" for span in event.evidence)
    return Row(language=language, report=event.report, event=event.id, type=event.type, words=words)


def measure(path: Path) -> Result:
    """The share of judged events that a careful reader accepts, by language."""
    rows = [one for one in read(path) if one.verdict]
    scores = []
    for language in sorted({one.language for one in rows}):
        judged = [one for one in rows if one.language == language]
        scores.append(score(language, "accepted", [one.verdict == "yes" for one in judged]))
        scores.extend(_standing(language, judged))
    misses = tuple(
        f"{one.language} {one.event} {one.type}: {one.reason}" for one in rows if one.verdict == "no"
    )
    return Result(scores=tuple(scores), misses=misses)


def _standing(language: str, rows: Sequence[Row]) -> Iterator[Score]:
    """What of the verdicts still holds for what is coded today; nothing where the reports are not there."""
    if not shared(REPORTS).is_file():
        return
    wanted = {one.report for one in rows}
    reports = [report for report in news(shared(REPORTS), language, _ALL) if report.id in wanted]
    given = [
        row(event, language)
        for result in pipeline.spread(reports, threshold=_THRESHOLD)
        if isinstance(result, Analysis)
        for event in result.events
    ]
    for verdict, measure in (("yes", "accepted and still coded"), ("no", "rejected and still coded")):
        some = [one for one in rows if one.verdict == verdict]
        standing = [any(_same(one, other) for other in given) for one in some]
        yield score(language, measure, standing, gated=False)


def _same(one: Row, other: Row) -> bool:
    """The same type in the same report, in words that overlap."""
    return (one.report, one.type) == (other.report, other.type) and any(
        mine.overlaps(theirs) for mine in one.spans for theirs in other.spans
    )


TASK = Task(
    name="judged",
    about="events of real reports that a careful reader accepts",
    corpus=sheet,
    measure=measure,
    grows=True,
)
