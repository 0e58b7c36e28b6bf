"""Where persons whom no list knows are named, and by what they are found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

import sqlalchemy as sa
from alembic import op

from dragoman import codec
from dragoman.store import sightings
from dragoman.store.payload import StoredEvent, StoredQuote
from dragoman.types import Report

revision = "0003"
down_revision: str | None = "0002"

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
CHUNK = 400


def upgrade() -> None:
    """Makes the tables and fills the first from what is stored; the next run fills the others."""
    made = op.create_table(
        "sightings",
        sa.Column("report", KEY, sa.ForeignKey("reports.id"), primary_key=True),
        *(sa.Column(name, KEY, primary_key=True) for name in ("name", "country", "language")),
        sa.Column("start", sa.Integer(), nullable=False),
    )
    op.create_index("sightings_by_name", "sightings", ["name"])
    op.create_table(
        "sounds",
        *(sa.Column(name, KEY, primary_key=True) for name in ("name", "country", "language", "sound")),
    )
    op.create_index("sounds_by_sound", "sounds", ["sound"])
    op.create_table(
        "touched",
        sa.Column("id", sa.Integer(), primary_key=True),
        *(sa.Column(name, KEY, nullable=False) for name in ("name", "country", "language")),
    )
    op.create_table("editions", sa.Column("edition", sa.String(), primary_key=True))
    rows = _rows(op.get_bind())
    if rows:
        op.bulk_insert(made, rows)


def downgrade() -> None:
    """Drops the tables."""
    for name in ("editions", "touched", "sounds", "sightings"):
        op.drop_table(name)


def _rows(connection: sa.Connection) -> list[dict[str, Any]]:
    """What ``Store.add`` would have written for every report; of two places of a name the first."""
    first: dict[tuple[str, ...], dict[str, Any]] = {}
    for stored, report in chain(
        _records(connection, "events", StoredEvent), _records(connection, "quotes", StoredQuote)
    ):
        unlisted = [one for key, one in stored.people() if key is None]
        for new in sightings.rows(unlisted, report):
            at = tuple(new[column] for column in ("report", *sightings.WHO))
            if at not in first or new["start"] < first[at]["start"]:
                first[at] = new
    return list(first.values())


def _records(
    connection: sa.Connection, table: str, kind: type[StoredEvent] | type[StoredQuote]
) -> Iterator[tuple[StoredEvent | StoredQuote, Report]]:
    records = sa.table(table, sa.column("report"), sa.column("payload"))
    reports = sa.table("reports", sa.column("id"), sa.column("payload"))
    query = sa.select(records.c.payload, reports.c.payload.label("whole"))
    query = query.join(reports, reports.c.id == records.c.report).order_by(records.c.report)
    for row in connection.execute(query, execution_options={"yield_per": CHUNK}):
        yield codec.decode(row.payload.encode(), kind), codec.decode(row.whole.encode(), Report)
