"""The command line: JSON lines in, JSON lines out.

Exit code 0 when all was read, 3 when something was skipped, 2 for wrong usage, 1 when the run had to stop.
"""

from __future__ import annotations

import sys

import typer

from dragoman.cli import asking, coding
from dragoman.errors import RunError, SettingsError

app = typer.Typer(
    name="dragoman",
    help="Reads news reports and rebuilds who did what to whom, when, where and who said it.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
for verb in (*coding.VERBS, *asking.VERBS):
    app.command(epilog=verb.epilog, help=verb.help)(verb.function)


def main() -> None:
    """Run the command line; a run that must stop says why in one line."""
    try:
        app()
    except SettingsError as error:
        _stop(str(error), 2)
    except RunError as error:
        _stop(str(error), 1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


def _stop(message: str, code: int) -> None:
    sys.stderr.write(f"dragoman: {message}\n")
    sys.exit(code)
