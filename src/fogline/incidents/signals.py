"""Why two accounts may be one happening: a readable list of signals, each with its weight in bits and its reason.

A weight is log2 of how much likelier the observation is if the accounts tell
one happening than if they tell two. The weights were reasoned by hand and
checked against annotated reports (docs/incidents.md); weights learnt without
labels linked no better. The sum has to reach ``MATCH_BITS`` because two accounts picked at random are
rarely one happening.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from fogline.claims.claim import ClaimPlace
from fogline.incidents.accounts import TOWN_PRECISION, Account, is_answer, place_tokens
from fogline.incidents.affiliation import PARENTS, related
from fogline.incidents.forms import STATES, UNLIKE, is_physical, type_bits
from fogline.incidents.people import kinds_differ
from fogline.incidents.spellings import alike
from fogline.incidents.toll_counts import size
from fogline.incidents.words import OF_VIOLENCE, Rarity, WordVector, place_words

# Sum of weights from which two accounts are held to be one happening.
MATCH_BITS = 8.0

_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Point:
    """Where a place lies, in radians, with the cosine of its latitude."""

    latitude: float
    longitude: float
    cosine: float

    @classmethod
    def of(cls, place: ClaimPlace) -> Point | None:
        if place.latitude is None or place.longitude is None:
            return None
        latitude = math.radians(place.latitude)
        return cls(latitude, math.radians(place.longitude), math.cos(latitude))

    def km_to(self, other: Point) -> float:
        """Return the great-circle distance."""
        h = (
            math.sin((other.latitude - self.latitude) / 2) ** 2
            + self.cosine * other.cosine * math.sin((other.longitude - self.longitude) / 2) ** 2
        )
        return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, h)))


@dataclass(frozen=True)
class Profile:
    """An account with what comparing it needs, computed once."""

    account: Account
    tokens: frozenset[str]
    words: WordVector
    context: WordVector
    copy_group: str | None = None

    @cached_property
    def country(self) -> str | None:
        return self.account.country

    @cached_property
    def town(self) -> ClaimPlace | None:
        """The most precise place with coordinates at town precision, if there is one."""
        for place in self.account.places:
            if (
                place.latitude is not None
                and place.longitude is not None
                and place.precision is not None
                and place.precision <= TOWN_PRECISION
                and not is_division(place)
            ):
                return place
        return None

    @cached_property
    def point(self) -> Point | None:
        """Where the most precise place with coordinates lies."""
        return next((point for p in self.account.places if (point := Point.of(p)) is not None), None)

    @cached_property
    def fine_points(self) -> tuple[Point, ...]:
        """Where the places lie that are finer than a province or country."""
        return tuple(point for p in self.account.places if is_fine(p) and (point := Point.of(p)) is not None)

    @cached_property
    def fine(self) -> bool:
        """Whether a place finer than a province or country is named."""
        return any(is_fine(p) for p in self.account.places)


def compared_by(account: Account, copy_group: str | None) -> tuple[Hashable, ...]:
    """Return all that signals read of an account: two that are equal in it weigh the same against any third."""
    return (
        account.start,
        account.end,
        account.firm,
        account.dated,
        account.places,
        account.types,
        account.actors,
        account.targets,
        tuple(account.figures.items()),
        tuple(account.counted.items()),
        account.words,
        account.context,
        account.asserted,
        copy_group,
    )


@dataclass(frozen=True)
class Corpus:
    """How rare words, places and actors are among the accounts at hand, and who stands above whom."""

    places: Rarity
    actors: Rarity
    words: Rarity
    parents: Mapping[str, str]

    @classmethod
    def of(cls, accounts: Sequence[Account], parents: Mapping[str, str] = PARENTS) -> Corpus:
        return cls(
            Rarity.of(place_tokens(a) for a in accounts),
            Rarity.of(a.actors | a.targets for a in accounts),
            Rarity.of(a.context for a in accounts),
            parents,
        )

    @cached_property
    def one_body(self) -> Callable[[frozenset[str], frozenset[str]], tuple[str, str] | None]:
        """Finds two names, one of each set, that are one body or parts of it; the same few sides are asked for again and again."""

        @lru_cache(maxsize=50_000)
        def found(left: frozenset[str], right: frozenset[str]) -> tuple[str, str] | None:
            return next(((a, b) for a in sorted(left) for b in sorted(right) if related(a, b, self.parents)), None)

        return found

    def rarity_of(self, account: Account) -> tuple[float, ...]:
        """Return how rare everything is that an account is compared by: as long as it is the same, so are its weights."""
        return (
            *(self.words.bits(w) for w in sorted(account.context)),
            *(self.places.bits(w) for w in sorted(place_tokens(account))),
            *(self.actors.bits(a) for a in sorted(account.actors | account.targets)),
        )

    def profile(self, account: Account, copy_group: str | None = None) -> Profile:
        # The words of the claims themselves count fully, the sentences around
        # them only through ``context``: neighbours often tell other events.
        words = WordVector.of(account.words, self.words)
        return Profile(account, place_tokens(account), words, WordVector.of(account.context, self.words), copy_group)


# Of the pairs that are weighed few become a link, and only of a link anybody reads why.
Reason = Callable[[], str]
Signal = Callable[[Profile, Profile, Corpus], tuple[float, Reason]]


# "Idlib province", "the northern province of Aleppo": the division, which bears its chief town's name.
_DIVISION = re.compile(
    r"\b(?:province|governorate|oblast)\s+of\s+(?P<of>\w[\w'’-]*(?:\s+\w[\w'’-]*)?)|(?P<name>\w[\w'’-]*)\s+(?:province|governorate|oblast)\b(?!\s+of\b)",
    re.IGNORECASE,
)


def is_division(place: ClaimPlace) -> bool:
    """Return whether the words at a place call it a province, though the map gave the town that the province is named after."""
    text = place.text
    if not text or place.admin1 is None or ("rovince" not in text and "overnorate" not in text and "blast" not in text):
        return False
    named = place_words(place.admin1)
    if named.isdisjoint(place_words(place.name)):
        return False
    return any(not named.isdisjoint(place_words(m["of"] or m["name"])) for m in _DIVISION.finditer(text))


def is_fine(place: ClaimPlace) -> bool:
    """Return whether a place is finer than a province: a town, a site, or a name that is only known to lie in one."""
    if is_division(place):
        return False
    if place.precision is not None:
        if place.precision == TOWN_PRECISION + 1 and place.feature is None and place.admin1 is not None:
            # "The Hara area in southern Daraa": the map has no such place and gives the province's middle for it.
            return place_words(place.name).isdisjoint(place_words(place.admin1))
        return place.precision <= TOWN_PRECISION
    return place.feature not in ("country", "adm1")


def km_between(left: ClaimPlace, right: ClaimPlace) -> float | None:
    """Return the great-circle distance of two places, None if either has no coordinates."""
    one, other = Point.of(left), Point.of(right)
    return None if one is None or other is None else one.km_to(other)


def days_between(left: Account, right: Account) -> int | None:
    """Return the days between two accounts' intervals: 0 if they overlap, None if either is open where it matters."""
    if (left.start is None and left.end is None) or (right.start is None and right.end is None):
        return None
    if left.end is not None and right.start is not None and left.end < right.start:
        return (right.start - left.end).days
    if right.end is not None and left.start is not None and right.end < left.start:
        return (left.start - right.end).days
    return 0


