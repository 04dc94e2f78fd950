"""What the profiles count with: an incident's standing claims, who died by whose word, and who stood on which side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

import pycountry

from fogline.claims.claim import ActorMention, Claim, Count
from fogline.grounding.registry import load_registry
from fogline.incidents.accounts import claim_order
from fogline.incidents.affiliation import key_of, related
from fogline.incidents.figures import Said
from fogline.incidents.incident import Incident
from fogline.incidents.lineage import RETRACTED, Source, Standing, sources_of
from fogline.incidents.people import ARMED, ARMED_WORDS, CIVILIAN_WORDS, CIVILIANS, PEOPLE, words_of
from fogline.incidents.toll_counts import is_partial
from fogline.intake.report import Report
from fogline.reading.reading import Modality
from fogline.reading.types import TYPES

# Words that name no side of their own when they stand for a doer.
_NOBODY = frozenset({"gunmen", "attackers", "unknown", "warplanes", "aircraft", "suicide bomber", "bomber", "unidentified"})

Range = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Group:
    """Who a count is of: civilians, armed men (of a side, where it is told), or people of whom nothing is said."""

    kind: str
    side: str | None = None


@dataclass(frozen=True)
class Toll:
    """How many of each group one origin says died, or were hurt, by its latest word.

    ``total`` is its figure for all of them; ``text`` the words it stands in.
    ``parts`` are figures of kinds of victims within it (children, women).
    """

    source: Source
    day: date
    total: Range
    text: str
    groups: Mapping[Group, Range]
    parts: Mapping[str, Range]
    claim_ids: tuple[str, ...]
    claim: Claim
    count: Count

    @property
    def rank(self) -> int:
        """How far the origin is trusted with numbers, 0 the most: the order that the incident's own figures use."""
        return Said(self.claim, self.count, self.source).rank

    def of(self, kind: str) -> Range | None:
        """Return the figure for a kind of people, the sides taken together; None if it gives none."""
        found = [r for g, r in self.groups.items() if g.kind == kind]
        return _sum(found) if found else None


