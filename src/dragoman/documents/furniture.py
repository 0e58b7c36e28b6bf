"""Text → what in it is furniture of the page.

The words stand in data (see ``pages``). What is general is a rule here: breadcrumbs, menus, rows of buttons,
copyright lines, the headline repeated, the mark of the agency. A long line is never furniture as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.documents.pages import Line, Phrase, first_lines, lines, table, words_of
from dragoman.documents.sentences import agency
from dragoman.types import Span

_MOST_WORDS = 40  # of a line that may be furniture
_LEAD_WORDS = 8
_HEADLINE_WORDS = 30
_TEASER_WORDS = 20
_TAG_OR_ADDRESS = re.compile(r"(?:#\S+|https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+)")
_CREDIT = re.compile(r"[(\[-][^()\[\]]{2,40}[)\]-]\.?")
_GAP = 6  # words that "..." in an entry may stand for
_DIGITS = re.compile(r"\d+")
_STEP = re.compile(r"\s+[/>»›|•·→-]\s+|\s*[>›→]\s*")
_BAR = re.compile(r"\s+[|•·>»›–—-]\s+")
_INNER_STOP = re.compile(r"[.!?؟](?=\s)")
_COPYRIGHT = re.compile(r"\(?\s*(?:©|\(c\)\s*\d{4})", re.IGNORECASE)
_ENDING = re.compile(r"[(\[/*~-]+\s*([^()\[\]/\n]{2,60}?)\s*[)\]/*~-]+\s*\.?$")
_ENDING_LENGTH = 80
_CLOSED = re.compile(r"[.!?؟…][\"'”’“»)\]]*\s*$")


def find(text: str, title: str | None) -> list[Span]:
    """The lines, and the parts at their ends, that are furniture; in order.

    A part at the end of a line follows a full stop, and the mark of an agency begins its line, so that either
    is a sentence of its own.
    """
    page = list(lines(text))
    marked = {line.span for line in page if _is_furniture(line)}
    marked |= _repeated(page, words_of(title or ""), marked)
    marked |= _blocks(page, marked)
    parts = [part for line in page if line.span not in marked for part in _parts(text, line)]
    agencies = [agency(text, line.span) for line in first_lines(page, marked)]
    return sorted([*marked, *parts, *(mark for mark in agencies if mark)])


def _is_furniture(line: Line) -> bool:
    """Whether the whole line is furniture, judged by itself."""
    if not line.words or len(line.words) > _MOST_WORDS:
        return False
    if all(_TAG_OR_ADDRESS.fullmatch(word) for word in line.text.split()):
        return True
    if line.last and not line.first and len(line.words) < 4 and _CREDIT.fullmatch(line.text):
        return True
    return _is_known(line) or bool(_COPYRIGHT.match(line.text)) or _is_menu(line) or _is_buttons(line.words)


def _is_known(line: Line) -> bool:
    known, words = table(), line.words
    plain = tuple(word for word in words if word != ":")
    if plain in known.lines or plain in known.blocks or _holds(_first_sentence(line), known.anywhere):
        return True
    if line.first:  # the headline, which may well begin "Video:"
        return False
    if _begins(words, known.starts) or any(_surrounds(words, around) for around in known.around):
        return True
    return len(words) <= _LEAD_WORDS and not line.is_sentence and _begins(words, known.leads)


def _first_sentence(line: Line) -> Phrase:
    """The words up to the first full stop: what follows a sentence says nothing about the line."""
    head = words_of(_INNER_STOP.split(line.text, maxsplit=1)[0])
    return head if len(head) > _LEAD_WORDS else line.words


def _begins(words: Phrase, phrases: frozenset[Phrase]) -> bool:
    return any(words[:length] in phrases for length in range(1, min(len(words), _LEAD_WORDS) + 1))


def _holds(words: Phrase, phrases: frozenset[Phrase]) -> bool:
    return any(_begins(words[start:], phrases) for start in range(len(words)))


def _surrounds(words: Phrase, around: tuple[Phrase, ...]) -> bool:
    head, tail = around
    last = min(len(words) - len(tail), len(head) + _GAP)
    places = range(len(head), last + 1)
    return words[: len(head)] == head and any(words[at : at + len(tail)] == tail for at in places)


def _is_menu(line: Line) -> bool:
    """A breadcrumb trail ("Home / World / …") or a row of sections ("World | Politics | Sport | Opinion")."""
    steps = _STEP.split(line.text, maxsplit=1)
    if len(steps) > 1 and words_of(steps[0]) in table().home:
        return True
    bars = _BAR.split(line.text)
    if len(bars) < 4 or any(len(words_of(bar)) not in {1, 2, 3} for bar in bars):
        return False
    return not line.is_sentence and not _DIGITS.search(line.text)


def _is_buttons(words: Phrase) -> bool:
    """Nothing but names of what a report can be shared to: "Facebook Twitter WhatsApp"."""
    shares = table().shares
    return all((word,) in shares for word in words) and len([word for word in words if len(word) > 3]) > 1


def _repeated(page: Sequence[Line], title: Phrase, marked: set[Span]) -> set[Span]:
    """The headline wherever it comes again, with or without the name of the site behind it."""
    known = [line.words for line in page if line.span not in marked][:1]
    headlines = [words for words in (title, *known) if 2 < len(words) <= _HEADLINE_WORDS]
    again: set[Span] = set()
    seen: set[Phrase] = set()
    for line in page:
        if line.span in marked:
            continue
        for headline in headlines:
            if line.words[: len(headline)] == headline and _is_alone(line, headline):
                again |= {line.span} if headline in seen else set()
                seen.add(headline)
                break
    return again


def _is_alone(line: Line, headline: Phrase) -> bool:
    """Whether ``line`` holds nothing but the headline and, at most, the name of the site."""
    rest = _BAR.split(line.text)
    return line.words == headline or (len(rest) == 2 and words_of(rest[0]) == headline)


def _blocks(page: Sequence[Line], marked: set[Span]) -> set[Span]:
    """The titles of other reports under a heading such as "Related articles"."""
    titles: set[Span] = set()
    inside = False
    for line in page:
        plain = tuple(word for word in line.words if word != ":")
        if line.span in marked:
            inside = inside or plain in table().blocks
        elif inside and 0 < len(line.words) <= _TEASER_WORDS and not line.is_sentence:
            titles.add(line.span)
        else:
            inside = False
    return titles


def _parts(text: str, line: Line) -> Iterator[Span]:
    """What ends a line after its last sentence: "(النهاية)", "[Read more]", "(Visited 18 times)"."""
    match = _ENDING.search(text, max(line.span.start, line.span.stop - _ENDING_LENGTH), line.span.stop)
    if not match or not _CLOSED.search(text[max(line.span.start, match.start() - 8) : match.start()]):
        return
    words, known = words_of(match[1]), table()
    if words in known.ends | known.lines or _begins(words, known.starts | known.leads):
        yield Span(match.start(), line.span.stop)
