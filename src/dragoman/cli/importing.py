"""The verb that takes in lists of others: actors import."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.output import Verb, note
from dragoman.errors import ReadError, SettingsError

GROUP = "actors"
LARGEST = 500_000_000
"""Bytes of a list."""


def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="FollowTheMoney JSON lines, or a PETRARCH dictionary.")
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="The list to write; dragoman-actors.yml by default."
        ),
    ] = None,
) -> None:
    """Take a list of actors of your own into the directory.

    People, bodies and companies of a FollowTheMoney file, or the names and codes of a PETRARCH dictionary,
    are written as a list that every other verb reads from then on. Whom the directory lists already is left
    out.
    """
    from dragoman.actors import check, compiled, importing
    from dragoman.settings import load

    target = output or Path(load().actors)
    if target.exists():
        raise SettingsError(f"{target} is there already: name another file with --output")
    try:
        if file.stat().st_size > LARGEST:
            raise SettingsError(f"{file} is larger than {LARGEST:,} bytes")
        found = importing.read(file.read_bytes().decode("utf-8"), compiled.entries())
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    except ReadError as error:
        raise SettingsError(f"{file}: {error.message}") from error
    for line in check.breaches(found.entries):
        note(line)
    try:
        target.write_text(importing.written(found, file.name), encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{target} cannot be written: {error.strerror or error}") from error
    left_out = "".join(f"; {reason} {count}" for reason, count in sorted(found.skipped.items()))
    note(f"{len(found.entries)} actors in {target}{left_out}")


VERBS = (
    Verb(
        function=import_,
        group=GROUP,
        examples=(
            "dragoman actors import entities.ftm.json",
            "dragoman actors import Phoenix.Countries.actors.txt -o lists/countries.yml",
        ),
    ),
)
"""In the order of the help."""
