"""Prints what other projects would record of incidents, and where they part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from fogline.claims.claim import Claim
from fogline.incidents.incident import Incident
from fogline.incidents.profiles import POINTS, Coded, Coding, Profile, differences, shown
from fogline.intake.report import Report


def coding_record(coding: Coding) -> dict[str, Any]:
    """Return a coding as plain JSON: every value with its rule and claims."""

    def cell(coded: Coded) -> dict[str, Any]:
        return {"value": coded.value, "rule": coded.rule, "claim_ids": list(coded.claim_ids)}

    return {
        "profile": coding.profile,
        "incident": coding.incident_id,
        "recorded": coding.included,
        "why": coding.why,
        "events": [{name: cell(coded) for name, coded in record.items()} for record in coding.records],
        "points": {point: cell(coding.points[point]) for point in POINTS if point in coding.points},
    }


def profile_record(
    incident: Incident, profiles: Sequence[Profile], claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> dict[str, Any]:
    """Return an incident under profiles, with the points on which they differ."""
    codings = [p.code(incident, claims, reports) for p in profiles]
    return {
        "id": incident.id,
        "title": incident.title,
        "codings": [coding_record(c) for c in codings],
        "differences": [str(d) for d in differences(codings)],
    }


def print_one(
    console: Console, incident: Incident, profiles: Sequence[Profile], claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> None:
    """Print one incident under each profile: every value that it would write down, with the rule, then the differences."""
    console.print(f"[bold]{escape(incident.title)}[/]  [dim]{incident.id}[/]")
    codings = []
    for profile in profiles:
        coding = profile.code(incident, claims, reports)
        codings.append(coding)
        verdict = "records it" if coding.included else "does not record it"
        console.print(f"\n[bold]{profile.title}[/] {verdict}: {escape(coding.why)}")
        for number, record in enumerate(coding.records, 1):
            if len(coding.records) > 1:
                console.print(f"event {number} of {len(coding.records)}", style="dim")
            table = Table(box=None, pad_edge=False, show_header=False)
            table.add_column(no_wrap=True, style="dim")
            table.add_column(overflow="fold")
            table.add_column(overflow="fold", style="dim")
            for name, _, _ in profile.columns:
                coded = record[name]
                if coded.value is not None:
                    table.add_row(name, escape(shown(coded.value)), escape(coded.rule))
            console.print(table)
    if len(profiles) > 1:
        found = differences(codings)
        console.print("\n[bold]Where they differ[/]" if found else "\nThey do not differ.")
        for difference in found:
            console.print(f"  {escape(str(difference))}")


def print_all(
    console: Console,
    incidents: Sequence[Incident],
    profiles: Sequence[Profile],
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    limit: int,
) -> None:
    """Print what each profile makes of many incidents: totals, the rules, and those incidents on which they part."""
    coded = [(i, [p.code(i, claims, reports) for p in profiles]) for i in incidents]
    for n, profile in enumerate(profiles):
        mine = [codings[n] for _, codings in coded]
        recorded = [c for c in mine if c.included]
        point = "killed" if any("killed" in c.points for c in recorded) else "killed, highest"
        dead = sum(int(c.points[point].value or 0) for c in recorded if point in c.points)
        of_what = "" if point == "killed" else " at most"
        console.print(
            f"[bold]{profile.title}[/]: {len(recorded)} of {len(mine)} incidents, {sum(len(c.records) for c in recorded)} events, {dead} dead{of_what}"
        )
        for rule in profile.rules:
            console.print(f"  [dim]{escape(rule)}[/]")
    differing = [(i, found) for i, codings in coded if (found := differences(codings))]
    if len(profiles) > 1:
        console.print(f"\n[bold]{len(differing)} of {len(coded)} incidents are not recorded alike[/]")
        for incident, found in differing[:limit] if limit else differing:
            console.print(f"{escape(incident.title)}  [dim]{incident.id.split('-', 1)[-1][:8]}[/]")
            for difference in found:
                console.print(
                    f"    {escape(difference.point)}: " + escape("; ".join(f"{n} {shown(c.value)}" for n, c in difference.says))
                )
        if limit and len(differing) > limit:
            console.print(f"{len(differing) - limit} more: --limit 0 prints all.")
