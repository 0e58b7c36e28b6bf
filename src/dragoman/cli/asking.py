"""Verbs that ask a store: events, quotes, figures, dossier, export."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar, get_args

import typer

from dragoman.cli.output import StoreUrl, Verb, day, note, write_lines, write_text
from dragoman.errors import SettingsError
from dragoman.types import Event, FigureKind, QuoteKind, Report

if TYPE_CHECKING:
    from dragoman.store import Filter, Store

Party = Annotated[
    str | None,
    typer.Option("--actor", metavar="NAME", help="A country, body or person, in any served language."),
]
Other = Annotated[str | None, typer.Option("--with", metavar="NAME", help="The other party.")]
Since = Annotated[date | None, typer.Option(parser=day, metavar="YYYY-MM-DD", help="First day, inclusive.")]
Until = Annotated[date | None, typer.Option(parser=day, metavar="YYYY-MM-DD", help="Last day, inclusive.")]
EventType = Annotated[
    str | None, typer.Option("--type", metavar="TYPE", help="A PLOVER type, such as CONSULT.")
]
KindOfQuote = Annotated[str | None, typer.Option("--type", metavar="KIND", help="direct, indirect or mixed.")]
KindOfFigure = Annotated[
    str | None, typer.Option("--type", metavar="KIND", help="money, count, percent, ordinal or measure.")
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON lines instead of text.")]
_Told = TypeVar("_Told")


def _open(url: str | None) -> Store:
    from dragoman.settings import load
    from dragoman.store import Store

    return Store.open(load(store=url).store, create=False)


def _party(name: str | None) -> str | None:
    """A name as the store knows it: a country by any of its names, a person by any spelling, or as given.

    People type "iraq" and "usa", which no report does.
    """
    if name is None:
        return None
    if not any(map(str.isalnum, name)):
        raise SettingsError(f"{name!r} names nobody: give a country, a body or a person")
    from dragoman.actors.lookup import lookup

    return lookup(name) or lookup(name.title()) or lookup(name.upper()) or name


def _days(since: date | None, until: date | None) -> tuple[date | None, date | None]:
    if since and until and until < since:
        raise SettingsError(f"--until {until} is before --since {since}")
    return since, until


def _kind(asked: str | None, known: Collection[str]) -> str | None:
    """The kind as the store spells it."""
    if asked is None:
        return None
    same = {kind.casefold(): kind for kind in known}
    if asked.casefold() not in same:
        raise SettingsError(f"no type {asked!r}: one of {', '.join(known)}")
    return same[asked.casefold()]


def _filter(
    actor: str | None, other: str | None, days: tuple[date | None, date | None], kind: str | None
) -> Filter:
    from dragoman.store import Filter

    return Filter(actor=_party(actor), with_=_party(other), since=days[0], until=days[1], type=kind)


def _show(
    rows: Iterable[tuple[_Told, Report]],
    text: Callable[[_Told, Report], str],
    line: Callable[[_Told, Report], bytes],
    as_json: bool,
) -> None:
    if not write_lines(line(*row) if as_json else text(*row).encode("utf-8", "replace") for row in rows):
        note("nothing found")


def events(  # noqa: PLR0913 - one argument for each option of the command line
    *,
    store: StoreUrl = None,
    actor: Party = None,
    other: Other = None,
    since: Since = None,
    until: Until = None,
    kind: EventType = None,
    as_json: AsJson = False,
) -> None:
    """List events of a party, or of two with each other.

    An event without a date of its own counts on the day its report was published. With --json each line is a
    PLOVER record.
    """
    from dragoman import ontology
    from dragoman.cli.tables import event_line

    asked = _filter(actor, other, _days(since, until), _kind(kind, ontology.load().types))
    with _open(store) as opened:
        _show(opened.events(asked), event_line, _plover, as_json)


def _plover(event: Event, report: Report) -> bytes:
    from dragoman import codec

    return codec.encode(codec.event_record(event, report))


def quotes(  # noqa: PLR0913 - one argument for each option of the command line
    *,
    store: StoreUrl = None,
    actor: Party = None,
    other: Other = None,
    since: Since = None,
    until: Until = None,
    kind: KindOfQuote = None,
    as_json: AsJson = False,
) -> None:
    """List what a party said.

    The days are those on which the reports were published.
    """
    from dragoman import codec
    from dragoman.cli.tables import quote_line

    asked = _filter(actor, other, _days(since, until), _kind(kind, get_args(QuoteKind)))
    with _open(store) as opened:
        _show(opened.quotes(asked), quote_line, codec.quote_line, as_json)


def figures(  # noqa: PLR0913 - one argument for each option of the command line
    *,
    store: StoreUrl = None,
    actor: Party = None,
    other: Other = None,
    since: Since = None,
    until: Until = None,
    kind: KindOfFigure = None,
    as_json: AsJson = False,
) -> None:
    """List money, counts and other numbers.

    They are taken from the reports where the party acts or speaks, published between the two days.
    """
    from dragoman import codec
    from dragoman.cli.tables import figure_line

    asked = _filter(actor, other, _days(since, until), _kind(kind, get_args(FigureKind)))
    with _open(store) as opened:
        _show(opened.figures(asked), figure_line, codec.figure_line, as_json)


def dossier(
    a: Annotated[str, typer.Argument(metavar="A", help="A country, body or person.")],
    b: Annotated[
        str | None, typer.Argument(metavar="B", help="The other party; left out for everybody.")
    ] = None,
    store: StoreUrl = None,
    since: Since = None,
    until: Until = None,
    form: Annotated[str, typer.Option("--format", metavar="FORM", help="md or json.")] = "md",
) -> None:
    """Show all that is known of a party, or of two.

    Timeline, meetings, what was asked, promised and given, conflict, quotations and figures; every line cites
    the report and the words that say so.
    """
    from dragoman.dossiers import RENDERERS, assemble, to_json, to_markdown

    if form not in dict(RENDERERS):
        raise SettingsError(f"no format {form!r}: one of {', '.join(name for name, _ in RENDERERS)}")
    first, last = _days(since, until)
    party, other = _party(a) or a, _party(b)
    with _open(store) as opened:
        found = assemble(opened, party, other, since=first, until=last)
    if not found.reports:
        note("nothing found")
    write_text(to_markdown(found) if form == "md" else to_json(found).decode() + "\n")


def export(
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The file to write.")],
    form: Annotated[str, typer.Option("--format", metavar="FORM", help="plover, parquet or csv.")] = "plover",
    store: StoreUrl = None,
    everything: Annotated[bool, typer.Option("--all", help="Negated and hypothetical events too.")] = False,
) -> None:
    """Write the events of a store to a file.

    PLOVER's JSON lines, Parquet or CSV. The file is replaced when it is whole.
    """
    from dragoman.exports import export as written

    with _open(store) as opened:
        count = written(opened, form, output, everything=everything)
    note(f"{count} event{'' if count == 1 else 's'} in {output}")


VERBS = (
    Verb(
        function=events,
        examples=(
            "dragoman events --store news.db --actor Iraq --with Russia --since 2017-07-01",
            "dragoman events --store news.db --type ASSAULT --json",
        ),
    ),
    Verb(function=quotes, examples=("dragoman quotes --store news.db --actor Lavrov --type direct",)),
    Verb(function=figures, examples=("dragoman figures --store news.db --actor Iraq --type money",)),
    Verb(
        function=dossier,
        examples=(
            "dragoman dossier Iraq Russia --store news.db > dossier.md",
            "dragoman dossier العراق --store news.db --since 2017-07-01 --format json",
        ),
    ),
    Verb(
        function=export,
        examples=(
            "dragoman export --store news.db -o events.jsonl",
            "dragoman export --store news.db --format parquet -o events.parquet",
        ),
    ),
)
"""In the order of the help."""
