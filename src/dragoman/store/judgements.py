"""What people decided of actors, and what follows: who is one and the same.

Decisions are appended with who made them and when, and never changed. ``clusters`` derives from all of them,
in their order, who is meant by each name; what was coded stays as it was and is told apart when it is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, insert, select

from dragoman.store.people import PERSONS, Who, who
from dragoman.store.tables import judgements
from dragoman.text import fold
from dragoman.types import Actor, Event, Participant, Quote

KIND = "actor"
Verdict = Literal["same", "apart"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """``one`` and ``other`` are the same, or ``one`` is nobody else; ids, or names of actors without one."""

    one: str
    other: str | None
    verdict: Verdict
    judge: str
    made: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Actors that are one; the first is the one that they are known by. ``judges``: who said so."""

    members: tuple[str, ...]
    judges: tuple[str, ...]


def append(connection: Connection, judgement: Judgement) -> None:
    """Keeps a decision; the database says when it was made."""
    connection.execute(
        insert(judgements).values(
            kind=KIND,
            one=judgement.one,
            other=judgement.other,
            verdict=judgement.verdict,
            judge=judgement.judge,
        )
    )


def read(connection: Connection) -> list[Judgement]:
    """Every decision on actors, in the order in which they were made."""
    query = select(judgements).where(judgements.c.kind == KIND).order_by(judgements.c.id)
    return [
        Judgement(one=row.one, other=row.other, verdict=row.verdict, judge=row.judge, made=row.made)
        for row in connection.execute(query)
    ]


def clusters(decided: Iterable[Judgement]) -> dict[str, Cluster]:
    """The cluster of everybody who is in one, by folded id or name.

    A decision to keep somebody apart undoes all earlier ones that joined him to others; later ones count.
    """
    live: list[Judgement] = []
    for one in decided:
        if one.verdict == "same":
            live.append(one)
        else:
            live = [old for old in live if fold(one.one) not in (fold(old.one), fold(old.other or ""))]
    found: dict[str, Cluster] = {}
    for one in live:
        parts = [found.get(fold(name)) for name in (one.one, one.other or one.one)]
        known = [part.members if part else (name,) for part, name in zip(parts, _pair(one), strict=True)]
        judges = [judge for part in parts if part for judge in part.judges]
        joined = Cluster(
            members=tuple(dict.fromkeys(name for members in known for name in members)),
            judges=tuple(dict.fromkeys((*judges, one.judge))),
        )
        found.update({fold(name): joined for name in joined.members})
    return found


def _pair(one: Judgement) -> tuple[str, str]:
    return one.one, one.other or one.one


def apart(decided: Iterable[Judgement]) -> frozenset[str]:
    """Who was last decided to be nobody else, by folded id or name."""
    found: set[str] = set()
    for one in decided:
        if one.verdict == "apart":
            found.add(fold(one.one))
        else:
            found -= {fold(one.one), fold(one.other or "")}
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Derived:
    """What is read back with the decisions carried out; ``known`` are the actors by id.

    ``unlisted`` are those persons whom no list knows by name and country, ``named`` by folded id or name.
    """

    found: Mapping[str, Cluster]
    known: Mapping[str, Actor]
    unlisted: Mapping[Who, Actor]
    named: Mapping[str, Actor]

    @classmethod
    def of(
        cls,
        found: Mapping[str, Cluster],
        known: Mapping[str, Actor],
        unlisted: Mapping[Who, Actor],
        alone: frozenset[str],
    ) -> Derived:
        """The same, but those who were kept apart are nobody else by their names either."""
        left = {
            key: actor
            for key, actor in unlisted.items()
            if fold(key[0]) not in alone and fold(actor.id) not in alone
        }
        named: dict[str, Actor] = {}
        for (name, _), actor in left.items():
            named.setdefault(fold(name), actor)
            named.setdefault(fold(actor.id), actor)
        return cls(found, known, left, named)

    def members(self, name: str) -> tuple[str, ...]:
        """Everybody who is the same as ``name``, himself included."""
        found = dict.fromkeys(self._names(name))
        clusters = [self.found[fold(one)] for one in found if fold(one) in self.found]
        for member in (one for cluster in clusters for one in cluster.members):
            found.update(dict.fromkeys(self._names(member)))
        return tuple(found)

    def _names(self, called: str) -> tuple[str, ...]:
        actor = self.named.get(fold(called))
        if actor is None:
            return (called,)
        spelled = (name.text for name in actor.names if self.named.get(fold(name.text)) is actor)
        return (called, actor.id, *spelled)

    def event(self, event: Event) -> Event:
        """The event with the actors that were judged to be meant."""
        if not self.found and not self.unlisted:
            return event
        return replace(
            event,
            actors=tuple(self._judged(one) for one in event.actors),
            recipients=tuple(self._judged(one) for one in event.recipients),
        )

    def quote(self, quote: Quote) -> Quote:
        """The quotation with the speaker and addressee that were judged to be meant."""
        if not self.found and not self.unlisted:
            return quote
        return replace(
            quote,
            speaker=self._judged(quote.speaker) if quote.speaker else None,
            addressee=self._judged(quote.addressee) if quote.addressee else None,
        )

    def _judged(self, one: Participant) -> Participant:
        one = self._met(one)
        own = one.actor.id if one.actor is not None else one.name
        cluster = next(
            (self.found[fold(name)] for name in self._names(own) if fold(name) in self.found), None
        )
        if cluster is None or cluster.members[0] == own:
            return one
        first = cluster.members[0]
        actor = self.known.get(first) or self.named.get(fold(first))
        if actor is not None and actor is one.actor:
            return one
        reason = f"judged the same as {first} by {', '.join(cluster.judges)}"
        name = next((name.text for name in actor.names), first) if actor is not None else first
        return replace(one, actor=actor or one.actor, name=name, reasons=(*one.reasons, reason))

    def _met(self, one: Participant) -> Participant:
        """Somebody whom no list knows, as the person whom other reports name."""
        if one.actor is not None or one.mention.kind not in PERSONS:
            return one
        actor = self.unlisted.get(who(one.name, one.country))
        if actor is None:
            return one
        called = actor.names[0].text
        reasons = one.reasons if called == one.name else (*one.reasons, f"the name of {called} elsewhere")
        return replace(one, actor=actor, name=called, reasons=reasons)
