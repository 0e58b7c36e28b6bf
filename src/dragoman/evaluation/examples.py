"""How many of the codebook's own examples are coded as they say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path

from dragoman import codec, pipeline
from dragoman.documents.annotator import SERVED
from dragoman.evaluation.measures import score
from dragoman.evaluation.records import Result, Score, Task
from dragoman.events import codebook
from dragoman.text import fold
from dragoman.types import Analysis, Event, Participant, Report

_ANY_SCORE = 0.0


def folder() -> Path:
    """The codebooks of the package, each language in a folder."""
    return Path(str(files("dragoman"))) / "data" / "codebook"


def measure(path: Path) -> Result:
    """The share of examples that give an event of the rule's type with the sides they name, by language."""
    scores: list[Score] = []
    misses: list[str] = []
    for iso in SERVED:
        cases = [(rule, example) for rule in codebook.load(iso).rules for example in rule.examples]
        found = [judged(iso, rule, example) for rule, example in cases]
        scores.append(score(iso, "examples right", [line is None for line in found]))
        misses.extend(line for line in found if line is not None)
    return Result(scores=tuple(scores), misses=tuple(misses))


def judged(iso: str, rule: codebook.Rule, example: codebook.Example) -> str | None:
    """None where the example is coded right, else one line that says what came out instead."""
    report = Report(id=codec.stable_id(example.text), text=example.text, language=iso)
    events = [
        event
        for result in pipeline.analyse([report], pipeline.tools(_ANY_SCORE, "frames"))
        if isinstance(result, Analysis)
        for event in result.events
    ]
    if any(_is_right(event, rule, example, report.text) for event in events):
        return None
    wanted = f"{rule.type} {' + '.join(example.actor) or '-'} → {' + '.join(example.recipient) or '-'}"
    given = "; ".join(map(partial(_line, text=report.text), events)) or "nothing"
    return f"{iso} {rule.rule}: “{example.text}” wanted {wanted}; given {given}"


def _is_right(event: Event, rule: codebook.Rule, example: codebook.Example, text: str) -> bool:
    """Type, mode and sides; of a reciprocal rule all sides are actors."""
    if event.type != rule.type or (rule.mode and rule.mode not in event.modes):
        return False
    if rule.reciprocal:
        everybody = (*event.actors, *event.recipients)
        return _named(everybody, (*example.actor, *example.recipient), text)
    return _named(event.actors, example.actor, text) and _named(event.recipients, example.recipient, text)


def _named(sides: Sequence[Participant], words: Sequence[str], text: str) -> bool:
    """Whether each of the words stands in one of the sides, as written or as resolved."""
    shown = [f"{fold(one.mention.span.text(text))}\n{fold(one.name)}" for one in sides]
    return all(any(fold(word) in side for side in shown) for word in words)


def _line(event: Event, text: str) -> str:
    actors = " + ".join(one.mention.span.text(text) for one in event.actors) or "-"
    recipients = " + ".join(one.mention.span.text(text) for one in event.recipients) or "-"
    return f"{'.'.join((event.type, *event.modes))} {actors} → {recipients} ({event.rule})"


TASK = Task(name="codebook", about="the codebook's own examples", corpus=folder, measure=measure, grows=True)
