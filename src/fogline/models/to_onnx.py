"""Exports trained weights to ONNX: the encoder in int8, the heads in float; see runs/train.sh."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from fogline.models.composed import composed_reports
from fogline.models.int8 import RowwiseEmbedding, smooth
from fogline.models.network import HIDDEN, Reader, base_encoder, base_tokenizer_file
from fogline.reading.labels import SCHEME
from fogline.reading.segment import CLAIM_REACH, CLS, SEP, SPEECH_REACH, WINDOW


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


# Windows of our own reports by which the encoder is levelled before rounding.
LEVELLING = 60


def export(reader: Reader, out: Path, name: str, levelling: Sequence[Tensor] = ()) -> None:
    """Write encoder.onnx, claims.onnx, speech.onnx, tokenizer.json and reader.json into ``out``.

    The encoder is rounded to int8 if there are windows to level it by, else it stays in float.
    """
    reader.roles.look(CLAIM_REACH)
    reader.speech.look(SPEECH_REACH)
    reader.eval()
    if levelling:
        smooth(reader.encoder, levelling)
        embeddings = reader.encoder.embeddings
        embeddings.word_embeddings = RowwiseEmbedding(embeddings.word_embeddings)  # type: ignore[union-attr,arg-type]
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
        if levelling:
            # What gives the scores stays in float: it is 17 thousand weights,
            # and rounding them moved more tags than rounding the encoder did.
            # So do the parts that read around triggers: their products are so
            # small that finding the scale of int8 costs more than it saves.
            # Only products of matrices are rounded: the words' vectors are
            # int8 already (RowwiseEmbedding), the others are few.
            quantize_dynamic(
                full,
                out / "encoder.onnx",
                op_types_to_quantize=["MatMul", "Gemm"],
                weight_type=QuantType.QInt8,
                per_channel=True,
                nodes_to_exclude=heads_of(full),
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
    card = {
        "name": f"{name}-{fingerprint}",
        "scheme": SCHEME,
        "base": "all-MiniLM-L6-v2",
        "sha256": digests,
        "int8": bool(levelling),
    }
    (out / "reader.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def windows_of(folder: Path) -> list[Tensor]:
    """Return the first windows of our composed reports, as pieces [1, T]."""
    tokenizer = Tokenizer.from_file(base_tokenizer_file())
    tokenizer.no_truncation()
    tokenizer.no_padding()
    texts = [report.text for path in sorted(folder.glob("*.txt")) for report in composed_reports(path)]
    longest = sorted(texts, key=len, reverse=True)[:LEVELLING]
    return [torch.tensor([[CLS, *tokenizer.encode(t, add_special_tokens=False).ids[: WINDOW - 2], SEP]]) for t in longest]


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
    parser.add_argument("--name", default="fogline-reader-3")
    parser.add_argument(
        "--composed", type=Path, default=Path("reference/composed"), help="our own reports, to level the encoder by"
    )
    parser.add_argument("--float", action="store_true", help="leave the encoder in float, to measure what int8 costs")
    arguments = parser.parse_args()
    reader = Reader(base_encoder())
    reader.load_state_dict(torch.load(arguments.weights, map_location="cpu"))
    export(reader, arguments.out, arguments.name, () if arguments.float else windows_of(arguments.composed))
    print((arguments.out / "reader.json").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
