"""Reads claims that we marked in texts of public corpora, kept without the texts.

The corpora's texts are their publishers' and are not part of the project;
what we say about them is ours. So a marked text is kept as offsets
(``reference/annotated/*.jsonl``), one text a line::

    {"corpus": "muc4", "id": "DEV-MUC3-0002", "digest": "0f3a…", "claims": [
      {"type": "shelling", "modality": "actual", "verification": "none", "trigger": [10, 16], "quote": [0, 61],
       "roles": {"actor": [[0, 9]]}, "counts": [[50, 61, "killed"]]}]}

``digest`` is the beginning of the SHA-256 of the text, so that offsets are
never read into another edition of it. Marks are written as phrases, in the
form of the composed reports but with ``@ ID`` alone above them::

    python -m fogline.models.annotated --corpora ../shared MARKS.txt … --out reference/annotated/NAME.jsonl
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fogline.errors import FoglineError
from fogline.models.composed import read_mark
from fogline.models.jsonl import read_jsonl
from fogline.models.marked import MarkedClaim, MarkedText
from fogline.reading.labels import COUNTS, MODALITIES, TYPES, VERIFICATIONS
from fogline.span import Span

# Where a corpus's texts lie; the first file that has the id counts.
CORPORA = {
    "fakes": "conflict/fakes.jsonl.gz",
    "muc4": "muc4/train.jsonl.gz",
    "lgl": "geo/lgl.jsonl",
    "trnews": "geo/trnews.jsonl",
    "gwn": "geo/gwn.jsonl",
    "ecb": "linking/ecbplus.jsonl",
    "wikiwars": "time/wikiwars.jsonl",
    "ngec": "events/ngec_synthetic.jsonl.gz",
    "polnear": "polnear/train.jsonl.gz",
}
ROLES = frozenset({"actor", "target", "place", "time", "origin", "hedge", "medium", "evidence"})


def corpus_texts(data: Path) -> dict[str, tuple[str, str]]:
    """Return corpus and text by id. Raises FoglineError where a corpus is missing."""
    found: dict[str, tuple[str, str]] = {}
    for corpus, name in CORPORA.items():
        if not (data / name).exists():
            raise FoglineError(f"The corpus {corpus} is not at {data / name}.")
        for row in read_jsonl(data / name):
            found.setdefault(row["id"], (corpus, row["text"]))
    return found


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def annotated_texts(path: Path, data: Path) -> Iterator[MarkedText]:
    """Yield the marked texts of a file. Raises FoglineError where a text is missing or another edition than the one marked."""
    texts = corpus_texts(data)
    for at, row in enumerate(read_jsonl(path), 1):
        corpus, text = texts.get(row["id"], ("", ""))
        if digest(text) != row["digest"]:
            raise FoglineError(
                f"{path.name}:{at}: {row['id']} is not in the corpora here, or its text is another than the one marked."
            )
        yield MarkedText(row["id"], corpus, text, tuple(claim_of(c) for c in row["claims"]), part=Span(*row["part"]))


def claim_of(row: dict[str, Any]) -> MarkedClaim:
    """Return a kept claim. Raises FoglineError for what is not of the codebook."""
    if row["type"] not in TYPES or row["modality"] not in MODALITIES or row["verification"] not in VERIFICATIONS:
        raise FoglineError(f"Not of the codebook: {row['type']}, {row['modality']}, {row['verification']}.")
    if unknown := {*row["roles"]} - ROLES | {what for _, _, what in row["counts"]} - {*COUNTS}:
        raise FoglineError(f"Not of the codebook: {', '.join(sorted(unknown))}.")
    return MarkedClaim(
        row["type"],
        row["modality"],
        Span(*row["trigger"]),
        Span(*row["quote"]),
        {role: tuple(Span(*s) for s in spans) for role, spans in row["roles"].items()},
        tuple((Span(s, e), what) for s, e, what in row["counts"]),
        row["verification"],
        "origin" in row["roles"],
    )


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def as_row(text: MarkedText) -> dict[str, Any]:
    """Return a marked text as it is kept: ids, offsets and codes, no word of the text."""
    return {
        "corpus": text.corpus,
        "id": text.id,
        "digest": digest(text.text),
        "part": _pair(text.part or Span(0, len(text.text))),
        "claims": [
            {
                "type": c.type,
                "modality": c.modality,
                "verification": c.verification,
                "trigger": _pair(c.trigger),
                "quote": _pair(c.quote),
                "roles": {role: [_pair(s) for s in spans] for role, spans in c.roles.items()},
                "counts": [[*_pair(s), what] for s, what in c.counts],
            }
            for c in text.claims
        ],
    }


def marked_texts(path: Path, data: Path) -> Iterator[MarkedText]:
    """Yield the texts of a file of marks: ``@ ID`` or ``@ ID START END``, then a line per claim.

    Raises FoglineError with file, line and reason for what cannot be read.
    """
    texts = corpus_texts(data)
    current: tuple[str, Span] | None = None
    claims: list[MarkedClaim] = []

    def finished() -> Iterator[MarkedText]:
        if current:
            yield MarkedText(current[0], *texts[current[0]], tuple(claims), part=current[1])

    for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{path.name}:{at}"
        if line.startswith("@"):
            yield from finished()
            id, *bounds = line[1:].split()
            if id not in texts:
                raise FoglineError(f"{where}: {id} is not in the corpora here.")
            part = Span(*map(int, bounds)) if bounds else Span(0, len(texts[id][1]))
            current, claims = (id, part), []
        elif line.startswith("- "):
            if not current:
                raise FoglineError(f"{where}: a claim stands before the first text.")
            claims.append(read_mark(texts[current[0]][1], line[2:], where, within=current[1]))
        elif line.strip() and not line.startswith("#"):
            raise FoglineError(f"{where}: neither @ ID nor a claim.")
    yield from finished()


def main(given: list[str] | None = None) -> None:
    """Check files of marks, say what they hold, and write them without the texts' words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("marks", type=Path, nargs="+")
    arguments = parser.parse_args(given)
    read = [text for path in arguments.marks for text in marked_texts(path, arguments.corpora / "data")]
    twice = [id for id, n in Counter((t.id, t.part) for t in read).items() if n > 1]
    if twice:
        raise FoglineError(f"Marked twice: {', '.join(i for i, _ in twice)}.")
    if arguments.out:
        lines = "".join(json.dumps(as_row(t)) + "\n" for t in read)
        arguments.out.write_text(lines, encoding="utf-8")
    types = Counter(c.type for t in read for c in t.claims)
    print(f"{len(read)} texts, {sum(types.values())} claims: {dict(types.most_common())}")


if __name__ == "__main__":
    main()
