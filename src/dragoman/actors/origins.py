"""The country of whoever publishes a report, by the name of the publisher or the address of the report."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

import msgspec

from dragoman.resources import read_yaml
from dragoman.text import fold
from dragoman.types import Report


class Publishers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/publishers.yml``: countries of top-level domains, and publishers by country."""

    domains: dict[str, str]
    names: dict[str, tuple[str, ...]]


def origin(report: Report) -> str | None:
    """The country (alpha-3) of the report's publisher, None where it is not known or is of no one country."""
    domains, names = _tables()
    host = _host(report.url or "")
    for label in (_key(report.publisher or ""), *map(_key, host[:-1])):
        if label in names:
            return names[label]
    return domains.get(host[-1]) if host else None


def _host(address: str) -> list[str]:
    """The labels of an address's host: ["www", "spa", "gov", "sa"]."""
    try:
        return (urlsplit(address).hostname or "").split(".")
    except ValueError:
        return []


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    table = read_yaml(files("dragoman") / "data" / "publishers.yml", Publishers)
    return table.domains, dict(_named(table))


def _named(table: Publishers) -> Iterator[tuple[str, str]]:
    for country, names in table.names.items():
        for name in names:
            yield _key(name), country


def _key(name: str) -> str:
    return "".join(letter for letter in fold(name) if letter.isalnum())
