"""Bytes → text, in one of the encodings news really comes in, or an error where none fits.

UTF-8 and UTF-16 prove themselves. The eight-bit tables windows-1256 (Arabic) and windows-1251 (Russian)
decode anything, so each is believed only if what comes out looks like the words of its script.
"""

from __future__ import annotations

import codecs
import re

from dragoman.errors import ReadError

_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_WORD = re.compile(r"[^\W\d_]+")
_READ = 200_000  # code points that are judged
_PURE = 0.98  # of the words that are not ASCII must be all of the table's script

# windows-1256 and windows-1252 agree on these: English text saved by a word processor
_PUNCTUATION = re.compile(r"[‘’“”–—…•«»©®°·€™\u00a0éèêçàâôûîïëùœ]*")
_ARABIC_WORD = re.compile(r"[ء-ي\u064b-\u0652پچژگک]+")
_CYRILLIC_WORD = re.compile(r"[А-ЯЁІЇЄҐЎ]?[а-яёіїєґў]+|[А-ЯЁІЇЄҐЎ]+")


def decode(data: bytes, path: str = "", line: int | None = None, name: str | None = None) -> str:
    """The text of ``data``, without a byte order mark.

    Args:
        data: what was read.
        path: where it was read, for the error.
        line: the same, from 1.
        name: what ``table`` says of it, where that is known already.

    Raises:
        ReadError: ``binary``, ``truncated`` (it ends inside a character) or ``encoding``.
    """
    for mark, marked in _MARKED:
        if data.startswith(mark):
            return _strict(data.removeprefix(codecs.BOM_UTF8), marked, path, line)
    if data.startswith(_BINARY):
        raise ReadError("binary", "not text", path=path, line=line)
    if b"\0" in data[:_READ]:
        return _unmarked_utf16(data, path, line)
    name = name or table(data)
    if name is None and _is_cut_short(data):
        raise ReadError("truncated", "ends inside a character", path=path, line=line)
    if name is None:
        message = "neither UTF-8, UTF-16, windows-1256 nor windows-1251"
        raise ReadError("encoding", message, path=path, line=line)
    text = data.decode(name)
    sample = text[:_READ]
    if len(_CONTROL.findall(sample)) * 50 > len(sample):
        raise ReadError("binary", "full of control characters", path=path, line=line)
    return text


def _strict(data: bytes, name: str, path: str, line: int | None) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        message = f"marked as {name}, which it is not: {error.reason}"
        raise ReadError("encoding", message, path=path, line=line) from error


def table(data: bytes) -> str | None:
    """The encoding of ``data``: utf-8, cp1256, cp1251, or None where none of them gives words."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None if _is_cut_short(data) else _eight_bit(data)
    return "utf-8"


def _is_cut_short(data: bytes) -> bool:
    """Whether ``data`` is UTF-8 but for a last character that is not whole."""
    for missing in (1, 2, 3):
        try:
            words = data[:-missing].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return not words.isascii()
    return False


def _unmarked_utf16(data: bytes, path: str, line: int | None) -> str:
    """Text with zero bytes: UTF-16 without its mark, where that gives words, and else not text."""
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and (_is_latin(text) or _is_arabic(text) or _is_cyrillic(text)):
            return text
    raise ReadError("binary", "holds zero bytes", path=path, line=line)


def _eight_bit(data: bytes) -> str | None:
    """The one table that gives words; None where none or more than one does."""
    arabic, cyrillic = (data.decode(name, "replace")[:_READ] for name in ("cp1256", "cp1251"))
    if _is_plain(arabic):
        return "cp1256"
    if _is_arabic(arabic) == _is_cyrillic(cyrillic):
        return None
    name = "cp1256" if _is_arabic(arabic) else "cp1251"
    return None if b"\x98" in data and name == "cp1251" else name


def _foreign_words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if not word.isascii()]


def _is_latin(text: str) -> bool:
    letters = _WORD.findall(text[:_READ])
    return bool(letters) and all(word.isascii() for word in letters)


def _is_plain(text: str) -> bool:
    """English with a word processor's quotation marks."""
    return bool(_PUNCTUATION.fullmatch("".join(character for character in text if character > "\x7f")))


def _is_arabic(text: str) -> bool:
    """Arabic words, with alef and lam as common among their letters as in any Arabic text."""
    words = _foreign_words(text[:_READ])
    pure = [word for word in words if _ARABIC_WORD.fullmatch(word)]
    letters = "".join(pure)
    common = letters.count("ا") + letters.count("ل")
    return len(pure) > 2 and len(pure) >= _PURE * len(words) and common * 8 >= len(letters)


def _is_cyrillic(text: str) -> bool:
    """Cyrillic words with capitals only where capitals stand, and with vowels."""
    words = _foreign_words(text[:_READ])
    pure = [word for word in words if _CYRILLIC_WORD.fullmatch(word)]
    letters = "".join(pure).lower()
    vowels = sum(letters.count(vowel) for vowel in "аеёиоуыэюяії")
    upper = sum(word.isupper() and len(word) > 1 for word in pure)
    if len(pure) < 3 or len(pure) < _PURE * len(words):
        return False
    return 0.3 <= vowels / len(letters) <= 0.6 and upper * 2 < len(pure)
