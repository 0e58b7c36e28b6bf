"""The stem of an Arabic word: what may remain when clitics are taken off, by what is known of words.

Every way to cut a word into known parts has a cost; the cheapest is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.documents.arabic import forms, lexicon, words
from dragoman.text import fold

SHORTEST = 2
_PREFIX_COST = {"و": 1.0, "ف": 1.5, "س": 1.0, "ب": 2.0, "ل": 2.0, "ك": 2.5}
_SUFFIX_COST = 1.2
_DICTIONARY_COST = 0.5
_VERB_SUFFIX = "ني"
_RARE = 2  # the rank of shortened forms
_NOUN_SHAPE = re.compile(
    "ت..ي.ة?|ت.ا.[ةي]?|[إا]..ا.ة?|است..?ا.ة?|ا.[تط].ا.|م.ا..ة|مت.{3,}|.{4,}(?:ات|ية|يين)"
)
_RESTORED = (("ئ", "ء"), ("ؤ", "ء"), ("ا", "ى"), ("ي", "ين"), ("ا", "ان"), ("و", "ون"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a written word: how many of its letters, the spelling to look up, what sort of part.

    ``role`` is "prefix", "stem" or "suffix"; ``noun`` is the spelling to look up where the stem is read as a
    noun, if that is another (وحدت before ه is a verb, or the noun وحدة).
    """

    length: int
    spelling: str
    role: str
    noun: str = ""


Pieces = tuple[Piece, ...]


@lru_cache(maxsize=65536)
def known(word: str) -> bool:
    """Whether the unsplit ``word`` is closed-class, a verb form, an ordinary word or a name."""
    return bool(lexicon.closed(word) or lexicon.verb(word) or nominal(word) or lexicon.unlisted_verb(word))


def nominal(word: str) -> bool:
    """Whether the unsplit ``word`` can be a noun, a participle or a name."""
    return (
        word in whole_words()
        or word in words.names()
        or word in words.loose("places")
        or fold(word) in forms.participles()
        or lexicon.noun(word)
    )


@cache
def whole_words() -> frozenset[str]:
    """The words that are never split."""
    return words.loose("whole")


def prefixes(parts: str) -> Pieces:
    """A piece for each letter of ``parts``."""
    return tuple(Piece(1, part, "prefix") for part in parts)


def openings(word: str) -> Iterator[str]:
    """The clitics with which ``word`` may begin: a conjunction, a preposition, or both."""
    lists = words.load()
    at = 0
    if word[0] in lists.conjunction_clitics:
        yield word[0]
        at = 1
    if word[at : at + 1] in lists.preposition_clitics and len(word) > at + SHORTEST:
        yield word[: at + 1]


def by_lexicon(word: str) -> Pieces | None:
    """The cheapest cut into known parts; None where the whole word is known, or nothing is."""
    if any(reading.rank == 0 for reading in lexicon.verb(word)):
        return None
    whole = known(word) and not own_article(word)
    if word[0] in "وف" and len(word) > SHORTEST:
        pieces = _conjunction_and_verb(word, whole)
        if pieces:
            return pieces
    if whole:
        return None
    candidates = sorted(_candidates(word), key=lambda item: item[0])
    return candidates[0][1] if candidates else None


def own_article(word: str) -> bool:
    """التقاه, التزامه: begins like a definite noun and is a verb or a verbal noun with a pronoun."""
    return (
        word.startswith("ال")
        and not lexicon.noun(word)
        and any(
            word.endswith(suffix) and _begins_with_al(fold(word[: -len(suffix)]))
            for suffix in words.load().verb_suffixes
        )
    )


def _begins_with_al(key: str) -> bool:
    if key in forms.masdars() or (key.endswith("ات") and key[:-2] in forms.masdars()):
        return True
    return any(reading.rank == 0 and reading.form == "past" for reading in forms.known().get(key, ()))


def _conjunction_and_verb(word: str, whole: bool) -> Pieces | None:
    rest = word[1:]
    readings = lexicon.verb(rest)
    if not readings or readings[0].rank > 1 or (whole and (word[0] == "ف" or readings[0].rank > 0)):
        return None
    return (*prefixes(word[0]), Piece(len(rest), rest, "stem"))


