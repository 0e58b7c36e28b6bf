"""The subject of a finite verb in a sentence where subjects come first: a walk to the left that counts.

Each finite verb on the way wants a subject of its own; what is left over belongs to the verb that asks.
*The minister* who met Putin urged Iran; *Obama*, speaking after Merkel left, condemned the raid.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.documents.apposed import before_comma
from dragoman.documents.joining import with_leaders
from dragoman.documents.rows import antecedent, is_time, row_left
from dragoman.documents.verbs import infinitival
from dragoman.types import Chunk, Clauses

_REACH = 20  # chunks that a walk may cross


@dataclass(slots=True, kw_only=True)
class Walk:
    """Where a walk stands: ``at`` the next chunk, ``owed`` the subjects that verbs on the way still want.

    ``passed`` is set by a finite verb, ``joined`` by a conjunction; ``spare`` is an object right before the
    verb, taken where nothing better stands.
    """

    at: int
    owed: int = 0
    passed: bool = False
    joined: bool = False
    spare: int | None = None


def finite(clauses: Clauses, part: Chunk) -> bool:
    """Whether a verb group can be a clause's verb: is calling, said, will go; not "to go", "calling"."""
    if infinitival(clauses, part):
        return False
    return any(clauses.tokens[at].form in ("fin", "past") for at in range(part.start, part.stop))


def subject_of_finite(clauses: Clauses, verb: int) -> list[Chunk]:
    """The phrases that are the subject of the finite verb group ``verb``; empty where none is found."""
    walk = Walk(at=verb - 1)
    if _inverted(clauses, verb):
        return []
    while walk.at >= 0 and verb - walk.at <= _REACH:
        part = clauses.chunks[walk.at]
        if part.kind == ".":
            break
        step = _STEPS.get(part.kind)
        found = step(clauses, walk, verb) if step else _over(walk)
        if found is not None:
            return found
    return row_left(clauses, walk.spare) if walk.spare is not None else []


def _inverted(clauses: Clauses, verb: int) -> bool:
    """Whether what was said stands before a verb of saying, and its subject behind: “…,” said Lavrov."""
    kinds = [part.kind for part in clauses.chunks[max(0, verb - 2) : verb]]
    quoted = kinds[-1:] == ["Q"] or kinds == ["Q", ","]
    return quoted and clauses.tokens[clauses.chunks[verb].head].lemma in clauses.grammar.reporting_verbs


def _over(walk: Walk) -> list[Chunk] | None:
    walk.at -= 1
    return None


def _at_phrase(clauses: Clauses, walk: Walk, verb: int) -> list[Chunk] | None:
    at = walk.at
    if is_time(clauses, clauses.chunks[at]) or says_how(clauses, at):
        return _over(walk)
    if at and clauses.chunks[at - 1].kind == "P" and not _opens_with(clauses, at):
        walk.at -= 2
        return None
    if _is_object(clauses, at):
        walk.spare = at if at == verb - 1 else walk.spare
        return _over(walk)
    row = with_leaders(clauses, row_left(clauses, at))
    of_phrase = _belongs(clauses, row)
    if of_phrase is not None:
        walk.at = of_phrase
        return None
    if not walk.owed:
        return row
    walk.owed -= 1
    walk.at = clauses.at[row[0].start] - 1
    return None


def _belongs(clauses: Clauses, row: list[Chunk]) -> int | None:
    """The phrase that a row goes with, whose first member stands behind a preposition.

    *Leaders* in Germany, France and Italy met; *words* of Putin and Trump were; in Rome, Italy and Spain met.
    """
    first = clauses.at[row[0].start]
    before = [part.kind for part in clauses.chunks[max(0, first - 4) : first]]
    if before not in (["NP", "P", "NP", ","], ["NP", "P", "NP", "C"]):
        return None
    opened = first == 4 or clauses.chunks[first - 5].kind in ("S", ".", "Q")
    link = clauses.tokens[clauses.chunks[first - 3].head].norm
    if opened and (link in clauses.grammar.examples or not clauses.chunks[first - 4].mentions):
        return first - 4 if before[-1] == "C" or len(row) > 1 else None
    kinds, others = (
        {clauses.mentions[number].kind for number in part.mentions}
        for part in (clauses.chunks[first - 2], row[0])
    )
    alike = kinds & others & {"country", "place", "organisation"}
    return first - 4 if opened and len(row) > 1 and alike else None


def says_how(clauses: Clauses, at: int) -> bool:
    """Whether the phrase is an adverb, or an adjective behind "be" or "have": was *quick* to praise."""
    part = clauses.chunks[at]
    tag = clauses.tokens[part.head].tag
    if part.mentions or tag not in ("ADV", "ADJ", "DET"):
        return False
    before = clauses.chunks[at - 1] if at else None
    return tag == "ADV" or (before is not None and before.kind == "VP" and _auxiliary(clauses, before))


