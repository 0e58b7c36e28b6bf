"""Pairs of names a second, each with its score and reasons: ``python -m bench.names FOLDER``.

The folder has the name files; pairs are those of ``dragoman evaluate names``, in small groups of which the
least time of some rounds counts. Before each round all that is remembered of names is forgotten, so that the
first of a name's pairs takes its letters apart; "known names" are the same pairs at once again.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from dragoman.actors import names
from dragoman.evaluation.naming import full_names, spellings

ROUNDS = 10
GROUP = 60  # pairs that are measured at a time: short enough not to be interrupted
Pairs = Sequence[tuple[str, str]]


def speed(pairs: Pairs, rounds: int) -> dict[str, int]:
    """Pairs a second of processor time, of names that are new and of names that are known."""
    groups = [pairs[at : at + GROUP] for at in range(0, len(pairs), GROUP)]
    new, known = ([float("inf")] * len(groups) for _ in range(2))
    for _ in range(rounds):
        names.forget()
        new = [min(best, _seconds(group)) for best, group in zip(new, groups, strict=True)]
        known = [min(best, _seconds(group)) for best, group in zip(known, groups, strict=True)]
    taken = {"new names": sum(new), "known names": sum(known)}
    return {label: round(len(pairs) / max(seconds, 1e-6)) for label, seconds in taken.items()}


def _seconds(pairs: Pairs) -> float:
    start = process_time()
    for one, other in pairs:
        names.match(one, other)
    return process_time() - start


def measure(folder: Path, rounds: int = ROUNDS) -> dict[str, dict[str, int]]:
    """The numbers of each pair of scripts."""
    made = {scripts: full_names(spelt) for scripts, spelt in spellings(folder).items()}
    pairs = {scripts: [*one.same, *one.distant, *one.near] for scripts, one in made.items() if one.same}
    return {scripts: speed(each, rounds) for scripts, each in pairs.items()}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where names_en_ar.jsonl and names_en_ru.jsonl are")
    sys.stdout.write(json.dumps(measure(parser.parse_args().folder), indent=2) + "\n")
