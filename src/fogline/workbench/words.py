"""How pages word what records hold in codes."""

from __future__ import annotations

from datetime import date

from fogline.claims.claim import Claim, Voice
from fogline.incidents.incident import Figure, Incident, IncidentStatus, Origin
from fogline.intake.report import Report
from fogline.reading.types import TYPES, Family

KIND_WORDS = {
    "party": "a party to the fighting",
    "government": "a government",
    "monitor": "a monitor",
    "un": "the UN",
    "aid": "an aid body",
    "media": "a news outlet",
    "witness": "a witness",
    "official-anonymous": "an unnamed official",
    "expert": "an expert",
    "other": "other",
}
STATUS_WORDS = {
    IncidentStatus.CONFIRMED: "A reviewer has confirmed it.",
    IncidentStatus.FAIR: "Two or more independent, credible origins.",
    IncidentStatus.WEAK: "One independent origin.",
    IncidentStatus.CONTESTED: "Accounts compete.",
    IncidentStatus.DISCOUNTED: "Only denied, planned or retracted.",
}
# A shape for each status, so that colour is not the only sign.
STATUS_MARKS = {
    IncidentStatus.CONFIRMED: "✓",
    IncidentStatus.FAIR: "●",
    IncidentStatus.WEAK: "○",
    IncidentStatus.CONTESTED: "≠",
    IncidentStatus.DISCOUNTED: "–",
}
MODALITY_WORDS = {
    "actual": "asserted as having happened or holding",
    "planned": "announced, ordered or still to come",
    "possible": "believed, suspected or feared",
    "negated": "asserted not to have happened",
}
FAMILY_WORDS = {
    Family.VIOLENCE: "Violence",
    Family.TERRITORY: "Territory",
    Family.FORCES: "Forces",
    Family.COERCION: "Coercion",
    Family.POLITICS: "Politics",
    Family.STATE: "States",
}
WHERE_PREC_WORDS = {
    1: "exact place",
    2: "within about 25 km",
    3: "district",
    4: "province",
    5: "a line or vague area",
    6: "country only",
    7: "international waters or airspace",
}
DATE_PREC_WORDS = {1: "exact day", 2: "within 2 to 6 days", 3: "week", 4: "within a month", 5: "more than a month"}


def type_label(code: str) -> str:
    """Return a claim type in words: ``armed-clash`` is "Armed clash"."""
    return code.replace("-", " ").capitalize()


def type_covers(code: str) -> str:
    known = TYPES.get(code)
    return known.covers if known else "not in the codebook"


def days_of(incident: Incident) -> str:
    """Return the days of an incident; a day that no report states is said to be assumed."""
    assumed = ", assumed" if "date-assumed" in incident.flags else ""
    return days(incident.date_start, incident.date_end) + assumed


def days(start: date | None, end: date | None) -> str:
    """Return an interval of days, both inclusive, with open ends said."""
    if start is None and end is None:
        return "date unknown"
    if start is None:
        return f"until {day(end)}"
    if end is None:
        return f"from {day(start)}"
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%b} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def day(value: date | None) -> str:
    return "unknown" if value is None else f"{value.day} {value:%b %Y}"


def number_range(low: int | None, high: int | None) -> str:
    """Return a range as a person writes it: "20 or more", "3 to 7"."""
    if low is None and high is None:
        return "number unknown"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def figure_short(figure: Figure) -> str:
    best = figure.best if figure.best is not None else figure.low
    shown = "?" if best is None else f"{best:,}"
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        shown += f" ({figure.low:,}–{figure.high:,})"
    return f"{shown} {figure.what}"


def counted(n: int, noun: str) -> str:
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def voice_label(voice: Voice) -> str:
    return f"{voice.name} ({KIND_WORDS.get(str(voice.kind), str(voice.kind))})"


def who_says(claim: Claim) -> str:
    """Return the chain of voices behind a claim, the nearest to the reader first."""
    if not claim.origin:
        return f"{claim.outlet or 'the outlet'} (in its own voice)"
    parts = [voice_label(claim.origin[0])]
    for voice in claim.origin[1:]:
        parts.append((" and " if voice.joint else ", citing ") + voice_label(voice))
    return "".join(parts)


def origin_label(origin: Origin) -> str:
    kind = KIND_WORDS.get(origin.kind, origin.kind)
    if origin.interested and origin.kind != "party":
        kind += ", an interested side"
    return f"{origin.name}, {kind}"


def support(incident: Incident) -> str:
    """Return what an incident rests on: "5 reports, 2 independent origins (the monitor; the SDF, a party)"."""
    names = "; ".join(f"{o.name}{', a party' if o.interested else ''}" for o in incident.origins)
    text = f"{counted(len(incident.report_ids), 'report')}, {counted(len(incident.origins), 'independent origin')}"
    return f"{text} ({names})" if names else text


def report_title(report: Report) -> str:
    """Return the headline, or the first words of a report that has none."""
    if report.title:
        return report.title
    first = next((line.strip() for line in report.text.split("\n") if line.strip()), "")
    return (first[:90].rsplit(" ", 1)[0] + " …" if len(first) > 90 else first) or "(no text)"


def precision_class(precision: int | None) -> str:
    """Return how a place is drawn: ``exact`` (a town), ``region`` (an area) or ``country``."""
    if precision is None:
        return "region"
    if precision <= 2:
        return "exact"
    return "region" if precision <= 5 else "country"
