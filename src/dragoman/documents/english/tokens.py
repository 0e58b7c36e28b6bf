"""Text → English tokens with part of speech, verb form and lemma.

The tagger is the most frequent tag of each word (Brill's lexicon) mended by a few rules on the neighbours;
it need only be right where events and speech are: verbs against nouns, participles against past tenses.
"""

from __future__ import annotations

import re

from dragoman.documents.english import words
from dragoman.documents.english.tagger import tag
from dragoman.types import Span, Token

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![^\W\d_])"
    r"|[^\W_]+(?:[-‐‑'’ʼ`´][^\W_]+)*"
    r"|``|''|\.\.\.|[^\w\s]|_"
)
_CLITIC = re.compile(r"(?i)(?<=\w)(?:n['’]t|['’](?:s|re|ve|ll|d|m))$")
_PENN = re.compile(r"(?i)^(?:n['’]t|['’](?:s|re|ve|ll|d|m))$")
_HYPHENS = "-‐‑"


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of ``text`` within ``span``, tagged.

    Args:
        text: the whole text of the report.
        span: the sentence, in code points.

    Returns:
        Tokens in order; their spans are exact and do not overlap.
    """
    spans: list[Span] = []
    for match in _WORD.finditer(text, span.start, span.stop):
        if not spans or match.start() >= spans[-1].stop:
            spans.extend(_parts(text, match.start(), match.end()))
    spans = _penn(text, spans)
    return tag([(piece, piece.text(text)) for piece in spans])


def _parts(text: str, start: int, stop: int) -> list[Span]:
    """One regex match as one or more tokens: clitics off, some hyphens apart, abbreviation dots on."""
    word = text[start:stop]
    if not any(mark in word for mark in "'’ʼ`´-‐‑"):
        return [Span(start, _with_dot(text, start, stop))]
    clitic = _CLITIC.search(word)
    if clitic:
        cut = start + clitic.start()
        return [*_parts(text, start, cut), Span(cut, stop)]
    for at, mark in enumerate(word):
        if mark in _HYPHENS and _splits(word, at):
            cut = start + at
            return [Span(start, cut), Span(cut, cut + 1), *_parts(text, cut + 1, stop)]
    return [Span(start, stop)]


def _with_dot(text: str, start: int, stop: int) -> int:
    """Where an abbreviation ends: its full stop belongs to it."""
    if text[stop : stop + 1] == "." and f"{text[start:stop].lower()}." in words.load().abbreviations:
        return stop + 1
    return stop


def _splits(word: str, at: int) -> bool:
    """Whether the hyphen at ``at`` parts two words: US-led, Russian-Iraqi, but not al-Maliki."""
    left, right = word[:at], word[at + 1 :]
    lists = words.load()
    if left.lower() in lists.article_prefixes:
        return False
    tail = re.split(r"[-‐‑]", right.lower())[0]
    return left[:1].isupper() and (tail in lists.hyphen_tails or right[:1].isupper())


def _penn(text: str, spans: list[Span]) -> list[Span]:
    """Join what Penn-style tokenised text wrote apart: ``' s``, ``n't`` stay whole tokens."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].stop == span.start and _PENN.match(text[joined[-1].start : span.stop]):
            joined[-1] = Span(joined[-1].start, span.stop)
        else:
            joined.append(span)
    return joined
