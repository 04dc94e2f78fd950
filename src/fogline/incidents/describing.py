"""What an incident is called: its type, place, days and title, and which claims only mention it in passing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from fogline.claims.claim import Claim, ClaimPlace
from fogline.grounding.grounding import PlaceBasis
from fogline.incidents.accounts import Account, is_heading
from fogline.incidents.forms import RETORTS, STATES, is_physical, plain_name
from fogline.incidents.incident import Figure, IncidentPlace
from fogline.incidents.signals import is_fine
from fogline.incidents.words import place_words
from fogline.intake.report import PartKind, Report
from fogline.reading.reading import Modality

# Of equally frequent types the one that says more.
_TELLING_TYPES = (
    "chemical-weapon",
    "suicide-bomb",
    "air-strike",
    "shelling",
    "explosive",
    "abduction",
    "sexual-violence",
    "territory-gained",
    "armed-clash",
    "attack",
)

# A mention in passing speaks of something at least so many days old, and not at the head of the report.
BACKGROUND_DAYS = 2
_LONG_AGO_DAYS = 5
_LEAD_SHARE = 0.3
LEAD_CHARACTERS = 350

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def is_background(account: Account, report: Report | None, other_news: bool = False) -> bool:
    """Return whether a report only recalls the happening: it is days old by then and told further down.

    Where the report opens with ``other_news``, fighting mentioned in passing
    is background too. A claim dated after its report, as slips and wrong
    metadata make them, is not.
    """
    if account.published_on is None or account.end is None:
        return False
    if in_passing(account, report):
        return other_news
    if not account.dated:
        return False
    age = (account.published_on - account.end).days
    if age < BACKGROUND_DAYS:
        return False
    if any(c.part in (PartKind.HEADLINE, PartKind.STANDFIRST) for c in account.claims):
        return False
    lead_ends = LEAD_CHARACTERS if report is None else max(LEAD_CHARACTERS, _LEAD_SHARE * len(report.text))
    return account.position > lead_ends or (age >= _LONG_AGO_DAYS and account.position > LEAD_CHARACTERS)


def in_passing(account: Account, report: Report | None) -> bool:
    """Return whether an account is of fighting or harm, names no day and no number of victims, and does not stand at the report's head."""
    if (
        account.firm
        or not all(is_physical(t) or t in STATES for t in account.types)
        or {"killed", "injured"} & account.figures.keys()
    ):
        return False
    if report is None or account.position < LEAD_CHARACTERS or any(is_heading(c) for c in account.claims):
        return False
    return not account.dated or account.start is None or account.end is None


def with_news(accounts: Sequence[Account], reports: Mapping[str, Report]) -> frozenset[str]:
    """Return the reports that open with a happening of their own."""
    return frozenset(
        a.report_id
        for a in accounts
        if (report := reports.get(a.report_id)) is not None and a.position < LEAD_CHARACTERS and not in_passing(a, report)
    )


def type_of(claims: Sequence[Claim]) -> str:
    """Return the type most claims of an incident have: physical events before speech, speech before states."""

    def layer(claim: Claim) -> int:
        if claim.type in STATES:
            return 2
        return 0 if is_physical(claim.type) else 1

    top = min(layer(c) for c in claims)
    counted = Counter(
        c.type
        for c in claims
        if layer(c) == top
        and not (top == 1 and c.type in RETORTS and any(layer(d) == 1 and d.type not in RETORTS for d in claims))
    )
    most = max(counted.values())
    likely = sorted(t for t, n in counted.items() if n == most)
    return min(likely, key=lambda t: (_TELLING_TYPES.index(t) if t in _TELLING_TYPES else len(_TELLING_TYPES), t))


def days_of(accounts: Sequence[Account]) -> tuple[date | None, date | None]:
    """Return first and last day: what most reports state to the day, else the tightest interval stated, else nothing.

    A day that was only assumed from the publication date is not stated.
    """
    firm = [a for a in accounts if a.firm]
    if firm:
        days = Counter((a.start, a.end) for a in firm if a.start is not None and a.end is not None)
        most = max(days.values())
        chosen = [d for d, n in days.items() if n == most]
        return min(d[0] for d in chosen), max(d[1] for d in chosen)
    dated = [a for a in accounts if a.dated and (a.start or a.end)]
    if not dated:
        return None, None
    tightest = min(
        dated, key=lambda a: ((a.end - a.start).days if a.start and a.end else 10_000, a.start or date.min, a.end or date.max)
    )
    return tightest.start, tightest.end


