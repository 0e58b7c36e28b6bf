"""Triggers that govern others: urge _ to withdraw is one REQUEST, not a RETREAT beside it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.events.triggers import Match
from dragoman.types import Clauses

# What the governed event makes of the governing one (PLOVER's modes of REQUEST, REJECT and THREATEN).
_YIELDING = ("RETREAT", "CONCEDE")
_NEAR = 12  # tokens behind the governing trigger within which the governed one says what is asked
_HELPING = ("AID", "SUPPORT", "COOPERATE", "AGREE")
_GOODWILL = frozenset({"AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})
_HURTING = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "SANCTION", "THREATEN"})
_MODES: dict[str, dict[str, str]] = {
    "REQUEST": {**dict.fromkeys(_YIELDING, "yield"), **dict.fromkeys(_HELPING, "assist"), "CONSULT": "meet"},
    "REJECT": {**dict.fromkeys(_YIELDING, "yield"), **dict.fromkeys(_HELPING, "assist"), "CONSULT": "meet"},
    "THREATEN": {
        "ASSAULT": "violence",
        "MOBILIZE": "violence",
        "SANCTION": "relations",
        "COERCE": "restrict",
    },
}


def resolve(clauses: Clauses, matches: Sequence[Match]) -> list[tuple[Match, str | None]]:
    """The matches to code, each with its mode; those inside another's scope are left out."""
    kept: list[tuple[Match, str | None]] = []
    covered: set[int] = set()
    for match in sorted(matches, key=lambda found: (found.head, -found.stop)):
        if match.head in covered:
            continue
        inside: list[Match] = []
        if match.trigger.rule.scope:
            inside = _inside(clauses, match, matches)
            covered.update(other.head for other in inside)
        kept.append((match, match.trigger.rule.mode or _mode(match, inside)))
    return kept


def hollow(clauses: Clauses, match: Match, matches: Sequence[Match]) -> bool:
    """A promise or a readiness to hurt is no AGREE; a rule that needs content asks for a deed of goodwill."""
    rule = match.trigger.rule
    if rule.type != "AGREE" or not rule.scope:
        return False
    inside = _inside(clauses, match, matches)
    types = {other.trigger.rule.type for other in inside}
    if any(other.trigger.rule.type in _HURTING and not other.trigger.noun for other in inside[:1]):
        return True
    return "content" in rule.needs and not types & _GOODWILL


def _inside(clauses: Clauses, match: Match, matches: Sequence[Match]) -> list[Match]:
    end = _end(clauses, match)
    return [other for other in matches if match.head < other.head < end]


def _mode(match: Match, inside: Sequence[Match]) -> str | None:
    table = _MODES.get(match.trigger.rule.type, {})
    kinds = (other.trigger.rule.type for other in inside if other.head < match.stop + _NEAR)
    return next((table[kind] for kind in kinds if kind in table), None)


def _end(clauses: Clauses, match: Match) -> int:
    """The token where the scope ends: the sentence's end, or a new clause with its own subject."""
    for at in range(clauses.at[match.stop - 1] + 1, len(clauses.chunks)):
        part = clauses.chunks[at]
        if part.kind == "." or clauses.tokens[part.head].text in ";؛":
            return part.start
        if part.kind == "C" and _new_clause(clauses, at):
            return part.start
        if part.kind == "," and (_goes_on(clauses, at) or _closes_speech(clauses, at)):
            return part.start
    return len(clauses.tokens)


def _closes_speech(clauses: Clauses, at: int) -> bool:
    """A comma beside a quotation mark ends what was said: “We want talks,” he said."""
    return any(part.kind == "Q" for part in clauses.chunks[max(0, at - 1) : at + 2])


def _new_clause(clauses: Clauses, at: int) -> bool:
    """After a coordinator: a finite verb, with or without a subject before it."""
    tail = clauses.chunks[at + 1 : at + 3]
    kinds = [part.kind for part in tail]
    verb = next((part for part in tail if part.kind == "VP"), None)
    if verb is None or clauses.tokens[verb.head].form in ("inf", "ger", "sub"):
        return False
    return kinds[0] == "VP" or kinds == ["NP", "VP"]


def _goes_on(clauses: Clauses, at: int) -> bool:
    """Whether a participle follows, or the verb of the clause around: …, stressing; Obama, …, condemned."""
    following = clauses.chunks[at + 1] if at + 1 < len(clauses.chunks) else None
    if following is None or following.kind != "VP":
        return False
    form = clauses.tokens[following.head].form
    return form == "ger" or (form in ("past", "fin") and not clauses.grammar.verb_first)
