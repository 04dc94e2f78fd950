"""Exports trained weights to ONNX: the encoder in int8, the heads in float; see runs/train.sh."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from fogline.models.network import HIDDEN, Reader, base_encoder, base_tokenizer_file
from fogline.reading.labels import SCHEME


class Encode(nn.Module):
    """pieces [1, T] → hidden [1, T, H], tag scores [1, T, tags × 3], PLOVER scores [1, 16]."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        hidden = self.reader.encoder(input_ids=pieces).last_hidden_state
        return hidden, self.reader.tags(hidden), self.reader.plover(hidden.mean(1))


class Roles(nn.Module):
    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, words: Tensor, trigger: Tensor, distance: Tensor, apart: Tensor) -> tuple[Tensor, Tensor]:
        return self.reader.roles(words, trigger, distance, apart), self.reader.event(trigger)


def export(reader: Reader, out: Path, name: str, *, quantise: bool = True) -> None:
    """Write encoder.onnx, roles.onnx, speech.onnx, tokenizer.json and reader.json into ``out``."""
    reader.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "encoder.onnx"
        torch.onnx.export(
            Encode(reader),
            (torch.randint(1000, 2000, (1, 32)),),
            str(full),
            input_names=["pieces"],
            output_names=["hidden", "tags", "plover"],
            dynamic_axes={"pieces": {1: "pieces"}, "hidden": {1: "pieces"}, "tags": {1: "pieces"}},
            opset_version=17,
            dynamo=False,
        )
        if quantise:
            # The tag heads stay in float: they are 17 thousand weights, and
            # rounding them moved more tags than rounding the encoder did.
            quantize_dynamic(
                full, out / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=heads_of(full)
            )
        else:
            shutil.copy(full, out / "encoder.onnx")
    words, trigger = torch.randn(1, 20, HIDDEN), torch.randn(3, HIDDEN)
    distance, apart = torch.zeros(3, 20, dtype=torch.long), torch.zeros(3, 20, dtype=torch.long)
    axes = {
        "words": {1: "words"},
        "trigger": {0: "triggers"},
        "distance": {0: "triggers", 1: "words"},
        "apart": {0: "triggers", 1: "words"},
    }
    for part, module, outputs in (("roles", Roles(reader), ["scores", "event"]), ("speech", reader.speech, ["scores"])):
        torch.onnx.export(
            module,
            (words, trigger, distance, apart),
            str(out / f"{part}.onnx"),
            input_names=["words", "trigger", "distance", "apart"],
            output_names=outputs,
            dynamic_axes={
                **axes,
                "scores": {0: "triggers", 1: "words"},
                **({"event": {0: "triggers"}} if len(outputs) == 2 else {}),
            },
            opset_version=17,
            dynamo=False,
        )
    shutil.copy(base_tokenizer_file(), out / "tokenizer.json")
    digests = {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in sorted(out.glob("*.onnx"))}
    fingerprint = hashlib.sha256(json.dumps(digests, sort_keys=True).encode()).hexdigest()[:12]
    card = {"name": f"{name}-{fingerprint}", "scheme": SCHEME, "base": "all-MiniLM-L6-v2", "sha256": digests, "int8": quantise}
    (out / "reader.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def heads_of(path: Path) -> list[str]:
    """Return the names of the matrix products that make tag and PLOVER scores."""
    import onnx

    graph = onnx.load(str(path)).graph
    return [n.name for n in graph.node if n.op_type in ("MatMul", "Gemm") and ("/tags/" in n.name or "/plover/" in n.name)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default="fogline-reader-1")
    parser.add_argument("--float", action="store_true", help="leave the encoder in float, to measure what int8 costs")
    arguments = parser.parse_args()
    reader = Reader(base_encoder())
    reader.load_state_dict(torch.load(arguments.weights, map_location="cpu"))
    export(reader, arguments.out, arguments.name, quantise=not arguments.float)
    print((arguments.out / "reader.json").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
