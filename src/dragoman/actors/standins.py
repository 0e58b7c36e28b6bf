"""Generic agents that mean one body, by what a report is about and when: "the coalition"."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.resources import read_yaml


class StandIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of ``data/stand_ins.yml``: ``means`` is a body's id, ``about`` are countries, none for all."""

    agent: str
    means: str
    about: tuple[str, ...]
    since: date
    until: date
    named: str | None = None


@cache
def _load() -> tuple[StandIn, ...]:
    return tuple(read_yaml(files("dragoman") / "data" / "stand_ins.yml", list[StandIn]))


def meant(agent: str, main: str | None, on: date | None, named: Collection[str]) -> str | None:
    """The id of the body that ``agent`` means; None where it may be any.

    Args:
        agent: the generic agent's id.
        main: the country that the report names most.
        on: the day of the report.
        named: the ids of all actors in it.
    """
    for one in _load():
        about = not one.about or main in one.about
        right = one.agent == agent and about and (one.named is None or one.named in named)
        if right and on is not None and one.since <= on <= one.until:
            return one.means
    return None
