"""Single quotation marks paired, and told from apostrophes.

A single mark opens only before a letter or digit that no letter precedes, and closes only after something
and before no letter. Where the apostrophe of a plural ("ministers' talks") could close, a later mark is
preferred.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from dragoman.types import Span

_SINGLE = re.compile(r"['‘’‚`]")
_BEFORE = frozenset('([{—–-/…:"“”„«')
_ELISION = re.compile(r"\d|(?:n|em|til|cause|tis|twas|bout|round)\b", re.IGNORECASE)
_PLURAL = re.compile(r"[sS]['’] \w")


def pair_singles(text: str, line: Span, doubles: Sequence[Span]) -> list[tuple[Span, Span]]:
    """The pairs of single marks in ``line`` that neither lie within nor cut through one of ``doubles``."""
    waiting: Span | None = None
    candidates: list[Span] = []
    pairs: list[tuple[Span, Span]] = []
    for match in _SINGLE.finditer(text, line.start, line.stop):
        mark = Span(*match.span())
        role = _role(text, mark, line)
        if role == "open":
            pairs.extend(_choose(text, waiting, candidates))
            waiting, candidates = mark, []
        elif role == "close" and waiting is not None:
            candidates.append(mark)
    pairs.extend(_choose(text, waiting, candidates))
    starts = [double.start for double in doubles]
    return [both for both in pairs if _is_apart(both, doubles, starts)]


def _is_apart(pair: tuple[Span, Span], doubles: Sequence[Span], starts: list[int]) -> bool:
    opening = pair[0]
    nearest = (bisect_right(starts, mark.start) - 1 for mark in pair)
    return all(index < 0 or doubles[index].stop <= opening.start for index in nearest)


def _role(text: str, mark: Span, line: Span) -> Literal["open", "close", "neither"]:
    before = text[mark.start - 1] if mark.start > line.start else ""
    after = text[mark.stop] if mark.stop < line.stop else ""
    if text[mark.start] in (before, after):  # half of a double mark
        return "neither"
    if (not before or before.isspace() or before in _BEFORE) and after.isalnum():
        return "neither" if _ELISION.match(text, mark.stop) else "open"
    if before and not before.isspace() and not after.isalnum():
        return "close"
    return "neither"


def _choose(text: str, opening: Span | None, candidates: list[Span]) -> list[tuple[Span, Span]]:
    """``opening`` with the first candidate that is not the apostrophe of a plural."""
    if opening is None or not candidates:
        return []
    sure = (mark for mark in candidates if not _PLURAL.match(text, mark.start - 1))
    closing = next(sure, candidates[0])
    return [(opening, closing)] if closing.start - opening.stop > 1 else []
