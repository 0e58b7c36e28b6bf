"""When an event happened: the expression of time that stands nearest to its trigger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dragoman.documents.verbs import infinitival
from dragoman.documents.walks import finite
from dragoman.events import times
from dragoman.events.modality import Modality
from dragoman.events.triggers import Match
from dragoman.types import Chunk, Clauses, DateExpression, Document

_FINE = {"day": 0, "range": 1, "week": 2, "month": 3, "year": 4}
_UNFORESEEN = frozenset({"ACCUSE", "ASSAULT", "COERCE", "PROTEST"})
_DASHES = ("-", "–", "—")
_WEEK = 7
_DAYS = 8  # days of a range that is as fine as a day


def when(document: Document, clauses: Clauses, match: Match) -> DateExpression | None:
    """The date expression of the trigger's clause; the nearest and finest first.

    Where subjects come first, a date beyond another verb is that verb's. Elsewhere it is the last resort.
    """
    sentence = clauses.sentence.span
    here = clauses.tokens[match.head].span.start
    found = [
        (barriers(clauses, match, date), _coarse(date), abs(date.span.start - here), date)
        for date in document.dates
        if sentence.holds(date.span)
    ]
    if not clauses.grammar.verb_first:
        part = clauses.chunks[clauses.at[match.head]]
        opening = {token.norm for token in clauses.tokens[part.start : part.head]}
        governed = match.trigger.noun or bool(opening & clauses.grammar.infinitives)  # decided not to charge
        governed = governed or _by_doing(clauses, part)
        found = [one for one in found if one[0] <= governed and not tells_which(clauses, match, one[3])]
        found = [one for one in found if not _told_by(one[3], document.dates)]
        found = [one for one in found if not (match.trigger.noun and _signed(clauses, one[3]))]
        found = [one for one in found if not _of_what_is_said(clauses, match, one[3])]
        found = [one for one in found if not _of_content(clauses, match, one[3])]
    return _ahead(document, clauses, match, min(found, key=lambda one: one[:3])[3]) if found else None


def _by_doing(clauses: Clauses, part: Chunk) -> bool:
    """Whether the verb is how the one before came about: surprised them *by accepting* in March."""
    before = clauses.chunks[max(0, clauses.at[part.start] - 1)]
    gerund = part.kind == "VP" and clauses.tokens[part.head].form == "ger"
    return gerund and clauses.tokens[before.head].norm in clauses.grammar.agent_prepositions


def _signed(clauses: Clauses, date: DateExpression) -> bool:
    """Whether it is the day of a message, behind its sender's name: (@sender) October 5."""
    before = [token.text for token in clauses.tokens if token.span.stop <= date.span.start][-4:]
    return ")" in before[-1:] and any(text.startswith("@") for text in before)


def _told_by(date: DateExpression, dates: Sequence[DateExpression]) -> bool:
    """Whether another day is counted from it right before: *five years ago* this month."""
    return any(
        0 <= date.span.start - other.span.stop <= 1 and other.end and date.start and other.end < date.start
        for other in dates
    )


def _of_what_is_said(clauses: Clauses, match: Match, date: DateExpression) -> bool:
    """Whether a date before a noun is that of a verb between: *Friday* he hailed the talks.

    A verb that means no more than the noun shares its day: on Friday he held talks.
    """
    place = next((clauses.at[at] for at, one in enumerate(clauses.tokens) if date.span.overlaps(one.span)), 0)
    between = clauses.chunks[place + 1 : clauses.at[match.head]] if match.trigger.noun else ()
    verbs = [
        clauses.tokens[part.head].lemma for part in between if part.kind == "VP" and finite(clauses, part)
    ]
    return bool(verbs) and clauses.grammar.light_verbs.isdisjoint(verbs)


def _of_content(clauses: Clauses, match: Match, date: DateExpression) -> bool:
    """Whether the date stands in what is said: complained *that* he, in an April call, had lied."""
    if match.trigger.noun or not match.trigger.rule.scope:
        return False
    words = times.load(clauses.grammar.language).complements
    behind = clauses.tokens[match.head + 1 : match.head + 2]
    return date.span.start > clauses.tokens[match.head].span.stop and any(one.norm in words for one in behind)


def tells_which(clauses: Clauses, match: Match, date: DateExpression) -> bool:
    """Whether a year only tells which of several is meant: the results of the *2016* election."""
    at = next((at for at, token in enumerate(clauses.tokens) if date.span.overlaps(token.span)), None)
    if date.granularity != "year" or at is None or clauses.chunks[clauses.at[at]].start == at:
        return False
    return modifies(clauses, match, date, clauses.at[at])


def modifies(clauses: Clauses, match: Match, date: DateExpression, number: int) -> bool:
    """Whether the date stands before a noun in its phrase (a chunk index) that is not the trigger's.

    A thing in which something is said lends it its day: in a 1957 speech.
    """
    part = clauses.chunks[number]
    head = clauses.tokens[part.head]
    inner = part.kind == "NP" and date.span.stop <= head.span.start and number != clauses.at[match.head]
    return inner and head.lemma not in clauses.grammar.tellings


def _coarse(date: DateExpression) -> int:
    """How coarse the expression is; a few days running are as good as one."""
    if date.granularity == "range" and date.start and date.end and (date.end - date.start).days < _DAYS:
        return _FINE["day"]
    return _FINE[date.granularity]


