"""Where different origins name different holders of one place, or tell of ground that was won and was not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from fogline.claims.claim import Claim
from fogline.incidents.affiliation import CIVILIANS, is_side, key_of, lineage_of, related
from fogline.incidents.disputed_doers import ANY_GROUP, sides_of
from fogline.incidents.incident import Contradiction, ContradictionKind
from fogline.incidents.lineage import origin_keys
from fogline.incidents.signals import is_fine
from fogline.intake.report import Report
from fogline.reading.reading import Modality


def rival_holders(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[Contradiction]:
    """Different origins name different takers or holders of one place."""
    takers = [
        # "Hospital in Hajin captured": what is civilians' holds no town.
        (c, frozenset(key_of(a.name) for a in c.actor if is_side(a) and a.inter != CIVILIANS))
        for c in claims
        # That a town is "rebel-held" is said in passing, and of half a city; whoever disputes it says it under a name.
        if (c.type == "territory-gained" or (c.type == "control" and c.origin))
        and c.modality is Modality.ACTUAL
        and c.place is not None
        and is_fine(c.place)
    ]
    takers = [
        (c, sides)
        for c, sides in takers
        if sides
        and not (c.type == "territory-gained" and (_TAKEN_BACK.search(c.quote) or _only_came(c)))
        and not (c.place is not None and c.place.text and _PART_OF_IT.search(c.place.text))
    ]
    for n, (one, mine) in enumerate(takers[:40]):
        for other, theirs in takers[n + 1 : 40]:
            assert one.place is not None and other.place is not None
            if (
                one.type != other.type
                or one.place.name != other.place.name
                or mine & theirs
                or any(related(a, b) or set(lineage_of(a)) & set(lineage_of(b)) for a in mine for b in theirs)
            ):
                continue
            if one.report_id == other.report_id and not (one.origin and other.origin):
                continue
            if origin_keys(one, reports.get(one.report_id)) & origin_keys(other, reports.get(other.report_id)):
                continue
            if _may_be_meant(one, other) or _may_be_meant(other, one):
                continue
            did = "held" if one.type == "control" else "taken"
            by, others = (" and ".join(a.name for a in c.actor) for c in (one, other))
            explanation = f"{one.place.name} is said to be {did} by {by}, and by {others}"
            return [Contradiction(ContradictionKind.CONTROL, one.id, other.id, explanation)]
    return []


def won_or_lost(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[Contradiction]:
    """One origin tells that a side took ground in a battle, another that it was thrown back, gave way or took nothing."""
    told = [c for c in claims if c.type in ("territory-gained", "armed-clash", "withdrawal", "surrender")][:60]
    won = [
        (c, sides_of(c.actor))
        for c in told
        if c.type == "territory-gained" and c.modality is Modality.ACTUAL and not _REPELLED.search(c.quote)
    ]
    lost = []
    for claim in told:
        if (claim.modality is Modality.NEGATED and claim.type == "territory-gained") or (
            claim.modality is Modality.ACTUAL and claim.type in ("withdrawal", "surrender") and _GAVE_WAY.search(claim.quote)
        ):
            lost.append((claim, sides_of(claim.actor)))
        elif claim.modality is Modality.ACTUAL and _REPELLED.search(claim.quote):
            lost.append((claim, sides_of(claim.target)))
    for one, winners in won:
        for other, losers in lost:
            if not any(related(a, b) for a in winners for b in losers):
                continue
            if origin_keys(one, reports.get(one.report_id)) & origin_keys(other, reports.get(other.report_id)):
                continue
            # A report's own telling of a day's back and forth is one account of it.
            if one.report_id == other.report_id and not (one.origin and other.origin):
                continue
            who = ", ".join(a.name for a in one.actor)
            return [
                Contradiction(
                    ContradictionKind.CONTROL,
                    one.id,
                    other.id,
                    f"{who} is said to have taken ground (“{one.quote}”) and to have been stopped or driven off (“{other.quote}”)",
                )
            ]
    return []


# Ground of which only a part is named, and ground that changed hands again: two takers of it are no dispute.
_PART_OF_IT = re.compile(
    r"\b(?:parts?|neighbou?rhoods?|districts?|quarters?|villages|towns|areas?|outskirts|edges?|roads?|routes?|countryside|several|some|half)\b",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(?:re-?captur\w*|re-?tak\w*|retook|regain\w*|re-?conquer\w*|(?:won|took|taken|win|take) back)\b", re.IGNORECASE
)
# "Repelled the assault", "the attack was foiled".
_REPELLED = re.compile(
    r"\b(?:repel\w*|repuls\w*|foil\w*|thwart\w*|fend\w* off|beat\w* (?:back|off)|fail(?:ed|s) (?:to|bid|attempt|assault|attack|offensive|push)|driv\w+ back|drove back)\b",
    re.IGNORECASE,
)
# What a side does that gives way. The type alone is no witness: advances and roads that are closed are read as withdrawals too.
_GAVE_WAY = re.compile(
    r"\b(?:with ?dr[ae]w\w*|retreat\w*|pull\w* (?:back|out)|f(?:led|lee\w*)|left|leav\w+|abandon\w*|g[ai]ve\w* (?:up|way)|los(?:t|es?|ing)"
    r"|surrender\w*|lay\w* down|laid down|evacuat\w*|forced (?:out|back|from)|driven (?:out|back|from))\b",
    re.IGNORECASE,
)
# ACLED's codes of rebels and political militias: whom "the rebels" may mean.
_REBEL_CODES = frozenset((2, 3))


def _may_be_meant(bare: Claim, named: Claim) -> bool:
    """Return whether a claim of "rebels" may speak of the armed group that another names: the two dispute nothing."""
    sides = [a for a in bare.actor if is_side(a)]
    return all(key_of(a.name) in ANY_GROUP for a in sides) and all(a.inter in _REBEL_CODES for a in named.actor if is_side(a))


_CAME = re.compile(
    r"\b(?:advanc\w*|enter\w*|push\w*|mov(?:ed|ing)|approach\w*|reach\w*|storm\w*|close[sd]? in|inched|gains?|gaining|progress\w*)\b",
    re.IGNORECASE,
)


def _only_came(claim: Claim) -> bool:
    """Return whether a side is told to have come or advanced: that it did, and that another holds the town, can both be true."""
    return _CAME.search(claim.trigger) is not None
