"""The direct object of a trigger: the noun phrase that its verb governs without a preposition."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.documents.rows import is_time, row_right, tied_left
from dragoman.documents.subjects import subject
from dragoman.documents.verbfirst import says_manner
from dragoman.documents.verbs import infinitival
from dragoman.events.fillers import genitive
from dragoman.events.giving import given_to
from dragoman.events.triggers import Match
from dragoman.events.verbfirst import beyond_aside, receiver
from dragoman.types import Chunk, Clauses, Token


def direct_object(clauses: Clauses, match: Match) -> list[Chunk]:
    """The first noun phrase after the trigger's verb that no preposition governs."""
    if match.gap is not None:
        return _in_gap(clauses, match, match.gap)
    given = receiver(clauses, match, _subjects(clauses, match))
    if given is not None:
        return row_right(clauses, given)
    if people := given_to(clauses, match):
        return people
    of_itself = match.trigger.rule.type not in _OF_OTHERS
    opens = clauses.chunks[clauses.at[match.stop - 1]].kind == "S"
    if (opens and of_itself) or _of_spared(clauses, match):
        return []
    row = _with_earlier(clauses, match, _first(clauses, match))
    if row and (_made(clauses, match, row[0]) or _own(clauses, match, row[0])):
        return []
    return [] if row and _was_hit(clauses, match, row) else row


def _with_earlier(clauses: Clauses, match: Match, row: list[Chunk]) -> list[Chunk]:
    """The row with those before it that the verb governs too: killed *two guards* and a minister."""
    if not row or clauses.grammar.verb_first or not row[0].start < match.stop <= row[0].stop:
        return row
    whole = tied_left(clauses, clauses.at[row[0].start])
    before = clauses.at[whole[0].start] - 1 if len(whole) > 1 else -1
    return [*whole[:-1], *row] if before == clauses.at[match.head] else row


def _made(clauses: Clauses, match: Match, part: Chunk) -> bool:
    """Whether who agrees or threatens is to make or run what is named: threatened to *appoint* one."""
    before = clauses.at[part.start] - 1
    if match.trigger.rule.type not in _OF_DEEDS or before <= clauses.at[match.head]:
        return False
    verb = clauses.chunks[before]
    return verb.kind == "VP" and clauses.tokens[verb.head].lemma in clauses.grammar.making


def _own(clauses: Clauses, match: Match, part: Chunk) -> bool:
    """Whether the trigger's own noun is that of who acts: withdrew *its mission*, deployed *police*.

    Whom one dismisses is one's own and is hit: fired *his minister*.
    """
    if clauses.grammar.verb_first or not any(part.start <= at < part.stop for at in match.tokens):
        return False
    rule = match.trigger.rule
    theirs = clauses.tokens[part.start].tag == "PRON" and rule.mode != "expel"
    return rule.type == "MOBILIZE" or (rule.type == "SANCTION" and theirs)


def _of_spared(clauses: Clauses, match: Match) -> bool:
    """Whether the trigger itself leads to those for whose sake something is asked: demand release *of*."""
    last = match.stop - 1
    tied = match.trigger.rule.type == "REQUEST" and clauses.tokens[last].norm in clauses.grammar.genitives
    return tied and clauses.tokens[last - 1].lemma in clauses.grammar.spared


def _first(clauses: Clauses, match: Match) -> list[Chunk]:
    start = clauses.at[match.stop - 1]
    skip = _subjects(clauses, match)
    far = beyond_aside(clauses, skip)
    if far is not None:
        return row_right(clauses, far)
    skip |= _where(clauses, start) | _how(clauses, start)
    for at in range(_past_complement(clauses, start), len(clauses.chunks)):
        part = clauses.chunks[at]
        if part.kind == "NP" and (part.stop > match.stop or part.mentions) and part.start not in skip:
            if not is_time(clauses, part):
                return row_right(clauses, at)
        elif _passed(part, skip) or _between(clauses, at):
            continue
        elif at == start:
            if part.kind == "NP" and genitive(clauses, part):
                return [part]
        elif part.kind in ("S", ","):
            return _beyond(clauses, match, at, skip)
        elif not (clauses.grammar.verb_first and part.kind == "C" and at < start + 3):
            return []
    return []


def _where(clauses: Clauses, start: int) -> set[int]:
    """Where verbs come first: phrases between a subject and its object that say where: *في لندن*."""
    found: set[int] = set()
    for at in range(
        start + 1, min(len(clauses.chunks) - 2, start + _NEAR) if clauses.grammar.verb_first else 0
    ):
        part, place = clauses.chunks[at], clauses.chunks[at + 1]
        led = part.kind == "P" and clauses.tokens[part.head].norm in clauses.grammar.place_prepositions
        kinds = {clauses.mentions[number].kind for number in place.mentions}
        if led and kinds == {"place"} and _named(clauses, at + 2):
            found.add(place.start)
    return found


