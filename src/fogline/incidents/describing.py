"""What an incident is called: its type, place, days and title, and which claims only mention it in passing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import zip_longest
from types import MappingProxyType

from rapidfuzz import fuzz

from fogline.claims.claim import Claim, ClaimPlace
from fogline.grounding.grounding import PlaceBasis
from fogline.incidents.accounts import LEAD_CHARACTERS, Account, is_heading, names_a_place
from fogline.incidents.forms import RETORTS, STATES, is_physical, plain_name
from fogline.incidents.incident import Figure, IncidentPlace
from fogline.incidents.signals import is_fine
from fogline.incidents.words import folded, place_words
from fogline.intake.report import PartKind, Report
from fogline.reading.reading import Modality
from fogline.reading.types import TYPES

# Of equally frequent types the one that says more.
_WEAPONS = ("chemical-weapon", "suicide-bomb", "air-strike", "shelling", "explosive")
_TELLING_TYPES = (
    *_WEAPONS,
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

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class News:
    """What a report opens with: its last stated day, None where it states none."""

    day: date | None


def is_background(account: Account, report: Report | None, news: News | None = None, happened: date | None = None) -> bool:
    """Return whether a report only recalls the happening: it is days old by then and told further down.

    ``happened`` is its day as the other reports state it, for one that only
    says "in July". A report that opens with the ``news`` of a later day
    recalls the raid of the day before too; and where it opens with any other,
    fighting mentioned in passing is background. A claim dated after its
    report, as slips and wrong metadata make them, is not.
    """
    last = account.end if account.firm or happened is None else happened
    if account.published_on is None or last is None:
        return False
    if in_passing(account, report):
        return news is not None
    if not account.dated and happened is None:
        return False
    if any(c.part in (PartKind.HEADLINE, PartKind.STANDFIRST) for c in account.claims):
        return False
    age = (account.published_on - last).days
    further_down = account.position > (
        LEAD_CHARACTERS if report is None else max(LEAD_CHARACTERS, _LEAD_SHARE * len(report.text))
    )
    if age < BACKGROUND_DAYS:
        return age > 0 and further_down and news is not None and news.day is not None and news.day > last
    return further_down or (age >= _LONG_AGO_DAYS and account.position > LEAD_CHARACTERS)


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


def with_news(accounts: Sequence[Account], reports: Mapping[str, Report]) -> Mapping[str, News]:
    """Return what reports open with, for those that open with a happening of their own."""
    out: dict[str, News] = {}
    for account in accounts:
        report = reports.get(account.report_id)
        if report is None or account.position >= LEAD_CHARACTERS or in_passing(account, report):
            continue
        held = out.get(account.report_id)
        days = [d for d in (held.day if held else None, account.end if account.firm else None) if d is not None]
        out[account.report_id] = News(max(days, default=None))
    return out


def type_of(claims: Sequence[Claim]) -> str:
    """Return the type most claims of an incident have: physical events before speech, speech before states."""

    def layer(claim: Claim) -> int:
        if claim.type in STATES:
            return 2
        return 0 if is_physical(claim.type) else 1

    top = min(layer(c) for c in claims)
    # What lies in ruins was bombed or shelled: the ruin names the happening only where nothing says how it came about.
    done = [c for c in claims if layer(c) == top and c.type != "destruction"]
    # "Killing eight" is coded as attack beside the air strike that killed them.
    vague = "attack" if any(c.type in _WEAPONS for c in done) else None
    counted: Counter[str] = Counter()
    for c in done if top == 0 and done else claims:
        if layer(c) == top and not (
            top == 1 and c.type in RETORTS and any(layer(d) == 1 and d.type not in RETORTS for d in claims)
        ):
            # Whose dead are counted is the happening; the offensive in which they were shot stands beside it.
            hurt = top == 0 and c.type != vague and any(n.what in ("killed", "injured") for n in c.counts)
            counted[c.type] += 1 + hurt
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
        start, end = min(d[0] for d in chosen), max(d[1] for d in chosen)
        return _of_a_battle(accounts, start, end, most) or (start, end)
    dated = [a for a in accounts if a.dated and (a.start or a.end)]
    if not dated:
        return None, None
    tightest = min(
        dated, key=lambda a: ((a.end - a.start).days if a.start and a.end else 10_000, a.start or date.min, a.end or date.max)
    )
    return tightest.start, tightest.end


# A battle over more days than this is an offensive, and its days are those that reports state.
_LONGEST_BATTLE_DAYS = 10


def _of_a_battle(accounts: Sequence[Account], start: date, end: date, tellers: int) -> tuple[date, date] | None:
    """Return the days of a battle that as many reports tell over several days as tell of one day within them; None if there are none."""
    long = Counter(
        (a.start, a.end)
        for a in accounts
        if a.dated
        and not a.firm
        and a.start is not None
        and a.end is not None
        and a.start <= start
        and end <= a.end
        and (a.end - a.start).days < _LONGEST_BATTLE_DAYS
        and a.types & {"armed-clash", "territory-gained"}
        and not _only_of_a_week(a)
    )
    if sum(long.values()) < tellers:
        return None
    return min(long, key=lambda d: (-long[d], d))


_WEEK = re.compile(r"\b(?:last|this|past|previous|that) (?:week|weekend|month)\b", re.IGNORECASE)


def _only_of_a_week(account: Account) -> bool:
    """Return whether an account's days are only a week or month that its day lies in: "last week's attack" went on for no week."""
    said = [c.time.text for c in account.claims if c.time is not None and c.time.text and (c.time.start or c.time.end)]
    return bool(said) and all(_WEEK.search(words) is not None for words in said)


