"""What a phrase behind a preposition says instead of a side: where it was, or what was asked for."""

from __future__ import annotations

from dragoman.events.fillers import Filler
from dragoman.events.triggers import Match
from dragoman.events.verbfirst import venue
from dragoman.types import Clauses

_STRUCK = frozenset({"AID", "ASSAULT", "COERCE"})  # in a city, and not done to it, where subjects come first
_SAID = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})  # said of, or to, nobody by "in"
_ON_GROUND = frozenset({"ASSAULT", "COERCE", "CONCEDE", "RETREAT"})  # "in" a country says where, not to whom


def of_content(clauses: Clauses, match: Match, filler: Filler, preposition: str) -> bool:
    """Whether the phrase belongs to what is asked for, not to who is asked: طالب بالعفو *للسجناء*."""
    content = clauses.grammar.content_prepositions
    if preposition in content:
        return False
    start = clauses.mentions[filler.mentions[0]].span.start
    between = range(clauses.at[match.stop - 1], len(clauses.chunks))
    ahead = [clauses.tokens[clauses.chunks[at].head] for at in between]
    return any(word.norm in content and word.tag == "ADP" and word.span.stop <= start for word in ahead)


def not_where(clauses: Clauses, match: Match, filler: Filler, preposition: str) -> Filler | None:
    """Without countries that say only where something is done to others, or together: ضرب أهدافا في ليبيا."""
    rule = match.trigger.rule
    first = clauses.grammar.verb_first
    if rule.type in _SAID and all(_stands_for(clauses, number) for number in filler.mentions):
        return None  # called for rallies in *Nairobi*
    if rule.type not in (_ON_GROUND if first else _STRUCK) and not (first and rule.reciprocal):
        return filler
    if first and rule.reciprocal and venue(clauses, filler.mentions[0]):
        return None
    struck = rule.type == "ASSAULT" and preposition not in clauses.grammar.targeting
    both = rule.type == "COERCE" if first else struck
    places = ("country", "place") if both else ("country",) if first else ("place",)
    kept = tuple(
        number
        for number in filler.mentions
        if clauses.mentions[number].kind not in places and not _stands_for(clauses, number)
    )
    return Filler(mentions=kept, direct=filler.direct) if kept else None


def _stands_for(clauses: Clauses, number: int) -> bool:
    """Whether a city or a house is written for its state, and behind "in" only says where: in *Baghdad*."""
    mention = clauses.mentions[number]
    return not clauses.grammar.verb_first and mention.kind == "country" and mention.score < 1.0
