"""What is counted: the noun after a number, and its lemma. General rules first, listed words over them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from dragoman.documents.figures.vocabulary import FigureGrammar
from dragoman.text import fold
from dragoman.types import Span

_WORD = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670])*(?:['’‑-][^\W\d_]+)*"
)
_GAP = re.compile(r"[ \t\u00a0\u202f]{1,3}")
_MOST_WORDS = 5  # a noun further from its number than this is the noun of something else
_PERSON = "person"


class Counted(NamedTuple):
    """The words that are counted, from the first modifier on, and the lemma of their noun.

    ``listed`` tells that the noun is one of the file's own; ``span`` is None where nothing is said but that
    people are meant.
    """

    span: Span
    lemma: str
    listed: bool


class Word(NamedTuple):
    """A word of the text, folded, and where it stands."""

    norm: str
    start: int
    stop: int
    capital: bool


def words_after(text: str, start: int) -> Iterator[Word]:
    """The next words on the line, as long as only spaces part them."""
    for _ in range(_MOST_WORDS):
        gap = _GAP.match(text, start)
        match = _WORD.match(text, gap.end()) if gap else None
        if match is None or match.end() - match.start() > 40:
            return
        yield Word(fold(match.group()), match.start(), match.end(), match.group()[0].isupper())
        start = match.end()


def english(text: str, start: int, grammar: FigureGrammar, number: float, vague: bool) -> Counted | None:
    """A plural within a few words, the last of a row of them: "400 new arms agreements"."""
    best: Counted | None = None
    first = None
    for word in words_after(text, start):
        if word.norm in grammar.uncounted or word.norm in grammar.stops:
            return best if word.norm in grammar.stops else None
        if first is None and word.norm in grammar.victims:
            return Counted(Span(word.start, word.stop), _PERSON, True)
        first = word.start if first is None else first
        lemma = grammar.lemmas.get(word.norm) or _singular(word.norm)
        if lemma is None or (number == 1 and lemma != word.norm):
            if best:
                return best
            if number == 1:
                return None
            continue
        best = Counted(Span(first, word.stop), lemma, word.norm in grammar.lemmas)
        if number == 1:
            return best
    return best


def _singular(norm: str) -> str | None:
    """The singular of an English plural in -s; None for what cannot be one."""
    if (
        len(norm) < 4
        or not norm.endswith("s")
        or norm.endswith(("ss", "us", "is", "'s"))
        or not norm.isascii()
    ):
        return None
    if norm.endswith("ies") and len(norm) > 4:
        return norm[:-3] + "y"
    if norm.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return norm[:-2]
    return norm[:-1]


def arabic(text: str, start: int, grammar: FigureGrammar, number: float, vague: bool) -> Counted | None:
    """The next word, or the one after "من" with the article: "ثلاثة جنود", "ثلاثة من الجنود"."""
    words = list(words_after(text, start))
    definite = vague  # "عشرات القتلى"
    if words and words[0].norm == "من":
        words, definite = words[1:], True
    if not words or number <= 1 or (words[0].norm.startswith("ال") and not definite):
        return None
    norm, span = words[0].norm, Span(words[0].start, words[0].stop)
    listed = grammar.lemmas.get(norm)
    if listed:
        return Counted(span, listed, True)
    bare = norm.removeprefix("ال")
    if norm[:1] in ("", "و") or norm in grammar.stops or {norm, bare} & grammar.uncounted:
        return None
    lemma = _arabic_noun(bare, 3.0 if definite else number)
    return Counted(span, lemma, False) if lemma else None


@lru_cache(maxsize=4096)
def _arabic_noun(norm: str, number: float) -> str | None:
    """The lemma of a word that has the form a counted noun takes after ``number``; None for any other."""
    if 11 <= number % 100 <= 99:
        if norm.endswith("ا") and len(norm) > 3:
            return norm[:-1]
        return norm if norm.endswith("ة") and len(norm) > 3 else None
    if norm.endswith("ات") and len(norm) > 4:
        return norm[:-2] + "ة"
    if norm.endswith(("ين", "ون")) and len(norm) > 4:
        return norm[:-2]
    return norm if norm.endswith("ة") and len(norm) > 3 and number >= 100 else None


def russian(text: str, start: int, grammar: FigureGrammar, number: float, vague: bool) -> Counted | None:
    """The first listed noun after adjectives; of others only what a number's genitive plural looks like."""
    first = None
    for word in words_after(text, start):
        if word.norm in grammar.stops or word.norm in grammar.uncounted:
            return None
        first = word.start if first is None else first
        span = Span(first, word.stop)
        listed = grammar.lemmas.get(word.norm)
        if listed:
            return Counted(span, listed, True) if number != 1 or listed == word.norm else None
        many = number % 10 > 4 or number % 10 == 0 or 11 <= number % 100 <= 14
        lemma = _russian_noun(word.norm) if many else None
        if lemma:
            return Counted(span, lemma, False)
        if not word.norm.endswith(grammar.rules.adjectives):
            return None
    return None


_RUSSIAN = (("ений", "ение"), ("аний", "ание"), ("ций", "ция"), ("ов", ""), ("ев", "й"), ("ей", "ей"))


def _russian_noun(norm: str) -> str | None:
    """The lemma of a genitive plural of a regular kind; None where the word does not look like one."""
    for ending, lemma in _RUSSIAN:
        if norm.endswith(ending) and len(norm) > len(ending) + 2:
            return norm[: -len(ending)] + lemma
    return None


Finder = Callable[[str, int, FigureGrammar, float, bool], Counted | None]

FINDERS: dict[str, Finder] = {
    "en": english,
    "ar": arabic,
    "ru": russian,
}
