"""What the tests of mentions share in every language: golden cases, and how a text is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import msgspec

from dragoman.actors import directory
from dragoman.actors.directory import Directory
from dragoman.documents import sentences
from dragoman.types import Mention, Sentence, Span, Token

GOLDEN = Path(__file__).parents[1] / "golden" / "mentions"


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: str
    kind: str
    head: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    plural: bool = False


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    mentions: tuple[Expected, ...]


def cases(language: str) -> list[Case]:
    """The golden cases of a language."""
    found: list[Case] = []
    for path in sorted(GOLDEN.glob(f"{language}-*.yml")):
        found += msgspec.yaml.decode(path.read_bytes(), type=list[Case])
    return found


def seen(text: str, mention: Mention) -> Expected:
    """A mention as golden cases write it down."""
    head = mention.head.text(text) if mention.head != mention.span else None
    return Expected(
        words=mention.span.text(text),
        kind=mention.kind,
        head=head,
        country=mention.country,
        sectors=mention.sectors,
        plural=mention.plural,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The mentions of a text by the finder and the tokenizer of a language."""

    language: str
    find: Callable[[Sequence[Sentence], Directory], list[Mention]]
    tokenize: Callable[[str, Span], tuple[Token, ...]]

    def read(self, text: str) -> list[Mention]:
        """The mentions of a text that is split into sentences."""
        return self._found(text, sentences.split(text, self.language))

    def read_whole(self, text: str) -> list[Mention]:
        """The mentions of a text that is one sentence, however long."""
        return self._found(text, [Span(0, len(text))])

    def names(self, text: str) -> list[str]:
        """The heads of the persons."""
        return [mention.head.text(text) for mention in self.read(text) if mention.kind == "person"]

    def _found(self, text: str, spans: Sequence[Span]) -> list[Mention]:
        parts = [Sentence(span=span, tokens=self.tokenize(text, span), paragraph=0) for span in spans]
        return self.find(parts, directory.load())


def assert_in_order_and_within(text: str, found: Sequence[Mention]) -> None:
    """Mentions lie within the text one behind the other, with sound scores and heads, in no chain yet."""
    for mention in found:
        assert mention.span.holds(mention.head), mention
        assert 0 <= mention.span.start < mention.span.stop <= len(text), mention
        assert 0 <= mention.score <= 1, mention
        assert mention.entity == -1, mention
    for one, other in pairwise(found):
        assert one.span.stop <= other.span.start, (one, other)
