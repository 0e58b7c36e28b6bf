"""Marked sentences are read as they were meant, and a slip of the pen is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.markup import LAYERS, MarkupError, parse_event, parse_sentence, read_file

from dragoman.types import Span

LINE = (
    "[Norway|a country] [recalled|SANCTION.withdraw a>b ~t] its envoy [from|&] [Iran|b country]"
    " [on Friday|t date], and [China|country] looked on."
)


def test_marks_leave_the_text_whole() -> None:
    sentence = parse_sentence(LINE)
    assert sentence.text == "Norway recalled its envoy from Iran on Friday, and China looked on."
    marked = [(one.letter, one.kind, one.span.text(sentence.text)) for one in sentence.mentions]
    assert marked == [("a", "country", "Norway"), ("b", "country", "Iran"), ("", "country", "China")]
    assert [one.span.text(sentence.text) for one in sentence.pointed] == ["on Friday"]


def test_a_trigger_may_stand_in_pieces() -> None:
    sentence = parse_sentence(LINE)
    (event,) = sentence.events
    assert [span.text(sentence.text) for span in event.trigger] == ["recalled", "from"]
    assert (event.type, event.modes, event.actors, event.recipients) == (
        "SANCTION",
        ("withdraw",),
        ("a",),
        ("b",),
    )
    assert event.date == "t"


def test_one_trigger_may_tell_two_events() -> None:
    line = "[A court|a organisation/JUD] [jailed|SANCTION.convict a>b;COERCE.arrest a>b] [him|b pronoun]."
    assert [event.type for event in parse_sentence(line).events] == ["SANCTION", "COERCE"]


def test_an_event_may_have_no_trigger() -> None:
    sentence = parse_sentence("[Norway|a] scolded [Iran|b]. || ACCUSE a>b cameo=111")
    assert sentence.text == "Norway scolded Iran."
    assert (sentence.events[0].trigger, sentence.events[0].cameo) == ((), "111")
    assert sentence.mentions[0].kind == ""


def test_the_whole_code_of_an_event() -> None:
    event = parse_event("COERCE.arrest.seize +negation +historical a,b>c @p ~t")
    assert event.modes == ("arrest", "seize")
    assert event.auxiliary == ("negation", "historical")
    assert (event.actors, event.recipients, event.place, event.date) == (("a", "b"), ("c",), "p", "t")
    assert parse_event("PROTEST a>").recipients == ()
    assert parse_event("ASSAULT >b").actors == ()


def test_speech_has_cue_speaker_and_pieces() -> None:
    sentence = parse_sentence(
        "“{Go home},” [he|a pronoun] [cried|say a], “{now}”, as [Oslo|b country] [said|say2 b] {2:it agreed}."
    )
    first, second = sentence.speeches
    assert [span.text(sentence.text) for span in first.content] == ["Go home", "now"]
    assert (first.speaker, second.speaker) == ("a", "b")
    assert second.content == (Span(sentence.text.index("it"), len(sentence.text) - 1),)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[Norway left.", "stray '\\['"),
        ("Norway| left.", "stray '\\|'"),
        ("[Norway|a nation] left.", "label not understood"),
        ("[Norway|a country] [left|RETREAT withdraw a>].", "no event"),
        ("[left|&].", "continues no trigger"),
        ("{Norway left.", "is not closed"),
        ("Norway left}.", "closes nothing"),
        ("{Norway left}.", "has no cue"),
        ("He [said|say] so.", "has no content"),
        ("He [said|say] {it} and [said|say] {more}.", "two cues"),
    ],
)
def test_a_slip_is_said(line: str, said: str) -> None:
    with pytest.raises(MarkupError, match=said):
        parse_sentence(line)


def test_a_file_has_a_header_and_themes(tmp_path: Path) -> None:
    path = tmp_path / "train" / "some.txt"
    path.parent.mkdir()
    path.write_text("# by hand\nlayers: roles\n\n== fish\nOne.\n== tea\nTwo.\n", encoding="utf-8")
    one, two = read_file(path)
    assert (one.theme, two.theme, one.split, one.layers) == ("fish", "tea", "train", ("roles",))
    assert (two.line, one.id == two.id) == (7, False)
    path.write_text("== fish\nOne.\n", encoding="utf-8")
    assert next(read_file(path)).layers == LAYERS


def test_a_slip_in_a_file_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "some.txt"
    path.write_text("== fish\n\n[x\n", encoding="utf-8")
    with pytest.raises(MarkupError, match=r"^some\.txt:3: stray"):
        list(read_file(path))
    path.write_text("One.\n", encoding="utf-8")
    with pytest.raises(MarkupError, match="before the first theme"):
        list(read_file(path))
