"""The country whose own "the president", "the army" and "the residents" of a report are."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from dragoman.types import Document, Mention

SHARE = 0.8  # of the mentions with a country that one must have, where its sentence names none
MOST = 0.4  # where the sentence names that country and no other
LEAST = 3  # mentions that it must have
OPENING = 8  # code points at the head of a sentence: In, Across, في
INTERNATIONAL = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})
INSTITUTIONS = frozenset({"GOV", "LEG", "JUD", "COP", "SPY"})  # sectors that each country has one of
IRREGULARS = frozenset({"PRM", "REB", "UAF"})  # at home anywhere: only the sentence says where
FOLK = frozenset({"MIL", "REB", "UAF", "CVL", "SOC", "LAB", "EDU", "MED", "OPP", "PTY", "PRM"})


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
        self._origin = origin
        for mention, country in zip(document.mentions, countries, strict=True):
            if country is not None and country not in INTERNATIONAL:
                here = self._countries.setdefault(self._sentence(mention), [])
                here.append((mention.span.start, country))
                self._said[country] += mention.kind != "pronoun"
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
        if irregular:
            return None
        if main is not None and share >= SHARE and (not near or main in near or (institution and not before)):
            return main
        if institution and near == before and len(near) == 1 and self._opens(first):
            return next(iter(near))
        ours = self._origin if main is None or main == self._origin else None
        return ours if institution and before <= {ours} else None

    def _opens(self, mention: Mention) -> bool:
        """Whether the sentence begins with a place, where what follows then is: In Chad, the police."""
        return self._sentence(mention) in self._placed

    def main(self) -> tuple[str | None, float]:
        """The country named most, and its share of all that are named."""
        if not self._said:
            return None, 0.0
        country, count = self._said.most_common(1)[0]
        return country if count >= LEAST else None, count / self._said.total()

    def _sentence(self, mention: Mention) -> int:
        return bisect_right(self._starts, mention.span.start)
