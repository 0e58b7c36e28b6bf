"""Sentences that cannot hold an event are not read."""

from __future__ import annotations

import pytest

from dragoman.actors import directory, places
from dragoman.documents.annotator import Annotator
from dragoman.events.passing import possible
from dragoman.types import Report


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Norway recalled its ambassador from Ecuador.", True),
        ("They refused to leave.", True),
        ("Rain fell all night in Bergen.", False),
        ("The streets were empty and cold.", False),
    ],
)
def test_whether_somebody_is_named(text: str, read: bool) -> None:
    document = Annotator(directory.load(), places.load()).document(Report(id="", text=text, language="en"))
    assert [possible(clauses) for clauses in document.clauses] == [read]
