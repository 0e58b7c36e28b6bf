"""What a mode asks of the sides and of the report: two make no multilateral summit."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.events.drafts import Draft

_BODIES = frozenset({"UNO", "EUR", "IGO"})  # one of them stands for many states
_SEVERAL = 3
_SOLDIERS = frozenset({"MIL"})
_NATURAL = frozenset({"disasters", "health"})
_HARDLY = 0.4  # what is left of a score


def mode_of(draft: Draft) -> str | None:
    """The draft's mode, or None where its sides are too few, or others than it is meant for."""
    sides = (*draft.actors, *draft.recipients)
    several = len(sides) >= _SEVERAL or any(side.country in _BODIES or side.mention.plural for side in sides)
    if draft.mode == "explosives" and any(_SOLDIERS.intersection(side.sectors[:1]) for side in draft.actors):
        return None  # an army's bombs fall more often than they are planted
    return None if draft.mode == "multilateral" and not several else draft.mode


def likelihood(draft: Draft, contexts: Sequence[str]) -> float:
    """What is left of the score: an emergency declared for a storm or an epidemic represses nobody."""
    natural = draft.mode == "martial-law" and not _NATURAL.isdisjoint(contexts)
    return _HARDLY if natural else 1.0
