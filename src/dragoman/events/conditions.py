"""Which clauses are conditions: if they attack, unless he resigns."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.types import Chunk, Clauses

_OPENING = 9  # chunks to the left in which the clause may open


def conditional(clauses: Clauses, here: int, governors: Sequence[Chunk]) -> bool:
    """Whether the clause opens with "if" or the like, over the verbs that govern: if they go on to attack."""
    joined = False
    for before in range(here - 1, max(-1, here - _OPENING - 1), -1):
        part = clauses.chunks[before]
        if part.kind == "S":
            return clauses.tokens[part.head].norm in clauses.grammar.conditionals and not _either(
                clauses, before
            )
        aside = before > 0 and clauses.chunks[before - 1].kind == "W"
        if part.kind == "." or (part.kind == "VP" and part not in governors and not aside and not joined):
            return False
        comma = clauses.tokens[part.start - 1 : part.start]
        named = clauses.tokens[part.head].norm in clauses.grammar.roles
        if part.kind == "P" and named and any(token.norm == "," for token in comma):
            return False  # if prices rise, as he threatened
        joined = part.kind == "C" or (joined and part.kind != "VP")
    return False


def _either(clauses: Clauses, at: int) -> bool:
    """Whether "whether it was" opens the sentence, and so a row of what was so."""
    return at == 0 and " ".join(token.norm for token in clauses.tokens[:3]) in clauses.grammar.either
