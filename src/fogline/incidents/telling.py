"""Within one report: which of its claims tell one happening, and which states and retorts belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from fogline.claims.claim import Claim, Count
from fogline.grounding.grounding import PlaceBasis
from fogline.incidents.accounts import FIRM_DAYS, LEAD_CHARACTERS, claim_order, is_heading, names_a_place, window_of
from fogline.incidents.affiliation import key_of
from fogline.incidents.apportioning import ADDED_UP, LONGEST_TOLL_DAYS, period_tolls, sums
from fogline.incidents.clustering import gather
from fogline.incidents.disputed_figures import GROWTH
from fogline.incidents.forms import FOUNDING_STATES, RETORTS, STATES, is_physical
from fogline.incidents.recoveries import tells_of_bodies_found
from fogline.incidents.signals import is_fine
from fogline.incidents.told_together import EXCLUDED, TOLD_TOGETHER, Told, nearness_bits, told_claim, told_together
from fogline.incidents.toll_counts import largest_of, size
from fogline.incidents.words import OF_VIOLENCE, content_words
from fogline.intake.report import Report

_FLOOR = 2.0
# A claim is weighed against so many that follow it in the report; a headline against all.
_WINDOW = 30
# A claim of fighting over more days than this, with no town, is about the war.
_LONGEST_HAPPENING_DAYS = 31
# "In March" names a month: 27 days at least between its first and its last.
_A_MONTH = 27
# Bits from which a claim that names no day or no town of its own, or a toll, goes to the happening told beside it.
_CONTINUED = 2.0
# A count of dead this high, told of no town, is of a war.
_TOLL_OF_A_WAR = 2000


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
    told = [told_claim(c, report) for c in founders]
    groups = _continued(_gathered(told, must, cannot), cannot)
    loose: list[Claim] = []
    apart = [c for c in ordered if c.id in summed]
    for claim in followers:
        entry = told_claim(claim, report)
        home = _home(entry, groups, cannot)
        if home is not None:
            home.append(entry)
        elif claim.type in RETORTS or _founds(claim) or (tells_of_bodies_found(claim) and not is_summary(claim)):
            loose.append(claim)
        else:
            apart.append(claim)
    # Again, since a toll between two sentences ties the second to the first.
    groups = _continued(groups, cannot)
    groups += _gathered([told_claim(c, report) for c in loose], must, cannot)
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
        return any(weights.get((min(a, b), max(a, b)), 0.0) <= EXCLUDED for a in left for b in right)

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
        and not entry.found
        and (start is None or end is None or (end - start).days > LONGEST_TOLL_DAYS)
    ):
        return None
    best: tuple[bool, float, int] | None = None
    named = _named_by(entry, groups) if claim.type in RETORTS else None
    for number, group in enumerate(groups):
        if any((min(claim.id, t.claim.id), max(claim.id, t.claim.id)) in cannot for t in group):
            continue
        scores = [told_together(entry, t) for t in group]
        # A denial of Tuesday and an accusation of Monday can speak of one deed.
        deeds = [s for s, t in zip(scores, group, strict=True) if claim.type not in RETORTS or t.claim.type not in RETORTS]
        if min(deeds, default=0.0) <= EXCLUDED or _is_of_more(entry, group) or _goes_on_to_say(claim, group):
            continue
        top = max(scores)
        goes_on = number == named or _follows(entry, group)
        # "Denied responsibility" is of what was told before, not of what the denier tells next.
        rank = (claim.type not in RETORTS or any(t.claim.trigger_span.start < claim.trigger_span.start for t in group), top)
        if top >= (_CONTINUED if goes_on else TOLD_TOGETHER) and (best is None or rank > best[:2]):
            best = (*rank, number)
    return None if best is None else groups[best[2]]


def _follows(entry: Told, group: Sequence[Told]) -> bool:
    """Return whether a claim goes on with a happening: a toll, bodies found later, and "he blamed the army" right behind the news."""
    if entry.claim.type not in RETORTS:
        return entry.claim.type == "casualty-toll" or entry.found
    # What is denied on another day is a deed: who condemns a state on Friday speaks of no other body's demand.
    dated = entry.window[3]
    beside = (t for t in group if nearness_bits(entry, t) >= 2.0 and (not dated or is_physical(t.claim.type)))
    return entry.found or any(_spoken_as_it(entry.claim) or _speaks_of(entry, t) for t in beside)


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


_DETERMINED = r"\b(?:the|these|those|such|that|this) "
_TOLD = (
    r"(?:allegations?|accusations?|claims?|charges?|reports?|accounts?|findings?|responsibility|involvement|raids?|attacks?|(?:air ?)?strikes?"
    r"|bombings?|bombardments?|shelling|blasts?|explosions?|killings?|massacres?|ambush|assault|incident|deaths?)\b"
)
# "The allegation was rejected", "the attack had been staged".
_THAT = re.compile(_DETERMINED + _TOLD, re.IGNORECASE)
# Behind the verb: "that attack", "the Gorat bombing", "any role", "nothing to do with it": what was told just before.
_WHAT_WAS_TOLD = re.compile(
    rf"{_DETERMINED}(?:[\w'’-]+ ){{0,2}}?{_TOLD}"
    r"|\ban? (?:[\w'’-]+ )?(?:massacre|atrocity|crime|outrage)\b"
    r"|\b(?:den(?:y|ies|ied|ying)|disclaim\w*|claim\w*) (?:any |all |having )?(?:responsibility|involvement|role|part|blame)\b"
    r"|\bnothing to do with (?:it|them)\b",
    re.IGNORECASE,
)


def _named_by(retort: Told, groups: Sequence[list[Told]]) -> int | None:
    """Return the one happening whose town and deed a retort names in its own words; None if none or several.

    "It again denied having shelled Gorat" names its town; a report that
    opens with "the army denied that an air strike killed children" tells the
    strike further down.
    """
    place = retort.claim.place
    town = place is not None and place.basis is not PlaceBasis.INHERITED and is_fine(place) and bool(retort.place)
    if not town and not (is_heading(retort.claim) or retort.claim.trigger_span.start < LEAD_CHARACTERS):
        return None
    deeds = frozenset(w for w in retort.words if OF_VIOLENCE.match(w))
    named = [
        n
        for n, group in enumerate(groups)
        if (not town or any(retort.place & t.place for t in group)) and any(deeds & t.words for t in group)
    ]
    return named[0] if len(named) == 1 else None


def _speaks_of(retort: Told, told: Told) -> bool:
    """Return whether a retort speaks of what was just told, or without a town of its own has words of it: "the army denied having bombed the market"."""
    claim = retort.claim
    behind = claim.quote[max(0, claim.trigger_span.start - claim.quote_span.start) :]
    if _THAT.search(claim.quote) is not None or _WHAT_WAS_TOLD.search(behind) is not None:
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
        return EXCLUDED
    if _two_tolls(group, other):
        return EXCLUDED
    best = EXCLUDED
    for a, b in product(group, other):
        bits = told_together(a, b)
        if bits <= EXCLUDED:
            return EXCLUDED
        if bits > best and nearness_bits(a, b) > 0:
            best = bits
    return best


def _two_tolls(group: Sequence[Told], other: Sequence[Told]) -> bool:
    """Return whether two numbers of dead are of two happenings, and not two speakers' numbers of one.

    Another speaker's number for the same town, no more than so many times
    the other, disputes it or brings it up to date. One speaker does not give
    two, nor does a report in its own voice; and "three more" are others.
    """
    mine, theirs = largest_of(t.counts for t in group), largest_of(t.counts for t in other)
    if "killed" not in mine or "killed" not in theirs:
        return False
    small, large = sorted((size(mine["killed"]), size(theirs["killed"])))
    if small == large:
        return False
    speakers, others = ({key_of(v.name) for t in some for v in t.claim.origin} for some in (group, other))
    mine_at, theirs_at = (
        {w for t in some if t.claim.place and is_fine(t.claim.place) for w in t.place} for some in (group, other)
    )
    second = any(t.adds for t in (*group, *other))
    return not (
        speakers and others and speakers.isdisjoint(others) and mine_at & theirs_at and not second and large <= GROWTH * small
    )


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
