"""What was said: the stretch of text that a cue introduces or closes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.documents.rows import is_time
from dragoman.documents.verbs import aside
from dragoman.quotes.cues import Cue, vocabulary
from dragoman.types import Clauses, QuoteKind, Span, Token

_LEAST = 3  # words that make a statement
_ADDED = 2  # words beside a quotation that do not yet make it a mixed quote
_TAIL = 9  # chunks that may follow a cue whose content stands before it
_MARKS = "“”\"'‘’«»„`"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A cue with its content, and how much of it stands between quotation marks."""

    cue: Cue | None
    content: Span
    kind: QuoteKind


def stated(cue: Cue, text: str, quotations: Sequence[Span], limit: int | None = None) -> Statement | None:
    """The statement that ``cue`` governs within its sentence, or None.

    Args:
        cue: a word of saying.
        text: the report's text.
        quotations: what stands between quotation marks.
        limit: where the next quotation's own cue begins, if there is one.
    """
    content = _content(cue)
    if content is None:
        return None
    if limit is not None and content.start < limit:
        content = Span(content.start, min(content.stop, limit))
    inside = [span for span in quotations if span.overlaps(content)]
    if inside:
        content = Span(content.start, max(content.stop, *(span.stop for span in inside)))
    content = trimmed(text, content)
    if len(content.text(text).split()) < _LEAST:
        return None
    return Statement(cue=cue, content=_exact(text, content, inside), kind=_kind(text, content, inside))


def _kind(text: str, content: Span, inside: Sequence[Span]) -> QuoteKind:
    if not inside:
        return "indirect"
    return "direct" if _outside(text, content, inside) <= _ADDED else "mixed"


def _exact(text: str, content: Span, inside: Sequence[Span]) -> Span:
    """A direct quotation is what stands between its marks."""
    if inside and _outside(text, content, inside) <= _ADDED:
        return trimmed(text, Span(min(span.start for span in inside), max(span.stop for span in inside)))
    return content


def _outside(text: str, content: Span, inside: Sequence[Span]) -> int:
    """Words of ``content`` that no quotation holds."""
    words = len(content.text(text).split())
    quoted = sum(len(Span(max(span.start, content.start), span.stop).text(text).split()) for span in inside)
    return max(0, words - quoted)


def trimmed(text: str, span: Span) -> Span:
    """``span`` without the blanks, marks and commas at its ends."""
    start, stop = span.start, span.stop
    loose = _MARKS + " \t\n\r\xa0\u200e\u200f,،;؛:…"
    while start < stop and text[start] in loose:
        start += 1
    while stop > start and text[stop - 1] in loose + ".":
        stop -= 1
    return (
        Span(start, stop + 1)
        if stop < span.stop and stop < len(text) and text[stop] in ".…"
        else Span(start, stop)
    )


def _content(cue: Cue) -> Span | None:
    if cue.prefix:
        return _beside_prefix(cue)
    return (None if cue.inverted else _after(cue)) or _before(cue) or _around(cue)


def _after(cue: Cue) -> Span | None:
    """What follows the cue: behind "that", or at once for verbs that need none."""
    clauses = cue.clauses
    words = vocabulary(clauses.grammar.language)
    passed = False
    for at in range(cue.chunk + 1, len(clauses.chunks)):
        part = clauses.chunks[at]
        token = clauses.tokens[part.start]
        if token.norm in words.conjunctions and not (passed and clauses.chunks[at - 1].kind == "VP"):
            return _to_end(clauses, part.start + 1)
        if clauses.grammar.verb_first and (part.kind == "W" or (part.kind == "VP" and aside(clauses, at))):
            passed = True
            continue
        if part.kind == "VP":
            return _bare(cue, at)
        if part.kind in ("S", "W", ".") or (part.kind == "C" and _verb_follows(clauses, at)):
            return None
        if token.text == ":":
            return _to_end(clauses, part.stop)
    return None


