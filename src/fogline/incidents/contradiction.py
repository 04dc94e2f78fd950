"""Where claims of one incident cannot all be right, and where they only follow each other. Nobody is declared the winner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fogline.claims.claim import Claim
from fogline.incidents.accounts import claim_order
from fogline.incidents.denials import denials
from fogline.incidents.disputed_doers import rival_doers
from fogline.incidents.disputed_figures import disputed_figures, said_unhurt, updated_figures
from fogline.incidents.disputed_form import disputed_forms
from fogline.incidents.disputed_ground import rival_holders, won_or_lost
from fogline.incidents.figures import said_of
from fogline.incidents.incident import Contradiction, ContradictionKind
from fogline.incidents.left_open import cause_left_open, undecided_doers
from fogline.incidents.lineage import RETRACTED
from fogline.intake.report import Report


def contradictions(claims: Sequence[Claim], reports: Mapping[str, Report]) -> tuple[Contradiction, ...]:
    """Return the contradictions and updates among an incident's claims, at most one of a kind for any two origins."""
    live = [c for c in sorted(claims, key=claim_order) if RETRACTED not in c.flags]
    out = [
        *denials(live, reports),
        *(undecided_doers(live, reports) or cause_left_open(live, reports)),
        *rival_doers(live, reports),
        *disputed_forms(live, reports),
        *rival_holders(live, reports),
        *won_or_lost(live, reports),
    ]
    for what, said in sorted(said_of(live, reports).items()):
        out += updated_figures(what, said)
        if what in _HARMED:
            out += disputed_figures(what, [*said, *said_unhurt(live, reports, what)])
    return tuple(out)


def is_dispute(contradiction: Contradiction) -> bool:
    """Tell whether a contradiction is more than a figure brought up to date."""
    return contradiction.kind is not ContradictionKind.UPDATE


# What is counted of people harmed; figures of fighters or of people in flight are estimates that nobody reconciles.
_HARMED = frozenset({"killed", "injured", "detained", "missing"})
