"""Where an incident went that once had another id.

An id is the digest of the happening's first claim. When an earlier report is
collected later, or a reviewer splits or merges, the first claim is another
one and so is the id. But every id that an incident ever had is the digest of
a claim that still stands somewhere, so nothing has to be kept to find it.
"""

from __future__ import annotations

from collections.abc import Iterable

from fogline.incidents.incident import Incident
from fogline.incidents.linking import incident_id


def now_at(former: str, incidents: Iterable[Incident]) -> tuple[Incident, ...]:
    """Return the incidents that hold the claim by which a happening was once called; ``former`` may be the beginning of an id.

    Usually one; several only where a short beginning fits several claims.
    """
    wanted = former.split("-", 1)[-1]
    if not wanted:
        return ()
    return tuple(
        i
        for i in incidents
        if any(incident_id(c).split("-", 1)[-1].startswith(wanted) for c in (*i.claim_ids, *i.superseded_claim_ids))
    )
