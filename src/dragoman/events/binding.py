"""Whom an object pronoun means: never the one who acts. Obama called Putin, urging *him* to talk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.documents.pronouns import reference
from dragoman.text import fold
from dragoman.types import Clauses, Participant

_BACK = 12  # mentions before the pronoun that it may point to
_LIKELY = 0.85


def object_of(
    side: Participant, actors: Sequence[Participant], known: Sequence[Participant], clauses: Clauses
) -> Participant | None:
    """The nearest person before the pronoun ``side`` who is none of ``actors``, or None.

    Args:
        side: what stands in the recipient's place and was taken for one of the actors.
        actors: who acts.
        known: the participants of the whole report, in order of position.
        clauses: the sentence of the pronoun.
    """
    span = side.mention.span
    words = [fold(token.text) for token in clauses.tokens if span.holds(token.span)]
    if side.mention.kind != "pronoun" or not set(words) <= reference(clauses.grammar.language).objects:
        return None
    acting = {actor.mention.entity for actor in actors} | {side.mention.entity}
    named = {actor.actor.id for actor in actors if actor.actor}
    before = [other for other in known if other.mention.span.stop <= span.start][-_BACK:]
    for other in reversed(before):
        same = other.mention.entity in acting or (other.actor is not None and other.actor.id in named)
        same = same or {other.mention.gender, side.mention.gender} == {"male", "female"}
        if other.mention.kind == "person" and other.mention.plural == side.mention.plural and not same:
            mention = replace(side.mention, entity=other.mention.entity)
            return replace(other, mention=mention, score=round(other.score * _LIKELY, 3))
    return None
