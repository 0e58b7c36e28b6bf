"""What a walk to a preposition does not cross: another such noun, or a comma and "with"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.documents.subjects import subject
from dragoman.documents.verbs import infinitival
from dragoman.events.enacted import own_verb
from dragoman.events.owners import SAID, undergone
from dragoman.events.triggers import Match
from dragoman.types import Clauses


def within(clauses: Clauses, match: Match, start: int, stop: int, preposition: str) -> Iterator[int]:
    """The chunks from ``start`` to ``stop`` among which the trigger may have its ``preposition``.

    A second summit has partners of its own: the NATO summit and the one *with Putin*. Behind a comma "with"
    tells what else was so: agreed to vote, *with many Republicans in favour*. What the noun's own verb tells
    belongs to it: غارات نفذتها فرنسا *على* المدينة.
    """
    own = own_verb(clauses, match) if match.trigger.noun else None
    for at in range(start, stop):
        if own is not None and start < at <= own:
            continue
        if at > start and not clauses.grammar.verb_first and _beyond(clauses, match, at, preposition):
            return
        if own is not None and at > own and _before_that(clauses, at, preposition):
            return
        yield at


def _beyond(clauses: Clauses, match: Match, at: int, preposition: str) -> bool:
    part = clauses.chunks[at]
    head = clauses.tokens[part.head]
    if part.kind == "NP":
        return match.trigger.noun and head.lemma == clauses.tokens[match.head].lemma
    again = head.norm == preposition and preposition in clauses.grammar.companions
    return part.kind == "P" and again and clauses.chunks[at - 1].kind == ","


def _before_that(clauses: Clauses, at: int, preposition: str) -> bool:
    """Whether the phrase at ``at`` tells what had been before, and what follows belongs to that."""
    word = clauses.tokens[clauses.chunks[at].head].norm
    return word in clauses.grammar.after and word != preposition and at not in clauses.timely


def leads(clauses: Clauses, match: Match) -> bool:
    """Whether a noun opens its clause, so that the verb behind is its own: talks with X and Y *began*."""
    if not match.trigger.noun or clauses.grammar.verb_first:
        return False
    for part in reversed(clauses.chunks[: clauses.at[match.tokens[0]]]):
        if part.kind in ("VP", "P"):
            return False
        if part.kind in ("S", ".", "Q", ","):
            return True
    return True


def stops(clauses: Clauses, match: Match, at: int, preposition: str) -> bool:
    """Whether the chunk at ``at`` ends the walk to ``preposition``; a rule with a scope goes on further."""
    if _came_about(clauses, match, at, preposition):
        return False
    return _closes(clauses, at, through=match.trigger.rule.scope) or _another(clauses, match, at)


def _another(clauses: Clauses, match: Match, at: int) -> bool:
    """Whether the same noun comes again: talks in Rome and *talks* with Egypt."""
    head = clauses.tokens[clauses.chunks[at].head]
    again = match.trigger.noun and head.lemma == clauses.tokens[match.head].lemma
    return again and clauses.chunks[at].kind == "NP" and clauses.chunks[at - 1].kind == "C"


def _closes(clauses: Clauses, at: int, *, through: bool) -> bool:
    """Whether the chunk ends the clause: a relative, a finite verb, a comma before neither phrase."""
    part = clauses.chunks[at]
    if part.kind == "VP":
        governed = infinitival(clauses, part) or clauses.tokens[part.head].form == "ger"
        return not (through and governed)
    if part.kind in ("S", "W", "."):
        return True
    return part.kind == "," and clauses.chunks[at + 1].kind not in ("P", "NP")


def _came_about(clauses: Clauses, match: Match, at: int, preposition: str) -> bool:
    """Whether the verb at ``at`` only says that it came about: clashes *broke out* between X and Y."""
    part, grammar = clauses.chunks[at], clauses.grammar
    if grammar.verb_first or not match.trigger.noun or part.kind != "VP":
        return False
    if clauses.tokens[part.head].lemma not in grammar.happening:
        return False
    deed = clauses.at[match.head]
    tied = preposition in grammar.pairing | grammar.opponents
    return tied and any(clauses.at[row.start] == deed for row in subject(clauses, at))


def _demanded(clauses: Clauses, match: Match, at: int) -> bool:
    """Whether the phrase at ``at`` belongs to what is asked for: sanctions *on Iran*, release *of a man*."""
    grammar = clauses.grammar
    head = clauses.tokens[clauses.chunks[at - 1].head]
    word = clauses.tokens[clauses.chunks[at].head]
    if grammar.head_first or head.lemma in grammar.askings or clauses.chunks[at].start in match.tokens:
        return False
    if word.norm in grammar.genitives:
        return not grammar.spared.isdisjoint((head.lemma, head.norm))
    return word.norm in grammar.aiming or (word.norm in grammar.receiving and head.lemma in grammar.deeds)


def apart(clauses: Clauses, match: Match, at: int) -> bool:
    """Whether the genitive at ``at`` names no side: a critic *of Putin*, condemned the killing *of a man*."""
    before = clauses.chunks[at - 1]
    if match.trigger.rule.type == "REQUEST" and before.kind == "NP" and _demanded(clauses, match, at):
        return True
    genitive = clauses.tokens[clauses.chunks[at].head].norm in clauses.grammar.genitives
    if clauses.grammar.head_first or not genitive or before.kind != "NP":
        return False
    if match.trigger.noun:
        own = clauses.at[match.stop - 1] == at - 1
        return match.trigger.rule.type in SAID and not own and undergone(clauses, before)
    attached = clauses.tokens[before.head].lemma in clauses.grammar.attached
    where = clauses.tokens[before.head].norm in clauses.grammar.compass
    return attached or where or (match.trigger.rule.type in SAID and undergone(clauses, before))
