"""How a word sounds, in Latin, Arabic and Cyrillic letters alike, and how likely two words are one name.

``word`` turns letters into sounds by the rules of ``data/names.yml``. ``likeness`` aligns two words sound by
sound; what each step weighs was learned from pairs of spellings (``training/names``) and says, as a natural
logarithm, how much more often the two sounds meet in spellings of one name than by chance.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from operator import eq
from typing import NamedTuple, TypeAlias

import msgspec
from rapidfuzz.distance.Indel import normalized_similarity

from dragoman.resources import read_yaml
from dragoman.text import fold, script

_SINGLE = re.compile(r"[\w'](?:\|\w)*")
LONGEST = 40  # letters of a word that are looked at
UNLIKE = -12.0  # the likeness of words whose consonants have too little in common to be weighed
ALIKE = 12.0  # the likeness of words that are listed as one name
Odds: TypeAlias = dict[str, dict[str, float]]


class NameRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ``data/names.yml`` says; the file explains its own lists."""

    sounds: dict[str, str]
    marked: dict[str, str]
    latin: tuple[tuple[str, str], ...]
    cyrillic: tuple[tuple[str, str], ...]
    arabic: tuple[tuple[str, str], ...]
    skeleton: dict[str, str]
    titles: frozenset[str]
    particles: frozenset[str]
    openings: frozenset[str]
    endings: frozenset[str]
    surname_first: frozenset[str]
    prominent: frozenset[str]
    peers: tuple[tuple[str, ...], ...]
    ceremonial: frozenset[str]
    never_alone: frozenset[str]
    not_now: frozenset[str]
    acting: frozenset[str]
    running: frozenset[str]
    nominated: frozenset[str]
    staff: frozenset[str]
    abroad: frozenset[str]
    sent: frozenset[str]
    worldwide: tuple[str, ...]
    patronymics: str
    alike: tuple[tuple[str, ...], ...]
    bodies: dict[str, tuple[str, ...]]


class Word(
    msgspec.Struct, frozen=True, eq=False, gc=False
):  # quick to make; the same word is the same object
    """A word of a name: its script, its sounds (more than one reading where the article may be part of it).

    ``known`` numbers the first names whose spellings are listed.
    """

    text: str
    folded: str
    script: str
    readings: tuple[str, ...]
    skeleton: str
    known: int | None = None


@cache
def rules() -> NameRules:
    """The rules of ``data/names.yml``."""
    return read_yaml(files("dragoman") / "data" / "names.yml", NameRules)


class _Letters(NamedTuple):
    """The rules of a script: what is spoken otherwise than written and how, single letters, every sound."""

    pattern: re.Pattern[str]
    sounds: tuple[str, ...]
    single: dict[int, str]
    known: frozenset[str]


@cache
def _letters() -> dict[str, _Letters]:
    found = rules()
    tables = {"latin": found.latin, "cyrillic": found.cyrillic, "arabic": found.arabic}
    return {name: _compiled(table, found.sounds[name]) for name, table in tables.items()}


def _compiled(table: Sequence[tuple[str, str]], known: str) -> _Letters:
    """Single letters at the end of a table are looked up, which is quicker than to try them one by one.

    Of the others each way to write has an empty group behind it that tells which it is: one around it would
    keep the pattern from passing over what begins with another letter.
    """
    first = len(table)
    while first and _SINGLE.fullmatch(table[first - 1][0]):
        first -= 1
    ways = [(way, sounds) for pattern, sounds in table[:first] for way in pattern.split("|")]
    return _Letters(
        pattern=re.compile("|".join(f"{way}()" for way, _ in ways)),
        sounds=tuple(sounds for _, sounds in ways),
        single={
            ord(letter): sounds for letters, sounds in reversed(table[first:]) for letter in letters[::2]
        },
        known=frozenset(known),
    )


@cache
def _classes() -> dict[int, str | None]:
    kept = {ord(sound): name for name, sounds in rules().skeleton.items() for sound in sounds}
    dropped: dict[int, str | None] = dict.fromkeys(map(ord, "".join(rules().sounds.values())))
    return {**dropped, **kept}


@lru_cache(maxsize=100_000)
def word(text: str) -> Word:
    """How ``text``, one word in any script, sounds."""
    text = text[:LONGEST]
    kind, folded = script(text), fold(text)
    if kind == "arabic":
        # An alif with hamza is no article: إلياس is not "al-Yas".
        full = _spoken(folded, kind)
        bare = full[2:] if text.startswith("ال") and len(full) > 4 else ""
        readings = (bare, full) if bare else (full,)
    elif kind == "cyrillic":
        lower = text.lower()
        readings = (_spoken(fold(lower.replace("ё", "йо")) if "ё" in lower else folded, kind),)
    else:
        readings = (_squeeze(_spoken(_plain(text), "latin")),)
    skeleton = _squeeze(readings[0].translate(_classes()))
    return Word(text, folded, kind, readings, skeleton, _listed().get(folded))


