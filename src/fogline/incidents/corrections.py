"""What outlets took back: later versions, corrections and retractions, and one report that was collected twice.

The claims of a superseded report are marked and stand for nothing; they
stay in the list, with what took their place. We would rather leave a
stale version standing than drop what an outlet still says: two texts are
versions of one only if they share an address or an outlet's own notice
says so, and largely the same words.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode, urlsplit

from fogline.claims.claim import Claim
from fogline.grounding.number import numbers, tokens
from fogline.incidents.affiliation import key_of
from fogline.incidents.lineage import RETRACTED
from fogline.incidents.words import content_words
from fogline.intake.duplicates import CONTAINED, shingles
from fogline.intake.report import PartKind, Report
from fogline.issue import Issue, Severity
from fogline.reading.reading import Modality
from fogline.span import Span

DATED_AFTER = "dated-after-report"

# A notice speaks of a story at most so many days old; archives keep some longer, reviewers retract those.
MOST_DAYS = 14
# The share of a title's telling words that a notice must repeat to be about that story, and how many at least.
TITLE_SHARE, TITLE_WORDS = 0.75, 3
# The share of the shorter text that two versions under one title have in common; rewritten leads keep less than copies do.
TITLED = 0.2


class Change(StrEnum):
    """What became of a report, the gravest last."""

    LATER_VERSION = "later-version"  # the same address now carries another text
    UPDATE = "update"  # a later version that says it adds to the story
    CORRECTION = "correction"  # a later version that says it was wrong
    RETRACTION = "retraction"  # the outlet took it back
    REVIEWER = "retracted-by-reviewer"  # a person took it out of the account


_GRAVITY = {change: n for n, change in enumerate(Change)}


@dataclass(frozen=True, slots=True)
class Notice:
    """Words by which a report speaks of its own or an earlier version.

    ``recants`` is set where the sentence repeats what was wrong ("an earlier
    version said that forty had died"): claims read from it are taken back.
    """

    change: Change
    span: Span
    recants: bool = False


@dataclass(frozen=True, slots=True)
class Supersession:
    """A report that no longer stands, and why; ``by`` is the report that says so, the report itself where it retracts itself.

    With ``numbers`` the report stands but for the claims that give one of
    them: a short correction takes back what it names and does not tell the
    story anew.
    """

    report_id: str
    change: Change
    reason: str
    by: str | None = None
    span: Span | None = None
    numbers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Corrected:
    """Reports and claims after corrections: nothing dropped but second copies of one report.

    ``same`` maps a report that was collected from a second address to the
    one that is kept. Claims that no longer stand are flagged ``retracted``
    and with the change that took them back.
    """

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    superseded: tuple[Supersession, ...]
    same: Mapping[str, str]
    issues: tuple[Issue, ...]


_STORY = r"(?:article|story|report|item|post|page|dispatch|piece)"
# Where a line begins, behind the hour of a live page's entry.
_LINE = r"^\W*(?:\d{1,2}[:.]\d\d\W*)?"
_LABEL_END = r"\s*(?:\([^)\n]{0,60}\))?\s*[:\-–—]"
_NOTICES: tuple[tuple[Change, re.Pattern[str], bool], ...] = (
    (
        Change.RETRACTION,
        re.compile(
            rf"^\W*(?:retraction|retracted|story withdrawn|withdrawn|mandatory kill|kill(?:ed)? story){_LABEL_END}", re.I | re.M
        ),
        True,
    ),
    (
        Change.RETRACTION,
        re.compile(
            rf"\bthis {_STORY} (?:has been|was|is|has now been) (?:formally )?(?:retracted|withdrawn|removed|taken down)\b", re.I
        ),
        True,
    ),
    (
        Change.RETRACTION,
        re.compile(rf"\bwe (?:have |are )?(?:retract\w*|withdr[ae]w\w*) (?:the|our|this) (?:\w+ )?{_STORY}\b", re.I),
        True,
    ),
    (
        Change.RETRACTION,
        re.compile(rf"\bplease (?:disregard|ignore|delete) (?:the|our|this) (?:\w+ ){{0,3}}{_STORY}\b", re.I),
        True,
    ),
    (
        Change.CORRECTION,
        re.compile(
            rf"\b(?:an?|the|our) (?:earlier|previous|original|prior) (?:version|headline|entry|post)(?: (?:of|on|to) this {_STORY})? (?:wrongly |incorrectly |mistakenly )?"
            r"(?:said|stated|mis\w+|gave|reported|referred|contained|included|put|described|identified|incorrectly|wrongly)\b",
            re.I,
        ),
        True,
    ),
    (
        Change.CORRECTION,
        re.compile(
            rf"{_LINE}(?:corrections?|clarifications?){_LABEL_END}\s*(?:in|our|an?) [^.\n]{{0,200}}\b(?:given|put|stated|reported)\b[^.;\n]{{0,60}}?\b(?:as|at)\b",
            re.I | re.M,
        ),
        True,
    ),
    (
        Change.CORRECTION,
        re.compile(
            rf"{_LINE}(?:corrections?|clarifications?){_LABEL_END}\s*(?:in )?(?:our|an? (?:earlier|previous|first)) [^.\n]{{0,120}}?"
            r"\b(?:said|wrote|told|gave|stated|reported|put)\b",
            re.I | re.M,
        ),
        True,
    ),
    (Change.CORRECTION, re.compile(rf"\bthis {_STORY} (?:was|has been) (?:amended|corrected)\b", re.I), False),
    (
        Change.CORRECTION,
        re.compile(
            rf"{_LINE}(?:corrections?(?: and clarifications?)?|clarifications?|corrected(?: version)?|corrig\w+){_LABEL_END}",
            re.I | re.M,
        ),
        False,
    ),
    (Change.CORRECTION, re.compile(r"\((?:corrects|correcting|this version corrects)\b[^)\n]{0,200}\)", re.I), False),
    (Change.UPDATE, re.compile(r"\((?:updates?|adds|recasts|rewrites|refiles|updating|re-?sends)\b[^)\n]{0,200}\)", re.I), False),
    (Change.UPDATE, re.compile(r"^\W*(?:\d+(?:st|nd|rd|th) )?(?:update|updated|wrapup)\s*\d*\s*[:\-–—]", re.I | re.M), False),
    (Change.UPDATE, re.compile(rf"\bthis {_STORY} (?:was|has been|is being) updated\b", re.I), False),
)
_OWN = re.compile(
    rf"\b(?:earlier|previous|original|prior) (?:version|headline)\b|\bthis {_STORY} (?:was|has been)\b", re.IGNORECASE
)
# Looked for first, since hardly a report has one; searching all patterns in a large ledger took seconds.
_HINTS = (
    *(
        "retract",
        "withdraw",
        "withdrew",
        "removed",
        "taken down",
        "kill:",
        "kill story",
        "killed story",
        "disregard",
        "ignore the",
        "ignore our",
    ),
    *(
        "delete",
        " version",
        "r entry",
        "r post",
        "headline o",
        "amended",
        "correct",
        "clarif",
        "corrig",
        "updat",
        "wrapup",
        "(adds",
        "(recasts",
        "(rewrites",
        "(refiles",
        "(re",
    ),
)
_TITLE_LABEL = re.compile(
    r"^\W*(?:(?:\d+(?:st|nd|rd|th) )?(?:update|updated|corrected|correction|clarification|retraction|refile|wrapup|recast)\s*\d*\s*[:\-–—]\s*)+",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*(?=\s|\Z)|\n")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DAY_NAMED = re.compile(
    rf"\b(?:(?P<day_first>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? (?P<month_after>{_MONTH})|(?P<month_before>{_MONTH})\.? (?P<day_last>[0-3]?\d)(?:st|nd|rd|th)?)\b"
    r"(?:,? (?:19|20)\d\d\b)?",
    re.I,
)
_CALENDAR = re.compile(rf"{_MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.I)
_NAME = re.compile(r"(?<=[\w,;(] )([A-Z][a-z][\w’'-]+)")
# Parameters that say how a reader came to a page, not which page it is.
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|mc_\w+|ref|ref_src|source|cmp|ito|smid|sh|share|amp|output|outputtype|at_\w+|ns_\w+)\Z", re.I
)


def canonical_url(url: str | None) -> str | None:
    """Return an address without what does not tell pages apart: scheme, www and mobile hosts, tracking, fragments."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    host = re.sub(r"^(?:www|m|mobile|amp|edition)\d?\.", "", (parts.hostname or "").casefold())
    if not host:
        return None
    path = re.sub(r"(?:/amp|/index\.\w+)?/*\Z", "", re.sub(r"^/amp(?=/)", "", parts.path))
    path = re.sub(r"\.amp(?=\.html?\Z)", "", path)
    query = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.match(k)))
    return f"{host}{path}{'?' + query if query else ''}"


