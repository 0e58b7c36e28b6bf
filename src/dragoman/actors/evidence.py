"""Whether a sentence supports a name that may be something else: an ambiguous name, or a surname alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.actors.sounds import rules
from dragoman.documents.english import words as english
from dragoman.documents.english.names import title_case
from dragoman.text import fold
from dragoman.types import Hit, Token

_NAMES = frozenset({"country", "organisation", "group", "person"})
_COMMON = frozenset({"agent", "title"})
_LINKS = frozenset({"of", "the", "a", "in", "for", "'s"})  # words between an agent and its country
_NO_NAMES = frozenset({"VERB", "AUX", "ADP", "ADV", "PRON", "DET"})  # tags
_PREDICATES = frozenset({"VERB", "AUX"})
_LIKE_WORDS = 4  # letters of an Arabic surname that may well be a word
_REACH = 2  # tokens between a common word and the name that supports it


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Why a hit is in doubt: a surname alone (``ordinary``: which is a word as well), else ambiguous."""

    surname: bool
    ordinary: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence's tokens and hits; ``doubts``: which of the hits are in doubt, and why."""

    tokens: Sequence[Token]
    hits: tuple[Hit, ...]
    doubts: Mapping[int, Doubt]

    def supported(self, number: int) -> bool:
        """Whether hit ``number`` may stand."""
        if number not in self.doubts:
            return True
        hit = self.hits[number]
        if self.doubts[number].surname:
            sure = not self.doubts[number].ordinary or self._stands_as_name(number)
            return sure and not self._in_other_name(number)
        if hit.kind in _COMMON:
            return self._beside_name(number)
        return self._sure_name() and not self._in_other_name(number) and not self._ordinary(hit)

    def _stands_as_name(self, number: int) -> bool:
        """Whether a word that is also a surname stands as one: behind a title, or with a capital of its own.

        Where any word would have a capital, a verb must follow: "Stone said".
        """
        hit = self.hits[number]
        before = self.tokens[hit.start - 1] if hit.start else None
        titled = (
            number > 0 and self.hits[number - 1].kind == "title" and self.hits[number - 1].stop == hit.start
        )
        if titled or (before is not None and before.norm.rstrip(".") in rules().titles):
            return True
        token = self.tokens[hit.start]
        if token.norm in rules().never_alone:
            return False
        if token.text.upper() == token.text.lower():  # a script without capitals: the tag is all there is
            return token.tag == "PROPN"
        if before is not None and any(letter.isalnum() for letter in before.text) and not self._headline():
            return token.tag == "PROPN"
        after = self.tokens[hit.stop] if hit.stop < len(self.tokens) else None
        return after is not None and (after.tag in _PREDICATES or after.norm in {"'s", ":"})

    def _headline(self) -> bool:
        return title_case([token.text for token in self.tokens])

    def _sure_name(self) -> bool:
        return any(hit.kind in _NAMES for at, hit in enumerate(self.hits) if at not in self.doubts)

    def _beside_name(self, number: int) -> bool:
        """Whether a name stands right before or after, but for words that link: "security of Iraq"."""
        hit, last = self.hits[number], len(self.hits) - 1
        if number > 0 and self._names(number - 1) and self._linked(self.hits[number - 1].stop, hit.start):
            return True
        if number < last and self._names(number + 1) and self._linked(hit.stop, self.hits[number + 1].start):
            return True
        if hit.kind != "title":
            return False
        behind = self.tokens[hit.stop : hit.stop + _REACH + 1]
        follows = next((token for token in behind if token.norm not in _LINKS), None)
        return follows is not None and _named(follows)

    def _names(self, number: int) -> bool:
        """Whether a hit is a name, and not in doubt."""
        return number not in self.doubts and self.hits[number].kind in _NAMES

    def _linked(self, start: int, stop: int) -> bool:
        """Whether no words but those that link stand from ``start`` to ``stop``."""
        return stop - start <= _REACH and all(token.norm in _LINKS for token in self.tokens[start:stop])

    def _ordinary(self, hit: Hit) -> bool:
        """Whether a name of one word is the word: a verb, or a noun with an adjective of its own."""
        if hit.stop - hit.start > 1 or hit.use == "demonym":
            return False
        follows = self.tokens[hit.stop] if hit.stop < len(self.tokens) else None
        agrees = follows is not None and follows.tag == "ADJ" and follows.norm.startswith("ال")
        described = agrees and all(other.start != hit.stop for other in self.hits)
        return described or self.tokens[hit.start].tag in _NO_NAMES

    def _in_other_name(self, number: int) -> bool:
        """Whether another capitalised word right beside makes it part of another name: Jordan Peterson."""
        hit = self.hits[number]
        before = number > 0 and self.hits[number - 1].stop == hit.start
        behind = number + 1 < len(self.hits) and self.hits[number + 1].start == hit.stop
        beside = [hit.start - 1] * (not before) + [hit.stop] * (not behind)
        return any(
            0 <= at < len(self.tokens)
            and _named(self.tokens[at])
            and not (_shouted(self.tokens[at]) and not _shouted(self.tokens[hit.start]))
            for at in beside
        )


def _named(token: Token) -> bool:
    capital = token.tag == "PROPN" and token.text[:1] != token.text[:1].lower()
    return capital and token.norm.rstrip(".") not in rules().titles


def _shouted(token: Token) -> bool:
    return len(token.text) > 2 and token.text.isupper()


def ordinary(surname: str, language: str) -> bool:
    """Whether a surname is, or in Arabic may be, a word as well: Brown, Bush, العربي, سلام."""
    if language == "ar":
        return surname.startswith("ال") or len(surname) <= _LIKE_WORDS
    return fold(surname) in _words(language)


@cache
def _words(language: str) -> frozenset[str]:
    if language != "en":
        return frozenset()
    tagged = english.lexicon().items()
    return frozenset(word for word, tag in tagged if not tag.startswith("NNP") and word.islower())