@cache
def _listed() -> dict[str, int]:
    return {fold(text): number for number, line in enumerate(rules().alike) for text in line}


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    marked = rules().marked
    kept = "".join(marked.get(letter, letter) for letter in unicodedata.normalize("NFC", text.lower()))
    # Capitals are sounds already; folding would take them for letters.
    return "".join(letter if letter in "SZCGT" else fold(letter) for letter in kept)


def _spoken(text: str, kind: str) -> str:
    letters = _letters()[kind]
    sounds = letters.sounds
    spoken = letters.pattern.sub(lambda found: sounds[(found.lastindex or 1) - 1], text)
    spoken = spoken.translate(letters.single)
    return spoken if letters.known.issuperset(spoken) else "".join(filter(letters.known.__contains__, spoken))


_TWICE = re.compile(r"(.)\1+")


def _squeeze(sounds: str) -> str:
    return _TWICE.sub(r"\1", sounds) if True in map(eq, sounds, sounds[1:]) else sounds


Tables: TypeAlias = tuple[dict[tuple[str, str], Odds], dict[tuple[str, str], dict[str, float]]]


@cache
def _learned() -> Tables:
    return parse((files("dragoman") / "data" / "names_odds.tsv").read_text(encoding="utf-8"))


def parse(text: str) -> Tables:
    """The weights by pair of scripts, and each sound's mean, from the table as it is written."""
    tables: dict[tuple[str, str], Odds] = {}
    means: dict[tuple[str, str], dict[str, float]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            first, second, sound, *cells = line.split("\t")
            row = {cell[:-3].rstrip("_"): int(cell[-3:]) / 10 for cell in cells}
            means.setdefault((first, second), {})[sound.rstrip("_")] = row.pop("=")
            if row:
                tables.setdefault((first, second), {})[sound.rstrip("_")] = row
    for (first, second), table in list(tables.items()):
        tables[second, first] = _turned(table)
    return tables, means


def odds() -> dict[tuple[str, str], Odds]:
    """The learned weights by pair of scripts: first sound → second sound → weight, "" being no sound."""
    return _learned()[0]


def _turned(table: Odds) -> Odds:
    turned: Odds = {}
    for sound, row in table.items():
        for other, weight in row.items():
            turned.setdefault(other, {})[sound] = weight
    return turned


def unlike(first: Word, second: Word) -> bool:
    """Whether the consonants, or a list of first names, tell at once that two words are no one name."""
    if first.known is not None and second.known is not None:
        return first.known != second.known
    if not first.skeleton or not second.skeleton:
        return False
    return normalized_similarity(first.skeleton, second.skeleton) < 0.5


def likeness(first: Word, second: Word) -> float:
    """The log odds that the two words spell one name rather than two."""
    if unlike(first, second):
        return UNLIKE
    if first.known is not None and second.known is not None:
        return ALIKE
    table = odds().get((first.script, second.script))
    if table is None:  # a script without rules: only the same word is the same name
        return 10.0 if first.folded == second.folded else UNLIKE
    if len(first.readings) == len(second.readings) == 1:
        return align(first.readings[0], second.readings[0], table)
    return max([align(a, b, table) for a in first.readings for b in second.readings])


def align(first: str, second: str, table: Odds) -> float:
    """The weight of the best alignment of two words' sounds."""
    costs = [*map(table[""].__getitem__, second)]
    best = [*accumulate(costs)]
    left = sum(costs)
    edge = 0.0
    for sound in first:
        row = table[sound]
        dropped = row[""]
        diagonal = edge
        left = edge = edge + dropped
        at = 0  # so is faster than enumerate and max, and most of the time of a match goes here
        for kept, cost in zip(map(row.__getitem__, second), costs, strict=False):
            above = best[at]
            left += cost
            diagonal += kept
            left = diagonal if diagonal > left else left
            diagonal = above
            above += dropped
            left = above if above > left else left
            best[at] = left
            at += 1
    return left


@lru_cache(maxsize=100_000)
def usual(first: Word, other: str) -> float:
    """The likeness that ``first`` reaches on average with its spellings in the script ``other``."""
    table = _learned()[1].get((first.script, other))
    if table is None:
        return 10.0
    return max(1.0, *[sum(map(table.__getitem__, reading)) for reading in first.readings])
