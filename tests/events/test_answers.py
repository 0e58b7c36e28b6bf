"""Who plays which part in what the network answers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dragoman.events.answers import MODES, Answer, cast
from dragoman.types import Span

TEXT = "Chad fed Mali and Niger"
CHAD, FED, MALI, AND, NIGER = Span(0, 4), Span(5, 8), Span(9, 13), Span(14, 17), Span(18, 23)


def answer(*rows: tuple[float, float], nobody: tuple[float, float] = (0.0, 0.0)) -> Answer:
    """Shares of both sides for the four words beside *and*, and for nobody; the second is the trigger."""
    rows = (nobody, *rows[:3], (0.0, 0.0), rows[3])
    return Answer(
        kinds={"NONE": 1.0},
        spans=(Span(0, 0), CHAD, FED, MALI, AND, NIGER),
        roles=np.array([(1.0 - actor - recipient, actor, recipient, 0.0) for actor, recipient in rows]),
        chosen=np.array(rows),
        modes=np.eye(len(MODES))[0],
        marks=(),
    )


def test_a_side_that_is_likelier_than_nobody_is_found_though_no_word_is_likely() -> None:
    found = answer((0.9, 0.0), (0.0, 0.0), (0.1, 0.3), (0.0, 0.0), nobody=(0.0, 0.2))
    assert cast(found, "AID", [CHAD, MALI, NIGER]) == ((CHAD,), (MALI,))


def test_a_side_that_is_less_likely_than_nobody_is_nobody() -> None:
    found = answer((0.9, 0.0), (0.0, 0.0), (0.0, 0.3), (0.0, 0.0), nobody=(0.0, 0.6))
    assert cast(found, "COERCE", [CHAD, MALI, NIGER]) == ((CHAD,), ())


def test_several_share_a_side_and_who_has_little_of_it_is_left_out() -> None:
    several = answer((0.9, 0.0), (0.0, 0.0), (0.0, 0.5), (0.0, 0.4))
    one = answer((0.9, 0.0), (0.0, 0.0), (0.0, 0.8), (0.0, 0.2))
    assert cast(several, "AID", [CHAD, MALI, NIGER]) == ((CHAD,), (MALI, NIGER))
    assert cast(one, "AID", [CHAD, MALI, NIGER]) == ((CHAD,), (MALI,))


def test_nobody_is_not_joined_by_somebody() -> None:
    found = answer((0.3, 0.0), (0.0, 0.0), (0.0, 0.9), (0.0, 0.0), nobody=(0.6, 0.0))
    assert cast(found, "AID", [CHAD, MALI, NIGER]) == ((), (MALI,))


def test_who_talk_to_each_other_are_both_actors_and_a_host_is_none() -> None:
    talks = answer((0.5, 0.0), (0.0, 0.0), (0.5, 0.1), (0.0, 0.0), nobody=(0.0, 0.9))
    visit = answer((0.9, 0.0), (0.0, 0.0), (0.1, 0.8), (0.0, 0.0))
    assert cast(talks, "CONSULT", [CHAD, MALI]) == ((CHAD, MALI), ())
    assert cast(visit, "CONSULT", [CHAD, MALI]) == ((CHAD,), (MALI,))


def test_of_words_within_others_the_shorter_are_taken_where_they_are_as_likely() -> None:
    found = answer((0.9, 0.0), (0.0, 0.0), (0.0, 0.9), (0.0, 0.01))
    assert cast(found, "AID", [CHAD, Span(9, 23), MALI]) == ((CHAD,), (MALI,))


def test_somebody_whom_only_the_network_sees() -> None:
    found = answer((0.9, 0.0), (0.0, 0.0), (0.0, 0.8), (0.0, 0.0))
    assert found.sides() == [CHAD, MALI]
    assert cast(found, "AID", []) == ((CHAD,), (MALI,))


def test_nobody_at_all() -> None:
    assert cast(answer((0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)), "AID", []) == ((), ())


def test_the_share_of_words_is_what_their_tokens_have_together() -> None:
    found = answer((0.9, 0.0), (0.0, 0.0), (0.0, 0.3), (0.0, 0.5), nobody=(0.1, 0.2))
    assert found.part(Span(9, 23), "recipient") == 0.8
    assert found.part(Span(30, 31), "recipient") == 0.0
    assert found.nobody("recipient") == 0.2


def test_who_meets_somebody_is_given_the_likeliest_partner_and_none_who_is_not_seen() -> None:
    met = answer((0.9, 0.0), (0.0, 0.0), (0.02, 0.01), (0.08, 0.0), nobody=(0.0, 0.9))
    alone = answer((0.9, 0.0), (0.0, 0.0), (0.02, 0.01), (0.03, 0.0), nobody=(0.0, 0.9))
    assert cast(met, "CONSULT", [CHAD, MALI, NIGER]) == ((CHAD, NIGER), ())
    assert cast(alone, "CONSULT", [CHAD, MALI, NIGER]) == ((CHAD,), ())
    assert cast(met, "MOBILIZE", [CHAD, MALI, NIGER]) == ((CHAD,), ())


def test_of_two_that_are_one_only_one_takes_part_where_somebody_else_can() -> None:
    found = answer((0.9, 0.0), (0.0, 0.0), (0.1, 0.7), (0.0, 0.2))
    assert cast(found, "AID", [CHAD, MALI, NIGER], {CHAD: 0, MALI: 1, NIGER: 2}) == ((CHAD,), (MALI,))
    assert cast(found, "AID", [CHAD, MALI, NIGER], {CHAD: 0, MALI: 0, NIGER: 2}) == ((CHAD,), (NIGER,))


def test_words_side_by_side_name_one_and_those_with_others_between_two() -> None:
    found = answer((0.4, 0.0), (0.3, 0.0), (0.0, 0.5), (0.0, 0.5))
    assert cast(found, "AID", [CHAD, FED, MALI, NIGER]) == ((CHAD,), (MALI, NIGER))
    assert found.together(CHAD, FED)
    assert not answer((0.9, 0.0), (0.0, 0.0), (0.0, 0.5), (0.0, 0.5)).together(CHAD, MALI)


def prison(convict: float, arrest: float) -> Answer:
    """An answer that sees so much of a conviction and of an arrest."""
    seen = answer((0.9, 0.0), (0.0, 0.0), (0.0, 0.9), (0.0, 0.0))
    modes = np.array([{"SANCTION.convict": 0.5, "COERCE.arrest": 0.4}.get(mode, 0.0) for mode in MODES])
    return replace(seen, kinds={"SANCTION": convict, "COERCE": arrest, "NONE": 0.0}, modes=modes)


def test_a_sentence_to_prison_is_of_two_types() -> None:
    both, one = prison(0.6, 0.4), prison(0.9, 0.1)
    assert (both.other("SANCTION"), both.other("COERCE"), both.told("COERCE")) == ("COERCE", "SANCTION", 1.0)
    assert (one.other("SANCTION"), one.told("SANCTION")) == (None, 0.9)
    assert replace(both, modes=np.eye(len(MODES))[0]).other("SANCTION") is None
