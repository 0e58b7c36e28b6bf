"""Contexts of an event, from the words of its sentence and of its report (see ``contexts.yml``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.resources import language_file, read_yaml
from dragoman.text import fold
from dragoman.types import Document, Sentence

_TIMES = 3  # words of a context anywhere in the report that make it the report's


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Contexts that hold for the whole report, and the words that speak for each context."""

    whole: tuple[str, ...]
    words: dict[str, tuple[str, ...]]


@cache
def _words(language: str) -> dict[str, tuple[str, ...]]:
    """Folded word or lemma → the contexts that it speaks for."""
    table = read_yaml(language_file(language, "contexts.yml"), dict[str, tuple[str, ...]])
    words: dict[str, tuple[str, ...]] = {}
    for context, members in table.items():
        for word in members:
            words[fold(word)] = (*words.get(fold(word), ()), context)
    return words


def of_document(document: Document) -> Known:
    """Contexts that the report speaks of at least three times."""
    words = _words(document.language)
    counts: dict[str, int] = {}
    for sentence in document.sentences:
        for context in _found(sentence, words):
            counts[context] = counts.get(context, 0) + 1
    return Known(whole=tuple(sorted(name for name, times in counts.items() if times >= _TIMES)), words=words)


def of_sentence(document: Document, sentence: Sentence, known: Known) -> tuple[str, ...]:
    """Contexts of the sentence; where it names none, those of the report."""
    return tuple(sorted(set(_found(sentence, known.words)))) or known.whole


def _found(sentence: Sentence, words: dict[str, tuple[str, ...]]) -> list[str]:
    return [
        context
        for token in sentence.tokens
        for context in (words.get(token.lemma) or words.get(token.norm) or ())
    ]
