"""Who governs a verb: walks over the chunks of a sentence to the subject, whatever the order of words."""

from __future__ import annotations

from dragoman.documents.rows import antecedent, is_time, row_left, row_right
from dragoman.documents.verbfirst import governing, leans_on
from dragoman.documents.verbs import suffixed, tense
from dragoman.types import Chunk, Clauses

_REACH = 14  # chunks that a walk may cross


def subject(clauses: Clauses, verb: int) -> list[Chunk]:
    """The noun phrases that are the subject of the verb group ``verb`` (a chunk index)."""
    if clauses.grammar.verb_first:
        leaning = leans_on(clauses, verb)
        return governing(clauses, verb if leaning is None else leaning)
    shared = _coordinated(clauses, verb)
    if shared is not None:
        return subject(clauses, shared)
    trailing = _main_verb(clauses, verb)
    return _subject_before(clauses, verb if trailing is None else trailing, _REACH)


def _coordinated(clauses: Clauses, verb: int) -> int | None:
    """The verb that this one is coordinated with, a conjunction right before it: met X and invited Y."""
    if not verb or clauses.chunks[verb - 1].kind != "C":
        return None
    form = clauses.tokens[clauses.chunks[verb].head].form
    found: list[int] = []
    for at in range(verb - 2, max(-1, verb - _REACH), -1):
        part = clauses.chunks[at]
        if part.kind == "VP" and (form in ("inf", "ger") or _same_mood(clauses, part)):
            found.append(at)
        if part.kind in (".", "S", "W"):
            break
    alike = [at for at in found if tense(clauses, at) == tense(clauses, verb)]
    return next(iter(alike or found), None)


def _same_mood(clauses: Clauses, part: Chunk) -> bool:
    """Whether the verb is finite, as the one that is coordinated with it."""
    return clauses.tokens[part.head].form not in ("inf", "ger") and _finite(clauses, part)


def _main_verb(clauses: Clauses, verb: int) -> int | None:
    """The finite verb that a trailing participle leans on: Maliki urged …, stressing that …"""
    if clauses.tokens[clauses.chunks[verb].head].form != "ger" or clauses.chunks[verb - 1].kind != ",":
        return None
    for at in range(verb - 1, -1, -1):
        part = clauses.chunks[at]
        if (
            part.kind == "VP"
            and clauses.tokens[part.head].form not in ("inf", "ger")
            and _finite(clauses, part)
        ):
            return at
    return None


def _finite(clauses: Clauses, part: Chunk) -> bool:
    """A participle needs an auxiliary to be a main verb."""
    return clauses.tokens[part.head].form != "part" or part.stop - part.start > 1


def without_object(clauses: Clauses, verb: int) -> bool:
    """Whether a verb that wants an object has only one phrase: قتل ثلاثة جنود في انفجار."""
    row = subject(clauses, verb)
    if not row or suffixed(clauses, verb + 1):
        return False
    last = clauses.at[row[-1].start]
    for at in range(max(verb, last) + 1, len(clauses.chunks)):
        part = clauses.chunks[at]
        free = part.kind == "NP" and clauses.chunks[at - 1].kind != "P" and not _number(clauses, part)
        if free and not is_time(clauses, part):
            return clauses.tokens[part.head].tag == "ADV"
        if part.kind not in ("NP", "P"):
            return True
    return True


def _number(clauses: Clauses, part: Chunk) -> bool:
    """Whether the phrase is a number and counts nothing, as a year is."""
    return all(token.tag == "NUM" for token in clauses.tokens[part.start : part.stop])


def _subject_before(clauses: Clauses, verb: int, reach: int) -> list[Chunk]:
    """Walk left to the noun phrase that governs the verb, over prepositions, commas and coordination."""
    at = verb - 1
    joined = False
    while at >= 0 and verb - at <= reach:
        part = clauses.chunks[at]
        if part.kind == "NP":
            if is_time(clauses, part):
                at -= 1
            elif at and clauses.chunks[at - 1].kind == "P" and not _opens_with(clauses, at, verb):
                at -= 2
            else:
                return row_left(clauses, at)
        elif part.kind == "W":
            return antecedent(clauses, at)
        elif part.kind == "VP":
            return _through_verb(clauses, verb, at, joined, reach)
        elif part.kind in ("S", "."):
            return []
        elif part.kind == ",":
            at = _over_aside(clauses, at)
        else:
            joined = joined or part.kind == "C"
            at -= 1
    return _subject_of_opening(clauses, verb)


def _opens_with(clauses: Clauses, at: int, verb: int) -> bool:
    """Whether a preposition opens the clause of the phrase at ``at``: after *rebels* took the town."""
    word = clauses.tokens[clauses.chunks[at - 1].head].norm
    finite = clauses.tokens[clauses.chunks[verb].head].form not in ("inf", "ger")
    return at == verb - 1 and finite and word in clauses.grammar.subordinators


def _through_verb(clauses: Clauses, verb: int, other: int, joined: bool, reach: int) -> list[Chunk]:
    """Share the subject of an earlier verb: coordination, infinitive and participle do."""
    form = clauses.tokens[clauses.chunks[verb].head].form
    if joined or form in ("inf", "ger") or other == verb - 1:
        return (
            subject(clauses, other) if clauses.grammar.verb_first else _subject_before(clauses, other, reach)
        )
    return []


def _subject_of_opening(clauses: Clauses, verb: int) -> list[Chunk]:
    """An opening participle takes the subject of the main clause: Paying his third visit, Maliki said."""
    if clauses.tokens[clauses.chunks[verb].head].form != "ger":
        return []
    for at in range(verb + 1, len(clauses.chunks) - 1):
        if clauses.chunks[at].kind == "VP":
            return []
        if clauses.chunks[at].kind == "," and clauses.chunks[at + 1].kind == "NP":
            return row_right(clauses, at + 1)
    return []


def _over_aside(clauses: Clauses, comma: int) -> int:
    """Left of an aside between two commas, or just left of the comma where there is none."""
    for at in range(comma - 1, max(-1, comma - 10), -1):
        kind = clauses.chunks[at].kind
        if kind == ",":
            opener = clauses.chunks[at + 1].kind
            return (
                at - 1
                if opener in ("NP", "W", "P") and _verbless(clauses, at + 1, comma, opener)
                else comma - 1
            )
        if kind in ("S", "."):
            break
    return comma - 1


def _verbless(clauses: Clauses, start: int, stop: int, opener: str) -> bool:
    finite = sum(part.kind == "VP" for part in clauses.chunks[start:stop])
    return finite == 0 or (opener == "W" and finite <= 2)
