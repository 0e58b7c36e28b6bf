"""The fields of one record → a Report, with a notice for every field that had to be left out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

from dragoman.errors import ReadError, RecordError
from dragoman.reports.mojibake import repair
from dragoman.reports.published import parse
from dragoman.reports.source import Source
from dragoman.resources import read_yaml
from dragoman.types import Report, Skipped

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*")
_ADDRESS = re.compile(r"https?://[^\s\x00-\x20<>\"]+", re.IGNORECASE)
_LONGEST_FIELD = 4_000


def skipped(error: RecordError) -> Skipped:
    """The record that stands in the summary for ``error``."""
    return Skipped(reason=error.reason, message=error.message, path=error.path, line=error.line)


@cache
def _codes() -> dict[str, str]:
    table = read_yaml(files("dragoman") / "data" / "languages" / "codes.yml", dict[str, list[str]])
    return {code: language for language, codes in table.items() for code in [language, *codes]}


def language(code: str) -> str | None:
    """The ISO 639-1 code that ``code`` (639-1, 639-2, 639-3 or a BCP 47 tag) stands for; None for no code."""
    match = _CODE.fullmatch(code.strip())
    return _codes().get(match[1].lower()) if match else None


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one record as they were read; ``line`` counts from 1."""

    values: Mapping[str, object]
    source: Source
    line: int | None = None
    pieces: bool = False
    notices: list[Skipped] = field(default_factory=list)

    def build(self) -> Iterator[Report | Skipped]:
        """The report, then its notices; or the one reason why there is no report."""
        try:
            text = self._text()
            title = self._optional("title")
            name = self._once(self._id() or content_id(title, text), text)
        except ReadError as error:
            yield skipped(error)
            return
        yield Report(
            id=name,
            text=text,
            language=self._language(),
            title=repair(title, pieces=self.pieces) if title else None,
            url=self._url(),
            publisher=self._optional("publisher"),
            published=self._published(),
        )
        yield from self.notices

    def _text(self) -> str:
        text = self.values.get("text")
        if text is not None and not isinstance(text, str):
            raise self._error("bad-field", f"text is {type(text).__name__}, not a string")
        if not text or text.isspace():
            raise self._error("no-text", "no text")
        if len(text) > self.source.limits.text:
            raise self._error("too-long", f"the text is longer than {self.source.limits.text:,} characters")
        if "\0" in text:
            raise self._error("nul", "the text holds a NUL character")
        if _SURROGATE.search(text):
            raise self._error("surrogate", "the text holds half a character (a lone surrogate)")
        return repair(text, pieces=self.pieces)

    def _error(self, reason: str, message: str) -> ReadError:
        return ReadError(reason, message, path=self.source.path, line=self.line)

    def _notice(self, reason: str, message: str) -> None:
        self.notices.append(skipped(self._error(reason, f"{message}; the report is kept without it")))

    def _optional(self, name: str) -> str | None:
        value = self.values.get(name)
        if value is None:
            return None
        if (
            not isinstance(value, str)
            or "\0" in value
            or len(value) > _LONGEST_FIELD
            or _SURROGATE.search(value)
        ):
            self._notice("bad-field", f"{name} is no proper string")
            return None
        return value.strip() or None

    def _id(self) -> str | None:
        value = self.values.get("id")
        return str(value) if type(value) is int else self._optional("id")

    def _once(self, name: str, text: str) -> str:
        """``name``, which no report before had."""
        content = hashlib.sha256(text.encode()).digest()
        if name not in self.source.seen:
            self.source.seen[name] = content
            self.source.origins[name] = (self.source.path, self.line)
            return name
        same = "the same text" if self.source.seen[name] == content else "another text"
        raise self._error("duplicate-id", f"the id {name[:80]!r} came before, with {same}; the first is kept")

    def _language(self) -> str | None:
        given = self._optional("language")
        known = language(given) if given else None
        if given and not known:
            self._notice("bad-language", f"{given[:40]!r} is no language code")
        return known

    def _published(self) -> date | None:
        given = self._optional("published")
        day = parse(given) if given else None
        if given and not day:
            self._notice("bad-date", f"{given[:40]!r} names no day, or more than one")
        return day

    def _url(self) -> str | None:
        given = self._optional("url")
        if given and not _ADDRESS.fullmatch(given):
            self._notice("bad-field", f"{given[:80]!r} is no web address")
            return None
        return given


def content_id(title: str | None, text: str) -> str:
    """An id for a record that has none: the same title and text always give the same."""
    return hashlib.sha256(f"{title or ''}\n{text}".encode()).hexdigest()[:16]
