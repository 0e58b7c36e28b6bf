from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import ReadError
from dragoman.reports.encodings import decode, table

ARABIC = "قال الوزير إن بلاده ستواصل الحوار مع الجيران، وأضاف أن الوفد غادر (NATO) يوم 5 مايو"
RUSSIAN = "Министр сказал, что страна готова к переговорам с соседями по плану НАТО (NATO)."
ENGLISH = "The minister’s “plan” – so far – is the café…"
WAYS = [
    (b"", "utf-8"),
    (codecs.BOM_UTF8, "utf-8"),
    (b"", "cp1256"),
    (b"", "cp1251"),
    (b"", "utf-16-le"),
    (b"", "utf-16-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
]
TEXTS = [ARABIC, RUSSIAN, ENGLISH, "Plain ASCII text.", "Ελλάδα, 東京, हिंदी"]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(text: str, name: str) -> None:
    assert decode(text.encode(name)) == text


@pytest.mark.parametrize("text", [ARABIC, RUSSIAN, "Plain ASCII text of several words."])
@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(text: str, name: str) -> None:
    assert decode(text.encode(name)) == text


@pytest.mark.parametrize(
    ("text", "name"), [(ARABIC, "cp1256"), (RUSSIAN, "cp1251"), (ENGLISH, "cp1252"), (ENGLISH, "cp1256")]
)
def test_eight_bit_tables(text: str, name: str) -> None:
    assert decode(text.encode(name)) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.4 some text", "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (b"PK\x03\x04abc", "binary"),
        (b"text with \0 a zero", "binary"),
        (bytes(range(1, 32)) * 5, "binary"),
        (ARABIC.encode()[: len("قال الوزير إن".encode()) - 1], "truncated"),
        ("Größe, schön, über".encode("latin-1"), "encoding"),
        ("日本語の文章です。これは長い文。".encode("shift_jis"), "encoding"),
        (codecs.BOM_UTF16_LE + b"a\0b", "encoding"),
        (codecs.BOM_UTF8 + b"\xff\xfe\xfd", "encoding"),
        (b"\xff\xc0\x80", "encoding"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, "x.txt", 3)
    assert (caught.value.reason, caught.value.path, caught.value.line) == (reason, "x.txt", 3)


def test_the_table_is_named() -> None:
    assert table(ARABIC.encode("cp1256")) == "cp1256"
    assert table(RUSSIAN.encode("cp1251")) == "cp1251"
    assert table(RUSSIAN.encode("koi8-r")) is None
    assert table(b"") == "utf-8"


@given(st.binary(max_size=300))
def test_any_bytes_give_their_text_or_a_read_error(data: bytes) -> None:
    try:
        text = decode(data)
    except ReadError as error:
        written = [data] if error.reason in {"binary", "truncated", "encoding"} else []
    else:
        written = [mark + text.encode(name, "replace") for mark, name in WAYS]
    assert data in written


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_is_read_as_it_is(text: str) -> None:
    data = text.encode()
    if not data.startswith((codecs.BOM_UTF8, b"%PDF-", b"PK", b"GIF8", b"{\\rtf")):
        assert decode(data) == text
