"""Signs that a deed is older than its report, where no date says so.

What is recalled of somebody who has left since, and what was done during a campaign that was won since.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from dragoman.events import times
from dragoman.events.drafts import Draft
from dragoman.events.narration import LONG, long_ago, long_out, narrated
from dragoman.types import Chunk, Clauses, Document, Participant

_PERSONS = frozenset({"person", "pronoun"})
_TWO = 2
_HEAD = 4  # tokens within which a sentence says from what it counts
_TERM = 3 * 365  # days in office within which "the campaign" is the one that was won
_ELECTED = frozenset({"GOV", "LEG"})
_SPEAKING = frozenset({"ACCUSE", "SUPPORT"})  # what people go on doing out of office


def recalled(draft: Draft, today: date | None) -> bool:
    """Whether it is recalled of somebody who has left office since: the president had asked the director."""
    clauses, match = draft.clauses, draft.match
    here = clauses.at[match.head]
    if today is None or match.trigger.noun or draft.type in _SPEAKING:
        return False
    part = clauses.chunks[here]
    if not narrated(clauses, part) or not (_perfect(clauses, part) or _in_memory(clauses, here)):
        return False
    return any(long_out(side, today, LONG) for side in (*draft.actors, *draft.recipients))


def serial(draft: Draft) -> bool:
    """Whether a plural tells of all the times that two persons met: his *meetings* with the president."""
    clauses, match = draft.clauses, draft.match
    sides = (*draft.actors, *draft.recipients)
    alone = all(side.mention.kind in _PERSONS and not side.mention.plural for side in sides)
    words = times.load(clauses.grammar.language).serial
    return match.trigger.noun and len(sides) == _TWO and alone and clauses.tokens[match.head].norm in words


def _perfect(clauses: Clauses, part: Chunk) -> bool:
    """Whether the verb is a past perfect: had asked."""
    return any(
        token.lemma in clauses.grammar.having and token.form == "past"
        for token in clauses.tokens[part.start : part.head]
    )


def _in_memory(clauses: Clauses, here: int) -> bool:
    """Whether somebody recalls it: testified that she asked, the memoir says that she asked."""
    words = times.load(clauses.grammar.language)
    return any(
        clauses.tokens[part.head].lemma in (words.recalling if part.kind == "VP" else words.recollections)
        for part in clauses.chunks[:here]
    )


def before_office(draft: Draft, today: date | None) -> bool:
    """Whether it was done during the campaign that brought a side into office."""
    if today is None or not times.courting(draft.clauses, draft.match):
        return False
    return any(_newcomer(side, today) for side in (*draft.actors, *draft.recipients))


def _newcomer(side: Participant, today: date) -> bool:
    """Whether a person has been in an office for more than a month and less than a term."""
    if side.actor is None or side.actor.kind != "person":
        return False
    return any(
        role.since is not None
        and not _ELECTED.isdisjoint(role.sectors)
        and (role.until is None or role.until > today)
        and timedelta(LONG) < today - role.since < timedelta(_TERM)
        for role in side.actor.roles
    )


def counted(document: Document, clauses: Clauses, today: date) -> bool:
    """Whether a sentence counts from a day of long ago that was told of before: *the next day* he left."""
    words = times.load(document.language)
    norms = [token.norm for token in clauses.tokens[:_HEAD]]
    if not any({one, other} <= words.counting for one, other in pairwise(norms)):
        return False
    start, dates = clauses.sentence.span.start, document.dates
    named = [found for found in dates if found.span.stop <= start and found.end]
    own = any(clauses.sentence.span.holds(found.span) and found.end for found in dates)
    return bool(named) and not own and long_ago(named[-1], today)
