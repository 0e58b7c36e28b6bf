"""Who held an office: "the Russian foreign minister" in a report of a known day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dragoman.actors.index import Index
from dragoman.actors.roles import holds
from dragoman.actors.sounds import rules
from dragoman.types import Actor, Role


class Offices:
    """The offices that one person holds at a time, by the directory's title and by country."""

    def __init__(self, actors: Iterable[Actor], english: Index) -> None:
        self._holders: dict[tuple[str, str], list[tuple[Role, Actor]]] = {}
        for actor in actors:
            for role in actor.roles:
                if role.country and role.title.lower() in rules().prominent:
                    for id in titles(role.title, english):
                        self._holders.setdefault((id, role.country), []).append((role, actor))

    def holder(self, ids: Iterable[str], country: str, on: date) -> Actor | None:
        """The one person who held such an office on that day; None if there is not just one."""
        found = {
            actor.id: actor
            for id in ids
            for role, actor in self._holders.get((id, country), ())
            if holds(role, on)
        }
        return next(iter(found.values())) if len(found) == 1 else None


def titles(written: str, index: Index) -> tuple[str, ...]:
    """The ids of the titles that ``written`` is a form of."""
    return tuple(form.id for form in index.forms(written) if form.kind == "title")


def peers(office: str) -> tuple[str, ...]:
    """The ids of titles that mean the same office in other states, with ``office``: secretary of state."""
    return next((group for group in rules().peers if office in group), (office,))
