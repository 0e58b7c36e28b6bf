"""The benchmark of finding measures every step that it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import finding
from dragoman.documents.annotator import SERVED
from dragoman.evaluation import corpora


def test_every_step_is_measured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(corpora.SHARED, str(tmp_path))
    found = finding.measure(200)
    assert found["memory in MiB"] > 10
    for language in SERVED:
        assert set(found["load in seconds"][language]) == {"directory", "places", "names"}
        rates = found["characters a second"][language]
        assert 0 < rates["actors and places"] <= min(rates["actors"], rates["places"])
