"""What a dossier is made of. Text is as the reports have it; whoever shows it makes it harmless first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.types import Auxiliary, FigureKind, Granularity, QuoteKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """A report under the number by which the dossier cites it; ``opening`` are its first words."""

    number: int
    id: str
    title: str | None
    opening: str
    publisher: str | None
    published: date | None
    url: str | None
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where it is said: the report's number, the words that say so, and the sentence they stand in."""

    number: int
    report: str
    evidence: tuple[Span, ...]
    words: tuple[str, ...]
    sentence: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody in an event or a quotation, by the name that is known rather than the one that was written."""

    name: str
    country: str | None
    sector: str | None
    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One event, however often it was told. Without ``start`` its day is not known.

    ``when`` are then the words of the report, if it has any, and ``published`` the day of that report.
    """

    start: date | None
    end: date | None
    granularity: Granularity | None
    when: str | None
    published: date | None
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    marks: tuple[Auxiliary, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: str | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What was asked, promised, backed with words and given in one context.

    ``context`` is "other" where none is known.
    """

    context: str
    asked: tuple[Line, ...]
    promised: tuple[Line, ...]
    backed: tuple[Line, ...]
    given: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A quotation; the citation's words are what was said."""

    kind: QuoteKind
    addressee: Party | None
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A speaker with all that the dossier quotes of them; None where the speaker is not known."""

    speaker: Party | None
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A figure; ``about`` is what is counted, in the words of the report."""

    kind: FigureKind
    low: float | None
    high: float | None
    unit: str
    about: str | None
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What the store knows of one party, or of two with each other.

    ``parties`` are the names asked for, ``since`` and ``until`` the days asked for, ``first`` and ``last``
    the days of the dated events. ``timeline`` holds every event once, the dated in order, then the others.
    """

    parties: tuple[str, ...]
    since: date | None
    until: date | None
    first: date | None
    last: date | None
    undated: int
    timeline: tuple[Line, ...]
    meetings: tuple[Line, ...]
    ledger: tuple[Account, ...]
    conflict: tuple[Line, ...]
    voices: tuple[Voice, ...]
    figures: tuple[Count, ...]
    reports: tuple[Used, ...]