def assumed_days_of(accounts: Sequence[Account]) -> tuple[date | None, date | None]:
    """Return the last days before the first report: news of no stated day is of the day before, or of the same.

    So it was for 79 % of 1,957 annotated claims without a time. The
    incident is flagged ``date-assumed``.
    """
    first = min((a.published_on for a in accounts if a.published_on is not None), default=None)
    return (None, None) if first is None else (first - timedelta(days=1), first)


def place_of(accounts: Sequence[Account]) -> IncidentPlace | None:
    """Return the place that most reports name, their own words before borrowed ones, the finer before the coarser; coordinates from whoever resolved it."""
    votes: Counter[frozenset[str]] = Counter()
    spellings: dict[frozenset[str], list[ClaimPlace]] = {}
    for account in accounts:
        for key in {place_words(p.name) for p in account.places}:
            votes[key] += 1
        for place in account.places:
            spellings.setdefault(place_words(place.name), []).append(place)
    if not votes:
        return None

    def rank(key: frozenset[str]) -> tuple[int, int, int, int, str]:
        best = min(spellings[key], key=_fineness)
        borrowed = all(p.basis is PlaceBasis.INHERITED for p in spellings[key])
        return (borrowed, 0 if is_fine(best) else 1, -votes[key], _fineness(best)[0], best.name)

    chosen = spellings[min(votes, key=rank)]
    # As the reports spell it, not as the gazetteer does: that is what a reader looks for.
    name = Counter(_spelt(p) for p in chosen).most_common()
    best_name = min((n for n, c in name if c == name[0][1]), key=lambda n: (len(n), n))
    best = min(chosen, key=_fineness)
    return IncidentPlace(best_name, best.country, best.admin1, best.latitude, best.longitude, best.precision)


def _spelt(place: ClaimPlace) -> str:
    """Return a place's name in the report's own spelling, if its words there are that name and not a description of it."""
    words = place.text
    if (
        words
        and words[:1].isupper()
        and len(words.split()) <= len(place.name.split()) + 1
        and words.replace("-", " ").replace(" ", "").isalpha()
    ):
        return words
    return place.name


def _fineness(place: ClaimPlace) -> tuple[int, int, str]:
    return (place.precision if place.precision is not None else 9, 0 if place.latitude is not None else 1, place.name)


# What two sides do to each other, so that both may be named in both roles.
_MUTUAL = frozenset({"armed-clash", "territory-gained", "consult", "agree", "cooperate"})


def roles_of(claims: Sequence[Claim], type_code: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the actors and the targets that claims name, each the most often named first, nobody as a target of himself.

    A sentence that is read with its roles turned round makes the bomber the
    bombed. Of what one side does to another, each is given the role in which
    more claims name it.
    """
    actors = Counter(m.name for c in claims for m in c.actor)
    targets = Counter(m.name for c in claims for m in c.target if m.name not in {a.name for a in c.actor})
    if type_code not in _MUTUAL:
        for name in actors.keys() & targets.keys():
            # An act whose only doer is gone says less than one whose target is.
            turned = targets[name] > actors[name] and len(actors) > 1
            del (actors if turned else targets)[name]
    return _most_named(actors), _most_named(targets)


def _most_named(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counted, key=lambda n: (-counted[n], n)))


def title_of(
    type_code: str,
    place: IncidentPlace | None,
    start: date | None,
    end: date | None,
    actors: Sequence[str],
    figures: Sequence[Figure],
    claims: Sequence[Claim],
) -> str:
    """Return a plain line that names the happening: what, where, when, and how many are said to have died."""
    parts = [plain_name(type_code)]
    if not is_physical(type_code) and actors:
        parts[0] += f" by {' and '.join(actors[:2])}"
    parts.append(place.name if place else "place unknown")
    parts.append(day_words(start, end))
    title = ", ".join(parts)
    killed = next((f for f in figures if f.what == "killed" and f.best), None)
    if all(c.modality is Modality.PLANNED for c in claims):
        return f"{title} — announced"
    if killed is not None:
        # Where the best is the middle of a range ("dozens"), nobody said it: the title gives the range.
        said = killed.best if killed.high is None or killed.best in (killed.low, killed.high) else f"{killed.low}–{killed.high}"
        return f"{title} — {said} killed claimed"
    if is_physical(type_code) and actors:
        return f"{title} — {' and '.join(actors[:2])}"
    return title


def day_words(start: date | None, end: date | None) -> str:
    """Return days as a title writes them: "12 Dec 2018", "12–14 Dec 2018", "until 3 May 2019"."""
    if start is None and end is None:
        return "day unknown"
    if start is None or end is None:
        known = start or end
        assert known is not None
        return f"{'since' if end is None else 'until'} {_day(known)}"
    if start == end:
        return _day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{_day(end)}"
    return f"{_day(start)} – {_day(end)}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
