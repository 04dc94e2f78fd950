"""Every name and place that a public export withholds, and what takes them out of a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fogline.claims.claim import Claim
from fogline.control.assessment import ControlAssessment
from fogline.exports.name_words import LETTERS, country_names
from fogline.exports.private_people import is_private_person, is_private_voice, name_strings, named_in_public
from fogline.exports.sensitive_sites import (
    SITE,
    Point,
    is_exact_site,
    is_sensitive_place,
    named_by_site,
    names_something,
    place_words,
    point_of,
    single_name,
    site_strings,
)
from fogline.grounding.grounding import PlaceBasis
from fogline.incidents.incident import Incident

NAME_WITHHELD = "[name withheld]"
PLACE_WITHHELD = "[place withheld]"
_WIDER_THAN_TOWN = frozenset({"country", "adm1", "adm2", "adm3", "region", "water"})
_TOWN_OR_WIDER = _WIDER_THAN_TOWN | {"city"}
# Withheld strings with their replacements, by their first word.
Index = dict[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Cleaner:
    """Takes withheld strings out of a text: full names and places anywhere, single names only in their own reports.

    ``people`` are the private persons' names as claims hold them, ``points`` the
    coordinates of sensitive sites, ``towns`` names that are nobody's to withhold.
    """

    everywhere: Index
    here: Index
    people: frozenset[str] = frozenset()
    points: frozenset[Point] = frozenset()
    towns: frozenset[str] = frozenset()

    def clean(self, text: str) -> str:
        if not self.everywhere and not self.here:
            return text
        pieces: list[str] = []
        done = 0
        for word in LETTERS.finditer(text):
            if word.start() < done:
                continue
            key = word.group().casefold()
            for string, replacement in (*self.everywhere.get(key, ()), *self.here.get(key, ())):
                end = word.start() + len(string)
                if _same(text[word.start() : end], string) and not text[end : end + 1].isalnum():
                    pieces += [text[done : word.start()], replacement]
                    done = end
                    break
        return "".join([*pieces, text[done:]])

    def clean_or_none(self, text: str | None) -> str | None:
        return None if text is None else self.clean(text)

    def place_name(self, name: str) -> str:
        """Return a place's name without withheld words; a town's stays, whoever else bears it."""
        return name if name.casefold() in self.towns else self.clean(name)

    def is_site(self, name: str, point: Point | None) -> bool:
        """Return whether a place by this name, or at this point, is a site whose place is withheld."""
        if point in self.points:
            return True
        if name.casefold() in self.towns:
            return False
        # A plain "a camp beside the village" that nobody could place gives nothing away.
        sensitive = is_sensitive_place(name) and (point is not None or names_something(name))
        return sensitive or PLACE_WITHHELD in self.clean(name)


class Withheld:
    """Every name and place that a public export of these records withholds."""

    def __init__(
        self, claims: Iterable[Claim], incidents: Iterable[Incident] = (), control: Iterable[ControlAssessment] = ()
    ) -> None:
        claims = tuple(claims)
        in_public = named_in_public(claims)
        names: set[str] = set()
        places: set[str] = set()
        points: set[Point] = set()
        # Only a place that its own words name shows what a town is called; "the hospital" shows it by nothing.
        plain = [
            c.place for c in claims if c.place and c.place.feature in _TOWN_OR_WIDER and not is_sensitive_place(c.place.name)
        ]
        towns = {p.name.casefold() for p in plain} | {
            p.text.casefold() for p in plain if p.text and not is_sensitive_place(p.text) and p.basis is PlaceBasis.EXPLICIT
        }
        town_words = place_words(towns)
        wider = place_words({p.name for p in plain if p.feature in _WIDER_THAN_TOWN} | {p.admin1 for p in plain if p.admin1})
        here: dict[str, set[str]] = {}
        people: set[str] = set()

        def person(report_id: str, name: str, text: str | None) -> None:
            anywhere, only_here = name_strings(name, text)
            people.add(name)
            names.update(anywhere)
            here.setdefault(report_id, set()).update(only_here)

        for claim in claims:
            for voice in claim.origin:
                if is_private_voice(voice):
                    person(claim.report_id, voice.name, voice.text)
            for mention in (*claim.actor, *claim.target):
                if mention.actor_id is None and is_sensitive_place(mention.name, mention.text):
                    for words in (mention.name, mention.text or ""):
                        places |= site_strings(words, town_words, wider)
                elif is_private_person(mention) and not in_public(mention.name):
                    person(claim.report_id, mention.name, mention.text)
            if (place := claim.place) is not None and is_sensitive_place(place.name, place.text):
                # Words that were resolved to a town by a name in them hold that town's name, however it is spelt.
                known = town_words | place_words([place.name]) if place.feature in _TOWN_OR_WIDER else town_words
                larger = wider | place_words([place.name]) if place.feature in _WIDER_THAN_TOWN else wider
                if place.feature == "city" and place.basis is PlaceBasis.EXPLICIT and place.text:
                    known |= place_words(single_name(place.text))
                own = site_strings(place.text or "", known, larger) | site_strings(place.name, known, larger)
                places |= own
                if named_by_site(place.name, own):
                    places.add(place.name.strip())
                if is_exact_site(place):
                    if place.feature == SITE and names_something(place.name):
                        places.add(place.name.strip())
                    if (point := point_of(place)) is not None:
                        points.add(point)
        for place_name in (*(i.place.name for i in incidents if i.place), *(a.place_name for a in control)):
            places |= site_strings(place_name, town_words, wider)
        places = {p for p in places if p.casefold() not in towns and p.casefold() not in country_names()}
        self.towns = frozenset(towns)
        self.points = frozenset(points)
        self.people = frozenset(people)
        self._everywhere = index_by_first_word(
            {name: NAME_WITHHELD for name in sorted(names)} | {place: PLACE_WITHHELD for place in sorted(places)}
        )
        self._here = here

    def cleaner(self, *report_ids: str) -> Cleaner:
        """Return what cleans the words of some reports."""
        here = sorted(set().union(*(self._here.get(report_id, set()) for report_id in report_ids)))
        return Cleaner(
            self._everywhere, index_by_first_word({name: NAME_WITHHELD for name in here}), self.people, self.points, self.towns
        )


def index_by_first_word(strings: dict[str, str]) -> Index:
    """Return strings with their replacements by first word, the longest first.

    One regular expression of all names took minutes on a ledger with
    thousands of them; a look-up at each word takes a second.
    """
    by_word: dict[str, list[tuple[str, str]]] = {}
    for string, replacement in strings.items():
        words = LETTERS.findall(string)
        if words:
            by_word.setdefault(words[0].casefold(), []).append((string[string.index(words[0]) :], replacement))
    return {word: tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair))) for word, found in by_word.items()}


def _same(found: str, string: str) -> bool:
    """Return whether words found are a withheld string; a single word must have its capitals ("Brown", not "brown")."""
    if " " in string:
        return found.casefold() == string.casefold()
    return found in (string, string.upper())
