"""Whom it is done to where the phrase itself does not say: them, those who were killed, who was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.documents.pronouns import reference
from dragoman.documents.rows import row_right, tied_left
from dragoman.documents.subjects import subject
from dragoman.documents.verbs import infinitival
from dragoman.documents.walks import finite
from dragoman.events.fillers import Filler, filler_of
from dragoman.events.objects import undergoes
from dragoman.events.triggers import Match, is_passive
from dragoman.types import Chunk, Clauses, Participant

_REACH = 8  # chunks behind the trigger within which the victims stand


def victims(clauses: Clauses, match: Match, taken: Sequence[int]) -> Filler | None:
    """Who was killed or hit, told behind the deed or before it: an attack *that killed ten*."""
    if match.trigger.rule.type != "ASSAULT" or clauses.grammar.verb_first:
        return None
    start = clauses.at[match.stop - 1]
    for at in range(start + 1, min(len(clauses.chunks) - 1, start + _REACH)):
        part = clauses.chunks[at]
        if part.kind in ("S", "."):
            break
        if part.kind == "VP" and _tells(clauses, match, at):
            return _others(filler_of(clauses, _counted(clauses, at + 1), of=match), taken)
        if part.kind == "VP" and finite(clauses, part):
            break
    return _hit_before(clauses, match, taken)


def _hit_before(clauses: Clauses, match: Match, taken: Sequence[int]) -> Filler | None:
    """Who is told before the deed to have died of it: *ten* were killed in a raid, when rebels attacked."""
    link = _link(clauses, match)
    if match.trigger.rule.reciprocal or link < 1:
        return None
    at = link - 1
    while at > 0 and (clauses.chunks[at].kind in ("NP", "P") and at > link - _REACH):
        at -= 1
    part = clauses.chunks[at]
    if part.kind != "VP" or clauses.tokens[part.stop].norm in clauses.grammar.agent_prepositions:
        return None
    verb = clauses.tokens[part.head]
    struck = verb.lemma in clauses.grammar.harming and is_passive(clauses, part.head)
    denied = any(one.norm in clauses.grammar.negations for one in clauses.tokens[part.start : part.head])
    if denied or not (struck or verb.lemma in clauses.grammar.suffering):
        return None
    return _others(filler_of(clauses, subject(clauses, at), of=match), taken)


def _others(found: Filler | None, taken: Sequence[int]) -> Filler | None:
    """Who of a slot is not taken; None where nobody is left."""
    left = tuple(number for number in found.mentions if number not in taken) if found else ()
    return replace(found, mentions=left) if found and left else None


def _link(clauses: Clauses, match: Match) -> int:
    """The chunk of what leads to the deed from those who died: *in* a raid, *when* rebels attacked; or -1."""
    at = clauses.at[match.tokens[0]] - 1
    if not match.trigger.noun:
        row = subject(clauses, clauses.at[match.head]) if not match.passive else []
        at = clauses.at[row[0].start] - 1 if row else -1
    kind = "P" if match.trigger.noun else "S"
    leads = at > 0 and clauses.chunks[at].kind == kind
    return at if leads and clauses.tokens[clauses.chunks[at].head].norm in clauses.grammar.amid else -1


def _tells(clauses: Clauses, match: Match, at: int) -> bool:
    """Whether the verb at ``at`` tells what the deed did: a relative's, a participle, or the noun's own."""
    part = clauses.chunks[at]
    head = clauses.tokens[part.head]
    if head.lemma not in clauses.grammar.harming or clauses.chunks[at + 1].kind != "NP":
        return False
    if head.form == "ger" or clauses.chunks[at - 1].kind == "W":
        return True
    deed = clauses.at[match.head]
    return match.trigger.noun and any(clauses.at[row.start] == deed for row in subject(clauses, at))


def _counted(clauses: Clauses, at: int) -> list[Chunk]:
    """The phrase at ``at`` with what is coordinated; over "more than", which only says how many."""
    tail = clauses.chunks[at : at + 3]
    than = [part.kind for part in tail] == ["NP", "P", "NP"] and not tail[0].mentions
    if than and clauses.tokens[tail[1].head].norm in clauses.grammar.comparing:
        at += 2
    return row_right(clauses, at)


def together(clauses: Clauses, filler: Filler | None, taken: Sequence[int]) -> Filler | None:
    """Those named in a row before "them", none of whom acts: blamed *X and Y*, calling them."""
    if filler is None or clauses.grammar.verb_first or not _is(clauses, filler, "plural"):
        return None
    start = clauses.mentions[filler.mentions[0]].span.start
    before = [at for at, part in enumerate(clauses.chunks) if clauses.tokens[part.start].span.start < start]
    for at in reversed(before):
        row = tied_left(clauses, at)
        found = filler_of(clauses, row) if len(row) > 1 else None
        if found and len(found.mentions) == len(row) and not set(found.mentions) & set(taken):
            return found
    return None


def unknown(clauses: Clauses, match: Match, filler: Filler | None, met: Sequence[Participant]) -> bool:
    """Whether somebody is meant whom the report does not let us know: him, us; asked *the makers* to stop."""
    if met or clauses.grammar.verb_first:
        return False
    if filler is None:
        return _asked(clauses, match)
    pronouns = all(clauses.mentions[number].kind == "pronoun" for number in filler.mentions)
    return filler.direct and pronouns and not _is(clauses, filler, "neuter")


def _is(clauses: Clauses, filler: Filler, role: str) -> bool:
    """Whether the filler is one pronoun of this role."""
    mentions = [clauses.mentions[number] for number in filler.mentions]
    if len(mentions) != 1 or mentions[0].kind != "pronoun":
        return False
    words = [token.norm for token in clauses.tokens if mentions[0].span.holds(token.span)]
    return reference(clauses.grammar.language).owner(words) == role


def _asked(clauses: Clauses, match: Match) -> bool:
    """Whether a phrase that is nobody known stands before an infinitive of what it is asked to do."""
    if match.trigger.rule.type != "REQUEST" or match.trigger.noun:
        return False
    if match.passive:
        return bool(subject(clauses, clauses.at[match.head]))
    if match.gap is not None:
        held = clauses.chunks[clauses.at[match.gap]]
        return (
            clauses.tokens[match.stop - 1].norm in clauses.grammar.infinitives
            and held.kind == "NP"
            and not held.mentions
        )
    at = clauses.at[match.stop - 1] + 1
    at += clauses.chunks[at : at + 1] != () and clauses.chunks[at].kind == "P"
    tail = clauses.chunks[at : at + 2]
    to = [part.kind for part in tail] == ["NP", "VP"] and infinitival(clauses, tail[1])
    return to and tail[0].start >= match.stop and not undergoes(clauses, tail[1])
