"""Run by Alembic: carries the steps out on the connection that ``database.py`` hands over."""

from __future__ import annotations

from alembic import context

from dragoman.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
