"""Whether an event is of the past: dated long before the report, of another era, of who held office then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.events import doubts, landmarks, times
from dragoman.events.bygones import before_office, counted, recalled, serial
from dragoman.events.drafts import Draft
from dragoman.events.modality import Modality
from dragoman.events.narration import (
    TALE,
    Past,
    governing,
    left_office,
    long_ago,
    names_a_thing,
    narrated,
)
from dragoman.events.times import gone_by, once
from dragoman.events.timing import barriers, modifies, tells_which, when
from dragoman.events.triggers import Match
from dragoman.types import Clauses, DateExpression, Document, Participant, Token

_OPENING = 12  # tokens of a sentence within which a date says when what follows happened
_HEAD = 4  # tokens within which a date is said of the whole sentence: In 1986 …, but the party refused
_ERA = 4  # words of the longest name of an era
_LEGAL = frozenset({"arrest", "convict"})
_GENERATION = 25  # years after the last office within which one may still be attacked
_AGE = 20  # years after which nobody tells what two such people say of each other as news
_LONG_OUT = 8  # years after which nobody agrees with, or refuses, somebody for the office that was
_IN_OFFICE = frozenset({"AGREE", "CONCEDE", "REJECT"})  # what is done to who holds an office
_SPEAKING = frozenset({"ACCUSE", "SUPPORT"})  # what people go on doing out of office


def with_history(document: Document, draft: Draft, modality: Modality, past: Past) -> Modality:
    """Mark an event as historical if it happened long before the report, as far as is told."""
    if modality.historical or modality.future:
        return modality
    clauses, match = draft.clauses, draft.match
    found = when(document, clauses, match)
    old = _old(clauses, match, found, past.today) or _era(clauses, match) or _later(clauses, match)
    old = old or (
        found is not None and found.start is None and found.span in past.old and _in_the_past(draft)
    )
    old = old or gone_by(clauses, match, past.left, past.old) or doubts.remembered(clauses, match)
    old = old or _goes_on(clauses, match, found, past.today)
    past_deed = _in_the_past(draft) and landmarks.known(draft, past.today if past.known else None)
    if past_deed and not (found and found.end and not long_ago(found, past.today)):
        old = True
    if not old and (found is None or found.end is None):
        old = serial(draft) or _by_who(draft, past) or _told(document, draft, past)
    return replace(modality, historical=True) if old else modality


def _told(document: Document, draft: Draft, past: Past) -> bool:
    """Whether a sentence goes on with a tale of long ago."""
    if _carried(document, draft, past.today) or (
        _in_the_past(draft) and counted(document, draft.clauses, past.today)
    ):
        return True
    return _in_the_past(draft) and document.clauses.index(draft.clauses) in past.tales


def dated(document: Document, draft: Draft, modality: Modality) -> DateExpression | None:
    """The event's date; none where it is long past and nothing says that the event is.

    Nor one to come of a promise or a demand: that is when it is to be kept. What is told as done, or of the
    past, has none that is to come. Where verbs come first, a day beyond another verb is that verb's.
    """
    found, published = when(document, draft.clauses, draft.match), document.report.published
    if found is None or published is None:
        return found
    if draft.clauses.grammar.verb_first and barriers(draft.clauses, draft.match, found):
        return None
    if doubts.remembered(draft.clauses, draft.match):
        return None  # the day on which it is remembered
    ahead = found.start is not None and found.start > published
    if modality.historical:
        lent = long_ago(found, published) and not _old(draft.clauses, draft.match, found, published)
        return None if ahead or (lent and draft.clauses.grammar.verb_first) else found
    told = draft.match.trigger.rule.scope or not (modality.future or modality.hypothetical)
    return None if (ahead and told) or long_ago(found, published) else found


def of_words(document: Document, found: DateExpression | None) -> DateExpression | None:
    """The date of a promise that is told as what is promised: never the day on which it is to be kept."""
    published = document.report.published
    if found is None or found.start is None or published is None:
        return None
    return None if found.start > published else found


def _old(clauses: Clauses, match: Match, found: DateExpression | None, today: date) -> bool:
    """Whether the event's own clause dates it so, or says that it began so long ago and goes on."""
    if found is None or barriers(clauses, match, found) > 1 or not _dates(clauses, match, found):
        return False
    if not long_ago(found, today, TALE) and _of_occasion(clauses, match, found):
        return False
    return not _of_content(clauses, match, found) and (long_ago(found, today) or _ages(clauses, found))