def notices(report: Report) -> tuple[Notice, ...]:
    """Return what a report says of its own or an earlier version, the gravest first, each with its sentence.

    Only an outlet's words about its own story count: that a ministry
    withdrew a report is news.
    """
    found: dict[tuple[int, Change], Notice] = {}
    text = report.text
    lowered = text.casefold()
    if not any(word in lowered for word in _HINTS):
        return ()
    for change, pattern, recants in _NOTICES:
        for match in pattern.finditer(text):
            start = max((m.end() for m in _SENTENCE_END.finditer(text, max(0, match.start() - 400), match.start())), default=None)
            begin = match.start() if start is None else start
            end = _SENTENCE_END.search(text, match.end())
            finish = end.end() if end else len(text)
            if recants and change is Change.CORRECTION and (rest := text.find(";", match.end(), finish)) >= 0:
                finish = rest  # "… was given as 12; it is 2": what follows stands
            span = Span(begin, finish)
            found.setdefault((match.start(), change), Notice(change, span, recants))
    return tuple(sorted(found.values(), key=lambda n: (-_GRAVITY[n.change], n.span.start)))


def corrected(reports: Sequence[Report], claims: Sequence[Claim], retracted: Mapping[str, str] | None = None) -> Corrected:
    """Return reports and claims with what no longer stands marked.

    ``reports`` in the order in which they were recorded: where neither day
    nor hour tells which version is later, that order does. ``retracted`` maps
    reports that a reviewer took out to the reviewer and reason.
    """
    same = same_reports(reports)
    kept = [r for r in reports if r.id not in same]
    by_id = {r.id: r for r in kept}
    said = {r.id: notices(r) for r in kept}
    superseded, issues = _superseded(kept, said)
    for report_id, reason in (retracted or {}).items():
        target = same.get(report_id, report_id)
        if target in by_id:
            superseded[target] = Supersession(target, Change.REVIEWER, f"retracted by a reviewer ({reason})")
    issues += [_same_issue(copy, kept_id, reports) for copy, kept_id in same.items()]
    marked = tuple(
        _marked(c, by_id.get(c.report_id), superseded.get(c.report_id), said.get(c.report_id, ()))
        for c in claims
        if c.report_id not in same
    )
    late = [c for c in marked if DATED_AFTER in c.flags]
    for claim in late:
        assert claim.time is not None
        message = f"A claim is dated {claim.time.start}, after its report of {claim.published_on}: “{claim.quote}”. Kept as read; control takes it as of the report's day."
        issues.append(
            Issue("claim-after-report", message, "incidents", Severity.NOTE, report_id=claim.report_id, span=claim.quote_span)
        )
    ordered = sorted(superseded.values(), key=lambda s: s.report_id)
    return Corrected(tuple(kept), marked, tuple(ordered), same, tuple(issues))


