"""One call per stage, in order: the whole way of a report."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import combinations

from fogline.claims.assemble import assemble
from fogline.claims.claim import Claim
from fogline.claims.renaming import Directory, renamed
from fogline.control.assessment import ControlAssessment, ControlLayer
from fogline.control.evidence import assess
from fogline.errors import LedgerError
from fogline.grounding.actor import ActorResolver
from fogline.grounding.gazetteer import open_gazetteer
from fogline.grounding.ground import Grounding, ground
from fogline.grounding.grounding import Gazetteer
from fogline.grounding.registry import load_registry
from fogline.incidents.corrections import Supersession, canonical_url, corrected
from fogline.incidents.corrections_linking import link_standing
from fogline.incidents.incident import Incident, IncidentStatus
from fogline.incidents.linking import Constraints
from fogline.incidents.memory import Memory
from fogline.intake.article import reports_from
from fogline.intake.capture import Capture, Hints
from fogline.intake.printed_day import as_printed
from fogline.intake.report import Report
from fogline.intake.sources import captures_from
from fogline.issue import Issue, Severity
from fogline.ledger.actors import decisions_of
from fogline.ledger.codec import CodecError
from fogline.ledger.judgement import Judgement, JudgementKind, in_force
from fogline.ledger.ledger import Ledger
from fogline.reading.encoder import Encoder, default_encoder
from fogline.reading.read import read
from fogline.reading.reading import Reading
from fogline.reading.relevance import Relevance, default_relevance
from fogline.settings import Settings


@dataclass(frozen=True)
class ReadReport:
    """A report with everything that was made of it."""

    report: Report
    reading: Reading
    grounding: Grounding
    claims: tuple[Claim, ...]
    misfiled: tuple[Issue, ...] = ()

    @property
    def issues(self) -> tuple[Issue, ...]:
        return self.reading.issues + self.misfiled + self.grounding.issues


@dataclass(frozen=True)
class Pipeline:
    """The stages with what they look things up in. Each part is loaded when first asked for."""

    given_encoder: Encoder | None = None
    given_gazetteer: Gazetteer | None = None
    given_resolver: ActorResolver | None = None
    given_relevance: Relevance | None = None

    @cached_property
    def encoder(self) -> Encoder:
        return self.given_encoder or default_encoder()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        return self.given_gazetteer or open_gazetteer()

    @cached_property
    def resolver(self) -> ActorResolver:
        return self.given_resolver or ActorResolver(load_registry())

    @cached_property
    def relevance(self) -> Relevance:
        return self.given_relevance or default_relevance()

    def read(self, report: Report) -> ReadReport:
        """Take one report all the way to its claims."""
        return self.grounded(report, self.reading_of(report))

    def reading_of(self, report: Report, *, gated: bool = False) -> Reading:
        """Return what a report says, nothing of it looked up yet; ``gated``, only if it may hold claims."""
        return read(report, self.encoder, self.relevance if gated else None)

    def grounded(self, report: Report, reading: Reading) -> ReadReport:
        """Look up whom, where and when a reading means, and make claims of it, dated by the day that the text prints as its own."""
        dated, misfiled = as_printed(report)
        grounding = ground(dated, reading, self.gazetteer, self.resolver)
        return ReadReport(report, reading, grounding, assemble(dated, reading, grounding), misfiled)


def take_in(
    sources: Mapping[str, Hints], settings: Settings
) -> Iterator[tuple[Capture | None, Report | None, tuple[Issue, ...]]]:
    """Yield every report of every source with its capture, and every issue; a bad item never stops the rest.

    ``sources`` tell for each file, folder or URL what is known of it beforehand.
    """
    for source, hints in sources.items():
        for item in captures_from(source, settings, hints):
            if isinstance(item, Issue):
                yield None, None, (item,)
                continue
            reports, issues = reports_from(item, settings)
            if not reports:
                yield item, None, issues
            for n, report in enumerate(reports):
                yield item, report, issues if n == 0 else ()


@dataclass
class Summary:
    """What a run of ``collect`` did, in numbers."""

    reports_new: int = 0
    reports_known: int = 0
    reports_unread: int = 0
    claims_new: int = 0
    items_failed: int = 0
    issues: dict[str, int] = field(default_factory=dict)

    def count(self, issues: Iterable[Issue]) -> None:
        for issue in issues:
            self.issues[issue.code] = self.issues.get(issue.code, 0) + 1


# What the command line is told while it waits: the stage ("taken in",
# "read"), how many so far, and of how many if that is known.
Progress = Callable[[str, int, int | None], None]


def collect(
    sources: Mapping[str, Hints], ledger: Ledger, settings: Settings, pipeline: Pipeline, *, progress: Progress
) -> Summary:
    """Take reports into a ledger and read them.

    Every report is durable in the ledger before it is read, so that a crash
    loses none that was acknowledged; what a crash left unread is read by
    the next ``collect``. One report that cannot be read becomes an issue.
    """
    summary = Summary()
    for number, (capture, report, issues) in enumerate(take_in(sources, settings), 1):
        summary.count(issues)
        if issues:
            ledger.add_issues(issues)
        if report is None or capture is None:
            summary.items_failed += any(i.severity is Severity.ERROR for i in issues)
        elif ledger.add_report(report, capture):
            summary.reports_new += 1
        else:
            summary.reports_known += 1
        progress("taken in", number, None)
    # What the gate passed over counts as read, by the gate: with the gate
    # off, the same reports are found unread and the encoder reads them.
    readers = (pipeline.encoder.name, pipeline.relevance.name) if settings.gate else (pipeline.encoder.name,)
    unread = ledger.unread_reports(*readers)
    each = zip(unread, read_each(unread, pipeline, settings), strict=True)
    for number, (report, (claims, found)) in enumerate(each, 1):
        summary.count(found)
        reader = readers[-1] if any(i.code == "not-relevant" for i in found) else readers[0]
        try:
            summary.claims_new += ledger.add_reading(report.id, reader, claims, found)
        except CodecError as error:
            issue = Issue("unkeepable", f"What was read cannot be kept: {error}", "ledger", Severity.ERROR, report_id=report.id)
            summary.count((issue,))
            ledger.add_reading(report.id, pipeline.encoder.name, (), (issue,))
        summary.reports_unread += any(i.code in UNREAD for i in found)
        progress("read", number, len(unread))
    return summary


def read_each(
    reports: Iterable[Report], pipeline: Pipeline, settings: Settings
) -> Iterator[tuple[tuple[Claim, ...], tuple[Issue, ...]]]:
    """Yield what is read in each report; a failure of ours becomes an issue that names it, and the batch goes on.

    While one report is grounded, which keeps one core busy, the encoder reads the next on the others.
    """
    # Loaded here, so that no two threads load them at once.
    _ = pipeline.encoder, pipeline.relevance
    with ThreadPoolExecutor(1) as pool:
        ahead: deque[tuple[Report, Future[Reading] | None]] = deque()
        for report in reports:
            short = len(report.text) <= settings.max_text_chars
            ahead.append((report, pool.submit(pipeline.reading_of, report, gated=settings.gate) if short else None))
            if len(ahead) > 1:
                yield _grounded_or_said(*ahead.popleft(), pipeline, settings)
        while ahead:
            yield _grounded_or_said(*ahead.popleft(), pipeline, settings)


def _grounded_or_said(
    report: Report, reading: Future[Reading] | None, pipeline: Pipeline, settings: Settings
) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    if reading is None:
        message = f"The text has {len(report.text):,} characters, more than {settings.max_text_chars:,}; it is kept, not read. FOGLINE_MAX_TEXT_CHARS raises the limit."
        return (), (Issue("too-long", message, "reading", Severity.WARNING, report_id=report.id),)
    try:
        done = pipeline.grounded(report, reading.result())
    except (LedgerError, MemoryError):
        raise
    except Exception as error:  # a fault of ours must cost one report, not the night's batch
        message = f"Reading failed with {type(error).__name__}: {error}. The report is kept; please send us its id and this line."
        return (), (Issue("unreadable", message, "reading", Severity.ERROR, report_id=report.id),)
    return done.claims, done.issues


# Why a report that was taken in has not been read for claims.
UNREAD = frozenset({"unknown-language", "too-long", "unreadable", "not-relevant", "nothing-to-read"})


@dataclass(frozen=True)
class Derived:
    """What follows from a ledger: the same ledger and code give the same.

    Incidents and control are worked out when first asked for: who only
    wants the claims that stand does not wait for linking. ``claims`` hold also what was taken back, flagged ``retracted``;
    ``superseded`` says by whom and why. ``same_reports`` maps a report that
    was collected from a second address to the one that stands for it.
    """

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    constraints: Constraints = field(default_factory=Constraints)
    superseded: tuple[Supersession, ...] = ()
    same_reports: Mapping[str, str] = field(default_factory=dict)
    standing_issues: tuple[Issue, ...] = ()
    memory: Memory | None = field(default=None, repr=False, compare=False)

    @cached_property
    def _reports_by_id(self) -> dict[str, Report]:
        return {r.id: r for r in self.reports}

    @cached_property
    def _linked(self) -> tuple[tuple[Incident, ...], tuple[Issue, ...]]:
        return link_standing(self.claims, self._reports_by_id, self.constraints, self.memory)

    @cached_property
    def incidents(self) -> tuple[Incident, ...]:
        return self._linked[0]

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        """What corrections and linking have to say; what was noted while reading is in the ledger."""
        return (*self.standing_issues, *self._linked[1])

    @cached_property
    def control(self) -> tuple[ControlAssessment, ...]:
        """Who held what, as assessed."""
        return self.control_of(())

    @cached_property
    def claimed_control(self) -> tuple[ControlAssessment, ...]:
        """The other map: who held what if every side is taken at its word."""
        return self.control_of((), ControlLayer.CLAIMED)

    def control_of(self, towns: Iterable[str], layer: ControlLayer = ControlLayer.ASSESSED) -> tuple[ControlAssessment, ...]:
        """Return control with these towns, which only the word for a larger area may reach."""
        return assess(self.claims, self._reports_by_id, self.incidents, layer=layer, towns=towns)


def derive(ledger: Ledger, *, as_known_on: date | None = None, memory: Memory | None = None) -> Derived:
    """Rebuild incidents and control from what the ledger holds, or held on a day of knowledge.

    What outlets or reviewers took back is marked and stands for nothing;
    rejected claims, which no text contains, are left out. Reviewers'
    judgements in force always win: names that a person decided stand in place of those
    that were read, merges and splits bind the linking. With a ``memory`` of
    the last time only what is new is linked, with the same result.
    """
    reports, claims = ledger.reports(as_known_on=as_known_on), ledger.claims(as_known_on=as_known_on)
    if as_known_on is not None and (unknown := _not_yet_fetched(ledger, reports, as_known_on)):
        reports = tuple(r for r in reports if r.id not in unknown)
        claims = tuple(c for c in claims if c.report_id not in unknown)
    return derive_from(reports, claims, ledger.judgements(as_known_on=as_known_on), memory)


def _not_yet_fetched(ledger: Ledger, reports: Sequence[Report], day: date) -> set[str]:
    """Return later texts of an address that bear the date of the first, and were fetched after a day.

    Many sites correct a page and leave its date as it was. Such a
    version was not known on the day it bears; the first that can be said
    is the day on which it was seen.
    """
    first: set[tuple[str, date | None]] = set()
    unknown = set()
    for report in reports:
        address = canonical_url(report.url)
        if address is None:
            continue
        if (address, report.published_on) not in first:
            first.add((address, report.published_on))
        elif (custody := ledger.custody(report.id)) is not None and custody.fetched_at.date() > day:
            unknown.add(report.id)
    return unknown


def derive_from(
    reports: Sequence[Report], claims: Sequence[Claim], given: Sequence[Judgement] = (), memory: Memory | None = None
) -> Derived:
    """Rebuild incidents and control from reports in the order they were recorded, their claims, and every judgement made."""
    judgements = in_force(given)
    retracted = {s: f"{j.reviewer}: {j.reason}" for j in judgements if j.kind is JudgementKind.RETRACT_REPORT for s in j.subjects}
    rejected = {s for j in judgements if j.kind is JudgementKind.REJECT_CLAIM for s in j.subjects}
    claims = tuple(c for c in claims if c.id not in rejected)
    decisions = decisions_of(judgements)
    claims = renamed(claims, decisions, Directory(load_registry(), decisions.added)) if decisions else claims
    standing = corrected(reports, claims, retracted)
    constraints = constraints_of(judgements)
    return Derived(standing.reports, standing.claims, constraints, standing.superseded, standing.same, standing.issues, memory)


def constraints_of(judgements: Sequence[Judgement]) -> Constraints:
    """Turn reviewers' merges, splits and grades into constraints on linking; of two grades of one incident the later holds."""
    statuses: dict[str, tuple[IncidentStatus, str]] = {}
    pairs: dict[JudgementKind, set[tuple[str, str]]] = {JudgementKind.MERGE: set(), JudgementKind.SPLIT: set()}
    for judgement in judgements:
        first, *others = judgement.subjects or ("",)
        if judgement.kind is JudgementKind.MERGE:
            pairs[judgement.kind] |= {(first, other) for other in others}
        elif judgement.kind is JudgementKind.SPLIT:
            pairs[judgement.kind] |= set(combinations(judgement.subjects, 2))
        elif judgement.kind is JudgementKind.STATUS:
            grade = IncidentStatus(judgement.value or "")
            statuses.update((s, (grade, f"{judgement.reviewer}: {judgement.reason}")) for s in judgement.subjects)
    return Constraints(frozenset(pairs[JudgementKind.MERGE]), frozenset(pairs[JudgementKind.SPLIT]), statuses)
