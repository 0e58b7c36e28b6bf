"""What every test stands on.

Where records come from: ``tests.factory`` for a record at the cost of a word, ``tests.strategies`` for any
record at all, ``tests/golden`` for real output that a person has read. No test reads ``../shared`` unless it
says so and skips without it; none reaches another machine; none depends on the order or on the clock.
"""

from __future__ import annotations

import os
import socket
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("dragoman", deadline=None, derandomize=True)
settings.load_profile("dragoman")

_HERE = ("127.0.0.1", "::1", "localhost")


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the shell of the developer sets does not change a test."""
    for name in list(os.environ):
        if name.startswith("DRAGOMAN_") and not name.startswith("DRAGOMAN_TEST_"):
            monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to another machine is an error, not a slow or a flaky test."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in _HERE:
            raise AssertionError(f"a test must not reach {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
