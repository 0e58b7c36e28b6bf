"""Whose men armed people are, where a leader owns them: قوات المخلوع علي صالح, القوات الموالية لحفتر."""

from __future__ import annotations

from dataclasses import replace

from dragoman.documents.arabic import names, phrases, words
from dragoman.documents.arabic.phrases import Phrase, Row
from dragoman.documents.grammar import load
from dragoman.types import Hit

_ARMED = frozenset({"MIL", "PRM", "REB", "UAF"})
_FREE = ("ون", "ين", "ا")  # end nouns that nobody owns: مسلحون
OUSTED = ("REB",)  # who fights for one who fell fights against the state


def led(line: Row, hit: Hit, phrase: Phrase) -> Phrase:
    """The phrase of an agent with its leader's title and name; ``former`` if he rules no more."""
    if not _ARMED.intersection(hit.sectors):
        return replace(phrase, former=False)
    owned = not line.definite(hit.start)
    former = owned and any(
        _ousted(line, at) and line.definite(at) for at in range(hit.start + 1, phrase.stop)
    )
    begin = _begin(line, hit, phrase)
    found = _leader(line, begin) if begin else None
    if found is None:
        return replace(phrase, former=former)
    country = phrase.country or found.country
    return replace(found, country=country, ids=phrase.ids, former=former or found.former)


def _begin(line: Row, hit: Hit, phrase: Phrase) -> int:
    """Where the leader would be named: behind the noun, his title, or "loyal to"; 0 where he cannot be."""
    stop = phrase.stop
    if line.norm(stop) == "ل":
        loyal = line.norm(stop - 1).removeprefix("ال") in load("ar").relational
        return stop + 1 if loyal else 0
    if stop > hit.stop:
        titled = any(line.hit(at, "title") or _ousted(line, at) for at in range(hit.stop, stop))
        return stop if titled else 0
    free = line.definite(stop - 1) or line.norm(stop - 1).endswith(_FREE) or line.hit(stop, "title")
    return 0 if free else stop


def _ousted(line: Row, at: int) -> bool:
    return line.norm(at) in words.folded("former")


def _leader(line: Row, at: int) -> Phrase | None:
    """The title and the name, or either, that begin at ``at``."""
    title = line.hit(at, "title")
    start, former = (title.stop if title else at), False
    country = title.country if title else None
    while _ousted(line, start) or (title is not None and line.hit(start, "demonym")):
        demonym = line.hit(start, "demonym")
        former, country = former or demonym is None, (demonym and demonym.country) or country
        start += 1
    person = line.hit(start, "person")
    stop = person.stop if person else start
    titled = start > at or line.hit(start - 1, "title") is not None or _ousted(line, start - 1)
    if person is None and names.begins(line.tokens, start, line.taken, titled):
        stop = names.end(line.tokens, start, line.taken, titled)
    if stop == at:
        return None
    country = country or (person.country if person else None)
    return phrases.modifiers(line, Phrase(stop, country=country, closed=True, former=former))
