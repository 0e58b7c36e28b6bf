"""What a report tells: who takes part, events, quotations, and what was read or left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dragoman.types.actors import Actor
from dragoman.types.documents import DateExpression, Document, Figure, Mention, Place, Span

QuoteKind = Literal["direct", "indirect", "mixed"]
Auxiliary = Literal["historical", "future", "hypothetical", "negation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A mention with who is meant: the actor where known, its country and sectors on the report's date."""

    mention: Mention
    actor: Actor | None
    country: str | None
    sectors: tuple[str, ...]
    name: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom. ``evidence`` are the words that say so, ``rule`` the rule that read them."""

    id: str
    report: str
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    auxiliary: tuple[Auxiliary, ...]
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    date: DateExpression | None
    place: Place | None
    evidence: tuple[Span, ...]
    score: float
    coder: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What somebody said: ``content`` without the quotation marks, ``cue`` the word of saying."""

    id: str
    report: str
    kind: QuoteKind
    content: Span
    cue: Span | None
    speaker: Participant | None
    addressee: Participant | None = None
    score: float = 1.0
    coder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of the same happening; each of ``origins`` is a set of reports with one independent origin."""

    id: str
    reports: tuple[str, ...]
    origins: tuple[tuple[str, ...], ...]
    since: date | None
    until: date | None
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All that one report gave."""

    document: Document
    participants: tuple[Participant, ...] = ()
    events: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A record that was left out or kept uncoded, and why: file, line (from 1) and the reason's name."""

    reason: str
    message: str
    path: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run did: counts by kind, and what was skipped."""

    reports: int = 0
    events: int = 0
    quotes: int = 0
    figures: int = 0
    skipped: tuple[Skipped, ...] = field(default=())
