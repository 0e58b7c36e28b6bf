"""Whether two names are one person's: ``match`` over Latin, Arabic and Cyrillic spellings.

A name is split into its words; titles and particles go, "Abd al-Rahman" and "Salah al-Din" become one word.
Words are paired by how they sound (``sounds``), and what stays without a partner counts against the match by
what it is: a father's name hardly, another first name heavily.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import msgspec

from dragoman import text
from dragoman.actors.sounds import ALIKE, Word, likeness, rules, unlike, usual, word
from dragoman.text import fold

LONGEST = 200  # characters of a name that are looked at
WORDS = 8  # and words
WORST = -6.0  # what a pair of different words counts at most, so that one cannot outweigh all else
LEFT_OVER = -0.6  # for each word that only one of the names has, in the logit of the score
RELATIVE = -5.0  # for another first name before the same words
TURNED = -0.6  # for another order of the words
SAME_LENGTH = 0.75  # of the consonants, for names that are compared as one word
INITIAL = 1.5  # for an initial that fits
PARTIAL = 0.45  # the score of a surname alone against a full name, at most
# Fitted on pairs of two-word names, see training/names/README.md.
BIAS, BY_ODDS, BY_CLOSENESS = -3.3, 0.2, 6.1


_DIFFERENT = (WORST, -0.5)  # the odds and the closeness of two words that are no one name
_UNSEEN = frozenset({"Mn", "Cf"})  # vowel signs and joiners
_APOSTROPHE = re.compile("[’‘ʿʾʼ`´]")
_RUN = re.compile(r"(?:[^\W\d_]|')+")


class Match(msgspec.Struct, frozen=True, gc=False):  # quicker to make than a dataclass, and there are many
    """How likely two names are one person's, whether they are taken to be, and why, in plain words."""

    score: float
    same: bool
    reasons: tuple[str, ...]


class _Pair(msgspec.Struct, frozen=True, gc=False):  # as above
    first: int
    second: int
    odds: float
    closeness: float
    initial: bool


@lru_cache(maxsize=50_000)
def words(name: str) -> tuple[Word, ...]:
    """The words of ``name`` that tell people apart, in order, spelt as written but for joined prefixes."""
    pieces = _pieces(name)
    if len(pieces) <= WORDS:
        plain = tuple(map(word, pieces))
        if _special().isdisjoint([one.folded for one in plain]):
            return plain
    found = rules()
    spelt = [(piece, fold(piece)) for piece in pieces]
    kept = [(piece, folded) for piece, folded in spelt if folded not in found.titles] or spelt
    joined: list[str] = []
    opening = ""
    for position, (piece, folded) in enumerate(kept):
        if folded in found.openings and position + 1 < len(kept):
            opening += piece
        elif folded in found.endings and joined:
            joined[-1] += piece
        elif folded not in found.particles or (position + 1 == len(kept) and not joined):
            joined.append(opening + piece)
            opening = ""
    return tuple(word(piece) for piece in joined[:WORDS])


@cache
def _special() -> frozenset[str]:
    """The words of names that do not stand for themselves."""
    found = rules()
    return found.titles | found.particles | found.openings | found.endings


def _pieces(name: str) -> list[str]:
    """The runs of letters; a hyphen, a stop or a space ends one, an apostrophe or a mark over it does not."""
    plain = name[:LONGEST]
    if plain.isascii():
        if plain.replace(" ", "").isalpha():
            return plain.split()
    else:
        composed = unicodedata.normalize("NFC", plain)
        if composed.replace(" ", "").isalpha() and not _APOSTROPHE.search(composed):
            return composed.split()
        plain = "".join(letter for letter in composed if unicodedata.category(letter) not in _UNSEEN)
    return [run for run in (found.strip("'") for found in _RUN.findall(_APOSTROPHE.sub("'", plain))) if run]


def match(a: str, b: str) -> Match:
    """How likely ``a`` and ``b`` name one person.

    Args:
        a: A person's name in Latin, Arabic or Cyrillic letters.
        b: Another, not necessarily in the same script.

    Returns:
        The score in [0, 1], whether it suffices (0.5 or more), and the reasons in plain words.
    """
    if b < a:  # which name stands first must not matter
        a, b = b, a
    first, second = words(a), words(b)
    if not first or not second:
        return Match(0.0, False, ("one of the names has no letters",))
    if first[0].folded == second[0].folded and fold(a) == fold(b):
        return Match(1.0, True, ("spelt alike",))
    return _weigh(first, second)


def score(a: str, b: str) -> float:
    """The score of ``match`` alone."""
    return match(a, b).score


def forget() -> None:
    """Empties what is remembered of names and their words: for measuring as if all were new."""
    for remembered in (words, _compared, word, usual):
        remembered.cache_clear()
    text.forget()


