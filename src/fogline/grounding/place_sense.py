"""Which candidate each name of a report means: what the ranker weighs, and the rules that stand above it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from fogline.grounding.gazetteer import fold
from fogline.grounding.grounding import GroundedPlace, PlaceBasis, PlaceCandidate
from fogline.grounding.place_kind import describe, precision_of
from fogline.grounding.ranking import EARTH_KM, NOWHERE, Floats, Name, Ranker, Scene
from fogline.grounding.regions import COMMON_NAMES, capitals_by_country, country_facts
from fogline.span import Span

__all__ = ["resolve_scene"]


def resolve_scene(scene: Scene, ranker: Ranker, namesakes: Mapping[str, Sequence[PlaceCandidate]]) -> dict[Span, GroundedPlace]:
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
            best = _neighbours_capital(scene, shares, g, best, mentions) or _by_its_own_name(scene, g, best)
            best = NOWHERE if _is_overseas(best, mentions, told) else _at_home(scene, g, best, order, told, mentions.peoples)
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
        # Those of the countries themselves, and of what is no small town: divisions, great cities.
        self.states: Counter[str] = Counter()
        self.firmly: Counter[str] = Counter()
        self.meant = [scene.candidates[int(own[np.argmax(shares[own])])] for own in map(scene.members, range(len(scene.names)))]
        for name, place in zip(scene.names, self.meant, strict=True):
            if not place.country:
                continue
            if place.match == "demonym":
                self.peoples[place.country] += len(name.spans)
                continue
            self.places[place.country] += len(name.spans)
            if place.feature == "country":
                self.states[place.country] += len(name.spans)
            elif place.feature not in ("city", "adm2", "adm3") or place.population >= _KNOWN_OVERSEAS:
                self.firmly[place.country] += len(name.spans)

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


def _at_home(
    scene: Scene, g: int, best: PlaceCandidate, order: NDArray[np.int64], told: Mapping[str, int], peoples: Mapping[str, int]
) -> PlaceCandidate:
    """Return the namesake in a country that the report names, where the ranker took a larger one of a country it does not.

    "Bor, in South Sudan's Jonglei" is not the Bor in Serbia. What only sounds like the name of a place in a third country is none.
    """
    elsewhere = any(n for iso, n in told.items() if iso != best.country and iso not in COMMON_NAMES)
    if best.feature not in ("city", "adm1", "adm2", "adm3") or told.get(best.country or "") or not elsewhere:
        return best
    if best.feature == "adm1" or _world_city(best):
        # "Cordoba" in a report of Colombia is the province there, and not the great city of Argentina.
        division = None if best.code == "PPLC" else _of_named_country(scene, g, order, told)
        return division if division is not None and (division.feature, division.match) == ("adm1", "name") else best
    home = _of_named_country(scene, g, order, told)
    if home is not None and (home.match == "name" or home.match == best.match):
        return home
    # A village by another of its names, in a country that is not named, where all that is named lies in one other.
    elsewhere_only = [n for iso, n in told.items() if iso not in COMMON_NAMES]
    astray = best.match == "alias" and best.population < _KNOWN_ABROAD and len(elsewhere_only) == 1 and elsewhere_only[0] >= 3
    return NOWHERE if best.match == "loose" or astray or _is_far_away(best, told, peoples) else best


def _is_far_away(best: PlaceCandidate, told: Mapping[str, int], peoples: Mapping[str, int]) -> bool:
    """Tell whether a small town lies in a country that the report does not name, and that borders none which it names.

    A village of a war on no map is likelier than a town of some other continent: "Mboro" is none of Senegal in a report of South Sudan.
    Hand-kept towns are there because wars are told of them.
    """
    iso = best.country or ""
    if best.geoname_id is None or best.population >= _KNOWN_ABROAD or iso in COMMON_NAMES or peoples.get(iso):
        return False
    near = set(filter(None, str(country_facts().get(iso, {}).get("neighbours", "")).split(",")))
    return sum(n for other, n in told.items() if other not in COMMON_NAMES) >= 3 and near.isdisjoint(told)


def _neighbours_capital(scene: Scene, shares: Floats, g: int, best: PlaceCandidate, mentions: _Told) -> PlaceCandidate | None:
    """Return a capital near the report's other places, where the ranker took a namesake in a country of English speech.

    Salvadorans who talk "in San Jose" are in Costa Rica, and in California only if the report tells of another place there.
    """
    iso = best.country or ""
    if iso not in COMMON_NAMES or best.feature not in ("city", "adm2", "adm3") or best.code == "PPLC":
        return None
    others = (scene.group != g) & (shares > 0.3) & scene.real & ~scene.is_country
    if any(c.country == iso for c, there in zip(scene.candidates, others, strict=True) if there):
        return None
    for i in scene.members(g):
        capital = scene.candidates[int(i)]
        if (
            capital.code != "PPLC"
            or capital.match not in ("name", "alias")
            or capital.country in COMMON_NAMES
            or not others.any()
        ):
            continue
        km = EARTH_KM * np.arccos(np.clip(scene.units[others] @ scene.units[int(i)], -1, 1))
        if km.min() < _A_NEIGHBOURS_KM and (capital.country in mentions.places or not mentions.states[iso]):
            return capital
    return None


# Capitals so far from a report's places are where its sides meet.
_A_NEIGHBOURS_KM = 1000


def _by_its_own_name(scene: Scene, g: int, best: PlaceCandidate) -> PlaceCandidate:
    """Return the town so called, where the ranker took a smaller one of its country by a former or foreign name.

    "Kaliningrad" is that city, and no longer the Korolev beside Moscow. Of two that only sound so, across a border from each
    other, it is the one whose own name looks like what is printed.
    """
    if best.feature not in ("city", "adm2", "adm3") or best.match not in ("alias", "loose"):
        return best
    own = [c for i in scene.members(g) if (c := scene.candidates[int(i)]).feature == "city"]
    if best.match == "alias":
        called = [c for c in own if c.match == "name" and c.country == best.country and c.country not in COMMON_NAMES]
        larger = max(called, key=lambda c: c.population, default=best)
        return larger if larger.population > best.population else best
    key = scene.names[g].key
    beside = [c for c in own if c.match == "loose" and _together(c, best) and c.country != best.country]
    return max((best, *beside), key=lambda c: SequenceMatcher(None, fold(c.name), key).ratio())


# A town of fewer people is seldom told of in reports from another country.
_KNOWN_ABROAD = 50_000


def _is_overseas(best: PlaceCandidate, mentions: _Told, told: Mapping[str, int]) -> bool:
    """Tell whether a village of a war would be a town of a country of English speech that the report does not speak of.

    There a town bears every name: of a "Celina" in a report that names nothing but Kosovo none of the places is known, whatever
    a second such namesake says. The country itself, a division or a great city of it keeps its towns.
    """
    iso = best.country or ""
    if iso not in COMMON_NAMES or best.feature not in ("city", "adm2", "adm3") or mentions.firmly.get(iso) or _world_city(best):
        return False
    elsewhere = [n for other, n in told.items() if other not in COMMON_NAMES]
    far_from_home = sum(elsewhere) >= max(3, 4 * mentions.states[iso]) and max(elsewhere, default=0) > 1
    return far_from_home and best.population < _KNOWN_OVERSEAS


# A city of so many may be named in a report of another continent: "families in Minneapolis".
_KNOWN_OVERSEAS = 100_000


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
