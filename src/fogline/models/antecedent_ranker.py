"""Train the ranker that says whom "he", "we", "the group" and a bare "commander" refer to.

    python -m fogline.models.antecedent_ranker CLAIMS.jsonl [--dry-run]

``CLAIMS.jsonl`` holds articles annotated in the codebook's format. Articles that are held back from the reader are held
back here too; the figures are of folds by article over the others, then of the held-back ones. An answer is right if the
candidate has the annotated name. Needs scipy; a minute on one core.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from fogline.grounding.actor import ActorResolver
from fogline.grounding.antecedent import RANKED
from fogline.grounding.coreference import References
from fogline.grounding.coreference_ranking import explained, reasons
from fogline.grounding.event_parts import PARTS, parts_of
from fogline.grounding.gazetteer import open_gazetteer
from fogline.grounding.place import resolve_toponyms
from fogline.grounding.registry import load_registry, name_key
from fogline.grounding.report_context import country_weights, report_context
from fogline.grounding.toponym import find_toponyms
from fogline.models.choice import Example, day_of, measure, measured_in_folds, told, train
from fogline.models.splits import held_back, validation_key
from fogline.reading.reading import Role
from fogline.reading.segment import sentences
from fogline.span import Span

PENALTY = 3.0


def examples(rows: Sequence[dict[str, Any]]) -> list[Example]:
    """Return what annotated articles ask of the ranker, given the annotated mentions."""
    resolver, gazetteer = ActorResolver(load_registry()), open_gazetteer()
    out: list[Example] = []
    for row in rows:
        text = str(row["text"])
        spans = sorted({found.span for found in find_toponyms(text, gazetteer)})
        places = resolve_toponyms(text, spans, gazetteer).values()
        context = report_context(text, day_of(row.get("date")), country_weights(places))
        mentions: dict[Span, Role] = {}
        names: dict[Span, set[tuple[str, ...]]] = defaultdict(set)
        events = []
        for claim in row["claims"]:
            parts = [
                (Span(*mention["span"]), role, mention["name"])
                for role in PARTS
                for mention in claim.get(role.value) or []
                if mention.get("span")
            ]
            for span, role, name in parts:
                mentions.setdefault(span, role)
                names[span].add(name_key(name))
            events.append((str(claim["type"]), [(span, role) for span, role, _ in parts]))
        references = References(text, dict(sorted(mentions.items())), sentences(text), resolver, context, parts_of(events).apart)
        references.watch = _watcher(str(row["id"]), names, out)
        references.resolved()
    return out


def _watcher(
    article: str, names: dict[Span, set[tuple[str, ...]]], out: list[Example]
) -> Callable[[References, Span, Role, str], None]:
    def watch(references: References, span: Span, role: Role, sort: str) -> None:
        if sort not in RANKED:
            return
        asked, candidates = references.antecedents.question(span, role, sort)
        nobody = (tuple(reasons(asked, None, 0, 0, False)), name_key(references.out[span].name) in names[span])
        given = [(tuple(why), name_key(c.grounded.name) in names[span]) for c, why in explained(asked, candidates)]
        why, right = zip(nobody, *given, strict=True)
        out.append(Example(article, sort, why, right))

    return watch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", type=Path)
    parser.add_argument("--dry-run", action="store_true", help="measure only, write nothing")
    given = parser.parse_args()
    rows = [json.loads(line) for line in given.claims.read_text("utf-8").splitlines() if line.strip()]
    seen = examples([r for r in rows if not held_back(validation_key(r))])
    kept = examples([r for r in rows if held_back(validation_key(r))])
    print(f"folds: {told(measured_in_folds(seen, PENALTY))}")
    weights = train(seen, PENALTY)
    print(f"held back: {told(measure(kept, weights))}")
    if not given.dry_run:
        target = Path(str(files("fogline"))) / "data" / "actors" / "antecedents.json"
        target.write_text(json.dumps({"weights": dict(sorted(weights.items()))}, indent=0, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
