"""Quotation marks paired by where they stand, since real pages turn their glyphs every way.

A mark after a space, a colon or the start of a line opens, one before a space, a stop or the end of a line
closes; where both or neither holds, the marks take turns. A pair never crosses a line. Apostrophes and inch
marks are no quotation marks. All positions are code points of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from dragoman.documents.single_marks import pair_singles
from dragoman.types import Span

Role = Literal["open", "close", "either", "colon"]

LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_DOUBLE = re.compile(r"``|''|‘‘|’’|[\"“”„‟«»＂〝〞〟‹›]")
_GLYPHS = frozenset("\"“”„‟«»＂〝〞〟‹›'‘’‚`")
_OPENING = frozenset("([{—–-/…")
_CLOSING = frozenset(",.;:!?)]}،؛؟…—–-/۔")
_WORD = re.compile(r"\w+")
_CLUSTER = 4  # how many marks in a row are looked through for the word they enclose
_TAIL = 80  # the longest '" the Polish minister said' that may follow the mark at a line's end
_TAIL_WORDS = 6
_SPEECH = 6  # words of a quotation that runs on into the next paragraph
_LONGEST_WORD = 24


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

    text: str
    span: Span
    marks: list[Span] = field(default_factory=list)
    open: list[Span] = field(default_factory=list)
    pairs: list[tuple[Span, Span]] = field(default_factory=list)
    regions: list[Span] = field(default_factory=list)
    strays: list[Span] = field(default_factory=list)

    def before(self, position: int, most: int) -> str:
        """At most ``most`` code points of the line before ``position``, without white space at their end."""
        return self.text[max(self.span.start, position - most) : position].rstrip()

    def rest(self, mark: Span) -> Span:
        """What follows ``mark`` in the line."""
        return Span(mark.stop, self.span.stop)


@dataclass(frozen=True, slots=True)
class _Words:
    """Words beside quotation marks: what follows a closing one, and what comes before an opening one."""

    says: Set[str]
    introduces: Set[str]

    def introduce(self, line: _Line, mark: Span) -> bool:
        """Whether speech can begin at ``mark``: at the start, after a colon, a comma, "said" or "that"."""
        before = line.before(mark.start, _LONGEST_WORD)
        if not before:
            return not line.text[line.span.start : mark.start].strip()
        if before.endswith((":", ",", "،")):
            return True
        word = before.split()[-1].lower()
        return any(form in self.says or form in self.introduces for form in (word, word[1:]))


def pair(text: str, says: Set[str], introduces: Set[str] = frozenset()) -> Marks:
    """The paired marks of ``text``.

    Args:
        text: the whole text.
        says: verb forms that follow a closing mark or stand before an opening one.
        introduces: other words after which speech begins ("that", "قائلا").
    """
    words = _Words(says, introduces)
    found = (Span(*match.span()) for match in LINE.finditer(text) if not match[0].isspace())
    lines = [_pair_doubles(_Line(text, span), words) for span in found]
    for line, following in pairwise([*lines, _Line(text, Span(len(text), len(text)))]):
        _settle(line, following, words)
    for line in lines:
        doubles = _outermost(Span(opening.start, closing.stop) for opening, closing in line.pairs)
        line.pairs.extend(pair_singles(text, line.span, doubles))
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


def _pair_doubles(line: _Line, words: _Words) -> _Line:
    line.marks = [
        Span(*match.span()) for match in _DOUBLE.finditer(line.text, line.span.start, line.span.stop)
    ]
    for index, mark in enumerate(line.marks):
        role = _role(line.text, mark, line.span)
        if role in {"close", "either"} and not line.open and _is_inch(line.text, mark):
            continue
        if _opens(line, mark, role, words, even=(len(line.marks) - index) % 2 == 0):
            line.open.append(mark)
        elif line.open:
            line.pairs.append((line.open.pop(), mark))
        else:
            line.strays.append(mark)
    return line


def _opens(line: _Line, mark: Span, role: Role, words: _Words, *, even: bool) -> bool:
    """Whether ``mark`` opens; ``even`` says how many marks there are from it to the end of the line."""
    if role == "colon":
        return even or not line.open
    if role == "either":
        if line.open:
            return line.text[mark.start] in "«„"
        return even or line.text[mark.start] != "”"
    if role == "close":  # unless it is turned, as in 'he says,” we are ready”'
        return even and not line.open and words.introduce(line, mark)
    return True


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


def _settle(line: _Line, following: _Line, words: _Words) -> None:
    """Decide what the marks still open at the end of ``line`` meant."""
    if not line.open:
        return
    first = line.open[0]
    length = _count(line.text, line.rest(first))
    introduced = words.introduce(line, first)
    inner = any(opening.start > first.start for opening, _ in line.pairs)
    if _reopens(following) and length >= _SPEECH and (introduced or not inner):
        line.regions.append(line.rest(first))
    elif inner:
        _settle_guillemets(line, first)
    elif len(line.open) == 1 and _closes_turned(line, first, words):
        line.open.clear()
        line.strays.append(first)
    elif _runs_on(following) and (introduced or length >= 3):
        following.pairs.append((Span(following.span.start, following.span.start), following.strays.pop(0)))
        line.regions.append(line.rest(first))
    elif introduced and length >= 3:
        line.regions.append(line.rest(first))


def _reopens(line: _Line) -> bool:
    """Whether ``line`` begins with a mark that opens, as every paragraph of a long quotation does."""
    if not line.marks or line.marks[0] in line.strays:
        return False
    return not line.text[line.span.start : line.marks[0].start].strip()


def _settle_guillemets(line: _Line, first: Span) -> None:
    """Let one glyph close two guillemets, as Russian pages do: «Мы строим «Северный поток», — сказал он."""
    opening, closing = line.pairs[-1]
    tail = line.rest(closing).text(line.text).lstrip(".,!? ")
    if line.text[first.start] == "«" == line.text[opening.start] and (not tail or tail[0] in "—–-"):
        line.pairs.append((first, closing))


def _closes_turned(line: _Line, mark: Span, words: _Words) -> bool:
    """Whether an opening mark is a closing one turned round: 'We are ready, “he said.'"""
    tail = line.rest(mark)
    if tail.stop - tail.start > _TAIL or not line.before(mark.start, 2).endswith(tuple(",،.!?؟")):
        return False
    return any(word.lower() in words.says for word in _WORD.findall(tail.text(line.text))[:_TAIL_WORDS])


def _runs_on(following: _Line) -> bool:
    """Whether the first mark of the next line closes what this one opened."""
    return bool(following.strays) and following.strays[0] == following.marks[0]


def _count(text: str, span: Span) -> int:
    """How many words ``span`` holds, counted no further than needed."""
    return len(_WORD.findall(text, span.start, min(span.stop, span.start + 200)))


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
