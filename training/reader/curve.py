"""The learning curve: how well pairs of sides are read after 250, 500, … sentences, as numbers and a picture.

Usage: python -m training.reader.curve [--sizes 250 500 1000 2000] [--out docs/evaluation]

For each size a network is trained on so many sentences of the train split, drawn at random and nested,
with the rows of two sides only and no examples of the codebook; measured is the share of rows of the dev and
test splits whose likeliest label is right. The last point is the whole split. Writes learning-curve.json and
learning-curve.svg.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
from collections.abc import Sequence
from math import log2
from pathlib import Path

import torch
from training.markup import CORPUS, Entry, read_corpus
from training.reader.rows import Row, corpus_rows
from training.reader.train import ROOT, Plan, Rows, accuracy, logits, train

EPOCHS = 4
SEED = 1
WIDTH, HEIGHT, EDGE = 480, 300, 50  # of the picture, in its own units
log = logging.getLogger(__name__)

Points = list[tuple[int, float]]


def curve(entries: Sequence[Entry], asked: Sequence[Row], sizes: Sequence[int]) -> Points:
    """(sentences, share of ``asked`` that is read rightly) for each size."""
    order = random.Random(SEED).sample(entries, len(entries))
    points: Points = []
    for size in sizes:
        some = order[:size]
        reader = train(
            Rows(pairs=corpus_rows(some), tagged=(), told=()), some, Plan(seed=SEED, epochs=EPOCHS)
        )
        points.append((len(some), round(accuracy(logits(reader, asked), asked), 4)))
        log.info("%d sentences: %.3f of %d", *points[-1], len(asked))
    return points


def picture(points: Points) -> str:
    """The curve as SVG: sentences on a logarithmic axis, the share from one half to one."""
    first, last = log2(points[0][0]), log2(points[-1][0])

    def across(count: int) -> float:
        return EDGE + (WIDTH - 2 * EDGE) * (log2(count) - first) / (last - first)

    def up(share: float) -> float:
        return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (share - 0.5) / 0.5

    line = " ".join(f"{across(count):.1f},{up(share):.1f}" for count, share in points)
    dots = "".join(
        f'<circle cx="{across(count):.1f}" cy="{up(share):.1f}" r="3"/>'
        f'<text x="{across(count):.1f}" y="{up(share) - 8:.1f}" text-anchor="middle">{share:.2f}</text>'
        f'<text x="{across(count):.1f}" y="{HEIGHT - EDGE + 16}" text-anchor="middle">{count:,}</text>'
        for count, share in points
    )
    rules = "".join(
        f'<line x1="{EDGE}" x2="{WIDTH - EDGE}" y1="{up(share):.1f}" y2="{up(share):.1f}" stroke="#ddd"/>'
        f'<text x="{EDGE - 8}" y="{up(share) + 4:.1f}" text-anchor="end">{share:.1f}</text>'
        for share in (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        f'font-size="11"><title>Right labels by sentences learned from</title>{rules}'
        f'<polyline points="{line}" fill="none" stroke="#369" stroke-width="2"/>{dots}'
        f'<text x="{WIDTH / 2}" y="{HEIGHT - 12}" text-anchor="middle">sentences learned from</text>'
        f'<text x="{EDGE}" y="20">right label of a pair of sides</text></svg>\n'
    )


def main() -> None:
    """Command line."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--sizes", type=int, nargs="+", default=[250, 500, 1000, 2000])
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "evaluation")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    entries = read_corpus(CORPUS)
    known = [entry for entry in entries if entry.split == "train"]
    asked = corpus_rows([entry for entry in entries if entry.split in ("dev", "test")])
    points = curve(known, asked, [*given.sizes, len(known)])
    (given.out / "learning-curve.json").write_text(json.dumps(points) + "\n", encoding="utf-8")
    (given.out / "learning-curve.svg").write_text(picture(points), encoding="utf-8")


if __name__ == "__main__":
    main()
