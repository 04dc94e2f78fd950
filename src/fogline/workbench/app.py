"""The workbench's web application: pages to read, and their twins as JSON. Nothing here changes the ledger."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from fastapi import FastAPI, Request
from fastapi.exceptions import HTTPException
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException as StarletteHTTPException

from fogline import __version__
from fogline.errors import LedgerError
from fogline.exports.geojson import feature_collection
from fogline.exports.material import Material
from fogline.exports.records import claim_record, incident_record
from fogline.incidents.incident import IncidentStatus
from fogline.intake.report import Report
from fogline.reading.types import TYPES, Family
from fogline.workbench import assets, words
from fogline.workbench.pages.about import about_page
from fogline.workbench.pages.control import control_page
from fogline.workbench.pages.filters import IncidentFilter
from fogline.workbench.pages.incident import incident_page
from fogline.workbench.pages.incident_list import incident_list_page, matching
from fogline.workbench.pages.issue_list import issue_list_page
from fogline.workbench.pages.reading_pane import reading_pane_page
from fogline.workbench.pages.report_list import report_list_page
from fogline.workbench.safety import HEADERS, LOOPBACK, Safety
from fogline.workbench.source import MemorySource, WorkbenchSource

TEMPLATES = Path(__file__).parent / "templates"
API_PER_PAGE = 100
# Confidential material should not linger in a browser's cache.
PRIVATE = {"cache-control": "no-store"}


def web_address(url: str | None) -> str | None:
    """Return a report's address if a browser may be sent there: http and https only, never ``javascript:``."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def anchor(record_id: str) -> str:
    """Return an id fit for an HTML attribute and a fragment."""
    return "c-" + re.sub(r"[^A-Za-z0-9_-]", "_", record_id)


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {
        "segment": lambda value: quote(str(value), safe=""),
        "web_address": web_address,
        "anchor": anchor,
        "day": words.day,
        "type_label": words.type_label,
        "voice": words.voice_label,
        "origin_label": words.origin_label,
    }
    environment.globals |= {
        "counted": words.counted,
        "days": words.days,
        "number_range": words.number_range,
        "who_says": words.who_says,
        "status_marks": words.STATUS_MARKS,
        "status_words": words.STATUS_WORDS,
        "modality_words": words.MODALITY_WORDS,
        "where_prec_words": words.WHERE_PREC_WORDS,
        "family_words": words.FAMILY_WORDS,
        "types": TYPES,
        "families": tuple(Family),
        "statuses": tuple(IncidentStatus),
        "version": __version__,
    }
    return environment


def known_cookie(request: Request) -> str:
    """Return the name of the cookie that keeps the chosen day of knowledge.

    Browsers keep cookies by host and not by port, and each ledger open on
    this machine is at a port of its own.
    """
    port = re.search(r":(\d+)$", request.headers.get("host", ""))
    return f"known-{port[1]}" if port else "known"


def known_day(request: Request) -> date | None:
    """Return the day of knowledge: the address' ``known``, else the one that was chosen on a page before; None is today.

    :raises HTTPException: if the address names one that is no day.
    """
    asked = request.query_params.get("known", "").strip()
    if asked:
        try:
            return date.fromisoformat(asked)
        except ValueError as error:
            raise HTTPException(400, f"The day 'known={asked[:40]}' is not read: write it as 2018-12-13.") from error
    try:
        return date.fromisoformat(request.cookies.get(known_cookie(request), ""))
    except ValueError:
        return None


def _page_number(query: Mapping[str, str]) -> int:
    value = query.get("page", "")
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 9 else 1


def _material(source: WorkbenchSource, incidents: Iterable[Any]) -> Material:
    kept = tuple(incidents)
    return Material(
        reports=tuple(source.reports()),
        incidents=kept,
        reviewed=frozenset(i.id for i in kept if source.reviewed(i.id) is not None),
    )


def _report_record(report: Report) -> dict[str, Any]:
    return {
        "id": report.id,
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "author": report.author,
        "published_on": report.published_on.isoformat() if report.published_on else None,
        "published_at": report.published_at.isoformat() if report.published_at else None,
        "date_basis": str(report.date_basis),
        "language": report.language,
        "content_hash": report.content_hash,
        "capture_sha256": report.capture_sha256,
        "external_id": report.external_id,
        "translation_notice": report.translation_notice.as_list() if report.translation_notice else None,
        "credits": [{"agency": c.agency, "span": c.span.as_list()} for c in report.credits],
        "parts": [{"kind": str(p.kind), "span": p.span.as_list()} for p in report.parts],
        "text": report.text,
    }


