"""The store: analyses in, records out, each with the report it stands in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from types import TracebackType
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Select, Table, delete, insert, select

from dragoman import codec
from dragoman.store import judgements, people, queries, sightings
from dragoman.store.database import begin_writing, connect, guard, writing
from dragoman.store.judgements import Derived, Judgement
from dragoman.store.payload import StoredEvent, StoredQuote
from dragoman.store.queries import EVERYTHING, Filter
from dragoman.store.rows import Rows, actor_row
from dragoman.store.tables import (
    DERIVED,
    actors,
    events,
    figures,
    participants,
    quotes,
    reports,
    skipped,
    touched,
)
from dragoman.store.tables import sightings as sightings_table
from dragoman.types import Actor, Analysis, Event, Figure, Quote, Report, Skipped, Summary

CHUNK = 400
"""How many rows are read, or named in one question, at a time."""

Stored = TypeVar("Stored", StoredEvent, StoredQuote)


class Store:
    """Reports and what they gave, kept. Open it with ``Store.open``, close it or use it in a ``with``."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[str, Actor] = {}

    @classmethod
    def open(cls, url: str, *, create: bool = True) -> Store:
        """The store at ``url``: a path, ``sqlite:///path`` or ``postgresql+driver://…``.

        Raises:
            StoreError: it cannot be opened, is not a store, or was written by a newer version.
        """
        return cls(connect(url, create=create))

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, analyses: Iterable[Analysis], coder: str) -> int:
        """Keeps a batch in one transaction: all of it or, if the process dies, none.

        A report that ``coder`` has coded before is left as it is; what another coder made of it is replaced.

        Args:
            analyses: what the reports of the batch gave.
            coder: name@version of all that made them.

        Returns:
            How many analyses were new.
        """
        batch: dict[str, Analysis] = {}
        for analysis in analyses:
            batch.setdefault(analysis.document.report.id, analysis)
        with guard(self._engine.url), writing(self._engine).begin() as connection:
            begin_writing(connection)
            found = _coders(connection, batch)
            rows = Rows()
            for key, analysis in batch.items():
                if found.get(key) != coder:
                    rows.add(analysis, coder)
            stale = [row["id"] for row in rows.reports if row["id"] in found]
            for some in _split(stale):
                sightings.touch_reports(connection, some)
            for table in DERIVED:
                _delete(connection, table, stale)
            _delete(connection, reports, stale)
            _insert(connection, rows)
        return len(rows.reports)

    def put_skipped(self, records: Iterable[Skipped]) -> None:
        """Keeps what was left out and why; the same record twice is kept once."""
        rows = {
            codec.stable_id(one.reason, one.message, one.path, one.line): {
                "reason": one.reason,
                "message": one.message,
                "path": one.path,
                "line": one.line,
            }
            for one in records
        }
        with guard(self._engine.url), writing(self._engine).begin() as connection:
            begin_writing(connection)
            found = _present(connection, skipped, "id", rows)
            new = [{"id": key, **row} for key, row in rows.items() if key not in found]
            if new:
                connection.execute(insert(skipped), new)

    def has(self, report: str, coder: str) -> bool:
        """Whether ``coder`` has coded the report with this id."""
        with guard(self._engine.url), self._engine.begin() as connection:
            return _coders(connection, [report]).get(report) == coder

    def events(self, asked: Filter = EVERYTHING) -> Iterator[tuple[Event, Report]]:
        """Events with their reports: the dated in order of time, then the others in order of publication."""
        derived = self._derived()
        for event, report in self._unpacked(queries.events_of(asked, derived.members), StoredEvent):
            yield derived.event(event), report

    def quotes(self, asked: Filter = EVERYTHING) -> Iterator[tuple[Quote, Report]]:
        """Quotations with their reports, in order of publication and of the text."""
        derived = self._derived()
        for quote, report in self._unpacked(queries.quotes_of(asked, derived.members), StoredQuote):
            yield derived.quote(quote), report

    def figures(self, asked: Filter = EVERYTHING) -> Iterator[tuple[Figure, Report]]:
        """Figures with their reports, in order of publication and of the text."""
        same = self._derived().members
        with guard(self._engine.url), self._engine.begin() as connection:
            for rows in _chunks(connection, queries.figures_of(asked, same)):
                told = _reports(connection, {row.report for row in rows})
                for row in rows:
                    yield codec.decode(row.payload.encode(), Figure), told[row.report]

    def reports(self) -> Iterator[Report]:
        """Every report in order of publication, those without a date last."""
        with guard(self._engine.url), self._engine.begin() as connection:
            for rows in _chunks(connection, queries.all_reports()):
                yield from (codec.decode(row.payload.encode(), Report) for row in rows)

    def meet(self) -> int:
        """Works out who is one person of those that no list knows; returns how many there are.

        Only names that changed since the last time, and those that may be one with them, are looked at.
        """
        with guard(self._engine.url), writing(self._engine).begin() as connection:
            begin_writing(connection)
            return people.refresh(connection)

    def same(self, who: str) -> tuple[str, ...]:
        """The ids and names of everybody who is the same as ``who``, himself first."""
        return self._derived().members(who)

    def judge(self, judgement: Judgement) -> None:
        """Keeps what somebody decided of an actor; from now on everything is read with it carried out."""
        with guard(self._engine.url), writing(self._engine).begin() as connection:
            begin_writing(connection)
            judgements.append(connection, judgement)

    def judgements(self) -> list[Judgement]:
        """Every decision on actors, in order."""
        with guard(self._engine.url), self._engine.begin() as connection:
            return judgements.read(connection)

    def _derived(self) -> Derived:
        """The decisions, and the actors that those who were joined are known by."""
        with guard(self._engine.url), self._engine.begin() as connection:
            decided = judgements.read(connection)
            found = judgements.clusters(decided)
            unlisted = people.read(connection)
            firsts = {cluster.members[0] for cluster in found.values()}
            known: dict[str, Actor] = {}
            for some in _split(firsts):
                query = select(actors.c.id, actors.c.payload).where(actors.c.id.in_(some))
                for row in connection.execute(query.order_by(actors.c.key)):
                    known.setdefault(row.id, codec.decode(row.payload.encode(), Actor))
        return Derived.of(found, known, unlisted, judgements.apart(decided))

    def summary(self) -> Summary:
        """What the store holds, and what was skipped on the way."""
        with guard(self._engine.url), self._engine.begin() as connection:
            counts = connection.execute(queries.counts()).one()
            ordered = select(skipped).order_by(skipped.c.path, skipped.c.line.nulls_first(), skipped.c.id)
            left_out = tuple(
                Skipped(reason=row.reason, message=row.message, path=row.path, line=row.line)
                for row in connection.execute(ordered)
            )
        return Summary(
            reports=counts[0], events=counts[1], quotes=counts[2], figures=counts[3], skipped=left_out
        )

    def _unpacked(self, query: Select[Any], kind: type[Stored]) -> Iterator[tuple[Any, Report]]:
        with guard(self._engine.url), self._engine.begin() as connection:
            for rows in _chunks(connection, query):
                stored = [codec.decode(row.payload.encode(), kind) for row in rows]
                told = _reports(connection, {row.report for row in rows})
                self._learn(connection, {key for one in stored for key in one.keys()} - self._known.keys())
                for row, one in zip(rows, stored, strict=True):
                    yield one.unpack(self._known), told[row.report]

    def _learn(self, connection: Connection, keys: Collection[str]) -> None:
        for some in _split(keys):
            for row in connection.execute(
                select(actors.c.key, actors.c.payload).where(actors.c.key.in_(some))
            ):
                self._known[row.key] = codec.decode(row.payload.encode(), Actor)


