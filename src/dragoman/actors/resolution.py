"""Mentions → participants: who is meant, and for whom that actor stood on the day of the report.

A chain of mentions (``Mention.entity``) gets one identity: a listed actor by id, by name, by surname with
country and office, or else a provisional one of what title, demonym and apposition say. Two chains are never
joined here, whatever they have in common.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from dragoman.actors import names, people
from dragoman.actors.chains import Chain
from dragoman.actors.directory import Directory
from dragoman.actors.roles import countries, holds, plausible, standing
from dragoman.actors.sounds import rules
from dragoman.text import fold, script
from dragoman.types import Actor, Document, Mention, Participant

BY_NAME = 0.75  # the least score of ``names.match`` for a person found by another spelling
ONE_SPELLING = 0.9  # the least score for two spellings of a name that is not listed
MARGIN = 0.1  # and by how much the next must be behind
STATE = ("GOV",)
PEOPLE = ("CVL",)
_INTERNATIONAL = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})


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


def resolve(document: Document, directory: Directory) -> tuple[Participant, ...]:
    """One participant for every mention of ``document``, in the same order.

    Args:
        document: with mentions whose ``entity`` says which belong together (below 0: alone).
        directory: the actors that may be meant.

    Returns:
        Participants; ``reasons`` say in plain words why this actor, country and sectors.
    """
    groups: dict[int, list[Mention]] = {}
    for number, mention in enumerate(document.mentions):
        groups.setdefault(mention.entity if mention.entity >= 0 else -1 - number, []).append(mention)
    identities = {
        entity: identify(
            Chain(
                mentions=tuple(mentions),
                text=document.report.text,
                language=document.language,
                on=document.report.published,
            ),
            directory,
        )
        for entity, mentions in groups.items()
    }
    identities = _one_spelling(identities)
    return tuple(
        _participant(mention, identities[mention.entity if mention.entity >= 0 else -1 - number])
        for number, mention in enumerate(document.mentions)
    )


def _one_spelling(identities: dict[int, Identity]) -> dict[int, Identity]:
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


def _participant(mention: Mention, identity: Identity) -> Participant:
    return Participant(
        mention=mention,
        actor=identity.actor,
        country=identity.country,
        sectors=identity.sectors,
        name=identity.name,
        score=round(max(0.0, min(1.0, identity.score * mention.score)), 4),
        reasons=identity.reasons,
    )


def identify(chain: Chain, directory: Directory) -> Identity:
    """The one identity of a chain."""
    found = _by_id(chain, directory)
    if found is None and chain.person:
        found = (
            _by_spelling(chain, directory) or _by_surname(chain, directory) or _by_office(chain, directory)
        )
    if found is None:
        return _provisional(chain)
    actor, score, reason = found
    if actor.kind == "agent":
        return _agent(chain, actor)
    if actor.kind == "country":
        return _state(chain, actor, reason)
    stood = standing(actor, chain.on, chain.sectors if chain.person else ())
    return Identity(
        actor=actor,
        country=stood.country or chain.country,
        sectors=stood.sectors,
        name=_called(actor),
        score=score,
        reasons=(reason, stood.reason, *chain.said()),
    )


def _by_id(chain: Chain, directory: Directory) -> tuple[Actor, float, str] | None:
    """The actor whose listed name stands in most mentions; among namesakes the one in office."""
    votes: Counter[str] = Counter()
    for mention in chain.mentions:
        for id in mention.names:
            votes[id] += 1
    full = any(len(names.words(written)) > 1 for written in chain.named())
    listed = [(directory.actor(id), count) for id, count in votes.most_common()]
    fitting = [
        (actor, count)
        for actor, count in listed
        if actor is not None
        and (actor.kind == "person") == chain.person
        and (actor.kind != "person" or (_fits(actor, chain) and plausible(actor, chain.on, sure=full)))
        and (actor.kind != "person" or _agrees(actor, chain))
    ]
    most = [actor for actor, count in fitting if count == fitting[0][1]]
    if chain.person and not full:
        most = _styled(most, chain) or _only_bearer(most, chain, directory)
    if chain.person and len(most) > 1:
        most = [actor for actor in most if _in_office(actor, chain)]
        if len(most) != 1:
            return None
    if not most:
        return None
    return most[0], 0.95, f"name '{_evidence(chain, most[0])}'"


def _only_bearer(found: list[Actor], chain: Chain, directory: Directory) -> list[Actor]:
    """Who is meant by a surname alone: the one bearer of it, of all that are listed, in office that day."""
    written = next(iter(chain.named()), "")
    bearers = [directory.actor(id) for id in directory.surname(written)] or list(found)
    holding = [actor for actor in bearers if actor is not None and _in_office(actor, chain)]
    so_spelled = [
        actor for actor in holding if any(name.text.endswith(f" {written}") for name in actor.names)
    ]
    return [actor for actor in found if [actor] == (so_spelled or holding)]


def _styled(found: list[Actor], chain: Chain) -> list[Actor]:
    """Those who are listed by title and given name, just as it is written: King Salman."""
    called = {written for written in chain.named() if fold(written.split(" ")[0]) in rules().titles}
    return [actor for actor in found if any(name.text in called for name in actor.names)]


def _evidence(chain: Chain, actor: Actor) -> str:
    return next(mention.head.text(chain.text) for mention in chain.mentions if actor.id in mention.names)


def _by_spelling(chain: Chain, directory: Directory) -> tuple[Actor, float, str] | None:
    """The person whose listed name sounds like the chain's fullest."""
    written = next(iter(chain.named()), "")
    if len(names.words(written)) < 2:
        return None
    found = [
        (actor, match)
        for id, match in directory.person(written, chain.language)
        if (actor := directory.actor(id)) is not None
        and _fits(actor, chain)
        and _spelled_alike(written, actor)
        and plausible(actor, chain.on, sure=match.score > 0.95)
    ]
    if not found or found[0][1].score < BY_NAME:
        return None
    if len(found) > 1 and found[1][1].score > found[0][1].score - MARGIN:
        return None
    actor, match = found[0]
    return actor, 0.95 * match.score, f"name '{written}': {'; '.join(match.reasons)}"


