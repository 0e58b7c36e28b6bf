"""Counts → numbers in [0, 1]."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.evaluation.records import Score
from dragoman.types import Span

DIGITS = 4


def share(hits: int, cases: int) -> float:
    """How many of the cases were hit; 0 where there were none."""
    return round(hits / cases, DIGITS) if cases else 0.0


def score(language: str, measure: str, hits: Sequence[bool], *, gated: bool = True) -> Score:
    """The share of cases that were hit, with their number."""
    value = share(sum(hits), len(hits))
    return Score(language=language, measure=measure, value=value, count=len(hits), gated=gated)


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    both = precision + recall
    return round(2 * precision * recall / both, DIGITS) if both else 0.0


def f1_by_label(gold: Sequence[str], given: Sequence[str]) -> dict[str, float]:
    """F1 of each label that stands in ``gold``, in alphabetical order."""
    found: dict[str, float] = {}
    for label in sorted(set(gold)):
        right = sum(one == other == label for one, other in zip(gold, given, strict=True))
        found[label] = round(2 * right / (gold.count(label) + given.count(label)), DIGITS)
    return found


def macro_f1(gold: Sequence[str], given: Sequence[str]) -> float:
    """The mean F1 of the labels in ``gold``, each weighing the same."""
    by_label = f1_by_label(gold, given)
    return round(sum(by_label.values()) / len(by_label), DIGITS) if by_label else 0.0


def common(one: Iterable[Span], other: Iterable[Span]) -> int:
    """How many code points two sets of stretches have in common; stretches of one set may overlap."""
    return len(_points(one) & _points(other))


def length(spans: Iterable[Span]) -> int:
    """How many code points the stretches hold together."""
    return len(_points(spans))


def _points(spans: Iterable[Span]) -> set[int]:
    return {point for span in spans for point in range(span.start, span.stop)}
