"""What the reader learns from marked sentences: pairs that do something, and pairs that do not."""

from __future__ import annotations

from pathlib import Path

from training.markup import Entry, read_file
from training.reader.rows import LABELS, Row, codebook_rows, corpus_rows

from dragoman.events.reader import NONE

TOLD = "[Norway|a country] [recalled its ambassador|SANCTION.withdraw +historical a>b] from [Iran|b country]"


def entries(tmp_path: Path, *lines: str) -> list[Entry]:
    folder = tmp_path / "train"
    folder.mkdir()
    (folder / "one.txt").write_text("== theme\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return list(read_file(folder / "one.txt"))


def shown(row: Row) -> tuple[str, str, tuple[str, ...]]:
    words = [row.text[side.start : side.stop] if side else "-" for side in (row.actor, row.recipient)]
    return words[0], words[1], row.kinds


def test_what_is_told_and_its_reverse(tmp_path: Path) -> None:
    rows = corpus_rows(entries(tmp_path, f"{TOLD}."))
    assert [shown(row) for row in rows] == [
        ("Norway", "Iran", ("SANCTION",)),
        ("Iran", "Norway", (NONE,)),
    ]
    assert [row.marks for row in rows] == [("historical",), None]


def test_a_bystander_has_no_part(tmp_path: Path) -> None:
    rows = corpus_rows(entries(tmp_path, f"{TOLD}, as [Oman|country] had done."))
    assert all(row.kinds == (NONE,) for row in rows if "Oman" in shown(row))
    assert any("Oman" in shown(row) for row in rows)


def test_who_meets_is_met(tmp_path: Path) -> None:
    rows = corpus_rows(entries(tmp_path, "[Chad|a country] and [Mali|b country] [held talks|CONSULT a,b>]."))
    assert [shown(row) for row in rows] == [("Chad", "Mali", ("CONSULT",)), ("Mali", "Chad", ("CONSULT",))]


def test_one_side_alone(tmp_path: Path) -> None:
    rows = corpus_rows(entries(tmp_path, "[Police|a agent/COP] [were put on alert|MOBILIZE.police a>]."))
    assert [shown(row) for row in rows] == [("Police", "-", ("MOBILIZE",))]


def test_two_events_of_one_pair_are_one_row(tmp_path: Path) -> None:
    line = "[Peru|a country] [praised|SUPPORT a>b] [Chile|b country] and [urged it to sign|REQUEST a>b]."
    told = [row for row in corpus_rows(entries(tmp_path, line)) if row.kinds != (NONE,)]
    assert [shown(row) for row in told] == [("Peru", "Chile", ("SUPPORT", "REQUEST"))]


def test_rows_are_the_same_each_time(tmp_path: Path) -> None:
    lines = [f"{TOLD}, said [Oman|country], [Fiji|country], [Peru|country] and [Mali|country]."]
    marked = entries(tmp_path, *lines)
    assert corpus_rows(marked) == corpus_rows(marked)


def test_the_codebook_speaks_of_every_type() -> None:
    assert {kind for row in codebook_rows() for kind in row.kinds} == set(LABELS) - {NONE}
