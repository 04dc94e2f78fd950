"""Trains the reader on all corpora at once; see runs/train.sh.

One step takes one batch of one corpus, drawn by its share of the batches
left; the heads of the other corpora rest. Seeds are fixed, checkpoints and
the validation curve are kept, and the weights kept at the end are the moving
average of the last steps.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from fogline.errors import FoglineError
from fogline.models.annotated import annotated_texts
from fogline.models.checkpoint import Checkpoint
from fogline.models.composed import composed_reports
from fogline.models.examples import (
    Document,
    Example,
    attribution_documents,
    claims_texts,
    cut,
    marked_document,
    plover_documents,
    prepare,
    short_cuts,
    template_documents,
    toponym_documents,
)
from fogline.models.marked import MarkedText
from fogline.models.network import CLAIM_REACH, SPEECH_REACH, Reader, base_encoder, base_tokenizer_file
from fogline.models.renaming import renamed
from fogline.models.splits import held_back, validation_key
from fogline.reading.labels import (
    ATTRIBUTION_ROLES,
    COUNTS,
    INCIDENTS,
    MODALITIES,
    PLOVER,
    ROLES,
    TAGS,
    TYPES,
    VERIFICATIONS,
)
from fogline.reading.segment import CLS, SEP, WINDOW

# Most triggers that one step learns from, by window of its batch: bounds memory. Where there are more, some are drawn.
MOST_TRIGGERS = 10

MASK = 103  # [MASK] in BERT's vocabulary

# Share of word pieces that are hidden from the encoder in training, if nothing else is asked.
HIDDEN_PIECES = 0.08

# Sums of cross entropy over words are divided by this, so that a window
# weighs about as much as a label.
WORD_SCALE = 20.0

# What a role's word weighs beside a tag's: every trigger has its own row of
# roles, so there are ten times as many of them.
ROLE_WEIGHT = 0.4

# Words of a window that are taken for triggers and are none: how many are
# looked at again, and from which probability on.
FALSE_ALARMS = 4
ALARMING = 0.08

# After how many steps an interrupted training can go on from where it was.
CHECKPOINT = 250

# Corpora in the terms of our codebook, and how many of their texts are told
# again of another war in each epoch.
CLAIMS = ("claims", "annotated", "composed")
RENAMED = 0.4


class Batch:
    """Windows padded to one length, with labels where the corpus has them."""

    def __init__(self, examples: list[Example]) -> None:
        rows, firsts = [], []
        for example in examples:
            words = example.document.words
            pieces: list[int] = []
            first = []
            for word in example.kept.tolist():
                first.append(len(pieces) + 1)
                pieces.extend(words.pieces[words.first[word] : words.first[word + 1]].tolist())
            rows.append([CLS, *pieces[: WINDOW - 2], SEP])
            firsts.append(np.minimum(np.array(first), WINDOW - 2))
        width, most = max(map(len, rows)), max(map(len, firsts))
        self.pieces = torch.zeros(len(rows), width, dtype=torch.long)
        self.mask = torch.zeros(len(rows), width, dtype=torch.long)
        self.first = torch.zeros(len(rows), most, dtype=torch.long)
        self.shown = torch.zeros(len(rows), most, dtype=torch.bool)
        for i, (row, first) in enumerate(zip(rows, firsts, strict=True)):
            self.pieces[i, : len(row)] = torch.tensor(row)
            self.mask[i, : len(row)] = 1
            self.first[i, : len(first)] = torch.tensor(first)
            self.shown[i, : len(first)] = True
        self.tags: dict[str, Tensor] = {}
        for tag in examples[0].document.tags:
            label = torch.full((len(rows), most), -100)
            for i, example in enumerate(examples):
                label[i, : len(example.kept)] = torch.tensor(example.document.tags[tag][example.kept])
            self.tags[tag] = label
        self.sentences = [e.document.words.sentence[e.kept] for e in examples]
        self.claims = examples[0].document.corpus == "claims"
        self.frames = self._frames(examples, most)
        self.plover, self.incidents = None, None
        if examples[0].document.plover is not None:
            self.plover = torch.tensor([[float(p in (e.document.plover or ())) for p in PLOVER] for e in examples])
        self.fillers: list[tuple[int, list[int], list[float]]] = []
        if examples[0].document.incidents is not None:
            self.incidents = torch.tensor([[float(p in (e.document.incidents or ())) for p in INCIDENTS] for e in examples])
            for i, example in enumerate(examples):
                place = {w: n for n, w in enumerate(example.kept.tolist())}
                for (begin, end), types in example.document.filler_incidents:
                    at = [place[w] for w in range(begin, end) if w in place]
                    if at:
                        self.fillers.append((i, at, [float(t in types) for t in INCIDENTS]))

    def _frames(self, examples: list[Example], most: int) -> list[dict[str, Any]]:
        out = []
        for i, example in enumerate(examples):
            document = example.document
            claims = document.corpus == "claims"
            names = ROLES if claims else ATTRIBUTION_ROLES
            reach = CLAIM_REACH if claims else SPEECH_REACH
            count = len(example.kept)
            place = np.full(len(document.words) + 1, -1)
            place[example.kept] = np.arange(count)
            sentence = self.sentences[i]
            for frame in document.frames:
                at = [place[w] for w in range(*frame.trigger) if place[w] >= 0]
                if not at or len(at) < frame.trigger[1] - frame.trigger[0]:
                    continue
                labels = np.zeros((count, len(names)), dtype=np.int64)
                for role, ranges in frame.roles.items():
                    for begin, end in ranges:
                        inside = [place[w] for w in range(begin, min(end, len(place) - 1)) if place[w] >= 0]
                        if inside:
                            labels[inside, names.index(role)] = 2
                            labels[inside[0], names.index(role)] = 1
                what = np.full(count, -100)
                for (begin, end), kind in frame.counts:
                    inside = [place[w] for w in range(begin, end) if place[w] >= 0]
                    what[inside] = kind
                spoken = [place[w] for r in frame.roles.get("origin", ()) for w in range(*r)]
                if frame.attributed == 1 and spoken and max(spoken) < 0:
                    # Who speaks stands outside this cut: nobody could tell that somebody does.
                    frame = replace(frame, attributed=-1)
                around = reach.around([int(at[0])], sentence)
                index, there = around.word_at[0], around.there[0]
                out.append(
                    {
                        "at": [i * most + w for w in at],
                        "index": index + i * most,
                        "there": there,
                        "apart": around.apart[0],
                        "labels": np.where(there[:, None] > 0, labels[index], -100),
                        "what": np.where(there > 0, what[index], -100),
                        "frame": frame,
                    }
                )
        return out


def false_alarms(batch: Batch, logits: Tensor) -> list[dict[str, Any]]:
    """Return the words that the reader now takes for triggers and are none, as frames without labels.

    From them the second look learns what is no claim: an old story, a
    figure of speech, a thing said before.
    """
    label = batch.tags["trigger"]
    likely = (1 - torch.softmax(logits.detach()[:, :, TAGS.index("trigger")], -1)[..., 0]).masked_fill(label != 0, 0)
    most = likely.shape[1]
    out: list[dict[str, Any]] = []
    for row, scores in enumerate(likely.numpy()):
        for word in np.argsort(-scores)[:FALSE_ALARMS].tolist():
            if scores[word] < ALARMING:
                break
            around = CLAIM_REACH.around([word], batch.sentences[row])
            out.append(
                {
                    "at": [row * most + word],
                    "index": around.word_at[0] + row * most,
                    "there": around.there[0],
                    "apart": around.apart[0],
                    "labels": np.full((len(CLAIM_REACH), len(ROLES)), -100),
                    "what": np.full(len(CLAIM_REACH), -100),
                    "frame": None,
                }
            )
    return out


@cache
def bfloat16_is_faster() -> bool:
    """Tell whether this processor multiplies matrices faster in bfloat16 than in float, by trying it.

    One without instructions for it only feigns it: a step of training then takes several times as long as in float.
    """

    def seconds(dtype: torch.dtype) -> float:
        left, right = torch.ones(1024, 384, dtype=dtype), torch.ones(384, 1536, dtype=dtype)
        times = []
        for _ in range(4):  # the first is slower: kernels are made for it
            began = time.perf_counter()
            left @ right
            times.append(time.perf_counter() - began)
        return min(times)

    return seconds(torch.bfloat16) < seconds(torch.float32)


def losses(reader: Reader, batch: Batch, rng: random.Random, hidden_pieces: float = HIDDEN_PIECES) -> dict[str, Tensor]:
    """Return the loss of every head that the batch has labels for."""
    pieces = batch.pieces
    if reader.training:
        hide = (torch.rand(pieces.shape) < hidden_pieces) & (pieces != CLS) & (pieces != SEP)
        pieces = pieces.masked_fill(hide, MASK)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16_is_faster()):
        hidden = reader.hidden(pieces, batch.mask)
    hidden = hidden.float()
    out: dict[str, Tensor] = {}
    if batch.plover is not None:
        logits = reader.plover(reader.pooled(hidden, batch.mask))
        out["plover"] = binary_cross_entropy_with_logits(logits, batch.plover, reduction="sum") / len(logits)
        return out
    words = hidden.gather(1, batch.first.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))
    windows = len(words)
    logits = reader.tags(words).view(*words.shape[:2], len(TAGS), 3)
    for tag, label in batch.tags.items():
        scores = logits[:, :, TAGS.index(tag)].reshape(-1, 3)
        out[tag] = cross_entropy(scores, label.reshape(-1), ignore_index=-100, reduction="sum") / (WORD_SCALE * windows)
    if batch.incidents is not None:
        logits = reader.incidents(reader.pooled(hidden, batch.mask))
        out["incidents"] = binary_cross_entropy_with_logits(logits, batch.incidents, reduction="sum") / windows
        if batch.fillers:
            spans = torch.stack([words[row, at].mean(0) for row, at, _ in batch.fillers])
            types = torch.tensor([t for _, _, t in batch.fillers])
            found = binary_cross_entropy_with_logits(reader.filler_incidents(spans), types, reduction="sum")
            out["filler_incidents"] = found / (4.0 * windows)
        return out
    frames = batch.frames
    if len(frames) > MOST_TRIGGERS * windows:
        frames = rng.sample(frames, MOST_TRIGGERS * windows)
    if batch.claims:
        frames = frames + false_alarms(batch, logits)
    if not frames:
        return out
    flat = words.reshape(-1, words.shape[-1])
    trigger = torch.stack([flat[f["at"]].mean(0) for f in frames])
    claims = batch.claims
    index, there, apart = (torch.from_numpy(np.stack([f[name] for f in frames])) for name in ("index", "there", "apart"))
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16_is_faster()):
        scores, event = (reader.claims if claims else reader.speech)(flat, index, there, apart, trigger)
    scores, event = scores.float(), event.float()
    labels = torch.from_numpy(np.stack([f["labels"] for f in frames]))
    count = labels.shape[-1]
    role_loss = cross_entropy(scores[..., : 3 * count].reshape(-1, 3), labels.reshape(-1), ignore_index=-100, reduction="sum")
    out["roles" if claims else "speech"] = role_loss / (WORD_SCALE * windows) * ROLE_WEIGHT
    if claims:
        what = torch.from_numpy(np.stack([f["what"] for f in frames]))
        if (what >= 0).any():
            found = cross_entropy(
                scores[..., 3 * count :].reshape(-1, len(COUNTS)), what.reshape(-1), ignore_index=-100, reduction="sum"
            )
            out["what"] = found / (WORD_SCALE * windows)
        at = 0
        told = [f["frame"] for f in frames]
        for name, size, values in (
            ("type", len(TYPES), [f.type if f else -100 for f in told]),
            ("modality", len(MODALITIES), [f.modality if f else -100 for f in told]),
            ("verification", len(VERIFICATIONS), [f.verification if f else -100 for f in told]),
            ("attributed", 2, [f.attributed if f and f.attributed >= 0 else -100 for f in told]),
            ("claim", 2, [int(f is not None) for f in told]),
        ):
            out[name] = cross_entropy(event[:, at : at + size], torch.tensor(values), reduction="sum") / (4.0 * windows)
            at += size
    return out


def f1(found: np.ndarray, gold: np.ndarray) -> float:
    hit = (found & gold).sum()
    return float(2 * hit / max(1, found.sum() + gold.sum()))


@torch.no_grad()
def validate(reader: Any, documents: dict[str, list[Document]]) -> dict[str, float]:
    """Return losses and word-level F1 on held-back documents."""
    reader.eval()
    rng = random.Random(0)
    sums: dict[str, list[float]] = {}
    tags: dict[str, list[tuple[np.ndarray, np.ndarray]]] = {}
    for group in documents.values():
        examples = [e for d in group for e in cut(d)]
        for i in range(0, len(examples), 16):
            batch = Batch(examples[i : i + 16])
            for name, value in losses(reader, batch, rng).items():
                sums.setdefault(name, []).append(float(value))
            if batch.tags:
                hidden = reader.hidden(batch.pieces, batch.mask)
                words = hidden.gather(1, batch.first.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))
                best = reader.tags(words).view(*words.shape[:2], len(TAGS), 3).argmax(-1)
                for tag, label in batch.tags.items():
                    real = label >= 0
                    tags.setdefault(tag, []).append(((best[..., TAGS.index(tag)][real] > 0).numpy(), (label[real] > 0).numpy()))
    reader.train()
    result = {f"loss_{n}": round(float(np.mean(v)), 4) for n, v in sums.items()}
    for tag, pairs in tags.items():
        result[f"f1_{tag}"] = round(f1(np.concatenate([p for p, _ in pairs]), np.concatenate([g for _, g in pairs])), 4)
    return result


@dataclass(frozen=True)
class Corpora:
    """Documents by corpus, those to learn from and those to judge by; nothing of one is in the other.

    ``marked``: the texts in the codebook's terms that the training documents
    were made of, in the same order.
    """

    train: dict[str, list[Document]]
    valid: dict[str, list[Document]]
    marked: dict[str, list[MarkedText]]


def our_files(reference: Path, without: frozenset[str] = frozenset()) -> list[Path]:
    """Return the files of our own texts and marks but for those named, by name without ending. Raises FoglineError for a stranger."""
    files = sorted([*(reference / "annotated").glob("*.jsonl"), *(reference / "composed").glob("*.txt")])
    if strangers := without - {path.stem for path in files}:
        raise FoglineError(f"To be left out, and not in {reference}: {', '.join(sorted(strangers))}.")
    return [path for path in files if path.stem not in without]


def load_corpora(
    corpora: Path, reference: Path, tokenizer: Tokenizer, seed: int, without: frozenset[str] = frozenset()
) -> Corpora:
    """Return the corpora of ``corpora`` and our own texts and marks in ``reference``, but for the files named in ``without``.

    Raises FoglineError where one is not as expected.
    """
    data = corpora / "data"
    train: dict[str, list[Document]] = {n: [] for n in (*CLAIMS, "attribution", "templates", "toponyms", "plover", "stories")}
    valid: dict[str, list[Document]] = {name: [] for name in ("claims", "attribution", "templates", "toponyms", "plover")}
    marked: dict[str, list[MarkedText]] = {name: [] for name in CLAIMS}
    for text, row in claims_texts(corpora / "claims" / "dev.jsonl"):
        if held_back(validation_key(row)):
            valid["claims"].append(marked_document(text, tokenizer))
        else:
            marked["claims"].append(text)
    for path in our_files(reference, without):
        if path.suffix == ".jsonl":
            marked["annotated"].extend(annotated_texts(path, data))
        else:
            marked["composed"].extend(composed_reports(path))
    for name, texts in marked.items():
        train[name] = [marked_document(text, tokenizer) for text in texts]
    train["templates"] = list(template_documents(data / "muc4" / "train.jsonl.gz", tokenizer))
    valid["templates"] = list(template_documents(data / "muc4" / "dev.jsonl", tokenizer))
    train["attribution"] = list(attribution_documents(data / "polnear" / "train.jsonl.gz", tokenizer))
    valid["attribution"] = list(attribution_documents(data / "polnear" / "dev.jsonl", tokenizer))
    for name in ("lgl", "trnews", "gwn"):
        for document in toponym_documents(data / "geo" / f"{name}.jsonl", tokenizer):
            (valid if held_back(document.id) else train)["toponyms"].append(document)
    for document in plover_documents(data / "events", tokenizer, stories=2000, seed=seed):
        held = document.corpus == "plover" and held_back(document.id)
        (valid if held else train)[document.corpus].append(document)
    return Corpora(train, valid, marked)


def told(corpora: Corpora, name: str, tokenizer: Tokenizer, rng: random.Random) -> Iterator[Example]:
    """Yield one epoch's windows of a corpus: those in our own terms partly renamed, and with short cuts besides."""
    for number, document in enumerate(corpora.train[name]):
        if name not in CLAIMS:
            yield from cut(document, rng, strip_punctuation=0.15 if name == "attribution" else 0.0)
            continue
        if rng.random() < RENAMED:
            document = marked_document(renamed(corpora.marked[name][number], rng), tokenizer)
        yield from cut(document, rng, strip_punctuation=0.15)
        yield from short_cuts(document, rng)


