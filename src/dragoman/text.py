"""Letters: one spelling for look-up, the script of a word, and normalised text that knows where it came from.

Pure functions over words and text. ``fold`` gives ``Token.norm`` in every language; what it unifies:

* case; Latin and Greek diacritics (``Erdoğan`` and ``Erdogan``); compatibility forms; zero-width characters;
* apostrophes to ``'``, hyphens and en dashes to ``-``, decimal digits of every script to ASCII;
* Arabic tashkeel and tatweel go; أ إ آ ٱ become ا, ى becomes ي, and Persian ک ی become ك ي;
* Cyrillic ё becomes е and stress marks go.

What it leaves: ؤ ئ ء ة (they tell words apart) and Cyrillic й, ї, ў, which are letters of their own.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dragoman.types import Span

Script = Literal["latin", "arabic", "cyrillic", "other"]

_APOSTROPHES = "`´ʹʻʼʽʾʿˈ‘’‛′＇"
_LONGEST_CACHED = 64  # longer "words" are not words, and must not fill the memory
_HYPHENS = "‐‑‒–−﹣－"
_LETTERS = {
    **dict.fromkeys("أإآٱ", "ا"),
    **{"ى": "ي", "ی": "ي", "ک": "ك", "ـ": "", "ё": "е"},
    **{"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"},
}
_ARABIC = str.maketrans(
    {letter: plain for letter, plain in _LETTERS.items() if "\u0621" <= letter <= "\u064a"}
)
_MARKS = str.maketrans({**dict.fromkeys(_APOSTROPHES, "'"), **dict.fromkeys(_HYPHENS, "-")})


def fold(word: str) -> str:
    """The spelling of ``word`` for look-up; folding it again changes nothing."""
    return _fold_cached(word) if len(word) <= _LONGEST_CACHED else _fold(word)


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower().replace("`", "'")
    first, last = min(word), max(word)
    if first >= "\u0621" and last <= "\u064a":  # Arabic letters: the same as below, in one step
        return word.translate(_ARABIC)
    if first >= "\u0400" and last <= "\u045f":  # Cyrillic ones
        return word.lower().replace("ё", "е")
    composed = unicodedata.normalize("NFKC", word.translate(_MARKS)).casefold()
    composed = unicodedata.normalize("NFKC", composed).casefold()
    folded = "".join(map(_fold_character, composed.translate(_MARKS)))
    return unicodedata.normalize("NFC", folded)


_fold_cached = lru_cache(maxsize=200_000)(_fold)


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if character in _LETTERS:
        return _LETTERS[character]
    if _is_mark(character) or unicodedata.category(character) == "Cf":
        return ""
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    base = unicodedata.normalize("NFD", character)
    if len(base) > 1 and unicodedata.name(base[0], "").startswith(("LATIN", "GREEK")):
        return "".join(_LETTERS.get(part, part) for part in base if not _is_mark(part))
    return character


def _is_mark(character: str) -> bool:
    # Points and accents that a reader may leave out. Below 10 stand viramas and nuktas, from 36 to 199 vowel
    # signs of South and South-East Asia: without those a word is another word.
    kind = unicodedata.combining(character)
    return 10 <= kind <= 35 or kind >= 200


_BLOCKS: tuple[tuple[Script, str, str], ...] = (
    ("arabic", "\u0600", "\u06ff"),
    ("cyrillic", "\u0400", "\u04ff"),
)  # whose letters are all of one script


@lru_cache(maxsize=32768)
def script(word: str) -> Script:
    """The script that most letters of ``word`` belong to; "other" where there are no letters."""
    if word.isascii():
        return "latin" if any(map(str.isalpha, word)) else "other"
    for name, first, last in _BLOCKS:
        if first <= word[:1] <= last and first <= min(word) and max(word) <= last:
            if word.isalpha() or any(map(str.isalpha, word)):
                return name
    counts: dict[Script, int] = {}
    for character in word:
        if character.isalpha():
            found = _script(character)
            counts[found] = counts.get(found, 0) + 1
    return max(counts, key=counts.__getitem__) if counts else "other"


@lru_cache(maxsize=8192)
def _script(letter: str) -> Script:
    name = unicodedata.name(letter, "")
    if name.startswith(("LATIN", "FULLWIDTH LATIN")):
        return "latin"
    if name.startswith("ARABIC"):
        return "arabic"
    return "cyrillic" if name.startswith("CYRILLIC") else "other"


def forget() -> None:
    """Empties what is remembered of words: for measuring as if all were new."""
    _fold_cached.cache_clear()
    script.cache_clear()


@dataclass(frozen=True, slots=True)
class Normalised:
    """Folded text with the way back: ``offsets[i]`` is where ``text[i]`` began in the original.

    ``offsets`` is one longer than ``text``; its last entry is the length of the original.
    """

    text: str
    offsets: tuple[int, ...]

    def original(self, start: int, stop: int) -> Span:
        """The stretch of the original that ``text[start:stop]`` came from."""
        if start >= stop:
            return Span(self.offsets[start], self.offsets[start])
        # Of one original character that became two, either half means the whole.
        last = self.offsets[stop - 1]
        return Span(self.offsets[start], self.offsets[bisect_right(self.offsets, last)])


def normalise(text: str) -> Normalised:
    """``text`` folded character by character, every white space a plain space (line ends stay)."""
    parts: list[str] = []
    offsets: list[int] = []
    for start, cluster in _clusters(text):
        folded = _fold_cluster(cluster)
        parts.append(folded)
        offsets.extend([start] * len(folded))
    offsets.append(len(text))
    return Normalised("".join(parts), tuple(offsets))


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for position, character in enumerate(text):
        if position > start and not (character >= "\u0300" and _continues(character)):
            yield start, text[start:position]
            start = position
    if text:
        yield start, text[start:]


@lru_cache(maxsize=8192)
def _continues(character: str) -> bool:
    # U+1160 to U+11FF are the Korean vowels and finals, which join the consonant before them.
    return unicodedata.combining(character) > 0 or "\u1160" <= character <= "\u11ff"


def _fold_cluster(cluster: str) -> str:
    if cluster.isspace():
        return cluster if cluster == "\n" else " "
    return fold(cluster)
