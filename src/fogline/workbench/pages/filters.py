"""Which incidents an analyst asked for, read from the address of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from fogline.incidents.incident import Incident, IncidentStatus
from fogline.reading.types import TYPES, Family

GROUPS = ("dated", "unlocated", "undated")


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """Conditions that must all hold. ``complaints`` say what in the address could not be understood.

    ``type`` is a codebook code or ``family:violence`` and the like;
    ``text`` is looked for in title, place, actors, targets and origins, each
    of its words somewhere; ``group`` keeps only what is ``unlocated`` or
    ``undated``. A date range asks for incidents that overlap it; those
    without a date do not.
    """

    since: date | None = None
    until: date | None = None
    type: str = ""
    status: str = ""
    text: str = ""
    min_origins: int = 0
    group: str = ""
    page: int = 1
    complaints: tuple[str, ...] = ()

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> IncidentFilter:
        complaints: list[str] = []

        def read_day(key: str) -> date | None:
            value = query.get(key, "").strip()
            if not value:
                return None
            try:
                return date.fromisoformat(value)
            except ValueError:
                complaints.append(f"The date '{key}={value[:40]}' is not read: write it as 2018-12-13. It is left out here.")
                return None

        def read_number(key: str, default: int) -> int:
            value = query.get(key, "").strip()
            if not value:
                return default
            # More digits than any count has would only make Python refuse the number.
            if not (value.isascii() and value.isdigit() and len(value) <= 9):
                complaints.append(f"The number '{key}={value[:40]}' is not read: write whole digits. It is left out here.")
                return default
            return int(value)

        def read_choice(key: str, choices: tuple[str, ...]) -> str:
            value = query.get(key, "").strip()
            if value and value not in choices:
                complaints.append(f"There is no {key} '{value[:40]}'. Available: {', '.join(choices)}. It is left out here.")
                return ""
            return value

        since, until = read_day("from"), read_day("to")
        if since and until and since > until:
            complaints.append(f"The range starts on {since}, after it ends on {until}: nothing can match.")
        return cls(
            since=since,
            until=until,
            type=read_choice("type", (*(f"family:{f.value}" for f in Family), *TYPES)),
            status=read_choice("status", tuple(s.value for s in IncidentStatus)),
            text=query.get("q", "").strip()[:200],
            min_origins=read_number("origins", 0),
            group=read_choice("group", GROUPS),
            page=max(1, read_number("page", 1)),
            complaints=tuple(complaints),
        )

    def matches(self, incident: Incident) -> bool:
        if self.type:
            known = TYPES.get(incident.type)
            family = f"family:{known.family.value}" if known else ""
            if self.type not in (incident.type, family):
                return False
        if self.status and incident.status != self.status:
            return False
        if len(incident.origins) < self.min_origins:
            return False
        if self.group and group_of(incident) != self.group:
            return False
        if self.since or self.until:
            start = incident.date_start or incident.date_end
            end = incident.date_end or incident.date_start
            if start is None or end is None:
                return False
            if (self.since and end < self.since) or (self.until and start > self.until):
                return False
        if self.text:
            place = incident.place
            haystack = " ".join(
                (
                    incident.title,
                    *((place.name, place.admin1 or "", place.country or "") if place else ()),
                    *incident.actors,
                    *incident.targets,
                    *(o.name for o in incident.origins),
                )
            ).casefold()
            if not all(word in haystack for word in self.text.casefold().split()):
                return False
        return True

    def query(self, **changes: object) -> str:
        """Return the address' query for this filter with changes, without what is at its default."""
        other = replace(self, **changes)  # type: ignore[arg-type]
        pairs = [
            ("from", other.since.isoformat() if other.since else ""),
            ("to", other.until.isoformat() if other.until else ""),
            ("type", other.type),
            ("status", other.status),
            ("q", other.text),
            ("origins", str(other.min_origins) if other.min_origins else ""),
            ("group", other.group),
            ("page", str(other.page) if other.page > 1 else ""),
        ]
        return urlencode([(key, value) for key, value in pairs if value])

    def link(self, **changes: object) -> str:
        query = self.query(**changes)
        return "/?" + query if query else "/"

    def link_to_page(self, page: int) -> str:
        """Called by the pager in the templates."""
        return self.link(page=page)

    @property
    def narrowed(self) -> bool:
        """Whether anything but words is asked for."""
        return replace(self, text="", page=1, group="").active

    @property
    def active(self) -> bool:
        return bool(self.query(page=1))


def group_of(incident: Incident) -> str:
    """Return under which heading an incident is listed: undated, else unlocated, else dated."""
    if incident.date_start is None and incident.date_end is None:
        return "undated"
    place = incident.place
    return "unlocated" if place is None or place.latitude is None or place.longitude is None else "dated"
