"""What tells the sides of a trigger only where verbs come first."""

from __future__ import annotations

from dragoman.documents.rows import antecedent
from dragoman.documents.verbs import suffixed
from dragoman.events.fillers import Filler, genitive
from dragoman.events.triggers import Match
from dragoman.types import Chunk, Clauses

_REACH = 14  # chunks that a walk may cross


def described(clauses: Clauses, verb: int) -> list[Chunk]:
    """What a relative describes, where a pronoun on its verb takes it up: *الجماعة* التي تقاتلها القوات."""
    relative = verb > 0 and clauses.chunks[verb - 1].kind == "W"
    if not clauses.grammar.verb_first or not relative or not suffixed(clauses, verb + 1):
        return []
    return antecedent(clauses, verb - 1)


def by_means(clauses: Clauses, match: Match) -> Filler | None:
    """Whose weapon it was: قتل برصاص *الجيش*."""
    start = clauses.at[match.stop - 1]
    for at in range(start, min(len(clauses.chunks) - 1, start + _REACH)):
        part, behind = clauses.chunks[at], clauses.chunks[at + 1]
        verb = clauses.tokens[part.head]
        passive = verb.form == "pass" or verb.lemma in clauses.grammar.unmarked_passives
        suffers = passive and clauses.chunks[at - 1].kind == "C"
        if at > start and (part.kind in ("S", "W", ".") or (part.kind == "VP" and not suffers)):
            return None
        struck = clauses.tokens[behind.head].norm in clauses.grammar.means
        if (
            part.kind == "P"
            and struck
            and clauses.tokens[part.head].norm in clauses.grammar.content_prepositions
        ):
            inside = behind.mentions or genitive(clauses, behind)
            return Filler(mentions=tuple(inside[:1]), direct=True) if inside else None
    return None


def pairs_another(clauses: Clauses, match: Match, stop: int) -> bool:
    """Whether "between" goes with a noun behind the trigger's: اللقاء بحث سبل *التعاون* بين."""
    between = range(match.stop, stop)
    return any(
        clauses.tokens[at].tag == "NOUN"
        and clauses.tokens[at].norm.startswith(tuple(sorted(clauses.grammar.anaphoric)))
        and clauses.chunks[clauses.at[at] - 1].kind != "P"
        and at not in clauses.timely
        and not any(mention.span.holds(clauses.tokens[at].span) for mention in clauses.mentions)
        for at in between
    )


def stands_apart(clauses: Clauses, part: Chunk) -> bool:
    """Whether a pronoun stands by itself, which owns nothing: للاستقالة هو."""
    token = clauses.tokens[part.start]
    return token.tag == "PRON" and token.span.start > clauses.tokens[part.start - 1].span.stop