def _finite(clauses: Clauses, verb: int) -> bool:
    """Whether the verb group can be a clause's own: will continue, holds, but not to continue, holding."""
    part = clauses.chunks[verb]
    alone = part.stop - part.start == 1 and clauses.tokens[part.head].form == "ger"
    return not alone and clauses.tokens[part.start].norm != "to"


def _verb_follows(clauses: Clauses, at: int) -> bool:
    return at + 1 < len(clauses.chunks) and clauses.chunks[at + 1].kind == "VP"


def _bare(cue: Cue, verb: int) -> Span | None:
    """A clause right behind the cue: she said Monday the talks will resume."""
    clauses = cue.clauses
    words = vocabulary(clauses.grammar.language)
    if cue.lemma not in words.bare or not _finite(clauses, verb):
        return None
    for at in range(cue.chunk + 1, verb):
        part = clauses.chunks[at]
        addressed = at == cue.chunk + 1 and cue.lemma in words.addressed
        if part.kind == "NP" and not is_time(clauses, part) and not addressed:
            return _to_end(clauses, part.start)
    return None


def _before(cue: Cue) -> Span | None:
    """What stands before a cue at the sentence's end: The talks were useful, he said."""
    clauses = cue.clauses
    first = cue.chunk
    if cue.speakers:
        spans = [clauses.mentions[number].span for number in cue.speakers]
        starts = [
            at for at, token in enumerate(clauses.tokens) if any(span.holds(token.span) for span in spans)
        ]
        first = min([first, *(clauses.at[at] for at in starts)])
    comma = first - 1
    if clauses.tokens[cue.token].form == "ger" or len(clauses.chunks) - max(cue.chunk, first) > _TAIL:
        return None
    if comma < 1 or clauses.chunks[comma].kind not in (",", "Q"):
        return None
    if not any(part.kind == "VP" for part in clauses.chunks[:comma]):
        return None
    return Span(clauses.tokens[0].span.start, clauses.tokens[clauses.chunks[comma].start].span.start)


def _around(cue: Cue) -> Span | None:
    """The sentence around a cue between commas: The army, Petrov said, had lost the town."""
    clauses = cue.clauses
    behind = clauses.chunks[cue.chunk + 1 : cue.chunk + 2]
    first = min([cue.chunk, *(_chunk_of(clauses, clauses.mentions[number].span) for number in cue.speakers)])
    if not behind or behind[0].kind != "," or first < 2 or clauses.chunks[first - 1].kind != ",":
        return None
    verbs = (part.kind == "VP" for part in clauses.chunks[cue.chunk + 1 :])
    if clauses.grammar.verb_first or not cue.speakers or not any(verbs):
        return None
    return Span(clauses.tokens[0].span.start, clauses.tokens[-1].span.stop)


def _chunk_of(clauses: Clauses, span: Span) -> int:
    """The chunk in which a mention begins."""
    return next(clauses.at[at] for at, token in enumerate(clauses.tokens) if span.holds(token.span))


def _beside_prefix(cue: Cue) -> Span | None:
    """The rest of a sentence with "according to": behind its comma, or before it."""
    clauses = cue.clauses
    start = clauses.at[cue.token]
    if start > 1:
        return Span(clauses.tokens[0].span.start, clauses.tokens[cue.token].span.start)
    for at in range(cue.chunk + 1, len(clauses.chunks)):
        if clauses.chunks[at].kind == ",":
            return _to_end(clauses, clauses.chunks[at].stop)
    return None


def _to_end(clauses: Clauses, start: int) -> Span | None:
    """From the token to the sentence's end; a pronoun written onto "that" (انه) is no part of it."""
    tokens: Sequence[Token] = clauses.tokens[start:]
    if (
        len(tokens) > 1
        and tokens[0].tag == "PRON"
        and tokens[0].span.start == clauses.tokens[start - 1].span.stop
    ):
        tokens = tokens[1:]
    return Span(tokens[0].span.start, tokens[-1].span.stop) if tokens else None
