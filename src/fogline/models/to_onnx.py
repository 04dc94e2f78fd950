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
from fogline.models.network import HIDDEN, AroundTrigger, Reader, base_encoder, base_tokenizer_file
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


class Around(nn.Module):
    """``AroundTrigger`` arranged so that ONNX Runtime has less to do; the same answers, to the fifth digit.

    The convolution and the sum over it are one, written as if words were
    pixels, for which there is a fast path: a quarter of the time. What is
    known beforehand of a place (its distance in words and in sentences) comes
    from one table, and the scale of attention is in the weights.
    """

    places: Tensor

    def __init__(self, trained: AroundTrigger) -> None:
        super().__init__()
        width = trained.word.out_features
        self.reach, self.before, self.width, self.heads = len(trained.reach), trained.reach.before, width, trained.heads
        self.word, self.left, self.trigger, self.right = trained.word, trained.left, trained.trigger, trained.right
        self.norm, self.norm2, self.norm3 = trained.norm, trained.norm2, trained.norm3
        self.attended, self.widen, self.narrow, self.out = trained.attended, trained.widen, trained.narrow, trained.out
        places = trained.distance(trained.buckets).unsqueeze(0) + trained.apart.weight.unsqueeze(1)
        self.register_buffer("places", places.detach().reshape(-1, width))
        self.near = nn.Conv2d(width, width, (1, 7), padding=(0, 3), groups=width)
        self.near.weight.data = trained.near.weight.detach().clone().unsqueeze(2)
        self.near.weight.data[:, 0, 0, 3] += 1  # x + near(x)
        self.near.bias = trained.near.bias
        # Apart, as taking apart what one product gives costs more than the product.
        scales = ((width // self.heads) ** -0.5, 1.0, 1.0)
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in scales)
        for n, (part, scale) in enumerate(zip((self.query, self.key, self.value), scales, strict=True)):
            own = slice(n * width, (n + 1) * width)
            part.weight.data = trained.attend.weight.detach()[own] * scale
            part.bias.data = trained.attend.bias.detach()[own] * scale

    def forward(self, words: Tensor, index: Tensor, there: Tensor, apart: Tensor, trigger: Tensor) -> tuple[Tensor, Tensor]:
        reach, width, heads = self.reach, self.width, self.heads
        t = trigger.unsqueeze(1)
        place = self.places[apart * reach + torch.arange(reach)]
        # As if in a batch of one: only so are these products rounded with the others.
        word, left = (part(words.unsqueeze(0)).squeeze(0) for part in (self.word, self.left))
        x = word[index] + left[index] * self.right(t) + (place + self.trigger(t))
        x = nn.functional.gelu(self.norm(x)).unsqueeze(1)
        x = self.near(x.permute(0, 3, 1, 2)).permute(0, 2, 3, 1).reshape(-1, reach, width)
        q, k, v = (part(x).view(-1, reach, heads, width // heads).transpose(1, 2) for part in (self.query, self.key, self.value))
        likely = torch.softmax(q @ k.transpose(-1, -2) + ((there - 1) * 1e4).view(-1, 1, 1, reach), -1)
        x = self.norm2(x + self.attended((likely @ v).transpose(1, 2).reshape(-1, reach, width)))
        x = self.norm3(x + self.narrow(nn.functional.gelu(self.widen(x))))
        return self.out(x), x[:, self.before]


class Claims(nn.Module):
    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.around, self.event = Around(reader.roles), reader.event

    def forward(self, words: Tensor, index: Tensor, there: Tensor, apart: Tensor, trigger: Tensor) -> tuple[Tensor, Tensor]:
        scores, state = self.around(words, index, there, apart, trigger)
        return scores, self.event(torch.cat([trigger, state], -1))


class Speech(nn.Module):
    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.around = Around(reader.speech)

    def forward(self, words: Tensor, index: Tensor, there: Tensor, apart: Tensor, trigger: Tensor) -> Tensor:
        scores: Tensor = self.around(words, index, there, apart, trigger)[0]
        return scores


# Windows of our own reports by which the encoder is levelled before rounding.
LEVELLING = 240


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
            # The words' vectors are int8 already (RowwiseEmbedding), the
            # others are few.
            rounded(full, out / "encoder.onnx", [n for n in products_in(full) if not any(h in n for h in SCORES)])
        else:
            shutil.copy(full, out / "encoder.onnx")
        for part, module, outputs, reach in (
            ("claims", Claims(reader), ["scores", "event"], CLAIM_REACH),
            ("speech", Speech(reader), ["scores"], SPEECH_REACH),
        ):
            full = Path(scratch) / f"{part}.onnx"
            torch.onnx.export(
                module,
                (
                    torch.randn(40, HIDDEN),
                    torch.zeros(3, len(reach), dtype=torch.long),
                    torch.ones(3, len(reach)),
                    torch.zeros(3, len(reach), dtype=torch.long),
                    torch.randn(3, HIDDEN),
                ),
                str(full),
                input_names=["words", "word_at", "there", "apart", "trigger"],
                output_names=outputs,
                dynamic_axes={
                    "words": {0: "words"},
                    **{n: {0: "triggers"} for n in ("word_at", "there", "apart", "trigger", *outputs)},
                },
                opset_version=17,
                dynamo=False,
            )
            if levelling:
                # Only what is done for every word around every trigger. It
                # moves scores by .006 in the mean, a tenth of what rounding
                # the encoder does, and takes a quarter off the time.
                rounded(full, out / f"{part}.onnx", [n for n in products_in(full) if any(p in n for p in ROUNDED_AROUND)])
            else:
                shutil.copy(full, out / f"{part}.onnx")
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


def windows_of(folder: Path, without: frozenset[str] = frozenset()) -> list[Tensor]:
    """Return the first windows of our composed reports, as pieces [1, T], but for the files named in ``without``."""
    tokenizer = Tokenizer.from_file(base_tokenizer_file())
    tokenizer.no_truncation()
    tokenizer.no_padding()
    files = [path for path in sorted(folder.glob("*.txt")) if path.stem not in without]
    texts = [report.text for path in files for report in composed_reports(path)]
    # Long and short alike: with the longest sixty the encoder strayed a fiftieth further from what it says in float.
    chosen = sorted(texts, key=len, reverse=True)[:: max(1, len(texts) // LEVELLING)]
    return [torch.tensor([[CLS, *tokenizer.encode(t, add_special_tokens=False).ids[: WINDOW - 2], SEP]]) for t in chosen]


# The products that make scores, and those of the parts around triggers that are rounded.
SCORES = ("/tags/", "/plover/", "/incidents/", "/filler_incidents/")
ROUNDED_AROUND = ("/word/", "/left/", "/query/", "/key/", "/value/", "/attended/", "/widen/", "/narrow/")


def products_in(path: Path) -> list[str]:
    """Return the names of the products with weights in a graph; two of them make attention and have none."""
    import onnx

    graph = onnx.load(str(path)).graph
    weights = {tensor.name for tensor in graph.initializer}
    return [n.name for n in graph.node if n.op_type in ("MatMul", "Gemm") and any(i in weights for i in n.input)]


def rounded(full: Path, out: Path, products: list[str]) -> None:
    """Write a graph with some of its products in int8."""
    quantize_dynamic(
        full,
        out,
        op_types_to_quantize=["MatMul", "Gemm"],
        weight_type=QuantType.QInt8,
        per_channel=True,
        nodes_to_quantize=products,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default="fogline-reader-8")
    parser.add_argument(
        "--composed", type=Path, default=Path("reference/composed"), help="our own reports, to level the encoder by"
    )
    parser.add_argument(
        "--without", default="", help="composed files to leave out there, by name without ending: weeklies,analyses"
    )
    parser.add_argument("--float", action="store_true", help="leave the encoder in float, to measure what int8 costs")
    arguments = parser.parse_args()
    reader = Reader(base_encoder())
    reader.load_state_dict(torch.load(arguments.weights, map_location="cpu"))
    levelling = () if arguments.float else windows_of(arguments.composed, frozenset(arguments.without.split(",")) - {""})
    export(reader, arguments.out, arguments.name, levelling)
    print((arguments.out / "reader.json").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
