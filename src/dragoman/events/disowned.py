"""What a sentence tells without holding it for true, or as what is usual: no event at all."""

from __future__ import annotations

from functools import cache

import msgspec

from dragoman.documents.subjects import subject
from dragoman.documents.verbs import infinitival
from dragoman.documents.walks import finite
from dragoman.events.triggers import Match
from dragoman.resources import language_file, read_if_there
from dragoman.types import Chunk, Clauses

_REACH = 14  # chunks to the left among which the verb of thinking or claiming may stand
_STOPS = frozenset({".", "W", "S", ",", "Q"})
_CLEFT = 3  # chunks of "it was Russia" before "that"


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/languages/<iso>/disowned.yml``, which says what each list is for."""

    believing: frozenset[str] = frozenset()
    knowing: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    claiming: frozenset[str] = frozenset()
    fictions: frozenset[str] = frozenset()
    habits: frozenset[str] = frozenset()
    wishing: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    advising: frozenset[str] = frozenset()
    inclined: frozenset[str] = frozenset()
    likening: frozenset[str] = frozenset()
    imagining: frozenset[str] = frozenset()
    depictions: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    foreign: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    beliefs: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    refuting: frozenset[str] = frozenset()
    untrue: frozenset[str] = frozenset()
    evidence: frozenset[str] = frozenset()
    attributing: frozenset[str] = frozenset()
    arranging: frozenset[str] = frozenset()
    cancelling: frozenset[str] = frozenset()
    retracting: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    sent: frozenset[str] = frozenset()
    conditional: frozenset[str] = frozenset()
    few: frozenset[str] = frozenset()
    weighing: frozenset[str] = frozenset()
    nearly: frozenset[str] = frozenset()
    general: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    instances: frozenset[str] = frozenset()
    manner: frozenset[str] = frozenset()
    preparing: frozenset[str] = frozenset()
    foreseeing: frozenset[str] = frozenset()
    shares: frozenset[str] = frozenset()
    failing: frozenset[str] = frozenset()
    excluding: frozenset[str] = frozenset()
    causing: frozenset[str] = frozenset()
    longing: frozenset[str] = frozenset()
    forecasting: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    wanting: frozenset[str] = frozenset()
    clefts: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    readiness: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


@cache
def load(language: str) -> Words:
    """The words of a language; none where it has no such file.

    Raises:
        ResourceError: the file is broken.
    """
    return read_if_there(language_file(language, "disowned.yml"), Words) or Words()


def disowned(clauses: Clauses, match: Match) -> bool:
    """Whether what the trigger tells is disbelieved, what an advertisement claims, or usual."""
    words = load(clauses.grammar.language)
    return any(test(clauses, match, words) for test in (_usual, _disbelieved, _believed, _refuted, _made_up))


def _usual(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether a verb in the present tells what is done as a rule, or how things are: *usually* hands over."""
    here = clauses.at[match.head]
    part = clauses.chunks[here]
    if clauses.tokens[match.head].form == "fin" and clauses.tokens[match.head].lemma in words.lasting:
        return match.trigger.rule.type == "COERCE"
    if match.trigger.noun or clauses.tokens[match.head].form != "fin":
        return False
    start = next(
        (one.stop for one in reversed(clauses.chunks[:here]) if one.kind in (".", "S", "W", "Q", "VP")), 0
    )
    return any(token.norm in words.habits for token in clauses.tokens[start : part.stop])


