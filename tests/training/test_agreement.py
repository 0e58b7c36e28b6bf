"""Agreement of two annotations, against examples computed by hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from training.markup import Entry, read_corpus

from training import agreement

A, B = "[Norway|a country]", "[Iran|b country]"


def both(folder: Path, first: str, second: str) -> tuple[Entry, Entry]:
    entries = []
    for name, line in (("first", first), ("second", second)):
        (folder / name / "train").mkdir(parents=True, exist_ok=True)
        (folder / name / "train" / "some.txt").write_text(f"== fish\n{line}\n", encoding="utf-8")
        entries += read_corpus(folder / name)
    return entries[0], entries[1]


def counted(layer: str, entries: tuple[Entry, Entry]) -> dict[agreement.Pair, int]:
    return dict(Counter(agreement.MEASURED[layer](*entries)))


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("0100000010", "1110010000", 0.095),  # Krippendorff's binary data of two observers
        ("aabbdcccedda", "babbbccceddd", 0.692),  # his nominal data of two observers
        ("ab", "ba", -0.5),  # apart 4, expected 4² − 2·2² = 8: 1 − 3·4/8
        ("ab", "ab", 1.0),
    ],
)
def test_alpha(one: str, other: str, value: float) -> None:
    assert agreement.alpha(Counter(zip(one, other, strict=True))) == pytest.approx(value, abs=0.0005)


def test_alpha_without_variation_is_unknown() -> None:
    assert agreement.alpha({("a", "a"): 7}) is None
    assert agreement.alpha({}) is None


def test_spans_are_compared_word_by_word(tmp_path: Path) -> None:
    pair = both(tmp_path, f"{A} [fined|SANCTION a>b] {B}.", f"{A} [fined|SANCTION a>] Iran.")
    found = counted("mention, by word", pair)
    assert found == {("in", "in"): 1, ("out", "out"): 1, ("in", "out"): 1}
    # 3 in and 3 out among 6 values, 2 of them apart: 1 − 5·2 / (36 − 18)
    assert agreement.alpha(found) == pytest.approx(4 / 9)
    assert counted("trigger, by word", pair) == {("out", "out"): 2, ("in", "in"): 1}


def test_a_mention_is_compared_with_the_one_it_shares_most_with(tmp_path: Path) -> None:
    pair = both(
        tmp_path,
        "[Oslo police|a agent/COP] [saw|ASSAULT a>b] [a man|b person].",
        "[Oslo|country] [police|a organisation/COP,GOV] [saw|ASSAULT a>b] [a man|b person].",
    )
    assert counted("kind of a mention", pair) == {("agent", "organisation"): 1, ("person", "person"): 1}
    assert counted("first sector of a mention", pair) == {("COP", "COP"): 1, ("", ""): 1}
    assert counted("takes part or bystander", pair) == {("True", "True"): 2}


def test_types_are_compared_where_both_have_a_trigger_and_modes_where_the_type_is_one(tmp_path: Path) -> None:
    pair = both(
        tmp_path,
        f"{A} [hit|ASSAULT.aerial a>b], [jailed|COERCE.arrest a>b] and [fined|SANCTION a>b] {B}.",
        f"{A} [hit|ASSAULT.drone a>b], [jailed|COERCE.arrest +future a>b;SANCTION a>b] and fined {B}.",
    )
    assert counted("type of a trigger", pair) == {("ASSAULT", "ASSAULT"): 1, ("COERCE", "COERCE SANCTION"): 1}
    assert counted("mode, where the type is one", pair) == {("ASSAULT.aerial", "ASSAULT.drone"): 1}
    assert counted("auxiliary marks", pair) == {("", ""): 1, ("", " future"): 1}


def test_sides_are_compared_entity_by_entity(tmp_path: Path) -> None:
    pair = both(
        tmp_path,
        f"{A} [hit|ASSAULT a>b] {B}, as [it|a pronoun] [said|say a] {{at dawn}}.",
        "[Norway|x country] [hit|ASSAULT x,y>] [Iran|y country], as it said at [dawn|z person].",
    )
    assert counted("actor, by entity", pair) == {
        ("True", "True"): 1,
        ("False", "True"): 1,
        ("False", "False"): 1,
    }
    assert counted("recipient, by entity", pair) == {("False", "False"): 2, ("True", "False"): 1}


def test_speakers_are_compared_where_both_have_the_cue(tmp_path: Path) -> None:
    pair = both(tmp_path, f"{A} [said|say a] {{no}} to {B}.", f"{A} [said|say b] {{no}} to {B}.")
    assert counted("speaker, by entity", pair) == {("True", "False"): 1, ("False", "True"): 1}
    assert counted("speech content, by word", pair) == {("out", "out"): 4, ("in", "in"): 1}
    assert not counted("speaker, by entity", both(tmp_path, f"{A} said no.", f"{A} [said|say a] {{no}}."))


def test_the_table_and_the_differences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    both(tmp_path, f"{A} [fined|SANCTION a>b] {B}.", f"{A} [fined|COERCE a>b] {B}.")
    folders = ["--first", str(tmp_path / "first"), "--second", str(tmp_path / "second")]
    assert agreement.main(folders) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "| mention, by word | 3 | 1.000 | 1.00 | 1.00–1.00 |" in lines
    assert "| type of a trigger | 1 | 0.000 | 0.00 | 0.00–0.00 |" in lines
    assert "| place, by word | 3 | 1.000 | – | – |" in lines
    assert agreement.main([*folders, "--differences"]) == 0
    assert capsys.readouterr().out == "some.txt:2 some.txt:2: type of a trigger\n"


def test_only_sentences_of_both_are_compared(tmp_path: Path) -> None:
    first, second = both(tmp_path, "Snow fell.", "Rain fell.")
    assert not agreement.aligned([first], [second])
    assert agreement.aligned([first, second], [second]) == [(second, second)]
