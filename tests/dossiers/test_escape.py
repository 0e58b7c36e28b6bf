from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dossiers.escape import clean, markdown, shorten

ANYTHING = st.text(st.characters(), max_size=200)  # lone surrogates too
HOSTILE = st.text(
    st.sampled_from(list("a1 [;m]\\*_`<>&#|~!:/.@w\x1b\x9b\x07\x9c\u202e\u2068\u2069\n\r\tب")), max_size=60
)


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("plain words, 5% of $3.", "plain words, 5% of $3."),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b2Jgone", "gone"),
        ("\x1b]0;title\x07shell", "shell"),
        ("\x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b[" + "1;" * 200 + "mlong", "[" + "1;" * 200 + "mlong"),
        ("one\ntwo\r\nthree\u2028four\u2029five\x85six", "one two three four five six"),
        ("\u202edesrever\u202c", "desrever"),
        ("zero\u200bwidth\ufeff\u00ad", "zerowidth"),
        ("na\u0308ive", "na\u0308ive"),
        ("می\u200cخواهم", "\u2068می\u200cخواهم\u2069"),
        ("\u2069المالكي\u2068", "\u2068المالكي\u2069"),
        ("bell\x07 nul\0 del\x7f", "bell nul del"),
        ("half \ud800 pair", "half \ufffd pair"),
        ("tag\U000e0041", "tag"),
        ("", ""),
    ],
)
def test_clean(text: str, harmless: str) -> None:
    assert clean(text) == harmless


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("[click](javascript:alert(1))", "\\[click\\](javascript:alert(1))"),
        ("![x](http://evil/p.png)", "!\\[x\\](http\\://evil/p.png)"),
        ("see www.evil.com or a@b.c", "see www\\.evil.com or a\\@b.c"),
        ("**bold** _it_ `code` ~~no~~", "\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~"),
        ("# heading\n\n- item | cell", "\\# heading - item \\| cell"),
        ("back\\slash :smile: 12:30:45", "back\\\\slash \\:smile: 12:30:45"),
    ],
)
def test_markdown(text: str, harmless: str) -> None:
    assert markdown(text) == harmless


@given(ANYTHING | HOSTILE)
def test_nothing_that_steers_is_left(text: str) -> None:
    line = clean(text)
    inner = line[1:-1] if line.startswith("\u2068") else line
    for character in inner:
        assert character in "\u200c\u200d" or unicodedata.category(character) not in {
            "Cc",
            "Cf",
            "Cs",
            "Zl",
            "Zp",
        }
    assert line.count("\u2068") == line.count("\u2069") <= 1
    line.encode()


@given(ANYTHING | HOSTILE)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANYTHING | HOSTILE)
def test_no_tag_no_entity_and_no_bare_mark_is_left(text: str) -> None:
    line = markdown(text)
    assert "<" not in line
    assert ">" not in line
    position = 0
    while position < len(line):
        if line[position] == "\\":
            position += 2
            continue
        assert line[position] not in "*_`[]|~#@"
        assert not line.startswith(("://",), position)
        position += 1


@given(ANYTHING, st.integers(2, 50))
def test_shorten_keeps_to_the_length(text: str, length: int) -> None:
    cut = shorten(text, length)
    assert len(cut) <= length
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))


@pytest.mark.parametrize(
    "text", ["\x1b[" * 100_000, "\x1b]" * 100_000, "\x1b[" + "1" * 200_000, ":a" * 100_000]
)
def test_hostile_text_is_escaped_too(text: str) -> None:
    assert "\x1b" not in markdown(text)
