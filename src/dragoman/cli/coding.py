"""Verbs that read reports: demo, analyse, run, classify, dates, explain."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from dragoman.cli.output import StoreUrl, Tally, Verb, note, progress, write_lines, write_text
from dragoman.errors import SettingsError
from dragoman.types import Report, Skipped

if TYPE_CHECKING:
    from dragoman.reports import Origins
    from dragoman.settings import Settings
    from dragoman.store import Store

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", help="Files, folders or globs of reports; - for JSON lines on standard input."
    ),
]
File = Annotated[str, typer.Argument(metavar="FILE", help="A file of JSON lines; - for standard input.")]
Jobs = Annotated[
    int | None,
    typer.Option(metavar="N", help="Processes that work at the same time; 1 by default.", min=1, max=256),
]
Batch = Annotated[
    int | None,
    typer.Option(metavar="N", help="Reports that are worked on together; 16 by default.", min=1, max=10_000),
]
Threshold = Annotated[
    float | None,
    typer.Option(metavar="SCORE", help="Lowest score of an event, 0 to 1; 0.5 by default.", min=0.0, max=1.0),
]
Coder = Annotated[
    Literal["frames", "voted", "reader", "both"],
    typer.Option(
        help="What finds events: the rules (frames), the rules with the vote of a language's network, "
        "the network (reader), or both."
    ),
]


def _settings(**given: Any) -> Settings:
    from dragoman.settings import load

    return load(**given)


def _records(paths: list[str], settings: Settings, origins: Origins) -> Iterator[Report | Skipped]:
    from dragoman import reports

    limits = reports.Limits(
        line=settings.max_line_bytes, text=settings.max_text_chars, file=settings.max_file_bytes
    )
    return reports.read(paths, limits, origins=origins)


def analyse(
    paths: Paths,
    jobs: Jobs = None,
    batch: Batch = None,
    threshold: Threshold = None,
    coder: Coder = "voted",
) -> None:
    """Code reports, one JSON line each.

    A line has the report with its mentions, events, quotes, figures and dates; docs/cli.md names every field.
    Reads plain text, HTML, JSON lines and CSV by the ending of the file's name. Lines come in the order of
    the input whatever --jobs and --batch are.
    """
    from dragoman import codec, pipeline

    settings = _settings(jobs=jobs, batch=batch, threshold=threshold)
    tally = Tally()
    origins: Origins = {}
    pipeline.collect_seldom()
    results = pipeline.spread(
        _records(paths, settings, origins),
        threshold=settings.threshold,
        coder=coder,
        jobs=settings.jobs,
        batch=settings.batch,
        origins=origins,
    )
    with progress("reports", lines=True) as advance:
        for result in results:
            if isinstance(result, Skipped):
                tally.skip(result)
            else:
                tally.done += write_lines([codec.analysis_line(result)])
                advance(1)
    tally.close("report")


def run(
    paths: Paths, store: StoreUrl = None, jobs: Jobs = None, batch: Batch = None, threshold: Threshold = None
) -> None:
    """Code reports and keep them in a store.

    What is there already is passed over. Each batch is kept whole or not at all: a run that was killed goes
    on where it stopped when it is started again.
    """
    from dragoman.store import Store

    settings = _settings(store=store, jobs=jobs, batch=batch, threshold=threshold)
    with Store.open(settings.store) as opened:
        tally = _keep(paths, settings, opened)
    tally.close("report")


def _keep(paths: list[str], settings: Settings, store: Store) -> Tally:
    from dragoman import pipeline

    tally = Tally()
    origins: Origins = {}
    pipeline.collect_seldom()
    batches = pipeline.run(
        _records(paths, settings, origins),
        store,
        threshold=settings.threshold,
        jobs=settings.jobs,
        batch=settings.batch,
        origins=origins,
    )
    with progress("reports") as advance:
        for batch in batches:
            advance(batch.kept + batch.there)
            tally.done += batch.kept
            tally.there += batch.there
            for record in batch.skipped:
                tally.skip(record)
    return tally


def classify(file: File) -> None:
    """Give sentences with two sides a PLOVER type and scores.

    A line is {"id", "text", "language", "actor": [start, stop], "recipient": [start, stop]}, in code points;
    the answer is {"id", "event", "mode", "scores": {TYPE: p}}.
    """
    from dragoman.cli import rows

    rows.answer(file, rows.classified, "sentence")


def dates(file: File) -> None:
    """Find expressions of time and the days they mean.

    A line is {"id", "text", "language", "reference"}, where the reference is the day that "yesterday" counts
    from; the answer is {"id", "dates": [{"span", "start", "end", "granularity"}]}, with null for a day that
    cannot be known.
    """
    from dragoman.cli import rows

    rows.answer(file, rows.dated, "text")


def explain(
    event: Annotated[str, typer.Argument(metavar="ID", help="Id of an event, or its beginning.")],
    store: StoreUrl = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line instead of text.")] = False,
) -> None:
    """Show why an event was coded.

    The words, the rule that fired with its examples, the two sides and the reasons for who they are; and
    where the language has a reader what that holds likely, and the sentences it knows that are most alike.
    """
    from dragoman import codec
    from dragoman.cli.explaining import explained, explanation
    from dragoman.store import Store

    if not event:
        raise SettingsError("no id: `dragoman events` shows the beginnings of ids")
    settings = _settings(store=store)
    with Store.open(settings.store, create=False) as opened:
        found = [(one, report) for one, report in opened.events() if one.id.startswith(event)]
    if not found:
        raise SettingsError(f"no event {event!r} in {settings.store}: `dragoman events --json` lists the ids")
    if len(found) > 1:
        some = ", ".join(one.id for one, _ in found[:5])
        raise SettingsError(
            f"{len(found)} events begin with {event!r}: {some}{' …' if len(found) > 5 else ''}"
        )
    if as_json:
        write_lines([codec.encode(explanation(*found[0]))])
    else:
        write_text(explained(*found[0]))


def demo(
    store: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="Keep the store here instead of throwing it away."),
    ] = None,
) -> None:
    """Code the sample reports and show a dossier of them.

    The samples ship with the package: real events of Russia and Iraq in English, Arabic and Russian, told in
    texts written for this purpose.
    """
    import tempfile
    from importlib.resources import as_file, files

    from dragoman.dossiers import assemble, to_markdown
    from dragoman.store import Store

    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        samples = stack.enter_context(as_file(files("dragoman") / "data" / "samples"))
        settings = _settings(store=str(store or Path(folder) / "demo.db"))
        opened = stack.enter_context(Store.open(settings.store))
        tally = _keep([str(samples)], settings, opened)
        write_text(to_markdown(assemble(opened, "RUS", "IRQ")))
    note(tally.summary("sample report"))


VERBS = (
    Verb(function=demo, examples=("dragoman demo", "dragoman demo --store demo.db")),
    Verb(
        function=analyse,
        examples=(
            "dragoman analyse reports.jsonl > coded.jsonl",
            "dragoman analyse pages/ 'archive/**/*.txt' --jobs 4",
            "zcat reports.jsonl.gz | dragoman analyse -",
        ),
    ),
    Verb(
        function=run,
        examples=(
            "dragoman run reports/ --store news.db --jobs 2",
            "dragoman run reports.jsonl --store postgresql+psycopg://me@localhost/news",
        ),
    ),
    Verb(
        function=classify,
        examples=(
            'echo \'{"text": "Iran praised Iraq.", "actor": [0, 4], "recipient": [13, 17]}\''
            " | dragoman classify -",
        ),
    ),
    Verb(
        function=dates,
        examples=(
            'echo \'{"text": "They met last Tuesday.", "reference": "2024-05-10"}\' | dragoman dates -',
        ),
    ),
    Verb(
        function=explain,
        examples=("dragoman explain 3f2a --store news.db", "dragoman explain 3f2a --store news.db --json"),
    ),
)
"""In the order of the help."""
