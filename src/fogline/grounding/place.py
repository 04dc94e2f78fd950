"""Which place each name in a report means, and which of them is an event's place.

Names are resolved for the whole report at once: one name has one sense in a report, and places that a report names
together tend to lie together. A small trained ranker (``models/place_ranker.py``) weighs each candidate's prominence,
how it bears the name, what the text says around it ("Hajin, in Deir ez-Zor province"), and how near it lies to what the
report's other names probably mean; twice, because the second look knows the first's answers.

What is not in the gazetteer stays unresolved unless the text itself says where it lies, and then the precision says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from fogline.grounding.container import containers_of_unlisted, in_containers
from fogline.grounding.coordinates import Coordinates, coordinates_in
from fogline.grounding.grounding import Gazetteer, GroundedPlace, PlaceBasis, PlaceCandidate
from fogline.grounding.ranking import EARTH_KM, NOWHERE, Floats, Name, Ranker, Scene, look_up_names, make_scenes, trained_ranker
from fogline.grounding.regions import COMMON_NAMES, capitals_by_country, capitals_by_division
from fogline.grounding.word_lists import word_set
from fogline.span import Span

__all__ = [
    "Coordinates",
    "coordinates_in",
    "precision_of",
    "resolve_toponyms",
]


def precision_of(candidate: PlaceCandidate) -> int:
    """Return UCDP ``where_prec`` of a place itself: 1 town … 6 country, 7 international waters.

    A region is 5; one of at most 25 km is 2; one wider than 300 km says no more than a country does.
    """
    match candidate.feature:
        case "country":
            return 6
        case "adm1":
            return 4
        case "adm2" | "adm3":
            return 3
        case "city" | "site":
            return 1
        case _:
            if candidate.code in ("SEA", "OCN"):
                return 7
            if candidate.radius_km <= 25:
                return 2
            return 6 if candidate.radius_km > 300 and candidate.feature == "region" else 5


_FEATURE_WORDS = {
    "country": "country", "adm1": "first-level division", "adm2": "second-level division", "adm3": "third-level division",
    "city": "town", "region": "region", "water": "water", "site": "site",
}  # fmt: skip


def describe(candidate: PlaceCandidate) -> str:
    """Return a candidate in words: "town in Deir ez-Zor, SY"."""
    where = ", ".join(w for w in (candidate.admin1 if candidate.admin1 != candidate.name else None, candidate.country) if w)
    return _FEATURE_WORDS[candidate.feature] + (f" in {where}" if where and candidate.feature != "country" else "")


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
    competing = in_containers(text, names)
    for scene in make_scenes(text, competing, outlet_country, actor_countries):
        resolved.update(_resolve_scene(scene, ranker or trained_ranker(), {name.key: name.lookup.candidates for name in names}))
    ends = {span.end for span in spans}
    for name in names:
        for span in name.spans:
            if span in resolved:
                resolved[span] = _as_worded(text, span, name, resolved[span], gazetteer, ends)
    unsure = _sounding_alike(names, resolved)
    towns = sorted(s for s, place in resolved.items() if _holds_others(place) and s not in unsure)
    told = Counter(resolved[s].country for s in towns)
    home = max(told, key=lambda iso: (told[iso], iso or ""), default=None)
    lies_in = containers_of_unlisted(text, competing)
    for name in names:
        for span in name.spans:
            if span not in resolved:
                near = _nearest(span, towns) if name.lookup.site or approximate else None
                if near is not None and resolved[near].country != home and span.distance(near) > _RIGHT_BESIDE:
                    # A camp is not at the foreign town where somebody spoke of it.
                    near = _nearest(span, [s for s in towns if resolved[s].country == home])
                container = resolved.get(lies_in[name.key]) if name.key in lies_in else None
                resolved[span] = _unresolved(text, span, name, resolved[near] if near else None, container)
                if _holds_others(resolved[span]):
                    insort(towns, span)
    return resolved


def _resolve_scene(scene: Scene, ranker: Ranker, namesakes: Mapping[str, Sequence[PlaceCandidate]]) -> dict[Span, GroundedPlace]:
    shares = ranker.probabilities(scene)
    resolved: dict[Span, GroundedPlace] = {}
    counts = _country_counts(scene, shares)
    mentions = _Told(scene, shares)
    for g, name in enumerate(scene.names):
        own = scene.members(g)
        order = own[np.argsort(-shares[own], kind="stable")]
        best = scene.candidates[int(order[0])]
        told = mentions.apart_from(scene, g)
        if best is NOWHERE and (kept := _same_ground(scene, shares, g, order, counts, told)) is not None:
            best = kept
        if best is NOWHERE and (kept := _where_the_war_is(scene, g, mentions.peoples)) is not None:
            best = kept
        if not name.lookup.site and (capital := _capital_or_west(scene, shares, g, best)) is not None:
            best = capital
        if best is not NOWHERE:
            best = _at_home(scene, g, best, order, told)
        if best is not NOWHERE and (prominent := _more_prominent(scene, shares, g, best, order, counts, told)) is not None:
            best = prominent
        if best is NOWHERE or (name.lookup.site and not _fits(scene, shares, g, int(order[0]))):
            continue
        # Those that lie outside of where the text puts the name did not compete and are shown last.
        outside = [c for c in namesakes[name.key] if c not in name.lookup.candidates]
        rest = [c for c in (*(scene.candidates[int(i)] for i in order[:7]), *outside) if c is not NOWHERE and c is not best]
        place = _grounded(name, best, rest[:5], counts)
        for span in name.spans:
            resolved[span] = place
    return resolved


def _fits(scene: Scene, shares: Floats, g: int, index: int) -> bool:
    """Whether a facility's bare name lies by another place of the report ("Cornell University" is not in Cornell, Wisconsin)."""
    others = (scene.group != g) & (shares > 0.3) & ~scene.is_country & scene.real
    if not others.any():
        return not len(scene.names) > 1 or bool(
            (scene.country[(scene.group != g) & (shares > 0.3)] == scene.country[index]).any()
        )
    km = EARTH_KM * np.arccos(np.clip(scene.units[others] @ scene.units[index], -1, 1))
    return bool(km.min() < 200)


