"""Within one report: which of its claims tell one happening, and which states and retorts belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import product

from fogline.claims.claim import ActorMention, Claim, Count
from fogline.grounding.grounding import PlaceBasis
from fogline.incidents.accounts import (
    FIRM_DAYS,
    NEWS_AGE,
    adds_to_a_toll,
    claim_order,
    day_of_saying,
    is_heading,
    largest_of,
    names_a_place,
    own_counts,
    sentence_around,
    size,
    told_counts,
    window_of,
)
from fogline.incidents.affiliation import is_side, key_of, related
from fogline.incidents.apportioning import ADDED_UP, LONGEST_TOLL_DAYS, period_tolls, sums
from fogline.incidents.clustering import gather
from fogline.incidents.forms import FOUNDING_STATES, RETORTS, STATES, UNLIKE, is_physical, type_bits
from fogline.incidents.recoveries import tells_of_bodies_found
from fogline.incidents.signals import is_fine, km_between
from fogline.incidents.words import content_words, place_words
from fogline.intake.report import Report
from fogline.reading.reading import Modality

# Bits from which two claims of one report tell one happening. Chosen on
# annotated reports of one war, 2026-11; the groups change little between 3.5 and 5.
TOLD_TOGETHER = 4.0
_FLOOR = 2.0

# A claim is weighed against so many that follow it in the report; a headline against all.
_WINDOW = 30

# A claim of fighting over more days than this, with no town, is about the war.
_LONGEST_HAPPENING_DAYS = 31

# "In March" names a month: 27 days at least between its first and its last.
_A_MONTH = 27

_RECALLED = -2.0  # beside a day that is only recalled

# Bits from which a claim that names no day or no town of its own, or a toll, goes to the happening told beside it.
_CONTINUED = 2.0

# A count of dead this high, told of no town, is of a war.
_TOLL_OF_A_WAR = 2000

_EXCLUDED = -99.0

# Forms of attack that do not pass into each other in one telling: shells do not become a car bomb by nightfall.
_ATTACKS = frozenset({"air-strike", "shelling", "explosive", "suicide-bomb", "chemical-weapon"})

_HOURS = {
    "morning": re.compile(r"\b(?:dawn|daybreak|sunrise|mornings?)\b", re.I),
    "midday": re.compile(r"\b(?:noon|midday|afternoons?)\b", re.I),
    "night": re.compile(r"\b(?:dusk|sunset|nightfall|evenings?|nights?|overnight|midnight)\b", re.I),
}

_ANSWER = re.compile(r"\b(?:following|after|in response to|in retaliation for|in revenge for)\b", re.I)

_LATER = re.compile(r"\b(?:hours?|(?<!by )minutes|shortly|soon|half a day)\s+(?:after|before|earlier|later)\b", re.I)

# "51 died in strikes across the country" is no town's toll.
_EVERYWHERE = re.compile(
    r"\b(?:across|throughout|all over) (?:the )?(?:whole |entire )?(?:country|nation|province|region|territor(?:y|ies)|governorate|enclave|strip)\b"
    r"|\b(?:nationwide|countrywide|country-wide)\b",
    re.IGNORECASE,
)

# Words for a spot within a town.
_SPOT = re.compile(
    r"\b(?:neighbou?rhoods?|districts?|quarters?|suburbs?|areas?|streets?|squares?|roads?|markets?|schools?|hospitals?|clinics?|mosques?|church|bakery|camp|"
    r"prison|base|airport|checkpoint|crossing|bridge|roundabout|university|station|headquarters)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Told:
    """A claim with its sentence's place in the report and the words that telling needs."""

    claim: Claim
    sentence: tuple[int, int]
    words: frozenset[str]
    place: frozenset[str]
    text: str = ""  # of the report
    within: bool = False  # the place is a spot within a town: a district, a hospital

    # A claim is weighed against some twenty others of its report: what that needs is worked out once.

    @cached_property
    def window(self) -> tuple[date | None, date | None, bool, bool]:
        # Within one report the day of a saying is that of the news, unless another is named.
        said_on = day_of_saying(self.claim)
        return window_of(self.claim) if said_on is None else (said_on, said_on, True, True)

    @cached_property
    def sides(self) -> frozenset[str]:
        return _sides(self.claim.actor)

    @cached_property
    def targets(self) -> frozenset[str]:
        return _sides(self.claim.target)

    @cached_property
    def counts(self) -> tuple[tuple[Count, bool], ...]:
        return told_counts(self.claim, self.text)

    @cached_property
    def figures(self) -> dict[str, tuple[int | None, int | None]]:
        return largest_of([self.counts])

    @cached_property
    def counts_dead(self) -> bool:
        return any(c.what == "killed" for c in own_counts(self.claim))

    @cached_property
    def hours(self) -> frozenset[str]:
        """The parts of the day that the claim's own words name."""
        words = f"{self.claim.quote} {self.claim.time.text if self.claim.time and self.claim.time.text else ''}"
        return frozenset(part for part, pattern in _HOURS.items() if pattern.search(words))

    @cached_property
    def everywhere(self) -> bool:
        """Whether the claim's own words tell of a whole country or province: its dead are those of many towns."""
        return _EVERYWHERE.search(self.claim.quote) is not None

    @cached_property
    def found(self) -> bool:
        return tells_of_bodies_found(self.claim)

    @cached_property
    def adds(self) -> bool:
        return any(c.what == "killed" and adds_to_a_toll(c.text) for c in own_counts(self.claim))