def excluded_by_days(gap: int, both_firm: bool, one_dated: bool) -> bool:
    """Return whether so many days between two accounts rule out that they are one happening."""
    return (gap >= 2 and both_firm) or (gap > 7 and one_dated)


def days_apart(left: Profile, right: Profile, corpus: Corpus) -> tuple[float, Reason]:
    """Happenings of one war are spread over its days: the same stated day says much, a loose overlap little.

    A day's difference is what overnight events and slips of the pen make,
    but also what tells Tuesday's raid from Wednesday's: it weighs against.
    """
    one, other = left.account, right.account
    gap = days_between(one, other)
    if gap is None:
        return 0.0, lambda: "no day is known for one of them"
    if one.firm and other.firm:
        if gap == 0:
            if one.start == other.start and one.end == other.end:
                return 4.5, lambda: f"both on {_days(one)}"
            return 3.5, lambda: f"days overlap ({_days(one)}; {_days(other)})"
        return -3.5, lambda: f"one day apart ({_days(one)}; {_days(other)})"
    if gap:
        return max(-6.0, -1.5 * gap), lambda: f"{gap} days between them ({_days(one)}; {_days(other)})"
    length = max(_length(one), _length(other))
    bits = max(0.0, 4.5 - 0.9 * math.log2(max(1, length)))
    if one.dated and other.dated:
        return bits, lambda: f"intervals overlap ({_days(one)}; {_days(other)})"
    return min(bits, 2.0), lambda: f"a day is only assumed from publication ({_days(one)}; {_days(other)})"


