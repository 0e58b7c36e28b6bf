"""What a mention's own words say of its sectors, where the rest of its chain says something else."""

from __future__ import annotations

import re

from dragoman.actors.roles import FORMER
from dragoman.actors.sounds import rules
from dragoman.text import fold
from dragoman.types import Actor, Mention

STATE = ("GOV",)
PEOPLE = ("CVL",)
LAWMAKER = ("LEG",)
PARTY = "PTY"
BEFORE = 24  # code points before a mention in which "then-candidate" stands
_WORD = re.compile(r"[^\W\d_]+")


def sectors(mention: Mention, actor: Actor | None, known: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The sectors of a mention.

    Args:
        mention: of the chain.
        actor: who its chain stands for.
        known: the sectors of its chain on the day of the report.
        text: of the report.
    """
    if actor is not None and actor.kind == "country" and mention.plural and mention.kind == "country":
        definite = text[max(0, mention.span.start - 4) : mention.span.start].lower() == "the "
        return STATE if definite else PEOPLE  # the Saudis; Americans
    if actor is None or actor.kind != "person" or mention.kind != "person":
        return known
    once = _once(mention, actor, _described(mention, text))
    return known if set(once) & set(known) or (once and known[:1] == LAWMAKER) else once or known


def _described(mention: Mention, text: str) -> frozenset[str]:
    """The words that describe somebody, from the "then" before the name on, if there is one."""
    start = mention.span.start
    inside = text[start : mention.head.start]
    before = text[max(0, start - BEFORE) : start]
    at = before.lower().rfind("then-")
    return frozenset(map(fold, _WORD.findall((before[at:] if at >= 0 else "") + inside)))


def _once(mention: Mention, actor: Actor, words: frozenset[str]) -> tuple[str, ...]:
    """What somebody was then: a candidate, who governs by now; then-Senator Sessions."""
    running = not rules().running.isdisjoint(words)
    others = {sector for role in actor.roles for sector in role.sectors}
    if running and PARTY in others and mention.sectors in ((), (PARTY,), STATE):
        return (PARTY,)
    if "then" in words and mention.sectors and mention.sectors != (FORMER,) and not running:
        return mention.sectors
    return ()
