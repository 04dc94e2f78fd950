"""Turns annotated corpora into windows with labels.

Every corpus becomes the same thing, a ``Document``: words, tags per word,
and frames. A frame is a trigger with its spans by role: a claim with its
actor, quote and origin, or a cue with its source and content. What a corpus
does not annotate is None and costs nothing in training.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from fogline.models.jsonl import read_jsonl
from fogline.models.marked import MarkedClaim, MarkedText
from fogline.reading.labels import BEGIN, COUNTS, FILLERS, INCIDENTS, INSIDE, MODALITIES, TYPES, VERIFICATIONS
from fogline.reading.segment import WINDOW, Window, Words, windows, words_of
from fogline.span import Span

Range = tuple[int, int]


@dataclass(frozen=True)
class Frame:
    """A trigger (words) and the word ranges that fill each role; labels are indices, -1 where unknown."""

    trigger: Range
    roles: Mapping[str, tuple[Range, ...]]
    type: int = -1
    modality: int = -1
    verification: int = -1
    attributed: int = -1
    counts: tuple[tuple[Range, int], ...] = ()


@dataclass(frozen=True)
class Document:
    """One annotated text. ``tags`` has a row of OUTSIDE/BEGIN/INSIDE per tag that the corpus annotates.

    ``incidents``: the MUC-4 types of the text; ``filler_incidents``: for each
    filler (words), the types of the templates that it fills.
    """

    id: str
    corpus: str
    words: Words
    tags: Mapping[str, NDArray[np.int64]] = field(default_factory=dict)
    frames: tuple[Frame, ...] = ()
    plover: frozenset[str] | None = None
    incidents: frozenset[str] | None = None
    filler_incidents: tuple[tuple[Range, frozenset[str]], ...] = ()


def tag_row(words: Words, spans: Sequence[Range]) -> NDArray[np.int64]:
    row = np.zeros(len(words), dtype=np.int64)
    for begin, end in sorted(spans, key=lambda r: r[0] - r[1]):  # longest first: what lies inside keeps its own begin
        if end > begin:
            row[begin] = BEGIN
            row[begin + 1 : end] = INSIDE
    return row


def _find(text: str, phrase: str, near: Span, reach: int = 400) -> Span | None:
    """Return the occurrence of an exact phrase nearest to a claim's quote."""
    low, high = max(0, near.start - reach), near.end + reach
    exact = re.escape(phrase)
    # "may" is not looked for in "mayor" unless it stands nowhere else.
    for pattern in (rf"(?<!\w){exact}(?!\w)", exact):
        found = [Span(*m.span()) for m in re.compile(pattern, re.IGNORECASE).finditer(text, low, high)]
        if found:
            return min(found, key=lambda span: span.distance(near))
    return None


def claims_texts(path: Path) -> Iterator[tuple[MarkedText, dict[str, Any]]]:
    """Yield the annotated articles of ``claims/dev.jsonl``, each with its row. What has no trigger teaches nothing."""
    for row in read_jsonl(path):
        claims = tuple(_marked(c, row["text"]) for c in row["claims"] if c.get("trigger_span"))
        yield MarkedText(row["id"], "claims", row["text"], claims, row.get("date") or ""), row


def _marked(claim: Mapping[str, Any], text: str) -> MarkedClaim:
    quote = Span(*claim["quote_span"])
    roles: dict[str, list[Span]] = {}
    for role in ("actor", "target", "origin", "place", "time"):
        given = claim.get(role) or []
        for mention in given if isinstance(given, list) else [given]:
            if mention.get("span"):
                roles.setdefault(role, []).append(Span(*mention["span"]))
    for role, phrases in (
        ("hedge", [claim.get("hedge")]),
        ("medium", [claim.get("medium")]),
        ("evidence", claim.get("evidence") or []),
    ):
        for phrase in phrases:
            if phrase and (found := _find(text, phrase, quote)):
                roles.setdefault(role, []).append(found)
    counts = tuple(
        (Span(*c["span"]), c["what"] if c["what"] in COUNTS else "other") for c in claim.get("counts") or [] if c.get("span")
    )
    return MarkedClaim(
        claim["type"],
        claim["modality"],
        Span(*claim["trigger_span"]),
        quote,
        {role: tuple(spans) for role, spans in roles.items()},
        counts,
        claim.get("verification") or "none",
        bool(claim.get("origin")),
    )


