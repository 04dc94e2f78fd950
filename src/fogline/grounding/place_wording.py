"""What the words beside a name ask for: "Homs province" is the province, "Gao airport" is at the town, "the capital of Anbar" is Ramadi."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from fogline.grounding.gazetteer import fold, loose
from fogline.grounding.grounding import Gazetteer, GroundedPlace, PlaceCandidate
from fogline.grounding.place_kind import describe, precision_of
from fogline.grounding.ranking import NOWHERE, Name
from fogline.grounding.regions import COMMON_NAMES, capitals_by_country, capitals_by_division
from fogline.grounding.word_lists import word_set
from fogline.span import Span

__all__ = ["as_worded", "describes_where_it_is"]

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


_THE_STATES_OWN = re.compile(r"['’]s\s+(?:far\s+)?(?:north|south|east|west)[a-z-]*ern\s+\Z")
_REGION_BEHIND = re.compile(rf"\s+{_DIVISION}\b")


def describes_where_it_is(before: str, after: str) -> bool:
    """Tell whether a compass word says where in a country a whole region is: "Sudan's western Darfur region" is all of Darfur."""
    return _THE_STATES_OWN.search(before) is not None and _REGION_BEHIND.match(after) is not None


def as_worded(
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
    if compass and not (place.feature == "region" and describes_where_it_is(before, after)):
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
    if other is None and asked == ("adm1",):
        other = _division_around(place, gazetteer)
    if other is None:
        return place
    found = _swapped(place, other, "the words beside the name ask for it")
    return replace(found, precision=2) if asked == ("city",) and not _ITSELF.search(before + "·" + after) else found


def _division_around(town: GroundedPlace, gazetteer: Gazetteer) -> PlaceCandidate | None:
    """Return the division that a town is the capital of, where the town alone bears the name as printed: "Kharkov region"."""
    division = town.admin1 or ""
    seat = capitals_by_division().get((town.country or "", division)) == town.name
    alike = loose(fold(town.name))[:_STEM] == loose(fold(division))[:_STEM]
    if not (seat or alike) or town.country in COMMON_NAMES:
        return None
    found = gazetteer.candidates(division, 10)
    return next((c for c in found if c.feature == "adm1" and c.country == town.country and c.admin1 == division), None)


# So many letters a town and its division have in common: "Belgorod" and "Belgorodskaya oblast".
_STEM = 5


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
