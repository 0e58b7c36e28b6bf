"""For whom sides stand: rebels in Mali are Mali's, and somebody was then what he is no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from dragoman.actors.roles import FORMER, INTERNATIONAL, OFFICIAL, left, standing
from dragoman.actors.sounds import rules
from dragoman.events.drafts import Draft
from dragoman.types import DateExpression, Document, Participant, Place

_ON_THE_SPOT = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
_ABROAD = frozenset({"BUS", "JRN", "MIL"})  # sectors that are often abroad
_ARMED = frozenset({"COP", "MIL"})  # kinds of which those in a row are of one country
_IRREGULAR = frozenset({"REB", "UAF"})  # the same, wherever they strike
_LEGAL = frozenset({"ACCUSE", "COERCE"})
_TRIALS = frozenset({"crime", "legal"})
_BEHIND = 5  # words behind a mention that tell where it is
_LIKELY = 0.7  # that it is so
_DAY = timedelta(days=1)
_LONG = timedelta(days=60)  # before the report, so that an office may have been another's
_ORGANS = frozenset({"COP", "GOV", "JUD", "LEG", "MIL", "SPY"})
_SUBJECTS = frozenset({"AGR", "CVL", "EDU", "JUD", "LAB", "LEG", "MED", "OPP", "SOC"})


def belonging(draft: Draft, places: Sequence[Place]) -> Draft:
    """The draft with countries for common nouns of none: of the place, or of the state that deals with them.

    Args:
        draft: who did what to whom.
        places: those that its sentence names.
    """
    actors, recipients = draft.actors, draft.recipients
    actors, recipients = _rowed(actors, _IRREGULAR), _rowed(recipients, _IRREGULAR)
    acting = [side.mention.span for side in actors]
    here = _only([place for place in places if not any(span.overlaps(place.span) for span in acting)])
    if here is not None and draft.type in _ON_THE_SPOT:
        reason = f"in {here}"
        recipients = tuple(_of(side, here, reason, _ABROAD - {"MIL"}) for side in recipients)
        actors = tuple(_of(side, here, reason, _ABROAD) for side in actors)
    own = _state(actors)
    if own is not None and draft.type != "ASSAULT":
        foreign = frozenset(sector for side in recipients for sector in side.sectors[:1]) - _SUBJECTS
        reason = f"of whom {own} disposes"
        recipients = tuple(
            side if _anywhere(draft, side) else _of(side, own, reason, foreign) for side in recipients
        )
        recipients = tuple(_tried(draft, side, own) for side in recipients)
    return replace(draft, actors=_rowed(actors, _ARMED), recipients=_rowed(recipients, _ARMED))


def _anywhere(draft: Draft, side: Participant) -> bool:
    """Whether the words behind it say that it is of the whole world: workers *around the globe*."""
    behind = (token.norm for token in draft.clauses.tokens if token.span.start >= side.mention.span.stop)
    return " ".join(islice(behind, _BEHIND)).startswith(rules().worldwide)


def _tried(draft: Draft, side: Participant, own: str) -> Participant:
    """A person of whom nothing is said as of the country whose own authorities charge or arrest them."""
    legal = draft.type in _LEGAL and not _TRIALS.isdisjoint(draft.match.trigger.rule.contexts)
    at_home = all(actor.mention.country is None and actor.mention.kind == "agent" for actor in draft.actors)
    unknown = side.actor is None and side.country is None and side.mention.kind == "person"
    if not (legal and at_home and unknown) or side.sectors:
        return side
    reasons = (*side.reasons, f"before the authorities of {own}")
    return replace(side, country=own, score=max(side.score, _LIKELY), reasons=reasons)


def _rowed(sides: tuple[Participant, ...], kinds: frozenset[str]) -> tuple[Participant, ...]:
    """The next forces of a row are whose the first are: Israeli planes and *gunboats*."""
    found: list[Participant] = []
    for side in sides:
        before = found[-1] if found else side
        alike = before.sectors[:1] == side.sectors[:1] and not kinds.isdisjoint(side.sectors[:1])
        owner = before.country if alike and before.country not in INTERNATIONAL else None
        found.append(_of(side, owner, f"in a row with {before.name}", frozenset()) if owner else side)
    return tuple(found)


def _only(places: Sequence[Place]) -> str | None:
    """The country that all the places lie in."""
    countries = {place.country for place in places}
    return countries.pop() if len(countries) == 1 else None


def _of(side: Participant, country: str, reason: str, never: frozenset[str]) -> Participant:
    """The side as of ``country``, if it is a common noun of none whose sectors are not among ``never``."""
    generic = side.actor is not None and side.actor.kind == "agent" and side.mention.kind == "agent"
    if side.country is not None or not generic or not side.sectors or not never.isdisjoint(side.sectors):
        return side
    return replace(side, country=country, score=max(side.score, _LIKELY), reasons=(*side.reasons, reason))


def _state(actors: tuple[Participant, ...]) -> str | None:
    """The one state whose organs act."""
    countries = {actor.country for actor in actors}
    organs = all(_ORGANS.intersection(actor.sectors) for actor in actors)
    return countries.pop() if len(countries) == 1 and organs else None


def anywhere(document: Document) -> bool:
    """Whether the report names any country, so that whose people somebody is could be known."""
    return any(mention.country or mention.kind in ("country", "place") for mention in document.mentions)


def placeless(draft: Draft) -> bool:
    """Whether somebody who has a country is known only by half; of victims one may not know more."""
    struck = draft.type == "ASSAULT" and any(side.country for side in draft.actors)
    sides = draft.actors if struck else (*draft.actors, *draft.recipients)
    return any(side.country is None and _national(side) for side in sides)


def _national(side: Participant) -> bool:
    return side.actor is None or side.actor.kind in ("agent", "person")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When an event happened: the words for it, the report's day, whether it was long before.

    ``leaves`` says that the actor gives up an office by it.
    """

    found: DateExpression | None
    published: date | None
    past: bool
    leaves: bool = False


