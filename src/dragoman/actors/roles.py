"""What an actor was on a day: country and sectors by the offices held, and whether it was there at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dragoman.actors.sounds import rules
from dragoman.text import fold
from dragoman.types import Actor, Role

FORMER = "ELI"  # PLOVER's sector of former officials
STATE = "GOV"
OFFICIAL = frozenset(
    {"COP", "GOV", "JUD", "LEG", "MIL", "PTY", "SPY"}
)  # sectors whose former members are ELI
PARTY = "PTY"
INTERNATIONAL = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})
_WORD = re.compile(r"[^\W\d_]+")
YEARS_BEFORE = 15  # a full name may mean somebody this long before the first office,
YEARS_AFTER = 100  # and this long after the last; reports name the dead
YEARS_CALLED = 2  # after an office, from which on somebody who acts does so without it
YEARS_LONG = 10  # in government, after which somebody is taken for a member of it on any day
YEARS_UNSURE = 20  # after the last office, for a surname or another spelling
LATELY = timedelta(days=180)  # after an office for which somebody is still called by its title
NOW = 2025  # the year to which offices are counted that are held still
RECENT = 2010  # the year since which somebody who left office may be in office in a report of no date


@dataclass(frozen=True, slots=True)
class Standing:
    """An actor's country and sectors on a day, and the reason in plain words."""

    country: str | None
    sectors: tuple[str, ...]
    reason: str


def standing(
    actor: Actor, on: date | None, said: tuple[str, ...] = (), country: str | None = None
) -> Standing:
    """The country and sectors of ``actor`` on the day ``on``.

    Args:
        actor: whose offices decide.
        on: the day of the report; None where it is not known.
        said: the sectors of the title that the text gives, for where the offices say nothing.
        country: whose office it is as the text says, for where the day is not known.
    """
    offices = [role for role in actor.roles if role.title]
    home = _home(actor)
    if not offices:
        given = next((role.sectors for role in actor.roles if role.sectors), said)
        return Standing(home, given, "the same at all times")
    if on is None:
        meant = country if any(role.country == country for role in offices) else home or _mostly(offices)
        offices = [role for role in offices if role.country == meant] or offices
        last = max(offices, key=_end)
        fits = any(set(role.sectors) & set(said) for role in offices) or said == (FORMER,)
        sectors = said if fits else _undated(offices, last)
        return Standing(home or last.country, sectors, f"no date: {last.title} or the title given")
    held = sorted((role for role in offices if holds(role, on)), key=_start, reverse=True)
    if held and said and not any(set(role.sectors) & set(said) for role in held):
        held = [role for role in offices if _just_left(role, on) and set(role.sectors) & set(said)] or held
    if held:
        return _in_office(held, said, on)
    past = [role for role in offices if role.until is not None and role.until < on]
    if past:
        last = max(past, key=_end)
        of_state = max((role for role in past if role.country not in INTERNATIONAL), key=_end, default=last)
        country = of_state.country or home  # who left a body of states is again of his own
        called = any(set(role.sectors) & set(said) for role in offices)
        official = any(OFFICIAL.intersection(role.sectors) for role in past)
        sectors = said if called else (FORMER,) if official else last.sectors
        return Standing(country or last.country, sectors, f"{last.title} until {last.until}")
    return Standing(home, said, "not yet in office")


def lapsed(actor: Actor, on: date) -> bool:
    """Whether the actor had left every office long before that day."""
    offices = [role for role in actor.roles if role.title]
    return bool(offices) and all(role.until and on.year - role.until.year > YEARS_CALLED for role in offices)


def left(actor: Actor, on: date) -> bool:
    """Whether the actor was in no office that day, and had left the last one not just before it."""
    offices = [role for role in actor.roles if role.title]
    before = any(role.until is not None and role.until < on for role in offices)
    return before and not any(holds(role, on) or holds(role, on - LATELY) for role in offices)


def namesake(actor: Actor, on: date | None, said: tuple[str, ...]) -> bool:
    """Whether somebody in an office of state is another: the listed one left all his, none of which is such.

    Args:
        actor: who is listed by the name.
        on: the day of the report.
        said: the sectors of the office that the text gives.
    """
    if on is None or PARTY in said or FORMER in said or OFFICIAL.isdisjoint(said) or not lapsed(actor, on):
        return False
    return not any(set(said) & set(role.sectors) for role in actor.roles)


