"""Mentions of one topic in Russian, Ukrainian and Polish put together, against ids that hold across them.

B-cubed: for each mention, how much of what stands with it belongs there (precision), and how much of what
belongs to it stands with it (recall).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec

from dragoman.actors import directory, inflection
from dragoman.actors.clusters import Named, cluster
from dragoman.actors.lookup import lookup
from dragoman.documents.russian.tokens import tokenize
from dragoman.evaluation.corpora import rows, within
from dragoman.evaluation.measures import f1
from dragoman.evaluation.records import Result, Score, Task
from dragoman.types import Span

SHOWN = 40
LANGUAGE = "ru"
"""The language under which scores over all three are listed."""


class Entity(msgspec.Struct, frozen=True):
    """A mention: its words, what it is, and the id that it shares with mentions in other languages."""

    surface: str
    type: str
    id: str


class Text(msgspec.Struct, frozen=True):
    """A report of ``bsnlp_dev.jsonl`` with its mentions."""

    id: str
    lang: str
    entities: tuple[Entity, ...]


Mention = tuple[str, str, str]
"""Report, language and words."""


def measure(path: Path) -> Result:
    """B-cubed F1 of people, countries and organisations, with precision and recall."""
    texts = list(rows(path, Text))
    scores: list[Score] = []
    misses: list[str] = []
    for what, chosen, group in KINDS:
        mentions = [
            ((text.id, text.lang, one.surface), one.id)
            for text in texts
            for one in text.entities
            if chosen(one)
        ]
        gold = [id for _, id in mentions]
        given = group([mention for mention, _ in mentions])
        precision, recall = bcubed(gold, given)
        for name, value in (("F1", f1(precision, recall)), ("precision", precision), ("recall", recall)):
            gated = name == "F1"
            scores.append(
                Score(language=LANGUAGE, measure=f"{what} {name}", value=value, count=len(gold), gated=gated)
            )
        misses += list(_misses(what, [mention for mention, _ in mentions], gold, given))[:SHOWN]
    return Result(scores=tuple(scores), misses=tuple(misses))


def bcubed(gold: Sequence[Hashable], given: Sequence[Hashable]) -> tuple[float, float]:
    """Precision and recall of clusters, averaged over mentions."""
    both: dict[tuple[Hashable, Hashable], int] = {}
    golden: dict[Hashable, int] = {}
    made: dict[Hashable, int] = {}
    for one, other in zip(gold, given, strict=True):
        both[one, other] = both.get((one, other), 0) + 1
        golden[one] = golden.get(one, 0) + 1
        made[other] = made.get(other, 0) + 1
    count = len(gold) or 1
    precision = sum(number * number / made[other] for (_, other), number in both.items()) / count
    recall = sum(number * number / golden[one] for (one, _), number in both.items()) / count
    return round(precision, 4), round(recall, 4)


def people(mentions: Sequence[Mention]) -> list[Hashable]:
    """Groups of persons' names."""
    named = [Named(text=words, language=language, report=report) for report, language, words in mentions]
    return list(cluster(named))


def countries(mentions: Sequence[Mention]) -> list[Hashable]:
    """The code of each country, by the directory in Russian and by CLDR in the others; else the stem."""
    return [_listed(language, words) or inflection.stems(words, language) for _, language, words in mentions]


def organisations(mentions: Sequence[Mention]) -> list[Hashable]:
    """The id of each organisation that is listed; else its words without case."""
    return [_listed(language, words) or inflection.stems(words, language) for _, language, words in mentions]


@cache
def _listed(language: str, words: str) -> str | None:
    if language != "ru":
        return _territories(language).get(inflection.stems(words, language)) or lookup(words)
    tokens = tokenize(words, Span(0, len(words)))
    hits = directory.load().find(tokens, "ru")
    whole = [hit for hit in hits if hit.ids and (hit.start, hit.stop) == (0, len(tokens))]
    return whole[0].ids[0] if whole else None


@cache
def _territories(language: str) -> dict[str, str]:
    """Names of states without case → codes."""
    from babel import Locale

    english = Locale.parse("en").territories
    found: dict[str, str] = {}
    for code, name in Locale.parse(language).territories.items():
        id = lookup(english.get(code, "")) if len(code) == 2 else None
        if id is not None:
            found[inflection.stems(name, language)] = id
    return found


def _is_country(one: Entity) -> bool:
    """Whether the gold id names a state."""
    name = one.id.removeprefix("GPE-").replace("-", " ")
    return one.type == "LOC" and one.id.startswith("GPE-") and name in _states()


@cache
def _states() -> frozenset[str]:
    known = directory.load().actors
    return frozenset(
        name.text
        for one in known
        if one.kind == "country"
        for name in one.names
        if name.language == "en" and name.use in ("name", "abbreviation")
    )


def _misses(
    what: str, mentions: Sequence[Mention], gold: Sequence[str], given: Sequence[Hashable]
) -> Iterator[str]:
    """Ids whose mentions lie in several groups, the most scattered first."""
    groups: dict[str, dict[Hashable, str]] = {}
    for (_, _, words), id, group in zip(mentions, gold, given, strict=True):
        groups.setdefault(id, {}).setdefault(group, words)
    for id in sorted(groups, key=lambda id: (-len(groups[id]), id)):
        if len(groups[id]) > 1:
            yield f"{what} {id} in {len(groups[id])}: {', '.join(groups[id].values())}"


KINDS: tuple[tuple[str, Callable[[Entity], bool], Callable[[Sequence[Mention]], list[Hashable]]], ...] = (
    ("people", lambda one: one.type == "PER", people),
    ("countries", _is_country, countries),
    ("organisations", lambda one: one.type == "ORG", organisations),
)
"""What is measured, which mentions that are, and what groups them."""


TASK = Task(
    name="clusters",
    about="names of people, countries and organisations put together across languages",
    corpus=within("bsnlp_dev.jsonl"),
    measure=measure,
)