def _same_ground(
    scene: Scene, shares: Floats, g: int, order: NDArray[np.int64], counts: Mapping[str, int], told: Mapping[str, int]
) -> PlaceCandidate | None:
    """Return the best namesake that lies where the report's other places lie, although the ranker would have none.

    The ranker learnt "none of these" on local news of the United States, where streets and schools bear the names of
    distant towns. In war reporting a village written in an unusual way, right among the others, is that village.
    """
    for index in order[:4]:
        candidate = scene.candidates[int(index)]
        if candidate.feature in ("country", "region", "water") and candidate.match in ("name", "demonym"):
            return candidate
        if candidate is NOWHERE or candidate.country is None or not counts.get(candidate.country) or scene.names[g].lookup.site:
            continue
        if candidate.population >= 100_000 or candidate.feature in ("adm1", "region", "water"):
            return candidate
        others = (scene.group != g) & (shares > 0.3) & scene.real & ~scene.is_country & ~scene.is_adm1
        if others.any():
            km = EARTH_KM * np.arccos(np.clip(scene.units[others] @ scene.units[int(index)], -1, 1))
            if km.min() < 250 and (km.min() < 80 or candidate.match == "loose" or candidate.population == 0):
                return candidate
    return _of_named_country(scene, g, order, told)


def _of_named_country(scene: Scene, g: int, order: NDArray[np.int64], told: Mapping[str, int]) -> PlaceCandidate | None:
    """Return the one place of the name in the countries that the report names, none of whose namesakes there rivals it.

    "In Izium, Ukraine" needs no second town of Ukraine to be that Izium. Countries where every surname and street is some
    town's name too are left to the ranker.
    """
    if scene.names[g].lookup.site:
        return None
    # A country named in passing ("the French quarter") says nothing of where a street of its name is.
    about = {iso for iso, n in told.items() if 4 * n >= sum(told.values()) and iso not in COMMON_NAMES}
    if not told:
        return _the_only_one(scene, g)
    there = [c for i in order if (c := scene.candidates[int(i)]) is not NOWHERE and c.country in about]
    there = [c for c in there if c.match == "name"] or [c for c in there if c.match == "alias"] or there
    if not there or (there[0].match == "loose" and len(scene.names[g].key) < _TELLING):
        return None
    best = max(there, key=lambda c: c.population)
    if any(best.population < 5 * c.population or not best.population for c in there if c is not best and not _together(c, best)):
        return None
    return next(c for c in there if _together(c, best))