def on_day(sides: Sequence[Participant], when: When) -> tuple[Participant, ...]:
    """The sides with the offices of the day of the event.

    Args:
        sides: who takes part, as of the day of the report, or as they are called there.
        when: it happened; where the offices changed meanwhile, the sides stay as they are.
    """
    if when.leaves:
        return tuple(_leaving(side, when) for side in sides)
    found, published = when.found, when.published
    dated = found is not None and found.start is not None and found.end is not None
    if found and found.start and found.end and (published is None or published - found.end > _LONG):
        first, last = found.start, found.end
        return tuple(_then(side, first, last) for side in sides)
    if when.past:
        return tuple(sides) if dated else tuple(map(_ruling, sides))
    return tuple(sides) if published is None else tuple(_now(side, published) for side in sides)


def _leaving(side: Participant, when: When) -> Participant:
    """Who leaves an office as who still had it: on the day before, else the one that was left last."""
    if side.actor is None or side.actor.kind != "person":
        return side
    roles = side.actor.roles
    day = when.found.start if when.found and when.found.start else None
    if day is not None and day > date.min:
        side = _then(side, day - _DAY, day - _DAY)
    if side.sectors != (FORMER,):
        return side
    left = [role for role in roles if role.until and role.until <= (when.published or date.max)]
    last = max(left, key=lambda role: role.until or date.min, default=None)
    if last is None or not last.sectors:
        return side
    return replace(side, sectors=last.sectors, reasons=(*side.reasons, f"{last.title} until {last.until}"))


def _ruling(side: Participant) -> Participant:
    """Who once held an office, and is not called a former one, as who did: of what was done long ago.

    Who led a state did it as its leader, anybody else in the office held last.
    """
    if side.actor is None or side.actor.kind != "person" or side.sectors != (FORMER,):
        return side
    held = [role for role in side.actor.roles if role.until and not OFFICIAL.isdisjoint(role.sectors)]
    led = [role for role in side.actor.roles if role.title.lower() in rules().prominent] or held
    if not led or side.mention.title is not None:
        return side
    return replace(side, sectors=led[-1].sectors, reasons=(*side.reasons, f"once {led[-1].title}"))


def _now(side: Participant, published: date) -> Participant:
    """The side without an office by which it is only still called: Secretary Rice, a year after."""
    if side.actor is None or side.actor.kind != "person" or not left(side.actor, published):
        return side
    stood = standing(side.actor, published)
    return replace(side, sectors=stood.sectors, reasons=(*side.reasons, stood.reason))


def _then(side: Participant, first: date, last: date) -> Participant:
    """The side with what it was from the first day to the last; as it is, if it was nothing."""
    if side.actor is None or side.actor.kind != "person":
        return side
    then, later = standing(side.actor, first), standing(side.actor, last)
    if not then.sectors or then.sectors != later.sectors:
        return side
    return replace(side, sectors=then.sectors, reasons=(*side.reasons, then.reason))
