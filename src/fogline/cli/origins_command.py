"""``fogline origins``: who stands behind what several outlets report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from fogline.cli.options import counted, json_option, known_option, ledger_option, one_by_prefix, print_json, settings_for

if TYPE_CHECKING:
    from fogline.pipeline import Derived


@click.command()
@click.argument("identity", metavar="[ID]", required=False)
@known_option
@ledger_option
@json_option
def command(identity: str | None, as_known_on: date | None, ledger: str | None, as_json: bool) -> None:
    """Show who cites, quotes and republishes whom in the incident whose id begins with ID.

    Without ID, how many incidents that several outlets report rest on one
    publisher or one origin.
    """
    from rich.console import Console
    from rich.markup import escape

    from fogline.incidents.origin_graph import audit, origin_graph
    from fogline.ledger.ledger import Ledger
    from fogline.pipeline import derive

    with Ledger.open(settings_for(ledger).ledger_url, read_only=True) as book:
        derived = derive(book, as_known_on=as_known_on)
    console = Console()
    reports = {r.id: r for r in derived.reports}
    if identity is None:
        found = audit(derived.incidents, reports)
        if as_json:
            print_json(
                {
                    "incidents": found.incidents,
                    "several_outlets": list(found.several_outlets),
                    "one_publisher": list(found.one_publisher),
                    "one_origin": list(found.one_origin),
                }
            )
            return
        titles = {i.id: i.title for i in derived.incidents}
        n = len(found.several_outlets)
        console.print(f"{counted(found.incidents, 'incident')}; several outlets report {n} of them.")
        if not n:
            return
        for ids, what in (
            (found.one_publisher, "outlets of one owner alone"),
            (found.one_origin, "one independent origin or none"),
        ):
            console.print(f"\n[bold]{len(ids)} of {n}[/] rest on {what}")
            for id in ids:
                console.print(f"  {escape(titles[id])}  [dim]{id.split('-', 1)[-1][:8]}[/]")
        return
    incident = one_by_prefix(identity, {i.id: i for i in derived.incidents}, "incident")
    claims = {c.id: c for c in derived.claims}
    graph = origin_graph([claims[i] for i in incident.claim_ids], reports)
    if as_json:
        print_json(
            {
                "incident": incident.id,
                "nodes": [{"id": n.id, "name": n.name, "kind": str(n.kind)} for n in graph.nodes],
                "edges": [
                    {
                        "kind": str(e.kind),
                        "from": e.left,
                        "to": e.right,
                        "report_id": e.report_id,
                        "claim_id": e.claim_id,
                        "span": e.span.as_list() if e.span else None,
                        "words": _words(derived, e.report_id, e.span),
                    }
                    for e in graph.edges
                ],
                "roots": [n.id for n in graph.roots],
                "independent_origins": [o.name for o in incident.origins],
            }
        )
        return
    names = {n.id: f"{n.name} ({n.kind})" for n in graph.nodes}
    console.print(f"[bold]{escape(incident.title)}[/]  [dim]{incident.id}[/]")
    console.print(f"{counted(len(incident.report_ids), 'report')}, {counted(len(incident.origins), 'independent origin')}")
    for edge in graph.edges:
        cited = _words(derived, edge.report_id, edge.span)
        shown = "" if cited is None else "  [dim]its whole text[/]" if len(cited) > 200 else f"  [dim]“{escape(cited)}”[/]"
        console.print(f"  {escape(names[edge.left])} {edge.kind} {escape(names[edge.right])}{shown}")
    console.print("\nLines begin with: " + escape("; ".join(names[n.id] for n in graph.roots)))
    for origin in incident.origins:
        console.print(
            f"[bold]{escape(origin.name)}[/] counts{' as a side' if origin.interested else ''}: {escape(origin.reason)}"
        )


def _words(derived: Derived, report_id: str | None, span: object) -> str | None:
    from fogline.span import Span

    report = next((r for r in derived.reports if r.id == report_id), None)
    return span.of(report.text) if report is not None and isinstance(span, Span) else None
