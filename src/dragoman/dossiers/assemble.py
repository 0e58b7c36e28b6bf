"""Store → Dossier: everything about one party, or about two with each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from dragoman import ontology
from dragoman.actors import directory
from dragoman.dossiers.citations import Shelf
from dragoman.dossiers.grouping import Told, lines
from dragoman.dossiers.records import Account, Count, Dossier, Line, Saying, Voice
from dragoman.dossiers.roster import Roster
from dragoman.types import Figure, Participant, Quote, Report

if TYPE_CHECKING:
    from dragoman.store import Filter, Store

ASKED = frozenset({"REQUEST"})
PROMISED = frozenset({"AGREE"})
BACKED = frozenset({"SUPPORT"})
GIVEN = frozenset({"AID", "COOPERATE"})
MEETINGS = frozenset({"CONSULT"})
NO_CONTEXT = "other"

Said = tuple[Quote, Report]


def assemble(
    store: Store, a: str, b: str | None = None, *, since: date | None = None, until: date | None = None
) -> Dossier:
    """What the store knows of ``a``, or of ``a`` and ``b`` with each other.

    Args:
        store: where to look.
        a: a country code, an actor's id or a name.
        b: the other party; None for everybody.
        since: the first day, inclusive.
        until: the last day, inclusive.
    """
    from dragoman.store import Filter  # the database library takes half a second to import

    asked = Filter(actor=a, with_=b, since=since, until=until)
    told = list(store.events(asked))
    said = _quotes(store, asked)
    counted = list(store.figures(asked))
    shelf = Shelf.of(report for _, report in chain(told, said, counted))
    roster = Roster.of(_people(told, said))
    timeline = lines(told, shelf, roster)
    days = [day for line in timeline for day in (line.start, line.end) if day is not None]
    return Dossier(
        parties=tuple(_name(one) for one in (a, b) if one is not None),
        since=since,
        until=until,
        first=min(days, default=None),
        last=max(days, default=None),
        undated=sum(line.start is None for line in timeline),
        timeline=timeline,
        meetings=_of(timeline, MEETINGS),
        ledger=_ledger(timeline),
        conflict=_of(timeline, _conflict_types()),
        voices=_voices(said, shelf, roster),
        figures=_counts(counted, shelf),
        reports=shelf.used(),
    )


def _conflict_types() -> frozenset[str]:
    book = ontology.load()
    return frozenset(kind for kind, entry in book.types.items() if entry.quad >= 3) - ASKED


def _quotes(store: Store, asked: Filter) -> list[Said]:
    """What either party says where the other one takes part."""
    said = list(store.quotes(asked))
    if asked.with_ is not None:
        said += store.quotes(replace(asked, actor=asked.with_, with_=asked.actor))
    return list({(quote.report, quote.id): (quote, report) for quote, report in said}.values())


def _people(told: Iterable[Told], said: Iterable[Said]) -> Iterator[Participant]:
    for event, _ in told:
        yield from (*event.actors, *event.recipients)
    for quote, _ in said:
        yield from (one for one in (quote.speaker, quote.addressee) if one is not None)


def _name(asked: str) -> str:
    """What to call a party: the English name of a code or an id that is listed, else what was asked for."""
    known = directory.load().actor(asked)
    if known is None or not known.names:
        return asked
    return next((name.text for name in known.names if name.language == "en"), known.names[0].text)


def _of(timeline: Iterable[Line], types: frozenset[str]) -> tuple[Line, ...]:
    return tuple(line for line in timeline if line.type in types)


def _ledger(timeline: Sequence[Line]) -> tuple[Account, ...]:
    accounts = []
    for context in (*ontology.load().contexts, NO_CONTEXT):
        inside = [line for line in timeline if context in (line.contexts or (NO_CONTEXT,))]
        account = Account(
            context=context,
            asked=_of(inside, ASKED),
            promised=_of(inside, PROMISED),
            backed=_of(inside, BACKED),
            given=_of(inside, GIVEN),
        )
        if account.asked or account.promised or account.backed or account.given:
            accounts.append(account)
    return tuple(accounts)


def _voices(said: Iterable[Said], shelf: Shelf, roster: Roster) -> tuple[Voice, ...]:
    """Speakers in the order in which they are first quoted, whoever is not known last."""
    ordered = sorted(said, key=lambda one: (shelf.numbers[one[1].id], one[0].content, one[0].id))
    by_speaker: dict[str, list[Said]] = {}
    for quote, report in ordered:
        key = roster.key(quote.speaker) if quote.speaker is not None else ""
        by_speaker.setdefault(key, []).append((quote, report))
    unknown = by_speaker.pop("", [])
    groups = [*by_speaker.values(), *([unknown] if unknown else [])]
    return tuple(_voice(group, shelf, roster) for group in groups)


def _voice(group: Sequence[Said], shelf: Shelf, roster: Roster) -> Voice:
    first, where = group[0]
    return Voice(
        speaker=roster.party(first.speaker, where.text) if first.speaker is not None else None,
        sayings=tuple(
            Saying(
                kind=quote.kind,
                addressee=roster.party(quote.addressee, report.text) if quote.addressee is not None else None,
                citation=shelf.cite(report, (quote.content,)),
            )
            for quote, report in group
        ),
    )


def _counts(counted: Iterable[tuple[Figure, Report]], shelf: Shelf) -> tuple[Count, ...]:
    ordered = sorted(counted, key=lambda one: (shelf.numbers[one[1].id], one[0].span))
    return tuple(
        Count(
            kind=figure.kind,
            low=figure.low,
            high=figure.high,
            unit=figure.unit,
            about=figure.about.text(report.text) if figure.about is not None else None,
            citation=shelf.cite(report, (figure.span,)),
        )
        for figure, report in ordered
    )