SURNAME_RATIO = 78  # rapidfuzz ratios, by eye on pairs of names that one man bears and that two do
GIVEN_RATIO = 60
WHOLE_RATIO = 85


def _by_surname(chain: Chain, directory: Directory) -> tuple[Actor, float, str] | None:
    """The person with this surname who held an office of this country and kind, if there is only one.

    Where the text gives no country, he must be spelled so and hold one of the highest offices.
    """
    written = next(iter(chain.named()), "")
    parts = names.words(written)
    if len(parts) != 1 or not chain.sectors:
        return None
    bearers = (directory.actor(id) for id in directory.surname(written))
    found = [actor for actor in bearers if actor is not None and _in_office(actor, chain)]
    if chain.country is None:
        found = [actor for actor in found if _ends(actor, written) and _prominent(actor, chain)]
    if len(found) != 1:
        return None
    return found[0], 0.8, f"surname '{written}' with the country and office that the text gives"


def _ends(actor: Actor, written: str) -> bool:
    """Whether a listed name ends in just these letters."""
    return any(name.text.endswith(f" {written}") for name in actor.names)


def _prominent(actor: Actor, chain: Chain) -> bool:
    """Whether the person held one of the highest offices on the report's day."""
    held = (role for role in actor.roles if role.title and chain.on is not None and holds(role, chain.on))
    return any(role.title.lower() in rules().prominent for role in held)


