"""Which sentences tell of a past that is not the report's own, and who in it is dead.

A tale begins with a date of long ago. It goes on without one, in the simple past, until something is of the
day: a present, a recent date, what somebody says of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.documents.subjects import subject
from dragoman.documents.walks import finite
from dragoman.events import times
from dragoman.types import Chunk, Clauses, DateExpression, Document, Participant, Span

LONG = 31  # days before the report after which an event is no news of its own
TALE = 92  # days before the report from which on a sentence may begin a tale, and the dead are long dead
_YEARS = 3  # after which nobody is called by an office left
_RANGE = 366  # days of a range that is dated by its beginning
_LATEST = date(2000, 1, 1)  # no report without any date is taken for older
_OPENING = 4  # tokens within which a sentence says that it goes on with what was told


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What a report says of times gone by.

    ``today`` is its day, or one of long ago if it is not ``known``; ``tales`` are the sentences (indices of
    ``Document.clauses``) that tell of long ago, ``dead`` the entities who died long ago, ``mourned`` those
    whose obituary it is, ``left`` the mentions of persons who left all offices long ago, ``old`` the
    expressions of time of long ago.
    """

    today: date
    known: bool
    tales: frozenset[int]
    dead: frozenset[int]
    mourned: frozenset[int]
    left: frozenset[Span]
    old: frozenset[Span]


def of_document(document: Document, participants: Sequence[Participant]) -> Past:
    """The times of ``document``; ``participants`` are those of its mentions."""
    known = day(document)
    today = known or _LATEST
    dead, mourned = _deaths(document, today)
    left = [side.mention.span for side in participants if left_office(side, known, 1)]
    return Past(
        today=today,
        known=known is not None,
        tales=frozenset(_tales(document, today, mourning=bool(mourned))),
        dead=frozenset(dead),
        mourned=frozenset(mourned),
        left=frozenset(left),
        old=frozenset(
            found.span for found in document.dates if long_ago(found, today) or _not_now(document, found)
        ),
    )


def _not_now(document: Document, found: DateExpression) -> bool:
    """Whether a report without a date names a month or year, or part of one, that is not its own: in July."""
    words = times.load(document.language)
    if document.report.published is not None or found.start is not None or not words.current:
        return False
    said = found.span.text(document.report.text).casefold().split()
    coarse = found.granularity in ("month", "year")
    part = found.granularity == "range" and " ".join(said[-2:]) in words.over  # late last year
    return (coarse or part) and words.current.isdisjoint(said)


def left_office(side: Participant, today: date | None, years: int = _YEARS) -> bool:
    """Whether a person has held offices, and the last of them ended so many years before ``today``."""
    return long_out(side, today, years * 365)


def long_out(side: Participant, today: date | None, days: int) -> bool:
    """The same in days."""
    if side.mention.kind == "place" or side.actor is None or side.actor.kind != "person":
        return False
    held = [
        role
        for role in side.actor.roles
        if role.title and (today is None or role.since is None or role.since <= today)
    ]
    by = today or _LATEST
    return bool(held) and all(role.until and (by - role.until).days > days for role in held)


def day(document: Document) -> date | None:
    """The day of the report; where it is not known, the latest day that it names, if it names one."""
    named = [found.end for found in document.dates if found.end and found.granularity in ("day", "month")]
    return document.report.published or max([*named, *_years(document)], default=None)


def _years(document: Document) -> Iterator[date]:
    """The first days of years in which, as the report tells, something happened: *in 2019* he left."""
    if document.report.published is not None:
        return
    leads = times.load(document.language).leads
    for clauses in document.clauses:
        if not _past(clauses):
            continue
        for found in document.dates:
            if found.start and found.granularity == "year" and clauses.sentence.span.holds(found.span):
                at = next(at for at, token in enumerate(clauses.tokens) if found.span.overlaps(token.span))
                if clauses.tokens[max(0, at - 1)].norm in leads:
                    yield found.start


def long_ago(found: DateExpression, today: date, days: int = LONG) -> bool:
    """Whether the expression ended, or a month or a long range began, so many days before ``today``.

    Or in an earlier year.
    """
    if found.end is None:
        return False
    last = found.end
    if found.granularity == "month" and found.start:  # the month before, whatever day of it is meant
        last = found.start
    if found.granularity == "range" and found.start and (found.end - found.start).days > _RANGE:
        last = found.start
    earlier = found.granularity == "year" and last.year < today.year
    return earlier or (today - last).days > days


def narrated(clauses: Clauses, part: Chunk) -> bool:
    """Whether the verb group is a simple past or a past perfect, the tenses of a tale."""
    group = clauses.tokens[part.start : part.head + 1]
    return any(token.form == "past" for token in group) and not any(
        token.norm in clauses.grammar.perfect for token in group
    )


def governing(clauses: Clauses, here: int) -> Chunk:
    """The verb group whose tense the chunk ``here`` has: its own, or that of the verb before a gerund."""
    for at in range(here, -1, -1):
        part = clauses.chunks[at]
        if part.kind == "VP" and finite(clauses, part):
            return part
        if part.kind in (".", "W", "S") and at < here:
            break
    return clauses.chunks[here]


