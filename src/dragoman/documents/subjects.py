"""Who governs a verb: walks over the chunks of a sentence to the subject, whatever the order of words."""

from __future__ import annotations

from dragoman.documents.joining import joined
from dragoman.documents.rows import antecedent, is_time, row_left, row_right
from dragoman.documents.verbfirst import governing, leans_on
from dragoman.documents.verbs import feminine, infinitival, suffixed, tense
from dragoman.documents.walks import finite, over_aside, says_how, subject_of_finite
from dragoman.types import Chunk, Clauses

_REACH = 14  # chunks that a walk may cross


def subject(clauses: Clauses, verb: int) -> list[Chunk]:
    """The noun phrases that are the subject of the verb group ``verb`` (a chunk index)."""
    if clauses.grammar.verb_first:
        leaning = leans_on(clauses, verb)
        return governing(clauses, verb if leaning is None else leaning)
    shared = coordinated(clauses, verb)
    if shared is not None:
        return subject(clauses, shared)
    row = _subject(clauses, verb)
    others = joined(clauses, verb) if row and not finite(clauses, clauses.chunks[verb]) else []
    return [*row, *(part for part in others if part not in row)]


def _subject(clauses: Clauses, verb: int) -> list[Chunk]:
    doer = _doer_of_gerund(clauses, verb)
    if doer is not None:
        return doer
    told = for_whom(clauses, verb)
    if told:
        return told
    trailing = _main_verb(clauses, verb)
    if _first_of_all(clauses, verb):
        return subject(clauses, verb - 2)
    if _of_opening(clauses, verb):
        return [clauses.chunks[verb - 1]]
    return _subject_before(clauses, verb if trailing is None else trailing, _REACH)


def _of_opening(clauses: Clauses, verb: int) -> bool:
    """Whether a gerund describes the noun right before it that opens all: *groups* supporting her."""
    if clauses.tokens[clauses.chunks[verb].head].form != "ger" or not verb:
        return False
    before = [part.kind for part in clauses.chunks[:verb]]
    common = clauses.tokens[clauses.chunks[verb - 1].head].tag == "NOUN"
    return before in (["NP"], ["P", "NP"]) and common


def _first_of_all(clauses: Clauses, verb: int) -> bool:
    """Whether an infinitive tells what somebody is first to do: she *is the first minister* to visit."""
    before = clauses.chunks[max(0, verb - 2) : verb]
    if [part.kind for part in before] != ["VP", "NP"] or not infinitival(clauses, clauses.chunks[verb]):
        return False
    said = {token.norm for token in clauses.tokens[before[1].start : before[1].stop]}
    return clauses.tokens[before[0].head].lemma in clauses.grammar.becoming and bool(
        said & clauses.grammar.ranking
    )


def for_whom(clauses: Clauses, verb: int) -> list[Chunk]:
    """Who is to do what an infinitive tells behind "for": pushed *for Iran* to leave."""
    before = clauses.chunks[max(0, verb - 2) : verb]
    infinitive = infinitival(clauses, clauses.chunks[verb])
    if not infinitive or [part.kind for part in before] != ["P", "NP"] or not before[1].mentions:
        return []
    return [before[1]] if clauses.tokens[before[0].head].norm in clauses.grammar.beneficiaries else []


