"""What a whole sentence tells, as the reader sees it: where events stand, and of each who takes part."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

import numpy as np

from dragoman.errors import ResourceError
from dragoman.events import reader
from dragoman.events.answers import NOBODY_AGAIN, Answer, cast
from dragoman.events.network import Tokens, Weights
from dragoman.events.reader import NONE, Reader, shares
from dragoman.types import Auxiliary, Span

MARKS: tuple[Auxiliary, ...] = ("future", "historical", "hypothetical", "negation")
POSSIBLE = 0.3  # share of a token as trigger, or of a type, from which on it is looked at
HINTED = 0.05  # the same of a token that the rules hold a trigger
_KEPT = 128  # answers that are kept: what is asked to find an event is asked again to judge it
_WORD = re.compile(r"\w[\w'’-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event told in a sentence; spans are places in the sentence, ``share`` is how likely its type is."""

    trigger: Span
    type: str
    mode: str | None
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
    """What is asked of the vectors: of tokens triggers, roles and sides; of a trigger type, mode, marks."""

    triggers: Layer
    roles: Layer
    sides: Layer
    told: Layer
    modes: Layer
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
        self.answer: Callable[[str, Span], Answer] = lru_cache(maxsize=_KEPT)(self._answer)

    def tell(
        self,
        text: str,
        mentions: Sequence[Span] = (),
        hints: Sequence[Span] = (),
        chains: Mapping[Span, int] = NOBODY_AGAIN,
    ) -> list[Telling]:
        """The events of ``text``, a sentence, in order.

        Args:
            text: the sentence; all spans are places in it.
            mentions: who is named in it; the network may see more.
            hints: words that may be triggers as well.
            chains: mentions that are known to be one have one number.
        """
        shares = self._triggers(text)
        hinted = {word_at(text, hint.start) for hint in hints}
        words = [word for word, share in shares.items() if share > (HINTED if word in hinted else POSSIBLE)]
        return [told for word in sorted(words) for told in self.told(text, word, mentions, chains)]

    def told(
        self,
        text: str,
        trigger: Span,
        mentions: Sequence[Span] = (),
        chains: Mapping[Span, int] = NOBODY_AGAIN,
    ) -> Iterator[Telling]:
        """What the trigger tells: nothing, an event, or two where one deed is of two types."""
        answer = self.answer(text, trigger)
        share, kind = max((share, kind) for kind, share in answer.kinds.items() if kind != NONE)
        if share < POSSIBLE:
            return
        actors, recipients = cast(answer, kind, mentions, chains)
        for one in filter(None, (kind, answer.other(kind))):
            yield Telling(
                trigger=trigger,
                type=one,
                mode=answer.mode(one),
                share=answer.told(one),
                actors=actors,
                recipients=recipients,
                marks=answer.marks,
            )

    def _answer(self, text: str, trigger: Span) -> Answer:
        found, vectors = self._read(text, trigger)
        mark = self._model.network.place(found, self._model.card.opening[2])
        joined = np.concatenate([vectors.mean(0), vectors[mark]])
        marks = self._heads.auxiliary(joined) > 0.0
        return Answer(
            kinds=dict(
                zip(self._model.card.labels, map(float, shares(self._heads.told(joined))), strict=True)
            ),
            spans=found.spans,
            roles=shares(self._heads.roles(vectors)),
            chosen=self._chosen(found, vectors),
            modes=shares(self._heads.modes(joined)),
            marks=tuple(mark for mark, holds in zip(MARKS, marks, strict=True) if holds),
        )

    def _chosen(self, found: Tokens, vectors: Weights) -> Weights:
        """Of each token how likely it is of each side; the first stands for nobody, marks for nothing."""
        logits = self._heads.sides(vectors)
        nowhere = [at for at, span in enumerate(found.spans) if at and span.start == span.stop]
        logits[nowhere] = -np.inf
        return shares(logits.T).T

    def _triggers(self, text: str) -> dict[Span, float]:
        """Each word's share as the trigger of something."""
        found, vectors = self._read(text, None)
        none = shares(self._heads.triggers(vectors))[:, 0]
        words: dict[Span, float] = {}
        for span, share in zip(found.spans, none, strict=True):
            if span.start < span.stop:
                word = word_at(text, span.start)
                words[word] = max(words.get(word, 0.0), float(1.0 - share))
        return words

    def _read(self, text: str, trigger: Span | None) -> tuple[Tokens, Weights]:
        card = self._model.card
        marks = zip((None, None, trigger), card.opening, card.closing, strict=True)
        return self._model.network.read(text, list(marks))


def word_at(text: str, start: int) -> Span:
    """The word that begins at or behind ``start``."""
    found = _WORD.search(text, start)
    return Span(*found.span()) if found else Span(start, len(text))


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
