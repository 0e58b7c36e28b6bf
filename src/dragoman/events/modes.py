"""What a mode asks of the sides and of the report: two make no multilateral summit."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.events.drafts import Draft
from dragoman.types import Participant

_BODIES = frozenset({"UNO", "EUR", "IGO"})  # one of them stands for many states
_SEVERAL = 3
_SOLDIERS = frozenset({"MIL"})
_NATURAL = frozenset({"disasters", "health"})
_BOMBERS = frozenset({"anti-isis-coalition", "saudi-led-coalition"})  # fight from the air
_HARDLY = 0.4  # what is left of a score


def mode_of(draft: Draft) -> str | None:
    """The draft's mode, or None where its sides are too few, or others than it is meant for."""
    sides = (*draft.actors, *draft.recipients)
    several = len(sides) >= _SEVERAL or any(side.country in _BODIES or side.mention.plural for side in sides)
    if draft.mode in ("explosives", "heavy-weapons") and draft.actors and all(map(_aloft, draft.actors)):
        return "aerial"  # aircraft plant no bombs and shell nobody
    if draft.mode == "explosives" and any(_SOLDIERS.intersection(side.sectors[:1]) for side in draft.actors):
        return None  # an army's bombs fall more often than they are planted
    if draft.type == "ASSAULT" and draft.mode is None:
        return _armed(draft)
    return None if draft.mode == "multilateral" and not several else draft.mode


def _armed(draft: Draft) -> str | None:
    """How those who attack do it, as the words for them say: a sniper with firearms."""
    armed, tokens = draft.clauses.grammar.armed, draft.clauses.tokens
    told = []
    for side in draft.actors:
        words = {token.norm for token in tokens if token.span.overlaps(side.mention.span)}
        fits = (mode for mode, doers in armed.items() if any(words.issuperset(one.split()) for one in doers))
        told.append(next(fits, None))
    return told[0] if len(set(told)) == 1 else None


def _aloft(side: Participant) -> bool:
    return side.actor is not None and (side.actor.id.endswith("air-force") or side.actor.id in _BOMBERS)


def likelihood(draft: Draft, contexts: Sequence[str]) -> float:
    """What is left of the score: an emergency declared for a storm or an epidemic represses nobody."""
    natural = draft.mode == "martial-law" and not _NATURAL.isdisjoint(contexts)
    return _HARDLY if natural else 1.0
