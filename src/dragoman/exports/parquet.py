"""Parquet: PLOVER's records with their nesting, typed, for DuckDB, pandas, R and Spark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import IO, Any

import msgspec

from dragoman.codec.wire import PloverRecord

ROWS = 10_000
"""Events in a row group."""


def write_parquet(records: Iterable[PloverRecord], file: IO[bytes]) -> int:
    """Writes the records; says how many."""
    # pyarrow takes a third of a second to import and only this function needs it.
    import pyarrow as pa
    from pyarrow import parquet

    schema = _schema(pa)
    count = 0
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for group in _groups(records):
            rows = [msgspec.to_builtins(record, builtin_types=(date,)) for record in group]
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))
            count += len(group)
    return count


def _groups(records: Iterable[PloverRecord]) -> Iterator[list[PloverRecord]]:
    rest = iter(records)
    while group := list(islice(rest, ROWS)):
        yield group


def _schema(pa: Any) -> Any:
    text, texts, day = pa.string(), pa.list_(pa.string()), pa.date32()
    return pa.schema(
        [
            ("id", text),
            ("date", day),
            ("enddate", day),
            ("date_text", text),
            ("actor", pa.list_(_person(pa))),
            ("recipient", pa.list_(_person(pa))),
            *((name, texts) for name in ("event", "mode", "auxiliary", "context")),
            ("quad_code", pa.int8()),
            ("event_scale", pa.float64()),
            ("event_loc", _place(pa)),
            ("event_text", texts),
            ("evidence", pa.list_(pa.list_(pa.int32()))),
            ("score", pa.float64()),
            ("rule", text),
            ("coder", text),
            ("cite_info", _cited(pa)),
        ]
    )


def _person(pa: Any) -> Any:
    names = ("code", "sector", "entity_text", "identifier_text", "identifier_id", "office")
    several = [("sectors", pa.list_(pa.string()))]
    offsets = [("start", pa.int32()), ("stop", pa.int32())]
    return pa.struct([(name, pa.string()) for name in names] + several + offsets)


def _place(pa: Any) -> Any:
    names = ("extracted_place", "resolved_place", "country_code")
    where = [
        ("geonameid", pa.int32()),
        ("lat", pa.float64()),
        ("lon", pa.float64()),
        ("resolution", pa.int8()),
    ]
    return pa.struct([(name, pa.string()) for name in names] + where)


def _cited(pa: Any) -> Any:
    names = ("citation", "url", "title", "language", "publication", "codebook", "version")
    return pa.struct([*((name, pa.string()) for name in names), ("published", pa.date32())])
