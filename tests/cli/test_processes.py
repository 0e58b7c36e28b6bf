"""The command as a process: several jobs, a kill in the middle, a pipe that closes."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest

SAMPLES = Path(str(files("dragoman") / "data" / "samples" / "samples.jsonl"))
COMMAND = (sys.executable, "-m", "dragoman")


def dragoman(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run((*COMMAND, *arguments), cwd=folder, capture_output=True, check=False, timeout=300)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """The samples again and again under other ids, with a bad line among them."""
    rows = [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for turn in range(8):
            for row in rows:
                file.write(json.dumps({**row, "id": f"{row['id']}-{turn}"}) + "\n")
            file.write("{broken\n")
    return path


def test_the_same_bytes_however_the_work_is_spread(tmp_path: Path, many: Path) -> None:
    one = dragoman(tmp_path, "analyse", str(many))
    assert one.returncode == 3
    assert len(one.stdout.splitlines()) == 80
    for batch in ("1", "64"):
        two = dragoman(tmp_path, "analyse", str(many), "--jobs", "2", "--batch", batch)
        assert (two.returncode, two.stdout, two.stderr) == (one.returncode, one.stdout, one.stderr)


def test_a_second_process_finds_the_same(tmp_path: Path, many: Path) -> None:
    """Hashes of strings differ from process to process; what comes out must not."""
    runs = [dragoman(tmp_path, "analyse", str(SAMPLES)).stdout for _ in range(2)]
    assert runs[0] == runs[1]


def test_a_run_that_was_killed_goes_on_where_it_stopped(tmp_path: Path, many: Path) -> None:
    whole = dragoman(tmp_path, "run", str(many), "--store", "whole.db", "--jobs", "2")
    assert whole.returncode == 3
    command = (*COMMAND, "run", str(many), "--store", "killed.db", "--batch", "1")
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as running:
        for _ in range(600):
            if kept(tmp_path / "killed.db") >= 5:
                break
            time.sleep(0.05)
        running.send_signal(signal.SIGKILL)
    before = kept(tmp_path / "killed.db")
    assert 5 <= before < 80
    again = dragoman(tmp_path, "run", str(many), "--store", "killed.db")
    assert again.returncode == 3
    assert f"{80 - before} reports; {before} already there;" in again.stderr.decode()
    for verb in (("events", "--json"), ("quotes", "--json"), ("dossier", "Iraq")):
        stores = [dragoman(tmp_path, *verb, "--store", name).stdout for name in ("whole.db", "killed.db")]
        assert stores[0] == stores[1]
        assert stores[0]


def kept(path: Path) -> int:
    """How many reports are in the store, as another process sees it."""
    if not path.exists():
        return 0
    with closing(sqlite3.connect(path)) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM reports").fetchone()[0])
        except sqlite3.OperationalError:
            return 0  # the table is not there yet


def test_a_closed_pipe_is_no_error_worth_a_traceback(tmp_path: Path, many: Path) -> None:
    reader = (sys.executable, "-c", "import sys; sys.stdin.readline()")
    with subprocess.Popen(
        (*COMMAND, "analyse", str(many)), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as writing:
        subprocess.run(reader, stdin=writing.stdout, check=True, timeout=120)
        assert writing.stdout is not None
        writing.stdout.close()
        assert writing.stderr is not None
        said = writing.stderr.read().decode()
    assert "Traceback" not in said


def test_no_bar_where_nobody_looks(tmp_path: Path) -> None:
    shown = dragoman(tmp_path, "run", str(SAMPLES), "--store", "a.db")
    assert shown.stdout == b""
    assert shown.stderr.decode().splitlines()[-1] == "10 reports; language-not-served 1"
    assert b"\x1b" not in shown.stderr
    assert b"\r" not in shown.stderr
