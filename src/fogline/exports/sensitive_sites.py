"""Hospitals, clinics, shelters and camps of the displaced, and the words and points that tell where one is."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable

from fogline.claims.claim import ClaimPlace
from fogline.control.assessment import ControlAssessment
from fogline.exports.name_words import LETTERS, PARTICLES, WORD, country_names
from fogline.incidents.incident import IncidentPlace

_SENSITIVE = re.compile(
    r"\b(hospitals?|clinics?|infirmar(?:y|ies)|medical (?:points?|cent(?:er|re)s?|facilit(?:y|ies))|field hospitals?|maternity wards?"
    r"|shelters?|safe houses?|orphanages?|camps?)\b",
    re.IGNORECASE,
)
_ARMED_CAMP = re.compile(r"\b(?:training|military|army|base|boot|militants?'?|fighters'?)\s+camps?\b", re.IGNORECASE)
# What stands between a site's own name and the word for it, and names nothing: "Rahma general hospital", "the Zahra IDP camp".
_DESCRIBING_WORDS = """
    the a an this that these those its his her their our one two three four five six several some many all every both another other
    main only central general national state public private local nearby new old big large small last first second
    field mobile makeshift underground military civilian government provincial municipal university teaching city town village
    children maternity surgical women men emergency trauma eye medical health refugee refugees displaced displacement idp idps
    tent transit informal temporary formal northern southern eastern western north south east west north-eastern north-western
    south-eastern south-western northeastern northwestern southeastern southwestern near inside outside around at in on of from
    and or with for to by between beside behind called named known as under
"""
_DESCRIBING = frozenset(_DESCRIBING_WORDS.split())
# Of those, the ones that come between a site and a town that it lies in; a name behind them is not the site's own.
_APART = frozenset({"in", "at", "of", "on", "near", "inside", "outside", "around", "and", "or", "the", "from", "to", "by"})
# What makes a nationality of a country's name.
_PEOPLE_OF = frozenset({"an", "ian", "i", "ish", "ese", "n"})
# The feature of a place that is no town, country or region: a building, a road, a printed point.
SITE = "site"
_PLAIN = {"hospital": "a hospital", "clinic": "a clinic", "shelter": "a shelter", "camp": "a camp", "orphanage": "an orphanage"}
# Latitude and longitude.
Point = tuple[float, float]


def is_sensitive_place(name: str, text: str | None = None) -> bool:
    """Return whether a place is a hospital, clinic, shelter or camp of the displaced."""
    return any(_SENSITIVE.search(_ARMED_CAMP.sub(" ", words)) for words in (name, text or ""))


def is_exact_site(place: ClaimPlace) -> bool:
    """Return whether a sensitive place is known as such, not by the town that it lies in."""
    return place.feature == SITE or is_sensitive_place(place.name)


def point_of(place: ClaimPlace | IncidentPlace | ControlAssessment) -> Point | None:
    """Return where a place lies as (latitude, longitude), None if nobody knows."""
    return None if place.latitude is None or place.longitude is None else (place.latitude, place.longitude)


def place_words(names: Iterable[str]) -> frozenset[str]:
    """Return the words that places' names are made of, and what is made of them: "syria", "syrian"."""
    words: set[str] = set()
    for name in names:
        for part in WORD.findall(name.casefold()):
            stem = part[:-1] if len(part) > 4 and part[-1] in "aeiouy" else part
            words.add(part)
            if len(stem) > 3:
                words.update(stem + ending for ending in _PEOPLE_OF)
    return frozenset(words)