def _the_only_one(scene: Scene, g: int) -> PlaceCandidate | None:
    """Return the place of a name that no other place bears, in a report that names no other: "a raid in Kitchanga"."""
    own = [c for i in scene.members(g) if (c := scene.candidates[int(i)]) is not NOWHERE]
    alone = own[0] if own and all(_together(own[0], c) for c in own[1:]) else None
    if alone is None or alone.match != "name" or alone.country in COMMON_NAMES:
        return None
    # Hand-kept places are there because wars are told of them; of the town list's, short names are many a surname.
    return alone if alone.geoname_id is None or len(scene.names[g].key) >= _TELLING else None


def _where_the_war_is(scene: Scene, g: int, peoples: Mapping[str, int]) -> PlaceCandidate | None:
    """Return the hand-kept place that alone bears a name, if the report speaks of its people: "Syrian" beside "Baghuz".

    Of the places a report may name none but "the US", and its war is told by adjectives alone.
    """
    alone = _the_only_one(scene, g)
    return alone if alone is not None and alone.geoname_id is None and peoples.get(alone.country or "") else None


def _world_city(place: PlaceCandidate) -> bool:
    """Whether a place is so well known by the name that it is meant even in a report of another country."""
    return place.match == "name" and (place.population >= 1_000_000 or place.code == "PPLC")


# Shorter names sound like some place of any country.
_TELLING = 7


class _Told:
    """Mentions of each country's places in a report; adjectives ("French") count only where nothing else is named."""

    def __init__(self, scene: Scene, shares: Floats) -> None:
        self.places: dict[str, int] = defaultdict(int)
        self.peoples: dict[str, int] = defaultdict(int)
        self.meant = [scene.candidates[int(own[np.argmax(shares[own])])] for own in map(scene.members, range(len(scene.names)))]
        for name, place in zip(scene.names, self.meant, strict=True):
            if place.country:
                (self.peoples if place.match == "demonym" else self.places)[place.country] += len(name.spans)

    def apart_from(self, scene: Scene, g: int) -> dict[str, int]:
        """Return the counts without those of one name."""
        place = self.meant[g]
        if place.match == "demonym":
            return dict(self.places or self.peoples)
        told = dict(self.places)
        if place.country:
            told[place.country] -= len(scene.names[g].spans)
        told = {iso: n for iso, n in told.items() if n > 0}
        return told or dict(self.peoples)


def _together(one: PlaceCandidate, other: PlaceCandidate) -> bool:
    """Whether two candidates of a name are as good as one place: a town and the district around it."""
    return abs(one.latitude - other.latitude) < 0.5 and abs(one.longitude - other.longitude) < 0.5


def _at_home(scene: Scene, g: int, best: PlaceCandidate, order: NDArray[np.int64], told: Mapping[str, int]) -> PlaceCandidate:
    """Return the namesake in a country that the report names, where the ranker took a larger one of a country it does not.

    "Bor, in South Sudan's Jonglei" is not the Bor in Serbia. What only sounds like the name of a place in a third country is none.
    """
    elsewhere = any(n for iso, n in told.items() if iso != best.country and iso not in COMMON_NAMES)
    if best.feature not in ("city", "adm2", "adm3") or told.get(best.country or "") or not elsewhere:
        return best
    if _world_city(best):
        return best
    home = _of_named_country(scene, g, order, told)
    if home is not None and (home.match == "name" or home.match == best.match):
        return home
    # A village by another of its names, in a country that is not named, where all that is named lies in one other.
    elsewhere_only = [n for iso, n in told.items() if iso not in COMMON_NAMES]
    astray = best.match == "alias" and best.population < _KNOWN_ABROAD and len(elsewhere_only) == 1 and elsewhere_only[0] >= 3
    return NOWHERE if best.match == "loose" or astray else best


