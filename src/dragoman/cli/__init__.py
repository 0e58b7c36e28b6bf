"""The command line: JSON lines in, JSON lines out.

Exit code 0 when all was read, 3 when something was skipped, 2 for wrong usage, 1 when the run had to stop.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

import dragoman
from dragoman.cli import asking, coding, evaluating, importing, judging, naming, training
from dragoman.cli.output import Verb, note, write_text
from dragoman.errors import RunError, SettingsError

VERBS: tuple[Verb, ...] = (
    *coding.VERBS,
    *asking.VERBS,
    *naming.VERBS,
    *judging.VERBS,
    *importing.VERBS,
    *evaluating.VERBS,
    *training.VERBS,
)

app = typer.Typer(
    name="dragoman",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        write_text(f"dragoman {dragoman.__version__}\n")
        raise typer.Exit


@app.callback()
def _everywhere(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Read news reports and rebuild who did what to whom, when, where and who said it.

    Lines go to standard output, what was skipped and why to standard error. The exit code is 0 when all was
    read, 3 when something was skipped, 2 for wrong usage, 1 when the run had to stop.
    """


actors = typer.Typer(
    name=naming.GROUP,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Compare names, find and show actors, judge which are the same.",
    context_settings={"help_option_names": ["-h", "--help"]},
)

for verb in VERBS:
    where = actors if verb.group else app
    where.command(name=verb.name, epilog=verb.epilog, help=verb.help)(verb.function)
app.add_typer(actors)


def main() -> None:
    """Run the command line; a run that must stop says why in one line."""
    try:
        app()
    except SettingsError as error:
        _stop(error, 2)
    except RunError as error:
        _stop(error, 1)


def _stop(error: RunError, code: int) -> None:
    note(f"dragoman: {error}")
    sys.exit(code)
