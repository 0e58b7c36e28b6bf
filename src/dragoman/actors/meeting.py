"""People whom no list knows → who of them is one person, over reports, languages and scripts.

Names meet as ``clusters`` has it, but in a given order and only with names that share a sound, so that a
store of many reports can be gone through: whoever comes first gives his name to the others. A name of one
word is nobody's alone, and two countries are two persons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from dragoman.actors import names
from dragoman.actors.clusters import SAME, score
from dragoman.actors.compiled import digest
from dragoman.actors.inflection import stems
from dragoman.actors.listed import alike
from dragoman.codec import stable_id
from dragoman.text import script
from dragoman.types import Actor, Name

COMPARED = 200
"""With how many others a name is compared at the most."""

_MADE_BY = (
    "actors/clusters.py",
    "actors/inflection.py",
    "actors/listed.py",
    "actors/meeting.py",
    "actors/names.py",
    "actors/people.py",
    "actors/sounds.py",
    "data/names.yml",
    "data/names_odds.tsv",
    "text.py",
)
"""What decides whether two names are one person's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A full name as it stands in reports of a language; ``country`` is "" where they do not say."""

    name: str
    country: str
    language: str


def meet(people: Sequence[Person]) -> list[int]:
    """For each of ``people`` which of them is the first that is the same person; himself, where nobody is."""
    bare = [stems(one.name, one.language) for one in people]
    countries = [one.country for one in people]
    blocks: dict[tuple[str, ...], list[int]] = {}
    firsts: list[int] = []
    for number, text in enumerate(bare):
        sounds = list(dict.fromkeys(_sounds(text)))
        near = dict.fromkeys(other for sound in sounds for other in blocks.get(sound, ())[:COMPARED])
        fitting = [other for other in list(near)[:COMPARED] if _same(text, bare[other])]
        first = _chosen(fitting, countries, number)
        firsts.append(number if first is None else first)
        if first is None:
            for sound in sounds:
                blocks.setdefault(sound, []).append(number)
        elif not countries[first]:
            countries[first] = countries[number]
    return firsts


def provisional(people: Sequence[Person]) -> Actor:
    """The actor that one person's names make; the first of them tells the id."""
    first = people[0]
    written = dict.fromkeys(Name(text=one.name, language=one.language) for one in people)
    return Actor(id=f"unlisted-{stable_id(first.name, first.country)}", kind="person", names=tuple(written))


@lru_cache(maxsize=50_000)
def sounds(person: Person) -> tuple[str, ...]:
    """What his name is found by: the sounds that ``meet`` goes by, and the name itself."""
    heard = (" ".join(sound) for sound in _sounds(stems(person.name, person.language)))
    return tuple(dict.fromkeys((*heard, f"={person.name}")))


def may_be_one(one: Person, other: Person) -> bool:
    """Whether the names of two persons allow that they are one."""
    return one.name == other.name or _same(stems(one.name, one.language), stems(other.name, other.language))


def crowded(bearers: int) -> bool:
    """Whether a name that shares sounds with so many is not compared with all of them."""
    return bearers > COMPARED


@cache
def edition() -> str:
    """What changes when ``meet`` may decide otherwise than before."""
    folder = files("dragoman")
    return digest(folder.joinpath(*path.split("/")) for path in _MADE_BY)


def _sounds(text: str) -> Iterator[tuple[str, ...]]:
    """The last word by its sound, and every two words."""
    sounds = [word.skeleton for word in names.words(text)]
    yield tuple(sounds[-1:])
    yield from (tuple(sorted((one, other))) for at, one in enumerate(sounds) for other in sounds[at + 1 :])


def _chosen(fitting: Sequence[int], countries: Sequence[str], number: int) -> int | None:
    """Who of those with the name is of the same country; where one country is unknown, the only one."""
    same = [other for other in fitting if countries[other] == countries[number]]
    if same:
        return same[0]
    possible = [other for other in fitting if not countries[other] or not countries[number]]
    return possible[0] if len(possible) == 1 else None


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    return score(one, other) >= SAME and (script(one) != script(other) or alike(one, other))
