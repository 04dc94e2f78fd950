"""An account: what one report says of one happening, gathered from its claims.

Linking compares accounts, not single claims. A report that tells of an air
strike, its dead and the ruined market in three sentences gives one account
with three claims; what one of them leaves out, another supplies.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from fogline.claims.claim import Claim, ClaimPlace
from fogline.claims.clauses import SENTENCE_END
from fogline.grounding.grounding import DateBasis
from fogline.grounding.interval import OF_THE_SAYING
from fogline.incidents.affiliation import is_side, key_of
from fogline.incidents.forms import RETORTS, STATES
from fogline.incidents.people import kind_counted
from fogline.incidents.sharing import shared
from fogline.incidents.toll_counts import figures_said, own_counts
from fogline.incidents.words import content_words, place_words
from fogline.intake.report import PartKind, Report
from fogline.reading.reading import Modality

# Days that a firm date may span: "overnight", "Friday and Saturday".
FIRM_DAYS = 2

# UCDP where_prec up to which coordinates are those of a town or a site.
TOWN_PRECISION = 3

# A state that is told without a date holds as of the report; an event told
# without one is news of the last few days.
NEWS_DAYS = 3

# A day so many days before the report is recalled, not news; what stands beside it without a day is not of that day.
NEWS_AGE = 4

# What stands within so many characters of a report's beginning is its news.
LEAD_CHARACTERS = 350

# Of a claim without a day, in a report that looks back to a day long before it (``lookback``).
LOOKS_BACK = "look-back"


@dataclass(frozen=True, slots=True)
class Account:
    """One report's claims about one happening and what they say together.

    ``start`` and ``end`` bound the days; ``firm`` says that they were stated
    and span at most two days. ``places`` are the places named, the most
    precise first; ``figures`` map what is counted to its largest range,
    ``counted`` to whom its numbers count: civilians, armed men, or people.
    ``asserted`` is false if every claim is planned.
    """

    id: str
    claims: tuple[Claim, ...]
    report_id: str
    published_on: date | None
    start: date | None
    end: date | None
    firm: bool
    dated: bool
    places: tuple[ClaimPlace, ...]
    types: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]
    figures: Mapping[str, tuple[int | None, int | None]]
    counted: Mapping[str, str]
    words: tuple[str, ...]
    context: tuple[str, ...]
    asserted: bool
    position: int

    @property
    def place(self) -> ClaimPlace | None:
        return self.places[0] if self.places else None

    @property
    def country(self) -> str | None:
        return next((p.country for p in self.places if p.country), None)


def claim_order(claim: Claim) -> tuple[date, str, int, int, str]:
    """Order claims by publication, then report, position and id: the same whatever order they came in."""
    return (claim.published_on or date.max, claim.report_id, claim.trigger_span.start, claim.quote_span.start, claim.id)


# Each step of linking asks for a claim's sentence again, several times in all.
@lru_cache(maxsize=10_000)
def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of the sentence, or run of sentences, that a stretch of text stands in."""
    begin = 0
    for match in SENTENCE_END.finditer(text, max(0, start - 600), start):
        begin = match.end()
    if begin == 0 and start > 600:
        begin = start - 600
    match_after = SENTENCE_END.search(text, max(start, end - 1))
    return begin, match_after.start() + 1 if match_after else len(text)


def window_of(claim: Claim) -> tuple[date | None, date | None, bool, bool]:
    """Return first day, last day, whether firm, and whether the claim says when at all.

    A claim without a time in a dated report is news of its last days; that
    is assumed, never firm, and the incident says so.
    """
    time, published = claim.time, claim.published_on
    if time is not None and LOOKS_BACK in time.flags:
        return time.start, time.end, False, False
    if time is not None and (time.start or time.end) and time.basis is not DateBasis.PUBLICATION:
        start, end = time.start, time.end
        if start is not None and end is not None and start > end:
            start, end = end, start
        firm = start is not None and end is not None and (end - start).days < FIRM_DAYS
        return start, end, firm, True
    if published is not None:
        return published - timedelta(days=NEWS_DAYS), published, False, False
    return None, None, False, False


def day_of_saying(claim: Claim) -> date | None:
    """Return the day that a claim was said on, where its time tells that and no day of the happening."""
    time = claim.time
    return time.end if time is not None and OF_THE_SAYING in time.flags else None


def news_window_of(claim: Claim) -> tuple[date | None, date | None, bool, bool]:
    """Return ``window_of`` a claim that the day of its saying does not date: who tells on Tuesday of a raid tells of one of the last days."""
    said_on = day_of_saying(claim)
    return window_of(claim) if said_on is None else (said_on - timedelta(days=NEWS_DAYS), said_on, False, False)


