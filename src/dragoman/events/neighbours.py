"""Sentences of the corpus that the encoder takes for like a given one: what the reader has learned from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ResourceError
from dragoman.events import reader
from dragoman.events.network import Weights
from dragoman.types import Span

PARTS = 3  # of the features: the sentence, its actor, its recipient; their sum is a point in the space


class Told(msgspec.Struct, frozen=True, array_like=True):
    """A sentence of the corpus; ``type`` is what its first side does to its second, ``NONE`` for nothing."""

    text: str
    type: str
    actor: tuple[int, int] | None
    recipient: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A sentence of the corpus with one reading of it; ``nearness`` is in [0, 1]."""

    text: str
    type: str
    actor: Span | None
    recipient: Span | None
    nearness: float


class Neighbours:
    """Sentences and their points.

    Args:
        told: the sentences.
        points: where each lies, of length 1; shape (sentences, size).
    """

    def __init__(self, told: tuple[Told, ...], points: NDArray[np.float32]) -> None:
        self.told = told
        self._points = points

    def nearest(self, features: Weights, count: int) -> list[Neighbour]:
        """The ``count`` sentences nearest to what ``Reader.features`` made of another, the nearest first."""
        near = self._points @ point(features).astype(np.float32)
        found: dict[str, Neighbour] = {}
        for at in map(int, np.argsort(-near, kind="stable")):
            if len(found) == count:
                break
            told = self.told[at]
            found.setdefault(told.text, _neighbour(told, float(near[at])))
        return list(found.values())


def _neighbour(told: Told, near: float) -> Neighbour:
    actor, recipient = (Span(*side) if side else None for side in (told.actor, told.recipient))
    nearness = round(min(max(near, 0.0), 1.0), 4)
    return Neighbour(text=told.text, type=told.type, actor=actor, recipient=recipient, nearness=nearness)


def point(features: Weights) -> Weights:
    """Where a sentence with its sides lies: the sum of what was made of it and of each, of length 1."""
    return _unit(features.reshape(PARTS, -1).sum(0))


def _unit(vectors: Weights) -> Weights:
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    found: Weights = vectors / np.maximum(lengths, 1e-9)
    return found


def pack(told: tuple[Told, ...], points: Weights) -> bytes:
    """The content of an ``.examples.npz`` file: points as numbers from -127 to 127, sentences as JSON."""
    largest = np.maximum(np.abs(points).max(axis=1, keepdims=True), 1e-9)
    packed = BytesIO()
    np.savez_compressed(
        packed,
        points=np.rint(points / largest * 127).astype(np.int8),
        told=np.frombuffer(msgspec.json.encode(told), dtype=np.uint8),
    )
    return packed.getvalue()


def unpack(content: bytes) -> Neighbours:
    """The sentences of an ``.examples.npz`` file."""
    with np.load(BytesIO(content), allow_pickle=False) as arrays:
        told = msgspec.json.decode(arrays["told"].tobytes(), type=tuple[Told, ...])
        points = _unit(arrays["points"].astype(np.float64)).astype(np.float32)
    return Neighbours(told, points)


@cache
def load(language: str) -> Neighbours | None:
    """The sentences that ship for ``language`` (ISO 639-1); None where its model brings none.

    Raises:
        ResourceError: the file is not the one that the model's card names.
    """
    model = reader.load(language)
    if model is None or not model.card.examples:
        return None
    described = files("dragoman") / "data" / "models" / f"reader-{language}.yml"
    content = reader.beside(described, ".examples.npz")
    if reader.digest(content) != model.card.examples:
        raise ResourceError(f"{described}: the examples beside it are of another model; make them anew")
    return unpack(content)
