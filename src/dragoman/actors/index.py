"""Names to hits: the longest listed form at each place in a row of tokens.

The index holds forms by key (``forms``). A row of tokens is read from left to right; where a token begins a
form, tokens are joined while they may still become one, and the longest that did is the hit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from dragoman.actors.entries import EntryKind
from dragoman.actors.evidence import Doubt, Row, ordinary
from dragoman.actors.forms import (
    LONGEST,
    Pieces,
    Reach,
    begun,
    hamzas,
    heads,
    joined,
    key,
    name_key,
    opened,
    same_hamzas,
    spelled,
    spellings,
)
from dragoman.actors.sounds import rules
from dragoman.types import Gender, Hit, NameUse, Token

_CLITICS = frozenset("وفبكلس")  # may have been split off a name that begins with them
_CLITIC = -1_000_000  # the reach of a word that may be one: no name is so long
_SON = frozenset({"بن", "ابن", "بنت"})
_KINDS: tuple[EntryKind, ...] = ("country", "organisation", "group", "person", "agent", "title")
_USES: tuple[NameUse, ...] = ("name", "abbreviation", "demonym", "metonym")


class Form(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One form of a listed name and what a hit on it says.

    ``exact``: of an abbreviation, the letters as they must stand. ``capital``: the text needs a capital where
    the name has one (``lower_end``: its last word has none). ``doubtful``: the sentence must hold something
    else that fits. ``surname``: that of a person, alone, not behind a first name.
    ``listed``: it stands in the directory as it is and was not made from another. ``hamzas``: those of a
    common Arabic word, which tell words apart. ``gender`` of a person, where its English first name tells.
    """

    id: str
    kind: EntryKind
    use: NameUse
    country: str | None
    sectors: tuple[str, ...]
    plural: bool = False
    exact: str = ""
    capital: bool = False
    lower_end: bool = False
    hamzas: str = ""
    doubtful: bool = False
    surname: str = ""
    listed: bool = True
    gender: Gender = ""


class Index:
    """The forms of one language, by key; ``heads``: with what they begin, and how long they are at most."""

    def __init__(
        self,
        language: str,
        table: dict[str, tuple[Form, ...]] | None = None,
        heads: dict[str, int] | None = None,
    ) -> None:
        self.language = language
        self.table = {} if table is None else table
        self.heads = {} if heads is None else heads
        self._forget()

    def _forget(self) -> None:
        self._reach = Reach(self._begins)
        self._pieces = Pieces()
        self._begun: frozenset[str] = frozenset()
        self._told: dict[str, Told] = {}

    def add(self, text: str, form: Form) -> None:
        """Makes ``text`` findable."""
        for written in spellings(spelled(text, self.language)):
            self._add(written, form)
        if self._reach:
            self._forget()

    def _add(self, text: str, form: Form) -> None:
        found = name_key(text)
        if not found:
            return
        others = self.table.get(found, ())
        if form not in others:
            self.table[found] = (*others, form)
        for head in heads(text):  # "vice-president" begins otherwise than "vice president"
            self.heads[head] = max(self.heads.get(head, 0), min(len(found), LONGEST))

    def drop(self, which: Callable[[Form], bool]) -> None:
        """Takes forms out."""
        for spelt, listed in list(self.table.items()):
            if any(map(which, listed)):
                self.table[spelt] = tuple(form for form in listed if not which(form))
        self._forget()

    def forms(self, text: str) -> Sequence[Form]:
        """The forms that ``text`` as a whole may be."""
        return self.table.get(name_key(spelled(text, self.language)), ())

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """The hits among ``tokens``: leftmost, then longest, never overlapping."""
        norms = [token.norm for token in tokens]
        reach = [*map(self._reach.__getitem__, norms)]
        if not any(reach):
            return []
        if not self._begun:
            self._begun = begun(self.table)
        pieces = [*map(self._pieces.__getitem__, norms)]
        hits: list[Hit] = []
        doubts: dict[int, Form] = {}
        done = 0
        for at, limit in enumerate(reach):
            if not limit or at < done or (limit < 0 and not self._opened(tokens, pieces, at, limit)):
                continue
            stop, told = self._longest(tokens, pieces, at)
            if told is None:
                continue
            done = stop
            if told.demonym and _descent(tokens, at, stop):
                continue
            if told.doubt is not None:
                doubts[len(hits)] = told.doubt
            hits.append(told.hit(at, stop))
        if not doubts:
            return hits
        kinds = {at: _doubt(form, self.language) for at, form in doubts.items()}
        row = Row(tokens, tuple(hits), kinds)
        return [hit for number, hit in enumerate(hits) if row.supported(number)]

    def _begins(self, norm: str) -> int:
        """How long a name may be that begins with a word; below 0 where the word behind it decides."""
        head = key(norm)
        limit = self.heads.get(head, 0)
        if limit:
            return limit if head in self.table else -limit
        return _CLITIC if head in _CLITICS else 0

    def _opened(self, tokens: Sequence[Token], pieces: Sequence[str], at: int, limit: int) -> bool:
        """Whether a name may begin with a word and the one behind it."""
        if limit == _CLITIC and not self._rejoined(tokens, pieces, at):
            return False
        return opened(tokens, pieces, at, self._begun)

    def _rejoined(self, tokens: Sequence[Token], pieces: Sequence[str], at: int) -> int:
        """The limit for a name whose first letter was taken for a clitic: و|اشنطن; 0 where there is none."""
        if at + 1 == len(pieces):
            return 0
        limit = self.heads.get((pieces[at] + pieces[at + 1].lstrip()).lstrip(), 0)
        return limit if limit and tokens[at].span.stop == tokens[at + 1].span.start else 0

    def _longest(self, tokens: Sequence[Token], pieces: Sequence[str], at: int) -> tuple[int, Told | None]:
        limit = self._reach[tokens[at].norm]
        limit = self._rejoined(tokens, pieces, at) if limit == _CLITIC else abs(limit)
        best: tuple[int, Told | None] = (at, None)
        for stop, row in joined(tokens, pieces, at, limit, self._begun):
            listed = self.table.get(row)
            if listed:
                fitting = tuple([form for form in listed if _fits(form, tokens, at, stop)])
                if len(fitting) == len(listed):
                    best = (stop, self._tell(row, listed))
                elif fitting:
                    best = (stop, _told(fitting))
        return best

    def _tell(self, row: str, listed: tuple[Form, ...]) -> Told:
        told = self._told.get(row)
        if told is None:
            told = self._told[row] = _told(listed)
        return told


