"""Offices without a name that were put to a predecessor → who holds them on the report's day.

"Obama ordered it. Trump disagreed; the president reversed it": of two presidents, the one of the day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dragoman.actors.directory import Directory
from dragoman.actors.roles import holds
from dragoman.actors.sounds import rules
from dragoman.documents.anaphora import only_title
from dragoman.text import fold
from dragoman.types import Actor, Document, Mention, Role


def with_holders(document: Document, directory: Directory, day: date | None) -> Document:
    """The document with "the president" being the holder of the day, if that one was named last.

    Args:
        document: with mentions that are numbered by chain.
        directory: who held which office.
        day: of the report; None, if unknown, changes nothing.
    """
    named = dict(_named(document, directory)) if day is not None else {}
    if len(named) < 2 or day is None:
        return document
    mentions: list[Mention] = []
    last: int | None = None
    for mention in document.mentions:
        bare = only_title(mention)
        if mention.kind == "person" and not bare and mention.entity in named:
            last = mention.entity
        heir = last if bare and last is not None and mention.entity in named else None
        if heir is not None and _passed_on(
            named[mention.entity], named[heir], _title(document, mention), day
        ):
            mentions.append(replace(mention, entity=heir))
        else:
            mentions.append(mention)
    return replace(document, mentions=tuple(mentions))


def _named(document: Document, directory: Directory) -> Iterator[tuple[int, Actor]]:
    """The chains of persons who are listed, with who that is."""
    for mention in document.mentions:
        if mention.kind == "person" and mention.entity >= 0 and len(mention.names) == 1:
            actor = directory.actor(mention.names[0])
            if actor is not None and actor.kind == "person":
                yield mention.entity, actor


def _title(document: Document, mention: Mention) -> str:
    return fold(mention.title.text(document.report.text)) if mention.title else ""


def _passed_on(own: Actor, heir: Actor, title: str, day: date) -> bool:
    """Whether the one held the office so called of which the other is the holder of the day."""
    held, holding = _offices(own, title), _offices(heir, title)
    today = {role.country for role in holding if holds(role, day)}
    return any(role.country in today for role in held) and not any(holds(role, day) for role in held)


def _offices(actor: Actor, title: str) -> list[Role]:
    """The highest offices of somebody that are called so."""
    return [
        role for role in actor.roles if role.title.lower() in rules().prominent and title == fold(role.title)
    ]
