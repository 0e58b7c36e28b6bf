"""Words before a number that say how exact it is: *more than* fifty men, *at least* a dozen villages."""

from __future__ import annotations

from dragoman.documents.english import words
from dragoman.documents.english.lemmas import lemma
from dragoman.documents.english.rows import Row

_LONGEST = 3  # words of such a phrase
_OPENERS = frozenset({"VERB", "ADP", "PUNCT", "CCONJ", "SCONJ"})
_INSIDE = frozenset({"NUM", "ADJ"})
_THINGS = frozenset({"NOUN", "PROPN"})


def find(row: Row) -> set[int]:
    """The words of ``row`` that only say about how many of something there are."""
    found = {at for at in range(len(row.norms)) if _at_least(row, at)}
    for at in range(len(row.norms)):
        length = next((size for size in range(_LONGEST, 0, -1) if _bounds(row, at, size)), 0)
        found.update(range(at, at + length))
    return found


def _at_least(row: Row, at: int) -> bool:
    """Whether the word at ``at`` belongs to *at least* or *at most* before a number."""
    if row.norm(at) in ("least", "most"):
        return row.norm(at - 1) == "at" and row.tag(at + 1) in ("NUM", "DET", "NOUN")
    return row.norm(at) == "at" and row.norm(at + 1) in ("least", "most") and _at_least(row, at + 1)


def _bounds(row: Row, at: int, size: int) -> bool:
    lists = words.load()
    phrase, number = " ".join(row.norms[at : at + size]), at + size
    if phrase in lists.bounds:
        return _number(row, number)
    return phrase in lists.loose_bounds and _many_things(row, number) and _free(row, at)


def _number(row: Row, at: int) -> bool:
    dozen = row.norm(at) == "a" and row.norm(at + 1) in words.load().counts
    return row.tag(at) == "NUM" or dozen


def _many_things(row: Row, at: int) -> bool:
    """Whether a number of things stands at ``at``, no hour, year or length of time, nor two or three."""
    lists = words.load()
    if not _number(row, at) or row.norm(at) in lists.few:
        return False
    at += 1
    while row.tag(at) in _INSIDE or row.norm(at) in lists.counts:
        at += 1
    return row.tag(at) in _THINGS and not {row.norm(at), lemma(row.norm(at), False)} & lists.lengths


def _free(row: Row, at: int) -> bool:
    """Whether nothing before takes the word for a preposition: *talk* about, *was arrested* over."""
    if at and row.tag(at - 1) not in _OPENERS:
        return False
    if row.tag(at - 1) != "VERB":
        return True
    lists = words.load()
    passive = row.norm(at - 2) in lists.be | lists.get
    return not passive and lemma(row.norm(at - 1), True) not in lists.topical
