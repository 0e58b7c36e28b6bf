"""Rows of noun phrases: how coordination joins them, what they say, and where a clause opens."""

from __future__ import annotations

from dragoman.documents.verbs import infinitival
from dragoman.types import Chunk, Clauses

_ASIDE = 8  # chunks that an aside between two commas may have


def opens(clauses: Clauses, at: int) -> bool:
    """Whether the phrase stands at the head of its clause: first of all, or behind "that" or a colon."""
    return at == 0 or clauses.chunks[at - 1].kind in ("S", "Q", ".") or clauses.tokens[at - 1].text == ":"


def antecedent(clauses: Clauses, relative: int) -> list[Chunk]:
    """The phrase that a relative clause describes, across commas and quotation marks."""
    at = relative - 1
    while at >= 0 and clauses.chunks[at].kind in (",", "Q", "P"):
        at -= 1
    if at < 0 or clauses.chunks[at].kind != "NP":
        return []
    owned = at > 1 and clauses.chunks[at - 1].kind == "P" and bool(clauses.chunks[at - 2].mentions)
    if owned and _is_place(clauses, at):
        at -= 2
    return [clauses.chunks[at]]


def _is_place(clauses: Clauses, at: int) -> bool:
    """Whether the phrase names a place, which relatives seldom describe: a senator of *Ohio*, who said."""
    found = clauses.chunks[at].mentions
    return bool(found) and all(clauses.mentions[number].kind == "place" for number in found)


def row_left(clauses: Clauses, at: int) -> list[Chunk]:
    """The phrase at ``at`` with those coordinated to its left: Russia, Iran and Turkey."""
    row = [clauses.chunks[at]]
    joined = False
    while at >= 2 and clauses.chunks[at - 1].kind in ("C", ","):
        if clauses.chunks[at - 1].kind == "C":
            joined = True
            if clauses.chunks[at - 2].kind == "," and at >= 3:
                described = _described(clauses, at, at - 2)
                if described is not None:
                    row.insert(0, clauses.chunks[described])
                    at = described
                    continue
                at -= 1
        if not joined or clauses.chunks[at - 2].kind != "NP":
            break
        if from_place(clauses, at - 4):
            at -= 2
        if at >= 3 and (_governed(clauses, at - 2) or _is_object(clauses, at - 2)):
            break
        at -= 2
        row.insert(0, clauses.chunks[at])
    return [part for part in row if not _office_of(clauses, part, row)]


def _described(clauses: Clauses, at: int, comma: int) -> int | None:
    """Who opens the clause in a row with the person at ``at``, over what is said of him between commas.

    *Lee*, the top Democrat on the panel, and Reid asked.
    """
    if clauses.grammar.verb_first or not _is_person(clauses, at):
        return None
    for before in range(comma - 1, max(0, comma - _ASIDE), -1):
        kind = clauses.chunks[before].kind
        if kind == ",":
            aside = clauses.chunks[before + 1]
            who = before - 3 if from_place(clauses, before - 3) else before - 1
            says = aside.kind == "P" or (aside.kind == "NP" and not _is_person(clauses, before + 1))
            return who if says and opens(clauses, who) and _is_person(clauses, who) else None
        if kind not in ("NP", "P", "C"):
            return None
    return None


def _is_person(clauses: Clauses, at: int) -> bool:
    """Whether the phrase names a person."""
    found = (clauses.mentions[number] for number in clauses.chunks[at].mentions)
    return any(one.kind == "person" and one.title != one.span for one in found)


def _office_of(clauses: Clauses, part: Chunk, row: list[Chunk]) -> bool:
    """Whether a phrase is only the office of the name before it in a row: Lee, *the chairman*, and Reid."""
    at = row.index(part)
    if clauses.grammar.verb_first or not 0 < at < len(row) - 1:
        return False
    held = [clauses.mentions[number] for number in part.mentions]
    office = len(held) == 1 and held[0].kind == "person" and held[0].title == held[0].span
    before = {clauses.mentions[number].kind for number in row[at - 1].mentions}
    behind = clauses.chunks[clauses.at[part.start] + 1 :][:2]
    return office and before == {"person"} and [one.kind for one in behind] == [",", "C"]


def from_place(clauses: Clauses, at: int) -> bool:
    """Whether the phrase at ``at`` is a person, and what follows says of where: *Lee of Utah*."""
    if at < 0 or clauses.grammar.verb_first:
        return False
    tail = clauses.chunks[at : at + 3]
    if [part.kind for part in tail] != ["NP", "P", "NP"]:
        return False
    kinds = {clauses.mentions[number].kind for number in tail[2].mentions}
    if not kinds or not kinds <= {"country", "place"}:
        return False
    tied = clauses.tokens[tail[1].head].norm in clauses.grammar.genitives
    return tied and any(clauses.mentions[number].kind == "person" for number in tail[0].mentions)


def _governed(clauses: Clauses, at: int) -> bool:
    """Whether a preposition governs the phrase, and opens no clause: not after *Putin* and Merkel met."""
    if clauses.chunks[at - 1].kind != "P":
        return False
    kinds = {clauses.mentions[number].kind for number in clauses.chunks[at].mentions}
    opens_clause = clauses.tokens[clauses.chunks[at - 1].head].norm in clauses.grammar.subordinators
    return clauses.grammar.verb_first or not (opens_clause and kinds and "place" not in kinds)


def _is_object(clauses: Clauses, at: int) -> bool:
    """Whether the phrase is a verb's object, and what follows "and" a clause: he met X and Y said."""
    if clauses.grammar.verb_first or clauses.chunks[at - 1].kind != "VP":
        return False
    return clauses.tokens[clauses.chunks[at - 1].head].lemma not in clauses.grammar.reporting_verbs


