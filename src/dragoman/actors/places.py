"""Where: the names of places in text, with all the places that each may mean (``whereabouts`` chooses).

Cities come from GeoNames (``data/places.tsv``), regions and waters from ``data/places_extra.yml``, countries
from the directory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from dragoman.actors import directory, gazetteer
from dragoman.actors.forms import ARABIC_FIRST, ARABIC_LAST, key, name_key
from dragoman.actors.gazetteer import Candidate
from dragoman.actors.sounds import rules
from dragoman.actors.starts import APOSTROPHES, CASELESS, CLITICS, Rows, Run, Start, Starts
from dragoman.actors.surroundings import Named
from dragoman.actors.telling import capital
from dragoman.actors.whereabouts import Whereabouts
from dragoman.types import Mention, Place, Sentence, Span, Token

LONGEST = 30  # letters of a place's name
SHORT = 4  # letters of a word in capitals that may be an abbreviation
_MARKS = ("", "?", "!")
_RUSSIAN_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ию", ("ия",)),
    ("ии", ("ия",)),
    ("ией", ("ия",)),
    ("ом", ("",)),
    ("ем", ("ь",)),
    ("ой", ("а",)),
    ("а", ("",)),
    ("у", ("", "а")),
    ("е", ("", "а")),
    ("ы", ("а",)),
    ("и", ("ь", "а")),
    ("я", ("ь", "й")),
    ("ю", ("ь", "я")),
)  # a case's ending, and those that the name may have in the nominative
_SHORTEST_STEM = 4
_ENDING = 3  # letters of the longest of them
_INFLECTED = "ru"
NAMES_KEPT = 10_000  # names of places met last whose places are kept


class Opening(Start, frozen=True, kw_only=True, gc=False):
    """What may begin with a word; one alone as it is ``spelt``."""

    spelt: str


class Places:
    """All places by key.

    Args:
        named: hand-written places and countries.
        rows: the lines of GeoNames' table.
        lower_end: keys of names whose last word may stand without a capital: "Kharkiv region".
    """

    def __init__(
        self, named: dict[str, list[Candidate]], rows: Sequence[str], lower_end: frozenset[str] = frozenset()
    ) -> None:
        self._named = named
        self._rows = rows
        self._lower_end = lower_end
        self._numbers: dict[str, int | tuple[int, ...]] = {}
        for number, row in enumerate(rows):
            for spelt in row[row.rindex("\t") + 1 :].split("|"):
                self._add(spelt, number * len(_MARKS))
        self._whereabouts = Whereabouts(gazetteer.extras())
        self._meant = lru_cache(maxsize=NAMES_KEPT)(self._candidates)
        self._read = Rows(self.keys())
        self._read_in_case = Rows(self.keys(), _ENDING)
        self._starts: dict[str, Starts[Opening]] = {}

    def _add(self, spelt: str, number: int) -> None:
        mark = spelt[-1:]
        if mark in "?!" and mark:
            number += _MARKS.index(mark)
            spelt = spelt[:-1]
        there = self._numbers.get(spelt)
        if there is None:
            self._numbers[spelt] = number
        else:
            self._numbers[spelt] = (*((there,) if isinstance(there, int) else there), number)

    def __contains__(self, spelt: str) -> bool:
        return spelt in self._named or (spelt in self._numbers and bool(spelt))

    def keys(self) -> Iterator[str]:
        """Every key of a place's name."""
        yield from dict.fromkeys((*self._named, *filter(None, self._numbers)))

    def candidates(self, spelt: str) -> list[Candidate]:
        """What a key may mean."""
        return list(self._meant(spelt))

    def _candidates(self, spelt: str) -> tuple[Candidate, ...]:
        found = list(self._named.get(spelt, ()))
        there = self._numbers.get(spelt, ())
        for number in (there,) if isinstance(there, int) else there:
            row, mark = divmod(number, len(_MARKS))
            found.append(gazetteer.of_city(gazetteer.city(self._rows[row]), _MARKS[mark]))
        sure = {one.place.geonameid for one in found if not one.doubtful and not one.minor}
        if sure - {None}:
            found = [one for one in found if one.kind != "alias"]
        kept: dict[int | str, Candidate] = {}
        for one in found:
            id = one.place.geonameid
            if id is None or id not in sure or not (one.doubtful or one.minor):
                kept.setdefault(one.place.name if id is None else id, one)
        return tuple(kept.values())

    def find(self, tokens: Sequence[Token], language: str) -> list[Named]:
        """The names of places among ``tokens``, longest first, with the places they may mean, in order."""
        inflected = language == _INFLECTED
        rows = self._read_in_case if inflected else self._read
        found: list[Named] = []
        done = 0
        for at, start, run in rows.going(tokens, self._starting(language).of(tokens)):
            if at < done:
                continue
            stop, spelt = self._longest(tokens, at, start, run, inflected)
            if not spelt or not _name(tokens[at].text):
                continue
            if not _after_title(tokens, at):
                found.append(Named(start=at, stop=stop, key=spelt, candidates=self._meant(spelt)))
            done = stop
        return found

    def _longest(
        self, tokens: Sequence[Token], at: int, start: Opening, run: Run | None, inflected: bool
    ) -> tuple[int, str]:
        best = (at + 1, start.spelt)
        if run is not None:
            rows = self._read_in_case if inflected else self._read
            for stop, row in rows.longer(tokens, at, run):
                spelt = self._nominative(row) if inflected else row
                if spelt in self and (capital(tokens[stop - 1].text) or spelt in self._lower_end):
                    best = (stop, spelt)
        return best

    def _starting(self, language: str) -> Starts[Opening]:
        """What words of a language may begin."""
        if language not in self._starts:
            cased = language not in CASELESS
            ask = self._in_case if language == _INFLECTED else self._capitalised if cased else self._start
            self._starts[language] = Starts(ask, cased)
        return self._starts[language]

    def _capitalised(self, token: Token) -> Opening | None:
        return self._start(token) if _name(token.text) else None

    def _start(self, token: Token) -> Opening | None:
        """What may begin with a word."""
        head = key(token.norm)
        if not head:
            return None
        spelt = head if head in self and token.text[0] not in APOSTROPHES else ""
        glued = ARABIC_FIRST <= head[0] <= ARABIC_LAST and not self._read.begun(f"{head} ")
        run = None if glued else self._read.run(head, LONGEST)  # عن|ه is no town
        clitic = head in CLITICS and not spelt and not run
        if not run and not spelt and not clitic:
            return None
        return Opening(run=run, alone=spelt != "", clitic=clitic, spelt=spelt)

    def _in_case(self, token: Token) -> Opening | None:
        """The same of a language in which the word may have another ending in the name."""
        head = key(token.norm)
        if not head or not _name(token.text):
            return None
        run = self._read_in_case.run(head, LONGEST)
        spelt = self._nominative(head)
        listed = spelt in self
        return Opening(run=run, alone=listed, spelt=spelt if listed else "") if run or listed else None

    def _nominative(self, row: str) -> str:
        """The key under which a Russian word in some case is listed; the word as it stands if none is."""
        if row in self:
            return row
        for ending, others in _RUSSIAN_ENDINGS:
            if row.endswith(ending) and len(row) >= _SHORTEST_STEM + len(ending):
                for other in others:
                    if row[: -len(ending)] + other in self:
                        return row[: -len(ending)] + other
        return row

    def locate(
        self, sentences: Sequence[Sentence], language: str, mentions: Sequence[Mention] = ()
    ) -> tuple[Place, ...]:
        """The places named in a report's sentences; a name that may mean several stays out.

        Args:
            sentences: those of the report.
            language: their language.
            mentions: who is named in them; their countries tell one Tripoli from the other.
        """
        named = [self.find(sentence.tokens, language) for sentence in sentences]
        return self._whereabouts.choose(sentences, named, language, mentions)