@dataclass(frozen=True)
class Telling:
    """A report's claims: groups that tell one happening each, and states and summaries that stand apart from all."""

    groups: tuple[tuple[Claim, ...], ...]
    apart: tuple[Claim, ...]


def tell(
    claims: Sequence[Claim],
    report: Report | None,
    must: frozenset[tuple[str, str]] = frozenset(),
    cannot: frozenset[tuple[str, str]] = frozenset(),
) -> Telling:
    """Group one report's claims by happening. A reviewer's word (``must``, ``cannot``, pairs of claim ids) comes first."""
    ordered = sorted(claims, key=claim_order)
    bound = {id for pair in must for id in pair}
    totals, parts = sums(ordered)
    cannot = cannot | (parts - must)
    summed = (totals | period_tolls(ordered, report)) - bound
    following = {
        c.id for c in ordered if c.type in STATES or c.type in RETORTS or is_summary(c) or tells_of_bodies_found(c)
    } - bound
    founders = [c for c in ordered if c.id not in following]
    followers = [c for c in ordered if c.id in following]
    founders, followers = ([c for c in some if c.id not in summed] for some in (founders, followers))
    told = [_told(c, report) for c in founders]
    groups = _continued(_gathered(told, must, cannot), cannot)
    loose: list[Claim] = []
    apart = [c for c in ordered if c.id in summed]
    for claim in followers:
        entry = _told(claim, report)
        home = _home(entry, groups, cannot)
        if home is not None:
            home.append(entry)
        elif claim.type in RETORTS or _founds(claim) or (tells_of_bodies_found(claim) and not is_summary(claim)):
            loose.append(claim)
        else:
            apart.append(claim)
    # Again, since a toll between two sentences ties the second to the first.
    groups = _continued(groups, cannot)
    groups += _gathered([_told(c, report) for c in loose], must, cannot)
    telling = [g for g in groups if _can_be_told_apart(g) or any(t.claim.id in bound for t in g)]
    if telling:
        apart += [t.claim for g in groups if g not in telling for t in g]
        groups = telling
    return Telling(tuple(tuple(t.claim for t in g) for g in groups), tuple(apart))


def _can_be_told_apart(group: Sequence[Told]) -> bool:
    """Return whether fighting or harm is told with a town, a day or a number of victims: something to know it by.

    "The army has bombed rebels", told beside the day's news without any of
    them, is no happening of its own.
    """
    return (
        _placed(group)
        or any(t.window[3] for t in group)
        or any(c.what in ("killed", "injured") for t in group for c in t.claim.counts)
        or not any(is_physical(t.claim.type) for t in group)
    )


def told_together(left: Told, right: Told) -> float:
    """Return the bits for two claims of one report telling one happening; strongly negative if they cannot."""
    one, other = left.claim, right.claim
    if (one.modality is Modality.PLANNED) != (other.modality is Modality.PLANNED):
        return _EXCLUDED
    kind = _EXCLUDED if _one_after_the_other(left, right) else _kind_bits(one, other)
    days = _days_bits(left, right) if kind > _EXCLUDED else _EXCLUDED
    places = _place_bits(left, right) if days > _EXCLUDED else _EXCLUDED
    if places <= _EXCLUDED:
        return _EXCLUDED
    return (
        kind
        + days
        + places
        + _nearness_bits(left, right)
        + _actor_bits(left, right)
        + _figure_bits(left, right)
        + _addition_bits(left, right)
        + _word_bits(left, right)
    )