def _undated(offices: list[Role], last: Role) -> tuple[str, ...]:
    """The sectors on a day nobody knows: a candidate is in no government yet, who long governs mostly was."""
    if last.sectors == (PARTY,) and _end(last).year < RECENT:  # who ran long ago, after an office
        return (FORMER,) if any(STATE in role.sectors for role in offices) else last.sectors
    if STATE not in last.sectors:
        return last.sectors
    ruling = [role for role in offices if STATE in role.sectors]
    years = sum(role.until.year - role.since.year for role in ruling if role.since and role.until)
    never_else = all(role.sectors == (STATE,) for role in offices) and _end(last).year >= RECENT
    if years >= YEARS_LONG or never_else:
        return last.sectors
    return tuple(sector for sector in last.sectors if sector == PARTY)


def _mostly(offices: list[Role]) -> str | None:
    """The country of the last office if a body of states is its, else of those held longest of late."""
    last = max(offices, key=_end).country
    if last in INTERNATIONAL:
        return last
    held: dict[str | None, int] = {}
    for role in offices:
        since, until = max(_start(role).year, RECENT), min(_end(role).year, NOW)
        held[role.country] = held.get(role.country, 0) + max(0, until - since)
    return max(held, key=lambda country: held[country])


def _just_left(role: Role, on: date) -> bool:
    """Whether an office of state was left so short a time ago that its title is still given."""
    of_state = not OFFICIAL.isdisjoint(role.sectors) and PARTY not in role.sectors
    return of_state and role.until is not None and role.until < on <= role.until + LATELY


def _in_office(held: list[Role], said: tuple[str, ...], on: date) -> Standing:
    """The office that the text's title fits comes first, else the newest."""
    first = next((role for role in held if set(role.sectors) & set(said)), held[0])
    sectors = dict.fromkeys([*first.sectors, *(sector for role in held for sector in role.sectors)])
    country = next((role.country for role in (first, *held) if role.country), None)
    return Standing(country, tuple(sectors), f"{first.title} on {on.isoformat()}")


def told(title: str) -> tuple[str, ...]:
    """The sectors that the body in a title says: ("GOV",) for "head of the federal service"."""
    written = f" {' '.join(fold(word) for word in _WORD.findall(title))} "
    for sector, bodies in rules().bodies.items():
        if any(f" {body} " in written for body in _folded(bodies)):
            return (sector,)
    return ()


@lru_cache(maxsize=64)
def _folded(bodies: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(body) for body in bodies)


def holds(role: Role, on: date) -> bool:
    """Whether the office was held on that day."""
    return (role.since is None or role.since <= on) and (role.until is None or on <= role.until)


def countries(actor: Actor) -> frozenset[str]:
    """All countries that the actor ever acted for."""
    return frozenset(role.country for role in actor.roles if role.country)


def _home(actor: Actor) -> str | None:
    """The country that all roles share, or that the actor has at all times."""
    always = [role.country for role in actor.roles if not role.title and role.country]
    shared = countries(actor)
    return always[0] if always else next(iter(shared)) if len(shared) == 1 else None


def plausible(actor: Actor, on: date | None, *, sure: bool) -> bool:
    """Whether ``actor`` can be meant in a report of that day.

    Args:
        actor: who might be meant.
        on: the day; None, if unknown, allows everything.
        sure: whether the full name stands in the text as listed. If not, nobody is meant before the first
            office, nor long after the last.
    """
    offices = [role for role in actor.roles if role.title]
    if on is None or not offices:
        return True
    first = min(_start(role) for role in offices)
    last = max(_end(role) for role in offices)
    early, late = (YEARS_BEFORE, YEARS_AFTER) if sure else (0, YEARS_UNSURE)
    return first.year - early <= on.year <= min(last.year, date.max.year - late) + late and (
        sure or first <= on
    )


def _start(role: Role) -> date:
    return role.since or date.min.replace(year=1)


def _end(role: Role) -> date:
    return role.until or date.max
