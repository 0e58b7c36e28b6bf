"""The directory of actors: names found in text, and persons looked up by name.

``load`` reads ``data/actors``. A Directory is a ``Finder``: it knows nothing of reports, only of tokens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from dragoman import settings
from dragoman.actors import compiled, names, offices, people
from dragoman.actors.entries import Entry, actor, joined, read
from dragoman.actors.index import Index
from dragoman.actors.listing import add_entries, build
from dragoman.actors.people import Register
from dragoman.types import Actor, Hit, Token


class Directory:
    """Actors, agents and titles, and their names in every language.

    Args:
        entries: all that is listed, each id once.
        lists: the package's lists with the indexes made from them, where ``entries`` are those lists
            and ``own``.
        own: the entries that are not, or not so, in the package's lists.
    """

    def __init__(
        self, entries: Iterable[Entry], lists: compiled.Lists | None = None, own: Sequence[Entry] = ()
    ) -> None:
        self.entries = tuple(entries)
        self._listed = {entry.id: entry for entry in self.entries if entry.kind != "title"}
        self._by_id: dict[str, Actor] = {}
        self._lists = lists or compiled.Lists(())
        self._own = tuple(own)
        self._indexes: dict[str, Index] = {}

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """Everybody who is listed, but no titles."""
        return tuple(filter(None, map(self.actor, self._listed)))

    @cached_property
    def people(self) -> people.People:
        """The persons by name."""
        return people.People(self.actor, self._known[1])

    @cached_property
    def _known(self) -> tuple[Register, Register]:
        """The persons of the package's lists by name, and all."""
        made = self._lists.register()
        if made is None:
            return Register(), people.register(self._persons(self.entries))
        return made, people.register(self._persons(self._own), made) if self._own else made

    def _persons(self, entries: Iterable[Entry]) -> Iterator[Actor]:
        ids = (entry.id for entry in entries if entry.kind == "person")
        return filter(None, map(self.actor, ids))

    def actor(self, id: str) -> Actor | None:
        """The actor with this id; None for a title, and for what is not listed."""
        found = self._by_id.get(id)
        if found is None and id in self._listed:
            found = self._by_id[id] = actor(self._listed[id])
        return found

    def entry(self, id: str) -> Entry | None:
        """What the lists say of an actor."""
        return self._listed.get(id)

    def title(self, written: str, language: str) -> Entry | None:
        """The title, as listed, that ``written`` is a form of."""
        ids = offices.titles(written, self._index(language))
        return next((self._titles[id] for id in ids if id in self._titles), None)

    @cached_property
    def _titles(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self.entries if entry.kind == "title"}

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

    def sectors(self, words: Sequence[str], language: str) -> tuple[str, ...]:
        """The sectors of those whom the longest run of ``words`` means that is a common noun of agents.

        For words that are known to stand for somebody: in running text many of these nouns mean things too.
        None where no run is such a noun, or one of agents of several sorts.
        """
        for length in range(len(words), 0, -1):
            for start in range(len(words) - length + 1):
                forms = self._index(language).forms(" ".join(words[start : start + length]))
                meant = {form.sectors for form in forms if form.kind == "agent"}
                if meant:
                    return meant.pop() if len(meant) == 1 else ()
        return ()

    def holder(self, title: str, language: str, country: str, on: date) -> Actor | None:
        """The one person who held the office ``title`` of ``country`` on that day, if the office is listed.

        Args:
            title: the office as written, without country or name: "foreign minister".
            language: the language it is written in.
            country: whose office it is.
            on: the day.
        """
        return self._held.holder(offices.titles(title, self._index(language)), country, on)

    def holding(self, office: str, country: str, on: date) -> Actor | None:
        """The one person who held that day the office with the title's id ``office``, if it is listed."""
        return self._held.holder((office,), country, on)

    @cached_property
    def _held(self) -> offices.Offices:
        leaders = filter(None, map(self.actor, self.people.leaders))
        return offices.Offices(leaders, self._index("en"))

    def _index(self, language: str) -> Index:
        if language not in self._indexes:
            before, known = self._known
            index = self._lists.index(language)
            if index is None:
                index = build(self.entries, language)
                people.add_surnames(index, self._persons(self.entries), known)
            elif self._own:
                add_entries(index, self._own)
                people.drop_surnames(index, before, known)
                people.add_surnames(index, self._persons(self._own), known)
            self._indexes[language] = index
        return self._indexes[language]


@cache
def load() -> Directory:
    """The directory of the package's data and of the user's own lists, read once.

    Raises:
        ResourceError: a file is missing or broken.
    """
    return _with(own())


def without(path: Path) -> Directory:
    """The directory of the package's data and of the user's own lists but one.

    Raises:
        ResourceError: a file is missing or broken.
    """
    return _with(read(one for one in own_lists() if one.resolve() != path.resolve()))


def _with(added: Sequence[Entry]) -> Directory:
    lists = compiled.load()
    if not added:
        return Directory(lists.entries, lists)
    entries = {entry.id: entry for entry in lists.entries}
    for entry in added:
        there = entries.get(entry.id)
        entries[entry.id] = entry if there is None else joined(there, entry)
    ids = dict.fromkeys(entry.id for entry in added)
    return Directory(entries.values(), lists, [entries[id] for id in ids])


def own_lists() -> list[Path]:
    """The user's own lists: the one that the setting ``actors`` names, or those of the folder, if there.

    To a list named ``x.yml`` belong those of the folder ``x`` beside it.
    """
    path = Path(settings.load().actors)
    alone = [path] if path.is_file() else []
    folder = path if path.is_dir() else path.with_suffix("")
    return [*alone, *sorted(folder.glob("*.yml"))]


def own() -> tuple[Entry, ...]:
    """The entries of the user's own lists.

    Raises:
        ResourceError: a list is broken.
    """
    return read(own_lists())
