"""What every coder of events does: which reports it codes, and which events it lets through."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from dragoman import ontology
from dragoman.events import genres, merging
from dragoman.types import Document, Event, Participant, Quote


class Coder(ABC):
    """What finds events in a document.

    Args:
        threshold: events with a lower score are left out (abstain before guessing).
    """

    name: ClassVar[str]
    version: ClassVar[str] = "1"

    def __init__(self, threshold: float = 0.5) -> None:
        self.threshold = threshold

    @property
    def id(self) -> str:
        """Name and version, as every event records it."""
        return f"{self.name}@{self.version}"

    def code(
        self, document: Document, participants: Sequence[Participant], quotes: Sequence[Quote] = ()
    ) -> tuple[Event, ...]:
        """The events of ``document``, in order of position.

        Args:
            document: an annotated report of a served language.
            participants: one for each of the document's mentions, in the same order.
            quotes: what was said, so that "we" in a quotation means the speaker.
        """
        if not document.served or genres.apolitical(document):
            return ()
        return merging.merge(self.told(document, participants, quotes))

    @abstractmethod
    def told(
        self, document: Document, participants: Sequence[Participant], quotes: Sequence[Quote]
    ) -> list[Event]:
        """The events of a document that may hold some, told twice or not; arguments as of ``code``."""

    def passes(self, event: Event) -> bool:
        """Whether it is likely enough and one that PLOVER knows."""
        return event.score >= self.threshold and not ontology.check(event)
