"""A sentence with its two sides given → a score for each PLOVER type: the rules and the reader vote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman import ontology
from dragoman.documents import grammar as grammars
from dragoman.documents import sentences as cutting
from dragoman.documents.annotator import language
from dragoman.documents.clauses import chunk, timely
from dragoman.documents.dates import find_dates
from dragoman.events import codebook as codebooks
from dragoman.events import scopes
from dragoman.events.assembly import STILL_WORDS
from dragoman.events.modality import read
from dragoman.events.reader import Reader, Reading
from dragoman.events.slots import fill
from dragoman.events.triggers import Match, find
from dragoman.types import Clauses, Finder, Mention, Sentence, Span

_SIDE = 0.8  # what a side in its slot adds to a trigger's prior
_WRONG = -0.3  # what a side in the other side's slot takes away
_FLOOR = 0.02  # every type keeps this much before normalising
_RULES = 0.4  # weight of the rules' vote beside the reader's; it and the next fit the corpus's dev split best
_DOUBT = 0.003  # the least share that the rules leave a type where the reader has a vote too


_Best = dict[str, tuple[float, str | None, str]]
"""By type: the score of the rule that fits best, its mode and its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """The best type and mode, and scores over all types that sum to 1."""

    event: str
    mode: str | None
    scores: dict[str, float]
    rule: str | None


def classify(
    text: str, iso: str, sides: tuple[Span, Span], finder: Finder, model: Reader | None = None
) -> Classification:
    """Score the types for what the first of ``sides`` does to the second in ``text``.

    Args:
        text: one or a few sentences.
        iso: ISO 639-1 code of a served language.
        sides: spans of the one who acts and of the other side.
        finder: what knows names; it only helps to read the rest of the sentence.
        model: a reader of the language, which votes beside the rules.
    """
    best: _Best = {}
    dates = find_dates(text, iso, None)
    spans = cutting.split(text, iso)
    for span in spans:
        sentence = Sentence(span=span, tokens=language(iso).tokenize(text, span), paragraph=0)
        mentions = _mentions(sentence, iso, sides, finder)
        clauses = chunk(sentence, mentions, timely(sentence, dates), grammars.load(iso))
        for match, mode in scopes.resolve(clauses, find(clauses, codebooks.load(iso))):
            kind, how, score = _scored(clauses, match, mode, *sides)
            if score > best.get(kind, (0.0, None, ""))[0]:
                best[kind] = (score, how, match.trigger.rule.rule)
    reading = _read(model, text, sides, spans) if model else None
    return _classification(best, reading)


def _read(model: Reader, text: str, sides: tuple[Span, Span], spans: Sequence[Span]) -> Reading:
    """What the reader makes of the sentences in which the sides stand."""
    held = [span for span in spans if any(span.overlaps(side) for side in sides)]
    first, last = held[0].start, held[-1].stop
    actor, recipient = (Span(side.start - first, side.stop - first) for side in sides)
    return model.read(text[first:last], actor, recipient)


def _voted(rules: dict[str, float], read: dict[str, float]) -> dict[str, float]:
    """The product of both votes, made to sum to 1; types that only the reader knows are among them."""
    if not read:
        return rules
    votes = {name: max(rules.get(name, 0.0), _DOUBT) ** _RULES * share for name, share in read.items()}
    total = sum(votes.values())
    return {name: vote / total for name, vote in votes.items()}


def _shares(best: _Best) -> dict[str, float]:
    names = tuple(ontology.load().types)
    weights = {name: _FLOOR + best.get(name, (0.0, None, ""))[0] ** 2 for name in names}
    total = sum(weights.values())
    return {name: weight / total for name, weight in weights.items()}


def _mentions(sentence: Sentence, iso: str, sides: Sequence[Span], finder: Finder) -> list[Mention]:
    given = [
        Mention(span=side, head=side, kind="country", entity=at)
        for at, side in enumerate(sides)
        if sentence.span.overlaps(side)
    ]
    if len(given) == 2 and given[0].span.overlaps(given[1].span):
        given = given[:1]
    others = language(iso).mentions([sentence], finder)
    free = [mention for mention in others if not any(mention.span.overlaps(side) for side in sides)]
    return sorted([*given, *free], key=lambda mention: mention.span.start)


def _scored(
    clauses: Clauses, match: Match, mode: str | None, actor: Span, recipient: Span
) -> tuple[str, str | None, float]:
    rule = match.trigger.rule
    noun = match.trigger.noun
    doer = fill(clauses, match, rule.noun_actor if noun else rule.actor)
    other = fill(
        clauses, match, rule.noun_recipient if noun else rule.recipient, doer.mentions if doer else ()
    )
    acting = {clauses.mentions[number].span for number in doer.mentions} if doer else set()
    acted_on = {clauses.mentions[number].span for number in other.mentions} if other else set()
    score = rule.score
    score += _SIDE * (actor in acting) + _SIDE * (recipient in acted_on)
    if rule.reciprocal:
        score += _SIDE * (recipient in acting) + _SIDE * (actor in acted_on)
    else:
        score += _WRONG * (recipient in acting) + _WRONG * (actor in acted_on)
    modality = read(clauses, match)
    if modality.future and rule.type in STILL_WORDS:
        return STILL_WORDS[rule.type], None, score
    return rule.type, mode, max(score * (0.8 if modality.hypothetical else 1.0), 0.05)


def _classification(best: _Best, reading: Reading | None) -> Classification:
    scores = _voted(_shares(best), reading.types if reading else {})
    top = max(scores, key=lambda name: scores[name])
    _, mode, rule = best.get(top, (0.0, None, None))
    return Classification(
        event=top,
        mode=mode or _learned(top, reading),
        scores={name: round(score, 4) for name, score in scores.items()},
        rule=rule,
    )


def _learned(kind: str, reading: Reading | None) -> str | None:
    """The mode that the reader gives the type: the likeliest, if it is as likely as none."""
    modes = (
        {name: share for name, share in reading.modes.items() if name.startswith(f"{kind}.")}
        if reading
        else {}
    )
    likeliest = max(modes, key=lambda name: modes[name], default=None)
    if reading is None or likeliest is None or modes[likeliest] < reading.types[kind] / 2:
        return None
    return likeliest.partition(".")[2]