def create_app(live: WorkbenchSource, *, allowed_hosts: Iterable[str] = LOOPBACK, build: Path = assets.BUILD) -> FastAPI:
    """Return the workbench over a ledger's records.

    ``allowed_hosts`` are the names it may be addressed by; others are
    refused. The pages show everything that the ledger holds, names and
    exact places included: they are for the analyst. What is published is
    coarsened by the exports.
    """
    # FastAPI's own documentation pages load scripts from another machine.
    app = FastAPI(title="Fogline workbench", version=__version__, docs_url=None, redoc_url=None, openapi_url=None)
    environment = _environment()
    fingerprint = assets.built(build)
    if fingerprint is not None and build != assets.BUILD:
        app.mount("/static/build", StaticFiles(directory=build), name="build")
    app.mount("/static", StaticFiles(directory=assets.STATIC), name="static")
    assets_note = (
        ""
        if fingerprint
        else "The live map is not built here, so the map is the plain one; fogline serve says why when it starts."
    )

    def asked_of(request: Request) -> WorkbenchSource:
        """Return the records as of now, or as they could have been known on the day that the address or the cookie names."""
        day = known_day(request)
        return live.now() if day is None else live.as_known_on(day)

    def shown(request: Request, template: str, source: WorkbenchSource, status: int = 200, **values: Any) -> HTMLResponse:
        text = environment.get_template(template).render(
            request_path=request.url.path,
            ledger_name=source.ledger_name,
            assets=fingerprint,
            assets_note=assets_note,
            # A page that says why a day was not read must not stumble over it.
            known_on=None if template == "error.html" else known_day(request),
            n_issues=len(source.issues()),
            **values,
        )
        # A lone surrogate that slipped into a text must not cost the analyst the page.
        return HTMLResponse(text.encode("utf-8", "replace"), status_code=status, headers=PRIVATE)

    def as_json(value: Any) -> Response:
        text = json.dumps(value, ensure_ascii=False)
        return Response(text.encode("utf-8", "replace"), media_type="application/json", headers=PRIVATE)

    def missing(kind: str, record_id: str) -> HTTPException:
        return HTTPException(404, f"There is no {kind} '{record_id[:80]}' in this ledger.")

    @app.get("/known")
    def known(request: Request, day: str = "", back: str = "/") -> Response:
        """Keep the day of knowledge for the pages that follow, or forget it."""
        sender = request.headers.get("sec-fetch-site", "none")
        if sender not in ("same-origin", "none"):
            raise HTTPException(
                403,
                f"The day of knowledge is chosen on the workbench's own pages; this request came from another ({sender[:40]}).",
            )
        if day:
            try:
                date.fromisoformat(day)
            except ValueError as error:
                raise HTTPException(400, f"'{day[:40]}' is no day; write it as 2018-12-13.") from error
        # Only a path of our own: "//elsewhere" would lead off this machine.
        where = back if re.fullmatch(r"/(?!/)[^\\\s]*", back) else "/"
        answer = RedirectResponse(where, status_code=303, headers=PRIVATE)
        if day:
            answer.set_cookie(known_cookie(request), day, httponly=True, samesite="strict")
        else:
            answer.delete_cookie(known_cookie(request), httponly=True, samesite="strict")
        return answer

    @app.get("/", response_class=HTMLResponse)
    def incidents(request: Request) -> HTMLResponse:
        source = asked_of(request)
        return shown(
            request, "incidents.html", source, page=incident_list_page(source, IncidentFilter.from_query(request.query_params))
        )

    @app.get("/incidents/{incident_id}", response_class=HTMLResponse)
    def incident(request: Request, incident_id: str) -> HTMLResponse:
        source = asked_of(request)
        found = source.incident(incident_id)
        if found is None:
            raise missing("incident", incident_id)
        return shown(request, "incident.html", source, page=incident_page(source, found))

    @app.get("/reports", response_class=HTMLResponse)
    def reports(request: Request) -> HTMLResponse:
        source = asked_of(request)
        query = request.query_params
        page = report_list_page(source, query.get("q", "").strip()[:200], query.get("outlet", ""), _page_number(query))
        return shown(request, "reports.html", source, page=page)

    @app.get("/reports/{report_id}", response_class=HTMLResponse)
    def report(request: Request, report_id: str) -> HTMLResponse:
        source = asked_of(request)
        found = source.report(report_id)
        if found is None:
            raise missing("report", report_id)
        return shown(request, "report.html", source, page=reading_pane_page(source, found, request.query_params.get("claim")))

    @app.get("/control", response_class=HTMLResponse)
    def control(request: Request) -> HTMLResponse:
        source = asked_of(request)
        return shown(request, "control.html", source, page=control_page(source, request.query_params.get("q", "").strip()[:200]))

    @app.get("/issues", response_class=HTMLResponse)
    def issues(request: Request) -> HTMLResponse:
        source = asked_of(request)
        query = request.query_params
        return shown(
            request, "issues.html", source, page=issue_list_page(source, query.get("code", "")[:80], _page_number(query))
        )

    @app.get("/about", response_class=HTMLResponse)
    def about(request: Request) -> HTMLResponse:
        source = asked_of(request)
        return shown(request, "about.html", source, page=about_page(source, assets_note))

    @app.get("/api/incidents")
    def api_incidents(request: Request) -> Response:
        source = asked_of(request)
        asked = IncidentFilter.from_query(request.query_params)
        if asked.complaints:
            raise HTTPException(400, " ".join(asked.complaints))
        found = matching(source, asked)
        pages = max(1, -(-len(found) // API_PER_PAGE))
        records = [
            incident_record(i, reviewed=source.reviewed(i.id) is not None)
            for i in found[(asked.page - 1) * API_PER_PAGE : asked.page * API_PER_PAGE]
        ]
        return as_json({"total": len(found), "page": asked.page, "pages": pages, "incidents": records})

    @app.get("/api/incidents.geojson")
    def api_geojson(request: Request) -> Response:
        source = asked_of(request)
        asked = IncidentFilter.from_query(request.query_params)
        if asked.complaints:
            raise HTTPException(400, " ".join(asked.complaints))
        response = as_json(feature_collection(_material(source, matching(source, asked))))
        response.headers["content-type"] = "application/geo+json"
        return response

    @app.get("/api/incidents/{incident_id}")
    def api_incident(request: Request, incident_id: str) -> Response:
        source = asked_of(request)
        found = source.incident(incident_id)
        if found is None:
            raise missing("incident", incident_id)
        record = incident_record(found, reviewed=source.reviewed(found.id) is not None)
        claims = [source.claim(i) for i in dict.fromkeys((*found.claim_ids, *found.background_claim_ids))]
        record["claims"] = [claim_record(c, reviewed=source.reviewed(c.id) is not None) for c in claims if c is not None]
        return as_json(record)

    @app.get("/api/reports/{report_id}")
    def api_report(request: Request, report_id: str) -> Response:
        source = asked_of(request)
        found = source.report(report_id)
        if found is None:
            raise missing("report", report_id)
        record = _report_record(found)
        record["claims"] = [claim_record(c, reviewed=source.reviewed(c.id) is not None) for c in source.claims_of(found.id)]
        record["issues"] = [
            {
                "code": i.code,
                "severity": str(i.severity),
                "stage": i.stage,
                "message": i.message,
                "span": i.span.as_list() if i.span else None,
            }
            for i in source.issues_of(found.id)
        ]
        return as_json(record)

    def said(request: Request, source: WorkbenchSource, status: int, detail: str) -> Response:
        if request.url.path.startswith("/api/"):
            return JSONResponse({"error": detail}, status_code=status, headers=PRIVATE)
        return shown(request, "error.html", source, status=status, status_code=status, detail=detail)

    def refused(request: Request, error: Exception) -> Response:
        """Answer what was asked wrongly, or for something that is not there."""
        assert isinstance(error, StarletteHTTPException)
        detail = str(error.detail)
        if error.status_code == 404 and detail == "Not Found":
            detail = f"There is no page '{request.url.path[:120]}'."
        return said(request, live.now(), error.status_code, detail)

    def failed(request: Request, error: Exception) -> Response:
        """Answer what went wrong here. The error itself then goes on to the terminal's log.

        Nothing is asked of the records, which may be what failed. The
        headers are set here, because this runs outside ``Safety``.
        """
        detail = str(error) if isinstance(error, LedgerError) else "The workbench failed; the log of its terminal says how."
        answer = said(request, MemorySource(live.ledger_name), 500, detail)
        answer.raw_headers.extend(HEADERS)
        return answer

    app.add_exception_handler(StarletteHTTPException, refused)
    app.add_exception_handler(Exception, failed)
    app.add_middleware(Safety, allowed_hosts=tuple(allowed_hosts))
    return app
