"""What was read: a report, its sentences and tokens, and what they mention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from dragoman.types.grammar import Grammar

Granularity = Literal["day", "week", "month", "year", "range"]
MentionKind = Literal["person", "country", "organisation", "group", "agent", "pronoun", "place"]
Gender = Literal["male", "female", ""]
ChunkKind = Literal["NP", "VP", "P", "C", "S", "W", ",", "Q", "."]
FigureKind = Literal["money", "count", "percent", "ordinal", "measure"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of ``Report.text``, in code points."""

    start: int
    stop: int

    def text(self, whole: str) -> str:
        """The words of this span in ``whole``."""
        return whole[self.start : self.stop]

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly within this span."""
        return self.start <= other.start and other.stop <= self.stop

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.stop and other.start < self.stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One news report as it was read. ``text`` never changes afterwards."""

    id: str
    text: str
    language: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: date | None = None
    fetched: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word, a clitic or a punctuation mark.

    ``norm`` is the form for look-up (lower case, no marks, one spelling a letter), ``lemma`` the dictionary
    form in the same spelling, ``tag`` a Universal Dependencies part of speech, ``form`` the verb form
    (``fin`` present, ``past``, ``part`` past participle, ``ger``, ``inf``) or "" where there is none.
    """

    span: Span
    text: str
    norm: str
    lemma: str
    tag: str
    form: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with its tokens; ``paragraph`` counts from 0, ``title`` marks the headline."""

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int
    title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """Words that say when, and the days they mean.

    ``start`` and ``end`` are both inclusive and both None where the words cannot be resolved (a relative
    expression in a report without a date of publication).
    """

    span: Span
    start: date | None
    end: date | None
    granularity: Granularity


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that says something: ``low`` and ``high`` bound it, None means unbounded on that side.

    ``unit`` is an ISO 4217 code for money, a noun's lemma for counts, "percent" or "ordinal"; ``about`` is
    the span of what is counted, where the text gives it.
    """

    span: Span
    kind: FigureKind
    low: float | None
    high: float | None
    unit: str
    about: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that stand for somebody: ``head`` is the naming part of ``span``, ``entity`` its chain.

    ``names`` are the ids of the actors whose names were found inside, best first; ``country`` and
    ``sectors`` are what title, demonym and apposition say; ``title`` is the office as written;
    ``gender`` is male or female where a name or a title tells.
    """

    span: Span
    head: Span
    kind: MentionKind
    entity: int
    score: float = 1.0
    names: tuple[str, ...] = ()
    country: str | None = None
    sectors: tuple[str, ...] = ()
    title: Span | None = None
    plural: bool = False
    gender: Gender = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where: the words, and what GeoNames calls them. ``resolution`` 5 sub-city .. 1 country."""

    span: Span
    name: str
    country: str | None
    geonameid: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    resolution: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Tokens ``start`` to ``stop``; ``head`` the deciding token, ``mentions`` indices into the clause's."""

    kind: ChunkKind
    start: int
    stop: int
    head: int
    mentions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """A sentence in chunks, with the mentions that lie in it and which chunk holds each token.

    ``first`` is the index of its first mention among the document's, ``timely`` the tokens that say when.
    """

    sentence: Sentence
    grammar: Grammar
    first: int
    mentions: tuple[Mention, ...]
    chunks: tuple[Chunk, ...]
    at: tuple[int, ...]
    timely: frozenset[int] = frozenset()

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.sentence.tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A report with what its language tells: everything later is read off this record."""

    report: Report
    language: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    figures: tuple[Figure, ...] = ()
    places: tuple[Place, ...] = ()
    quotations: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()
    clauses: tuple[Clauses, ...] = ()
    served: bool = True
