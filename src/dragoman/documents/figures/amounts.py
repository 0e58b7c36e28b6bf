"""Digits and number words that make one number → one lexeme of class ``amount``.

"two and a half million", "خمسة وعشرون ألفا", "مليون ونصف مليون", "два миллиарда триста миллионов".
An amount's value is (low, high, scale): the bounds differ for "5-7 million" only; the scale is the last word
of scale.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.documents.figures.vocabulary import LARGEST, FigureGrammar, FigureRules
from dragoman.documents.lexing import Entry, Lexed, Lexeme

_DIGITS = ("number", "dotted", "year")
_STARTS = (*_DIGITS, "cardinal", "scale", "hundred", "dual", "a", "fraction", "half")
_SCALES = ("scale", "scales", "hundred")
_MOST_WORDS = 24


def compose(lexed: Lexed, grammar: FigureGrammar) -> Lexed:
    """``lexed`` with every number as one lexeme; a year alone stays a year."""
    lexemes = lexed.lexemes
    made: list[Lexeme] = []
    index = 0
    while index < len(lexemes):
        lexeme = lexemes[index]
        found = None
        if lexeme.entry.kind == "pair":
            found = _pair(lexemes, index)
        elif lexeme.entry.kind in _STARTS and not (index and _in_brackets(lexemes[index - 1], lexeme)):
            found = _Number(lexemes[index : index + _MOST_WORDS], grammar.rules).read()
        if found is None or (lexeme.entry.kind == "year" and found.used == 1):
            made.append(lexeme)
            index += 1
            continue
        last = lexemes[index + found.used - 1]
        entry = Entry("", "amount", grammar.amount, (_exact(found.low), _exact(found.high), found.scale))
        made.append(Lexeme(lexeme.start, last.stop, entry))
        index += found.used
    return Lexed(lexed.text, made, "".join([lexeme.entry.symbol for lexeme in made]))


def _in_brackets(before: Lexeme, lexeme: Lexeme) -> bool:
    """Whether this is a word of scale whose number stands in brackets before it: "(4) million"."""
    return before.entry.kind == "close" and lexeme.entry.kind in _SCALES


def _exact(number: float) -> float:
    return float(f"{number:.12g}")  # 16.4 million is not 16,399,999.999999998


@dataclass(frozen=True, slots=True)
class _Amount:
    low: float
    high: float
    scale: float
    used: int


def _pair(lexemes: list[Lexeme], index: int) -> _Amount | None:
    value = lexemes[index].entry.value
    if not isinstance(value, tuple):
        return None
    scale, used = 1.0, 1
    if index + 1 < len(lexemes) and lexemes[index + 1].entry.kind in _SCALES:
        scale, used = float(str(lexemes[index + 1].entry.value)), 2
    low, high = value[0] * scale, value[1] * scale
    return _Amount(low, high, scale, used) if high < LARGEST else None


@dataclass(slots=True)
class _Number:
    """Reads the number that begins a run of lexemes, from left to right."""

    lexemes: list[Lexeme]
    rules: FigureRules
    index: int = 0
    total: float = 0.0
    group: float = 0.0  # what stands before the next word of scale
    scale: float = 0.0  # the last word of scale; 0 before any
    taken: set[int] = field(default_factory=set)  # which powers of ten the group already has
    digits: bool = False
    before_and: tuple[int, float, float] | None = None  # where the last "and" was, and the number so far

    def read(self) -> _Amount | None:
        """The number, or None where these words begin none."""
        if not self._begin():
            return None
        while self.index < len(self.lexemes) and self._go_on():
            pass
        if self.before_and and self.group and self._kind() in _SCALES:
            # "a million and three millions": the second number is another one
            self.index, self.total, self.group = self.before_and
        value = self.total + self.group
        if self.index == 0 or value >= LARGEST:
            return None
        return _Amount(value, value, self.scale or 1.0, self.index)

    def _kind(self, ahead: int = 0) -> str:
        place = self.index + ahead
        return self.lexemes[place].entry.kind if place < len(self.lexemes) else ""

    def _value(self, ahead: int = 0) -> float:
        value = self.lexemes[self.index + ahead].entry.value
        return float(value) if isinstance(value, int | float) else 0.0

    def _begin(self) -> bool:
        kind = self._kind()
        if kind in ("a", "fraction", "half"):
            if self._kind(1) not in ("scale", "hundred"):
                return False
            self.group, self.index = self._value(), 1
            return True
        if kind in ("scale", "hundred"):
            return self.rules.bare_scale and self._take_scale()
        if kind in _DIGITS:
            self.group = self._value() / (
                1000 if kind == "dotted" and self._kind(1) in (*_SCALES, "percent") else 1
            )
            self.index, self.digits = 1, True
            return True
        return kind in ("cardinal", "dual") and self._take_word()

    def _go_on(self) -> bool:
        kind = self._kind()
        if kind in _SCALES:
            return self._take_scale()
        if kind == "plus_half":
            return self._take_half(1)
        if kind == "and":
            return self._after_and()
        if kind == "dash":
            return self._after_dash()
        if self.rules.mixed and kind == "number":
            return self._take_lower(1, 0)
        return not self.digits and not self.rules.ascending and self._take_word()

    def _after_dash(self) -> bool:
        if self.digits and self._kind(1) == "scale" and not self.scale:  # "a 10-million loan"
            self.index += 1
            return self._take_scale()
        if self.digits or self._kind(1) != "cardinal":
            return False
        if self.taken & {0} or 1 not in self.taken or not 1 <= self._value(1) <= 9:
            return False
        self.index += 1  # "twenty-five"
        return self._take_word()

    def _after_and(self) -> bool:
        kind = self._kind(1)
        if kind == "half":
            return self._take_half(2)
        if kind == "number" and self.rules.ascending:
            return self._take_lower(2, 1)
        if kind not in ("cardinal", "scale", "dual") or (self.digits and not self.scale):
            return False
        if not self.rules.ascending and (kind != "cardinal" or not (self.scale or 2 in self.taken)):
            return False
        before = self.index, self.total, self.group
        self.index += 1
        if kind == "scale":
            taken = self.rules.ascending and self._take_scale()
        else:
            self.digits = False
            taken = self._take_word()
        if taken:
            self.before_and = before
        else:
            self.index -= 1
        return taken

    def _take_word(self) -> bool:
        kind, value = self._kind(), self._value()
        if kind == "dual":  # "two thousand" in one word
            if (self.scale and value >= self.scale) or self.group:
                return False
            self.total, self.scale, self.index = self.total + value, value / 2, self.index + 1
            return True
        if kind != "cardinal" or (value <= 0 and self.group):
            return False
        powers = {power for power in range(3) if int(value) // 10**power % 10} or {0}
        if 10 <= value < 20:
            powers = {0, 1}
        if value != int(value):  # one and a half, in one word
            powers = {0, 1, 2}
        if powers & self.taken or not self._in_order(powers):
            return False
        self.taken |= powers
        self.group, self.index = self.group + value, self.index + 1
        return True

    def _in_order(self, powers: set[int]) -> bool:
        if not self.taken or max(powers) < min(self.taken):
            return True
        return self.rules.ascending and powers == {1} and 0 in self.taken and 1 not in self.taken

    def _take_scale(self) -> bool:
        value = self._value()
        if self._kind() == "hundred":
            if not 0 < self.group < 100 or self.digits:
                return False
            self.group, self.taken, self.index = self.group * value, {2}, self.index + 1
            return True
        if self._kind() == "scales" and not self.group:
            return False
        if self.scale and (value >= self.scale or (not self.group and not self.rules.bare_scale)):
            return False
        self.total += (self.group or 1.0) * value
        self.group, self.scale, self.taken, self.index = 0.0, value, set(), self.index + 1
        return True

    def _take_half(self, words: int) -> bool:
        """ "five and a half", "a million and a half (million)"."""
        if self.group:
            self.group, self.taken = self.group + 0.5, {0, 1, 2}
        elif self.scale:
            self.total += 0.5 * self.scale
            words += self._kind(words) in _SCALES and self._value(words) == self.scale
        else:
            return False
        self.index += words
        return True

    def _take_lower(self, words: int, ahead: int) -> bool:
        """ "2 million 300 thousand": digits again, with a smaller word of scale."""
        if not self.scale or self.group:
            return False
        value, after = self._value(ahead), self._kind(words)
        if after in _SCALES and self._value(words) < self.scale:
            self.total += value * self._value(words)
            self.scale, self.index = self._value(words), self.index + words + 1
            return True
        if after not in _SCALES and self.scale == 1000 and value < 1000:  # "19 thousand 706"
            self.total, self.scale, self.index = self.total + value, 1.0, self.index + words
            return True
        return False
