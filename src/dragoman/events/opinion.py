"""What the reader makes of an event that the rules coded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.types import Event, Participant, Span

if TYPE_CHECKING:
    from dragoman.events.neighbours import Neighbour
    from dragoman.events.reader import Reading

_NEIGHBOURS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """Probabilities, and the sentences of the corpus that the encoder takes for the most alike."""

    reading: Reading
    nearest: tuple[Neighbour, ...]


def opinion(text: str, language: str, sentence: Span, event: Event) -> Opinion | None:
    """What the reader of a language, if there is one, says of the sides of an event in its sentence.

    Args:
        text: the report's text.
        language: ISO 639-1 code.
        sentence: where in the text the event is told.
        event: its first actor and first recipient are asked about; of two who act together, both.
    """
    from dragoman.events import neighbours, reader

    model = reader.load(language)
    if model is None:
        return None
    others = event.recipients or event.actors[1:]
    sides = _place(sentence, event.actors[:1]), _place(sentence, others)
    features = model.features(sentence.text(text), *sides)
    known = neighbours.load(language)
    return Opinion(
        reading=model.reading(features),
        nearest=tuple(known.nearest(features, _NEIGHBOURS)) if known else (),
    )


def _place(sentence: Span, sides: Sequence[Participant]) -> Span | None:
    spans = (side.mention.span for side in sides)
    inside = [span for span in spans if sentence.start <= span.start and span.stop <= sentence.stop]
    return Span(inside[0].start - sentence.start, inside[0].stop - sentence.start) if inside else None
