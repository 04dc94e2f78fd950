"""Train the chooser that says whom descriptions and pronouns stand for, once the whole report is known.

    python -m fogline.models.referent_chooser CLAIMS.jsonl --reference reference [--dry-run]

``CLAIMS.jsonl`` holds articles annotated in the codebook's format; those that are held back from the reader are held back
here too. ``reference/referents/*.jsonl`` say whom the mentions of our composed reports stand for, one report a line::

    {"id": "africa-1", "names": [[0, 4, ["Sudan"]], [57, 68, []]]}

offsets into the report's text and canonical names; none where the words stand for themselves. An option is right if it has
an annotated name. Printed are the mentions answered right before and after, of folds by report and of the articles held back.
The weights go to ``data/actors/referents.json``. Needs scipy; five minutes on one core.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from fogline.grounding.actor import ActorResolver
from fogline.grounding.coreference import References
from fogline.grounding.event_parts import PARTS, parts_of
from fogline.grounding.gazetteer import open_gazetteer
from fogline.grounding.place import resolve_toponyms
from fogline.grounding.referent import MARGIN, Question, questions
from fogline.grounding.referent_reasons import Option, reasons
from fogline.grounding.registry import load_registry, name_key
from fogline.grounding.report_context import country_weights, report_context
from fogline.grounding.toponym import find_toponyms
from fogline.models.choice import Example, day_of, measure, measured_in_folds, told, train
from fogline.models.composed import composed_reports
from fogline.models.jsonl import read_jsonl
from fogline.models.splits import held_back, validation_key
from fogline.reading.reading import Role
from fogline.reading.segment import sentences
from fogline.span import Span

PENALTY = 12.0
# An annotated article counts so many times as much as a composed report: its coders' names are those that the codebook means.
ANNOTATED = 2.0
# A reason that speaks fewer times is not learned.
SEEN = 4


@dataclass(frozen=True)
class Marked:
    """A report with the spans of its claims by role, and by mention the canonical names that are right for it."""

    id: str
    text: str
    day: date | None
    claims: Sequence[tuple[str, Mapping[Role, Collection[Span]]]]
    names: Mapping[Span, Collection[str]]
    weight: float = 1.0


class Asker:
    """Makes examples of marked reports."""

    def __init__(self) -> None:
        self.resolver = ActorResolver(load_registry())
        self.gazetteer = open_gazetteer()

    def examples(self, report: Marked) -> Iterator[Example]:
        """Yield what a report asks of the chooser."""
        places = resolve_toponyms(
            report.text, sorted({f.span for f in find_toponyms(report.text, self.gazetteer)}), self.gazetteer
        )
        context = report_context(report.text, report.day, country_weights(places.values()))
        mentions: dict[Span, Role] = {}
        events = []
        for type, roles in report.claims:
            events.append((type, [(span, role) for role in PARTS for span in roles.get(role, ())]))
            for span, role in events[-1][1]:
                mentions.setdefault(span, role)
        parts = parts_of(events)
        ordered = dict(sorted(mentions.items()))
        references = References(report.text, ordered, sentences(report.text), self.resolver, context, parts.apart, parts.does)
        references.resolved()
        for question in questions(references, parts):
            if (names := report.names.get(question.span)) is not None:
                why = tuple(tuple(reasons(question.asked, o)) for o in question.options)
                yield Example(report.id, question.asked.kind, why, _right(question, names), report.weight)


def _right(question: Question, names: Collection[str]) -> tuple[bool, ...]:
    wanted = {name_key(n) for n in names}
    if wanted:
        return tuple(name_key(o.grounded.name) in wanted for o in question.options)
    return tuple(_stands_for_itself(o) for o in question.options)


def _stands_for_itself(option: Option) -> bool:
    """Tell whether an option keeps the mention's own words."""
    own = option.source == "words" or (option.present and option.grounded.basis in ("unknown", "description"))
    return own and option.grounded.actor_id is None


def annotated(row: Mapping[str, Any]) -> Marked:
    """Return an annotated article as a marked report."""
    claims = []
    names: dict[Span, set[str]] = defaultdict(set)
    for claim in row["claims"]:
        roles: dict[Role, set[Span]] = defaultdict(set)
        for role in PARTS:
            for mention in claim.get(role.value) or []:
                if mention.get("span"):
                    roles[role].add(Span(*mention["span"]))
                    names[Span(*mention["span"])].add(mention["name"])
        claims.append((claim["type"], roles))
    return Marked(str(row["id"]), str(row["text"]), day_of(row.get("date")), claims, names, ANNOTATED)


def composed(reference: Path) -> Iterator[Marked]:
    """Yield the composed reports whose mentions are named."""
    named = {
        row["id"]: {Span(start, end): names for start, end, names in row["names"]}
        for path in sorted((reference / "referents").glob("*.jsonl"))
        for row in read_jsonl(path)
    }
    for path in sorted((reference / "composed").glob("*.txt")):
        for report in composed_reports(path):
            if report.id in named:
                claims = [(c.type, {role: c.roles.get(role.value, ()) for role in PARTS}) for c in report.claims]
                yield Marked(report.id, report.text, day_of(report.date), claims, named[report.id])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", type=Path)
    parser.add_argument("--reference", type=Path, required=True)
    parser.add_argument("--dry-run", action="store_true", help="measure only, write nothing")
    given = parser.parse_args()
    asker = Asker()
    rows = list(read_jsonl(given.claims))
    seen = [e for r in rows if not held_back(validation_key(r)) for e in asker.examples(annotated(r))]
    seen += [e for report in composed(given.reference) for e in asker.examples(report)]
    kept = [e for r in rows if held_back(validation_key(r)) for e in asker.examples(annotated(r))]
    print(f"folds: {told(measured_in_folds(seen, PENALTY, SEEN, MARGIN))}")
    weights = train(seen, PENALTY, SEEN)
    print(f"held back: {told(measure(kept, weights, MARGIN))}\n{len(weights)} weights")
    if not given.dry_run:
        target = Path(str(files("fogline"))) / "data" / "actors" / "referents.json"
        target.write_text(json.dumps({"weights": dict(sorted(weights.items()))}, indent=0, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
