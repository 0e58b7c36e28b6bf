"""The PLOVER codebook: ``data/plover.yml`` as one record, look-ups in it, and what an event breaks.

Everything here is a fact of the data file; a change of the codebook is a change of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.resources import read_yaml
from dragoman.types import DateExpression, Event, Participant, Place, Span


class Mode(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How an event was done: its score where it differs from the type's, and its CAMEO code for export."""

    score: float | None = None
    cameo: str


class EventType(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the sixteen types."""

    quad: int
    score: float
    cameo: str
    definition: str
    needs_recipient: bool = False
    modes: dict[str, Mode] = {}


class Sector(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of actor: police, government, rebels."""

    name: str
    definition: str


class CameoEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a CAMEO code is in PLOVER."""

    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()


class Ontology(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole codebook; mappings keep the order of the file, ``countries`` is one blank-separated text."""

    version: str
    quads: dict[int, str]
    types: dict[str, EventType]
    auxiliary: dict[str, str]
    unpublished: frozenset[str]
    future_is_agree: frozenset[str]
    contexts: dict[str, str]
    sectors: dict[str, Sector]
    international: dict[str, str]
    countries: str
    dependencies: dict[str, str]
    partially_recognised: dict[str, str]
    cameo: dict[str, CameoEntry]


@cache
def load() -> Ontology:
    """The codebook that ships with the package.

    Raises:
        ResourceError: the data file is missing or does not say what is expected.
    """
    return read_yaml(files("dragoman") / "data" / "plover.yml", Ontology)


@cache
def countries() -> frozenset[str]:
    """Every code a country or an international actor may have."""
    return frozenset(load().countries.split()) | load().international.keys()


def fold_country(code: str) -> str | None:
    """The state that ``code`` (ISO 3166 alpha-3, any case) is coded as; None where PLOVER has none.

    Dependencies fold into their state: ``GRL`` gives ``DNK``.
    """
    upper = code.upper()
    folded = load().dependencies.get(upper, upper)
    return folded if folded in countries() else None


def quad(kind: str) -> int:
    """The quad class of a type: 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict."""
    return load().types[kind].quad


def score(kind: str, modes: tuple[str, ...] = ()) -> float:
    """How cooperative (10) or hostile (-10) an event is: of several modes the strongest counts."""
    entry = load().types[kind]
    known = [entry.modes[mode].score for mode in modes if mode in entry.modes]
    scores = [entry.score if value is None else value for value in known]
    return max(scores, key=abs, default=entry.score)


def from_cameo(code: str) -> CameoEntry | None:
    """What a CAMEO code is in PLOVER; None for statements, appeals and codes that CAMEO has not.

    A code that lost its leading zero, as in many published files, is understood: ``42`` is ``042``.
    """
    table = load().cameo
    return table.get(code) or table.get(code.zfill(3)) or table.get("0" + code)


def to_cameo(kind: str, mode: str | None = None) -> str:
    """The CAMEO code that comes nearest to a type, or to a type with its mode."""
    entry = load().types[kind]
    return entry.modes[mode].cameo if mode in entry.modes else entry.cameo


def is_published(event: Event) -> bool:
    """Whether the event belongs in a published data set: neither negated nor hypothetical."""
    return load().unpublished.isdisjoint(event.auxiliary)


def needs_recipient(type: str) -> bool:
    """Whether an event of this type is nothing without a recipient."""
    kind = load().types.get(type)
    return kind is not None and kind.needs_recipient


def check(event: Event) -> tuple[str, ...]:
    """Every rule of the codebook and of the record that the event breaks, in words; () for a sound event."""
    return (
        *_vocabulary(event),
        *_marks(event),
        *_sides(event),
        *_spans(event),
        *_date(event.date),
        *_place(event.place),
        *_bookkeeping(event),
    )


def _vocabulary(event: Event) -> Iterator[str]:
    book = load()
    entry = book.types.get(event.type)
    if entry is None:
        yield f"unknown type {event.type!r}"
    else:
        yield from (f"{event.type} has no mode {mode!r}" for mode in event.modes if mode not in entry.modes)
    yield from (f"unknown context {context!r}" for context in event.contexts if context not in book.contexts)
    yield from _twice("mode", event.modes)
    yield from _twice("context", event.contexts)


def _marks(event: Event) -> Iterator[str]:
    book = load()
    yield from (f"unknown auxiliary {mark!r}" for mark in event.auxiliary if mark not in book.auxiliary)
    yield from _twice("auxiliary", event.auxiliary)
    if "future" in event.auxiliary and event.type in book.future_is_agree:
        yield f"{event.type} in the future is AGREE"
    if "future" in event.auxiliary and "historical" in event.auxiliary:
        yield "both future and historical"


def _sides(event: Event) -> Iterator[str]:
    entry = load().types.get(event.type)
    if not event.actors and not event.recipients:
        yield "neither actor nor recipient"
    elif entry is not None and entry.needs_recipient and not event.recipients:
        yield f"{event.type} without a recipient"
    everybody = (*event.actors, *event.recipients)
    if everybody and not any(one.country or one.sectors for one in everybody):
        yield "nobody in it has a country or a sector"
    for one in everybody:
        yield from _participant(one)
    for side in (event.actors, event.recipients):
        yield from _twice("participant", tuple(f"{one.name!r} at {one.mention.span}" for one in side))
    for one in event.actors:
        yield from (f"{one.name!r} on both sides" for other in event.recipients if _same(one, other))


def _participant(one: Participant) -> Iterator[str]:
    book = load()
    if one.country is not None and one.country not in countries():
        yield f"unknown country {one.country!r}"
    yield from (f"unknown sector {sector!r}" for sector in one.sectors if sector not in book.sectors)
    if not 0 <= one.score <= 1:
        yield f"score {one.score} of {one.name!r} outside [0, 1]"


def _same(one: Participant, other: Participant) -> bool:
    """Whether two participants are one: the same words or chain, or the same actor in the same role."""
    if one.mention.span.overlaps(other.mention.span):
        return True
    if one.mention.entity >= 0 and one.mention.entity == other.mention.entity:
        return True
    if one.actor is None or other.actor is None or one.actor.kind == "agent":
        return False
    return one.actor.id == other.actor.id and one.sectors == other.sectors


def _spans(event: Event) -> Iterator[str]:
    if not event.evidence:
        yield "no evidence"
    named: list[tuple[str, Span]] = [("evidence", span) for span in event.evidence]
    named += [("mention", one.mention.span) for one in (*event.actors, *event.recipients)]
    if event.date is not None:
        named.append(("date", event.date.span))
    if event.place is not None:
        named.append(("place", event.place.span))
    for what, span in named:
        if not 0 <= span.start < span.stop:
            yield f"{what} span {span.start}:{span.stop} holds nothing"


def _date(date: DateExpression | None) -> Iterator[str]:
    if date is None:
        return
    if (date.start is None) != (date.end is None):
        yield "date with one end only"
    elif date.start is not None and date.end is not None and date.end < date.start:
        yield f"date ends {date.end} before it starts {date.start}"


def _place(place: Place | None) -> Iterator[str]:
    if place is None:
        return
    if place.country is not None and place.country not in countries():
        yield f"unknown country {place.country!r} of a place"
    if not 1 <= place.resolution <= 5:
        yield f"place resolution {place.resolution} outside 1 to 5"
    if (place.latitude is None) != (place.longitude is None):
        yield "place with one coordinate only"
    elif not (-90 <= (place.latitude or 0) <= 90 and -180 <= (place.longitude or 0) <= 180):
        yield f"place at {place.latitude}, {place.longitude} is not on Earth"


def _bookkeeping(event: Event) -> Iterator[str]:
    if not 0 <= event.score <= 1:
        yield f"score {event.score} outside [0, 1]"
    for what, value in (
        ("id", event.id),
        ("report", event.report),
        ("coder", event.coder),
        ("rule", event.rule),
    ):
        if not value:
            yield f"no {what}"


def _twice(what: str, values: tuple[str, ...]) -> Iterator[str]:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            yield f"{what} {value} twice"
        seen.add(value)
