"""Low, best and high of an incident, by rules that are printed with the result."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fogline.claims.claim import Claim, Count
from fogline.grounding.grounding import ActorKind
from fogline.incidents.accounts import claim_order, sentence_around
from fogline.incidents.forms import is_physical
from fogline.incidents.incident import Figure
from fogline.incidents.lineage import RETRACTED, Source, Standing, sources_of
from fogline.incidents.signals import is_fine
from fogline.incidents.toll_counts import size, told_counts
from fogline.intake.report import Report
from fogline.reading.reading import Modality

# Whose figure is preferred: bodies that count, then named others, then those
# without a name, then parties.
_RELIABILITY = {
    ActorKind.MONITOR: 0,
    ActorKind.UN: 0,
    ActorKind.AID: 0,
    ActorKind.GOVERNMENT: 1,
    ActorKind.MEDIA: 1,
    ActorKind.WITNESS: 1,
    ActorKind.EXPERT: 1,
    ActorKind.OFFICIAL_ANONYMOUS: 2,
    ActorKind.OTHER: 2,
    ActorKind.PARTY: 3,
}


# So many times the next highest figure, and so many, are the dead of a year or a war that a report recalls in the same breath.
_OF_A_WAR = ((20, 2000), (50, 500))


# "At least 70" of the north and 30 and 39 of the town are one toll, the first rounded.
_ROUNDED = 1.1


@dataclass(frozen=True)
class Said:
    """A figure as one origin gave it at one time."""

    claim: Claim
    count: Count
    source: Source

    @property
    def low(self) -> int | None:
        return self.count.low

    @property
    def high(self) -> int | None:
        return self.count.high

    @property
    def size(self) -> int:
        return size((self.count.low, self.count.high))

    @property
    def day(self) -> date:
        return self.claim.published_on or date.min

    @property
    def rank(self) -> int:
        if self.source.standing is Standing.UNSOURCED:
            return 3 if self.source.interested else 2
        return _RELIABILITY[self.source.kind]


def said_of(claims: Sequence[Claim], reports: Mapping[str, Report]) -> dict[str, list[Said]]:
    """Return every figure of an incident by what is counted, in order of publication; negated, planned and retracted ones left out.

    Of several figures of one kind in a claim the largest is the total
    ("39 killed, among them 30 children"); groups that the claim joins with
    "and" are added up first (``told_counts``). Where anyone gives a total,
    counts of kinds of victims are not read as one.
    """
    out: dict[str, list[Said]] = defaultdict(list)
    partial: dict[str, list[Said]] = defaultdict(list)
    for claim in sorted(claims, key=claim_order):
        if RETRACTED in claim.flags or claim.modality in (Modality.NEGATED, Modality.PLANNED):
            continue
        by_what: dict[str, list[tuple[Count, bool]]] = defaultdict(list)
        report = reports.get(claim.report_id)
        for count, part in told_counts(claim, report.text if report is not None else ""):
            by_what[count.what].append((count, part))
        sources = sources_of(claim, report) if by_what else ()
        for what, counts in by_what.items():
            whole = [c for c, part in counts if not part]
            chosen = max(whole or [c for c, _ in counts], key=lambda c: size((c.low, c.high)))
            for source in sources:
                (out if whole else partial)[what].append(Said(claim, chosen, source))
    for what, said in partial.items():
        if what not in out:
            out[what] = said
    return {what: _without_single_victims(_of_the_place(_of_one_happening(said))) for what, said in out.items()}


def _of_one_happening(said: list[Said]) -> list[Said]:
    """Drop figures that are out of all proportion to the others: they are told of the war."""
    sizes = sorted({s.size for s in said if s.size > 1})
    ceiling = next(
        (
            low
            for low, high in itertools.pairwise(sizes)
            if any(high >= dead and high >= times * low for times, dead in _OF_A_WAR)
        ),
        None,
    )
    return said if ceiling is None else [s for s in said if s.size <= ceiling]


def _of_the_place(said: list[Said]) -> list[Said]:
    """Drop a report's higher figure for a whole province or country where it also gives one for a town: it sums up several happenings."""
    town: dict[str, int] = {}
    for s in said:
        if s.claim.place is not None and is_fine(s.claim.place):
            town[s.claim.report_id] = max(s.size, town.get(s.claim.report_id, 0))
    return [
        s
        for s in said
        if s.claim.place is None
        or is_fine(s.claim.place)
        or s.size <= _ROUNDED * town.get(s.claim.report_id, s.size)
        or town[s.claim.report_id] < 2
    ]


def _without_single_victims(said: list[Said]) -> list[Said]:
    """Drop the one victim whom a report tells of beside a toll: he is among its dead, not a toll of one."""
    several = [s for s in said if s.size > 1]
    return [s for s in said if s.size != 1 or s.count.high is None] if several else said


def _approximates(one: Said, other: Said) -> bool:
    """Return whether a figure only rounds another: "nearly 40" beside 38."""
    return one.low is None and other.low is not None and other.low <= one.size <= _ROUNDED * other.low


def current(said: Sequence[Said]) -> list[Said]:
    """Return each origin's latest figure: of the last day it gave one, the largest."""
    latest: dict[str, Said] = {}
    for s in said:
        key = s.source.key if s.source.standing is Standing.NAMED else str(s.source.standing)
        held = latest.get(key)
        if held is None or (s.day, not _approximates(s, held), s.size) >= (held.day, not _approximates(held, s), held.size):
            latest[key] = s
    return list(latest.values())