def schedule(
    corpora: Corpora, epochs: dict[str, int], size: dict[str, int], tokenizer: Tokenizer, seed: int
) -> list[list[Example]]:
    """Return batches of all corpora, well mixed from first to last."""
    rng = random.Random(seed)
    queue: list[tuple[float, list[Example]]] = []
    for corpus in corpora.train:
        batches: list[list[Example]] = []
        for _ in range(epochs[corpus]):
            examples = list(told(corpora, corpus, tokenizer, rng))
            rng.shuffle(examples)
            # Windows of like length share a batch, so that little is padding.
            for i in range(0, len(examples), size[corpus] * 16):
                chunk = sorted(examples[i : i + size[corpus] * 16], key=lambda e: len(e.kept))
                parts = [chunk[j : j + size[corpus]] for j in range(0, len(chunk), size[corpus])]
                rng.shuffle(parts)
                batches.extend(parts)
        for n, batch in enumerate(batches):
            queue.append(((n + rng.random()) / len(batches), batch))
    return [batch for _, batch in sorted(queue, key=lambda item: item[0])]


def main(given: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with data/ and claims/")
    parser.add_argument("--reference", type=Path, default=Path("reference"), help="folder with our own composed/ and annotated/")
    parser.add_argument("--without", default="", help="files of ours to leave out, by name without ending: features,stories-3")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights to start from; without it, the base encoder and untrained heads")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--epochs", required=True, help="passes over each corpus, as runs/train.sh has them: claims=5,annotated=4,…"
    )
    parser.add_argument("--stop-at", type=int, default=0, help="stop after this many steps of the schedule; 0: run all")
    parser.add_argument("--rate", type=float, default=1.5e-4, help="learning rate of the encoder; 0 leaves it as it is")
    parser.add_argument("--head-rate", type=float, default=7e-4)
    parser.add_argument("--hide", type=float, default=HIDDEN_PIECES, help="share of word pieces hidden from the encoder")
    parser.add_argument(
        "--minutes", type=float, default=0, help="stretch or shrink the learning rate over this time and stop; 0: run all epochs"
    )
    parser.add_argument(
        "--resume", action="store_true", help="go on from OUT/state.pt, if an interrupted training with these arguments left it"
    )
    arguments = parser.parse_args(given)

    random.seed(arguments.seed)
    torch.manual_seed(arguments.seed)
    arguments.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(base_tokenizer_file())
    tokenizer.no_truncation()
    tokenizer.no_padding()
    prepare(tokenizer)
    without = frozenset(filter(None, arguments.without.split(",")))
    corpora = load_corpora(arguments.corpora, arguments.reference, tokenizer, arguments.seed, without)
    epochs = dict.fromkeys(corpora.train, 0) | {k: int(v) for k, v in (pair.split("=") for pair in arguments.epochs.split(","))}
    if strangers := epochs.keys() - corpora.train.keys():
        raise FoglineError(f"No such corpus: {', '.join(sorted(strangers))}. There are {', '.join(corpora.train)}.")
    size = {
        "claims": 8,
        "annotated": 8,
        "composed": 12,
        "attribution": 8,
        "templates": 8,
        "toponyms": 8,
        "plover": 24,
        "stories": 16,
    }
    batches = schedule(corpora, epochs, size, tokenizer, arguments.seed)
    counts = [{name: len(documents) for name, documents in part.items()} for part in (corpora.train, corpora.valid)]
    print(*counts, len(batches), "batches, in", "bfloat16" if bfloat16_is_faster() else "float", flush=True)

    reader = Reader(base_encoder())
    if arguments.start:
        reader.load_state_dict(torch.load(arguments.start, map_location="cpu"))
    reader.train()
    decayed, plain, heads = [], [], []
    reader.encoder.requires_grad_(arguments.rate > 0)
    for name, parameter in reader.named_parameters():
        if not name.startswith("encoder."):
            heads.append(parameter)
        elif parameter.ndim > 1 and "embeddings" not in name:
            decayed.append(parameter)
        else:
            plain.append(parameter)
    optimizer = torch.optim.AdamW(
        [
            {"params": decayed, "lr": arguments.rate, "weight_decay": 0.01, "peak": arguments.rate},
            {"params": plain, "lr": arguments.rate, "weight_decay": 0.0, "peak": arguments.rate},
            {"params": heads, "lr": arguments.head_rate, "weight_decay": 0.01, "peak": arguments.head_rate},
        ],
        fused=True,
    )
    averaged = torch.optim.swa_utils.AveragedModel(reader, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.98))
    rng = random.Random(arguments.seed)
    kept = {n: str(v) for n, v in vars(arguments).items() if n not in ("resume", "stop_at", "out", "corpora", "reference")}
    kept["batches"] = str(len(batches))
    checkpoint = Checkpoint(
        arguments.out / "state.pt", kept, {"reader": reader, "optimizer": optimizer, "averaged": averaged}, rng
    )
    done, before = checkpoint.load() if arguments.resume else (0, 0.0)
    began = time.monotonic()
    running: dict[str, list[float]] = {}
    with open(arguments.out / "curve.jsonl", "a" if done else "w", encoding="utf-8") as curve:
        for step, examples in enumerate(batches[done:], done):
            spent = before + (time.monotonic() - began) / 60
            progress = step / len(batches)
            if arguments.minutes:
                progress = max(progress, spent / arguments.minutes)
            if progress >= 1:
                print(f"stopped at step {step} of {len(batches)}: the time given is spent", flush=True)
                break
            if arguments.stop_at and step >= arguments.stop_at:
                checkpoint.save(step, spent)
                break
            factor = min(1.0, progress / 0.06) * max(0.02, 1 - progress)
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * factor
            found = losses(reader, Batch(examples), rng, arguments.hide)
            total = torch.stack(list(found.values())).sum()
            total.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 2.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            # A short memory (the last 200 steps or so), and none of the warm-up:
            # with 0.998 the average still held a fifth of the untrained heads.
            if step % 4 == 0 and progress > 0.06:
                averaged.update_parameters(reader)
            for name, value in found.items():
                running.setdefault(name, []).append(float(value.detach()))
            if step % 100 == 99:
                row = {"step": step + 1, "of": len(batches), "minutes": round(spent, 1)}
                row.update({n: round(float(np.mean(v)), 3) for n, v in running.items()})
                running.clear()
                print(json.dumps(row), file=curve, flush=True)
                print(json.dumps(row), flush=True)
            if step % CHECKPOINT == CHECKPOINT - 1:
                checkpoint.save(step + 1, spent)
            if step % 2000 == 1999:
                checked: dict[str, Any] = {"step": step + 1, **validate(averaged.module, corpora.valid)}
                print(json.dumps(checked), file=curve, flush=True)
                print(json.dumps(checked), flush=True)
                torch.save(averaged.module.state_dict(), arguments.out / "reader.pt")
        checked = {"step": "end", **validate(averaged.module, corpora.valid)}
        print(json.dumps(checked), file=curve, flush=True)
        print(json.dumps(checked), flush=True)
    torch.save(averaged.module.state_dict(), arguments.out / "reader.pt")
    if not arguments.stop_at:
        checkpoint.path.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