def place_rank(place: ClaimPlace) -> tuple[int, int, str]:
    """Order places by precision, the finer first; one without coordinates stands between towns and provinces."""
    precision = place.precision if place.precision is not None else (3 if place.feature is None else 4)
    return (precision, -len(place.name), place.name)


# A capital at the head of a sentence makes no name of "A pumping station", and a border is a line.
_FIRST_WORD = re.compile(r"^(?:an?|the|one|two|three|several|some|many|most|parts?|near|outside|inside|around)\s+", re.IGNORECASE)
_BORDER = re.compile(r"\b(?:border|frontier)s?$", re.IGNORECASE)


def names_a_place(place: ClaimPlace) -> bool:
    """Return whether a claim's place is more than a description ("the outskirts") that nothing resolved."""
    if place.latitude is not None:
        return bool(place.name)
    name = _FIRST_WORD.sub("", place.name)
    return not name.islower() and bool(name) and _BORDER.search(name) is None


def account_of(claims: Sequence[Claim], report: Report | None) -> Account:
    """Gather claims of one report into an account; ``report`` supplies the sentences around them."""
    ordered = sorted(claims, key=claim_order)
    asserted = [c for c in ordered if c.modality is not Modality.PLANNED]
    told = asserted or ordered
    # Who denies or condemns a deed does so on a later day.
    told = [c for c in told if c.type not in RETORTS] or told
    windows = [news_window_of(c) for c in told]
    if any(day_of_saying(c) for c in told):
        # What is told as news is no older for an "earlier" beside it.
        windows = [w for w in windows if not (w[3] and w[0] is None)] or windows
    start, end, firm, dated = _window(windows)
    words: set[str] = set()
    context: set[str] = set()
    for claim in ordered:
        words |= content_words(claim.quote)
        if report is not None and report.text:
            begin, finish = sentence_around(report.text, claim.quote_span.start, claim.quote_span.end)
            context |= content_words(report.text[begin:finish])
    places = {p.name: p for c in ordered if (p := c.place) is not None and names_a_place(p)}
    figures = figures_said(ordered, report.text if report is not None else "")
    return Account(
        id=ordered[0].id,
        claims=tuple(ordered),
        report_id=ordered[0].report_id,
        published_on=ordered[0].published_on,
        start=start,
        end=end,
        firm=firm,
        dated=dated,
        places=tuple(sorted(places.values(), key=place_rank)),
        types=shared(frozenset(c.type for c in ordered)),
        actors=shared(frozenset(key_of(a.name) for c in ordered for a in c.actor if is_side(a) or not a.name.islower())),
        targets=shared(frozenset(key_of(a.name) for c in ordered for a in c.target)),
        figures=figures,
        counted={what: kind_counted((n for c in ordered for n in own_counts(c)), what) for what in figures},
        words=shared(tuple(sorted(words))),
        context=shared(tuple(sorted(words | context))),
        asserted=bool(asserted),
        position=min(c.trigger_span.start for c in ordered),
    )


def _window(windows: Sequence[tuple[date | None, date | None, bool, bool]]) -> tuple[date | None, date | None, bool, bool]:
    """Return the days of an account: those of its firmly dated claims, else of its dated ones, else assumed."""
    for wanted in (lambda w: w[2], lambda w: w[3], lambda w: True):
        chosen = [w for w in windows if wanted(w)]
        if chosen:
            starts = [w[0] for w in chosen if w[0] is not None]
            ends = [w[1] for w in chosen if w[1] is not None]
            start = min(starts) if starts else None
            end = max(ends) if ends else None
            firm = chosen[0][2] and start is not None and end is not None and (end - start).days < FIRM_DAYS + 1
            return start, end, firm, chosen[0][3]
    return None, None, False, False


def place_tokens(account: Account) -> frozenset[str]:
    """Return the telling words of every place that an account names."""
    return frozenset(w for p in account.places for n in (p.name, p.text) if n for w in place_words(n))


def is_answer(account: Account) -> bool:
    """Return whether all that a report has of a happening is a denial or an accusation: others may tell what it speaks of."""
    return bool(account.types & RETORTS) and account.types <= RETORTS | STATES


def is_heading(claim: Claim) -> bool:
    """Return whether a claim stands in the headline or the lines under it."""
    return claim.part in (PartKind.HEADLINE, PartKind.STANDFIRST)
