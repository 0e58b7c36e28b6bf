"""The records that cross a folder's boundary. Read this file first.

All are frozen and slotted. Offsets are code points into ``Report.text``, half-open; dates are calendar days
without a time zone; scores are in [0, 1]; languages are ISO 639-1; countries ISO 3166-1 alpha-3 or one of
PLOVER's international codes (UNO, EUR, IGO, NGO, ISM, IMG, MNC); sectors, types, modes and contexts are
PLOVER 2.0's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, Protocol, TypeVar

PlaceCandidate = TypeVar("PlaceCandidate")
Granularity = Literal["day", "week", "month", "year", "range"]
MentionKind = Literal["person", "country", "organisation", "group", "agent", "pronoun", "place"]
ChunkKind = Literal["NP", "VP", "P", "C", "S", "W", ",", "Q", "."]
HitKind = Literal["country", "organisation", "group", "person", "agent", "title"]
ActorKind = Literal["country", "organisation", "group", "person", "agent"]
NameUse = Literal["name", "demonym", "metonym", "abbreviation"]
FigureKind = Literal["money", "count", "percent", "ordinal", "measure"]
QuoteKind = Literal["direct", "indirect", "mixed"]
Auxiliary = Literal["historical", "future", "hypothetical", "negation"]


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
    ``sectors`` are what title, demonym and apposition say; ``title`` is the office as written.
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
class Grammar:
    """Word order of a language and the words that change what a verb says: folded, verbs as lemmas.

    ``unmarked_passives`` are verbs whose passive is spelled like the active: without an object they are
    passive. ``first_person`` are letters that begin present verbs of "we", ``feminine_endings`` and
    ``plural_endings`` letters that end verbs of a woman and of several, ``parallel`` subordinators that
    open another main clause (while, فيما).
    """

    language: str
    head_first: bool
    verb_first: bool
    relatives: frozenset[str]
    subordinators: frozenset[str]
    coordinators: frozenset[str]
    agent_prepositions: frozenset[str]
    place_prepositions: frozenset[str]
    negations: frozenset[str]
    future_words: frozenset[str]
    future_verbs: frozenset[str]
    hypothetical_words: frozenset[str]
    hypothetical_verbs: frozenset[str]
    conditionals: frozenset[str]
    negative_verbs: frozenset[str]
    light_verbs: frozenset[str]
    reporting_verbs: frozenset[str]
    past_words: frozenset[str]
    anaphoric: frozenset[str]
    first_person: frozenset[str]
    participant_prepositions: frozenset[str]
    light_nouns: frozenset[str]
    implicative_verbs: frozenset[str]
    pairing: frozenset[str]
    quantifiers: frozenset[str]
    genitives: frozenset[str]
    unmarked_passives: frozenset[str] = frozenset()
    feminine_endings: frozenset[str] = frozenset()
    plural_endings: frozenset[str] = frozenset()
    parallel: frozenset[str] = frozenset()


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of an actor: the text as it is written in ``language``, and how it is used."""

    text: str
    language: str
    use: NameUse = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office or standing of an actor between two days, either of which may be open."""

    title: str
    country: str | None
    sectors: tuple[str, ...]
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who acts: a state, a body, an armed group, a person, or a generic agent such as police."""

    id: str
    kind: ActorKind
    names: tuple[Name, ...]
    roles: tuple[Role, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A name or a role word of the directory found in a sentence: tokens ``start`` to ``stop``.

    ``ids`` are the actors that bear the name, best first (for a title or an agent the entry's own id).
    """

    start: int
    stop: int
    kind: HitKind
    use: NameUse
    ids: tuple[str, ...]
    country: str | None = None
    sectors: tuple[str, ...] = ()
    plural: bool = False


class Finder(Protocol):
    """What finds known names in a sentence: longest first, never overlapping, in order."""

    def find(self, tokens: Sequence[Token], language: str) -> list[Hit]:
        """Every name, title and agent among ``tokens``."""
        ...


class Locator(Protocol[PlaceCandidate]):
    """What finds places."""

    def find(
        self, tokens: Sequence[Token], language: str
    ) -> list[tuple[int, int, tuple[PlaceCandidate, ...]]]:
        """First token, token after the last, and what the name may mean, in order."""
        ...

    def choose(self, candidates: Sequence[PlaceCandidate], countries: Sequence[str]) -> Place | None:
        """The place meant in a report on ``countries`` (most important first), None if that is not clear."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A mention with who is meant: the actor where known, its country and sectors on the report's date."""

    mention: Mention
    actor: Actor | None
    country: str | None
    sectors: tuple[str, ...]
    name: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom. ``evidence`` are the words that say so, ``rule`` the rule that read them."""

    id: str
    report: str
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    auxiliary: tuple[Auxiliary, ...]
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    date: DateExpression | None
    place: Place | None
    evidence: tuple[Span, ...]
    score: float
    coder: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What somebody said: ``content`` without the quotation marks, ``cue`` the word of saying."""

    id: str
    report: str
    kind: QuoteKind
    content: Span
    cue: Span | None
    speaker: Participant | None
    addressee: Participant | None = None
    score: float = 1.0
    coder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of the same happening; each of ``origins`` is a set of reports with one independent origin."""

    id: str
    reports: tuple[str, ...]
    origins: tuple[tuple[str, ...], ...]
    since: date | None
    until: date | None
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All that one report gave."""

    document: Document
    participants: tuple[Participant, ...] = ()
    events: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A record that was left out or kept uncoded, and why: file, line (from 1) and the reason's name."""

    reason: str
    message: str
    path: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run did: counts by kind, and what was skipped."""

    reports: int = 0
    events: int = 0
    quotes: int = 0
    figures: int = 0
    skipped: tuple[Skipped, ...] = field(default=())