def same_reports(reports: Sequence[Report]) -> dict[str, str]:
    """Return reports collected a second time from another address, with the first: one outlet, one day, one text.

    Menus and bars around the text do not tell them apart. Under two outlets'
    names the same text is two reports, and a matter of copies.
    """
    first: dict[tuple[str, date | None, str], Report] = {}
    out: dict[str, str] = {}
    for report in reports:
        key = (key_of(report.outlet or ""), report.published_on, _story_digest(report))
        held = first.setdefault(key, report)
        if held is not report:
            out[report.id] = held.id
    return out


def _story(report: Report) -> str:
    words = [p.span.of(report.text) for p in report.parts if p.kind is not PartKind.FURNITURE]
    return "\n".join(words) or report.text


def _story_digest(report: Report) -> str:
    return hashlib.sha256(" ".join(_story(report).split()).casefold().encode("utf-8", "surrogatepass")).hexdigest()


def _superseded(kept: Sequence[Report], said: Mapping[str, tuple[Notice, ...]]) -> tuple[dict[str, Supersession], list[Issue]]:
    place = {r.id: n for n, r in enumerate(kept)}

    def order(report: Report) -> tuple[str, str, int]:
        day = report.published_on.isoformat() if report.published_on else "9999"
        return day, report.published_at.isoformat() if report.published_at else "", place[report.id]

    out: dict[str, Supersession] = {}
    issues: list[Issue] = []
    at_address: dict[str, list[Report]] = defaultdict(list)
    of_outlet: dict[str, list[Report]] = defaultdict(list)
    for report in kept:
        if (address := canonical_url(report.url)) is not None:
            at_address[address].append(report)
        if report.outlet:
            of_outlet[key_of(report.outlet)].append(report)
    for address, group in at_address.items():
        versions = sorted(group, key=order)
        for earlier, later in pairwise(versions):
            notice = next(iter(said[later.id]), None)
            change = notice.change if notice else Change.LATER_VERSION
            if not _same_story(earlier, later, change):
                message = f"{address} carried two different texts; both are kept as reports of their own."
                issues.append(Issue("address-reused", message, "incidents", Severity.NOTE, later.url, later.id))
                continue
            figures = _taken_back(earlier, later, notice) or frozenset()
            _add(out, earlier, later, notice, f"{address} carries a later version", figures)
    for report in kept:
        notice = next(iter(said[report.id]), None)
        if notice is None:
            continue
        if notice.change is Change.RETRACTION:
            words = notice.span.of(report.text).strip()
            out[report.id] = Supersession(report.id, Change.RETRACTION, f"it says of itself: “{words}”", report.id, notice.span)
        address = canonical_url(report.url)
        older = [
            r
            for r in of_outlet.get(key_of(report.outlet or ""), ())
            if r.id != report.id
            and order(r) < order(report)
            and _within_days(r, report)
            and (address is None or canonical_url(r.url) != address)
        ]
        matched = [r for r in older if _speaks_of(report, notice, r)] or _described(report, notice, older)
        replaced = any(s.by == report.id and s.report_id != report.id for s in out.values())
        for earlier in matched:
            wrong = _taken_back(earlier, report, notice)
            if wrong is None or wrong:
                replaced = True
                _add(out, earlier, report, notice, f"{report.outlet} published a {notice.change} of it", wrong or frozenset())
        # "An earlier version said" is about this very page, whose earlier state nobody may have collected.
        own = any(_OWN.search(n.span.of(report.text)) for n in said[report.id])
        alone = notice.change is Change.RETRACTION or (notice.span.start < 200 and not own)
        if not replaced and alone and notice.change in (Change.RETRACTION, Change.CORRECTION):
            words = notice.span.of(report.text).strip()[:160]
            if matched:
                message = f"A {notice.change} of {matched[0].id} names no figure of it and does not tell it anew; the story stands: “{words}”. If it is wrong: fogline review retract-report {matched[0].id}."
            else:
                message = f"A {notice.change} speaks of a story that is not at hand, or cannot be told which: “{words}”. If it is here: fogline review retract-report ID."
            issues.append(
                Issue("correction-unmatched", message, "incidents", Severity.WARNING, report.url, report.id, notice.span)
            )
    return out, issues


