"""What a whole report says that decides its descriptions: the country whose war it tells of, and the actors that it names in full.

The war is where most of the report's places are, or where the groups that it names fight. A state that is named most may be
an outsider in another's war; then the war is the other's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fogline.grounding.grounding import Actor, ActorKind, GroundedPlace
from fogline.grounding.registry import Sense, YamlRegistry, load_registry, names_in_text, text_words, words
from fogline.grounding.wars import War, war_of, wars

__all__ = ["ReportContext", "country_weights", "named_actors", "named_in", "report_context"]

# An adjective tells of an actor more often than of where the war is: "Russian instructors", "a Turkish convoy".
_ADJECTIVE_WEIGHT = 0.34
# A state that fights in another's war is named more often than that country; it still is the other's war from this share on.
_INTERVENED_SHARE = 0.2
# One with a war of its own, of which the report tells nothing, has to be told of less beside the other's.
_OF_ITS_OWN_SHARE = 0.5
_DATELINE = 60
# A group at home in a war, or a mission named after a country, tells as much as three places; a state that is named where none of
# its places is known tells as little as an adjective. With these 295 of 357 reports of 60 wars get the right war, with 2 and 0 290.
_GROUP_WEIGHT = 3.0
_ABSENT = 0.34
# So many places tell by themselves where a report is, and a group's home of which it says nothing tells no more.
_PLACED = 2
# Through them a state speaks in another's war.
_ENVOYS = frozenset(["ambassador", "ambassadors", "envoy", "envoys", "embassy", "consulate", "diplomat", "diplomats"])


@dataclass(frozen=True, slots=True)
class ReportContext:
    """What the whole report says that decides its descriptions.

    ``war_country`` is the country whose war it tells of, None if none
    stands out; ``all_caps`` marks agency copy printed in capitals. ``home`` are
    that country and the actors named in full: there ambiguous letters are theirs.
    ``places`` are the report's place names in lower case: "Lantern rebels" may be a
    group's name, "Goma rebels" are rebels somewhere.
    """

    text: str
    published_on: date | None = None
    war_country: str | None = None
    all_caps: bool = False
    home: frozenset[str] | None = None
    places: frozenset[str] = frozenset()

    @property
    def year(self) -> int | None:
        return self.published_on.year if self.published_on else None

    @property
    def war(self) -> War | None:
        return war_of(self.war_country, self.year)


def country_weights(places: Iterable[GroundedPlace]) -> dict[str, float]:
    """Return how much a report's places speak for each country; an adjective counts a third of a place."""
    out: dict[str, float] = {}
    for place in places:
        if place.country:
            out[place.country] = out.get(place.country, 0) + (_ADJECTIVE_WEIGHT if place.adjective else 1)
    return out


def report_context(
    text: str, published_on: date | None, countries: Mapping[str, float], places: Iterable[str] = ()
) -> ReportContext:
    """Return the context of a report: its war is where most of its places are, or where the groups it names fight."""
    letters = sum(c.isalpha() for c in text)
    all_caps = letters > 0 and sum(c.isupper() for c in text) > 0.8 * letters
    year = published_on.year if published_on else None
    registry = load_registry()
    weight: dict[str, float] = defaultdict(float)
    guests = _told_by_envoys(registry, text, all_caps, year)
    in_full = frozenset(a.id for a in named_actors(registry, text, all_caps, year, frozenset()))
    named = named_actors(registry, text, all_caps, year, in_full.union(countries))
    station = _station(registry, text, year, named) if all_caps else None
    told = {a.id for a in named if a.region == "states"}.union(countries)
    placed = max(countries.values(), default=0) >= _PLACED
    for country, n in countries.items():
        warring = war_of(country, year) or (country == station and n > 1)
        weight[country] += n * (_ABSENT if country in guests else 3 if warring else 1)
    for actor, n in named.items():
        if actor.kind is ActorKind.PARTY and actor.country and actor.region != "states":
            at_home = not actor.party_in or actor.country in actor.party_in  # Wagner fights anywhere but at home
            # A home that the report does not name counts where the group fights nowhere else, or against a state that is named.
            fought = {p for c in [war_of(actor.country, year)] if c is not None for p in c.parties}
            abroad = set(actor.party_in) == {actor.country} and actor.country not in countries
            if at_home and (actor.country in told or not placed or abroad or not fought.isdisjoint(countries)):
                weight[actor.country] += _GROUP_WEIGHT * n
        elif actor.kind is ActorKind.UN and actor.country:
            weight[actor.country] += _GROUP_WEIGHT * n  # a mission is named after where it is
        elif actor.region == "states" and actor.id not in countries:
            at_war = war_of(actor.id, year) is not None and actor.id not in guests
            weight[actor.id] += (_ABSENT if countries else 1) * n * (3 if at_war else 1)
    top = max(weight, key=lambda c: weight[c], default=None)
    own = any(a.inter == 2 and a.region != "states" and top in (a.country, *a.party_in) for a in named)
    war = _where_it_fights(top, weight, year, own_foes=own) if top is not None else None
    home = in_full | {war} if war else in_full
    return ReportContext(text, published_on, war, all_caps, home, frozenset(p.casefold() for p in places))


