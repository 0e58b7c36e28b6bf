"""Rules and network together: the network votes on what the rules draft, and may add what it reads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dragoman.events import parties, scoring, votes
from dragoman.events.assembly import Score
from dragoman.events.coder import FrameCoder
from dragoman.events.coding import Coder
from dragoman.events.readercoder import ReaderCoder
from dragoman.types import Document, Event, Participant, Quote


class VotedCoder(FrameCoder):
    """Codes by the rules, with the vote of a language's network on each event."""

    name = "voted"

    def judge(self, document: Document) -> Score:
        """The network's vote, or where there is none the rules' own score."""
        voter = votes.load(document.language)
        return voter.of_rules if voter else scoring.score


class BothCoder(Coder):
    """Codes by the rules with the network's vote, and besides them what only the network finds."""

    name = "both"

    def told(
        self, document: Document, participants: Sequence[Participant], quotes: Sequence[Quote]
    ) -> list[Event]:
        """What the rules find told and then what is read; of two that tell one thing, the likelier."""
        events = VotedCoder(self.threshold).told(document, participants, quotes)
        if votes.load(document.language) is not None:
            events += ReaderCoder(self.threshold).told(document, participants, quotes)
        starts = [sentence.span.start for sentence in document.sentences]
        kept: list[tuple[int, Event]] = []
        for event in sorted(events, key=lambda one: -one.score):
            at = bisect_right(starts, event.evidence[0].start)
            if not any(at == where and _alike(event, other) for where, other in kept):
                kept.append((at, event))
        return [event for _, event in sorted(kept, key=lambda pair: pair[1].evidence)]


def _alike(one: Event, other: Event) -> bool:
    """Whether both are of one type and share somebody."""
    return one.type == other.type and any(parties.among(side, _sides(other)) for side in _sides(one))


def _sides(event: Event) -> tuple[Participant, ...]:
    return (*event.actors, *event.recipients)
