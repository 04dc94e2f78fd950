"""Which place each name in a report means.

Names are resolved for the whole report at once: one name has one sense in a report, and places that a report names
together tend to lie together. A small trained ranker (``models/place_ranker.py``) weighs each candidate's prominence,
how it bears the name, what the text says around it ("Hajin, in Deir ez-Zor province"), and how near it lies to what the
report's other names probably mean; twice, because the second look knows the first's answers.

What is not in the gazetteer stays unresolved unless the text itself says where it lies, and then the precision says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from fogline.grounding.container import containers_of_unlisted, in_containers
from fogline.grounding.grounding import Gazetteer, GroundedPlace
from fogline.grounding.lies_off import beside_what_they_lie_off
from fogline.grounding.place_sense import resolve_scene
from fogline.grounding.place_unlisted import put_beside
from fogline.grounding.place_wording import as_worded
from fogline.grounding.ranking import Ranker, look_up_names, make_scenes, trained_ranker
from fogline.grounding.short_forms import as_in_full
from fogline.grounding.town_parts import without_distant_namesakes
from fogline.span import Span

__all__ = ["resolve_toponyms"]


def resolve_toponyms(
    text: str,
    spans: Sequence[Span],
    gazetteer: Gazetteer,
    *,
    outlet_country: str | None = None,
    actor_countries: Sequence[str] = (),
    approximate: bool = False,
    ranker: Ranker | None = None,
) -> dict[Span, GroundedPlace]:
    """Say which place each span of a report names, together, with candidates and a reason.

    ``outlet_country`` and ``actor_countries`` (ISO alpha-2) are what is known of who publishes and who fights; they
    tip a balance, no more. A name the gazetteer lacks comes back without coordinates and with basis ``unknown``,
    unless it is a facility or street, which is put at the nearest town named in the text, at precision 2. Of a name
    that the text puts in a country or something of it ("Majdal Selm in southern Lebanon") the country is known.
    ``approximate`` puts every other unknown name there too, at precision 4 and with basis ``inherited``: right for
    a map of where a report is about, wrong for a claim's place.
    """
    names = look_up_names(text, spans, gazetteer)
    resolved: dict[Span, GroundedPlace] = {}
    competing = beside_what_they_lie_off(text, in_containers(text, as_in_full(names)))
    for scene in make_scenes(text, competing, outlet_country, actor_countries):
        resolved.update(resolve_scene(scene, ranker or trained_ranker(), {name.key: name.lookup.candidates for name in names}))
    names, resolved = without_distant_namesakes(text, names, resolved)
    ends = {span.end for span in spans}
    for name in names:
        for span in name.spans:
            if span in resolved:
                resolved[span] = as_worded(text, span, name, resolved[span], gazetteer, ends)
    return put_beside(text, names, resolved, containers_of_unlisted(text, competing), approximate=approximate)