def hopeless(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """Whether names of these words cannot be one person's: cheap, and True only where ``match`` is near 0.

    A word of the shorter name that is like none of the other's decides, unless the names may be alike when
    written as one word.
    """
    if len(first) > len(second):
        first, second = second, first
    if any(len(one.text) == 1 for one in (*first, *second)):
        return False
    if all(any(not unlike(one, other) for other in second) for one in first):
        return False
    if len(first) == len(second):
        return True
    return unlike(*_whole(first, second))


def _weigh(first: tuple[Word, ...], second: tuple[Word, ...]) -> Match:
    pairs = _pairs(first, second)
    logit = _logit(min([pair.odds for pair in pairs]), min([pair.closeness for pair in pairs]))
    reasons = [_told(first[pair.first], second[pair.second], pair) for pair in pairs]
    equal = len(first) == len(second)
    if not equal:
        paired = {pair.first if len(first) > len(second) else pair.second for pair in pairs}
        for cost, reason in _left_over(first if len(first) > len(second) else second, paired):
            logit += cost
            reasons.append(reason)
    order = [pair.second for pair in pairs]
    if order != sorted(order):
        logit += TURNED
        reasons.append("the words stand in another order")
    score = _logistic(logit)
    if not equal:
        if len(pairs) == 1 and score > PARTIAL:
            score = PARTIAL
            reasons.append("only one word of the names is the same")
        if min(len(one.text) for one in (*first, *second)) > 1:
            whole = _as_one_word(first, second)
            if whole.score > max(score, 0.5):
                return whole
    return Match(score, score >= 0.5, tuple(reasons))


def _pairs(first: tuple[Word, ...], second: tuple[Word, ...]) -> list[_Pair]:
    """Each word of the shorter name with one of the longer, the likest first; in the order of ``first``."""
    if len(first) == len(second) == 2 and 1 not in [len(one.text) for one in first + second]:
        return _two(first, second)
    ends = (len(first) - 1, len(second) - 1)
    options = [
        _pair((i, j), ends, one, other) for i, one in enumerate(first) for j, other in enumerate(second)
    ]
    options.sort(key=lambda pair: (-pair.odds, abs(pair.first - pair.second), pair.first))
    taken: list[_Pair] = []
    firsts: set[int] = set()
    seconds: set[int] = set()
    for pair in options:
        if pair.first not in firsts and pair.second not in seconds:
            taken.append(pair)
            firsts.add(pair.first)
            seconds.add(pair.second)
    return sorted(taken, key=lambda pair: pair.first)


def _two(first: tuple[Word, ...], second: tuple[Word, ...]) -> list[_Pair]:
    """The same of two words and two without initials: the likest pair leaves the others to each other."""
    (one, last), (other, end) = first, second
    straight = _compared(one, other), _compared(last, end)
    turned = _compared(one, end), _compared(last, other)
    if max(straight)[0] >= max(turned)[0]:
        return [_Pair(0, 0, *straight[0], False), _Pair(1, 1, *straight[1], False)]
    return [_Pair(0, 1, *turned[0], False), _Pair(1, 0, *turned[1], False)]


def _pair(at: tuple[int, int], ends: tuple[int, int], one: Word, other: Word) -> _Pair:
    i, j = at
    if len(one.text) == 1 or len(other.text) == 1:
        initial, last = (i == ends[0], j == ends[1]) if len(one.text) == 1 else (j == ends[1], i == ends[0])
        surname = last and not initial  # John R. Allen is not John Roberts
        fits = not surname and likeness(word(one.text[0]), word(other.text[0])) > 1.0
        return _Pair(i, j, INITIAL, 0.8, True) if fits else _Pair(i, j, *_DIFFERENT, True)
    odds, closeness = _compared(one, other)
    return _Pair(i, j, odds, closeness, False)


@lru_cache(maxsize=100_000)
def _compared(one: Word, other: Word) -> tuple[float, float]:
    """The likeness of two words, and how near it is to what spellings of one name reach."""
    odds = likeness(one, other)
    if odds <= WORST:
        return _DIFFERENT
    if odds >= ALIKE:
        return odds, 1.0
    best = (usual(one, other.script) + usual(other, one.script)) / 2
    return odds, max(-0.5, min(1.0, odds / best))


def _left_over(longer: tuple[Word, ...], paired: set[int]) -> Iterator[tuple[float, str]]:
    """What each word that only one name has counts, and why."""
    for position, one in enumerate(longer):
        if position in paired:
            continue
        if _patronymic().search(one.text.lower()):
            yield 0.0, f"'{one.text}' is a father's name"
        elif position == 0 and len(paired) > 1:  # Bashar Hafez al-Assad is not Hafez al-Assad
            yield RELATIVE, f"another first name, '{one.text}'"
        else:
            yield LEFT_OVER, f"'{one.text}' stands in one name only"


def _as_one_word(first: tuple[Word, ...], second: tuple[Word, ...]) -> Match:
    """The names compared as if written without spaces: Abdulaziz and Abdul Aziz."""
    one, other = _whole(first, second)
    shorter, longer = sorted((len(one.skeleton), len(other.skeleton)))
    odds = likeness(one, other) if shorter >= SAME_LENGTH * longer else 0.0
    if odds <= 0:
        return Match(0.0, False, ("they do not sound alike when written as one word",))
    closeness = min(1.0, 2 * odds / (usual(one, other.script) + usual(other, one.script)))
    score = _logistic(_logit(odds, closeness))
    reason = f"'{one.text}' and '{other.text}' sound alike when written as one word"
    return Match(score, score >= 0.5, (reason,))


def _whole(first: Sequence[Word], second: Sequence[Word]) -> tuple[Word, Word]:
    return word("".join(part.text for part in first)), word("".join(part.text for part in second))


def _told(one: Word, other: Word, pair: _Pair) -> str:
    if pair.initial:
        return f"'{one.text}' and '{other.text}' {'begin alike' if pair.odds > 0 else 'begin otherwise'}"
    if one.folded == other.folded:
        return f"'{one.text}' is in both"
    if pair.closeness < 0.2:
        return f"'{one.text}' and '{other.text}' are different words"
    across = "" if one.script == other.script else " across scripts"
    how = "sound alike" if pair.closeness > 0.6 else "sound somewhat alike"
    return f"'{one.text}' and '{other.text}' {how}{across}"


@cache
def _patronymic() -> re.Pattern[str]:
    return re.compile(rules().patronymics)


def _logit(odds: float, closeness: float) -> float:
    return BIAS + BY_ODDS * odds + BY_CLOSENESS * closeness


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))
