"""Records for tests at the cost of a word or two: ``report("…", "ar")``, ``event("AID", "USA", "SYR")``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

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
    Quote,
    Report,
    Span,
)

CODER = "factory@1"


def report(
    text: str,
    language: str = "en",
    *,
    id: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    published: date | None = None,
) -> Report:
    return Report(
        id=stable_id(text) if id is None else id,
        text=text,
        language=language,
        title=title,
        publisher=publisher,
        published=published,
    )


def span(on: Report, words: str) -> Span:
    """Where the words stand first; an error where they do not."""
    start = on.text.index(words)
    return Span(start, start + len(words))


def actor(id: str, name: str, *, language: str = "en", kind: str = "person") -> Actor:
    assert kind in {"person", "country", "organisation", "group", "agent"}
    return Actor(id=id, kind=kind, names=(Name(text=name, language=language),))  # type: ignore[arg-type]


def mention(on: Report, words: str, entity: int = -1) -> Mention:
    where = span(on, words)
    return Mention(span=where, head=where, kind="country" if words.isupper() else "person", entity=entity)


def participant(
    on: Report,
    words: str,
    country: str | None,
    sectors: tuple[str, ...] = (),
    *,
    name: str | None = None,
    known: Actor | None = None,
) -> Participant:
    return Participant(
        mention=mention(on, words),
        actor=known,
        country=country,
        sectors=sectors,
        name=words if name is None else name,
        score=0.9,
    )


def on_day(on: Report, words: str, day: date | None) -> DateExpression:
    return DateExpression(span=span(on, words), start=day, end=day, granularity="day")


def event(
    kind: str,
    one: str | Participant | None = "RUS",
    other: str | Participant | None = None,
    *,
    on: Report | None = None,
    words: str | None = None,
    when: DateExpression | None = None,
) -> Event:
    """An event; sides are participants or codes that stand in the text, which is made if not given.

    What else it has is put in with ``replace``; its id does not depend on it.
    """
    if on is None:
        on = report(f"{one or ''} {kind} {other or ''}.")
    actors, recipients = _side(on, one), _side(on, other)
    evidence = (span(on, kind if words is None else words),)
    sides = [[person.mention.span for person in side] for side in (actors, recipients)]
    return Event(
        id=event_id(on.id, kind, sides, evidence, CODER),
        report=on.id,
        type=kind,
        modes=(),
        contexts=(),
        auxiliary=(),
        actors=actors,
        recipients=recipients,
        date=when,
        place=None,
        evidence=evidence,
        score=0.9,
        coder=CODER,
        rule="factory",
    )


def quote(on: Report, words: str, speaker: Participant | None = None, *, cue: str | None = None) -> Quote:
    content = span(on, words)
    return Quote(
        id=stable_id(on.id, content, CODER),
        report=on.id,
        kind="direct",
        content=content,
        cue=None if cue is None else span(on, cue),
        speaker=speaker,
        coder=CODER,
    )


def figure(on: Report, words: str, low: float | None, high: float | None, unit: str) -> Figure:
    return Figure(span=span(on, words), kind="money", low=low, high=high, unit=unit)


def analysis(
    on: Report,
    events: Sequence[Event] = (),
    quotes: Sequence[Quote] = (),
    figures: Sequence[Figure] = (),
) -> Analysis:
    everybody = [one for event in events for one in (*event.actors, *event.recipients)]
    everybody += [quote.speaker for quote in quotes if quote.speaker is not None]
    document = Document(
        report=on,
        language=on.language or "en",
        sentences=(),
        mentions=tuple(one.mention for one in everybody),
        figures=tuple(figures),
    )
    return Analysis(
        document=document,
        participants=tuple(everybody),
        events=tuple(events),
        quotes=tuple(quotes),
        figures=tuple(figures),
    )


def _side(on: Report, who: str | Participant | None) -> tuple[Participant, ...]:
    if who is None:
        return ()
    return (participant(on, who, who, ("GOV",)) if isinstance(who, str) else who,)
