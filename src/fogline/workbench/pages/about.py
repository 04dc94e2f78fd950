"""What machine-made means here, which rules give the grades, and under which licences things stand."""

from __future__ import annotations

from dataclasses import dataclass

from fogline import __version__
from fogline.incidents.incident import IncidentStatus
from fogline.reading.types import TYPES, ClaimType
from fogline.workbench.source import WorkbenchSource
from fogline.workbench.words import STATUS_MARKS, STATUS_WORDS


@dataclass(frozen=True, slots=True)
class AboutPage:
    """The ledger in numbers, the grades and types in words. ``assets_note`` says why the map is plain, if it is."""

    version: str
    ledger_name: str
    n_reports: int
    n_claims: int
    n_incidents: int
    n_reviewed: int
    models: tuple[str, ...]
    statuses: tuple[tuple[IncidentStatus, str, str], ...]
    types: tuple[ClaimType, ...]
    assets_note: str


def about_page(source: WorkbenchSource, assets_note: str = "") -> AboutPage:
    claims, incidents = source.claims(), source.incidents()
    return AboutPage(
        version=__version__,
        ledger_name=source.ledger_name,
        n_reports=len(source.reports()),
        n_claims=len(claims),
        n_incidents=len(incidents),
        n_reviewed=sum(1 for i in incidents if source.reviewed(i.id)),
        models=tuple(sorted({c.model for c in claims if c.model})),
        statuses=tuple((s, STATUS_MARKS[s], STATUS_WORDS[s]) for s in IncidentStatus),
        types=tuple(TYPES.values()),
        assets_note=assets_note,
    )
