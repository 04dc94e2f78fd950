"""A small ledger built by hand: five reports of our own prose about Hajin, read as a careful person would."""

from __future__ import annotations

from datetime import date

from fogline.claims.claim import ActorMention, Claim, ClaimPlace, ClaimTime, Count, Voice
from fogline.control.assessment import ControlAssessment, ControlState
from fogline.grounding.grounding import ActorKind, DateBasis, PlaceBasis, PlaceCandidate
from fogline.ids import digest, sha256
from fogline.incidents.incident import (
    Contradiction,
    ContradictionKind,
    Figure,
    Incident,
    IncidentPlace,
    IncidentStatus,
    Link,
    Origin,
)
from fogline.intake.report import DateBasis as ReportDateBasis
from fogline.intake.report import Part, PartKind, Report
from fogline.issue import Issue, Severity
from fogline.reading.reading import Modality
from fogline.span import Span
from fogline.workbench.source import MemorySource, Review


def make_report(
    paragraphs: list[tuple[PartKind, str]],
    outlet: str | None,
    on: date | None,
    *,
    url: str | None = None,
    title: str | None = None,
    language: str | None = "en",
) -> Report:
    text, parts = "", []
    for kind, words in paragraphs:
        text += "\n\n" if text else ""
        if words:
            parts.append(Part(kind, Span(len(text), len(text) + len(words))))
        text += words
    return Report(
        id=digest("report", outlet, str(on), text),
        text=text,
        parts=tuple(parts),
        content_hash=sha256(text.encode()),
        capture_sha256=sha256(text.encode()),
        outlet=outlet,
        title=title,
        url=url,
        published_on=on,
        date_basis=ReportDateBasis.METADATA if on else ReportDateBasis.NONE,
        language=language,
    )


def find(report: Report, words: str, within: Span | None = None) -> Span:
    start = report.text.index(words, within.start if within else 0)
    return Span(start, start + len(words))


def make_claim(
    report: Report,
    quote: str,
    trigger: str,
    type: str,
    *,
    modality: Modality = Modality.ACTUAL,
    actor: tuple[tuple[str, str], ...] = (),
    target: tuple[tuple[str, str], ...] = (),
    origin: tuple[tuple[str, str, ActorKind], ...] = (),
    place: ClaimPlace | None = None,
    time: ClaimTime | None = None,
    counts: tuple[tuple[str, str, str | None, int | None, int | None], ...] = (),
    hedge: str | None = None,
    evidence: tuple[str, ...] = (),
    part: PartKind = PartKind.BODY,
) -> Claim:
    quote_span = find(report, quote)
    trigger_span = find(report, trigger, quote_span)
    voices = tuple(
        Voice(name, kind, words, find(report, words), basis="alias", reason=f"'{words}' is a name of {name}")
        for words, name, kind in origin
    )
    return Claim(
        id=Claim.id_for(report.id, quote_span, trigger_span, type, voices),
        report_id=report.id,
        outlet=report.outlet,
        published_on=report.published_on,
        quote=quote,
        quote_span=quote_span,
        trigger=trigger,
        trigger_span=trigger_span,
        type=type,
        modality=modality,
        actor=tuple(ActorMention(name, words, find(report, words), basis="alias") for words, name in actor),
        target=tuple(ActorMention(name, words, find(report, words), basis="alias") for words, name in target),
        place=place,
        time=time,
        counts=tuple(
            Count(what, who, low, high, words, find(report, words, quote_span)) for words, what, who, low, high in counts
        ),
        origin=voices,
        hedge=hedge,
        hedge_span=find(report, hedge) if hedge else None,
        evidence=tuple((words, find(report, words)) for words in evidence),
        part=part,
        score=0.87,
        model="sample-reader",
    )


HAJIN = PlaceCandidate("Hajin", "SY", "Deir ez-Zor", 34.6895, 40.8308, 37935, "city", 173334, "Hajin")
HAJIN_YEMEN = PlaceCandidate("Hajin", "YE", "Hadramawt", 15.5, 48.3, 600, "city", None, "Hajin")


def hajin(report: Report, words: str | None = "Hajin") -> ClaimPlace:
    return ClaimPlace(
        "Hajin",
        words,
        find(report, words) if words else None,
        "SY",
        "Deir ez-Zor",
        HAJIN.latitude,
        HAJIN.longitude,
        1,
        PlaceBasis.EXPLICIT if words else PlaceBasis.INHERITED,
        "city",
        173334,
        "the report is about Syria and this is the larger of two places of the name",
        (HAJIN, HAJIN_YEMEN),
    )


def on_day(day: date, report: Report, words: str | None = None) -> ClaimTime:
    return ClaimTime(
        day,
        day,
        words,
        find(report, words) if words else None,
        1,
        DateBasis.RESOLVED,
        f"{words or 'the day'} before the report of {report.published_on}",
    )


THURSDAY = date(2018, 12, 13)
FRIDAY = date(2018, 12, 14)
MONITOR = ("the Observatory", "Syrian Observatory for Human Rights", ActorKind.MONITOR)
SDF = "Syrian Democratic Forces"
IS = "Islamic State"

