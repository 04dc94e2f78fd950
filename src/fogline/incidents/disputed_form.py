"""Where one bombing is told in two forms: a bomber who died in it or a bomb left behind, one bomb or two."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fogline.claims.claim import Claim
from fogline.incidents.incident import Contradiction, ContradictionKind
from fogline.incidents.left_open import words_around
from fogline.incidents.lineage import origin_keys
from fogline.intake.report import Report
from fogline.reading.reading import Modality


def disputed_forms(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[Contradiction]:
    """Different origins tell of one bombing in two forms: a bomber who died in it or a bomb left behind; one bomb or two.

    Who tells of one bomb disputes two only if the report speaks of two nowhere: an attack is often told bomb by bomb.
    """
    told = [c for c in claims if c.type in ("explosive", "suicide-bomb") and c.modality is Modality.ACTUAL]
    bombings = _bombings(told, reports)
    died = [b for b in bombings if b.died and not b.left_behind]
    left_behind = [b for b in bombings if b.left_behind and not b.suicide_told]
    two = [b for b in bombings if b.two]
    one = [b for b in bombings if b.one and not b.two_told]
    forms = (
        (died, left_behind, "a bomber who died in it (“{}”) or a bomb left behind (“{}”)"),
        (two, one, "two bombs (“{}”) or one (“{}”)"),
    )
    for some, others, words in forms:
        for mine, theirs in itertools.product(some, others):
            if mine.claim.report_id != theirs.claim.report_id and not mine.origins & theirs.origins:
                explanation = words.format(mine.claim.quote, theirs.claim.quote)
                return [Contradiction(ContradictionKind.FORM, mine.claim.id, theirs.claim.id, explanation)]
    return []


_SUICIDE = re.compile(
    r"\bsuicide\b|\bkamikaze\b|\bmartyrdom operation\b|\b(?:blew|blow\w*) (?:him|her|them)sel(?:f|ves) up\b", re.IGNORECASE
)
_LEFT_BEHIND = re.compile(
    r"\b(?:planted|hidden|concealed|roadside|parked|timed|remote[- ]?controlled|remotely detonated) (?:\w+ ){0,2}?(?:bombs?|devices?|explosives?|mines?|ied)\b"
    r"|\b(?:bombs?|devices?|explosives?|mines?) (?:(?:was|were|had been|that was|that were) )?(?:placed|left|laid|planted|hidden|concealed)\b"
    r"|\bplant(?:ed|ing) (?:\w+ ){0,2}?(?:bombs?|devices?|explosives?|mines?)\b|\btime[- ]bombs?\b|\bbooby[- ]trap\w*",
    re.IGNORECASE,
)
_TWO_BOMBS = re.compile(
    r"\b(?:two|twin|double|a pair of)[ -](?:(?:suicide|car|truck|lorry|roadside|near|simultaneous|powerful|large|huge|vehicle)[ -]){0,3}(?:bomb(?:s|ings?|ers?)?|blasts?|explosions?)\b",
    re.IGNORECASE,
)
_ONE_BOMB = re.compile(
    r"\b(?:a|one|a single|only one) (?:(?:suicide|truck|car|lorry|vehicle|large|huge|massive|powerful|vehicle-borne|motorcycle)[ -]){0,3}(?:bomb|bomber|bombing|blast|explosion)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Bombing:
    """What one claim of a bombing says of its form; ``suicide_told`` and ``two_told`` are of its report as a whole."""

    claim: Claim
    origins: frozenset[str]
    died: bool
    left_behind: bool
    two: bool
    one: bool
    suicide_told: bool
    two_told: bool


def _bombings(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[_Bombing]:
    of_report: dict[str, tuple[bool, bool]] = {}  # one look through a report, however many bombings it tells
    out = []
    for claim in claims:
        report = reports.get(claim.report_id)
        words = words_around(claim, report, 0)
        if claim.report_id not in of_report:
            whole = report.text if report is not None else words
            of_report[claim.report_id] = _SUICIDE.search(whole) is not None, _TWO_BOMBS.search(whole) is not None
        suicide_told, two_told = of_report[claim.report_id]
        bombing = _Bombing(
            claim,
            origin_keys(claim, report),
            died=_SUICIDE.search(words) is not None,
            left_behind=_LEFT_BEHIND.search(words) is not None,
            two=_TWO_BOMBS.search(words) is not None,
            one=_ONE_BOMB.search(words) is not None,
            suicide_told=suicide_told,
            two_told=two_told,
        )
        out.append(bombing)
    return out
