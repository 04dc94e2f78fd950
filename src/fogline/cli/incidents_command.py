"""``fogline incidents``: what happened, by how many independent origins."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from fogline.cli.limits import at_most, limit_option
from fogline.cli.options import (
    DAY,
    in_order,
    json_option,
    known_option,
    ledger_option,
    one_by_prefix,
    print_json,
    settings_for,
)

if TYPE_CHECKING:
    from fogline.incidents.incident import Incident
    from fogline.pipeline import Derived


# So many incidents a person is shown at once.
SHOWN = 40


@click.command()
@click.argument("identity", metavar="[ID]", required=False)
@click.option("--profile", help="What this project would record: acled, ucdp, airwars, or all to see where they differ.")
@click.option("--since", type=DAY, help="Leave out what ended before this day.")
@click.option("--until", type=DAY, help="Leave out what began after this day.")
@click.option("--place", help="Only places whose name holds these letters.")
@click.option("--type", "type_", help="Only this claim type, such as air-strike.")
@click.option("--status", help="Only this status: confirmed, fair, weak, contested or discounted.")
@limit_option(SHOWN)
@known_option
@ledger_option
@json_option
def command(
    identity: str | None,
    profile: str | None,
    since: date | None,
    until: date | None,
    place: str | None,
    type_: str | None,
    status: str | None,
    limit: int | None,
    as_known_on: date | None,
    ledger: str | None,
    as_json: bool,
) -> None:
    """List incidents: when, what, where, how many reports, how many independent origins, figures, status.

    With ID only that incident. With --profile, what ACLED, UCDP GED or
    Airwars would record of the same claims, each value with its rule.
    """
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from fogline.errors import UsageError
    from fogline.exports.records import incident_record
    from fogline.incidents.incident import IncidentStatus
    from fogline.incidents.profiles import profiles_named
    from fogline.ledger.ledger import Ledger
    from fogline.ledger.reviews import reviews_of
    from fogline.pipeline import derive
    from fogline.reading.types import TYPES

    if type_ and type_ not in TYPES:
        raise UsageError(f"Unknown type '{type_}'. Available: {', '.join(TYPES)}.")
    if status and status not in set(IncidentStatus):
        raise UsageError(f"Unknown status '{status}'. Available: {', '.join(IncidentStatus)}.")
    in_order(since, until)
    profiles = profiles_named(profile) if profile else ()
    with Ledger.open(settings_for(ledger).ledger_url, read_only=True) as book:
        derived = derive(book, as_known_on=as_known_on)
        judgements = book.judgements(as_known_on=as_known_on)
    only = _named(identity, derived).id if identity else None
    found = [
        i
        for i in derived.incidents
        if (not only or i.id == only)
        and (not since or ((i.date_end or i.date_start) is not None and (i.date_end or i.date_start) >= since))  # type: ignore[operator]
        and (not until or (i.date_start is not None and i.date_start <= until))
        and (not place or (i.place is not None and place.casefold() in i.place.name.casefold()))
        and (not type_ or i.type == type_)
        and (not status or i.status == status)
    ]
    # By day; what is only known to lie within months ("since 2011") comes
    # behind, and what has no day at all last.
    found.sort(key=lambda i: (i.date_start is None, _long(i), i.date_start or date.min, i.id))
    shown = found[: at_most(limit, SHOWN, as_json)]
    claims, reports = {c.id: c for c in derived.claims}, {r.id: r for r in derived.reports}
    if as_json:
        if profiles:
            from fogline.cli.profile_report import profile_record

            print_json([profile_record(i, profiles, claims, reports) for i in shown])
        else:
            reviewed = reviews_of(judgements, derived.incidents)
            print_json([incident_record(i, reviewed=i.id in reviewed) for i in shown])
        return
    console = Console()
    if profiles:
        from fogline.cli.profile_report import print_all, print_one

        if only and found:
            print_one(console, found[0], profiles, claims, reports)
        else:
            print_all(console, found, profiles, claims, reports, at_most(limit, SHOWN, as_json) or 0)
        return
    if not derived.reports:
        console.print("No report is known yet. Take some in with: fogline collect SOURCE")
        return
    rows = [_row(i) for i in shown]
    if console.width < NARROW:
        for when, what, support, state, id in rows:
            console.print(f"{when}  {state}  {support}  [dim]{id}[/]\n  {escape(what)}", highlight=False)
        rows = []
    table = Table(box=None, pad_edge=False, header_style="dim", expand=True)
    table.add_column("when", no_wrap=True)
    table.add_column("what, where, how many killed", overflow="fold", ratio=1)
    table.add_column("reports, origins", no_wrap=True, justify="right")
    table.add_column("status", no_wrap=True)
    table.add_column("id", no_wrap=True)
    for when, what, *others in rows:
        table.add_row(when, escape(what), *others)
    if rows:
        console.print(table)
    if len(shown) < len(found):
        console.print(f"{len(found) - len(shown)} more of {len(found)}: --limit 0 prints all.")
    elif not found:
        console.print(f"No incident fits; the ledger has {len(derived.incidents)}.")


def _named(identity: str, derived: Derived) -> Incident:
    """Return the incident of an id, be it one that it had before an earlier report or a reviewer gave it another."""
    from fogline.incidents.former_ids import now_at

    known = {i.id: i for i in derived.incidents}
    wanted = identity.split("-", 1)[-1]
    if wanted and not any(k.split("-", 1)[-1].startswith(wanted) for k in known):
        moved = now_at(identity, derived.incidents)
        if len(moved) == 1:
            click.echo(f"{identity} is now {moved[0].id}: the happening has another first claim since.", err=True)
            return moved[0]
    found: Incident = one_by_prefix(identity, known, "incident")
    return found


# On fewer columns a table has no room for what happened; two lines have.
NARROW = 72


def _row(incident: Incident) -> tuple[str, str, str, str, str]:
    """Return a line of the list; of what was said and not done, who said it to whom as well."""
    from fogline.incidents.forms import is_physical

    killed = incident.figure("killed")
    told = "" if killed is None else f"; {span(killed.low, killed.best, killed.high)} killed"
    return (
        days(incident),
        f"{incident.type}{'' if is_physical(incident.type) else _who(incident)}, "
        f"{incident.place.name if incident.place else 'unlocated'}{told}",
        f"{len(incident.report_ids)}, {len(incident.origins)}",
        str(incident.status),
        incident.id.split("-", 1)[-1][:8],
    )


def _who(incident: Incident) -> str:
    """Return who says it to whom, ": Syria → Turkey", as far as it is known."""
    by, of = (", ".join(names[:2]) + (" …" if len(names) > 2 else "") for names in (incident.actors, incident.targets))
    return (f": {by}" if by else "") + (f" → {of}" if of else "")


def _long(incident: Incident) -> bool:
    start, end = incident.date_start, incident.date_end
    return start is not None and end is not None and (end - start).days > 31


def days(incident: Incident) -> str:
    """Return the days of an incident, short: 2018-11-23/25, 2018-11-30/12-02, ~2018-11-30 if assumed, undated."""
    start, end = incident.date_start, incident.date_end
    if start is None:
        return "undated"
    about = "~" if "date-assumed" in incident.flags else ""
    if end is None or end == start:
        return f"{about}{start}"
    same = str(start)[:8] == str(end)[:8]
    return f"{about}{start}/{str(end)[8:] if same else str(end)[5:] if start.year == end.year else end}"


def span(low: int | None, best: int | None, high: int | None) -> str:
    """Return low, best and high as "24–99, best 61"; one number where they agree."""
    if low == best == high and best is not None:
        return str(best)
    ends = f"{'…' if low is None else low}–{'…' if high is None else high}"
    return ends if best is None else f"{ends}, best {best}"