def _add(
    out: dict[str, Supersession], earlier: Report, later: Report, notice: Notice | None, reason: str, figures: frozenset[str]
) -> None:
    change = notice.change if notice else Change.LATER_VERSION
    held = out.get(earlier.id)
    if (
        held is None
        or (_GRAVITY[change] > _GRAVITY[held.change] and not (figures and not held.numbers))
        or (held.numbers and not figures)
    ):
        words = f": “{notice.span.of(later.text).strip()[:200]}”" if notice else ""
        if figures:
            reason += f"; it takes back {', '.join(sorted(figures, key=int))}, the rest stands"
        out[earlier.id] = Supersession(earlier.id, change, reason + words, later.id, notice.span if notice else None, figures)


def _taken_back(earlier: Report, later: Report, notice: Notice | None) -> frozenset[str] | None:
    """Return the numbers of an earlier story that a correction names without telling the story anew; None if all of the story falls.

    What it says before a semicolon, or after "not", is what was wrong; where
    it makes no such difference, every number of it that the story has. A
    misspelt name or the wrong photograph touches none of them: nothing falls.
    """
    if notice is None or notice.change is not Change.CORRECTION:
        return None
    left, right = shingles(_story(earlier)), shingles(_story(later))
    if left and len(left & right) >= TITLED * len(left):
        return None
    words = _NO_FIGURE.sub(" ", notice.span.of(later.text))
    told = _figures_in(_story(earlier))
    for wrong in (_figures_denied(words), _figures_in(words.split(";")[0]) if ";" in words else frozenset(), _figures_in(words)):
        if wrong & told:
            return wrong & told
    return frozenset()


