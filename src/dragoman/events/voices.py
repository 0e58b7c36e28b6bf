"""Who the mentions of a sentence are: "we" in a quotation is who speaks, "himself" no party of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.documents.pronouns import reference
from dragoman.text import fold
from dragoman.types import Chunk, Clauses, Document, Participant, Quote


def sides_of(
    document: Document, clauses: Clauses, participants: Sequence[Participant], quotes: Sequence[Quote]
) -> list[Participant]:
    """The participants of a sentence's mentions, a quoted first person replaced by the speaker.

    A reflexive that is a phrase of its own is nobody: failing to avail *himself* of it.
    """
    last = clauses.first + len(clauses.mentions)
    text, language = document.report.text, document.language
    alone = {clauses.tokens[part.start].span for part in clauses.chunks if _reflexive(clauses, part)}
    return [
        replace(side, actor=None, country=None, sectors=())
        if side.mention.span in alone
        else _speaking(side, text, language, quotes)
        for side in participants[clauses.first : last]
    ]


def _reflexive(clauses: Clauses, part: Chunk) -> bool:
    return clauses.tokens[part.start].norm in clauses.grammar.reflexives


def _speaking(participant: Participant, text: str, language: str, quotes: Sequence[Quote]) -> Participant:
    """A first person inside a quotation is its speaker: "we" and نحن."""
    mention = participant.mention
    words = [fold(word) for word in mention.span.text(text).split()]
    if mention.kind != "pronoun" or reference(language).owner(words) != "first":
        return participant
    for quote in quotes:
        if quote.kind != "indirect" and quote.speaker and quote.content.holds(mention.span):
            return replace(quote.speaker, mention=mention, score=round(quote.speaker.score * 0.9, 3))
    return participant