def _of_occasion(clauses: Clauses, match: Match, found: DateExpression) -> bool:
    """Whether the date is that of what it followed: expelled her after the attack *in March*."""
    between = [
        token.norm
        for token in clauses.tokens[match.stop :]
        if token.span.stop <= found.span.start and token.tag in ("ADP", "SCONJ")
    ]
    occasions = times.load(clauses.grammar.language).occasions
    return not clauses.grammar.verb_first and not occasions.isdisjoint(between)


def _of_content(clauses: Clauses, match: Match, found: DateExpression) -> bool:
    """Whether a date behind an accusation is that of what is blamed: accused of killing in 2010."""
    rule = match.trigger.rule
    legal = rule.type == "ACCUSE" or rule.mode in _LEGAL
    if not legal or clauses.grammar.verb_first:
        return False
    behind = [
        at for at, token in enumerate(clauses.tokens) if at >= match.head and found.span.overlaps(token.span)
    ]
    between = clauses.chunks[clauses.at[match.head] + 1 : clauses.at[behind[0]]] if behind else ()
    grounds = times.load(clauses.grammar.language).grounds
    return any(part.kind == "VP" or clauses.tokens[part.head].norm in grounds for part in between)


def _later(clauses: Clauses, match: Match) -> bool:
    """Whether it is told from a past before it: would later kill."""
    part = clauses.chunks[clauses.at[match.head]]
    norms = {token.norm for token in clauses.tokens[part.start : match.head]}
    return bool(norms & clauses.grammar.foreseen and norms & clauses.grammar.hindsight)


def _goes_on(clauses: Clauses, match: Match, found: DateExpression | None, today: date) -> bool:
    """Whether, where verbs come first, a tale that was dated goes on: حكم حتى *عام 2001* حيث غزا."""
    if found is None or not clauses.grammar.verb_first or clauses.tokens[match.head].form == "fin":
        return False
    return found.span.stop <= clauses.tokens[match.head].span.start and long_ago(found, today)


def _ages(clauses: Clauses, found: DateExpression) -> bool:
    """Whether the expression counts no days but ages: decades ago, in recent years."""
    words = [token.norm for token in clauses.tokens if found.span.holds(token.span)]
    return found.start is None and any(word in clauses.grammar.ages for word in words)


def _era(clauses: Clauses, match: Match) -> bool:
    """Whether the trigger's clause names an era behind a preposition: during the *cold war*."""
    eras, since = clauses.grammar.eras, times.load(clauses.grammar.language).since
    norms = [token.norm for token in clauses.tokens]
    for at in range(len(norms)):
        named = any(" ".join(norms[at : at + length]) in eras for length in range(2, _ERA + 1))
        part = clauses.at[at]
        link = clauses.chunks[part - 1]
        inside = part and link.kind == "P" and clauses.tokens[link.head].norm not in since
        if named and inside and _reaches(clauses, match, part):
            return True
    return False


def _reaches(clauses: Clauses, match: Match, part: int) -> bool:
    """Whether no verb or clause stands between the trigger and the chunk."""
    low, high = sorted((part, clauses.at[match.head]))
    return all(one.kind not in ("VP", "S", "W", ".") for one in clauses.chunks[low + 1 : high])


def _carried(document: Document, draft: Draft, today: date) -> bool:
    """Whether a past verb without a date goes on with what its sentence, or the one before, dated."""
    clauses, match = draft.clauses, draft.match
    at = document.clauses.index(clauses)
    if match.trigger.noun or not narrated(clauses, clauses.chunks[clauses.at[match.head]]):
        return False
    opening = _free(document, document.clauses[at - 1]) if at else ()
    own = [found for found in document.dates if clauses.sentence.span.holds(found.span)]
    dates = own or [found for found in document.dates if _within(found, opening)]
    if own and (not _within(own[0], clauses.tokens[:_HEAD]) or tells_which(clauses, match, own[0])):
        return False
    old = [found for found in dates if long_ago(found, today, TALE)]
    return bool(dates) and old == dates and all(found.granularity != "range" for found in old)


def _free(document: Document, clauses: Clauses) -> tuple[Token, ...]:
    """The opening of a sentence, less the dates that only tell which thing is meant: their *July* call."""
    things = [
        found.span
        for found in document.dates
        for at, token in enumerate(clauses.tokens[:_OPENING])
        if found.span.overlaps(token.span) and names_a_thing(clauses, at, found)
    ]
    opening = clauses.tokens[:_OPENING]
    return tuple(token for token in opening if not any(span.overlaps(token.span) for span in things))


def _within(found: DateExpression, tokens: tuple[Token, ...]) -> bool:
    return any(found.span.holds(token.span) for token in tokens)


