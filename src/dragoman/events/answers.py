"""What the network says of one marked word of a sentence, and who plays which part in what it tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from dragoman import ontology
from dragoman.events.network import Weights
from dragoman.types import Auxiliary, Span

ROLES = ("none", "actor", "recipient", "place")
"""What a token may be part of beside a trigger."""

SIDES = ("actor", "recipient")
BETWEEN = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
"""What two may do together: the other side may be an actor too."""

_NOBODY = 0.1  # share that stands for a side that is not named
_ALSO = 0.4  # share from which on somebody is one more of a side
_LEAST = 0.001
_Pair = tuple[Span | None, Span | None]
_Cast = tuple[tuple[Span, ...], tuple[Span, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the network makes of a sentence with one word marked.

    Args:
        kinds: the share of each type, and of ``NONE``.
        spans: where the tokens stand in the sentence.
        roles: the share of each role; shape (tokens, roles).
        marks: the auxiliary marks it sees.
    """

    kinds: dict[str, float]
    spans: tuple[Span, ...]
    roles: Weights
    marks: tuple[Auxiliary, ...]

    def part(self, span: Span, role: str) -> float:
        """How likely the words of ``span`` play a role: the greatest share of a token of theirs."""
        inside = [at for at, one in enumerate(self.spans) if one.start < one.stop and one.overlaps(span)]
        return float(self.roles[inside, ROLES.index(role)].max()) if inside else 0.0

    def sides(self) -> list[Span]:
        """Neighbouring tokens that are more likely of one side than of none."""
        found: list[Span] = []
        before = ""
        for span, label in zip(self.spans, self.roles.argmax(-1), strict=True):
            if span.start == span.stop:
                continue
            role = ROLES[label]
            if role == before and role in SIDES:
                found[-1] = Span(found[-1].start, span.stop)
            elif role in SIDES:
                found.append(span)
            before = role
        return found


def cast(answer: Answer, kind: str, mentions: Sequence[Span]) -> _Cast:
    """The actors and recipients of an event of ``kind``, of those mentioned and those only the network sees.

    The likeliest pair, of whom one may be nobody, and who else is likely enough of one of the sides.
    """
    others = [side for side in answer.sides() if not any(side.overlaps(span) for span in mentions)]
    people = [*mentions, *others]
    first, second = max(
        _pairs(people), key=lambda pair: _likelihood(answer, kind, pair), default=(None, None)
    )
    actors, recipients = [first] if first else [], [second] if second else []
    if first and second and kind in BETWEEN and not ontology.needs_recipient(kind):
        if answer.part(second, "actor") > answer.part(second, "recipient"):
            actors, recipients = [first, second], []
    for span in people:
        if any(span.overlaps(one) for one in (*actors, *recipients)):
            continue
        shares = {side: answer.part(span, side) for side in SIDES}
        if shares["actor"] > max(_ALSO, shares["recipient"]):
            actors.append(span)
        elif shares["recipient"] > _ALSO and recipients:
            recipients.append(span)
    return tuple(actors), tuple(recipients)


def _pairs(people: Sequence[Span]) -> Iterator[_Pair]:
    for actor in (None, *people):
        for recipient in (None, *people):
            if not (actor and recipient and actor.overlaps(recipient)) and (actor or recipient):
                yield actor, recipient


def _likelihood(answer: Answer, kind: str, pair: _Pair) -> float:
    actor, recipient = pair
    acting = answer.part(actor, "actor") if actor else _NOBODY
    met = answer.part(recipient, "recipient") if recipient else _NOBODY
    if recipient and kind in BETWEEN and ontology.needs_recipient(kind):
        met = max(met, answer.part(recipient, "actor") / 2)
    return log(acting + _LEAST) + log(met + _LEAST)