def assumed_days_of(accounts: Sequence[Account]) -> tuple[date | None, date | None]:
    """Return the last days before the first report: news of no stated day is of the day before, or of the same.

    So it was for 79 % of 1,957 annotated claims without a time. The
    incident is flagged ``date-assumed``.
    """
    first = min((a.published_on for a in accounts if a.published_on is not None), default=None)
    return (None, None) if first is None else (first - timedelta(days=1), first)


def place_of(accounts: Sequence[Account], reports: Mapping[str, Report] = MappingProxyType({})) -> IncidentPlace | None:
    """Return the place that most reports name, their own words before borrowed ones, the finer before the coarser; coordinates from whoever resolved it.

    ``reports`` supply the words that follow a place's own, in which they say where it lies.
    """
    votes: Counter[frozenset[str]] = Counter()
    spellings: dict[frozenset[str], list[ClaimPlace]] = {}
    for account in accounts:
        for key in {place_words(p.name) for p in account.places}:
            votes[key] += 1
        # As every claim has it: of an account's places one name stands once, and may be borrowed there.
        for place in (c.place for c in account.claims if c.place is not None and names_a_place(c.place)):
            spellings.setdefault(place_words(place.name), []).append(place)
    if not votes:
        return None

    def rank(key: frozenset[str]) -> tuple[int, int, int, int, str]:
        best = min(spellings[key], key=_fineness)
        borrowed = all(p.basis is PlaceBasis.INHERITED for p in spellings[key])
        return (borrowed, 0 if is_fine(best) else 1, -votes[key], _fineness(best)[0], best.name)

    chosen = spellings[min(votes, key=rank)]
    # As the reports spell it, not as the gazetteer does: that is what a reader looks for.
    own = [p for p in chosen if p.basis is not PlaceBasis.INHERITED and p.text]
    name = Counter(_spelt(p) for p in own or chosen).most_common()
    best_name = min((n for n, c in name if c == name[0][1]), key=lambda n: (len(n), n))
    best = min(chosen, key=_fineness)
    told = [(c.place, c.report_id) for a in accounts for c in a.claims if c.place is not None]
    alike = [(p, reports.get(r)) for p, r in told if place_words(p.name) == place_words(best.name)]
    full_name = full_name_of([p for p, _ in alike], best_name, [_after(p, r.text if r else "") for p, r in alike])
    if full_name is None:
        full_name = _with_its_city(best, best_name, told)
    return IncidentPlace(best_name, best.country, best.admin1, best.latitude, best.longitude, best.precision, full_name)


def _after(place: ClaimPlace, text: str) -> str:
    """Return the words that follow a place's own in its sentence."""
    if place.span is None or not text:
        return ""
    return re.split(r"[.;!?]", text[place.span.end : place.span.end + 80], maxsplit=1)[0]


# A quarter and its city are told within so many characters of each other.
_NEAR_BY = 300


