"""Who governs a verb: walks over the chunks of a sentence to the subject, whatever the order of words."""

from __future__ import annotations

from dragoman.documents.verbs import first_person, main_verb, suffixed, tense
from dragoman.types import Chunk, Clauses

_REACH = 14  # chunks that a walk may cross


def subject(clauses: Clauses, verb: int) -> list[Chunk]:
    """The noun phrases that are the subject of the verb group ``verb`` (a chunk index)."""
    if clauses.grammar.verb_first:
        leaning = _leans_on(clauses, verb)
        return _verb_first(clauses, verb if leaning is None else leaning)
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


def _leans_on(clauses: Clauses, verb: int) -> int | None:
    """Verb-first: the verb whose subject a participle (مؤكدا) shares."""
    if clauses.tokens[clauses.chunks[verb].head].form != "ger":
        return None
    return main_verb(clauses, verb)


def _finite(clauses: Clauses, part: Chunk) -> bool:
    """A participle needs an auxiliary to be a main verb."""
    return clauses.tokens[part.head].form != "part" or part.stop - part.start > 1


def _verb_first(clauses: Clauses, verb: int) -> list[Chunk]:
    """Verb-first: what a relative or a clause's opening puts before the verb, else the phrase behind it."""
    if first_person(clauses, clauses.chunks[verb].head):
        return []
    before = clauses.chunks[verb - 1] if verb else None
    if before is not None and before.kind == "W":
        return _antecedent(clauses, verb - 1)
    fronted = before is not None and before.kind == "NP" and opens(clauses, verb - 1)
    if before is not None and fronted and not is_time(clauses, before):
        return row_left(clauses, verb - 1)
    if before is not None and before.kind == "," and verb > 1 and _named(clauses, verb - 2):
        return row_left(clauses, verb - 2)
    between = _behind_auxiliary(clauses, verb)
    if between is not None:
        return row_right(clauses, between)
    behind = _behind(clauses, verb)
    if behind is not None:
        return row_right(clauses, behind)
    joined = before is not None and verb > 1 and _links(clauses, before)
    return _last_subject(clauses, verb) if joined else []


def _links(clauses: Clauses, part: Chunk) -> bool:
    """Whether a verb right behind goes on with the subject of the one before: و, and حيث."""
    word = clauses.tokens[part.head].norm
    return part.kind == "C" or (part.kind == "S" and word in clauses.grammar.parallel)


def _named(clauses: Clauses, at: int) -> bool:
    """Whether somebody at the head of the clause stands before a comma: إن الرئيس، محمد الناصر، دعا."""
    part = clauses.chunks[at]
    return part.kind == "NP" and bool(part.mentions) and at > 0 and opens(clauses, at)


def _behind_auxiliary(clauses: Clauses, verb: int) -> int | None:
    """The subject between an auxiliary and its verb: كان رئيس الوزراء *قد وعد*."""
    for at in range(verb - 1, max(-1, verb - _REACH), -1):
        part = clauses.chunks[at]
        if part.kind == "VP":
            auxiliary = clauses.tokens[part.head].tag == "AUX" and clauses.chunks[at + 1].kind == "NP"
            return at + 1 if auxiliary and at + 1 < verb else None
        if part.kind not in ("NP", "P"):
            return None
    return None


def _behind(clauses: Clauses, verb: int) -> int | None:
    """The noun phrase behind the verb, over what says when: قتل أمس ثلاثة جنود."""
    at = verb + 1
    while at < len(clauses.chunks):
        part = clauses.chunks[at]
        timely = part.head in clauses.timely or clauses.tokens[part.head].tag == "ADV"
        if suffixed(clauses, at):
            at += 1
            continue
        if part.kind == "NP" and not is_time(clauses, part):
            return at
        if timely or (part.kind == "P" and clauses.chunks[at : at + 2][-1].head in clauses.timely):
            at += 1
        elif part.kind == "P" and _circumstance(clauses, verb, at):
            at += 2
        else:
            return None
    return None