def _disbelieved(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether somebody does not think that he did it, or that *it was Russia that* did."""
    here = clauses.at[match.head]
    opened = next((at for at in range(here - 1, -1, -1) if clauses.chunks[at].kind in _STOPS), -1)
    cleft = opened >= 0 and _cleft(clauses, opened, words)
    start = opened - _CLEFT - 1 if cleft else here - 1
    for at in range(start, max(-1, start - _REACH), -1):
        part = clauses.chunks[at]
        if part.kind in (".", ",", "Q") or (not cleft and part.kind in ("W", "C", "P")):
            return False
        if part.kind == "VP" and clauses.tokens[part.head].lemma in words.believing:
            around = {token.norm for token in clauses.tokens[max(0, part.start - 1) : part.stop]}
            if around & (clauses.grammar.negations | words.nobody):
                return cleft or clauses.tokens[part.head].lemma not in words.knowing
        elif part.kind == "VP" and not cleft and not _leads(clauses, at):
            return False
    return False


def _leads(clauses: Clauses, at: int) -> bool:
    """Whether an infinitive follows the verb: did not think that they *were going to* leave."""
    following = clauses.chunks[at + 1 : at + 2]
    return bool(following) and infinitival(clauses, following[0])


def _believed(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether it is what somebody believes: they *think* that he killed her."""
    if match.trigger.noun:
        return False
    here = clauses.at[match.head]
    for at in range(here - 1, max(-1, here - _REACH), -1):
        part = clauses.chunks[at]
        if part.kind == "VP":
            told = finite(clauses, part) and not _infinitive(clauses, here)
            return told and clauses.tokens[part.head].lemma in words.beliefs
        if part.kind not in ("NP", "P", "S") or (part.kind == "S" and not _that(clauses, part)):
            return False
    return False


def _infinitive(clauses: Clauses, here: int) -> bool:
    return infinitival(clauses, clauses.chunks[here])


def _that(clauses: Clauses, part: Chunk) -> bool:
    return clauses.tokens[part.head].norm in clauses.grammar.complementizers


def _refuted(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether it is what a report said that was wrong: *denied reports that* it had closed the border."""
    here = clauses.at[match.head]
    opened = next((at for at in range(here - 1, 0, -1) if clauses.chunks[at].kind in _STOPS), 0)
    noun = clauses.chunks[opened - 1] if opened else None
    if noun is None or not _that(clauses, clauses.chunks[opened]) or noun.kind != "NP":
        return False
    before = clauses.tokens[max(0, noun.start - 1) : noun.head]
    if clauses.tokens[noun.head].lemma in words.evidence:
        return any(token.norm in words.wanting for token in before)
    if clauses.tokens[noun.head].lemma not in words.reports:
        return False
    verb = clauses.chunks[opened - 2] if opened > 1 else None
    denied = verb is not None and verb.kind == "VP" and clauses.tokens[verb.head].lemma in words.refuting
    return denied or any(token.norm in words.untrue for token in clauses.tokens[match.stop :])


def _cleft(clauses: Clauses, opened: int, words: Words) -> bool:
    """Whether "it was Russia" stands right before the relative."""
    before: tuple[Chunk, ...] = clauses.chunks[max(0, opened - _CLEFT) : opened]
    if [part.kind for part in before] != ["NP", "VP", "NP"]:
        return False
    return (
        clauses.tokens[before[0].head].norm in words.clefts
        and clauses.tokens[before[1].head].lemma in clauses.grammar.being
    )


def _made_up(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether it stands in what an advertisement or a film says: the ad *claimed* that he sold it."""
    here = clauses.at[match.head]
    opening = clauses.chunks[:2]
    inside = [part.kind for part in opening] == ["P", "NP"]
    if inside and clauses.tokens[opening[0].head].norm in words.inside:
        if clauses.tokens[opening[1].head].lemma in words.fictions - words.sent:
            return True
    quoted = False
    for at in range(here - 1, -1, -1):
        part = clauses.chunks[at]
        quoted = quoted or part.kind == "Q"
        if part.kind == "." or (part.kind == "," and not quoted and _new_clause(clauses, at)):
            return False
        if part.kind == "VP" and clauses.tokens[part.head].lemma in words.claiming:
            return finite(clauses, part) and any(
                clauses.tokens[one.head].lemma in words.fictions for one in subject(clauses, at)
            )
    return False


def _new_clause(clauses: Clauses, at: int) -> bool:
    """Whether a conjunction follows the comma: claimed it, *but* he refused."""
    return at + 1 < len(clauses.chunks) and clauses.chunks[at + 1].kind == "C"
