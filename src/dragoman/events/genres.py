"""Whether a report is about something that holds no political event: sport, stage and screen, shares."""

from __future__ import annotations

from functools import cache

from dragoman.resources import language_file, read_if_there
from dragoman.text import fold
from dragoman.types import Document, Token

_LEAST = 4  # words of one genre, two of them different
_SHARE = 0.02  # of a report's words: one in fifty, which politics seldom reaches
_ARTICLE = "ال"


def apolitical(document: Document) -> str | None:
    """The genre (a key of ``genres.yml``) of the report's words; None where it may be politics."""
    tokens = [token for sentence in document.sentences for token in sentence.tokens if token.tag != "PUNCT"]
    for genre, words in sorted(_words(document.language).items()):
        found = [token.norm for token in tokens if _is(token, words)]
        if len(found) >= max(_LEAST, _SHARE * len(tokens)) and len(set(found)) > 1:
            return genre
    return None


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    """Folded words by genre; none for a language without the file."""
    table = read_if_there(language_file(language, "genres.yml"), dict[str, tuple[str, ...]]) or {}
    return {genre: frozenset(fold(word) for word in words) for genre, words in table.items()}


def _is(token: Token, words: frozenset[str]) -> bool:
    return token.norm in words or token.norm.removeprefix(_ARTICLE) in words
