"""Dead of whom a later day is told: found, buried, or dead of their wounds on it. It is not the day of the attack.

"Volunteers pulled nine bodies from the rubble on Saturday" tells of a raid
earlier in the week, and 40 bodies in a grave of killings that nobody dates;
"the toll rose to 14 when a woman died in hospital on Sunday" and "nineteen of
the dead were buried on Monday" tell of what was done before. Linking takes
such a day for the last on which it can have happened, and the finding for
word of the killing and no relief work, so that the dead join the happening
that killed them. The claim in the ledger says what it said.
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

# "Died of her wounds", "succumbed in hospital", "were buried", "funerals were held": later than what killed them.
_AFTERWARDS = re.compile(
    r"\b(?:died|dies|dying|succumb(?:ed|s|ing)?|passed away)\b[^.;]{0,40}?"
    r"(?:\b(?:of|from|to) (?:(?:his|her|its|their|the) )?(?:\w+ )?(?:wounds|injur(?:y|ies)|burns)\b|\b(?:in|at) (?:an? |the )?(?:\w+ )?(?:hospitals?|clinics?)\b)"
    r"|\b(?:buried|laid to rest)\b(?! (?:alive|under|beneath|below|(?:in|by) (?:the )?(?:rubble|debris|ruins|collaps)))"
    r"|\b(?:burials?|funerals?)\b",
    re.IGNORECASE,
)
# What may stand between such words and the day that is theirs.
_ITS_DAY = re.compile(r"^[^.;,]{0,40}$")

# What a finding of bodies is coded as beside the violence itself: rescue work, a toll.
_TOLD_AS = frozenset({"aid", "casualty-toll"})


def of_the_dead(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return claims for linking, those of bodies found with an open beginning and as the violence that they are word of."""
    return tuple(_of_the_dead(c) for c in claims)


def tells_of_bodies_found(claim: Claim) -> bool:
    """Return whether a claim counts dead whose bodies were found, recovered or dug out, or of whom only a later day is told."""
    if not any(c.what == "killed" for c in claim.counts):
        return False
    return _FOUND.search(claim.quote) is not None or _dated_afterwards(claim)


def _dated_afterwards(claim: Claim) -> bool:
    """Return whether a claim's day is that of a burial or of a death of wounds, told later than the attack.

    It is if the claim tells of nothing else, or the day stands right behind
    the words for it; "on Monday a bomb killed 12, of whom three died in
    hospital" is of Monday.
    """
    found = _AFTERWARDS.search(claim.quote)
    time = claim.time
    if found is None or time is None or time.span is None:
        return False
    begin = claim.quote_span.start
    if found.start() <= claim.trigger_span.start - begin < found.end():
        return True
    behind = time.span.start - begin - found.end()
    between = claim.quote[found.end() : found.end() + max(0, behind)]
    return behind >= 0 and claim.quote_span.contains(time.span) and _ITS_DAY.match(between) is not None


def _of_the_dead(claim: Claim) -> Claim:
    if not tells_of_bodies_found(claim):
        return claim
    time = claim.time
    if time is not None and time.span is not None and time.start is not None:
        reason = (
            f"{time.reason} The day that they were found, were buried or died of their wounds: what killed them was done by then."
        )
        time = replace(time, start=None, precision=None, reason=reason)
    return replace(claim, time=time, type="attack" if claim.type in _TOLD_AS else claim.type)
