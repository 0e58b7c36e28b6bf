"""Verbs that read reports: demo, analyse, run, classify, dates, explain."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.output import Tally, Verb, write_lines, write_text
from dragoman.errors import ReadError, StoreError
from dragoman.types import Analysis, Report, Skipped

if TYPE_CHECKING:
    from dragoman.settings import Settings

Paths = Annotated[
    list[str], typer.Argument(help="Files, folders or globs of reports; - for JSON lines on stdin.")
]
File = Annotated[str, typer.Argument(help="A file of JSON lines; - for stdin.")]
StoreUrl = Annotated[str | None, typer.Option("--store", help="Path or URL of the store.")]
Jobs = Annotated[int | None, typer.Option(help="Processes.", min=1, max=256)]
Batch = Annotated[int | None, typer.Option(help="Reports that are worked on together.", min=1, max=10_000)]
Threshold = Annotated[float | None, typer.Option(help="Lowest score of an event.", min=0.0, max=1.0)]


def _settings(**given: Any) -> Settings:
    from dragoman.settings import load

    return load(**given)


def _records(paths: list[str], settings: Settings) -> Iterator[Report | Skipped]:
    from dragoman import reports

    limits = reports.Limits(
        line=settings.max_line_bytes, text=settings.max_text_chars, file=settings.max_file_bytes
    )
    return reports.read(paths, limits)


def _reports(records: Iterator[Report | Skipped], tally: Tally) -> Iterator[Report]:
    for record in records:
        if isinstance(record, Skipped):
            tally.skip(record)
        else:
            yield record


def analyse(paths: Paths, jobs: Jobs = None, batch: Batch = None, threshold: Threshold = None) -> None:
    """Code reports; one JSON line each on stdout."""
    from dragoman import codec, pipeline

    settings = _settings(jobs=jobs, batch=batch, threshold=threshold)
    tally = Tally()
    reports = _reports(_records(paths, settings), tally)
    results = pipeline.spread(reports, threshold=settings.threshold, jobs=settings.jobs, batch=settings.batch)
    for result in results:
        if isinstance(result, Analysis):
            write_lines([codec.analysis_line(result)])
            tally.done += 1
        else:
            tally.skip(result)
    tally.close("reports")


def run(
    paths: Paths, store: StoreUrl = None, jobs: Jobs = None, batch: Batch = None, threshold: Threshold = None
) -> None:
    """Code reports and keep them in a store; what is there already is passed over."""
    settings = _settings(store=store, jobs=jobs, batch=batch, threshold=threshold)
    tally = Tally()
    _keep(paths, settings, tally)
    tally.close("reports")


def _keep(paths: list[str], settings: Settings, tally: Tally) -> None:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from dragoman import pipeline
    from dragoman.store import Store

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    records = list(_records(paths, settings))
    total = sum(isinstance(record, Report) for record in records)
    with Store.open(settings.store) as store, Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("coding", total=total)
        batches = pipeline.run(
            records, store, threshold=settings.threshold, jobs=settings.jobs, batch=settings.batch
        )
        for progress in batches:
            bar.update(task, completed=progress.done)
            for record in progress.skipped:
                tally.skip(record)
        tally.done = total


def classify(file: File) -> None:
    """Give each sentence with its two sides a PLOVER type and a score for all sixteen."""
    from dragoman.cli import rows

    tally = Tally()
    for line, number in rows.lines(file):
        try:
            write_lines([rows.classified(line)])
            tally.done += 1
        except ReadError as error:
            tally.skip(Skipped(reason=error.reason, message=error.message, path=file, line=number))
    tally.close("sentences")


def dates(file: File) -> None:
    """Find the expressions of time and the days they mean."""
    from dragoman.cli import rows

    tally = Tally()
    for line, number in rows.lines(file):
        try:
            write_lines([rows.dated(line)])
            tally.done += 1
        except ReadError as error:
            tally.skip(Skipped(reason=error.reason, message=error.message, path=file, line=number))
    tally.close("texts")


def explain(
    event: Annotated[str, typer.Argument(help="Id of an event, or its beginning.")], store: StoreUrl = None
) -> None:
    """Show why an event was coded: the words, the rule that fired, the sides and their reasons."""
    from dragoman.cli.explaining import explained
    from dragoman.store import Store

    settings = _settings(store=store)
    with Store.open(settings.store, create=False) as opened:
        for found, report in opened.events():
            if found.id.startswith(event):
                write_text(explained(found, report))
                return
    raise StoreError(f"no event {event!r} in {settings.store}; `dragoman events --json` lists the ids")


def demo(
    store: Annotated[
        Path | None, typer.Option(help="Keep the store here instead of throwing it away.")
    ] = None,
) -> None:
    """Code the sample reports that ship with the package and show a dossier of them."""
    import tempfile
    from importlib.resources import as_file, files

    from dragoman.dossiers import assemble, to_markdown
    from dragoman.store import Store

    tally = Tally()
    with tempfile.TemporaryDirectory() as folder, as_file(files("dragoman") / "data" / "samples") as samples:
        target = str(store or Path(folder) / "demo.db")
        _keep([str(samples)], _settings(store=target), tally)
        with Store.open(target) as opened:
            write_text(to_markdown(assemble(opened, "RUS", "IRQ")))
    skipped = ", ".join(f"{reason} {count}" for reason, count in sorted(tally.counts.items()))
    sys.stderr.write(
        f"{tally.done} sample reports" + (f"; kept uncoded: {skipped}" if skipped else "") + "\n"
    )


VERBS = (
    Verb(function=demo, help=demo.__doc__ or "", example="dragoman demo"),
    Verb(
        function=analyse, help=analyse.__doc__ or "", example="dragoman analyse reports.jsonl > coded.jsonl"
    ),
    Verb(function=run, help=run.__doc__ or "", example="dragoman run reports/ --store news.db --jobs 2"),
    Verb(function=classify, help=classify.__doc__ or "", example="dragoman classify sentences.jsonl"),
    Verb(function=dates, help=dates.__doc__ or "", example="dragoman dates texts.jsonl"),
    Verb(function=explain, help=explain.__doc__ or "", example="dragoman explain 3f2a --store news.db"),
)