def marked_document(marked: MarkedText, tokenizer: Tokenizer) -> Document:
    """Return a marked text as words, tags and frames."""
    part = marked.part or Span(0, len(marked.text))
    words = words_of(marked.text[part.start : part.end], tokenizer)

    def at(span: Span) -> Range:
        return words.covering(Span(span.start - part.start, span.end - part.start))

    frames = []
    for claim in marked.claims:
        trigger = at(claim.trigger)
        if trigger[0] == trigger[1]:
            continue
        spans = {**claim.roles, "quote": (claim.quote,), "count": tuple(s for s, _ in claim.counts)}
        roles = {role: tuple(r for r in map(at, found) if r[1] > r[0]) for role, found in spans.items()}
        frames.append(
            Frame(
                trigger=trigger,
                roles={role: ranges for role, ranges in roles.items() if ranges},
                type=TYPES.index(claim.type),
                modality=MODALITIES.index(claim.modality),
                verification=VERIFICATIONS.index(claim.verification),
                attributed=int(claim.attributed),
                counts=tuple((at(s), COUNTS.index(what)) for s, what in claim.counts),
            )
        )
    tags = {"trigger": tag_row(words, [f.trigger for f in frames])}
    return Document(marked.id, "claims", words, tags, tuple(frames))


# MUC-4's slots of a template, and the tag of each.
TEMPLATE_SLOTS = {
    "perp_individual_id": "perp-ind",
    "perp_organization_id": "perp-org",
    "phys_tgt_id": "physical-target",
    "hum_tgt_name": "victim",
    "hum_tgt_description": "victim-desc",
    "incident_instrument_id": "weapon",
}


def template_documents(path: Path, tokenizer: Tokenizer) -> Iterator[Document]:
    """Yield MUC-4 messages with every occurrence of every filler tagged.

    The key gives strings, not places: a filler's second mention counts as
    much as its first. What it fills is told by the types of its templates.
    """
    for row in read_jsonl(path):
        text = row["text"]
        words = words_of(text, tokenizer)
        spans: dict[str, list[Range]] = {f: [] for f in FILLERS}
        kinds: dict[Range, set[str]] = {}
        told: set[str] = set()
        for template in row["templates"]:
            types = {t for filler in template["incident_type"] for t in filler["alts"]} & set(INCIDENTS)
            told |= types
            for slot, filler_tag in TEMPLATE_SLOTS.items():
                for phrase in {a for filler in template[slot] for a in filler["alts"]}:
                    for found in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE):
                        at = words.covering(Span(*found.span()))
                        spans[filler_tag].append(at)
                        kinds.setdefault(at, set()).update(types)
        tags = {f: tag_row(words, _outermost(s)) for f, s in spans.items()}
        yield Document(
            row["id"],
            "templates",
            words,
            tags,
            incidents=frozenset(told),
            filler_incidents=tuple((r, frozenset(t)) for r, t in sorted(kinds.items())),
        )


def _outermost(ranges: Sequence[Range]) -> list[Range]:
    """Return the ranges that lie in no longer one: "BOMB" within "CAR BOMB" is no filler of its own there."""
    unique = sorted(set(ranges), key=lambda r: (r[0], -r[1]))
    out: list[Range] = []
    for begin, end in unique:
        if not out or end > out[-1][1]:
            out.append((begin, end))
    return out