def _doer_of_gerund(clauses: Clauses, verb: int) -> list[Chunk] | None:
    """Who does what a gerund tells behind a preposition; None where the walk to the left finds it.

    The main clause's subject (he left after *meeting* her), or who stands between the two (was alarmed by the
    army *shelling* the town).
    """
    part = clauses.chunks[verb]
    being = any(
        token.norm in clauses.grammar.passive_gerund for token in clauses.tokens[part.start : part.head]
    )
    if not verb or not (being or clauses.tokens[part.head].form == "ger"):
        return None
    while verb > 1 and says_how(clauses, verb - 1):
        verb -= 1
    before = clauses.chunks[verb - 1]
    if before.kind in ("P", "S") and clauses.tokens[before.head].norm in clauses.grammar.adjuncts:
        if before.kind == "S" and _is_subject(clauses, verb):
            return []
        main = next((at for at in range(verb - 1, -1, -1) if _is_main(clauses, at)), None)
        return subject(clauses, main) if main is not None else _subject_of_opening(clauses, verb)
    if before.kind == "NP" and before.mentions and verb > 1 and clauses.chunks[verb - 2].kind == "P":
        word = clauses.tokens[clauses.chunks[verb - 2].head].norm
        kinds = {clauses.mentions[number].kind for number in before.mentions}
        if word in clauses.grammar.reacting and not kinds & {"pronoun", "place"}:
            return [before]
    return None


def _is_subject(clauses: Clauses, gerund: int) -> bool:
    """Whether a gerund is itself the subject of a verb behind it: when *fighting* with them begins."""
    for part in clauses.chunks[gerund + 1 : gerund + 6]:
        if part.kind == "VP":
            return finite(clauses, part)
        if part.kind not in ("NP", "P", "C"):
            return False
    return False


def coordinated(clauses: Clauses, verb: int) -> int | None:
    """The verb that this one is coordinated with, a conjunction right before it: met X and invited Y."""
    if not verb or clauses.chunks[verb - 1].kind != "C":
        return None
    form = clauses.tokens[clauses.chunks[verb].head].form
    found: list[int] = []
    for at in range(verb - 2, max(-1, verb - _REACH), -1):
        part = clauses.chunks[at]
        if part.kind == "VP" and (form in ("inf", "ger") or _same_mood(clauses, part)):
            if not _of_object(clauses, at):
                found.append(at)
        if part.kind in (".", "S", "W"):
            break
    alike = [at for at in found if tense(clauses, at) == tense(clauses, verb)] or found
    return next((at for at in alike if not _said_of_nobody(clauses, at)), next(iter(alike), None))


def _of_object(clauses: Clauses, at: int) -> bool:
    """Whether a past form only says more of the object of the verb before it: met men *linked* to her."""
    part, chunks = clauses.chunks[at], clauses.chunks
    near = chunks[max(0, at - 1) : at + 2]
    alone = part.stop - part.start == 1 and not clauses.grammar.verb_first
    if not alone or [one.kind for one in near] != ["NP", "VP", "P"]:
        return False
    main = at - 1
    while main > 0 and chunks[main].kind in ("NP", "P") and not is_time(clauses, chunks[main]):
        main -= 1
    governs = _is_main(clauses, main) and chunks[main + 1].kind == "NP"
    before = [one.kind for one in chunks[max(0, main - 2) : main]]
    told = clauses.tokens[chunks[main].head].lemma in clauses.grammar.reporting_verbs
    return governs and not told and before != ["NP", "NP"]  # not: those *he* met went home


def _said_of_nobody(clauses: Clauses, verb: int) -> bool:
    """Whether the verb tells what was said of a thing: she said *the raid was* needed and called on him."""
    row = _subject_before(clauses, verb, _REACH)
    if not row or any(part.mentions for part in row):
        return False
    before = clauses.at[row[0].start] - 1
    if before < 0 or clauses.chunks[before].kind != "VP":
        return False
    return clauses.tokens[clauses.chunks[before].head].lemma in clauses.grammar.reporting_verbs


def _same_mood(clauses: Clauses, part: Chunk) -> bool:
    """Whether the verb is finite, as the one that is coordinated with it."""
    return finite(clauses, part) or (clauses.tokens[part.head].form == "part" and part.stop - part.start > 1)


