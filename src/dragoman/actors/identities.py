"""Who a chain of mentions stands for, and one name for those whose names sound alike."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.actors import names
from dragoman.actors.chains import Chain
from dragoman.actors.roles import standing
from dragoman.types import Actor

UNLISTED = "not in the directory"
"""The reason for an identity that only the report's words give."""

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


def standing_in(body: Actor | None, identity: Identity, chain: Chain) -> Identity:
    """The listed one, a body or a holder of an office, that generic words mean in this report."""
    if body is None:
        return identity
    stood = standing(body, chain.on)
    reasons = (*identity.reasons, "the one that such reports mean")
    return replace(
        identity,
        actor=body,
        country=stood.country,
        sectors=stood.sectors,
        name=called(body),
        reasons=reasons,
    )


def called(actor: Actor) -> str:
    """The actor's first name in English, else its first name."""
    plain = [name for name in actor.names if name.use == "name"] or list(actor.names)
    english = [name.text for name in plain if name.language == "en"]
    return (english or [name.text for name in plain] or [actor.id])[0]
