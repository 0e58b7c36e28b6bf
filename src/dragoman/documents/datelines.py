"""The place a report says it was written in: the dateline at the start of its first paragraph."""

from __future__ import annotations

import re

from dragoman.documents.furniture import find
from dragoman.documents.pages import first_lines, lines, table, words_of
from dragoman.types import Span

_DASH = re.compile(r"\s[-–—ـ]+\s")
_PARENTHESIS = 120
_BYLINE_WORDS = 6
_PLACE_WORDS = 4
_DATELINES = (
    # WASHINGTON (Reuters) - / BEIRUT, Lebanon — / MOSCOW, July 24 (TASS) - / MOSCOW:
    re.compile(
        r"([A-Z][A-Z.'’ -]{1,30}[A-Z.])(?:, [\w. ]{2,25})?\s*(?:\([^()\n]{2,40}\)\s*)?(?:[-–—]+|:)\s+\S"
    ),
    # (London) –
    re.compile(r"\(([A-Z][A-Za-z'’. -]{2,30}(?:, [A-Za-z. ]{2,25})?)\)\s*[-–—]+\s"),
    # Baghdad (AFP) -
    re.compile(
        r"([A-Z][\w'’.-]{2,20}(?: [A-Z][\w'’.-]+){0,2})(?:, [\w. ]{2,25})?\s*\([^()\n]{2,40}\)\s*[-–—:]+\s*\S"
    ),
    # МОСКВА, 1 ноя — РИА Новости. / Москва. 1 ноября. / МОСКВА —
    re.compile(
        r"([А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*|[А-ЯЁ][А-ЯЁ-]{2,30}(?: [А-ЯЁ-]{2,20})?)[.,] \d{1,2} [а-я]{3,8}\b"
    ),
    re.compile(r"([А-ЯЁ][А-ЯЁ-]{2,30}(?: [А-ЯЁ-]{2,20})?)\s+[-–—]\s+\S"),
    # بغداد (واع) - / بغداد – / بغداد/ المستقلة/
    re.compile(r"([^\W\d_]{3,15}(?: [^\W\d_]{2,12}){0,2})\s*\([^()\n]{2,40}\)\s*[-–—:ـ]+\s*\S"),
    re.compile(r"([ء-ي]{3,15}(?: [ء-ي]{2,12})?)\s+[-–—ـ]\s+\S"),
    re.compile(r"([ء-ي]{3,15}(?: [ء-ي]{2,12})?)\s*/\s*[ء-ي ]{2,25}\s*[/:-]\s*\S"),
)


def dateline(text: str) -> Span | None:
    """The words at the start of the first paragraph that seem to say where it was written, if there are any.

    "WASHINGTON" of "WASHINGTON (Reuters) - …"; of a line that holds nothing else ("صحيفة – صنعاء") the whole
    line, for the place may stand on either side. Whether they do name a place is for a gazetteer to say.
    """
    for line in first_lines(lines(text), frozenset(find(text, None))):
        for pattern in _DATELINES:
            match = pattern.match(text, line.span.start, line.span.stop)
            if match and words_of(match[1]) not in table().not_places and not _interrupts(line.text):
                alone = 0 < len(line.words) <= _BYLINE_WORDS
                return line.span if alone else Span(*match.span(1))
    return None


def _interrupts(words: str) -> bool:
    """Whether the first dash opens a parenthesis: "The mayor – who was away – said"."""
    dashes = [match.start() for match in _DASH.finditer(words[:_PARENTHESIS])]
    return len(dashes) > 1 and dashes[1] - dashes[0] > 2


_OPENING = re.compile(r"[^\w\n(]{0,3}[^()\n:—–]{0,25}(?:\([^()\n]{2,40}\))?\s*[-–—:ـ/]+\s+")


def body_start(text: str) -> int:
    """Where the report's own words begin behind a dateline in capitals or before an agency; 0 without one."""
    found = dateline(text)
    if found is None or "\n" in found.text(text) or len(found.text(text).split()) > _PLACE_WORDS:
        return 0
    opening = _OPENING.match(text, found.stop)
    return opening.end() if opening else 0
