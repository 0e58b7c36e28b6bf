"""What the network says of one marked word of a sentence, and who plays which part in what it tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from dragoman import ontology
from dragoman.events.network import Weights
from dragoman.types import Auxiliary, Span

ROLES = ("none", "actor", "recipient", "place")
"""What a token may be part of beside a trigger."""

SIDES = ("actor", "recipient")
UNMODED = ""
MODES = (UNMODED, *(f"{name}.{mode}" for name, kind in ontology.load().types.items() for mode in kind.modes))
"""How what is told was done, as ``TYPE.mode``; the first is that no mode is told."""

BETWEEN = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
"""What two may do together: the other side may be an actor too."""

TOGETHER = frozenset({"CONSULT", "COOPERATE"})
"""What two do: both are actors where no recipient is needed."""

BOTH = {"SANCTION": ("convict", "COERCE", "arrest"), "COERCE": ("arrest", "SANCTION", "convict")}
"""Of a type and its mode the other type that is told by the same words: a sentence to prison."""

_TWIN = 0.2  # share from which on the other type is told as well
_ALSO = 0.25  # share from which on somebody is one more of a side
_SECOND = 0.05  # the same of the other one of two who must do it together
_LEAST = 0.001
_STEP = 0.1  # of a likelihood: of those that differ by less the shorter words are taken
_AGAIN = 3.0  # what a likelihood loses where one plays both parts
NOBODY_AGAIN: Mapping[Span, int] = {}
_Pair = tuple[Span | None, Span | None]
_Cast = tuple[tuple[Span, ...], tuple[Span, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the network makes of a sentence with one word marked.

    Args:
        kinds: the share of each type, and of ``NONE``.
        spans: where the tokens stand in the sentence.
        roles: the share of each role; shape (tokens, roles).
        chosen: the share of each token in each side, (tokens, sides); the first token stands for nobody.
        modes: the share of each of ``MODES``.
        marks: the auxiliary marks it sees.
    """

    kinds: dict[str, float]
    spans: tuple[Span, ...]
    roles: Weights
    chosen: Weights
    modes: Weights
    marks: tuple[Auxiliary, ...]

    def mode(self, kind: str) -> str | None:
        """The likeliest mode of a type, if it is likelier than none."""
        fitting = {
            name: share for name, share in zip(MODES, self.modes, strict=True) if name.startswith(f"{kind}.")
        }
        best = max(fitting, key=lambda name: fitting[name], default=UNMODED)
        return best.partition(".")[2] if fitting and fitting[best] > self.modes[0] else None

    def other(self, kind: str) -> str | None:
        """The type that the same words tell beside ``kind``, if they do."""
        mode, twin, its = BOTH.get(kind, ("", "", ""))
        told = self.kinds.get(twin, 0.0) > _TWIN and self.mode(kind) == mode and self.mode(twin) == its
        return twin if told else None

    def told(self, kind: str) -> float:
        """How likely ``kind`` is told, alone or beside another."""
        return self.kinds[kind] + self.kinds.get(self.other(kind) or "", 0.0)

    def part(self, span: Span, role: str) -> float:
        """How likely a side is told by the words of ``span``: what their tokens have of it together."""
        inside = [at for at, one in enumerate(self.spans) if one.start < one.stop and one.overlaps(span)]
        return float(self.chosen[inside, SIDES.index(role)].sum())

    def nobody(self, role: str) -> float:
        """How likely a side is not named."""
        return float(self.chosen[0, SIDES.index(role)])

    def together(self, one: Span, other: Span) -> bool:
        """Whether the words overlap or nothing but words of a side stands between them: *its president*."""
        first, last = sorted((one, other))
        labels = (
            ROLES[label]
            for span, label in zip(self.spans, self.roles.argmax(-1), strict=True)
            if first.stop <= span.start < span.stop <= last.start
        )
        return all(label in SIDES for label in labels)

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


def cast(
    answer: Answer, kind: str, mentions: Sequence[Span], chains: Mapping[Span, int] = NOBODY_AGAIN
) -> _Cast:
    """The actors and recipients of an event of ``kind``, of those mentioned and those only the network sees.

    The likeliest pair, of whom one may be nobody, and who else is likely enough of one of the sides. Of two
    mentions with one number in ``chains``, who are one, seldom both take part.
    """
    others = [side for side in answer.sides() if not any(side.overlaps(span) for span in mentions)]
    people = sorted([*mentions, *others], key=lambda span: (span.stop - span.start, span))
    first, second = max(
        _pairs(people), key=lambda pair: _likelihood(answer, pair, chains), default=(None, None)
    )
    actors, recipients = [first] if first else [], [second] if second else []
    if first and second and kind in BETWEEN and not ontology.needs_recipient(kind):
        if answer.part(second, "actor") > answer.part(second, "recipient"):
            actors, recipients = [first, second], []
    if kind in TOGETHER and len(actors) + len(recipients) == 1:
        actors += _partner(answer, people, actors or recipients)
    for span in people:
        if any(answer.together(span, one) or _again(span, one, chains) for one in (*actors, *recipients)):
            continue
        shares = {side: answer.part(span, side) for side in SIDES}
        if actors and shares["actor"] > max(_ALSO, shares["recipient"]):
            actors.append(span)
        elif recipients and shares["recipient"] > _ALSO:
            recipients.append(span)
    return tuple(actors), tuple(recipients)


def _partner(answer: Answer, people: Sequence[Span], known: Sequence[Span]) -> list[Span]:
    """Who else does what nobody does alone, if anybody is seen to."""
    others = [span for span in people if not any(span.overlaps(one) for one in known)]
    shares = {span: max(answer.part(span, side) for side in SIDES) for span in others}
    likeliest = max(others, key=lambda span: shares[span], default=None)
    return [likeliest] if likeliest and shares[likeliest] > _SECOND else []


def _pairs(people: Sequence[Span]) -> Iterator[_Pair]:
    for actor in (None, *people):
        for recipient in (None, *people):
            if not (actor and recipient and actor.overlaps(recipient)) and (actor or recipient):
                yield actor, recipient


def _likelihood(answer: Answer, pair: _Pair, chains: Mapping[Span, int]) -> int:
    """In steps, so that of two that are as likely the first, of shorter words, is taken."""
    actor, recipient = pair
    acting = answer.part(actor, "actor") if actor else answer.nobody("actor")
    met = answer.part(recipient, "recipient") if recipient else answer.nobody("recipient")
    again = actor and recipient and _again(actor, recipient, chains)
    return round((log(acting + _LEAST) + log(met + _LEAST) - _AGAIN * bool(again)) / _STEP)


def _again(one: Span, other: Span, chains: Mapping[Span, int]) -> bool:
    return one in chains and other in chains and chains[one] == chains[other]
