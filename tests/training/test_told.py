"""What the reader learns of whole sentences: triggers, who takes part, and words that tell nothing."""

from __future__ import annotations

from pathlib import Path

from training.markup import Entry, read_file
from training.reader.told import Told, codebook_entries, tagged_rows, told_rows, with_triggers

from dragoman.events.reader import NONE

BOTH = (
    "[Norway|a country] [recalled its ambassador|SANCTION.withdraw +historical a>b @p] from [Iran|b country]"
    " in [Bergen|p place], and [it|a pronoun] [warned|THREATEN a>b] [Tehran|b country]."
)
NOTHING = "The minister who met his brother at the races is a friend of Chad, the paper wrote."


def entries(tmp_path: Path, line: str, layers: str = "") -> list[Entry]:
    folder = tmp_path / "train"
    folder.mkdir(exist_ok=True)
    (folder / "one.txt").write_text(f"{layers}== theme\n{line}\n", encoding="utf-8")
    return list(read_file(folder / "one.txt"))


def parts(row: Told) -> list[tuple[str, str | None]]:
    return [(span.text(row.text), role) for span, role in row.parts]


def test_a_sentence_is_tagged_with_the_first_words_of_its_triggers(tmp_path: Path) -> None:
    (row,) = tagged_rows(entries(tmp_path, BOTH))
    assert [(span.text(row.text), kind) for span, kind in row.triggers] == [
        ("recalled", "SANCTION"),
        ("warned", "THREATEN"),
    ]
    assert row.mentions is not None
    assert [kind for _, kind in row.mentions] == ["country", "country", "pronoun", "country"]


def test_what_is_said_is_marked_where_the_sentence_marks_it(tmp_path: Path) -> None:
    line = "{[Norway|a country] [left|SANCTION.withdraw a>] the talks}, [Iran|b country] [said|say b]."
    (row,) = tagged_rows(entries(tmp_path, line))
    (less,) = tagged_rows(entries(tmp_path, "Nobody came.", "layers: roles\n"))
    assert row.speech is not None
    assert [(span.text(row.text), label) for span, label in row.speech] == [
        ("said", "cue"),
        ("Norway left the talks", "content"),
        ("Iran", "speaker"),
    ]
    assert less.speech is None


def test_of_each_trigger_the_nearest_mentions_take_part(tmp_path: Path) -> None:
    first, second = (row for row in told_rows(entries(tmp_path, BOTH)) if NONE not in row.kinds)
    assert first.marks == ("historical",)
    assert (first.mode, second.mode) == ("SANCTION.withdraw", "")
    assert parts(first) == [
        ("Norway", "actor"),
        ("it", None),
        ("Iran", "recipient"),
        ("Tehran", None),
        ("Bergen", "place"),
    ]
    assert parts(second)[:2] == [("Norway", None), ("it", "actor")]


def test_words_that_rules_would_take_for_a_trigger_tell_nothing(tmp_path: Path) -> None:
    rows = told_rows(entries(tmp_path, NOTHING))
    assert "met" in [row.trigger.text(row.text) for row in rows]
    assert all(row.kinds == (NONE,) and not row.parts for row in rows)


def test_rules_find_the_trigger_where_only_the_type_is_marked(tmp_path: Path) -> None:
    line = "[Norway|a] met [Iran|b] in Bergen. || CONSULT a>b"
    (found,) = with_triggers(entries(tmp_path, line, "layers: roles\n"))
    assert [span.text(found.text) for span in found.events[0].trigger] == ["met"]
    assert not list(with_triggers(entries(tmp_path, line.replace("met", "saw"), "layers: roles\n")))


def test_the_codebook_gives_sentences_with_sides() -> None:
    found = list(codebook_entries())
    assert len(found) > 300
    assert all(entry.events[0].actors or entry.events[0].recipients for entry in found)
