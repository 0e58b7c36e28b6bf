"""A connection to SQLite or PostgreSQL with the tables of this version; all that differs between the two.

SQLite is used in WAL mode, so that readers never wait. A writer takes the write lock when it begins, not when
it first writes: two processes then queue instead of one of them failing halfway.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, select, table, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from dragoman.errors import StoreError
from dragoman.store.tables import REVISION
from dragoman.store.tables import reports as reports_table

BUSY_SECONDS = 60
"""How long a writer waits for another one."""

_PAUSE = 0.05  # seconds between two tries where SQLite does not wait itself
_PRIMARY = 0xFF  # the bits of an extended result code that hold the plain one (sqlite.org/rescode.html)

_VERSION = table("alembic_version")


def connect(url: str, *, create: bool) -> Engine:
    """An engine for the store at ``url``, its tables brought up to date.

    Args:
        url: a path, ``sqlite:///path`` or ``postgresql+driver://…``.
        create: whether a store that is not there is made.

    Raises:
        StoreError: no such store, not a store, a store of a newer version, or it cannot be reached.
    """
    address = _address(url)
    if not create and address.database is not None and _is_sqlite(address):
        if not Path(address.database).is_file():
            raise StoreError(f"no store at {address.database}: `dragoman run` makes one")
    with guard(address):
        engine = create_engine(address)
        if _is_sqlite(address):
            _prepare_sqlite(engine)
        try:
            _bring_up_to_date(engine, address)
        except BaseException:
            engine.dispose()
            raise
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine for transactions that write."""
    return engine.execution_options(writing=True)


def begin_writing(connection: Connection) -> None:
    """Makes this transaction the only writer; on SQLite it already is."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"LOCK TABLE {reports_table.name} IN SHARE ROW EXCLUSIVE MODE"))


@contextmanager
def guard(address: object) -> Iterator[None]:
    """Turns what the database says into a StoreError that names the store."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise StoreError(f"{address}: the driver {error.name} is not installed") from error
    except SQLAlchemyError as error:
        reason = getattr(error, "orig", None) or error
        raise StoreError(f"{address}: {reason}") from error
    except sqlite3.Error as error:
        raise StoreError(f"{address}: {error}") from error


def _address(url: str) -> URL:
    if "://" not in url:
        return URL.create("sqlite", database=url)
    wanted = "give a path, sqlite:///path or postgresql+driver://…"
    try:
        address = make_url(url)
        backend = address.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise StoreError(f"not the address of a store; {wanted}") from error
    if backend not in {"sqlite", "postgresql"}:
        raise StoreError(f"{backend} is not served; {wanted}")
    if backend == "sqlite" and address.database in {None, "", ":memory:"}:
        raise StoreError(f"a store is kept in a file; {wanted}")
    return address


def _is_sqlite(address: URL) -> bool:
    return address.get_backend_name() == "sqlite"


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(engine: Engine, address: URL) -> None:
    with engine.begin() as connection:
        current = _revision(connection, address)
    if current != REVISION:
        with writing(engine).begin() as connection:
            if _revision(connection, address) != REVISION:  # unless another process was quicker
                _migrate(connection, address)
    if _is_sqlite(address):
        raw = engine.raw_connection()
        try:
            _log_ahead(raw.cursor())
        finally:
            raw.close()


def _log_ahead(cursor: Any) -> None:
    """Write-ahead logging; for this SQLite does not wait itself while another process opens the store."""
    until = monotonic() + BUSY_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & _PRIMARY != sqlite3.SQLITE_BUSY or monotonic() > until:
                raise
            sleep(_PAUSE)


def _revision(connection: Connection, address: URL) -> str | None:
    names = inspect(connection).get_table_names()
    if _VERSION.name in names:
        return connection.execute(select(text("version_num")).select_from(_VERSION)).scalar()
    if names and _is_sqlite(address):
        raise StoreError(f"{address.database} is the database of another program")
    return None


def _migrate(connection: Connection, address: URL) -> None:
    # Alembic takes half a second to import, and most stores are up to date.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(files("dragoman.store") / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    current = _revision(connection, address)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if current is not None and current not in known:
        raise StoreError(
            f"{address.database} was written by a newer dragoman: its schema is {current}, this version "
            f"knows {REVISION}. Update dragoman."
        )
    command.upgrade(config, "head")
