"""Several people called by what they are, and then by name: two Democrats, *Adam Schiff and Jerry Nadler*."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.documents.rows import from_place, row_left, row_right
from dragoman.types import Chunk, Clauses

_PHRASES = 2  # behind the noun, before the names: the two leaders *of Congress in Washington*, X and Y
_APART = frozenset({",", "–", "—", ":"})


def before_comma(clauses: Clauses, comma: int) -> list[Chunk]:
    """The names of a row that a comma closes, without the phrase that they explain; empty where none is.

    *Two senators*, Lee and Reid, said; but Lee, Reid, and Smith, all of them.
    """
    if clauses.grammar.verb_first or clauses.chunks[comma - 1].kind != "NP":
        return []
    row = row_left(clauses, comma - 3 if from_place(clauses, comma - 3) else comma - 1)
    first = clauses.at[row[0].start]
    if len(row) > 2 and several(clauses, row[0]) and _named(clauses, row[1:]):
        return row[1:]
    if len(row) < 2 or not _named(clauses, row) or first < 2 or not _parted(clauses, first - 1):
        return []
    return row if _explained(clauses, first - 2) else []


def _explained(clauses: Clauses, at: int) -> bool:
    """Whether several are meant by the phrase at ``at``, or by what it goes with: the *leaders* of both."""
    part = clauses.chunks[at]
    if part.kind == "NP" and several(clauses, part):
        return True
    led = at > 1 and clauses.chunks[at - 1].kind == "P" and clauses.chunks[at - 2].kind == "NP"
    return led and several(clauses, clauses.chunks[at - 2])


def with_names(clauses: Clauses, row: list[Chunk]) -> list[Chunk]:
    """The row, or the names that explain it, where several are called by what they are.

    They met *the two ministers*, Ivanov and Novak, on Monday.
    """
    if clauses.grammar.verb_first or not several(clauses, row[0]):
        return row
    if len(row) > 2 and _named(clauses, row[1:]) and _closed(clauses, row[-1]):
        return row[1:]
    at = clauses.at[row[0].start] + 1
    for _ in range(_PHRASES):
        if [part.kind for part in clauses.chunks[at : at + 2]] == ["P", "NP"]:
            at += 2
    if len(row) > 1 or at + 1 >= len(clauses.chunks) or not _parted(clauses, at):
        return row
    names = row_right(clauses, at + 1, governed=True) if clauses.chunks[at + 1].kind == "NP" else []
    return names if len(names) > 1 and _named(clauses, names) and _closed(clauses, names[-1]) else row


def _parted(clauses: Clauses, at: int) -> bool:
    return clauses.tokens[clauses.chunks[at].start].text in _APART


def _closed(clauses: Clauses, last: Chunk) -> bool:
    """Whether a mark ends the row of names, so that no clause begins with it."""
    behind = clauses.chunks[clauses.at[last.start] + 1 :][:1]
    return not behind or behind[0].kind in (",", ".", "Q")


def several(clauses: Clauses, part: Chunk) -> bool:
    """Whether a phrase counts people or states, or is their kind: two Democrats, the three countries."""
    head = clauses.tokens[part.head]
    names = [clauses.mentions[number] for number in part.mentions]
    if any(
        one.kind in ("person", "country") and not one.plural and one.span.holds(head.span) for one in names
    ):
        return False
    counted = any(clauses.tokens[at].tag == "NUM" for at in range(part.start, part.head))
    plural = head.norm != head.lemma and head.norm.endswith(tuple(clauses.grammar.noun_plurals))
    many = any(one.plural and one.span.holds(head.span) for one in names)
    return (counted and (plural or many)) or (many and head.tag == "NOUN") or (plural and head.tag == "NOUN")


def _named(clauses: Clauses, row: Sequence[Chunk]) -> bool:
    """Whether all phrases are names, of people or of states."""
    kinds = set()
    for part in row:
        head = clauses.tokens[part.head]
        named = [
            clauses.mentions[number].kind
            for number in part.mentions
            if clauses.mentions[number].span.holds(head.span)
            and clauses.mentions[number].title != clauses.mentions[number].span
        ]
        kinds.add(named[0] if named and head.tag == "PROPN" else "")
    return kinds in ({"person"}, {"country"})
