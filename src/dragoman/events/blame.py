"""Who is blamed for what a relative clause says was done: the remarks *that the minister made*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.documents.rows import row_right
from dragoman.documents.verbs import suffixed
from dragoman.events import codebook as codebooks
from dragoman.events.drafts import Draft
from dragoman.events.fillers import Filler, filler_of
from dragoman.events.triggers import Match
from dragoman.types import Clauses, Participant

_FORCE = frozenset({"ASSAULT", "COERCE"})
_REACH = 9  # chunks between the words of blame and the relative


def blamed(type: str, found: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Nobody blames a place: who condemned the Basra bombing did not condemn Basra."""
    return tuple(side for side in found if type != "ACCUSE" or side.mention.kind != "place")


def without_victims(draft: Draft, matches: Sequence[Match]) -> Draft:
    """The draft without those whom the condemned deed hit: who condemns the raid *on Chad* blames others."""
    if draft.type != "ACCUSE" or draft.clauses.grammar.verb_first:
        return draft
    kept = tuple(side for side in draft.recipients if not _hit(draft, side, matches))
    return replace(draft, recipients=kept) if len(kept) < len(draft.recipients) else draft


def _hit(draft: Draft, side: Participant, matches: Sequence[Match]) -> bool:
    """Whether a noun of force stands before the side, and no word for a doer between them."""
    tokens, start = draft.clauses.tokens, side.mention.span.start
    for deed in _deeds(draft, matches):
        behind = [one for one in tokens[deed + 1 :] if one.span.stop <= start]
        if behind and len(behind) < _REACH and tokens[deed].span.stop <= start:
            return draft.clauses.grammar.agent_prepositions.isdisjoint(one.norm for one in behind)
    return False


def _deeds(draft: Draft, matches: Sequence[Match]) -> Iterator[int]:
    """Where nouns of force stand: in the words of blame themselves (condemn the *raid*), and behind them."""
    last = draft.match.tokens[-1]
    if last > draft.match.head and _of_force(draft.clauses, last):
        yield last
    for match in matches:
        if match.trigger.noun and match.trigger.rule.type in _FORCE and match.head > draft.match.head:
            yield match.stop - 1


def _of_force(clauses: Clauses, at: int) -> bool:
    """Whether the codebook has the token as a noun of force."""
    known = codebooks.load(clauses.grammar.language).index.get(clauses.tokens[at].lemma, ())
    return any(trigger.noun and trigger.rule.type in _FORCE for trigger in known)


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
