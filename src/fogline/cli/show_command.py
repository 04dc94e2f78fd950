"""``fogline show``: how do you know?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from fogline.cli.options import counted, json_option, known_option, ledger_option, one_by_prefix, print_json, settings_for

if TYPE_CHECKING:
    from rich.console import Console

    from fogline.claims.claim import Claim
    from fogline.incidents.incident import Incident
    from fogline.intake.report import Report
    from fogline.pipeline import Derived


@click.command()
@click.argument("identity", metavar="ID")
@click.option("--beside", metavar="ID", help="Why this incident or claim and that one are held to be one happening, or two.")
@known_option
@ledger_option
@json_option
def command(identity: str, beside: str | None, as_known_on: date | None, ledger: str | None, as_json: bool) -> None:
    """Show the incident, claim or report whose id begins with ID, and everything it rests on."""
    from rich.console import Console

    from fogline.exports.records import claim_record, incident_record
    from fogline.ledger.ledger import Ledger
    from fogline.ledger.reviews import reviews_of
    from fogline.pipeline import derive

    with Ledger.open(settings_for(ledger).ledger_url, read_only=True) as book:
        derived = derive(book, as_known_on=as_known_on)
        judgements = book.judgements(as_known_on=as_known_on)
    claims = {c.id: c for c in derived.claims}
    reports = {r.id: r for r in derived.reports}
    incidents = {i.id: i for i in derived.incidents}
    kind = identity.split("-", 1)[0] if "-" in identity else ""
    kinds: dict[str, dict[str, Any]] = {"claim": claims, "report": reports, "incident": incidents}
    known = kinds.get(kind) or {**incidents, **claims, **reports}
    console = Console()
    copies = {copy: reports[kept] for copy, kept in derived.same_reports.items()}
    found: Any
    if (incident := moved(identity, known, derived) if kind in ("", "incident") else None) is not None:
        click.echo(f"{identity} is now {incident.id}: the happening has another first claim since.", err=True)
        found = incident
    else:
        found = one_by_prefix(
            identity, {**known, **copies} if kind in ("", "report") else known, kind or "incident, claim or report"
        )
    if beside is not None:
        known_here = {**incidents, **claims}
        one, other = (
            moved(i, known_here, derived) or one_by_prefix(i, known_here, "incident or claim") for i in (identity, beside)
        )
        show_beside(console, _claims_of(one, claims), _claims_of(other, claims), derived, as_json)
        return
    reviewed = reviews_of(judgements, derived.incidents) if as_json else {}
    if found.id in incidents:
        print_json(incident_record(found, reviewed=found.id in reviewed)) if as_json else show_incident(
            console, found, claims, reports
        )
    elif found.id in claims:
        print_json(claim_record(found, reviewed=found.id in reviewed)) if as_json else show_claim(
            console, found, reports.get(found.report_id)
        )
    else:
        mine = [c for c in derived.claims if c.report_id == found.id]
        taken_back = next((s for s in derived.superseded if s.report_id == found.id), None)
        if as_json:
            superseded = (
                None
                if taken_back is None
                else {"change": str(taken_back.change), "reason": taken_back.reason, "by": taken_back.by}
            )
            records = [claim_record(c, reviewed=c.id in reviewed) for c in mine]
            print_json({"id": found.id, "text": found.text, "superseded": superseded, "claims": records})
        else:
            from fogline.cli.claim_table import print_claims

            print_claims(found, found.id, mine, console)
            if taken_back is not None:
                from rich.markup import escape

                console.print(
                    f"[bold]Taken back ({taken_back.change})[/]: {escape(taken_back.reason)}. {'The claims with these numbers' if taken_back.numbers else 'Its claims'} count nowhere."
                )


def moved(identity: str, known: dict[str, Any], derived: Derived) -> Incident | None:
    """Return where an incident went that no longer goes by an id, None if the id is known or never was one."""
    from fogline.incidents.former_ids import now_at

    wanted = identity.split("-", 1)[-1]
    if identity.split("-", 1)[0] in ("claim", "report") and "-" in identity:
        return None
    if not wanted or any(k.split("-", 1)[-1].startswith(wanted) for k in (*known, *derived.same_reports)):
        return None
    found = now_at(identity, derived.incidents)
    return found[0] if len(found) == 1 else None


def _claims_of(found: Incident | Claim, claims: dict[str, Claim]) -> list[Claim]:
    from fogline.claims.claim import Claim

    return [found] if isinstance(found, Claim) else [claims[i] for i in found.claim_ids]


def show_beside(console: Console, left: list[Claim], right: list[Claim], derived: Derived, as_json: bool) -> None:
    """Print the weights for and against two incidents or claims being one happening."""
    from rich.markup import escape

    from fogline.incidents.linking import explain
    from fogline.incidents.signals import MATCH_BITS

    link = explain(left, right, derived.claims, {r.id: r for r in derived.reports})
    if as_json:
        signals = [{"name": name, "weight": weight, "reason": reason} for name, weight, reason in link.signals]
        print_json({"weight": link.weight, "needed": MATCH_BITS, "signals": signals})
        return
    verdict = "enough for one happening" if link.weight >= MATCH_BITS else "not enough for one happening"
    console.print(f"[bold]{link.weight:+.1f} bits[/], {verdict} (it takes {MATCH_BITS:g}):")
    for name, weight, reason in link.signals:
        console.print(f"  {weight:+6.1f}  {escape(name)}  [dim]{escape(reason)}[/]")


def show_incident(console: Console, incident: Incident, claims: dict[str, Claim], reports: dict[str, Report]) -> None:
    """Print an incident: status and rule, figures, origins with their words, contradictions, why it holds together."""
    from rich.markup import escape

    from fogline.cli.claim_table import speakers

    console.print(f"[bold]{escape(incident.title)}[/]  [dim]{incident.id}[/]")
    console.print(f"[bold]{incident.status}[/] ({incident.admiralty}): {escape(incident.status_reason)}")
    if incident.place and incident.place.latitude is not None:
        console.print(
            f"{escape(incident.place.name)}, {incident.place.country}: {incident.place.latitude:.3f}, {incident.place.longitude:.3f} (where_prec {incident.place.precision})"
        )
    for figure in incident.figures:
        console.print(
            f"{figure.what}{f' ({figure.who})' if figure.who else ''}: low {figure.low}, best {figure.best}, high {figure.high} – {escape(figure.rule)}"
        )
    console.print(f"\n{counted(len(incident.report_ids), 'report')}, {counted(len(incident.origins), 'independent origin')}")
    for origin in incident.origins:
        console.print(
            f"  [bold]{escape(origin.name)}[/] ({origin.kind}{', a side in the fighting' if origin.interested else ''}) {escape(origin.reason)}"
        )
        for claim_id in origin.claim_ids:
            if claim := claims.get(claim_id):
                report = reports.get(claim.report_id)
                day = report.published_on if report else None
                console.print(
                    f"    {_held(claim)}“{escape(claim.quote)}”\n      [dim]{escape(speakers(claim))}, in {escape(claim.outlet or 'an outlet not known')}, {day}; {claim.id}[/]"
                )
    counted_for = {i for origin in incident.origins for i in origin.claim_ids}
    elsewhere = counted_for | {*incident.background_claim_ids, *incident.superseded_claim_ids}
    if rest := [i for i in incident.claim_ids if i not in elsewhere]:
        console.print("\nClaims that rest on no counted origin:")
        for claim_id in rest:
            if claim := claims.get(claim_id):
                console.print(
                    f"    {_held(claim)}“{escape(claim.quote)}”\n      [dim]{escape(speakers(claim))}, in {escape(claim.outlet or 'an outlet not known')}, {claim.published_on}; {claim.id}[/]"
                )
            else:
                console.print(f"    {claim_id} is not among the claims at hand.")
    if incident.background_claim_ids:
        console.print("\nRecalled in passing, in reports about something else:")
        for claim_id in incident.background_claim_ids:
            if claim := claims.get(claim_id):
                console.print(
                    f"    {_held(claim)}“{escape(claim.quote)}” [dim]{escape(claim.outlet or 'an outlet not known')}, {claim.published_on}[/]"
                )
    if incident.superseded_claim_ids:
        console.print("\nTaken back since; counts nowhere:")
        for claim_id in incident.superseded_claim_ids:
            if claim := claims.get(claim_id):
                why = ", ".join(f for f in claim.flags if f != "retracted") or "retracted"
                console.print(
                    f"    {_held(claim)}“{escape(claim.quote)}” [dim]{escape(claim.outlet or 'an outlet not known')}, {claim.published_on}; {why}; {claim.id}[/]"
                )
    for contradiction in incident.contradictions:
        left, right = claims.get(contradiction.left_claim_id), claims.get(contradiction.right_claim_id)
        console.print(f"\n[bold]{contradiction.kind}[/]: {escape(contradiction.explanation)}")
        for side in (left, right):
            if side:
                console.print(f"    {escape(speakers(side))}: “{escape(side.quote)}”")
    if incident.links:
        console.print("\nWhy these claims are held to be one happening (bits of evidence):")
        for link in incident.links[:12]:
            parts = ", ".join(f"{name} {weight:+.1f}" for name, weight, _ in link.signals)
            one, other = (_begins(claims.get(i), i) for i in (link.left_claim_id, link.right_claim_id))
            console.print(f"  {escape(one)} and {escape(other)}:\n    {link.weight:+.1f} = {escape(parts)}")
        if len(incident.links) > 12:
            console.print(f"  … and {len(incident.links) - 12} more links; --json has all of them.")


def _begins(claim: Claim | None, claim_id: str) -> str:
    """Return a claim by the first words of its quotation and the beginning of its id: “The army took the mill…” (ab12cd34)."""
    short = claim_id.split("-", 1)[-1][:8]
    if claim is None:
        return short
    words = claim.quote.split()
    return f"“{' '.join(words[:6])}{'…' if len(words) > 6 else ''}” ({short})"


def _held(claim: Claim) -> str:
    """Return what stands before a claim's words where they do not assert that it happened: "denied: “…”"."""
    said = {"negated": "denied", "planned": "planned", "possible": "possible"}.get(str(claim.modality))
    return f"[bold]{said}:[/] " if said is not None else ""


