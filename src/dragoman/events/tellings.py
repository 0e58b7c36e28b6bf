"""What a whole sentence tells, as the reader sees it: where events stand, and of each who takes part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np

from dragoman.errors import ResourceError
from dragoman.events import reader
from dragoman.events.network import Tokens, Weights
from dragoman.events.reader import NONE, Reader, shares
from dragoman.types import Auxiliary, Span

ROLES = ("none", "actor", "recipient", "place")
"""What a token may be part of beside a trigger."""

MARKS: tuple[Auxiliary, ...] = ("future", "historical", "hypothetical", "negation")
POSSIBLE = 0.3  # share of a token as trigger, or of a type, from which on it is looked at
_WORD = re.compile(r"\w[\w'’-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event told in a sentence; spans are places in the sentence, ``share`` is how likely it is."""

    trigger: Span
    type: str
    share: float
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    marks: tuple[Auxiliary, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A linear head: weights (labels, features) and biases (labels,)."""

    weights: Weights
    bias: Weights

    def __call__(self, features: Weights) -> Weights:
        """Logits; shapes (…, features) → (…, labels)."""
        found: Weights = features @ self.weights.T + self.bias
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """What is asked of the vectors: of tokens, triggers and roles; of a marked trigger, type and marks."""

    triggers: Layer
    roles: Layer
    told: Layer
    auxiliary: Layer


class Teller:
    """Finds what sentences tell.

    Args:
        model: the reader whose network is used.
        heads: what is asked of it.
    """

    def __init__(self, model: Reader, heads: Heads) -> None:
        self._model = model
        self._heads = heads

    def tell(self, text: str, hints: Sequence[Span] = ()) -> list[Telling]:
        """The events of ``text``, a sentence, in order; ``hints`` are words that may be triggers as well."""
        words = [*self._triggers(text), *(word_at(text, hint.start) for hint in hints)]
        told = (self.told(text, word) for word in sorted(set(words)))
        return [one for one in told if one is not None]

    def told(self, text: str, trigger: Span) -> Telling | None:
        """What the trigger tells; None where it tells nothing."""
        found, vectors = self._read(text, trigger)
        mark = self._model.network.place(found, self._model.card.opening[2])
        joined = np.concatenate([vectors.mean(0), vectors[mark]])
        kinds = shares(self._heads.told(joined))
        labels = self._model.card.labels
        share, kind = max((float(kinds[at]), label) for at, label in enumerate(labels) if label != NONE)
        if share < POSSIBLE:
            return None
        marks = self._heads.auxiliary(joined) > 0.0
        sides = _sides(found, shares(self._heads.roles(vectors)).argmax(-1))
        return Telling(
            trigger=trigger,
            type=kind,
            share=share,
            actors=tuple(span for span, role in sides if role == "actor"),
            recipients=tuple(span for span, role in sides if role == "recipient"),
            marks=tuple(mark for mark, holds in zip(MARKS, marks, strict=True) if holds),
        )

    def _triggers(self, text: str) -> Iterator[Span]:
        found, vectors = self._read(text, None)
        none = shares(self._heads.triggers(vectors))[:, 0]
        for span, share in zip(found.spans, none, strict=True):
            if span.start < span.stop and 1.0 - share > POSSIBLE:
                yield word_at(text, span.start)

    def _read(self, text: str, trigger: Span | None) -> tuple[Tokens, Weights]:
        card = self._model.card
        marks = zip((None, None, trigger), card.opening, card.closing, strict=True)
        return self._model.network.read(text, list(marks))


def word_at(text: str, start: int) -> Span:
    """The word that begins at or behind ``start``."""
    found = _WORD.search(text, start)
    return Span(*found.span()) if found else Span(start, len(text))


def _sides(found: Tokens, labels: Sequence[int]) -> list[tuple[Span, str]]:
    """Neighbouring tokens of one role as one span."""
    sides: list[tuple[Span, str]] = []
    before = ROLES[0]
    for span, label in zip(found.spans, labels, strict=True):
        if span.start == span.stop:
            continue
        role = ROLES[label]
        if role == before and role != ROLES[0]:
            sides[-1] = (Span(sides[-1][0].start, span.stop), role)
        elif role != ROLES[0]:
            sides.append((span, role))
        before = role
    return sides


@cache
def load(language: str) -> Teller | None:
    """What finds events in sentences of ``language`` (ISO 639-1); None where nothing was trained.

    Raises:
        ResourceError: the model's files do not belong together.
    """
    model = reader.load(language)
    if model is None:
        return None
    described = files("dragoman") / "data" / "models" / f"reader-{language}.yml"
    content = reader.beside(described, ".tellings.npz")
    if reader.digest(content) != model.card.tellings:
        raise ResourceError(f"{described}: the files beside it are of another model; make it anew")
    with np.load(BytesIO(content), allow_pickle=False) as arrays:
        names = {name.removesuffix("_bias") for name in arrays.files}
        layers = {name: _layer(arrays[name], arrays[f"{name}_bias"]) for name in sorted(names)}
    return Teller(model, Heads(**layers))


def _layer(weights: Weights, bias: Weights) -> Layer:
    return Layer(weights=weights.astype(np.float64), bias=bias.astype(np.float64))
