"""Makes float weights of a released reader, so that a training can go on from it.

    python -m fogline.models.from_onnx --reader src/fogline/data/reader --out work/released.pt
    python -m fogline.models.train … --start work/released.pt

The int8 files hold each product's weights as whole numbers with a scale for every output channel, and what was levelled before
rounding (``fogline.models.int8``) beside them. Multiplied out they are the weights that the released reader reads with; what
rounding took from those that were trained is gone.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from fogline.models.network import AroundTrigger, Reader, base_encoder
from fogline.reading.segment import CLAIM_REACH, SPEECH_REACH

_PRODUCTS = frozenset(["MatMulInteger", "MatMul"])


class _Graph:
    """The weights of one ONNX file: tensors by name, and what each product multiplies with, by where it stands in the network."""

    def __init__(self, path: Path) -> None:
        graph = onnx.load(str(path)).graph
        self.tensors = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
        self.products: dict[str, Tensor] = {}
        for node in graph.node:
            held = [name for name in node.input if name in self.tensors]
            if node.op_type in _PRODUCTS and held:
                place = node.name.strip("/").removesuffix("_quant").removesuffix("/MatMul").removesuffix("/Gemm_MatMul")
                self.products[place.replace("/", ".")] = self._multiplied_out(held[0])

    def _multiplied_out(self, name: str) -> Tensor:
        """Return the matrix [out, in] that a product multiplies with."""
        values = self.tensors[name].astype(np.float32)
        if name.endswith("_quantized"):
            stem = name.removesuffix("_quantized")
            values = (values - self.tensors[f"{stem}_zero_point"]) * self.tensors[f"{stem}_scale"]
        return torch.from_numpy(np.ascontiguousarray(values.T))

    def tensor(self, name: str) -> Tensor:
        return torch.from_numpy(self.tensors[name].astype(np.float32))


def float_weights(folder: Path) -> dict[str, Tensor]:
    """Return the weights of the reader whose ONNX files lie in ``folder``, by the names of ``fogline.models.network.Reader``."""
    return {
        **_of_the_encoder(_Graph(folder / "encoder.onnx")),
        **_of_claims(_Graph(folder / "claims.onnx")),
        **_around("speech", _Graph(folder / "speech.onnx"), AroundTrigger(SPEECH_REACH, 1)),
    }


def _of_the_encoder(graph: _Graph) -> dict[str, Tensor]:
    found = {}
    for name in graph.tensors:
        own = name.removeprefix("reader.")
        if own != name and own.endswith((".weight", ".bias")) and ".linear." not in own:
            found[own] = graph.tensor(name)
    words = "encoder.embeddings.word_embeddings"
    if f"reader.{words}.rows" in graph.tensors:
        found[f"{words}.weight"] = graph.tensor(f"reader.{words}.rows") * graph.tensor(f"reader.{words}.scale")
    for place, weight in graph.products.items():
        layer = place.removesuffix(".linear")
        level = f"reader.{layer}.level"
        found[f"{layer}.weight"] = weight * graph.tensor(level) if level in graph.tensors else weight
        found[f"{layer}.bias"] = graph.tensor(f"reader.{place}.bias")
    return found


def _of_claims(graph: _Graph) -> dict[str, Tensor]:
    found = _around("roles", graph, AroundTrigger(CLAIM_REACH, 1))
    for layer in ("event.0", "event.3"):
        found[f"{layer}.weight"] = graph.products[f"event.{layer}"]
        found[f"{layer}.bias"] = graph.tensor(f"{layer}.bias")
    return found


def _around(part: str, graph: _Graph, shape: AroundTrigger) -> dict[str, Tensor]:
    """Return the weights of a part around triggers, taken back from how ``fogline.models.to_onnx`` arranges it."""
    width = shape.word.out_features
    found = {f"norm{n}.{w}": graph.tensor(f"around.norm{n}.{w}") for n in ("", "2", "3") for w in ("weight", "bias")}
    for layer in ("word", "left", "trigger", "right", "attended", "widen", "narrow", "out"):
        found[f"{layer}.weight"] = graph.products[f"around.{layer}"]
        found[f"{layer}.bias"] = graph.tensor(f"around.{layer}.bias")
    near = graph.tensor("around.near.weight").squeeze(2).clone()
    near[:, 0, 3] -= 1
    found |= {"near.weight": near, "near.bias": graph.tensor("around.near.bias")}
    scale = (width // shape.heads) ** 0.5
    parts = [(graph.products[f"around.{p}"], graph.tensor(f"around.{p}.bias")) for p in ("query", "key", "value")]
    found["attend.weight"] = torch.cat([w * s for (w, _), s in zip(parts, (scale, 1.0, 1.0), strict=True)])
    found["attend.bias"] = torch.cat([b * s for (_, b), s in zip(parts, (scale, 1.0, 1.0), strict=True)])
    # Of the sum of both distances only what they add up to is known; sentences apart count from the trigger's own.
    places = graph.tensor("around.places").view(-1, len(shape.reach), width)
    found["apart.weight"] = (places - places[0]).mean(1)
    buckets = torch.from_numpy(shape.reach.distances())
    seen = buckets.unique()
    # Training looks further than reading does: what lies beyond is taken to be as far as the furthest that was kept.
    nearest = [int(seen[(seen - bucket).abs().argmin()]) for bucket in range(shape.distance.num_embeddings)]
    distance = torch.stack([places[0][buckets == bucket].mean(0) for bucket in nearest])
    found["distance.weight"] = distance
    return {f"{part}.{name}": value for name, value in found.items()}


def main(given: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reader", type=Path, required=True, help="folder with encoder.onnx, claims.onnx and speech.onnx")
    parser.add_argument("--out", type=Path, required=True, help="file for the weights, to be given to training's --start")
    arguments = parser.parse_args(given)
    reader = Reader(base_encoder())
    reader.load_state_dict(float_weights(arguments.reader))
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(reader.state_dict(), arguments.out)


if __name__ == "__main__":
    main()