def _how(clauses: Clauses, start: int) -> set[int]:
    """Where verbs come first: phrases that only say how something is done: *بقوة*."""
    last = min(len(clauses.chunks) - 2, start + _NEAR) if clauses.grammar.verb_first else 0
    return {clauses.chunks[at + 1].start for at in range(start + 1, last) if says_manner(clauses, at)}


def _between(clauses: Clauses, at: int) -> bool:
    """Whether a comma or bracket sets apart what says when: أيدت فرنسا، *اليوم (الثلاثاء)،* الدعوة."""
    if not clauses.grammar.verb_first or clauses.chunks[at].kind != ",":
        return False
    beside = (*clauses.chunks[at - 1 : at], *clauses.chunks[at + 1 : at + 2])
    if any(is_time(clauses, part) for part in beside):
        return True
    closes = clauses.chunks[at - 2 : at] if clauses.chunks[at - 1].kind == "," else ()
    return bool(closes) and is_time(clauses, closes[0])


_OF_OTHERS = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
"""Types whose clause with "that" tells what another does or is to do: who promises speaks of himself."""
_OF_DEEDS = frozenset({"AGREE", "THREATEN"})
_OF_SOMEBODY = frozenset({"ACCUSE", "REQUEST", "SUPPORT"})
_NEAR = 5  # chunks behind a verb within which its subject stands


def _past_complement(clauses: Clauses, start: int) -> int:
    """Where an object may stand behind adjectives that come before it: hailed as bold *the plan*."""
    at = start + 1
    opens = clauses.chunks[at : at + 1]
    if not opens or opens[0].kind != "P" or clauses.tokens[opens[0].head].norm not in clauses.grammar.roles:
        return start
    at += 1
    while at + 1 < len(clauses.chunks) and (clauses.chunks[at].kind == "C" or _described(clauses, at)):
        at += 1
    follows = at > start + 2 and clauses.chunks[at - 1].kind == "NP" and clauses.chunks[at].kind == "NP"
    return at if follows else start


def _described(clauses: Clauses, at: int) -> bool:
    """Whether the phrase is an adjective alone."""
    part = clauses.chunks[at]
    return part.kind == "NP" and clauses.tokens[part.head].tag == "ADJ" and not part.mentions


def _passed(part: Chunk, subjects: set[int]) -> bool:
    """Whether the phrase is a subject's, the preposition before one, or a quotation mark."""
    return (part.kind == "NP" and part.start in subjects) or part.kind == "Q" or part.stop in subjects


def _behind_comma(clauses: Clauses, comma: int, subjects: set[int]) -> list[Chunk]:
    """The object that a comma parts from the subject before it: اتهم الوزير، أوكرانيا ب.

    Over one apposition that a second comma closes.
    """
    if clauses.chunks[comma - 1].start not in subjects:
        return []
    nouns = [at for at in (comma + 1, comma + 3) if _named(clauses, at)]
    if len(nouns) == 2 and clauses.chunks[comma + 2].kind == ",":
        return row_right(clauses, comma + 3)
    subject_ids = {clauses.mentions[number].entity for number in clauses.chunks[comma - 1].mentions}
    if not nouns or nouns[0] != comma + 1:
        return []
    other = clauses.mentions[clauses.chunks[comma + 1].mentions[0]]
    row = row_right(clauses, comma + 1)
    governs = clauses.chunks[clauses.at[row[-1].start] + 1 :][:1]
    apart = other.kind != "person" and other.entity not in subject_ids
    return row if apart and governs and governs[0].kind in ("P", "S") else []


def _named(clauses: Clauses, at: int) -> bool:
    return at < len(clauses.chunks) and clauses.chunks[at].kind == "NP" and bool(clauses.chunks[at].mentions)


def _beyond(clauses: Clauses, match: Match, at: int, subjects: set[int]) -> list[Chunk]:
    """The object behind "that" or a comma."""
    if clauses.chunks[at].kind == ",":
        return _behind_comma(clauses, at, subjects)
    rule = match.trigger.rule
    return _clause_subject(clauses, at) if rule.scope and rule.type in _OF_OTHERS else []


