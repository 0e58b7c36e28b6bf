"""What words tell of the kind that a trigger names, and yet no event: a wish, advice, a refusal denied."""

from __future__ import annotations

from itertools import pairwise

from dragoman.documents.subjects import for_whom, subject
from dragoman.documents.verbs import infinitival
from dragoman.events import undone
from dragoman.events.disowned import Words, load
from dragoman.events.modality import read
from dragoman.events.triggers import Match
from dragoman.types import Chunk, Clauses

_NEAR = 10  # tokens behind a noun among which those may stand whose meeting was the first of its kind
_DONE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION"})
_DEEDS = _DONE | {"CONCEDE"}


def moot(clauses: Clauses, match: Match) -> bool:
    """Whether nothing was done or said that is worth coding, though the trigger is there.

    It still governs what stands in its scope: of *wants Iran to withdraw* nothing is coded.
    """
    words = load(clauses.grammar.language)
    return any(test(clauses, match, words) for test in _TESTS)


def _wished(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether a request is only a wish that somebody else tells: Turkey *wants* Cyprus to wait."""
    if match.trigger.rule.type != "REQUEST" or clauses.tokens[match.head].lemma not in words.wishing:
        return False
    return not _own(clauses, subject(clauses, clauses.at[match.head]), words)


def _own(clauses: Clauses, phrases: list[Chunk], words: Words) -> bool:
    return any(clauses.tokens[part.head].norm in words.own for part in phrases)


def _advised(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether its verb, or one that governs it, says what ought to or can be done: *should* leave."""
    if match.trigger.noun:
        return False
    at, stop = clauses.at[match.head], match.head
    while at >= 0 and clauses.chunks[at].kind == "VP":
        part = clauses.chunks[at]
        if any(token.norm in words.advising for token in clauses.tokens[part.start : stop]):
            return True
        if not infinitival(clauses, part):
            return False
        at, stop = at - 1, part.start
    return False


def _told_of(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether somebody else says it of the speaker, who only repeats it: they say that *I* threatened him."""
    here = clauses.at[match.head]
    doer = subject(clauses, here) if not match.trigger.noun else []
    if not doer or not _own(clauses, doer, words):
        return False
    at = clauses.at[doer[0].start] - 1
    while at >= 0 and clauses.chunks[at].kind in ("S", "Q"):
        at -= 1
    part = clauses.chunks[at] if at >= 0 else None
    if part is None or part.kind != "VP" or clauses.tokens[part.head].lemma not in words.claiming:
        return False
    others = subject(clauses, at)
    return bool(others) and not _own(clauses, others, words)


def _asked(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether it is only what somebody else wants done: pushed *for* Iran *to leave*, told it *to leave*."""
    here = clauses.at[match.head]
    if match.trigger.noun or not infinitival(clauses, clauses.chunks[here]):
        return False
    before = clauses.chunks[max(0, here - 2) : here]
    told = [part.kind for part in before] == ["VP", "NP"] and bool(before[1].mentions)
    return bool(for_whom(clauses, here)) or (
        told and clauses.tokens[before[0].head].lemma in clauses.grammar.hypothetical_verbs
    )


def _inclined(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether somebody would only like to: is *interested in* talking to him."""
    here = clauses.at[match.head]
    if match.trigger.noun or clauses.tokens[match.head].form != "ger" or not here:
        return False
    link = clauses.chunks[here - 1]
    before = clauses.tokens[link.start - 1 : link.start]
    return link.kind == "P" and any(token.norm in words.inclined for token in before)


def _likened(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether somebody is only compared with one who did it: sounds *like* a pope *condemning* a king."""
    here = clauses.at[match.head]
    link = clauses.chunks[max(0, here - 2)]
    return clauses.tokens[match.head].form == "ger" and clauses.tokens[link.head].norm in words.likening


def _imagined(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether it is what somebody pictures or cannot bear: *imagine* rebels taking the town."""
    here = clauses.at[match.head]
    if match.trigger.noun or clauses.tokens[match.head].form != "ger":
        return False
    before = next(
        (part for part in reversed(clauses.chunks[:here]) if part.kind not in ("NP", "P", "C")), None
    )
    return before is not None and before.kind == "VP" and clauses.tokens[before.head].lemma in words.imagining


def _depicted(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether it is what a picture shows: posters of ministers *praising* the president."""
    here = clauses.at[match.head]
    before = clauses.chunks[max(0, here - 3) : here]
    if clauses.tokens[match.head].form != "ger" or [part.kind for part in before] != ["NP", "P", "NP"]:
        return False
    return clauses.tokens[before[0].head].lemma in words.depictions


def _denied(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether a refusal is denied, or something is both denied and only thought of: *could not meet*."""
    if clauses.grammar.verb_first:
        return False
    told = read(clauses, match)
    return told.negation and (told.hypothetical or match.trigger.rule.type == "REJECT")


def _record(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether it is said of a meeting that it was the first *between a* president and *a* pope."""
    if not match.trigger.noun or match.trigger.rule.type != "CONSULT":
        return False
    part = clauses.chunks[clauses.at[match.head]]
    tokens = clauses.tokens[max(0, part.start - 2) : match.stop + _NEAR]  # "first" may stand apart
    ranked = next((at for at, token in enumerate(tokens) if token.norm in clauses.grammar.ranking), None)
    if ranked is None:
        return False
    return any(
        one.tag == "ADP" and other.norm in words.indefinite for one, other in pairwise(tokens[ranked:])
    )


def _general(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether it is of meetings or calls in general: phone calls with *foreign* leaders."""
    if not match.trigger.noun or match.trigger.rule.type != "CONSULT":
        return False
    here = clauses.at[match.stop - 1]
    behind = clauses.chunks[here + 1 : here + 3]
    if [part.kind for part in behind] != ["P", "NP"]:
        return False
    partner = behind[1]
    head = clauses.tokens[partner.head]
    several = (
        clauses.tokens[match.stop - 1].norm != clauses.tokens[match.stop - 1].lemma
        and head.norm != head.lemma
    )
    return several and clauses.tokens[partner.start].norm in words.foreign


def _attribute(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether it only says which they are: the rebels *backed by* Iran."""
    here = clauses.at[match.head]
    part = clauses.chunks[here]
    if match.trigger.noun or not match.passive or not here or part.start != part.head:
        return False
    return clauses.chunks[here - 1].kind == "NP" and clauses.tokens[part.head].lemma in words.attributing


def _arranged(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether somebody is only after a meeting: intent on *securing* a meeting."""
    here = clauses.at[match.head]
    if not match.trigger.noun or match.trigger.rule.type != "CONSULT" or not here:
        return False
    before = clauses.chunks[here - 1]
    head = clauses.tokens[before.head]
    return before.kind == "VP" and head.form in ("ger", "inf") and head.lemma in words.arranging


def _called_off(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether it belonged to what was called off: *cancelled* a trip, *where* he was to meet her."""
    here = clauses.at[match.head]
    opened = next((at for at in range(here - 1, 0, -1) if clauses.chunks[at].kind in ("S", "W")), 0)
    if not opened or clauses.tokens[clauses.chunks[opened].head].norm not in words.places:
        return False
    before = [part for part in clauses.chunks[:opened] if part.kind == "VP"]
    return bool(before) and clauses.tokens[before[-1].head].lemma in words.cancelling


def _retracted(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether it is what somebody took back: *retracted* his claims."""
    here = clauses.at[match.head]
    before = clauses.chunks[here - 1] if match.trigger.noun and here else None
    return (
        before is not None and before.kind == "VP" and clauses.tokens[before.head].lemma in words.retracting
    )


def _weighed(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether people only argue over such a deed, or foil it: *opposed an* American attack on Iran."""
    here = clauses.at[match.head]
    if not match.trigger.noun or match.trigger.rule.type not in _DONE or not here:
        return False
    before, part = clauses.chunks[here - 1], clauses.chunks[here]
    first = clauses.tokens[part.start]
    definite = first.tag in ("DET", "PRON") and first.norm not in words.indefinite
    return before.kind == "VP" and not definite and clauses.tokens[before.head].lemma in words.weighing


def _by_few(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether hardly anybody did it: *few* Republicans have criticised him, *no* state has recognised it."""
    if match.trigger.noun or clauses.grammar.verb_first:
        return False
    doers = subject(clauses, clauses.at[match.head])
    first = doers[0].start if doers else 0
    near = clauses.tokens[max(0, first - 1) : first + 1]
    back = clauses.tokens[max(0, first - 3) : first]
    of = bool(back) and back[-1].norm in clauses.grammar.genitives
    partial = of and any(token.norm in words.few for token in back)
    return bool(doers) and (partial or any(token.norm in words.few for token in near))


def _feared(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether a noun of a deed is only thought of: fears of *strikes*, the *threatened* invasion."""
    forced = match.trigger.noun and match.trigger.rule.type in _DEEDS
    return forced and not clauses.grammar.verb_first and read(clauses, match).hypothetical


def _against(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether somebody only speaks against doing it: argued *against lifting* the embargo."""
    here = clauses.at[match.head]
    if match.trigger.noun or not here or clauses.tokens[match.head].form != "ger":
        return False
    return clauses.tokens[clauses.chunks[here - 1].head].norm in words.against


def _inverted(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether an auxiliary opens the sentence as a condition: *had* Russia attacked, they would."""
    first = clauses.tokens[0]
    if clauses.grammar.verb_first or first.tag != "AUX" or first.norm not in words.conditional:
        return False
    comma = next((at for at, token in enumerate(clauses.tokens) if token.text == ","), 0)
    return match.head < comma


_TESTS = (
    _wished,
    _advised,
    _asked,
    _inclined,
    _likened,
    _imagined,
    _told_of,
    _depicted,
    _denied,
    _record,
    _general,
    _attribute,
    _arranged,
    _called_off,
    _retracted,
    _weighed,
    _by_few,
    _feared,
    _against,
    _inverted,
    *undone.TESTS,
)
