"""What was read: a report, its sentences and tokens, and what they mention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

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
class Grammar:
    """Word order of a language and the words that change what a verb says: folded, verbs as lemmas.

    ``unmarked_passives`` are verbs whose passive is spelled like the active: without an object they are
    passive. ``first_person`` are letters that begin present verbs of "we", ``feminine_endings`` and
    ``plural_endings`` letters that end verbs of a woman and of several, ``parallel`` subordinators that
    open another main clause (while, فيما). ``expected`` are words of what is still to come (المقرر),
    ``unreal_nouns`` and ``lacks`` nouns whose genitive is only thought of (حال) or is not (عدم),
    ``subjunctives`` conjunctions that with a present verb tell no fact, unless ``factive_prepositions`` stand
    before (بعد أن). An infinitive after ``ranking`` words came about (the first to visit), "would" with a
    word of ``hindsight`` is a past (would later visit), a negation before one of ``adding`` denies nothing
    (not only). Behind ``unreal_prepositions`` a gerund tells no fact (against lifting), behind
    ``negative_prepositions`` that it was not so (without signing). ``owned`` things belong to whom a
    preposition of ``belonging`` names (مواقع ل); ``sides`` are nouns that part two rows (من جهة);
    ``content_prepositions`` lead to what is asked for (طالب ب). ``attached`` are people
    who are somebody's and not that somebody, ``members`` parts of a body that act and are addressed for it,
    ``deeds`` what its owner is asked for (seeks Russian *help*), ``shared`` what two do together: talks.
    ``adjuncts`` open a clause, or a gerund whose subject is the main clause's (left after *meeting* him);
    ``addressing`` are verbs whose object is told what follows: told him that.
    What ``doubting_verbs``, ``unreal_nouns`` or ``unreal_adjectives`` say is only thought of (fear that,
    possible that), what ``future_nouns`` name is to come (a plan to), ``doubt_words`` colour a clause
    (perhaps), and after ``barring_verbs`` what "from" names did not happen (barred from leaving).
    ``going`` is a form before what is to come (is going to), ``eras`` are past times with a name (cold
    war), ``ages`` words of dates that count no days (decades), ``reflexives`` objects that are the subject.
    ``tellings`` are things whose day is that of what is said in them (a 1957 speech).
    Behind a verb of ``earlier`` a clause tells what had been (سبق أن), ``memories`` are nouns whose genitive
    is long past (ذكرى), ``conditions`` open what a promise depends on (شرط أن).
    ``beneficiaries`` lead to who is to do what an infinitive tells (pushed *for* Iran to leave).
    ``harming`` verbs have those as objects whom a deed killed or hit (an attack that *killed* ten).
    ``relational`` adjectives say on whose side somebody is (الموالية ل), ``venues`` are houses in which
    others meet (مقر). Whoever owns the ``means`` strikes with them (برصاص الجيش); ``origins`` lead to who
    said or did (صدر عن). Talks behind ``prior`` prepositions are still to come (before his summit).
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
    expected: frozenset[str] = frozenset()
    unreal_nouns: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()
    subjunctives: frozenset[str] = frozenset()
    factive_prepositions: frozenset[str] = frozenset()
    ranking: frozenset[str] = frozenset()
    hindsight: frozenset[str] = frozenset()
    adding: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    belonging: frozenset[str] = frozenset()
    content_prepositions: frozenset[str] = frozenset()
    relational: frozenset[str] = frozenset()
    venues: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    unreal_prepositions: frozenset[str] = frozenset()
    negative_prepositions: frozenset[str] = frozenset()
    attached: frozenset[str] = frozenset()
    harming: frozenset[str] = frozenset()
    beneficiaries: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    doubting_verbs: frozenset[str] = frozenset()
    unreal_adjectives: frozenset[str] = frozenset()
    future_nouns: frozenset[str] = frozenset()
    doubt_words: frozenset[str] = frozenset()
    barring_verbs: frozenset[str] = frozenset()
    going: frozenset[str] = frozenset()
    eras: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    reflexives: frozenset[str] = frozenset()
    tellings: frozenset[str] = frozenset()
    means: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    adjuncts: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    memories: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    prior: frozenset[str] = frozenset()


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
