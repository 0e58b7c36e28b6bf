"""The benchmark of the store runs a second batch that meets persons of the first."""

from __future__ import annotations

from bench import store


def test_both_batches_are_measured() -> None:
    found = store.speed(30, 3)
    assert found["reports"] == [30, 3]
    assert all(seconds >= 0 for batch in found["seconds of adding and meeting"] for seconds in batch)
    assert found["second batch as a part of the first"] > 0


def test_some_names_of_the_second_batch_are_known() -> None:
    before, after = (
        {quote.speaker.name for one in store.analyses(*part) for quote in one.quotes if quote.speaker}
        for part in ((0, 100), (100, 30))
    )
    assert 1 < len(before & after) < len(after) / 2
