"""A language's grammar for event coding and attribution, from ``data/languages/<iso>/grammar.yml``."""

from __future__ import annotations

from functools import cache

from dragoman.resources import language_file, read_yaml
from dragoman.types import Grammar


@cache
def load(language: str) -> Grammar:
    """The grammar of ``language`` (ISO 639-1).

    Raises:
        ResourceError: the file is missing or broken.
    """
    return read_yaml(language_file(language, "grammar.yml"), Grammar)
