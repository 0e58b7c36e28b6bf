"""Headlines glued to a name inside a sentence."""

from __future__ import annotations

from dragoman.documents import links


def test_headlines_reach_from_the_name_to_the_button() -> None:
    text = "Sen. Jane DoeSenate backs a bill Doe asks for a vote MORE ( I-Ohio ) met MacLeod ."
    (found,) = links.find(text)
    assert found.text(text) == "Senate backs a bill Doe asks for a vote MORE"


def test_each_button_has_its_own_headlines() -> None:
    text = "Ann PoeHouse votes MORE met Bob RoeGOP wins MORE and left ."
    assert [found.text(text) for found in links.find(text)] == ["House votes MORE", "GOP wins MORE"]


def test_a_word_in_capitals_is_no_button_by_itself() -> None:
    assert links.find("He wants MORE of it .\nJane DoeSenate said so .") == ()
