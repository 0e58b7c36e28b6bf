"""Text → English tokens with part of speech, verb form and lemma.

The tagger is the most frequent tag of each word (Brill's lexicon) mended by a few rules on the neighbours;
it need only be right where events and speech are: verbs against nouns, participles against past tenses.
"""

from __future__ import annotations

import re

from dragoman.documents.english import words
from dragoman.documents.english.tagger import tag
from dragoman.text import fold
from dragoman.types import Span, Token

_WORD = re.compile(
    r"(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])(?:\.| \.(?=.))?"  # U.S., and the "U.S ." of tokenised text
    r"|(?:[^\W\d_]\.){2,}"
    r"|(?<=\w )['’] ?(?:s|t|re|ve|ll|d|m)(?![^\W_])"  # Obama ’ s
    r"|(?<![^\W_])O ?['’] ?(?=[A-Z])[^\W_]+"  # O ’ Hara
    r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![^\W\d_])"
    r"|[^\W_]+(?:[-‐‑'’ʼ`´][^\W_]+)*"
    r"|``|''|\.\.\.|[^\w\s]|_"
)
_CLITIC = re.compile(r"(?i)(?<=\w)(?:n['’]t|['’](?:s|re|ve|ll|d|m))$")
_PENN = re.compile(r"(?i)^(?:n['’]t|['’](?:s|re|ve|ll|d|m))$")
_NEGATED = frozenset(
    "don doesn didn isn aren wasn weren hasn haven hadn won can couldn wouldn shouldn mustn needn".split()
)
_HYPHENS = "-‐‑"


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of ``text`` within ``span``, tagged.

    Args:
        text: the whole text of the report.
        span: the sentence, in code points.

    Returns:
        Tokens in order; their spans are exact and do not overlap. Text that was tokenised before it came
        ("did n't", "don ’ t", "U.S .") gives the tokens of the plain text. Marks that are no letters and
        signs that cannot be seen are left out.
    """
    spans: list[Span] = []
    for match in _WORD.finditer(text, span.start, span.stop):
        if not spans or match.start() >= spans[-1].stop:
            spans.extend(_parts(text, match.start(), match.end(), span.stop))
    spans = _penn(text, spans)
    pieces = ((piece, piece.text(text)) for piece in spans)
    return tag([(piece, word) for piece, word in pieces if fold(word).strip()])


def _parts(text: str, start: int, stop: int, end: int) -> list[Span]:
    """One regex match as one or more tokens: clitics off, some hyphens apart, abbreviation dots on."""
    word = text[start:stop]
    if not any(mark in word for mark in "'’ʼ`´-‐‑"):
        return [Span(start, _with_dot(text, start, stop, end))]
    clitic = _CLITIC.search(word)
    if clitic:
        cut = start + clitic.start()
        return [*_parts(text, start, cut, end), Span(cut, stop)]
    for at, mark in enumerate(word):
        if mark in _HYPHENS and _splits(word, at):
            cut = start + at
            return [Span(start, cut), Span(cut, cut + 1), *_parts(text, cut + 1, stop, end)]
    return [Span(start, stop)]


def _with_dot(text: str, start: int, stop: int, end: int) -> int:
    """Where an abbreviation ends: its full stop belongs to it, also one set apart that ends no sentence."""
    if f"{text[start:stop].lower()}." not in words.load().abbreviations:
        return stop
    if text[stop : stop + 1] == ".":
        return stop + 1
    return stop + 2 if text[stop : stop + 2] == " ." and stop + 2 < end else stop


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
        before = joined[-1] if joined else span
        if before.stop == span.start and _PENN.match(text[before.start : span.stop]):
            joined[-1] = Span(before.start, span.stop)
        elif _is_negation(text, before, span):
            joined[-1:] = [Span(before.start, before.stop - 1), Span(before.stop - 1, span.stop)]
        else:
            joined.append(span)
    return joined


def _is_negation(text: str, before: Span, span: Span) -> bool:
    """Whether the two are the parts of "don ’ t"."""
    return span.text(text) in ("’ t", "' t", "'t", "’t") and before.text(text).lower() in _NEGATED
