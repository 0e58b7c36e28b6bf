"""Persons whom no list knows, by name and country."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Makes the table; the next run fills it."""
    op.create_table(
        "people",
        sa.Column("name", KEY, primary_key=True),
        sa.Column("country", KEY, primary_key=True),
        sa.Column("actor", KEY, nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
    )


def downgrade() -> None:
    """Drops the table."""
    op.drop_table("people")