def barriers(clauses: Clauses, match: Match, date: DateExpression) -> int:
    """How many verb groups and subordinate clauses stand between trigger and date."""
    place = next(
        (clauses.at[at] for at, token in enumerate(clauses.tokens) if date.span.overlaps(token.span)), None
    )
    if place is None:
        return len(clauses.chunks)
    here = clauses.at[match.head]
    low, high = sorted((place, here))
    if _in_aside(clauses, place, here) or (place < here and _dashed(clauses, here)):
        return len(clauses.chunks)
    shared = place < here and here > 0 and clauses.chunks[here - 1].kind == "C"
    others = range(here + 1, place) if not clauses.grammar.verb_first else range(0)
    told = any(_qualifies(clauses, at) for at in others)
    return max(0, sum(_bars(clauses, at) for at in range(low + 1, high)) - shared) + told


def _qualifies(clauses: Clauses, at: int) -> bool:
    """Whether a participle says which, or a gerund why: an article *published* in 2015, for *killing* her."""
    part, before = clauses.chunks[at], clauses.chunks[at - 1]
    if part.kind != "VP" or finite(clauses, part):
        return False
    form = clauses.tokens[part.head].form
    which = form == "part" and before.kind == "NP" and part.start == part.head
    return which or (form == "ger" and before.kind == "P")


def _dashed(clauses: Clauses, here: int) -> bool:
    """Whether a dash stands before the conjunction, so that what it joins was an aside."""
    start = clauses.chunks[here - 1].start
    return start > 0 and clauses.tokens[start - 1].text in _DASHES


def _in_aside(clauses: Clauses, place: int, here: int) -> bool:
    """Whether the date stands in a relative clause that ends before the trigger: he, who left today, met."""
    opened = next((at for at in range(place - 1, -1, -1) if clauses.chunks[at].kind in ("W", "S", ".")), None)
    if clauses.grammar.verb_first or place > here:
        return False
    if _apposed(clauses, place, here):
        return True
    if opened is None or clauses.chunks[opened].kind != "W":
        return False
    told = any(_bars(clauses, at) for at in range(opened + 1, place))
    closed = next((at for at in range(place + 1, here) if clauses.chunks[at].kind == ","), None)
    main = any(_bars(clauses, at) for at in range(place + 1, here + 1))  # who ran in 2012 was critical
    return told and ((closed is not None and _bars(clauses, closed + 1)) or (closed is None and main))


def _apposed(clauses: Clauses, place: int, here: int) -> bool:
    """Whether a participle between commas has the date: Macron, *elected* in 2017, met her."""
    start = next((at for at in range(place - 1, 0, -1) if clauses.chunks[at].kind == ","), 0)
    verb = clauses.chunks[start + 1]
    closed = any(part.kind == "," for part in clauses.chunks[place:here])
    participle = verb.kind == "VP" and clauses.tokens[verb.head].form == "part" and verb.start == verb.head
    return bool(start) and closed and participle and start + 1 < place


def _bars(clauses: Clauses, at: int) -> bool:
    """Whether a clause begins or a verb stands at the chunk; coordinated verbs share when they happen."""
    part = clauses.chunks[at]
    if part.kind != "VP":
        return part.kind in ("S", "W")
    return clauses.grammar.verb_first or (finite(clauses, part) and clauses.chunks[at - 1].kind != "C")


def _ahead(document: Document, clauses: Clauses, match: Match, date: DateExpression) -> DateExpression:
    """The date, a bare weekday of a present verb being the one to come: arrives in Rome Saturday."""
    published = document.report.published
    if date.start is None or published is None or match.trigger.noun:
        return date
    bare = date.granularity == "day" and len(date.span.text(document.report.text).split()) == 1
    present = clauses.tokens[match.head].form == "fin" or _intended(clauses, match)
    if clauses.grammar.verb_first or not (bare and present and 0 < (published - date.start).days < _WEEK):
        return date
    to_come = date.start + timedelta(days=_WEEK)
    return replace(date, start=to_come, end=to_come)


def _intended(clauses: Clauses, match: Match) -> bool:
    """Whether a verb in the present says that it is to come: *intends* to ask them on Monday."""
    here = clauses.at[match.head]
    above = clauses.chunks[here - 1] if here else None
    if above is None or above.kind != "VP" or not infinitival(clauses, clauses.chunks[here]):
        return False
    verb = clauses.tokens[above.head]
    return verb.form == "fin" and verb.lemma in clauses.grammar.future_verbs


def with_future(
    document: Document, clauses: Clauses, match: Match, modality: Modality, date: DateExpression | None
) -> Modality:
    """Mark as future what a present verb or a noun tells of a day after the report's: meets him tomorrow."""
    words_only = match.trigger.rule.scope or match.trigger.rule.type == "AGREE"  # to be kept then
    if date is None or modality.future or words_only or not _may_be_to_come(clauses, match):
        return modality
    if barriers(clauses, match, date) > (0 if match.trigger.noun else 1):
        return modality
    published = document.report.published
    later = published is not None and date.start is not None and date.start > published
    words = (token for token in clauses.tokens if date.span.holds(token.span))
    return replace(modality, future=later or any(word.norm in clauses.grammar.expected for word in words))


def _may_be_to_come(clauses: Clauses, match: Match) -> bool:
    """Whether a verb is in the present, or a noun names what is arranged: nobody foretells an attack."""
    if match.trigger.noun:
        return match.trigger.rule.type not in _UNFORESEEN
    part = clauses.chunks[clauses.at[match.head]]
    first = clauses.tokens[part.start]
    return clauses.tokens[match.head].form in ("fin", "") or (
        first.form == "fin" and first.lemma in clauses.grammar.being
    )
