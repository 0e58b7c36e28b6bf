"""The mentions of one entity, and what the text says of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.actors import names
from dragoman.actors.roles import PARTY, told
from dragoman.actors.sounds import rules
from dragoman.text import fold
from dragoman.types import Mention, Span

_BEHIND = 40  # code points behind a mention that tell where it is
_POSSESSIVE = re.compile(r"['’]s\b|['’](?= )")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The mentions of one entity with what the text says of it.

    ``home`` is the country that the report is about, where it may be this one's.
    """

    mentions: tuple[Mention, ...]
    text: str
    language: str
    on: date | None
    home: str | None = None

    @property
    def country(self) -> str | None:
        """The country that titles, demonyms and appositions give most often; the earliest of equals."""
        said = Counter(mention.country for mention in self.mentions if mention.country)
        return said.most_common(1)[0][0] if said else None

    @property
    def stated(self) -> str | None:
        """The country that is said beside a name; without one, all that is said."""
        named = [
            mention for mention in self.mentions if mention.kind != "pronoun" and not self._untold(mention)
        ]
        said = Counter(mention.country for mention in named or self.mentions if mention.country)
        return said.most_common(1)[0][0] if said else None

    @property
    def genders(self) -> frozenset[str]:
        """What its pronouns, names and titles say: male, female, "" for those that say nothing."""
        return frozenset(mention.gender for mention in self.mentions)

    @staticmethod
    def _untold(mention: Mention) -> bool:
        return mention.title is not None and mention.title.holds(mention.head)

    @property
    def sectors(self) -> tuple[str, ...]:
        """The sectors of the first title that has some, else those of the body in a person's title."""
        said = next((mention.sectors for mention in self.mentions if mention.sectors), ())
        if self.person and self.nominated and PARTY not in said:
            return ()
        if said or not self.person:
            return said
        titles = (told(mention.title.text(self.text)) for mention in self.mentions if mention.title)
        return next(filter(None, titles), ())

    @property
    def nominated(self) -> bool:
        """Whether somebody is called by an office that is yet to be given: Supreme Court nominee."""
        titles = [mention.title.text(self.text) for mention in self.mentions if mention.title]
        return any(fold(word) in rules().nominated for title in titles for word in title.split())

    @property
    def foreign(self) -> bool:
        """Whether its words say that it is of another country, or of several: allied troops."""
        words = (fold(word) for mention in self.mentions for word in mention.span.text(self.text).split())
        return any(word.removeprefix("ال") in rules().abroad for word in words)

    @property
    def of_others(self) -> bool:
        """Whether each mention is said to be of another country, outside of its title: foreign leaders."""
        spoken = [mention for mention in self.mentions if mention.kind != "pronoun"]
        words = [fold(self.beside(mention)).split() for mention in spoken]
        return bool(words) and all(not rules().abroad.isdisjoint(beside) for beside in words)

    @property
    def worldwide(self) -> bool:
        """Whether it is told to be of the whole world, and so of no country: workers around the globe."""
        behind = (fold(self.text[one.span.stop : one.span.stop + _BEHIND]).strip() for one in self.mentions)
        return any(words.startswith(rules().worldwide) for words in behind)

    @property
    def sent(self) -> bool:
        """Whether its words say that it stands in another country than its own: the embassy."""
        words = (fold(word) for mention in self.mentions for word in mention.head.text(self.text).split())
        return any(word.removeprefix("ال") in rules().sent for word in words)

    @property
    def person(self) -> bool:
        """Whether it is a person's chain."""
        return any(mention.kind == "person" for mention in self.mentions)

    def named(self) -> list[str]:
        """The names as written, the fullest first."""
        found = {
            " ".join(mention.head.text(self.text).split())
            for mention in self.mentions
            if mention.kind != "pronoun" and not self._untold(mention)
        }
        return sorted(found, key=lambda name: (-len(names.words(name)), -len(name), name))

    def past(self, mention: Mention) -> bool:
        """Whether the words say that the office is held no more, or not yet: former, then, next."""
        return self._any_of(mention, rules().not_now)

    def filled(self, mention: Mention) -> bool:
        """Whether the office is held, be it only by somebody who is acting in it."""
        return not self._any_of(mention, rules().not_now - rules().acting)

    def _any_of(self, mention: Mention, words: frozenset[str]) -> bool:
        return any(fold(word) in words for word in mention.span.text(self.text).split())

    def beside(self, mention: Mention) -> str:
        """The words of a mention outside of its head, without articles and "of"."""
        before = self.text[mention.span.start : mention.head.start]
        after = self.text[mention.head.stop : mention.span.stop]
        words = _POSSESSIVE.sub("", f"{before} {after}").split()
        return " ".join(word for word in words if word.lower() not in {"the", "of"})

    def said(self) -> tuple[str, ...]:
        """The title and country that the text gives, as a reason."""
        parts = []
        titled = next((mention for mention in self.mentions if mention.title), None)
        if titled is not None and titled.title is not None:
            parts.append(f"title '{titled.title.text(self.text)}'")
        if self.country:
            parts.append(f"country {self.country} said in the text")
        return tuple(parts)

    def longest(self) -> str:
        """The fullest name as written, else the longest mention that is no pronoun."""
        named = self.named()
        if named and self.person:
            return named[0]
        spans: Sequence[Mention] = [mention for mention in self.mentions if mention.kind != "pronoun"]
        return max((written(mention.span, self.text) for mention in spans or self.mentions), key=len)


def numbered(number: int, mention: Mention) -> int:
    """The number of the chain of a document's mention ``number``: its own where it is alone."""
    return mention.entity if mention.entity >= 0 else -1 - number


def written(span: Span, text: str) -> str:
    """The words of a span; behind an Arabic "to" the article, of which only half is written, is restored."""
    words = " ".join(span.text(text).split())
    return f"ال{words[1:]}" if words[:1] == "ل" and text[span.start - 1 : span.start] == "ل" else words
