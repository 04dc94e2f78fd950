"""Place names in running text, found by the gazetteer and the words around them.

This is the fall-back and supplement of the trained reader, not its rival: it works in any script the gazetteer knows, in
ALL CAPS, and offline without weights. It prefers silence to a false name: a capitalised word that is also a person, an
organisation or an ordinary word is a place only where the text treats it as one ("in Reading", "Nice, France").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from fogline.grounding.grounding import Gazetteer, PlaceCandidate
from fogline.grounding.placename import SLAVIC_ENDINGS
from fogline.grounding.regions import COMMON_NAMES
from fogline.grounding.regions import words as word_list
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Toponym
from fogline.span import Span

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’ʼʻ](?=[^\W_])|[-‐‑](?=[^\W_])|\.(?=[^\W\d_]\.))*\.?", re.UNICODE)
# Small words that stand inside a name.
_INSIDE = word_list("inside")
_MAX_WORDS = 5
_MIDDLES = frozenset({"centre", "center", "central"})

# Ordinary words, months, peoples' names and the like that some village also bears. General knowledge of English.
_ORDINARY = word_list("ordinary")
_TITLES = word_list("titles")
_GIVEN = word_list("given")
_ORGANISATION = word_list("organisation")
_LOCATIVE = word_list("locative")
_PLACE_WORDS_BEFORE = word_list("place-words-before")
_PLACE_WORDS_AFTER = word_list("place-words-after")
_ARABIC = re.compile(r"[\u0600-\u06FF]")
_ARABIC_LOCATIVE = word_list("arabic-locative")
_CYRILLIC = re.compile(r"[\u0400-\u04FF]")


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str

    @property
    def bare(self) -> str:
        return self.text.rstrip(".").casefold()


@dataclass(frozen=True, slots=True)
class _Report:
    """What the text as a whole says of its names.

    ``inside``: words capitalised within a sentence; ``persons``: surnames; and, once read through, ``known``: names it
    uses as places, and ``countries`` it surely speaks of.
    """

    inside: Counter[str]
    persons: frozenset[str]
    known: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    shouted: bool = False  # printed in capitals throughout


def _country_of(candidates: tuple[PlaceCandidate, ...]) -> str | None:
    """Return the country that a name surely speaks of: its own name, or a division that is alone in bearing it."""
    best = candidates[0]
    return best.country if best.feature == "country" or (best.feature == "adm1" and best.match != "loose") else None


def find_toponyms(text: str, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Return the place names of a text in order, with a score that ranks how surely each is one.

    Adjectives of countries ("Syrian") are returned too, at a low score: they are context for the resolver, and mostly
    actors. Names do not overlap; the longest that the gazetteer knows is taken.
    """
    tokens = [_Token(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]
    if not tokens:
        return ()
    seen_inside = Counter(t.bare for i, t in enumerate(tokens) if _capital(t.text) and i and not _starts_sentence(text, t))
    shouted = sum(c.isupper() for c in text) > 0.8 * sum(c.isalpha() for c in text)
    about = _Report(seen_inside, _surnames(text, tokens), shouted=shouted)
    first = _pass(text, tokens, gazetteer, about)
    # What the text treats as a place once ("in Lancaster") is one where it only names it ("Lancaster voted").
    known = frozenset(t.span.of(text).casefold() for t, _ in first if t.score >= 0.6)
    countries = frozenset(c for t, c in first if t.score >= 0.5 and c)
    return tuple(toponym for toponym, _ in _pass(text, tokens, gazetteer, replace(about, known=known, countries=countries)))


def _pass(text: str, tokens: list[_Token], gazetteer: Gazetteer, about: _Report) -> list[tuple[Toponym, str | None]]:
    found: list[tuple[Toponym, str | None]] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if _ARABIC.search(token.text):
            step = _arabic(text, tokens, i, gazetteer, found)
        elif _capital(token.text) or (token.bare in _INSIDE and "-" in token.text):
            step = _latin(text, tokens, i, gazetteer, found, about)
        else:
            step = 0
        i += max(1, step)
    return found


def _surnames(text: str, tokens: list[_Token]) -> frozenset[str]:
    """Return words that somewhere follow a given name, a title or an initial: the report's people, named alone later."""
    names: set[str] = set()
    for left, right in pairwise(tokens):
        if text[left.end : right.start] != " " or not _capital(right.text) or right.text.isupper():
            continue
        if (_capital(left.text) and left.bare in _GIVEN) or left.bare in _TITLES or re.fullmatch(r"[A-Z]\.", left.text):
            names.add(re.sub(r"['’]s?$", "", right.bare))
    return frozenset(names)


# "al-Bab" and "d'Ivoire" begin small.
_SMALL_PREFIX = re.compile(r"(?:al|el|ad|ar|as|ash|at|az|ez|an|d|l)[-'’](.)")


def _capital(word: str) -> bool:
    if word[0].isupper():
        return True
    prefix = _SMALL_PREFIX.match(word) if not word.isalpha() else None
    return bool(prefix and prefix.group(1).isupper())


def _starts_sentence(text: str, token: _Token) -> bool:
    before = text[max(0, token.start - 4) : token.start].rstrip(" \"“‘'(")
    return not before or before[-1] in ".!?:\n" or "\n" in text[max(0, token.start - 2) : token.start]


def _all_caps_line(text: str, token: _Token) -> bool:
    start = text.rfind("\n", 0, token.start) + 1
    end = text.find("\n", token.end)
    line = text[start : end if end >= 0 else len(text)][:400]
    letters = [c for c in line if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.9 * len(letters)


def _runs(tokens: list[_Token], text: str, i: int) -> Iterator[int]:
    """Yield the ends (exclusive) of the phrases that begin at token i, the longest first."""
    end = i + 1
    ends = [end]
    while end < len(tokens) and end - i < _MAX_WORDS:
        gap = text[tokens[end - 1].end : tokens[end].start]
        if gap not in (" ", "\u00a0") and not (gap == "" or gap == "-"):
            break
        if tokens[end - 1].text.endswith(".") and tokens[end - 1].bare not in {"st", "mt", "ft", "u.s", "u.k"}:
            break
        if _capital(tokens[end].text):
            ends.append(end + 1)
        elif tokens[end].bare not in _INSIDE:
            break
        end += 1
    yield from reversed(ends)


def _latin(
    text: str, tokens: list[_Token], i: int, gazetteer: Gazetteer, found: list[tuple[Toponym, str | None]], about: _Report,
) -> int:  # fmt: skip
    for end in _runs(tokens, text, i):
        start, stop = tokens[i].start, tokens[end - 1].end
        surface = text[start:stop]
        possessive = re.search(r"['’][sS]?$", surface)
        if possessive:
            surface = surface[: possessive.start()]
        if len(surface) < 2:
            continue
        candidates = _named(surface, gazetteer)
        if (
            surface.endswith(".")
            and not re.search(r"\.\w\.$", surface)
            and not (candidates and candidates[0].match == "abbreviation")
        ):
            surface = surface[:-1]
            candidates = candidates or _named(surface, gazetteer)
        if ("’s " in surface or "'s " in surface) and not any(c.match in ("name", "alias") for c in candidates):
            continue  # "Cox's Bazar" is so called, "Sudan's Port Sudan" is two names
        if not candidates and (landmark := _landmark(text, tokens, i, end)):
            found.append((Toponym(Span(start, start + len(surface)), landmark), None))
            return end - i
        if not candidates:
            continue
        score = _judge(text, tokens, i, end, surface, candidates, found, about)
        if score <= 0:
            # A longer phrase that is a person or organisation hides the shorter names inside it.
            if end - i > 1:
                continue
            return 1
        found.append((Toponym(Span(start, start + len(surface)), round(min(1.0, score), 3)), _country_of(candidates)))
        return end - i
    return 1


_LANDMARK_ENDS = word_list("landmark-ends")


def _landmark(text: str, tokens: list[_Token], i: int, end: int) -> float:
    """Return the score of "Neches River", "Darby Street": a name whose last word says that it is a place; else 0."""
    if end - i < 2 or end - i > 4:
        return 0.0
    last = tokens[end - 1]
    if last.bare not in _LANDMARK_ENDS or not all(_capital(t.text) for t in tokens[i:end]) or last.text.isupper():
        return 0.0
    if end < len(tokens) and text[last.end : tokens[end].start] == " " and _capital(tokens[end].text):
        return 0.0  # "Butler County Sheriff"
    return 0.0 if tokens[i].bare in _TITLES or tokens[i].bare in ("the", "a", "this", "that") else 0.6


def _named(surface: str, gazetteer: Gazetteer) -> tuple[PlaceCandidate, ...]:
    candidates = gazetteer.candidates(surface, 8)
    if candidates:
        return candidates
    if surface.endswith("s") and len(surface) > 4:
        peoples = tuple(c for c in gazetteer.candidates(surface[:-1], 8) if c.match == "demonym")
        if peoples:
            return peoples
    if _CYRILLIC.search(surface):
        for ending, nominative in SLAVIC_ENDINGS:
            if surface.endswith(ending) and (
                found := gazetteer.candidates(surface[: len(surface) - len(ending)] + nominative, 8)
            ):
                return found
    return ()


def _judge(
    text: str, tokens: list[_Token], i: int, end: int, surface: str, candidates: tuple[PlaceCandidate, ...],
    found: list[tuple[Toponym, str | None]], about: _Report,
) -> float:  # fmt: skip
    """Return how surely the phrase is a place; 0 or less if it should not be called one."""
    best = candidates[0]
    people = max(c.population for c in candidates)
    wide = best.feature in ("country", "adm1", "region", "water") and best.match != "loose"
    if best.feature == "adm2" and end - i > 1 and best.match == "name":
        wide = True
    caps = surface.isupper() and len(surface) > 3 and _all_caps_line(text, tokens[i])
    before = tokens[i - 1] if i and text[tokens[i - 1].end : tokens[i].start].strip(" ") == "" else None
    after = tokens[end] if end < len(tokens) and text[tokens[end - 1].end : tokens[end].start] in (" ", "") else None
    # "the" between preposition and name does not matter.
    prior = before
    if prior is not None and prior.bare == "the" and i > 1:
        prior = tokens[i - 2]
    locative = prior is not None and prior.bare in _LOCATIVE
    tail = text[tokens[end - 1].end : tokens[end - 1].end + 40]
    after_comma = bool(
        found
        and 0 < tokens[i].start - found[-1][0].span.end <= 3
        and text[found[-1][0].span.end : tokens[i].start].strip() == ","
    )
    before_comma = bool(re.match(r"^,\s+[A-Z]", tail)) and bool(
        gazetteer_hit if (gazetteer_hit := _container_follows(tail, candidates)) else False
    )
    dateline = bool(re.match(r"^\s*(?:,[^\n]{0,25})?\s*(?:\([A-Z][A-Za-z]+\)\s*)?[-–—]\s", tail)) and _starts_sentence(
        text, tokens[i]
    )
    placed = locative or after_comma or before_comma or dateline
    if after is not None and after.bare in _PLACE_WORDS_AFTER:
        placed = True
    if prior is not None and prior.bare in _PLACE_WORDS_BEFORE:
        placed = True
    single = end - i == 1
    bare = surface.casefold()
    if single and (bare in _ORDINARY or tokens[i].bare in _ORDINARY) and bare not in ("us", "u.s"):
        firmly = prior is not None and prior.bare in ("in", "near", "from", "outside", "around", "at", "inside")
        if not ((firmly and bare not in _COMMON_AFTER_IN and people > 100_000) or before_comma):
            return 0
    if bare == "us" and (surface != "US" or (about.shouted and _is_a_pronoun(before, after))):
        return 0
    if single and tokens[i].bare in _FIRST_PARTS and after is not None and _capital(after.text):
        return 0
    if best.feature in ("city", "adm2", "adm3") and _OF_WHAT.match(text, tokens[end - 1].end):
        return 0  # "Santa Lucia del Maro" is on no map, and is no Santa Lucia
    if best.feature == "country" and best.match == "alias" and before is not None and _is_first_part(before) and not locative:
        return 0  # "La Francia", "Villa Alemania"
    if (
        bare in _MIDDLES
        and (_capital(before.text) if before is not None else not _starts_sentence(text, tokens[i]))
        and not placed
    ):
        return 0  # "the Joint Operations Centre" is a body, not the region of Burkina Faso
    if single and len(surface.strip(".")) <= 2 and not wide and not after_comma:
        return 0
    if tokens[i].bare == "the" and end - i == 2 and not wide and re.fullmatch(r"[A-Z]{2,3}", tokens[i + 1].text):
        return 0  # "The UN" is no village
    if best.match == "abbreviation" and len(surface.strip(".")) <= 4 and not after_comma and not surface.endswith("."):
        return 0
    kept = best.geoname_id is None and best.match == "name" and best.feature in ("city", "site", "adm2")
    if not single and tokens[end - 1].bare in _ORGANISATION and not wide and not kept:
        return 0  # "Red Cross"
    if single and bare in about.persons and not wide and people < 1_000_000 and not before_comma:
        return 0
    if single and best.match == "loose" and not (placed and people >= 10_000 and len(bare) >= 5) and bare not in about.known:
        return 0
    # Persons: a title or given name before, or an unknown capitalised word after or before.
    if not caps:
        if before is not None and (before.bare in _TITLES and not locative):
            return 0
        if before is not None and _capital(before.text) and before.bare in _GIVEN and not locative:
            return 0
        initial = before is not None and re.fullmatch(r"[A-Z]\.?", before.text)
        if initial and not _starts_sentence(text, tokens[i - 1]):
            return 0
        if after is not None and _capital(after.text) and not text[tokens[end - 1].start : tokens[end - 1].end].endswith("’s"):
            word = after.bare
            if word in _ORGANISATION and not wide:
                return 0
            strange = word not in _PLACE_WORDS_AFTER and word not in _ORDINARY and word not in _ORGANISATION
            # "Paris Hilton", "BAR MARO, Lebanon": the next word belongs to the name.
            printed_alike = surface.isupper() and after.text.isupper() and len(after.text) > 3
            if strange and not wide and (tokens[i].bare in _GIVEN or not locative or printed_alike):
                return 0
        if before is not None and _capital(before.text) and not locative and not wide and before.bare not in _ORDINARY:
            last_found = found[-1][0].span.end if found else -1
            if last_found != before.end:
                return 0
    if best.match == "demonym":
        return 0.5
    score = 0.55 if wide else 0.1 + min(0.35, 0.06 * max(0.0, len(str(people)) - 2))
    if placed:
        score += 0.4
    if not single:
        score += 0.1
    if best.match == "loose":
        score -= 0.25
    if surface.casefold() in about.known:
        score += 0.3
    if (
        kept and len(candidates) == 1 and len(bare) >= 5
    ):  # the hand-kept towns of wars have no figure of people that would speak for them
        score += 0.3
    if surface[0].islower():  # "al-Bab"
        score += 0.15
    elif best.match != "loose" and any(c.country in about.countries and c.country not in COMMON_NAMES for c in candidates):
        score += 0.12
    if single and _starts_sentence(text, tokens[i]) and not caps:
        score -= 0.15 if about.inside[tokens[i].bare] == 0 else 0.0
    if single and tokens[i].bare in _GIVEN and not placed:
        score -= 0.3
    # Under this a name is more often something else: measured on the development parts of the three geo corpora.
    return score if score >= 0.38 else 0.0


# A name that goes on so is a longer one than the gazetteer knows.
_OF_WHAT = re.compile(r" (?:de|del|de la|de los|de las|DE|DEL|DE LA|DE LOS|DE LAS) [A-Z]")
# Behind "US" of a text in capitals: what is of the United States. They are not told, let or given.
_OF_THE_STATES = word_set(
    "troops forces force army navy air marines marine soldiers military embassy consulate government president officials official "
    "administration congress senate secretary ambassador aid dollars dollar citizens citizen policy aircraft planes warplanes "
    "helicopters bases base advisers intervention invasion state department interests support territory diplomats sanctions"
)


# Before and behind those who speak: "told us", "those of us who fled", "gave us food".
_TO_US = word_set(
    "to of for with from told tell tells let lets give gives gave given send sent make makes made help helped among between about all"
)
_OF_US = word_set("who all to a an the that is was are were has have had and but when if as some more any no this these")


def _is_a_pronoun(before: _Token | None, after: _Token | None) -> bool:
    """Tell whether "US" of a text in capitals means those who speak: "THOSE OF US WHO FLED", not "THE US ARMY"."""
    if before is None or before.bare in ("the", "in", "across", "throughout"):
        return False
    if after is None or not after.text[:1].isalpha():
        return True
    return after.bare not in _OF_THE_STATES and (before.bare in _TO_US or after.bare in _OF_US)


def _is_first_part(word: _Token) -> bool:
    return word.bare in _FIRST_PARTS and _capital(word.text)


# With what names of towns, farms and quarters begin.
_FIRST_PARTS = word_set(
    "la el las los san santa santo villa colonia barrio finca hacienda nueva nuevo ciudad puerto "
    "wadi tal tell kafr deir beit jabal jebel khirbet umm"
)
# "in March", "at Large": never places, however the preposition pleads.
_COMMON_AFTER_IN = word_list("common-after-in")


def _container_follows(tail: str, candidates: tuple[PlaceCandidate, ...]) -> bool:
    """Whether ", Y" after a name names a division or country of one of its candidates, in full or by its postal letters."""
    following = re.match(r"^,\s+([A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*)*)", tail)
    if not following:
        return False
    words = following.group(1)
    return any(
        (c.admin1 and words.casefold().startswith(c.admin1.casefold())) or words.rstrip(".") in (c.admin1_code, c.country)
        or (c.admin1 and len(words.rstrip(".")) in (3, 4, 5) and c.admin1.startswith(words.rstrip(".")))
        for c in candidates
    )  # fmt: skip


def _arabic(text: str, tokens: list[_Token], i: int, gazetteer: Gazetteer, found: list[tuple[Toponym, str | None]]) -> int:
    for width in (3, 2, 1):
        if i + width > len(tokens):
            continue
        start, stop = tokens[i].start, tokens[i + width - 1].end
        surface = text[start:stop]
        if "\n" in surface or len(surface) > 40:
            continue
        for cut in (0, 1):
            # و and ب are written as one word with the name they stand before.
            if cut and surface[0] not in "وبلف":
                break
            name = surface[cut:].rstrip(".")
            if len(name) < 3:
                continue
            candidates = [c for c in gazetteer.candidates(name, 8) if c.match != "loose"]
            if not candidates:
                continue
            best = candidates[0]
            before = tokens[i - 1].text if i else ""
            located = before in _ARABIC_LOCATIVE or cut == 1 or width > 1
            if best.feature in ("country", "adm1") or located:
                found.append((Toponym(Span(start + cut, start + cut + len(name)), 0.8 if located else 0.6), best.country))
                return width
    return 1
