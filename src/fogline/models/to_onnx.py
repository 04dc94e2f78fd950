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
from fogline.reading.segment import CLAIM_REACH, SPEECH_REACH


class Encode(nn.Module):
    """pieces [1, T] → per piece its vector, tag scores and MUC-4 types; for the window PLOVER scores and MUC-4 types."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor) -> tuple[Tensor, ...]:
        hidden = self.reader.encoder(input_ids=pieces).last_hidden_state
        pooled = hidden.mean(1)
        return (
            hidden,
            self.reader.tags(hidden),
            self.reader.filler_incidents(hidden),
            self.reader.plover(pooled),
            self.reader.incidents(pooled),
        )


class Claims(nn.Module):
    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, words: Tensor, index: Tensor, there: Tensor, apart: Tensor, trigger: Tensor) -> tuple[Tensor, Tensor]:
        return self.reader.claims(words, index, there, apart, trigger)


class Speech(nn.Module):
    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, words: Tensor, index: Tensor, there: Tensor, apart: Tensor, trigger: Tensor) -> Tensor:
        return self.reader.speech(words, index, there, apart, trigger)[0]


def export(reader: Reader, out: Path, name: str, *, quantise: bool = True) -> None:
    """Write encoder.onnx, claims.onnx, speech.onnx, tokenizer.json and reader.json into ``out``."""
    reader.roles.look(CLAIM_REACH)
    reader.speech.look(SPEECH_REACH)
    reader.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "encoder.onnx"
        torch.onnx.export(
            Encode(reader),
            (torch.randint(1000, 2000, (1, 32)),),
            str(full),
            input_names=["pieces"],
            output_names=["hidden", "tags", "filler_incidents", "plover", "incidents"],
            dynamic_axes={name: {1: "pieces"} for name in ("pieces", "hidden", "tags", "filler_incidents")},
            opset_version=17,
            dynamo=False,
        )
        if quantise:
            # What gives the scores stays in float: it is 17 thousand weights,
            # and rounding them moved more tags than rounding the encoder did.
            # So do the parts that read around triggers: their products are so
            # small that finding the scale of int8 costs more than it saves.
            quantize_dynamic(
                full, out / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=heads_of(full)
            )
        else:
            shutil.copy(full, out / "encoder.onnx")
        for part, module, outputs, reach in (
            ("claims", Claims(reader), ["scores", "event"], CLAIM_REACH),
            ("speech", Speech(reader), ["scores"], SPEECH_REACH),
        ):
            torch.onnx.export(
                module,
                (
                    torch.randn(40, HIDDEN),
                    torch.zeros(3, len(reach), dtype=torch.long),
                    torch.ones(3, len(reach)),
                    torch.zeros(3, len(reach), dtype=torch.long),
                    torch.randn(3, HIDDEN),
                ),
                str(out / f"{part}.onnx"),
                input_names=["words", "word_at", "there", "apart", "trigger"],
                output_names=outputs,
                dynamic_axes={
                    "words": {0: "words"},
                    **{n: {0: "triggers"} for n in ("word_at", "there", "apart", "trigger", *outputs)},
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
    """Return the names of the matrix products that make scores."""
    import onnx

    heads = ("/tags/", "/plover/", "/incidents/", "/filler_incidents/")
    graph = onnx.load(str(path)).graph
    return [n.name for n in graph.node if n.op_type in ("MatMul", "Gemm") and any(h in n.name for h in heads)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default="fogline-reader-2")
    parser.add_argument("--float", action="store_true", help="leave the encoder in float, to measure what int8 costs")
    arguments = parser.parse_args()
    reader = Reader(base_encoder())
    reader.load_state_dict(torch.load(arguments.weights, map_location="cpu"))
    export(reader, arguments.out, arguments.name, quantise=not arguments.float)
    print((arguments.out / "reader.json").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
