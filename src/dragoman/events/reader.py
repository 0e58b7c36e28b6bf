"""The reader: a small network that says what one marked side of a sentence does to the other.

Trained in ``training/reader`` and shipped as an ONNX file; here onnxruntime runs it, one row at a time and in
one thread, so that what it says of a row depends on that row alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ResourceError
from dragoman.resources import read_yaml
from dragoman.types import Span

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

PROTOCOL = 1  # of the inputs and outputs; a file with another number was made for another version
NONE = "NONE"
Weights = NDArray[np.float64]


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a model file says of itself: ``data/models/reader-<iso>.yml``.

    ``network`` and ``heads`` are the SHA-256 of the files beside it;
    ``opening`` and ``closing`` are the words put around actor and recipient; ``longest`` is in tokens.
    """

    protocol: int
    language: str
    network: str
    heads: str
    labels: tuple[str, ...]
    opening: tuple[str, str]
    closing: tuple[str, str]
    longest: int


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
        session: the network.
        tokenizer: text → token ids.
        card: what the model's labels are.
        heads: what is read from the network's features.
    """

    def __init__(self, session: InferenceSession, tokenizer: Tokenizer, card: Card, heads: Heads) -> None:
        self.card = card
        self.heads = heads
        self._session = session
        self._tokenizer = tokenizer
        self._opening = [tokenizer.token_to_id(mark) for mark in card.opening]

    def read(self, text: str, actor: Span | None, recipient: Span | None) -> Reading:
        """What ``actor`` does to ``recipient`` in ``text``, a sentence; a side may be unknown."""
        features = self.features(text, actor, recipient)
        logits = self.heads.kinds @ features + self.heads.kinds_bias
        kinds = np.exp(logits - logits.max())
        types: dict[str, float] = {}
        modes: dict[str, float] = {}
        for label, share in zip(self.card.labels, map(float, kinds / kinds.sum()), strict=True):
            kind, dot, _ = label.partition(".")
            types[kind] = types.get(kind, 0.0) + share
            if dot:
                modes[label] = share
        return Reading(none=types.pop(NONE), types=types, modes=modes)

    def features(self, text: str, actor: Span | None, recipient: Span | None) -> Weights:
        """What the network makes of the sentence and of both sides; shape (features,)."""
        ids = self._tokenizer.encode(marked(text, (actor, recipient), self.card)).ids
        ids = ids if len(ids) <= self.card.longest else [*ids[: self.card.longest - 1], ids[-1]]
        at = [ids.index(mark) if mark in ids else 0 for mark in self._opening]
        (found,) = self._session.run(None, {"ids": [ids], "actor": at[:1], "recipient": at[1:]})
        features: Weights = found[0].astype(np.float64)
        return features


def marked(text: str, sides: Sequence[Span | None], card: Card) -> str:
    """The text with the model's marks around the sides; of two that overlap one is inside the other."""
    for mark in (*card.opening, *card.closing):
        text = text.replace(mark, "-" * len(mark))  # no word of the text may pass for a mark
    put = []
    for span, opening, closing in zip(sides, card.opening, card.closing, strict=True):
        if span is not None:
            put += [(span.start, 1, -span.stop, opening), (span.stop, 0, -span.start, closing)]
    for place, _, _, mark in sorted(put, reverse=True):
        text = f"{text[:place]}{mark}{text[place:]}"
    return text


@cache
def load(language: str) -> Reader | None:
    """The reader of ``language`` (ISO 639-1) that ships; None where there is none.

    Raises:
        ResourceError: the model's files do not belong together.
    """
    described = files("dragoman") / "data" / "models" / f"reader-{language}.yml"
    return _opened(described, described) if described.is_file() else None


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
    return _opened(shipped, described)


def _opened(shipped: Traversable, described: Traversable) -> Reader:
    """The network beside ``shipped`` with the heads beside ``described``."""
    card = read_yaml(described, Card)
    network = _beside(shipped, ".onnx")
    heads = _beside(described, ".heads.npz")
    if card.protocol != PROTOCOL or (digest(network), digest(heads)) != (card.network, card.heads):
        raise ResourceError(f"{described}: the files beside it are of another model; make it anew")
    tokens = _beside(shipped, ".tokens.json").decode("utf-8")
    return Reader(_session(network), _tokenizer(tokens), card, unpack(heads))


def _beside(described: Traversable, ending: str) -> bytes:
    """The content of the file that is named as ``described`` is, but for its ending."""
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


def _session(network: bytes) -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return InferenceSession(network, options, providers=["CPUExecutionProvider"])


def _tokenizer(content: str) -> Tokenizer:
    from tokenizers import Tokenizer

    return Tokenizer.from_str(content)
