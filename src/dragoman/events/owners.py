"""Whose a thing is that is nobody itself: Trump's *decision*, Russian *aggression*, their *colleagues*."""

from __future__ import annotations

from typing import Literal

from dragoman.events.disowned import load
from dragoman.events.triggers import Match
from dragoman.types import Chunk, Clauses

Tie = Literal["pronoun", "owner", "modifier"]

SAID = frozenset({"ACCUSE", "SUPPORT", "REJECT"})  # what is said of a deed is said of its doer
_DONE = frozenset(
    {"ASSAULT", "COERCE", "PROTEST", "SANCTION"}
)  # what is done to a thing is done to its owner
_TAKEN = frozenset({"SANCTION", "COERCE", "AID"})  # what is kept back, or given, is the giver's
_FOR_OTHERS = frozenset({"REQUEST", "AID", "RETREAT", "CONCEDE"})  # about a thing, seldom towards its owner
_HYPHENS = frozenset("-\u2010\u2011\u2013/")
_TOWARDS = frozenset({"REQUEST", "CONSULT"})  # said to somebody, never to a thing


def owner(clauses: Clauses, part: Chunk, match: Match) -> int | None:
    """The mention inside ``part`` whose phrase it is, where the event concerns it; None otherwise.

    Args:
        clauses: the sentence.
        part: a noun phrase whose head is no mention.
        match: what happens to the thing that the phrase names.
    """
    if clauses.grammar.head_first:
        return part.mentions[0] if part.mentions else None
    number = part.mentions[-1]
    kind = match.trigger.rule.type
    tie = _tie(clauses, part, number)
    if kind in SAID and _is_victim(clauses, part, number):
        return None
    if tie == "modifier" and (_of_both(clauses, part, number) or frontier(clauses, part, match)):
        return None
    if _claims(clauses, part, match):
        return None
    attached = clauses.tokens[part.head].lemma in clauses.grammar.attached
    if kind == "REQUEST" and tie != "pronoun" and clauses.tokens[part.head].lemma in clauses.grammar.deeds:
        return number
    if _stands_for(clauses, part, tie, number):
        return number
    if tie == "modifier" and kind in _TAKEN and clauses.tokens[part.head].lemma in clauses.grammar.deeds:
        return None  # withheld American aid
    if tie == "pronoun":
        concerned = match.passive and not attached and kind in SAID | _DONE
    elif tie == "owner":
        concerned = not attached and kind not in _FOR_OTHERS
    else:
        concerned = _qualifies(clauses, number, kind, attached=attached)
    return number if concerned else None


def _is_victim(clauses: Clauses, part: Chunk, number: int) -> bool:
    """Whether the phrase tells what a person underwent, and so not who did it: condemned *his* murder."""
    if clauses.mentions[number].kind != "person" or not undergone(clauses, part):
        return False
    behind = clauses.chunks[clauses.at[part.start] + 1 :][:1]
    return not behind or clauses.tokens[behind[0].head].norm not in clauses.grammar.genitives


def _claims(clauses: Clauses, part: Chunk, match: Match) -> bool:
    """Whether what is looked into is what somebody says of others: investigated *the nurse's claim*."""
    claims = load(clauses.grammar.language).reports
    return match.trigger.rule.mode == "investigate" and clauses.tokens[part.head].lemma in claims


def undergone(clauses: Clauses, part: Chunk) -> bool:
    """Whether the phrase names a deed whose genitive is whom it hit: the killing *of an envoy*."""
    head = clauses.tokens[part.head]
    return not clauses.grammar.head_first and not clauses.grammar.undergone.isdisjoint(
        (head.lemma, head.norm)
    )


def frontier(clauses: Clauses, part: Chunk, match: Match) -> bool:
    """Whether men are only sent to a border, which is no move against whoever lives beyond it.

    Troops went to the *Mexican border*; but they massed there.
    """
    border = clauses.tokens[part.head].lemma in clauses.grammar.frontiers
    massed = clauses.tokens[match.head].lemma in clauses.grammar.massing
    return match.trigger.rule.type == "MOBILIZE" and border and not massed


def _of_both(clauses: Clauses, part: Chunk, number: int) -> bool:
    """Whether a hyphen ties the mention to another: what is between two is no side: *US-Iran* relations."""
    start = clauses.mentions[number].span.start
    ends = {clauses.mentions[other].span.stop for other in part.mentions}
    inside = clauses.tokens[part.start : part.stop]
    return any(
        token.text in _HYPHENS and token.span.stop == start and token.span.start in ends for token in inside
    )


def _tie(clauses: Clauses, part: Chunk, number: int) -> Tie:
    """How a mention stands before the head: his decision, Iran's decision, the Iran decision."""
    span = clauses.mentions[number].span
    for at in range(part.start, part.stop):
        token = clauses.tokens[at]
        if token.span.stop == span.stop and token.tag == "PRON":
            return "pronoun"
        if token.span.start >= span.stop:
            return "owner" if token.norm in clauses.grammar.possessives else "modifier"
    return "modifier"


def possessor(clauses: Clauses, part: Chunk) -> list[int]:
    """The person or state whose thing a phrase names, be it a pronoun: *Iran's* reply, *his* visit."""
    attached = clauses.tokens[part.head].lemma in clauses.grammar.attached
    last = list(part.mentions[-1:])
    return last if last and not attached and _tie(clauses, part, last[0]) != "modifier" else []


def _stands_for(clauses: Clauses, part: Chunk, tie: Tie, number: int) -> bool:
    """Whether the head is a part of the body before it: FBI *leadership*, Mueller's *office*."""
    member = clauses.tokens[part.head].lemma in clauses.grammar.members
    return member and tie != "pronoun" and (tie == "owner" or clauses.mentions[number].kind != "person")


def opening(clauses: Clauses, part: Chunk) -> list[int]:
    """The mention that is the subject of a bare verb taken for a noun, if any: that Russia *keep* calm."""
    here = clauses.at[part.start]
    if clauses.grammar.head_first or not here or clauses.chunks[here - 1].kind != "S":
        return []
    start = part.start + (clauses.tokens[part.start].tag == "DET")
    first = [token.span.start for token in clauses.tokens[start:][:1]]
    return [number for number in part.mentions[-1:] if clauses.mentions[number].span.start in first]


def _qualifies(clauses: Clauses, number: int, kind: str, *, attached: bool) -> bool:
    """Whether a name before the noun says who is concerned: Iraqi bases, but not Trump critics."""
    if clauses.mentions[number].kind == "person":
        return kind in SAID and not attached
    if clauses.mentions[number].kind == "country":
        return kind not in _TOWARDS
    return kind in SAID | _DONE and not attached


def whole(clauses: Clauses, part: Chunk, match: Match) -> bool:
    """Whether what "of" ties to ``part`` may be meant by it: the plans *of Iran*, not critics *of Iran*."""
    attached = clauses.tokens[part.head].lemma in clauses.grammar.attached
    kind = match.trigger.rule.type
    hit = kind in SAID and undergone(clauses, part)
    return clauses.grammar.head_first or not (attached or hit or kind in _TOWARDS)