BODY, CAPTION, FURNITURE, HEADLINE, STANDFIRST = (
    PartKind.BODY,
    PartKind.CAPTION,
    PartKind.FURNITURE,
    PartKind.HEADLINE,
    PartKind.STANDFIRST,
)

first = make_report(
    [
        (HEADLINE, "Fighters enter Hajin as pocket shrinks"),
        (STANDFIRST, "A sample report, written for tests"),
        (CAPTION, "File picture: a column near Susah, where the alliance lost a village in October, a commander said."),
        (
            BODY,
            "The Syrian Democratic Forces entered the centre of Hajin on Wednesday and killed 12 militants, their spokesman Mustafa Bali said. "
            "A video that he shared showed fighters beside a ruined market.",
        ),
        (BODY, "About 7,000 civilians are believed to be cut off inside the town, the UN said, citing local residents."),
        (FURNITURE, "Read more: five maps of the war"),
    ],
    "Harbour Post (sample)",
    THURSDAY,
    url="https://harbour.example/2018/12/13/hajin",
    title="Fighters enter Hajin as pocket shrinks",
)
second = make_report(
    [
        (HEADLINE, "Clashes go on in east Syria"),
        (BODY, "At least 20 militants died when the alliance stormed Hajin on Wednesday, the Observatory said."),
        (BODY, "Islamic State denied that it had lost the town."),
    ],
    "Meridian Wire (sample)",
    FRIDAY,
    title="Clashes go on in east Syria",
)
hostile = make_report(
    [
        (HEADLINE, "<script>alert('headline')</script>"),
        (
            BODY,
            'Shells fell <img src=x onerror="alert(1)"> on a village, <b>residents</b> said. </script><script>alert(2)</script>',
        ),
    ],
    "<script>alert('outlet')</script>",
    None,
    url="javascript:alert(3)",
    title="<script>alert('title')</script>",
)
arabic = make_report(
    [(BODY, "قال ناشطون إن الاشتباكات مستمرة في هجين.")],
    "Sample Arabic Page",
    FRIDAY,
    language="ar",
)

entered = make_claim(
    first,
    "The Syrian Democratic Forces entered the centre of Hajin on Wednesday",
    "entered",
    "territory-gained",
    actor=(("The Syrian Democratic Forces", SDF),),
    origin=(("their spokesman Mustafa Bali", SDF, ActorKind.PARTY),),
    place=hajin(first, "the centre of Hajin"),
    time=on_day(date(2018, 12, 12), first, "on Wednesday"),
    evidence=("A video",),
)
killed_12 = make_claim(
    first,
    "The Syrian Democratic Forces entered the centre of Hajin on Wednesday and killed 12 militants",
    "killed",
    "armed-clash",
    actor=(("The Syrian Democratic Forces", SDF),),
    target=(("militants", IS),),
    origin=(("their spokesman Mustafa Bali", SDF, ActorKind.PARTY),),
    place=hajin(first, "the centre of Hajin"),
    time=on_day(date(2018, 12, 12), first, "on Wednesday"),
    counts=(("12", "killed", "militants", 12, 12),),
)
trapped = make_claim(
    first,
    "About 7,000 civilians are believed to be cut off inside the town",
    "cut off",
    "hardship",
    modality=Modality.POSSIBLE,
    actor=(("civilians", "civilians"),),
    origin=(("the UN", "United Nations", ActorKind.UN), ("local residents", "residents", ActorKind.WITNESS)),
    place=hajin(first, "the town"),
    counts=(("7,000", "trapped", "civilians", 7000, 7000),),
    hedge="are believed to be",
)
lost_village = make_claim(
    first,
    "the alliance lost a village in October",
    "lost",
    "withdrawal",
    actor=(("the alliance", SDF),),
    origin=(("a commander", SDF, ActorKind.OFFICIAL_ANONYMOUS),),
    part=CAPTION,
)
killed_20 = make_claim(
    second,
    "At least 20 militants died when the alliance stormed Hajin on Wednesday",
    "stormed",
    "armed-clash",
    actor=(("the alliance", SDF),),
    target=(("militants", IS),),
    origin=(MONITOR,),
    place=hajin(second),
    time=on_day(date(2018, 12, 12), second, "on Wednesday"),
    counts=(("At least 20", "killed", "militants", 20, None),),
)
denial = make_claim(
    second,
    "Islamic State denied that it had lost the town",
    "denied",
    "reject",
    actor=(("Islamic State", IS),),
    place=hajin(second, "the town"),
)
shells = make_claim(
    hostile,
    'Shells fell <img src=x onerror="alert(1)"> on a village',
    "fell",
    "shelling",
    origin=(("residents", "residents", ActorKind.WITNESS),),
)

