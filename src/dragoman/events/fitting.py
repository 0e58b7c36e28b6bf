"""A user's examples → heads of the reader: the network stays as it is, what is read from it changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ResourceError
from dragoman.events import codebook as codebooks
from dragoman.events.network import Weights
from dragoman.events.reader import Heads, Reader, beside, digest, shares
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


class Held(msgspec.Struct, frozen=True):
    """An example, its label, and what heads not fitted to it made of it: those that ship, and new ones."""

    text: str
    label: str
    shipped: str
    own: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """Heads and the labels they know; ``held`` are the examples, each read by heads not fitted to it."""

    labels: tuple[str, ...]
    heads: Heads
    held: tuple[Held, ...]

    @property
    def before(self) -> float:
        """The share of examples that the heads that ship get right."""
        return sum(one.shipped == one.label for one in self.held) / len(self.held)

    @property
    def after(self) -> float:
        """The share of examples that new heads get right, none of which was fitted to them."""
        return sum(one.own == one.label for one in self.held) / len(self.held)


def fit(model: Reader, examples: Sequence[Example], advance: Callable[[int], None]) -> Fitted:
    """Heads that know the examples and have not forgotten what the heads that ship know.

    Multinomial logistic regression on the network's features, with a penalty on the distance from the heads
    that are there (Evgeniou and Pontil 2004, regularised multi-task learning). Of the codebook's examples the
    heads shall go on saying what they said, doubts and all (Li and Hoiem 2016, learning without forgetting):
    fitted to their types alone they would forget that most sides do nothing to each other.

    Args:
        model: the reader whose heads are the start.
        examples: what it shall learn; a label that it does not know is added.
        advance: told of each sentence that has been read.
    """
    rehearsed = rehearsal(model.card.language)
    labels = tuple(dict.fromkeys([*model.card.labels, *(one.label for one in examples)]))
    features = np.stack([_read(model, one, advance) for one in (*rehearsed, *examples)])
    own = len(rehearsed)
    start = _start(model, len(labels))
    wanted = np.zeros((len(features), len(labels)))
    wanted[:own, : len(model.card.labels)] = _shares(start[: len(model.card.labels)], features[:own])
    wanted[range(own, len(features)), [labels.index(one.label) for one in examples]] = 1.0
    after = _cross_validated(start, features, wanted, own)
    weights = _descend(start, features, wanted)
    heads = replace(model.heads, kinds=weights[:, :-1], kinds_bias=weights[:, -1])
    before = _best(start[: len(model.card.labels)], features[own:])
    held = tuple(
        Held(text=example.text, label=example.label, shipped=labels[shipped], own=labels[new])
        for example, shipped, new in zip(examples, before, after, strict=True)
    )
    return Fitted(labels=labels, heads=heads, held=held)


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


def _descend(start: Weights, features: Weights, wanted: Weights) -> Weights:
    """Accelerated gradient descent from ``start`` (Nesterov 1983) to the shares ``wanted``; deterministic."""
    inputs = np.column_stack([features, np.ones(len(features))])
    step = 1 / (0.5 * np.linalg.norm(inputs, 2) ** 2 / len(inputs) + _TETHER)
    weights, momentum = start, start
    for turn in range(_ROUNDS):
        wrong = shares(inputs @ momentum.T) - wanted
        slope = wrong.T @ inputs / len(inputs) + _TETHER * (momentum - start)
        before, weights = weights, momentum - step * slope
        momentum = weights + turn / (turn + 3) * (weights - before)
    return weights


def _best(weights: Weights, features: Weights) -> Numbers:
    best: Numbers = np.argmax(_shares(weights, features), axis=1)
    return best


def _shares(weights: Weights, features: Weights) -> Weights:
    return shares(np.column_stack([features, np.ones(len(features))]) @ weights.T)


def _cross_validated(start: Weights, features: Weights, wanted: Weights, own: int) -> Numbers:
    """The label of each row from ``own`` on, by heads fitted to the rows of four fifths and all before."""
    places = np.arange(own, len(features))
    best = np.zeros(len(places), dtype=np.intp)
    for fold in range(_FOLDS):
        left_out = places[fold::_FOLDS]
        if len(left_out):
            kept = np.setdiff1d(np.arange(len(features)), left_out)
            weights = _descend(start, features[kept], wanted[kept])
            best[fold::_FOLDS] = _best(weights, features[left_out])
    return best


def write(fitted: Fitted, model: Reader, path: Path) -> None:
    """Writes ``path`` (a card, ending in .yml), and beside it the heads and what examples were taken for.

    Raises:
        OSError: the files cannot be written.
    """
    packed = BytesIO()
    heads = fitted.heads
    np.savez(packed, kinds=heads.kinds.astype(np.float32), kinds_bias=heads.kinds_bias.astype(np.float32))
    card = msgspec.structs.replace(model.card, labels=fitted.labels, heads=digest(packed.getvalue()))
    name = path.name.removesuffix(".yml")
    path.with_name(name + ".heads.npz").write_bytes(packed.getvalue())
    lines = [msgspec.json.encode(one) for one in fitted.held]
    path.with_name(name + ".held.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    path.write_bytes(msgspec.yaml.encode(card))


def held(path: Path) -> tuple[Held, ...]:
    """The examples from which the reader ``path`` was trained, as ``write`` left them.

    Raises:
        ResourceError: they are not there, or are no such lines.
    """
    lines = beside(path, ".held.jsonl").splitlines()
    try:
        return tuple(msgspec.json.decode(line, type=Held) for line in lines)
    except msgspec.DecodeError as error:
        raise ResourceError(f"{path}: the examples beside it cannot be read: {error}") from error