def figures(claims: Sequence[Claim], reports: Mapping[str, Report]) -> tuple[Figure, ...]:
    """Return one figure per kind counted, the killed and injured first."""
    order = {"killed": 0, "injured": 1}
    said = said_of(claims, reports)
    found = [_figure(what, said[what]) for what in sorted(said, key=lambda w: (order.get(w, 2), w))]
    nobody = _nobody_killed(claims, reports, said)
    return tuple(found if nobody is None else [nobody, *found])


# Words of death, in whose presence a missing number is not none.
_DEATH = re.compile(
    r"\b(?:kill\w*|dead\w*|die[ds]?|dying|deaths?|fatal\w*|casualt\w*|bod(?:y|ies)|martyr\w*|slain|execut\w*|massacr\w*|perish\w*|victims?|lost their lives|eliminat\w*)\b",
    re.IGNORECASE,
)


def _nobody_killed(claims: Sequence[Claim], reports: Mapping[str, Report], said: Mapping[str, Sequence[Said]]) -> Figure | None:
    """Return none killed, where reports count the injured of an attack and speak of no death at all: as registers code it."""
    hurt = [s for s in said.get("injured", ()) if is_physical(s.claim.type) and s.size > 0]
    if not hurt or "killed" in said:
        return None
    for claim in claims:
        report = reports.get(claim.report_id)
        words = claim.quote
        if report is not None and report.text:
            begin, end = sentence_around(report.text, claim.quote_span.start, claim.quote_span.end)
            words = report.text[begin:end]
        if _DEATH.search(words) is not None:
            return None
    ids = tuple(dict.fromkeys(s.claim.id for s in hurt))
    return Figure(
        "killed", None, 0, 0, 0, "nobody is said to have been killed: the reports count the injured and tell of no death", ids
    )


def _without_vague(said: list[Said]) -> list[Said]:
    """Drop the words that name no number and of which another origin's number is one: "scores" beside 80."""
    exact = [s.size for s in said if not is_vague(s.count)]
    return [
        s for s in said if not is_vague(s.count) or not any((s.low or 0) <= n and (s.high is None or n <= s.high) for n in exact)
    ]


def _figure(what: str, said: Sequence[Said]) -> Figure:
    now = _without_vague(current(said))
    best, outgrown = _best_of(now)
    others = [s for s in now if s.rank < 3] or now
    # "Up to 40" leaves the low end open: whoever gives one is followed.
    lows = [_least(s) for s in others if s.low is not None]
    largest = max(now, key=lambda s: (s.high if s.high is not None else s.size, s.high is None))
    top_number = max(_most(s) for s in now)
    open_end = largest.high is None
    rule = (
        f"best: the latest figure of the most reliable origin{' that counted after an early minimum' if outgrown else ''} "
        f"({best.source.name}, {best.count.text!r}); low: the lowest of each origin's latest, parties left out "
        f"where others count{'' if lows else ' (0 here, since all tell only a most)'}; high: the highest of any origin"
        + (", open, since it is told as a minimum" if open_end else "")
    )
    if is_vague(best.count):
        rule = rule.replace("; low:", f", of which the least it can mean is taken, {_best(best)}; low:", 1)
    people = {s.count.who for s in now if s.count.who}
    return Figure(
        what=what,
        who=next(iter(people)) if len(people) == 1 else None,
        low=min(*lows, _best(best)) if lows else 0,
        best=_best(best),
        high=None if open_end else top_number,
        rule=rule,
        claim_ids=tuple(dict.fromkeys(s.claim.id for s in said)),
        exceeds=best.low is not None and _least(best) > best.low,
        vague=is_vague(best.count),
    )


def _best_of(now: Sequence[Said]) -> tuple[Said, bool]:
    """Return the latest figure of the most reliable origin, and whether it is of those that outgrew an early minimum.

    "At least six" of the first day gives way to whoever counted more since, parties excepted.
    """
    top = min(s.rank for s in now)
    best = max((s for s in now if s.rank == top), key=lambda s: (s.day, s.size, s.claim.id))
    if best.low is None or best.high is not None:
        return best, False
    since = [s for s in now if s.rank < 3 and s.day > best.day and s.size > best.size and not is_vague(s.count)]
    if not since:
        return best, False
    return max(since, key=lambda s: (-s.rank, s.day, s.size, s.claim.id)), True


# "Dozens" is told by nobody as any one number.
_VAGUE = re.compile(r"\b(?:several|dozens|scores|many|some|few|tens|hundreds|thousands)\b", re.IGNORECASE)


def is_vague(count: Count) -> bool:
    """Return whether a count names no number: "several", "dozens", but not "some 40"."""
    return _VAGUE.search(count.text) is not None and not any(c.isdigit() for c in count.text)


def _best(said: Said) -> int:
    """Return the number taken of a figure: the middle of "20 to 30", the least of "dozens" and of "at least 20", the most of "up to 40"."""
    if said.low is None:
        return _most(said)
    if said.high is None or said.low == said.high or is_vague(said.count):
        return _least(said)
    return (said.low + said.high) // 2


_EXCEEDS = re.compile(r"^(?:well |far )?(?:more than|over|above|upwards? of|in excess of)\b", re.IGNORECASE)


def _least(said: Said) -> int:
    """Return the lowest number that a figure allows: 31 for "more than 30"."""
    return said.size + 1 if said.low is not None and said.high is None and _EXCEEDS.match(said.count.text.strip()) else said.size


_FEWER = re.compile(r"^(?:fewer|less) than\b|^(?:well |just |a little )?(?:under|below)\b", re.IGNORECASE)


def _most(said: Said) -> int:
    """Return the highest number that a figure's words name: 9 for "fewer than ten"."""
    most = said.high if said.high is not None else said.size
    return most - 1 if said.low is None and most > 0 and _FEWER.match(said.count.text.strip()) else most
