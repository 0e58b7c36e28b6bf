"""Text → sentences and quotations, with exact offsets.

The rules hold for every script; what a language adds (abbreviations, words that begin sentences, verbs of
saying) stands in ``data/languages/<iso>/sentences.yml``. A language without that file is cut by punctuation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import msgspec

from dragoman.documents.marks import LINE, Marks, pair
from dragoman.resources import language_file, read_if_there
from dragoman.types import Span

_STOP = re.compile(r"[.!?…؟۔।。！？‽]+")
_ELLIPSIS = re.compile(r"\.{2,}|\.*…[.…]*")
_FULL_WIDTH = frozenset("。！？")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_DOTTED = re.compile(r"[^\W\d_]{1,2}(?:\.[^\W\d_]{1,2})+")
_ITEM = re.compile(r"\s*[(\[]?\d{1,3}")
_BULLET = re.compile(r"[—–•*-]\s*")
_BEFORE_WORD = "([{\"'“”„«‘`"
_AFTER_WORD = ")]}\"'“”„»’"
_AGENCY = re.compile(r"\s*\(([^()\n]{2,40})\)\s*(?:…|\.{2,}|[-–—:ـ]+)\s*")
_FIRST_SENTENCE = 40  # the least that must follow the mark of an agency
_LONGEST_WORD = 24
_NEXT_WORDS = re.compile(r"[^.!?;:؟]{0,60}")  # as in '"Who knows?" the Polish minister said'


class Rules(msgspec.Struct, frozen=True):
    """What a language's ``sentences.yml`` says; all words without their last full stop."""

    titles: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    introduces: frozenset[str] = frozenset()
    says: frozenset[str] = frozenset()


@cache
def rules(language: str) -> Rules:
    """The rules of ``language``; empty ones where it has none.

    Raises:
        ResourceError: the file is there and does not say what is expected.
    """
    if not language.isalpha():
        return Rules()
    return read_if_there(language_file(language, "sentences.yml"), Rules) or Rules()


def split(text: str, language: str) -> list[Span]:
    """The sentences of ``text``: everything but white space, in order; none crosses the end of a line."""
    cutter = _Cutter(text, _pair(text, language), rules(language))
    return [span for match in LINE.finditer(text) for span in cutter.cut(Span(*match.span()))]


def quotations(text: str, language: str) -> list[Span]:
    """What stands in quotation marks, without them: outermost, in order, none across the end of a line.

    A closing mark that nothing opened is taken to close from the start of its sentence.
    """
    marks = _pair(text, language)
    if not marks.strays:
        return list(marks.regions)
    known = sorted([*marks.opening, *marks.closing])
    found = list(marks.regions)
    sentences = split(text, language)
    starts = [sentence.start for sentence in sentences]
    says = rules(language).says
    for stray in marks.strays:
        start = starts[bisect_left(starts, stray) - 1] if starts[0] < stray else stray
        if bisect_left(known, start) != bisect_left(known, stray):
            continue  # another mark stands between
        words = text[start:stray].rstrip()
        if len(words.split(maxsplit=3)) > 2 and not _tells(words, says):
            found.append(Span(start, start + len(words)))
    return sorted(found)


def _tells(words: str, says: frozenset[str]) -> bool:
    """Whether ``words`` say who speaks: then the quotation began later, nobody knows where."""
    found = _WORD.findall(words)
    return any(word in says or word[1:] in says for word in found) or ":" in words


def agency(text: str, line: Span) -> Span | None:
    """The mark of an agency before the first sentence of ``line``: "(المستقلة)…" or "(Reuters) -"."""
    match = _AGENCY.match(text, line.start, line.stop)
    if match is None or len(match[1].split()) > 4 or line.stop - match.end() < _FIRST_SENTENCE:
        return None
    return Span(match.start(), match.start() + len(match[0].rstrip()))


@lru_cache(maxsize=4)
def _pair(text: str, language: str) -> Marks:
    return pair(text, rules(language).says, rules(language).introduces)


