"""Whom a sentence goes on to speak of without saying so, where verbs need no subject: وأضاف, ودعا إلى."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.documents.subjects import subject
from dragoman.documents.verbs import feminine, main_verb
from dragoman.types import Clauses, Document, Token

_REACH = 3  # sentences over which somebody stays the topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """The subject of a main verb: ``mentions`` are indices in the document, ``sentence`` where it stands."""

    mentions: tuple[int, ...]
    feminine: bool
    sentence: int


def before_each(document: Document) -> tuple[Topic | None, ...]:
    """For every sentence the topic that the ones before it leave; None where verbs need a subject."""
    found: list[Topic | None] = []
    last: Topic | None = None
    for number, clauses in enumerate(document.clauses):
        near = last is not None and number - last.sentence <= _REACH
        found.append(last if near else None)
        last = _after(document, clauses, number, last)
    return tuple(found)


def _after(document: Document, clauses: Clauses, number: int, last: Topic | None) -> Topic | None:
    """The topic behind a sentence: its main subject, or still the one before."""
    if not clauses.grammar.feminine_endings:
        return None
    verb = _first_main(clauses)
    if verb is None or _quoted(document, clauses.tokens[clauses.chunks[verb].head]):
        return last
    row = subject(clauses, verb)
    heads = [clauses.tokens[part.head].span for part in row]
    named = tuple(
        clauses.first + at
        for at, mention in enumerate(clauses.mentions)
        if mention.kind != "place" and any(mention.span.holds(head) for head in heads)
    )
    gender = feminine(clauses, clauses.chunks[verb].head)
    if named:
        return Topic(mentions=named, feminine=gender, sentence=number)
    if not row and last is not None and last.feminine == gender:
        return replace(last, sentence=number)
    return None if row and last is not None and last.feminine == gender else last


def _first_main(clauses: Clauses) -> int | None:
    """The first verb group that nothing governs."""
    for at, part in enumerate(clauses.chunks):
        if part.kind == "VP" and main_verb(clauses, at + 1) == at:
            return at
    return None


def _quoted(document: Document, token: Token) -> bool:
    return any(span.holds(token.span) for span in document.quotations)


def agrees(topic: Topic, clauses: Clauses, verb: int, *, many: bool) -> bool:
    """Whether the verb (a token) can have the topic as its subject, by gender and number."""
    token = clauses.tokens[verb]
    plural = token.norm.endswith(tuple(sorted(clauses.grammar.plural_endings))) and token.norm != token.lemma
    if plural != many:
        return False
    return plural or feminine(clauses, verb) == topic.feminine
