"""Trains the English reader from the corpus and writes the files that ship.

Usage: python -m training.reader.train [--seeds 1 2] [--epochs 3] [--out src/dragoman/data/models]

Seeds are trained side by side, each in a process of its own, on the cores there are or on a GPU: first from
the weights of MiniLM, then, from the mean of what they came to, for one epoch more at a lower rate, which
leaves the vectors of words as they are.

Three sorts of rows are learned by one network: two marked sides and what the one does to the other; sentences
and where their events stand; a marked trigger, what it tells and who takes part. With several seeds a network
is trained for each, all from one start, and their weights are averaged, which is nearly as good as their vote
and costs one network (Wortsman et al. 2022, "Model soups"). The temperatures that make the probabilities
honest are fitted on the corpus's dev split, and the test split is only reported on.
"""

from __future__ import annotations

import argparse
import logging
import random
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.optim import AdamW
from training.markup import CORPUS, Entry, read_corpus
from training.reader.export import export
from training.reader.losses import Group, of_group, target
from training.reader.model import Encoding, Reader, batch
from training.reader.rows import LABELS, Row, codebook_rows, corpus_rows
from training.reader.swapping import Swapper
from training.reader.told import Tagged, Told, codebook_entries, tagged_rows, told_rows, with_triggers

from dragoman.events.reader import NONE

ROOT = Path(__file__).parents[2]
START = 1  # the seed of the heads, the same for all networks: else their weights could not be averaged
BATCH = 24
ENCODER_RATE = 1.3e-4
HEAD_RATE = 1.3e-3
AGAIN = 0.4  # share of the rates in the second round
WARM = 0.1  # share of the steps in which the rate rises
PAIRS = 0.4  # share of the rows of two sides that an epoch sees
EMPTY = 0.6  # the same of the marked words that tell nothing

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What is learned from."""

    pairs: Sequence[Row]
    tagged: Sequence[Tagged]
    told: Sequence[Told]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How long to train, with what chance, on how many cores, at what share of the rates and from where."""

    seed: int
    epochs: int
    threads: int = 1
    rate: float = 1.0
    start: Path | None = None


def rows_of(entries: Sequence[Entry], more: Sequence[Entry] = ()) -> Rows:
    """The rows of marked sentences; of ``more``, the codebook's examples, triggers are found by the rules."""
    full = [entry for entry in entries if "triggers" in entry.layers]
    partly = [entry for entry in entries if "triggers" not in entry.layers]
    known = [*full, *with_triggers([*partly, *more])]
    pairs = [*corpus_rows(entries), *(codebook_rows() if more else ())]
    return Rows(pairs=pairs, tagged=tagged_rows(known), told=told_rows(known))


def train(rows: Rows, entries: Sequence[Entry], plan: Plan) -> Reader:
    """A network fitted to ``rows``."""
    torch.manual_seed(START)
    reader = _read(plan.start) if plan.start else Reader()
    reader.encoder.embeddings.word_embeddings.requires_grad_(plan.start is None)
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    swap, encode = Swapper(entries, chance), Encoding()
    optimizer = _optimizer(reader, plan.rate)
    steps = plan.epochs * len(list(_epoch(rows, swap, encode, random.Random(plan.seed))))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step / steps))
    reader.train()
    for epoch in range(plan.epochs):
        total, count = 0.0, 0
        for group in _epoch(rows, swap, encode, chance):
            loss = of_group(reader, group)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            total, count = total + loss.item(), count + 1
        log.info("seed %d epoch %d loss %.3f", plan.seed, epoch + 1, total / count)
    return reader