_NOT = re.compile(r"\b(?:not|instead of|rather than)\s+", re.I)


def _figures_denied(words: str) -> frozenset[str]:
    """Return the first number behind each "not": the 12 of "2 traders were killed, not 12, as we said"."""
    found: set[str] = set()
    for match in _NOT.finditer(words):
        behind = tokens(words, match.end(), match.end() + 60)
        number = next(iter(numbers(behind)), None)
        if number is not None and number.first <= 2:
            found |= _figures_in(words[behind[number.first].start : behind[number.last - 1].end])
    return frozenset(found)


def _within_days(earlier: Report, later: Report) -> bool:
    if earlier.published_on is None or later.published_on is None:
        return True
    return timedelta(0) <= later.published_on - earlier.published_on <= timedelta(MOST_DAYS)


def _same_story(one: Report, other: Report, change: Change) -> bool:
    """Return whether two texts are versions of one story: largely the same words, or the same title.

    A live page keeps its title and address for days while its news changes;
    a title alone counts only where the outlet says that it corrects.
    """
    title = _bare_title(one)
    titled = bool(title) and title == _bare_title(other)
    if titled and _GRAVITY[change] >= _GRAVITY[Change.CORRECTION]:
        return True
    left, right = shingles(_story(one)), shingles(_story(other))
    fewer = min(len(left), len(right))
    return fewer > 0 and len(left & right) / fewer >= (TITLED if titled else CONTAINED)


# Marks of the sentence that an address stands in.
_BEHIND_ADDRESS = ".,;:!?)]”’\"'»"


def _speaks_of(report: Report, notice: Notice, earlier: Report) -> bool:
    """Return whether a notice is about an earlier story of its outlet: by address, by title, or by being a version of its text."""
    address = canonical_url(earlier.url)
    if address is not None and any(
        canonical_url(u.rstrip(_BEHIND_ADDRESS)) == address for u in re.findall(r"https?://\S+", report.text)
    ):
        return True
    if _same_story(earlier, report, notice.change):
        return True
    if notice.change is Change.UPDATE:
        return False
    wanted = content_words(_bare_title(earlier))
    told = content_words(f"{report.title or ''} {report.text}")
    return len(wanted) >= TITLE_WORDS and len(wanted & told) >= TITLE_SHARE * len(wanted)


