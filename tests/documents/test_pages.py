from __future__ import annotations

from importlib.resources import files

import msgspec
import pytest

from dragoman.documents.furniture import find
from dragoman.documents.pages import Words, first_lines, lines, table, words_of

LANGUAGES = ["en", "ar", "ru"]
BODY = "The two ministers met on Monday and spoke about water."


def words(language: str) -> Words:
    path = files("dragoman") / "data" / "languages" / language / "furniture.yml"
    return msgspec.yaml.decode(path.read_bytes(), type=Words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_for_lines_is_known_again(language: str) -> None:
    for entry in [*words(language).lines, *words(language).blocks]:
        line = entry.replace("#", "12")
        text = f"{BODY}\n{line}\n{BODY[:-1]} too."
        assert [span.text(text) for span in find(text, None)] == [line]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_beginning_is_known_again(language: str) -> None:
    for entry in [*words(language).starts, *words(language).leads]:
        line = entry.replace("#", "12") + " Abc Def"
        text = f"{BODY}\n{line}\n{BODY[:-1]} too."
        assert [span.text(text) for span in find(text, None)] == [line]


def test_words_are_folded_and_numbers_are_one() -> None:
    assert words_of("Leave 12 Comments: اترك تعليقًا!") == ("leave", "#", "comments", ":", "اترك", "تعليقا")
    assert words_of("# views") == words_of("٤٥ views")


def test_lines_know_where_they_stand() -> None:
    text = "\n  One \r\n\n" + "long " * 100 + "\n last."
    first, middle, last = lines(text)
    assert (first.span.text(text), first.first, first.last, first.words) == ("One", True, False, ("one",))
    assert middle.words == ()
    assert (last.text, last.last, last.is_sentence) == ("last.", True, True)
    assert first_lines([first, middle, last], {first.span}) == [middle, last]


def test_the_table_holds_every_language() -> None:
    assert {("home",), ("الرئيسية",), ("главная",)} <= table().home
