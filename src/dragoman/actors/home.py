"""The country that a report is about, whose own its "president" and "lawmakers" are."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from dragoman.types import Document, Mention

SHARE = 0.8  # of the mentions with a country that one must have
LEAST = 4  # mentions that it must have
INTERNATIONAL = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})
INSTITUTIONS = frozenset({"GOV", "LEG", "JUD", "COP", "SPY"})  # sectors that each country has one of


class Home:
    """One country that most of a report is about, if there is one.

    Args:
        document: the report.
        countries: of each of its mentions, as found so far.
    """

    def __init__(self, document: Document, countries: Sequence[str | None]) -> None:
        self._starts = [sentence.span.start for sentence in document.sentences]
        self._countries: dict[int, set[str]] = {}
        said: Counter[str] = Counter()
        for mention, country in zip(document.mentions, countries, strict=True):
            if country is not None and country not in INTERNATIONAL:
                self._countries.setdefault(self._sentence(mention), set()).add(country)
                said[country] += mention.kind != "pronoun"
        self.country = _main(said)

    def of(self, mentions: Sequence[Mention]) -> str | None:
        """The country of somebody of whose country nothing is said; None where another one is near."""
        first = next((mention for mention in mentions if mention.kind != "pronoun"), None)
        if first is None or self.country is None:
            return None
        near = self._countries.get(self._sentence(first), set())
        return self.country if near <= {self.country} else None

    def _sentence(self, mention: Mention) -> int:
        return bisect_right(self._starts, mention.span.start)


def _main(said: Counter[str]) -> str | None:
    if not said:
        return None
    country, count = said.most_common(1)[0]
    return country if count >= LEAST and count >= SHARE * said.total() else None
