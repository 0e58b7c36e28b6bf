"""How likely a careful reader accepts a draft: odds from how it is told, not from what the rule says.

A name right before its verb in a report's first sentence is seldom misread; a crowd of no country, killed in
a relative clause by somebody nine words away, nearly always. The weights of a language are in ``odds.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from math import exp

import msgspec

from dragoman.documents.walks import finite
from dragoman.events import nesting
from dragoman.events.drafts import Draft
from dragoman.events.whose import placeless
from dragoman.resources import language_file, read_if_there
from dragoman.types import Clauses, Document, Mention, Participant, Span

_FAR = 8  # tokens between a doer and the verb from which on another is often meant
_NEAR, _CLOSE = 8, 4  # tokens from a trigger to where a recipient would stand; between names that "and" ties
_SURE = 0.75  # of a side
_LEAD, _LATE = 2, 6  # sentences: those before _LEAD tell the news, those from _LATE on may be background
_LAST_PART = 0.6  # of a report's sentences
_CROWDS = frozenset({"CVL", "REB", "REF", "UAF"})
_MATERIAL = frozenset({"AID", "COERCE", "COOPERATE", "MOBILIZE", "PROTEST", "RETREAT"})
_NEEDS_NOBODY = frozenset({"COERCE", "CONCEDE", "MOBILIZE", "PROTEST", "RETREAT"})
_YEAR = re.compile(r"(19|20)[0-9]{2}")


class Odds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``odds.yml``: log odds of an event of which no feature holds, and what each adds; some ``light``."""

    start: float
    features: dict[str, float]
    light: frozenset[str] = frozenset()


@cache
def load(language: str) -> Odds | None:
    """The weights of ``language`` (ISO 639-1); None where nobody has measured them."""
    return read_if_there(language_file(language, "odds.yml"), Odds)


def likely(document: Document, draft: Draft, *, seen: bool = False) -> float:
    """The share of such drafts that a careful reader accepts, in [0, 1]; 1 for a language without weights.

    What is light does not count where the network has ``seen`` the event as well.
    """
    odds = load(document.language)
    if odds is None:
        return 1.0
    light = odds.light if seen else ()
    held = {name: value for name, value in features(document, draft).items() if name not in light}
    return 1 / (1 + exp(-total(odds, held)))


def total(odds: Odds, held: Mapping[str, float]) -> float:
    """Log odds of a draft of which the features ``held`` hold."""
    return odds.start + sum(weight * held.get(name, 0.0) for name, weight in odds.features.items())


def features(document: Document, draft: Draft) -> dict[str, float]:
    """How much each name of ``odds.yml`` holds of the draft, in [0, 1]."""
    start = draft.clauses.sentence.span.start
    number = sum(sentence.span.start < start for sentence in document.sentences)
    late = number >= _LATE and number > _LAST_PART * len(document.sentences)
    told = {name: feature(draft) for name, feature in FEATURES}
    return told | {"lead": float(number < _LEAD), "late": float(late)}


def _verbal(draft: Draft) -> bool:
    return not draft.match.trigger.noun


def _here_of(draft: Draft) -> tuple[Clauses, int]:
    return draft.clauses, draft.clauses.at[draft.match.head]


def _unfinite(draft: Draft) -> float:
    """An infinitive, a gerund or a bare participle: its subject is somewhere else."""
    clauses, here = _here_of(draft)
    at = nesting.leading(clauses, here)
    return float(_verbal(draft) and not (finite(clauses, clauses.chunks[at]) or nesting.adjunct(clauses, at)))


def _passive(draft: Draft) -> float:
    """A passive verb."""
    return float(_verbal(draft) and draft.match.passive)


def _verbs_before(draft: Draft) -> float:
    """How many other clauses the sentence has before: none, one (0.5), more (1)."""
    return min(2, len(nesting.others(*_here_of(draft)))) / 2


def _reported(draft: Draft) -> float:
    """Somebody says it."""
    return float(bool(nesting.reporting(*_here_of(draft))))


def _joined(draft: Draft) -> float:
    """A second verb of the same subject."""
    return float(nesting.joined(*_here_of(draft)))


def _subordinate(draft: Draft) -> float:
    """A conjunction or a relative stands before: the event may hang on something else."""
    return float(nesting.subordinate(*_here_of(draft)))


def _relative(draft: Draft) -> float:
    """Told of somebody in passing: who shot her."""
    return float(nesting.relative(*_here_of(draft)))


def _far(draft: Draft) -> float:
    """The doer stands far from the verb."""
    head = draft.match.head
    return float(any(abs(head - _token(draft.clauses, side)) >= _FAR for side in _last_doer(draft)))


def _between(draft: Draft) -> float:
    """Somebody else stands between the doer and the verb, and not only where the doer is from."""
    head = draft.clauses.tokens[draft.match.head].span.start
    homes = {side.country for side in draft.actors}
    found = (
        one
        for doer in _last_doer(draft)
        for one in _unused(draft)
        if doer.stop <= one.span.start < head
        and not (one.kind in ("country", "place") and one.country in homes)
    )
    return float(any(found))


def _no_doer(draft: Draft) -> float:
    """Nobody is named who does it."""
    return float(not draft.actors)


def _alone(draft: Draft) -> float:
    """Nobody is coded beside the doer, of what is said or done to somebody."""
    return float(_by_itself(draft) and draft.type not in _NEEDS_NOBODY)


def _deed_alone(draft: Draft) -> float:
    """Nobody is coded beside the doer, of what one may do by oneself: withdraw, move troops."""
    return float(_by_itself(draft) and draft.type in _NEEDS_NOBODY)


