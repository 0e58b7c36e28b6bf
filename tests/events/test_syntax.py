"""Chunks, subjects and slots, read off whole sentences."""

from __future__ import annotations

import pytest

from dragoman.actors import directory, places
from dragoman.documents.annotator import Annotator
from dragoman.documents.subjects import subject
from dragoman.types import Clauses, Document, Report

ANNOTATOR = Annotator(directory.load(), places.load())


def annotated(text: str, language: str = "en") -> Document:
    return ANNOTATOR.document(Report(id="r", text=text, language=language))


def words(clauses: Clauses, start: int, stop: int) -> str:
    first, last = clauses.tokens[start].span, clauses.tokens[stop - 1].span
    shift = clauses.sentence.span.start
    text = "".join(_padded(clauses))
    return text[first.start - shift : last.stop - shift]


def _padded(clauses: Clauses) -> list[str]:
    pieces: list[str] = []
    at = clauses.sentence.span.start
    for token in clauses.tokens:
        pieces.append(" " * (token.span.start - at) + token.text)
        at = token.span.stop
    return pieces


def subjects_of(text: str, verb: str, language: str = "en") -> list[str]:
    clauses = annotated(text, language).clauses[0]
    for number, part in enumerate(clauses.chunks):
        if part.kind == "VP" and clauses.tokens[part.head].text == verb:
            return [words(clauses, row.start, row.stop) for row in subject(clauses, number)]
    raise AssertionError(f"{verb!r} heads no verb group: {clauses.chunks}")


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Russia attacked Ukraine.", "attacked", ["Russia"]),
        ("Russia, Iran and Turkey signed a deal.", "signed", ["Russia", "Iran", "Turkey"]),
        ("The president of Iraq visited Moscow.", "visited", ["The president of Iraq"]),
        ("Iran, which borders Iraq, rejected the plan.", "rejected", ["Iran"]),
        ("Lavrov met Kerry in Geneva and invited the Iraqis.", "invited", ["Lavrov"]),
        ("Maliki urged restraint, stressing that talks would help.", "stressing", ["Maliki"]),
        ("Paying a visit to Russia, Maliki praised Moscow.", "Paying", ["Maliki"]),
        ("The rebels who attacked Aleppo fled.", "attacked", ["The rebels"]),
        ("On Monday, France recalled its ambassador.", "recalled", ["France"]),
    ],
)
def test_the_subject_is_found_over_what_stands_between(text: str, verb: str, expected: list[str]) -> None:
    assert subjects_of(text, verb) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("زار الرئيس العراقي موسكو.", "زار", ["الرئيس العراقي"]),
        ("قال لافروف إن روسيا تدعم العراق.", "تدعم", ["روسيا"]),
        ("اتهمت إيران السعودية بدعم المسلحين.", "اتهمت", ["إيران"]),
    ],
)
def test_where_the_verb_comes_first(text: str, verb: str, expected: list[str]) -> None:
    assert subjects_of(text, verb, "ar") == expected


@pytest.mark.parametrize(
    "text", ["", "!!!", "The the of of.", "“”", "and and and", "Said said said.", "و و و"]
)
def test_every_token_lies_in_one_chunk(text: str) -> None:
    for language in ("en", "ar"):
        for clauses in annotated(text, language).clauses:
            covered = [at for part in clauses.chunks for at in range(part.start, part.stop)]
            assert covered == list(range(len(clauses.tokens)))
