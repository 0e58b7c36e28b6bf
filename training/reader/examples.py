"""The corpus → what ships of it: sentences to show beside an event, and the dev split to measure readers on.

Usage: python -m training.reader.examples [--out src/dragoman/data/models]

Runs when the network is there, and again whenever it changes: the sentences lie where that network puts them.
``reader-en.examples.npz`` has sentences of the train split, as many for each type, and its SHA-256 goes into
the network's card; ``reader-en.dev.jsonl`` has the dev split.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from training.markup import CORPUS, LAYERS, Entry, read_corpus
from training.reader.rows import LABELS, Row, corpus_rows

from dragoman import codec
from dragoman.evaluation.reading import Kept, Pair
from dragoman.events import neighbours, reader
from dragoman.events.network import Weights
from dragoman.events.reader import NONE
from dragoman.types import Span

ROOT = Path(__file__).parents[2]
EACH = 150  # sentences of a type, and of none
LANGUAGE = "en"


def chosen(entries: Iterable[Entry]) -> list[Row]:
    """Rows to show: of each label as many, of each sentence one; in the order of ids, which is by chance."""
    full = [entry for entry in entries if entry.layers == LAYERS]
    found: dict[str, list[Row]] = {label: [] for label in LABELS}
    for entry in sorted(full, key=lambda one: one.id):
        rows = [row for row in corpus_rows([entry]) if (row.kinds == (NONE,)) == (not entry.events)]
        if rows:
            rarest = min(rows, key=lambda row: len(found[row.kinds[0]]))
            found[rarest.kinds[0]].append(rarest)
    return [row for label in LABELS for row in found[label][:EACH]]


def packed(model: reader.Reader, rows: Sequence[Row]) -> bytes:
    """The rows where the network puts them."""
    told = tuple(
        neighbours.Told(
            text=row.text, type=row.kinds[0], actor=side(row.actor), recipient=side(row.recipient)
        )
        for row in rows
    )
    features = (model.features(row.text, row.actor, row.recipient) for row in rows)
    points: Weights = np.stack([neighbours.point(one) for one in features])
    return neighbours.pack(told, points)


def kept(entries: Iterable[Entry]) -> Iterator[Kept]:
    """Fully marked sentences with all that may be asked of their sides."""
    for entry in entries:
        if entry.layers == LAYERS:
            pairs = (
                Pair(actor=side(row.actor), recipient=side(row.recipient), types=row.kinds)
                for row in corpus_rows([entry])
            )
            yield Kept(text=entry.text, tells=bool(entry.events), pairs=tuple(pairs))


def side(span: Span | None) -> tuple[int, int] | None:
    """A span as it stands in a file."""
    return (span.start, span.stop) if span else None


def named(card: str, digest: str) -> str:
    """The card with the SHA-256 of its examples."""
    lines = [line for line in card.splitlines() if not line.startswith("examples:")]
    return "\n".join([*lines, f"examples: {digest}"]) + "\n"


def main() -> None:
    """Command line."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "dragoman" / "data" / "models")
    folder = parser.parse_args().out
    entries = read_corpus(CORPUS)
    card = folder / f"reader-{LANGUAGE}.yml"
    model = reader.of(card, card)
    rows = chosen(one for one in entries if one.split == "train")
    content = packed(model, rows)
    (folder / f"reader-{LANGUAGE}.examples.npz").write_bytes(content)
    card.write_text(named(card.read_text(encoding="utf-8"), reader.digest(content)), encoding="utf-8")
    lines = [codec.encode(one) for one in kept(one for one in entries if one.split == "dev")]
    (folder / f"reader-{LANGUAGE}.dev.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    sys.stdout.write(f"{len(rows)} examples of {len(content):,} bytes, {len(lines)} sentences kept apart\n")


if __name__ == "__main__":
    main()