def _optimizer(reader: Reader, rate: float) -> AdamW:
    encoder = list(reader.encoder.parameters())
    heads = [value for name, value in reader.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": encoder, "lr": rate * ENCODER_RATE}, {"params": heads, "lr": rate * HEAD_RATE}]
    return AdamW(groups, weight_decay=0.01, fused=True)


def _rate(done: float) -> float:
    return min(1.0, done / WARM) * max(0.0, 1.0 - done)


def _epoch(rows: Rows, swap: Swapper, encode: Encoding, chance: random.Random) -> Iterator[Group]:
    """Groups of rows of one sort, in an order left to chance."""
    some = chance.sample(rows.pairs, round(PAIRS * len(rows.pairs)))
    pairs = [(row, encode.pair(row)) for row in map(swap.pair, some)]
    tagged = [(row, encode.tagged(row)) for row in chance.sample(rows.tagged, len(rows.tagged))]
    told = [(row, encode.told(row)) for row in map(swap.told, _told(rows.told, chance))]
    groups: list[Group] = [*_groups(pairs), *_groups(tagged), *_groups(told)]
    return iter(chance.sample(groups, len(groups)))


def _told(rows: Sequence[Told], chance: random.Random) -> Sequence[Told]:
    """Marked words in an order left to chance, all that tell something and some of the others."""
    empty = [row for row in rows if row.kinds == (NONE,)]
    some = [row for row in rows if row.kinds != (NONE,)]
    some += chance.sample(empty, round(EMPTY * len(empty)))
    return chance.sample(some, len(some))


def _groups(rows: Group) -> Iterator[Group]:
    """Rows of like length together."""
    pool = BATCH * 20
    for first in range(0, len(rows), pool):
        near = sorted(rows[first : first + pool], key=lambda pair: len(pair[1].ids))
        yield from (near[at : at + BATCH] for at in range(0, len(near), BATCH))


def soup(readers: Sequence[Reader]) -> Reader:
    """One network with the mean of the others' weights."""
    states = [reader.state_dict() for reader in readers]
    mean = {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}
    mixed = Reader()
    mixed.load_state_dict({name: value.to(states[0][name].dtype) for name, value in mean.items()})
    return mixed.eval()


@torch.no_grad()
def logits(reader: Reader, rows: Sequence[Row] | Sequence[Told]) -> Tensor:
    """Logits over labels, (rows, labels)."""
    encode = Encoding()
    reader.eval()
    return torch.cat([_one(reader, encode, row) for row in rows])


def _one(reader: Reader, encode: Encoding, row: Row | Told) -> Tensor:
    if isinstance(row, Row):
        return reader.pair(*batch([encode.pair(row)]))[0]
    return reader.tell(*batch([encode.told(row)]))[0]


def temperature(found: Tensor, rows: Sequence[Row] | Sequence[Told]) -> float:
    """The divisor of the logits under which the rows are likeliest (Guo et al. 2017)."""
    wanted = torch.stack([target(row) for row in rows])
    tried = [0.5 + 0.05 * step for step in range(51)]
    return min(tried, key=lambda one: float(nn.functional.cross_entropy(found / one, wanted)))


def accuracy(found: Tensor, rows: Sequence[Row] | Sequence[Told]) -> float:
    """The share of rows whose likeliest label is one of theirs."""
    best = [LABELS[at] for at in found.argmax(1).tolist()]
    return sum(label in row.kinds for label, row in zip(best, rows, strict=True)) / len(rows)


def rounds(seeds: Sequence[int], epochs: int, threads: int) -> Reader:
    """The mean of networks trained from MiniLM, and then of networks trained a little more from that mean."""
    plans = [Plan(seed=seed, epochs=epochs, threads=threads) for seed in seeds]
    with tempfile.TemporaryDirectory() as folder:
        mean = Path(folder) / "mean.pt"
        torch.save(soup(side_by_side(plans)).state_dict(), mean)
        again = [
            replace(plan, seed=plan.seed + len(plans), epochs=1, rate=AGAIN, start=mean) for plan in plans
        ]
        return soup(side_by_side(again))


def side_by_side(plans: Sequence[Plan]) -> list[Reader]:
    """A network for each plan, trained in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{plan.seed}.pt" for plan in plans]
        with ProcessPoolExecutor(len(plans), get_context("spawn")) as processes:
            list(processes.map(_apart, plans, paths))
        return [_read(path) for path in paths]


def _apart(plan: Plan, path: Path) -> None:
    _begin(plan.threads)
    torch.set_default_device("cuda" if torch.cuda.is_available() else "cpu")
    rows, entries = _learned()
    log.info("%d pairs, %d sentences, %d triggers", len(rows.pairs), len(rows.tagged), len(rows.told))
    torch.save(train(rows, entries, plan).cpu().state_dict(), path)


def _read(path: Path) -> Reader:
    reader = Reader()
    reader.load_state_dict(torch.load(path, weights_only=True))
    return reader


def _learned() -> tuple[Rows, list[Entry]]:
    entries = [entry for entry in read_corpus(CORPUS) if entry.split == "train"]
    return rows_of(entries, tuple(codebook_entries())), entries


def _begin(threads: int) -> None:
    torch.set_num_threads(threads)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")


def main() -> None:
    """Command line."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads(), help="of all seeds together")
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "dragoman" / "data" / "models")
    parser.add_argument("--keep", type=Path, help="where to put the weights in full precision")
    given = parser.parse_args()
    _begin(given.threads)
    each = max(1, given.threads // len(given.seeds))
    reader = rounds(given.seeds, given.epochs, each)
    if given.keep:
        torch.save(reader.state_dict(), given.keep)
    finish(reader, given.out)


def finish(reader: Reader, out: Path) -> None:
    """Writes what ships, with the temperatures of the dev split; the test split is only reported on."""
    entries = read_corpus(CORPUS)
    dev = rows_of([entry for entry in entries if entry.split == "dev"])
    test = rows_of([entry for entry in entries if entry.split == "test"])
    heats = []
    for name, asked, kept in (("pairs", dev.pairs, test.pairs), ("triggers", dev.told, test.told)):
        found = logits(reader, asked)
        heats.append(temperature(found, asked))
        log.info("%s: dev accuracy %.3f, temperature %.2f", name, accuracy(found, asked), heats[-1])
        log.info("%s: test accuracy %.3f of %d", name, accuracy(logits(reader, kept), kept), len(kept))
    log.info("wrote %s", export(reader, (heats[0], heats[1]), out))


if __name__ == "__main__":
    main()
