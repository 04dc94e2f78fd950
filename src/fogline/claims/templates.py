"""Records of violent incidents in the form of MUC-4's templates: one a kind of incident, with who, whom, what, when and where.

Another view of a reading than claims: it says what a report as a whole tells
of, not who says so. It exists to be measured beside other systems.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from fogline.claims.fillers import Entity, Weights, entities_of, shipped_weights, type_features
from fogline.claims.scene import Days, Scene
from fogline.grounding.ground import Grounding
from fogline.intake.report import Report
from fogline.reading.labels import FILLERS, INCIDENTS
from fogline.reading.reading import Reading
from fogline.span import Span

# Of these a record has one, seldom two: a second one needs to be surer.
_USUALLY_ONE = frozenset({"perp-ind", "perp-org", "weapon"})


@dataclass(frozen=True, slots=True)
class Template:
    """One incident as a report tells of it.

    ``type`` is one of MUC-4's; ``fillers`` are by slot, the likeliest first;
    ``places`` from general to specific; ``country`` is ISO alpha-2, None if
    nothing says. ``days`` is None where the report has no date to reckon from.
    """

    type: str
    probability: float
    fillers: Mapping[str, tuple[Entity, ...]] = field(default_factory=dict)
    days: Days | None = None
    country: str | None = None
    places: tuple[str, ...] = ()


def templates_of(report: Report, reading: Reading, grounding: Grounding, weights: Weights | None = None) -> tuple[Template, ...]:
    """Return the incidents that a report tells of, the likeliest first; none if it is about something else.

    One record for each type of incident, and where those who were hit were
    hit in different places, one for each place.
    """
    weights = weights or shipped_weights()
    entities = entities_of(report.text, reading, weights)
    types = chosen_types(reading, entities, weights)
    scene = Scene(report, reading, grounding)
    out = []
    for type_, p in types.items():
        for fillers in parted(scene, fillers_for(type_, list(types), entities, weights)):
            evidence = evidence_for(type_, scene, fillers)
            country, places = scene.where(evidence)
            out.append(Template(type_, p, fillers, scene.when(evidence), country, places))
    return tuple(out)


def chosen_types(reading: Reading, entities: Sequence[Entity], weights: Weights) -> dict[str, float]:
    """Return the types of incident that the text tells of, with their probabilities, the likeliest first."""
    judged = {t: weights.types.probability(type_features(reading, entities, t)) for t in INCIDENTS}
    ranked = sorted(judged.items(), key=lambda item: (-item[1], item[0]))
    return {t: round(p, 4) for n, (t, p) in enumerate(ranked) if p >= weights.thresholds["type" if n == 0 else "further type"]}


def fillers_for(type_: str, types: Sequence[str], entities: Sequence[Entity], weights: Weights) -> dict[str, tuple[Entity, ...]]:
    """Return by slot the entities that belong to an incident of a type; one may belong to several."""
    kept: dict[str, list[Entity]] = {slot: [] for slot in FILLERS}
    for entity in entities:
        own = kept[entity.slot]
        further = "further " if own and entity.slot in _USUALLY_ONE else ""
        if entity.probability < weights.thresholds[f"{further}filler"]:
            continue
        most = max((entity.incidents.get(t, 0.0) for t in types), default=0.0)
        if len(types) == 1 or most == 0 or entity.incidents.get(type_, 0.0) >= weights.thresholds["share"] * most:
            own.append(entity)
    return {slot: tuple(own) for slot, own in kept.items() if own}


# Whoever and whatever was hit; the rest of an incident's record is often that of several.
_HIT = ("physical-target", "victim", "victim-desc")
# More places than this in one report are a list or a chronicle, and more often one story than many. With three, template
# F1 on the two halves of MUC-4's development messages was .448 and .405, unparted .426 and .373 (2026-11, first weights).
MOST_PLACES = 3


def parted(scene: Scene, fillers: Mapping[str, tuple[Entity, ...]]) -> list[dict[str, tuple[Entity, ...]]]:
    """Part an incident's fillers by the places where the targets and victims were hit.

    A place is that of the sentence in which an entity is surest. Who has
    none stays with the likeliest. Perpetrators are those of every part, and
    so is a weapon, unless a part's place stands with it. Days do not part:
    tried on the same messages, that cost more than it gave.
    """
    groups: list[tuple[set[str], list[Entity]]] = []
    loose: list[Entity] = []
    for entity in sorted((e for slot in _HIT for e in fillers.get(slot, ())), key=lambda e: (-e.probability, e.mentions[0].span)):
        places = _places_of(scene, entity)
        if not places:
            loose.append(entity)
            continue
        own = next((g for g in groups if g[0] & places), None)
        if own is not None:
            own[0].update(places)
            own[1].append(entity)
        else:
            groups.append((set(places), [entity]))
    if len(groups) < 2:
        return [dict(fillers)]
    for _, further in groups[MOST_PLACES:]:
        loose.extend(further)
    groups = groups[:MOST_PLACES]
    groups[0][1].extend(loose)
    named = {name for held, _ in groups for name in held}
    out = []
    for held, hit in groups:
        part = {slot: tuple(e for e in hit if e.slot == slot) for slot in _HIT}
        part |= {slot: own for slot, own in fillers.items() if slot not in _HIT}
        part["weapon"] = tuple(e for e in part.get("weapon", ()) if not (at := _places_of(scene, e) & named) or at & held)
        out.append({slot: own for slot, own in part.items() if own})
    return out


def _places_of(scene: Scene, entity: Entity) -> frozenset[str]:
    surest = max((m for m in entity.mentions if m.score > 0), key=lambda m: m.score, default=None)
    return scene.places_at(surest.span) if surest is not None else frozenset()


def evidence_for(type_: str, scene: Scene, fillers: Mapping[str, Sequence[Entity]]) -> list[tuple[Span, Span]]:
    """Return the sentences that tell of an incident, the strongest first, each with the words in it that say most.

    A sentence weighs what the fillers in it weigh together; without any
    filler there is no such sentence.
    """
    weight: dict[int, float] = {}
    surest: dict[int, tuple[float, Span]] = {}
    for entity in (e for own in fillers.values() for e in own):
        for mention in entity.mentions:
            at = scene.sentence_at(mention.span.start)
            if at is None or mention.score <= 0:
                continue
            worth = entity.probability * mention.score * mention.incidents.get(type_, 0.0)
            weight[at] = weight.get(at, 0.0) + worth
            surest[at] = max(surest.get(at, (0.0, mention.span)), (worth, mention.span), key=lambda w: w[0])
    return [(scene.sentences[at], surest[at][1]) for at, _ in sorted(weight.items(), key=lambda w: (-w[1], w[0]))]
