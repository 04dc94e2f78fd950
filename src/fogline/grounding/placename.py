"""From a name as a report prints it to the places that bear it.

"northern Aleppo countryside", "Loudon Co.", "Minnesotans" and "Cornell University" are in no gazetteer; what they are made
of is. Whatever is taken off a name is said (``note``), and costs precision where it makes the place less exact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fogline.grounding.grounding import Gazetteer, PlaceCandidate
from fogline.grounding.regions import words as word_list

CANDIDATES = 50
# Words that say what kind of thing a name is, taken off when the whole is unknown.
DIVISION_WORDS = word_list("division-words")
COUNTY_WORDS = word_list("county-words")
TOWN_WORDS = word_list("town-words")
_AROUND_WORDS = word_list("around-words")
_SITE_WORDS = word_list("site-words")
_STREET_WORDS = frozenset(["street", "avenue", "boulevard", "alley"])
_NATURE_WORDS = word_list("nature-words")
_DIRECTIONS = re.compile(
    r"^(?:(?:the|in|near|outside|around|inside|greater|rural|downtown|central|upper|lower|mid|old|metropolitan|inner|outer|"
    r"(?:north|south)?[- ]?(?:north|south|east|west)(?:ern)?|uptown|midtown|suburban|city of|town of|village of|"
    r"province of|state of|county of|district of|port of|republic of|kingdom of|government-held|rebel-held|besieged)[ -]+)+",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"(?:['’][sS]|['’])$")
# "the area", "this city": words for a place, and no name, though some hamlet is called Area.
_NO_NAME = re.compile(
    r"^(?:(?:the|this|that|these|those|a|an|one|their|its|his|her|our|several|many|all|other)\s+)+[^\W\d_A-Z][\w’'-]*(?:\s+[^\W\d_A-Z][\w’'-]*)*$|"
    r"^(?:THE|THIS|THAT|A|AN)\s+(?:AREA|CITY|COUNTRY|CAPITAL|TOWN|VILLAGE|REGION|PROVINCE|PRISON|UNIVERSITY|CAMP|GARRISON|CATHEDRAL)$|^here$|^there$"
)


@dataclass(frozen=True, slots=True)
class Lookup:
    """Candidates of a name as printed; ``hint`` is the feature its words ask for, ``note`` what was taken off."""

    candidates: tuple[PlaceCandidate, ...]
    hint: str = ""
    precision: int | None = None
    note: str = ""
    kind: str = ""  # the word for a kind of division that the text prints: "province"
    site: bool = False  # a facility: right only if it lies by the report's other places


def look_up(surface: str, gazetteer: Gazetteer) -> Lookup:
    """Look a name up as printed, then without the words around its core; and say what was left out."""
    name = " ".join(surface.split()).strip(' .,;:()[]"“”')
    if _NO_NAME.match(name):
        return Lookup(())
    if "." in surface and surface.endswith("."):
        name = name if "." not in name else name + "."
    found = gazetteer.candidates(name, CANDIDATES)
    if found:
        return Lookup(found, hint=_hint_of(name))
    bare = POSSESSIVE.sub("", name)
    bare = re.sub(r"^the\s+", "", bare, flags=re.IGNORECASE)
    if bare != name and (found := gazetteer.candidates(bare, CANDIDATES)):
        return Lookup(found, hint=_hint_of(bare))
    for ending in ("s", "es"):
        if bare.endswith(ending) or bare.endswith(ending.upper()):
            # "Syrians"; and "Syrias frontiers", as texts that lost their apostrophes have it.
            found = gazetteer.candidates(bare[: -len(ending)], CANDIDATES)
            if known := tuple(c for c in found if c.match == "demonym" or (c.feature == "country" and c.match == "name")):
                return Lookup(known)
    spelled = " ".join(_SHORT.get(w.casefold(), w) for w in bare.split())
    if spelled != bare:
        inner = look_up(spelled, gazetteer)
        if inner.candidates:
            return inner
    if inhabitants := _of_inhabitants(bare, gazetteer):
        return Lookup(inhabitants, note="named by its people")
    if "," in bare:
        head = bare.split(",", 1)[0].strip()
        inner = look_up(head, gazetteer) if head else Lookup(())
        if inner.candidates:
            return inner
    directed = _DIRECTIONS.sub("", bare)
    if directed != bare and directed:
        inner = look_up(directed, gazetteer)
        if inner.candidates:
            taken = bare[: len(bare) - len(directed)].strip()
            around = re.search(r"(?:ern|north|south|east|west|rural|near|outside|around)\b", taken, re.IGNORECASE)
            return replace(
                inner,
                hint="adm1" if around and not inner.hint else inner.hint,
                note=inner.note or f"read without '{taken}'",
                precision=inner.precision or (2 if around else None),
            )
    words = bare.split()
    if len(words) > 1:
        last, first = words[-1].casefold().rstrip("."), words[0].casefold().rstrip(".")
        core = " ".join(words[:-1])
        if last in DIVISION_WORDS | COUNTY_WORDS | TOWN_WORDS | _AROUND_WORDS:
            inner = look_up(core, gazetteer)
            if inner.candidates:
                hint = (
                    "adm1" if last in DIVISION_WORDS else "adm2" if last in COUNTY_WORDS else "city" if last in TOWN_WORDS else ""
                )
                near = 2 if last in _AROUND_WORDS else None
                return replace(
                    inner,
                    hint=inner.hint or hint,
                    note=f"read without '{words[-1]}'",
                    precision=inner.precision or near,
                    kind=last if hint in ("adm1", "adm2") else inner.kind,
                )
        if first in _NATURE_WORDS and (found := gazetteer.candidates(" ".join(words[1:]), CANDIDATES)):
            return Lookup(found, precision=5, note=f"read without '{words[0]}'", site=True)
        if last in _STREET_WORDS:
            return Lookup((), site=True)  # "Tumanyan street" is in whatever town the text tells of
        if last in _SITE_WORDS:
            for end in range(len(words) - 1, 0, -1):
                if words[end].casefold().rstrip(".") not in _SITE_WORDS and end < len(words) - 1:
                    break
                if found := gazetteer.candidates(" ".join(words[:end]), CANDIDATES):
                    return Lookup(found, precision=2, note=f"read without '{' '.join(words[end:])}'", site=True)
            return Lookup((), site=True)
        if len(words) > 2 and "of" in words:
            tail = " ".join(words[words.index("of") + 1 :])
            if words[0].casefold() in _SITE_WORDS and tail and (found := gazetteer.candidates(tail, CANDIDATES)):
                return Lookup(found, precision=2, note=f"read as a site in {tail}", site=True)
    if re.match(r"^\d+\s|^[AMBEI][- ]?\d{1,4}$|^(?:Highway|Route|Interstate|Rue|Barangay|Calle|Avenida|Exit)\s", bare):
        return Lookup((), site=True)  # house numbers, roads
    if len(words) > 1 and (named := _named_for(words, gazetteer)):
        return named
    return Lookup(())


_SHORT = {
    "co.": "County", "co": "County", "twp.": "Township", "twp": "Township", "mt.": "Mount", "ft.": "Fort", "pt.": "Point", "w.": "West",
    "e.": "East", "n.": "North", "s.": "South", "dist.": "District", "st": "Saint", "gov.": "Governorate", "&": "and", "isl.": "Island",
}  # fmt: skip
# What English and Russian put at the end of a place's name: "Minnesotans", "Londoner", "в Донецке".
_PEOPLE_ENDINGS = (("ns", ""), ("n", ""), ("ans", ""), ("an", ""), ("ians", ""), ("ian", ""), ("ers", ""), ("er", ""), ("ites", ""), ("ite", ""),
                   ("ans", "a"), ("is", ""), ("i", ""))  # fmt: skip
_WIDE_FEATURES = frozenset({"country", "adm1", "region"})


def _named_for(words: Sequence[str], gazetteer: Gazetteer) -> Lookup | None:
    """Return the country, division or continent in a body's name: "Russian Foreign Ministry", "Nazi Germany"."""
    for width in (2, 1):
        for start in range(len(words) - width + 1):
            part = " ".join(words[start : start + width])
            if not part[:1].isupper():
                continue
            found = gazetteer.candidates(part, CANDIDATES)
            if found and found[0].feature in _WIDE_FEATURES and found[0].match in ("name", "demonym"):
                return Lookup(found[:1], precision=4, note=f"named for {found[0].name}")
    return None