def attribution_documents(path: Path, tokenizer: Tokenizer) -> Iterator[Document]:
    for row in read_jsonl(path):
        words = words_of(row["text"], tokenizer)
        spans: dict[str, list[Range]] = {"source": [], "cue": [], "content": []}
        frames = []
        for attribution in row["attributions"]:
            ranges = {r: [words.covering(Span(*s)) for s in attribution.get(r) or []] for r in spans}
            for role, found in ranges.items():
                spans[role].extend(found)
            if ranges["cue"]:
                frames.append(Frame(ranges["cue"][0], {r: tuple(ranges[r]) for r in ("source", "content")}))
        yield Document(row["id"], "attribution", words, {r: tag_row(words, s) for r, s in spans.items()}, tuple(frames))


def toponym_documents(path: Path, tokenizer: Tokenizer) -> Iterator[Document]:
    for row in read_jsonl(path):
        words = words_of(row["text"], tokenizer)
        spans = [words.covering(Span(t["start"], t["end"])) for t in row["toponyms"]]
        yield Document(f"{path.stem}-{row['id']}", "toponyms", words, {"toponym": tag_row(words, spans)})


def plover_documents(folder: Path, tokenizer: Tokenizer, *, stories: int, seed: int) -> Iterator[Document]:
    """The gold sentences, the headline templates, and the opening of some machine-written stories."""
    for row in read_jsonl(folder / "plover_gsr.jsonl"):
        yield Document(row["id"], "plover", words_of(row["text"], tokenizer), plover=frozenset(e["event"] for e in row["events"]))
    rows = [r for r in read_jsonl(folder / "ngec_synthetic.jsonl.gz") if r["label"]]
    for number, row in enumerate(random.Random(seed).sample(rows, min(stories, len(rows)))):
        words = words_of(row["text"][:600], tokenizer)
        if len(words):
            yield Document(f"story-{number}", "stories", words, plover=frozenset([row["label"]]))


@dataclass(frozen=True)
class Example:
    """A window of a document as arrays, offsets relative to the window."""

    document: Document
    window: Window
    kept: NDArray[np.int64]  # words of the document that are shown to the encoder


def cut(document: Document, rng: random.Random | None = None, *, strip_punctuation: float = 0.0) -> Iterator[Example]:
    """Cut a document into training windows; with ``rng``, at shifted places and now and then without its commas.

    Some archives lost their commas and quotation marks on the way; a reader
    that leans on them fails there.
    """
    first = rng.randint(80, 286) if rng and len(document.words.pieces) > WINDOW - 2 else None
    droppable = document.words.end - document.words.start == 1
    for window in windows(document.words, first_core=first):
        kept = np.arange(window.begin, window.end)
        if rng and rng.random() < strip_punctuation:
            single = droppable[kept]
            n = document.words.first[kept]
            punctuation = np.isin(document.words.pieces[n], PUNCTUATION)
            kept = kept[~(single & punctuation)]
        yield Example(document, window, kept)


# Sentences of a document per short cut, and the chance of a cut of one, two
# or three sentences.
SENTENCES_PER_SHORT = 6
SHORT_LENGTHS = (1, 1, 2, 3)


def short_cuts(document: Document, rng: random.Random) -> Iterator[Example]:
    """Cut some single sentences, pairs and threes out of a document.

    A reader that has seen whole articles only does not trust a sentence that
    stands alone, as a message or a headline does.
    """
    words = document.words
    if not len(words):
        return
    last = int(words.sentence[-1])
    for _ in range(rng.randint(0, max(1, 2 * (last + 1) // SENTENCES_PER_SHORT))):
        first = rng.randint(0, last)
        inside = (words.sentence >= first) & (words.sentence < first + rng.choice(SHORT_LENGTHS))
        kept = np.flatnonzero(inside)
        if len(kept) < 4 or words.first[kept[-1] + 1] - words.first[kept[0]] > WINDOW - 2:
            continue
        begin, end = int(kept[0]), int(kept[-1]) + 1
        yield Example(document, Window(begin, end, begin, end), kept)


PUNCTUATION: list[int] = []  # piece ids of commas and quotation marks; filled by ``prepare``


def prepare(tokenizer: Tokenizer) -> None:
    ids = (tokenizer.token_to_id(c) for c in [",", '"', "'", "“", "”", "‘", "’", "`"])
    PUNCTUATION[:] = [i for i in ids if i is not None]
