"""Text → a string of word classes, one letter a word, over which grammars are regular expressions.

Dates and figures are read this way: the words and their classes come from a language's YAML file, everything
that the file does not know becomes one symbol however long it is. Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from dragoman.text import fold

Value = str | int | float | tuple[float, ...] | None

# Letters and their marks. Digits are not among them, so that "و5" and "10km" come apart.
_LETTERS = (
    r"A-Za-zªµºÀ-ÖØ-öø-ʯ\u0300-\u052f\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc"
    r"\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
)
_TOKEN = re.compile(rf"\d+(?:[.,:/\-–٫٬،]\d+)*[{_LETTERS}]*|[{_LETTERS}]+|\n|[^\W\d]+|[^\s\w]")
_GROUPED = re.compile(  # "1 500 000": the thousands are set off by spaces
    rf"\d{{1,3}}(?:[ \u00a0\u202f\u2009]\d{{3}}){{1,4}}(?![\d.:/\-–])(?:,\d+)?[{_LETTERS}]*|" + _TOKEN.pattern
)
_NUMBER = re.compile(rf"(?P<body>\d[^{_LETTERS}]*)(?P<suffix>.*)", re.DOTALL)
_MARKS = "".join(map(chr, (*range(0x0610, 0x061B), 0x0640, *range(0x064B, 0x0660), 0x0670)))
_LONGEST = 64  # a longer run of letters or digits is neither a word nor a number that means anything

OTHER = "other"
_PUNCTUATION = {
    "stop": "\n!?؟;؛…।",
    "dot": ".",
    "comma": ",،",
    "open": "([",
    "close": ")]",
    "dash": "-–—‑−",
    "slash": "/",
    "apostrophe": "'’",
    "percent": "%٪",
    "hash": "#№",
    "plus": "+",
    "colon": ":",
}
BUILT_IN = (OTHER, *_PUNCTUATION)


class Entry(NamedTuple):
    """What a word of the vocabulary is: its class, the class's symbol, and what the word means there.

    ``leads`` tells that a phrase may begin with it.
    """

    norm: str
    kind: str
    symbol: str
    value: Value = None
    leads: bool = False


class Lexeme(NamedTuple):
    """A stretch of the text and what it is."""

    start: int
    stop: int
    entry: Entry


class Lexed(NamedTuple):
    """A text as lexemes, and the symbols of their classes: ``symbols[i]`` stands for ``lexemes[i]``."""

    text: str
    lexemes: list[Lexeme]
    symbols: str


Pieces = tuple[tuple[int, int, Entry], ...]
NumberReader = Callable[[str, str], tuple[str, Value, bool] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words that a grammar knows.

    ``words`` and ``phrases`` (by first word, longest first) are keyed by folded spelling; entries whose kind
    is in ``cased`` count only where the text has a capital; ``endings`` class words that are not in
    ``words``; ``clitics`` are letters written together with the word they stand before, ``glue`` words that
    digits may follow without a space; with ``spaced`` a space sets off thousands. ``number`` makes of digits
    and the letters that follow them a class, a value, and whether it used those letters; None where the
    digits are no number.
    """

    words: Mapping[str, Entry]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]
    symbols: Mapping[str, str]
    endings: Mapping[str, Entry]
    cased: frozenset[str]
    clitics: Mapping[str, str]
    glue: frozenset[str]
    number: NumberReader
    spaced: bool


