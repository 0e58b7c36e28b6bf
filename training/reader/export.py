"""The trained network → the files that ship: an int8 ONNX graph, its tokenizer, and a card."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
import torch
import yaml
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from training.reader.model import CLOSE, LONGEST, OPEN, Encoding, Reader
from training.reader.rows import LABELS

from dragoman.events.reader import PROTOCOL, digest

FIRST_LAYER = "layer.0/"  # stays in float32: what is rounded there is rounded on through all others
HEAD = "# The English reader, written by training/reader and read by dragoman.events.reader.\n"


class Features(nn.Module):
    """One unpadded row → the features that the heads read."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, actor: Tensor, recipient: Tensor) -> Tensor:
        """Shapes: ids (1, tokens), actor and recipient (1,) → (1, features)."""
        return self.reader.features(ids, torch.ones_like(ids), actor, recipient)


def export(reader: Reader, temperature: float, folder: Path, language: str = "en") -> Path:
    """Writes the files of a reader into ``folder``; returns the network's path."""
    network, heads = folder / f"reader-{language}.onnx", folder / f"reader-{language}.heads.npz"
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        write_graph(Features(reader).eval(), full)
        kept = [node.name for node in onnx.load(str(full)).graph.node if FIRST_LAYER in node.name]
        quantize_dynamic(full, network, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=kept)
    write_heads(reader, temperature, heads)
    Encoding().tokenizer.save(str(folder / f"reader-{language}.tokens.json"), pretty=False)
    card = {
        "protocol": PROTOCOL,
        "language": language,
        "network": digest(network.read_bytes()),
        "heads": digest(heads.read_bytes()),
        "labels": list(LABELS),
        "opening": list(OPEN),
        "closing": list(CLOSE),
        "longest": LONGEST,
    }
    text = HEAD + yaml.safe_dump(card, sort_keys=False)
    (folder / f"reader-{language}.yml").write_text(text, encoding="utf-8")
    return network


def write_heads(reader: Reader, temperature: float, path: Path) -> None:
    """The head of the types, the temperature in its weights; that of the marks only helps in training."""
    arrays = {
        "kinds": reader.kinds.weight / temperature,
        "kinds_bias": reader.kinds.bias / temperature,
    }
    np.savez(path, **{name: array.detach().float().numpy() for name, array in arrays.items()})


def write_graph(network: nn.Module, path: Path) -> None:
    """The network as an ONNX graph in float32, for rows of any length."""
    ids = torch.tensor([[101, 1, 2, 3, 102]])
    torch.onnx.export(
        network,
        (ids, torch.tensor([1]), torch.tensor([3])),
        str(path),
        input_names=["ids", "actor", "recipient"],
        output_names=["features"],
        dynamic_axes={"ids": {1: "tokens"}},
        dynamo=False,
    )
