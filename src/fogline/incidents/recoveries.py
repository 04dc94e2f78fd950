"""Bodies that are found later: the day they were found is not the day of their death.

"Volunteers pulled nine bodies from the rubble on Saturday" tells of a raid
earlier in the week, and 40 bodies in a grave of killings that nobody dates.
Linking takes such a day for the last on which they can have died, and the
finding for word of the killing and no relief work, so that the dead join the
happening that killed them. The claim in the ledger says what it said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.claim import Claim

_FINDING = (
    r"(?:found|find(?:s|ing)?|recover(?:ed|s|ing|y)|pull(?:ed|s|ing)|retriev(?:ed|es|ing|al)|discover(?:ed|s|ing|y)|exhum(?:ed|es|ing|ation)"
    r"|unearth(?:ed|s|ing)|dug|digging|dragg(?:ed|ing)|remov(?:ed|es|ing)|collect(?:ed|s|ing)|identif(?:ied|ying))"
)
_BODIES = r"(?:bod(?:y|ies)|corpses?|remains|dead)"
_FOUND = re.compile(rf"\b{_FINDING}\b[^.;]{{0,60}}\b{_BODIES}\b|\b{_BODIES}\b[^.;]{{0,60}}\b{_FINDING}\b", re.IGNORECASE)

# What a finding of bodies is coded as beside the violence itself: rescue work, a toll.
_TOLD_AS = frozenset({"aid", "casualty-toll"})


def of_the_dead(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return claims for linking, those of bodies found with an open beginning and as the violence that they are word of."""
    return tuple(_of_the_dead(c) for c in claims)


def tells_of_bodies_found(claim: Claim) -> bool:
    """Return whether a claim counts dead whose bodies were found, recovered or dug out."""
    return any(c.what == "killed" for c in claim.counts) and _FOUND.search(claim.quote) is not None


def _of_the_dead(claim: Claim) -> Claim:
    if not tells_of_bodies_found(claim):
        return claim
    time = claim.time
    if time is not None and time.span is not None and time.start is not None:
        reason = f"{time.reason} The day that bodies were found: they had died by then."
        time = replace(time, start=None, precision=None, reason=reason)
    return replace(claim, time=time, type="attack" if claim.type in _TOLD_AS else claim.type)
