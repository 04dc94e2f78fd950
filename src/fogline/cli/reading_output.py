"""How ``fogline read`` prints: the scorers' formats as JSON lines, or a table for people."""

from __future__ import annotations

import json
import sys
from bisect import bisect_left
from pathlib import PurePath
from typing import Any

import click

from fogline.claims.claim import Claim
from fogline.claims.plover import plover_events
from fogline.claims.scene import country_name
from fogline.claims.templates import Template, templates_of
from fogline.errors import UsageError
from fogline.exports.records import claim_record
from fogline.grounding.place import resolve_toponyms
from fogline.grounding.timex import find_timexes
from fogline.incidents.corrections import corrected
from fogline.incidents.corrections_linking import link_standing
from fogline.incidents.incident import IncidentStatus
from fogline.incidents.record import as_record
from fogline.incidents.stories import stories
from fogline.intake.capture import Capture
from fogline.intake.normalise import normalise_with_map
from fogline.intake.report import Report
from fogline.issue import Issue, Severity
from fogline.pipeline import Pipeline, read_each
from fogline.reading.read import read
from fogline.reading.types import TYPES
from fogline.settings import Settings
from fogline.span import Span

# Why a report was not read though it should have been; a language that nobody taught us or a text about something else is no failure.
FAILED_READING = frozenset({"unreadable", "unkeepable", "too-long"})


class Printer:
    """Prints each report as it is read; incidents and clusters at the end, when all are known.

    ``failures`` counts the reports whose reading failed.
    """

    def __init__(
        self, form: str, as_table: bool, gold: dict[str, list[Span]] | None, pipeline: Pipeline, settings: Settings
    ) -> None:
        self.form = form
        self.as_table = as_table and form == "claims"
        self.gold = gold
        self.pipeline = pipeline
        self.settings = settings
        self.reports: dict[str, Report] = {}
        self.names: dict[str, str] = {}
        self.given: list[tuple[str, str]] = []
        self.claims: list[Claim] = []
        self.said: set[tuple[str, str]] = set()
        self.failures = 0

    def say(self, issue: Issue) -> None:
        if issue.severity is Severity.NOTE and issue.code != "not-relevant":  # that nothing was read is never kept quiet
            return
        place = issue.location or self.names.get(issue.report_id or "", issue.report_id or "")
        if (issue.code, place) not in self.said:
            self.said.add((issue.code, place))
            click.echo(f"{place}: {issue.message}" if place else issue.message, err=True)

    def add(self, report: Report, capture: Capture) -> None:
        name = report.external_id or PurePath(capture.location).name
        self.names[report.id] = name
        if self.form == "clusters":
            # One text sent under two ids is one report, and both ids are answered.
            self.reports[report.id] = report
            self.given.append((name, report.id))
            return
        back = _offsets(report, capture)
        if self.form == "times":
            found = find_timexes(report.text, report.published_on)
            self._line(name, "timexes", [{**_at(t.span, back), "type": t.type, "value": t.value} for t in found])
        elif self.form == "toponyms":
            self._line(name, "toponyms", self._toponyms(report, name, back))
        elif self.form == "attributions":
            reading = read(report, self.pipeline.encoder)
            self._say_all(reading.issues)
            rows = [
                {
                    role: [_pair(s, back) for s in spans]
                    for role, spans in (("source", a.source), ("cue", a.cue), ("content", a.content))
                }
                for a in reading.attributions
            ]
            self._line(name, "attributions", rows)
        else:
            self._claims(report, name, back)

    def _claims(self, report: Report, name: str, back: list[int] | None) -> None:
        if self.form == "events":
            done = self.pipeline.read(report)
            self._say_all(done.reading.issues)
            events = plover_events(report.text, done.reading, done.claims)
            self._line(name, "events", [{"event": e.type, "source": list(e.source), "target": list(e.target)} for e in events])
            return
        if self.form == "templates":
            done = self.pipeline.read(report)
            self._say_all(done.reading.issues)
            self._line(name, "templates", [template_record(t) for t in templates_of(report, done.reading, done.grounding)])
            return
        ((claims, issues),) = read_each((report,), self.pipeline, self.settings)
        self._say_all(issues)
        self.failures += any(i.code in FAILED_READING for i in issues)
        if self.form == "incidents":
            self.reports[report.id] = report
            self.claims.extend(claims)
        elif self.as_table:
            from fogline.cli.claim_table import print_claims

            print_claims(report, name, claims)
        else:
            self._line(name, "claims", [moved_back(claim_record(c), back) for c in claims])

    def _toponyms(self, report: Report, name: str, back: list[int] | None) -> list[dict[str, Any]]:
        from fogline.grounding.toponym_spans import toponym_spans

        if self.gold is not None:
            spans = [_as_read(span, name, report, back) for span in self.gold.get(name, [])]
        else:
            spans = toponym_spans(report.text, read(report, self.pipeline.encoder), self.pipeline.gazetteer)
        places = resolve_toponyms(report.text, spans, self.pipeline.gazetteer, approximate=True)
        return [
            {**_at(span, back), "lat": place.latitude, "lon": place.longitude, "geonameid": place.geoname_id, "name": place.name}
            for span, place in sorted(places.items())
        ]

    def finish(self) -> None:
        if self.form == "incidents":
            standing = corrected(tuple(self.reports.values()), self.claims)
            incidents, issues = link_standing(standing.claims, {r.id: r for r in standing.reports})
            self._say_all(issues)
            for incident in incidents:
                # The form is that of an answer key of violent events; talks,
                # threats and plans are incidents of the ledger's lists.
                if TYPES[incident.type].political_violence and incident.status is not IncidentStatus.DISCOUNTED:
                    _print(as_record(incident, self.names))
        elif self.form == "clusters":
            found, issues = stories(tuple(self.reports.values()))
            self._say_all(issues)
            first = {id: self.names[story.report_ids[0]] for story in found for id in story.report_ids}
            for name, report_id in self.given:
                _print({"id": name, "cluster": first[report_id]})

    def _say_all(self, issues: tuple[Issue, ...]) -> None:
        for issue in issues:
            self.say(issue)

    def _line(self, name: str, field: str, rows: list[dict[str, Any]]) -> None:
        _print({"id": name, field: rows})


