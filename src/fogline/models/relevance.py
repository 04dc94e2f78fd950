"""Train the relevance gate, and say what it lets through and what it keeps out.

    python -m fogline.models.relevance --corpora FOLDER --reference FOLDER --tokenizer FILE [--out FILE]

Stretches of annotated articles that hold a claim's trigger, and of MUC-4 messages that hold a filler, are what must pass; local
papers, an election campaign and stretches without a claim are what need not. The irrelevant corpora are not annotated for
claims and hold some: after a first fit, stretches of theirs that look like claims are left out. The threshold is the
highest at which the claims of the training texts still stand in texts that are read, each judged by weights that never saw it. Numpy only.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from fogline.models.annotated import annotated_texts
from fogline.models.composed import composed_reports
from fogline.models.examples import TEMPLATE_SLOTS
from fogline.models.jsonl import read_jsonl
from fogline.models.splits import held_back, validation_key
from fogline.reading.relevance import NAME, STRETCH, Relevance, packed, pairs
from fogline.reading.segment import Words, windows, words_of
from fogline.span import Span

ROWS = 1 << 16  # of the table of pairs
FOLDS = 4
STRIDE = 16
RECALL = 0.998  # asked of the training articles, so that 0.995 holds on others
SEED = 7

Integers = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Text:
    """One text: its pieces, which of them begin a capitalised word inside a sentence, and where claims are (first pieces of triggers).

    ``claims`` is None for a text that nobody looked at for claims.
    """

    id: str
    corpus: str
    pieces: Integers
    capital: NDArray[np.bool_]
    counted: NDArray[np.bool_]
    claims: Integers | None
    held: bool
    words: Words


def text_of(identity: str, corpus: str, text: str, triggers: list[Span] | None, held: bool, tokenizer: Tokenizer) -> Text:
    words = words_of(text, tokenizer)
    n = len(words.pieces)
    capital, counted = np.zeros(n, dtype=bool), np.zeros(n, dtype=bool)
    letters = [c for c in text[:5000] if c.isalpha()]
    if sum(c.isupper() for c in letters) < 0.3 * max(1, len(letters)):  # elsewhere capitals say nothing
        for w in range(1, len(words)):
            if words.sentence[w] != words.sentence[w - 1]:
                continue
            low, high = int(words.first[w]), int(words.first[w + 1])
            counted[low:high] = True
            capital[low:high] = text[int(words.start[w])].isupper()
    claims = None
    if triggers is not None:
        claims = np.array(sorted({int(words.first[b]) for b, e in map(words.covering, triggers) if e > b}), dtype=np.int64)
    return Text(identity, corpus, words.pieces, capital, counted, claims, held, words)


def texts(corpora: Path, reference: Path, tokenizer: Tokenizer) -> Iterator[Text]:
    """Yield every text that the gate is trained or measured on."""

    def of(row: dict[str, Any], corpus: str, triggers: list[Span] | None, held: bool) -> Text:
        return text_of(str(row["id"]), corpus, row["text"], triggers, held, tokenizer)

    annotated = set()
    for row in read_jsonl(corpora / "claims/dev.jsonl"):
        annotated.add(row["id"])
        spans = [Span(*c["trigger_span"]) for c in row["claims"] if c.get("trigger_span")]
        yield of(row, "claims", spans, held_back(validation_key(row)))
    for path in sorted((reference / "annotated").glob("*.jsonl")):
        for marked in annotated_texts(path, corpora / "data"):
            annotated.add(marked.id)
            part = marked.part or Span(0, len(marked.text))
            spans = [Span(c.trigger.start - part.start, c.trigger.end - part.start) for c in marked.claims]
            yield text_of(marked.id, "annotated", marked.text[part.start : part.end], spans, held_back(marked.id), tokenizer)
    for path in sorted((reference / "composed").glob("*.txt")):
        for report in composed_reports(path):
            spans = [c.trigger for c in report.claims]
            yield text_of(report.id, "composed", report.text, spans, held_back(report.id), tokenizer)
    for name in ("train.jsonl.gz", "dev.jsonl"):
        for row in read_jsonl(corpora / "data/muc4" / name):
            if row["id"] in annotated:
                continue
            phrases = {a for t in row["templates"] for slot in TEMPLATE_SLOTS for f in t[slot] for a in f["alts"]}
            at = [(row["text"].find(p), len(p)) for p in phrases]
            spans = [Span(a, a + n) for a, n in at if a >= 0]
            corpus = "muc-relevant" if row["templates"] else "muc-other"
            yield of(row, corpus, spans if row["templates"] else None, name == "dev.jsonl")
    for name in ("lgl", "gwn", "trnews"):
        for row in read_jsonl(corpora / f"data/geo/{name}.jsonl"):
            if f"{name}-{row['id']}".removeprefix(f"{name}-{name}-") not in annotated and row["id"] not in annotated:
                yield of(row, name, None, held_back(f"{name}-{row['id']}"))
    for name in ("train.jsonl.gz", "dev.jsonl"):
        for row in read_jsonl(corpora / "data/polnear" / name):
            if row["id"] in annotated:
                continue
            yield of(row, "polnear", None, name == "dev.jsonl")
    for row in read_jsonl(corpora / "data/linking/ecbplus.jsonl"):
        if row["id"] not in annotated:
            yield of(row, f"ecb-{row['theme']}", None, held_back(row["id"]))
    for row in read_jsonl(corpora / "data/time/wikiwars.jsonl"):  # measured only
        yield of(row, "wikiwars", None, True)
    for row in read_jsonl(corpora / "data/time/tbaq.jsonl"):  # measured only
        yield of(row, "tbaq", None, True)
    for row in read_jsonl(corpora / "data/conflict/fakes.jsonl.gz"):  # measured only
        if row["id"] not in annotated:
            yield of(row, "fakes", None, True)


# What is taken to be free of claims, but for what a first fit finds there.
IRRELEVANT = ("lgl", "gwn", "trnews", "polnear", "ecb-other", "ecb-disaster or accident")


@dataclass(frozen=True)
class Sample:
    """Stretches as rows: the pieces and pairs that count, which stretch each is in, and what each stretch is."""

    feature: Integers
    row: Integers
    positive: NDArray[np.bool_]
    weight: Floats
    text: Integers
    doubtful: NDArray[np.bool_]


def sampled(some: list[Text], names: NDArray[np.bool_], rng: random.Random) -> Sample:
    features, rows, positive, weight, owner, doubtful = [], [], [], [], [], []
    number = 0
    for index, text in enumerate(some):
        n = len(text.pieces)
        if n == 0 or (text.claims is None and text.corpus not in IRRELEVANT):
            continue
        named = names[text.pieces]
        double = pairs(text.pieces, ROWS) + len(names)
        double = np.where(named | np.r_[True, named[:-1]], -1, double)
        single = np.where(named, -1, text.pieces)
        stride = STRIDE if text.claims is not None else 2 * STRIDE
        last = max(1, n - STRETCH + 1)  # a text shorter than a stretch is one
        for begin in range(rng.randrange(min(stride, last)), last, stride):
            end = min(n, begin + STRETCH)
            mine = np.r_[single[begin:end], double[begin:end]]
            mine = mine[mine >= 0]
            here = text.claims is not None and bool(((text.claims >= begin) & (text.claims < end)).any())
            if text.corpus == "muc-relevant" and not here:
                continue  # the key is silent about clashes: no filler is no proof
            features.append(mine)
            rows.append(np.full(len(mine), number))
            positive.append(here)
            # A stretch without a claim beside one with a claim need not be told apart well.
            weight.append(1.0 if here or text.claims is None else 0.3)
            owner.append(index)
            doubtful.append(text.claims is None)
            number += 1
    return Sample(
        np.concatenate(features),
        np.concatenate(rows),
        np.array(positive),
        np.array(weight, dtype=np.float32),
        np.array(owner),
        np.array(doubtful),
    )


def fit(sample: Sample, count: int, *, rounds: int = 50, decay: float = 1e-7, rate: float = 0.01) -> tuple[Floats, float]:
    """Return weights and bias of a logistic model, by Adam on all stretches at once.

    A weight is learnt as a multiple of how much oftener its piece stands in
    stretches with a claim than in others (naive Bayes' log ratio): so
    "artillery" may weigh much after a few rounds, and a full stop cannot.
    """
    total = len(sample.positive)
    share = sample.weight.copy()
    # Both sides weigh the same, whatever lies at hand of each.
    share[sample.positive] *= 0.5 / share[sample.positive].sum()
    share[~sample.positive] *= 0.5 / share[~sample.positive].sum()
    counts = [
        np.bincount(sample.feature, weights=(share * side)[sample.row] * total, minlength=count) + 2.0
        for side in (sample.positive, ~sample.positive)
    ]
    ratio = np.clip(np.log(counts[0] / counts[0].sum()) - np.log(counts[1] / counts[1].sum()), -4, 4)
    u, m, v = np.full(count, 0.05), np.zeros(count), np.zeros(count)
    b = mb = vb = 0.0
    target = sample.positive.astype(np.float64)
    for step in range(1, rounds + 1):
        z = b + np.bincount(sample.row, weights=(u * ratio)[sample.feature], minlength=total)
        error = share * (1 / (1 + np.exp(-z)) - target)
        g = np.bincount(sample.feature, weights=error[sample.row], minlength=count) * ratio + decay * u
        gb = float(error.sum())
        m, v = 0.9 * m + 0.1 * g, 0.99 * v + 0.01 * g * g
        mb, vb = 0.9 * mb + 0.1 * gb, 0.99 * vb + 0.01 * gb * gb
        size = rate * (1 - step / (rounds + 1)) * np.sqrt(1 - 0.99**step) / (1 - 0.9**step)
        u -= size * m / (np.sqrt(v) + 1e-7)
        b -= float(size * mb / (np.sqrt(vb) + 1e-7))
    return (u * ratio).astype(np.float32), b


def trained(some: list[Text], names: NDArray[np.bool_], name: str, **how: Any) -> Relevance:
    """Return a gate trained on these texts, its threshold still open."""
    sample = sampled(some, names, random.Random(SEED))
    count = len(names) + ROWS
    w, b = fit(sample, count, **{**how, "rounds": 30})
    z = b + np.bincount(sample.row, weights=w[sample.feature], minlength=len(sample.positive))
    left_out = sample.doubtful & (z > 0)
    w, b = fit(replace(sample, weight=np.where(left_out, 0, sample.weight).astype(np.float32)), count, **how)
    scale = float(np.abs(w).max()) / 127
    whole = np.clip(np.rint(w / scale), -127, 127).astype(np.int8)
    single = np.where(names, NAME, whole[: len(names)]).astype(np.int8)
    return Relevance(name, round(float(b), 4), 0.0, float(f"{scale:.6g}"), single, whole[len(names) :])


def name_pieces(some: list[Text], vocabulary: int) -> NDArray[np.bool_]:
    """Return which pieces stand mostly in capitalised words inside sentences, or were never seen there."""
    capital, counted = np.zeros(vocabulary), np.zeros(vocabulary)
    for text in some:
        capital += np.bincount(text.pieces[text.capital], minlength=vocabulary)
        counted += np.bincount(text.pieces[text.counted], minlength=vocabulary)
    return (counted < 3) | (capital > 0.5 * counted)


def in_passing_windows(gate: Relevance, text: Text) -> int:
    """Return how many of a text's claims lie in windows that the gate would let pass."""
    cut = windows(text.words)
    count = 0
    for window, passes in zip(cut, gate.relevant_windows(text.words, cut), strict=True):
        begin, end = int(text.words.first[window.core_begin]), int(text.words.first[window.core_end])
        if passes and text.claims is not None:
            count += int(((text.claims >= begin) & (text.claims < end)).sum())
    return count


def _claims(text: Text) -> int:
    return 0 if text.claims is None else len(text.claims)


def measured(gate: Relevance, some: list[Text]) -> dict[str, Any]:
    """Return what passes, by corpus."""
    figures: dict[str, Any] = {}
    for corpus in sorted({t.corpus for t in some}):
        mine = [t for t in some if t.corpus == corpus and len(t.pieces)]
        passing = np.array([gate.worth(t.pieces).max() >= gate.threshold for t in mine])
        figures[corpus] = {"texts": len(mine), "read": round(float(passing.mean()), 4)}
        if all(t.claims is not None for t in mine) and corpus in ("claims", "annotated", "composed"):
            of_windows = sum(in_passing_windows(gate, t) for t in mine)
            held = sum(_claims(t) for t in mine)
            read = sum(_claims(t) for t, p in zip(mine, passing, strict=True) if p)
            figures[corpus] |= {
                "claims": held,
                "claims in texts that are read": round(read / held, 4),
                "claims in windows that pass": round(of_windows / held, 4),
            }
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--reference", type=Path, required=True, help="folder with our own composed/ and annotated/")
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--decay", type=float, default=1e-7)
    parser.add_argument("--recall", type=float, default=RECALL)
    arguments = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(arguments.tokenizer))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    everything = list(texts(arguments.corpora, arguments.reference, tokenizer))
    learn = [t for t in everything if not t.held]
    names = name_pieces(learn, tokenizer.get_vocab_size())
    fold = {t.id: n % FOLDS for n, t in enumerate(sorted(learn, key=lambda t: t.id))}
    scores: list[float] = []
    for k in range(FOLDS):
        gate = trained([t for t in learn if fold[t.id] != k], names, "fold", decay=arguments.decay)
        judged = [t for t in learn if fold[t.id] == k and t.corpus in ("claims", "annotated", "composed", "muc-relevant")]
        scores.extend(float(gate.worth(t.pieces).max()) for t in judged for _ in range(_claims(t)))
    threshold = float(np.quantile(scores, 1 - arguments.recall))
    gate = replace(trained(learn, names, "fogline-relevance-1", decay=arguments.decay), threshold=round(threshold, 3))
    figures = measured(gate, [t for t in everything if t.held])
    for corpus, row in figures.items():
        print(corpus, json.dumps(row))
    if arguments.out:
        about = {
            "name": gate.name,
            "bias": gate.bias,
            "threshold": gate.threshold,
            "scale": gate.scale,
            "figures": figures,
            "pieces": packed(gate.pieces),
            "pairs": packed(gate.pairs),
        }
        arguments.out.write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
        print(f"{arguments.out}: {arguments.out.stat().st_size:,} bytes, threshold {gate.threshold}")


if __name__ == "__main__":
    main()
