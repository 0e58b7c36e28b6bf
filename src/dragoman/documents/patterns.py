"""Small grammars in YAML: words by class, and patterns over the classes.

A pattern is a regular expression whose atoms are class names: ``day month ( comma? year )?``. White space
means nothing, a name of ``define`` stands for its definition, look-around works as in ``re``, and no group
captures. Patterns are tried in the order of the file; the first that fits at a place wins. None may hold
``+`` or ``*``, so that none can take long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

import msgspec

from dragoman.documents.lexing import (
    BUILT_IN,
    OTHER,
    Entry,
    Lexed,
    Lexeme,
    Lexer,
    NumberReader,
    Vocabulary,
    phrases_of,
)
from dragoman.errors import ResourceError
from dragoman.text import fold

Words = dict[str, dict[str | int | float, list[str]]]

_NAME = re.compile(r"[a-z][a-z_0-9]*")
_ATOM = re.compile(r"(?P<group>\(\?(?:[:=!]|<[=!]))|[\ue000-\uf8ff]")
_FIRST_SYMBOL = 0xE000  # private use, so that no symbol means anything to re


class Rules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A grammar file. ``names`` is written by a script from CLDR, ``words`` by hand; they are read as one.

    A word that neither has belongs to the class that ``endings`` gives its ending, if any. A pattern is a
    mapping of one key, the name of what reads it, to what to look for.
    """

    words: Words
    patterns: list[Annotated[dict[str, str], msgspec.Meta(min_length=1, max_length=1)]]
    names: Words = {}
    endings: dict[str, str] = {}
    define: dict[str, str] = {}
    cased: frozenset[str] = frozenset()
    clitics: dict[str, str] = {}
    glue: frozenset[str] = frozenset()
    grouped_by_spaces: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern that fitted: ``lexemes[first:last]``, and the name of what reads it."""

    read: str
    first: int
    last: int
    lexemes: list[Lexeme]

    def values(self, kind: str) -> list[object]:
        """What the words of class ``kind`` mean, in order."""
        return [lexeme.entry.value for lexeme in self.lexemes if lexeme.entry.kind == kind]


class Patterns:
    """Finds the patterns of one grammar in lexed text."""

    def __init__(self, rules: Rules, symbols: Mapping[str, str]) -> None:
        known = dict(symbols)
        for name, text in rules.define.items():  # a definition may use those before it
            known[name] = f"(?:{compiled(text, known)})"
        self._known = known
        pairs = [pair for pattern in rules.patterns for pair in pattern.items()]
        self._reads = [read for read, _ in pairs]
        alternatives: dict[str, list[str]] = {}  # by the symbol that they may begin with
        for index, (_, find) in enumerate(pairs):
            pattern = compiled(find, known)
            for symbol in sorted(_beginnings(pattern, 0)[0]):
                alternatives.setdefault(symbol, []).append(f"(?P<p{index}>{pattern})")
        self._by_symbol = {symbol: re.compile("|".join(parts)) for symbol, parts in alternatives.items()}
        self._begin = re.compile(f"[{''.join(sorted(alternatives))}]")

    def find(self, lexed: Lexed) -> Iterator[Found]:
        """What fits, from left to right, never overlapping."""
        symbols, done = lexed.symbols, 0
        for place in self._begin.finditer(symbols):
            first = place.start()
            match = self._by_symbol[symbols[first]].match(symbols, first) if first >= done else None
            if match and match.lastgroup and match.end() > first:
                done = match.end()
                yield Found(self._reads[int(match.lastgroup[1:])], first, done, lexed.lexemes[first:done])

    def compile(self, pattern: str) -> re.Pattern[str]:
        """A pattern of the program's own, over the same classes and definitions."""
        return re.compile(compiled(pattern, self._known))


def _beginnings(pattern: str, index: int) -> tuple[set[str], bool, int]:
    """The symbols that ``pattern`` may begin with from ``index``, whether it may be empty, where it ends."""
    begin: set[str] = set()
    empty = False
    open_end = True  # whether all before this place in the alternative may be empty
    while index < len(pattern) and pattern[index] != ")":
        if pattern[index] == "|":
            empty, open_end, index = empty or open_end, True, index + 1
            continue
        atom = _ATOM.match(pattern, index)
        if atom is None:
            raise ResourceError(f"pattern {pattern!r}: {pattern[index]!r} has no meaning here")
        inner, skippable, index = {atom.group()}, False, atom.end()
        if atom["group"]:
            inner, skippable, index = _beginnings(pattern, index)
            index += 1
            if atom["group"] != "(?:":  # looking around uses up nothing
                inner, skippable = set(), True
        if pattern[index : index + 1] == "?":
            skippable, index = True, index + 1
        if open_end:
            begin, open_end = begin | inner, skippable
    return begin, empty or open_end, index


def compiled(pattern: str, known: Mapping[str, str]) -> str:
    """``pattern`` with every name replaced by what it stands for, and white space gone."""
    if "+" in pattern or "*" in pattern:
        raise ResourceError(f"pattern {pattern!r}: no unbounded repeats")
    unknown = sorted(set(_NAME.findall(pattern)) - known.keys())
    if unknown:
        raise ResourceError(f"pattern {pattern!r}: no class or definition is called {', '.join(unknown)}")
    named = _NAME.sub(lambda match: known[match.group()], pattern)
    return re.sub(r"\((?!\?)", "(?:", "".join(named.split()))


def build(rules: Rules, number: NumberReader, number_kinds: Iterable[str]) -> tuple[Lexer, Patterns]:
    """The lexer and the patterns of ``rules``; ``number`` reads digits as one of ``number_kinds``.

    Raises:
        ResourceError: a word stands in two classes, or a pattern uses a class that is not there.
    """
    kinds = [*BUILT_IN, *number_kinds, *rules.clitics.values(), *rules.names, *rules.words]
    symbols = {kind: chr(_FIRST_SYMBOL + n) for n, kind in enumerate(dict.fromkeys(kinds))}
    words: dict[str, Entry] = {}
    phrases: dict[str, Entry] = {}
    for kind, value, form in _forms(rules):
        norm = " ".join(fold(part) for part in form.split())
        entry = Entry(norm, kind, symbols[kind], value)
        table = phrases if " " in norm else words
        if table.setdefault(norm, entry) != entry:
            raise ResourceError(f"{form!r} is both {table[norm].kind} and {kind}")
    for part in sorted({part for phrase in phrases for part in phrase.split()} - words.keys()):
        words[part] = Entry(part, OTHER, symbols[OTHER])
    for first in {phrase.split()[0] for phrase in phrases}:
        words[first] = words[first]._replace(leads=True)
    vocabulary = Vocabulary(
        words=words,
        phrases=phrases_of(phrases.items()),
        symbols=symbols,
        endings={ending: Entry("", kind, symbols[kind]) for ending, kind in rules.endings.items()},
        cased=rules.cased,
        clitics=rules.clitics,
        glue=rules.glue,
        number=number,
        spaced=rules.grouped_by_spaces,
    )
    return Lexer(vocabulary), Patterns(rules, symbols)


def _forms(rules: Rules) -> Iterator[tuple[str, str | int | float, str]]:
    for group in (rules.names, rules.words):
        for kind, values in group.items():
            for value, forms in values.items():
                for form in forms:
                    yield kind, value, form