def told_signals(claims: Sequence[Claim], report: Report | None) -> list[tuple[tuple[str, float, str], ...]]:
    """Return for each claim but the first what speaks for and against its telling the happening that the first tells, for people to read."""
    if len(claims) < 2:
        return []
    first, *others = (_told(c, report) for c in claims)
    return [_told_signals(first, other) for other in others]


def _told_signals(one: Told, other: Told) -> tuple[tuple[str, float, str], ...]:
    left, right = one.claim, other.claim
    same = "the same sentence" if one.sentence == other.sentence else "one report"
    return (
        ("told in one report", _nearness_bits(one, other), f"{same}: “{left.trigger}”, “{right.trigger}”"),
        ("type", _kind_bits(left, right), f"{left.type} and {right.type}"),
        ("days", _days_bits(one, other), "the days they state"),
        (
            "place",
            _place_bits(one, other),
            f"{left.place.name if left.place else 'no place'}; {right.place.name if right.place else 'no place'}",
        ),
        ("actors", _actor_bits(one, other), "the doers they name"),
        ("figures", _figure_bits(one, other), "the figures they give"),
        ("words", _word_bits(one, other), "the words they share"),
    )


def _one_after_the_other(left: Told, right: Told) -> bool:
    """Return whether two attacks of different form are told with different times of one day, or one "hours after" the other.

    A car bomb in the evening, hours after the shelling of the morning, is
    another attack on the same street. One form told twice is left to the
    other signs: a raid may go on from dawn to dusk.
    """
    first, second = sorted((left, right), key=lambda t: t.claim.trigger_span.start)
    one, other = first.claim, second.claim
    if one.type not in _ATTACKS or other.type not in _ATTACKS:
        return False
    between = first.text[one.trigger_span.end : other.trigger_span.start] if first.sentence == second.sentence else ""
    # "Strikes killed 45 after rebels had fired rockets": one side's answer to the other's attack, also where the
    # sentence was read so that the first side stands among the doers of the second attack.
    if first.sides and second.sides and not second.sides <= first.sides and _ANSWER.search(between) is not None:
        return True
    if type_bits(one.type, other.type) > 0:
        return False
    if first.hours and second.hours and first.hours.isdisjoint(second.hours):
        return True
    return _LATER.search(between) is not None


def _kind_bits(one: Claim, other: Claim) -> float:
    if one.type != other.type and (one.type in RETORTS or other.type in RETORTS):
        return 0.0
    bits = type_bits(one.type, other.type)
    return _EXCLUDED if bits <= UNLIKE else bits


def _told(claim: Claim, report: Report | None) -> Told:
    text = report.text if report is not None else ""
    sentence = (
        sentence_around(text, claim.quote_span.start, claim.quote_span.end)
        if text
        else (claim.quote_span.start, claim.quote_span.end)
    )
    names = [n for n in (claim.place.name, claim.place.text) if n] if claim.place else []
    return Told(
        claim,
        sentence,
        content_words(claim.quote),
        frozenset(w for n in names for w in place_words(n)),
        text,
        _within(claim, text),
    )


def _within(claim: Claim, text: str) -> bool:
    """Return whether the words at a claim's place call it a spot within a town."""
    place = claim.place
    if place is None or place.span is None or not text:
        return False
    return _SPOT.search(text[max(0, place.span.start - 20) : place.span.end + 20]) is not None


def _gathered(told: Sequence[Told], must: frozenset[tuple[str, str]], cannot: frozenset[tuple[str, str]]) -> list[list[Told]]:
    position = {t.claim.id: n for n, t in enumerate(told)}
    weights = {
        (a, b): told_together(told[a], told[b])
        for a in range(len(told))
        for b in range(a + 1, len(told) if is_heading(told[a].claim) else min(len(told), a + 1 + _WINDOW))
    }
    kept_apart = {tuple(sorted((position[a], position[b]))) for a, b in cannot if a in position and b in position}
    together = [(position[a], position[b]) for a, b in must if a in position and b in position]

    def forbidden(left: Sequence[int], right: Sequence[int]) -> bool:
        if kept_apart and any((min(a, b), max(a, b)) in kept_apart for a in left for b in right):
            return True
        return any(weights.get((min(a, b), max(a, b)), 0.0) <= _EXCLUDED for a in left for b in right)

    groups = gather(
        len(told),
        weights,
        threshold=TOLD_TOGETHER,
        floor=_FLOOR,
        weigh=lambda a, b: told_together(told[a], told[b]),
        forbidden=forbidden,
        together=together,
    )
    return [[told[n] for n in group] for group in groups]


