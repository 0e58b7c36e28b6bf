"""Whether the two sides can do such a thing: a senator attacks in words, two firms make no treaty."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.events.drafts import Draft
from dragoman.resources import read_yaml
from dragoman.types import Participant

_HARDLY = 0.4  # what is left of a score where a side hardly ever does it
_IN_PERSON = 0.55  # an office holder named alone: Assad bombs, but mostly with words
_BODILY = frozenset({"targeted", "beat", "torture", "sexual"})  # done to people, not to states and bodies
_OFFICES = frozenset({"COP", "GOV", "JUD", "MED", "MIL", "SPY"})
_SAID_AT_HOME = frozenset({"ACCUSE", "AGREE", "CONSULT", "COOPERATE", "REQUEST", "SUPPORT"})
_OF_OFFICE = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})


class Sides(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/sides.yml``: sectors by what their bearers do."""

    private: frozenset[str]
    armed: frozenset[str]
    partisan: frozenset[str]
    contending: frozenset[str]
    judging: frozenset[str]
    governing: frozenset[str]
    unlikely: dict[str, frozenset[str]]


@cache
def load() -> Sides:
    """The table, read once.

    Raises:
        ResourceError: the file is missing or broken.
    """
    return read_yaml(files("dragoman") / "data" / "sides.yml", Sides)


def likelihood(draft: Draft) -> float:
    """What is left of the score, in [0, 1], for what is known of the sides."""
    acting = [side for side in draft.actors if _unlikely(draft, side)]
    if acting and (len(acting) == len(draft.actors) or draft.type in ("CONSULT", "PROTEST")):
        return _HARDLY
    if _among_private(draft) or _everyday(draft) or not _between(draft):
        return _HARDLY
    if _at_home(draft) or _figurative(draft) or _on_stage(draft) or _routine(draft):
        return _HARDLY
    if _unofficial(draft) or _quarrel(draft) or _contest(draft) or _on_the_bench(draft):
        return _HARDLY
    if draft.type in ("ASSAULT", "MOBILIZE") and draft.actors:
        return _IN_PERSON if all(_unarmed_person(side) for side in draft.actors) else 1.0
    return 1.0


def former(draft: Draft) -> bool:
    """Whether people who hold no office any more do what only office holders do: so it was long ago."""
    return (
        draft.type in _OF_OFFICE
        and bool(draft.actors)
        and all(
            side.mention.kind == "person" and side.actor is not None and side.sectors[:1] == ("ELI",)
            for side in draft.actors
        )
    )


def _unlikely(draft: Draft, side: Participant) -> bool:
    table = load().unlikely
    sectors = table.get(f"{draft.type}/{draft.mode}", table.get(draft.type, frozenset()))
    if draft.type == "PROTEST" and draft.mode != "hunger":
        alone = side.mention.kind == "person" and not side.mention.plural
        state = side.mention.kind == "country" and not side.mention.plural
        if state or (alone and bool(side.sectors)):
            return True
    return bool(side.sectors) and side.sectors[0] in sectors


def _unarmed_person(side: Participant) -> bool:
    return (
        side.mention.kind == "person" and bool(side.sectors) and not load().armed.intersection(side.sectors)
    )


def _somebody(side: Participant) -> bool:
    """An unarmed person, by name or as he or she."""
    alone = side.mention.kind == "pronoun" and not side.mention.plural and side.actor is not None
    return _unarmed_person(side) or (alone and not load().armed.intersection(side.sectors))


def _quarrel(draft: Draft) -> bool:
    """Attacks by a politician on somebody of his own country, no weapon named: they are of words."""
    if draft.type != "ASSAULT" or draft.mode is not None or not draft.actors or not draft.recipients:
        return False
    home = {side.country for side in (*draft.actors, *draft.recipients)}
    return len(home) == 1 and all(map(_unarmed_person, draft.actors))


def _contest(draft: Draft) -> bool:
    """Offices, parties and firms of one country that fight, no weapon named, contend with each other."""
    sides = (*draft.actors, *draft.recipients)
    if draft.type != "ASSAULT" or draft.mode is not None or len(sides) < 2:
        return False
    return len({side.country for side in sides}) == 1 and all(
        side.sectors and side.sectors[0] in load().contending for side in sides
    )


def _on_the_bench(draft: Draft) -> bool:
    """A judge's vote with some of his colleagues, who are no party: he sided with conservatives."""
    return (
        draft.type == "SUPPORT"
        and bool(draft.actors and draft.recipients)
        and all(side.mention.kind != "organisation" and "JUD" in side.sectors for side in draft.actors)
        and all(side.mention.kind == "agent" and "PTY" in side.sectors for side in draft.recipients)
    )


def _figurative(draft: Draft) -> bool:
    """What is done to bodies of people said of a state, a retreat by one politician, a visit to nowhere."""
    if draft.type == "ASSAULT" and draft.mode in _BODILY and draft.recipients:
        return all(side.mention.kind in ("country", "organisation") for side in draft.recipients)
    if draft.type == "ASSAULT" and draft.mode == "destroy" and draft.recipients:  # in a debate
        return all(side.mention.kind in ("person", "pronoun") for side in draft.recipients)
    if draft.type == "RETREAT" and draft.mode == "resign" and draft.actors:
        return all(side.mention.kind == "country" for side in draft.actors)
    if draft.type == "RETREAT" and draft.mode == "withdraw" and draft.actors:
        return all(_unarmed_person(side) for side in draft.actors)
    if draft.type == "SANCTION" and draft.mode == "withdraw" and draft.recipients:  # he left the government
        at_home = {side.country for side in draft.actors} == {side.country for side in draft.recipients}
        office = all(side.sectors[:1] == ("GOV",) for side in draft.recipients)
        return at_home and office and all(map(_somebody, draft.actors))
    return draft.type == "CONSULT" and draft.mode == "visit" and not draft.recipients


