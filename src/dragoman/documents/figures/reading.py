"""A pattern that fitted → a figure: its bounds, its unit, and what it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dragoman.documents.figures.nouns import FINDERS, words_after
from dragoman.documents.figures.vocabulary import FigureGrammar
from dragoman.documents.lexing import Lexed, Lexeme
from dragoman.documents.patterns import Found
from dragoman.types import Figure, FigureKind, Span

_ABOUT = 0.1  # "about 400" is 360 to 440
_MONEY = ("sign", "code", "currency")
_NUMBERS = ("year", "vague", "scales")
_ORDINALS = ("ordinal", "ordinal_unit", "ordinal_tens", "ordinal_before", "nth")
_JOINTS = ("to", "dash", "and", "until")
_SMALL = 10  # "the two leaders" counts nothing new, "the 400 agreements" does
_APOSTROPHES = ("'", "’")
_POUNDS = 1000  # fewer pounds than this, with no country named, are a weight


class _Bounds(NamedTuple):
    low: float | None
    high: float | None


class _Context(NamedTuple):
    found: Found
    lexed: Lexed
    grammar: FigureGrammar
    language: str


def read(found: Found, lexed: Lexed, grammar: FigureGrammar, language: str) -> list[Figure]:
    """The figures that ``found`` says: none where its number is of nothing, or of nothing new.

    There are two where what looks like a range is a change: "from 100 to 60 dollars".
    """
    reader = _READERS.get(found.read)
    return reader(_Context(found, lexed, grammar, language)) if reader else []


def _numbers(lexemes: list[Lexeme]) -> list[tuple[float, float, float]]:
    """Low, high and scale of every number, with a following "m" or "bn" worked in."""
    numbers: list[tuple[float, float, float]] = []
    for lexeme in lexemes:
        kind, value = lexeme.entry.kind, lexeme.entry.value
        if kind == "short_scale" and numbers and isinstance(value, int):
            low, high, _ = numbers[-1]
            numbers[-1] = (low * value, high * value, value)
        elif kind == "amount" and isinstance(value, tuple):
            numbers.append((value[0], value[1], value[2]))
        elif kind in _NUMBERS and isinstance(value, int | float):
            least = float(value) * (2 if kind == "scales" else 1)  # "millions" are two at least
            numbers.append((least, least, 1.0))
    return numbers


def _bounds(lexemes: list[Lexeme]) -> _Bounds | None:
    """The bounds that words and numbers give; None where a number became another."""
    numbers = _numbers(lexemes)
    kinds = {lexeme.entry.kind for lexeme in lexemes}
    low, high = numbers[0][0], numbers[-1][1]
    if len(numbers) > 1:
        scale = numbers[-1][2]  # "5 to 7 million"
        low = low * scale if numbers[0][2] == 1 and low * scale < high else low
        if low >= high or "since" in kinds:
            return None
    if kinds & {"more", "over", "or_more", "plus", "vague", "scales"}:
        return _Bounds(low, None)
    if "less" in kinds or (len(numbers) == 1 and "until" in kinds):
        return _Bounds(None, high)
    if "about" in kinds and len(numbers) == 1:
        return _Bounds(_rounded(low * (1 - _ABOUT)), _rounded(high * (1 + _ABOUT)))
    return _Bounds(low, high)


def _rounded(number: float) -> float:
    return float(f"{number:.6g}")


def _figures(lexemes: list[Lexeme], kind: FigureKind, unit: str, about: Span | None = None) -> list[Figure]:
    if not _numbers(lexemes):
        return []
    bounds = _bounds(lexemes)
    if bounds is None:
        return _apart(lexemes, kind, unit)
    span = Span(lexemes[0].start, lexemes[-1].stop)
    return [Figure(span=span, kind=kind, low=bounds.low, high=bounds.high, unit=unit, about=about)]


def _apart(lexemes: list[Lexeme], kind: FigureKind, unit: str) -> list[Figure]:
    joints = [place for place, lexeme in enumerate(lexemes) if lexeme.entry.kind in _JOINTS]
    if not joints:
        return []
    return [
        figure
        for part in (lexemes[: joints[-1]], lexemes[joints[-1] + 1 :])
        for figure in _figures(part, kind, unit)
    ]


def _first(found: Found, kinds: tuple[str, ...]) -> str:
    return next((str(lexeme.entry.value) for lexeme in found.lexemes if lexeme.entry.kind in kinds), "")


def _money(context: _Context) -> list[Figure]:
    lexemes = context.found.lexemes
    units = [str(lexeme.entry.value) for lexeme in lexemes if lexeme.entry.kind in _MONEY]
    unit = next((unit for unit in units if unit.isupper()), units[0])
    numbers = _numbers(lexemes)
    weight = unit == "pound" and numbers and numbers[-1][1] < _POUNDS
    return _figures(lexemes, "measure" if weight else "money", unit)


def _percent(context: _Context) -> list[Figure]:
    return _figures(context.found.lexemes, "percent", "percent")


def _measure(context: _Context) -> list[Figure]:
    unit = _first(context.found, ("measure",)) or "pound"
    return _figures(context.found.lexemes, "measure", unit)


def _ordinal(context: _Context) -> list[Figure]:
    lexemes = context.found.lexemes
    occasion = next(lexeme for lexeme in lexemes if lexeme.entry.kind == "occasion")
    parts = [lexeme.entry.value for lexeme in lexemes if lexeme.entry.kind in _ORDINALS]
    value = sum(float(part) for part in parts if isinstance(part, int))  # "the second and seventieth"
    value = value or next((low for low, *_ in _numbers(lexemes)), 0.0)
    if not value or not _close(lexemes, context.lexed.text):
        return []
    span, about = Span(lexemes[0].start, lexemes[-1].stop), Span(occasion.start, occasion.stop)
    return [Figure(span=span, kind="ordinal", low=value, high=value, unit="ordinal", about=about)]


def _close(lexemes: list[Lexeme], text: str) -> bool:
    """Whether at most one word of no class stands between the ordinal and what it numbers."""
    words = text[lexemes[0].start : lexemes[-1].stop].split()
    return len(words) <= sum(lexeme.entry.kind != "other" for lexeme in lexemes) + 1


def _count(context: _Context) -> list[Figure]:
    found, grammar, text = context.found, context.grammar, context.lexed.text
    numbers = _numbers(found.lexemes)
    before = context.lexed.lexemes[found.first - 1].entry.kind if found.first else ""
    if not numbers or _named(found, numbers[-1][1], before) or _share(context, before):
        return []
    start = found.lexemes[-1].stop
    vague = found.read == "vague" or bool(found.values("vague"))
    counted = FINDERS[context.language](text, start, grammar, numbers[-1][1], vague)
    if counted is None:
        return _victims(context, before, start)
    owned = text[counted.span.stop : counted.span.stop + 2].lstrip()[:1]
    named = text[counted.span.start].isupper() and owned in _APOSTROPHES  # the 2017 Women's Games
    if (named or not counted.listed) and any(lexeme.entry.kind == "year" for lexeme in found.lexemes):
        return []
    figures = _figures(found.lexemes, "count", counted.lemma, counted.span)
    return [*figures[:-1], _with_noun(figures[-1], counted.span, context)] if figures else []


def _with_noun(figure: Figure, about: Span, context: _Context) -> Figure:
    """The figure with its noun in the span, and with an "at least" that follows it."""
    low, high, stop = figure.low, figure.high, about.stop
    place = context.found.last
    lexemes = context.lexed.lexemes
    while place < len(lexemes) and lexemes[place].start < about.stop:
        place += 1
    if place < len(lexemes) and lexemes[place].entry.kind in ("at_least", "at_most"):
        gap = context.lexed.text[about.stop : lexemes[place].start]
        if gap.isspace():
            stop = lexemes[place].stop
            low, high = (low, None) if lexemes[place].entry.kind == "at_least" else (None, high)
    span = Span(figure.span.start, stop)
    return Figure(span=span, kind="count", low=low, high=high, unit=figure.unit, about=about)


def _named(found: Found, number: float, before: str) -> bool:
    """Whether a small number only repeats what is known, or is part of a name."""
    kinds = {lexeme.entry.kind for lexeme in found.lexemes}
    if before in ("slash", "hash", "colon"):
        return True
    if number > _SMALL or kinds & {"more", "less", "about", "between", "until"}:
        return False
    return before == "definite" or "over" in kinds


def _share(context: _Context, before: str) -> bool:
    """Whether this is the second number of "one in five" or "nine out of ten"."""
    place = context.found.first - 2
    return before == "ratio" and place >= 0 and context.lexed.lexemes[place].entry.kind == "amount"


def _victims(context: _Context, before: str, start: int) -> list[Figure]:
    """ "killing at least 12" and no noun: people."""
    lexemes = context.found.lexemes
    follows = next(words_after(context.lexed.text, start), None)
    alone = follows is None or follows.norm in context.grammar.stops or follows.norm[:1] == "و"
    doubtful = any(lexeme.entry.kind in ("year", "vague", "scales") for lexeme in lexemes)
    return _figures(lexemes, "count", "person") if before == "casualty" and alone and not doubtful else []


def _dual(context: _Context) -> list[Figure]:
    lexeme = context.found.lexemes[0]
    span = Span(lexeme.start, lexeme.stop)
    return [Figure(span=span, kind="count", low=2.0, high=2.0, unit=str(lexeme.entry.value), about=span)]


_READERS: dict[str, Callable[[_Context], list[Figure]]] = {
    "money": _money,
    "percent": _percent,
    "measure": _measure,
    "ordinal": _ordinal,
    "count": _count,
    "vague": _count,
    "dual": _dual,
}