def _by_itself(draft: Draft) -> bool:
    return not draft.recipients and len(draft.actors) < 2


def _passed_over(draft: Draft) -> float:
    """Nobody is coded to whom it was done, though somebody is named right behind."""
    if draft.recipients or len(draft.actors) > 1:
        return 0.0
    clauses, stop = draft.clauses, draft.match.stop
    behind = (one for one in _unused(draft) if one.kind != "pronoun" and not _where(clauses, one))
    return float(any(0 <= _token(clauses, one.span) - stop < _NEAR for one in behind))


def _where(clauses: Clauses, mention: Mention) -> bool:
    """Whether a city or place stands behind a preposition: in the streets *of Algiers*."""
    at = clauses.at[_token(clauses, mention.span)]
    city = mention.kind in ("place", "country") and mention.score < 1.0
    return city and at > 0 and clauses.chunks[at - 1].kind == "P"


def _partner(draft: Draft) -> float:
    """An "and" ties a side to somebody who is not coded."""
    others = [mention.span for mention in _unused(draft) if mention.kind != "place"]
    return float(any(_coupled(draft.clauses, span, other) for span in _spans(draft) for other in others))


def _crowd(draft: Draft) -> float:
    """Civilians, refugees, rebels or gunmen of no name: who they are and where is seldom told in full."""
    return float(any(_nameless(side) and side.sectors[0] in _CROWDS for side in _sides(draft)))


def _nameless(side: Participant) -> bool:
    return bool(side.sectors) and (side.actor is None or side.actor.kind == "agent")


def _kind_of_people(draft: Draft) -> float:
    """Done to a kind of people or office: officials, leaders, workers."""
    return float(any(side.mention.kind == "agent" for side in draft.recipients))


def _stateless(draft: Draft) -> float:
    """A side that has some country, and the report does not let us know which."""
    return float(placeless(draft))


def _unsure(draft: Draft) -> float:
    """Somebody with a name, or a pronoun, of whom it is not sure who it is."""
    return float(any(side.score < _SURE and side.mention.kind != "agent" for side in _sides(draft)))


def _force(draft: Draft) -> float:
    """Violence."""
    return float(draft.type == "ASSAULT")


def _material(draft: Draft) -> float:
    """Other deeds that are not words: easily read into figures of speech."""
    return float(draft.type in _MATERIAL)


def _refusal(draft: Draft) -> float:
    """A refusal: many only hold an opinion."""
    return float(draft.type == "REJECT")


def _abroad(draft: Draft) -> float:
    """The sides are of two countries: what passes between states is told with care, and seldom in figures."""
    return float(len({side.country for side in _sides(draft) if side.country}) > 1)


def _unreal(draft: Draft) -> float:
    """Denied or only thought of."""
    return float(draft.modality.hypothetical or draft.modality.negation)


def _year(draft: Draft) -> float:
    """A year is named: it may be long ago."""
    named = any(_YEAR.fullmatch(token.norm) for token in draft.clauses.tokens)
    return float(named and not draft.modality.historical)


Feature = Callable[[Draft], float]
FEATURES: tuple[tuple[str, Feature], ...] = (
    ("unfinite", _unfinite),
    ("passive", _passive),
    ("verbs before", _verbs_before),
    ("reported", _reported),
    ("joined", _joined),
    ("subordinate", _subordinate),
    ("relative", _relative),
    ("far", _far),
    ("between", _between),
    ("no doer", _no_doer),
    ("alone", _alone),
    ("deed alone", _deed_alone),
    ("passed over", _passed_over),
    ("partner", _partner),
    ("crowd", _crowd),
    ("kind of people", _kind_of_people),
    ("stateless", _stateless),
    ("unsure", _unsure),
    ("force", _force),
    ("material", _material),
    ("refusal", _refusal),
    ("unreal", _unreal),
    ("abroad", _abroad),
    ("year", _year),
)
"""Each name of ``odds.yml`` with how much it holds, in [0, 1]; "lead" and "late" are of the report."""


def _sides(draft: Draft) -> tuple[Participant, ...]:
    return (*draft.actors, *draft.recipients)


def _spans(draft: Draft) -> tuple[Span, ...]:
    """Where the sides stand, as far as in this sentence."""
    return tuple(side.mention.span for side in _sides(draft) if _here(draft, side))


def _here(draft: Draft, side: Participant) -> bool:
    return draft.clauses.sentence.span.holds(side.mention.span)


def _last_doer(draft: Draft) -> tuple[Span, ...]:
    return tuple(side.mention.span for side in draft.actors if _here(draft, side))[-1:]


def _unused(draft: Draft) -> list[Mention]:
    """Mentions of the sentence that are on neither side."""
    used = {side.mention.span for side in _sides(draft)}
    return [mention for mention in draft.clauses.mentions if mention.span not in used]


def _token(clauses: Clauses, span: Span) -> int:
    """The number of the first token of ``span``."""
    return sum(token.span.stop <= span.start for token in clauses.tokens)


def _coupled(clauses: Clauses, one: Span, other: Span) -> bool:
    """Whether the two stand close together with a conjunction between: Wyden *and* Neal."""
    first, last = sorted((one, other))
    row = clauses.tokens[_token(clauses, first) : _token(clauses, last)]
    between = [token for token in row if token.span.start >= first.stop]
    tags = {token.tag for token in between}
    return len(between) <= _CLOSE and "CCONJ" in tags and tags.isdisjoint(("VERB", "AUX"))