def _home(entry: Told, groups: Sequence[list[Told]], cannot: frozenset[tuple[str, str]]) -> list[Told] | None:
    """Return the group that a state or retort belongs to: the one with the claim it stands nearest to in every sense."""
    claim = entry.claim
    start, end, _, dated = entry.window
    if any(_is_toll_of_a_war(c) for c in claim.counts) or (claim.type == "casualty-toll" and ADDED_UP.search(claim.quote)):
        return None
    if (
        (claim.type in STATES or is_summary(claim))
        and dated
        and (start is None or end is None or (end - start).days > LONGEST_TOLL_DAYS)
    ):
        return None
    best: tuple[float, int] | None = None
    for number, group in enumerate(groups):
        if any((min(claim.id, t.claim.id), max(claim.id, t.claim.id)) in cannot for t in group):
            continue
        scores = [told_together(entry, t) for t in group]
        if min(scores) <= _EXCLUDED or _is_of_more(entry, group) or _goes_on_to_say(claim, group):
            continue
        top = max(scores)
        # A toll, bodies found later, and "he blamed the army" right behind the news, go on with it.
        goes_on = (
            claim.type == "casualty-toll"
            or entry.found
            or (
                claim.type in RETORTS
                and not dated
                and any(_nearness_bits(entry, t) >= 2.0 and (_spoken_as_it(claim) or _speaks_of(entry, t)) for t in group)
            )
        )
        if top >= (_CONTINUED if goes_on else TOLD_TOGETHER) and (best is None or top > best[0]):
            best = (top, number)
    return None if best is None else groups[best[1]]


# A toll without a day so many times that of a happening is of more than it.
_TOLL_OF_MORE = 5


def _is_of_more(entry: Told, group: Sequence[Told]) -> bool:
    """Return whether a toll without a day is of a campaign and not of the raid told before it: "hundreds have been killed in such attacks"."""
    if entry.claim.type != "casualty-toll" or entry.window[3] or "killed" not in entry.figures:
        return False
    told = [size(t.figures["killed"]) for t in group if "killed" in t.figures]
    return bool(told) and size(entry.figures["killed"]) > _TOLL_OF_MORE * max(told)


def _goes_on_to_say(retort: Claim, group: Sequence[Told]) -> bool:
    """Return whether a group is what the denier tells behind the denial: "denied the claims and said its jets were bombing the base"."""
    deniers = {key_of(a.name) for a in retort.actor}
    return retort.type == "reject" and all(
        t.claim.trigger_span.start > retort.trigger_span.start and not deniers.isdisjoint(key_of(v.name) for v in t.claim.origin)
        for t in group
    )


_WHAT_WAS_SAID = re.compile(
    r"\b(?:the|these|those|such) (?:allegations?|accusations?|claims?|charges?|reports?|accounts?|responsibility|involvement)\b",
    re.IGNORECASE,
)


def _speaks_of(retort: Told, told: Told) -> bool:
    """Return whether a retort without a town of its own has words of what it stands beside: "the army denied having bombed the market"."""
    if _WHAT_WAS_SAID.search(retort.claim.quote):
        return True
    place = retort.claim.place
    own = place is not None and place.basis is not PlaceBasis.INHERITED and place.latitude is not None
    return not own and bool(retort.words & (told.words | content_words(told.claim.place.text or "" if told.claim.place else "")))


def _spoken_as_it(claim: Claim) -> bool:
    """Return whether who denies or accuses is only "he", "she", "it" or "they": he was named with what he speaks of."""
    return claim.place is None and any((a.text or "").casefold() in ("he", "she", "it", "they") for a in claim.actor)


