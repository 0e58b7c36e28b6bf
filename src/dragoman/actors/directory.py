"""The directory of actors: names found in text, and persons looked up by name.

``load`` reads ``data/actors``. A Directory is a ``Finder``: it knows nothing of reports, only of tokens.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from dragoman import settings
from dragoman.actors import compiled, names, offices, people
from dragoman.actors.entries import Entry, actor, read
from dragoman.actors.index import Index, build
from dragoman.types import Actor, Hit, Token


class Directory:
    """Actors, agents and titles, and their names in every language."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self.actors: tuple[Actor, ...] = tuple(
            actor(entry) for entry in self.entries if entry.kind != "title"
        )
        self._by_id = {one.id: one for one in self.actors}
        self._indexes: dict[str, Index] = {}
        self._offices: offices.Offices | None = None

    @cached_property
    def people(self) -> people.People:
        """The persons by name."""
        return people.People(one for one in self.actors if one.kind == "person")

    def actor(self, id: str) -> Actor | None:
        """The actor with this id; None for a title, and for what is not listed."""
        return self._by_id.get(id)

    def surname(self, name: str) -> tuple[str, ...]:
        """The ids of the persons whose surname is ``name``, in any of its listed spellings."""
        return self.people.bearers(name)

    def find(self, tokens: Sequence[Token], language: str) -> list[Hit]:
        """Every name, title and agent among ``tokens``, longest first, never overlapping, in order."""
        return self._index(language).find(tokens)

    def person(self, name: str, language: str) -> list[tuple[str, names.Match]]:
        """The persons whom ``name`` may mean, best first; at most five, and only those with some likeness.

        Args:
            name: a person's name as written, in any script.
            language: the language of the text; names listed in it are tried first.
        """
        return self.people.lookup(name, language)

    def is_country(self, words: str, language: str) -> bool:
        """Whether ``words`` are nothing but a country's name or demonym."""
        return any(form.kind == "country" for form in self._index(language).forms(words))

    def holder(self, title: str, language: str, country: str, on: date) -> Actor | None:
        """The one person who held the office ``title`` of ``country`` on that day, if the office is listed.

        Args:
            title: the office as written, without country or name: "foreign minister".
            language: the language it is written in.
            country: whose office it is.
            on: the day.
        """
        if self._offices is None:
            english = build((entry for entry in self.entries if entry.kind == "title"), "en")
            self._offices = offices.Offices(self.actors, english)
        return self._offices.holder(offices.titles(title, self._index(language)), country, on)

    def _index(self, language: str) -> Index:
        if language not in self._indexes:
            index = build(self.entries, language)
            self.people.add_surnames(index)
            self._indexes[language] = index
        return self._indexes[language]


@cache
def load() -> Directory:
    """The directory of the package's data and of the user's own lists, read once.

    Raises:
        ResourceError: a file is missing or broken.
    """
    return Directory((*compiled.entries(), *own()))


def own() -> tuple[Entry, ...]:
    """The entries of the list, or of the folder of lists, that the setting ``actors`` names, if it is there.

    Raises:
        ResourceError: a list is broken.
    """
    path = Path(settings.load().actors)
    lists = sorted(path.glob("*.yml")) if path.is_dir() else [path] if path.is_file() else []
    return read(lists)
