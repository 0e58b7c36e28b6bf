"""Titles and ranks: how far one goes, and the country and sector it gives."""

from __future__ import annotations

from dataclasses import replace

from dragoman.documents.arabic import phrases, words
from dragoman.documents.arabic.complements import complement
from dragoman.documents.arabic.phrases import Phrase, Row
from dragoman.types import Hit

_FORMER = ("ELI",)
_LONGEST_CHAIN = 8
_AFTER_RANK = frozenset(
    {"اول", "ركن", "الركن", "الملكي", "الاول", "السمو", "المعالي", "السعادة", "الله", "السيد"}
)
_MEN = ("ون", "ين")  # end plurals of people


def bare(norm: str) -> str:
    """The word without its article."""
    return norm[2:] if norm.startswith("ال") and len(norm) > 3 else norm


def is_rank(line: Row, at: int) -> bool:
    """Whether a rank or form of address stands at ``at`` (الدكتور, اللواء, سمو)."""
    return bare(line.norm(at)) in words.folded("ranks") and line.tag(at) in {"NOUN", "ADJ", "PROPN"}


def title(line: Row, at: int) -> tuple[Phrase, bool] | None:
    """The title at ``at`` as a phrase with what follows it, and whether it is a plural."""
    hit = line.hit(at, "title")
    norm = line.norm(at)
    if hit is not None:
        if adjectival(line, at, hit.stop):
            return None
        last = hit.stop - 1
        town = line.norm(last) in words.folded("places") or (hit.country is not None and last > at)
        closed = town or line.definite(last)
        phrase = Phrase(hit.stop, country=hit.country, sectors=hit.sectors, closed=closed)
        plural = hit.plural and bare(norm) not in words.folded("title_heads")
        return _whole_title(line, at, phrase), plural
    many = words.sectors("role_plurals").get(norm)
    if many is not None and line.tag(at) == "NOUN" and at not in line.taken:
        phrase = Phrase(at + 1, sectors=many, closed=line.definite(at))
        return _whole_title(line, at, phrase), True
    if norm in words.folded("role_nouns") and line.tag(at) == "NOUN":
        stop = at + 2 if line.suffixed(at) else at + 1
        phrase = phrases.modifiers(line, Phrase(stop, closed=True))
        return phrases.modifiers(line, complement(line, phrase, place=False)), False
    if norm in words.folded("title_heads") and line.tag(at) == "NOUN" and at not in line.taken:
        phrase = _whole_title(line, at, Phrase(at + 1))
        return (phrase, norm in words.folded("plural_heads")) if phrase.closed and phrase.known else None
    if is_rank(line, at):
        return Phrase(at + 1, closed=line.definite(at)), False
    return None


def _whole_title(line: Row, at: int, phrase: Phrase) -> Phrase:
    """The title with owner, adjectives, demonym and complement."""
    if line.suffixed(phrase.stop - 1):
        return phrases.modifiers(line, replace(phrase, stop=phrase.stop + 1, closed=True))
    if not phrase.closed:
        phrase = _owned(line, at, phrase)
    phrase = phrases.modifiers(line, phrase)
    if phrase.closed and phrase.stop > at + 1:
        phrase = phrases.joined(line, phrase)
    place = line.norm(at) in words.folded("titles_with_place")
    if phrase.closed or place:
        phrase = phrases.modifiers(line, _generic(line, at, phrase, place))
    return replace(phrase, sectors=_FORMER) if phrase.former else phrase


def _owned(line: Row, at: int, phrase: Phrase) -> Phrase:
    found = phrases.owner(line, phrase.stop)
    if found is None:
        return phrase
    sectors = phrase.sectors or (found.sectors if is_rank(line, at) else ())
    if bare(line.norm(at)) in words.folded("generic_titles") and phrase.stop == at + 1:
        sectors = found.sectors
    return replace(found, country=phrase.country or found.country, sectors=sectors, ids=())


def _generic(line: Row, at: int, phrase: Phrase, place: bool) -> Phrase:
    """The title with ل or باسم and a body, whose sector a generic title takes over."""
    if bare(line.norm(at)) not in words.folded("generic_titles"):
        return replace(complement(line, phrase, place), sectors=phrase.sectors, ids=())
    found = complement(line, replace(phrase, sectors=()), place)
    return replace(found, sectors=found.sectors or phrase.sectors, ids=())


def adjectival(line: Row, at: int, stop: int) -> bool:
    """Whether a one-word title or agent is an adjective here: المجال العسكري, الحزب الحاكم."""
    if stop - at > 1:
        return False
    if line.tag(at) in {"ADJ", "VERB", "ADP"}:
        return True
    norm, before = line.norm(at), line.norm(at - 1)
    if before in {"غير", "الغير"}:
        return True
    if (
        at - 1 in line.taken
        and not before.startswith("ال")
        and norm[-2:] == before[-2:]
        and norm.endswith(_MEN)
    ):
        return True  # متظاهرون غاضبون
    if line.tag(at - 1) not in {"NOUN", "ADJ"} or not before.startswith("ال") or is_rank(line, at):
        return False
    if norm in {"الرئيس", "الرئيسة"}:
        if before in words.folded("weekdays") or line.hit(at + 1, "demonym", "person"):
            return False
        return at - 1 not in line.taken  # التحدي الرئيس
    return bare(norm).startswith("م") and _agree(norm, before)


def _agree(one: str, other: str) -> bool:
    return all(one.endswith(ending) == other.endswith(ending) for ending in ("ة", "ون", "ين", "ات"))


def ranks(line: Row, at: int) -> int:
    """Where a chain of ranks ends: صاحب السمو الملكي الأمير, الفريق أول ركن."""
    stop = at
    while stop - at < _LONGEST_CHAIN and (
        is_rank(line, stop) or (stop > at and line.norm(stop) in _AFTER_RANK)
    ):
        hit = line.hit(stop, "title")
        stop = hit.stop if hit else stop + 1
        if line.norm(stop) == "." and line.norm(stop - 1) in {"د", "م"}:
            stop += 1
    return stop


def found(line: Row, start: int, stop: int) -> list[Hit]:
    """The listed titles that begin between ``start`` and ``stop``."""
    return [line.hits[at] for at in range(start, stop) if at in line.hits and line.hits[at].kind == "title"]
