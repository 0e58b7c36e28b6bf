"""What a title leads to with a preposition: ل, باسم, ب, في, لدى and a body."""

from __future__ import annotations

from dataclasses import replace

from dragoman.documents.arabic import phrases, words
from dragoman.documents.arabic.phrases import Phrase, Row
from dragoman.documents.grammar import load


def complement(line: Row, phrase: Phrase, place: bool) -> Phrase:
    """The phrase with ل, باسم, ب, في, لدى and the body they lead to; a mere place gives no country.

    Twice, for bodies have heads: الممثل الخاص للأمين العام للأمم المتحدة.
    """
    once = _complement(line, phrase, place)
    return _complement(line, once, place) if once.stop > phrase.stop else once


def _complement(line: Row, phrase: Phrase, place: bool) -> Phrase:
    begin = _led_to(line, phrase.stop, place)
    found = phrases.owner(line, begin) if begin else None
    if found is None:
        return phrase
    if not (line.norm(phrase.stop) == "ل" or found.known or line.norm(begin) in words.folded("places")):
        return phrase
    found = phrases.modifiers(line, found)
    located = place and line.hit(begin, "country") and line.norm(phrase.stop) != "ل"
    return replace(
        phrase,
        stop=found.stop,
        country=phrase.country or (None if located else found.country),
        sectors=phrase.sectors or found.sectors,
        ids=phrase.ids or found.ids,
        known=phrase.known or found.known,
    )


def _led_to(line: Row, at: int, place: bool) -> int:
    """Where the noun after the preposition at ``at`` begins, if the preposition can go on a title; else 0."""
    norm = line.norm(at)
    if line.tag(at) != "ADP" or norm not in words.folded("prepositions_of_titles"):
        return 0
    if norm == "ب" and line.norm(at + 1) == "اسم":
        return at + 2
    if norm == "ل":
        group = line.hit(at + 1, "group") or line.norm(at + 1) in words.folded("group_words")
        return at + 1 if group or line.norm(at - 1) in words.folded("office_adjectives") else 0
    if place:
        return at + 1
    if norm != "ب":
        return 0
    state = line.norm(at + 1) in words.folded("state_words") and line.hit(at + 2, "country")
    return at + 1 if state or line.hit(at + 1, "agent", "organisation") else 0


def loyalty(line: Row, stop: int) -> str | None:
    """The country of whom somebody sides with: القوات الموالية *للرئيس اليمني*; None where none is told."""
    adjective = line.norm(stop - 1).removeprefix("ال")
    if line.norm(stop) != "ل" or adjective not in load("ar").relational:
        return None
    found = phrases.owner(line, stop + 1)
    return phrases.modifiers(line, found).country if found is not None else None
