"""Whom an object pronoun means: never the one who acts. Obama called Putin, urging *him* to talk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dragoman.documents.pronouns import reference
from dragoman.text import fold
from dragoman.types import Clauses, Participant

_BACK = 12  # mentions before the pronoun that it may point to
_LIKELY = 0.85
_CLAUSE = frozenset({"VP", "S", "W", "."})  # chunks that open or end a clause


def object_of(
    side: Participant, actors: Sequence[Participant], known: Sequence[Participant], clauses: Clauses
) -> Participant | None:
    """Whom the pronoun ``side`` means that is none of ``actors``: the nearest person of its sentence, or the
    one that sentences before are about; None where that is not clear.

    Args:
        side: what stands in the recipient's place and was taken for one of the actors.
        actors: who acts.
        known: the participants of the whole report, in order of position.
        clauses: the sentence of the pronoun.
    """
    span = side.mention.span
    if not _is_object(side, clauses):
        return None
    acting = {actor.mention.entity for actor in actors} | {side.mention.entity}
    named = {actor.actor.id for actor in actors if actor.actor}
    before = [other for other in known if other.mention.span.stop <= span.start][-_BACK:]
    fits = [
        other
        for other in before
        if other.mention.entity not in acting
        and (other.actor is None or other.actor.id not in named)
        and _may_be(side, other)
    ]
    inside = [other for other in fits if other.mention.span.start >= clauses.tokens[0].span.start]
    found = inside[-1] if inside else _topic(fits, known)
    return _meaning(side, found) if found is not None else None


def object_again(side: Participant, known: Sequence[Participant], clauses: Clauses) -> Participant | None:
    """Whom the verb before had as its object, where "and" ties two: lashed out at *X* and accused him of …"""
    start = side.mention.span.start
    starts = [clauses.tokens[part.start].span.start for part in clauses.chunks]
    here = starts.index(start) if start in starts else 0
    kinds = [part.kind for part in clauses.chunks[max(0, here - 2) : here]]
    if clauses.grammar.verb_first or kinds != ["C", "VP"] or not _is_object(side, clauses):
        return None
    opening = next((at for at in reversed(range(here - 2)) if clauses.chunks[at].kind in _CLAUSE), None)
    if opening is None or clauses.chunks[opening].kind != "VP":
        return None
    held = [one for one in known if starts[opening] < one.mention.span.start < start]
    people = [one for one in held if _may_be(side, one)]
    return _meaning(side, people[0]) if len(held) == len(people) == 1 else None


def _is_object(side: Participant, clauses: Clauses) -> bool:
    """Whether the side is a pronoun that never means the one who acts."""
    if clauses.grammar.verb_first:
        return side.mention.kind == "pronoun" and _on_verb(side, clauses)
    words = {fold(token.text) for token in clauses.tokens if side.mention.span.holds(token.span)}
    return side.mention.kind == "pronoun" and words <= reference(clauses.grammar.language).objects


def _on_verb(side: Participant, clauses: Clauses) -> bool:
    """Whether the pronoun is written on a verb: اتهم*ه*."""
    start = side.mention.span.start
    return any(token.tag == "VERB" and token.span.stop == start for token in clauses.tokens)


def _may_be(side: Participant, other: Participant) -> bool:
    """Whether a pronoun agrees with somebody: a person, of its number and no other gender."""
    apart = {other.mention.gender, side.mention.gender} == {"male", "female"}
    return other.mention.kind == "person" and other.mention.plural == side.mention.plural and not apart


def _meaning(side: Participant, other: Participant) -> Participant:
    mention = replace(side.mention, entity=other.mention.entity)
    return replace(other, mention=mention, score=round(other.score * _LIKELY, 3))


def _topic(fits: Sequence[Participant], known: Sequence[Participant]) -> Participant | None:
    """Of those named in sentences before, the only one, or whom the report names most."""
    last = {other.mention.entity: other for other in fits}
    count = Counter(one.mention.entity for one in known if one.mention.entity in last)
    most = count.most_common(2)
    clear = len(most) == 1 or (len(most) == 2 and most[0][1] > most[1][1])
    return last[most[0][0]] if clear else None
