"""How likely a draft is an event where the rules and the network are both asked.

What the rules promise, what the network sees told at the trigger, and whether it gives the sides the parts
that the draft gives them, add up to log odds. ``training/reader/votes.py`` fits the weights to the corpus.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log

import msgspec

from dragoman.events import scoring, tellings
from dragoman.events.answers import BETWEEN, SIDES, Answer
from dragoman.events.assembly import STILL_WORDS
from dragoman.events.drafts import Draft
from dragoman.events.tellings import Teller, word_at
from dragoman.resources import read_yaml
from dragoman.types import Document, Participant, Span

_LEAST = 0.001  # of a share, so that its logarithm stays finite
_EDGE = 0.02  # the same of a score at both ends
_HOPELESS = 0.1  # score of the rules under which the network is not asked
_TAKEN = "seize"  # of land: COERCE to the codebook; to the network, where it is fought for, ASSAULT
_LIKELY = 0.5  # score of the rules under which its vote mostly takes away
_SEEN = 0.85  # vote from which on it stands against what speaks lightly against an event


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Log odds for each unit of what ``signs`` gives, and where nothing is known."""

    score: float
    told: float
    actor: float
    recipient: float
    no_actor: float
    no_recipient: float
    start: float


class Ballots(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/models/reader-<iso>.votes.yml``: weights for drafts of the rules, and for what is read."""

    rules: Weights
    reader: Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Voter:
    """What is asked where a language has a network."""

    teller: Teller
    ballots: Ballots

    def of_rules(self, draft: Draft, document: Document) -> float:
        """The probability that a draft of the rules is an event of ``document`` as it stands.

        What the rules hold unlikely mostly stays so: how hard a report is to read is seen by their score
        alone, for the weights come from single sentences. But a crowd of no country, a doer who is not named
        or a sentence far down are no doubts where the network plainly sees the event.
        """
        score = scoring.score(draft, document)
        if score < _HOPELESS:
            return score
        vote = self._share(draft, document, score, self.ballots.rules)
        if score < _LIKELY and vote >= _SEEN:
            score = scoring.score(draft, document, seen=True)
        return vote if score >= _LIKELY else min(score, vote)

    def of_reader(self, draft: Draft, document: Document) -> float:
        """The same of what the network found."""
        return self._share(draft, document, scoring.as_read(draft, document), self.ballots.reader)

    def _share(self, draft: Draft, document: Document, score: float, weights: Weights) -> float:
        odds = sum(
            weight * sign
            for weight, sign in zip(
                msgspec.structs.astuple(weights),
                (*signs(self.teller, draft, document, score), 1.0),
                strict=True,
            )
        )
        return 1.0 / (1.0 + exp(-odds))


def signs(teller: Teller, draft: Draft, document: Document, score: float) -> tuple[float, ...]:
    """What speaks for a draft, in the order of ``Weights``: the score it had, and what the network sees."""
    sentence = draft.clauses.sentence.span
    text = sentence.text(document.report.text)
    head = draft.clauses.tokens[draft.match.head].span
    answer = teller.answer(text, word_at(text, head.start - sentence.start))
    kinds = {draft.type, STILL_WORDS.get(draft.type, draft.type)}
    if draft.mode == _TAKEN:
        kinds.add("ASSAULT")
    actor, recipient = (
        _part(answer, draft, [one for one in sides if sentence.holds(one.mention.span)], role)
        for sides, role in zip((draft.actors, draft.recipients), SIDES, strict=True)
    )
    return (
        log((score + _EDGE) / (1.0 + _EDGE - score)),
        log(max(map(answer.told, kinds)) + _LEAST),
        actor,
        recipient,
        float(not draft.actors),
        float(not draft.recipients),
    )


def _part(answer: Answer, draft: Draft, sides: Sequence[Participant], role: str) -> float:
    """Logarithm of how likely the likeliest of ``sides`` plays its part, or nobody does.

    0 where whoever does is named elsewhere.
    """
    start = draft.clauses.sentence.span.start
    spans = [Span(one.mention.span.start - start, one.mention.span.stop - start) for one in sides]
    roles = SIDES if draft.type in BETWEEN else (role,)
    shares = [max(answer.part(span, one) for one in roles) for span in spans]
    if not (draft.actors if role == "actor" else draft.recipients):
        shares = [answer.nobody(role)]
    return log(max(shares) + _LEAST) if shares else 0.0


@cache
def load(language: str) -> Voter | None:
    """What votes on drafts in ``language`` (ISO 639-1); None where nothing was trained.

    Raises:
        ResourceError: a file of the model is missing, or does not belong to it.
    """
    teller = tellings.load(language)
    if teller is None:
        return None
    path = files("dragoman") / "data" / "models" / f"reader-{language}.votes.yml"
    return Voter(teller=teller, ballots=read_yaml(path, Ballots))