def _described(report: Report, notice: Notice, older: Sequence[Report]) -> list[Report]:
    """Return the one story of its outlet that a notice describes by day, place and figure; none if several fit.

    "Its report of 12 March that shells killed 12 in Ariha" gives no title and
    no address, yet names one report if the outlet had no other like it then.
    """
    if notice.change not in (Change.RETRACTION, Change.CORRECTION):
        return []
    words = notice.span.of(report.text)
    days = {_month_day(m) for m in _DAY_NAMED.finditer(words)}
    names, figures = _names_in(words, report.outlet), _figures_in(words)
    fitting = [
        r
        for r in older
        if r.published_on is not None
        and (r.published_on.month, r.published_on.day) in days
        and names & _names_in(r.text, r.outlet)
        and figures & _figures_in(r.text)
        and not notices(r)
    ]
    return fitting if len(fitting) == 1 else []


def _month_day(match: re.Match[str]) -> tuple[int, int]:
    month = match["month_after"] or match["month_before"]
    return _MONTHS.index(month[:3].casefold()) + 1, int(match["day_first"] or match["day_last"])


def _names_in(words: str, outlet: str | None) -> frozenset[str]:
    """Return the names in a text: words with a capital that do not open a sentence, without days, months and the outlet."""
    own = {w.casefold() for w in re.findall(r"\w+", outlet or "")}
    found = (m[1].casefold() for m in _NAME.finditer(words))
    return frozenset(w for w in found if w not in own and not _CALENDAR.fullmatch(w))


# A page's address, a day, an hour, a year, "the 12th brigade", "120mm": digits that count nothing.
_NO_FIGURE = re.compile(
    rf"https?://\S+|{_DAY_NAMED.pattern}|\b\d{{1,2}}:\d\d\b|\b(?:in|since|until|during)\s+(?:19|20)\d\d\b|\b\d+(?:st|nd|rd|th|mm|cm|km)\b",
    re.I,
)


def _figures_in(words: str) -> frozenset[str]:
    """Return the numbers of a text that are no dates, in digits, however it writes them; "one" is too often a pronoun."""
    told = tokens(_NO_FIGURE.sub(" ", words))
    found = (n for n in numbers(told) if not n.vague and (n.low, told[n.last - 1].word) != (1, "one"))
    return frozenset(str(n) for number in found for n in (number.low, number.high) if n is not None)


def _bare_title(report: Report) -> str:
    title = report.title or next((p.span.of(report.text) for p in report.parts if p.kind is PartKind.HEADLINE), "")
    return " ".join(_TITLE_LABEL.sub("", title).casefold().split())


def _marked(claim: Claim, report: Report | None, superseded: Supersession | None, said: Iterable[Notice]) -> Claim:
    flags = list(claim.flags)
    if superseded is not None and superseded.numbers.isdisjoint(_numbers_of(claim)) and superseded.numbers:
        superseded = None
    if superseded is not None:
        flags += [RETRACTED, str(superseded.change)]
    elif any(n.recants and n.span.contains(claim.trigger_span) for n in said):
        flags += [RETRACTED, str(Change.CORRECTION)]
    start = claim.time.start if claim.time is not None else None
    if claim.modality is Modality.ACTUAL and start is not None and claim.published_on is not None and start > claim.published_on:
        flags.append(DATED_AFTER)
    flags = list(dict.fromkeys(flags))
    return claim if flags == list(claim.flags) else replace(claim, flags=tuple(flags))


def _numbers_of(claim: Claim) -> frozenset[str]:
    """Return the numbers that a claim gives, as counts or in its words."""
    return _figures_in(claim.quote) | {str(n) for c in claim.counts for n in (c.low, c.high) if n is not None}


def _same_issue(copy: str, kept: str, reports: Sequence[Report]) -> Issue:
    by_id = {r.id: r for r in reports}
    message = f"The report was collected twice, from {by_id[copy].url or 'an address not known'} and from {by_id[kept].url or 'an address not known'}; it counts once, as {kept}."
    return Issue("same-report", message, "incidents", Severity.NOTE, by_id[copy].url, copy)
