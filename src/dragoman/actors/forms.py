"""The forms in which a listed name, demonym, title or agent stands in text, and the key they are found by.

A key is a form without case, marks, spaces and hyphens, so that "al-Qaeda", "al Qaeda" and "Al-Qa'eda" meet,
and so that a tokenizer's choices do not matter; word boundaries come from the tokens that are joined.
Arabic keeps its spaces: its words are short, and two of them would too often make a third.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dragoman.actors import names
from dragoman.actors.entries import EntryKind
from dragoman.text import fold
from dragoman.types import NameUse

ARABIC_FIRST, ARABIC_LAST = "\u0600", "\u06ff"
_ALIFS = frozenset("اأإآ")
_ONE_SPELLING = str.maketrans({"ؤ": "ء", "ئ": "ء", "ة": "ه"})  # writers differ on the seat of a hamza
_EN_PLURALS = re.compile(r"(?:[^s]s|men|people|police|personnel|military|troops|children)$")
_EN_COMPLEMENT = re.compile(r" (?:of|for|to|in)\b")
_HYPHENS = re.compile(r"[-/]")
_HYPHENS_AND_STOPS = re.compile(r"[-/'.]")
_AR_PLURALS = ("ون", "ين", "ات", "اء")
_NO_ALIF = (*_AR_PLURALS, "ة", "ى", "ا", "ء")
_AR_TO = re.compile(r"(?<= )لل(?=\w{3})")
_AR_FATHER = re.compile(r"^[اأ]بو ")


@lru_cache(maxsize=100_000)
def key(norm: str) -> str:
    """The letters and digits of a folded word or name, by which it is found."""
    if norm.isascii() and norm.isalnum():
        return norm
    return "".join(letter for letter in norm.translate(_ONE_SPELLING) if letter.isalnum())


def name_key(name: str) -> str:
    """The key of a whole name."""
    if ARABIC_FIRST <= name[:1] <= ARABIC_LAST:
        return "".join(spaced(key(fold(part))) for part in name.split()).lstrip()
    return key(fold(name))


def spaced(letters: str) -> str:
    """The letters behind a space where they are Arabic: numbers and Latin letters follow without one."""
    return f" {letters}" if ARABIC_FIRST <= letters[:1] <= ARABIC_LAST else letters


def spelled(text: str, language: str) -> str:
    """``text`` with words as the tokens of its language spell them: in Russian without their case."""
    if language == "ru":
        from dragoman.documents.russian.tokens import spelled as russian

        return russian(text)
    return text


def spellings(text: str) -> tuple[str, ...]:
    """``text``, and as a tokenizer takes it apart: the Arabic article behind "to" is written whole again."""
    apart = _AR_TO.sub("لال", text)
    return (text,) if apart == text else (text, apart)


@lru_cache(maxsize=100_000)
def hamzas(text: str) -> str:
    """The hamzas on the alifs of a word, "ا" for an alif without: آمر is not أمر, but امر may be either.

    The article does not count.
    """
    return "".join(filter(_ALIFS.__contains__, text.removeprefix("ال")))


def same_hamzas(one: str, other: str) -> bool:
    """Whether nothing in two words' ``hamzas`` contradicts."""
    if len(one) != len(other):
        return True
    return all(a == b or "ا" in (a, b) for a, b in zip(one, other, strict=True))


def forms(text: str, language: str, kind: EntryKind, use: NameUse) -> Iterator[tuple[str, bool]]:
    """Every form of ``text``, with whether it is a plural; the form as listed comes first."""
    if use == "abbreviation":
        yield text, False
    elif language == "en":
        yield from _english(text, kind, use)
    elif language == "ar":
        yield from _arabic(text, kind, use)
    else:
        yield text, False


def _english(text: str, kind: EntryKind, use: NameUse) -> Iterator[tuple[str, bool]]:
    common = kind in {"agent", "title"}
    bare = text.removeprefix("the ")
    yield bare, (common or use == "demonym") and bool(_EN_PLURALS.search(_head(bare)))
    if common or use == "demonym":
        head = _head(bare)
        yield _english_plural(head) + bare[len(head) :], True
    elif kind == "person":
        yield from ((short, False) for short in _shorter(bare))
    elif bare.startswith("The ") and " " in bare[4:]:
        yield bare[4:], False


def _head(text: str) -> str:
    """The part that takes the plural: "minister" of "minister of defence"."""
    complement = _EN_COMPLEMENT.search(text)
    return text[: complement.start()] if complement else text


def _english_plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(?:s|x|z|ch|sh)$", noun) else "s")


def _shorter(name: str) -> Iterator[str]:
    """A person's name without its particles: "Nouri Maliki" for "Nouri al-Maliki"."""
    parts = [part.text for part in names.words(name)]
    if len(parts) > 1:
        yield " ".join(parts)


def _arabic(text: str, kind: EntryKind, use: NameUse) -> Iterator[tuple[str, bool]]:
    if use == "demonym":
        yield from _demonym(text)
    elif kind in {"agent", "title"}:
        yield from _arabic_common(text, kind)
    else:
        yield text, False
        if _AR_FATHER.search(text):
            yield from ((_AR_FATHER.sub(case, text), False) for case in ("أبي ", "أبا "))


def _demonym(text: str) -> Iterator[tuple[str, bool]]:
    """عراقي with article, feminine, plurals, dual and accusative."""
    for article in ("", "ال"):
        yield article + text, False
        if text.endswith(("ي", "ى")):
            base = text[:-1] + "ي"
            yield from ((article + base + ending, False) for ending in ("ة", "ا"))
            yield from ((article + base + ending, True) for ending in ("ون", "ين", "ات", "ان", "تين", "تان"))


def _arabic_common(text: str, kind: EntryKind) -> Iterator[tuple[str, bool]]:
    """A title or an agent: with and without article, in the other cases, longer titles in the feminine."""
    first, *rest = text.split(" ")
    bare = first.removeprefix("ال")
    tails = [" ".join(["", *rest])]
    if rest:
        tails += ["".join(f" {word.removeprefix('ال')}" for word in rest)]
        tails += ["".join(f" {_with_article(word)}" for word in rest)]
    if len(key(fold(bare))) < 3:  # an abbreviation
        yield text, False
        return
    plural = bare.endswith(_AR_PLURALS)
    stems = [bare]
    if bare.endswith(("ون", "ين")) and len(bare) > 5:  # not مدون, which is one blogger
        stems += [bare[:-2] + ending for ending in ("ون", "ين", "و", "ي")]
    elif rest and kind == "title" and not bare.endswith(("ة", "ي", "ى", "ا", "ء", "ات")):
        stems.append(bare + "ة")  # of one word the feminine is often another word: محافظ, محافظة
    yield text, plural
    for stem in dict.fromkeys(stems):
        for tail in dict.fromkeys(tails):
            yield stem + tail, plural
            yield "ال" + stem + tail, plural
    if not rest and not bare.endswith(_NO_ALIF) and not text.startswith("ال"):
        yield bare + "ا", plural  # accusative: جنديا, جنودا


def _with_article(word: str) -> str:
    return word if word.startswith("ال") else "ال" + word


def heads(form: str) -> Iterator[str]:
    """The keys with which a form may begin in a row of tokens, however a tokenizer splits it."""
    first = fold(form.split(None, 1)[0])
    yield key(first)
    if first.isalnum():
        return
    for separators in (_HYPHENS, _HYPHENS_AND_STOPS):
        piece = next(filter(None, separators.split(first)), first)
        if piece != first and key(piece):
            yield key(piece)