class Lexer:
    """Reads text with one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._other = Entry("", OTHER, vocabulary.symbols[OTHER])
        self._punctuation = {
            mark: Entry(mark, kind, vocabulary.symbols[kind])
            for kind, marks in _PUNCTUATION.items()
            for mark in marks
        }
        self._look = lru_cache(maxsize=20_000)(self._look_up)
        self._token = _GROUPED if vocabulary.spaced else _TOKEN

    def read(self, text: str) -> Lexed:
        """The lexemes of ``text``, in order."""
        lexemes = self._join(self._lexemes(text))
        return Lexed(text, lexemes, "".join([lexeme[2][2] for lexeme in lexemes]))

    def _lexemes(self, text: str) -> list[Lexeme]:
        look, other = self._look, self._other
        lexemes: list[Lexeme] = []
        idle = False  # whether the last lexeme was of no interest
        before, ended = "", 0  # the word before, and where it ended
        for match in self._token.finditer(text):
            word = match.group()
            start, stop = match.span()
            pieces = look(word) if stop - start <= _LONGEST else None
            if pieces and word[0].isdigit() and self._glued(text, start, before, ended):
                pieces = None
            if pieces:
                for first, last, entry in pieces:
                    lexemes.append(Lexeme(start + first, start + last, entry))
                idle = False
            elif not idle:
                lexemes.append(Lexeme(start, stop, other))
                idle = True
            before, ended = word, stop
        return lexemes

    def _glued(self, text: str, start: int, word: str, stop: int) -> bool:
        # "F16", "T-90", "x_5": digits of a name; ``word`` is what ends at ``stop`` before them.
        if not start or text[start - 1].isspace():
            return False
        if text[start - 1] in "-–‑" and start > 1 and not text[start - 2].isspace():
            earlier = re.search(rf"[{_LETTERS}\d_]{{1,32}}\Z", text[max(0, start - 33) : start - 1])
            return (
                earlier is not None and not earlier.group().isdigit() and self._look(earlier.group()) is None
            )
        return (
            stop == start
            and (word[0].isalpha() or word[0] == "_")
            and fold(word) not in self._vocabulary.glue
        )

    def _look_up(self, word: str) -> Pieces | None:
        if word[0].isdigit():
            return self._number(word)
        if len(word) == 1 and word in self._punctuation:
            return ((0, 1, self._punctuation[word]),)
        entry = self._entry(word)
        if entry is None and (pieces := self._split(word)):
            return pieces
        entry = entry or self._by_ending(word)
        return ((0, len(word), entry),) if entry else None

    def _by_ending(self, word: str) -> Entry | None:
        for ending, entry in self._vocabulary.endings.items():
            if word.endswith(ending) and len(word) > len(ending) + 1:
                return entry
        return None

    def _entry(self, word: str) -> Entry | None:
        entry = self._vocabulary.words.get(fold(word))
        if entry is None or (entry.kind in self._vocabulary.cased and not word[:1].isupper()):
            return None
        return entry

    def _number(self, word: str) -> Pieces | None:
        parts = _NUMBER.fullmatch(word)
        if parts is None:
            return None
        body, suffix = parts["body"], parts["suffix"]
        read = self._vocabulary.number(body, suffix)
        if read is None:
            return None
        kind, value, used = read
        entry = Entry(fold(word if used else body), kind, self._vocabulary.symbols[kind], value)
        if used or not suffix:
            return ((0, len(word), entry),)
        rest = self._entry(suffix)
        return ((0, len(body), entry), (len(body), len(word), rest)) if rest else None

    def _split(self, word: str) -> Pieces | None:
        # One conjunction and one preposition at most: "وبالأمس". Short words take none: "باب" is a door.
        pieces: list[tuple[int, int, Entry]] = []
        start = 0
        for _ in range(2):
            kind = self._vocabulary.clitics.get(word[start : start + 1])
            if kind is None:
                return None
            begin, start = start, start + 1
            while word[start : start + 1] and word[start] in _MARKS:
                start += 1
            rest = word[start:]
            joined = self._entry("ا" + rest) if word[begin] == "ل" and rest[:1] == "ل" else None
            if joined:  # "لليوم": preposition and article have run together
                return (*pieces, (begin, len(word), joined))
            pieces.append((begin, start, Entry(word[begin], kind, self._vocabulary.symbols[kind])))
            entry = self._entry(rest)
            if entry and len(entry.norm) > 2:
                return (*pieces, (start, len(word), entry))
        return None

    def _join(self, lexemes: list[Lexeme]) -> list[Lexeme]:
        joined: list[Lexeme] = []
        done = 0
        for index in [index for index, lexeme in enumerate(lexemes) if lexeme[2][4]]:
            found = self._phrase(lexemes, index) if index >= done else None
            if found:
                joined += lexemes[done:index]
                joined.append(found[0])
                done = index + found[1]
        return joined + lexemes[done:]

    def _phrase(self, lexemes: list[Lexeme], index: int) -> tuple[Lexeme, int] | None:
        first = lexemes[index]
        for rest, entry in self._vocabulary.phrases[first.entry.norm]:
            following = lexemes[index + 1 : index + 1 + len(rest)]
            if tuple(lexeme.entry.norm for lexeme in following) == rest:
                return Lexeme(first.start, following[-1].stop, entry), 1 + len(rest)
        return None


def phrases_of(entries: Iterable[tuple[str, Entry]]) -> dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    """Phrases (as folded words with spaces) by their first word, the longest first."""
    grouped: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for phrase, entry in entries:
        first, *rest = phrase.split()
        grouped.setdefault(first, []).append((tuple(rest), entry))
    return {first: tuple(sorted(rests, key=lambda item: -len(item[0]))) for first, rests in grouped.items()}
