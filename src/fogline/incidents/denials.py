"""Claims that something did not happen, or was not done by them, beside those that say it did."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from fogline.claims.claim import Claim
from fogline.incidents.affiliation import is_side, key_of
from fogline.incidents.disputed_figures import spares
from fogline.incidents.forms import is_physical
from fogline.incidents.incident import Contradiction, ContradictionKind
from fogline.incidents.lineage import origin_keys, sources_of
from fogline.incidents.words import content_words, place_words
from fogline.intake.report import Report
from fogline.reading.reading import Modality


def denials(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[Contradiction]:
    """One says it did not happen, or denies having done it; another says it did."""
    asserted = [c for c in claims if c.modality is Modality.ACTUAL and _deniable(c)]
    found: dict[frozenset[str], Contradiction] = {}
    for claim in claims:
        negated = (
            claim.modality is Modality.NEGATED and _deniable(claim) and not spares(claim) and _GOES_ON.search(claim.quote) is None
        )
        refused = claim.type == "reject" and claim.modality is Modality.ACTUAL and _DENIES.search(claim.trigger) is not None
        if not negated and not refused:
            continue
        who = frozenset(key_of(a.name) for a in claim.actor) if refused else origin_keys(claim, reports.get(claim.report_id))
        against = next(
            (
                c
                for c in asserted
                if not (origin_keys(c, reports.get(c.report_id)) & who)
                # A report does not take back in its own voice what it has just told.
                and not (negated and not claim.origin and c.report_id == claim.report_id)
                and (_answers(claim, c) if refused else _same_matter(c, claim))
            ),
            None,
        )
        if against is None or who in found:
            continue
        names = (
            ", ".join(a.name for a in claim.actor)
            if refused and claim.actor
            else ", ".join(s.name for s in sources_of(claim, reports.get(claim.report_id)))
        )
        said_by = ", ".join(s.name for s in sources_of(against, reports.get(against.report_id)))
        verb = "denies it" if refused else "says that it did not happen"
        found[who] = Contradiction(
            ContradictionKind.DENIAL,
            against.id,
            claim.id,
            f"{said_by} says “{against.quote}”; {names or 'someone'} {verb}: “{claim.quote}”",
        )
    return list(found.values())


# Of what the codebook calls a refusal only this disputes what happened: a road that is blocked or an offer that is turned down does not.
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|disput\w*|reject\w*|dismiss\w*|refut\w*|disown\w*|disavow\w*|contradict\w*"
    r"|no (?:role|part|hand|involvement)|not (?:responsible|involved|behind)|false|untrue|incorrect|unfounded|baseless)\b",
    re.IGNORECASE,
)
# "The shelling had not stopped", "they have not advanced", "the assault will fail": what does not end, gains nothing or is
# foretold is not denied.
_GOES_ON = re.compile(
    r"\b(?:stop\w*|ceas\w*|end(?:ed|s)?|halt\w*|let up|subsid\w*|abat\w*|paus\w*|slow\w*|advanc\w*|progress\w*|will)\b",
    re.IGNORECASE,
)


def _deniable(claim: Claim) -> bool:
    """Return whether a claim tells of something on the ground, the movement of troops included."""
    return is_physical(claim.type) or claim.type == "mobilize"


def _same_matter(claim: Claim, negated: Claim) -> bool:
    """Return whether a negation weighs against a claim: one of its own type that shares its doer or telling words."""
    if claim.type != negated.type:
        return False
    if {key_of(a.name) for a in negated.actor if is_side(a)} & {key_of(a.name) for a in claim.actor}:
        return True
    places = {w for c in (claim, negated) if c.place for n in (c.place.name, c.place.text) if n for w in place_words(n)}
    return bool((content_words(negated.quote) & content_words(claim.quote)) - places)


def _answers(refusal: Claim, claim: Claim) -> bool:
    """Return whether a refusal speaks of what a claim asserts: the doer refuses, or place or telling words are shared."""
    if {key_of(a.name) for a in refusal.actor} & {key_of(a.name) for a in claim.actor}:
        return True
    same_place = refusal.place is not None and claim.place is not None and refusal.place.name == claim.place.name
    return same_place or bool(content_words(refusal.quote) & content_words(claim.quote))
