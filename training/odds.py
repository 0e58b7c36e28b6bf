"""Fits the odds that a draft of the rules is right to the marked sentences of the corpus.

Usage: python -m training.odds [--ridge 2] [--dry]

Each draft that the rules make of a sentence of the train split is right or wrong by its marks: the type, all
sides, and the auxiliary marks. Logistic regression with a ridge gives ``odds.yml`` its weights. Those of
``KEPT``, and the start, stay as they were set by hand: a single sentence cannot show where in a report it
stands, whose people are meant, and how much of a report is news. Dev and test are only reported on.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from training.markup import CORPUS, LAYERS, Entry, read_corpus

from dragoman import pipeline
from dragoman.actors.resolution import resolve
from dragoman.events import odds
from dragoman.events.assembly import Assembly
from dragoman.events.coder import FrameCoder, drafted
from dragoman.quotes import attribute_quotes
from dragoman.types import Event, Participant, Report

LANGUAGE = "en"
TARGET = Path(odds.__file__).parents[1] / "data" / "languages" / LANGUAGE / "odds.yml"
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})  # told of two, whoever is the actor
KEPT = ("abroad", "crowd", "kind of people", "stateless", "year", "lead", "late")
ROUNDS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A draft: how much each feature holds, and whether the marks bear it out."""

    features: dict[str, float]
    right: bool


def judge(entries: Sequence[Entry]) -> list[Judged]:
    """Every draft of the rules in ``entries``."""
    kit, found = pipeline.tools(0.0), []
    for entry in entries:
        report = Report(id=entry.id, text=entry.text, language=LANGUAGE)
        document = kit.annotator.document(report)
        participants = resolve(document, kit.directory)
        quotes = attribute_quotes(document, participants)
        assembly = Assembly(document, participants, FrameCoder().id)
        for _, _, drafts in drafted(document, participants, quotes):
            for draft in drafts:
                held = odds.features(document, draft)
                found.append(Judged(features=held, right=_right(entry, assembly.event(draft))))
    return found


def _right(entry: Entry, event: Event) -> bool:
    """Whether a marked event has the type, the auxiliary marks and all sides of ``event``, and no others."""
    return any(
        marked.type == event.type
        and set(marked.auxiliary) == set(event.auxiliary)
        and _told(marked.type, frozenset(marked.actors), frozenset(marked.recipients)) == _given(entry, event)
        for marked in entry.events
    )


def _given(entry: Entry, event: Event) -> tuple[frozenset[str], ...]:
    return _told(event.type, _letters(entry, event.actors), _letters(entry, event.recipients))


def _told(kind: str, actors: frozenset[str], recipients: frozenset[str]) -> tuple[frozenset[str], ...]:
    return (actors | recipients,) if kind in MUTUAL else (actors, recipients)


def _letters(entry: Entry, sides: Sequence[Participant]) -> frozenset[str]:
    """The entities that the sides are; "?" for one that is not marked as taking part."""
    found = set()
    for side in sides:
        spans = [one for one in entry.mentions if one.letter and one.span.overlaps(side.mention.span)]
        found.add(spans[0].letter if spans else "?")
    return frozenset(found)


def fit(rows: Sequence[Judged], before: odds.Odds, ridge: float) -> odds.Odds:
    """Weights by Newton's method; the start and those of ``KEPT`` stay as ``before``."""
    names = [name for name in before.features if name not in KEPT]
    inputs = np.array([[1.0, *(row.features[name] for name in names)] for row in rows])
    right = np.array([float(row.right) for row in rows])
    penalty = ridge * np.diag([0.0, *[1.0] * len(names)])
    weights = np.zeros(inputs.shape[1])
    for _ in range(ROUNDS):
        shares = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (shares - right) + penalty @ weights
        bend = (inputs * (shares * (1 - shares))[:, None]).T @ inputs + penalty
        weights = weights - np.linalg.solve(bend, slope)
    found = dict(zip(names, (round(float(one), 1) for one in weights[1:]), strict=True))
    features = {name: found.get(name, weight) for name, weight in before.features.items()}
    return odds.Odds(start=before.start, features=features)


def area(rows: Sequence[Judged], weights: odds.Odds) -> float:
    """The chance that a right draft has higher odds than a wrong one (area under the curve)."""
    told = [(odds.total(weights, row.features), row.right) for row in rows]
    right, wrong = [one for one, good in told if good], [one for one, good in told if not good]
    above = sum((high > low) + (high == low) / 2 for high in right for low in wrong)
    return above / (len(right) * len(wrong))


def main() -> None:
    """Command line."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--ridge", type=float, default=2.0)
    parser.add_argument("--dry", action="store_true", help="show the weights, write nothing")
    given = parser.parse_args()
    entries = [entry for entry in read_corpus(CORPUS) if entry.layers == LAYERS]
    rows = {name: judge([one for one in entries if one.split == name]) for name in ("train", "dev", "test")}
    before = odds.load(LANGUAGE)
    if before is None:
        raise SystemExit(f"{TARGET} is not there; it holds the weights that are set by hand")
    after = fit(rows["train"], before, given.ridge)
    for name, part in rows.items():
        share = sum(row.right for row in part) / len(part)
        areas = f"before {area(part, before):.3f}, after {area(part, after):.3f}"
        sys.stdout.write(f"{name}: {len(part)} drafts, {share:.2f} right; area under the curve {areas}\n")
    lines = [
        f"start: {after.start}",
        "features:",
        *(f"  {name}: {one}" for name, one in after.features.items()),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    if not given.dry:
        head = [line for line in TARGET.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        TARGET.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
