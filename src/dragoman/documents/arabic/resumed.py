"""Verbs that look like nouns, told by the pronoun for the noun before them: هجوم *شنه*, اتفاق *وقعه*."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from dragoman.documents.arabic import words
from dragoman.types import Token


def resumed(before: Sequence[Token], suffix: str, lemmas: Iterable[str]) -> bool:
    """Whether a verb of doing with this pronoun takes up the indefinite noun that goes right before.

    Args:
        before: the tokens so far.
        suffix: the pronoun written on the word, "" for none.
        lemmas: of what the word may be as a verb.
    """
    if not suffix or not before or before[-1].tag not in {"NOUN", "ADJ"} or before[-1].norm.startswith("ال"):
        return False
    row = takewhile(lambda token: token.tag in {"NOUN", "ADJ"}, reversed(before))
    agrees = any(suffix == ("ها" if token.norm.endswith(("ة", "ات")) else "ه") for token in row)
    return agrees and any(lemma in words.folded("enacting") for lemma in lemmas)
