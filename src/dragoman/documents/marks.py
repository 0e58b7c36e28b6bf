"""Quotation marks paired by where they stand, since real pages turn their glyphs every way.

A mark after a space, a colon or the start of a line opens, one before a space, a stop or the end of a line
closes; where both or neither holds, the marks take turns. A pair never crosses a line. Apostrophes and inch
marks are no quotation marks. All positions are code points of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from dragoman.types import Span

Role = Literal["open", "close", "either", "colon"]

LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_DOUBLE = re.compile(r"``|''|‘‘|’’|[\"“”„‟«»＂〝〞〟‹›]")
_SINGLE = re.compile(r"['‘’‚`]")
_GLYPHS = frozenset("\"“”„‟«»＂〝〞〟‹›'‘’‚`")
_OPENING = frozenset("([{—–-/…")
_CLOSING = frozenset(",.;:!?)]}،؛؟…—–-/۔")
_ELISION = re.compile(r"\d|(?:n|em|til|cause|tis|twas|bout|round)\b", re.IGNORECASE)
_PLURAL = re.compile(r"[sS]['’] \w")
_WORD = re.compile(r"\w+")
_CLUSTER = 4  # how many marks in a row are looked through for the word they enclose
_TAIL = 80  # the longest '" the Iraqi vice president said' that may follow the mark at a line's end
_TAIL_WORDS = 6


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a text: what stands between them, where they open and close, closings without an opening.

    ``opening`` and ``closing`` map the start of each mark to its stop; ``strays`` are among ``closing``.
    """

    regions: tuple[Span, ...]
    opening: Mapping[int, int]
    closing: Mapping[int, int]
    strays: tuple[int, ...]


@dataclass(slots=True)
class _Line:
    """A line whose marks are being paired; ``open`` are the opening marks still waiting."""

    span: Span
    marks: list[Span] = field(default_factory=list)
    open: list[Span] = field(default_factory=list)
    pairs: list[tuple[Span, Span]] = field(default_factory=list)
    regions: list[Span] = field(default_factory=list)
    strays: list[Span] = field(default_factory=list)


def pair(text: str, says: frozenset[str]) -> Marks:
    """The paired marks of ``text``; ``says`` are the verb forms that may follow a closing mark."""
    found = (Span(*match.span()) for match in LINE.finditer(text) if not match[0].isspace())
    lines = [_pair_doubles(text, _Line(span)) for span in found]
    for line, following in pairwise([*lines, _Line(Span(len(text), len(text)))]):
        _settle(text, line, following, says)
    for line in lines:
        _pair_singles(text, line)
        line.regions.extend(Span(opening.stop, closing.start) for opening, closing in line.pairs)
    pairs = [both for line in lines for both in line.pairs]
    strays = [mark for line in lines for mark in line.strays]
    unclosed = [mark for line in lines for mark in line.open]
    regions = (_trim(text, region) for line in lines for region in line.regions)
    return Marks(
        regions=tuple(_outermost(span for span in regions if _WORD.search(text, span.start, span.stop))),
        opening={mark.start: mark.stop for mark in [*(opening for opening, _ in pairs), *unclosed]},
        closing={mark.start: mark.stop for mark in [*(closing for _, closing in pairs), *strays]},
        strays=tuple(mark.start for mark in strays),
    )


def _pair_doubles(text: str, line: _Line) -> _Line:
    line.marks = [Span(*match.span()) for match in _DOUBLE.finditer(text, line.span.start, line.span.stop)]
    for index, mark in enumerate(line.marks):
        role = _role(text, mark, line.span)
        if role in {"close", "either"} and not line.open and _is_inch(text, mark):
            continue
        even = (len(line.marks) - index) % 2 == 0  # of marks from this one on
        if role == "colon":
            role = "open" if even or not line.open else "close"
        elif role == "either":
            role = "close" if line.open and text[mark.start] not in "«„" else "open"
        elif role == "close" and even and not line.open and text[mark.start - 1] in ",،":
            role = "open"  # 'he says,” we are ready”'
        if role == "open":
            line.open.append(mark)
        elif line.open:
            line.pairs.append((line.open.pop(), mark))
        else:
            line.strays.append(mark)
    return line