def _with_its_city(place: ClaimPlace, name: str, told: Sequence[tuple[ClaimPlace, str]]) -> str | None:
    """Return "City (Quarter)" where the reports name one quarter, and one city near it; None where they name several."""
    quarters: dict[frozenset[str], list[tuple[ClaimPlace, str]]] = {}
    cities: dict[frozenset[str], list[tuple[ClaimPlace, str]]] = {}
    for other, report_id in told:
        if other.basis is PlaceBasis.INHERITED or other.span is None or not names_a_place(other):
            continue
        if _is_quarter(other):
            quarters.setdefault(place_words(other.name), []).append((other, report_id))
        elif other.feature == "city":
            cities.setdefault(place_words(other.name), []).append((other, report_id))
    if len(quarters) != 1 or len(cities) != 1:
        return None
    (quarter, within), (city, around) = next(iter(quarters.items())), next(iter(cities.items()))
    if place_words(place.name) not in (quarter, city) or not quarter or not city:
        return None
    if not any(one == other and _gap(q, c) <= _NEAR_BY for q, one in within for c, other in around):
        return None
    names = [
        name if place_words(place.name) == key else _spelt(min((p for p, _ in of), key=_fineness))
        for key, of in ((city, around), (quarter, within))
    ]
    return None if folded(names[1])[:4] == folded(names[0])[:4] else f"{names[0]} ({names[1]})"


def _gap(one: ClaimPlace, other: ClaimPlace) -> int:
    assert one.span is not None and other.span is not None
    return max(one.span.start, other.span.start) - min(one.span.end, other.span.end)


def _is_quarter(place: ClaimPlace) -> bool:
    """Return whether a place's own words call its name a quarter, and the map has no town of that name."""
    if place.feature is not None or not place.text or _QUARTER.search(place.text) is None:
        return False
    name = re.escape(_spelt(place))
    return re.search(rf"\b{_QUARTER_WORD} of {name}\b|\b{name} {_QUARTER_WORD}\b(?! of\b)", place.text) is not None


def _spelt(place: ClaimPlace) -> str:
    """Return a place's name in the report's own spelling, where its words there have that name in them."""
    words = place.text
    if words == place.name:
        return words
    # "Syrian" is not how a country is spelt, nor is "Aleppos" a town: a genitive that lost its apostrophe.
    if not words or place.basis is PlaceBasis.INHERITED or place.feature == "country" or words == place.name + "s":
        return place.name
    if (
        words[:1].isupper()
        and len(words.split()) <= len(place.name.split()) + 1
        and words.replace("-", " ").replace(" ", "").isalpha()
    ):
        return words
    return named_in(words, place.name) or place.name


# A name as texts print it: words with capitals, joined by blanks, hyphens or an article.
_WORD = r"(?:(?:al|el|ad|ar|as|ash|at|ez|es|de|del)[- ])?[A-Z][^\W\d_]*(?:[’'-][^\W\d_]+)*"
_NAMES = re.compile(rf"{_WORD}(?:[ -]{_WORD})*")
_ALIKE = 75.0
# UCDP where_prec of a point that is only near.
NEAR_PRECISION = 2


@lru_cache(maxsize=50_000)
def named_in(words: str, name: str) -> str | None:
    """Return the run of words with capitals that spells a name, as "Kafr Hood" spells "Kafr Hud"; None if none is near enough."""
    wanted, length = folded(name), len(name.split())
    best: tuple[tuple[float, float], str] | None = None
    for match in _NAMES.finditer(words):
        parts = match.group().split()
        for size_ in {max(1, length - 1), length, length + 1}:
            for start in range(len(parts) - size_ + 1):
                run = " ".join(parts[start : start + size_])
                whole = fuzz.ratio(folded(run), wanted)
                # "El Obeid" is spelt with its article where the words have it.
                score = (max(whole, fuzz.ratio(_bare(run), _bare(name))), whole)
                if score[0] >= _ALIKE and (best is None or score > best[0]):
                    best = (score, run)
    return None if best is None else best[1]


def _bare(name: str) -> str:
    return _ARTICLE.sub("", folded(name))


_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|at|ez|es|de|del)[- ]")


_QUARTER_WORD = r"(?:neighbou?rhood|district|quarter|suburb)s?"
_QUARTER = re.compile(rf"\b{_QUARTER_WORD}\b", re.IGNORECASE)
_IN_CITY = (
    re.compile(rf"\b{_QUARTER_WORD} (?:of|in) (?P<city>{_WORD})(?: city)?$"),
    re.compile(rf"\bin (?P<city>{_WORD})(?: city)?$"),
    re.compile(rf"^(?:[Tt]he )?(?P<city>(?!The\b){_WORD}?)(?:['’]s|s)?(?: city(?:['’]s|s)?)? [^,]*\b{_QUARTER_WORD} of\b"),
)
_IN_PROVINCE = re.compile(
    rf"(?P<name>{_WORD}(?:[ -]{_WORD})*) (?:province|governorate|countryside)\b|\b(?:province|governorate|countryside) of (?:the )?(?P<of>{_WORD}(?:[ -]{_WORD})*)"
)


