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
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from rapidfuzz import fuzz

from fogline.claims.claim import ClaimPlace
from fogline.incidents.accounts import TOWN_PRECISION, Account, place_tokens, size
from fogline.incidents.affiliation import PARENTS, related
from fogline.incidents.forms import STATES, UNLIKE, is_physical, type_bits
from fogline.incidents.sharing import shared
from fogline.incidents.words import Rarity, WordVector, place_words

# Sum of weights from which two accounts are held to be one happening.
MATCH_BITS = 8.0

# Two accounts that place a happening this far apart, both to the town, are two happenings.
FAR_KM = 100.0

_EARTH_KM = 6371.0


@dataclass(frozen=True)
class Profile:
    """An account with what comparing it needs, computed once."""

    account: Account
    tokens: frozenset[str]
    words: WordVector
    context: WordVector
    copy_group: str | None = None

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
    def located(self) -> ClaimPlace | None:
        return next((p for p in self.account.places if p.latitude is not None and p.longitude is not None), None)

    @cached_property
    def fine(self) -> bool:
        """Whether a place finer than a province or country is named."""
        return any(is_fine(p) for p in self.account.places)


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


Signal = Callable[[Profile, Profile, Corpus], tuple[float, str]]


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
    if left.latitude is None or left.longitude is None or right.latitude is None or right.longitude is None:
        return None
    lat1, lon1, lat2, lon2 = map(math.radians, (left.latitude, left.longitude, right.latitude, right.longitude))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, h)))


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


def exclusion(left: Profile, right: Profile) -> str | None:
    """Return why two accounts can never be one happening, whatever else agrees; None if they can."""
    one, other = left.account, right.account
    if one.asserted != other.asserted:
        return "one is announced, the other told as having happened"
    gap = days_between(one, other)
    if gap is not None:
        firm = one.firm and other.firm
        if excluded_by_days(gap, firm, one.dated or other.dated):
            return (
                f"the days stated lie {gap} days apart ({_days(one)}; {_days(other)})"
                if firm
                else f"the days lie {gap} days apart"
            )
    if one.country and other.country and one.country != other.country and not (left.town and right.town):
        return f"in different countries ({one.country}; {other.country})"
    # One name, or two spellings of it, far apart on the map is one of them set in the wrong place.
    if (
        left.town is not None
        and right.town is not None
        and not (left.tokens & right.tokens)
        and _alike(left.tokens, right.tokens) is None
    ):
        km = min(
            (d for a in one.places for b in other.places if is_fine(a) and is_fine(b) and (d := km_between(a, b)) is not None),
            default=0.0,
        )
        if km > FAR_KM:
            return f"{left.town.name} and {right.town.name} lie {km:.0f} km apart"
    return None


def days_apart(left: Profile, right: Profile, corpus: Corpus) -> tuple[float, str]:
    """Happenings of one war are spread over its days: the same stated day says much, a loose overlap little.

    A day's difference is what overnight events and slips of the pen make,
    but also what tells Tuesday's raid from Wednesday's: it weighs against.
    """
    one, other = left.account, right.account
    gap = days_between(one, other)
    if gap is None:
        return 0.0, "no day is known for one of them"
    if one.firm and other.firm:
        if gap == 0:
            same = one.start == other.start and one.end == other.end
            return (4.5, f"both on {_days(one)}") if same else (3.5, f"days overlap ({_days(one)}; {_days(other)})")
        return -3.5, f"one day apart ({_days(one)}; {_days(other)})"
    if gap:
        return max(-6.0, -1.5 * gap), f"{gap} days between them ({_days(one)}; {_days(other)})"
    length = max(_length(one), _length(other))
    bits = max(0.0, 4.5 - 0.9 * math.log2(max(1, length)))
    if one.dated and other.dated:
        return bits, f"intervals overlap ({_days(one)}; {_days(other)})"
    return min(bits, 2.0), f"a day is only assumed from publication ({_days(one)}; {_days(other)})"


