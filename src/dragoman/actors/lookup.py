"""A name as a person types it → the id under which the actor is kept."""

from __future__ import annotations

from dragoman.actors import directory
from dragoman.documents.annotator import SERVED, language
from dragoman.types import Span

_LIKE = 0.8  # how alike a person's name must be


def lookup(name: str) -> str | None:
    """The country code or actor's id that ``name`` means in a served language; None if it means nobody known.

    A country is found by any of its names, a body or group by any of its names, a person by a name in any
    spelling or script.
    """
    known = directory.load()
    if known.actor(name) is not None:
        return name
    for iso in SERVED:
        tokens = language(iso).tokenize(name, Span(0, len(name)))
        for hit in known.find(tokens, iso):
            if hit.start == 0 and hit.stop == len(tokens) and hit.ids and hit.kind not in ("title", "agent"):
                return hit.ids[0]
    people = known.person(name, SERVED[0])
    if people and people[0][1].score >= _LIKE:
        return people[0][0]
    bearers = known.surname(name)
    return bearers[0] if len(bearers) == 1 else None
