"""Which claims and incidents a person has looked at, by the judgements in force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fogline.incidents.incident import Incident
from fogline.incidents.linking import incident_id
from fogline.ledger.judgement import Judgement, JudgementKind, in_force


def reviews_of(judgements: Iterable[Judgement], incidents: Sequence[Incident]) -> dict[str, Judgement]:
    """Return the ids of the claims and incidents that a person has looked at, each with the latest judgement that says so.

    Whoever grades an incident has looked at it. A judgement names an
    incident by the id that it had that day, or, for a grade, by a claim of
    it; the review goes with the happening, whatever it is called since.
    """
    looked = [j for j in in_force(judgements) if j.kind in (JudgementKind.REVIEWED, JudgementKind.STATUS)]
    if not looked:
        return {}
    holder = {c: i.id for i in incidents for c in (*i.claim_ids, *i.superseded_claim_ids)}
    now = {incident_id(claim): incident for claim, incident in holder.items()}
    graded = holder | now
    reviews: dict[str, Judgement] = {}
    for judgement in looked:
        where = graded if judgement.kind is JudgementKind.STATUS else now
        reviews |= {where.get(subject, subject): judgement for subject in judgement.subjects}
    return reviews
