"""Verbs with two objects: who is given, promised or denied what the trigger names."""

from __future__ import annotations

from dragoman.documents.rows import is_time, row_right
from dragoman.events.triggers import Match
from dragoman.types import Chunk, Clauses


def given_to(clauses: Clauses, match: Match) -> list[Chunk]:
    """The row between the verb and the trigger's own noun: offered *the rebels* talks; none where none is."""
    verb, thing = clauses.at[match.head], clauses.at[match.stop - 1]
    plain = not (match.trigger.noun or match.passive) and match.gap is None
    if not plain or clauses.tokens[match.head].lemma not in clauses.grammar.giving or thing < verb + 2:
        return []
    first = clauses.chunks[verb + 1]
    if first.kind != "NP" or not first.mentions or is_time(clauses, first):
        return []
    row = row_right(clauses, verb + 1)
    ends = clauses.at[row[-1].start] + 1 == thing and clauses.chunks[thing].kind == "NP"
    return row if ends else []