def place_apart(left: Profile, right: Profile, corpus: Corpus) -> tuple[float, Reason]:
    """A rarely named village says more than a capital; another town says no, the more the farther it lies."""
    one, other = left.account, right.account
    if not one.places or not other.places:
        return 0.0, lambda: "no place is known for one of them"
    here, there = one.places[0].name, other.places[0].name
    shared = left.tokens & right.tokens
    if shared and left.fine and right.fine:
        bits = min(6.0, corpus.places.most_bits(shared))
        if left.tokens == right.tokens:
            return bits, lambda: f"both at {here}"
        if left.tokens <= right.tokens or right.tokens <= left.tokens:
            return bits * 0.8, lambda: f"one place within the other ({here}; {there})"
        spelt = alike(left.tokens - shared, right.tokens - shared)
        if spelt is not None:
            return max(
                bits, min(4.5, corpus.places.bits(spelt[0]) - 1.5)
            ), lambda: f"spellings of one name ({spelt[0]}; {spelt[1]})"
        if bits < 4.5:
            return bits - 3.0, lambda: f"different parts of {corpus.places.rarest(shared)} ({here}; {there})"
        return bits * 0.7, lambda: f"both name {corpus.places.rarest(shared)} ({here}; {there})"
    km = left.point.km_to(right.point) if left.point is not None and right.point is not None else None
    if left.fine and right.fine:
        spelt = alike(left.tokens, right.tokens)
        if spelt is not None:
            return min(4.5, corpus.places.bits(spelt[0]) - 1.5), lambda: f"spellings of one name ({spelt[0]}; {spelt[1]})"
        if km is not None and left.town is not None and right.town is not None:
            return _distance_bits(km), lambda: f"{here} and {there} lie {km:.0f} km apart"
        if _names_its_place(left, right):
            return 1.0, lambda: f"one report names the other's place ({here}; {there})"
        if _may_lie_in(left, right) or _may_lie_in(right, left):
            return 0.5, lambda: f"a district and a place that no map has, which may lie in it ({here}; {there})"
        return -3.0, lambda: f"different places ({here}; {there})"
    if _names_its_place(left, right):
        return 0.8, lambda: f"one report names the other's place ({here}; {there})"
    if shared or _same_division(one, other):
        return 0.5, lambda: f"both in {one.places[-1].name} or its surroundings"
    if km is not None and km > 250:
        return -4.0, lambda: f"{here} and {there} lie {km:.0f} km apart"
    return -0.5, lambda: f"places that neither agree nor exclude each other ({here}; {there})"


_DISTRICT = re.compile(r"\b(?:districts?|count(?:y|ies)|townships?|departments?|raions?|woredas?|cercles?)\b", re.IGNORECASE)


def _may_lie_in(district: Profile, village: Profile) -> bool:
    """Return whether one account names no place but a district of the map, and the other only such as no map has."""
    wide = [p for p in district.account.places if is_fine(p)]
    return (
        bool(wide)
        and all(p.feature in ("adm2", "adm3") and _DISTRICT.search(p.text or "") for p in wide)
        and all(p.latitude is None for p in village.account.places if is_fine(p))
        and district.country == village.country
    )


def _names_its_place(left: Profile, right: Profile) -> bool:
    """Return whether the words of one tell of the other's place."""
    return not left.tokens.isdisjoint(right.account.context) or not right.tokens.isdisjoint(left.account.context)


def type_compatibility(left: Profile, right: Profile, corpus: Corpus) -> tuple[float, Reason]:
    """What kind of happening: the same code, a code used for the same thing, or one that excludes it. A denial speaks of any."""
    bits, one, other = _likest_types(left.account.types, right.account.types)
    if bits <= UNLIKE and (_speaks_of(left, right) or _speaks_of(right, left)):
        return 0.0, lambda: f"{one} and {other}, of the same town"
    return bits, lambda: f"both {one}" if one == other else f"{one} and {other}"


def _speaks_of(answer: Profile, deed: Profile) -> bool:
    """Return whether a denial or accusation by itself names the town of what another report tells, and its day or the violence.

    "We do not target civilians" names neither and answers nothing.
    """
    one, other = answer.account, deed.account
    if not is_answer(one) or not any(is_physical(t) for t in other.types):
        return False
    if not answer.fine or not deed.fine or answer.tokens.isdisjoint(deed.tokens):
        return False
    if one.firm and other.firm and days_between(one, other) == 0:
        return True
    return any(OF_VIOLENCE.match(w) for w in set(one.words) & set(other.words))


@lru_cache(maxsize=10_000)
def _likest_types(left: frozenset[str], right: frozenset[str]) -> tuple[float, str, str]:
    """Return the two types that most readily tell one happening, the first of equals, and how readily."""
    return max(((type_bits(a, b), a, b) for a in _told_types(left) for b in _told_types(right)), key=lambda t: t[0])


def _told_types(types: frozenset[str]) -> list[str]:
    """Return the types that tell what happened: not those of states beside it, such as who holds the town."""
    return sorted(types - STATES or types)


