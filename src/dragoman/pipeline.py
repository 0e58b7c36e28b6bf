"""The main path: reports → analyses → store. Read this file second, after ``types``."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain, islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

from dragoman.actors import directory, places
from dragoman.actors.resolution import resolve
from dragoman.documents.annotator import Annotator
from dragoman.errors import RecordError, RunError
from dragoman.events.coder import FrameCoder
from dragoman.events.coding import Coder
from dragoman.events.readercoder import ReaderCoder
from dragoman.events.votedcoder import BothCoder, VotedCoder
from dragoman.quotes import attribute_quotes
from dragoman.types import Analysis, Document, Report, Skipped

if TYPE_CHECKING:
    from dragoman.reports import Origins
    from dragoman.store import Store

VERSION = "2"  # of the coding as a whole: a store recodes what an earlier one coded
_BETWEEN_COLLECTIONS = 50_000  # objects
_Item = TypeVar("_Item")
_Result = Analysis | Skipped
_Group = Sequence[Report | Skipped]
_Code = Callable[[_Group], list[_Result]]


CODERS: dict[str, Callable[[float], Coder]] = {
    coder.name: coder for coder in (FrameCoder, VotedCoder, ReaderCoder, BothCoder)
}
"""By name, from the lowest score of an event: the rules; where a language has a network, the rules with its
vote, that network alone, and both together."""

DEFAULT = VotedCoder.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What the stages need, built once a process."""

    annotator: Annotator
    directory: directory.Directory
    coder: Coder


def collect_seldom() -> None:
    """Lets the collector of cyclic garbage run seldom: the tables are large, and reports leave next to none.

    For a process of this program's own; a fifth of its time would go there.
    """
    gc.set_threshold(_BETWEEN_COLLECTIONS)


@cache
def tools(threshold: float, coder: str = DEFAULT) -> Tools:
    """The parts that ship with the package.

    Args:
        threshold: lowest score of a coded event, in [0, 1].
        coder: a key of ``CODERS``.
    """
    known = directory.load()
    return Tools(annotator=Annotator(known, places.load()), directory=known, coder=CODERS[coder](threshold))


def analyse(records: Iterable[Report | Skipped], kit: Tools) -> Iterator[Analysis | Skipped]:
    """One analysis for each report, in order; after one that could not be coded comes the reason.

    A report in a language that is not served, or on which the program fails, is kept uncoded. What was
    skipped in reading is handed on.

    Raises:
        RunError: a data file is missing or broken; no other report would fare better.
    """
    for report in records:
        if isinstance(report, Skipped):
            yield report
            continue
        try:
            document = kit.annotator.document(report)
            yield _coded(document, kit)
        except RecordError as error:
            yield _uncoded(report)
            yield Skipped(reason=error.reason, message=error.message, path=report.id)
        except RunError:
            raise
        except Exception as error:  # noqa: BLE001 - one report's fault must not lose the others; it is counted
            yield _uncoded(report)
            yield Skipped(reason="internal-error", message=f"{type(error).__name__}: {error}", path=report.id)
        else:
            if not document.served:
                name = document.language or "unknown"
                message = f"language {name!r} is not served; the report is kept, not coded"
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
    records: Iterable[Report | Skipped],
    *,
    threshold: float,
    coder: str = DEFAULT,
    jobs: int = 1,
    batch: int = 16,
    origins: Origins | None = None,
) -> Iterator[Analysis | Skipped]:
    """``analyse`` in ``jobs`` processes; the order, and so the bytes that follow, never change.

    Args:
        records: what ``reports.read`` gives.
        threshold: lowest score of a coded event.
        coder: a key of ``CODERS``.
        jobs: processes.
        batch: reports that a process is given at a time.
        origins: where reports stand, so that one that is not coded is named by file and line.

    Raises:
        RunError: a process died, most likely for want of memory.
    """
    if jobs == 1:
        results = analyse(records, tools(threshold, coder))
    else:
        code = partial(_batch, threshold=threshold, coder=coder)
        results = chain.from_iterable(_spread(_batches(records, batch), code, jobs))
    yield from (_located(result, origins) for result in results)


def _located(result: _Result, origins: Origins | None) -> _Result:
    """A report that is left uncoded is known by its id here, and by file and line to those who gave it."""
    if isinstance(result, Skipped) and origins and result.line is None and result.path in origins:
        path, line = origins[result.path]
        return replace(result, path=path, line=line)
    return result


def _spread(groups: Iterable[_Group], code: _Code, jobs: int) -> Iterator[list[Analysis | Skipped]]:
    """The results of each group, in order. Processes start afresh: a fork would copy locks of threads."""
    if jobs == 1:
        yield from map(code, groups)
        return
    try:
        fresh = get_context("spawn")
        with ProcessPoolExecutor(jobs, mp_context=fresh, initializer=collect_seldom) as pool:
            waiting: deque[Future[list[Analysis | Skipped]]] = deque()
            for group in groups:
                waiting.append(pool.submit(code, group))
                if len(waiting) > 2 * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
    except BrokenExecutor as error:
        raise RunError("a process died, perhaps for want of memory: try fewer jobs") from error


def _batch(group: _Group, threshold: float, coder: str = DEFAULT) -> list[Analysis | Skipped]:
    return list(analyse(group, tools(threshold, coder)))


def _batches(items: Iterable[_Item], size: int) -> Iterator[list[_Item]]:
    rows = iter(items)
    while group := list(islice(rows, size)):
        yield group


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What the last batch of a run did: reports kept, reports that were there, and what was skipped."""

    kept: int
    there: int
    skipped: tuple[Skipped, ...]


def run(
    records: Iterable[Report | Skipped],
    store: Store,
    *,
    threshold: float,
    jobs: int = 1,
    batch: int = 16,
    origins: Origins | None = None,
) -> Iterator[Progress]:
    """Analyse what the store does not hold yet and keep it, one transaction a batch.

    Args:
        records: what ``reports.read`` gives.
        store: an open store; what it already holds by the same coder is passed over.
        threshold: lowest score of a coded event.
        jobs: processes.
        batch: reports a transaction.
        origins: where reports stand, so that one that is not coded is named by file and line.

    Yields:
        What each batch did.
    """
    coder = f"dragoman@{VERSION}/{threshold}"
    there: deque[int] = deque()
    groups = _fresh(_batches(records, batch), store, coder, there)
    for results in _spread(groups, partial(_batch, threshold=threshold), jobs):
        located = [_located(item, origins) for item in results]
        analyses = [item for item in located if isinstance(item, Analysis)]
        skipped = tuple(item for item in located if isinstance(item, Skipped))
        store.put_skipped(skipped)  # first: a kill between the two leaves reports that will be read again
        store.add(analyses, coder)
        yield Progress(kept=len(analyses), there=there.popleft(), skipped=skipped)
    store.meet()


def _fresh(
    groups: Iterable[_Group], store: Store, coder: str, there: deque[int]
) -> Iterator[list[Report | Skipped]]:
    """The groups without what the store holds; how many of each those were goes to ``there``."""
    for group in groups:
        fresh = [item for item in group if isinstance(item, Skipped) or not store.has(item.id, coder)]
        there.append(len(group) - len(fresh))
        yield fresh
