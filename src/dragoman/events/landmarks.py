"""Deeds that everybody knows to be over: the invasion of Iraq, and whatever a state did that is no more."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.events import times
from dragoman.events.drafts import Draft
from dragoman.types import Participant

_NEWS = timedelta(days=92)  # in which such a deed is still news


def known(draft: Draft, today: date | None) -> bool:
    """Whether the deed is one of long ago that needs no date, or a side is a state that is no more.

    Args:
        draft: who did what to whom.
        today: the day of the report; None where it is not known, and so later than the deed.
    """
    words = times.load(draft.clauses.grammar.language)
    head = draft.clauses.tokens[draft.match.head]
    for landmark in words.landmarks:
        told = head.lemma in landmark.words or head.norm in landmark.words
        sides = _of(draft.recipients, landmark.recipient) and (
            _of(draft.actors, landmark.actor) or (landmark.alone and not draft.actors)
        )
        if told and sides:
            return today is None or today - landmark.day > _NEWS
    return any(_gone(draft, side, words) for side in (*draft.actors, *draft.recipients))


def _of(sides: tuple[Participant, ...], country: str) -> bool:
    return any(side.country == country for side in sides)


def _gone(draft: Draft, side: Participant, words: times.Times) -> bool:
    """Whether a side is called by the name of a state that is no more: the *Soviet* Union."""
    norms = {token.norm for token in draft.clauses.tokens if side.mention.span.overlaps(token.span)}
    return bool(norms & words.dissolved) and norms.isdisjoint(words.successors)