def place_apart(left: Profile, right: Profile, corpus: Corpus) -> tuple[float, str]:
    """A rarely named village says more than a capital; another town says no, the more the farther it lies."""
    one, other = left.account, right.account
    if not one.places or not other.places:
        return 0.0, "no place is known for one of them"
    shared = left.tokens & right.tokens
    fine_shared = shared if left.fine and right.fine else frozenset()
    here, there = left.located, right.located
    km = km_between(here, there) if here is not None and there is not None else None
    if fine_shared:
        word = max(sorted(fine_shared), key=corpus.places.bits)
        bits = min(6.0, corpus.places.bits(word))
        if left.tokens == right.tokens:
            return bits, f"both at {one.places[0].name}"
        if left.tokens <= right.tokens or right.tokens <= left.tokens:
            return bits * 0.8, f"one place within the other ({one.places[0].name}; {other.places[0].name})"
        rest = (left.tokens - shared, right.tokens - shared)
        alike = _alike(*rest)
        if alike is not None:
            return max(bits, min(4.5, corpus.places.bits(alike[0]) - 1.5)), f"spellings of one name ({alike[0]}; {alike[1]})"
        if rest[0] and rest[1] and bits < 4.5:
            return bits - 3.0, f"different parts of {word} ({one.places[0].name}; {other.places[0].name})"
        return bits * 0.7, f"both name {word} ({one.places[0].name}; {other.places[0].name})"
    if left.fine and right.fine:
        alike = _alike(left.tokens, right.tokens)
        if alike is not None:
            return min(4.5, corpus.places.bits(alike[0]) - 1.5), f"spellings of one name ({alike[0]}; {alike[1]})"
        if km is not None and left.town is not None and right.town is not None:
            return _distance_bits(km), f"{one.places[0].name} and {other.places[0].name} lie {km:.0f} km apart"
        if not left.tokens.isdisjoint(other.context) or not right.tokens.isdisjoint(one.context):
            return 1.0, f"one report names the other's place ({one.places[0].name}; {other.places[0].name})"
        return -3.0, f"different places ({one.places[0].name}; {other.places[0].name})"
    if not left.tokens.isdisjoint(other.context) or not right.tokens.isdisjoint(one.context):
        return 0.8, f"one report names the other's place ({one.places[0].name}; {other.places[0].name})"
    if shared or _same_division(one, other):
        return 0.5, f"both in {one.places[-1].name} or its surroundings"
    if km is not None and km > 250:
        return -4.0, f"{one.places[0].name} and {other.places[0].name} lie {km:.0f} km apart"
    return -0.5, f"places that neither agree nor exclude each other ({one.places[0].name}; {other.places[0].name})"


def type_compatibility(left: Profile, right: Profile, corpus: Corpus) -> tuple[float, str]:
    """What kind of happening: the same code, a code used for the same thing, or one that excludes it."""
    one, other = _told_types(left.account.types), _told_types(right.account.types)
    best = max(((type_bits(a, b), a, b) for a in one for b in other), key=lambda t: t[0])
    bits, a, b = best
    return bits, f"both {a}" if a == b else f"{a} and {b}"


def _told_types(types: frozenset[str]) -> list[str]:
    """Return the types that tell what happened: not those of states beside it, such as who holds the town."""
    return sorted(types - STATES or types)


def actors_shared(left: Profile, right: Profile, corpus: Corpus) -> tuple[float, str]:
    """Who did it. The same rare group says more than the state at war; different doers weigh little, for who did it is often disputed."""
    one, other = left.account.actors, right.account.actors
    if not one or not other:
        return 0.0, "no doer is named in one of them"
    common = one & other
    if common:
        name = max(sorted(common), key=corpus.actors.bits)
        return min(2.0, corpus.actors.bits(name) * 0.4), f"both by {name}"
    for a in sorted(one):
        for b in sorted(other):
            if related(a, b, corpus.parents):
                return 0.7, f"{a} and {b} are one body or parts of it"
    physical = any(is_physical(t) for t in left.account.types)
    return (-0.8 if physical else -2.5), f"different doers ({', '.join(sorted(one)[:2])}; {', '.join(sorted(other)[:2])})"


def targets_shared(left: Profile, right: Profile, corpus: Corpus) -> tuple[float, str]:
    """To whom it was done."""
    one, other = left.account.targets, right.account.targets
    if not one or not other:
        return 0.0, "nobody is named as its target in one of them"
    common = one & other
    if common:
        name = max(sorted(common), key=corpus.actors.bits)
        return min(1.5, corpus.actors.bits(name) * 0.25), f"both against {name}"
    return -0.3, f"different targets ({', '.join(sorted(one)[:2])}; {', '.join(sorted(other)[:2])})"


