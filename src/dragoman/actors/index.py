"""Names to hits: the longest listed form at each place in a row of tokens.

The index holds forms by key (``forms``). A row of tokens is read from left to right; where a token begins a
form, tokens are joined while they may still become one, and the longest that did is the hit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import TypeAlias

from msgspec import field

from dragoman.actors.evidence import Doubt, Row, ordinary
from dragoman.actors.forms import heads, key, name_key, spelled, spellings
from dragoman.actors.sounds import rules
from dragoman.actors.starts import APOSTROPHES, CASELESS, CLITICS, LONGEST, Rows, Run, Start, Starts
from dragoman.actors.telling import Form, Told, capital, fits, noun, tell, written
from dragoman.types import Hit, Token

SPELLINGS = 16  # of a word, of which it is known what they say
_SON = frozenset({"بن", "ابن", "بنت"})


class Opening(Start, frozen=True, kw_only=True, gc=False):
    """What may begin with a word, ``head``.

    ``told`` is what the word alone says, ``as_adjective`` where it is one. ``listed``: its forms alone, where
    the letters decide each time; ``seen``: what some spellings of it say.
    """

    head: str
    listed: tuple[Form, ...] = ()
    told: Told | None = None
    as_adjective: Told | None = None
    seen: dict[str, Told | None] = field(default_factory=dict)


_Begun: TypeAlias = tuple[int, Opening, Run | None]
"""Where it stands, what it may begin, and the names of several words that may stand there."""


class Index:
    """The forms of one language, by key; ``heads``: with what they begin, and how long they are at most.

    ``small``: the same of those that may begin without a capital.
    """

    def __init__(
        self,
        language: str,
        table: dict[str, tuple[Form, ...]] | None = None,
        heads: dict[str, int] | None = None,
        small: dict[str, int] | None = None,
    ) -> None:
        self.language = language
        self.table = {} if table is None else table
        self.heads = {} if heads is None else heads
        self.small = {} if small is None else small
        self._forget()

    def _forget(self) -> None:
        self._starts = Starts(self._start, cased=self.language not in CASELESS)
        self.__dict__.pop("_rows", None)
        self._told: dict[str, Told] = {}
        self._fitting: dict[str, Told] = {}  # of rows of several words that any letters fit

    def add(self, text: str, form: Form) -> None:
        """Makes ``text`` findable."""
        for spelling in spellings(spelled(text, self.language)):
            self._add(spelling, form)
        if self._starts:
            self._forget()

    def _add(self, text: str, form: Form) -> None:
        found = name_key(text)
        if not found:
            return
        others = self.table.get(found, ())
        if form not in others:
            self.table[found] = (*others, form)
        small = not form.capital or text[0].islower()
        for head in heads(text):  # "vice-president" begins otherwise than "vice president"
            for lengths in (self.heads, self.small) if small else (self.heads,):
                lengths[head] = max(lengths.get(head, 0), min(len(found), LONGEST))

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
        starts = self._rows.going(tokens, self._starts.of(tokens))
        hits: list[Hit] = []
        doubts: dict[int, Form] = {}
        done = 0
        for number, (at, start, run) in enumerate(starts):
            if at < done:
                continue
            stop, told = self._longest(tokens, at, start, run)
            if told is not None and stop - at > 1 and told.known.kind == "agent" and self.language == "ar":
                if self._begins_name(tokens, stop, starts[number + 1 : number + stop - at]):
                    stop, told = self._longest(tokens[: stop - 1], at, start, run)
            if told is None:
                continue
            done = stop
            if told.demonym and _descent(tokens, at, stop):
                continue
            if told.doubt is not None:
                doubts[len(hits)] = told.doubt
            hits.append(Hit(start=at, stop=stop, known=told.known))
        if not doubts:
            return hits
        kinds = {at: _doubt(form.surname, self.language) for at, form in doubts.items()}
        row = Row(tokens, tuple(hits), kinds)
        return [hit for number, hit in enumerate(hits) if number not in doubts or row.supported(number)]

    def _begins_name(self, tokens: Sequence[Token], stop: int, starts: Sequence[_Begun]) -> bool:
        """Whether the word before ``stop`` begins a longer name: fighters | of the organisation of Qaeda."""
        start, run = next(((start, run) for at, start, run in starts if at == stop - 1), (None, None))
        if start is None or start.clitic:
            return False
        end, behind = self._longest(tokens, stop - 1, start, run)
        return behind is not None and end > stop and behind.known.kind in ("organisation", "group")

    def _start(self, token: Token) -> Opening | None:
        """What may begin with a word."""
        head = key(token.norm)
        limit = (self.heads if self._leads(token) else self.small).get(head, 0)
        if not limit:
            return Opening(head=head, clitic=True) if head in CLITICS else None
        run = self._rows.run(head, limit)
        listed = self.table.get(head, ()) if token.text[0] not in APOSTROPHES else ()
        if self.language in CASELESS and any(form.exact or form.capital or form.hamzas for form in listed):
            return Opening(head=head, run=run, alone=True, listed=listed)
        row = (token,)
        fitting = [form for form in listed if written(form, row, 0, 1)]
        names = [form for form in fitting if not noun(form)]
        told = self._tell(head, listed, fitting)
        as_adjective = told if names == fitting else self._tell(head, listed, names)
        if not run and not told:
            return None
        return Opening(head=head, run=run, alone=told is not None, told=told, as_adjective=as_adjective)

    def _leads(self, token: Token) -> bool:
        """Whether names that want a capital may begin with a word."""
        return self.language in CASELESS or capital(token.text) or token.norm in rules().particles

    def _longest(
        self, tokens: Sequence[Token], at: int, start: Opening, run: Run | None
    ) -> tuple[int, Told | None]:
        told = start.as_adjective if tokens[at].tag == "ADJ" else start.told
        if start.listed:
            told = self._alone(tokens, at, start)
        stop = at + 1
        for end, row in self._rows.longer(tokens, at, run) if run is not None else ():
            listed = self.table.get(row)
            if listed and (longer := self._fitting.get(row) or self._among(row, listed, tokens, at, end)):
                stop, told = end, longer
        return stop, told

    def _alone(self, tokens: Sequence[Token], at: int, start: Opening) -> Told | None:
        """What a word whose letters decide says."""
        token = tokens[at]
        if token.tag == "ADJ":
            return self._among(start.head, start.listed, tokens, at, at + 1)
        if token.text not in start.seen:
            if len(start.seen) >= SPELLINGS:
                start.seen.clear()
            start.seen[token.text] = self._among(start.head, start.listed, tokens, at, at + 1)
        return start.seen[token.text]

    @cached_property
    def _rows(self) -> Rows:
        return Rows(self.table, limits=self.heads)

    def _among(
        self, row: str, listed: tuple[Form, ...], tokens: Sequence[Token], at: int, stop: int
    ) -> Told | None:
        """What those forms of a row say together that want it as it stands; None if there are none."""
        return self._tell(row, listed, [form for form in listed if fits(form, tokens, at, stop)])

    def _tell(self, row: str, listed: tuple[Form, ...], fitting: Sequence[Form]) -> Told | None:
        """What forms say together; what all of a row's say is kept."""
        if len(fitting) < len(listed) or not fitting:
            return tell(fitting) if fitting else None
        told = self._told.get(row)
        if told is None:
            told = self._told[row] = tell(listed)
            if not any(form.exact or form.capital or form.hamzas for form in listed):
                self._fitting[row] = told
        return told


def _descent(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether the words are the name of somebody's son or father: تركي بن عبد الله is no Turk."""
    if start > 0 and tokens[start - 1].norm in _SON:
        return True
    return stop < len(tokens) and tokens[stop].norm in _SON


@lru_cache(maxsize=10_000)
def _doubt(surname: str, language: str) -> Doubt:
    return Doubt(surname=bool(surname), ordinary=bool(surname) and ordinary(surname, language))