# A town of fewer people is seldom told of in reports from another country.
_KNOWN_ABROAD = 50_000


def _capital_or_west(scene: Scene, shares: Floats, g: int, best: PlaceCandidate) -> PlaceCandidate | None:
    """Return a capital or the West, where the ranker would have no place or a division of the name, in a report of several countries.

    "Between Moscow and Washington" are two capitals; in a paper of one country Washington may be its state.
    """
    if best is not NOWHERE and best.feature != "adm1":
        return None
    own = [scene.candidates[int(i)] for i in scene.members(g)]
    if scene.names[g].key in ("west", "western"):
        # "Western officials" are of no province called Western, which is printed as such.
        return next((c for c in own if c.feature == "region" and c.country is None), None)
    capitals = capitals_by_country()
    capital = next(
        (c for c in own if c.feature == "city" and c.match == "name" and c.country and c.name == capitals.get(c.country)), None
    )
    if capital is None or capital.population < 100_000:
        return None
    others = (scene.group != g) & (shares > 0.3) & scene.real
    abroad = {c.country for c, there in zip(scene.candidates, others, strict=True) if there and c.country} - {capital.country}
    return capital if abroad else None


def _more_prominent(
    scene: Scene, shares: Floats, g: int, best: PlaceCandidate, order: NDArray[np.int64], counts: Mapping[str, int],
    told: Mapping[str, int],
) -> PlaceCandidate | None:  # fmt: skip
    """Return the country or great town of the name, where a small namesake was chosen and nothing in the report is near it.

    A paper in Illinois means the Geneva next door; a report that only names the United States among others does not.
    """
    if best.feature in ("country", "region", "water") or any(g == h for h, _ in scene.comma):
        return None
    rivals = [scene.candidates[int(i)] for i in order]
    if best.match != "name" and (country := next((c for c in rivals if c.feature == "country" and c.match == "name"), None)):
        return country  # "Mexico" is the country, although its capital is also called so
    if best.feature not in ("city", "adm2", "adm3") or best.population >= 100_000:
        return None
    rival = max(
        (
            c
            for c in rivals
            if c.match in ("name", "alias")
            and (
                (c.population >= 100_000 and c.feature in ("country", "city", "adm1"))
                or (c.feature in ("region", "water") and c.radius_km >= 100)
            )
        ),
        key=lambda c: (c.feature == "country" and c.match == "name", c.population),
        default=None,
    )
    if rival is None or rival is best:
        return None
    named = told.get(best.country or "", 0) > 0 and best.country not in COMMON_NAMES
    if named and rival.feature == "city" and not told.get(rival.country or "") and not _world_city(rival):
        return None  # "Koro, in Mali" although Coro in Venezuela is larger
    index = next(int(i) for i in order if scene.candidates[int(i)] is best)
    others = (scene.group != g) & (shares > 0.3) & scene.real
    km = EARTH_KM * np.arccos(np.clip(scene.units @ scene.units[index], -1, 1))
    if (others & ~scene.is_country & ~scene.is_adm1 & (km < 150)).any():
        return None
    at_home = 2 * counts.get(best.country or "", 0) > sum(counts.values())
    if at_home and (others & scene.is_adm1 & (scene.division == scene.division[index])).any():
        return None
    return rival


def _country_counts(scene: Scene, shares: Floats) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for g, name in enumerate(scene.names):
        own = scene.members(g)
        country = scene.candidates[int(own[np.argmax(shares[own])])].country
        if country:
            counts[country] += len(name.spans)
    return counts


