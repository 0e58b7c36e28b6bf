"""The columns: PLOVER's records, and the line that ``dragoman analyse`` prints, field by field.

Fields that are ``UNSET`` unless a foreign file brings them are read and written back, and never made up here.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType

Offset = Annotated[int, Meta(ge=0, le=2**31 - 1)]
Share = Annotated[float, Meta(ge=0, le=1)]
Words = Annotated[str, Meta(max_length=1_000_000)]
Pair = tuple[Offset, Offset]


class Entity(Struct, frozen=True, kw_only=True):
    """Somebody on one side of an event, or a speaker. ``sector`` is the first of ``sectors``."""

    code: Words | None = None
    sector: Words | None = None
    sectors: tuple[Words, ...] = ()
    entity_text: Words = ""
    identifier_text: Words | None = None
    identifier_id: Words | None = None
    office: Words | None = None
    start: Offset | None = None
    stop: Offset | None = None
    religion: Words | UnsetType = UNSET
    ethnicity: Words | UnsetType = UNSET
    gender: Words | UnsetType = UNSET
    age: Words | int | UnsetType = UNSET


class Location(Struct, frozen=True, kw_only=True):
    """Where, as GeoNames calls it; ``resolution`` 5 sub-city, 4 city, 3 district, 2 province, 1 country."""

    extracted_place: Words | None = None
    resolved_place: Words | None = None
    geonameid: Offset | None = None
    lat: Annotated[float, Meta(ge=-90, le=90)] | None = None
    lon: Annotated[float, Meta(ge=-180, le=180)] | None = None
    country_code: Words | None = None
    resolution: Annotated[int, Meta(ge=1, le=5)] | None = None
    start: Offset | None = None
    stop: Offset | None = None
    city: Words | UnsetType = UNSET
    district: Words | UnsetType = UNSET
    province: Words | UnsetType = UNSET
    country: Words | UnsetType = UNSET
    feature_class: Words | UnsetType = UNSET
    feature_code: Words | UnsetType = UNSET


class TextInfo(Struct, frozen=True, kw_only=True):
    """Where in the report: the first and last code point of the evidence, the report's id as the story."""

    start: Offset | None = None
    end: Offset | None = None
    text_story: Words | None = None
    sequence: Offset | UnsetType = UNSET


class CiteInfo(Struct, frozen=True, kw_only=True):
    """Where the report came from, when it was published, and by which codebook it was coded."""

    citation: Words | None = None
    url: Words | None = None
    title: Words | None = None
    language: Words | None = None
    publication: Words | None = None
    published: dt.date | None = None
    coder: Words | None = None
    codebook: Words | None = None
    version: Words | None = None
    corpus: Words | UnsetType = UNSET
    license: Words | UnsetType = UNSET
    copyright: Words | UnsetType = UNSET


class Size(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How many people an event struck."""

    dead: Offset | None = None
    injured: Offset | None = None
    arrested: Offset | None = None


class PloverRecord(Struct, frozen=True, kw_only=True):
    """One event on the wire. ``date`` is null where unknown; ``date_text`` is how the text puts it."""

    id: Words
    date: dt.date | None
    enddate: dt.date | None = None
    date_text: Words | None = None
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...] = ()
    event: tuple[Words, ...]
    mode: tuple[Words, ...] = ()
    auxiliary: tuple[Words, ...] = ()
    context: tuple[Words, ...] = ()
    quad_code: Annotated[int, Meta(ge=0, le=4)] | None = None
    event_scale: Annotated[float, Meta(ge=-10, le=10)] | None = None
    event_loc: Location | None = None
    event_text: tuple[Words, ...] = ()
    evidence: tuple[Pair, ...] = ()
    score: Share | None = None
    rule: Words | None = None
    coder: Words | None = None
    text_info: TextInfo | None = None
    cite_info: CiteInfo | None = None
    time: Words | UnsetType = UNSET
    link: Words | UnsetType = UNSET
    text: Words | UnsetType = UNSET
    coded_date: Words | UnsetType = UNSET
    coded_time: Words | UnsetType = UNSET
    comment: Words | UnsetType = UNSET
    has_event: bool | UnsetType = UNSET
    size: Size | UnsetType = UNSET


class ReportLine(Struct, frozen=True, kw_only=True):
    """The report as it was read."""

    id: str
    text: str
    language: str | None
    title: str | None
    url: str | None
    publisher: str | None
    published: dt.date | None


class MentionLine(Struct, frozen=True, kw_only=True):
    """Words that stand for somebody; the same ``entity`` is the same somebody."""

    start: int
    stop: int
    entity_text: str
    kind: str
    entity: int


class QuoteLine(Struct, frozen=True, kw_only=True):
    """What somebody said."""

    id: str
    kind: str
    content: Pair
    content_text: str
    cue: Pair | None
    speaker: Entity | None
    addressee: Entity | None
    score: float


class FigureLine(Struct, frozen=True, kw_only=True):
    """A number that says something; null for a bound that is not there."""

    start: int
    stop: int
    kind: str
    low: float | None
    high: float | None
    unit: str
    about: Pair | None
    text: str


class DateLine(Struct, frozen=True, kw_only=True):
    """Words that say when, and the first and last day they mean."""

    span: Pair
    start: dt.date | None
    end: dt.date | None
    granularity: str
    text: str


class AnalysisLine(Struct, frozen=True, kw_only=True):
    """All that one report gave, as ``dragoman analyse`` prints it."""

    report: ReportLine
    language: str
    served: bool
    mentions: tuple[MentionLine, ...]
    events: tuple[PloverRecord, ...]
    quotes: tuple[QuoteLine, ...]
    figures: tuple[FigureLine, ...]
    dates: tuple[DateLine, ...]
