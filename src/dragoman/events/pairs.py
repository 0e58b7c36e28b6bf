"""Whom "the two sides" means: those who talked with each other just before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import msgspec

from dragoman.documents.subjects import subject
from dragoman.events.drafts import Draft
from dragoman.events.triggers import Match
from dragoman.resources import language_file, read_yaml
from dragoman.types import Chunk, Clauses, Mention, Participant, Span

Pair = tuple[Participant, ...]
_LIKELY = 0.85  # that they are meant
_PERSONS = frozenset({"person", "pronoun"})


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/languages/<iso>/pairs.yml``, which says what each list is for."""

    people: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    numerals: frozenset[str] = frozenset()


@cache
def load(language: str) -> Words:
    """The words of a language; none where it has no such file.

    Raises:
        ResourceError: the file is broken.
    """
    path = language_file(language, "pairs.yml")
    return read_yaml(path, Words) if path.is_file() else Words()


def talking(drafts: Iterable[Draft]) -> Pair:
    """The two of different countries who met, by the last of the drafts that tells of two; else nobody."""
    pair: Pair = ()
    for draft in drafts:
        both = (*draft.actors, *draft.recipients)
        told = draft.type == "CONSULT" and draft.match.trigger.rule.reciprocal
        if told and not (draft.modality.negation or draft.modality.hypothetical):
            pair = both if len(both) == 2 and _apart(both) else ()
    return pair


def _apart(both: Pair) -> bool:
    countries = {side.country for side in both}
    return len(countries) == 2 and None not in countries


def meant(clauses: Clauses, match: Match, pair: Pair) -> Pair:
    """The pair, where the subject of the match is "the two ministers", "both sides", الجانبان; else nobody.

    Args:
        clauses: the sentence.
        match: what is done.
        pair: who talked with each other before.
    """
    if not pair or match.trigger.noun or match.passive or "subject" not in match.trigger.rule.actor:
        return ()
    row = subject(clauses, clauses.at[match.head])
    if len(row) != 1 or not _stands_for(clauses, row[0], pair):
        return ()
    span = Span(clauses.tokens[row[0].start].span.start, clauses.tokens[row[0].stop - 1].span.stop)
    return tuple(_as(side, span) for side in pair)


def _stands_for(clauses: Clauses, part: Chunk, pair: Pair) -> bool:
    """Whether the phrase can stand for the two: two persons are no countries."""
    words = load(clauses.grammar.language)
    inside = {token.norm for token in clauses.tokens[part.start : part.stop]}
    if words.numerals and not inside & words.numerals:
        return False
    head = clauses.tokens[part.head]
    nouns = {head.norm, head.lemma}
    kinds = {side.mention.kind for side in pair}
    if nouns & words.people:
        return kinds <= _PERSONS
    return bool(nouns & words.sides) or (bool(nouns & words.states) and kinds == {"country"})


def _as(side: Participant, span: Span) -> Participant:
    mention = Mention(span=span, head=span, kind="pronoun", entity=side.mention.entity, plural=True)
    return replace(side, mention=mention, score=round(side.score * _LIKELY, 3))
