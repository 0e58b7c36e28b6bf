"""Numbers that say something, with their bounds and what they count.

Bounds: "more than 5" has no high, "nearly 5" and "up to 5" no low, "about 5" lies within ten in a hundred of
5, "5 to 7" is both, anything else exact. "Dozens" are at least 24, "hundreds" at least 200. Units: ISO 4217
for money, or the currency's own name in English where several countries use it and the text does not say
which; a lemma for counts; "percent"; "ordinal".

Not found, on purpose: a number of nothing, ages, durations, clock times, numbers that are names ("Boeing
777", "Resolution 2254"), small numbers of what was already named ("the two leaders").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.documents.figures.amounts import compose
from dragoman.documents.figures.reading import read
from dragoman.documents.figures.vocabulary import LANGUAGES, load
from dragoman.types import DateExpression, Figure

__all__ = ["LANGUAGES", "find_figures", "outside"]


def find_figures(text: str, language: str) -> list[Figure]:
    """The figures of ``text`` in order, never overlapping.

    Args:
        text: any text; spans are code points of it.
        language: ISO 639-1; a language without a grammar has no figures.
    """
    return list(_figures(text, language)) if language in LANGUAGES else []


def _figures(text: str, language: str) -> Iterator[Figure]:
    grammar = load(language)
    lexed = compose(grammar.lexer.read(text), grammar)
    for found in grammar.patterns.find(lexed):
        yield from read(found, lexed, grammar, language)


def outside(figures: Sequence[Figure], dates: Sequence[DateExpression]) -> list[Figure]:
    """``figures`` without those whose number belongs to a date; both in the order of the text."""
    kept: list[Figure] = []
    place = 0
    for figure in figures:
        while place < len(dates) and dates[place].span.stop <= figure.span.start:
            place += 1
        if place == len(dates) or not dates[place].span.overlaps(figure.span):
            kept.append(figure)
    return kept
