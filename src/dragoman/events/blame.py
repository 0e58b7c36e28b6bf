"""Who is blamed for what a relative clause says was done: the remarks *that the minister made*."""

from __future__ import annotations

from dragoman.documents.rows import row_right
from dragoman.documents.verbs import suffixed
from dragoman.events.fillers import Filler, filler_of
from dragoman.events.triggers import Match
from dragoman.types import Clauses, Participant

_REACH = 9  # chunks between the words of blame and the relative


def blamed(type: str, found: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Nobody blames a place: who condemned the Basra bombing did not condemn Basra."""
    return tuple(side for side in found if type != "ACCUSE" or side.mention.kind != "place")


def doer(clauses: Clauses, match: Match, taken: tuple[int, ...]) -> Filler | None:
    """The subject of the relative clause behind an ACCUSE that names nobody: أدان الهجوم الذي شنته *إسرائيل*.

    Where verbs come first a pronoun for the deed, on the verb or behind it, tells that the phrase after it is
    the subject. A preposition of origin does too: التصريحات التي صدرت عن *الوزير*.
    """
    if match.trigger.rule.type != "ACCUSE" or not clauses.grammar.verb_first:
        return None
    relative = _relative(clauses, clauses.at[match.stop - 1])
    if relative is None:
        return None
    at = _behind_deed(clauses, relative + 1)
    found = filler_of(clauses, row_right(clauses, at)) if at is not None else None
    left = tuple(number for number in found.mentions if number not in taken) if found else ()
    return Filler(mentions=left, direct=True) if left else None


def _relative(clauses: Clauses, start: int) -> int | None:
    """The relative with a verb right behind it, before another clause begins."""
    for at in range(start + 1, min(len(clauses.chunks) - 2, start + _REACH)):
        kind = clauses.chunks[at].kind
        if kind == "W":
            return at if clauses.chunks[at + 1].kind == "VP" else None
        if kind in ("VP", "S", "."):
            return None
    return None


def _behind_deed(clauses: Clauses, verb: int) -> int | None:
    """The chunk of who did it, behind the verb of the relative."""
    tail = clauses.chunks[verb + 1 : verb + 4]
    kinds = [part.kind for part in tail]
    if kinds[:2] == ["NP", "NP"] and suffixed(clauses, verb + 1):
        return verb + 2
    if kinds[:2] == ["P", "NP"]:
        word = clauses.tokens[tail[0].head].norm
        if word in clauses.grammar.origins:
            return verb + 2
        if kinds[2:] == ["NP"] and clauses.tokens[tail[1].start].tag == "PRON":
            return verb + 3
    return None
