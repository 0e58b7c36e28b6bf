"""Measures names.match on names that it has not learned from.

Usage: python training/names/measure.py DIRECTORY    (with names_en_ar.jsonl and names_en_ru.jsonl)

The odds are learned from two thirds of each file. Of the last third full names are made of two tokens each;
a negative has another surname, drawn at random or the likest of 300. Rows of the files that are no spellings
of one name (some in a hundred) count against the score.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

import train

from dragoman.actors import names, sounds

Names = list[tuple[str, str]]
DRAWN = 1000
NEAREST_OF = 300


def main() -> None:
    """Prints F1, recall and precision for each file."""
    source = Path(sys.argv[1])
    files = {"arabic": "names_en_ar.jsonl", "cyrillic": "names_en_ru.jsonl"}
    split = {script: shuffled(train.rows(source / name)) for script, name in files.items()}
    learned = {script: train.pairs(rows[: len(rows) * 2 // 3], script) for script, rows in split.items()}
    tables = sounds.parse(train.learn(learned["arabic"], learned["cyrillic"]))
    vars(sounds)["_learned"] = lambda: tables
    for script, rows in split.items():
        measure(script, rows[len(rows) * 2 // 3 :])


def shuffled(rows: Names) -> Names:
    """The rows in an order that is always the same."""
    random.Random(7).shuffle(rows)
    return rows


def measure(script: str, rows: Names) -> None:
    """Scores full names made of the rows."""
    chance = random.Random(11)
    positives, distant, near = [], [], []
    for _ in range(DRAWN):
        (given, other_given), (surname, other_surname) = chance.sample(rows, 2)
        english = f"{given} {surname}"
        positives.append((english, f"{other_given} {other_surname}"))
        distant.append((english, f"{chance.choice(rows)[1]} {chance.choice(rows)[1]}"))
        near.append(
            (english, f"{other_given} {nearest((surname, other_surname), chance.sample(rows, NEAREST_OF))}")
        )
    start = time.perf_counter()
    found = {
        name: [names.match(*pair).same for pair in made]
        for name, made in (("positive", positives), ("random", distant), ("near", near))
    }
    speed = 3 * DRAWN / (time.perf_counter() - start)
    for name in ("random", "near"):
        hits, false = sum(found["positive"]), sum(found[name])
        precision, recall = hits / (hits + false), hits / DRAWN
        f1 = 2 * precision * recall / (precision + recall)
        sys.stdout.write(f"{script} {name}: F1 {f1:.3f} recall {recall:.3f} precision {precision:.3f}\n")
    sys.stdout.write(f"{script}: {speed:,.0f} pairs a second\n")


def nearest(name: tuple[str, str], others: Names) -> str:
    """The other script's spelling of the name that sounds most like this one."""
    apart = [row for row in others if row[0] != name[0] and row[1] != name[1]]
    return max(apart, key=lambda row: sounds.likeness(sounds.word(name[0]), sounds.word(row[1])))[1]


if __name__ == "__main__":
    main()