def _by_office(chain: Chain, directory: Directory) -> tuple[Actor, float, str] | None:
    """The holder of the office, for a chain that has no name: "the Russian foreign minister"."""
    if chain.on is None or chain.country is None or chain.named():
        return None
    for mention in chain.mentions:
        if mention.title is None or mention.plural or not mention.country or chain.past(mention):
            continue
        title = mention.head.text(chain.text)
        if not directory.is_country(chain.beside(mention), chain.language):
            continue  # "president of the Russian chamber of commerce"
        actor = directory.holder(title, chain.language, chain.country, chain.on)
        if actor is not None:
            return actor, 0.75, f"the {title} of {chain.country} on {chain.on.isoformat()}"
    return None


def _in_office(actor: Actor, chain: Chain) -> bool:
    """Whether the person held an office of the country and kind that the text gives, on the report's day."""
    country, sectors = chain.country, set(chain.sectors)
    return any(
        role.title
        and (chain.on is None or holds(role, chain.on))
        and (country is None or role.country == country)
        and (not sectors or bool(sectors & set(role.sectors)))
        for role in actor.roles
    )


def _fits(actor: Actor, chain: Chain) -> bool:
    """Whether the text's country does not speak against the person."""
    said, had = chain.country, countries(actor)
    return said is None or not had or said in had or said in _INTERNATIONAL


def _agrees(actor: Actor, chain: Chain) -> bool:
    """Whether the fullest name in the chain may be the person's: Roger Stone is no other Stone."""
    written = next(iter(chain.named()), "")
    if len(names.words(written)) < 2:
        return True
    return _spelled_alike(written, actor)


def _spelled_alike(written: str, actor: Actor) -> bool:
    """Whether surname and one more word are spelled alike too, where the actor has a name in that script.

    Sound alone makes one man of محمد النويصر and محمد الناصر.
    """
    own = [name.text for name in actor.names if script(name.text) == script(written)]
    if not own:
        return any(names.match(written, name.text).same for name in actor.names)
    return any(_alike(_spelled(written), _spelled(name)) for name in own)


def _alike(one: list[str], other: list[str]) -> bool:
    if not one or not other or fuzz.ratio(one[-1], other[-1]) < SURNAME_RATIO:
        return fuzz.ratio(" ".join(one), " ".join(other)) >= WHOLE_RATIO
    given = [fuzz.ratio(first, second) for first in one[:-1] for second in other[:-1]]
    return not given or max(given) >= GIVEN_RATIO


def _spelled(name: str) -> list[str]:
    return [people.bare(word) for word in names.words(name)]


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
        reasons=(f"role word '{_evidence(chain, actor)}'", *chain.said()),
    )


def _state(chain: Chain, actor: Actor, reason: str) -> Identity:
    """A state that acts does so through its government; its people are civilians."""
    said = next((mention for mention in chain.mentions if actor.id in mention.names), chain.mentions[0])
    ground = next((role for role in actor.roles if not role.title), None)
    sectors = PEOPLE if said.plural else said.sectors or (ground.sectors if ground else STATE)
    if all(mention.kind in {"place", "pronoun"} for mention in chain.mentions):
        sectors = ()
    country = ground.country if ground else said.country
    return Identity(
        actor=actor, country=country, sectors=sectors, name=_called(actor), score=0.95, reasons=(reason,)
    )


def _provisional(chain: Chain) -> Identity:
    """Somebody who is not listed: country and sectors are what the text says."""
    known = bool(chain.country)
    named = any(mention.kind != "pronoun" for mention in chain.mentions)
    return Identity(
        actor=None,
        country=chain.country,
        sectors=chain.sectors,
        name=chain.longest(),
        score=(0.7 if known else 0.4) if named else 0.2,
        reasons=(*chain.said(), "not in the directory"),
        unlisted=chain.person and bool(chain.named()),
    )


def _called(actor: Actor) -> str:
    """The actor's first name in English, else its first name."""
    plain = [name for name in actor.names if name.use == "name"] or list(actor.names)
    english = [name.text for name in plain if name.language == "en"]
    return (english or [name.text for name in plain] or [actor.id])[0]
