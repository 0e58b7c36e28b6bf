"""A report without a date → days on which it may have been written, so that offices can be known.

Who is called by an office tells when: President Obama, Prime Minister Theresa May. The days serve for offices
alone and never for the date of an event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from dragoman.actors.directory import Directory
from dragoman.actors.roles import holds
from dragoman.actors.sounds import rules
from dragoman.documents.naming import one_office
from dragoman.text import fold
from dragoman.types import Document, Mention, Participant, Role

FIRST, LAST = 1990, 2030  # years that are tried
MIDDLE = 15  # the day of a month that stands for it
LONGEST = 120  # months that may fit before nothing is known of the day
SURE = "the day is not said; it was taken from the offices that the report names"
Months = frozenset[int]


def days(document: Document, directory: Directory) -> tuple[date, ...]:
    """The first, a middle and the last day that a report without a date may be of; () where it is not known.

    Args:
        document: one with a date gives nothing.
        directory: who held which office.
    """
    if document.report.published is not None:
        return ()
    told = list(_told(document, directory))
    fitting = sorted(frozenset[int].intersection(*told)) if told else []
    if not fitting or len(fitting) > LONGEST:
        return ()
    since = max(
        (_month(one.start) for one in document.dates if one.start and one.granularity == "day"), default=0
    )
    fitting = [month for month in fitting if month >= since] or fitting
    chosen = dict.fromkeys((fitting[0], fitting[len(fitting) // 2], fitting[-1]))
    return tuple(_day(month) for month in chosen)


def agreed(undated: Participant, guesses: Sequence[Participant]) -> Participant:
    """Who is meant on each of the days, if it is always the same; else what is known without a day."""
    same = {(one.actor.id if one.actor else None, one.country, one.sectors) for one in guesses}
    if len(same) != 1 or (undated.actor, undated.country, undated.sectors) in (
        (one.actor, one.country, one.sectors) for one in guesses
    ):
        return undated
    return replace(guesses[0], reasons=(*guesses[0].reasons, SURE))


def _told(document: Document, directory: Directory) -> Iterator[Months]:
    """For each office that somebody listed is called by, the months in which it was held."""
    for mention in document.mentions:
        actor = directory.actor(mention.names[0]) if len(mention.names) == 1 else None
        if actor is None or actor.kind != "person" or not _called(document, mention):
            continue
        held = [role for role in actor.roles if role.since and _is(document, mention, role)]
        if held:
            yield frozenset(month for month in _tried() if any(holds(role, _day(month)) for role in held))


def _called(document: Document, mention: Mention) -> bool:
    """Whether the mention names somebody fully, by an office that is held now: not "then-candidate"."""
    words = fold(mention.span.text(document.report.text)).replace("-", " ").split()
    return mention.title is not None and (rules().not_now | rules().nominated).isdisjoint(words)


def _is(document: Document, mention: Mention, role: Role) -> bool:
    """Whether the title written is the role's."""
    title = fold(mention.title.text(document.report.text)) if mention.title else ""
    same = one_office(title, fold(role.title), document.language)
    return same and (bool(set(mention.sectors) & set(role.sectors)) or mention.sectors == role.sectors)


def _tried() -> range:
    return range(FIRST * 12, LAST * 12)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _day(month: int) -> date:
    return date(month // 12, month % 12 + 1, MIDDLE)
