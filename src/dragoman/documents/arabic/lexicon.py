"""What is known of an unsplit Arabic word: closed class, verb form, ordinary word, given name.

Ordinary words come from simplemma's Arabic dictionary (some 300,000 spellings), which is read when Arabic
text is first seen. Words are given without vowel marks, hamzas as written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from dragoman.documents.arabic import forms, words
from dragoman.documents.arabic.forms import Reading
from dragoman.text import fold

_ALIFS = "اأإآ"
_SHORT = 3
_SOUND = ("ون", "ين")
_ONE = ("ي", "ية")  # ends of adjectives
MANY = ("يون", "يين")


def many_on_one(before: str, behind: str) -> bool:
    """Whether of two adjectives the second says several where the first says one: الجيش السوري المدنيين."""
    return before.endswith(_ONE) and behind.endswith(MANY)


@cache
def _dictionary() -> Mapping[str, str]:
    from simplemma.strategies.dictionaries.dictionary_factory import (
        DefaultDictionaryFactory,
    )

    return DefaultDictionaryFactory(cache_max_size=1).get_dictionary("ar")


@lru_cache(maxsize=65536)
def ordinary(word: str) -> str | None:
    """The dictionary's lemma of ``word``, unfolded, or None; alifs and final ya may be written loosely."""
    dictionary = _dictionary()
    for spelling in _spellings(word):
        lemma = dictionary.get(spelling)
        if lemma is not None:
            return lemma
    return None


def _spellings(word: str) -> Iterator[str]:
    yield word
    at = 2 if word.startswith("ال") and len(word) > 4 else 0
    heads = [word]
    if word[at : at + 1] in _ALIFS and word[at:]:
        heads += [word[:at] + alif + word[at + 1 :] for alif in _ALIFS if alif != word[at]]
    for head in heads:
        yield head
        if head[-1:] == "ي":
            yield head[:-1] + "ى"
        elif head[-1:] == "ى":
            yield head[:-1] + "ي"


def verb(word: str) -> tuple[Reading, ...]:
    """The readings of ``word`` as a verb of the language file, free-standing forms only."""
    return tuple(reading for reading in forms.known().get(fold(word), ()) if not reading.bound)


def closed(word: str) -> str | None:
    """The part of speech of a closed-class word, else None; آ and a last أ are never a loose ا (آلي, هنأ)."""
    if (word.startswith("آ") or (word.endswith("أ") and len(word) > 1)) and word not in words.exact():
        return None
    return words.closed().get(fold(word))


@lru_cache(maxsize=65536)
def noun(word: str) -> bool:
    """Whether ``word`` can be a noun or adjective, with or without the article."""
    readings = verb(word)
    if readings:
        return noun_too(word, readings)
    if _verbal(fold(word)):
        return True
    lemma = ordinary(word)
    if lemma is None and len(word) > 4 and word.endswith("ا"):
        return ordinary(word[:-1]) == word[:-1]  # accusative
    if lemma is None and len(word) > 5 and word.endswith(_SOUND):
        return noun(word[:-2])
    if lemma is None:
        return word.startswith("ال") and len(word) > 4 and noun(word[2:])
    return not (_with_pronoun(word, lemma) or _conjugated(word, lemma))


def _verbal(key: str) -> bool:
    """Whether a folded word is a verbal noun, its plural or its accusative: تحذيرا, مباحثات."""
    known = forms.masdars()
    if key.endswith("ات"):
        return key[:-2] in known or key[:-2] + "ة" in known
    return key in known or (key.endswith("ا") and key[:-1] in known)


def noun_too(word: str, readings: tuple[Reading, ...]) -> bool:
    """Whether a listed verb form may as well be a noun: short stems, تفعل, verbal nouns."""
    key = fold(word)
    if _verbal(key) or key in words.folded("whole") or _second_form_noun(key):
        return True
    lemmas = [reading.lemma for reading in readings if reading.form == "past"]
    if key in lemmas:
        return len(key) <= _SHORT or key[0] == "ت" or (len(key) == _SHORT + 1 and key[1] == "ا")
    lemma = ordinary(word)
    return lemma is not None and fold(lemma) not in (key, *(reading.lemma for reading in readings))


def _second_form_noun(key: str) -> bool:
    return len(key) == 5 and key[0] == "ت" and key[3] == "ي"  # تفعيل


def _with_pronoun(word: str, lemma: str) -> bool:
    """The dictionary holds some nouns with their pronoun: جانبه."""
    return any(
        word == stem + suffix and len(stem) > _SHORT
        for suffix in words.load().noun_suffixes
        for stem in (lemma, lemma[:-1] + "ت")
    )


def _conjugated(word: str, lemma: str) -> bool:
    """Whether ``word`` looks like a present form (or a plural past) of the verb ``lemma``."""
    if len(word) > _SHORT and word[0] in "يتن" and lemma[:1] != word[0] and word[-1] not in "ةى":
        return word[1:] in lemma or lemma[0] in _ALIFS or len(word) == len(lemma) + 1
    return word.endswith("وا") and len(word) > _SHORT


def unlisted_verb(word: str) -> bool:
    """Whether ``word`` is a form that only the dictionary knows to be a verb's."""
    return len(word) > _SHORT and not verb(word) and _conjugated(word, ordinary(word) or word)


def present_verb(word: str) -> bool:
    """Whether ``word`` can be a present form, of a listed verb or of one that only the dictionary knows."""
    readings = verb(word)
    if readings:
        return any(reading.form == "fin" for reading in readings)
    return unlisted_verb(word) and word[0] in "يتن"
