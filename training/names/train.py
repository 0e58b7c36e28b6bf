"""Learns names_odds.tsv: how much more often two sounds meet in spellings of one name than by chance.

Usage: python training/names/train.py DIRECTORY    (with names_en_ar.jsonl and names_en_ru.jsonl)

A pair hidden Markov model of one state (a sound answers a sound, or nothing) is fitted by expectation
maximisation to pairs of spellings. Pairs of scripts for which there are no pairs follow from those: two
English spellings of one Arabic name are two answers to the same Arabic sounds.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from pathlib import Path

from dragoman.actors import sounds

Joint = dict[tuple[str, str], float]
NATIVE_LETTERS = frozenset("عحقصضظ")  # an Arabic name, whose short vowels are not written
NATIVE = 4  # such names are rare in the data and frequent in the news
PRIOR = 40.0  # imagined steps in which sounds meet by chance, so that what was never seen is not ruled out
CHANCE = 0.05  # and how much rarer than by chance an unseen meeting is taken to be
COPIED = 0.5  # share of names spelt alike by two writers of one script


def rows(path: Path) -> list[tuple[str, str]]:
    """The two spellings of each row."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [(row["en"], row["other"]) for row in map(json.loads, filter(None, lines))]


def pairs(spelt: list[tuple[str, str]], script: str) -> list[tuple[str, str]]:
    """The sounds of each row's two spellings."""
    found = []
    for english, other in spelt:
        first, second = sounds.word(english), sounds.word(other)
        if first.script == "latin" and second.script == script:
            reading = second.readings[-1 if first.readings[0][:2] in {"al", "el"} else 0]
            found += [(first.readings[0], reading)] * (NATIVE if NATIVE_LETTERS & set(reading) else 1)
    return found


def frequencies(words: list[str], alphabet: str) -> dict[str, float]:
    """How often each sound stands in the words, and once more, so that none is impossible."""
    counts = Counter(alphabet)
    for one in words:
        counts.update(one)
    total = sum(counts.values())
    return {sound: count / total for sound, count in counts.items()}


def chance(first: dict[str, float], second: dict[str, float]) -> Joint:
    """The joint distribution of sounds that meet by chance."""
    joint: Joint = {(a, b): pa * pb for a, pa in first.items() for b, pb in second.items()}
    joint.update({(a, ""): 0.1 * pa for a, pa in first.items()})
    joint.update({("", b): 0.1 * pb for b, pb in second.items()})
    return joint


def fit(data: list[tuple[str, str]], scripts: tuple[str, str], rounds: int = 12) -> Joint:
    """The joint probability of each step, by expectation maximisation."""
    first = frequencies([a for a, _ in data], sounds.rules().sounds[scripts[0]])
    second = frequencies([b for _, b in data], sounds.rules().sounds[scripts[1]])
    prior = chance(first, second)
    joint = {step: p * (5 if step[0] == step[1] else 1) for step, p in prior.items()}
    for _ in range(rounds):
        counts: Joint = Counter()
        for a, b in data:
            expect(a, b, joint, counts)
        smoothed = {step: counts[step] + PRIOR * CHANCE * p for step, p in prior.items()}
        total = sum(smoothed.values())
        joint = {step: count / total for step, count in smoothed.items()}
    return joint


def expect(a: str, b: str, joint: Joint, counts: Joint) -> None:
    """Adds how often each step is expected in the alignments of one pair."""
    n, m = len(a), len(b)
    ahead = [[0.0] * (m + 2) for _ in range(n + 2)]
    for i in range(n, -1, -1):
        for j in range(m, -1, -1):
            ahead[i][j] = (
                1.0
                if (i, j) == (n, m)
                else sum(joint[step] * ahead[k][h] for step, k, h in steps(a, b, i, j))
            )
    whole = ahead[0][0]
    if not whole:
        return
    behind = [[0.0] * (m + 2) for _ in range(n + 2)]
    behind[0][0] = 1.0
    for i in range(n + 1):
        for j in range(m + 1):
            for step, k, h in steps(a, b, i, j):
                moved = behind[i][j] * joint[step]
                behind[k][h] += moved
                counts[step] += moved * ahead[k][h] / whole


def steps(a: str, b: str, i: int, j: int) -> list[tuple[tuple[str, str], int, int]]:
    """The steps that lead on from position (i, j)."""
    found = []
    if i < len(a):
        found.append(((a[i], ""), i + 1, j))
    if j < len(b):
        found.append((("", b[j]), i, j + 1))
    if i < len(a) and j < len(b):
        found.append(((a[i], b[j]), i + 1, j + 1))
    return found


def marginal(joint: Joint, side: int) -> dict[str, float]:
    """The probability of each sound on one side, "" included."""
    sums: dict[str, float] = {}
    for step, p in joint.items():
        sums[step[side]] = sums.get(step[side], 0.0) + p
    return sums