def figures_compatible(left: Profile, right: Profile, corpus: Corpus) -> tuple[float, str]:
    """The same toll says much if it is an odd one; a toll several times another's says no, unless it had time to grow."""
    best: tuple[float, str] | None = None
    for what in sorted(left.account.figures.keys() & right.account.figures.keys()):
        a, b = left.account.figures[what], right.account.figures[what]
        small, large = sorted((size(a), size(b)))
        if small == large and small > 0:
            found = (min(4.0, 1.0 + 0.6 * math.log2(small)), f"both {small} {what}")
        elif small > 0 and large <= small * 1.5:
            found = (0.7, f"{what} {small} and {large}: close")
        elif small > 0 and large <= small * 3:
            found = (-0.3, f"{what} {small} and {large}")
        else:
            found = (-1.5, f"{what} {small} and {large}: far apart")
        if best is None or found[0] > best[0]:
            best = found
    return best or (0.0, "no figure of one kind in both")


def words_alike(left: Profile, right: Profile, corpus: Corpus) -> tuple[float, str]:
    """How alike the words are that tell it, rare ones counting more."""
    cosine = max(left.words.dot(right.words), 0.85 * left.context.dot(right.context))
    bits = max(-1.5, min(5.0, 11.0 * (cosine - 0.12)))
    shared = left.context.shared(right.context)
    return bits, f"likeness of words {cosine:.2f}" + (f" ({', '.join(shared)})" if shared else "")


def copied_text(left: Profile, right: Profile, corpus: Corpus) -> tuple[float, str]:
    """In two copies of one text the same sentence tells the same happening, and another sentence another."""
    if left.copy_group is None or left.copy_group != right.copy_group:
        return 0.0, "the reports are no copies of one text"
    cosine = left.context.dot(right.context)
    if cosine >= 0.6:
        return 5.0, "the same sentence in two copies of one text"
    return -1.0, "different sentences of one text"


SIGNALS: tuple[tuple[str, Signal], ...] = (
    ("days apart", days_apart),
    ("place", place_apart),
    ("type", type_compatibility),
    ("actors", actors_shared),
    ("targets", targets_shared),
    ("figures", figures_compatible),
    ("words", words_alike),
    ("copied text", copied_text),
)

EXCLUDED_BITS = -99.0


def weigh(left: Profile, right: Profile, corpus: Corpus) -> tuple[float, tuple[tuple[str, float, str], ...]]:
    """Return the sum of all signals and the signals themselves; an exclusion stands alone and outweighs everything."""
    why_not = exclusion(left, right)
    if why_not is not None:
        return EXCLUDED_BITS, (("excluded", EXCLUDED_BITS, why_not),)
    type_signal = type_compatibility(left, right, corpus)
    if type_signal[0] <= UNLIKE:
        return EXCLUDED_BITS, (("excluded", EXCLUDED_BITS, f"{type_signal[1]} are never one happening"),)
    signals = tuple((name, *signal(left, right, corpus)) for name, signal in SIGNALS)
    return sum(s[1] for s in signals), signals


def rounded(signals: Iterable[tuple[str, float, str]]) -> tuple[tuple[str, float, str], ...]:
    """Return signals as they are kept: weights to a hundredth of a bit, those that say nothing left out."""
    return tuple(shared((name, float(round(bits, 2)), reason)) for name, bits, reason in signals if round(bits, 2) != 0.0)


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


def _alike(left: frozenset[str], right: frozenset[str]) -> tuple[str, str] | None:
    """Return two words that are transliterations of one name ("Sheikhun" and "Sheikhoun"), if there are any."""
    best: tuple[float, str, str] | None = None
    for a in sorted(left):
        for b in sorted(right):
            if len(a) >= 5 and len(b) >= 5 and a[0] == b[0]:
                ratio = fuzz.ratio(a, b)
                if (ratio >= 84 or (ratio >= 70 and _same_consonants(a, b))) and (best is None or ratio > best[0]):
                    best = (ratio, a, b)
    return (best[1], best[2]) if best else None


# What one Arabic letter becomes in different hands.
_LETTERS = (("dj", "j"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("q", "k"), ("ph", "f"))
_FEWEST_CONSONANTS = 4


@lru_cache(maxsize=50_000)
def _consonants(word: str) -> str:
    """Return a word's consonants, doubled ones once: what two transliterations of one name share ("hassajik", "hassadjek")."""
    for printed, letter in _LETTERS:
        word = word.replace(printed, letter)
    bare = [c for c in word if c not in "aeiouy'’-"]
    return "".join(c for n, c in enumerate(bare) if n == 0 or bare[n - 1] != c)


def _same_consonants(one: str, other: str) -> bool:
    bare = _consonants(one)
    return len(bare) >= _FEWEST_CONSONANTS and bare == _consonants(other)