def _main_verb(clauses: Clauses, verb: int) -> int | None:
    """The finite verb that a trailing participle leans on: Maliki urged …, stressing that …"""
    if finite(clauses, clauses.chunks[verb]) or clauses.tokens[clauses.chunks[verb].head].form != "ger":
        return None
    if not verb or clauses.chunks[verb - 1].kind != ",":
        return None
    return next((at for at in range(verb - 1, -1, -1) if _is_main(clauses, at)), None)


def _is_main(clauses: Clauses, at: int) -> bool:
    return clauses.chunks[at].kind == "VP" and finite(clauses, clauses.chunks[at])


def without_object(clauses: Clauses, verb: int) -> bool:
    """Whether a verb that wants an object has only one phrase: قتل ثلاثة جنود في انفجار."""
    row = subject(clauses, verb)
    if not row or suffixed(clauses, verb + 1) or _counted_object(clauses, verb, row[0]):
        return False
    last = clauses.at[row[-1].start]
    for at in range(max(verb, last) + 1, len(clauses.chunks)):
        part = clauses.chunks[at]
        if clauses.chunks[at - 2].kind == "P" and _says_where(clauses, at):
            continue
        free = part.kind == "NP" and clauses.chunks[at - 1].kind != "P" and not _number(clauses, at)
        if free and not is_time(clauses, part):
            return clauses.tokens[part.head].tag == "ADV"
        if part.kind not in ("NP", "P"):
            return True
    return True


def _says_where(clauses: Clauses, at: int) -> bool:
    """Whether a phrase behind one of place goes on with it: في حلب *السورية*, في غارة *شرق* البلاد."""
    head = clauses.tokens[clauses.chunks[at].head]
    return clauses.chunks[at].kind == "NP" and (head.tag == "ADJ" or head.norm in clauses.grammar.directions)


def _counted_object(clauses: Clauses, verb: int, part: Chunk) -> bool:
    """Whether so many men stand behind a feminine verb, who then are its object: اعتقلت *خمسين رجلا*."""
    inside = clauses.tokens[part.start : part.stop]
    counted = inside[-1].norm.endswith("ا") and any(token.tag == "NUM" for token in inside)
    return counted and feminine(clauses, clauses.chunks[verb].head)


def _number(clauses: Clauses, at: int) -> bool:
    """Whether the phrase at ``at`` is a number and counts nothing, as a year is: not سبعة من المسلحين."""
    part, behind = clauses.chunks[at], clauses.chunks[at + 1 : at + 2]
    if behind and clauses.tokens[behind[0].head].norm in clauses.grammar.genitives:
        return False
    return all(token.tag == "NUM" for token in clauses.tokens[part.start : part.stop])


def _subject_before(clauses: Clauses, verb: int, reach: int) -> list[Chunk]:
    """Walk left to the noun phrase that governs the verb, over prepositions, commas and coordination."""
    if finite(clauses, clauses.chunks[verb]):
        return subject_of_finite(clauses, verb)
    at = verb - 1
    joined = False
    while at >= 0 and verb - at <= reach:
        part = clauses.chunks[at]
        if part.kind == "NP":
            if is_time(clauses, part) or says_how(clauses, at):
                at -= 1
            elif (
                at and clauses.chunks[at - 1].kind == "P" and not (at == verb - 1 and _reduced(clauses, verb))
            ):
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
            at = over_aside(clauses, at)
        else:
            joined = joined or part.kind == "C"
            at -= 1
    return _subject_of_opening(clauses, verb)


def _reduced(clauses: Clauses, verb: int) -> bool:
    """Whether the verb is a bare participle, which says more of what stands before it: men *sent* there."""
    return clauses.tokens[clauses.chunks[verb].head].form == "part"


def _through_verb(clauses: Clauses, verb: int, other: int, joined: bool, reach: int) -> list[Chunk]:
    """Share the subject of an earlier verb: coordination, infinitive and participle do."""
    form = clauses.tokens[clauses.chunks[verb].head].form
    if joined or form in ("inf", "ger") or other == verb - 1:
        return _subject_before(clauses, other, reach)
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
