"""What the words of a text may begin: found once for each word, so that most tokens cost one look-up.

A finder of names asks ``Starts`` which tokens may begin a name, and gets with each what it made of the word
when it met it first. ``Rows`` reads on from there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from typing import Generic, Literal, TypeVar, cast

import msgspec

from dragoman.actors.forms import ARABIC_FIRST, ARABIC_LAST, key, spaced
from dragoman.types import Token

INNER = frozenset("-‐‑–.'’/+")  # marks that may stand inside a name
QUOTED = {"«": "»", '"': '"', "“": "”", "”": "“", "„": "“", "(": ")"}
"""Marks that open behind the first word of an Arabic name, and those that close: تنظيم «داعش»."""
APOSTROPHES = frozenset("'’‘`´ʼ")
CASELESS = frozenset(("ar", "ckb", "fa", "he", "hi", "ja", "ko", "ps", "ur", "zh"))  # without capitals
CLITICS = frozenset("وفبكلس")  # may have been split off a name that begins with them: و|اشنطن
WIDEST = 14  # tokens of a name
NEXT = 6  # letters behind a word that tell whether a name may go on so
LONGEST = 400  # letters of a key that is found
LAST = "\U0010ffff"
WORDS_KEPT = 50_000  # words of texts, of which it is known whether they begin a name
_Start = TypeVar("_Start")


class Starts(Generic[_Start]):
    """What each word may begin; where a language has capitals, they tell words apart.

    Args:
        ask: what a token may begin, None for nothing; in a language without capitals it may look at ``norm``
            alone.
        cased: whether the language has capitals. There ``norm`` follows from the letters of a token.
    """

    def __init__(self, ask: Callable[[Token], _Start | None], cased: bool) -> None:
        self._ask = ask
        self._cased = cased
        self._known: dict[str, _Start | Literal[0]] = {}

    def __bool__(self) -> bool:
        return bool(self._known)

    def of(self, tokens: Sequence[Token]) -> Iterator[tuple[int, _Start]]:
        """What ``tokens`` may begin, each with where it stands; most begin nothing."""
        words = [token.text for token in tokens] if self._cased else [token.norm for token in tokens]
        try:
            found = [*map(self._known.__getitem__, words)]
        except KeyError:  # of some word that has not been met
            found = [*map(self._add, words, tokens)]
        return cast(Iterator[tuple[int, _Start]], compress(enumerate(found), found))

    def _add(self, word: str, token: Token) -> _Start | Literal[0]:
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= WORDS_KEPT:
                self._known.clear()
            found = self._known[word] = self._ask(token) or 0
        return found


class Run(msgspec.Struct, frozen=True, gc=False):
    """The keys of several words that begin with a word, ``head``: a stretch of the sorted ones.

    ``follow`` is what their next letters may be; ``sticky``: without a space also where the script has some.
    """

    head: str
    limit: int
    first: int
    last: int
    follow: frozenset[str]
    sticky: bool


class Start(msgspec.Struct, frozen=True, gc=False):
    """What may begin with a word: a ``run`` of names, or one ``alone``; a ``clitic`` goes with the next."""

    run: Run | None = None
    alone: bool = False
    clitic: bool = False


_Begun = TypeVar("_Begun", bound=Start)


class Pieces(dict[str, str]):
    """By word what it adds to a key: its letters, behind a space in Arabic letters. Each is made once."""

    def __missing__(self, norm: str) -> str:
        if len(self) >= WORDS_KEPT:
            self.clear()
        letters = key(norm)
        made = self[norm] = spaced(letters)
        return made


class Openings(dict[str, str]):
    """The first letters of each word's piece."""

    def __init__(self, pieces: Pieces) -> None:
        super().__init__()
        self._pieces = pieces

    def __missing__(self, norm: str) -> str:
        if len(self) >= WORDS_KEPT:
            self.clear()
        made = self[norm] = self._pieces[norm][:NEXT]
        return made


class Rejoined(dict[str, dict[str, Run] | None]):
    """By word the keys that begin with a clitic and it, by clitic; None if there are none.

    Args:
        make: the same for the key of one word.
    """

    def __init__(self, make: Callable[[str], dict[str, Run]]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, norm: str) -> dict[str, Run] | None:
        if len(self) >= WORDS_KEPT:
            self.clear()
        made = self[norm] = self._make(key(norm)) or None
        return made