def row_right(clauses: Clauses, at: int, *, governed: bool = False) -> list[Chunk]:
    """The phrase at ``at`` with those coordinated to its right.

    A phrase that a verb follows begins a new clause and is left out, unless the row is ``governed`` by a
    preposition: talks between Greece and Turkey ended.
    """
    row = [clauses.chunks[at]]
    pending: list[Chunk] = []
    here = _past(clauses, at, governed=governed)
    while here + 2 < len(clauses.chunks):
        again = (governed and _pairs_again(clauses, here)) or _comma_and(clauses, here, len(pending))
        here += again
        if clauses.chunks[here + 2].kind != "NP" or _other_case(clauses, at, here + 2):
            break
        link = "C" if again else clauses.chunks[here + 1].kind
        if link not in ("C", ",") or (not governed and _opens_clause(clauses, here + 2)):
            break
        pending.append(clauses.chunks[here + 2])
        here = _past(clauses, here + 2, governed=governed)
        if link == "C":
            row.extend(pending)
            pending = []
            behind = clauses.tokens[clauses.chunks[here].stop :][:1]
            if not clauses.grammar.verb_first and [token.text for token in behind] == [","]:
                break  # between Greece and Turkey, *Egypt and Cyprus* said
    return [part for part in row if not _office_of(clauses, part, row)]


def _past(clauses: Clauses, at: int, *, governed: bool) -> int:
    """Over what goes with the phrase at ``at``: "on the one side", or letters in brackets: Smith *(D)*."""
    texts = [clauses.tokens[part.start].text for part in clauses.chunks[at + 1 : at + 4]]
    if len(texts) == 3 and (texts[0], texts[2]) == ("(", ")") and not clauses.chunks[at + 2].mentions:
        return at + 3
    if from_place(clauses, at):
        return at + 2
    return _over_side(clauses, at) if governed else at


def _other_case(clauses: Clauses, at: int, other: int) -> bool:
    """Whether a plural's ending sets the other phrase apart as the object: *الجمهوريون*، *الديمقراطيين*."""
    if not clauses.grammar.verb_first:
        return False
    first, second = (clauses.tokens[clauses.chunks[one].head] for one in (at, other))
    plural = first.tag == second.tag == "NOUN" and second.lemma != second.norm
    return plural and first.norm.endswith("ون") and second.norm.endswith("ين")


def _comma_and(clauses: Clauses, at: int, listed: int) -> bool:
    """Whether the row goes on behind a comma and "and": التقى الوزير، *والسفير*؛ not where a verb follows.

    Elsewhere only the last of three or more stands so: Egypt, Jordan, *and Iraq*.
    """
    link = clauses.chunks[at + 1 : at + 5]
    if [part.kind for part in link[:3]] != [",", "C", "NP"]:
        return False
    if not clauses.grammar.verb_first:
        return listed > 0
    person = any(clauses.mentions[number].kind == "person" for number in link[2].mentions)
    return person and not (len(link) > 3 and link[3].kind == "VP")


def _pairs_again(clauses: Clauses, at: int) -> bool:
    """Whether "and between" goes on with the row behind ``at``: بين الجيش *وبين* المسلحين."""
    link = clauses.chunks[at + 1 : at + 4]
    again = [part.kind for part in link] == ["C", "P", "NP"]
    return again and clauses.tokens[link[1].head].norm in clauses.grammar.pairing


def _over_side(clauses: Clauses, at: int) -> int:
    """Over "on the one side" behind the phrase at ``at``: بين الجيش *من جهة* والمسلحين."""
    after = at + 1 + (clauses.chunks[at + 1 : at + 2] != () and clauses.chunks[at + 1].kind == ",")
    aside = clauses.chunks[after : after + 2]
    if [part.kind for part in aside] != ["P", "NP"]:
        return at
    sides = clauses.tokens[aside[1].head].norm in clauses.grammar.sides
    if not sides or clauses.tokens[aside[0].head].norm not in clauses.grammar.genitives:
        return at
    comma = clauses.chunks[after + 2 : after + 3]
    return after + 1 + bool(comma and comma[0].kind == ",")


def _opens_clause(clauses: Clauses, at: int) -> bool:
    last = clauses.tokens[clauses.chunks[at].stop - 1].text
    aside = at + 2 < len(clauses.chunks) and last in (")", ",") and clauses.chunks[at + 1].kind == ","
    at += aside and not clauses.grammar.verb_first  # X, and Lee (R-Utah), made a speech
    following = clauses.chunks[at + 1] if at + 1 < len(clauses.chunks) else None
    return (
        not clauses.grammar.verb_first
        and following is not None
        and following.kind == "VP"
        and (clauses.tokens[following.head].form not in ("part", "ger"))
        and not infinitival(clauses, following)
    )


def tied_left(clauses: Clauses, last: int) -> list[Chunk]:
    """The phrases that "and" ties to the one at ``last``, with those that commas tie before."""
    row = [clauses.chunks[last]] if clauses.chunks[last].kind == "NP" else []
    at = last
    while row and at > 1 and clauses.chunks[at - 2].kind == "NP":
        if clauses.chunks[at - 1].kind != ("C" if len(row) == 1 else ","):
            break
        at -= 2
        row.insert(0, clauses.chunks[at])
    return row


def is_time(clauses: Clauses, part: Chunk) -> bool:
    """Whether the phrase says when and names nobody."""
    return part.head in clauses.timely and not part.mentions
