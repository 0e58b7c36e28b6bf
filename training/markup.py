"""The marked sentences of ``training/corpus``: text with brackets → records. See corpus/GUIDELINES.md.

A file is header lines ``name: value``, then themes (``== theme``) with one sentence a line. ``#`` begins a
comment. Offsets are code points of the sentence without its marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, get_args

from dragoman.types import MentionKind, Span

CORPUS = Path(__file__).parent / "corpus" / "en"
SECOND = Path(__file__).parent / "corpus" / "second" / "en"
"""Sentences of the corpus marked once more, without sight of the first marks."""

LAYERS = ("mentions", "triggers", "roles", "modes", "auxiliary", "places", "dates", "speech")
"""What a fully marked sentence says; a file that says less names its layers in the header ``layers``."""

KINDS = frozenset(get_args(MentionKind)) - {"place"}
_PIECE = re.compile(r"\[([^\[\]{}|]+)\|([^\[\]{}|]+)\]|\{(?:(\d):)?|\}|[^\[\]{}|]+|.")
_MENTION = re.compile(r"(?:([a-z]) )?([a-z]+)(?:/([A-Z]{3}(?:,[A-Z]{3})*))?")
_BARE = re.compile(r"([a-z])")
_POINTED = re.compile(r"([a-z]) (place|date)")
_CUE = re.compile(r"say(\d)?(?: ([a-z]))?")
_EVENT = re.compile(
    r"(?P<type>[A-Z]+)(?P<modes>(?:\.[a-z-]+)*)(?P<auxiliary>(?: \+[a-z]+)*)"
    r"(?: (?P<actors>[a-z](?:,[a-z])*)?>(?P<recipients>[a-z](?:,[a-z])*)?)?"
    r"(?: @(?P<place>[a-z]))?(?: ~(?P<date>[a-z]))?(?: cameo=(?P<cameo>\d+))?"
)
_HEADER = re.compile(r"(split|layers|origin): (.+)")


class MarkupError(ValueError):
    """A line that is not well marked; the message says where and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Words that stand for somebody; mentions of one ``letter`` are one entity, "" takes no part.

    ``kind`` is "" where the file does not mark kinds.
    """

    span: Span
    letter: str
    kind: str
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """A place or a date that events name by its letter."""

    span: Span
    letter: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedEvent:
    """One event: where its trigger stands (nowhere, if triggers are not marked), sides by letter."""

    trigger: tuple[Span, ...]
    type: str
    modes: tuple[str, ...] = ()
    auxiliary: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str = ""
    date: str = ""
    cameo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A word of saying, the letter of who speaks, and what is said (several pieces of one quotation)."""

    cue: Span
    speaker: str
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One sentence of the corpus. ``id`` depends on its words only; ``layers`` are what it marks."""

    id: str
    text: str
    path: str
    line: int
    theme: str
    split: str
    origin: str
    layers: tuple[str, ...]
    mentions: tuple[Marked, ...]
    pointed: tuple[Pointed, ...]
    events: tuple[MarkedEvent, ...]
    speeches: tuple[Speech, ...]


class _Sentence(NamedTuple):
    """A sentence without its marks, and what they said."""

    text: str
    mentions: tuple[Marked, ...]
    pointed: tuple[Pointed, ...]
    events: tuple[MarkedEvent, ...]
    speeches: tuple[Speech, ...]


@dataclass(slots=True)
class _Parts:
    """What was gathered of a sentence so far."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    mentions: list[Marked] = field(default_factory=list)
    pointed: list[Pointed] = field(default_factory=list)
    triggers: list[tuple[list[Span], str]] = field(default_factory=list)
    cues: list[tuple[str, Span, str]] = field(default_factory=list)
    contents: list[tuple[str, Span]] = field(default_factory=list)
    opened: list[tuple[str, int]] = field(default_factory=list)

    def add(self, words: str) -> Span:
        """Appends ``words`` to the text; says where they stand."""
        self.pieces.append(words)
        span = Span(self.length, self.length + len(words))
        self.length = span.stop
        return span


def parse_event(code: str, trigger: tuple[Span, ...] = ()) -> MarkedEvent:
    """``SANCTION.expel +future a>b @p ~t`` as a record.

    Raises:
        MarkupError: the code is not written so.
    """
    found = _EVENT.fullmatch(code.strip())
    if found is None:
        raise MarkupError(f"no event: {code!r}")
    return MarkedEvent(
        trigger=trigger,
        type=found["type"],
        modes=tuple(found["modes"].split(".")[1:]),
        auxiliary=tuple(mark.strip() for mark in found["auxiliary"].split("+")[1:]),
        actors=tuple((found["actors"] or "").split(",")) if found["actors"] else (),
        recipients=tuple((found["recipients"] or "").split(",")) if found["recipients"] else (),
        place=found["place"] or "",
        date=found["date"] or "",
        cameo=found["cameo"] or "",
    )


