"""Who a chain of mentions stands for, and one name for those whose names sound alike."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.actors import names
from dragoman.types import Actor

ONE_SPELLING = 0.9  # the least score for two spellings of a name that is not listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who a chain stands for; ``unlisted``: a person with a name that the directory does not have."""

    actor: Actor | None
    country: str | None
    sectors: tuple[str, ...]
    name: str
    score: float
    reasons: tuple[str, ...]
    unlisted: bool = False


def one_spelling(identities: dict[int, Identity]) -> dict[int, Identity]:
    """The same with one name for persons who are not listed and whose full names sound alike."""
    chosen: list[Identity] = []
    found: dict[int, Identity] = {}
    for entity, identity in identities.items():
        known = next((other for other in chosen if _same_person(identity, other)), None)
        found[entity] = identity if known is None else replace(identity, name=known.name)
        if known is None and identity.unlisted:
            chosen.append(identity)
    return found


def _same_person(one: Identity, other: Identity) -> bool:
    if not one.unlisted or len({one.country, other.country} - {None}) > 1:
        return False
    return len(names.words(one.name)) > 1 and names.match(one.name, other.name).score >= ONE_SPELLING
