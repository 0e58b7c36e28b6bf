"""Every unvocalised form of a verb, from its past and present third person masculine singular.

Arabic news is written without vowels, so that one spelling stands for several persons and voices; what
matters later is which verb it is and whether it is past or present. Readings carry ``Token.form``:

* ``past`` and ``fin`` (present, which after س or سوف is future and after لم past);
* ``part``: a past or present form that can only be passive (أعيد, قيل, يقال, عوقب).

A spelling that serves active and passive alike (قتل) has the active reading only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import msgspec

from dragoman.documents.arabic import words
from dragoman.resources import language_file, read_yaml
from dragoman.text import fold

_WEAK = "ايوى"
_FORM_ONE_PASSIVES = {"قال": "قيل", "باع": "بيع", "دعا": "دعي"}  # the rest of these read as nouns: عيد, بين
_FIRST_RADICAL_DROPS = "و"


class Verb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of verbs.yml: past and present 3ms in standard spelling without vowels, verbal nouns."""

    past: str
    present: str
    masdar: list[str] = []


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a spelling: the verb's folded lemma, the form, and how common such a form is.

    ``rank`` is 0 for the third person and plain stems, 1 for other persons and passive forms, 2 for
    shortened (jussive) forms and for "I". ``bound`` forms stand only before a pronoun suffix.
    """

    lemma: str
    form: str
    rank: int = 0
    bound: bool = False


def inflect(verb: Verb) -> Iterator[tuple[str, str, int, bool]]:
    """All (spelling, form, rank, bound) of ``verb``, unfolded; a spelling may come more than once."""
    yield from _past(verb)
    yield from _present(verb)
    yield from _passive(verb)


def _past(verb: Verb) -> Iterator[tuple[str, str, int, bool]]:
    stem = verb.past
    if _defective(stem):
        yield from _defective_past(stem)
        return
    yield from _third_past(stem)
    if _hollow(verb):
        last = "ئ" if stem[-1] == "ء" else stem[-1]
        yield from _first_past(stem[:-2] + last)
    else:
        if _doubled(verb):
            yield from _first_past(stem + stem[-1])
        yield from _first_past(stem)


def _third_past(stem: str) -> Iterator[tuple[str, str, int, bool]]:
    yield stem, "past", 0, False
    for ending in ("ت", "وا"):
        yield stem + ending, "past", 0, False
    for ending in ("ا", "تا"):
        yield stem + ending, "past", 1, False
    yield stem + "و", "past", 0, True
    if stem[-1] == "أ":
        yield stem[:-1] + "ؤوا", "past", 0, False
        yield stem[:-1] + "آ", "past", 1, False
    if stem[-1] == "ء":
        yield stem[:-1] + "ؤوا", "past", 0, False
        yield stem[:-1] + "ؤو", "past", 0, True


def _first_past(stem: str) -> Iterator[tuple[str, str, int, bool]]:
    yield (stem if stem[-1] == "ت" else stem + "ت"), "past", 1, False
    yield (stem + "ا" if stem[-1] == "ن" else stem + "نا"), "past", 1, False
    yield (stem if stem[-1] == "ن" else stem + "ن"), "past", 1, False
    yield stem + "تم", "past", 1, False


def _defective_past(stem: str) -> Iterator[tuple[str, str, int, bool]]:
    base = stem[:-1]
    weak = base + ("و" if stem[-1] == "ا" else "ي")
    yield stem, "past", 0, False
    yield (weak if stem[-1] == "ي" else base) + "ت", "past", 0, False
    yield base + "وا", "past", 0, False
    yield base + "ا", "past", 0, True
    yield base + "و", "past", 0, True
    for ending in ("ا", "ت", "نا", "ن", "تم"):
        yield weak + ending, "past", 1, False
    yield base + "تا", "past", 1, False


def _present(verb: Verb) -> Iterator[tuple[str, str, int, bool]]:
    stem = verb.present[1:]
    for person in "يتنأ":
        rank = {"ي": 0, "ت": 0, "ن": 1, "أ": 2}[person]
        bare = "آ" + stem[1:] if person == "أ" and stem[0] == "أ" else person + stem
        yield bare, "fin", rank, False
        if stem[-1] in "يوى":
            yield bare[:-1], "fin", 2, False
            if stem[-1] == "ى":
                yield bare[:-1] + "ا", "fin", rank, True
        elif _hollow(verb) and person in "يت":
            yield bare[:-2] + bare[-1], "fin", 2, False
    for person in "يت":
        for ending, rank, bound in _present_endings(verb, stem):
            yield person + ending, "fin", rank, bound


def _present_endings(verb: Verb, stem: str) -> Iterator[tuple[str, int, bool]]:
    if stem[-1] in "يوى":
        base, weak = stem[:-1], stem[:-1] + ("و" if stem[-1] == "و" else "ي")
    else:
        base = weak = stem
    for start in (base, *_hamza_plurals(stem)):
        yield start + "ون", 0, False
        yield start + "وا", 0, False
        yield start + "و", 0, True
    yield weak + "ان", 1, False
    yield weak + "ا", 1, False
    yield base + "ين", 1, False
    short = stem[:-2] + stem[-1] if _hollow(verb) else weak
    yield short + "ن", 1, False


def _hamza_plurals(stem: str) -> tuple[str, ...]:
    return (stem[:-1] + "ؤ",) if stem[-1] in "أء" else ()


def _passive(verb: Verb) -> Iterator[tuple[str, str, int, bool]]:
    past = _passive_past(verb)
    if past:
        for ending in ("", "ت", "وا", "ا"):
            yield past + ending, "part", 1, False
        yield past + "و", "part", 1, True
    stem = _passive_present(verb)
    if stem:
        for person in "يت":
            for ending in ("", "ون", "وا", "ان"):
                yield person + stem + ending, "part", 2, False


def _passive_past(verb: Verb) -> str | None:
    past = verb.past
    if len(past) > 3 and _hollow(verb):
        return past[:-2] + "ي" + past[-1]  # أعيد
    if len(past) == 4 and past[1] == "ا":
        return past[0] + "و" + past[2:]  # عوقب
    if len(past) == 5 and past[0] == "ت" and past[2] == "ا":
        return past[:2] + "و" + past[3:]  # تبودل
    if past[-1] == "أ":
        return past[:-1] + "ئ"  # أنشئ
    if len(past) == 3 and past[1] == "أ":
        return past[0] + "ئ" + past[2]  # سئل
    return _FORM_ONE_PASSIVES.get(past)


def _passive_present(verb: Verb) -> str | None:
    stem = verb.present[1:]
    if _hollow(verb) and stem[-2] in "يو":
        return stem[:-2] + "ا" + stem[-1]
    if len(verb.past) == 3 and verb.past[0] == _FIRST_RADICAL_DROPS and len(stem) == 2:
        return verb.past
    if stem[-1] == "ئ":
        return stem[:-1] + "أ"
    return None


def _defective(stem: str) -> bool:
    return stem[-1] in "اىي"


def _hollow(verb: Verb) -> bool:
    """Whether the middle radical is weak: قال, أعاد, استطاع, اختار."""
    stem = verb.past
    return len(stem) >= 3 and stem[-2] == "ا" and len(verb.present) >= 3 and verb.present[-2] in _WEAK


def _doubled(verb: Verb) -> bool:
    """Whether the last radical is written once for two: رد, أصر, احتل, استمر."""
    stem = verb.past
    if len(stem) == 2:
        return True
    if len(stem) == 3 and stem[0] == "أ":
        return len(verb.present) == 3
    if stem.startswith("است"):
        return len(stem) == 5
    return len(stem) == 4 and stem[0] == "ا" and (stem[1] == "ن" or stem[2] == "ت")


def table(verbs: Iterable[Verb]) -> dict[str, tuple[Reading, ...]]:
    """Folded spelling → its readings as verbs, the most usual first."""
    found: dict[str, list[Reading]] = {}
    for verb in verbs:
        lemma = fold(verb.past)
        for spelling, form, rank, bound in inflect(verb):
            readings = found.setdefault(_fold(spelling), [])
            reading = Reading(lemma, form, rank, bound)
            if not any(known.lemma == lemma and known.form == form for known in readings):
                readings.append(reading)
    return {spelling: tuple(sorted(readings, key=_order)) for spelling, readings in found.items()}


def _order(reading: Reading) -> tuple[bool, int, bool, bool, int]:
    auxiliary = reading.lemma in words.folded("auxiliaries")
    preferred = reading.lemma in words.folded("preferred_verbs")
    return reading.bound, reading.rank, not auxiliary, not preferred, len(reading.lemma)


_LETTERS = str.maketrans({**dict.fromkeys("أإآ", "ا"), "ى": "ي"})


def _fold(spelling: str) -> str:
    return spelling.translate(_LETTERS)  # the same as text.fold for the letters that occur here, and fast


@cache
def load() -> tuple[Verb, ...]:
    """The verbs of ``data/languages/ar/verbs.yml``."""
    return read_yaml(language_file("ar", "verbs.yml"), tuple[Verb, ...])


@cache
def known() -> dict[str, tuple[Reading, ...]]:
    """The table of all verbs of the language file."""
    return table(load())


@cache
def masdars() -> dict[str, str]:
    """Folded verbal noun → folded lemma of its verb."""
    found: dict[str, str] = {}
    for verb in load():
        for noun in verb.masdar:
            found.setdefault(fold(noun), fold(verb.past))
    return found


@cache
def participles() -> dict[str, str]:
    """Folded active participle, accusative (مؤكدا) or feminine (مؤكدة) → folded lemma of its verb.

    The participles of plain three-letter verbs (قائلا, داعيا, لافتا) are given in the accusative only:
    without that ending they are nouns of their own.
    """
    found: dict[str, str] = {}
    for verb in load():
        for spelling in _participles(verb):
            found.setdefault(_fold(spelling), fold(verb.past))
    return found


def _participles(verb: Verb) -> Iterator[str]:
    stem, past = verb.present[1:], verb.past
    if len(past) > 3 or (len(past) == 3 and len(verb.present) > 4) or verb.present[1:2] == "ؤ":
        base = "م" + (stem[:-1] + "ي" if stem[-1] in "يىو" else stem)
        yield base + "ا"
        yield base + "ة"
        return
    if len(past) == 3 and len(stem) == 3:
        yield (
            "م" + stem + "ا"
        )  # forms II and IV are written like form I; a participle that is none harms nobody
        yield "م" + stem + "ة"
    yield from _form_one_participle(past, verb)


def _form_one_participle(past: str, verb: Verb) -> Iterator[str]:
    if len(past) == 2:
        return
    if _defective(past):
        yield past[0] + "ا" + past[1] + "يا"
    elif _hollow(verb):
        yield past[0] + "ائ" + past[2] + "ا"
    else:
        yield past[0] + "ا" + past[1:] + "ا"
