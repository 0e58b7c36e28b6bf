"""Whether a sentence supports a name that may be something else: an ambiguous name, or a surname alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.types import Hit, Token

_NAMES = frozenset({"country", "organisation", "group", "person"})
_COMMON = frozenset({"agent", "title"})
_LINKS = frozenset({"of", "the", "a", "in", "for", "'s"})  # words between an agent and its country
_NO_NAMES = frozenset({"VERB", "AUX", "ADP", "ADV", "PRON", "DET"})  # tags
_REACH = 2  # tokens between a common word and the name that supports it


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence's tokens and hits; ``doubts``: which hits are in doubt, and whether as surnames alone."""

    tokens: Sequence[Token]
    hits: tuple[Hit, ...]
    doubts: Mapping[int, bool]

    def supported(self, number: int) -> bool:
        """Whether hit ``number`` may stand."""
        if number not in self.doubts:
            return True
        hit = self.hits[number]
        if self.doubts[number]:
            return not self._in_other_name(hit)
        if hit.kind in _COMMON:
            return self._beside_name(number)
        return self._sure_name() and not self._in_other_name(hit) and not self._ordinary(hit)

    def _sure_name(self) -> bool:
        return any(hit.kind in _NAMES for at, hit in enumerate(self.hits) if at not in self.doubts)

    def _beside_name(self, number: int) -> bool:
        """Whether a name stands right before or after, but for words that link: "security of Iraq"."""
        hit = self.hits[number]
        for at in (number - 1, number + 1):
            if 0 <= at < len(self.hits) and self.hits[at].kind in _NAMES and at not in self.doubts:
                first, second = sorted((hit, self.hits[at]), key=lambda one: one.start)
                between = self.tokens[first.stop : second.start]
                if len(between) <= _REACH and all(
                    token.norm in _LINKS or token.norm == "'s" for token in between
                ):
                    return True
        behind = self.tokens[hit.stop : hit.stop + _REACH + 1]
        follows = next((token for token in behind if token.norm not in _LINKS), None)
        return hit.kind == "title" and follows is not None and _named(follows)

    def _ordinary(self, hit: Hit) -> bool:
        """Whether a name of one word is the word: a verb, or a noun with an adjective of its own."""
        if hit.stop - hit.start > 1 or hit.use == "demonym":
            return False
        follows = self.tokens[hit.stop] if hit.stop < len(self.tokens) else None
        agrees = follows is not None and follows.tag == "ADJ" and follows.norm.startswith("ال")
        described = agrees and all(other.start != hit.stop for other in self.hits)
        return described or self.tokens[hit.start].tag in _NO_NAMES

    def _in_other_name(self, hit: Hit) -> bool:
        """Whether another capitalised word right beside makes it part of another name: Jordan Peterson."""
        taken = {at for other in self.hits if other is not hit for at in range(other.start, other.stop)}
        return any(
            0 <= at < len(self.tokens) and at not in taken and _named(self.tokens[at])
            for at in (hit.start - 1, hit.stop)
        )


def _named(token: Token) -> bool:
    return token.tag == "PROPN" and token.text[:1] != token.text[:1].lower()
