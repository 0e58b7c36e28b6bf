"""Who else acts beside a subject: along *with Germany*, as well as *Spain*, joined *Durbin* in asking."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.documents.rows import row_left, row_right
from dragoman.types import Chunk, Clauses

_REACH = 9  # chunks between "join" and what they did
_APART = frozenset({",", "–", "—"})
_LONGEST = 4  # words of "in close coordination with"


def joined(clauses: Clauses, verb: int) -> list[Chunk]:
    """Whom the subject joined in what the gerund or infinitive at ``verb`` tells, or who joined it.

    An infinitive wants "with", for who joins a body to do something does it alone.
    """
    main = next((at for at in range(verb - 1, max(-1, verb - _REACH), -1) if _is_verb(clauses, at)), None)
    if main is None or clauses.tokens[clauses.chunks[main].head].lemma not in clauses.grammar.joining:
        return []
    behind = main + 1
    words = []
    while behind < verb and clauses.chunks[behind].kind != "NP":
        words.append(clauses.tokens[clauses.chunks[behind].head].norm)
        behind += 1
    gerund = clauses.tokens[clauses.chunks[verb].head].form == "ger"
    if behind >= verb or not (gerund or not clauses.grammar.companions.isdisjoint(words)):
        return []
    if gerund and clauses.tokens[clauses.chunks[verb - 1].head].norm not in clauses.grammar.pursuits:
        return []
    return row_right(clauses, behind, governed=True)


def _is_verb(clauses: Clauses, at: int) -> bool:
    return clauses.chunks[at].kind == "VP"


def companions(clauses: Clauses, row: Sequence[Chunk]) -> list[Chunk]:
    """The phrases that "along with" and the like add to a row."""
    if not row or clauses.grammar.verb_first:
        return []
    at = row[-1].stop
    at += at < len(clauses.tokens) and clauses.tokens[at].text in _APART
    for stop in range(at + 1, min(len(clauses.tokens), at + _LONGEST + 1)):
        words = " ".join(token.norm for token in clauses.tokens[at:stop])
        some = words in clauses.grammar.examples | clauses.grammar.notably and _folk(clauses, row[-1])
        if not (some or words in clauses.grammar.together) or clauses.chunks[clauses.at[stop]].kind != "NP":
            continue
        found = row_right(clauses, clauses.at[stop], governed=True)
        return (
            []
            if words in clauses.grammar.notably and not all(_name(clauses, one) for one in found)
            else found
        )
    return []


def _name(clauses: Clauses, part: Chunk) -> bool:
    """Whether a phrase names somebody; a kind among a kind is no other party: voters, *mainly women*."""
    found = [clauses.mentions[number].kind for number in part.mentions]
    return bool(found) and "agent" not in found


def _folk(clauses: Clauses, part: Chunk) -> bool:
    """Whether a phrase names people or states, of whom some may be named behind it."""
    head = clauses.tokens[part.head]
    named = any(clauses.mentions[number].span.holds(head.span) for number in part.mentions)
    return named or head.lemma in clauses.grammar.folk


def with_leaders(clauses: Clauses, row: list[Chunk]) -> list[Chunk]:
    """The row with those before it to whom "as well as" adds it: *Germany* as well as France and Spain."""
    first = row[0].start
    for start in range(first - 1, max(0, first - _LONGEST - 1), -1):
        words = " ".join(token.norm for token in clauses.tokens[start:first])
        before = clauses.at[start] - 1
        if words in clauses.grammar.together and before >= 0 and clauses.chunks[before].kind == "NP":
            return [*row_left(clauses, before), *row]
    return row
