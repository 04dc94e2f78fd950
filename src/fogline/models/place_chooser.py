"""Train the chooser of event places on annotated claims, and say how well it does on articles kept back.

    python -m fogline.models.place_chooser FILE [--dry-run]

``FILE`` holds annotated articles, one a line (``id``, ``date``, ``text``, ``claims``). Each is read with the released
reader, and its events are paired with the annotated claims. The reader knows the articles that it was trained on too well:
there it marks nearly every place. So that the chooser does not lean on it more than it may on new articles, a share of the
marks is dropped, moved or invented (``SPOILT``), about as often as the reader errs on articles kept back. The weights go to
``data/places/choice.json``. Numpy only.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from fogline.grounding.described_place import antecedent_of
from fogline.grounding.eventplace import choices_of
from fogline.grounding.ground import resolve_places
from fogline.grounding.grounding import GroundedPlace
from fogline.grounding.place_choice import FEATURES, Choice, Chooser, Floats, Options, best
from fogline.grounding.ranking import Layer
from fogline.intake.report import Report
from fogline.models.splits import held_back, validation_key
from fogline.reading.reading import Argument, EventMention, Reading, Role
from fogline.span import Span

HIDDEN = 16
# Of places that the reader marked rightly on articles it was trained on: dropped, moved to a name nearby; and of claims
# without a place: given one nearby. Set so that marks are as often right as on articles kept back (2026-11).
SPOILT = {"dropped": 0.03, "moved": 0.06, "invented": 0.25}


@dataclass(frozen=True, slots=True)
class Example:
    """What one event's place may be; ``right`` of each choice, None if the event is no annotated claim; ``placed``: a place is annotated."""

    options: Options
    right: Floats | None
    placed: bool


def article(row: Mapping[str, Any], report: Report, reading: Reading, places: Mapping[Span, GroundedPlace], *, spoil: np.random.Generator | None) -> list[Example]:  # fmt: skip
    """Return one example for each event of a report; with ``spoil`` the reader's marks are spoilt."""
    claims = {id(e): claim for e, claim in _paired(row["claims"], reading.events)}
    if spoil is not None:
        pairs = [(e, claims.get(id(e))) for e in reading.events]
        events = tuple(_spoilt(e, claim, places, spoil) if claim else e for e, claim in pairs)
        claims = {id(new): claim for new, (_, claim) in zip(events, pairs, strict=True) if claim}
        reading = replace(reading, events=events)
    choices = choices_of(report, reading, places)
    out = []
    for event in reading.events:
        claim = claims.get(id(event))
        options = choices.of(event, antecedent_of(report, event, places))
        right = None
        if claim is not None:
            right = np.array([_right(o, claim.get("place"), places, choices.main_country) for o in options.choices], float)
        out.append(Example(options, right, bool(claim and claim.get("place"))))
    return out


def _right(choice: Choice, gold: Mapping[str, Any] | None, places: Mapping[Span, GroundedPlace], main: tuple[str, float, str] | None) -> bool:  # fmt: skip
    if not gold:
        return choice.kind == "none"
    span = Span(*gold["span"]) if gold.get("span") else None
    if choice.kind == "none":
        return False
    if choice.kind == "country":
        return main is not None and gold.get("country") == main[0] and folded(gold["name"]) == folded(main[2])
    if choice.span is None:
        return False
    if choice.kind == "description":
        return span is not None and span.overlap(choice.span) > 0
    place = places[choice.span]
    if place.country and gold.get("country") and place.country != gold["country"]:
        return False
    return (span is not None and span.overlap(choice.span) > 0) or folded(place.name) == folded(gold["name"])


def folded(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name or "").replace("’", "'")
    return (
        "".join(c for c in bare if not unicodedata.combining(c)).casefold().removeprefix("the ").removeprefix("al-").strip(" .,")
    )


def _paired(claims: Sequence[Mapping[str, Any]], events: Sequence[EventMention]) -> list[tuple[EventMention, Mapping[str, Any]]]:
    """Return annotated claims with the event that stands for each: triggers overlap, or most of the quotation is shared."""
    scored = []
    for n, claim in enumerate(claims):
        quote = Span(*claim["quote_span"])
        trigger = Span(*claim["trigger_span"]) if claim.get("trigger_span") else None
        for m, event in enumerate(events):
            shared = max(0, min(quote.end, event.quote.end) - max(quote.start, event.quote.start))
            iou = shared / (max(quote.end, event.quote.end) - min(quote.start, event.quote.start))
            same_trigger = trigger is not None and trigger.overlap(event.trigger) > 0
            if same_trigger or iou >= 0.5:
                scored.append((iou + 0.5 * same_trigger + 0.5 * (claim["type"] == event.type), n, m))
    taken: dict[int, int] = {}
    for _, n, m in sorted(scored, reverse=True):
        if n not in taken and m not in taken.values():
            taken[n] = m
    return [(events[m], claims[n]) for n, m in sorted(taken.items())]


