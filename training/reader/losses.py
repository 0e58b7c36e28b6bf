"""What training takes for wrong, and how wrong: of tokens, of sides and of whole rows."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from training.reader.model import IGNORED, Inputs, Reader, batch, padded
from training.reader.rows import LABELS, MARKS, Row
from training.reader.told import Tagged, Told

from dragoman.events.answers import MODES, SIDES
from dragoman.events.reader import NONE

SMOOTHING = 0.05
MARKS_WEIGHT = 0.3
TRIGGERS_WEIGHT = 4.0  # most tokens are none, which is soon learned
ROLES_WEIGHT = 1.0
SIDES_WEIGHT = 1.5
MODES_WEIGHT = 0.3
SPEECH_WEIGHT = 0.5

AnyRow = Row | Tagged | Told
Group = Sequence[tuple[AnyRow, Inputs]]


def of_group(reader: Reader, group: Group) -> Tensor:
    """The loss of rows of one sort, together."""
    rows, inputs = [row for row, _ in group], [one for _, one in group]
    ids, mask, places = batch(inputs)
    with torch.autocast(torch.get_default_device().type, torch.bfloat16):
        if isinstance(rows[0], Tagged):
            triggers, mentions, speech = reader.tag(ids, mask)
            loss = TRIGGERS_WEIGHT * _of_tokens(triggers, [one.first for one in inputs])
            loss = loss + _of_tokens(mentions, [one.second for one in inputs])
            return loss + SPEECH_WEIGHT * _of_tokens(speech, [one.third for one in inputs])
        if isinstance(rows[0], Row):
            kinds, marks = reader.pair(ids, mask, places)
            return _of_rows(kinds, marks, rows)
        kinds, marks, modes, roles, sides = reader.tell(ids, mask, places)
        loss = _of_rows(kinds, marks, rows) + ROLES_WEIGHT * _of_tokens(roles, [one.first for one in inputs])
        loss = loss + MODES_WEIGHT * _of_modes(modes, rows)
        return loss + SIDES_WEIGHT * _of_sides(sides, [one.second for one in inputs], rows)


def _of_tokens(found: Tensor, labels: Sequence[Sequence[int]]) -> Tensor:
    wanted = padded(labels, IGNORED)
    if bool((wanted == IGNORED).all()):
        return found.sum() * 0.0
    return nn.functional.cross_entropy(found.float().transpose(1, 2), wanted, ignore_index=IGNORED)


def _of_sides(found: Tensor, numbers: Sequence[Sequence[int]], rows: Sequence[AnyRow]) -> Tensor:
    """Each side is one of all tokens, the first standing for nobody: how unlikely the right ones are."""
    known = padded(numbers, IGNORED)
    shares = found.float().masked_fill((known == IGNORED).unsqueeze(-1), -1e4).log_softmax(1)
    losses = [found.sum() * 0.0]
    for at, row in enumerate(rows):
        if not isinstance(row, Told) or row.kinds == (NONE,):
            continue
        for side, role in enumerate(SIDES):
            named = [number for number, (_, one) in enumerate(row.parts, 1) if one == role]
            held = [known[at] == number for number in named if number in numbers[at]]
            if not held:
                held = [torch.arange(known.shape[1]) == 0]
            likely = torch.stack([shares[at, inside, side].logsumexp(0) for inside in held])
            losses.append(-likely.mean())
    return torch.stack(losses).sum() / len(rows)


def _of_modes(found: Tensor, rows: Sequence[AnyRow]) -> Tensor:
    modes = [row.mode if isinstance(row, Told) else None for row in rows]
    wanted = torch.tensor([IGNORED if mode is None else MODES.index(mode) for mode in modes])
    if bool((wanted == IGNORED).all()):
        return found.sum() * 0.0
    return nn.functional.cross_entropy(found.float(), wanted, ignore_index=IGNORED)


def _of_rows(kinds: Tensor, marks: Tensor, rows: Sequence[AnyRow]) -> Tensor:
    asked = [row for row in rows if not isinstance(row, Tagged)]
    wanted = torch.stack([target(row) for row in asked])
    loss = nn.functional.cross_entropy(kinds.float(), wanted, label_smoothing=SMOOTHING)
    told = [at for at, row in enumerate(asked) if row.marks is not None]
    if told:
        rest = torch.tensor([[float(mark in (asked[at].marks or ())) for mark in MARKS] for at in told])
        found = nn.functional.binary_cross_entropy_with_logits(marks.float()[told], rest)
        loss = loss + MARKS_WEIGHT * found * len(told) / len(asked)
    return loss


def target(row: Row | Told) -> Tensor:
    """The distribution over labels that the row asks for."""
    return torch.tensor([float(label in row.kinds) for label in LABELS]) / len(row.kinds)