def _tales(document: Document, today: date, *, mourning: bool) -> list[int]:
    """The sentences of tales; an obituary is one tale."""
    told: list[int] = []
    inside, paragraph = False, -1
    for at, clauses in enumerate(document.clauses):
        dates = [found for found in document.dates if clauses.sentence.span.holds(found.span)]
        same = clauses.sentence.paragraph == paragraph
        paragraph = clauses.sentence.paragraph
        if not _past(clauses) or any(_recent(found, today) for found in dates):
            inside = False
            continue
        if mourning and not _says(clauses):
            told.append(at)
            continue
        opened = any(_opens(clauses, found, today) for found in dates)
        inside = opened or (inside and _steady(clauses) and (same or _goes_on(clauses, dates)))
        if inside and (opened or not _says(clauses)):
            told.append(at)
    return told


def _past(clauses: Clauses) -> bool:
    """Whether the first finite verb of the sentence is a past without have, as in a tale."""
    first = next((part for part in clauses.chunks if part.kind == "VP" and finite(clauses, part)), None)
    return first is not None and narrated(clauses, first)


def _steady(clauses: Clauses) -> bool:
    """Whether no auxiliary outside of relative clauses is in the present, and so of the day: has kept."""
    return not any(
        token.tag == "AUX"
        and token.form == "fin"
        and token.lemma in clauses.grammar.being | clauses.grammar.having
        for at, part in enumerate(clauses.chunks)
        if part.kind == "VP" and not (at and clauses.chunks[at - 1].kind == "W")
        for token in clauses.tokens[part.start : part.stop]
    )


def _recent(found: DateExpression, today: date) -> bool:
    return found.end is not None and (today - found.end).days <= TALE and not long_ago(found, today, TALE)


def _opens(clauses: Clauses, found: DateExpression, today: date) -> bool:
    """Whether the expression is one of long ago and stands by itself, no part of a name: the 2012 race."""
    if found.end is None or not long_ago(found, today, TALE) or (today - found.end).days <= TALE:
        return False
    at = next((at for at, token in enumerate(clauses.tokens) if found.span.overlaps(token.span)), None)
    if at is None or names_a_thing(clauses, at, found):
        return False
    verbs = [number for number, part in enumerate(clauses.chunks[: clauses.at[at]]) if part.kind == "VP"]
    main = all(clauses.chunks[number - 1].kind == "C" for number in verbs[1:])
    passing = any(clauses.chunks[number - 1].kind == "W" for number in verbs[:1])  # who ran in 2012
    return not verbs or (main and not passing and narrated(clauses, clauses.chunks[verbs[-1]]))


def names_a_thing(clauses: Clauses, at: int, found: DateExpression) -> bool:
    """Whether the date stands within a phrase: the 2012 race; but not at the head: in 2012 the race."""
    part = clauses.chunks[clauses.at[at]]
    return clauses.tokens[part.head].span.start >= found.span.stop and (part.start < at or clauses.at[at] > 1)


def _says(clauses: Clauses) -> bool:
    """Whether somebody says it, who may say it of the day."""
    telling = times.load(clauses.grammar.language).telling
    return any(part.kind == "VP" and clauses.tokens[part.head].lemma in telling for part in clauses.chunks)


def _goes_on(clauses: Clauses, dates: list[DateExpression]) -> bool:
    """Whether a paragraph begins with words for going on: ultimately, two years later."""
    opening = {token.norm for token in clauses.tokens[:_OPENING]}
    return bool(opening & times.load(clauses.grammar.language).continuing) or any(
        found.end is None for found in dates
    )


def _deaths(document: Document, today: date) -> tuple[list[int], list[int]]:
    """The entities who died long ago, and those of whom an obituary says at what age they died."""
    words = times.load(document.language)
    dead: list[int] = []
    mourned: list[int] = []
    for clauses in document.clauses:
        dates = [found for found in document.dates if clauses.sentence.span.holds(found.span)]
        norms = {token.norm for token in clauses.tokens}
        for at, part in enumerate(clauses.chunks):
            if part.kind != "VP" or clauses.tokens[part.head].lemma not in words.dying:
                continue
            if any(long_ago(found, today, TALE) for found in dates):
                dead.extend(_who(clauses, at))
            elif norms & words.aged:
                mourned.extend(_who(clauses, at))
    return dead, mourned


def _who(clauses: Clauses, verb: int) -> list[int]:
    """The persons who are the subject of the verb of dying, or open the sentence before an aside on them."""
    parts = subject(clauses, verb)
    if [one.kind for one in clauses.chunks[:2]] == ["NP", ","]:
        parts = [clauses.chunks[0], *parts]
    persons = [clauses.mentions[number] for part in parts for number in part.mentions]
    return [one.entity for one in persons if one.kind in ("person", "pronoun") and one.entity >= 0]
