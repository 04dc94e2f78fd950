"""Figures of one incident that cannot all be right, and those that only grew or were lowered."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from fogline.claims.claim import Claim, Count
from fogline.incidents.affiliation import is_side, related
from fogline.incidents.figures import Said, current, is_vague
from fogline.incidents.incident import Contradiction, ContradictionKind
from fogline.incidents.lineage import Standing, sources_of
from fogline.incidents.people import ARMED, count_others, kind_of, words_of
from fogline.incidents.toll_counts import is_partial
from fogline.intake.report import Report
from fogline.reading.reading import Modality

# First tolls are noisy: 5 and 8 dead of one raid is no dispute. Exact figures
# are in dispute if the higher is half again the lower and five more, minimums
# if it is twice and ten more ("at least 10" and "at least 75" could both be
# true, and yet nobody would call it one account).
EXACT_APART, EXACT_MORE = 1.5, 5
MINIMUMS_APART, MINIMUMS_MORE = 2.0, 10
# A higher figure published later may simply know more, up to so many times the lower.
GROWTH = 4.0


def disputed_figures(what: str, said: Sequence[Said]) -> list[Contradiction]:
    """Return the figures of what is counted that cannot both be right."""
    found = []
    now = [s for s in current(said) if s.source.standing is not Standing.UNSOURCED and not is_vague(s.count)]
    for n, one in enumerate(now):
        for other in now[n + 1 :]:
            small, large = (one, other) if one.size <= other.size else (other, one)
            if count_others(small.count.who, large.count.who) or _own_losses(small, large) or _own_losses(large, small):
                continue
            if not _apart(small, large) or _may_have_grown(small, large) or _spares_its_own(small, large):
                continue
            explanation = f"{what}: {small.source.name} says {small.count.text!r}, {large.source.name} {large.count.text!r}"
            found.append(Contradiction(ContradictionKind.FIGURE, small.claim.id, large.claim.id, explanation))
    return found


def updated_figures(what: str, said: Sequence[Said]) -> list[Contradiction]:
    """Return where one source changed its own figure from one day to a later one."""
    found = []
    last: dict[str, Said] = {}
    for s in said:
        if s.source.standing is Standing.UNNAMED:
            continue
        before = last.get(s.source.key)
        if before is not None and s.day > before.day and s.size != before.size:
            word = "grew" if s.size > before.size else "was lowered"
            explanation = (
                f"{what}: {s.source.name}'s figure {word} from {before.count.text!r} ({before.day}) to {s.count.text!r} ({s.day})"
            )
            found.append(Contradiction(ContradictionKind.UPDATE, before.claim.id, s.claim.id, explanation))
        if before is None or (s.day, s.size) >= (before.day, before.size):
            last[s.source.key] = s
    return found


def said_unhurt(claims: Sequence[Claim], reports: Mapping[str, Report], what: str) -> list[Said]:
    """Return who says that nobody was killed or injured, as a figure of none."""
    return [
        Said(claim, count, source)
        for claim in claims
        if spares(claim) and _NOT_HEARD_OF.search(claim.quote) is None
        for count in _nobody(claim)
        if count.what == what
        for source in sources_of(claim, reports.get(claim.report_id))
    ]


def spares(claim: Claim) -> bool:
    """Return whether a negation says that nobody was hurt: that it happened at all, "no casualties" leaves standing.

    A doer who "did not kill" denies the deed.
    """
    return claim.modality is Modality.NEGATED and bool(_nobody(claim))


# "No casualties", "nobody was hurt": what is said not to have befallen anybody, by the words for it.
_UNHURT = {
    "killed": re.compile(r"\b(?:casualt\w+|victims?|fatal\w*|dead|deaths?|died?|killed|hurt|harmed)\b", re.IGNORECASE),
    "injured": re.compile(r"\b(?:casualt\w+|victims?|hurt|harmed|injur\w+|wounded)\b", re.IGNORECASE),
}
# "The army had not killed them" denies the deed, "nobody was killed" does not.
_KILLING = re.compile(r"\b(?:killed|harmed|hurt|wounded|injured)\b", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:no|nobody|none|neither)\b", re.IGNORECASE)
# "No immediate reports of casualties": not known yet.
_NOT_HEARD_OF = re.compile(r"\b(?:no|without|any|nor)\s+(?:\w+\s+){0,2}?(?:reports?|word|news|information|details|indications?|signs?)\s+(?:of|on|about|that)\b", re.IGNORECASE)  # fmt: skip


def _nobody(claim: Claim) -> list[Count]:
    """Return the figures of none that a negation gives: by its counts, else by its words for harm; [] if it gives others or none."""
    harm = [c for c in claim.counts if c.what in _UNHURT]
    if harm:
        return harm if all(c.high == 0 for c in harm) else []
    if _KILLING.search(claim.trigger) and any(map(is_side, claim.actor)) and _NOBODY.search(claim.quote) is None:
        return []
    who = next((t.text for t in claim.target if t.text), None)
    return [
        Count(what, who, 0, 0, claim.trigger, claim.trigger_span) for what, word in _UNHURT.items() if word.search(claim.trigger)
    ]


def _spares_its_own(none: Said, toll: Said) -> bool:
    """Return whether a figure of none is of armed men or of a part of the victims alone, and the other may count everybody else.

    "Not one of our fighters was hit" disputes no toll of 14 people, nor does
    "no children" one of seven; "no civilians" disputes both.
    """
    if none.high != 0:
        return False
    who = none.count.who
    if kind_of(who) == ARMED:
        return kind_of(toll.count.who) != ARMED
    return is_partial(who) and words_of(who).isdisjoint(words_of(toll.count.who))


def _own_losses(said: Said, other: Said) -> bool:
    """Return whether a side counts its own dead, and the other figure others too: "two of our soldiers" disputes no toll of 19 people."""
    its_own = any(related(said.source.name, t.name) for t in said.claim.target)
    return its_own and kind_of(said.count.who) != kind_of(other.count.who)


def _may_have_grown(small: Said, large: Said) -> bool:
    """Return whether the lower figure can be an earlier state of the higher one."""
    known = small.claim.published_on is not None and large.claim.published_on is not None
    return known and small.day < large.day and large.size <= GROWTH * max(1, small.size)


def _apart(small: Said, large: Said) -> bool:
    if small.high is not None and large.low is not None:
        return small.high < large.low and large.low >= EXACT_APART * small.high and large.low - small.high >= EXACT_MORE
    return large.size >= MINIMUMS_APART * small.size and large.size - small.size >= MINIMUMS_MORE
