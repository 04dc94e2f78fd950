"""From bytes as fetched to reports."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

from fogline.ids import digest
from fogline.intake.address import can_be_taken_apart, without_credentials
from fogline.intake.capture import Capture, Hints
from fogline.intake.decode import decode
from fogline.intake.html import Page, page_of
from fogline.intake.language import READABLE_LANGUAGES, language_code, language_of, other_script
from fogline.intake.normalise import normalise
from fogline.intake.outlet import KNOWN_OUTLETS, outlet_of_url
from fogline.intake.parts import credits_in, parts_of, translation_notice
from fogline.intake.published import published, stated_day
from fogline.intake.report import DateBasis, Part, PartKind, Report
from fogline.issue import Issue, Severity
from fogline.settings import Settings
from fogline.span import Span

_HTML = re.compile(r"<(?:!doctype html|html|head|body|article|div|p|h1|meta)\b", re.IGNORECASE)


def reports_from(capture: Capture, settings: Settings) -> tuple[tuple[Report, ...], tuple[Issue, ...]]:
    """Return the reports that a capture holds (one, or none) and what was wrong with it.

    Nothing is raised for bad input: what cannot be read comes back as an
    issue that names the location. Credentials in an address go no further
    than the capture.
    """
    capture = replace(capture, location=without_credentials(capture.location))
    location = capture.location
    if not capture.data.strip():
        return (), (_issue("empty", f"{location} is empty.", location, Severity.ERROR),)
    text, issues = decode(capture.data, location, capture.media_type)
    if text is None:
        return (), issues
    record = _record(text, capture)
    hints = capture.hints
    if record is not None:
        hints, said = _hints_of(record, hints, location)
        issues = (*issues, *said)
    hints, said = _with_kept_address(hints, location)
    issues = (*issues, *said)
    if record is not None:
        if isinstance(record.get("html"), str) and not record.get("text"):
            text = record["html"]
        elif isinstance(record.get("text"), str):
            return _plain(normalise(record["text"]), capture, hints, settings, issues, headline=False)
        else:
            message = f'{location}: the record has neither "text" nor "html"; its keys are {", ".join(list(record)[:8])}.'
            return (), (*issues, _issue("no-text-field", message, location, Severity.ERROR))
    if _is_html(text, capture):
        return _page(text, capture, hints, settings, issues)
    return _plain(normalise(text), capture, hints, settings, issues, headline=True)


def _plain(
    text: str, capture: Capture, hints: Hints, settings: Settings, issues: tuple[Issue, ...], *, headline: bool
) -> tuple[tuple[Report, ...], tuple[Issue, ...]]:
    if not text.strip():
        return (), (*issues, _issue("empty", f"{capture.location} holds no text.", capture.location, Severity.ERROR))
    if len(text) > settings.max_text_chars:
        # Kept whole; not taken apart, for it will not be read either.
        parts: tuple[Part, ...] = (Part(PartKind.BODY, Span(0, len(text))),)
    else:
        parts = parts_of(text)
    first = next((p.span.of(text) for p in parts if p.kind is PartKind.HEADLINE), None) if headline else None
    return _report(text, parts, capture, hints, settings, issues, title=hints.title or first)


def _page(
    html: str, capture: Capture, hints: Hints, settings: Settings, issues: tuple[Issue, ...]
) -> tuple[tuple[Report, ...], tuple[Issue, ...]]:
    page = page_of(html, hints.url or _own_address(capture))
    if page is None:
        message = f"{capture.location} has no article text: menus, or an empty page. If it is rendered by scripts, save it from a browser."
        return (), (*issues, _issue("no-article-text", message, capture.location, Severity.ERROR))
    pieces: list[str] = []
    parts: list[Part] = []
    at = 0
    for kind, words in page.parts:
        words = normalise(words).strip()
        if not words:
            continue
        if kind is PartKind.BODY:
            inner = [
                Part(p.kind if p.kind is not PartKind.HEADLINE else PartKind.BODY, p.span.shifted(at))
                for p in parts_of(words, headline_known=True)
            ]
            # Only the first paragraph can begin with a dateline.
            first = not any(p.kind is PartKind.BODY for p in parts)
            parts.extend(inner if first else [Part(PartKind.BODY, Span(at, at + len(words)))])
        else:
            parts.append(Part(kind, Span(at, at + len(words))))
        pieces.append(words)
        at += len(words) + 2
    return _report(
        "\n\n".join(pieces), tuple(parts), capture, hints, settings, issues, page=page, title=hints.title or page.title
    )


def _report(
    text: str,
    parts: tuple[Part, ...],
    capture: Capture,
    hints: Hints,
    settings: Settings,
    issues: tuple[Issue, ...],
    *,
    title: str | None,
    page: Page | None = None,
) -> tuple[tuple[Report, ...], tuple[Issue, ...]]:
    location = capture.location
    url = hints.url or (page.url if page else None) or _own_address(capture)
    day, basis = published(text, hints, page.day if page else None, url)
    outlet = hints.outlet or (page.outlet if page else None) or outlet_of_url(url)
    body = " ".join(p.span.of(text) for p in parts if p.kind is PartKind.BODY)[:8000] or text[:8000]
    language = hints.language or language_of(body) or (page.language if page else None)
    report = Report(
        id=digest("report", outlet, url, day.isoformat() if day else None, text),
        text=text,
        parts=parts,
        content_hash=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        capture_sha256=capture.sha256,
        outlet=outlet,
        title=title,
        url=url,
        author=page.author if page else None,
        published_on=day,
        published_at=hints.published_at,
        date_basis=basis,
        language=language,
        translation_notice=translation_notice(text),
        credits=credits_in(text),
        external_id=hints.external_id,
    )
    said = _said_of(report, location, settings)
    # Where the outlet is, it may be tomorrow already.
    if day is not None and day > capture.fetched_at.date() + timedelta(days=1):
        message = f"{location} bears the date {day}, which is after the day it was taken in ({capture.fetched_at.date()}); it is kept as printed. Give the right one with --date YYYY-MM-DD."
        said.append(Issue("future-date", message, "intake", Severity.WARNING, location, report.id))
    if outlet is not None and not (hints.outlet or (page and page.outlet)) and outlet not in KNOWN_OUTLETS:
        message = f'{location} does not name its outlet; {outlet!r} is the domain of its address. A record may carry "outlet".'
        said.append(Issue("outlet-from-domain", message, "intake", Severity.NOTE, location, report.id))
    return (report,), (*issues, *said)


def _own_address(capture: Capture) -> str | None:
    """Return where a page was fetched from; None for what came from a file."""
    location = capture.location
    return location if location.startswith("http") and can_be_taken_apart(location) else None


def _with_kept_address(hints: Hints, location: str) -> tuple[Hints, tuple[Issue, ...]]:
    """Return what is known beforehand with its address as it is kept: without credentials, and none that cannot be taken apart."""
    if hints.url is None:
        return hints, ()
    url = without_credentials(hints.url)
    if can_be_taken_apart(url):
        return replace(hints, url=url), ()
    message = f"{location}: the address {url[:200]!r} cannot be taken apart; the report is kept without it."
    return replace(hints, url=None), (_issue("bad-address", message, location, Severity.WARNING),)


def _said_of(report: Report, location: str, settings: Settings) -> list[Issue]:
    out = []
    if report.date_basis is DateBasis.NONE:
        message = f"{location} has no publication date: its claims get no absolute dates. Give one with --date YYYY-MM-DD."
        out.append(Issue("no-date", message, "intake", Severity.WARNING, location, report.id))
    if report.language is not None and report.language not in READABLE_LANGUAGES:
        message = f"{location} is in {report.language!r}; it is kept, not read. Languages read: {', '.join(sorted(READABLE_LANGUAGES))}."
        out.append(Issue("unknown-language", message, "intake", Severity.WARNING, location, report.id))
    elif share := other_script(report.text):
        message = (
            f"{location} is to {share:.0%} in another script than the languages read; what is written in that may be missed."
        )
        out.append(Issue("mixed-language", message, "intake", Severity.WARNING, location, report.id))
    if len(report.text) > settings.max_text_chars:
        message = f"{location} has {len(report.text):,} characters, more than {settings.max_text_chars:,}; it is kept, not read. FOGLINE_MAX_TEXT_CHARS raises the limit."
        out.append(Issue("too-long", message, "intake", Severity.WARNING, location, report.id))
    if report.translation_notice is not None:
        words = report.translation_notice.of(report.text)
        out.append(
            Issue(
                "translated",
                f"{location} says of itself: {words!r}; names and quotes may not be the original's.",
                "intake",
                Severity.NOTE,
                location,
                report.id,
                report.translation_notice,
            )
        )
    return out


def _is_html(text: str, capture: Capture) -> bool:
    named = (capture.media_type or "").split(";")[0].strip() in ("text/html", "application/xhtml+xml")
    return (named and "<" in text) or bool(_HTML.search(text[:3000]) and "</" in text)


def _record(text: str, capture: Capture) -> dict[str, Any] | None:
    """Return the JSON object that a capture is, if it is one."""
    if not text.lstrip().startswith("{") or (capture.media_type or "application/json").split(";")[0] not in (
        "application/json",
        "application/x-ndjson",
        "text/plain",
    ):
        return None
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        return None  # a text that begins with a brace
    return record if isinstance(record, dict) else None


def _hints_of(record: dict[str, Any], given: Hints, location: str) -> tuple[Hints, tuple[Issue, ...]]:
    """Return what a record says of itself; what the user gave fills what it leaves open."""

    def word(*keys: str) -> str | None:
        values = (record.get(k) for k in keys)
        words = (normalise(str(v)).strip() for v in values if isinstance(v, str | int) and not isinstance(v, bool))
        return next((w for w in words if w), None)

    issues: tuple[Issue, ...] = ()
    day, moment = None, None
    key = next((k for k in ("date", "published", "published_on", "published_at", "dct") if record.get(k)), None)
    if key is not None:
        day, moment = stated_day(str(record[key]))
        if day is None:
            message = f"{location}: {key!r} is {str(record[key])[:60]!r}, which is no date. Write it as YYYY-MM-DD."
            issues = (_issue("bad-date", message, location, Severity.WARNING),)
    language = word("language", "lang")
    hints = Hints(
        outlet=word("outlet", "publisher", "source_name") or given.outlet,
        title=word("title", "headline") or given.title,
        url=word("url", "link") or given.url,
        published_on=day or given.published_on,
        published_at=moment if day else given.published_at,
        language=language_code(language) or given.language,
        external_id=word("id") or given.external_id,
        from_feed=given.from_feed and day is None,
    )
    return hints, issues


def _issue(code: str, message: str, location: str, severity: Severity) -> Issue:
    return Issue(code, message, "intake", severity, location=location)
