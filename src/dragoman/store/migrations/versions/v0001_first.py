"""The first tables: reports, what they gave, what was skipped, what people judged."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Makes the tables."""
    _reports_and_actors()
    _events()
    _participants()
    _quotes_and_figures()
    _bookkeeping()


def downgrade() -> None:
    """Drops the tables."""
    for table in (
        "judgements",
        "skipped",
        "figures",
        "quotes",
        "participants",
        "events",
        "actors",
        "reports",
    ):
        op.drop_table(table)


def _reports_and_actors() -> None:
    op.create_table(
        "reports",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("coder", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("served", sa.Boolean(), nullable=False),
        sa.Column("published", sa.Date()),
        sa.Column("payload", sa.Text(), nullable=False),
    )
    op.create_table(
        "actors",
        sa.Column("key", KEY, primary_key=True),
        sa.Column("id", KEY, nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
    )


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("report", KEY, sa.ForeignKey("reports.id"), primary_key=True),
        sa.Column("id", KEY, primary_key=True),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("dated", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Date()),
        sa.Column("until", sa.Date()),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
    )
    op.create_index("events_by_id", "events", ["id"])
    op.create_index("events_by_day", "events", ["dated", "since"])


def _participants() -> None:
    op.create_table(
        "participants",
        sa.Column("report", KEY, sa.ForeignKey("reports.id"), primary_key=True),
        sa.Column("record", KEY, primary_key=True),
        sa.Column("role", sa.String(), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("country", sa.String()),
        sa.Column("sector", sa.String()),
        sa.Column("actor", sa.String()),
        sa.Column("actor_key", KEY, sa.ForeignKey("actors.key")),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
    )
    op.create_index("participants_by_country", "participants", ["country"])
    op.create_index("participants_by_actor", "participants", ["actor"])


def _quotes_and_figures() -> None:
    op.create_table(
        "quotes",
        sa.Column("report", KEY, sa.ForeignKey("reports.id"), primary_key=True),
        sa.Column("id", KEY, primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
    )
    op.create_index("quotes_by_id", "quotes", ["id"])
    op.create_table(
        "figures",
        sa.Column("report", KEY, sa.ForeignKey("reports.id"), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
    )


def _bookkeeping() -> None:
    op.create_table(
        "skipped",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer()),
    )
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("one", sa.String(), nullable=False),
        sa.Column("other", sa.String()),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("judge", sa.String(), nullable=False),
        sa.Column("made", sa.DateTime(), nullable=False, server_default=sa.func.now()),
    )
