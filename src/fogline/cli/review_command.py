"""``fogline review``: what a person decided, kept with name and reason."""

from __future__ import annotations

import getpass
from datetime import date

import click

from fogline.cli.options import json_option, known_option, ledger_option, one_by_prefix, print_json, settings_for

DECISIONS = ("merge", "split", "reject-claim", "retract-report", "status", "reviewed", "note")


@click.command()
@click.argument("decision", metavar="DECISION", type=click.Choice((*DECISIONS, "list", "withdraw")))
@click.argument("identities", nargs=-1, metavar="ID...")
@click.option("--value", help="The grade, for `status`: confirmed, fair, weak, contested or discounted.")
@click.option("--reason", help="Why, so that another reviewer can check it.")
@click.option("--reviewer", help="Who decides. [default: your login name]")
@known_option
@ledger_option
@json_option
def command(
    decision: str,
    identities: tuple[str, ...],
    value: str | None,
    reason: str | None,
    reviewer: str | None,
    as_known_on: date | None,
    ledger: str | None,
    as_json: bool,
) -> None:
    """Record a judgement, or `list` those in force.

    \b
    merge ID ID…         these claims or incidents are one happening
    split ID ID…         no two of these claims are one happening
    reject-claim ID      the text does not say this
    retract-report ID    the outlet took it back
    status ID --value G  grades an incident; only a person confirms
    reviewed ID          a person looked and let it stand
    note ID              a remark that decides nothing
    withdraw ID          takes back a judgement

    Nothing is overwritten; a judgement is undone by withdrawing it.
    --as-known-on goes with `list`: the judgements of that day.
    """
    from fogline.errors import UsageError
    from fogline.incidents.incident import IncidentStatus
    from fogline.ledger.judgement import Judgement, JudgementKind, in_force
    from fogline.ledger.ledger import Ledger
    from fogline.pipeline import derive

    if decision == "status" and value not in set(IncidentStatus):
        raise UsageError(f"A status judgement needs --value, one of {', '.join(IncidentStatus)}; got {value!r}.")
    url = settings_for(ledger).ledger_url
    if decision == "list":
        with Ledger.open(url, read_only=True) as book:
            for j in in_force(book.judgements(as_known_on=as_known_on)):
                row = {"id": j.id, "kind": str(j.kind), "subjects": list(j.subjects), "reason": j.reason, "reviewer": j.reviewer}
                print_json(row) if as_json else click.echo(
                    f"{j.id}  {j.kind}  {', '.join(j.subjects)}\n  {j.reviewer}: {j.reason}"
                )
        return
    if as_known_on:
        raise UsageError("A judgement is made today; --as-known-on goes with `list`.")
    if not reason:
        raise UsageError(f"A {decision} judgement needs --reason, so that another reviewer can check it.")
    with Ledger.open(url) as book:
        if decision == "withdraw":
            known = {j.id: j for j in in_force(book.judgements())}
            taken_back = one_by_prefix(identities[0] if identities else "", known, "judgement")
            judgement = Judgement(JudgementKind.WITHDRAW, (), reason, reviewer or getpass.getuser(), supersedes=taken_back.id)
        else:
            derived = derive(book)
            claims = {c.id: c for c in derived.claims}
            incidents = {i.id: i for i in derived.incidents}
            reports = {r.id: r for r in derived.reports}
            subjects: list[str] = []
            for identity in identities:
                found = one_by_prefix(identity, {**claims, **incidents, **reports}, "claim, incident or report")
                # Incidents are rebuilt, claims stay: a merge names all claims
                # of the incidents, a split the first of each.
                if found.id in incidents and decision in ("merge", "split", "status"):
                    subjects += found.claim_ids if decision == "merge" else found.claim_ids[:1]
                else:
                    subjects.append(found.id)
            judgement = Judgement(
                JudgementKind(decision),
                tuple(subjects),
                reason,
                reviewer or getpass.getuser(),
                value if decision == "status" else None,
            )
        new = book.add_judgement(judgement)
    click.echo(f"{judgement.id} {'recorded' if new else 'was recorded before'}.")
