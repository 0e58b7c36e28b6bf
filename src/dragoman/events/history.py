"""Whether an event is of the past: dated long before the report, of another era, of who held office then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.events.drafts import Draft
from dragoman.events.modality import Modality
from dragoman.events.timing import barriers, modifies, tells_which, when
from dragoman.events.triggers import Match
from dragoman.types import Clauses, DateExpression, Document, Participant, Token

_LONG = 366  # days before publication after which an event counts as historical
_OPENING = 12  # tokens of a sentence within which a date says when what follows happened
_LATEST = date(2000, 1, 1)  # no report without any date is taken for older
_HEAD = 4  # tokens within which a date is said of the whole sentence: In 1986 …, but the party refused
_ERA = 3  # words of the longest name of an era
_SPEAKING = frozenset({"ACCUSE", "SUPPORT"})  # what people go on doing out of office


def with_history(document: Document, draft: Draft, modality: Modality) -> Modality:
    """Mark an event as historical if it happened more than a year before the report, as far as is told."""
    if modality.historical or modality.future:
        return modality
    clauses, match, today = draft.clauses, draft.match, _today(document)
    found = when(document, clauses, match)
    old = _old(clauses, match, found, today) or _era(clauses, match) or _goes_on(clauses, match, found, today)
    if not old and found is None:
        old = _out_of_office(document, draft) or _carried(document, draft, today)
    return replace(modality, historical=True) if old else modality


def dated(document: Document, draft: Draft, modality: Modality) -> DateExpression | None:
    """The event's date; none where it is long past and nothing says that the event is.

    Nor one to come of a promise or a demand: that is when it is to be kept. Where verbs come first, a day
    beyond another verb is that verb's.
    """
    found, published = when(document, draft.clauses, draft.match), document.report.published
    if found is None or published is None:
        return found
    if draft.clauses.grammar.verb_first and barriers(draft.clauses, draft.match, found):
        return None
    if modality.historical:
        lent = _long_ago(found, published) and not _old(draft.clauses, draft.match, found, published)
        return None if lent and draft.clauses.grammar.verb_first else found
    content = draft.match.trigger.rule.scope and found.start is not None and found.start > published
    return None if content or _long_ago(found, published) else found


def _today(document: Document) -> date:
    """The day of the report; where it is not known, the latest day that it names, or a day long ago."""
    named = [found.end for found in document.dates if found.end and found.granularity in ("day", "month")]
    return document.report.published or max(named, default=_LATEST)


def _old(clauses: Clauses, match: Match, found: DateExpression | None, today: date) -> bool:
    """Whether the event's own clause dates it so, or says that it began so long ago and goes on."""
    if found is None or barriers(clauses, match, found) > 1 or not _dates(clauses, match, found):
        return False
    return _long_ago(found, today) or _ages(clauses, found)


def _goes_on(clauses: Clauses, match: Match, found: DateExpression | None, today: date) -> bool:
    """Whether, where verbs come first, a tale that was dated goes on: حكم حتى *عام 2001* حيث غزا."""
    if found is None or not clauses.grammar.verb_first or clauses.tokens[match.head].form == "fin":
        return False
    return found.span.stop <= clauses.tokens[match.head].span.start and _long_ago(found, today)


def _long_ago(found: DateExpression, today: date) -> bool:
    """Whether the expression ended, or a long range began, more than a year before the report."""
    if found.end is None:
        return False
    last = found.end
    if found.granularity == "range" and found.start and (found.end - found.start).days > _LONG:
        last = found.start
    return (today - last).days > _LONG


def _ages(clauses: Clauses, found: DateExpression) -> bool:
    """Whether the expression counts no days but ages: decades ago, in recent years."""
    words = [token.norm for token in clauses.tokens if found.span.holds(token.span)]
    return found.start is None and any(word in clauses.grammar.ages for word in words)


def _era(clauses: Clauses, match: Match) -> bool:
    """Whether the trigger's clause names an era behind a preposition: during the *cold war*."""
    eras = clauses.grammar.eras
    norms = [token.norm for token in clauses.tokens]
    for at in range(len(norms)):
        named = any(" ".join(norms[at : at + length]) in eras for length in range(2, _ERA + 1))
        part = clauses.at[at]
        if named and part and clauses.chunks[part - 1].kind == "P" and _reaches(clauses, match, part):
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
    if match.trigger.noun or not _narrated(clauses, match):
        return False
    opening = document.clauses[at - 1].tokens[:_OPENING] if at else ()
    own = [found for found in document.dates if clauses.sentence.span.holds(found.span)]
    dates = own or [found for found in document.dates if _within(found, opening)]
    if own and (not _within(own[0], clauses.tokens[:_HEAD]) or tells_which(clauses, match, own[0])):
        return False
    old = [found for found in dates if _long_ago(found, today)]
    return bool(dates) and old == dates and all(found.granularity != "range" for found in old)


def _within(found: DateExpression, tokens: tuple[Token, ...]) -> bool:
    return any(found.span.holds(token.span) for token in tokens)


def _narrated(clauses: Clauses, match: Match) -> bool:
    """Whether the verb group is a simple past or a past perfect, the tenses of a tale."""
    part = clauses.chunks[clauses.at[match.head]]
    group = clauses.tokens[part.start : match.head + 1]
    past = any(token.form == "past" for token in group)
    return past and not any(token.norm in ("has", "have", "'ve") for token in group)


def _out_of_office(document: Document, draft: Draft) -> bool:
    """Whether somebody acts in an office whose bearer left it long ago: Reagan signed."""
    published = document.report.published
    if published is None or draft.type in _SPEAKING:
        return False
    return bool(draft.actors) and all(_was(side, published) for side in draft.actors)


def _was(side: Participant, published: date) -> bool:
    """Whether all offices of a person, whom the text puts in office, ended long before the report."""
    if side.mention.kind != "person" or side.actor is None or side.sectors[:1] in ((), ("ELI",)):
        return False
    ends = [role.until for role in side.actor.roles if role.title]
    return bool(ends) and all(end is not None and (published - end).days > _LONG for end in ends)


def _dates(clauses: Clauses, match: Match, date: DateExpression) -> bool:
    """Whether the date goes with the trigger, not with a noun (the 2012 nominee) or an aside."""
    at = next((at for at, token in enumerate(clauses.tokens) if date.span.overlaps(token.span)), None)
    if at is None:
        return False
    number, here = clauses.at[at], clauses.at[match.head]
    if number not in (0, 1) and modifies(clauses, match, date, number):
        return False
    low, high = sorted((number, here))
    between = {chunk.kind for chunk in clauses.chunks[low + 1 : high]}
    opened = [chunk.kind for chunk in clauses.chunks[:number] if chunk.kind in ("W", "VP")]
    return not between & {"S", "W"} and not (number < here and "," in between and opened[-2:] == ["W", "VP"])
