"""Whose verb it is where other verbs stand between, whose thing it is, and which date goes with a verb."""

from __future__ import annotations

import pytest
from tests.events.test_coder import events, sides


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("The minister who met Putin urged Iran to withdraw.", "REQUEST", "minister"),
        ("Obama, speaking in Berlin after Merkel criticised Putin, condemned Iran.", "ACCUSE", "Obama"),
        ("Iran, which Israel denied, condemned Greece.", "ACCUSE", "Iran"),
        ("Merkel was quick to praise Finland.", "SUPPORT", "Merkel"),
        ("Merkel said the raid was needed and called on Finland to help.", "REQUEST", "Merkel"),
        ("Officials in Kenya said that Somalia attacked Ethiopia.", "ASSAULT", "Somalia"),
        ("Brazil has long condemned Bolivia.", "ACCUSE", "Brazil"),
        ("Bolivia has long been condemned by Brazil.", "ACCUSE", "Brazil"),
        ("The mayor of Boston, a critic of Trump, praised Finland.", "SUPPORT", "mayor of Boston"),
        ("Norway met bankers linked to the loan and condemned Iceland.", "ACCUSE", "Norway"),
        ("Norway published letters related to the loan but condemned Iceland.", "ACCUSE", "Norway"),
        ("Norway says bankers went to Oslo and condemned Iceland.", "ACCUSE", "bankers"),
        ("The bankers who met Norwegian diplomats flew to Oslo and condemned Iceland.", "ACCUSE", "bankers"),
        ("Norway for the first time condemned Iceland.", "ACCUSE", "Norway"),
    ],
)
def test_a_verb_finds_its_own_subject(text: str, kind: str, actor: str) -> None:
    found = [event for event in events(text, least=0.2) if event.type == kind]
    assert [actor] in [sides(event, text)[0] for event in found]


@pytest.mark.parametrize(
    ("text", "met"),
    [
        (
            "Oslo was calm after Vladimir Putin and Angela Merkel met in Bergen.",
            ["Vladimir Putin", "Angela Merkel"],
        ),
        ("Oslo was calm after the vote and Merkel met Putin.", ["Merkel", "Putin"]),
    ],
)
def test_two_who_open_a_clause_behind_after_are_both_its_subject(text: str, met: list[str]) -> None:
    (meeting,) = [event for event in events(text, least=0.2) if event.type == "CONSULT"]
    assert sides(meeting, text) == (met, [])


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Poland criticised Hungary's decision.", "ACCUSE", [["Hungary"]]),
        ("Poland criticised friends of Hungary.", "ACCUSE", []),
        ("Poland criticised its own critics.", "ACCUSE", []),
        ("Poland praised Russian scientists.", "SUPPORT", [["Russian scientists"]]),
        ("Poland urged Hungary Monday to help.", "REQUEST", [["Hungary"]]),
        ("Kenya demanded that Somalia keep its word.", "REQUEST", [["Somalia"]]),
    ],
)
def test_a_thing_stands_for_its_owner_only_where_the_owner_is_meant(
    text: str, kind: str, recipients: list[list[str]]
) -> None:
    assert [sides(event, text)[1] for event in events(text) if event.type == kind] == recipients


def test_an_active_verb_without_a_subject_tells_no_event() -> None:
    assert not events("A tool that helps accuse Russia of fraud is on sale.")


def test_a_date_of_another_verb_is_not_the_event_s() -> None:
    text = "Finland said on Monday that Russia attacked Sweden."
    (attack,) = [event for event in events(text) if event.type == "ASSAULT"]
    assert attack.date is None


def test_coordinated_verbs_share_their_date() -> None:
    text = "On Monday Finland praised Sweden and condemned Russia."
    (blame,) = [event for event in events(text) if event.type == "ACCUSE"]
    assert blame.date is not None