def _grounded(name: Name, best: PlaceCandidate, rest: Sequence[PlaceCandidate], counts: Mapping[str, int]) -> GroundedPlace:
    precision = max(precision_of(best), name.lookup.precision or 0)
    if name.lookup.precision and best.feature in ("adm1", "country"):
        precision = precision_of(best)
    reason = f"{best.name}: {describe(best)}"
    if best.match == "loose":
        reason += ", by another spelling"
    if name.lookup.note:
        reason += f"; {name.lookup.note}"
    if best.country and best.feature != "country" and (others := counts.get(best.country, 0) - len(name.spans)) > 0:
        reason += f"; the report names {others} other place{'s' if others > 1 else ''} in {best.country}"
    reason += f"; next candidate: {rest[0].name}, {describe(rest[0])}." if rest else "; no other place bears the name."
    return GroundedPlace(
        name=f"{best.name} {name.lookup.kind}" if name.lookup.kind and best.feature in ("adm1", "adm2") else best.name,
        country=best.country,
        admin1=best.admin1,
        latitude=best.latitude,
        longitude=best.longitude,
        precision=precision,
        basis=PlaceBasis.EXPLICIT,
        feature=best.feature,
        geoname_id=best.geoname_id,
        reason=reason,
        candidates=tuple(rest),
        adjective=best.match == "demonym",
    )


_DIVISION = r"(?:province|governorate|oblast|state|region)"
_NAME = r"[A-Z][^\s,]*(?:\s(?:[a-z]{1,3}[\s-])?[A-Z][^\s,]*){0,3}"


def _is_one(singular: str, plural: str) -> re.Pattern[str]:
    """Return what stands behind a name that is one of a kind: "Homs province", and each of "Aleppo, Deir ez-Zor and Idlib provinces"."""
    return re.compile(
        rf"^(?:['’]s)?\s+(?:{singular}|{plural})\b|^(?:,\s+{_NAME}){{0,5}},?\s+(?:and|or)\s+(?:the\s+)?{_NAME}\s+(?:{plural})\b"
    )


_IS_DIVISION = _is_one(_DIVISION, f"{_DIVISION}s")
# "The province of Homs".
_OF_DIVISION = re.compile(rf"\b{_DIVISION}s?\s+of\s+(?:[A-Z][^\s,]*(?:,|\s+and)\s+){{0,4}}$")
# "Marib's outskirts", "Gao airport", "the town of Taiz".
_IS_TOWN = re.compile(
    r"^(?:['’]s)?\s+(?:[a-z]+ern\s+)?(?:outskirts|suburbs?|city|town|(?:international\s+)?airport|airfield|prison|port|hospital)\b",
    re.IGNORECASE,
)
_OF_TOWN = re.compile(r"\b(?:city|town|outskirts|suburbs|streets|centre|center)\s+of\s+$")
_IS_DISTRICT = _is_one(
    "territory|district|county|cercle|raion|locality", "territories|districts|counties|cercles|raions|localities"
)
_ITSELF = re.compile(r"\b(?:city|town) of ·|·\s+(?:city|town)\b", re.IGNORECASE)
_COMPASS = re.compile(r"\b((?:north|south|east|west)(?:ern)?|central)\s+$", re.IGNORECASE)


def _as_worded(
    text: str, span: Span, name: Name, place: GroundedPlace, gazetteer: Gazetteer, ends: Collection[int]
) -> GroundedPlace:
    """Return the division or the town of a name where the words beside it ask for that one, whichever was weighed higher.

    "Homs province" is the province and "Gao airport" is at the town, although either name alone may mean both. "South Kordofan" is
    a state however it is capitalised; "southern Idlib" is a part of one, and stays Idlib. "The capital of Anbar province" is its
    capital. ``ends`` are where the text's names end.
    """
    if not name.lookup.site and _names_its_capital(text, span, place, ends):
        return _capital_of(place, gazetteer) or place
    if place.adjective or place.feature not in ("city", "adm1", "region") or name.lookup.site:
        return place
    before, after = text[max(0, span.start - 80) : span.start], text[span.end : span.end + 100]
    compass = _COMPASS.search(before)
    if compass:
        known = gazetteer.candidates(f"{compass.group(1)} {span.of(text)}", 5)
        state = next((c for c in known if c.feature == "adm1" and c.match == "name" and c.country == place.country), None)
        if state is not None:
            return _swapped(place, state, f"the text says '{compass.group(1)} {span.of(text)}'")
    asked: tuple[str, ...] = ()
    if place.feature == "city" and _IS_DISTRICT.match(after) and place.country not in COMMON_NAMES:
        asked = ("adm2", "adm3", "region")
    elif place.feature == "city" and (_IS_DIVISION.match(after) or _OF_DIVISION.search(before)):
        asked = ("adm1",)
    elif place.feature == "adm1" and (_IS_TOWN.match(after) or _OF_TOWN.search(before)):
        asked = ("city",)
    if not asked:
        return place
    other = next(
        (
            c
            for c in name.lookup.candidates
            if c is not NOWHERE and c.feature in asked and c.country == place.country
            and (c.admin1 == place.admin1 or (c.admin1 is None and abs(c.latitude - (place.latitude or 99)) < 0.7))
            and c.match in ("name", "alias")
        ),
        None,
    )  # fmt: skip
    if other is None:
        return place
    found = _swapped(place, other, "the words beside the name ask for it")
    return replace(found, precision=2) if asked == ("city",) and not _ITSELF.search(before + "·" + after) else found