def _told_by_envoys(registry: YamlRegistry, text: str, all_caps: bool, year: int | None) -> frozenset[str]:
    """Return the states of which a report tells nothing but what their envoys say or do: their own wars are not what it is about."""
    found = text_words(text)
    told: dict[str, bool] = {}
    for m in names_in_text(registry, text, all_caps, year, frozenset()):
        if m.name.actor.region == "states":
            envoy = m.last < len(found) and found[m.last].key in _ENVOYS and m.name.sense in (Sense.NAME, Sense.ADJECTIVE)
            told[m.name.actor.id] = told.get(m.name.actor.id, True) and envoy
    return frozenset(state for state, envoys in told.items() if envoys)


def _station(registry: YamlRegistry, text: str, year: int | None, named: Mapping[Actor, int]) -> str | None:
    """Return the state in whose capital the dateline of agency copy in capitals stands: a station there tells first of its own country.

    None where the copy tells of another country's rebels, named more than once.
    """
    names = registry.matches(words(text, 0, min(len(text), _DATELINE)), True, year, frozenset())
    first = next((m.name for m in names if m.first == 0 and m.name.actor.region == "states"), None)
    if first is None or first.sense not in (Sense.SEAT, Sense.NAME):
        return None
    state = first.actor.id
    abroad = (n for a, n in named.items() if a.inter == 2 and a.region != "states" and state not in (a.country, *a.party_in))
    return state if max(abroad, default=0) < 2 else None


def _where_it_fights(state: str, weight: Mapping[str, float], year: int | None, *, own_foes: bool = True) -> str | None:
    """Return the country whose war a report tells of if the state it names most is an outsider there.

    A state with a war of its own is one too where none of its own foes (``own_foes``) is named: "Turkey's parliament voted on Syria".
    """
    if weight[state] <= 0:
        return None
    at_home = war_of(state, year)
    if at_home is None and weight[state] < 1 and (invaded := _invaded_by(state, year)) is not None:
        return invaded  # "a Russian missile": the towns it hits are in no gazetteer
    for country in sorted(weight, key=lambda c: -weight[c]):
        war = war_of(country, year)
        if country == state or war is None or state not in war.parties or (year or 9999) < (war.foreign_since or war.since):
            continue
        share = _INTERVENED_SHARE if at_home is None or war.invaded else _OF_ITS_OWN_SHARE
        foes = (at_home.rebels or at_home.militants) if at_home is not None else None
        # Where "rebels" are of no one group or none is on file, that none is named says nothing.
        civil = foes is not None and foes != "rebels" and country not in (at_home.parties if at_home else ()) and not own_foes
        if (at_home is None or war.invaded or civil) and weight[country] >= share * weight[state]:
            return country
    return state


def _invaded_by(state: str, year: int | None) -> str | None:
    """Return the one country that a state has invaded and fights in a year, None if there is none or several."""
    found = [w.country for w in wars().values() if w.invaded and w.occupier == state and w.going_on(year) and year is not None]
    return found[0] if len(found) == 1 else None


def named_actors(
    registry: YamlRegistry, text: str, all_caps: bool, year: int | None, home: frozenset[str] | None
) -> Counter[Actor]:
    """Return the registry's actors that a text names, with how often."""
    return Counter(m.name.actor for m in names_in_text(registry, text, all_caps, year, home))


def named_in(registry: YamlRegistry, context: ReportContext) -> Counter[Actor]:
    """Return the registry's actors that a report names, with how often."""
    return named_actors(registry, context.text, context.all_caps, context.year, context.home)