def _auxiliary(clauses: Clauses, part: Chunk) -> bool:
    return clauses.tokens[part.head].tag == "AUX"


def _opens_with(clauses: Clauses, at: int) -> bool:
    """Whether a preposition opens the clause of the phrase at ``at``: after *rebels* took the town."""
    word = clauses.tokens[clauses.chunks[at - 1].head].norm
    opens = clauses.chunks[at + 1].kind == "VP" and word in clauses.grammar.subordinators
    if at > 1 and clauses.chunks[at - 2].kind == "P":  # such *as*
        return False
    return opens and not _in_capacity(clauses, at)


def _in_capacity(clauses: Clauses, at: int) -> bool:
    """Whether the phrase is an office that somebody before it holds: Amina, *as chair*, met him."""
    part = clauses.chunks[at]
    held = [clauses.mentions[number] for number in part.mentions]
    bare = bool(held) and held[0].title == held[0].span and not held[0].plural
    bare = bare and clauses.tokens[part.start].span.start == held[0].span.start
    return bare and clauses.tokens[clauses.chunks[at - 1].head].norm in clauses.grammar.roles


def _is_object(clauses: Clauses, at: int) -> bool:
    """Whether a verb right before has the phrase as its object; after "said" a clause may begin."""
    if not at or clauses.chunks[at - 1].kind != "VP":
        return False
    saying = clauses.tokens[clauses.chunks[at - 1].head].lemma in clauses.grammar.reporting_verbs
    return not (saying and clauses.chunks[at + 1].kind in ("VP", "P", "W"))


def _at_relative(clauses: Clauses, walk: Walk, verb: int) -> list[Chunk] | None:
    if not walk.passed:
        return antecedent(clauses, walk.at)
    walk.owed = max(0, walk.owed - 1)
    return _over(walk)


def _at_verb(clauses: Clauses, walk: Walk, verb: int) -> list[Chunk] | None:
    part = clauses.chunks[walk.at]
    apart = _auxiliary(clauses, part) and _only_adverbs(clauses, walk.at, verb)
    if apart or (walk.joined and not walk.owed and finite(clauses, part)):
        return subject_of_finite(clauses, walk.at)
    if finite(clauses, part):
        walk.owed += 1
        walk.passed = True
    return _over(walk)


def _only_adverbs(clauses: Clauses, auxiliary: int, verb: int) -> bool:
    """Whether nothing but words that say how stands between an auxiliary and its verb: has long denied."""
    between = range(auxiliary + 1, verb)
    return all(clauses.chunks[at].kind == "NP" and says_how(clauses, at) for at in between)


def _at_subordinator(clauses: Clauses, walk: Walk, verb: int) -> list[Chunk] | None:
    if walk.owed or not walk.passed:
        return row_left(clauses, walk.spare) if walk.spare is not None else []
    return _over(walk)


def _at_comma(clauses: Clauses, walk: Walk, verb: int) -> list[Chunk] | None:
    names = before_comma(clauses, walk.at) if walk.at == verb - 1 and not walk.owed else []
    if names:
        return names
    walk.at = over_aside(clauses, walk.at)
    return None


def _at_conjunction(clauses: Clauses, walk: Walk, verb: int) -> list[Chunk] | None:
    walk.joined = True
    return _over(walk)


_STEPS = {
    "NP": _at_phrase,
    "W": _at_relative,
    "VP": _at_verb,
    "S": _at_subordinator,
    ",": _at_comma,
    "C": _at_conjunction,
}


def over_aside(clauses: Clauses, comma: int) -> int:
    """Left of an aside between two commas, or just left of the comma where there is none."""
    for at in range(comma - 1, max(-1, comma - 12), -1):
        kind = clauses.chunks[at].kind
        if kind == ",":
            opener = clauses.chunks[at + 1].kind
            aside = opener in ("NP", "W", "P") and _verbless(clauses, at + 1, comma, opener)
            return at - 1 if aside or _participial(clauses, at + 1, comma) else comma - 1
        if kind in ("S", "."):
            break
    return comma - 1


def _verbless(clauses: Clauses, start: int, stop: int, opener: str) -> bool:
    verbs = sum(part.kind == "VP" and finite(clauses, part) for part in clauses.chunks[start:stop])
    return verbs == 0 or (opener == "W" and verbs <= 2)


def _participial(clauses: Clauses, start: int, stop: int) -> bool:
    """Whether an aside opens with a participle: Obama, *speaking in Berlin*, said."""
    parts = clauses.chunks[start:stop]
    return bool(parts) and parts[0].kind == "VP" and not finite(clauses, parts[0])
