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

    def of(self, tokens: Sequence[Token]) -> list[tuple[int, _Start]]:
        """What ``tokens`` may begin, each with where it stands; most begin nothing."""
        words = [token.text for token in tokens] if self._cased else [token.norm for token in tokens]
        found = [*map(self._known.get, words)]
        if None in found:
            for at, word in enumerate(words):
                if found[at] is None:
                    found[at] = self._add(word, tokens[at])
        return cast(list[tuple[int, _Start]], [*compress(enumerate(found), found)])

    def _add(self, word: str, token: Token) -> _Start | Literal[0]:
        if len(self._known) >= WORDS_KEPT:
            self._known.clear()
        if word not in self._known:
            self._known[word] = self._ask(token) or 0
        return self._known[word]


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


def touching(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing stands between the token at ``at`` and the next."""
    return tokens[at].span.stop == tokens[at + 1].span.start


def _marks(head: str, token: Token) -> bool:
    """Whether the token opens a quotation inside an Arabic name, ``head`` its first word."""
    return token.text in QUOTED and ARABIC_FIRST <= head[:1] <= ARABIC_LAST


def _closed(tokens: Sequence[Token], at: int, closing: str) -> bool:
    """Whether the mark that closes stands right behind the token at ``at``."""
    return closing != "" and at + 1 < len(tokens) and tokens[at + 1].text == closing


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
        self._rejoined: dict[str, dict[str, Run]] = {}
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

    def rejoined(self, tokens: Sequence[Token], at: int) -> Run | None:
        """The keys that begin with a clitic, the token at ``at``, and the word that it was taken off."""
        if at + 1 == len(tokens):
            return None
        norm = tokens[at + 1].norm
        runs = self._rejoined.get(norm)
        if runs is None:
            if len(self._rejoined) >= WORDS_KEPT:
                self._rejoined.clear()
            runs = self._rejoined[norm] = self._behind_clitics(key(norm))
        if not runs:
            return None
        run = runs.get(tokens[at].norm)
        return run if run is not None and touching(tokens, at) else None

    def _behind_clitics(self, word: str) -> dict[str, Run]:
        found = {}
        for clitic in sorted(CLITICS) if word else ():
            limit = LONGEST if self._limits is None else self._limits.get(f"{clitic}{word}", 0)
            if limit and (run := self.run(clitic, limit, f"{clitic}{word}")):
                found[clitic] = run
        return found

    def open(self, tokens: Sequence[Token], at: int, run: Run) -> bool:
        """Whether some key may begin with the word at ``at``, that of ``run``, and the next word."""
        if at + 1 == len(tokens):
            return False
        opening = self._openings[tokens[at + 1].norm]
        if opening in run.follow:
            return True
        if not opening:
            return tokens[at + 1].text in INNER or _marks(run.head, tokens[at + 1])
        return run.sticky and opening[0] == " " and opening[1:] in run.follow and touching(tokens, at)

    def longer(self, tokens: Sequence[Token], at: int, run: Run) -> Iterator[tuple[int, str]]:
        """The keys of the rows of two tokens and more that begin at ``at``, each with its end.

        A row goes over hyphens, stops and apostrophes, in Arabic over marks that open a quotation; it ends
        with a word or the mark that closes, and where no key begins so.
        """
        whole, first, closing = run.head, run.first, ""
        for stop in range(at + 1, min(len(tokens), at + WIDEST)):
            token = tokens[stop]
            piece = self._pieces[token.norm]
            if piece:
                if piece[0] == " " and touching(tokens, stop - 1) and tokens[stop - 1].text not in QUOTED:
                    piece = piece[1:]
                whole += piece
                sure = whole[: max(len(whole) - self._ending, 1)]
                first = bisect_left(self._keys, sure, first, run.last)
                if len(whole) > run.limit or first == run.last or not self._keys[first].startswith(sure):
                    return
                if token.text[0] not in APOSTROPHES:  # "president's" is no plural
                    yield stop + 1 + _closed(tokens, stop, closing), whole
            elif not closing and _marks(run.head, token):
                closing = QUOTED[token.text]
            elif token.text not in INNER or not touching(tokens, stop - 1):
                return
