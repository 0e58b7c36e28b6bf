"""Verbs that ask a store: events, quotes, figures, dossier, export."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.output import Verb, write_lines, write_text
from dragoman.errors import SettingsError

if TYPE_CHECKING:
    from dragoman.store import Filter, Store

StoreUrl = Annotated[str | None, typer.Option("--store", help="Path or URL of the store.")]
Party = Annotated[
    str | None, typer.Option("--actor", help="A country, body or person, in any served language.")
]
Other = Annotated[str | None, typer.Option("--with", help="The other party.")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="YYYY-MM-DD, inclusive.")]
Kind = Annotated[str | None, typer.Option("--type", help="A PLOVER type; for quotes and figures their kind.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON lines instead of text.")]


def _open(url: str | None) -> Store:
    from dragoman.settings import load
    from dragoman.store import Store

    return Store.open(load(store=url).store, create=False)


def _party(name: str | None) -> str | None:
    """A name as the store knows it: a country by any of its names, a person by any spelling, or as given."""
    if name is None:
        return None
    from dragoman.actors.lookup import lookup

    return lookup(name) or name


def _filter(
    actor: str | None, other: str | None, since: datetime | None, until: datetime | None, kind: str | None
) -> Filter:
    from dragoman.store import Filter

    return Filter(
        actor=_party(actor),
        with_=_party(other),
        since=since.date() if since else None,
        until=until.date() if until else None,
        type=kind,
    )


def events(  # noqa: PLR0913 - one argument for each option of the command line
    store: StoreUrl = None,
    actor: Party = None,
    other: Other = None,
    since: Day = None,
    until: Day = None,
    kind: Kind = None,
    as_json: AsJson = False,
) -> None:
    """Events of a party, or of two with each other, between two days."""
    from dragoman import codec
    from dragoman.cli.tables import event_line

    with _open(store) as opened:
        rows = opened.events(_filter(actor, other, since, until, kind))
        if as_json:
            write_lines(codec.encode(codec.event_record(event, report)) for event, report in rows)
        else:
            write_text("".join(event_line(event, report) for event, report in rows))


def quotes(  # noqa: PLR0913 - one argument for each option of the command line
    store: StoreUrl = None,
    actor: Party = None,
    other: Other = None,
    since: Day = None,
    until: Day = None,
    kind: Kind = None,
    as_json: AsJson = False,
) -> None:
    """What a party said."""
    from dragoman import codec
    from dragoman.cli.tables import quote_line

    with _open(store) as opened:
        rows = opened.quotes(_filter(actor, other, since, until, kind))
        if as_json:
            write_lines(codec.quote_line(quote, report) for quote, report in rows)
        else:
            write_text("".join(quote_line(quote, report) for quote, report in rows))


def figures(  # noqa: PLR0913 - one argument for each option of the command line
    store: StoreUrl = None,
    actor: Party = None,
    other: Other = None,
    since: Day = None,
    until: Day = None,
    kind: Kind = None,
    as_json: AsJson = False,
) -> None:
    """Money, counts and other numbers in the reports where a party acts or speaks."""
    from dragoman import codec
    from dragoman.cli.tables import figure_line

    with _open(store) as opened:
        rows = opened.figures(_filter(actor, other, since, until, kind))
        if as_json:
            write_lines(codec.figure_line(figure, report) for figure, report in rows)
        else:
            write_text("".join(figure_line(figure, report) for figure, report in rows))


def dossier(
    a: Annotated[str, typer.Argument(help="A country, body or person.")],
    b: Annotated[str | None, typer.Argument(help="The other party; left out for everybody.")] = None,
    store: StoreUrl = None,
    since: Day = None,
    until: Day = None,
    form: Annotated[str, typer.Option("--format", help="md or json.")] = "md",
) -> None:
    """All that is known of a party, or of two with each other; every line cites report and words."""
    from dragoman.dossiers import RENDERERS, assemble, to_json, to_markdown

    if form not in dict(RENDERERS):
        raise SettingsError(f"no format {form!r}: one of {', '.join(name for name, _ in RENDERERS)}")
    with _open(store) as opened:
        found = assemble(
            opened,
            _party(a) or a,
            _party(b),
            since=since.date() if since else None,
            until=until.date() if until else None,
        )
    write_text(to_markdown(found) if form == "md" else to_json(found).decode() + "\n")


def export(
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write.")],
    form: Annotated[str, typer.Option("--format", help="plover, parquet or csv.")] = "plover",
    store: StoreUrl = None,
    everything: Annotated[bool, typer.Option("--all", help="Negated and hypothetical events too.")] = False,
) -> None:
    """Write the events of a store to a file."""
    from dragoman.exports import export as written

    with _open(store) as opened:
        count = written(opened, form, output, everything=everything)
    write_text(f"{count} events in {output}\n")


VERBS = (
    Verb(
        function=events,
        help=events.__doc__ or "",
        example="dragoman events --store news.db --actor Iraq --with Russia --since 2017-07-01",
    ),
    Verb(
        function=quotes, help=quotes.__doc__ or "", example="dragoman quotes --store news.db --actor Lavrov"
    ),
    Verb(
        function=figures, help=figures.__doc__ or "", example="dragoman figures --store news.db --type money"
    ),
    Verb(
        function=dossier, help=dossier.__doc__ or "", example="dragoman dossier Iraq Russia --store news.db"
    ),
    Verb(
        function=export,
        help=export.__doc__ or "",
        example="dragoman export --store news.db --format csv -o events.csv",
    ),
)
