"""Verbs that take in what others know: actors import, actors update."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.output import Verb, note
from dragoman.errors import ReadError, SettingsError

GROUP = "actors"
SERVICE = "https://query.wikidata.org/sparql"
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
    count = len(found.entries)
    note(f"{count} {'actor' if count == 1 else 'actors'} in {target}{left_out}")


def update(
    countries: Annotated[list[str], typer.Argument(metavar="COUNTRY", help="Countries, by code or by name.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FOLDER", help="The folder of the lists; that of the setting `actors`."
        ),
    ] = None,
    contact: Annotated[
        str,
        typer.Option(metavar="MAIL", help="An address for mail, that the service's rules ask to be given."),
    ] = "",
    service: Annotated[str, typer.Option(metavar="URL", help="The address of the query service.")] = SERVICE,
) -> None:
    """Ask Wikidata who holds and held the offices of a country.

    Presidents, prime ministers, kings, ministers and speakers since 2000, with their days and their names in
    English, Arabic and Russian, are written as one list a country into your own folder of lists, which every
    other verb reads from then on. Who is listed already keeps the id and gains offices and names; an office
    of the list takes the place of the shipped one. What the checker refuses, beside all that is listed, is
    left out. Needs the net; without it nothing is changed, and the exit code is 1.
    """
    from dragoman.actors import wikidata

    ask = wikidata.service(service, contact)
    folder = output or _folder()
    for code in [_code(country) for country in countries]:
        _update(code, folder / f"wikidata-{code}.yml", ask)


def _folder() -> Path:
    """The folder of one's own lists: what the setting names, or that beside the list which it names."""
    from dragoman.settings import load

    path = Path(load().actors)
    return path if path.is_dir() or not path.suffix else path.with_suffix("")


def _code(country: str) -> str:
    from dragoman import ontology
    from dragoman.actors.lookup import lookup

    code = country if country in ontology.countries() else lookup(country)
    if code not in ontology.countries():
        raise SettingsError(f"{country!r} is no country: give its name or its code, such as IRQ")
    return code


def _update(code: str, target: Path, ask: Callable[[str], bytes]) -> None:
    from dragoman.actors import directory, updating, wikidata
    from dragoman.actors.importing import as_yaml

    head = updating.HEAD.format(code)
    if target.exists() and not _begins(target, head):
        raise SettingsError(f"{target} was not written by this verb: name another folder with --output")
    found = updating.entries(wikidata.read(ask(wikidata.query(code))), code, directory.without(target))
    for line in found.refused:
        note(line)
    if found.entries:
        _write(target, head + as_yaml(found.entries))
    left_out = "".join(f"; {reason} {count}" for reason, count in sorted(found.skipped.items()))
    note(f"{len(found.entries)} people in {target if found.entries else 'no list'}{left_out}")


def _begins(path: Path, head: str) -> bool:
    try:
        with path.open(encoding="utf-8") as file:
            return file.read(len(head)) == head
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}") from error


def _write(target: Path, text: str) -> None:
    """Writes a file whole or not at all."""
    new = target.with_suffix(".new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(text, encoding="utf-8")
        new.replace(target)
    except OSError as error:
        raise SettingsError(f"{target} cannot be written: {error.strerror or error}") from error


VERBS = (
    Verb(
        function=import_,
        group=GROUP,
        examples=(
            "dragoman actors import entities.ftm.json",
            "dragoman actors import Phoenix.Countries.actors.txt -o lists/countries.yml",
        ),
    ),
    Verb(
        function=update,
        group=GROUP,
        examples=(
            "dragoman actors update IRQ --contact you@example.org",
            "dragoman actors update Iraq Egypt Россия -o lists",
        ),
    ),
)
"""In the order of the help."""