def _continued(groups: list[list[Told]], cannot: frozenset[tuple[str, str]]) -> list[list[Told]]:
    """Give groups without a day or town of their own to the happening that they go on telling.

    A report names day and town once and then tells on. Such a sentence
    belongs to what stands beside it, if nothing in it disagrees: no other
    day, town, kind or number of dead.
    """
    out: list[list[Told]] = []
    waiting = sorted(groups, key=lambda g: g[0].sentence)
    for group in waiting:
        if _placed(group) and _on_a_day(group):
            out.append(group)
    for group in waiting:
        if _placed(group) and _on_a_day(group):
            continue
        best: tuple[float, int] | None = None
        for number, other in enumerate(out):
            if not (_placed(other) > _placed(group) or _on_a_day(other) > _on_a_day(group)):
                continue
            score = _goes_on(group, other, cannot)
            if score >= _CONTINUED and (best is None or score > best[0]):
                best = (score, number)
        if best is None:
            out.append(group)
        else:
            out[best[1]] = sorted(out[best[1]] + group, key=lambda t: claim_order(t.claim))
    return sorted(out, key=lambda g: claim_order(g[0].claim))


def _placed(group: Sequence[Told]) -> bool:
    """Return whether a group names a town of its own, not one that was borrowed from the headline or a sentence before."""
    return any(
        t.claim.place is not None
        and t.claim.place.basis is not PlaceBasis.INHERITED
        and names_a_place(t.claim.place)
        and is_fine(t.claim.place)
        for t in group
    )


def _on_a_day(group: Sequence[Told]) -> bool:
    return any(t.window[2] for t in group)


def _goes_on(group: Sequence[Told], other: Sequence[Told], cannot: frozenset[tuple[str, str]]) -> float:
    """Return the bits for a group going on with another near it; strongly negative if anything in them disagrees."""
    if cannot and any((min(a.claim.id, b.claim.id), max(a.claim.id, b.claim.id)) in cannot for a in group for b in other):
        return _EXCLUDED
    mine, theirs = largest_of(t.counts for t in group), largest_of(t.counts for t in other)
    if "killed" in mine and "killed" in theirs and size(mine["killed"]) != size(theirs["killed"]):
        return _EXCLUDED
    best = _EXCLUDED
    for a, b in product(group, other):
        bits = told_together(a, b)
        if bits <= _EXCLUDED:
            return _EXCLUDED
        if bits > best and _nearness_bits(a, b) > 0:
            best = bits
    return best


def is_summary(claim: Claim) -> bool:
    """Return whether a claim sums up more than one happening: over months, or of no town and over a month or without a beginning.

    "The war has raged since 2011", "two years of siege" and "the coalition
    has bombed the group across the country" are claims, but nothing that one
    could go and see; nor are the dead of a war.
    """
    fine = claim.place is not None and is_fine(claim.place)
    # A massacre of thousands is told with its town and its day.
    if not (fine and window_of(claim)[2]) and any(_is_toll_of_a_war(c) for c in claim.counts):
        return True
    if not is_physical(claim.type):
        return False
    start, end, _, dated = window_of(claim)
    if not dated:
        return False
    if fine:
        return start is not None and end is not None and (end - start).days > 2 * _LONGEST_HAPPENING_DAYS
    if start is None or end is None or (end - start).days > _LONGEST_HAPPENING_DAYS:
        return True
    # "The war that broke out in March"; a bombing in May that killed twelve is one that could be found.
    return (end - start).days >= _A_MONTH and not any(c.what in ("killed", "injured") for c in claim.counts)


def _is_toll_of_a_war(count: Count) -> bool:
    return count.what == "killed" and size((count.low, count.high)) >= _TOLL_OF_A_WAR


def _founds(claim: Claim) -> bool:
    """Return whether a state is a happening in itself: a toll, flight or hardship with figures, a town and a few days."""
    start, end, _, dated = window_of(claim)
    return (
        claim.type in FOUNDING_STATES
        and any(c.low is not None or c.high is not None for c in claim.counts)
        and claim.place is not None
        and is_fine(claim.place)
        and dated
        and start is not None
        and end is not None
        and (end - start).days < FIRM_DAYS
    )


