"""Persons by name: exact surnames, and full names in any spelling."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from dragoman.actors import names
from dragoman.actors.forms import key
from dragoman.actors.index import Form, Index
from dragoman.actors.sounds import Word, rules
from dragoman.documents import genders
from dragoman.documents.english import words as english_words
from dragoman.text import fold, script
from dragoman.types import Actor, Name

MOST = 5  # candidates that a look-up returns
LEAST = 0.3  # and the score that each of them has at least
LIKE_WORDS = 4  # letters of an Arabic surname that may well be a word
NAMESAKES = 6  # persons who may bear a surname that is found alone
NAMES_KEPT = 10_000  # last names looked up whose answers are kept: those of a day come again and again
SHORTEST_ALONE = 4  # letters of a surname that is found without a first name


class People:
    """The persons of a directory, by surname and by the sound of each word of their names."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._actors = {one.id: one for one in actors}
        self._found = lru_cache(maxsize=NAMES_KEPT)(self._look_up)
        surnames: dict[str, dict[str, None]] = {}
        self._blocks: dict[str, dict[str, None]] = {}
        self._given: set[str] = set()
        self._orders: dict[tuple[str, str, str], tuple[str, ...]] = {}
        for one in self._actors.values():
            for name in one.names:
                self._add(one, name, surnames)
        self.surnames = {surname: tuple(ids) for surname, ids in surnames.items()}

    def _add(self, one: Actor, name: Name, surnames: dict[str, dict[str, None]]) -> None:
        words = names.words(name.text)
        if not words:
            return
        last = surname(words, one)
        surnames.setdefault(bare(last), {})[one.id] = None
        self._given.update(bare(word) for word in words if word is not last)
        for word in words:
            self._blocks.setdefault(word.skeleton, {})[one.id] = None

    def bearers(self, name: str) -> tuple[str, ...]:
        """The ids of the persons with this surname, spelt as one of theirs is."""
        words = names.words(name)
        return self.surnames.get(bare(words[-1]), ()) if words else ()

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
        for at, word in enumerate(words, 1):
            weight = 2 if at == len(words) else 1
            for id in self._blocks.get(word.skeleton, {}):
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
            listed = self._actors[id].names
            alike = [other for other in listed if script(other.text) == written] or listed
            first = sorted(alike, key=lambda other: other.language != language)
            self._orders[key] = tuple(other.text for other in first)
        return self._orders[key]

    def add_surnames(self, index: Index) -> None:
        """Makes the surnames of heads of state and government and of foreign ministers findable alone.

        Only where few others bear the surname, and where it is no first name. Among several of them, father
        and son, the day of the report decides.
        """
        for one in self._actors.values():
            if not _prominent(one):
                continue
            for name in one.names:
                if name.language == index.language and name.use == "name":
                    self._add_surname(index, one, name)

    def _add_surname(self, index: Index, one: Actor, name: Name) -> None:
        words = names.words(name.text)
        if len(words) < 2:
            return
        last = surname(words, one)
        found = bare(last)
        rare = len(self.surnames[found]) <= NAMESAKES and found not in self._given and last.known is None
        if not rare or len(found) < SHORTEST_ALONE:
            return
        english = next((name.text for name in one.names if name.language == "en"), "")
        gender = genders.of_name(english)
        written = name.text[_start(name.text, last.text) :] if last is words[-1] else last.text
        form = Form(
            id=one.id,
            kind="person",
            use="name",
            country=None,
            sectors=(),
            capital=True,
            surname=True,
            ordinary=_ordinary(last.text, index.language),
            gender=gender,
        )
        for text in dict.fromkeys((written, last.text)):
            index.add(text, form)


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


def _ordinary(text: str, language: str) -> bool:
    """Whether the surname is, or in Arabic may be, a word as well: Brown, Bush, العربي, سلام."""
    if language == "ar":
        return text.startswith("ال") or len(text) <= LIKE_WORDS
    return fold(text) in _ordinary_words(language)


@cache
def _ordinary_words(language: str) -> frozenset[str]:
    if language != "en":
        return frozenset()
    tagged = english_words.lexicon().items()
    return frozenset(word for word, tag in tagged if not tag.startswith("NNP") and word.islower())
