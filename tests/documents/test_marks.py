from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.marks import pair

SAYS = frozenset({"said", "قال"})


@pytest.mark.parametrize(
    ("text", "opening", "closing"),
    [
        ('He said "go" now', [8], [11]),
        ("قال:” نذهب”.", [4], [10]),
        ("قال:” نذهب “", [4], [11]),
        ("`` Go , '' he said", [0], [8]),
        ("“A “b” c”", [0, 3], [5, 8]),
        ('6" pipe', [], []),
        ("the ministers' talks", [], []),
        ("We go now, “he said", [], [11]),
    ],
)
def test_which_marks_open_and_which_close(text: str, opening: list[int], closing: list[int]) -> None:
    marks = pair(text, SAYS)
    assert (sorted(marks.opening), sorted(marks.closing)) == (opening, closing)


def test_a_mark_that_nothing_opened_is_a_stray() -> None:
    marks = pair("We go now,” he said.\n“Come.”", SAYS)
    assert marks.strays == (10,)
    assert [span.text("We go now,” he said.\n“Come.”") for span in marks.regions] == ["Come."]


@given(st.text(alphabet=st.sampled_from("aB \"'“”«»‘’`:,.\n0"), max_size=60))
def test_positions_are_marks_and_regions_lie_between(text: str) -> None:
    marks = pair(text, SAYS)
    assert not set(marks.opening) & set(marks.closing)
    assert set(marks.strays) <= set(marks.closing)
    for start, stop in [*marks.opening.items(), *marks.closing.items()]:
        assert not text[start:stop].strip("\"'“”«»‘’`")
    for region in marks.regions:
        assert any(character.isalnum() for character in region.text(text))