def _chunks(connection: Connection, query: Select[Any]) -> Iterator[Any]:
    return connection.execution_options(yield_per=CHUNK).execute(query).partitions()


def _split(keys: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]


def _coders(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for some in _split(ids):
        query = select(reports.c.id, reports.c.coder).where(reports.c.id.in_(some))
        found.update((row.id, row.coder) for row in connection.execute(query))
    return found


def _reports(connection: Connection, ids: Collection[str]) -> dict[str, Report]:
    found: dict[str, Report] = {}
    for some in _split(ids):
        for row in connection.execute(select(reports.c.id, reports.c.payload).where(reports.c.id.in_(some))):
            found[row.id] = codec.decode(row.payload.encode(), Report)
    return found


def _present(connection: Connection, table: Table, column: str, keys: Collection[str]) -> set[str]:
    found: set[str] = set()
    for some in _split(keys):
        found.update(connection.scalars(select(table.c[column]).where(table.c[column].in_(some))))
    return found


def _delete(connection: Connection, table: Table, ids: Collection[str]) -> None:
    column = table.c.id if table is reports else table.c.report
    for some in _split(ids):
        connection.execute(delete(table).where(column.in_(some)))


def _insert(connection: Connection, rows: Rows) -> None:
    there = _present(connection, actors, "key", rows.known)
    people = [actor_row(key, actor) for key, actor in sorted(rows.known.items()) if key not in there]
    for table, new in (
        (reports, rows.reports),
        (actors, people),
        (events, rows.events),
        (participants, rows.participants),
        (quotes, rows.quotes),
        (figures, rows.figures),
        (sightings_table, rows.sightings),
        (touched, sightings.touches(rows.sightings)),
    ):
        if new:
            connection.execute(insert(table), new)
