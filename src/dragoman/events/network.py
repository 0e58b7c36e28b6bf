"""The encoder that reads a sentence: text with marks → a vector for each token.

Trained in ``training/reader`` and shipped as an ONNX file; here onnxruntime runs it, one row at a time and in
one thread, so that what it says of a row depends on that row alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dragoman.types import Span

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Weights = NDArray[np.float64]
Mark = tuple[Span | None, str, str]
"""What shall be marked, if it is there, and the words put before and behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A text with marks; ``origin`` is where each of its code points, and its end, stand without them."""

    text: str
    origin: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Token ids and where each stands in the text without marks; marks themselves stand nowhere (empty)."""

    ids: tuple[int, ...]
    spans: tuple[Span, ...]


def put(text: str, marks: Sequence[Mark]) -> Marked:
    """The text with marks; of two spans that overlap one is put inside the other.

    Words of the text that look like a mark are made dashes of the same length.
    """
    for _, opening, closing in marks:
        text = text.replace(opening, "-" * len(opening)).replace(closing, "-" * len(closing))
    cuts = []
    for span, opening, closing in marks:
        if span is not None:
            cuts += [(span.start, 1, -span.stop, opening), (span.stop, 0, -span.start, closing)]
    pieces: list[str] = []
    origin: list[int] = []
    done = 0
    for place, _, _, mark in sorted(cuts):
        pieces += [text[done:place], mark]
        origin += [*range(done, place), *[place] * len(mark)]
        done = place
    return Marked(text="".join([*pieces, text[done:]]), origin=(*origin, *range(done, len(text) + 1)))


def tokens(tokenizer: Tokenizer, marked: Marked, longest: int) -> Tokens:
    """The tokens of a marked text, the last one kept where it is cut at ``longest``."""
    encoded = tokenizer.encode(marked.text)
    ids, places = encoded.ids, encoded.offsets
    if len(ids) > longest:
        ids, places = [*ids[: longest - 1], ids[-1]], [*places[: longest - 1], places[-1]]
    spans = tuple(Span(marked.origin[start], marked.origin[stop]) for start, stop in places)
    return Tokens(ids=tuple(ids), spans=spans)


class Network:
    """An encoder and its tokenizer.

    Args:
        session: the network.
        tokenizer: text → token ids.
        longest: in tokens; what is longer is cut.
    """

    def __init__(self, session: InferenceSession, tokenizer: Tokenizer, longest: int) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._longest = longest

    def read(self, text: str, marks: Sequence[Mark]) -> tuple[Tokens, Weights]:
        """The tokens of ``text`` with its marks, and their vectors; shape (tokens, size)."""
        found = self.tokens(text, marks)
        (states,) = self._session.run(None, {"ids": [found.ids]})
        vectors: Weights = states[0].astype(np.float64)
        return found, vectors

    def tokens(self, text: str, marks: Sequence[Mark]) -> Tokens:
        """The tokens of ``text`` with its marks."""
        return tokens(self._tokenizer, put(text, marks), self._longest)

    def place(self, found: Tokens, mark: str) -> int:
        """The number of the token that is ``mark``; 0, the first of all, where it is not there."""
        wanted = self._tokenizer.token_to_id(mark)
        return found.ids.index(wanted) if wanted in found.ids else 0


def opened(network: bytes, tokenizer: str, longest: int) -> Network:
    """The network of a model's files."""
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = InferenceSession(network, options, providers=["CPUExecutionProvider"])
    return Network(session, Tokenizer.from_str(tokenizer), longest)
