"""Verbs that keep what a person decided: actors merge, actors split."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from dragoman.cli.output import StoreUrl, Verb, note
from dragoman.errors import SettingsError

GROUP = "actors"
By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who decides; the user's name where left out.")
]


def merge(
    a: Annotated[str, typer.Argument(metavar="A", help="An actor's id or name: the one to be known by.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other, who is the same.")],
    store: StoreUrl = None,
    by: By = None,
) -> None:
    """Decide that two actors are one.

    The decision is kept in the store with who made it and when. Nothing that was coded changes: events,
    quotations, figures and dossiers are read with the decision carried out.
    """
    from dragoman.settings import load
    from dragoman.store import Judgement, Store

    one, other = _id(a), _id(b)
    if one == other:
        raise SettingsError(f"{a!r} and {b!r} are {one} already")
    judge = _judge(by)
    with Store.open(load(store=store).store, create=False) as opened:
        opened.judge(Judgement(one=one, other=other, verdict="same", judge=judge))
    note(f"{other} is {one}, says {judge}")


def split(
    a: Annotated[str, typer.Argument(metavar="A", help="An actor's id or name.")],
    store: StoreUrl = None,
    by: By = None,
) -> None:
    """Decide that an actor is none of those it was taken for.

    Those are whom it was merged with, and who was taken for it by name. Every earlier decision that joined it
    to others counts no more; all decisions stay on record.
    """
    from dragoman.settings import load
    from dragoman.store import Judgement, Store

    one = _id(a)
    judge = _judge(by)
    with Store.open(load(store=store).store, create=False) as opened:
        if len(opened.same(one)) == 1:
            raise SettingsError(f"{one!r} was merged with nobody")
        opened.judge(Judgement(one=one, other=None, verdict="apart", judge=judge))
    note(f"{one} is nobody else, says {judge}")


def _id(name: str) -> str:
    """The id of a listed actor; for others the name as it is written."""
    from dragoman.actors.lookup import lookup

    written = " ".join(name.split())
    if not written:
        raise SettingsError("no name")
    return lookup(written) or written


def _judge(by: str | None) -> str:
    if by is not None:
        return by
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise SettingsError("nobody is known to decide: give a name with --by") from error


VERBS = (
    Verb(
        function=merge,
        group=GROUP,
        examples=("dragoman actors merge nouri-al-maliki 'Abu Isra' --store news.db --by Layla",),
    ),
    Verb(
        function=split,
        group=GROUP,
        examples=("dragoman actors split 'Abu Isra' --store news.db",),
    ),
)
"""In the order of the help."""