def _by_who(draft: Draft, past: Past) -> bool:
    """Whether the sides tell that it was long ago: who acts in an office left since, or is dead."""
    today, actors = past.today if past.known else None, draft.actors
    if recalled(draft, today) or before_office(draft, today):
        return True
    if _in_the_past(draft) and (_then(draft, past) or _mourned(draft, past) or _dealt_with(draft, past)):
        return True
    sides = (*draft.actors, *draft.recipients)
    if any(_fallen(draft, side, today) for side in draft.recipients):
        return True
    if len(sides) > 1 and _in_the_past(draft) and all(left_office(side, today, _AGE) for side in sides):
        return True  # what one leader of long ago said of another
    gone = [left_office(side, today) for side in actors]
    if any(gone) and draft.match.trigger.rule.reciprocal and _in_the_past(draft):
        return True  # Reagan and the Soviet Union signed it
    if not actors or not all(gone):
        return False
    return _in_hindsight(draft) or (draft.type not in _SPEAKING and all(map(_in_office, actors)))


def _then(draft: Draft, past: Past) -> bool:
    """Whether a side is called by an office that it had then."""
    persons = [side for side in (*draft.actors, *draft.recipients) if side.mention.kind == "person"]
    return any(once(draft.clauses, side.mention.span) for side in persons) or any(
        _titled(side) and left_office(side, past.today if past.known else None) for side in draft.recipients
    )


def _mourned(draft: Draft, past: Past) -> bool:
    """Whether a side died long ago, or the actors did as the report tells in their obituary."""
    if any(side.mention.entity in past.dead for side in (*draft.actors, *draft.recipients)):
        return True
    return bool(draft.actors) and all(side.mention.entity in past.mourned for side in draft.actors)


def _in_the_past(draft: Draft) -> bool:
    """Whether the verb is a simple past or a past perfect, or hangs on one; a noun has no tense."""
    here = draft.clauses.at[draft.match.head]
    return draft.match.trigger.noun or narrated(draft.clauses, governing(draft.clauses, here))


def _fallen(draft: Draft, side: Participant, today: date | None) -> bool:
    """Whether somebody is attacked who, as far as is known, has been dead: the killing of Kennedy."""
    if draft.type != "ASSAULT" or side.actor is None:
        return False
    armed = any({"REB", "UAF"}.intersection(role.sectors) for role in side.actor.roles)
    return left_office(side, today, 1 if armed else _GENERATION)


def _dealt_with(draft: Draft, past: Past) -> bool:
    """Whether somebody was dealt with who has long been out of office: they killed Clinton's reform."""
    today = past.today if past.known else None
    return draft.type in _IN_OFFICE and any(left_office(side, today, _LONG_OUT) for side in draft.recipients)


def _in_hindsight(draft: Draft) -> bool:
    """Whether the verb is told as the outcome of a story: eventually agreed."""
    part = draft.clauses.chunks[draft.clauses.at[draft.match.head]]
    norms = {token.norm for token in draft.clauses.tokens[part.start : part.stop]}
    return bool(norms & draft.clauses.grammar.hindsight) and _in_the_past(draft)


def _in_office(side: Participant) -> bool:
    """Whether the text puts somebody in an office: Reagan signed."""
    return side.mention.kind == "person" and side.sectors[:1] not in ((), ("ELI",))


def _titled(side: Participant) -> bool:
    """Whether an office that is no former one stands before the name."""
    return side.mention.title is not None and _in_office(side)


def _lasting(clauses: Clauses, match: Match, at: int) -> bool:
    """Whether it has gone on *since* the day at the token: since 2015 he *has* bombed them."""
    part = clauses.chunks[clauses.at[match.head]]
    perfect = any(token.norm in clauses.grammar.perfect for token in clauses.tokens[part.start : part.head])
    begun = {token.norm for token in clauses.tokens[max(0, at - 2) : at + 1]}
    since = begun & times.load(clauses.grammar.language).since
    return perfect and bool(since) and not clauses.grammar.verb_first


def _dates(clauses: Clauses, match: Match, date: DateExpression) -> bool:
    """Whether the date goes with the trigger, not with a noun (the 2012 nominee) or an aside."""
    at = next((at for at, token in enumerate(clauses.tokens) if date.span.overlaps(token.span)), None)
    if at is None:
        return False
    number, here = clauses.at[at], clauses.at[match.head]
    if date.granularity != "range" and _lasting(clauses, match, at):
        return False
    if number not in (0, 1) and modifies(clauses, match, date, number):
        return False
    low, high = sorted((number, here))
    between = {chunk.kind for chunk in clauses.chunks[low + 1 : high]}
    opened = [chunk.kind for chunk in clauses.chunks[:number] if chunk.kind in ("W", "VP")]
    return not between & {"S", "W"} and not (number < here and "," in between and opened[-2:] == ["W", "VP"])
