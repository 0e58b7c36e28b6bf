"""Whom "his Iranian counterpart" means: who holds in Iran the office of him whose counterpart it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from dragoman.actors import owned
from dragoman.actors.chains import Chain, numbered
from dragoman.actors.directory import Directory
from dragoman.actors.identities import UNLISTED, Identity, standing_in
from dragoman.actors.offices import peers
from dragoman.actors.roles import FORMER, holds
from dragoman.actors.sounds import rules
from dragoman.documents.pronouns import reference
from dragoman.text import fold
from dragoman.types import Actor, Document, Mention

PEER = 0.7  # how sure the holder of an office is who is only called somebody's counterpart
_ELITE = (FORMER,)


def with_counterparts(
    document: Document, chains: Mapping[int, Chain], identities: dict[int, Identity], directory: Directory
) -> dict[int, Identity]:
    """The same, a counterpart being the holder of the same office, or at least of the same sectors.

    Args:
        document: the report.
        chains: by entity.
        identities: by entity, as found without this.
        directory: the actors that may be meant.
    """
    entities = [numbered(number, mention) for number, mention in enumerate(document.mentions)]
    owners = _by_entity(_counterparts(document, entities), entities)
    found = dict(identities)
    for entity, at in owners.items():
        identity, owner = identities[entity], identities[entities[at]]
        if identity.actor is not None or owner.sectors[:1] in ((), _ELITE):
            continue
        told = tuple(reason for reason in identity.reasons if reason != UNLISTED)
        reasons = (*told, f"the counterpart of {owner.name}")
        sectors = identity.sectors or owner.sectors[:1]
        found[entity] = replace(identity, sectors=sectors, reasons=reasons)
        chain = chains[entity]
        named = identity.unlisted or any(mention.plural for mention in chain.mentions)
        if identity.country is None or named:
            continue
        actor = _holder(chains[entities[at]], owner.actor, identity.country, directory)
        if actor is not None and chain.on is not None:
            reasons = (*reasons, f"who holds the same office of {identity.country} on {chain.on.isoformat()}")
            found[entity] = replace(standing_in(actor, identity, chain), score=PEER, reasons=reasons)
    return found


def _counterparts(document: Document, people: Sequence[int]) -> dict[int, int]:
    """The numbers of mentions that are somebody's counterpart, each with that of the one whose it is.

    Args:
        document: with mentions in order.
        people: of each mention the number of the one it stands for, the same wherever it is named.
    """
    found: dict[int, int] = {}
    for number, mention in enumerate(document.mentions):
        if _is_counterpart(document, mention):
            owner = owned.owner(document, number)
            owner = _before(document, number, people) if owner is None else owner
            if owner is not None and people[owner] != people[number]:
                found[number] = owner
    return found


def _is_counterpart(document: Document, mention: Mention) -> bool:
    """Whether the title says only that somebody holds abroad what another one holds: counterpart, نظيره."""
    if mention.title is None:
        return False
    words = reference(document.language).counterparts
    return not words.isdisjoint(fold(mention.title.text(document.report.text)).split())


def _before(document: Document, number: int, people: Sequence[int]) -> int | None:
    """The one person of another country named before it in its sentence, where a suffix says "his"."""
    mentions, mention = document.mentions, document.mentions[number]
    if owned.apart(document.language) or mention.title is None:
        return None
    starts = [sentence.span.start for sentence in document.sentences]
    here = bisect_right(starts, mention.span.start)
    near = {
        people[at]: at
        for at in range(number)
        if mentions[at].kind == "person"
        and bisect_right(starts, mentions[at].span.start) == here
        and (mentions[at].country is None or mentions[at].country != mention.country)
    }
    return next(iter(near.values())) if len(near) == 1 else None


def _holder(owner: Chain, actor: Actor | None, country: str, directory: Directory) -> Actor | None:
    """Who holds in ``country`` the office of the one whose counterpart is meant; None if that is not clear.

    Args:
        owner: the mentions of that one.
        actor: the one, if listed.
        country: that of the counterpart.
        directory: the actors that may be meant.
    """
    on = owner.on
    if on is None or country == owner.country:
        return None
    offices = _offices(owner, actor, on, directory)
    ceremonial = {one in rules().ceremonial for one in (country, owner.country)}
    if "president" in offices and len(ceremonial) > 1:
        return None
    found = {
        holding.id: holding
        for office in offices
        for peer in peers(office)
        if (holding := directory.holding(peer, country, on)) is not None
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _offices(owner: Chain, actor: Actor | None, on: date, directory: Directory) -> tuple[str, ...]:
    """The ids of the titles that the owner has: one written beside the name, else those listed that day."""
    titled = (mention for mention in owner.mentions if mention.title and not owner.past(mention))
    for mention in titled:
        words = mention.title.text(owner.text).split() if mention.title else []
        while len(words) > 1 and directory.is_country(words[-1], owner.language):
            words.pop()
        written = directory.title(" ".join(words), owner.language)
        if written is not None:
            return (written.id,)
    held = (role.title for role in actor.roles if role.title and holds(role, on)) if actor else ()
    entries = (directory.title(title, "en") for title in held)
    return tuple(dict.fromkeys(entry.id for entry in entries if entry is not None))


def _by_entity(found: Mapping[int, int], people: Sequence[int]) -> dict[int, int]:
    """The owners' numbers by the number of the one who is the counterpart; who has two owners has none."""
    told: dict[int, dict[int, int]] = {}
    for number, owner in found.items():
        told.setdefault(people[number], {})[people[owner]] = owner
    return {one: next(iter(owners.values())) for one, owners in told.items() if len(owners) == 1}
