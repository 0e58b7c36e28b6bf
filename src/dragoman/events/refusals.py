"""What somebody says he will not do is refused: said it *would not send* tanks."""

from __future__ import annotations

from dataclasses import replace

from dragoman.documents.subjects import subject
from dragoman.events import nesting
from dragoman.events.disowned import load
from dragoman.events.drafts import Draft
from dragoman.events.modality import Modality
from dragoman.types import Clauses, Mention, Participant

_MODES = {
    "AID": "assist",
    "COOPERATE": "assist",
    "CONSULT": "meet",
    "AGREE": None,
    "SUPPORT": None,
}
"""The mode of REJECT for a type of goodwill that is refused; who is not released or left has seldom asked."""


def refused(draft: Draft, modality: Modality) -> tuple[Draft, Modality]:
    """The draft as REJECT where the one who is to do it says that he will not, else both as they are.

    Args:
        draft: who did what to whom; sides that would have done it together are parted.
        modality: when and whether it came about, by all that the report tells.
    """
    told = modality.future and modality.negation and not (modality.hypothetical or modality.historical)
    if not told or draft.type not in _MODES or not _said_of_oneself(draft):
        return draft, modality
    actors, recipients = _parted(draft)
    if not (actors and recipients):
        return draft, modality
    changed = replace(draft, type="REJECT", mode=_MODES[draft.type], actors=actors, recipients=recipients)
    return changed, replace(modality, future=False, negation=False)


def _parted(draft: Draft) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Who refuses, and whom: of those who would do it together the first refuses."""
    if draft.recipients:
        return draft.actors, draft.recipients
    return draft.actors[:1], draft.actors[1:]


def _said_of_oneself(draft: Draft) -> bool:
    """Whether the verb is denied itself, and its subject is who says so, or *I* or *we*."""
    clauses, match = draft.clauses, draft.match
    if clauses.grammar.verb_first or match.trigger.noun or match.passive:
        return False
    here = clauses.at[match.head]
    group = clauses.tokens[clauses.chunks[here].start : match.head]
    if clauses.grammar.negations.isdisjoint(word for token in group for word in (token.norm, token.lemma)):
        return False
    doers = subject(clauses, here)
    own = load(clauses.grammar.language).own
    if any(clauses.tokens[part.head].norm in own for part in doers):
        return True
    said = nesting.reporting(clauses, here)
    speakers = _mentions(clauses, said[-1]) if said else []
    return any(one.entity == other.entity for one in _mentions(clauses, here) for other in speakers)


def _mentions(clauses: Clauses, verb: int) -> list[Mention]:
    """Who stands as subject of the verb."""
    return [clauses.mentions[number] for part in subject(clauses, verb) for number in part.mentions]
