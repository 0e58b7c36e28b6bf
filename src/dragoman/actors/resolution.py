"""Mentions → participants: who is meant, and for whom that actor stood on the day of the report.

A chain of mentions (``Mention.entity``) gets one identity: a listed actor by id, by name, by surname with
country and office, or else a provisional one of what title, demonym and apposition say. Two chains are never
joined here, whatever they have in common.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.actors import wording
from dragoman.actors.chains import Chain, numbered, written
from dragoman.actors.counterparts import with_counterparts
from dragoman.actors.dating import agreed, days
from dragoman.actors.directory import Directory
from dragoman.actors.holders import with_holders
from dragoman.actors.home import FOLK, INSTITUTIONS, INTERNATIONAL, IRREGULARS, ROVING, Home
from dragoman.actors.identities import UNLISTED, Identity, called, one_spelling, standing_in
from dragoman.actors.listed import evidence, find, shared
from dragoman.actors.origins import origin
from dragoman.actors.owned import beside, owners
from dragoman.actors.pointing import named_holder, office
from dragoman.actors.roles import FORMER, PARTY, STATE, countries, standing
from dragoman.actors.serving import served
from dragoman.actors.sounds import rules
from dragoman.actors.standins import meant
from dragoman.actors.strangers import strangers, without_strays
from dragoman.text import fold
from dragoman.types import Actor, Document, Mention, Participant

OFFICES = INSTITUTIONS | {FORMER}
HOME = 0.8  # how sure a country is that only the rest of the report says
POINTED = 0.75  # how sure it is that an office means the one named who holds it


def resolve(document: Document, directory: Directory) -> tuple[Participant, ...]:
    """One participant for every mention of ``document``, in the same order.

    Args:
        document: with mentions whose ``entity`` says which belong together (below 0: alone).
        directory: the actors that may be meant.

    Returns:
        Participants; ``reasons`` say in plain words why this actor, country and sectors.
    """
    document = without_strays(document, directory)
    undated = _on(document, directory, document.report.published)
    guesses = [_on(document, directory, day) for day in days(document, directory)]
    return (
        tuple(agreed(*each) for each in zip(undated, zip(*guesses, strict=True), strict=True))
        if guesses
        else undated
    )


def _on(document: Document, directory: Directory, day: date | None) -> tuple[Participant, ...]:
    """The participants of a report of that day."""
    document = with_holders(document, directory, day)
    text, language = document.report.text, document.language
    groups: dict[int, list[Mention]] = {}
    for number, mention in enumerate(document.mentions):
        groups.setdefault(numbered(number, mention), []).append(mention)
    chains = {
        entity: Chain(mentions=tuple(mentions), text=text, language=language, on=day)
        for entity, mentions in groups.items()
    }
    identities = {entity: identify(chain, directory) for entity, chain in chains.items()}
    identities = _of_owners(document, _without_strangers(chains, identities))
    identities = served(document, chains, identities, directory)
    identities = with_counterparts(document, chains, identities, directory)
    identities = _at_home(document, chains, _pointed(chains, identities, day), directory)
    identities = one_spelling(identities)
    return tuple(
        _participant(mention, identities[numbered(number, mention)], text)
        for number, mention in enumerate(document.mentions)
    )


def _without_strangers(chains: dict[int, Chain], identities: dict[int, Identity]) -> dict[int, Identity]:
    """The same, surnames alone being nobody listed whose country nothing else in the report names."""
    known = {entity: one.country for entity, one in identities.items()}
    people = [entity for entity, one in identities.items() if one.actor and one.actor.kind == "person"]
    apart = strangers(chains, known, frozenset(people))
    return {
        entity: _provisional(chains[entity]) if entity in apart else identity
        for entity, identity in identities.items()
    }


def _pointed(
    chains: dict[int, Chain], identities: dict[int, Identity], day: date | None
) -> dict[int, Identity]:
    """The same, an office without a name being the one of those named who holds it."""
    people = [one.actor for one in identities.values() if one.actor and one.actor.kind == "person"]
    found = dict(identities)
    for entity, identity in identities.items():
        holder = named_holder(chains[entity], people) if identity.actor is None else None
        if holder is not None:
            stood = standing(holder[0], day, chains[entity].sectors)
            found[entity] = Identity(
                actor=holder[0],
                country=stood.country,
                sectors=stood.sectors,
                name=called(holder[0]),
                score=POINTED,
                reasons=(holder[1], stood.reason),
            )
    return found


def _of_owners(document: Document, identities: dict[int, Identity]) -> dict[int, Identity]:
    """The same, common nouns of no country being of the country of those whose they are or who are beside."""
    told: dict[int, set[str | None]] = {}
    for number, owner in (beside(document) | owners(document)).items():
        entity, other = (numbered(at, document.mentions[at]) for at in (number, owner))
        told.setdefault(entity, set()).add(identities[other].country)
    found = dict(identities)
    for entity, said in told.items():
        country = next(iter(said))
        if len(said) == 1 and country not in (None, *INTERNATIONAL) and identities[entity].country is None:
            reasons = (*identities[entity].reasons, "the country of whom it belongs to")
            score = max(identities[entity].score, HOME)
            found[entity] = replace(identities[entity], country=country, score=score, reasons=reasons)
    return found


def _at_home(
    document: Document, chains: dict[int, Chain], identities: dict[int, Identity], directory: Directory
) -> dict[int, Identity]:
    """The same, institutions and officials of no country being those of the one that the report is about."""
    told = [_told(identities[numbered(at, mention)]) for at, mention in enumerate(document.mentions)]
    home = Home(document, told, origin(document.report))
    found = dict(identities)
    named = frozenset(identity.actor.id for identity in identities.values() if identity.actor)
    war = any(chains[entity].foreign and "MIL" in one.sectors for entity, one in identities.items())
    for entity, identity in identities.items():
        chain = chains[entity]
        body = identity.actor and meant(identity.actor.id, home.main()[0], chain.on, named)
        if identity.country is not None or not _of_a_country(chain, identity, war) or body:
            body = body if identity.country is None else None
            meaning = directory.actor(body) if body else None
            apart = meaning and chain.country and chain.country not in countries(meaning)
            found[entity] = identity if apart else standing_in(meaning, identity, chain)
        elif own := home.of(
            chain.mentions,
            institution=_official(chain, identity),
            irregular=not IRREGULARS.isdisjoint(identity.sectors),
        ):
            again = identify(replace(chain, home=own), directory)
            reasons = (*again.reasons, f"a report about {own}")
            score = max(again.score, HOME)
            found[entity] = replace(again, country=again.country or own, score=score, reasons=reasons)
    return found


def _told(identity: Identity) -> str | None:
    """The country that somebody in a report says it is about: a firm or an outlet may come from anywhere."""
    return None if ROVING.intersection(identity.sectors[:1]) else identity.country


def _official(chain: Chain, identity: Identity) -> bool:
    """Whether it is an institution of a state, or one who has an office there, or had one."""
    generic = identity.actor is not None and identity.actor.kind == "agent"
    titled = identity.actor is None and any(mention.title for mention in chain.mentions)
    return (generic or (titled and chain.person)) and not OFFICES.isdisjoint(identity.sectors)


def _of_a_country(chain: Chain, identity: Identity, war: bool) -> bool:
    """Whether it may be of the country that the report is about: an institution, or people of a kind.

    In a ``war`` of foreign forces the planes are as likely theirs. An embassy is of who sends it.
    """
    if chain.of_others or chain.sent or chain.worldwide:
        return False
    generic = identity.actor is not None and identity.actor.kind == "agent"
    titled = identity.actor is None and any(mention.title for mention in chain.mentions)
    flying = war and generic and identity.actor is not None and identity.actor.id == "air-force"
    folk = (generic or titled) and not chain.foreign and not flying
    return _official(chain, identity) or (folk and not FOLK.isdisjoint(identity.sectors))


def _participant(mention: Mention, identity: Identity, text: str) -> Participant:
    return Participant(
        mention=mention,
        actor=identity.actor,
        country=identity.country,
        sectors=wording.sectors(mention, identity.actor, identity.sectors, text),
        name=_own_words(mention, identity, text) or identity.name,
        score=round(max(0.0, min(1.0, identity.score * mention.score)), 4),
        reasons=identity.reasons,
    )


def _own_words(mention: Mention, identity: Identity, text: str) -> str:
    """What a generic agent is called here: people elsewhere in the report are other people."""
    generic = identity.actor is not None and identity.actor.kind == "agent"
    return written(mention.span, text) if generic and mention.kind != "pronoun" else ""


def identify(chain: Chain, directory: Directory) -> Identity:
    """The one identity of a chain."""
    found = find(chain, directory)
    if found is None:
        return _provisional(chain, shared(chain, directory))
    actor, score, reason = found
    if actor.kind == "agent":
        return _agent(chain, actor)
    if actor.kind == "country":
        return _state(chain, actor, reason)
    said = (office(actor, chain) or chain.sectors) if chain.person else ()
    stood = standing(actor, chain.on, said, chain.country)
    if chain.on is None and chain.nominated and STATE in stood.sectors:
        stood = replace(stood, sectors=())
    if not stood.sectors and _runs(chain, actor):
        stood = replace(stood, sectors=(PARTY,))
    return Identity(
        actor=actor,
        country=stood.country or chain.country,
        sectors=stood.sectors,
        name=called(actor),
        score=score,
        reasons=(reason, stood.reason, *chain.said()),
    )


def _runs(chain: Chain, actor: Actor) -> bool:
    """Whether a report of no date tells of a race, and calls one who once ran in it by no office."""
    if chain.on is not None or any(mention.title for mention in chain.mentions):
        return False
    running = rules().running - rules().not_now
    if running.isdisjoint(word for role in actor.roles for word in fold(role.title).split()):
        return False
    return not running.isdisjoint(fold(word.strip(".,;:")).removesuffix("s") for word in chain.text.split())


def _agent(chain: Chain, actor: Actor) -> Identity:
    """A generic agent: police, army. Its country is only what its own words say."""
    sectors = chain.sectors or standing(actor, chain.on).sectors
    country = chain.country or next(iter(countries(actor)), None)
    return Identity(
        actor=actor,
        country=country,
        sectors=sectors,
        name=chain.longest(),
        score=0.9 if country else 0.7,
        reasons=(f"role word '{evidence(chain, actor)}'", *chain.said()),
    )


def _state(chain: Chain, actor: Actor, reason: str) -> Identity:
    """A state that acts does so through its government; its people are civilians."""
    said = next((mention for mention in chain.mentions if actor.id in mention.names), chain.mentions[0])
    ground = next((role for role in actor.roles if not role.title), None)
    sectors = wording.PEOPLE if said.plural else said.sectors or (ground.sectors if ground else wording.STATE)
    if all(mention.kind in {"place", "pronoun"} for mention in chain.mentions):
        sectors = ()
    country = ground.country if ground else said.country
    return Identity(
        actor=actor, country=country, sectors=sectors, name=called(actor), score=0.95, reasons=(reason,)
    )


def _provisional(chain: Chain, namesakes: str | None = None) -> Identity:
    """Somebody who is not listed: country (else that of ``namesakes``) and sectors are what the text says."""
    country = chain.country or namesakes
    known = bool(country)
    named = any(mention.kind != "pronoun" for mention in chain.mentions)
    return Identity(
        actor=None,
        country=country,
        sectors=chain.sectors,
        name=chain.longest(),
        score=(0.7 if known else 0.4) if named else 0.2,
        reasons=(*chain.said(), UNLISTED),
        unlisted=chain.person and bool(chain.named()),
    )
