"""Records to JSON and back; the one place that knows the column names of PLOVER, and how they are filled.

A line is one JSON object in UTF-8 that ends at ``\\n`` alone. Offsets are code points into the report's text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any, TypeVar

import msgspec

from dragoman import ontology
from dragoman.codec.wire import (
    AnalysisLine,
    CiteInfo,
    DateLine,
    Entity,
    FigureLine,
    Location,
    MentionLine,
    Pair,
    PloverRecord,
    QuoteLine,
    ReportLine,
    TextInfo,
)
from dragoman.errors import CodingError, ReadError
from dragoman.types import (
    Analysis,
    DateExpression,
    Event,
    Figure,
    Mention,
    Participant,
    Place,
    Quote,
    Report,
    Span,
)

Record = TypeVar("Record")
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def stable_id(*parts: object) -> str:
    """Sixteen hexadecimal digits that are the same for the same parts on every machine and in every run."""
    digest = blake2b(digest_size=8)
    for part in parts:
        digest.update(repr(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\x1f")
    return digest.hexdigest()


def event_id(
    report: str, kind: str, sides: Sequence[Sequence[Span]], evidence: Sequence[Span], coder: str
) -> str:
    """The id of an event: who stands where, in which words, read by which coder.

    Args:
        report: the report's id.
        kind: the PLOVER type.
        sides: the spans of the actors, then those of the recipients.
        evidence: the spans that say so.
        coder: name@version.
    """
    spans = [[_pair(span) for span in side] for side in (*sides, evidence)]
    return stable_id(report, kind, spans, coder)


def encode(record: object) -> bytes:
    """Any record as one line of JSON without its line end.

    What would steer a terminal, turn the direction of text or end a line for a careless reader is written as
    an escape, so the line can be printed as it is.

    Raises:
        CodingError: the record holds text that is not Unicode (half of a surrogate pair).
    """
    try:
        line = msgspec.json.encode(record).decode()
    except UnicodeEncodeError as error:
        raise CodingError("not-unicode", f"text that is not Unicode: {error.reason}") from error
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line).encode()


def decode(line: bytes, kind: type[Record], *, path: str = "", number: int | None = None) -> Record:
    """The record that a line of JSON holds, checked against its type.

    Raises:
        ReadError: the line is not JSON, or is not such a record.
    """
    try:
        return msgspec.json.decode(line, type=kind)
    except msgspec.ValidationError as error:
        raise ReadError("bad-record", str(error), path=path, line=number) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ReadError("bad-json", str(error), path=path, line=number) from error


def parse_event(line: bytes, *, path: str = "", number: int | None = None) -> PloverRecord:
    """One line of PLOVER's JSON. Fields that PLOVER does not have are left out.

    Raises:
        ReadError: the line is not such a record; it carries ``path`` and the line's ``number``.
    """
    return decode(line, PloverRecord, path=path, number=number)


def analysis_line(analysis: Analysis) -> bytes:
    """What ``dragoman analyse`` prints for a report, without the line end."""
    document = analysis.document
    text = document.report.text
    return encode(
        AnalysisLine(
            report=_report(document.report),
            language=document.language,
            served=document.served,
            mentions=tuple(_mention(one, text) for one in document.mentions),
            events=tuple(event_record(one, document.report) for one in analysis.events),
            quotes=tuple(_quote(one, text) for one in analysis.quotes),
            figures=tuple(_figure(one, text) for one in analysis.figures),
            dates=tuple(_date(one, text) for one in document.dates),
        )
    )


def event_record(event: Event, report: Report) -> PloverRecord:
    """The event in PLOVER's words. Nothing is added that the event does not say: no date, then null."""
    text, when = report.text, event.date
    start, end = (when.start, when.end) if when is not None else (None, None)
    return PloverRecord(
        id=event.id,
        date=start,
        enddate=end if end != start else None,
        date_text=when.span.text(text) if when is not None else None,
        actor=tuple(entity(one, text) for one in event.actors),
        recipient=tuple(entity(one, text) for one in event.recipients),
        event=(event.type,),
        mode=event.modes,
        auxiliary=event.auxiliary,
        context=event.contexts,
        quad_code=ontology.quad(event.type),
        event_scale=ontology.score(event.type, event.modes),
        event_loc=_location(event.place, text) if event.place is not None else None,
        event_text=tuple(span.text(text) for span in event.evidence),
        evidence=tuple(_pair(span) for span in event.evidence),
        score=event.score,
        rule=event.rule,
        coder=event.coder,
        text_info=_text_info(event),
        cite_info=_cite_info(event, report),
    )