@dataclass(frozen=True)
class Evidence:
    """An incident with its standing claims: those not retracted, in order."""

    incident: Incident
    claims: tuple[Claim, ...]
    reports: Mapping[str, Report]
    asserted: tuple[Claim, ...] = field(default=())
    counted: dict[str, tuple[Toll, ...]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, incident: Incident, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> Evidence:
        found = sorted((claims[i] for i in incident.claim_ids if i in claims), key=claim_order)
        live = tuple(c for c in found if RETRACTED not in c.flags)
        asserted = tuple(
            c for c in live if c.modality in (Modality.ACTUAL, Modality.POSSIBLE) and (t := TYPES.get(c.type)) and t.acled_event
        )
        return cls(incident, live, reports, asserted)

    @property
    def happened(self) -> bool:
        """Whether anybody says, as a fact, that it happened."""
        return any(c.modality is Modality.ACTUAL for c in self.asserted)

    @property
    def country(self) -> str | None:
        return self.incident.place.country if self.incident.place else None

    def exact_days(self) -> dict[str, tuple[date, ...]]:
        """Return for each report the single days that its claims of the happening state, in order."""
        start, end = self.incident.date_start, self.incident.date_end
        days: dict[str, set[date]] = {}
        for claim in self.asserted:
            time = claim.time
            if time is None or time.start is None or time.start != time.end:
                continue
            if start is None or end is None or start <= time.start <= end:
                days.setdefault(claim.report_id, set()).add(time.start)
        return {report: tuple(sorted(found)) for report, found in days.items()}

    def doers(self) -> tuple[Side, ...]:
        return _sides([c.actor for c in self._telling()], self.country)

    def targets(self) -> tuple[Side, ...]:
        return _sides([c.target for c in self._telling()], self.country)

    def _telling(self) -> tuple[Claim, ...]:
        """Return the claims of the incident's own type where they name a doer: the clash beside the raid has other sides."""
        own = tuple(c for c in self.asserted if c.type == self.incident.type)
        return own if any(c.actor for c in own) else self.asserted

    def tolls(self, what: str) -> tuple[Toll, ...]:
        """Return each origin's latest toll; those who name no source are left out where somebody does."""
        if what not in self.counted:
            self.counted[what] = self._tolls(what)
        return self.counted[what]

    def _tolls(self, what: str) -> tuple[Toll, ...]:
        said: dict[str, list[tuple[Claim, Source]]] = {}
        for claim in self.claims:
            if claim.modality in (Modality.NEGATED, Modality.PLANNED) or not any(_counted(c, what) for c in claim.counts):
                continue
            for source in sources_of(claim, self.reports.get(claim.report_id)):
                key = source.key if source.standing is Standing.NAMED else str(source.standing)
                said.setdefault(key, []).append((claim, source))
        out = []
        for told in said.values():
            last = max(_day(c) for c, _ in told)
            latest = [(c, s) for c, s in told if _day(c) == last]
            out.append(_toll([c for c, _ in latest], latest[-1][1], what, last))
        named = [t for t in out if t.source.standing is not Standing.UNSOURCED]
        return tuple(sorted(named or out, key=lambda t: (t.source.interested, t.day, t.source.name)))


@dataclass(frozen=True, slots=True)
class Side:
    """A doer or target with its ACLED actor type, None if not known."""

    name: str
    inter: int | None
    actor_id: str | None = None

    @property
    def civilian(self) -> bool:
        return self.inter in (6, 7) or (self.inter is None and group_of(self.name).kind == CIVILIANS)

    @property
    def state(self) -> bool:
        """Whether it is a government's force; external forces are those of states, alone or in a coalition."""
        return self.inter in (1, 8)

    @property
    def armed(self) -> bool:
        return not self.civilian and key_of(self.name) not in _NOBODY


def met(left: Sequence[Side], right: Sequence[Side]) -> str | None:
    """Return who met whom, in an order and in names that do not depend on a project's way of writing them."""
    names = {"civilians" if s.civilian else s.name for s in (*left, *right)}
    return " and ".join(sorted(names)) or None


@lru_cache(maxsize=10_000)
def country_of(name: str, actor_id: str | None = None) -> str | None:
    """Return the ISO alpha-2 code of a state that acts, None if the name is no state's."""
    if actor_id and len(actor_id) == 2 and actor_id.isupper():
        return actor_id
    try:
        return str(pycountry.countries.lookup(name).alpha_2)
    except LookupError:
        # The names that the codebook prefers and the standard spells otherwise.
        return {"turkey": "TR", "russia": "RU", "iran": "IR", "syria": "SY", "south korea": "KR", "north korea": "KP"}.get(
            key_of(name)
        )


# Countries that neither the registry nor the standard gives a name by which people know them.
_KNOWN_AS = {
    "FK": "Falkland Islands",
    "MF": "Saint Martin",
    "PS": "Palestine",
    "SX": "Sint Maarten",
    "VA": "Vatican City",
    "VG": "British Virgin Islands",
    "VI": "United States Virgin Islands",
}


def country_name(code: str | None) -> str | None:
    """Return the name by which people know a country, "Syria" rather than the "Syrian Arab Republic"; None if the code is no country's."""
    if code is None or code in _KNOWN_AS:
        return None if code is None else _KNOWN_AS[code]
    if (state := load_registry().get(code)) is not None:
        return state.name
    country = pycountry.countries.get(alpha_2=code)
    return None if country is None else str(getattr(country, "common_name", country.name))


def _sides(mentions: Iterable[Sequence[ActorMention]], country: str | None) -> tuple[Side, ...]:
    """Return who is named, the most often named first, with forces abroad as ACLED types them."""
    counted: Counter[str] = Counter()
    first: dict[str, ActorMention] = {}
    for group in mentions:
        for mention in group:
            counted[mention.name] += 1
            if mention.name not in first or (first[mention.name].inter is None and mention.inter is not None):
                first[mention.name] = mention
    out = []
    for name in sorted(counted, key=lambda n: (-counted[n], n)):
        mention = first[name]
        home = country_of(name, mention.actor_id)
        inter = mention.inter
        if inter is None and home is not None:
            inter = 1
        if inter is None and group_of(name).kind == CIVILIANS:
            inter = 7
        # ACLED: forces of a state outside their own country are external.
        if inter == 1 and home is not None and country is not None and home != country:
            inter = 8
        out.append(Side(name, inter, mention.actor_id))
    return tuple(out)


def group_of(who: str | None, claim: Claim | None = None) -> Group:
    """Return whom a count is of; with a claim, its targets speak where the words do not."""
    words = words_of(who)
    if claim is not None and who:
        for mention in (*claim.target, *claim.actor):
            named = related(who, mention.name) or key_of(mention.name) in key_of(who)
            if named and mention.inter not in (6, 7) and group_of(mention.name).kind != CIVILIANS:
                return Group(ARMED, mention.name)
    if words & CIVILIAN_WORDS:
        return Group(CIVILIANS)
    if words & ARMED_WORDS:
        armed = [m for m in claim.target if not _is_civilian(m)] if claim is not None else []
        return Group(ARMED, armed[0].name if len(armed) == 1 else None)
    if claim is not None and words <= {"people"} and claim.target:
        civilians = [m for m in claim.target if _is_civilian(m)]
        if len(civilians) == len(claim.target):
            return Group(CIVILIANS)
        if not civilians and len(claim.target) == 1 and claim.target[0].inter is not None:
            return Group(ARMED, claim.target[0].name)
    return Group(PEOPLE)


def _is_civilian(mention: ActorMention) -> bool:
    return mention.inter in (6, 7) or (mention.inter is None and group_of(mention.name).kind == CIVILIANS)


def _counted(count: Count, what: str) -> bool:
    return count.what == what and (count.low is not None or count.high is not None)


def _day(claim: Claim) -> date:
    return claim.published_on or date.min


def ends(count: Count) -> Range:
    """Return a count as least and most; "almost 20" is taken as 20, "at least 20" has no most."""
    low = count.low if count.low is not None else count.high
    assert low is not None
    return low, count.high


def _sum(ranges: Iterable[Range]) -> Range:
    low, high = 0, 0
    open_end = False
    for a, b in ranges:
        low += a
        high += b if b is not None else a
        open_end = open_end or b is None
    return low, None if open_end else high


def _larger(left: Range | None, right: Range) -> Range:
    return right if left is None or right[0] >= left[0] else left


def _toll(claims: Sequence[Claim], source: Source, what: str, day: date) -> Toll:
    """Gather one origin's figures of one day: disjoint groups add up, children and women are within their toll."""
    groups: dict[Group, Range] = {}
    parts: dict[str, Range] = {}
    texts: dict[Range, tuple[Claim, Count]] = {}
    for claim in claims:
        for count in claim.counts:
            if not _counted(count, what):
                continue
            figure = ends(count)
            texts.setdefault(figure, (claim, count))
            if is_partial(count.who) and (count.who or "").casefold() not in ("men",):
                name = (count.who or "").casefold()
                parts[name] = _larger(parts.get(name), figure)
                continue
            group = group_of(count.who, claim)
            groups[group] = _larger(groups.get(group), figure)
    if not groups:
        # Only kinds of victims are counted: they are the toll.
        groups[Group(CIVILIANS)] = _sum(parts.values())
    disjoint = _sum(r for g, r in groups.items() if g.kind != PEOPLE)
    people = next((r for g, r in groups.items() if g.kind == PEOPLE), None)
    total = disjoint if people is None or people[0] < disjoint[0] else people
    claim, count = texts.get(total) or next(iter(texts.values()))
    text = count.text if total in texts else " + ".join(c.text for _, c in texts.values())
    return Toll(source, day, total, text, groups, parts, tuple(dict.fromkeys(c.id for c in claims)), claim, count)
