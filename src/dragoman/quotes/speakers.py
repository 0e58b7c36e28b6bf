"""Whether words that no directory knows are somebody who can speak: an aide, the agency, never the day."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

import msgspec

from dragoman.resources import language_file, read_yaml
from dragoman.types import Chunk, Clauses, Document, Span, Token


class Nouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of speakers.yml. Lemmas, folded; an empty list where the language has none."""

    people: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    writings: frozenset[str] = frozenset()
    minds: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    apart: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    trailing: frozenset[str] = frozenset()
    shares: frozenset[str] = frozenset()

    def somebody(self, token: Token, verb: str) -> bool:
        """Whether the noun means people, a body, or a text that can do what the verb of speech says."""
        for word in (token.lemma, token.norm):
            if (
                word in self.people
                or word in self.bodies
                or (word in self.writings and verb not in self.minds)
            ):
                return True
            last = word.rsplit("-", 1)[-1]
            if word not in self.apart and (last in self.people or last.endswith(self.endings)):
                return True
        return False


@cache
def nouns(language: str) -> Nouns:
    """The nouns of ``language`` (ISO 639-1).

    Raises:
        ResourceError: the file is missing or broken.
    """
    return read_yaml(language_file(language, "speakers.yml"), Nouns)


def somebody(clauses: Clauses, part: Chunk, verb: str, proper: Collection[str]) -> Span | None:
    """The words of a noun phrase that can be the subject of a verb of speech (a lemma), without its article.

    Args:
        clauses: the sentence.
        part: a noun phrase of it whose head is no mention.
        verb: the lemma of the verb of speech.
        proper: words that the report has as names inside its sentences.
    """
    known = nouns(clauses.grammar.language)
    stop = part.stop
    while stop - part.start > 1 and clauses.tokens[stop - 1].norm in known.trailing:
        stop -= 1
    head = clauses.tokens[min(part.head, stop - 1)]
    if part.head in clauses.timely or _placed(clauses, head):
        return None
    if not (known.somebody(head, verb) or _named(clauses, head, known, proper)):
        return None
    tokens = clauses.tokens[part.start : stop]
    kept = tokens[1:] if tokens[0].tag == "DET" and len(tokens) > 1 else tokens
    return Span(kept[0].span.start, kept[-1].span.stop)


def named(document: Document) -> frozenset[str]:
    """Words that are names inside the sentences of a report, where a capital letter tells."""
    inner = (token for sentence in document.sentences for token in sentence.tokens[1:])
    return frozenset(token.text for token in inner if token.tag == "PROPN")


def _named(clauses: Clauses, head: Token, known: Nouns, proper: Collection[str]) -> bool:
    """Whether it is a name, not of a day or a treaty; a sentence's first word, if it is one elsewhere."""
    if head.lemma in known.things or head.norm in known.things or not head.text[:1].isupper():
        return False
    return head.text in proper or (head.tag == "PROPN" and head is not clauses.tokens[0])


def _placed(clauses: Clauses, head: Token) -> bool:
    return any(mention.kind == "place" and mention.span.holds(head.span) for mention in clauses.mentions)


def shared(clauses: Clauses, row: list[Chunk]) -> list[Chunk]:
    """Those who are counted, where a number of them is what speaks: 54 percent of *voters* said."""
    if len(row) != 1 or clauses.tokens[row[0].head].lemma not in nouns(clauses.grammar.language).shares:
        return row
    at = clauses.at[row[0].start]
    behind = clauses.chunks[at + 1 : at + 3]
    if [part.kind for part in behind] != ["P", "NP"]:
        return row
    return [behind[1]] if clauses.tokens[behind[0].head].norm in clauses.grammar.genitives else row
