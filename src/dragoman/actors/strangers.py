"""Names and titles that seem somebody's and are not: Silva of no Brazil, Ukraine's president beside Trump."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.actors import names
from dragoman.actors.chains import Chain
from dragoman.actors.directory import Directory
from dragoman.actors.home import INTERNATIONAL
from dragoman.actors.roles import countries as all_countries
from dragoman.types import Document, Mention

_LEAST = 3  # other entities with a country that a report must have before its silence says something


def strangers(
    chains: Mapping[int, Chain], countries: Mapping[int, str | None], people: frozenset[int]
) -> frozenset[int]:
    """The entities that were taken for somebody whose country nothing else in the report names.

    Args:
        chains: of the report, by entity.
        countries: of each entity, as found.
        people: entities that were found among the listed persons.
    """
    found = [
        entity
        for entity in sorted(people)
        if _alone(chains[entity]) and chains[entity].country is None and not _told(entity, countries)
    ]
    return frozenset(found)


def _alone(chain: Chain) -> bool:
    """Whether only a surname is written."""
    written = chain.named()
    return bool(written) and all(len(names.words(name)) == 1 for name in written)


def _told(entity: int, countries: Mapping[int, str | None]) -> bool:
    """Whether another entity is of this one's country, or too few are of any."""
    others = [country for other, country in countries.items() if other != entity and country is not None]
    return len(others) < _LEAST or countries[entity] in others


def without_strays(document: Document, directory: Directory) -> Document:
    """The document with bare titles alone whose country none of those has whom their chain names.

    "Ukraine's president" is not Trump, though both are presidents and Trump's country was not said.
    """
    listed: dict[int, frozenset[str]] = {}
    for mention in document.mentions:
        if mention.kind == "person" and mention.names and mention.entity >= 0:
            listed[mention.entity] = listed.get(mention.entity, frozenset()).union(mention.names)
    home = {entity: _countries(sorted(ids), directory) for entity, ids in listed.items()}
    kept = tuple(
        replace(mention, entity=-1) if _stray(mention, home.get(mention.entity)) else mention
        for mention in document.mentions
    )
    return replace(document, mentions=kept)


def _countries(ids: Sequence[str], directory: Directory) -> frozenset[str]:
    actors = (directory.actor(id) for id in ids)
    return frozenset().union(*(all_countries(actor) for actor in actors if actor is not None))


def _stray(mention: Mention, home: frozenset[str] | None) -> bool:
    bare = mention.title is not None and mention.title.holds(mention.head)
    elsewhere = mention.country is not None and mention.country not in INTERNATIONAL
    return bool(home) and bare and elsewhere and mention.country not in (home or ())
