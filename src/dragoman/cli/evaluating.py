"""The verb that measures: evaluate."""

from __future__ import annotations

import sys
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.output import Verb, note, write_lines, write_text
from dragoman.errors import SettingsError

if TYPE_CHECKING:
    from dragoman.evaluation import Run, Task
    from dragoman.evaluation.gate import Finding

ALL, GATE = "all", "gate"
_SEED = 20


Name = Annotated[str, typer.Argument(metavar="TASK", help="A task, such as classify; all; or gate.")]
Misses = Annotated[bool, typer.Option("--misses", help="Show every case that went wrong.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON lines instead of a table.")]
Up = Annotated[bool, typer.Option("--raise", help="Set floors to what is better than they are.")]
Down = Annotated[bool, typer.Option("--lower", help="Set floors to what is measured.")]
Sample = Annotated[
    int | None,
    typer.Option(metavar="N", help="Print a sheet for judging: this many reports a language.", min=1),
]
Model = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Compare a reader of your own with the one that ships."),
]


def evaluate(  # noqa: PLR0913 - one argument for each option of the command line
    task: Name = ALL,
    *,
    misses: Misses = False,
    as_json: AsJson = False,
    up: Up = False,
    down: Down = False,
    sample: Sample = None,
    model: Model = None,
) -> None:
    """Measure how good the coding is.

    Scores come by task and language. The gate measures all tasks and fails, with exit code 1, where a score
    lies below its floor. A task whose corpus is not there is skipped and says so. With --model a reader that
    `train` wrote and the one that ships stand side by side, by type, on your examples (each read by heads
    that had not seen it) and on sentences that neither has seen.
    """
    from dragoman import evaluation

    if sample is not None:
        _sheet(sample)
        return
    if model is not None:
        _compared(model, misses=misses, as_json=as_json)
        return
    findings: list[Finding] = []
    for one in _chosen(task, evaluation.TASKS):
        run = _measured(one, misses=misses, as_json=as_json)
        findings.extend(_gated(run, evaluation.languages(), up=up or down, down=down))
    if task == GATE and any(finding.fails for finding in findings):
        sys.exit(_shut(findings))


def _measured(task: Task, *, misses: bool, as_json: bool) -> Run:
    """A task run and shown."""
    from dragoman import evaluation
    from dragoman.dossiers import clean

    if not as_json:
        write_text(f"{task.name}: {task.about}\n")  # first: a task may take minutes
    run = evaluation.run(task)
    if as_json:
        _lines(run)
    else:
        _table(run, evaluation.languages())
    if misses and run.result:
        write_text("".join(f"  {clean(line)}\n" for line in run.result.misses))
    return run


def _chosen(name: str, tasks: tuple[Task, ...]) -> tuple[Task, ...]:
    if name in (ALL, GATE):
        return tasks
    chosen = tuple(task for task in tasks if task.name == name)
    if not chosen:
        raise SettingsError(
            f"no task {name!r}: one of {', '.join(task.name for task in tasks)}, {ALL}, {GATE}"
        )
    return chosen


def _gated(run: Run, languages: tuple[str, ...], *, up: bool, down: bool) -> list[Finding]:
    """How the run stands to its floors, which are moved first where that is asked for."""
    from dragoman.evaluation import gate

    floors = gate.read(gate.path())
    if up:
        moved = gate.moved(run, floors.get(run.task.name), languages, lower=down)
        floors = {**floors, **({run.task.name: moved} if moved else {})}
        gate.write(gate.path(), floors)
    return gate.compare(run, floors.get(run.task.name))


def _shut(findings: list[Finding]) -> int:
    for finding in findings:
        if finding.fails:
            what = f"{finding.task} {finding.language} {finding.measure}".replace("  ", " ")
            numbers = f": {finding.value} below {finding.floor}" if finding.value is not None else ""
            note(f"dragoman: {what} {finding.verdict}{numbers}")
    return 1


def _table(run: Run, languages: tuple[str, ...]) -> None:
    if run.result is None:
        write_text(f"  {run.skipped}\n")
        return
    for score in run.result.scores:
        write_text(f"  {score.language}  {score.measure:<28}{score.value:7.4f}  of {score.count:,}\n")
    measured = {score.language for score in run.result.scores}
    for language in languages:
        if language not in measured:
            write_text(f"  {language}  unmeasured\n")


def _lines(run: Run) -> None:
    import msgspec

    if run.result is None:
        write_lines([msgspec.json.encode({"task": run.task.name, "skipped": run.skipped})])
        return
    head = {"task": run.task.name, "corpus": run.corpus.name, "sha256": run.sha256}
    write_lines(msgspec.json.encode({**head, **msgspec.to_builtins(score)}) for score in run.result.scores)


def _compared(path: Path, *, misses: bool, as_json: bool) -> None:
    """Two readers side by side."""
    import msgspec

    from dragoman.dossiers import clean
    from dragoman.evaluation import comparing

    found = comparing.compare(path)
    if as_json:
        write_lines(map(msgspec.json.encode, found.lines))
        return
    told = ""
    for line in found.lines:
        if line.set != told:
            told = line.set
            write_text(f"{comparing.SETS[told]}\n  {'':<28}shipped   yours  change\n")
        change = line.own - line.shipped
        write_text(
            f"  {line.measure:<28}{line.shipped:7.2f}{line.own:8.2f}{change:+8.2f}  of {line.count:,}\n"
        )
    if misses:
        write_text("".join(f"  {clean(miss)}\n" for miss in found.misses))


def _sheet(reports: int) -> None:
    """Events to be judged as CSV on standard output, the words that say so beside them on standard error."""
    import csv
    import io

    from dragoman.documents.annotator import SERVED
    from dragoman.evaluation import judged

    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(judged.COLUMNS)
    for iso in SERVED:
        for row, report in judged.sample(iso, reports, _SEED):
            table.writerow(astuple(row))
            words = " … ".join(span.text(report.text) for span in row.spans)
            note(f"{row.event} {row.type} “{words}”")
    write_text(out.getvalue())


VERBS = (
    Verb(
        function=evaluate,
        examples=(
            "dragoman evaluate classify",
            "dragoman evaluate codebook --misses",
            "dragoman evaluate gate --raise",
            "dragoman evaluate --model dragoman-reader.yml",
            "dragoman evaluate judged --sample 30 > docs/evaluation/judged-events.csv",
        ),
    ),
)
