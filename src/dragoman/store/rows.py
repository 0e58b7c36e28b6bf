"""What one analysis puts into each table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dragoman import codec
from dragoman.store import sightings
from dragoman.store.payload import StoredEvent, StoredQuote, key_of, search_text
from dragoman.types import Actor, Analysis, Event, Participant, Quote, Report

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Rows by table, for many analyses; ``known`` are the actors by their keys."""

    reports: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    participants: list[Row] = field(default_factory=list)
    quotes: list[Row] = field(default_factory=list)
    figures: list[Row] = field(default_factory=list)
    sightings: list[Row] = field(default_factory=list)
    known: dict[str, Actor] = field(default_factory=dict)

    def add(self, analysis: Analysis, coder: str) -> None:
        """Adds the rows of one analysis; of two events or quotes with one id the first is kept."""
        document = analysis.document
        report = document.report
        self.reports.append(
            {
                "id": report.id,
                "coder": coder,
                "language": document.language,
                "served": document.served,
                "published": report.published,
                "payload": codec.encode(report).decode(),
            }
        )
        events = {event.id: event for event in reversed(analysis.events)}.values()
        quotes = {quote.id: quote for quote in reversed(analysis.quotes)}.values()
        for event in events:
            self._event(event, report)
        for quote in quotes:
            self._quote(quote, report)
        people = [one for event in events for one in (*event.actors, *event.recipients)]
        people += [one for quote in quotes for one in (quote.speaker, quote.addressee) if one is not None]
        self.sightings.extend(sightings.rows((one for one in people if one.actor is None), report))
        for position, figure in enumerate(analysis.figures):
            self.figures.append(
                {
                    "report": report.id,
                    "position": position,
                    "kind": figure.kind,
                    "unit": _storable(figure.unit),
                    "payload": codec.encode(figure).decode(),
                }
            )

    def _event(self, event: Event, report: Report) -> None:
        dated = event.date is not None and event.date.start is not None
        self.events.append(
            {
                "report": report.id,
                "id": event.id,
                "type": event.type,
                "dated": dated,
                "since": event.date.start if dated and event.date is not None else report.published,
                "until": event.date.end if dated and event.date is not None else report.published,
                "start": min((span.start for span in event.evidence), default=0),
                "payload": codec.encode(StoredEvent.pack(event, self.known)).decode(),
            }
        )
        self._people(event.id, "actor", event.actors, report)
        self._people(event.id, "recipient", event.recipients, report)

    def _quote(self, quote: Quote, report: Report) -> None:
        self.quotes.append(
            {
                "report": report.id,
                "id": quote.id,
                "kind": quote.kind,
                "start": quote.content.start,
                "payload": codec.encode(StoredQuote.pack(quote, self.known)).decode(),
            }
        )
        self._people(quote.id, "speaker", (quote.speaker,), report)
        self._people(quote.id, "addressee", (quote.addressee,), report)

    def _people(self, record: str, role: str, people: Sequence[Participant | None], report: Report) -> None:
        for position, one in enumerate(people):
            if one is not None:
                where = {"report": report.id, "record": record, "role": role, "position": position}
                self.participants.append(where | self._person(one, report.text))

    def _person(self, one: Participant, text: str) -> Row:
        span = one.mention.span
        words = span.text(text)
        return {
            "country": one.country,
            "sector": one.sectors[0] if one.sectors else None,
            "actor": one.actor.id if one.actor is not None else None,
            "actor_key": key_of(one, self.known),
            "text": _storable(words),
            "start": span.start,
            "stop": span.stop,
            "search": search_text(one.name, words),
        }


def actor_row(key: str, actor: Actor) -> Row:
    """The row of an actor under its key."""
    return {
        "key": key,
        "id": actor.id,
        "search": search_text(*(name.text for name in actor.names)),
        "payload": codec.encode(actor).decode(),
    }


def _storable(text: str) -> str:
    # PostgreSQL has no NUL in text; the payload keeps it, as an escape.
    return text.replace("\0", "")
