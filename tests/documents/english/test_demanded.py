"""What somebody is to do stands behind "that" in its base form, and looks like a noun."""

from __future__ import annotations

import pytest

from dragoman.documents.english.tokens import tokenize
from dragoman.types import Span


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Turkey demanded that Greece extradite eight soldiers.", "extradite", "VERB"),
        ("Turkey demanded that Greece release the men.", "release", "VERB"),
        ("Iran insists that Iraq leave the area.", "leave", "VERB"),
        ("Turkey insisted that the Greek release of prisoners was late.", "release", "NOUN"),
        ("Turkey suggested that a Russian attack is near.", "attack", "NOUN"),
    ],
)
def test_the_base_form_is_a_verb(text: str, word: str, tag: str) -> None:
    assert [token.tag for token in tokenize(text, Span(0, len(text))) if token.text == word] == [tag]
