"""The grade of an incident, by rules that are printed with it, and its Admiralty pair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fogline.claims.claim import Claim
from fogline.incidents.contradiction import is_dispute
from fogline.incidents.incident import Contradiction, IncidentStatus, Origin
from fogline.incidents.lineage import RETRACTED, against_interest
from fogline.intake.report import Report
from fogline.reading.reading import Modality

# Reliability of a kind of source before anything is known of its record.
# A reviewer who knows the source rates it apart.
_RELIABILITY = {
    "un": "B",
    "monitor": "B",
    "aid": "B",
    "government": "C",
    "media": "C",
    "expert": "C",
    "witness": "C",
    "party": "D",
    "official-anonymous": "D",
    "other": "F",
}


def grade(
    claims: Sequence[Claim], origins: Sequence[Origin], contradictions: Sequence[Contradiction], reports: Mapping[str, Report]
) -> tuple[IncidentStatus, str]:
    """Return the status and the rule that gave it. Rules are tried from the top; the first that fits decides.

    1. Discounted: every claim is retracted; or nothing is told as having
       happened, only announced; or it is only denied.
    2. Contested: origins disagree on whether it happened, who did it, how
       many were harmed, or who holds the place.
    3. Fair: two or more independent origins that are no party; or one, and a
       party that speaks against its own interest. Who only denies it, or
       tells of plans, supports nothing.
    4. Weak: everything else. A party's word for itself stays weak however
       often it is repeated.

    ``CONFIRMED`` is given by reviewers alone.
    """
    live = [c for c in claims if RETRACTED not in c.flags]
    if not live:
        return IncidentStatus.DISCOUNTED, "discounted: every claim of it was retracted"
    if all(c.modality is Modality.PLANNED for c in live):
        return IncidentStatus.DISCOUNTED, "discounted: announced, not reported as having happened"
    if all(c.modality in (Modality.NEGATED, Modality.PLANNED) for c in live):
        return IncidentStatus.DISCOUNTED, "discounted: only denied; nobody at hand says that it happened"
    disputes = [c for c in contradictions if is_dispute(c)]
    if disputes:
        kinds = ", ".join(dict.fromkeys(str(c.kind) for c in disputes))
        return IncidentStatus.CONTESTED, f"contested: origins disagree ({kinds})"
    free = [o for o in _telling(origins, live) if not o.interested]
    admitted = next((why for c in live if (why := against_interest(c, reports.get(c.report_id))) is not None), None)
    if len(free) >= 2:
        return (
            IncidentStatus.FAIR,
            f"fair: {len(free)} independent origins that are no party ({'; '.join(o.name for o in free[:4])})",
        )
    if free and admitted:
        return IncidentStatus.FAIR, f"fair: one independent origin that is no party ({free[0].name}), and {admitted}"
    if free:
        beside = f", beside the word of {', '.join(o.name for o in origins if o.interested)}" if len(origins) > 1 else ""
        return IncidentStatus.WEAK, f"weak: one independent origin that is no party ({free[0].name}){beside}"
    if admitted:
        return IncidentStatus.WEAK, f"weak: no origin but a party, though {admitted}"
    parties = ", ".join(o.name for o in origins)
    return (
        IncidentStatus.WEAK,
        f"weak: nobody's word but that of parties to the fighting ({parties})" if parties else "weak: no origin is known",
    )


def _telling(origins: Sequence[Origin], live: Sequence[Claim]) -> list[Origin]:
    """Return the origins that tell of it as having happened, or as perhaps having happened."""
    told = {c.id for c in live if c.modality in (Modality.ACTUAL, Modality.POSSIBLE)}
    return [o for o in origins if told.intersection(o.claim_ids)]


def admiralty(claims: Sequence[Claim], origins: Sequence[Origin], status: IncidentStatus) -> str:
    """Return reliability of the best source (A to F) and credibility of the information (1 to 6).

    Credibility: 2 two or more origins that are no party agree; 3 one says
    it; 4 only parties say it, or origins disagree; 5 only denied; 6 cannot be
    judged (announced, retracted, or told as possible only). 1 and A are left
    to reviewers.
    """
    live = [c for c in claims if RETRACTED not in c.flags]
    telling = _telling(origins, live)
    reliability = min((_RELIABILITY.get(o.kind, "F") for o in telling or origins), default="F")
    free = [o for o in telling if not o.interested]
    asserted = any(c.modality is Modality.ACTUAL for c in live)
    if status is IncidentStatus.DISCOUNTED:
        denied = any(c.modality is Modality.NEGATED for c in live)
        return reliability + ("5" if denied else "6")
    if not asserted:
        return reliability + "6"
    if status is IncidentStatus.CONTESTED or not free:
        return reliability + "4"
    return reliability + ("2" if len(free) >= 2 else "3")
