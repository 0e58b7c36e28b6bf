"""Spokesmen and advisers → the country and the kind of whom they serve: a candidate's are no officials.

The name stands beside the title and is seldom a mention of its own: *Clinton* spokesman Lee, Lee, a senior
adviser to *Trump*, a lawyer for *Michael Flynn*.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from dragoman.actors.chains import Chain, numbered
from dragoman.actors.directory import Directory
from dragoman.actors.identities import Identity
from dragoman.actors.owned import apart
from dragoman.actors.roles import INTERNATIONAL, PARTY, holds, standing
from dragoman.actors.sounds import rules
from dragoman.documents.pronouns import reference
from dragoman.text import fold
from dragoman.types import Document, Mention

_NEAR = 60  # code points beside a title within which the name stands
_NAME = r"[^\W\d_a-z][\w.-]*(?:\s[^\W\d_a-z][\w.-]*){0,4}"
_BEFORE = re.compile(rf"({_NAME})\s?(?:['’]\s?s?)?\s(?:[a-z-]+\s){{0,2}}$")
_BEHIND = re.compile(rf"^\s?(?:to|for|of|with)\s(?:the\s)?({_NAME})(\scampaign\b)?")
_PARTS = re.compile(r"(?=\s(?:to|for|of|with)\s)")
_TIE = re.compile(r"\s(?:to|for|of)\s(?:the\s)?")
_OWNER = re.compile(r"\b(\w+)\s(?:[a-z-]+\s){0,2}$")
_CAMPAIGN = "campaign"
_GIVEN = frozenset({(), ("GOV",), ("PTY",)})  # sectors that a title alone gives to staff
Identities = Mapping[int, Identity]


def served(
    document: Document, chains: Mapping[int, Chain], identities: Identities, directory: Directory
) -> dict[int, Identity]:
    """The same, staff of a person being of that person's country and, unless they are lawyers, of the kind.

    Args:
        document: the report.
        chains: of its mentions, by entity.
        identities: of each entity, as found so far.
        directory: the actors that may be named beside a title.
    """
    found = dict(identities)
    if not apart(document.language):
        return found
    known = _people(chains, identities)
    for number, mention in enumerate(document.mentions):
        entity = numbered(number, mention)
        chain, identity = chains[entity], found[entity]
        if identity.actor is not None or not chain.person or not _is_staff(document, mention):
            continue
        owner, said = _owner(document, number, identities) or _behind(document, number, identities), ""
        if owner is None:
            owner, said = _named(document, mention, known, chain, directory)
        if owner is not None and owner.country is not None:
            found[entity] = _as(identity, owner, campaign=_CAMPAIGN in fold(said).split())
    return found


def _people(chains: Mapping[int, Chain], identities: Identities) -> dict[str, Identity]:
    """The listed persons of a report by each word of how they are called; shared words are nobody's."""
    found: dict[str, Identity] = {}
    shared: set[str] = set()
    for entity, identity in identities.items():
        if identity.actor is None or identity.actor.kind != "person":
            continue
        for word in {fold(name.split()[-1]) for name in (identity.name, *chains[entity].named()) if name}:
            other = found.get(word)
            shared |= {word} if other and other.actor and other.actor.id != identity.actor.id else set()
            found[word] = identity
    return {word: identity for word, identity in found.items() if word not in shared}


def _is_staff(document: Document, mention: Mention) -> bool:
    """Whether the mention's title is that of somebody who serves a person."""
    title = mention.title.text(document.report.text) if mention.title else ""
    return not rules().staff.isdisjoint(fold(title).split())


def _owner(document: Document, number: int, identities: Identities) -> Identity | None:
    """Who is meant by the pronoun before the title: *his* spokesman."""
    mention = document.mentions[number]
    before = document.mentions[number - 1] if number else None
    if before is None or before.kind != "pronoun" or mention.title is None:
        return None
    between = document.report.text[before.span.start : mention.title.start]
    said = _OWNER.search(between)
    owning = reference(document.language).owning
    if said is None or said.start() or fold(said.group(1)) not in owning:
        return None
    identity = identities[numbered(number - 1, before)]
    return identity if identity.actor is not None and identity.actor.kind == "person" else None


def _behind(document: Document, number: int, identities: Identities) -> Identity | None:
    """The person of a mention of its own behind the title: an adviser to *Iran's supreme leader Khamenei*."""
    title, behind = document.mentions[number].title, document.mentions[number + 1 : number + 2]
    if title is None or not behind or behind[0].kind != "person":
        return None
    tied = _TIE.fullmatch(document.report.text[title.stop : max(title.stop, behind[0].span.start)])
    identity = identities[numbered(number + 1, behind[0])]
    return identity if tied and identity.actor is not None else None


def _named(
    document: Document, mention: Mention, known: Mapping[str, Identity], chain: Chain, directory: Directory
) -> tuple[Identity | None, str]:
    """The listed person whose name stands before, behind or inside of the title; and the words for it."""
    text, title = document.report.text, mention.title or mention.span
    inside = _PARTS.split(title.text(text), maxsplit=1)
    behind = _BEHIND.match(inside[1] if len(inside) > 1 else text[title.stop : title.stop + _NEAR])
    before = _BEFORE.search(text[max(0, title.start - _NEAR) : title.start])
    for said in (behind, before):
        name = said.group(1) if said else ""
        one = known.get(fold(name.rsplit(maxsplit=1)[-1])) if name else None
        one = one or (_listed(name, chain, directory) if name else None)
        if said and one is not None:
            return one, f"{title.text(text)} {said.group()}"
    return None, ""


def _listed(name: str, chain: Chain, directory: Directory) -> Identity | None:
    """What the listed person of just this name is, or whoever in an office that day has the surname.

    Titles may stand before it: President Vladimir Putin. Several are one here who stand for the same.
    """
    words = name.split()
    full = {" ".join(words[at:]) for at in range(len(words) - 1)}
    bearers = [one for id in directory.surname(words[-1]) if (one := directory.actor(id)) is not None]
    found = [one for one in bearers if any(own.text in full for own in one.names)]
    if not found and chain.on is not None and len(words) > 1:
        found = [one for one in bearers if any(holds(role, chain.on) for role in one.roles if role.title)]
    called = fold(name)
    found = [
        one for one in found if any(fold(role.title) in called for role in one.roles if role.title)
    ] or found
    stood = [standing(one, chain.on) for one in found]
    if len({(one.country, one.sectors[:1]) for one in stood}) != 1:
        return None
    only = stood[0]
    return Identity(
        actor=found[0],
        country=only.country,
        sectors=only.sectors,
        name=name,
        score=1.0,
        reasons=(only.reason,),
    )


def _as(identity: Identity, owner: Identity, *, campaign: bool) -> Identity:
    """The identity with the country, and the sector, of whom it serves."""
    sectors = identity.sectors
    if sectors in _GIVEN:
        none = owner.country in INTERNATIONAL
        sectors = (PARTY,) if campaign else owner.sectors[:1] if owner.sectors or none else sectors
    reasons = (*identity.reasons, f"who serves {owner.name}")
    return replace(identity, country=identity.country or owner.country, sectors=sectors, reasons=reasons)
