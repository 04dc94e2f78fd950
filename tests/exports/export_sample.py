"""Two incidents built by hand: one with a private victim and a hospital, one nobody could place or date."""

from __future__ import annotations

from datetime import date

from fogline.claims.claim import ActorMention, Claim, ClaimPlace, ClaimTime, Count, Voice
from fogline.control.assessment import ControlAssessment, ControlState
from fogline.exports.material import Material
from fogline.grounding.grounding import ActorKind, DateBasis, PlaceBasis
from fogline.ids import digest, sha256
from fogline.incidents.incident import (
    Contradiction,
    ContradictionKind,
    Figure,
    Incident,
    IncidentPlace,
    IncidentStatus,
    Origin,
)
from fogline.intake.report import Part, PartKind, Report
from fogline.reading.reading import Modality
from fogline.span import Span

TEXT = (
    "A shell hit the Rahma hospital in Idlib on Monday and killed Samir Haddad, a nurse, said Leila Mansour, who lives near by. "
    "Haddad was 31. The Observatory said that five people were hurt. "
    "A commander said that his men would go on."
)
MONDAY = date(2019, 3, 4)


def at(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


report = Report(
    id="report-1",
    text=TEXT,
    parts=(Part(PartKind.BODY, Span(0, len(TEXT))),),
    content_hash=sha256(TEXT.encode()),
    capture_sha256=sha256(TEXT.encode()),
    outlet='Harbour "Post", sample',
    title="Shell hits hospital",
    url="https://harbour.example/1",
    published_on=date(2019, 3, 5),
)
hospital = ClaimPlace(
    "Rahma hospital",
    "the Rahma hospital",
    at("the Rahma hospital"),
    "SY",
    "Idlib",
    35.93471,
    36.63392,
    1,
    PlaceBasis.EXPLICIT,
    "site",
    999,
    "the Rahma hospital is in the list of facilities",
)


def claim(quote: str, trigger: str, type: str, **fields: object) -> Claim:
    return Claim(
        id=digest("claim", quote, type),
        report_id=report.id,
        outlet=report.outlet,
        published_on=report.published_on,
        quote=quote,
        quote_span=at(quote),
        trigger=trigger,
        trigger_span=at(trigger),
        type=type,
        modality=Modality.ACTUAL,
        model="sample-reader",
        **fields,  # type: ignore[arg-type]
    )


shell = claim(
    "A shell hit the Rahma hospital in Idlib on Monday and killed Samir Haddad",
    "killed",
    "shelling",
    target=(ActorMention("Samir Haddad", "Samir Haddad", at("Samir Haddad")),),
    place=hospital,
    time=ClaimTime(MONDAY, MONDAY, "on Monday", at("on Monday"), 1, DateBasis.RESOLVED, "the Monday before the report"),
    counts=(Count("killed", None, 1, 1, "killed Samir Haddad", at("killed Samir Haddad")),),
    origin=(Voice("Leila Mansour", ActorKind.WITNESS, "Leila Mansour", at("Leila Mansour")),),
)
aged = claim("Haddad was 31", "was", "hardship")
hurt = claim(
    "five people were hurt",
    "hurt",
    "shelling",
    counts=(Count("injured", "people", 5, 5, "five", at("five")),),
    origin=(Voice("Syrian Observatory for Human Rights", ActorKind.MONITOR, "The Observatory", at("The Observatory"), "sohr"),),
)
go_on = claim(
    "his men would go on",
    "go on",
    "armed-clash",
    origin=(Voice("a commander", ActorKind.OFFICIAL_ANONYMOUS, "A commander", at("A commander"), "some-force"),),
)
strike = Incident(
    id="incident-a",
    type="shelling",
    title="Shelling of Rahma hospital that killed Samir Haddad",
    date_start=MONDAY,
    date_end=MONDAY,
    place=IncidentPlace("Rahma hospital", "SY", "Idlib", 35.93471, 36.63392, 1),
    claim_ids=(shell.id, hurt.id),
    report_ids=(report.id,),
    background_claim_ids=(),
    origins=(
        Origin("Leila Mansour", "witness", (shell.id,), False, "Leila Mansour speaks herself"),
        Origin("Syrian Observatory for Human Rights", "monitor", (hurt.id,), False, "named"),
    ),
    figures=(
        Figure("killed", None, 1, 1, 1, "only figure", (shell.id,)),
        Figure("injured", "people", 5, 5, None, "=only figure", (hurt.id,)),
    ),
    contradictions=(Contradiction(ContradictionKind.FIGURE, shell.id, hurt.id, "Leila Mansour counts one, the monitor five."),),
    actors=(),
    targets=("Samir Haddad",),
    status=IncidentStatus.FAIR,
    status_reason="Two independent origins.",
    admiralty="B2",
)
vague = Incident(
    id="incident-b",
    type="consult",
    title='=HYPERLINK("http://evil.example"), talks\nand more',
    date_start=None,
    date_end=None,
    place=None,
    claim_ids=(go_on.id,),
    report_ids=(report.id,),
    background_claim_ids=(),
    origins=(Origin("a commander", "official-anonymous", (go_on.id,), True, "unnamed"),),
    figures=(),
    contradictions=(Contradiction(ContradictionKind.UPDATE, go_on.id, go_on.id, "A later figure."),),
    actors=("@force", "-1+2"),
    targets=(),
    status=IncidentStatus.WEAK,
    status_reason="One origin.",
    admiralty="C3",
)
control = (
    ControlAssessment(
        "idlib", "Idlib", "SY", 35.93, 36.63, ControlState.HELD, "rebels", (), date(2019, 1, 1), None, (), False, "one claim"
    ),
    ControlAssessment(
        "camp",
        "Green Valley camp",
        "SY",
        35.12345,
        36.12345,
        ControlState.HELD,
        "rebels",
        (),
        date(2019, 1, 1),
        None,
        (),
        True,
        "one claim",
    ),
)
material = Material((report,), (hurt, shell, go_on, aged), (vague, strike), control, reviewed=frozenset({vague.id}))
