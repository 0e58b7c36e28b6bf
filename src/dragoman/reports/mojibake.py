"""Text that was decoded with the wrong table, put right where the round trip proves it.

UTF-8 read as windows-1252, windows-1256 or windows-1251 turns each letter into two or three odd ones
(``Ø§Ù„`` for ``ال``). Going back to the bytes and reading them as UTF-8 is a proof only if it works and gives
letters of the script that the text is in; what fails either test is left as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache

from dragoman.text import Script, script

_RUN = re.compile(r"[\u0080-\uffff]{2,}")
_TABLES = ("cp1252", "cp1256", "cp1251")
_LATIN = frozenset(map(chr, range(0xC0, 0x180))) - frozenset("×÷")
_ARABIC = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْٰـپچژگکی٠١٢٣٤٥٦٧٨٩،؛؟٪")
_CYRILLIC = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯіїєґІЇЄҐўЎ")
_NEUTRAL = frozenset("‐‑‒–—―‘’‚“”„†‡•…‰‹›€™©®°«»·§¶\u00a0\u200b\u200c\u200d\u200e\u200f№")
_LETTERS: dict[Script, frozenset[str]] = {"latin": _LATIN, "arabic": _ARABIC, "cyrillic": _CYRILLIC}
_MOST = 0.9  # of what is not ASCII must be put right for a whole text to count as mis-decoded
_LEAST_RUNS = 3
_READ = 40_000  # code points that tell the script


def repair(text: str, *, pieces: bool) -> str:
    """``text`` with what was certainly mis-decoded put right.

    Args:
        text: any text.
        pieces: put single runs right too (``donâ€™t`` in sound text), not only text that nobody could read.
    """
    runs = Counter(_RUN.findall(text))
    if not runs:
        return text
    readings = [_certain(text, runs, table, pieces) for table in _TABLES]
    best = max(readings, key=lambda known: sum(len(run) * runs[run] for run in known))
    return _RUN.sub(_replacer(best), text)


def _certain(text: str, runs: Counter[str], table: str, pieces: bool) -> dict[str, str]:
    """The runs that were certainly written by reading UTF-8 as ``table``, each put right."""
    decoded = {run: words for run in runs if (words := _decode(run, table)) is not None}
    if not decoded:
        return {}
    main = _main_script(_RUN.sub(_replacer(decoded), text[:_READ]))
    wanted = _LETTERS.get(main, frozenset()) | _NEUTRAL
    certain = {run: words for run, words in decoded.items() if wanted.issuperset(words)}
    right = sum(len(run) * runs[run] for run in certain)
    several = sum(runs[run] for run in certain) >= _LEAST_RUNS
    whole = several and right >= _MOST * sum(len(run) * times for run, times in runs.items())
    if whole and (main != "latin" or pieces):
        return certain
    return {run: words for run, words in certain.items() if pieces and _is_piece(run, words, table)}


def _is_piece(run: str, words: str, table: str) -> bool:
    """Whether ``run`` can be put right alone: Arabic and Cyrillic pairs also occur in sound text."""
    return table == "cp1252" or (len(run) > 2 and len(words) == 1 and words in _NEUTRAL)


def _replacer(known: dict[str, str]) -> Callable[[re.Match[str]], str]:
    return lambda match: known.get(match[0], match[0])


def _decode(run: str, table: str, times: int = 2) -> str | None:
    """``run`` put right, twice where it was garbled twice; None where it does not decode."""
    codes = _bytes_of(table)
    try:
        words = bytes(codes[character] for character in run).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None
    again = _decode(words, table, times - 1) if times > 1 else None
    return words if again is None else again


@cache
def _bytes_of(table: str) -> dict[str, int]:
    """Which byte each character stands for; the C1 controls stand for bytes the table leaves free."""
    known = {chr(code): code for code in range(0x80, 0xA0)}
    for code in range(0x80, 0x100):
        character = bytes([code]).decode(table, "ignore")
        if character:
            known[character] = code
    return known


def _main_script(text: str) -> Script:
    letters = Counter[Script]()
    for word in re.findall(r"[^\W\d_]+", text):
        letters[script(word)] += len(word)
    return letters.most_common(1)[0][0] if letters else "other"
