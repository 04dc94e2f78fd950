"""What `fogline show` prints of an incident's claims."""

from __future__ import annotations

from dataclasses import replace

from rich.console import Console

from builders import a_claim, a_report, by_id, monitor
from fogline.cli.show_command import show_incident
from fogline.incidents.linking import link
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
