"""What event coding and attribution must know of a language's grammar, from ``data/languages/<iso>/grammar.yml``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from dragoman.errors import ResourceError


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Word order and the words that change what a verb says. All words are folded; verbs are lemmas."""

    language: str
    head_first: bool
    verb_first: bool
    relatives: frozenset[str]
    subordinators: frozenset[str]
    coordinators: frozenset[str]
    agent_prepositions: frozenset[str]
    place_prepositions: frozenset[str]
    negations: frozenset[str]
    future_words: frozenset[str]
    future_verbs: frozenset[str]
    hypothetical_words: frozenset[str]
    hypothetical_verbs: frozenset[str]
    conditionals: frozenset[str]
    negative_verbs: frozenset[str]
    light_verbs: frozenset[str]
    reporting_verbs: frozenset[str]
    past_words: frozenset[str]
    anaphoric: frozenset[str]


@cache
def load(language: str) -> Grammar:
    """The grammar of ``language`` (ISO 639-1).

    Raises:
        ResourceError: the file is missing or broken.
    """
    path = files("dragoman") / "data" / "languages" / language / "grammar.yml"
    try:
        return msgspec.yaml.decode(path.read_bytes(), type=Grammar)
    except (OSError, msgspec.MsgspecError) as error:
        raise ResourceError(f"{path}: {error}") from error