def site_strings(words: str, town: frozenset[str] = frozenset(), wider: frozenset[str] = frozenset()) -> set[str]:
    """Return the words that name a sensitive site itself: "the Rahma hospital" of "the Rahma hospital in Idlib".

    ``town`` and ``wider`` are the words of towns' names and of those of what is larger, which may
    stand beside. "The hospital of Hajin" names no site but a town, and nothing of it is returned;
    "al-Hol camp" is the camp's own name though a town bears the first part of it.
    A name that is neither ("the shelter in Rose Street") is more exact than a town and goes with the site.
    """
    masked = _ARMED_CAMP.sub(lambda m: " " * len(m.group()), words)
    tokens = list(WORD.finditer(words))
    sites = [m.span() for m in _SENSITIVE.finditer(masked)]
    if not sites:
        return set()

    def is_site(token: re.Match[str]) -> bool:
        return any(start <= token.start() < end for start, end in sites)

    naming: set[int] = set()
    for n, token in enumerate(tokens):
        if is_site(token) or not _capitalised(token.group()):
            continue
        word = _bare(token.group())
        if word in country_names() or word in wider:
            continue
        if word not in town or _beside_site(tokens, n, is_site):
            naming.add(n)
    if not naming:
        return set()
    kept = sorted(naming | {n for n, token in enumerate(tokens) if is_site(token)})
    first, last = kept[0], kept[-1]
    while first and tokens[first - 1].group().lower() in PARTICLES - {"of"} and words[tokens[first - 1].end() :][:1] in " -":
        first -= 1
    return {words[tokens[n].start() : tokens[last].end()].strip() for n in {first, _without_article(tokens, first)}}


def names_something(words: str) -> bool:
    """Return whether words hold a name besides the word for the site: "the Rahma hospital", not "the hospital"."""
    return any(_capitalised(w) and not _SENSITIVE.fullmatch(w) for w in WORD.findall(words))


def named_by_site(name: str, own: Iterable[str]) -> bool:
    """Return whether a place's name is the site's own: Rahma of "the Rahma hospital in Hajin", and not Hajin."""
    words = set(LETTERS.findall(name.casefold()))
    return names_something(name) and any(words <= set(LETTERS.findall(string.casefold())) for string in own)


def single_name(words: str) -> set[str]:
    """Return the only name in the words for a site that was placed by it: al-Hol of "the camp at al-Hol"; none of several."""
    tokens = [t for t in WORD.finditer(words) if _capitalised(t.group()) and not _SENSITIVE.fullmatch(t.group())]
    joined = all(not words[a.end() : b.start()].strip() for a, b in itertools.pairwise(tokens))
    return {t.group() for t in tokens} if joined else set()


def plain_site(words: str) -> str:
    """Return what kind of site words speak of, without its name: "a hospital", "a protected place"."""
    found = _SENSITIVE.search(words)
    word = found.group(1).lower() if found else ""
    return next((plain for key, plain in _PLAIN.items() if key in word), "a protected place")


def _capitalised(word: str) -> bool:
    """Return whether a word is written as a name: "Rahma", "al-Hol", or any word in a script without capitals."""
    firsts = [part[:1] for part in re.split("[-'’]", word)]
    return any(f.isupper() or (f.isalpha() and f.upper() == f.lower()) for f in firsts) and word.lower() not in _DESCRIBING


def _bare(word: str) -> str:
    return re.sub("['’]s?$", "", word.casefold())


def _without_article(tokens: list[re.Match[str]], first: int) -> int:
    return first + 1 if tokens[first].group().lower() == "the" and first + 1 < len(tokens) else first


def _beside_site(tokens: list[re.Match[str]], n: int, is_site: Callable[[re.Match[str]], bool]) -> bool:
    """Return whether a name belongs to the word for the site: "Hajin general hospital", "Camp Hajin", not "hospital in Hajin"."""
    for step in (1, -1):
        k = n + step
        while 0 <= k < len(tokens) and not is_site(tokens[k]):
            word = tokens[k].group()
            joins = word.lower() in _DESCRIBING or word.lower() in PARTICLES or _capitalised(word)
            if word.lower() in _APART or not joins or word.endswith(("'s", "’s")):
                break
            k += step
        if 0 <= k < len(tokens) and is_site(tokens[k]) and not tokens[n].group().endswith(("'s", "’s")):
            return True
    return False