def _print(row: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def _offsets(report: Report, capture: Capture) -> list[int] | None:
    """Return, for a JSON record whose text was normalised, where each character stood in the record's own text."""
    try:
        record = json.loads(capture.data)
        original = record["text"]
    except (ValueError, KeyError, TypeError, UnicodeDecodeError):
        return None
    normalised, offsets = normalise_with_map(original)
    return None if normalised == original or normalised != report.text else list(offsets)


def _as_read(given: Span, name: str, report: Report, back: list[int] | None) -> Span:
    """Return where a stretch of a record's own text stands in the text that was read; the reverse of ``_pair``.

    :raises UsageError: if nothing of that text stands there.
    """
    start, end = (given.start, given.end) if back is None else (bisect_left(back, given.start), bisect_left(back, given.end))
    if not start < end <= len(report.text):
        raise UsageError(
            f"--gold-mentions has a name at {given.start} to {given.end} of '{name}', but no text stands there: "
            f"it is {len(report.text)} characters long."
        )
    return Span(start, end)


def _pair(span: Span, back: list[int] | None) -> list[int]:
    return span.as_list() if back is None else [back[span.start], back[span.end - 1] + 1]


def _at(span: Span, back: list[int] | None) -> dict[str, int]:
    start, end = _pair(span, back)
    return {"start": start, "end": end}


def moved_back(record: Any, back: list[int] | None) -> Any:
    """Return a claim record whose spans point into the text as it was sent."""
    if back is None:
        return record
    if isinstance(record, list):
        return [moved_back(r, back) for r in record]
    if not isinstance(record, dict):
        return record
    out: dict[str, Any] = {}
    for key, value in record.items():
        if (key == "span" or key.endswith("_span")) and value:
            out[key] = _pair(Span(*value), back)
        elif key == "evidence_spans":
            out[key] = [_pair(Span(*v), back) for v in value]
        else:
            out[key] = moved_back(value, back)
    return out


# MUC-4's names for the slots.
_SLOTS = {
    "perp-ind": "PerpInd",
    "perp-org": "PerpOrg",
    "physical-target": "Target",
    "victim": "Victim",
    "victim-desc": "VictimDesc",
    "weapon": "Weapon",
}


def template_record(template: Template) -> dict[str, Any]:
    """Return a template as MUC-4's scorers read it: an entity is a list of mentions, here its best one."""
    days = template.days
    place = {"country": country_name(template.country).upper() if template.country else None, "places": list(template.places)}
    return {
        "incident_type": template.type,
        "score": template.probability,
        **{name: [[e.words] for e in template.fillers.get(slot, ())] for slot, name in _SLOTS.items()},
        "date": None
        if days is None
        else {"from": days.earliest.isoformat() if days.earliest else None, "to": days.latest.isoformat()},
        "location": place if template.country or template.places else None,
    }
