"""The reader: a small network that says what one marked side of a sentence does to the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path

import msgspec
import numpy as np

from dragoman.errors import ResourceError
from dragoman.events.network import Network, Weights, opened
from dragoman.resources import read_yaml
from dragoman.types import Span

PROTOCOL = 3  # of the inputs and outputs; a file with another number was made for another version
NONE = "NONE"


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a model file says of itself: ``data/models/reader-<iso>.yml``.

    ``network``, ``heads``, ``tellings`` and ``examples`` are the SHA-256 of the files beside it;
    ``opening`` and ``closing`` are the words around actor, recipient and trigger; ``longest`` is in tokens.
    """

    protocol: int
    language: str
    network: str
    heads: str
    tellings: str
    labels: tuple[str, ...]
    opening: tuple[str, str, str]
    closing: tuple[str, str, str]
    longest: int
    examples: str = ""  # where nobody has chosen examples for the network yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Probabilities: of each type and of ``none`` (together 1), and of modes.

    The network that ships knows no modes; a user's examples may teach it some, as labels ``TYPE.mode``.
    """

    types: dict[str, float]
    modes: dict[str, float]
    none: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """What turns features into probabilities: weights (labels, features) and biases (labels,)."""

    kinds: Weights
    kinds_bias: Weights


class Reader:
    """A model, ready to read.

    Args:
        network: the encoder.
        card: what the model's labels are.
        heads: what is read from the network's features.
    """

    def __init__(self, network: Network, card: Card, heads: Heads) -> None:
        self.network = network
        self.card = card
        self.heads = heads

    def read(self, text: str, actor: Span | None, recipient: Span | None) -> Reading:
        """What ``actor`` does to ``recipient`` in ``text``, a sentence; a side may be unknown."""
        return self.reading(self.features(text, actor, recipient))

    def reading(self, features: Weights) -> Reading:
        """What the heads read from what ``features`` made."""
        kinds = shares(self.heads.kinds @ features + self.heads.kinds_bias)
        types: dict[str, float] = {}
        modes: dict[str, float] = {}
        for label, share in zip(self.card.labels, map(float, kinds), strict=True):
            kind, dot, _ = label.partition(".")
            types[kind] = types.get(kind, 0.0) + share
            if dot:
                modes[label] = share
        return Reading(none=types.pop(NONE), types=types, modes=modes)

    def features(self, text: str, actor: Span | None, recipient: Span | None) -> Weights:
        """What the network makes of the sentence and of both sides; shape (features,)."""
        marks = zip((actor, recipient, None), self.card.opening, self.card.closing, strict=True)
        found, vectors = self.network.read(text, list(marks))
        at = [self.network.place(found, mark) for mark in self.card.opening[:2]]
        joined: Weights = np.concatenate([vectors.mean(0), *vectors[at]])
        return joined


def shares(logits: Weights) -> Weights:
    """Probabilities along the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    found: Weights = raised / raised.sum(axis=-1, keepdims=True)
    return found


@cache
def load(language: str) -> Reader | None:
    """The reader of ``language`` (ISO 639-1) that ships; None where there is none.

    Raises:
        ResourceError: the model's files do not belong together.
    """
    described = files("dragoman") / "data" / "models" / f"reader-{language}.yml"
    return of(described, described) if described.is_file() else None


def chosen(language: str) -> Reader | None:
    """The reader whose heads the user has trained (setting ``reader``), else the one that ships.

    Raises:
        ResourceError: the user's files do not belong together, or to this version.
    """
    from dragoman import settings

    own = Path(settings.load().reader).resolve()
    return _own(language, own) if own.is_file() else load(language)


@cache
def _own(language: str, described: Path) -> Reader | None:
    shipped = files("dragoman") / "data" / "models" / f"reader-{language}.yml"
    if read_yaml(described, Card).language != language:
        return load(language)
    return of(shipped, described)


def taught(described: Path) -> Reader:
    """The reader whose heads a user has trained; its network is the one that ships.

    Raises:
        ResourceError: the files are not there, do not belong together, or to this version.
    """
    language = read_yaml(described, Card).language
    return of(files("dragoman") / "data" / "models" / f"reader-{language}.yml", described)


def of(shipped: Traversable, described: Traversable) -> Reader:
    """The network beside the card ``shipped`` with the heads beside the card ``described``.

    Raises:
        ResourceError: the files are not there, do not belong together, or to this version.
    """
    card = read_yaml(described, Card)
    network = beside(shipped, ".onnx")
    heads = beside(described, ".heads.npz")
    if card.protocol != PROTOCOL or (digest(network), digest(heads)) != (card.network, card.heads):
        raise ResourceError(f"{described}: the files beside it are of another model; make it anew")
    tokens = beside(shipped, ".tokens.json").decode("utf-8")
    return Reader(opened(network, tokens, card.longest), card, unpack(heads))


def beside(described: Traversable, ending: str) -> bytes:
    """The content of the file that is named as ``described`` is, but for its ending.

    Raises:
        ResourceError: it cannot be read.
    """
    with as_file(described) as path:
        other = path.with_name(path.name.removesuffix(".yml") + ending)
        try:
            return other.read_bytes()
        except OSError as error:
            raise ResourceError(f"{other}: {error.strerror}") from error


def digest(content: bytes) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    return sha256(content).hexdigest()


def unpack(content: bytes) -> Heads:
    """The heads of a ``.heads.npz`` file."""
    with np.load(BytesIO(content), allow_pickle=False) as arrays:
        return Heads(**{name: arrays[name].astype(np.float64) for name in arrays.files})
