"""Persons by name: exact surnames, and full names in any spelling."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

import msgspec

from dragoman.actors import names
from dragoman.actors.forms import key
from dragoman.actors.index import Index
from dragoman.actors.sounds import Word, rules, word
from dragoman.actors.telling import Form
from dragoman.documents import genders
from dragoman.text import fold, script
from dragoman.types import Actor, Name

MOST = 5  # candidates that a look-up returns
LEAST = 0.3  # and the score that each of them has at least
NAMESAKES = 6  # persons who may bear a surname that is found alone
NAMES_KEPT = 10_000  # last names looked up whose answers are kept: those of a day come again and again
SHORTEST_ALONE = 4  # letters of a surname that is found without a first name


class Register(msgspec.Struct, frozen=True):
    """Persons' ids by surname and by the sound of each word of their names.

    ``given`` are the words that are no surname in somebody's name, ``leaders`` held the highest offices.
    """

    surnames: dict[str, tuple[str, ...]] = {}
    sounds: dict[str, tuple[str, ...]] = {}
    given: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()

    def rare(self, found: str, given: frozenset[str]) -> bool:
        """Whether a surname is borne by few, and is no first name."""
        return len(self.surnames.get(found, ())) <= NAMESAKES and found not in given


def register(actors: Iterable[Actor], base: Register | None = None) -> Register:
    """The persons among ``actors``, added to those of ``base``."""
    base = base or Register()
    surnames = {name: dict.fromkeys(ids) for name, ids in base.surnames.items()}
    sounds = {sound: dict.fromkeys(ids) for sound, ids in base.sounds.items()}
    given = set(base.given)
    leaders = dict.fromkeys(base.leaders)
    for one in actors:
        if _prominent(one):
            leaders[one.id] = None
        for name in one.names:
            words = names.words(name.text)
            if not words:
                continue
            last = surname(words, one)
            surnames.setdefault(bare(last), {})[one.id] = None
            given.update(bare(other) for other in words if other is not last)
            for sounding in words:
                sounds.setdefault(sounding.skeleton, {})[one.id] = None
    return Register(
        surnames={name: tuple(ids) for name, ids in surnames.items()},
        sounds={sound: tuple(ids) for sound, ids in sounds.items()},
        given=tuple(sorted(given)),
        leaders=tuple(leaders),
    )


class People:
    """The persons of a directory, by surname and by the sound of each word of their names.

    Args:
        actor: gives the person with an id.
        known: all persons by their names.
    """

    def __init__(self, actor: Callable[[str], Actor | None], known: Register) -> None:
        self._actor = actor
        self._known = known
        self._found = lru_cache(maxsize=NAMES_KEPT)(self._look_up)
        self._orders: dict[tuple[str, str, str], tuple[str, ...]] = {}

    @property
    def leaders(self) -> tuple[str, ...]:
        """The ids of those who held one of the highest offices."""
        return self._known.leaders

    def bearers(self, name: str) -> tuple[str, ...]:
        """The ids of the persons with this surname, spelt as one of theirs is."""
        words = names.words(name)
        return self._known.surnames.get(bare(words[-1]), ()) if words else ()

    def lookup(self, name: str, language: str) -> list[tuple[str, names.Match]]:
        """The persons whom ``name`` may mean, best first; by names in the same script if there are."""
        return list(self._found(name, language))

    def _look_up(self, name: str, language: str) -> tuple[tuple[str, names.Match], ...]:
        found = []
        for id in self._candidates(name):
            match = self._best(name, language, id)
            if match.score >= LEAST:
                found.append((id, match))
        return tuple(sorted(found, key=lambda pair: (-pair[1].score, pair[0]))[:MOST])

    def _candidates(self, name: str) -> list[str]:
        """Those who share the last word of the name by sound, or two of its words: not every Mohammed."""
        words = names.words(name)
        shared: dict[str, int] = {}
        for at, sounding in enumerate(words, 1):
            weight = 2 if at == len(words) else 1
            for id in self._known.sounds.get(sounding.skeleton, ()):
                shared[id] = shared.get(id, 0) + weight
        return [id for id, weight in shared.items() if weight > 1]

    def _best(self, name: str, language: str, id: str) -> names.Match:
        best = names.Match(0.0, False, ())
        words, folded = names.words(name), fold(name)
        for other in self._tried(id, script(name), language):
            if fold(other) != folded and names.hopeless(words, names.words(other)):
                continue
            match = names.match(name, other)
            if match.score > best.score:
                best = match
            if best.score > 0.98:
                break
        return best

    def _tried(self, id: str, written: str, language: str) -> tuple[str, ...]:
        """A person's names to compare with: in the same script if there are, the language's own first."""
        key = id, written, language
        if key not in self._orders:
            person = self._actor(id)
            listed = person.names if person is not None else ()
            alike = [other for other in listed if script(other.text) == written] or listed
            first = sorted(alike, key=lambda other: other.language != language)
            self._orders[key] = tuple(other.text for other in first)
        return self._orders[key]


def add_surnames(index: Index, actors: Iterable[Actor], known: Register) -> None:
    """Makes the surnames of heads of state and government and of foreign ministers findable alone.

    Only where few others bear the surname, and where it is no first name. Among several of them, father
    and son, the day of the report decides.
    """
    given = frozenset(known.given)
    for one in actors:
        if not _prominent(one):
            continue
        for name in one.names:
            words = names.words(name.text)
            if len(words) < 2 or name.language != index.language or name.use != "name":
                continue
            last = surname(words, one)
            found = bare(last)
            if known.rare(found, given) and last.known is None and len(found) >= SHORTEST_ALONE:
                _add_surname(index, one, name, last is words[-1], last.text)


def _add_surname(index: Index, one: Actor, name: Name, ends: bool, last: str) -> None:
    """Makes the surname of a name findable: ``last``, with its article where the name ``ends`` in it."""
    english = next((name.text for name in one.names if name.language == "en"), "")
    written = name.text[_start(name.text, last) :] if ends else last
    form = Form(
        id=one.id,
        kind="person",
        use="name",
        country=None,
        sectors=(),
        capital=True,
        surname=last,
        gender=genders.of_name(english),
    )
    for text in dict.fromkeys((written, last)):
        index.add(text, form)


def drop_surnames(index: Index, before: Register, after: Register) -> None:
    """Takes surnames out of the index that are not rare any more."""
    past, given = frozenset(before.given), frozenset(after.given)
    common = {one for one in before.surnames if before.rare(one, past) and not after.rare(one, given)}
    if common:
        index.drop(lambda form: bool(form.surname) and bare(word(form.surname)) in common)


def surname(words: tuple[Word, ...], one: Actor) -> Word:
    """The word of a full name by which a person is called."""
    first = any(role.country in rules().surname_first for role in one.roles)
    return words[0] if first and len(words) > 1 else words[-1]


def bare(word: Word) -> str:
    """The key of a word without its article."""
    text = word.text
    if word.script == "arabic" and text.startswith("ال") and len(text) > 4:
        text = text[2:]
    return key(fold(text))


def _start(name: str, last: str) -> int:
    """Where the surname begins in the name as written, with the article before it."""
    at = name.rfind(last)
    for particle in ("al-", "Al-", "el-", "El-", "аль-", "Аль-", "ас-", "эль-"):
        if name[:at].endswith(particle):
            return at - len(particle)
    return max(at, 0)


def _prominent(one: Actor) -> bool:
    return any(role.title.lower() in rules().prominent for role in one.roles)
