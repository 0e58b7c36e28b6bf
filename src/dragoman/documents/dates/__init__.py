"""Words that say when, as intervals of days.

What is found: days, months, years, decades, parts of them ("early 2014"), ranges ("23 July until 26 July"),
weekdays, today and its like, "last month", "two days ago", "since 2014". An expression that no publication
date settles ("the past few years", "two days later") is kept with its words and without days. What follows
``since`` runs to the day of the report, if that is known; ``until`` alone names its own day.

Not found, on purpose: times of day, seasons, holidays, years without a word that shows them to be years,
years of two digits, dates of the Hijri and other calendars.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dragoman.documents.dates.intervals import Interval, resolve
from dragoman.documents.dates.moments import Moment, Tense, read
from dragoman.documents.dates.vocabulary import LANGUAGES, DateGrammar, load
from dragoman.documents.lexing import Lexed
from dragoman.types import DateExpression, Span

__all__ = ["LANGUAGES", "find_dates"]

_REACH = 40  # how many words of the grammar are searched on either side for a verb
_CLOSE = 5
_OPENING = 12  # code points that "On" or "By next" may take before words that begin a sentence


def find_dates(text: str, language: str, reference: date | None) -> list[DateExpression]:
    """The date expressions of ``text`` in order, never overlapping.

    Args:
        text: any text; spans are code points of it.
        language: ISO 639-1; a language without a grammar has no date expressions.
        reference: the day the text was written or published; None where it is not known.

    Returns:
        Expressions with the days they mean, or with start and end None where those cannot be known.
    """
    if language not in LANGUAGES:
        return []
    grammar = load(language)
    lexed = grammar.lexer.read(text)
    return [_expression(moment, reference) for moment in _moments(lexed, grammar, reference)]


def _expression(moment: Moment, reference: date | None) -> DateExpression:
    span = Span(moment.start, moment.stop)
    interval = resolve(moment, reference)
    if interval is None:
        return DateExpression(span=span, start=None, end=None, granularity=moment.granularity)
    return DateExpression(span=span, start=interval.start, end=interval.end, granularity=interval.granularity)


def _moments(lexed: Lexed, grammar: DateGrammar, reference: date | None) -> Iterator[Moment]:
    waiting: Moment | None = None
    for found in grammar.patterns.find(lexed):
        for moment in read(found):
            tensed = replace(moment, tense=_tense(lexed, grammar, moment))
            joined = _joined(waiting, tensed, lexed, grammar) if waiting else None
            if waiting and joined is None:
                yield _since(waiting, lexed, grammar, reference)
            waiting = joined or tensed
    if waiting:
        yield _since(waiting, lexed, grammar, reference)


def _tense(lexed: Lexed, grammar: DateGrammar, moment: Moment) -> Tense | None:
    """The time of the last verb before the words; of the next one where the words begin the sentence.

    A past tense counts only close to the words: further off it is another verb's.
    """
    before = lexed.symbols[max(0, moment.first - _REACH) : moment.first]
    if grammar.due.match(before[-1:]) or grammar.since.match(before[-1:]):
        return "future" if grammar.due.match(before[-1:]) else "since"
    sentence = grammar.sentence_end.split(before)[-1]
    verbs = list(grammar.verbs.finditer(sentence))
    if not verbs and moment.start - lexed.lexemes[moment.first - len(sentence)].start <= _OPENING:
        after = grammar.clause_end.split(lexed.symbols[moment.last : moment.last + _REACH])[0]
        verb = grammar.verbs.search(after)
        return "future" if verb and verb.group() == grammar.will else None
    if verbs and verbs[-1].group() == grammar.will:
        return "future"
    close = verbs and verbs[-1].group() == grammar.done and len(sentence) - verbs[-1].start() <= _CLOSE
    return "past" if close else None


def _joined(left: Moment, right: Moment, lexed: Lexed, grammar: DateGrammar) -> Moment | None:
    """One range of two neighbours: "23 July until 26 July", "between 3 May and 5 June"."""
    if left.kind != "calendar" or right.kind != "calendar" or left.part or right.part:
        return None
    gap = lexed.symbols[left.last : right.first]
    opened = left.first > 0 and grammar.opener.fullmatch(lexed.symbols[left.first - 1]) is not None
    if not (grammar.joiner.fullmatch(gap) or (opened and grammar.closer.fullmatch(gap))):
        return None
    if left.granularity != right.granularity:
        return None
    first = left.first - 1 if opened else left.first
    return Moment(
        kind="range",
        first=first,
        last=right.last,
        start=lexed.lexemes[first].start,
        stop=right.stop,
        ends=(left, right),
    )


def _since(moment: Moment, lexed: Lexed, grammar: DateGrammar, reference: date | None) -> Moment:
    """``moment`` drawn out to the day of the report where "since" stands before it."""
    since = moment.first > 0 and grammar.since.fullmatch(lexed.symbols[moment.first - 1])
    if not since or reference is None or moment.kind not in ("calendar", "unit", "ago", "decade"):
        return moment
    begin = resolve(moment, reference)
    if begin is None or begin.start >= reference:
        return moment
    today = replace(moment, kind="calendar", year=reference.year, month=reference.month, day=reference.day)
    ends = (_fixed(moment, begin), replace(today, part=None))
    start = lexed.lexemes[moment.first - 1].start
    return replace(moment, kind="range", first=moment.first - 1, start=start, ends=ends)


def _fixed(moment: Moment, interval: Interval) -> Moment:
    day = interval.start
    return replace(moment, kind="calendar", year=day.year, month=day.month, day=day.day, part=None)
