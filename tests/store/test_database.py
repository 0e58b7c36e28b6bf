from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Table, select
from sqlalchemy.dialects import postgresql
from tests import factory

from dragoman.errors import StoreError
from dragoman.store import Filter, Store, database, queries, tables
from dragoman.store.database import connect, writing
from dragoman.store.tables import REVISION, metadata


def test_the_migrations_make_the_tables_of_the_code(url: str) -> None:
    engine = connect(url, create=True)
    with engine.begin() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    engine.dispose()
    assert differences == []


def test_the_last_migration_is_the_one_the_code_knows() -> None:
    config = Config()
    config.set_main_option("script_location", str(files("dragoman.store") / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == REVISION


def test_a_store_of_the_schema_before_is_brought_up_to_date(url: str) -> None:
    on = factory.report("Khalid Obeidi met IRQ; Ali Hassan said no.", id="a", published=date(2017, 1, 2))
    obeidi, hassan = (factory.participant(on, name, "IRQ") for name in ("Khalid Obeidi", "Ali Hassan"))
    known = factory.participant(on, "IRQ", "IRQ", known=factory.actor("iraq", "Iraq", kind="country"))
    event = factory.event("CONSULT", obeidi, known, on=on, words="met")
    analysis = factory.analysis(
        on, [event], [factory.quote(on, "no", hassan), factory.quote(on, "no", obeidi)]
    )
    with Store.open(url) as store:
        store.add([analysis], "dragoman@1")
        store.meet()
    before = _rows(url, tables.sightings), _rows(url, tables.people)
    _go_back(url, "0002")
    with Store.open(url) as store:
        assert _rows(url, tables.sightings) == before[0] != []
        assert store.meet() == 2
        assert next(one for one, _ in store.events()).actors[0].actor is not None
    assert _rows(url, tables.people) == before[1] != []


def _rows(url: str, table: Table) -> list[tuple[object, ...]]:
    engine = connect(url, create=False)
    with engine.begin() as connection:
        found = sorted(tuple(row) for row in connection.execute(select(table)))
    engine.dispose()
    return found


def _go_back(url: str, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(files("dragoman.store") / "migrations"))
    engine = connect(url, create=False)
    with writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)
    engine.dispose()


def test_every_question_can_be_put_to_postgresql() -> None:
    asked = Filter(actor="Maliki", with_="RUS", type="AID")
    for query in (queries.events_of(asked), queries.quotes_of(asked), queries.figures_of(asked)):
        assert "ORDER BY" in str(query.compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with Store.open(str(path)) as store:
        assert store.summary().reports == 0
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    raw.close()


def test_a_store_opens_again_by_path_and_by_url(tmp_path: Path) -> None:
    path = tmp_path / "نشرة 50%.db"
    Store.open(str(path)).close()
    with Store.open(f"sqlite:///{path}", create=False) as store:
        assert store.summary().reports == 0


def test_a_store_that_is_only_read_must_be_there(tmp_path: Path) -> None:
    path = tmp_path / "typo.db"
    with pytest.raises(StoreError, match="no store at"):
        Store.open(str(path), create=False)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"not a database", b"SQLite format 3\0" + b"\xff" * 5000, b"\0" * 4096])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"report\.txt"):
        Store.open(str(path))
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE bookmarks (url TEXT)")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Store.open(str(path))
    assert path.read_bytes() == before


def test_a_store_of_a_newer_version(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    Store.open(str(path)).close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(StoreError, match=r"newer dragoman.*9999"):
        Store.open(str(path))


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("mysql://me:secret@host/news", "mysql is not served"),
        ("oracle+nothing://me:secret@host/news", "not served|not the address"),
        ("sqlite://", "in a file"),
        ("sqlite:///:memory:", "in a file"),
        ("://", "not the address"),
        ("postgresql+nosuch://me:secret@localhost/news", "nosuch"),
    ],
)
def test_addresses_that_are_none(url: str, message: str) -> None:
    with pytest.raises(StoreError, match=message) as caught:
        Store.open(url)
    assert "secret" not in str(caught.value)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="unable to open"):
        Store.open(str(tmp_path / "no" / "such" / "store.db"))


class Failing:
    """A cursor that fails twice, with the code it is given."""

    def __init__(self, code: int) -> None:
        self.code = code
        self.tries = 0

    def execute(self, _: str) -> None:
        self.tries += 1
        if self.tries < 3:
            error = sqlite3.OperationalError("no")
            error.sqlite_errorcode = self.code
            raise error


@pytest.mark.parametrize("code", [sqlite3.SQLITE_BUSY, sqlite3.SQLITE_BUSY_RECOVERY])
def test_opening_waits_while_another_process_switches_the_log(code: int) -> None:
    cursor = Failing(code)
    database._log_ahead(cursor)
    assert cursor.tries == 3


def test_opening_does_not_wait_for_what_waiting_cannot_mend() -> None:
    cursor = Failing(sqlite3.SQLITE_READONLY)
    with pytest.raises(sqlite3.OperationalError):
        database._log_ahead(cursor)
    assert cursor.tries == 1


def test_many_processes_may_open_a_new_store_at_once(tmp_path: Path) -> None:
    code = "import sys; from dragoman.store import Store; Store.open(sys.argv[1]).close()"
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "store.db")], stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    assert [(one.communicate()[1], one.returncode) for one in running] == [(b"", 0)] * 4
    with Store.open(str(tmp_path / "store.db"), create=False) as store:
        assert store.summary().reports == 0
