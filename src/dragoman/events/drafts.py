"""A trigger with its two sides, on the way to an event."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.events.modality import Modality
from dragoman.events.triggers import Match
from dragoman.types import Clauses, Participant


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A match with its sides, before it becomes an event.

    ``direct`` if each side was named itself, and not only as the owner of something; ``owned`` if the
    recipient was only found as such an owner.
    """

    match: Match
    clauses: Clauses
    type: str
    mode: str | None
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    modality: Modality
    direct: bool
    owned: bool = False
