"""Hypothesis strategies for the records that cross folders. Every span lies within its report's text."""

from __future__ import annotations

from hypothesis import strategies as st

from dragoman import ontology
from dragoman.codec import event_id, stable_id
from dragoman.types import (
    Actor,
    Analysis,
    DateExpression,
    Document,
    Event,
    Figure,
    Mention,
    Name,
    Participant,
    Place,
    Quote,
    Report,
    Span,
)

BOOK = ontology.load()
CODER = "strategy@1"

letters = st.characters(exclude_categories=["Cs"])
"""Every code point that UTF-8 can carry: controls, NUL, right-to-left marks and all."""

texts = st.text(letters, min_size=24, max_size=120)
words = st.text(letters, min_size=1, max_size=12)
shares = st.floats(0, 1, allow_nan=False)
amounts = st.none() | st.floats(allow_nan=False, allow_infinity=False)
sectors = st.lists(st.sampled_from(sorted(BOOK.sectors)), max_size=2, unique=True).map(tuple)
codes = st.sampled_from(sorted(ontology.countries()))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    text = draw(texts)
    return Report(
        id=stable_id(text),
        text=text,
        language=draw(st.sampled_from(["en", "ar", "ru", None])),
        title=draw(st.none() | words),
        url=draw(st.none() | words),
        publisher=draw(st.none() | words),
        published=draw(st.none() | st.dates()),
        fetched=draw(st.none() | st.datetimes()),
    )


def spans(text: str) -> st.SearchStrategy[Span]:
    """A stretch of at least one code point."""
    ends = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True)
    return ends.map(sorted).map(lambda pair: Span(pair[0], pair[1]))


@st.composite
def apart(draw: st.DrawFn, text: str, count: int) -> list[Span]:
    """``count`` stretches that do not overlap, in order."""
    cuts = st.lists(st.integers(0, len(text)), min_size=2 * count, max_size=2 * count, unique=True)
    points = sorted(draw(cuts))
    return [Span(points[i], points[i + 1]) for i in range(0, len(points), 2)]


@st.composite
def participants(draw: st.DrawFn, where: Span, entity: int) -> Participant:
    """Somebody with a country, so that an event about them is worth keeping."""
    known = Actor(id=f"actor-{entity}", kind="person", names=(Name(text=draw(words), language="ar"),))
    mention = Mention(span=where, head=where, kind="person", entity=entity, score=draw(shares))
    return Participant(
        mention=mention,
        actor=draw(st.sampled_from([known, None])),
        country=draw(codes),
        sectors=draw(sectors),
        name=draw(words),
        score=draw(shares),
        reasons=(draw(words),),
    )


@st.composite
def dates(draw: st.DrawFn, text: str) -> DateExpression:
    days = draw(st.none() | st.lists(st.dates(), min_size=2, max_size=2).map(sorted))
    start, end = (days[0], days[1]) if days else (None, None)
    where = draw(spans(text))
    return DateExpression(
        span=where, start=start, end=end, granularity=draw(st.sampled_from(["day", "range"]))
    )


@st.composite
def places(draw: st.DrawFn, text: str) -> Place:
    return Place(
        span=draw(spans(text)),
        name=draw(words),
        country=draw(codes),
        geonameid=draw(st.none() | st.integers(1, 2**31 - 1)),
        latitude=draw(st.floats(-90, 90)),
        longitude=draw(st.floats(-180, 180)),
        resolution=draw(st.integers(1, 5)),
    )


@st.composite
def events(draw: st.DrawFn, report: Report) -> Event:
    """An event that the codebook allows."""
    kind = draw(st.sampled_from(sorted(BOOK.types)))
    entry = BOOK.types[kind]
    marks = [mark for mark in BOOK.auxiliary if mark != "future" or kind not in BOOK.future_is_agree]
    where = draw(apart(report.text, 4))
    everybody = [draw(participants(one, entity)) for entity, one in enumerate(where[:3])]
    actors, recipients = tuple(everybody[:2]), tuple(everybody[2:])
    if not entry.needs_recipient and draw(st.booleans()):
        actors, recipients = tuple(everybody), ()
    sides = [[one.mention.span for one in side] for side in (actors, recipients)]
    return Event(
        id=event_id(report.id, kind, sides, where[3:], CODER),
        report=report.id,
        type=kind,
        modes=tuple(draw(st.lists(st.sampled_from(sorted(entry.modes)), max_size=2, unique=True)))
        if entry.modes
        else (),
        contexts=tuple(draw(st.lists(st.sampled_from(sorted(BOOK.contexts)), max_size=3, unique=True))),
        auxiliary=tuple(draw(st.lists(st.sampled_from(sorted(marks)), max_size=1))),
        actors=actors,
        recipients=recipients,
        date=draw(st.none() | dates(report.text)),
        place=draw(st.none() | places(report.text)),
        evidence=tuple(where[3:]),
        score=draw(shares),
        coder=CODER,
        rule=draw(words),
    )


@st.composite
def quotes(draw: st.DrawFn, report: Report) -> Quote:
    content, speaker = draw(apart(report.text, 2))
    return Quote(
        id=stable_id(report.id, content, CODER),
        report=report.id,
        kind=draw(st.sampled_from(["direct", "indirect", "mixed"])),
        content=content,
        cue=draw(st.none() | spans(report.text)),
        speaker=draw(st.none() | participants(speaker, 0)),
        score=draw(shares),
        coder=CODER,
    )


@st.composite
def figures(draw: st.DrawFn, report: Report) -> Figure:
    return Figure(
        span=draw(spans(report.text)),
        kind=draw(st.sampled_from(["money", "count", "percent", "ordinal", "measure"])),
        low=draw(amounts),
        high=draw(amounts),
        unit=draw(words),
        about=draw(st.none() | spans(report.text)),
    )


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """All that one report gave; ids are unique within it."""
    report = draw(reports())
    given = tuple(draw(st.lists(events(report), max_size=2, unique_by=lambda one: one.id)))
    said = tuple(draw(st.lists(quotes(report), max_size=2, unique_by=lambda one: one.id)))
    counted = tuple(draw(st.lists(figures(report), max_size=2, unique_by=lambda one: one.span)))
    everybody = tuple(one for event in given for one in (*event.actors, *event.recipients))
    document = Document(
        report=report,
        language=report.language or "en",
        sentences=(),
        mentions=tuple(one.mention for one in everybody),
        dates=tuple(event.date for event in given if event.date is not None),
        figures=counted,
    )
    return Analysis(document=document, participants=everybody, events=given, quotes=said, figures=counted)