# "The Bangladeshi capital", "Anbar's provincial capital"; what is named behind it says for itself where it is.
_ITS_CAPITAL = re.compile(
    r"(?:['’]s)?\s+(?:(?:provincial|regional|state)\s+)?capital\b"
    r"(?!,? (?:of|punishment|gains|flight|controls|markets?|spending|[A-Z]))(?! city,? [A-Z])"
)
# "The capital of the breakaway region of South Ossetia", "of Iraq's western Anbar province".
_CAPITAL_OF = re.compile(
    r"(?:\b(?P<kind>[A-Za-z]+)\s+)?\bcapital(?:\s+city)?\s+of\s+(?:[A-Z][\w-]+(?:['’]s?|-[a-z]+)\s+)?"
    r"(?:(?!(?:an?|and|or|in|near|for|with|to|from|by|at|on|as|that|which|is|was)\b)[a-z-]+\s+){0,5}\Z"
)
# Capitals that are none, or are no longer.
_NO_SEAT = word_set(
    "former old ancient onetime historic commercial business financial economic industrial cultural spiritual drug murder"
)
# "Ramadi is the capital of Anbar", "Ramadi, Anbar's capital" name the capital itself, and the division is the division.
_CALLED_CAPITAL = re.compile(
    r"(?:\b(?:is|was|as|became|remains)\s+(?:the\s+)?(?:[a-z]+\s+)?|(?P<mark>\s*[,(–—-]\s*(?:the\s+)?(?:[a-z]+\s+)?|\s+(?:the\s+)?))\Z"
)


def _names_its_capital(text: str, span: Span, place: GroundedPlace, ends: Collection[int]) -> bool:
    """Tell whether the words beside a name make it the capital of what it names, which the text does not name itself."""
    its = _ITS_CAPITAL.match(text, span.end) is not None
    if place.adjective:
        return its
    start = span.start
    if not its:
        said = _CAPITAL_OF.search(text, max(0, start - 100), start)
        if said is None or (said["kind"] or "").casefold() in _NO_SEAT or text.startswith(("'s", "’s"), span.end):
            return False
        start = said.start()
    called = _CALLED_CAPITAL.finditer(text, max(0, start - 30), start)
    return all(m["mark"] is not None and m.start("mark") not in ends for m in called)


def _capital_of(place: GroundedPlace, gazetteer: Gazetteer) -> GroundedPlace | None:
    """Return the capital of a country, or of a division or region whose capital is on file or bears its name."""
    country = place.country or ""
    division = place.admin1 if place.feature == "adm1" else None
    if place.feature == "country":
        capital = capitals_by_country().get(country)
    else:
        # In countries of English speech a town of a state's name is seldom its capital.
        own = division if country not in COMMON_NAMES else None
        capital = capitals_by_division().get((country, division or place.name), own)
    if not capital:
        return None
    towns = [
        c
        for c in gazetteer.candidates(capital, 20)
        if c.feature == "city" and c.country == country and c.match in ("name", "alias") and division in (None, c.admin1)
    ]
    town = max(towns, key=lambda c: (c.match == "name", c.population), default=None)
    whose = "the country's capital" if place.feature == "country" else f"the capital of {place.name}"
    return replace(_swapped(place, town, f"{whose}, as the text says"), adjective=False) if town else None


