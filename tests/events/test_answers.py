"""Who plays which part in what the network answers."""

from __future__ import annotations

import numpy as np

from dragoman.events.answers import Answer, cast
from dragoman.types import Span

TEXT = "Chad fed Mali and Niger"
CHAD, FED, MALI, NIGER = Span(0, 4), Span(5, 8), Span(9, 13), Span(18, 23)


def answer(*rows: tuple[float, float]) -> Answer:
    """Shares of actor and recipient for the four words, of which the second is the trigger."""
    return Answer(
        kinds={"NONE": 1.0},
        spans=(CHAD, FED, MALI, NIGER),
        roles=np.array([(1.0 - actor - recipient, actor, recipient, 0.0) for actor, recipient in rows]),
        marks=(),
    )


def test_a_side_that_is_likelier_than_nobody_is_found_though_no_word_is_likely() -> None:
    found = answer((0.9, 0.0), (0.0, 0.0), (0.1, 0.3), (0.0, 0.0))
    assert cast(found, "AID", [CHAD, MALI, NIGER]) == ((CHAD,), (MALI,))


def test_a_side_that_is_hardly_likely_is_nobody() -> None:
    found = answer((0.9, 0.0), (0.0, 0.0), (0.0, 0.05), (0.0, 0.0))
    assert cast(found, "COERCE", [CHAD, MALI, NIGER]) == ((CHAD,), ())


def test_further_recipients_need_to_be_likely() -> None:
    found = answer((0.9, 0.0), (0.0, 0.0), (0.0, 0.8), (0.0, 0.6))
    assert cast(found, "AID", [CHAD, MALI, NIGER]) == ((CHAD,), (MALI, NIGER))


def test_who_talk_to_each_other_are_both_actors_and_a_host_is_none() -> None:
    talks = answer((0.9, 0.0), (0.0, 0.0), (0.8, 0.1), (0.0, 0.0))
    visit = answer((0.9, 0.0), (0.0, 0.0), (0.1, 0.8), (0.0, 0.0))
    assert cast(talks, "CONSULT", [CHAD, MALI]) == ((CHAD, MALI), ())
    assert cast(visit, "CONSULT", [CHAD, MALI]) == ((CHAD,), (MALI,))


def test_somebody_whom_only_the_network_sees() -> None:
    found = answer((0.9, 0.0), (0.0, 0.0), (0.0, 0.8), (0.0, 0.0))
    assert found.sides() == [CHAD, MALI]
    assert cast(found, "AID", []) == ((CHAD,), (MALI,))


def test_nobody_at_all() -> None:
    assert cast(answer((0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)), "AID", []) == ((), ())


def test_the_share_of_words_is_that_of_their_likeliest_token() -> None:
    found = answer((0.9, 0.0), (0.0, 0.0), (0.0, 0.3), (0.0, 0.7))
    assert found.part(Span(9, 23), "recipient") == 0.7
    assert found.part(Span(30, 31), "recipient") == 0.0
