"""``fogline review``: what a person decided, kept with name and reason."""

from __future__ import annotations

import getpass
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from fogline.cli.options import json_option, known_option, ledger_option, one_by_prefix, print_json, settings_for
from fogline.errors import UsageError

if TYPE_CHECKING:
    from fogline.pipeline import Derived

# What each decision is about. About anything else it would be kept and decide nothing.
ABOUT = {
    "merge": ("incident", "claim"),
    "split": ("incident", "claim"),
    "reject-claim": ("claim",),
    "retract-report": ("report",),
    "status": ("incident", "claim"),
    "reviewed": ("incident", "claim"),
    "note": ("incident", "claim", "report"),
}
# How many ids a message lists.
_LISTED = 5


@click.command()
@click.argument("decision", metavar="DECISION", type=click.Choice((*ABOUT, "list", "withdraw")))
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
    from fogline.incidents.incident import IncidentStatus
    from fogline.ledger.judgement import Judgement, JudgementKind, in_force
    from fogline.ledger.ledger import Ledger
    from fogline.pipeline import derive

    if decision == "status" and value not in set(IncidentStatus):
        raise UsageError(f"A status judgement needs --value, one of {', '.join(IncidentStatus)}; got {value!r}.")
    if decision != "status" and value is not None:
        raise UsageError(f"--value goes with status; {decision} takes none. What else there is to say goes into --reason.")
    if decision == "withdraw" and len(identities) != 1:
        raise UsageError(f"withdraw takes back one judgement; got {len(identities)} ids. `fogline review list` prints them.")
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
            taken_back = one_by_prefix(identities[0], known, "judgement")
            judgement = Judgement(JudgementKind.WITHDRAW, (), reason, reviewer or getpass.getuser(), supersedes=taken_back.id)
        else:
            subjects = _subjects(decision, identities, derive(book))
            judgement = Judgement(JudgementKind(decision), subjects, reason, reviewer or getpass.getuser(), value)
        new = book.add_judgement(judgement)
    click.echo(f"{judgement.id} {'recorded' if new else 'was recorded before'}.")


def _subjects(decision: str, identities: Iterable[str], derived: Derived) -> tuple[str, ...]:
    """Return the ids that a decision is kept under.

    :raises UsageError: for an id of nothing, or of something that this is no decision about.
    """
    from fogline.cli.show_command import moved

    reports = {r.id: r for r in derived.reports}
    known: dict[str, Any] = {c.id: c for c in derived.claims} | {i.id: i for i in derived.incidents} | reports
    known |= {copy: reports[kept] for copy, kept in derived.same_reports.items()}
    subjects: list[str] = []
    for identity in identities:
        found = moved(identity, known, derived) or one_by_prefix(identity, known, "claim, incident or report")
        kind = found.id.partition("-")[0]
        if kind not in ABOUT[decision]:
            raise UsageError(_wrong_kind(decision, found.id, kind, derived))
        # Incidents are rebuilt, claims stay: a merge names all claims of the
        # incidents, a split and a grade the first of each. Of a review the
        # incident's id tells that it is not about that claim alone.
        if kind == "incident" and decision in ("merge", "split", "status"):
            subjects += found.claim_ids if decision == "merge" else found.claim_ids[:1]
        else:
            subjects.append(found.id)
    return tuple(subjects)


def _wrong_kind(decision: str, identity: str, kind: str, derived: Derived) -> str:
    """Return what to say to a decision about the wrong kind of thing, with the ids that may have been meant."""
    wanted = ABOUT[decision][0]
    claims = [c for c in derived.claims if identity in (c.id, c.report_id)]
    if kind == "incident":
        inside = next(i.claim_ids for i in derived.incidents if i.id == identity)
        claims = [c for c in derived.claims if c.id in inside]
    meant = {
        "claim": [c.id for c in claims],
        "report": list(dict.fromkeys(c.report_id for c in claims)),
        "incident": [i.id for i in derived.incidents if not {c.id for c in claims}.isdisjoint(i.claim_ids)],
    }[wanted]
    listed = ", ".join(meant[:_LISTED]) + (f" and {len(meant) - _LISTED} more" if len(meant) > _LISTED else "")
    about = " and ".join(f"{k}s" for k in ABOUT[decision])
    message = f"{decision} is about {about}; {identity} is {'an' if kind == 'incident' else 'a'} {kind}."
    return f"{message} Its {wanted}{'' if len(meant) == 1 else 's'}: {listed}." if meant else message
