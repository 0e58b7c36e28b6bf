"""Who of those found in a slot can be a side: known, none of the others, and not at home where he acts."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.events.binding import object_again, object_of
from dragoman.events.fillers import Filler
from dragoman.events.unsaid import Known
from dragoman.types import Clauses, Participant

_ORGANS = frozenset({"GOV", "MIL", "COP"})
_OFFICIAL = _ORGANS | {"LEG", "JUD"}
_OF_STATES = frozenset({"EUR", "IGO", "UNO"})
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
Sides = tuple[Participant, ...]


def others(found: Sides, actors: Sides, beyond: Known, clauses: Clauses) -> Sides:
    """The recipients that are none of the actors; an object pronoun means somebody else."""
    kept: list[Participant] = []
    for side in found:
        if _own_state(side, actors):
            continue
        other = object_again(side, beyond.participants, clauses)
        if other is None or among(other, actors):
            other = object_of(side, actors, beyond.participants, clauses) if among(side, actors) else side
        if other is not None and not among(other, kept):
            kept.append(other)
    return tuple(kept)


def reached(type: str, found: Sides, clauses: Clauses) -> Sides:
    """Without places: only force is done to them where verbs come first, and nothing is promised to one."""
    if not clauses.grammar.verb_first:
        return tuple(side for side in found if type != "AGREE" or side.mention.kind != "place")
    if type in _FORCE:
        return found
    return tuple(side for side in found if side.mention.kind != "place" or side.actor is not None)


def at_odds(actors: Sides, met: Sides) -> bool:
    """Whether a pronoun was taken for somebody who is named as the object: he invited *Bannon*."""
    return any(
        actor.mention.kind == "pronoun" and side.mention.kind == "person" and same(actor, side)
        for actor in actors
        for side in met
    )


def at_home(side: Participant, actors: Sides) -> bool:
    """Whether what is the side's is at home for officials who act: Trump opposes *U.S.* involvement."""
    state = side.actor is not None and side.actor.id == side.country
    return (
        state
        and bool(actors)
        and all(actor.country == side.country and _OFFICIAL.intersection(actor.sectors) for actor in actors)
    )


def _own_state(side: Participant, actors: Sides) -> bool:
    """Whether the side is the very state that acts through its organs: Egypt, where its ministry acts."""
    if side.actor is None or side.actor.id != side.country or not actors or side.mention.plural:
        return False
    organs = [actor for actor in actors if actor.mention.kind != "person" and actor.country == side.country]
    return len(organs) == len(actors) and all(_ORGANS.intersection(actor.sectors) for actor in organs)


def again(clauses: Clauses, sides: Sequence[Participant], actors: Sides) -> tuple[int, ...]:
    """Where verbs come first: mentions that name who acts once more, or his state: رفض *مصر* للتدخل."""
    if not clauses.grammar.verb_first:
        return ()
    named = [(number, side) for number, side in enumerate(sides) if _named_or_owner(side, clauses)]
    own = (number for number, side in named if among(side, actors) or _own_state(side, actors))
    nobody = (number for number, side in named if not _is_somebody(side) and side.mention.kind == "pronoun")
    return (*own, *nobody)


def _named_or_owner(side: Participant, clauses: Clauses) -> bool:
    """Whether a side is named, or a pronoun on a noun: رفض*ها* للشروط; on a verb it means somebody else."""
    if side.mention.kind != "pronoun":
        return True
    start = side.mention.span.start
    return any(token.tag == "NOUN" and token.span.stop == start for token in clauses.tokens)


def known(sides: Sequence[Participant], filler: Filler | None) -> tuple[Participant, ...]:
    """The participants of a slot that are known to be somebody, each actor once."""
    found: list[Participant] = []
    for number in filler.mentions if filler else ():
        side = sides[number]
        if _is_somebody(side) and not among(side, found):
            found.append(side)
    return tuple(found)


def _is_somebody(side: Participant) -> bool:
    named = side.mention.kind not in ("pronoun", "place")
    return side.actor is not None or side.country is not None or named


def many(clauses: Clauses, actors: Sides) -> bool:
    """Whether one phrase names those of several states, who meet each other: *وزراء خارجية* الدول العربية."""
    plural = len(actors) == 1 and actors[0].mention.plural and actors[0].country in _OF_STATES
    return plural and clauses.grammar.verb_first


def nowhere(side: Participant) -> bool:
    """Whether somebody is said who stands for no state: *Western countries*, world powers."""
    generic = side.actor is not None and side.actor.kind == "agent"
    return generic and side.country is None and not side.sectors


def among(side: Participant, others: Sequence[Participant]) -> bool:
    """Whether the side is one of ``others``."""
    return any(same(side, other) for other in others)


def same(one: Participant, other: Participant) -> bool:
    """Whether two participants are one: the same actor, or the same chain of mentions."""
    if one.actor and other.actor:
        return one.actor.id == other.actor.id and one.country == other.country
    return one.mention.entity == other.mention.entity and one.mention.entity >= 0
