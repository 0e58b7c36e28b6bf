"""Which of the places that bear a name is meant: by a place named beside it, by the countries and places of
its sentence and report, by size; nothing where they do not decide.

Every place is weighed: the logarithm of its people, and what the text says for it. The best is taken if it is
ahead of the second by a margin, and where nothing in the text speaks for it, only if it is well known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import log10

from dragoman.actors.gazetteer import KNOWN, SHARED, STRONG, Candidate, Extra
from dragoman.actors.nearness import apart, beside, holds
from dragoman.actors.surroundings import Context, Named, Row, context_of, is_person
from dragoman.text import fold
from dragoman.types import Mention, Place, Sentence, Token

LARGE, LARGER = 50_000, 100_000  # and of a place that few know, without and with a greater one of its name
DOMINANT = 5  # times as many people as the next of its name
MARGIN = 0.7  # how far the best is ahead of the second: log10 of DOMINANT
HERE, REPORT, DIVISION, LED = 2.0, 1.5, 1.5, 3.0  # what speaks for a place, in powers of ten of its people
OFTEN = 3  # times that a country is named for its full weight
_LINK = 3  # tokens between a place and what it lies in


class Whereabouts:
    """Chooses.

    Args:
        extra: the words that show a place and its kind.
    """

    def __init__(self, extra: Extra) -> None:
        self._before = {language: frozenset(map(fold, listed)) for language, listed in extra.before.items()}
        self._within = {language: frozenset(map(fold, listed)) for language, listed in extra.within.items()}
        self._toward = frozenset(map(fold, extra.toward))
        self._leads = {
            **{fold(word): "province" for word in extra.provinces},
            **{fold(word): "city" for word in extra.towns},
            **{fold(word): "river" for word in extra.rivers},
        }

    def choose(
        self,
        sentences: Sequence[Sentence],
        named: Sequence[Sequence[Named]],
        language: str,
        mentions: Sequence[Mention],
    ) -> tuple[Place, ...]:
        """The places meant, in order, each with the span of its words."""
        rows = [
            self._opened(number, sentence.tokens, one, language)
            for number, sentence in enumerate(sentences)
            for one in named[number]
        ]
        heads = [mention for mention in mentions if mention.kind == "person"]
        rows = [row for row in rows if not is_person(row, heads)]
        context = context_of(sentences, mentions, rows)
        chosen = self._pairs(rows, language)
        for at, row in enumerate(rows):
            clear = chosen.get(at) or _clear(row)
            if clear is not None:
                context.place(row.number, clear, row.named.key)
        for _ in range(2):
            _weigh(rows, chosen, context)
        return tuple(replace(chosen[at].place, span=row.span) for at, row in enumerate(rows) if at in chosen)

    def _opened(self, number: int, tokens: Sequence[Token], named: Named, language: str) -> Row:
        before = [token.norm for token in tokens[max(0, named.start - 2) : named.start]][::-1]
        led = bool(before) and before[0] in self._before.get(language, frozenset())
        led = led and not (language == "en" and named.start > 1 and tokens[named.start - 1].text[0].isupper())
        lead = next((self._leads[word] for word in before[:1] if word in self._leads), "")
        if not lead and len(before) > 1 and before[0] in ("of", "the"):
            lead = self._leads.get(before[1], "")
        return Row(
            number=number,
            tokens=tokens,
            named=named,
            led=led or bool(lead),
            toward=bool(before) and before[0] in self._toward,
            lead=lead,
        )

    def _pairs(self, rows: Sequence[Row], language: str) -> dict[int, Candidate]:
        """Places beside what they lie in, both decided: "Athens, Georgia"."""
        words = self._within.get(language, frozenset())
        found: dict[int, Candidate] = {}
        for at, (one, other) in enumerate(pairwise(rows)):
            between = one.tokens[one.named.stop : other.named.start]
            if one.number != other.number or not 0 <= len(between) <= _LINK or at in found:
                continue
            if not all(token.norm in words for token in between):
                continue
            pairs = [
                (inner, outer)
                for inner in one.named.candidates
                for outer in other.named.candidates
                if holds(outer, inner)
            ]
            if pairs:
                best = max(pairs, key=lambda pair: _pair_weight(*pair))
                found[at], found[at + 1] = best
        return found


def _weigh(rows: Sequence[Row], chosen: dict[int, Candidate], context: Context) -> None:
    """Decides what is open still; what is decided speaks for the rest."""
    for at, row in enumerate(rows):
        if at in chosen:
            continue
        best = _best(row, context)
        if best is None:
            best = next(
                (chosen[n] for n, other in enumerate(rows) if n in chosen and _alike(other, row)), None
            )
        if best is not None:
            chosen[at] = best
            if _clear(row) is None:
                context.place(row.number, best, row.named.key)


def _alike(one: Row, other: Row) -> bool:
    """Whether a name means in one sentence what it meant in another; a word that is also a name may not."""
    return one.named.key == other.named.key and not any(place.doubtful for place in other.named.candidates)


def _pair_weight(inner: Candidate, outer: Candidate) -> float:
    return log10(inner.population + 1) + log10(outer.population + 1) - apart(inner.place, outer.place) / 10


def _clear(row: Row) -> Candidate | None:
    """What a name means by itself, if its places are one or one is far the largest."""
    sure = [one for one in row.named.candidates if not one.doubtful and not one.minor]
    if not sure:
        return None
    best = max(sure, key=lambda one: one.population)
    rest = max((one.population for one in sure if not beside(one.place, best.place)), default=0)
    return best if best.population >= max(DOMINANT * rest, 1) else None


def _best(row: Row, context: Context) -> Candidate | None:
    """The place that is ahead of all others of the name and that something speaks for."""
    weighed = [
        (_weight(one, row, context), one) for one in row.named.candidates if _eligible(one, row, context)
    ]
    if not weighed:
        return None
    weight, best = max(weighed, key=lambda pair: pair[0])
    rest = max((other for other, one in weighed if not beside(one.place, best.place)), default=-1.0)
    if weight - rest < MARGIN or not _supported(best, row, context):
        return None
    return best if row.lead == "province" else _town(best, weighed)


def _town(best: Candidate, weighed: Sequence[tuple[float, Candidate]]) -> Candidate:
    """The town for which a province is named, unless it is the province that was said."""
    if best.kind != "province":
        return best
    towns = [one for _, one in weighed if one.kind == "city" and beside(one.place, best.place)]
    return max(towns, key=lambda one: one.population, default=best)


def _weight(one: Candidate, row: Row, context: Context) -> float:
    country, name = one.place.country, row.named.key
    weight = log10(one.population + 1)
    if country and context.near(country, row.number, name):
        weight += HERE
    if country:
        weight += REPORT * min(context.told(country, name), OFTEN) / OFTEN
    if context.divides(row.number, one, name):
        weight += DIVISION
    if row.lead:
        weight += LED if _fits(one, row.lead) else 0.0
    if row.lead == "city" and one.place.resolution < 4:
        weight -= LED
    return weight


def _fits(one: Candidate, lead: str) -> bool:
    """Whether the word before the name fits the place: "the state of", "the city of", "the river"."""
    if lead == "province":
        return one.place.resolution in (2, 3) and one.kind not in ("river", "water")
    if lead == "city":
        return one.place.resolution == 4
    return one.kind in ("river", "water")


def _eligible(one: Candidate, row: Row, context: Context) -> bool:
    """Whether it counts: what few know only near its like, a region by a city's name only where led."""
    name = row.named.key
    if one.minor and not row.led:
        return row.toward and context.holds(row.number, one, name)
    if one.minor and not context.holds(row.number, one, name):
        rivals = [other for other in row.named.candidates if not other.minor]
        least = LARGER if rivals else LARGE
        enough = one.population >= least and _told(one, context, name)
        return enough and not any(_told(other, context, name) for other in rivals)
    return one.population != SHARED or one.kind == "city" or row.lead == "province"


def _told(one: Candidate, context: Context, name: str) -> bool:
    return context.told(one.place.country, name) > 0


def _supported(one: Candidate, row: Row, context: Context) -> bool:
    """Whether enough speaks for the place, however far it is ahead."""
    country, name = one.place.country, row.named.key
    told = _told(one, context, name)
    if one.minor:
        return True
    if one.doubtful and told:
        return context.holds(row.number, one, name) or row.led or one.population >= STRONG
    if one.doubtful:
        return one.population >= STRONG and not _attribute(row)
    if country is None or one.kind != "city":
        return True
    return told or one.population >= KNOWN or row.lead == "city"


def _attribute(row: Row) -> bool:
    """Whether it may be the adjective of an Arabic noun: الطريق الموصل, the road that leads."""
    at = row.named.start
    return at > 0 and all(token.norm.startswith("ال") for token in row.tokens[at - 1 : at + 1])
