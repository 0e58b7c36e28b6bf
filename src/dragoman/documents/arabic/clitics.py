"""A written Arabic word → its pieces: conjunction, preposition, future س, stem, pronoun.

A cut is made only where what remains is known or the shape allows nothing else (وال…, بال…, لل…). Where
the whole word is known it stays whole, unless the rest after و or ف is a listed verb.
"""

from __future__ import annotations

from functools import cache, lru_cache

from dragoman.documents.arabic import lexicon, stems, words
from dragoman.documents.arabic.stems import Piece, Pieces
from dragoman.text import fold


@lru_cache(maxsize=65536)
def split(word: str) -> Pieces:
    """The pieces of ``word`` (no vowel marks, hamzas as written); their lengths add up to its length."""
    key = fold(word)
    if key in _splits():
        return _cut(word, _splits()[key])
    if len(word) <= stems.SHORTEST and not _particle_and_pronoun(word):
        return _whole(word)
    if word in stems.whole_words() or lexicon.closed(word):
        return _whole(word)
    return _closed_class(word) or _of_whole(word) or _by_shape(word) or stems.by_lexicon(word) or _whole(word)


@cache
def _splits() -> dict[str, tuple[int, ...]]:
    return {fold(word): tuple(map(len, parts)) for word, parts in words.load().splits.items()}


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


def _particle_and_pronoun(word: str) -> bool:
    return len(word) == stems.SHORTEST and word[0] in "بل" and word[1] in "هيك"


# ---- closed-class words with clitics


def _closed_class(word: str) -> Pieces | None:
    """و + هو, ف + لم, ب + هذا, علي + ه, ل + ه, ان + ه and their combinations."""
    for parts in stems.openings(word):
        rest = word[len(parts) :]
        if lexicon.closed(rest) and (parts in ("و", "ف") or _governed(rest)):
            return (*stems.prefixes(parts), Piece(len(rest), rest, "stem"))
        if any(reading.rank == 0 for reading in lexicon.verb(rest)):
            break  # وكانت is و + كانت, not و + ك + انت
    for parts in ("", *stems.openings(word)):
        pieces = _with_pronoun(word[len(parts) :])
        if pieces and (parts in ("", "و", "ف") or _governed(pieces[0].spelling)):
            return (*stems.prefixes(parts), *pieces)
    return None


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
        if word.endswith(suffix) and len(stem) > stems.SHORTEST:
            for full in (stem, stem[:-1] + "ة"):
                if full in stems.whole_words() and full[:-1] == stem[:-1] and stem[-1] in (full[-1], "ت"):
                    return (Piece(len(stem), full, "stem"), Piece(len(suffix), suffix, "suffix"))
    return None


# ---- shapes that allow nothing else


def _by_shape(word: str) -> Pieces | None:
    """وال…, فال…, بال…, كال…, لل…, وبال…, ولل… where what follows is long enough to be a noun."""
    at = 1 if word[0] in "وف" and len(word) > 4 else 0
    rest = word[at:]
    if rest.startswith("لل") and len(rest) > 3:
        return (*stems.prefixes(word[:at] + "ل"), _after_li(rest))
    if rest[0] in "بك" and rest[1:3] == "ال" and len(rest) > 4:
        at += 1
        rest = word[at:]
    if at == 0 or not rest.startswith("ال") or len(rest) < 4:
        return None
    if (len(rest) == 4 or stems.known(word)) and not stems.known(rest[2:] if len(rest) == 4 else rest):
        return None
    if stems.own_article(rest):
        return (*stems.prefixes(word[:at]), *split(rest))
    return (*stems.prefixes(word[:at]), Piece(len(rest), rest, "stem"))


def _after_li(rest: str) -> Piece:
    """The noun of لل…: its article has lost the alif; if it begins with ل itself, a ل as well (للجنة)."""
    own, definite = rest[1:], "ال" + rest[2:]
    if own in words.folded("nouns_in_lam"):
        definite = "ال" + own
    elif own in stems.whole_words() or own in words.names():
        definite = own
    elif stems.known(own) and not (stems.known(definite) or stems.known(rest[2:])):
        definite = "ال" + own
    return Piece(len(own), definite, "stem")
