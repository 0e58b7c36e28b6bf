"""The words of a report that carry an event, and whether they are of one text."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.events.drafts import Draft
from dragoman.types import Event, Span

_CLOSE = 60  # code points between words of evidence that are shown as one stretch


def words_of(draft: Draft) -> tuple[Span, ...]:
    """The words that carry the event: trigger and sides, as one span where they stand close together."""
    tokens = [draft.clauses.tokens[at].span for at in draft.match.tokens]
    sides = [side.mention.span for side in (*draft.actors, *draft.recipients)]
    joined: list[Span] = []
    for span in sorted((*tokens, *sides)):
        if joined and span.start - joined[-1].stop <= _CLOSE:
            joined[-1] = Span(joined[-1].start, max(joined[-1].stop, span.stop))
        else:
            joined.append(span)
    return tuple(joined)


def across(event: Event, glued: Sequence[Span]) -> bool:
    """Whether headlines of other reports stand in the midst of the evidence, so that it is two texts."""
    told = Span(event.evidence[0].start, event.evidence[-1].stop)
    return any(told.overlaps(headlines) for headlines in glued)
