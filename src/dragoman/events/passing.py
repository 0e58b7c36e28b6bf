"""Which sentences need not be read: a cheap test before the network.

A sentence that names nobody who might act is passed over, and one whose words, and the rules' triggers among
them, make it unlikely that anything is told. ``training/reader/passing.py`` fits the weights to the corpus;
``dragoman evaluate reader`` measures what is lost.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from dragoman.resources import read_yaml
from dragoman.types import Clauses

MANY = 4  # triggers of the rules, from which on more say nothing


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/models/reader-<iso>.passing.yml``: log odds that a sentence tells an event.

    Args:
        least: what is passed over has less.
        start: where nothing is known.
        trigger: if the rules have a trigger in it; ``triggers`` for ``MANY`` of them, fewer by their share.
        words: of each lemma that stands in it.
    """

    least: float
    start: float
    trigger: float
    triggers: float
    words: dict[str, float]

    def odds(self, clauses: Clauses, triggers: int) -> float:
        """How likely it is that the sentence tells an event, as log odds."""
        lemmas = {token.lemma for token in clauses.tokens}
        known = sum(self.words.get(lemma, 0.0) for lemma in sorted(lemmas))
        return self.start + known + self.trigger * (triggers > 0) + self.triggers * share(triggers)


def share(triggers: int) -> float:
    """Of as many triggers as count, how many there are."""
    return min(triggers, MANY) / MANY


def possible(clauses: Clauses, triggers: int, weights: Weights | None) -> bool:
    """Whether the sentence may hold an event.

    Args:
        clauses: the sentence.
        triggers: how many triggers the rules have in it.
        weights: of its language; None where nothing was fitted.
    """
    if all(mention.kind == "place" for mention in clauses.mentions):
        return False
    return weights is None or weights.odds(clauses, triggers) >= weights.least


@cache
def load(language: str) -> Weights | None:
    """What was fitted for ``language`` (ISO 639-1); None where nothing was.

    Raises:
        ResourceError: the file cannot be read.
    """
    path = files("dragoman") / "data" / "models" / f"reader-{language}.passing.yml"
    return read_yaml(path, Weights) if path.is_file() else None
