"""Which listed actor a chain of mentions means: by id, by name, by surname with country, by office."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from rapidfuzz import fuzz

from dragoman.actors import names, people
from dragoman.actors.chains import Chain
from dragoman.actors.directory import Directory
from dragoman.actors.pointing import office
from dragoman.actors.roles import FORMER, LATELY, countries, holds, namesake, plausible
from dragoman.actors.sounds import rules
from dragoman.documents import genders
from dragoman.text import fold, script
from dragoman.types import Actor, Gender

BY_NAME = 0.75  # the least score of ``names.match`` for a person found by another spelling
MARGIN = 0.1  # and by how much the next must be behind
_INTERNATIONAL = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})
Found = tuple[Actor, float, str]


def find(chain: Chain, directory: Directory) -> Found | None:
    """The actor meant, how sure that is, and why; None for somebody who is not listed."""
    found = by_id(chain, directory)
    if found is None and chain.person:
        found = _by_spelling(chain, directory) or _by_surname(chain, directory) or by_office(chain, directory)
    return found


def by_id(chain: Chain, directory: Directory) -> Found | None:
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
        and (
            actor.kind != "person" or (_agrees(actor, chain) and not namesake(actor, chain.on, chain.sectors))
        )
    ]
    most = [actor for actor, count in fitting if count == fitting[0][1]]
    if chain.person and not full:
        most = _styled(most, chain) or _only_bearer(most, chain, directory)
    if chain.person and len(most) > 1:
        most = [actor for actor in most if _in_office(actor, chain, chain.country)]
        if len(most) != 1:
            return None
    if not most:
        return None
    return most[0], 0.95, f"name '{evidence(chain, most[0])}'"


def _only_bearer(found: list[Actor], chain: Chain, directory: Directory) -> list[Actor]:
    """Who is meant by a surname alone: the one bearer of it, of all that are listed, in office that day."""
    written = next(iter(chain.named()), "")
    bearers = [directory.actor(id) for id in directory.surname(written)] or list(found)
    holding = [actor for actor in bearers if actor is not None and _in_office(actor, chain, chain.country)]
    holding = holding or [actor for actor in bearers if actor is not None and _once(actor, chain)]
    holding = [actor for actor in holding if office(actor, chain)] or holding
    holding = [actor for actor in holding if not _other_gender(actor, chain)]
    spelled = [actor for actor in holding if _ends(actor, written)] or holding
    leading = [actor for actor in spelled if _leads(actor, chain)]
    return [actor for actor in found if [actor] == (leading if len(leading) == 1 else spelled)]


def _once(actor: Actor, chain: Chain) -> bool:
    """Whether the title is one that the person had before: President Obama, in a report of 2018."""
    left = any(role.until and chain.on and role.until < chain.on for role in actor.roles)
    return left and _led(actor, chain) and _fits(actor, chain)


def _other_gender(actor: Actor, chain: Chain) -> bool:
    """Whether the text speaks of a man and the person is a woman, or the reverse."""
    return {"male", "female"} <= {_gender(actor), *chain.genders}


def shared(chain: Chain, directory: Directory) -> str | None:
    """The country of all the namesakes who held the office that a surname stands behind: President Bush."""
    written = next(iter(chain.named()), "")
    if not chain.person or len(names.words(written)) != 1:
        return None
    bearers = (directory.actor(id) for id in directory.surname(written))
    led = [actor for actor in bearers if actor is not None and _led(actor, chain)]
    told = frozenset[str]().union(*(countries(actor) for actor in led))
    return next(iter(told)) if len(told) == 1 else None


def _led(actor: Actor, chain: Chain) -> bool:
    """Whether the person ever held, of the highest offices, the one by which the chain is called."""
    led = tuple(role for role in actor.roles if role.title.lower() in rules().prominent)
    return bool(led) and bool(office(replace(actor, roles=led), chain))


def _styled(found: list[Actor], chain: Chain) -> list[Actor]:
    """Those who are listed by title and given name, just as it is written: King Salman."""
    called = {written for written in chain.named() if fold(written.split(" ")[0]) in rules().titles}
    return [actor for actor in found if any(name.text in called for name in actor.names)]


def _ends(actor: Actor, written: str) -> bool:
    """Whether a listed name ends in just these letters."""
    return any(name.text.endswith(f" {written}") for name in actor.names)


def _gender(actor: Actor) -> Gender:
    english = (name.text for name in actor.names if name.language == "en")
    return genders.of_name(next(english, ""))


def _leads(actor: Actor, chain: Chain) -> bool:
    """Whether the person held, on the report's day, an office whose holders are called by surname alone."""
    return any(
        role.title.lower() in rules().prominent and (chain.on is None or holds(role, chain.on))
        for role in actor.roles
    )


