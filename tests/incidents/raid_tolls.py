"""Tolls and tellings of one raid by different voices, and what of them is in dispute."""

from __future__ import annotations

from typing import Any

from builders import a_claim, a_report, a_voice, by_id
from fogline.claims.claim import Claim, Count, Voice
from fogline.incidents.contradiction import contradictions
from fogline.incidents.figures import figures
from fogline.incidents.incident import ContradictionKind, Figure
from fogline.intake.report import Report

WHITE_HELMETS = a_voice("White Helmets", "aid")


def toll(
    published_on: str, number: int | tuple[int | None, int | None] | None, by: Voice | str | None, *counts: Count
) -> tuple[Report, Claim]:
    report = a_report(f"The raid on Hajin killed people ({number}, {len(counts)}).", published_on, f"Outlet {published_on}")
    return report, a_claim(
        report,
        "The raid on Hajin killed people",
        trigger="killed",
        place="Hajin",
        on="2018-12-12",
        killed=number,
        by=by,
        counts=counts,
    )


def killed(*stories: tuple[Report, Claim]) -> Figure:
    return figures([c for _, c in stories], by_id(*(r for r, _ in stories)))[0]


def disputes(*stories: tuple[Report, Claim]) -> list[ContradictionKind]:
    return [c.kind for c in contradictions([c for _, c in stories], by_id(*(r for r, _ in stories)))]


def disputed(*claims: tuple[str, str, dict[str, Any]]) -> list[ContradictionKind]:
    report = a_report(". ".join(quote for quote, _, _ in claims) + ".", "2018-12-13")
    return [c.kind for c in contradictions([a_claim(report, q, t, **more) for q, t, more in claims], by_id(report))]
