"""Count on whose word exported claims rest: python examples/whose_word.py claims.jsonl

Reads what `fogline export claims-jsonl` writes and needs nothing but Python.
A claim counts for the voice nearest the reader; without one it is the
outlet's own. Claims are not checked for copies here: ten papers with one
agency's text count ten times, which is why incidents count origins instead.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from typing import Any


def nearest_kind(claim: dict[str, Any]) -> str:
    """Return the kind of the voice nearest the reader, or ``outlet`` where the outlet speaks for itself."""
    return str(claim["origin"][0]["kind"]) if claim["origin"] else "outlet"


def table(lines: Iterable[str]) -> list[str]:
    """Return a line a claim type, the commonest first: its name, its number, and whose word that is."""
    kinds: dict[str, Counter[str]] = {}
    for line in lines:
        if line.strip():
            claim = json.loads(line)
            kinds.setdefault(claim["type"], Counter())[nearest_kind(claim)] += 1
    rows = sorted(kinds.items(), key=lambda row: (-row[1].total(), row[0]))
    return [
        f"{code}  {c.total()}  " + ", ".join(f"{kind} {n}" for kind, n in sorted(c.items(), key=lambda k: (-k[1], k[0])))
        for code, c in rows
    ]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Give one file of claims, as `fogline export claims-jsonl` writes it.")
    with open(sys.argv[1], encoding="utf-8") as file:
        print("\n".join(table(file)))
