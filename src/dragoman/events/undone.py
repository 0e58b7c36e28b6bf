"""What words tell of a deed that nobody did: it nearly happened, is asked about, or is how things stand."""

from __future__ import annotations

from dragoman.documents.subjects import subject
from dragoman.documents.verbs import infinitival
from dragoman.documents.walks import finite
from dragoman.events.disowned import Words
from dragoman.events.doubts import barred
from dragoman.events.modality import read
from dragoman.events.triggers import Match
from dragoman.types import Clauses

_ASKING = 6  # chunks behind a request within which a question opens
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_DEALS = frozenset({"AGREE", "COOPERATE", "SUPPORT"})
_WANTED = frozenset({"AGREE", "CONSULT", "REQUEST"})  # of which to want it is much
_PREDICATE = 8  # chunks behind a noun within which its verb stands
_STANDS = frozenset({"REJECT", "SUPPORT"})  # what people in general hold, of which polls tell


def nearly(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether it did not quite come about: *nearly* shot it down."""
    if match.trigger.noun or not match.head:
        return False
    return clauses.tokens[match.head - 1].norm in words.nearly


def stationed(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether a present passive tells where forces are, not that they went: they *are stationed* there."""
    if match.trigger.rule.type != "MOBILIZE" or not match.passive or match.trigger.noun:
        return False
    part = clauses.chunks[clauses.at[match.head]]
    group = [token for token in clauses.tokens[part.start : part.head] if token.tag == "AUX"]
    return len(group) == 1 and group[0].lemma in clauses.grammar.being and group[0].form == "fin"


def attribute(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether a relative only says which they are: the militia, *which is backed by* Iran."""
    here = clauses.at[match.head]
    part = clauses.chunks[here]
    if match.trigger.noun or not match.passive or here < 1 or clauses.chunks[here - 1].kind != "W":
        return False
    first = clauses.tokens[part.start]
    present = first.lemma in clauses.grammar.being and first.form == "fin"
    return present and clauses.tokens[part.head].lemma in words.attributing


def general(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether a noun of force tells of something usual and no one deed: *widespread* brutality."""
    if not match.trigger.noun or match.trigger.rule.type not in _FORCE:
        return False
    part = clauses.chunks[clauses.at[match.head]]
    return any(token.norm in words.general for token in clauses.tokens[part.start : match.head])


def questioned(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether a request only asks how things are: pressed him on *whether* he agreed."""
    if match.trigger.rule.type != "REQUEST" or match.trigger.noun or clauses.grammar.verb_first:
        return False
    start = clauses.at[match.stop - 1] + 1
    if clauses.chunks[start - 1].kind == "VP" and start - 1 != clauses.at[match.head]:
        return False  # asked him *to explain* whether
    behind = clauses.chunks[start : start + _ASKING]
    opened = next((at for at, part in enumerate(behind) if part.kind not in ("NP", "P")), 0)
    apart = [part.kind for part in behind[:opened]].count("P") > 1  # sought advice from her about when
    asks = behind[opened : opened + 1]
    return not apart and any(clauses.tokens[part.head].norm in words.questions for part in asks)


def exemplified(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether it is an example of what might be done: stricter rules, *for example barring* him."""
    here = clauses.at[match.head]
    if match.trigger.noun or clauses.tokens[match.head].form != "ger":
        return False
    start = clauses.chunks[here].start
    before = [token.norm for token in clauses.tokens[max(0, start - 3) : start] if token.text != ","]
    return " ".join(before[-2:]) in words.instances


def manner(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether a present tells how something is done in general: changes in *how* they cooperate."""
    here = clauses.at[match.head]
    if match.trigger.noun or clauses.tokens[match.head].form != "fin" or clauses.grammar.verb_first:
        return False
    opened = next((at for at in range(here - 1, 0, -1) if clauses.chunks[at].kind != "NP"), 0)
    asks = opened and clauses.tokens[clauses.chunks[opened].head].norm in words.manner
    return bool(asks) and clauses.chunks[opened - 1].kind == "P"


def prepared(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether people only made ready for a meeting or a trip: aides *prepared for* his trip."""
    here = clauses.at[match.head]
    if not match.trigger.noun or match.trigger.rule.type != "CONSULT" or here < 2:
        return False
    verb, link = clauses.chunks[here - 2 : here]
    head = clauses.tokens[verb.head]
    tied = [verb.kind, link.kind] == ["VP", "P"] and clauses.tokens[link.head].norm in words.readiness
    return tied and head.form == "past" and head.lemma in words.preparing


def unforeseen(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether nobody would have thought that it would come about: *never thought* that we would thank him."""
    if match.trigger.noun or clauses.grammar.verb_first:
        return False
    for at in range(clauses.at[match.head] - 1, -1, -1):
        part = clauses.chunks[at]
        if part.kind in (".", ",", "C"):
            return False
        group = clauses.tokens[part.start : part.head + 1]
        if part.kind == "VP" and group[-1].lemma in words.foreseeing:
            return any(token.norm in words.nobody | words.never for token in group)
    return False


def polled(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether it is what most of a people hold, which no one of them says: *most Germans oppose* it."""
    head = clauses.tokens[match.head]
    if match.trigger.rule.type not in _STANDS or match.trigger.noun or clauses.grammar.verb_first:
        return False
    here = clauses.at[match.head]
    doers = subject(clauses, here) if head.form == "fin" and finite(clauses, clauses.chunks[here]) else []
    first = doers[0].start if doers else 0
    people = clauses.tokens[max(0, first - 2) : doers[-1].stop] if doers else ()
    return any(token.norm in words.shares for token in people)


def failed(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether a deal came to nothing: the deal *fell through*."""
    here = clauses.at[match.head]
    if not match.trigger.noun or match.trigger.rule.type not in _DEALS or clauses.grammar.verb_first:
        return False
    for part in clauses.chunks[here + 1 : here + _PREDICATE]:
        if part.kind == "VP":
            return clauses.tokens[part.head].lemma in words.failing
        if part.kind not in ("NP", "P", "C"):
            return False
    return False


def left_open(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether a refusal only leaves something open: refused to *rule out* an attack."""
    here = clauses.at[match.stop - 1]
    if match.trigger.rule.type != "REJECT" or match.trigger.noun or clauses.grammar.verb_first:
        return False
    verbs = [part for part in clauses.chunks[here : here + 2] if part.kind == "VP"]
    return any(
        infinitival(clauses, part) and clauses.tokens[part.head].lemma in words.excluding for part in verbs
    )


def brought_about(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether it is what somebody would have to bring about: *getting* Iran to sign is hard."""
    here = clauses.at[match.head]
    if match.trigger.noun or here < 2 or not infinitival(clauses, clauses.chunks[here]):
        return False
    verb, who = clauses.chunks[here - 2 : here]
    head = clauses.tokens[verb.head]
    alone = [verb.kind, who.kind] == ["VP", "NP"] and verb.start == verb.head
    opens = all(part.kind in ("Q", ",", "S", "C") for part in clauses.chunks[: here - 2][-1:])
    return alone and opens and head.form == "ger" and head.lemma in words.causing


def deterred(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether somebody is only to be kept from it: was meant to deter Iran *from attacking*."""
    if match.trigger.noun or clauses.grammar.verb_first or match.trigger.rule.type not in _FORCE:
        return False
    told = read(clauses, match)
    return barred(clauses, clauses.at[match.head]) and (told.future or told.hypothetical)


def foretold(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether somebody only thinks that it will or will not come about: is *unlikely* to lift them."""
    here = clauses.at[match.head]
    part = clauses.chunks[here]
    if match.trigger.noun or not here or not infinitival(clauses, part):
        return False
    return clauses.tokens[part.start - 1].norm in words.forecasting


def topical(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether a deal is what is still talked about: talks *on an agreement* between them."""
    here = clauses.at[match.head]
    if not match.trigger.noun or match.trigger.rule.type not in _DEALS or here < 2:
        return False
    before, link = clauses.chunks[here - 2 : here]
    shared = before.kind == "NP" and clauses.tokens[before.head].lemma in clauses.grammar.shared
    return shared and clauses.tokens[link.head].norm in words.topics


def longed(clauses: Clauses, match: Match, words: Words) -> bool:
    """Whether it is only what somebody would like to do, as others tell: Serbia *wants to* join."""
    here = clauses.at[match.head]
    if match.trigger.noun or not here or match.trigger.rule.type in _WANTED or clauses.grammar.verb_first:
        return False
    before = clauses.chunks[here - 1]
    infinitive = infinitival(clauses, clauses.chunks[here]) and before.kind == "VP"
    if not infinitive or clauses.tokens[before.head].lemma not in words.longing:
        return False
    return not any(clauses.tokens[one.head].norm in words.own for one in subject(clauses, here - 1))


TESTS = (
    longed,
    deterred,
    foretold,
    topical,
    failed,
    left_open,
    brought_about,
    nearly,
    stationed,
    attribute,
    general,
    questioned,
    exemplified,
    manner,
    prepared,
    unforeseen,
    polled,
)
