"""Fits how much the rules' score and the network's answers say of a draft: ``reader-en.votes.yml``.

Usage: python -m training.reader.votes

Every draft of the rules and of the reader in the marked sentences of the dev split is right or wrong as
``measure`` sees it, and logistic regression weighs its signs. To be run anew when the network, the rules or
the corpus have changed; the test split is never used.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from training.markup import CORPUS, LAYERS, Entry, read_corpus
from training.reader.measure import same

from dragoman import ontology, pipeline
from dragoman.events import scoring, tellings, votes
from dragoman.events.assembly import Assembly, Score
from dragoman.events.coder import drafted
from dragoman.events.drafts import Draft
from dragoman.events.readercoder import read_drafts
from dragoman.events.tellings import Teller
from dragoman.events.voices import sides_of
from dragoman.types import Analysis, Report

MODELS = Path(__file__).parents[2] / "src" / "dragoman" / "data" / "models"
HEAD = "# How likely a draft is right: log odds. Written by training/reader, read by dragoman.events.votes.\n"
PULL = 1.0  # toward weights of 0
STEPS = 30
Numbers = NDArray[np.float64]
Drafts = Callable[[Analysis, Teller], Iterator[Draft]]


def of_rules(one: Analysis, teller: Teller) -> Iterator[Draft]:
    """What the rules draft."""
    for _, _, drafts in drafted(one.document, one.participants, one.quotes):
        yield from drafts


def of_reader(one: Analysis, teller: Teller) -> Iterator[Draft]:
    """What the reader finds told."""
    for clauses in one.document.clauses:
        sides = sides_of(one.document, clauses, one.participants, one.quotes)
        yield from read_drafts(one.document, clauses, sides, teller)


def judged(
    entries: Sequence[Entry], teller: Teller, drafts: Drafts, score: Score
) -> Iterator[tuple[tuple[float, ...], bool]]:
    """The signs of each draft of marked sentences, and whether it is right."""
    reports = [Report(id=entry.id, text=entry.text, language="en") for entry in entries]
    coded = pipeline.analyse(reports, pipeline.tools(1.0))
    analyses = [one for one in coded if isinstance(one, Analysis)]
    for entry, one in zip(entries, analyses, strict=True):
        assembly = Assembly(one.document, one.participants, "votes", score)
        for draft in drafts(one, teller):
            event = assembly.event(draft)
            if not ontology.check(event):
                right = any(same(entry, marked, event, one.document) for marked in entry.events)
                yield votes.signs(teller, draft, one.document, event.score), right


def fit(signs: Numbers, right: Numbers) -> Numbers:
    """Weights of a logistic regression, by Newton's method; the last, of a constant, is free."""
    rows = np.column_stack([signs, np.ones(len(signs))])
    weights = np.zeros(rows.shape[1])
    pull = np.diag([*[PULL] * signs.shape[1], 0.0])
    for _ in range(STEPS):
        shares = 1.0 / (1.0 + np.exp(-rows @ weights))
        slope = rows.T @ (shares - right) + pull @ weights
        bend = (rows * (shares * (1.0 - shares))[:, None]).T @ rows + pull
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def main() -> None:
    """Command line."""
    entries = [one for one in read_corpus(CORPUS) if one.split == "dev" and one.layers == LAYERS]
    teller = tellings.load("en")
    if teller is None:
        raise SystemExit("no network: train it first")
    lines = [HEAD]
    ways: tuple[tuple[str, Drafts, Score], ...] = (
        ("rules", of_rules, scoring.score),
        ("reader", of_reader, scoring.as_read),
    )
    for name, drafts, score in ways:
        signs, right = zip(*judged(entries, teller, drafts, score), strict=True)
        weights = fit(np.array(signs), np.array(right, dtype=np.float64))
        fields = zip(votes.Weights.__struct_fields__, weights, strict=True)
        lines.append(f"{name}: {{{', '.join(f'{field}: {weight:.2f}' for field, weight in fields)}}}\n")
        sys.stdout.write(f"{name}: {len(right)} drafts, {np.mean(right):.3f} right\n")
    (MODELS / "reader-en.votes.yml").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
