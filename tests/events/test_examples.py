"""Every example of every rule is coded; the share that comes out as its rule says may not fall."""

from __future__ import annotations

from functools import cache

import pytest

from dragoman.documents.annotator import SERVED
from dragoman.evaluation import examples, gate
from dragoman.evaluation.records import Result
from dragoman.events import codebook


@cache
def measured() -> Result:
    return examples.measure(examples.folder())


@pytest.mark.parametrize("iso", SERVED)
def test_the_examples_of_the_codebook(iso: str) -> None:
    """The aim is all of them. ``dragoman evaluate codebook --misses`` lists those that are left."""
    score = next(one for one in measured().scores if one.language == iso)
    floor = next(one.floor for one in gate.read(gate.path())["codebook"].floors if one.language == iso)
    wrong = "\n".join(line for line in measured().misses if line.startswith(f"{iso} "))
    assert score.value >= floor - gate.EPSILON, f"{score.value} of {score.count} right:\n{wrong}"


@pytest.mark.parametrize("iso", SERVED)
def test_every_rule_has_an_example_that_names_somebody(iso: str) -> None:
    for rule in codebook.load(iso).rules:
        assert rule.examples, rule.rule
        assert all(one.actor or one.recipient for one in rule.examples), rule.rule