def quote_line(quote: Quote, report: Report) -> bytes:
    """The quote of ``report`` as one JSON line, with the report's id."""
    return encode({"report": report.id, **msgspec.to_builtins(_quote(quote, report.text))})


def figure_line(figure: Figure, report: Report) -> bytes:
    """The figure of ``report`` as one JSON line, with the report's id."""
    return encode({"report": report.id, **msgspec.to_builtins(_figure(figure, report.text))})


def entity(one: Participant, text: str) -> Entity:
    """A participant as PLOVER's entity; the office is given as the text words it."""
    identifiers = dict(one.actor.identifiers) if one.actor is not None else {}
    title, span = one.mention.title, one.mention.span
    return Entity(
        code=one.country,
        sector=one.sectors[0] if one.sectors else None,
        sectors=one.sectors,
        entity_text=span.text(text),
        identifier_text=one.name or None,
        identifier_id=identifiers.get("wikidata"),
        office=title.text(text) if title is not None else None,
        start=span.start,
        stop=span.stop,
    )


def _pair(span: Span) -> Pair:
    return (span.start, span.stop)


def _report(report: Report) -> ReportLine:
    return ReportLine(
        id=report.id,
        text=report.text,
        language=report.language,
        title=report.title,
        url=report.url,
        publisher=report.publisher,
        published=report.published,
    )


def _text_info(event: Event) -> TextInfo:
    return TextInfo(
        start=min((span.start for span in event.evidence), default=None),
        end=max((span.stop for span in event.evidence), default=None),
        text_story=event.report,
    )


def _cite_info(event: Event, report: Report) -> CiteInfo:
    return CiteInfo(
        citation=report.id,
        url=report.url,
        title=report.title,
        language=report.language,
        publication=report.publisher,
        published=report.published,
        coder=event.coder,
        codebook="PLOVER",
        version=ontology.load().version,
    )


def _location(place: Place, text: str) -> Location:
    level = {4: "city", 3: "district", 2: "province", 1: "country"}.get(place.resolution)
    named: dict[str, Any] = {level: place.name} if level is not None else {}
    return Location(
        extracted_place=place.span.text(text),
        resolved_place=place.name,
        geonameid=place.geonameid,
        lat=place.latitude,
        lon=place.longitude,
        country_code=place.country,
        resolution=place.resolution,
        start=place.span.start,
        stop=place.span.stop,
        **named,
    )


def _mention(one: Mention, text: str) -> MentionLine:
    span = one.span
    return MentionLine(
        start=span.start, stop=span.stop, entity_text=span.text(text), kind=one.kind, entity=one.entity
    )


def _quote(one: Quote, text: str) -> QuoteLine:
    return QuoteLine(
        id=one.id,
        kind=one.kind,
        content=_pair(one.content),
        content_text=one.content.text(text),
        cue=_pair(one.cue) if one.cue is not None else None,
        speaker=entity(one.speaker, text) if one.speaker is not None else None,
        addressee=entity(one.addressee, text) if one.addressee is not None else None,
        score=one.score,
    )


def _figure(one: Figure, text: str) -> FigureLine:
    return FigureLine(
        start=one.span.start,
        stop=one.span.stop,
        kind=one.kind,
        low=one.low,
        high=one.high,
        unit=one.unit,
        about=_pair(one.about) if one.about is not None else None,
        text=one.span.text(text),
    )


def _date(one: DateExpression, text: str) -> DateLine:
    return DateLine(
        span=_pair(one.span),
        start=one.start,
        end=one.end,
        granularity=one.granularity,
        text=one.span.text(text),
    )
