"""Who is who in a dossier: unlisted persons are one where their names are, in any spelling or script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.actors import names
from dragoman.dossiers.records import Party
from dragoman.text import fold
from dragoman.types import Participant

COMPARED = 50
"""With how many namesakes a name is compared at the most."""

_Person = tuple[str, str]  # name, country or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """``persons`` says under which name and country each unlisted person goes."""

    persons: dict[_Person, _Person]

    @classmethod
    def of(cls, people: Iterable[Participant]) -> Roster:
        """Compares names within a country; of several spellings the most frequent one stands for all."""
        counts = Counter(_person(one) for one in people if _is_unlisted(one))
        persons: dict[_Person, _Person] = {}
        blocks: dict[tuple[str, str], dict[_Person, None]] = {}
        for person in sorted(counts, key=lambda one: (-counts[one], one)):
            name, country = person
            sounds = [(country, word.skeleton) for word in names.words(name)]
            alike = list({other: None for sound in sounds for other in blocks.get(sound, {})})[:COMPARED]
            found = (other for other in alike if names.match(name, other[0]).same)
            persons[person] = next(found, person)
            if persons[person] == person:
                for sound in sounds:
                    blocks.setdefault(sound, {})[person] = None
        return cls(persons=persons)

    def key(self, one: Participant) -> str:
        """Who is meant, the same in every report; an agent ("police") is another one in each country."""
        if one.actor is not None and one.actor.kind == "person":
            return one.actor.id
        if one.actor is not None:
            return f"{one.actor.id} {one.country or ''}"
        known = self.persons.get(_person(one))  # also of "he" and "the minister", where the name is known
        if known is not None:
            return " ".join(known)
        return f"{fold(one.name)} {one.country or ''} {' '.join(one.sectors)}"

    def party(self, one: Participant, text: str) -> Party:
        """How they are shown: by the name they go under or, failing that, by the words of the report."""
        name, _ = self.persons.get(_person(one), _person(one))
        return Party(
            name=name or one.mention.span.text(text),
            country=one.country,
            sector=one.sectors[0] if one.sectors else None,
            actor=one.actor.id if one.actor is not None else None,
        )


def _person(one: Participant) -> _Person:
    return (one.name, one.country or "")


def _is_unlisted(one: Participant) -> bool:
    return one.actor is None and one.mention.kind in {"person", "pronoun"}
