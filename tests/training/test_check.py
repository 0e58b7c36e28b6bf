"""The checker of the corpus, and the corpus itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.markup import CORPUS, SECOND, Entry, read_corpus

from training import check

A = "[Norway|a country]"
B = "[Iran|b country]"


def corpus(folder: Path, *lines: str, split: str = "train", name: str = "some.txt") -> list[Entry]:
    (folder / split).mkdir(parents=True, exist_ok=True)
    (folder / split / name).write_text("\n".join(("== fish", *lines)) + "\n", encoding="utf-8")
    return read_corpus(folder)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"{A} [hugged|HUG a>b] {B}.", "unknown type HUG"),
        (f"{A} [fined|SANCTION.jail a>b] {B}.", "SANCTION has no mode jail"),
        (f"{A} [fined|SANCTION +perhaps a>b] {B}.", "unknown auxiliary perhaps"),
        (f"{A} will [meet|CONSULT +future a>b] {B}.", "CONSULT in the future is AGREE"),
        (f"{A} [left|RETREAT +future +historical a>].", "RETREAT both future and historical"),
        ("Somebody [left|RETREAT].", "RETREAT without a side"),
        (f"{A} [gave money|AID a>].", "AID without a recipient"),
        (f"{A} [beat|ASSAULT a>a] itself.", "ASSAULT with one letter on both sides"),
        (f"{A} [left|RETREAT a>b].", "b is nobody"),
        (f"{A} [left|RETREAT a>] with {B}.", "b takes no part"),
        (f"{A} [left|RETREAT a> @p].", "p is no place"),
        (f"{A} [left|RETREAT a> ~p] in [Oslo|p place].", "p is no date"),
        (f"{A} [left|RETREAT a>] in [Oslo|p place].", "the place p belongs to no event"),
        (f"{A} [left|RETREAT a> @a] here.", "a is no place"),
        ("[Police|a agent] [left|RETREAT a>].", "an agent needs a sector"),
        ("[Police|a agent/XYZ] [left|RETREAT a>].", "unknown sector XYZ"),
        (f"{A} left. || RETREAT a>", "RETREAT has no trigger"),
        ("[Norway|a] [left|RETREAT a>].", "a has no kind"),
        ("[Norway |a country] [left|RETREAT a>].", "white space in 'Norway '"),
        (f"{A} [left|RETREAT a>]  at once.", "white space to spare"),
        ("One two three four five six seven eight nine ten " * 2 + "and one", "no full stop"),
    ],
)
def test_every_breach_is_said(tmp_path: Path, line: str, said: str) -> None:
    assert f"some.txt:2: {said}" in list(check.breaches(corpus(tmp_path, line)))


def test_a_sound_line_passes(tmp_path: Path) -> None:
    line = (
        f"{A} [took back|SANCTION.withdraw a>b] its envoy to {B}; [talks|CONSULT +negation a,b>] came none."
    )
    assert not list(check.breaches(corpus(tmp_path, line)))


def test_a_theme_has_one_split(tmp_path: Path) -> None:
    corpus(tmp_path, "Snow fell.")
    found = list(check.breaches(corpus(tmp_path, "Tea is dear.", split="test")))
    assert found == ["some.txt:2: theme fish is in test too"]
    assert list(check.breaches(corpus(tmp_path / "dev", "Rain.", split="beta"))) == [
        "some.txt:2: unknown split beta"
    ]


def test_nearly_the_same_sentence_is_found(tmp_path: Path) -> None:
    found = check.breaches(
        corpus(tmp_path, "The old mill by the river burned on Monday.", "The old mill by the river burned.")
    )
    assert list(found) == ["some.txt:3: nearly the same as some.txt:2"]
    assert list(check.breaches(corpus(tmp_path, "It snows.", "It snows!"))) == [
        "some.txt:3: the same as some.txt:2"
    ]


def test_words_of_a_development_set_are_found(tmp_path: Path) -> None:
    entries = corpus(
        tmp_path, "Two ships left the port of Rades at dawn.", "Ten cows left a field far away near Sfax."
    )
    foreign = [
        ("x 1", "The Two ships left the port of Rades, they say, and nobody in town saw who had steered.")
    ]
    assert list(check.overlaps(entries, foreign)) == ["some.txt:2: has words of x 1"]
    assert not list(check.overlaps(entries[1:], foreign))
    long = [
        (
            "x 2",
            "One man and ten cows left a field far away near Sfax " + "with many other words around it " * 9,
        )
    ]
    assert list(check.overlaps(entries, long)) == ["some.txt:3: has words of x 2"]


def test_the_codebook_is_not_contradicted(tmp_path: Path) -> None:
    line = "[Rebels|a group/REB] [attacked|COERCE a>b] [the army|b organisation/MIL] in Mali."
    assert list(check.disagreements(corpus(tmp_path, line))) == ["some.txt:2: the codebook has ASSAULT"]


def test_counts_tell_full_from_partly_marked(tmp_path: Path) -> None:
    corpus(tmp_path, f"{A} [scolded|ACCUSE.disapprove a>b] {B}.", "Snow fell.")
    (tmp_path / "train" / "pilot.txt").write_text("layers: roles\n== p\n[X|a] hit [Y|b]. || ASSAULT a>b\n")
    lines = list(check.counts(read_corpus(tmp_path)))
    assert lines[0] == "sentences 3, fully marked 2, events in these 1"
    assert "none 1, two or more 0, with speech 0" in lines
    assert "ACCUSE 1 (with the partly marked 1) disapprove 1 investigate 0 allege 0" in lines
    assert any(line.startswith("ASSAULT 0 (with the partly marked 1)") for line in lines)


def test_the_exit_code_says_whether_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus(tmp_path, "Snow fell.")
    folders = ["--corpus", str(tmp_path), "--against", str(tmp_path), "--second", str(tmp_path / "second")]
    assert check.main(folders) == 0
    (tmp_path / "train" / "some.txt").write_text("== fish\n[x\n", encoding="utf-8")
    assert check.main(["--corpus", str(tmp_path)]) == 1
    assert "some.txt:2: stray" in capsys.readouterr().out


def test_the_corpus_is_sound() -> None:
    entries = read_corpus(CORPUS)
    assert not list(check.breaches(entries))
    assert not list(check.second_breaches(entries, read_corpus(SECOND)))


def test_the_second_annotation_holds_sentences_of_the_first(tmp_path: Path) -> None:
    first = corpus(tmp_path / "first", "Snow fell.", f"{A} [left|RETREAT a>].")
    second = corpus(
        tmp_path / "second", "[Norway|b country] [left|RETREAT b>].", f"{A} [left|RETREAT.go a>]."
    )
    assert list(check.second_breaches(first, second)) == [
        "some.txt:3: RETREAT has no mode go",
        "some.txt:3: no sentence of the corpus, or one marked a third time",
    ]