def parse_sentence(line: str) -> _Sentence:
    """The text of a marked line and its marks.

    Raises:
        MarkupError: a bracket is not closed, a label is not understood.
    """
    body, *codes = line.strip().split(" || ")
    parts = _Parts()
    for piece in _PIECE.finditer(body):
        if piece[1] is not None:
            _label(parts, parts.add(piece[1]), piece[2])
        elif piece[0].startswith("{"):
            parts.opened.append((piece[3] or "1", parts.length))
        elif piece[0] == "}":
            _close(parts)
        elif piece[0] in "[]|":
            raise MarkupError(f"stray {piece[0]!r} at {body[piece.start() : piece.start() + 20]!r}")
        else:
            parts.add(piece[0])
    if parts.opened:
        raise MarkupError("a { is not closed")
    events = [parse_event(code, tuple(spans)) for spans, label in parts.triggers for code in label.split(";")]
    events += [parse_event(code) for code in codes]
    return _Sentence(
        "".join(parts.pieces),
        tuple(parts.mentions),
        tuple(parts.pointed),
        tuple(events),
        tuple(_speeches(parts)),
    )


def _close(parts: _Parts) -> None:
    if not parts.opened:
        raise MarkupError("a } closes nothing")
    number, start = parts.opened.pop()
    parts.contents.append((number, Span(start, parts.length)))


def _label(parts: _Parts, span: Span, label: str) -> None:
    if label == "&":
        if not parts.triggers:
            raise MarkupError("& continues no trigger")
        parts.triggers[-1][0].append(span)
    elif label[0].isupper():
        parts.triggers.append(([span], label))
    elif pointed := _POINTED.fullmatch(label):
        parts.pointed.append(Pointed(span=span, letter=pointed[1], kind=pointed[2]))
    elif cue := _CUE.fullmatch(label):
        parts.cues.append((cue[1] or "1", span, cue[2] or ""))
    elif bare := _BARE.fullmatch(label):
        parts.mentions.append(Marked(span=span, letter=bare[1], kind=""))
    elif (mention := _MENTION.fullmatch(label)) and mention[2] in KINDS:
        sectors = tuple(mention[3].split(",")) if mention[3] else ()
        parts.mentions.append(Marked(span=span, letter=mention[1] or "", kind=mention[2], sectors=sectors))
    else:
        raise MarkupError(f"label not understood: {label!r}")


def _speeches(parts: _Parts) -> Iterator[Speech]:
    numbers = [number for number, _, _ in parts.cues]
    if len(set(numbers)) < len(numbers):
        raise MarkupError("two cues of one number")
    for number, _ in parts.contents:
        if number not in numbers:
            raise MarkupError(f"content {number} has no cue")
    for number, cue, speaker in parts.cues:
        content = tuple(sorted(span for other, span in parts.contents if other == number))
        if not content:
            raise MarkupError(f"cue {number} has no content")
        yield Speech(cue=cue, speaker=speaker, content=content)


def read_file(path: Path) -> Iterator[Entry]:
    """The sentences of a file, in order.

    Raises:
        MarkupError: lines are not well marked; the message has one line ``file:line: why`` for each.
    """
    theme = ""
    header = {"split": path.parent.name, "layers": " ".join(LAYERS), "origin": "own"}
    slips: list[str] = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = raw.strip()
        named = _HEADER.fullmatch(line)
        if not line or line.startswith("#"):
            continue
        if line.startswith("== "):
            theme = line[3:]
        elif named and not theme:
            header[named[1]] = named[2]
        else:
            try:
                yield _entry(line, (path.name, number, theme), header)
            except MarkupError as error:
                slips.append(f"{path.name}:{number}: {error}")
    if slips:
        raise MarkupError("\n".join(slips))


def _entry(line: str, place: tuple[str, int, str], header: dict[str, str]) -> Entry:
    path, number, theme = place
    if not theme:
        raise MarkupError("a sentence before the first theme")
    sentence = parse_sentence(line)
    return Entry(
        **sentence._asdict(),
        id=sha256(sentence.text.encode()).hexdigest()[:12],
        path=path,
        line=number,
        theme=theme,
        split=header["split"],
        origin=header["origin"],
        layers=tuple(header["layers"].split()),
    )


def read_corpus(folder: Path) -> list[Entry]:
    """Every sentence below ``folder``, in the order of the files' names.

    Raises:
        MarkupError: lines are not well marked; the message has one line for each, of all files.
    """
    entries: list[Entry] = []
    slips: list[str] = []
    for path in sorted(folder.rglob("*.txt")):
        try:
            entries.extend(read_file(path))
        except MarkupError as error:
            slips.append(str(error))
    if slips:
        raise MarkupError("\n".join(slips))
    return entries