def evidence(chain: Chain, actor: Actor) -> str:
    """The words by which the chain names the actor."""
    return next(mention.head.text(chain.text) for mention in chain.mentions if actor.id in mention.names)


def _by_spelling(chain: Chain, directory: Directory) -> Found | None:
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
        and not namesake(actor, chain.on, chain.sectors)
    ]
    if not found or found[0][1].score < BY_NAME:
        return None
    if len(found) > 1 and found[1][1].score > found[0][1].score - MARGIN:
        return None
    actor, match = found[0]
    return actor, 0.95 * match.score, f"name '{written}': {'; '.join(match.reasons)}"


_NISBA = "ي"  # makes another name of one: منصور and المنصوري
SURNAME_RATIO = 78  # rapidfuzz ratios, by eye on pairs of names that one man bears and that two do
GIVEN_RATIO = 60
WHOLE_RATIO = 85


def _by_surname(chain: Chain, directory: Directory) -> Found | None:
    """The person with this surname who held an office of this country and kind, if there is only one.

    Where the text gives no country, he must be spelled so and hold one of the highest offices.
    """
    written = next(iter(chain.named()), "")
    parts = names.words(written)
    if len(parts) != 1 or not chain.sectors:
        return None
    country = chain.country or chain.home
    bearers = (directory.actor(id) for id in directory.surname(written))
    listed = [actor for actor in bearers if actor is not None]
    found = [actor for actor in listed if _in_office(actor, chain, country)]
    if not found and chain.on is not None and country is not None:  # the title outlives the office a little
        before = replace(chain, on=chain.on - LATELY)
        found = [actor for actor in listed if _in_office(actor, before, country)]
    if country is None:
        highest = chain.on is not None
        found = [actor for actor in found if highest and _ends(actor, written) and _leads(actor, chain)]
    if len(found) != 1:
        return None
    return found[0], 0.8, f"surname '{written}' with the country and office that the text gives"


def by_office(chain: Chain, directory: Directory) -> Found | None:
    """The holder of the office, for a chain that has no name: "the Russian foreign minister"."""
    country = chain.country or chain.home
    if chain.on is None or country is None or chain.named():
        return None
    for mention in chain.mentions:
        if mention.title is None or mention.plural or chain.past(mention) or mention.sectors == (FORMER,):
            continue
        title, beside = mention.head.text(chain.text), chain.beside(mention)
        if beside and not (mention.country and directory.is_country(beside, chain.language)):
            continue  # "president of the Russian chamber of commerce"
        actor = directory.holder(title, chain.language, country, chain.on)
        if actor is not None and not _other_gender(actor, chain):
            return actor, 0.75, f"the {title} of {country} on {chain.on.isoformat()}"
    return None


def _in_office(actor: Actor, chain: Chain, country: str | None) -> bool:
    """Whether the person held an office of the country, and of the kind that the text gives, that day."""
    sectors = set(chain.sectors)
    return any(
        role.title
        and (chain.on is None or holds(role, chain.on))
        and (country is None or role.country == country)
        and (not sectors or bool(sectors & set(role.sectors)))
        for role in actor.roles
    )


def _fits(actor: Actor, chain: Chain) -> bool:
    """Whether the text's country does not speak against the person."""
    said, had = chain.stated, countries(actor)
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
    return any(alike(written, name) for name in own)


def alike(first: str, second: str) -> bool:
    """Whether the letters of two names in one script, and not only the sounds, allow one person."""
    one, other = _spelled(first), _spelled(second)
    if one and other and one[-1] != other[-1] and one[-1].rstrip(_NISBA) == other[-1].rstrip(_NISBA):
        return False
    if not one or not other or fuzz.ratio(one[-1], other[-1]) < SURNAME_RATIO:
        return fuzz.ratio(" ".join(one), " ".join(other)) >= WHOLE_RATIO
    given = [fuzz.ratio(name, same) for name in one[:-1] for same in other[:-1]]
    return not given or max(given) >= GIVEN_RATIO


def _spelled(name: str) -> list[str]:
    return [people.bare(word) for word in names.words(name)]
