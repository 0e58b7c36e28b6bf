from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluation.measures import common, f1, f1_by_label, length, macro_f1, share
from dragoman.types import Span

labels = st.lists(st.sampled_from("abc"), min_size=1, max_size=20)


def test_share() -> None:
    assert share(1, 3) == 0.3333
    assert share(0, 0) == 0


def test_f1() -> None:
    assert f1(0.5, 1) == 0.6667
    assert f1(0, 0) == 0


def test_every_label_weighs_the_same() -> None:
    gold, given_ = ["a", "a", "a", "b"], ["a", "a", "b", "b"]
    assert f1_by_label(gold, given_) == {"a": 0.8, "b": 0.6667}
    assert macro_f1(gold, given_) == 0.7333


def test_a_label_that_is_only_given_counts_against_the_others() -> None:
    assert f1_by_label(["a", "a"], ["a", "z"]) == {"a": 0.6667}


def test_lists_of_unequal_length_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="shorter"):
        macro_f1(["a", "b"], ["a"])


@given(labels)
def test_what_is_all_right_scores_one(gold: list[str]) -> None:
    assert macro_f1(gold, gold) == 1


@given(st.tuples(labels, labels))
def test_scores_lie_between_zero_and_one(pair: tuple[list[str], list[str]]) -> None:
    size = min(map(len, pair))
    assert 0 <= macro_f1(pair[0][:size], pair[1][:size]) <= 1


def test_stretches_that_overlap_are_counted_once() -> None:
    twice = [Span(0, 5), Span(3, 8)]
    assert length(twice) == 8
    assert common(twice, [Span(4, 20)]) == 4