@dataclass(frozen=True, slots=True)
class _Cutter:
    """Cuts the lines of one text."""

    text: str
    marks: Marks
    rules: Rules

    def cut(self, line: Span) -> Iterator[Span]:
        """The sentences of ``line``."""
        start = position = self._past_agency(line)
        yield from self._trimmed(line.start, start)
        while match := _STOP.search(self.text, position, line.stop):
            position = self._past_closing(match.end(), line.stop)
            if self._ends(Span(*match.span()), position, line):
                yield from self._trimmed(start, position)
                start = position
        yield from self._trimmed(start, line.stop)

    def _past_agency(self, line: Span) -> int:
        mark = agency(self.text, line)
        return mark.stop if mark else line.start

    def _trimmed(self, start: int, stop: int) -> Iterator[Span]:
        words = self.text[start:stop]
        if words and not words.isspace():
            start += len(words) - len(words.lstrip())
            yield Span(start, start + len(words.strip()))

    def _past_closing(self, position: int, stop: int) -> int:
        """Where the brackets, quotation marks and stops end that belong to a sentence's last stop."""
        while position < stop:
            character = self.text[position]
            if position in self.marks.closing:
                position = self.marks.closing[position]
            elif character in ")]}" or _STOP.match(character) or self._is_loose_apostrophe(position):
                position += 1
            elif character.isspace():
                after = self._skip_space(position, min(stop, position + 3))
                if after in self.marks.closing:
                    position = self.marks.closing[after]
                elif (
                    after < stop
                    and self.text[after] in ")]’"
                    and not self.text[after + 1 : after + 2].strip()
                ):
                    position = after + 1
                else:
                    break
            else:
                break
        return position

    def _is_loose_apostrophe(self, position: int) -> bool:
        following = self.text[position + 1 : position + 2]
        return self.text[position] in "'’" and position not in self.marks.opening and not following.strip()

    def _skip_space(self, position: int, stop: int) -> int:
        while position < stop and self.text[position].isspace():
            position += 1
        return position

    def _ends(self, stop: Span, end: int, line: Span) -> bool:
        """Whether the stop, with what closes up to ``end``, ends a sentence."""
        following = self._skip_space(end, line.stop)
        if following == line.stop or self.text[stop.start] in _FULL_WIDTH:
            return True
        word = self._word_before(stop.start, line)
        if following == end:
            return self._ends_glued(stop, word, end, line)
        if self.text[stop.start : end] == ".":
            if self._goes_on(word, stop.start, following, line):
                return False
            if self._is_abbreviation(word, stop.start, line):
                return self._starts_anew(following)
        elif _ELLIPSIS.fullmatch(self.text, stop.start, stop.stop) and not self._is_closed(stop, end):
            attached = not self.text[stop.start - 1 : stop.start].isspace()
            return attached and self.text[self._past_opening(following)].isupper()
        return self._begins(following, line) and not self._says(stop, end, following, line)

    def _is_closed(self, stop: Span, end: int) -> bool:
        return any(position in self.marks.closing for position in range(stop.stop, end))

    def _word_before(self, position: int, line: Span) -> str:
        words = self.text[max(line.start, position - _LONGEST_WORD) : position]
        if words[-1:] == " " and words[-2:-1].isalpha():  # "Sgt . Smith": a stop that was set apart
            words = words[:-1]
        return (
            words.split()[-1].lstrip(_BEFORE_WORD).rstrip(_AFTER_WORD)
            if words and not words[-1].isspace()
            else ""
        )

    def _goes_on(self, word: str, position: int, following: int, line: Span) -> bool:
        """Whether no sentence can end after ``word``: a title, 'No. 5', the number of an item."""
        first = position - line.start <= _LONGEST_WORD
        if word in self.rules.titles or (first and _ITEM.fullmatch(self.text, line.start, position)):
            return True
        return word in self.rules.numbered and self.text[following].isdigit()

    def _is_abbreviation(self, word: str, position: int, line: Span) -> bool:
        if word in self.rules.abbreviations or _DOTTED.fullmatch(word):
            return True
        if len(word) == 1 and word.isalpha() and not word.islower():
            before = self.text[max(line.start, position - 4) : position - 1].rstrip()
            return not before[-1:].isdigit()
        return False

    def _past_opening(self, position: int) -> int:
        """The first character inside a quotation mark that opens at ``position``, else ``position``."""
        inside = self.marks.opening.get(position, position)
        return inside if inside < len(self.text) else position

    def _starts_anew(self, position: int) -> bool:
        """Whether a word stands at ``position`` that begins a sentence even after an abbreviation."""
        match = _WORD.match(self.text, self._past_opening(position))
        return match is not None and match[0] in self.rules.starters and self.text[match.end() :][:1] != "."

    def _begins(self, position: int, line: Span) -> bool:
        """Whether what stands at ``position`` can begin a sentence after a stop and a space."""
        if position in self.marks.opening:
            return True
        bullet = _BULLET.match(self.text, position, line.stop)
        position = bullet.end() if bullet and bullet.end() < line.stop else position
        character = self.text[position]
        if not character.islower():
            return character not in ",;:،؛)]}"
        # al-Maliki, iPhone: a small letter first, but a name
        match = _WORD.match(self.text, position)
        return match is not None and any(letter.isupper() for letter in match[0][1:4])

    def _says(self, stop: Span, end: int, following: int, line: Span) -> bool:
        """Whether a closing mark is followed by who said it."""
        if not self._is_closed(stop, end) or following in self.marks.opening:
            return False
        match = _NEXT_WORDS.match(self.text, following, line.stop)
        words = _WORD.findall(match[0])[:6] if match else []
        if words and not words[0][0].isupper() and not words[0][0].islower():
            return words[0] in self.rules.says
        asked = any(character in "?!" for character in self.text[stop.start : end])
        return asked and any(word in self.rules.says for word in words)

    def _ends_glued(self, stop: Span, word: str, end: int, line: Span) -> bool:
        """Whether a sentence ends though no space follows: 'he said.The', 'قال.(النهاية)'."""
        closed = end > stop.stop
        if not (closed or (word.isalpha() and len(word) > 2)) or word in self.rules.titles:
            return False
        if end in self.marks.opening or self.text[end] == "(":
            return True
        match = _WORD.match(self.text, end, line.stop)
        if match is None or len(match[0]) < 2 or self.text[match.end() :][:1] in (".", "/", "@", "="):
            return False
        before, first, second = self.text[stop.start - 1], match[0][0], match[0][1]
        if first.isupper():
            return (
                (before.islower() or closed or word.isupper())
                and second.islower()
                and stop.stop - stop.start == 1
            )
        caseless = first.isalpha() and not first.islower()
        return caseless and (closed or not before.islower()) and "…" not in stop.text(self.text)