def _swapped(place: GroundedPlace, other: PlaceCandidate, why: str) -> GroundedPlace:
    """Return the other place of a name, with its own point and precision."""
    return replace(
        place, name=other.name, admin1=other.admin1, latitude=other.latitude, longitude=other.longitude, feature=other.feature,
        geoname_id=other.geoname_id, precision=precision_of(other), candidates=tuple(c for c in place.candidates if c is not other),
        reason=f"{other.name}: {describe(other)}; {why}.",
    )  # fmt: skip


def _holds_others(place: GroundedPlace) -> bool:
    """Tell whether an unknown name beside this place may be put at it."""
    return place.feature in ("city", "adm2", "site") and place.latitude is not None and place.basis is PlaceBasis.EXPLICIT


def _sounding_alike(names: Sequence[Name], resolved: Mapping[Span, GroundedPlace]) -> set[Span]:
    """Return the names that only sound like their place, in a division that no name of the report surely lies in.

    "Pan Myaung" may be Hpa-An, or a village on no map; what stands beside it is not put there too.
    """
    alike = {span for name in names for span in name.spans if span in resolved and _matched_loosely(name, resolved[span])}
    sure = {(p.country, p.admin1) for s, p in resolved.items() if s not in alike and p.feature != "country"}
    return {s for s in alike if (resolved[s].country, resolved[s].admin1) not in sure}


def _matched_loosely(name: Name, place: GroundedPlace) -> bool:
    point = (place.latitude, place.longitude)
    at = [c for c in name.lookup.candidates if c is not NOWHERE and (c.latitude, c.longitude) == point]
    return bool(at) and all(c.match == "loose" for c in at)


def _nearest(span: Span, towns: Sequence[Span]) -> Span | None:
    """Return the nearest of some spans in order, those before a span rather than those behind it."""
    at = bisect_left(towns, span)
    beside = towns[max(0, at - _BESIDE) : at + _BESIDE]
    return min(beside, key=lambda s: (s.distance(span) + (0 if s < span else 30), s), default=None)


_RIGHT_BESIDE = 40  # characters

# Names hardly ever lie inside one another, so that the nearest is a neighbour; a few more are looked at.
_BESIDE = 8


def _unresolved(text: str, span: Span, name: Name, place: GroundedPlace | None, container: GroundedPlace | None) -> GroundedPlace:
    """Return an unknown name, at the point of the ``place`` beside it if it may be put there, else in its ``container``'s country."""
    surface = " ".join(span.of(text).split())
    namesakes = tuple(c for c in name.lookup.candidates if c is not NOWHERE)[:5]
    if len(namesakes) == 1:
        why = f"the one place called '{surface}', {describe(namesakes[0])}, does not fit the report"
    elif namesakes:
        why = f"none of the {len(name.lookup.candidates) - 1} places called '{surface}' fits the report"
    else:
        why = f"'{surface}' is not in the gazetteer"
    if container is not None:
        why += f"; the text puts it in {container.name}"
    if place is not None:
        return replace(
            place,
            name=surface,
            precision=max(2, place.precision or 2) if name.lookup.site else max(4, place.precision or 4),
            basis=PlaceBasis.EXPLICIT if name.lookup.site else PlaceBasis.INHERITED,
            feature="site" if name.lookup.site else None,
            geoname_id=None,
            reason=f"{why[0].upper()}{why[1:]}; put at {place.name}, the nearest town that the text names.",
            candidates=namesakes,
        )
    return GroundedPlace(
        name=surface,
        country=container.country if container else None,
        admin1=None,
        latitude=None,
        longitude=None,
        precision=None,
        basis=PlaceBasis.UNKNOWN,
        reason=f"{why[0].upper()}{why[1:]}. A full GeoNames dump (fogline gazetteer import) may have it.",
        candidates=namesakes,
    )