def _spoilt(event: EventMention, claim: Mapping[str, Any], places: Mapping[Span, GroundedPlace], rng: np.random.Generator) -> EventMention:  # fmt: skip
    marks = event.having(Role.PLACE)
    others = tuple(a for a in event.arguments if a.role is not Role.PLACE)
    near = [s for s in places if s.distance(event.trigger) < 250 and not any(s.overlap(a.span) for a in marks)]
    chance = rng.random()
    if marks and chance < SPOILT["dropped"]:
        return replace(event, arguments=others)
    moved = marks and near and chance < SPOILT["dropped"] + SPOILT["moved"]
    invented = not marks and not claim.get("place") and near and chance < SPOILT["invented"]
    if moved or invented:
        span = near[int(rng.integers(len(near)))]
        return replace(event, arguments=(*others, Argument(Role.PLACE, span, float(rng.uniform(0.3, 1)))))
    return event


def train(articles: Sequence[Sequence[Example]], *, seed: int = 1) -> Chooser:
    return Chooser(fit([(e.options.x, e.right) for a in articles for e in a if e.right is not None and e.right.any()], seed=seed))


def fit(
    examples: Sequence[tuple[Floats, Floats]],
    *,
    seed: int,
    epochs: int = 25,
    rate: float = 0.01,
    decay: float = 0.1,
    drop: float = 0.2,
) -> Layer:
    """Adam on the likelihood that a right choice is made."""
    rng = np.random.default_rng(seed)
    f = len(FEATURES)
    p = [np.zeros(f), rng.normal(0, 0.2, (f, HIDDEN)), np.zeros(HIDDEN), rng.normal(0, 0.1, HIDDEN)]
    m, v = [np.zeros_like(a) for a in p], [np.zeros_like(a) for a in p]
    steps, batch = 0, 32
    for epoch in range(epochs):
        step = rate * (1 - epoch / epochs) + rate * 0.05
        order = rng.permutation(len(examples))
        for at in range(0, len(order), batch):
            chosen = [examples[n] for n in order[at : at + batch]]
            x = np.concatenate([c[0] for c in chosen])
            right = np.concatenate([c[1] for c in chosen])
            sizes = [len(c[1]) for c in chosen]
            starts = np.cumsum([0, *sizes])[:-1]
            group = np.repeat(np.arange(len(chosen)), sizes)
            h = np.tanh(x @ p[1] + p[2])
            mask = (rng.random(HIDDEN) > drop) / (1 - drop)
            score = x @ p[0] + (h * mask) @ p[3]
            score = np.exp(score - np.maximum.reduceat(score, starts)[group])
            share = score / np.add.reduceat(score, starts)[group]
            good = np.add.reduceat(share * right, starts)
            d = share - share * right / np.maximum(good, 1e-12)[group]
            back = (d[:, None] * (p[3] * mask)[None, :]) * (1 - h * h)
            steps += 1
            for i, g in enumerate((x.T @ d, x.T @ back, back.sum(0), (h * mask).T @ d)):
                g = g / len(chosen)
                m[i] = 0.9 * m[i] + 0.1 * g
                v[i] = 0.999 * v[i] + 0.001 * g * g
                hat = (m[i] / (1 - 0.9**steps)) / (np.sqrt(v[i] / (1 - 0.999**steps)) + 1e-8)
                p[i] = p[i] - step * (hat + decay * p[i])
    return Layer(*p)


def measure(articles: Sequence[Sequence[Example]], chooser: Chooser) -> dict[str, float]:
    """Return how often the right place is given where one is annotated, and how often any where none is."""
    placed = right = without = spurious = 0
    for examples in articles:
        for e in examples:
            if e.right is None:
                continue
            n, _ = best(e.options, chooser.shares(e.options))
            placed += e.placed
            without += not e.placed
            right += bool(e.placed and e.right[n] > 0)
            spurious += not e.placed and e.options.choices[n].kind != "none"
    return {
        "claims": placed + without,
        "right": round(right / max(1, placed), 4),
        "spurious": round(spurious / max(1, without), 4),
    }


def stored(chooser: Chooser, held_out: Mapping[str, float]) -> str:
    kept = {
        "trained_on": "annotated claims, development part",
        "held_out": held_out,
        "features": list(FEATURES),
        "weights": {k: np.round(getattr(chooser.layer, k), 4).tolist() for k in ("linear", "hidden", "bias", "out")},
    }
    return json.dumps(kept) + "\n"


def main() -> None:
    from fogline.intake.capture import Hints
    from fogline.pipeline import Pipeline, take_in
    from fogline.reading.read import read
    from fogline.settings import Settings

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--dry-run", action="store_true", help="measure only, write nothing")
    arguments = parser.parse_args()
    rows = {str(r["id"]): r for r in map(json.loads, arguments.file.read_text("utf-8").splitlines())}
    pipeline, rng = Pipeline(), np.random.default_rng(1)
    articles: dict[bool, list[list[Example]]] = {True: [], False: []}
    for _, report, _ in take_in({str(arguments.file): Hints()}, Settings.from_environment()):
        row = rows[report.external_id or ""] if report else None
        if report is None or row is None or report.text != row["text"]:
            continue  # a text that was normalised: the annotation's offsets do not hold
        reading = read(report, pipeline.encoder)
        places = resolve_places(report.text, reading, pipeline.gazetteer)
        kept_back = held_back(validation_key(row))
        articles[kept_back].append(article(row, report, reading, places, spoil=None if kept_back else rng))
    chooser = train(articles[False])
    figures = measure(articles[True], chooser)
    print(json.dumps(figures))
    if not arguments.dry_run:
        Path(str(files("fogline").joinpath("data/places/choice.json"))).write_text(stored(chooser, figures), "utf-8")


if __name__ == "__main__":
    main()
