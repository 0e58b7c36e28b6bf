"""A language's grammar for event coding and attribution, from ``data/languages/<iso>/grammar.yml``."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache
from typing import Any

from dragoman.resources import language_file, read_yaml
from dragoman.text import fold
from dragoman.types import Grammar


@cache
def load(language: str) -> Grammar:
    """The grammar of ``language`` (ISO 639-1).

    Raises:
        ResourceError: the file is missing or broken.
    """
    read = read_yaml(language_file(language, "grammar.yml"), Grammar)
    words = {field.name: getattr(read, field.name) for field in fields(read)}
    folded: dict[str, Any] = {
        name: _folded(value) for name, value in words.items() if isinstance(value, frozenset)
    }
    return replace(read, **folded)


def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)
