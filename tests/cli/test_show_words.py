"""What `fogline show` prints of an incident's claims."""

from __future__ import annotations

from dataclasses import replace

from rich.console import Console

from builders import a_claim, a_report, by_id, monitor
from fogline.claims.claim import Claim
from fogline.cli.show_command import show_incident
from fogline.incidents.linking import link
from fogline.intake.report import Report
from fogline.reading.reading import Modality


def test_words_that_deny_are_not_shown_as_if_they_asserted() -> None:
    report = a_report("Rebels had taken the mill. The army took the mill.", "2018-12-14", "Herald")
    taken = a_claim(
        report, "The army took the mill", "territory-gained", on="2018-12-14", trigger="took", place="Hajin", by=monitor()
    )
    denied = a_claim(
        report, "Rebels had taken the mill", "territory-gained", on="2018-12-14", trigger="taken", place="Hajin", by=monitor()
    )
    denied = replace(denied, modality=Modality.NEGATED)
    console = Console(record=True, width=100)
    for incident in link([taken, denied], by_id(report))[0]:
        show_incident(console, incident, {c.id: c for c in (taken, denied)}, by_id(report))
    shown = console.export_text()
    assert "denied: “Rebels had taken the mill”" in shown
    assert "denied: “The army took the mill”" not in shown and "“The army took the mill”" in shown


def shown(claims: list[Claim], report: Report, *, without_origins: bool = False) -> str:
    console = Console(record=True, width=200)
    for incident in link(claims, by_id(report))[0]:
        incident = replace(incident, origins=()) if without_origins else incident
        show_incident(console, incident, {c.id: c for c in claims}, by_id(report))
    return console.export_text()


def two_claims() -> tuple[list[Claim], Report]:
    report = a_report("The army took the mill. Soldiers took the mill that day.", "2018-12-14", "Herald")
    words = ("The army took the mill", "Soldiers took the mill that day")
    return [
        a_claim(report, w, "territory-gained", on="2018-12-14", trigger="took", place="Hajin", by=monitor()) for w in words
    ], report


def test_claim_of_no_counted_origin_is_shown_once() -> None:
    claims, report = two_claims()
    text = shown(claims, report, without_origins=True)
    rest = text.split("Claims that rest on no counted origin:")[1].split("Why these claims")[0]
    assert all(rest.count(f"“{c.quote}”") == 1 for c in claims)
    assert "no counted origin" not in shown(claims, report)


def test_link_names_the_two_claims_that_it_joins() -> None:
    claims, report = two_claims()
    why = shown(claims, report).split("Why these claims")[1]
    assert "“The army took the mill” (" in why and "“Soldiers took the mill that day” (" in why