def actors_shared(left: Profile, right: Profile, corpus: Corpus) -> tuple[float, Reason]:
    """Who did it. The same rare group says more than the state at war; different doers weigh little, for who did it is often disputed."""
    one, other = left.account.actors, right.account.actors
    if not one or not other:
        return 0.0, lambda: "no doer is named in one of them"
    common = one & other
    if common:
        return min(2.0, corpus.actors.most_bits(common) * 0.4), lambda: f"both by {corpus.actors.rarest(common)}"
    pair = corpus.one_body(one, other)
    if pair is not None:
        return 0.7, lambda: f"{pair[0]} and {pair[1]} are one body or parts of it"
    physical = any(is_physical(t) for t in left.account.types)
    if physical != any(is_physical(t) for t in right.account.types) and is_answer(left.account) != is_answer(right.account):
        return 0.0, lambda: "who denies or accuses is another than who did it"
    return -0.8 if physical else -2.5, lambda: f"different doers ({_first_two(one)}; {_first_two(other)})"


def targets_shared(left: Profile, right: Profile, corpus: Corpus) -> tuple[float, Reason]:
    """To whom it was done."""
    one, other = left.account.targets, right.account.targets
    if not one or not other:
        return 0.0, lambda: "nobody is named as its target in one of them"
    common = one & other
    if common:
        return min(1.5, corpus.actors.most_bits(common) * 0.25), lambda: f"both against {corpus.actors.rarest(common)}"
    return -0.3, lambda: f"different targets ({_first_two(one)}; {_first_two(other)})"


def _first_two(names: frozenset[str]) -> str:
    return ", ".join(sorted(names)[:2])


def figures_compatible(left: Profile, right: Profile, corpus: Corpus) -> tuple[float, Reason]:
    """The same toll says much if it is an odd one; a toll several times another's says no, unless it had time to grow."""
    best: tuple[float, Reason] | None = None
    for what in sorted(left.account.figures.keys() & right.account.figures.keys()):
        if kinds_differ(left.account.counted[what], right.account.counted[what]):
            continue  # three soldiers and three residents are no one toll
        found = _figure_compatible(what, size(left.account.figures[what]), size(right.account.figures[what]))
        if best is None or found[0] > best[0]:
            best = found
    return best or (0.0, lambda: "no figure of one kind in both")


def _figure_compatible(what: str, one: int, other: int) -> tuple[float, Reason]:
    small, large = min(one, other), max(one, other)
    if small == large:
        return min(4.0, 1.0 + 0.6 * math.log2(max(1, small))), lambda: f"both {small} {what}"
    if small > 0 and large <= small * 1.5:
        return 0.7, lambda: f"{what} {small} and {large}: close"
    if small > 0 and large <= small * 3:
        return -0.3, lambda: f"{what} {small} and {large}"
    return -1.5, lambda: f"{what} {small} and {large}: far apart"


def words_alike(left: Profile, right: Profile, corpus: Corpus) -> tuple[float, Reason]:
    """How alike the words are that tell it, rare ones counting more."""
    cosine = max(left.words.dot(right.words), 0.85 * left.context.dot(right.context))
    bits = max(-1.5, min(5.0, 11.0 * (cosine - 0.12)))

    def reason() -> str:
        shared = left.context.shared(right.context)
        return f"likeness of words {cosine:.2f}" + (f" ({', '.join(shared)})" if shared else "")

    return bits, reason


def copied_text(left: Profile, right: Profile, corpus: Corpus) -> tuple[float, Reason]:
    """In two copies of one text the same sentence tells the same happening, and another sentence another."""
    if left.copy_group is None or left.copy_group != right.copy_group:
        return 0.0, lambda: "the reports are no copies of one text"
    cosine = left.context.dot(right.context)
    if cosine >= 0.6:
        return 5.0, lambda: "the same sentence in two copies of one text"
    return -1.0, lambda: "different sentences of one text"


def _days(account: Account) -> str:
    return day_range(account.start, account.end)


def day_range(start: date | None, end: date | None) -> str:
    """Return an interval in ISO days: one day, a range, or an open end in words."""
    if start is None and end is None:
        return "no day"
    if start == end:
        return str(start)
    return f"{start or 'before'} to {end or 'open'}"


def _length(account: Account) -> int:
    if account.start is None or account.end is None:
        return 365
    return (account.end - account.start).days + 1


def _distance_bits(km: float) -> float:
    if km <= 3:
        return 2.5
    if km <= 10:
        return 0.5
    if km <= 25:
        return -1.0
    return -3.0 if km <= 50 else -5.0


def _same_division(left: Account, right: Account) -> bool:
    return any(a.admin1 and a.admin1 == b.admin1 and a.country == b.country for a in left.places for b in right.places)
