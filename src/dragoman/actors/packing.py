"""An index of names as bytes and back: what takes seconds to make from the lists loads in a moment.

Every spelling has the number of a row of forms, every form stands once.
"""

from __future__ import annotations

import zlib
from typing import TypeVar

import msgspec

from dragoman.actors.index import Index
from dragoman.actors.telling import Form

_Record = TypeVar("_Record")


class Packed(msgspec.Struct, frozen=True, array_like=True):
    """An index; ``rows`` gives for each of ``keys`` the row of ``forms`` (by number) that it stands for."""

    keys: str
    rows: list[int]
    forms_of: list[tuple[int, ...]]
    forms: list[Form]
    heads: dict[str, int]
    small: dict[str, int]


def pack(index: Index) -> bytes:
    """The index as bytes; the same index gives the same bytes."""
    forms: dict[Form, int] = {}
    rows: dict[tuple[int, ...], int] = {}
    numbers = []
    for found in index.table.values():
        row = tuple(forms.setdefault(form, len(forms)) for form in found)
        numbers.append(rows.setdefault(row, len(rows)))
    packed = Packed(
        keys="\n".join(index.table),
        rows=numbers,
        forms_of=list(rows),
        forms=list(forms),
        heads=index.heads,
        small=index.small,
    )
    return compress(packed)


def unpack(content: bytes, language: str) -> Index:
    """The index of a language from its bytes.

    Raises:
        zlib.error, msgspec.MsgspecError: they are not those of an index.
    """
    packed = expand(content, Packed)
    forms = [tuple(packed.forms[number] for number in row) for row in packed.forms_of]
    keys = packed.keys.split("\n") if packed.keys else []
    table = dict(zip(keys, map(forms.__getitem__, packed.rows), strict=True))
    return Index(language, table, packed.heads, packed.small)


def compress(record: object) -> bytes:
    """A record as bytes."""
    return zlib.compress(msgspec.msgpack.encode(record), 9)


def expand(content: bytes, kind: type[_Record]) -> _Record:
    """The record that ``compress`` made bytes of."""
    return msgspec.msgpack.decode(zlib.decompress(content), type=kind)
