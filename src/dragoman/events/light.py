"""Who takes part in what a noun names: the subject of its light verb, or of a sentence without a verb."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.documents.rows import opens, row_left
from dragoman.documents.subjects import subject
from dragoman.events.fillers import Filler, filler_of
from dragoman.events.owners import possessor
from dragoman.events.triggers import Match
from dragoman.types import Chunk, Clauses, Participant

_REACH = 14  # chunks that a walk may cross


def light_subject(clauses: Clauses, match: Match) -> Filler | None:
    """Who takes part in what a noun names: Maliki *began* a visit; Maliki said *during* the talks."""
    here = clauses.at[match.head]
    stated = _verbless(clauses, match, here)
    if stated:
        return stated
    for at in range(here - 1, max(-1, here - 5), -1):
        part = clauses.chunks[at]
        word = clauses.tokens[part.head]
        if part.kind == "VP":
            if clauses.grammar.verb_first and clauses.chunks[at - 1].kind == "W":
                break
            light = word.lemma in clauses.grammar.light_verbs
            return filler_of(clauses, subject(clauses, at)) if light else None
        if part.kind == "P" and word.norm in clauses.grammar.participant_prepositions:
            if match.trigger.rule.type == "CONSULT":
                another = any(one.kind == "P" for one in clauses.chunks[at + 1 : here])
                return None if clauses.grammar.verb_first and another else _attendant(clauses, at)
            return _able(clauses, here) if at == here - 1 and _governs(clauses, at) else None
        if part.kind not in ("NP", "P", "Q"):
            break
    return _able(clauses, here)


def unknown_partner(
    clauses: Clauses, match: Match, actors: Sequence[Participant], others: Sequence[Participant]
) -> bool:
    """Whether somebody unnamed takes part: مفاوضات مع ممثلين, a meeting *with* Smith and Novak took place."""
    rule = match.trigger.rule
    places = rule.noun_recipient if match.trigger.noun else rule.recipient
    here = clauses.at[match.stop - 1]
    behind = clauses.chunks[here + 1 : here + 3]
    if [part.kind for part in behind] != ["P", "NP"] or clauses.tokens[behind[0].head].norm not in places:
        return False
    if not clauses.grammar.verb_first:
        return bool(match.trigger.noun and others and not actors)
    place = clauses.tokens[behind[0].head].norm in clauses.grammar.place_prepositions
    return not others and not place and not behind[1].mentions


def _governs(clauses: Clauses, at: int) -> bool:
    """Whether a verb that comes first may lead to its noun by this preposition: نجح الجيش *في* صد."""
    word = clauses.tokens[clauses.chunks[at].head].norm
    grammar = clauses.grammar
    return grammar.verb_first and word in grammar.place_prepositions | grammar.content_prepositions


def _able(clauses: Clauses, here: int) -> Filler | None:
    """Who was able to do it, where the verb is first and far: تمكن الجيش، أمس، من اعتقال."""
    before = range(max(0, here - _REACH), here)
    verbs = [at for at in before if clauses.chunks[at].kind in ("VP", "S", "W", ".")]
    aside = len(verbs) > 2 and clauses.chunks[verbs[-2]].kind == "W" and verbs[-1] == verbs[-2] + 1
    verbs = verbs[:-2] if aside else verbs  # سيجري خلال زيارته التي تستغرق يومين محادثات
    if not clauses.grammar.verb_first or not verbs or clauses.chunks[verbs[-1]].kind != "VP":
        return None
    part = clauses.chunks[verbs[-1]]
    light = clauses.tokens[part.head].lemma in clauses.grammar.light_verbs
    if aside and any(token.norm in clauses.grammar.future_words for token in clauses.tokens[: part.head]):
        return None
    governed = aside or clauses.chunks[here - 1].kind == "P"
    return filler_of(clauses, subject(clauses, verbs[-1])) if light and governed else None


def _verbless(clauses: Clauses, match: Match, here: int) -> Filler | None:
    """The subject of a sentence without a verb, right before what is said of it: موسكو مستعدة ل."""
    if not clauses.grammar.verb_first:
        return None
    part = clauses.chunks[here]
    start = clauses.tokens[match.head].span.start
    inside = [number for number in part.mentions if clauses.mentions[number].span.stop <= start]
    if inside and clauses.mentions[inside[0]].span.start == clauses.tokens[part.start].span.start:
        return Filler(mentions=(inside[0],), direct=True) if opens(clauses, here) else None
    back = here - 2 if here > 1 and clauses.chunks[here - 1].kind == "P" else here - 1  # بلاده بحاجة إلى
    if back >= 0 and clauses.chunks[back].kind == "NP" and opens(clauses, back):
        return filler_of(clauses, row_left(clauses, back))
    return None


def _whoever(clauses: Clauses, row: Sequence[Chunk]) -> Filler | None:
    """Who is meant, or whose words or deeds are: *Merkel's* remarks came after a meeting."""
    found = filler_of(clauses, row)
    if found or clauses.grammar.verb_first:
        return found
    owners = [number for part in row for number in possessor(clauses, part)]
    return Filler(mentions=tuple(owners), direct=True) if owners else None


def _attendant(clauses: Clauses, preposition: int) -> Filler | None:
    """The subject of the main verb that "during the talks" belongs to."""
    verbs = [at for at, part in enumerate(clauses.chunks) if part.kind == "VP"]
    before = [at for at in verbs if at < preposition]
    if before:
        return _whoever(clauses, subject(clauses, before[-1]))
    opening = preposition == 0 and verbs
    return filler_of(clauses, subject(clauses, verbs[0])) if opening else None