def _was_hit(clauses: Clauses, match: Match, row: list[Chunk]) -> bool:
    """Whether a clause tells what was done to somebody: looks into whether *a guard was killed*."""
    before, behind = clauses.at[row[0].start] - 1, clauses.chunks[clauses.at[row[-1].start] + 1 :][:1]
    told = match.trigger.rule.mode == "investigate" and clauses.chunks[before].kind == "S"
    if not told or not behind or behind[0].kind != "VP":
        return False
    head = clauses.tokens[behind[0].head]
    return head.form == "part" and head.lemma in clauses.grammar.harming


def _clause_subject(clauses: Clauses, at: int) -> list[Chunk]:
    """Who is to do it: demanded that *Iraq* withdraw, طلب أن ينسحب *العراق*."""
    following = clauses.chunks[at + 1 : at + 2]
    if following and following[0].kind == "VP" and clauses.grammar.verb_first:
        row = subject(clauses, at + 1)
        return row if row and row[0].start > following[0].start else []
    return row_right(clauses, at + 1, governed=True) if following and following[0].kind == "NP" else []


def _in_gap(clauses: Clauses, match: Match, gap: int) -> list[Chunk]:
    """The phrase that ``_`` stands for; where the verb comes first, the subject may stand in it too."""
    following = [at for at in match.tokens if at > gap]
    last = clauses.at[following[0]] if following else len(clauses.chunks)
    skip = _subjects(clauses, match)
    led = False
    for at in range(clauses.at[gap], last):
        part = clauses.chunks[at]
        before = clauses.chunks[at - 1].kind
        led = clauses.grammar.verb_first and (before == "P" or (before == "C" and led))
        led = led or _in_role(clauses, at - 1)
        if part.kind == "NP" and part.start not in skip and not led and not is_time(clauses, part):
            return row_right(clauses, at, governed=True)
    return []


def _in_role(clauses: Clauses, at: int) -> bool:
    """Whether the word says what who acts does it as: promised *as* candidates to resign."""
    link = clauses.chunks[at]
    return (
        link.kind == "P"
        and not clauses.grammar.verb_first
        and clauses.tokens[link.head].norm in clauses.grammar.roles
    )


def _subjects(clauses: Clauses, match: Match) -> set[int]:
    """Where the phrases of the subject begin, in a language in which it may stand behind the verb."""
    if not clauses.grammar.verb_first:
        return set()
    return {part.start for part in subject(clauses, clauses.at[match.head])}


def last_noun(clauses: Clauses, match: Match) -> int:
    """The trigger's last word that stands in a noun phrase: bombed rebel *positions* in; else its last."""
    inside = [at for at in match.tokens if clauses.chunks[clauses.at[at]].kind == "NP"]
    return inside[-1] if inside and not clauses.grammar.head_first else match.stop - 1


def stranger(match: Match, part: Chunk, head: Token) -> bool:
    """Whether a name that nobody knows is praised, blamed or asked: endorsed *Doe* for the Senate."""
    return match.trigger.rule.type in _OF_SOMEBODY and head.tag == "PROPN" and not part.mentions


def held_first(clauses: Clauses, match: Match, places: Sequence[str]) -> Sequence[str]:
    """The places, that of the object first where the trigger's words stand around it: endorse *X* for.

    Of who calls for somebody to do something only that.
    """
    if "object" in places and _for_whom(clauses, match):
        return ("by",) if _suffers(clauses, match) else ("object",)
    holds = match.gap is not None and match.trigger.rule.type == "SUPPORT"
    if "object" not in places or not (holds or given_to(clauses, match)):
        return places
    return ("object", *(place for place in places if place != "object"))


def _suffers(clauses: Clauses, match: Match) -> bool:
    """Whether it is to be done by somebody else: called for the siege *to be lifted* by Israel."""
    return undergoes(clauses, clauses.chunks[clauses.at[match.stop - 1] + 2])


def undergoes(clauses: Clauses, part: Chunk) -> bool:
    """Whether an infinitive is passive: *to be lifted*."""
    passive = clauses.tokens[part.head].form == "part"
    return passive and any(
        token.norm in clauses.grammar.being for token in clauses.tokens[part.start : part.head]
    )


def _for_whom(clauses: Clauses, match: Match) -> bool:
    """Whether the trigger leads to who is to do something: pushed *for the court* to decide."""
    last = match.stop - 1
    tail = clauses.chunks[clauses.at[last] + 1 :][:2]
    infinitive = [part.kind for part in tail] == ["NP", "VP"] and infinitival(clauses, tail[1])
    asked = match.trigger.rule.type == "REQUEST" and not match.trigger.noun
    return asked and infinitive and clauses.tokens[last].norm in clauses.grammar.beneficiaries
