"""A user's examples → heads of the reader: the network stays as it is, what is read from it changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.events import codebook as codebooks
from dragoman.events.network import Weights
from dragoman.events.reader import Heads, Reader, digest, shares
from dragoman.types import Span

Numbers = NDArray[np.intp]
_ROUNDS = 400
_TETHER = 0.0005  # how strongly the weights are held to what they were
_UNSEEN = -2.0  # bias of a new label before it has been learned
_FOLDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence and what its first side does to its second; ``label`` is ``TYPE`` or ``TYPE.mode``."""

    text: str
    actor: Span | None
    recipient: Span | None
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """Heads and the labels they know; ``before`` and ``after`` are the share of examples they get right.

    Both are measured by cross-validation: no example is counted by heads that were fitted to it.
    """

    labels: tuple[str, ...]
    heads: Heads
    before: float
    after: float


def fit(model: Reader, examples: Sequence[Example], advance: Callable[[int], None]) -> Fitted:
    """Heads that know the examples and have not forgotten the examples of the codebook.

    Multinomial logistic regression on the network's features, with a penalty on the distance from the heads
    that are there (Evgeniou and Pontil 2004, regularised multi-task learning).

    Args:
        model: the reader whose heads are the start.
        examples: what it shall learn; a label that it does not know is added.
        advance: told of each sentence that has been read.
    """
    known = [*rehearsal(model.card.language), *examples]
    labels = tuple(dict.fromkeys([*model.card.labels, *(one.label for one in examples)]))
    features = np.stack([_read(model, one, advance) for one in known])
    wanted = np.array([labels.index(one.label) for one in known])
    start = _start(model, len(labels))
    own = np.arange(len(known)) >= len(known) - len(examples)
    after = _cross_validated(start, features, wanted, own)
    weights = _descend(start, features, wanted)
    heads = replace(model.heads, kinds=weights[:, :-1], kinds_bias=weights[:, -1])
    before = float(np.mean(_best(start, features[own]) == wanted[own]))
    return Fitted(labels=labels, heads=heads, before=before, after=after)


def rehearsal(language: str) -> list[Example]:
    """The codebook's own examples, where their sides stand in the text once."""
    found = []
    for rule in codebooks.load(language).rules:
        for example in rule.examples:
            words = (example.actor, example.recipient)
            actor, recipient = (_only(example.text, side[0]) if side else None for side in words)
            if actor and recipient and not actor.overlaps(recipient):
                found.append(Example(text=example.text, actor=actor, recipient=recipient, label=rule.type))
    return found


def _only(text: str, words: str) -> Span | None:
    at = text.find(words)
    return Span(at, at + len(words)) if at >= 0 and text.find(words, at + 1) < 0 else None


def _read(model: Reader, example: Example, advance: Callable[[int], None]) -> Weights:
    features = model.features(example.text, example.actor, example.recipient)
    advance(1)
    return features


def _start(model: Reader, count: int) -> Weights:
    """The heads that are there, shape (labels, features + 1), with rows for labels that are new."""
    there = np.column_stack([model.heads.kinds, model.heads.kinds_bias])
    new = np.zeros((count - len(there), there.shape[1]))
    new[:, -1] = _UNSEEN
    return np.concatenate([there, new])


def _descend(start: Weights, features: Weights, wanted: Numbers) -> Weights:
    """Accelerated gradient descent from ``start`` (Nesterov 1983); deterministic."""
    inputs = np.column_stack([features, np.ones(len(features))])
    targets = np.eye(len(start))[wanted]
    step = 1 / (0.5 * np.linalg.norm(inputs, 2) ** 2 / len(inputs) + _TETHER)
    weights, momentum = start, start
    for turn in range(_ROUNDS):
        wrong = shares(inputs @ momentum.T) - targets
        slope = wrong.T @ inputs / len(inputs) + _TETHER * (momentum - start)
        before, weights = weights, momentum - step * slope
        momentum = weights + turn / (turn + 3) * (weights - before)
    return weights


def _best(weights: Weights, features: Weights) -> Numbers:
    inputs = np.column_stack([features, np.ones(len(features))])
    best: Numbers = np.argmax(inputs @ weights.T, axis=1)
    return best


def _cross_validated(
    start: Weights,
    features: Weights,
    wanted: Numbers,
    own: NDArray[np.bool_],
) -> float:
    """The share of the user's examples that heads fitted to the others get right."""
    places = np.flatnonzero(own)
    right = 0
    for fold in range(_FOLDS):
        left_out = places[fold::_FOLDS]
        if len(left_out):
            kept = np.setdiff1d(np.arange(len(features)), left_out)
            weights = _descend(start, features[kept], wanted[kept])
            right += int(np.sum(_best(weights, features[left_out]) == wanted[left_out]))
    return right / len(places)


def write(fitted: Fitted, model: Reader, path: Path) -> None:
    """Writes ``path`` (a card, ending in .yml) and the heads beside it.

    Raises:
        OSError: the files cannot be written.
    """
    packed = BytesIO()
    heads = fitted.heads
    np.savez(packed, kinds=heads.kinds.astype(np.float32), kinds_bias=heads.kinds_bias.astype(np.float32))
    card = msgspec.structs.replace(model.card, labels=fitted.labels, heads=digest(packed.getvalue()))
    path.with_name(path.name.removesuffix(".yml") + ".heads.npz").write_bytes(packed.getvalue())
    path.write_bytes(msgspec.yaml.encode(card))