def through(left: Joint, right: Joint, copied: float) -> Joint:
    """The joint of two spellings that answer the same third; both tables are (the third's sound, sound)."""
    pivots = marginal(left, 0)
    answers: dict[str, list[tuple[str, float]]] = {}
    for (pivot, b), q in right.items():
        answers.setdefault(pivot, []).append((b, q))
    joint: Joint = Counter()
    for (pivot, a), p in left.items():
        for b, q in answers[pivot] if pivot else [("", pivots[""])]:
            joint[a, b] += p * q / pivots[pivot]
    for b, q in answers[""]:
        joint["", b] += q
    del joint["", ""]
    return _with_copies(joint, marginal(left, 1), copied)


def _with_copies(joint: Joint, sounds_of: dict[str, float], copied: float) -> Joint:
    total = sum(joint.values())
    mixture = {step: p / total * (1 - copied) for step, p in joint.items()}
    heard = 1 - sounds_of[""] / sum(sounds_of.values())
    for sound, p in sounds_of.items():
        if sound and copied:
            mixture[sound, sound] = mixture.get((sound, sound), 0.0) + copied * p / heard
    return mixture


def turned(joint: Joint) -> Joint:
    """The same table with its sides changed."""
    return {(b, a): p for (a, b), p in joint.items()}


def mixed(one: Joint, two: Joint) -> Joint:
    """The mean of two tables."""
    return {step: (one.get(step, 0.0) + two.get(step, 0.0)) / 2 for step in {**one, **two}}


def lines(name: tuple[str, str], joint: Joint, alphabets: tuple[str, str]) -> list[str]:
    """The table as log odds in tenths, one row a sound of the first script; "=" is the row's mean."""
    first = {a: p for a, p in marginal(joint, 0).items() if a}
    second = {b: p for b, p in marginal(joint, 1).items() if b}
    written = []
    for a in ["", *alphabets[0]]:
        weights = {}
        for b in ["", *alphabets[1]]:
            if a or b:
                expected = (first.get(a, 1e-6) if a else 1.0) * (second.get(b, 1e-6) if b else 1.0)
                weight = math.log(max(joint.get((a, b), 0.0), expected * 1e-4) / expected)
                weights[b] = max(-9.0, min(9.0, weight))
        mean = sum(joint.get((a, b), 0.0) * weight for b, weight in weights.items()) / first.get(a, 1.0)
        cells = [tenths("=", mean if a else 0.0)]
        cells += [tenths(b or "_", weight) for b, weight in weights.items()]
        written.append("\t".join([*name, a or "_", *cells]))
    return written


def tenths(sound: str, weight: float) -> str:
    """One cell: the sound and its weight in three characters."""
    return f"{sound}{round(weight * 10):+03d}"


def table_lines(tables: dict[tuple[str, str], Joint]) -> list[str]:
    """All tables; of those of two scripts, the means of the second script's sounds as well."""
    written = []
    for name, joint in tables.items():
        alphabets = (sounds.rules().sounds[name[0]], sounds.rules().sounds[name[1]])
        written += lines(name, joint, alphabets)
        if name[0] != name[1]:
            back = lines((name[1], name[0]), turned(joint), (alphabets[1], alphabets[0]))
            written += ["\t".join(row.split("\t")[:4]) for row in back]
    return written


def learn(arabic_pairs: list[tuple[str, str]], cyrillic_pairs: list[tuple[str, str]]) -> str:
    """The whole table as text."""
    arabic = fit(arabic_pairs, ("latin", "arabic"))
    cyrillic = fit(cyrillic_pairs, ("latin", "cyrillic"))
    spelt = turned(arabic), turned(cyrillic)
    tables = {
        ("latin", "arabic"): arabic,
        ("latin", "cyrillic"): cyrillic,
        ("latin", "latin"): mixed(*(through(one, one, COPIED) for one in spelt)),
        ("arabic", "arabic"): through(arabic, arabic, COPIED),
        ("cyrillic", "cyrillic"): through(cyrillic, cyrillic, COPIED),
        ("arabic", "cyrillic"): through(arabic, cyrillic, 0.0),
    }
    head = "# Read by actors/sounds.py, written by training/names/train.py: log odds in tenths of two sounds."
    return "\n".join([head, *table_lines(tables)]) + "\n"


def main() -> None:
    """Learns the tables and writes them."""
    source = Path(sys.argv[1])
    learned = learn(
        pairs(rows(source / "names_en_ar.jsonl"), "arabic"),
        pairs(rows(source / "names_en_ru.jsonl"), "cyrillic"),
    )
    target = Path(sounds.__file__).parents[1] / "data" / "names_odds.tsv"
    target.write_text(learned, encoding="utf-8")
    sys.stdout.write(f"{target}: {len(learned):,} characters\n")


if __name__ == "__main__":
    main()
