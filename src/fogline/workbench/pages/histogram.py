"""How many incidents on which days: a strip of bars, each a link that narrows the list to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fogline.incidents.incident import Incident
from fogline.workbench.pages.filters import IncidentFilter
from fogline.workbench.words import counted, day, days

# Bars thinner than this many to a strip of 720 units cannot be told apart or hit.
MOST_BARS = 90
# Reports recall wars long past. Where the outermost few incidents would stretch the strip to more
# than this many times what the others need, they are counted beside it instead.
STRETCH = 3
TAIL = 0.02


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of days and how many incidents began in it."""

    start: date
    end: date
    n: int
    x: float
    width: float
    height: float
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars over time; ``unit`` says how long one is, ``ticks`` are (x, words) below them.

    ``earlier`` and ``later`` are (number, link) of incidents beyond the strip's ends.
    """

    width: int
    height: int
    unit: str
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    most: int
    earlier: tuple[int, str] | None = None
    later: tuple[int, str] | None = None


def _bin_start(on: date, unit: str) -> date:
    if unit == "day":
        return on
    if unit == "week":
        return on - timedelta(days=on.weekday())
    if unit == "month":
        return on.replace(day=1)
    if unit == "year":
        return on.replace(month=1, day=1)
    return date(max(1, on.year - on.year % 10), 1, 1)


def _next(start: date, unit: str) -> date:
    if unit == "day":
        return start + timedelta(days=1)
    if unit == "week":
        return start + timedelta(days=7)
    if unit == "month":
        return date(start.year + start.month // 12, start.month % 12 + 1, 1)
    if unit == "year":
        return date(start.year + 1, 1, 1)
    return date(start.year - start.year % 10 + 10, 1, 1)


def _unit_for(first: date, last: date) -> str:
    for unit, length in (("day", 1), ("week", 7), ("month", 30.4), ("year", 365)):
        if ((last - first).days + 1) / length <= MOST_BARS:
            return unit
    return "decade"


def histogram(incidents: Sequence[Incident], asked: IncidentFilter, width: int = 720, height: int = 84) -> Histogram | None:
    """Return the strip for the dated incidents among some; None if there is none.

    An incident counts on its first known day. Days in the last years of the
    calendar are left out, since no bin could end after them.
    """
    starts = [d for d in (i.date_start or i.date_end for i in incidents) if d is not None and d.year < 9980]
    if not starts:
        return None
    starts.sort()
    edge = int(len(starts) * TAIL)
    low, high = starts[edge], starts[len(starts) - 1 - edge]
    inner = max((high - low).days + 1, 14)
    before = sum(1 for d in starts if d < low) if (low - starts[0]).days > STRETCH * inner else 0
    after = sum(1 for d in starts if d > high) if (starts[-1] - high).days > STRETCH * inner else 0
    if before or after:
        starts = [d for d in starts if not (before and d < low) and not (after and d > high)]
    unit = _unit_for(min(starts), max(starts))
    per_bin = Counter(_bin_start(d, unit) for d in starts)
    edges: list[date] = []
    at = min(per_bin)
    while at <= max(per_bin):
        edges.append(at)
        at = _next(at, unit)
    most = max(per_bin.values())
    earlier = (before, asked.link(until=starts[0] - timedelta(days=1), page=1)) if before else None
    later = (after, asked.link(since=starts[-1] + timedelta(days=1), page=1)) if after else None
    step = width / max(len(edges), 8)
    bars: list[Bar] = []
    ticks: list[tuple[float, str]] = []
    last_tick = -1000.0

    def tick(start: date) -> str:
        if unit in ("day", "week"):
            return day(start)
        return f"{start:%b} {start.year}" if unit == "month" else str(start.year)

    for i, start in enumerate(edges):
        end = _next(start, unit) - timedelta(days=1)
        n = per_bin.get(start, 0)
        if n:
            bars.append(
                Bar(
                    start=start,
                    end=end,
                    n=n,
                    x=round(i * step, 2),
                    width=round(max(step - 1.5, 2), 2),
                    height=round(max(3.0, n / most * (height - 22)), 1),
                    label=f"{days(start, end)}: {counted(n, 'incident')}",
                    href=asked.link(since=start, until=end, page=1),
                )
            )
        if i * step - last_tick > 110 and i * step < width - 70:
            last_tick = i * step
            ticks.append((round(i * step, 1), tick(start)))
    return Histogram(width, height, unit, tuple(bars), tuple(ticks), most, earlier, later)