def _on_stage(draft: Draft) -> bool:
    """Candidates of one country meet for a debate: they contend, and consult nobody."""
    if draft.type != "CONSULT" or len({side.country for side in draft.actors}) > 1:
        return False
    grammar, tokens = draft.clauses.grammar, draft.clauses.tokens
    debate = any(token.lemma in grammar.debates and token.tag == "NOUN" for token in tokens)
    return debate and all(side.mention.kind in ("person", "pronoun") for side in draft.actors)


def _routine(draft: Draft) -> bool:
    """Offices of one country hand each other their cases."""
    sides = (*draft.actors, *draft.recipients)
    offices = all(_OFFICES.intersection(side.sectors[:1]) for side in sides)
    bodies = all(side.mention.kind == "organisation" for side in sides)
    return draft.type == "COOPERATE" and offices and bodies and len({side.country for side in sides}) == 1


def _private(side: Participant) -> bool:
    if side.sectors:
        return side.sectors[0] in load().private
    return side.country is None and side.actor is None and side.mention.kind in ("person", "organisation")


def _among_private(draft: Draft) -> bool:
    """Dealings of private people at home, or their words to nobody; force and protest are news."""
    if draft.type in ("ASSAULT", "PROTEST", "COERCE") or _apart(draft.actors, draft.recipients):
        return False
    return all(_private(side) for side in (*draft.actors, *draft.recipients))


def _everyday(draft: Draft) -> bool:
    """Administration: what officials whom nobody knows, of a country taken for granted, say to their own."""
    if draft.type not in _SAID_AT_HOME:
        return False
    if draft.type == "ACCUSE" and draft.recipients:
        return False
    return all(map(_petty, (*draft.actors, *draft.recipients)))


def _petty(side: Participant) -> bool:
    """An official, body or crowd that is not listed, of no party and no force, its country not even said."""
    if side.mention.country is not None or (side.actor is not None and side.actor.kind != "agent"):
        return False
    local = side.actor is not None and side.actor.id == "local-authorities"
    official = side.actor is None and side.mention.kind in ("person", "organisation", "pronoun")
    private = bool(side.sectors) and side.sectors[0] in load().private
    return local or private or (official and not load().partisan.intersection(side.sectors))


def _between(draft: Draft) -> bool:
    """Whether the sides are what the rule asks for: states apart, an armed doer, a court, nobody private."""
    wanted = draft.match.trigger.rule.between
    if wanted == "abroad":
        return _apart(draft.actors, draft.recipients)
    if wanted == "armed":
        talkers = (_unarmed_person(side) or side.sectors[:1] == ("BUS",) for side in draft.actors)
        return any(map(_armed, draft.actors)) and not any(talkers)
    if wanted == "judicial":
        judged = all(load().judging.intersection(side.sectors) for side in draft.actors)
        return judged and all(map(_governs, draft.recipients))
    if wanted == "official":
        private = any(_private(side) for side in (*draft.actors, *draft.recipients))
        return not private or (
            not any(map(_private, draft.actors)) and _apart(draft.actors, draft.recipients)
        )
    return True


def _governs(side: Participant) -> bool:
    """A state, an office of one, or somebody in office."""
    return not _private(side) and load().governing.issuperset(side.sectors[:1])


def _apart(actors: Sequence[Participant], recipients: Sequence[Participant]) -> bool:
    """Whether two countries, or a country and a body of several, deal with each other."""
    doing = {side.country for side in actors}
    others = {side.country for side in recipients} if recipients else doing
    known = doing | others
    return None not in known and len(known) > 1 and (not recipients or doing != others)


def _armed(side: Participant) -> bool:
    """Those who carry arms, and states as such."""
    if load().armed.intersection(side.sectors):
        return True
    return side.country is not None and side.mention.kind == "country" and side.sectors[:1] in ((), ("GOV",))


def named(actors: tuple[Participant, ...], others: Sequence[Participant]) -> tuple[Participant, ...]:
    """The actors without those whom the others name one by one: the foreign ministers Smith and Novak met."""
    if not actors or not others or not actors[-1].mention.plural:
        return actors
    apart = others[0].mention.span.start - actors[-1].mention.span.stop
    return actors[:-1] if 0 <= apart <= 1 and others[0].mention.kind == "person" else actors


def harmless(side: Participant) -> bool:
    """Whether a side is a kind of building or of people without arms: a church, an embassy, tourists."""
    unarmed = bool(side.sectors) and not load().armed.intersection(side.sectors)
    return side.mention.kind == "agent" and unarmed and side.country is None


def _at_home(draft: Draft) -> bool:
    """A visit to one's own country, or by a private person, is a journey, unless somebody receives."""
    if draft.type != "CONSULT" or draft.mode != "visit" or not draft.recipients:
        return False
    if all(side.mention.kind == "person" for side in draft.recipients):
        return all(_private(side) for side in draft.actors)
    hosts = {side.country for side in draft.recipients}
    return all(side.country in hosts or _private(side) or _anybody(side) for side in draft.actors)


def _unofficial(draft: Draft) -> bool:
    """Whether those who meet are people of no office: *the Dane* met a Swedish banker."""
    sides = (*draft.actors, *draft.recipients)
    return draft.type == "CONSULT" and all(
        _anybody(side) or (_private(side) and side.mention.kind == "person") for side in sides
    )


def _anybody(side: Participant) -> bool:
    """Whether a side is somebody of whom only a country is known: *the Dane* flew to Oslo."""
    return side.mention.kind == "person" and side.actor is None and not side.sectors
