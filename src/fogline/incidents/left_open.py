"""Where one origin itself leaves open who did it or what caused it: "Syrian or Russian aircraft", "it was not clear whose"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from fogline.claims.claim import Claim
from fogline.incidents.accounts import sentence_around
from fogline.incidents.disputed_doers import sides_of
from fogline.incidents.forms import is_physical
from fogline.incidents.incident import Contradiction, ContradictionKind
from fogline.incidents.lineage import origin_keys, sources_of
from fogline.intake.report import Report
from fogline.reading.reading import Modality


def undecided_doers(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[Contradiction]:
    """One origin itself leaves open which of two did it: "Syrian or Russian aircraft", "it was not clear whose"."""
    for claim in claims:
        if claim.modality not in (Modality.ACTUAL, Modality.POSSIBLE):
            continue
        if claim.type in ("accuse", "reject") or is_physical(claim.type):
            own = words_around(claim, reports.get(claim.report_id), 0)
            if _EACH_OTHER.search(own):
                return [
                    Contradiction(
                        ContradictionKind.RESPONSIBILITY,
                        claim.id,
                        claim.id,
                        f"the sides blame each other for it: “{own.strip()}”",
                    )
                ]
        if not is_physical(claim.type):
            continue
        words = words_around(claim, reports.get(claim.report_id))
        texts = [a.text for a in claim.actor if a.text]
        either = _OR.search(words) is not None and any(
            re.search(rf"{re.escape(a)}\W+(?:\w+\W+){{0,2}}or\W+(?:\w+\W+){{0,2}}{re.escape(b)}", words, re.IGNORECASE)
            for a in texts
            for b in texts
            if a != b
        )
        if either or _EITHER.search(claim.quote) or _EITHER_AFTER.search(claim.quote) or _OPEN_WHO.search(words):
            said_by = ", ".join(s.name for s in sources_of(claim, reports.get(claim.report_id)))
            return [
                Contradiction(
                    ContradictionKind.RESPONSIBILITY, claim.id, claim.id, f"{said_by} leaves open who did it: “{claim.quote}”"
                )
            ]
    return []


def cause_left_open(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[Contradiction]:
    """One origin says that what caused a blast is not known, another names a suicide bomber, or a side that did it."""
    for claim in claims:
        if not is_physical(claim.type) or not claim.origin:
            continue
        if _CAUSE_OPEN.search(words_around(claim, reports.get(claim.report_id), 0)) is None:
            continue
        mine = origin_keys(claim, reports.get(claim.report_id))
        for other in claims:
            names = other.type == "suicide-bomb" or (other.type == "explosive" and sides_of(other.actor))
            if not names or not other.origin or other.modality is not Modality.ACTUAL:
                continue
            if mine & origin_keys(other, reports.get(other.report_id)):
                continue
            one = ", ".join(s.name for s in sources_of(claim, reports.get(claim.report_id)))
            two = ", ".join(s.name for s in sources_of(other, reports.get(other.report_id)))
            explanation = f"{one} leaves open what caused it (“{claim.quote}”); {two} says “{other.quote}”"
            return [Contradiction(ContradictionKind.RESPONSIBILITY, claim.id, other.id, explanation)]
    return []


def words_around(claim: Claim, report: Report | None, further: int = 2) -> str:
    """Return the sentence of a claim and the two after it, where doubt about the doer is usually told."""
    if report is None or not report.text:
        return claim.quote
    text = report.text
    start, end = sentence_around(text, claim.quote_span.start, claim.quote_span.end)
    for _ in range(further):
        following = _NO_BLANK.search(text, end)
        if following is None:
            break
        _, end = sentence_around(text, following.start(), following.end())
    return text[start:end]


# Words that leave open which of two did it: "unclear whether Syrian or Russian planes", "could not say whose aircraft".
_OPEN = r"(?:(?:un|not (?:immediately |yet )?)clear|not (?:immediately |yet )?known|unknown|could not (?:determine|say|tell)|unable to (?:determine|say|tell))"
_OPEN_WHO = re.compile(
    rf"\b{_OPEN}\s+(?:(?:\w+\s+){{0,2}}(?:whose|which (?:side|planes|aircraft|forces|country))\b"
    r"|(?:if|whether)\b[^.]{0,90}\b(?:planes?|aircraft|warplanes?|jets?|helicopters?|forces|army|carried out|behind|responsible|fired)\b[^.]{0,60}\bor\b"
    r"|(?:if|whether)\b[^.]{0,60}\bor\b[^.]{0,60}\b(?:planes?|aircraft|warplanes?|jets?|helicopters?|forces|army|carried out|behind|responsible|fired)\b)",
    re.IGNORECASE,
)
_OR = re.compile(r"\bor\b", re.IGNORECASE)
# "Syrian or Russian warplanes", "army or rebel shelling": the teller leaves open whose it was.
_WHOSE = r"(?:[A-Z][\w'-]+|regime|government|army|rebel|coalition|allied)"
_EITHER = re.compile(
    rf"\b{_WHOSE}\s+or\s+(?:[a-z]+\s+)?{_WHOSE}\s+(?:\w+\s+){{0,2}}?"
    r"(?:planes?|war ?planes?|aircraft|jets?|helicopters?|drones?|air ?strikes?|strikes?|air raids?|raids?|bombing|bombardment|shelling|shells|rockets?|missiles?)\b"
)
# "Planes believed to be Russian or Syrian", "jets of either Syria or Russia".
_WINGS = r"(?:planes?|war ?planes?|aircraft|jets?|helicopters?|drones?)"
_EITHER_AFTER = re.compile(
    rf"\b(?i:{_WINGS})\b[^.;]{{0,20}}\b(?:believed|thought|suspected|presumed|said) to be (?:either )?(?:from |of )?{_WHOSE}\s+or\s+(?:of |from )?{_WHOSE}\b"
)
_CAUSE_OPEN = re.compile(rf"\b{_OPEN} (?:exactly )?what (?:had |has )?caused\b|\bcause of the (?:blast|explosion|crash|fire)s? (?:was|is|remain\w*) (?:un(?:clear|known)|not (?:clear|known))", re.IGNORECASE)  # fmt: skip
_EACH_OTHER = re.compile(
    r"\b(?:blam\w*|accus\w*|point\w* (?:the |a )?fingers? at) (?:each other|one another)\b|\b(?:trad\w*|exchang\w*|swap\w*) (?:the )?(?:blame|accusations)\b",
    re.IGNORECASE,
)
_NO_BLANK = re.compile(r"\S")
