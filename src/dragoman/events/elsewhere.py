"""Recipients whom the sentence names elsewhere than beside the trigger: talks with X, whether X and if Y."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.documents.rows import row_right
from dragoman.documents.subjects import subject
from dragoman.documents.walks import finite
from dragoman.events.fillers import Filler, filler_of
from dragoman.events.triggers import Match
from dragoman.types import Chunk, Clauses

_REACH = 14  # chunks that a walk may cross
Walk = Callable[[Clauses, Match], list[Chunk]]


def elsewhere(clauses: Clauses, match: Match, found: Filler | None, taken: tuple[int, ...]) -> Filler | None:
    """``found`` with those whom the sentence names elsewhere, or they alone where it is nobody himself."""
    if clauses.grammar.verb_first:
        return found
    alone = found is None or not found.direct
    for walk in _INSTEAD if alone else _TOO:
        met = filler_of(clauses, walk(clauses, match))
        left = tuple(number for number in met.mentions if number not in taken) if met else ()
        if left:
            before = () if alone or found is None else found.mentions
            return Filler(mentions=tuple(dict.fromkeys((*before, *left))), direct=True)
    return found


def _led(clauses: Clauses, verb: int, words: frozenset[str]) -> list[Chunk]:
    """The phrase that follows a verb at once or behind one of ``words``: met X, spoke *to X*."""
    tail = clauses.chunks[verb + 1 : verb + 3]
    at = verb + 1
    if [part.kind for part in tail] == ["P", "NP"] and clauses.tokens[tail[0].head].norm in words:
        at += 1
    opens = at < len(clauses.chunks) and clauses.chunks[at].kind == "NP"
    return row_right(clauses, at, governed=True) if opens else []


def _spoken_to(clauses: Clauses, match: Match) -> list[Chunk]:
    """Who was spoken to where somebody offers him something: *phoned the king*, offering condolences."""
    here = clauses.at[match.head]
    gives = clauses.tokens[match.head].form == "ger" and clauses.chunks[here - 1].kind == ","
    if not here or not gives or match.trigger.rule.type != "SUPPORT":
        return []
    if clauses.tokens[match.head].lemma not in clauses.grammar.light_verbs:
        return []
    for at in range(here - 2, max(-1, here - _REACH), -1):
        if clauses.chunks[at].kind == "VP" and finite(clauses, clauses.chunks[at]):
            row = _led(clauses, at, clauses.grammar.partners)
            numbers = [number for part in row for number in part.mentions]
            return row if any(clauses.mentions[number].kind == "person" for number in numbers) else []
    return []


def _at_the_talks(clauses: Clauses, match: Match) -> list[Chunk]:
    """With whom "the talks" are that somebody joins: diplomacy *with Iran* led him to join the talks."""
    noun = clauses.tokens[match.stop - 1]
    again = clauses.tokens[match.stop - 2].norm in clauses.grammar.anaphoric
    if match.trigger.rule.type != "CONSULT" or not again or noun.lemma not in clauses.grammar.shared:
        return []
    if any(token.norm in clauses.grammar.companions for token in clauses.tokens[match.stop :][:1]):
        return []
    for at in range(clauses.at[match.head] - 1, 1, -1):
        link, of = clauses.chunks[at - 1], clauses.chunks[at - 2]
        named = clauses.chunks[at].kind == "NP" and link.kind == "P" and of.kind == "NP"
        if named and clauses.tokens[link.head].norm in clauses.grammar.companions:
            if clauses.tokens[of.head].lemma in clauses.grammar.shared:
                return row_right(clauses, at, governed=True)
    return []


def _who_did_it(clauses: Clauses, match: Match) -> list[Chunk]:
    """Who did or refuses what others call for: *the mayor* refuses to resign, as voters have called for."""
    here = clauses.at[match.stop - 1]
    asks = match.trigger.rule.type == "REQUEST" and not match.trigger.noun and not match.passive
    closed = clauses.chunks[here + 1 : here + 2]
    if not asks or clauses.chunks[here].kind != "P" or (closed and closed[0].kind not in (",", ".")):
        return []
    row = subject(clauses, clauses.at[match.head])
    opener = clauses.at[row[0].start] - 1 if row else -1
    if opener < 1 or clauses.tokens[clauses.chunks[opener].head].norm not in clauses.grammar.roles:
        return []
    verbs = (at for at in range(opener) if clauses.chunks[at].kind == "VP")
    main = next((at for at in verbs if finite(clauses, clauses.chunks[at])), None)
    return subject(clauses, main) if main is not None else []


def _also_asked_about(clauses: Clauses, match: Match) -> list[Chunk]:
    """Who else is looked into: whether Iran lied, as well as *whether Syria* did."""
    rule = match.trigger.rule
    if rule.type != "ACCUSE" or rule.mode != "investigate" or match.trigger.noun:
        return []
    found: list[Chunk] = []
    for at in range(clauses.at[match.stop - 1] + 1, len(clauses.chunks) - 1):
        part, told = clauses.chunks[at], clauses.chunks[at + 1]
        asks = part.kind == "S" and clauses.tokens[part.head].norm in clauses.grammar.conditionals
        if asks and told.kind == "NP" and _tied(clauses, part.start):
            found.extend(row_right(clauses, at + 1, governed=True))
    return found


def _tied(clauses: Clauses, start: int) -> bool:
    """Whether "and" or "as well as" stands before the token."""
    before = clauses.tokens[max(0, start - 3) : start]
    joined = " ".join(token.norm for token in before) in clauses.grammar.together
    return joined or (bool(before) and before[-1].norm in clauses.grammar.coordinators)


def _to_be_met(clauses: Clauses, match: Match) -> list[Chunk]:
    """Whom somebody was to meet on a journey that is called off: a trip to Oslo, where he was to *meet X*."""
    rule = match.trigger.rule
    if rule.type != "REJECT" or rule.mode != "meet" or match.trigger.noun:
        return []
    here = clauses.at[match.stop - 1]
    for at in range(here + 1, min(len(clauses.chunks), here + _REACH)):
        part = clauses.chunks[at]
        if part.kind == "VP" and clauses.tokens[part.head].lemma in clauses.grammar.meeting:
            to_come = clauses.tokens[part.head].form == "inf"
            return _led(clauses, at, clauses.grammar.companions) if to_come else []
        if part.kind in (".", "C") or (part.kind == "VP" and not _expected(clauses, part)):
            return []
    return []


def _expected(clauses: Clauses, part: Chunk) -> bool:
    """Whether a verb only says that something was to come: *was due* to meet."""
    return clauses.tokens[part.head].lemma in clauses.grammar.future_verbs | clauses.grammar.being


_INSTEAD: tuple[Walk, ...] = (_spoken_to, _at_the_talks, _who_did_it, _to_be_met)
_TOO: tuple[Walk, ...] = (_also_asked_about, _to_be_met, _at_the_talks)