def touching(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing stands between the token at ``at`` and the next."""
    return tokens[at].span.stop == tokens[at + 1].span.start


def _marks(head: str, token: Token) -> bool:
    """Whether the token opens a quotation inside an Arabic name, ``head`` its first word."""
    return token.text in QUOTED and ARABIC_FIRST <= head[:1] <= ARABIC_LAST


def _closes(tokens: Sequence[Token], at: int, closing: str) -> bool:
    """Whether the mark that closes stands at ``at``."""
    return at < len(tokens) and tokens[at].text == closing


class Rows:
    """What rows of tokens make of the words that begin them.

    Args:
        keys: those of all names.
        ending: how many letters at the end of a row may stand otherwise in a key.
        limits: by first word how many letters a name may have; without them any word may be the first.
    """

    def __init__(self, keys: Iterable[str], ending: int = 0, limits: Mapping[str, int] | None = None) -> None:
        self._keys = sorted(keys)
        self._ending = ending
        self._limits = limits
        self._rejoined = Rejoined(self._behind_clitics)
        self._pieces = Pieces()
        self._openings = Openings(self._pieces)

    def run(self, head: str, limit: int = LONGEST, goes_on: str = "") -> Run | None:
        """The keys that begin with a word and go on, none longer than ``limit``; None if there are none.

        ``goes_on``: how they do so at least.
        """
        stem = goes_on or head[: max(len(head) - self._ending, 1)]
        first = bisect_left(self._keys, stem)
        if not self._keys[first : first + 1] or not self._keys[first].startswith(stem):
            return None
        last = bisect_left(self._keys, stem + LAST, first)
        rests = {one[len(head) : len(head) + NEXT] for one in self._keys[first:last]} - {""}
        if not rests:
            return None
        follow = frozenset(rest[:length] for rest in rests for length in range(1, len(rest) + 1))
        sticky = any(rest[0] != " " for rest in rests)
        return Run(head, limit, first, last, follow, sticky)

    def begun(self, letters: str) -> bool:
        """Whether a key begins with ``letters``."""
        at = bisect_left(self._keys, letters)
        return at < len(self._keys) and self._keys[at].startswith(letters)

    def _behind_clitics(self, word: str) -> dict[str, Run]:
        found = {}
        for clitic in sorted(CLITICS) if word else ():
            limit = LONGEST if self._limits is None else self._limits.get(f"{clitic}{word}", 0)
            if limit and (run := self.run(clitic, limit, f"{clitic}{word}")):
                found[clitic] = run
        return found

    def going(
        self, tokens: Sequence[Token], starts: Iterable[tuple[int, _Begun]]
    ) -> list[tuple[int, _Begun, Run | None]]:
        """Those of ``starts`` that stand alone or go on with the next token, with the run in which they may.

        Behind a clitic it is that of the next word. Most tokens begin nothing that goes on; where endings may
        stand otherwise, all may.
        """
        if self._ending:
            return [(at, start, start.run) for at, start in starts]
        openings, behind, last = self._openings, self._rejoined, len(tokens) - 1
        kept: list[tuple[int, _Begun, Run | None]] = []
        for at, start in starts:
            run = start.run
            if at == last:
                run = None
            elif run is not None:
                opening, follow = openings[tokens[at + 1].norm], run.follow
                if opening not in follow and (
                    (opening and opening[1:] not in follow) or not self._joins(tokens, at, run)
                ):
                    run = None
            elif start.clitic and (runs := behind[tokens[at + 1].norm]) and touching(tokens, at):
                run = runs.get(tokens[at].norm)
            if run is not None or start.alone:
                kept.append((at, start, run))
        return kept

    def _joins(self, tokens: Sequence[Token], at: int, run: Run) -> bool:
        """Whether a key may go on with a mark, or with the next word without a space."""
        opening = self._openings[tokens[at + 1].norm]
        if not opening:
            return tokens[at + 1].text in INNER or _marks(run.head, tokens[at + 1])
        return run.sticky and opening[0] == " " and opening[1:] in run.follow and touching(tokens, at)

    def longer(self, tokens: Sequence[Token], at: int, run: Run) -> Iterator[tuple[int, str]]:
        """The keys of the rows of two tokens and more that begin at ``at``, each with its end.

        A row goes over hyphens, stops and apostrophes, in Arabic over marks that open a quotation; it ends
        with a word or the mark that closes, and where no key begins so.
        """
        keys, pieces, before = self._keys, self._pieces, tokens[at]
        whole, first, closing = run.head, run.first, ""
        for stop in range(at + 1, min(len(tokens), at + WIDEST)):
            token = tokens[stop]
            piece = pieces[token.norm]
            touches = before.span.stop == token.span.start
            if piece:
                whole += piece[1:] if touches and piece[0] == " " and before.text not in QUOTED else piece
                sure = whole[: max(len(whole) - self._ending, 1)] if self._ending else whole
                first = bisect_left(keys, sure, first, run.last)
                if first == run.last or not keys[first].startswith(sure) or len(whole) > run.limit:
                    return
                if token.text[0] not in APOSTROPHES:  # "president's" is no plural
                    yield stop + 1 + (closing != "" and _closes(tokens, stop + 1, closing)), whole
            elif not closing and _marks(run.head, token):
                closing = QUOTED[token.text]
            elif token.text not in INNER or not touches:
                return
            before = token