def _role(text: str, mark: Span, line: Span) -> Role:
    """What ``mark`` does, judged by its neighbours alone."""
    glyph = mark.text(text)
    if glyph == "``":
        return "open"
    before, after = _neighbours(text, mark, line)
    if after and _after_colon(text, mark, line):
        return "colon" if after.isspace() or before == ":" else "open"
    left = not before or before.isspace() or before in _OPENING
    right = not after or after.isspace() or after in _CLOSING
    if left and right:
        return _role_between(text, mark, before, after)
    if left or right:
        return "open" if left else "close"
    return "either"


def _role_between(text: str, mark: Span, before: str, after: str) -> Role:
    """The role of a mark that has space or punctuation on both sides."""
    if not before or not after:
        return "close" if before else "open"
    if before.isspace() and after.isspace():
        return "close" if mark.text(text) == "''" else "either"
    if after.isspace():
        return "either" if before in "([{" else "close"
    ellipsis = text.startswith(("...", "…", ". . ."), mark.stop)
    return "open" if ellipsis or after in "([{—–-/" else "close"


def _neighbours(text: str, mark: Span, line: Span) -> tuple[str, str]:
    """The characters around ``mark``, seen through other marks; "" at either end of the line."""
    left, right = mark.start - 1, mark.stop
    while left >= line.start and mark.start - left <= _CLUSTER and text[left] in _GLYPHS:
        left -= 1
    while right < line.stop and right - mark.stop < _CLUSTER and text[right] in _GLYPHS:
        right += 1
    return text[left] if left >= line.start else "", text[right] if right < line.stop else ""


def _after_colon(text: str, mark: Span, line: Span) -> bool:
    left = text[max(line.start, mark.start - _CLUSTER) : mark.start].rstrip()
    return left.endswith(":")


def _is_inch(text: str, mark: Span) -> bool:
    return mark.text(text) in {'"', "”", "''", "’’"} and text[mark.start - 1 : mark.start].isdigit()


def _settle(text: str, line: _Line, following: _Line, says: frozenset[str]) -> None:
    """Decide what the marks still open at the end of ``line`` meant."""
    if not line.open:
        return
    first, last = line.open[0], line.open[-1]
    rest = Span(first.stop, line.span.stop)
    inner = any(opening.start > first.start for opening, _ in line.pairs)
    if _reopens(text, following) and _is_speech(text, line, first, inner):
        line.regions.append(rest)
    elif inner:
        _settle_guillemets(text, line, first)
    elif first is last and _closes_turned(text, line, first, says):
        line.open.clear()
        line.strays.append(first)
    elif _runs_on(text, line, following, first):
        line.regions.append(rest)
    elif _introduced(text, line, first) and len(_words(text, rest)) >= 3:
        line.regions.append(rest)


def _reopens(text: str, line: _Line) -> bool:
    """Whether ``line`` begins with a mark that opens, as every paragraph of a long quotation does."""
    if not line.marks or line.marks[0] in line.strays:
        return False
    return not text[line.span.start : line.marks[0].start].strip()


def _is_speech(text: str, line: _Line, mark: Span, inner: bool) -> bool:
    """Whether ``mark`` opens enough words for speech and, with quotations inside, is introduced as such."""
    words = _words(text, Span(mark.stop, line.span.stop))
    return len(words) >= _TAIL_WORDS and (not inner or _introduced(text, line, mark))


def _settle_guillemets(text: str, line: _Line, first: Span) -> None:
    """Let one glyph close two guillemets, as Russian pages do: «Мы строим «Северный поток», — сказал он."""
    opening, closing = line.pairs[-1]
    tail = text[closing.stop : line.span.stop].lstrip(".,!? ")
    if text[first.start] == "«" == text[opening.start] and (not tail or tail[0] in "—–-"):
        line.pairs.append((first, closing))


