"""The main path: reports → analyses → store. Read this file second, after ``types.py``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from dragoman.actors import directory, places
from dragoman.actors.resolution import resolve
from dragoman.documents.annotator import Annotator
from dragoman.errors import RecordError
from dragoman.events.coder import FrameCoder
from dragoman.quotes import attribute_quotes
from dragoman.types import Analysis, Document, Report, Skipped

if TYPE_CHECKING:
    from dragoman.store import Store

VERSION = "1"  # of the coding as a whole: a store recodes what an earlier one coded
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What the stages need, built once a process."""

    annotator: Annotator
    directory: directory.Directory
    coder: FrameCoder


@cache
def tools(threshold: float) -> Tools:
    """The parts that ship with the package; ``threshold`` in [0, 1] is the lowest score of a coded event."""
    known = directory.load()
    return Tools(annotator=Annotator(known, places.load()), directory=known, coder=FrameCoder(threshold))


def analyse(reports: Iterable[Report], kit: Tools) -> Iterator[Analysis | Skipped]:
    """One analysis for each report, in order; after one that could not be coded comes the reason.

    A report in a language that is not served, or on which the program fails, is kept uncoded.
    """
    for report in reports:
        try:
            document = kit.annotator.document(report)
            yield _coded(document, kit)
        except RecordError as error:
            yield _uncoded(report)
            yield Skipped(reason=error.reason, message=error.message, path=report.id)
        except Exception as error:  # noqa: BLE001 - one report's fault must not lose the others; it is counted
            yield _uncoded(report)
            yield Skipped(reason="internal-error", message=f"{type(error).__name__}: {error}", path=report.id)
        else:
            if not document.served:
                name = document.language or "unknown"
                message = f"report {report.id}: language '{name}' is not served; kept, not coded"
                yield Skipped(reason="language-not-served", message=message, path=report.id)


def _coded(document: Document, kit: Tools) -> Analysis:
    participants = resolve(document, kit.directory)
    quotes = attribute_quotes(document, participants)
    return Analysis(
        document=document,
        participants=participants,
        events=kit.coder.code(document, participants, quotes),
        quotes=quotes,
        figures=document.figures,
    )


def _uncoded(report: Report) -> Analysis:
    return Analysis(
        document=Document(report=report, language=report.language or "", sentences=(), served=False)
    )


def spread(
    reports: Iterable[Report], *, threshold: float, jobs: int = 1, batch: int = 16
) -> Iterator[Analysis | Skipped]:
    """``analyse`` in ``jobs`` processes; the order, and so the bytes that follow, never change."""
    if jobs == 1:
        yield from analyse(reports, tools(threshold))
        return
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        waiting = []
        for group in _batches(reports, batch):
            waiting.append(pool.submit(_batch, group, threshold))
            if len(waiting) > 2 * jobs:
                yield from waiting.pop(0).result()
        for future in waiting:
            yield from future.result()


def _batch(group: Sequence[Report], threshold: float) -> list[Analysis | Skipped]:
    return list(analyse(group, tools(threshold)))


def _batches(items: Iterable[_Item], size: int) -> Iterator[list[_Item]]:
    rows = iter(items)
    while group := list(islice(rows, size)):
        yield group


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is: reports dealt with, and what the last batch left out."""

    done: int
    skipped: tuple[Skipped, ...]


def run(
    records: Iterable[Report | Skipped], store: Store, *, threshold: float, jobs: int = 1, batch: int = 16
) -> Iterator[Progress]:
    """Analyse what the store does not hold yet and keep it, one transaction a batch.

    Args:
        records: what ``reports.read`` gives.
        store: an open store; what it already holds by the same coder is passed over.
        threshold: lowest score of a coded event.
        jobs: processes.
        batch: reports a transaction.

    Yields:
        How far the run is, after each batch.
    """
    done = 0
    coder = f"dragoman@{VERSION}/{threshold}"
    for group in _batches(records, batch * jobs):
        fresh = [item for item in group if isinstance(item, Report) and not store.has(item.id, coder)]
        results = list(spread(fresh, threshold=threshold, jobs=jobs, batch=batch))
        skipped = [item for item in (*group, *results) if isinstance(item, Skipped)]
        store.add([item for item in results if isinstance(item, Analysis)], coder)
        store.put_skipped(skipped)
        done += sum(isinstance(item, Report) for item in group)
        yield Progress(done=done, skipped=tuple(skipped))
