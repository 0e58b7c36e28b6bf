"""A sentence with its two sides given → a score for each PLOVER type."""

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
from dragoman.events.coder import STILL_WORDS
from dragoman.events.modality import read
from dragoman.events.slots import fill
from dragoman.events.triggers import Match, find
from dragoman.types import Clauses, Finder, Mention, Sentence, Span

_SIDE = 0.8  # what a side in its slot adds to a trigger's prior
_WRONG = -0.3  # what a side in the other side's slot takes away
_FLOOR = 0.02  # every type keeps this much before normalising


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """The best type and mode, and scores over all types that sum to 1."""

    event: str
    mode: str | None
    scores: dict[str, float]
    rule: str | None


def classify(text: str, iso: str, actor: Span, recipient: Span, finder: Finder) -> Classification:
    """Score the sixteen types for what ``actor`` does to ``recipient`` in ``text``.

    Args:
        text: one or a few sentences.
        iso: ISO 639-1 code of a served language.
        actor: span of the one who acts.
        recipient: span of the other side.
        finder: what knows names; it only helps to read the rest of the sentence.
    """
    best: dict[str, tuple[float, str | None, str]] = {}
    dates = find_dates(text, iso, None)
    for span in cutting.split(text, iso):
        sentence = Sentence(span=span, tokens=language(iso).tokenize(text, span), paragraph=0)
        mentions = _mentions(sentence, iso, (actor, recipient), finder)
        clauses = chunk(sentence, mentions, timely(sentence, dates), grammars.load(iso))
        for match, mode in scopes.resolve(clauses, find(clauses, codebooks.load(iso))):
            kind, how, score = _scored(clauses, match, mode, actor, recipient)
            if score > best.get(kind, (0.0, None, ""))[0]:
                best[kind] = (score, how, match.trigger.rule.rule)
    return _classification(best)


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


def _classification(best: dict[str, tuple[float, str | None, str]]) -> Classification:
    names = tuple(ontology.load().types)
    weights = {name: _FLOOR + best.get(name, (0.0, None, ""))[0] ** 2 for name in names}
    total = sum(weights.values())
    top = max(names, key=lambda name: weights[name])
    known = best.get(top)
    return Classification(
        event=top,
        mode=known[1] if known else None,
        scores={name: round(weight / total, 4) for name, weight in weights.items()},
        rule=known[2] if known else None,
    )
