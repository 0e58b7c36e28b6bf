"""The records that cross a folder's boundary. Read this file first.

All are frozen and slotted. Offsets are code points into ``Report.text``, half-open; dates are calendar days
without a time zone; scores are in [0, 1]; languages are ISO 639-1; countries ISO 3166-1 alpha-3 or one of
PLOVER's international codes (UNO, EUR, IGO, NGO, ISM, IMG, MNC); sectors, types, modes and contexts are
PLOVER 2.0's.
"""

from __future__ import annotations

from dragoman.types.actors import (
    Actor,
    ActorKind,
    Finder,
    Hit,
    HitKind,
    Known,
    Locator,
    Name,
    NameUse,
    Role,
)
from dragoman.types.documents import (
    Chunk,
    ChunkKind,
    Clauses,
    DateExpression,
    Document,
    Figure,
    FigureKind,
    Gender,
    Granularity,
    Mention,
    MentionKind,
    Place,
    Report,
    Sentence,
    Span,
    Token,
)
from dragoman.types.grammar import Grammar
from dragoman.types.results import (
    Analysis,
    Auxiliary,
    Event,
    Participant,
    Quote,
    QuoteKind,
    Skipped,
    Story,
    Summary,
)

__all__ = [
    "Actor",
    "ActorKind",
    "Analysis",
    "Auxiliary",
    "Chunk",
    "ChunkKind",
    "Clauses",
    "DateExpression",
    "Document",
    "Event",
    "Figure",
    "FigureKind",
    "Finder",
    "Gender",
    "Grammar",
    "Granularity",
    "Hit",
    "HitKind",
    "Known",
    "Locator",
    "Mention",
    "MentionKind",
    "Name",
    "NameUse",
    "Participant",
    "Place",
    "Quote",
    "QuoteKind",
    "Report",
    "Role",
    "Sentence",
    "Skipped",
    "Span",
    "Story",
    "Summary",
    "Token",
]