_A_SIDE_OF = re.compile(
    rf"\b(?:north|south|east|west|northern|southern|eastern|western|central) {_WORD}(?:['’]s)? {_QUARTER_WORD} of\b"
)
# "The town of Rastan" ... "in central Homs province", "in the northern province of Aleppo".
_THEN_IN = re.compile(
    rf"^(?: (?:town|village|city|area))?,? (?:in|of) (?:the )?(?:[a-z-]+ ){{0,3}}?"
    rf"(?:(?P<name>{_WORD}(?:[ -]{_WORD})*)(?:['’]s?)?(?: [a-z-]+)? (?:province|governorate|countryside)\b"
    rf"|(?:province|governorate|countryside) of (?:the )?(?P<of>{_WORD}(?:[ -]{_WORD})*))"
)


def full_name_of(places: Sequence[ClaimPlace], name: str, following: Sequence[str] = ()) -> str | None:
    """Return a place's name with the larger one in which its reports put it: the city of a quarter, the province of a town.

    Three villages of one name lie in three provinces. Where no report says in
    which, the name stands alone, as that of a city does. ``following`` are,
    for each place, the words after its own.
    """
    said: Counter[str] = Counter()
    for place, then in zip_longest(places, following, fillvalue=""):
        assert isinstance(place, ClaimPlace)
        text = place.text or ""
        match_after = _THEN_IN.search(then) if text.endswith(name) else None
        if match_after is not None and (province := _province(match_after, place, name)) is not None:
            said[f"{name} ({province})"] += 1
            continue
        if text == name:
            continue
        # "The east Aleppo district of Marjeh": what has an east is no quarter of what follows.
        if _QUARTER.search(text) and _A_SIDE_OF.search(text) is None:
            named = [m["city"] for pattern in _IN_CITY if (m := pattern.search(text)) is not None]
            city = next((c for c in named if not _same_name(c, name)), None)
            if city is None and place.precision == NEAR_PRECISION and place.feature is None:
                city = place.admin1  # a name that is not on the map, set where the text has its town
            if city is not None and not _same_name(city, name):
                said[f"{city} ({name})"] += 1
                continue
        for match in _IN_PROVINCE.finditer(text):
            if (province := _province(match, place, name)) is not None:
                said[f"{name} ({province})"] += 1
    return min(said, key=lambda s: (-said[s], s)) if said else None


def _province(match: re.Match[str], place: ClaimPlace, name: str) -> str | None:
    """Return the province that words name, as they spell it; None if it is the place itself or not the one that the map gives."""
    province: str = match["name"] or match["of"]
    if place.admin1 is not None:
        province = named_in(province, place.admin1) or ""
        if folded(province) == folded(place.admin1) + "s":  # a genitive that lost its apostrophe
            province = province[:-1]
    return province if province and place_words(province).isdisjoint(place_words(name)) else None


def _same_name(one: str, other: str) -> bool:
    return fuzz.ratio(folded(one), folded(other)) >= _ALIKE


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
    targets = Counter(m.name for c in claims for m in c.target if not any(_same_side(m.name, a.name) for a in c.actor))
    if TYPES[type_code].political_violence and any(n.casefold() not in _UNARMED for n in actors):
        # Where somebody with arms is named, those who flee, gather or are hit are no doers of it.
        actors = Counter({n: k for n, k in actors.items() if n.casefold() not in _UNARMED})
    if type_code not in _MUTUAL:
        for name in actors.keys() & targets.keys():
            # An act whose only doer is gone says less than one whose target is.
            turned = targets[name] > actors[name] and len(actors) > 1
            del (actors if turned else targets)[name]
    return _most_named(actors), _most_named(targets)


_UNARMED = frozenset(
    {
        "civilians",
        "residents",
        "people",
        "families",
        "children",
        "women",
        "refugees",
        "displaced people",
        "protesters",
        "journalists",
        "medics",
        "doctors",
    }
)
_LEADING = re.compile(r"^(?:the|an?) ")


def _same_side(one: str, other: str) -> bool:
    """Return whether two names are one side's, one of them cut short: "the coalition" and "US-led coalition"."""
    names = [_LEADING.sub("", folded(n)) for n in (one, other)]
    short, long = sorted(names, key=len)
    return short == long or (short in ("coalition", "alliance") and long.endswith(f" {short}"))


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
        # Where the best is the middle of a range or the least of "dozens", nobody said it: the title gives the range.
        printed = killed.high is None or (killed.best in (killed.low, killed.high) and not killed.vague)
        said: int | str | None = killed.best if printed else f"{killed.low}–{killed.high}"
        if killed.exceeds and killed.best is not None:
            said = f"over {killed.best - 1}"
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
