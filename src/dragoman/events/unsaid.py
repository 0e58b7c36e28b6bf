"""Who does it where the sentence does not say: "we" in the verb alone, and verbs without a subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.documents.subjects import subject
from dragoman.documents.topics import Topic, agrees
from dragoman.documents.verbs import first_person, main_verb
from dragoman.events.triggers import Match
from dragoman.types import Clauses, Mention, Participant, Quote, Token

_SURE = 0.9  # a speaker's "we"
_LIKELY = 0.85  # whom the sentence before spoke of


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the report tells beyond a sentence: participants, quotes, the topic so far, who just talked."""

    participants: Sequence[Participant]
    quotes: Sequence[Quote]
    topic: Topic | None
    pair: tuple[Participant, ...] = ()


def actors(clauses: Clauses, match: Match, known: Known) -> tuple[Participant, ...]:
    """Who acts in ``match`` though no phrase says so; nothing where a subject stands or none is known."""
    rule = match.trigger.rule
    if match.trigger.noun or match.passive or "subject" not in rule.actor:
        return ()
    token = clauses.tokens[match.head]
    if first_person(clauses, match.head):
        return _speaker(token, known.quotes)
    row = subject(clauses, clauses.at[match.head])
    own = bool(row) and row[0].head in match.tokens
    return carried(clauses, match, known) if own or not row else ()


def carried(clauses: Clauses, match: Match, known: Known) -> tuple[Participant, ...]:
    """The topic, if the match's verb is a main verb that agrees with it."""
    here = clauses.at[match.head]
    leaning = clauses.grammar.verb_first and clauses.tokens[match.head].form == "ger"
    verb = main_verb(clauses, here) if leaning else here
    if known.topic is None or verb is None or main_verb(clauses, verb + 1) != verb:
        return ()
    found = [known.participants[number] for number in known.topic.mentions]
    many = len(found) > 1 or found[0].mention.plural
    if not agrees(known.topic, clauses, clauses.chunks[verb].head, many=many):
        return ()
    return tuple(replace(side, score=round(side.score * _LIKELY, 3)) for side in found)


def _speaker(token: Token, quotes: Sequence[Quote]) -> tuple[Participant, ...]:
    """The one who says "we want"; the verb stands for the pronoun."""
    for quote in quotes:
        if quote.speaker and quote.content.holds(token.span):
            mention = Mention(
                span=token.span,
                head=token.span,
                kind="pronoun",
                entity=quote.speaker.mention.entity,
                plural=True,
            )
            return (replace(quote.speaker, mention=mention, score=round(quote.speaker.score * _SURE, 3)),)
    return ()