def _circumstance(clauses: Clauses, verb: int, at: int) -> bool:
    """Whether the preposition leads to the place or occasion where something is said: قال في بيان الوزير."""
    grammar = clauses.grammar
    says = clauses.tokens[clauses.chunks[verb].head].lemma in grammar.reporting_verbs
    following = clauses.chunks[at + 1 : at + 2]
    word = clauses.tokens[clauses.chunks[at].head].norm
    occasion = word in grammar.participant_prepositions or word in grammar.place_prepositions
    return says and occasion and bool(following) and following[0].kind == "NP"


def without_object(clauses: Clauses, verb: int) -> bool:
    """Whether a verb that wants an object has only one phrase: قتل ثلاثة جنود في انفجار."""
    row = subject(clauses, verb)
    if not row or suffixed(clauses, verb + 1):
        return False
    last = clauses.at[row[-1].start]
    for at in range(max(verb, last) + 1, len(clauses.chunks)):
        part = clauses.chunks[at]
        if part.kind == "NP" and clauses.chunks[at - 1].kind != "P" and not is_time(clauses, part):
            return clauses.tokens[part.head].tag == "ADV"
        if part.kind not in ("NP", "P"):
            return True
    return True


def opens(clauses: Clauses, at: int) -> bool:
    """Whether the phrase stands at the head of its clause: first of all, or behind "that" or a colon."""
    return at == 0 or clauses.chunks[at - 1].kind in ("S", "Q", ".") or clauses.tokens[at - 1].text == ":"


def predicates(clauses: Clauses, at: int) -> bool:
    """Whether the phrase at ``at`` says what the one before it is, without a verb: إن موسكو مستعدة."""
    if not clauses.grammar.verb_first or at < 1 or clauses.chunks[at - 1].kind != "NP":
        return False
    return opens(clauses, at - 1) and clauses.chunks[at].kind == "NP"


def _last_subject(clauses: Clauses, verb: int) -> list[Chunk]:
    """A coordinated verb without a subject of its own has that of the verb before."""
    for at in range(verb - 1, -1, -1):
        if clauses.chunks[at].kind == "VP":
            return _verb_first(clauses, at)
        if clauses.chunks[at].kind == "." or (
            clauses.chunks[at].kind == "S" and not _links(clauses, clauses.chunks[at])
        ):
            return []
    return []


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
            return _antecedent(clauses, at)
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


def _antecedent(clauses: Clauses, relative: int) -> list[Chunk]:
    at = relative - 1
    while at >= 0 and clauses.chunks[at].kind in (",", "Q", "P"):
        at -= 1
    if at < 0 or clauses.chunks[at].kind != "NP":
        return []
    return [clauses.chunks[at]]


def row_left(clauses: Clauses, at: int) -> list[Chunk]:
    """The phrase at ``at`` with those coordinated to its left: Russia, Iran and Turkey."""
    row = [clauses.chunks[at]]
    joined = False
    while at >= 2 and clauses.chunks[at - 1].kind in ("C", ","):
        if clauses.chunks[at - 1].kind == "C":
            joined = True
            if clauses.chunks[at - 2].kind == "," and at >= 3:
                at -= 1
        if not joined or clauses.chunks[at - 2].kind != "NP":
            break
        if at >= 3 and (clauses.chunks[at - 3].kind == "P" or _is_object(clauses, at - 2)):
            break
        at -= 2
        row.insert(0, clauses.chunks[at])
    return row


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
    here = at
    while here + 2 < len(clauses.chunks) and clauses.chunks[here + 2].kind == "NP":
        link = clauses.chunks[here + 1].kind
        if link not in ("C", ",") or (not governed and _opens_clause(clauses, here + 2)):
            break
        pending.append(clauses.chunks[here + 2])
        here += 2
        if link == "C":
            row.extend(pending)
            pending = []
    return row


def _opens_clause(clauses: Clauses, at: int) -> bool:
    following = clauses.chunks[at + 1] if at + 1 < len(clauses.chunks) else None
    return (
        not clauses.grammar.verb_first
        and following is not None
        and following.kind == "VP"
        and (clauses.tokens[following.head].form not in ("part", "ger"))
    )


def is_time(clauses: Clauses, part: Chunk) -> bool:
    """Whether the phrase says when and names nobody."""
    return part.head in clauses.timely and not part.mentions
