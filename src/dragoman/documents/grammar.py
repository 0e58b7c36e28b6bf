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
    words = {field.name: _folded(getattr(read, field.name)) for field in fields(read)}
    return replace(read, **words)


def _folded(value: Any) -> Any:
    """Sets of words folded, and the sets in a mapping; whatever else a grammar says as it is."""
    if isinstance(value, dict):
        return {name: _folded(words) for name, words in value.items()}
    return frozenset(map(fold, value)) if isinstance(value, frozenset) else value