def _days_bits(one: Told, other: Told) -> float:
    a_start, a_end, a_firm, a_dated = one.window
    b_start, b_end, b_firm, b_dated = other.window
    if not a_dated and not b_dated:
        return 0.5
    if not a_dated or not b_dated:
        # A sentence without a day goes on with the day that was named before, unless that was only recalled.
        dated = one if a_dated else other
        end, published_on = dated.window[1], dated.claim.published_on
        if end is None or published_on is None:
            return 0.0
        return 0.5 if (published_on - end).days <= NEWS_AGE else _RECALLED
    disjoint = (a_end is not None and b_start is not None and a_end < b_start) or (
        b_end is not None and a_start is not None and b_end < a_start
    )
    if disjoint:
        return _EXCLUDED
    if (one.found and a_start is None) or (other.found and b_start is None):
        return 0.5  # they were found then, and died before
    if (a_start, a_end) == (b_start, b_end):
        return 2.0 if a_firm else 1.2
    if a_firm and b_firm:
        return 1.0
    return -0.5 if a_firm != b_firm else 0.0


def _place_bits(left: Told, right: Told) -> float:
    one, other = left.claim.place, right.claim.place
    if one is None or other is None or not names_a_place(one) or not names_a_place(other):
        return 0.0
    if left.everywhere != right.everywhere and (is_fine(other) if left.everywhere else is_fine(one)):
        return _EXCLUDED
    if PlaceBasis.INHERITED in (one.basis, other.basis):
        # Borrowed from a headline or a sentence before: it may be that of other news.
        return 0.5 if left.place == right.place else 0.0
    if left.place == right.place:
        return 2.0 if is_fine(one) else 0.5
    if left.place <= right.place or right.place <= left.place:
        return 1.5
    if is_fine(one) and is_fine(other):
        km = km_between(one, other)
        town = one.precision is not None and other.precision is not None
        if km is not None and town and km > 25:
            return _EXCLUDED
        if km is not None and km <= 5:
            return 0.5
        if left.place & right.place:
            return -0.5
        # "The Salihiya neighbourhood", "the university hospital": a spot within the town that was named before.
        if left.within != right.within:
            return 0.0
        # A name without coordinates may be a misread adjective ("a Damascan suburb"): it parts less.
        return -4.0 if km is not None else -2.5
    if one.country and other.country and one.country != other.country:
        return _EXCLUDED
    if one.admin1 and other.admin1 and one.admin1 != other.admin1:
        return -4.0
    # "In Idlib province", then the village: the same news told again with more detail.
    return 0.5 if one.admin1 and one.admin1 == other.admin1 else 0.0


def _nearness_bits(left: Told, right: Told) -> float:
    if left.sentence == right.sentence:
        return 2.5
    if is_heading(left.claim) or is_heading(right.claim):
        return 1.5
    gap = max(left.sentence[0], right.sentence[0]) - min(left.sentence[1], right.sentence[1])
    if gap <= 3:
        return 2.0
    return 1.0 if gap <= 300 else 0.0


def _actor_bits(one: Told, other: Told) -> float:
    mine, theirs = one.sides, other.sides
    if not mine or not theirs:
        return 0.0
    if mine & theirs:
        return 0.7
    if any(related(a, b) for a in mine for b in theirs):
        return 0.4
    if one.claim.type != other.claim.type and (one.claim.type in RETORTS or other.claim.type in RETORTS):
        return 0.0  # who denies or accuses is another than who did it
    # "Clashes between A and B" turns the roles round from one sentence to the next.
    return 0.0 if (mine | theirs) & (one.targets | other.targets) else -1.5


def _sides(mentions: Iterable[ActorMention]) -> frozenset[str]:
    return frozenset(key_of(m.name) for m in mentions if is_side(m))


def _figure_bits(one: Told, other: Told) -> float:
    mine, theirs = one.figures, other.figures
    bits = [0.0]
    for what in mine.keys() & theirs.keys():
        small, large = sorted((size(mine[what]), size(theirs[what])))
        if small == large:
            bits.append(2.0 if small > 1 else 0.5)
        elif large > 3 * max(1, small):
            bits.append(-1.0)
    # As many dead says more than that the wounded differ.
    return max(bits) or min(bits)


def _addition_bits(left: Told, right: Told) -> float:
    """ "Another five were killed in a raid on the next village": told beside a toll, of another place."""
    if left.place == right.place or not left.place or not right.place:
        return 0.0
    return -3.0 if left.adds != right.adds and left.counts_dead and right.counts_dead else 0.0


def _word_bits(left: Told, right: Told) -> float:
    common = len(left.words & right.words)
    if not common:
        return -0.3
    return min(2.5, 6.0 * common / (len(left.words) + len(right.words)))
