"""Trains the English reader from the corpus and writes the files that ship.

Usage: python -m training.reader.train [--seeds 1 2] [--epochs 4] [--out src/dragoman/data/models]

One network is trained for each seed, all from one start; their weights are averaged, which is nearly as good
as their vote and costs one network (Wortsman et al. 2022, "Model soups"). The temperature that makes the
probabilities honest is fitted on the corpus's dev split, and the test split is only reported on.
"""

from __future__ import annotations

import argparse
import logging
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.optim import AdamW
from training.markup import CORPUS, Entry, read_corpus
from training.reader.export import export
from training.reader.model import Encoding, Inputs, Reader, batch, marked
from training.reader.rows import LABELS, MARKS, Row, codebook_rows, corpus_rows

ROOT = Path(__file__).parents[2]
START = 1  # the seed of the heads, the same for all networks: else their weights could not be averaged
BATCH = 16
ENCODER_RATE = 1e-4
HEAD_RATE = 1e-3
WARM = 0.1  # share of the steps in which the rate rises
SMOOTHING = 0.05
SWAPPED = 0.3  # share of names of states that another stands for, so that no state is learned to be a villain
MARKS_WEIGHT = 0.3
SHORT_NAME = 2  # words

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How long to train, and with what chance."""

    seed: int
    epochs: int


class Swapper:
    """Rows → text with marks, in which now and then the name of another state stands."""

    def __init__(self, entries: Sequence[Entry], chance: random.Random) -> None:
        self.names = sorted(set(_states(entries)))
        self.known = frozenset(self.names)
        self.chance = chance

    def __call__(self, row: Row) -> str:
        """The text of a row, marked."""
        sides = (row.actor, row.recipient)
        words = [row.text[span.start : span.stop] if span else "" for span in sides]
        return marked(row, *(self._other(one) for one in words))

    def _other(self, words: str) -> str | None:
        swapped = words in self.known and self.chance.random() < SWAPPED
        return self.chance.choice(self.names) if swapped else None


def _states(entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries:
        for mention in entry.mentions:
            words = entry.text[mention.span.start : mention.span.stop]
            if mention.kind == "country" and len(words.split()) <= SHORT_NAME and words[0].isupper():
                yield words


def train(rows: Sequence[Row], entries: Sequence[Entry], plan: Plan) -> Reader:
    """A network fitted to ``rows``."""
    torch.manual_seed(START)
    reader = Reader()
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    swap, encode = Swapper(entries, chance), Encoding()
    optimizer = _optimizer(reader)
    steps = plan.epochs * math.ceil(len(rows) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step / steps))
    reader.train()
    for epoch in range(plan.epochs):
        total = 0.0
        for group in _batches([(encode(swap(row)), row) for row in chance.sample(rows, len(rows))], chance):
            loss = _loss(reader, group)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            total += loss.item()
        log.info("seed %d epoch %d loss %.3f", plan.seed, epoch + 1, total * BATCH / len(rows))
    return reader


def _optimizer(reader: Reader) -> AdamW:
    heads = [*reader.kinds.parameters(), *reader.marks.parameters()]
    groups = [
        {"params": list(reader.encoder.parameters()), "lr": ENCODER_RATE},
        {"params": heads, "lr": HEAD_RATE},
    ]
    return AdamW(groups, weight_decay=0.01)


def _rate(done: float) -> float:
    return min(1.0, done / WARM) * max(0.0, 1.0 - done)


def _batches(rows: Sequence[tuple[Inputs, Row]], chance: random.Random) -> Iterator[list[tuple[Inputs, Row]]]:
    """Rows of like length together, in an order left to chance."""
    pool = BATCH * 20
    for first in range(0, len(rows), pool):
        near = sorted(rows[first : first + pool], key=lambda pair: len(pair[0].ids))
        groups = [near[at : at + BATCH] for at in range(0, len(near), BATCH)]
        yield from chance.sample(groups, len(groups))


def _loss(reader: Reader, group: Sequence[tuple[Inputs, Row]]) -> Tensor:
    with torch.autocast("cpu", torch.bfloat16):
        kinds, marks = reader(*batch([inputs for inputs, _ in group]))
    wanted = torch.stack([target(row) for _, row in group])
    loss = nn.functional.cross_entropy(kinds.float(), wanted, label_smoothing=SMOOTHING)
    told = [at for at, (_, row) in enumerate(group) if row.marks is not None]
    if told:
        rest = torch.tensor([[float(mark in (group[at][1].marks or ())) for mark in MARKS] for at in told])
        found = nn.functional.binary_cross_entropy_with_logits(marks.float()[told], rest)
        loss = loss + MARKS_WEIGHT * found * len(told) / len(group)
    return loss


def target(row: Row) -> Tensor:
    """The distribution over labels that the row asks for."""
    return torch.tensor([float(label in row.kinds) for label in LABELS]) / len(row.kinds)


def soup(readers: Sequence[Reader]) -> Reader:
    """One network with the mean of the others' weights."""
    states = [reader.state_dict() for reader in readers]
    mean = {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}
    mixed = Reader()
    mixed.load_state_dict({name: value.to(states[0][name].dtype) for name, value in mean.items()})
    return mixed.eval()


@torch.no_grad()
def logits(reader: Reader, rows: Sequence[Row]) -> Tensor:
    """Logits over labels, (rows, labels)."""
    encode = Encoding()
    reader.eval()
    return torch.cat([reader(*batch([encode(marked(row))]))[0] for row in rows])


def temperature(found: Tensor, rows: Sequence[Row]) -> float:
    """The divisor of the logits under which the rows are likeliest (Guo et al. 2017)."""
    wanted = torch.stack([target(row) for row in rows])
    tried = [0.5 + 0.05 * step for step in range(51)]
    return min(tried, key=lambda one: float(nn.functional.cross_entropy(found / one, wanted)))


def accuracy(found: Tensor, rows: Sequence[Row]) -> float:
    """The share of rows whose likeliest label is one of theirs."""
    best = [LABELS[at] for at in found.argmax(1).tolist()]
    return sum(label in row.kinds for label, row in zip(best, rows, strict=True)) / len(rows)


def main() -> None:
    """Command line."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "dragoman" / "data" / "models")
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    entries = read_corpus(CORPUS)
    splits = {name: [entry for entry in entries if entry.split == name] for name in ("train", "dev", "test")}
    rows = [*corpus_rows(splits["train"]), *codebook_rows()]
    log.info("%d rows to train on", len(rows))
    plans = [Plan(seed=seed, epochs=given.epochs) for seed in given.seeds]
    reader = soup([train(rows, splits["train"], plan) for plan in plans])
    dev, test = corpus_rows(splits["dev"]), corpus_rows(splits["test"])
    found = logits(reader, dev)
    honest = temperature(found, dev)
    log.info("dev accuracy %.3f, temperature %.2f", accuracy(found, dev), honest)
    log.info("test accuracy %.3f of %d", accuracy(logits(reader, test), test), len(test))
    log.info("wrote %s", export(reader, honest, given.out))


if __name__ == "__main__":
    main()
