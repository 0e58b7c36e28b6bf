"""A run that is killed in the middle loses nothing and leaves no half of a batch."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from tests import factory

from dragoman.store import Store
from dragoman.types import Analysis

CODER = "dragoman@1"
BATCHES, SIZE = 100, 5

_RUN = """
import sys
from tests.store.test_kill import BATCHES, CODER, batch
from dragoman.store import Store
with Store.open(sys.argv[1]) as store:
    for number in range(BATCHES):
        store.add(batch(number), CODER)
        print(number, flush=True)
"""


def batch(number: int) -> list[Analysis]:
    analyses = []
    for one in range(SIZE):
        on = factory.report(f"USA met SYR, batch {number}, report {one}.", id=f"{number:03}-{one}")
        event = factory.event("CONSULT", "USA", "SYR", on=on, words="met")
        analyses.append(factory.analysis(on, [event], [factory.quote(on, "report", event.actors[0])]))
    return analyses


def test_a_killed_run_can_be_run_again(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", _RUN, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root) as running:
        assert running.stdout is not None
        for _ in range(7):
            running.stdout.readline()
        running.send_signal(signal.SIGKILL)
    with Store.open(str(path)) as store:
        kept = store.summary().reports
        assert kept % SIZE == 0
        assert kept >= 7 * SIZE
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=root, timeout=120)
    with Store.open(str(path)) as again, Store.open(str(tmp_path / "whole.db")) as whole:
        for number in range(BATCHES):
            whole.add(batch(number), CODER)
        assert list(again.reports()) == list(whole.reports())
        assert list(again.events()) == list(whole.events())
        assert list(again.quotes()) == list(whole.quotes())
        assert again.summary() == whole.summary()
