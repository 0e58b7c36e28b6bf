"""``data/languages/<iso>/figures.yml`` → what finds the words that say how much and how many."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial
from typing import Literal

from dragoman.documents.lexing import Lexer, NumberReader, Value
from dragoman.documents.patterns import Patterns, Rules, build
from dragoman.resources import language_file, read_yaml
from dragoman.text import fold

LANGUAGES = ("en", "ar", "ru")
LARGEST = 10**15  # a larger number is a number of something else: an account, a telephone

_KINDS = ("number", "dotted", "year", "pair", "nth", "amount")
_PAIR = re.compile(r"(\d[^\-–]*)[\-–](\d[^\-–]*)")
_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009")
_WHOLE = re.compile(r"\d+")
_THOUSANDS = {mark: re.compile(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+") for mark in ".,٬،"}
_DECIMAL = {mark: re.compile(rf"\d+{re.escape(mark)}\d+") for mark in ".,٫،"}
_YEARS = range(1900, 2100)

Read = tuple[str, Value]


class FigureRules(Rules, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The figure grammar of a language; the keys are explained in ``en/figures.yml``."""

    decimal: Literal[".", ","]
    ordinal_suffixes: frozenset[str] = frozenset()
    ascending: bool
    bare_scale: bool
    mixed: bool
    nouns: dict[str, list[str]]
    stops: frozenset[str]
    uncounted: frozenset[str]
    victims: frozenset[str]
    adjectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureGrammar:
    """What reads the figures of one language. All words are folded; ``symbols`` are by class."""

    rules: FigureRules
    lexer: Lexer
    patterns: Patterns
    amount: str
    lemmas: dict[str, str]
    stops: frozenset[str]
    uncounted: frozenset[str]
    victims: frozenset[str]


@cache
def load(language: str) -> FigureGrammar:
    """The grammar of ``language``, one of ``LANGUAGES``.

    Raises:
        ResourceError: its file is missing or broken.
    """
    rules = read_yaml(language_file(language, "figures.yml"), FigureRules)
    reader: NumberReader = partial(read_number, rules=rules)
    lexer, patterns = build(rules, reader, _KINDS)
    return FigureGrammar(
        rules,
        lexer,
        patterns,
        amount=patterns.compile("amount").pattern,
        lemmas={fold(form): fold(lemma) for lemma, forms in rules.nouns.items() for form in forms},
        stops=frozenset(map(fold, rules.stops)),
        uncounted=frozenset(map(fold, rules.uncounted)),
        victims=frozenset(map(fold, rules.victims)),
    )


def read_number(body: str, suffix: str, rules: FigureRules) -> tuple[str, Value, bool] | None:
    """The class and value of digits ``body`` followed by letters ``suffix``; None where they are no count."""
    if suffix and fold(suffix) in rules.ordinal_suffixes:
        return ("nth", int(body), True) if _WHOLE.fullmatch(body) and len(body) <= 4 else None
    pair = _PAIR.fullmatch(body)
    if pair is None:
        found = _single(body, rules.decimal)
        return (*found, False) if found else None
    low, high = (_single(part, rules.decimal) for part in pair.groups())
    if low is None or high is None or "dotted" in (low[0], high[0]):
        return None
    ends = (_float(low[1]), _float(high[1]))
    years = low[0] == high[0] == "year" or (low[0] == "year" and ends[1] < 100)
    return None if ends[0] >= ends[1] or years else ("pair", ends, False)


def _float(value: Value) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _single(body: str, decimal: str) -> Read | None:
    body = body.translate(_SPACES)
    if len(body) > 20 or (body[0] in "0٠۰" and len(body) > 1 and body[1:2].isdecimal()):
        return None
    if _WHOLE.fullmatch(body):
        number = int(body)
        if number >= LARGEST:
            return None
        return ("year", number) if len(body) == 4 and number in _YEARS else ("number", number)
    return _grouped(body, decimal) or _fraction(body, decimal)


def _grouped(body: str, decimal: str) -> Read | None:
    """1,500 and 1.500.000: thousands set off by a mark. One dot may be either where commas are decimal."""
    whole = body
    for mark in ".," if decimal == "." else ",.":
        head, _, tail = body.rpartition(mark)
        if head and tail.isdecimal() and any(other in head for other in ".," if other != mark):
            whole, fraction = head, tail  # 1,500.25
            inner = _grouped(whole, decimal)
            return ("number", _float(inner[1]) + int(fraction) / 10 ** len(fraction)) if inner else None
    for mark, pattern in _THOUSANDS.items():
        if not pattern.fullmatch(whole):
            continue
        if mark == "." and decimal == "." and whole.count(".") == 1:
            return None
        number = int("".join(filter(str.isdecimal, whole)))
        doubtful = mark != "٬" and whole.count(mark) == 1 and (mark == "." or decimal == ",")
        return ("dotted" if doubtful else "number"), number
    return None


def _fraction(body: str, decimal: str) -> Read | None:
    for mark, pattern in _DECIMAL.items():
        if pattern.fullmatch(body) and not (mark == "," and decimal == "."):
            head, _, tail = body.partition(mark)
            return "number", int(head) + int(tail) / 10 ** len(tail)
    return None
