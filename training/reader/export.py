"""The trained network → the files that ship: an int8 ONNX graph, its tokenizer, and a card."""

from __future__ import annotations

from collections.abc import Mapping
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

EXACT = (
    "position_embeddings",
    "token_type_embeddings",
    "layer.0/output/dense",
    "layer.1/output/dense",
    "layer.2/output/dense",
)
"""What stays in float32: of all choices of this size the one whose vectors, over marked sentences of the dev
split, are nearest to those of the network that was not rounded."""

HEAD = "# The English reader, written by training/reader and read by dragoman.events.reader.\n"


class States(nn.Module):
    """One unpadded row → the vectors of its tokens."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor) -> Tensor:
        """Shapes: ids (1, tokens) → (1, tokens, size)."""
        return self.reader.states(ids, torch.ones_like(ids))


def export(reader: Reader, heats: tuple[float, float], folder: Path, language: str = "en") -> Path:
    """Writes the files of a reader into ``folder``; returns the network's path.

    Args:
        reader: the trained network.
        heats: the temperatures of types, of two marked sides and of a marked trigger.
        folder: where the files go.
        language: ISO 639-1 code.
    """
    network, heads = folder / f"reader-{language}.onnx", folder / f"reader-{language}.heads.npz"
    tellings = folder / f"reader-{language}.tellings.npz"
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        write_graph(States(reader).eval(), full)
        nodes = [node.name for node in onnx.load(str(full)).graph.node]
        kept = [name for name in nodes if any(part in name for part in EXACT)]
        quantize_dynamic(full, network, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=kept)
    write_heads({"kinds": reader.kinds}, {"kinds": heats[0]}, heads)
    asked = {
        name: getattr(reader, name) for name in ("triggers", "roles", "sides", "told", "modes", "auxiliary")
    }
    write_heads(asked, {"told": heats[1]}, tellings)
    Encoding().tokenizer.save(str(folder / f"reader-{language}.tokens.json"), pretty=False)
    card = {
        "protocol": PROTOCOL,
        "language": language,
        "network": digest(network.read_bytes()),
        "heads": digest(heads.read_bytes()),
        "tellings": digest(tellings.read_bytes()),
        "labels": list(LABELS),
        "opening": list(OPEN),
        "closing": list(CLOSE),
        "longest": LONGEST,
    }
    text = HEAD + yaml.safe_dump(card, sort_keys=False)
    (folder / f"reader-{language}.yml").write_text(text, encoding="utf-8")
    return network


def write_heads(layers: Mapping[str, nn.Linear], heats: Mapping[str, float], path: Path) -> None:
    """Linear heads, their temperatures in the weights; the others only help in training."""
    arrays: dict[str, Tensor] = {}
    for name, layer in layers.items():
        arrays[name] = layer.weight / heats.get(name, 1.0)
        arrays[f"{name}_bias"] = layer.bias / heats.get(name, 1.0)
    np.savez(path, **{name: array.detach().float().numpy() for name, array in arrays.items()})


def write_graph(network: nn.Module, path: Path) -> None:
    """The network as an ONNX graph in float32, for rows of any length."""
    ids = torch.tensor([[101, 1, 2, 3, 102]])
    torch.onnx.export(
        network,
        (ids,),
        str(path),
        input_names=["ids"],
        output_names=["states"],
        dynamic_axes={"ids": {1: "tokens"}, "states": {1: "tokens"}},
        dynamo=False,
    )