SLAVIC_ENDINGS = (
    ("е", "ь"),("е", ""), ("е", "а"), ("и", "я"), ("и", "а"), ("и", "ь"), ("ы", "а"), ("а", ""), ("у", ""), ("у", "а"), ("ом", ""), ("ой", "а"),
                   ("ою", "а"), ("і", "а"), ("і", ""), ("ю", "я"), ("ью", "ь"), ("я", "ь"), ("ої", "а"))  # fmt: skip


def _of_inhabitants(name: str, gazetteer: Gazetteer) -> tuple[PlaceCandidate, ...]:
    """Return the well-known places that a name of inhabitants or an inflected Slavic name is made of."""
    if re.search("[\u0400-\u04ff]", name):
        for ending, nominative in SLAVIC_ENDINGS:
            if name.endswith(ending) and (
                found := gazetteer.candidates(name[: len(name) - len(ending)] + nominative, CANDIDATES)
            ):
                return found
        return ()
    if not name.istitle() or " " in name or len(name) < 6:
        return ()
    for ending, base in _PEOPLE_ENDINGS:
        if name.endswith(ending):
            found = gazetteer.candidates(name[: len(name) - len(ending)] + base, CANDIDATES)
            known = tuple(c for c in found if c.match == "name" and (c.feature in ("adm1", "country") or c.population > 150_000))
            if known:
                return known
    return ()


def _hint_of(name: str) -> str:
    last = name.rsplit(" ", 1)[-1].casefold()
    return "adm1" if last in DIVISION_WORDS else "adm2" if last in COUNTY_WORDS else ""
