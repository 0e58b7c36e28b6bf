from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.actors import directory
from dragoman.documents import sentences
from dragoman.documents.english.mentions import find
from dragoman.documents.english.tokens import tokenize
from dragoman.types import Mention, Sentence, Span

GOLDEN = Path(__file__).parents[2] / "golden" / "mentions"


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: str
    kind: str
    head: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    plural: bool = False


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    mentions: tuple[Expected, ...]


def cases() -> list[Case]:
    found: list[Case] = []
    for path in sorted(GOLDEN.glob("en-*.yml")):
        found += msgspec.yaml.decode(path.read_bytes(), type=list[Case])
    return found


def read(text: str) -> list[Mention]:
    parts = [
        Sentence(span=span, tokens=tokenize(text, span), paragraph=0) for span in sentences.split(text, "en")
    ]
    return find(parts, directory.load())


def seen(text: str, mention: Mention) -> Expected:
    head = mention.head.text(text) if mention.head != mention.span else None
    return Expected(
        words=mention.span.text(text),
        kind=mention.kind,
        head=head,
        country=mention.country,
        sectors=mention.sectors,
        plural=mention.plural,
    )


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.text[:40])
def test_golden(case: Case) -> None:
    assert [seen(case.text, mention) for mention in read(case.text)] == list(case.mentions)


def test_there_are_golden_cases() -> None:
    assert len(cases()) >= 60


def names(text: str) -> list[str]:
    return [mention.head.text(text) for mention in read(text) if mention.kind == "person"]


def test_a_surname_alone_is_a_person_only_where_the_report_names_him() -> None:
    assert names("The plan angered Krzewski.") == []
    assert names("Mr. Jan Krzewski spoke. The plan angered Krzewski.") == ["Jan Krzewski", "Krzewski"]


def test_the_title_is_the_office_as_written() -> None:
    text = "Lebanese Prime Minister Saad Hariri received the delegation."
    person = read(text)[0]
    assert person.title is not None
    assert person.title.text(text) == "Prime Minister"


def test_an_office_behind_the_name_tells_the_country() -> None:
    text = "Maj. Gen. Olu Ade, Nigeria's army chief, left."
    person = read(text)[0]
    assert (person.head.text(text), person.country) == ("Olu Ade", "NGA")


def test_a_body_word_in_lower_case_is_no_body() -> None:
    assert read("The house and the chamber were empty.") == []


def test_soldiers_do_not_belong_to_where_they_stand() -> None:
    police, _, troops, _ = read("Police in Kenya and troops in Mali fought.")
    assert (police.country, troops.country) == ("KEN", None)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "the President Putin of Iraq ’ s 's , . Mr Gen. John Smith army and former new his they Iran "
            "- backed led University for said House U.S . minister rebels in Moscow “ ” to vice".split()
        ),
        max_size=30,
    )
)
def test_mentions_lie_in_order_and_within_any_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = read(text)
    for mention in found:
        assert mention.span.holds(mention.head)
        assert 0 <= mention.span.start < mention.span.stop <= len(text)
        assert 0 <= mention.score <= 1
        assert mention.entity == -1
    for one, other in pairwise(found):
        assert one.span.stop <= other.span.start


@pytest.mark.parametrize(
    "piece", ["Iraq new ", "president of ", "troops new Iraqi ", "minister and ", "’ t don ", "U.S . ", "Mr "]
)
def test_long_hostile_text_is_read_to_its_end(piece: str) -> None:
    text = piece * 2_000
    sentence = Sentence(span=Span(0, len(text)), tokens=tokenize(text, Span(0, len(text))), paragraph=0)
    assert all(mention.span.stop <= len(text) for mention in find([sentence], directory.load()))
