"""What pronouns and generic nouns of a language point to, from ``data/languages/<iso>/pronouns.yml``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from dragoman.resources import language_file, read_yaml


class Reference(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pronouns by whom they mean, and nouns that mean somebody's country. All words are folded.

    ``owning`` are pronouns before what is somebody's: his, their.
    ``objects`` are the pronouns that never mean the one who acts: him, them. ``indefinite`` are words before
    a title that no one holder has, ``definite`` those before somebody known, ``becoming`` lemmas before one
    that somebody has yet to get, or just is, ``apart`` words that make another office of one: a vice
    president is no president, ``short`` titles that stand for longer ones: PM, ``people`` words for somebody
    whom "he" or "she" may mean: the suspect, ``bodies`` nouns of which "it" is said, ``lower`` titles that
    nobody who has one of ``highest`` is called by, ``leading`` words for those who have one of these,
    ``partisans`` words for one of a party, ``facing`` verbs whose object is somebody: accuse,
    ``counterparts`` for who holds the same office elsewhere.
    """

    male: frozenset[str]
    female: frozenset[str]
    neuter: frozenset[str]
    plural: frozenset[str]
    first: frozenset[str]
    countries: frozenset[str]
    generic: frozenset[str]
    objects: frozenset[str] = frozenset()
    owning: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    becoming: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    counterparts: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    lower: frozenset[str] = frozenset()
    highest: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    partisans: frozenset[str] = frozenset()
    facing: frozenset[str] = frozenset()
    short: dict[str, str] = {}

    def role(self, words: Sequence[str]) -> str:
        """male, female, neuter, plural, first, country, or "" for words that point to nobody."""
        if any(word in self.countries for word in words):
            return "country"
        return self.owner(words)

    def differ(self, one: str, other: str) -> bool:
        """Whether two titles with a word in common are two offices: minister and prime minister."""
        first, second = set(one.split()), set(other.split())
        return bool(first & second) and not self.apart.isdisjoint(first ^ second)

    def owner(self, words: Sequence[str]) -> str:
        """Whom the pronoun among ``words`` means."""
        for name in ("male", "female", "neuter", "plural", "first"):
            if any(word in getattr(self, name) for word in words):
                return name
        return ""


@cache
def reference(language: str) -> Reference:
    """The pronouns of ``language`` (ISO 639-1).

    Raises:
        ResourceError: the file is missing or broken.
    """
    return read_yaml(language_file(language, "pronouns.yml"), Reference)
