"""In which country something on no map is, where the report's places are of several: that of the places named around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.grounding.main_country import country_place
from fogline.grounding.passing_names import is_told_in_passing
from fogline.grounding.place_as_state import may_be_its_government
from fogline.grounding.place_named import Named
from fogline.grounding.regions import COMMON_NAMES
from fogline.span import Span

__all__ = ["country_beside", "is_on_the_ground"]


def country_beside(span: Span, named: Named) -> tuple[str, str] | None:
    """Return the country (ISO alpha-2) of what no map shows, and how it is known; None where the report tells of two alike.

    It is the one that its phrase names, else that of its sentence's places, else the war's, else that of its paragraph's. Where
    a sentence names places of two countries, as stories of borders do, nothing is said.
    """
    within = {named.places[s].country for s in named.index.overlapping(span) if s != span} - {None}
    if len(within) == 1:
        return _because(next(iter(within)), "as the place is that its phrase names")
    if _NOBODYS.search(named.text, span.start, min(len(named.text), span.end + 10)) is not None:
        return None
    told = [_countries(stretch, span, named) for stretch in (_sentence(named.text, span), _paragraph(named.text, span))]
    if within or len(told[0]) > 1:
        return None
    for countries, where in zip(told, ("sentence", "paragraph"), strict=True):
        if len(countries) == 1 and _is_of_the_report(own := next(iter(countries)), named):
            return _because(own, f"as the places are that its {where} names")
        if named.war is not None and (named.war in countries or (named.home == named.war and not countries)):
            return _because(named.war, "of whose war the report tells")
    return None


def _because(country: str | None, why: str) -> tuple[str, str] | None:
    return (country, f"in {country_place(country).name}, {why}") if country is not None else None


def _is_of_the_report(country: str | None, named: Named) -> bool:
    """Tell whether a report tells of a country, and not only of somebody who spoke there or of one street of its name."""
    if country is None or named.war is not None:
        return country is not None and country == named.war
    return country == named.home and country not in COMMON_NAMES


def _countries(stretch: Span, but: Span, named: Named) -> set[str | None]:
    return {named.places[s].country for s in _told_of(stretch, but, named)}


def _told_of(stretch: Span, but: Span, named: Named) -> Sequence[Span]:
    """Return the names of towns and areas in a stretch of text, without those of governments and those told in passing."""
    return [
        s
        for s in named.index.overlapping(stretch)
        if not s.overlap(but)
        and (p := named.places[s]).country is not None
        and p.latitude is not None
        and not p.adjective
        and not may_be_its_government(named.text, s, p)
        and not is_told_in_passing(named.text, s)
    ]


def _paragraph(text: str, span: Span) -> Span:
    """Return the paragraph of a span, of a page without line breaks what stands near it."""
    first, last = max(0, span.start - _NEAR), min(len(text), span.end + _NEAR)
    start, end = text.rfind("\n", first, span.start) + 1, text.find("\n", span.end, last)
    return Span(start or first, last if end < 0 else end)


def _sentence(text: str, span: Span) -> Span:
    around = _paragraph(text, span)
    start = max((m.end() for m in _ENDS.finditer(text, around.start, span.start)), default=around.start)
    last = _ENDS.search(text, span.end, around.end)
    return Span(start, last.start() + 1 if last else around.end)


# A paragraph is hardly longer, to either side (characters).
_NEAR = 1000
# Borders, waters and deserts are of several countries, or of one far away: "Tolom Bay".
_NOBODYS = re.compile(r"\b(?:borders?|frontiers?|bay|gulf|straits?|seas?|oceans?|islands?|basin|deserts?)\b", re.IGNORECASE)
_ENDS = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Dr|St|Mt|Lt))[.!?][”’\")]*\s+(?=[^a-z\s])")


def is_on_the_ground(words: str) -> bool:
    """Tell whether words describe what stands or lies in the country of the story: "the clinic", "a dry riverbed".

    A border has two sides, somebody's home and region may be anywhere, and so may "a consulate" or "a country" told of for the first time.
    """
    return _ANYWHERE.search(words) is None and _GROUND.search(words) is not None


_ANYWHERE = re.compile(
    r"\b(?:borders?|frontiers?|abroad|overseas|elsewhere|countr(?:y|ies)|continent|world|states|other side|neighbou?ring|embassy|consulate|it|there"
    r"|places?|seas?|oceans?|national|nationwide|worldwide|international|home|my|our|his|her|its|their)\b",
    re.IGNORECASE,
)
_GROUND = re.compile(
    r"\b(?:compounds?|schools?|clinics?|hospitals?|wards?|mines?|yards?|markets?|fields?|farms?|orchards?|prisons?|cells?|cellars?|basements?|quarters?|blocks?"
    r"|streets?|roads?|houses?|homes?|villages?|hamlets?|checkpoints?|roadblocks?|riverbeds?|valleys?|hills?|woods?|forests?|bridges?|mosques?"
    r"|church(?:es)?|camps?|shelters?|tunnels?|neighbou?rhoods?|suburbs?|towns?)\b",
    re.IGNORECASE,
)
