"""Who says what stands in quotation marks, as far as words beside the marks tell.

What a pronoun in a quotation means depends on it; the quotations of a report with their speakers, as they
are given out, are made in ``quotes``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.types import Grammar, Mention, Sentence, Span, Token

_NEAR = 8  # tokens between a quotation and its word of saying
_BESIDE = 3  # tokens between a word of saying and who speaks


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A quotation and the mention that speaks, if one stands beside it."""

    span: Span
    speaker: Mention | None


def said_by(speeches: Sequence[Speech], mention: Mention) -> Speech | None:
    """The quotation in which the mention stands."""
    at = bisect_right(speeches, mention.span.start, key=lambda speech: speech.span.start) - 1
    return speeches[at] if at >= 0 and speeches[at].span.holds(mention.span) else None


def _free(span: Span, quotations: Sequence[Span]) -> bool:
    """Whether a stretch of text stands in none of the quotations."""
    at = bisect_right(quotations, span.start, key=lambda quotation: quotation.start) - 1
    return at < 0 or not quotations[at].holds(span)


def speakers(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], quotations: Sequence[Span], grammar: Grammar
) -> tuple[Speech, ...]:
    """The quotations in order, each with its speaker; one without words of saying has the last one's."""
    free = [mention for mention in mentions if _free(mention.span, quotations)]
    every = (token for sentence in sentences for token in sentence.tokens)
    tokens = [token for token in every if _free(token.span, quotations)]
    starts = [token.span.start for token in tokens]
    found: list[Speech] = []
    for span in quotations:
        at = bisect_right(starts, span.start)
        speaker = _speaker(tokens[at : at + _NEAR], free, grammar)
        speaker = speaker or _speaker(tokens[max(0, at - _NEAR) : at], free, grammar)
        if speaker is None and found:
            speaker = found[-1].speaker
        found.append(Speech(span=span, speaker=speaker))
    return tuple(found)


def _speaker(tokens: Sequence[Token], mentions: Sequence[Mention], grammar: Grammar) -> Mention | None:
    """Who stands beside the word of saying among the tokens."""
    for at, token in enumerate(tokens):
        if token.lemma in grammar.reporting_verbs and token.tag == "VERB":
            beside = [other.span for other in tokens[max(0, at - _BESIDE) : at + _BESIDE]]
            first = bisect_right(mentions, beside[0].start, key=lambda mention: mention.span.start) - 1
            for mention in mentions[max(0, first) : first + 2 * _BESIDE]:
                if any(mention.span.holds(other) for other in beside):
                    return mention
    return None
