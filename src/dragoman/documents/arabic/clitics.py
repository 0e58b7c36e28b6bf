"""A written Arabic word → its pieces: conjunction, preposition, future س, stem, pronoun.

A cut is made only where what remains is known or the shape allows nothing else (وال…, بال…, لل…). Where
the whole word is known it stays whole, unless the rest after و or ف is a listed verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.documents.arabic import forms, lexicon, words
from dragoman.text import fold

_SHORTEST = 2
_PREFIX_COST = {"و": 1.0, "ف": 1.5, "س": 1.0, "ب": 2.0, "ل": 2.0, "ك": 2.5}
_SUFFIX_COST = 1.2
_DICTIONARY_COST = 0.5
_VERB_SUFFIX = "ني"
_RARE = 2  # the rank of shortened forms


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
def split(word: str) -> Pieces:
    """The pieces of ``word`` (no vowel marks, hamzas as written); their lengths add up to its length."""
    key = fold(word)
    if key in _splits():
        return _cut(word, _splits()[key])
    if len(word) <= _SHORTEST and not _particle_and_pronoun(word):
        return _whole(word)
    if word in _whole_words() or lexicon.closed(word):
        return _whole(word)
    return _closed_class(word) or _of_whole(word) or _by_shape(word) or _by_lexicon(word) or _whole(word)


def known(word: str) -> bool:
    """Whether the unsplit ``word`` is closed-class, a verb form, an ordinary word or a name."""
    return bool(lexicon.closed(word) or lexicon.verb(word) or nominal(word) or lexicon.unlisted_verb(word))


def nominal(word: str) -> bool:
    """Whether the unsplit ``word`` can be a noun, a participle or a name."""
    return (
        word in _whole_words()
        or word in words.names()
        or word in words.loose("places")
        or fold(word) in forms.participles()
        or lexicon.noun(word)
    )


@cache
def _splits() -> dict[str, tuple[int, ...]]:
    return {fold(word): tuple(map(len, parts)) for word, parts in words.load().splits.items()}


@cache
def _whole_words() -> frozenset[str]:
    return words.loose("whole")


def _whole(word: str) -> Pieces:
    spelling = word
    if len(word) > 4 and word.startswith("ال") and word[-1] == "ه" and not lexicon.ordinary(word):
        spelling = word[:-1] + "ة"  # a definite noun takes no pronoun: this is ة with its points left out
    return (Piece(len(word), spelling, "stem"),)


def _cut(word: str, lengths: tuple[int, ...]) -> Pieces:
    pieces = []
    start = 0
    for index, length in enumerate(lengths):
        role = "stem" if index == len(lengths) - 1 else "prefix"
        pieces.append(Piece(length, word[start : start + length], role))
        start += length
    return tuple(pieces)


def _prefixes(parts: str) -> Pieces:
    return tuple(Piece(1, part, "prefix") for part in parts)


def _particle_and_pronoun(word: str) -> bool:
    return len(word) == _SHORTEST and word[0] in "بل" and word[1] in "هيك"


# ---- closed-class words with clitics


def _closed_class(word: str) -> Pieces | None:
    """و + هو, ف + لم, ب + هذا, علي + ه, ل + ه, ان + ه and their combinations."""
    for parts in _openings(word):
        rest = word[len(parts) :]
        if lexicon.closed(rest) and (parts in ("و", "ف") or _governed(rest)):
            return (*_prefixes(parts), Piece(len(rest), rest, "stem"))
        if any(reading.rank == 0 for reading in lexicon.verb(rest)):
            break  # وكانت is و + كانت, not و + ك + انت
    for parts in ("", *_openings(word)):
        pieces = _with_pronoun(word[len(parts) :])
        if pieces and (parts in ("", "و", "ف") or _governed(pieces[0].spelling)):
            return (*_prefixes(parts), *pieces)
    return None


def _openings(word: str) -> Iterator[str]:
    lists = words.load()
    at = 0
    if word[0] in lists.conjunction_clitics:
        yield word[0]
        at = 1
    if word[at : at + 1] in lists.preposition_clitics and len(word) > at + _SHORTEST:
        yield word[: at + 1]


def _governed(word: str) -> bool:
    """Whether a one-letter preposition may stand before this closed-class word."""
    return lexicon.closed(word) in {"DET", "PRON", "NUM", "ADJ"} or fold(word) in {
        "ان",
        "ما",
        "من",
        "عدم",
        "الذي",
    }


_BEFORE_PRONOUN = {
    "علي": "على",
    "إلي": "إلى",
    "الي": "إلى",
    "لدي": "لدى",
    "سوا": "سوى",
    "كل": "كل",
    "ل": "ل",
    "ب": "ب",
}


def _with_pronoun(word: str) -> Pieces | None:
    for suffix in (*words.load().noun_suffixes, "ي"):
        if not word.endswith(suffix) or len(word) == len(suffix):
            continue
        stem = word[: -len(suffix)]
        if stem in _BEFORE_PRONOUN or (len(stem) > 1 and _takes_pronoun(stem) and suffix != "ي"):
            spelling = _BEFORE_PRONOUN.get(stem, stem)
            return (Piece(len(stem), spelling, "stem"), Piece(len(suffix), suffix, "suffix"))
    return None


def _takes_pronoun(stem: str) -> bool:
    tag = lexicon.closed(stem)
    return tag in {"ADP", "DET", "NUM"} or fold(stem) in {"ان", "لان", "لكن", "لعل", "ليت"}


def _of_whole(word: str) -> Pieces | None:
    """A word of the list that is never split, with a pronoun: والدته."""
    for suffix in words.load().noun_suffixes:
        stem = word[: -len(suffix)]
        if word.endswith(suffix) and len(stem) > _SHORTEST:
            for full in (stem, stem[:-1] + "ة"):
                if full in _whole_words() and full[:-1] == stem[:-1] and stem[-1] in (full[-1], "ت"):
                    return (Piece(len(stem), full, "stem"), Piece(len(suffix), suffix, "suffix"))
    return None


# ---- shapes that allow nothing else


def _by_shape(word: str) -> Pieces | None:
    """وال…, فال…, بال…, كال…, لل…, وبال…, ولل… where what follows is long enough to be a noun."""
    at = 1 if word[0] in "وف" and len(word) > 4 else 0
    rest = word[at:]
    if rest.startswith("لل") and len(rest) > 3:
        return (*_prefixes(word[:at] + "ل"), _after_li(rest))
    if rest[0] in "بك" and rest[1:3] == "ال" and len(rest) > 4:
        at += 1
        rest = word[at:]
    if at == 0 or not rest.startswith("ال") or len(rest) < 4:
        return None
    if (len(rest) == 4 or known(word)) and not known(rest[2:] if len(rest) == 4 else rest):
        return None
    if _own_article(rest):
        return (*_prefixes(word[:at]), *split(rest))
    return (*_prefixes(word[:at]), Piece(len(rest), rest, "stem"))


def _after_li(rest: str) -> Piece:
    """The noun of لل…: its article has lost the alif; if it begins with ل itself, a ل as well (للجنة)."""
    own, definite = rest[1:], "ال" + rest[2:]
    if own in words.folded("nouns_in_lam"):
        definite = "ال" + own
    elif own in _whole_words() or own in words.names():
        definite = own
    elif known(own) and not (known(definite) or known(rest[2:])):
        definite = "ال" + own
    return Piece(len(own), definite, "stem")


# ---- by what is known


def _by_lexicon(word: str) -> Pieces | None:
    if any(reading.rank == 0 for reading in lexicon.verb(word)):
        return None
    whole = known(word) and not _own_article(word)
    if word[0] in "وف" and len(word) > _SHORTEST:
        pieces = _conjunction_and_verb(word, whole)
        if pieces:
            return pieces
    if whole:
        return None
    candidates = sorted(_candidates(word), key=lambda item: item[0])
    return candidates[0][1] if candidates else None


def _own_article(word: str) -> bool:
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
    return (*_prefixes(word[0]), Piece(len(rest), rest, "stem"))


def _candidates(word: str) -> Iterator[tuple[float, Pieces]]:
    for parts in ("", *_openings(word), *_future(word)):
        rest = word[len(parts) :]
        cost = sum(_PREFIX_COST[part] for part in parts)
        if len(rest) < _SHORTEST:
            continue
        if parts and _stands(parts[-1], rest):
            extra = 0.0 if lexicon.verb(rest) else _DICTIONARY_COST
            yield cost + extra, (*_prefixes(parts), Piece(len(rest), rest, "stem"))
        for price, pieces in _suffixed(rest, parts[-1:]):
            yield cost + price, (*_prefixes(parts), *pieces)


def _future(word: str) -> Iterator[str]:
    at = 1 if word[0] in "وف" else 0
    if word[at : at + 1] == "س" and word[at + 1 : at + 2] and word[at + 1] in "يتنأا" and len(word) > at + 3:
        yield word[: at + 1]


def _stands(clitic: str, rest: str) -> bool:
    """Whether ``rest`` may follow ``clitic``: prepositions want nouns, س a present verb."""
    if clitic == "س":
        return lexicon.present_verb(rest)
    if clitic in "بك":
        return len(rest) > _SHORTEST and _noun_shaped(rest)
    if clitic == "ل":
        return len(rest) > _SHORTEST and (_noun_shaped(rest) or lexicon.present_verb(rest))
    return known(rest) or _noun_shaped(rest)


_NOUN_SHAPE = re.compile(
    "ت..ي.ة?|ت.ا.[ةي]?|[إا]..ا.ة?|است..?ا.ة?|ا.[تط].ا.|م.ا..ة|مت.{3,}|.{4,}(?:ات|ية|يين)"
)


def _noun_shaped(word: str) -> bool:
    """Known as a noun, or of a shape that only nouns have (verbal nouns, plurals in ات)."""
    return nominal(word) or (_NOUN_SHAPE.fullmatch(word) is not None and not lexicon.verb(word))


def _suffixed(word: str, clitic: str) -> Iterator[tuple[float, Pieces]]:
    for suffix in (*words.load().noun_suffixes, _VERB_SUFFIX):
        stem = word[: -len(suffix)]
        if not word.endswith(suffix) or len(stem) < _SHORTEST or (suffix == "ك" and len(stem) < 4):
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


_RESTORED = (("ئ", "ء"), ("ؤ", "ء"), ("ا", "ى"), ("ي", "ين"), ("ا", "ان"), ("و", "ون"))


def _noun(stem: str, clitic: str) -> str | None:
    """The free spelling of a noun before a pronoun: ت → ة, ئ → ء, ي → ين; None if unknown."""
    if stem.startswith("ال") and not _begins_with_al(fold(stem)):
        return None
    if stem.endswith("ت") and stem not in _whole_words() and nominal(stem[:-1] + "ة"):
        return stem[:-1] + "ة"
    shaped = _noun_shaped if clitic or stem[0] not in "وفبلك" else nominal
    if stem[-1] != "ة" and shaped(stem):
        return stem
    for ending, full in _RESTORED:
        if stem.endswith(ending) and len(stem) > _SHORTEST + len(full) - 1 and nominal(stem[:-1] + full):
            return stem[:-1] + full
    return None