def _name(text: str) -> bool:
    """Whether a word may begin a name: with a capital, and no abbreviation: DACA is no spelling of Dhaka."""
    return capital(text) and not (len(text) <= SHORT and text.isupper() and text != text.lower())


def _after_title(tokens: Sequence[Token], at: int) -> bool:
    """Whether a person's title stands before it: Queen Victoria. In Russian it may also be a country's."""
    before = tokens[at - 1] if at else None
    return (
        before is not None
        and before.text[:1].isupper()
        and before.norm.isascii()
        and before.norm in rules().titles
    )


@cache
def load() -> Places:
    """The places of the package's data, read once.

    Raises:
        ResourceError: a table is missing or broken.
    """
    named: dict[str, list[Candidate]] = {}
    lower_end = set()
    for region in gazetteer.regions():
        for text, candidate in gazetteer.spellings(region):
            spelt = name_key(text)
            if candidate not in named.setdefault(spelt, []):
                named[spelt].append(candidate)
            last = text.rsplit(" ", 1)[-1]
            if last.islower() or last.lower() in gazetteer.extras().generic:
                lower_end.add(spelt)
    rows = gazetteer.lines()
    countries = 0
    while rows[countries].split("\t")[7] == "1":
        countries += 1
    _add_countries(named, {one.country: one for one in map(gazetteer.city, rows[:countries])})
    return Places(named, rows[countries:], frozenset(lower_end))


def _add_countries(named: dict[str, list[Candidate]], rows: dict[str, gazetteer.City]) -> None:
    """States under their names; what folds into a state, only where no other row has the name."""
    for entry in directory.load().entries:
        if entry.kind != "country" or not entry.code:
            continue
        state = entry.id == entry.code
        row = rows.get(entry.code) if state else None
        texts = [text for texts in entry.names.values() for text in texts]
        for spelt, text in {name_key(text): text for text in reversed(texts)}.items():
            listed = named.setdefault(spelt, [])
            city = any(one.kind == "city" for one in listed)  # الجزائر العاصمة
            if (state and not city) or not listed:
                place = Place(
                    span=Span(0, 0),
                    name=entry.names.get("en", (entry.id,))[0] if state else text,
                    country=entry.code,
                    geonameid=row.id if row else None,
                    resolution=1 if state else 2,
                )
                listed.append(
                    Candidate(
                        place=place,
                        population=gazetteer.COUNTRY if state else gazetteer.STRONG,
                        kind="country" if state else "alias",
                    )
                )