IN_HAJIN = IncidentPlace("Hajin", "SY", "Deir ez-Zor", 34.6895, 40.8308, 1)
clash = Incident(
    id="incident-clash",
    type="armed-clash",
    title="Armed clash in Hajin",
    date_start=date(2018, 12, 12),
    date_end=date(2018, 12, 12),
    place=IN_HAJIN,
    claim_ids=(killed_12.id, killed_20.id, denial.id),
    report_ids=(first.id, second.id),
    background_claim_ids=(lost_village.id,),
    origins=(
        Origin(SDF, "party", (killed_12.id,), True, "its own spokesman"),
        Origin("Syrian Observatory for Human Rights", "monitor", (killed_20.id,), False, "named by Meridian Wire"),
    ),
    figures=(
        Figure(
            "killed", "militants", 12, 20, None, "best is the figure of the origin with no interest", (killed_12.id, killed_20.id)
        ),
        Figure("injured", None, None, None, None, "nobody gives one", ()),
    ),
    contradictions=(
        Contradiction(ContradictionKind.FIGURE, killed_12.id, killed_20.id, "12 killed against 20 or more."),
        Contradiction(
            ContradictionKind.DENIAL, entered.id, denial.id, "One says the town was entered, the other that it was not lost."
        ),
    ),
    actors=(SDF,),
    targets=(IS,),
    status=IncidentStatus.CONTESTED,
    status_reason="Two figures do not meet and a party denies the loss.",
    admiralty="B3",
    links=(
        Link(
            killed_12.id,
            killed_20.id,
            9.2,
            (
                ("place", 5.0, "same town"),
                ("days", 4.0, "same day"),
                ("figures", -1.8, "12 against 20"),
                ("actors", 2.0, "both sides the same"),
            ),
        ),
    ),
)
pocket = Incident(
    id="incident-trapped",
    type="hardship",
    title="Civilians trapped in Hajin",
    date_start=date(2018, 12, 1),
    date_end=date(2018, 12, 13),
    place=IncidentPlace("Deir ez-Zor", "SY", "Deir ez-Zor", 35.0, 40.4, 4),
    claim_ids=(trapped.id,),
    report_ids=(first.id,),
    background_claim_ids=(),
    origins=(Origin("United Nations", "un", (trapped.id,), False, "the UN"),),
    figures=(Figure("trapped", "civilians", 7000, 7000, 7000, "only figure", (trapped.id,)),),
    contradictions=(),
    actors=("civilians",),
    targets=(),
    status=IncidentStatus.WEAK,
    status_reason="One independent origin.",
    admiralty="B2",
)
village = Incident(
    id="incident-village",
    type="shelling",
    title="Shelling of <script>alert('village')</script>",
    date_start=None,
    date_end=None,
    place=IncidentPlace("=a village", None, None, None, None, None),
    claim_ids=(shells.id, "claim-gone"),
    report_ids=(hostile.id,),
    background_claim_ids=(),
    origins=(Origin("residents", "witness", (shells.id,), False, "unnamed"),),
    figures=(),
    contradictions=(),
    actors=(),
    targets=(),
    status=IncidentStatus.WEAK,
    status_reason="One independent origin.",
    admiralty="F6",
)
nowhere = Incident(
    id="incident-nowhere",
    type="threaten",
    title="A threat against the alliance",
    date_start=date(2018, 12, 12),
    date_end=None,
    place=None,
    claim_ids=(entered.id,),
    report_ids=(first.id,),
    background_claim_ids=(),
    origins=(Origin(SDF, "party", (entered.id,), True, "its own spokesman"),),
    figures=(),
    contradictions=(),
    actors=("Turkey",),
    targets=(SDF,),
    status=IncidentStatus.WEAK,
    status_reason="One independent origin.",
    admiralty="C3",
)
control = (
    ControlAssessment(
        "hajin",
        "Hajin",
        "SY",
        34.6895,
        40.8308,
        ControlState.HELD,
        IS,
        (),
        date(2018, 9, 10),
        date(2018, 12, 11),
        (),
        False,
        "held until entered",
    ),
    ControlAssessment(
        "hajin",
        "Hajin",
        "SY",
        34.6895,
        40.8308,
        ControlState.CONTESTED,
        IS,
        (SDF,),
        date(2018, 12, 12),
        None,
        (entered.id,),
        True,
        "a party says it entered",
    ),
)
issues = (
    Issue(
        "no-date",
        "The report gives no date; its claims get no absolute dates. Give one with --date.",
        "intake",
        report_id=hostile.id,
    ),
    Issue("not-xml", "feed.txt is no feed. Check the address.", "intake", Severity.ERROR, location="feed.txt"),
    Issue(
        "unknown-place",
        "'a village' names no place that can be found.",
        "grounding",
        Severity.NOTE,
        report_id=first.id,
        span=find(first, "a village"),
    ),
)


def sample() -> MemorySource:
    return MemorySource(
        ledger_name="sqlite:///sample.db",
        all_reports=(first, second, hostile, arabic),
        all_claims=(entered, killed_12, trapped, lost_village, killed_20, denial, shells),
        all_incidents=(clash, pocket, village, nowhere),
        all_control=control,
        all_issues=issues,
        reviews={pocket.id: Review("R. Analyst", "2026-01-05", "Checked against the UN's own page.")},
    )