def _closes_turned(text: str, line: _Line, mark: Span, says: frozenset[str]) -> bool:
    """Whether an opening mark is a closing one turned round: 'We are ready, “he said.'"""
    before = text[line.span.start : mark.start].rstrip()
    tail = text[mark.stop : min(line.span.stop, mark.stop + _TAIL + 1)]
    if not before.endswith((",", "،", ".", "!", "?", "؟")) or len(tail) > _TAIL:
        return False
    words = [word.lower() for word in _WORD.findall(tail)[:_TAIL_WORDS]]
    return any(word in says for word in words)


def _introduced(text: str, line: _Line, mark: Span) -> bool:
    """Whether speech can begin at ``mark``: at the start of its line, or after a colon or a comma."""
    before = text[line.span.start : mark.start].rstrip()
    return not before or before.endswith((":", ",", "،"))


def _runs_on(text: str, line: _Line, following: _Line, mark: Span) -> bool:
    """Whether the next line closes what ``mark`` opened; its part is then taken from its start."""
    if not following.strays or following.strays[0] != following.marks[0]:
        return False
    closing = following.strays.pop(0)
    following.pairs.append((Span(following.span.start, following.span.start), closing))
    return _introduced(text, line, mark) or len(_words(text, Span(mark.stop, line.span.stop))) >= 3


def _words(text: str, span: Span) -> list[str]:
    return _WORD.findall(text, span.start, min(span.stop, span.start + 200))


def _pair_singles(text: str, line: _Line) -> None:
    """Add the pairs of single marks that do not cut through a pair of double ones."""
    doubles = _outermost(Span(opening.start, closing.stop) for opening, closing in line.pairs)
    waiting: Span | None = None
    candidates: list[Span] = []
    pairs: list[tuple[Span, Span]] = []
    for match in _SINGLE.finditer(text, line.span.start, line.span.stop):
        mark = Span(*match.span())
        role = _single_role(text, mark, line.span)
        if role == "open":
            pairs.extend(_choose(text, waiting, candidates))
            waiting, candidates = mark, []
        elif role == "close" and waiting is not None:
            candidates.append(mark)
    pairs.extend(_choose(text, waiting, candidates))
    starts = [double.start for double in doubles]
    for opening, closing in pairs:
        nearest = (bisect_right(starts, mark.start) - 1 for mark in (opening, closing))
        if all(index < 0 or doubles[index].stop <= opening.start for index in nearest):
            line.pairs.append((opening, closing))


def _single_role(text: str, mark: Span, line: Span) -> Role:
    before = text[mark.start - 1] if mark.start > line.start else ""
    after = text[mark.stop] if mark.stop < line.stop else ""
    if text[mark.start] in (before, after):  # half of a double mark
        return "either"
    if (not before or before.isspace() or before in _OPENING or before in ':"“„«') and after.isalnum():
        return "either" if _ELISION.match(text, mark.stop) else "open"
    if before and not before.isspace() and not after.isalnum():
        return "close"
    return "either"


def _choose(text: str, opening: Span | None, candidates: list[Span]) -> list[tuple[Span, Span]]:
    """``opening`` with the first candidate that is not the apostrophe of a plural ("ministers' talks")."""
    if opening is None or not candidates:
        return []
    sure = (mark for mark in candidates if not _PLURAL.match(text, mark.start - 1))
    closing = next(sure, candidates[0])
    return [(opening, closing)] if closing.start - opening.stop > 1 else []


def _trim(text: str, region: Span) -> Span:
    words = region.text(text)
    start = region.start + len(words) - len(words.lstrip())
    return Span(start, max(start, region.stop - len(words) + len(words.rstrip())))


def _outermost(regions: Iterable[Span]) -> list[Span]:
    """The regions that lie in no other, in order."""
    kept: list[Span] = []
    for region in sorted(regions, key=lambda region: (region.start, -region.stop)):
        if not kept or region.start >= kept[-1].stop:
            kept.append(region)
    return kept