def _rank(form: Form) -> tuple[bool, int, int, bool]:
    """What is preferred among entries with the same name: the surest first."""
    return form.doubtful, _KINDS.index(form.kind), _USES.index(form.use), not form.listed


def _fits(form: Form, tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether the letters of the tokens from ``at`` to ``stop`` stand as the form wants them."""
    if form.exact:
        return "".join(filter(str.isalnum, "".join(token.text for token in tokens[at:stop]))) == form.exact
    if form.capital:
        article = stop - at > 1 and tokens[at].norm in rules().particles  # "al Qaeda"
        first = article or _capital(tokens[at].text)
        return first and (form.lower_end or stop - at == 1 or _capital(tokens[stop - 1].text))
    if form.hamzas and not same_hamzas(form.hamzas, hamzas(tokens[stop - 1].text)):
        return False
    return form.kind != "agent" or stop - at > 1 or tokens[at].tag != "ADJ"


def _descent(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether the words are the name of somebody's son or father: تركي بن عبد الله is no Turk."""
    beside = (*tokens[max(start - 1, 0) : start], *tokens[stop : stop + 1])
    return any(token.norm in _SON for token in beside)


def _capital(text: str) -> bool:
    return text != text.lower() or text == text.upper()


def _doubt(form: Form, language: str) -> Doubt:
    return Doubt(surname=bool(form.surname), ordinary=bool(form.surname) and ordinary(form.surname, language))


class Told(msgspec.Struct, frozen=True, gc=False):
    """What forms of one spelling say together; ``doubt`` where the sentence must hold something that fits."""

    kind: EntryKind
    use: NameUse
    ids: tuple[str, ...]
    country: str | None
    sectors: tuple[str, ...]
    plural: bool
    gender: Gender
    demonym: bool
    doubt: Form | None

    def hit(self, start: int, stop: int) -> Hit:
        """A hit on tokens ``start`` to ``stop``."""
        return Hit(
            start=start,
            stop=stop,
            kind=self.kind,
            use=self.use,
            ids=self.ids,
            country=self.country,
            sectors=self.sectors,
            plural=self.plural,
            gender=self.gender,
        )


def _told(found: Sequence[Form]) -> Told:
    best = min(found, key=_rank)
    same = [form for form in found if _rank(form) == _rank(best)]
    countries = {form.country for form in same}
    sectors = {form.sectors for form in same}
    told = {form.gender for form in same}
    return Told(
        kind=best.kind,
        use=best.use,
        ids=tuple(dict.fromkeys(form.id for form in same)),
        country=best.country if len(countries) == 1 else None,
        sectors=best.sectors if len(sectors) == 1 else (),
        plural=best.plural,
        gender=best.gender if len(told) == 1 else "",
        demonym=found[0].use == "demonym",
        doubt=found[0] if all(form.doubtful or form.surname for form in found) else None,
    )
