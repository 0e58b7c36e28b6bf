"""The benchmark of names measures every pair of scripts that there is."""

from __future__ import annotations

from pathlib import Path

from bench import names


def test_pairs_of_scripts_are_measured(tmp_path: Path) -> None:
    rows = [("maliki", "مالكي"), ("lavrov", "لافروف"), ("barzani", "بارزاني"), ("hassan", "حسن")]
    lines = [f'{{"en": "{en}", "other": "{other}"}}' for en, other in rows]
    (tmp_path / "names_en_ar.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = names.measure(tmp_path, rounds=1)
    assert set(found) == {"ar"}
    assert min(found["ar"]["new names"], found["ar"]["known names"]) > 0
