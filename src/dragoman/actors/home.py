"""The country whose own "the president", "the army" and "the residents" of a report are."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from dragoman.documents.annotator import SERVED
from dragoman.documents.grammar import load
from dragoman.types import Document, Mention

SHARE = 0.8  # of the mentions with a country that one must have, where its sentence names none
MOST = 0.4  # where the sentence names that country and no other
LEAST = 3  # mentions that it must have
OPENING = 8  # code points at the head of a sentence: In, Across, في
INTERNATIONAL = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})
INSTITUTIONS = frozenset({"GOV", "LEG", "JUD", "COP", "SPY"})  # sectors that each country has one of
IRREGULARS = frozenset({"PRM", "REB", "UAF"})  # at home anywhere: only the sentence says where
FOLK = frozenset({"MIL", "REB", "UAF", "CVL", "SOC", "LAB", "EDU", "MED", "OPP", "PTY", "PRM", "REL"})
ROVING = frozenset({"BUS", "JRN"})  # sectors that deal everywhere: where they are from says nothing of others


def _behind_place_words(document: Document) -> frozenset[int]:
    """Where words begin behind a preposition of place, where verbs come first: *في* مالي."""
    if not _verb_first(document):
        return frozenset()
    words = load(document.language).place_prepositions
    tokens = [token for sentence in document.sentences for token in sentence.tokens]
    return frozenset(behind.span.start for token, behind in pairwise(tokens) if token.norm in words)


def _verb_first(document: Document) -> bool:
    return document.language in SERVED and load(document.language).verb_first


class Home:
    """One country that most of a report is about, if there is one.

    Args:
        document: the report.
        countries: of each of its mentions, as found so far.
        origin: the country of whoever publishes it, whose "the cabinet" needs no name.
    """

    def __init__(
        self, document: Document, countries: Sequence[str | None], origin: str | None = None
    ) -> None:
        self._starts = [sentence.span.start for sentence in document.sentences]
        self._countries: dict[int, list[tuple[int, str]]] = {}
        self._said: Counter[str] = Counter()
        self._placed: set[int] = set()
        self._abroad: set[int] = set()
        self._ground: set[int] = set()
        where = _behind_place_words(document)
        self._verb_first = _verb_first(document)
        self._origin = origin
        for mention, country in zip(document.mentions, countries, strict=True):
            if country is not None and country not in INTERNATIONAL:
                here = self._countries.setdefault(self._sentence(mention), [])
                here.append((mention.span.start, country))
                self._said[country] += mention.kind != "pronoun"
                placed = mention.kind == "place" or mention.span.start in where
                if placed and mention.kind in ("place", "country"):
                    self._ground.add(self._sentence(mention))
                elif mention.kind in ("country", "pronoun") and not mention.plural:
                    self._abroad.add(self._sentence(mention))
                if self._led(mention):
                    self._placed.add(self._sentence(mention))

    def _led(self, mention: Mention) -> bool:
        """Whether a country or place stands behind a word or two at the head of its sentence: *In* Chad."""
        number = self._sentence(mention)
        apart = mention.span.start - self._starts[number - 1] if number else 0
        return mention.kind in ("country", "place") and 0 < apart < OPENING

    def of(self, mentions: Sequence[Mention], *, institution: bool, irregular: bool = False) -> str | None:
        """The country of somebody of whose country nothing is said; None where another one may be meant.

        Args:
            mentions: the chain.
            institution: whether it is one of which each country has its own; of others only what the
                sentence or most of the report says counts.
            irregular: whether it fights for no state; of it only what the sentence says counts.
        """
        first = next((mention for mention in mentions if mention.kind != "pronoun"), None)
        if first is None:
            return None
        here = self._countries.get(self._sentence(first), [])
        near = {country for _, country in here}
        before = {country for start, country in here if start < first.span.start}
        main, share = self.main()
        if main is not None and near == {main} and share >= MOST:
            return main
        if self._local(first, near, main):
            return next(iter(near))
        if irregular:
            return None
        if main is not None and share >= SHARE and (not near or main in near or (institution and not before)):
            return main
        if institution and near == before and len(near) == 1 and self._opens(first):
            return next(iter(near))
        ours = self._origin if main is None or main == self._origin else None
        if institution and before <= {ours}:
            return ours
        fits = self._origin is None or self._origin in near
        return next(iter(near)) if institution and fits and self._folk_of(first, near, main) else None

    def _folk_of(self, mention: Mention, near: set[str], main: str | None) -> bool:
        """Whether people of one country are in its sentence and no state: *Iraqis* march on the cabinet."""
        alone = self._verb_first and len(near) == 1 and main in (None, *near)
        return alone and self._sentence(mention) not in self._abroad

    def _local(self, mention: Mention, near: set[str], main: str | None) -> bool:
        """Whether the sentence names one country alone, and as the ground: gunmen killed pupils *in Mali*.

        Only where verbs come first: elsewhere the first state of a sentence acts, and is no ground.
        """
        here = self._sentence(mention)
        ground = self._verb_first and here in self._ground and here not in self._abroad
        return ground and len(near) == 1 and main in (None, *near)

    def _opens(self, mention: Mention) -> bool:
        """Whether the sentence begins with a place, where what follows then is: In Chad, the police."""
        return self._sentence(mention) in self._placed

    def main(self) -> tuple[str | None, float]:
        """The country named most, and its share of all that are named."""
        total = self._said.total()
        if not total:
            return None, 0.0
        country, count = self._said.most_common(1)[0]
        return country if count >= LEAST else None, count / total

    def _sentence(self, mention: Mention) -> int:
        return bisect_right(self._starts, mention.span.start)