def _candidates(word: str) -> Iterator[tuple[float, Pieces]]:
    for parts in ("", *openings(word), *_future(word)):
        rest = word[len(parts) :]
        cost = sum(_PREFIX_COST[part] for part in parts)
        if len(rest) < SHORTEST:
            continue
        if parts and _stands(parts[-1], rest):
            extra = 0.0 if lexicon.verb(rest) else _DICTIONARY_COST
            yield cost + extra, (*prefixes(parts), Piece(len(rest), rest, "stem"))
        for price, pieces in _suffixed(rest, parts[-1:]):
            yield cost + price, (*prefixes(parts), *pieces)


def _future(word: str) -> Iterator[str]:
    at = 1 if word[0] in "وف" else 0
    if word[at : at + 1] == "س" and word[at + 1 : at + 2] and word[at + 1] in "يتنأا" and len(word) > at + 3:
        yield word[: at + 1]


def _stands(clitic: str, rest: str) -> bool:
    """Whether ``rest`` may follow ``clitic``: prepositions want nouns, س a present verb."""
    if clitic == "س":
        return lexicon.present_verb(rest)
    if clitic in "بك":
        return len(rest) > SHORTEST and _noun_shaped(rest)
    if clitic == "ل":
        listed = any(reading.form == "fin" for reading in lexicon.verb(rest))
        return len(rest) > SHORTEST and (listed or _noun_shaped(rest))
    return known(rest) or _noun_shaped(rest)


def _noun_shaped(word: str) -> bool:
    """Known as a noun, or of a shape that only nouns have (verbal nouns, plurals in ات)."""
    return nominal(word) or (_NOUN_SHAPE.fullmatch(word) is not None and not lexicon.verb(word))


def _suffixed(word: str, clitic: str) -> Iterator[tuple[float, Pieces]]:
    for suffix in (*words.load().noun_suffixes, _VERB_SUFFIX):
        stem = word[: -len(suffix)]
        if not word.endswith(suffix) or len(stem) < SHORTEST or (suffix == "ك" and len(stem) < 4):
            continue
        rank = _verbal(stem, clitic)
        noun = None if suffix == _VERB_SUFFIX or clitic == "س" else _noun(stem, clitic)
        if rank is None and noun is None:
            continue
        piece = Piece(len(stem), noun or stem, "stem")
        if rank == 0:
            piece = Piece(len(stem), stem, "stem", noun or "")
        price = _SUFFIX_COST + (0.0 if rank == 0 else _DICTIONARY_COST)
        yield price, (piece, Piece(len(suffix), suffix, "suffix"))


def _verbal(stem: str, clitic: str) -> int | None:
    """How common a verb form this stem is before a pronoun (0 the most), None if it is none."""
    if clitic in ("ب", "ك"):
        return None
    ranks = [
        reading.rank
        for reading in forms.known().get(fold(stem), ())
        if reading.rank < _RARE and (clitic not in ("س", "ل") or reading.form == "fin")
    ]
    return min(ranks, default=None)


def _noun(stem: str, clitic: str) -> str | None:
    """The free spelling of a noun before a pronoun: ت → ة, ئ → ء, ي → ين; None if unknown."""
    if stem.startswith("ال") and not _begins_with_al(fold(stem)):
        return None
    if stem in words.names() and not lexicon.noun(stem):
        return None
    if stem.endswith("ت") and stem not in whole_words() and nominal(stem[:-1] + "ة"):
        return stem[:-1] + "ة"
    shaped = _noun_shaped if clitic or stem[0] not in "وفبلك" else nominal
    if stem[-1] in "ئؤ" and shaped(stem[:-1] + "ء"):
        return stem[:-1] + "ء"
    if stem[-1] != "ة" and shaped(stem):
        return stem
    for ending, full in _RESTORED:
        if stem.endswith(ending) and len(stem) > SHORTEST + len(full) - 1 and nominal(stem[:-1] + full):
            return stem[:-1] + full
    return None