def show_claim(console: Console, claim: Claim, report: Report | None) -> None:
    """Print a claim field by field with the words and the reason of each."""
    from rich.markup import escape

    from fogline.cli.claim_table import number, speakers, when

    console.print(f"“[bold]{escape(claim.quote)}[/]”  [dim]{claim.id}[/]")
    sure = (
        f"probability {claim.probability:.2f}"
        if claim.probability is not None
        else f"score {claim.score:.2f} (ranks, is no probability)"
    )
    console.print(f"{claim.type}, {claim.modality}; trigger “{escape(claim.trigger)}”; {sure}; {claim.model}")
    console.print(
        f"who says: {escape(speakers(claim))}"
        + "".join(f"\n    “{escape(v.text or '')}” → {escape(v.name)}: {escape(v.reason or v.basis)}" for v in claim.origin)
    )
    for name, mentions in (("actor", claim.actor), ("target", claim.target)):
        for mention in mentions:
            console.print(
                f"{name}: “{escape(mention.text or '')}” → {escape(mention.name)} ({mention.basis}{': ' + escape(mention.reason) if mention.reason else ''})"
            )
    if claim.place:
        at = (
            "no coordinates"
            if claim.place.latitude is None
            else f"{claim.place.latitude:.3f}, {claim.place.longitude:.3f}, where_prec {claim.place.precision}"
        )
        console.print(
            f"place: “{escape(claim.place.text or '')}” → {escape(claim.place.name)} ({claim.place.basis}; {at})\n    {escape(claim.place.reason)}"
        )
        for candidate in claim.place.candidates:
            console.print(
                f"    [dim]candidate: {escape(candidate.name)}, {candidate.admin1 or ''}, {candidate.country}, population {candidate.population:,}[/]"
            )
    if claim.time:
        console.print(
            f"time: “{escape(claim.time.text or '')}” → {when(claim.time)} ({claim.time.basis}) {escape(claim.time.reason)} {' '.join(claim.time.flags)}"
        )
    for count in claim.counts:
        console.print(f"count: “{escape(count.text)}” → {number(count)}{' of ' + escape(count.who) if count.who else ''}")
    if claim.flags:
        console.print(f"[bold]flags[/]: {escape(', '.join(claim.flags))}")
    for name, words in (("medium", claim.medium), ("hedge", claim.hedge), ("verification", claim.verification)):
        if words:
            console.print(f"{name}: {escape(words)}")
    if report:
        start, end = max(0, claim.quote_span.start - 160), claim.quote_span.end + 160
        console.print(
            f"\nin {escape(report.outlet or 'an outlet not known')}, {report.published_on}, {claim.part}, characters {claim.quote_span.start}–{claim.quote_span.end}:"
        )
        console.print(
            f"  …{escape(report.text[start : claim.quote_span.start])}[bold]{escape(claim.quote)}[/]{escape(report.text[claim.quote_span.end : end])}…"
        )
