"""Reports, claims and voices built by hand, with no more said than a test needs.

A claim's quote is looked for in its report's text, so spans are real;
without a report the quote is its own text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from fogline.claims.claim import ActorMention, Claim, ClaimPlace, ClaimTime, Count, Voice
from fogline.grounding.grounding import ActorKind, DateBasis, PlaceBasis
from fogline.ids import digest, sha256
from fogline.intake.report import Credit, Part, PartKind, Report
from fogline.intake.report import DateBasis as ReportDateBasis
from fogline.reading.reading import Modality
from fogline.span import Span

MONITOR = "Syrian Observatory for Human Rights"
SDF = "Syrian Democratic Forces"
IS = "Islamic State"

# Latitude, longitude and country of the towns that the stories play in.
TOWNS: Mapping[str, tuple[float, float, str, str]] = {
    "Hajin": (34.689, 40.831, "SY", "Deir ez-Zor"),
    "Baghuz": (34.452, 40.944, "SY", "Deir ez-Zor"),
    "Afrin": (36.512, 36.869, "SY", "Aleppo"),
    "Manbij": (36.528, 37.955, "SY", "Aleppo"),
    "Idlib": (35.931, 36.634, "SY", "Idlib"),
    "Raqqa": (35.950, 39.010, "SY", "Raqqa"),
    "Douma": (33.572, 36.402, "SY", "Rif Dimashq"),
    "Harasta": (33.559, 36.365, "SY", "Rif Dimashq"),
    "Aleppo": (36.202, 37.158, "SY", "Aleppo"),
    "Odesa": (46.477, 30.733, "UA", "Odesa"),
}


def day(text: str | date | None) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) else text


def a_report(
    text: str,
    published_on: str | date | None = "2018-12-13",
    outlet: str | None = "Quayside Herald",
    *,
    agency: str | None = None,
    url: str | None = None,
    headline: str | None = None,
) -> Report:
    """Return a report; with ``headline`` the text opens with it as a part of its own, with ``agency`` a credit line closes it."""
    parts: list[Part] = []
    if headline is not None:
        text = f"{headline}\n{text}"
        parts.append(Part(PartKind.HEADLINE, Span(0, len(headline))))
    start = len(headline) + 1 if headline is not None else 0
    credits: tuple[Credit, ...] = ()
    if agency is not None:
        text = f"{text} ({agency})"
        credits = (Credit(agency, Span(len(text) - len(agency) - 1, len(text) - 1)),)
    parts.append(Part(PartKind.BODY, Span(start, len(text))))
    published = day(published_on)
    return Report(
        id=digest("report", outlet, url, str(published), text),
        text=text,
        parts=tuple(parts),
        content_hash=sha256(text.encode()),
        capture_sha256=sha256(text.encode()),
        outlet=outlet,
        url=url,
        published_on=published,
        date_basis=ReportDateBasis.GIVEN if published else ReportDateBasis.NONE,
        language="en",
        credits=credits,
    )


def a_voice(name: str, kind: str = "monitor", *, text: str | None = None, joint: bool = False) -> Voice:
    return Voice(name, ActorKind(kind), text or name, joint=joint)


def monitor() -> Voice:
    return a_voice(MONITOR, "monitor")


def party(name: str) -> Voice:
    return a_voice(name, "party")


def a_place(
    name: str, *, precision: int | None = 1, country: str | None = None, admin1: str | None = None, located: bool = True
) -> ClaimPlace:
    """Return a place; a town of ``TOWNS`` brings its coordinates unless it is not ``located``."""
    latitude, longitude, of_country, of_admin1 = TOWNS.get(name, (None, None, "SY", None))
    if not located:
        latitude = longitude = None
    return ClaimPlace(
        name,
        name,
        None,
        country or of_country,
        admin1 if admin1 is not None else of_admin1,
        latitude,
        longitude,
        precision,
        PlaceBasis.EXPLICIT,
        feature="city" if precision is not None and precision <= 3 else "adm1",
    )


def a_time(start: str | date | None, end: str | date | None = None, *, open_end: bool = False) -> ClaimTime:
    """Return a stated time: one day, or an interval; ``open_end`` leaves the end open."""
    first = day(start)
    last = None if open_end else day(end) if end is not None else first
    return ClaimTime(first, last, text=str(first or last), basis=DateBasis.RESOLVED)


def a_count(what: str, number: int | tuple[int | None, int | None], who: str | None = None, text: str | None = None) -> Count:
    """Return a count; a plain number is exact, a pair is a range with None for an open end."""
    low, high = number if isinstance(number, tuple) else (number, number)
    return Count(what, who, low, high, text or (f"{low}" if low == high else f"{low or ''} to {high or ''}"), Span(0, 1))


def a_claim(
    report: Report,
    quote: str,
    type: str = "air-strike",
    *,
    trigger: str | None = None,
    by: str | Voice | Sequence[Voice] | None = None,
    actor: str | Iterable[str] = (),
    target: str | Iterable[str] = (),
    place: str | ClaimPlace | None = None,
    on: str | date | ClaimTime | None = None,
    killed: int | tuple[int | None, int | None] | None = None,
    counts: Sequence[Count] = (),
    modality: str = "actual",
    part: PartKind | None = None,
    flags: tuple[str, ...] = (),
) -> Claim:
    """Return one claim of a report. ``by`` is a party's name, a voice or a chain of voices; ``on`` a day or a time."""
    start = report.text.find(quote)
    if start < 0:
        raise ValueError(f"The report does not say {quote!r}.")
    quote_span = Span(start, start + len(quote))
    word = trigger or (re.findall(r"\w+", quote) or [quote])[-1]
    at = quote.find(word)
    if at < 0:
        raise ValueError(f"The quote does not say {word!r}.")
    trigger_span = Span(start + at, start + at + len(word))
    origin: tuple[Voice, ...]
    if by is None:
        origin = ()
    elif isinstance(by, str):
        origin = (party(by),)
    else:
        origin = (by,) if isinstance(by, Voice) else tuple(by)
    numbers = tuple(counts) + (() if killed is None else (a_count("killed", killed),))
    return Claim(
        id=Claim.id_for(report.id, quote_span, trigger_span, type, origin),
        report_id=report.id,
        outlet=report.outlet,
        published_on=report.published_on,
        quote=quote,
        quote_span=quote_span,
        trigger=word,
        trigger_span=trigger_span,
        type=type,
        modality=Modality(modality),
        actor=tuple(ActorMention(n, n) for n in _names(actor)),
        target=tuple(ActorMention(n, n) for n in _names(target)),
        place=a_place(place) if isinstance(place, str) else place,
        time=on if isinstance(on, ClaimTime) or on is None else a_time(on),
        counts=numbers,
        origin=origin,
        part=part or report.part_at(trigger_span.start),
        flags=flags,
    )


def _names(names: str | Iterable[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


def by_id(*reports: Report) -> dict[str, Report]:
    """Return reports as ``link`` and ``assess`` take them."""
    return {r.id: r for r in reports}
