"""Store → Dossier: everything about one party, or about two with each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from dragoman import ontology
from dragoman.actors import directory
from dragoman.dossiers.citations import Shelf
from dragoman.dossiers.grouping import Told, lines
from dragoman.dossiers.mentioning import Naming
from dragoman.dossiers.records import Account, Count, Dossier, Line, Saying, Voice
from dragoman.dossiers.roster import Roster
from dragoman.types import Figure, Participant, Quote, Report, Span

if TYPE_CHECKING:
    from dragoman.store import Filter, Store

ASKED = frozenset({"REQUEST"})
PROMISED = frozenset({"AGREE"})
BACKED = frozenset({"SUPPORT"})
GIVEN = frozenset({"AID", "COOPERATE"})
MEETINGS = frozenset({"CONSULT"})
NO_CONTEXT = "other"

Said = tuple[Quote, Report]
Counted = tuple[Figure, Report]


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
    said, counted = _about(store, asked, told)
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


def _about(store: Store, asked: Filter, told: Sequence[Told]) -> tuple[list[Said], list[Counted]]:
    """The quotations and figures that stand with a party's name, or in the evidence of an event.

    Of one party all that it says; of two what either says where the other is named or addressed.
    """
    counted, said = list(store.figures(asked)), list(store.quotes(asked))
    shelf = Shelf.of(report for _, report in chain(told, said, counted))
    sides = [frozenset((who, *store.same(who))) for who in (asked.actor, asked.with_) if who is not None]
    if asked.actor is not None and asked.with_ is not None:
        other = list(store.quotes(replace(asked, actor=asked.with_, with_=asked.actor)))
        shelf = Shelf.of(report for _, report in chain(told, said, counted, other))
        mine, theirs = (Naming.of(shelf, side) for side in sides)
        said = [*_of_each_other(said, theirs, told), *_of_each_other(other, mine, told)]
    quotes = list({(quote.report, quote.id): (quote, report) for quote, report in said}.values())
    named = Naming.of(shelf, frozenset().union(*sides))
    evidence = _evidence(told, quotes)
    figures = [
        (figure, report)
        for figure, report in counted
        if named.near(report, (figure.span,)) or _touches(shelf, report, figure.span, evidence)
    ]
    return quotes, figures


def _of_each_other(said: Iterable[Said], other: Naming, told: Sequence[Told]) -> Iterator[Said]:
    """What is said of or to the other party."""
    evidence = _evidence(told, ())
    for quote, report in said:
        addressed = quote.addressee is not None and (
            quote.addressee.country in other.wanted
            or (quote.addressee.actor is not None and quote.addressee.actor.id in other.wanted)
        )
        near = other.near(report, (quote.content,))
        if addressed or near or _touches(other.shelf, report, quote.content, evidence):
            yield quote, report


def _evidence(told: Iterable[Told], said: Iterable[Said]) -> dict[str, list[Span]]:
    """By report, the words that events and quotations rest on."""
    found: dict[str, list[Span]] = {}
    for event, report in told:
        found.setdefault(report.id, []).extend(event.evidence)
    for quote, report in said:
        found.setdefault(report.id, []).append(quote.content)
    return found


def _touches(shelf: Shelf, report: Report, span: Span, evidence: Mapping[str, Sequence[Span]]) -> bool:
    """Whether evidence stands in the sentence of a span."""
    sentence = shelf.nearby(report, (span,))[-1]
    return any(sentence.overlaps(one) for one in evidence.get(report.id, ()))


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


def _counts(counted: Iterable[Counted], shelf: Shelf) -> tuple[Count, ...]:
    """One line a figure; a sentence that a report repeats, as beside its pictures, gives its figures once."""
    ordered = sorted(counted, key=lambda one: (shelf.numbers[one[1].id], one[0].span))
    made = (
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
    once: dict[tuple[str, tuple[str, ...], str], Count] = {}
    for count in made:
        cited = count.citation
        once.setdefault((cited.report, cited.words, cited.text), count)
    return tuple(once.values())
