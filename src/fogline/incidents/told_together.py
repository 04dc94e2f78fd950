"""What speaks for and against two claims of one report telling one happening, in bits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from fogline.claims.claim import ActorMention, Claim, Count
from fogline.grounding.grounding import PlaceBasis
from fogline.incidents.accounts import (
    LOOKS_BACK,
    NEWS_AGE,
    day_of_saying,
    is_heading,
    names_a_place,
    news_window_of,
    sentence_around,
)
from fogline.incidents.affiliation import is_side, key_of, related
from fogline.incidents.forms import RETORTS, UNLIKE, type_bits
from fogline.incidents.list_items import item_at
from fogline.incidents.people import kind_counted, kinds_differ
from fogline.incidents.recoveries import tells_of_bodies_found
from fogline.incidents.signals import is_fine, km_between
from fogline.incidents.toll_counts import adds_to_a_toll, largest_of, own_counts, size, told_counts
from fogline.incidents.words import content_words, place_words
from fogline.intake.report import Report
from fogline.reading.reading import Modality

# Bits from which two claims of one report tell one happening. Chosen on
# annotated reports of one war, 2026-11; the groups change little between 3.5 and 5.
TOLD_TOGETHER = 4.0
# So many bits or fewer: the two cannot be one happening.
EXCLUDED = -99.0
_RECALLED = -2.0  # beside a day that is only recalled


@dataclass(frozen=True)
class Told:
    """A claim with its sentence's place in the report and the words that telling needs."""

    claim: Claim
    sentence: tuple[int, int]
    words: frozenset[str]
    place: frozenset[str]
    text: str = ""  # of the report
    within: bool = False  # the place is a spot within a town: a district, a hospital

    # A claim is weighed against some twenty others of its report: what that needs is worked out once.

    @cached_property
    def window(self) -> tuple[date | None, date | None, bool, bool]:
        return news_window_of(self.claim)

    @cached_property
    def sides(self) -> frozenset[str]:
        return _sides(self.claim.actor)

    @cached_property
    def targets(self) -> frozenset[str]:
        return _sides(self.claim.target)

    @cached_property
    def counts(self) -> tuple[tuple[Count, bool], ...]:
        return told_counts(self.claim, self.text)

    @cached_property
    def figures(self) -> dict[str, tuple[int | None, int | None]]:
        return largest_of([self.counts])

    def kind_counted(self, what: str) -> str:
        """Whom the claim's numbers of a thing count, civilians or armed men."""
        return kind_counted((c for c, _ in self.counts), what)

    @cached_property
    def counts_dead(self) -> bool:
        return any(c.what == "killed" for c in own_counts(self.claim))

    @cached_property
    def hours(self) -> frozenset[str]:
        """The parts of the day that the claim's own words name."""
        words = f"{self.claim.quote} {self.claim.time.text if self.claim.time and self.claim.time.text else ''}"
        return frozenset(part for part, pattern in _HOURS.items() if pattern.search(words))

    @cached_property
    def everywhere(self) -> bool:
        """Whether the claim's own words tell of a whole country or province: its dead are those of many towns."""
        return _EVERYWHERE.search(self.claim.quote) is not None

    @cached_property
    def found(self) -> bool:
        return tells_of_bodies_found(self.claim)

    @cached_property
    def adds(self) -> bool:
        return any(c.what == "killed" and adds_to_a_toll(c.text) for c in own_counts(self.claim))


def told_together(left: Told, right: Told) -> float:
    """Return the bits for two claims of one report telling one happening; strongly negative if they cannot."""
    one, other = left.claim, right.claim
    if (one.modality is Modality.PLANNED) != (other.modality is Modality.PLANNED):
        return EXCLUDED
    kind = EXCLUDED if _one_after_the_other(left, right) else _kind_bits(one, other)
    days = _days_bits(left, right) if kind > EXCLUDED else EXCLUDED
    places = _place_bits(left, right) if days > EXCLUDED else EXCLUDED
    if places <= EXCLUDED:
        return EXCLUDED
    return (
        kind
        + days
        + places
        + nearness_bits(left, right)
        + _actor_bits(left, right)
        + _figure_bits(left, right)
        + _addition_bits(left, right)
        + _word_bits(left, right)
    )


def told_signals(claims: Sequence[Claim], report: Report | None) -> list[tuple[tuple[str, float, str], ...]]:
    """Return for each claim but the first what speaks for and against its telling the happening that the first tells, for people to read."""
    if len(claims) < 2:
        return []
    first, *others = (told_claim(c, report) for c in claims)
    return [_told_signals(first, other) for other in others]


def told_claim(claim: Claim, report: Report | None) -> Told:
    """Return a claim with what telling needs to know of it and of its report."""
    text = report.text if report is not None else ""
    sentence = (
        sentence_around(text, claim.quote_span.start, claim.quote_span.end)
        if text
        else (claim.quote_span.start, claim.quote_span.end)
    )
    names = [n for n in (claim.place.name, claim.place.text) if n] if claim.place else []
    return Told(
        claim,
        sentence,
        content_words(claim.quote),
        frozenset(w for n in names for w in place_words(n)),
        text,
        _within(claim, text),
    )


def nearness_bits(left: Told, right: Told) -> float:
    """Return the bits for two claims standing near each other in the report."""
    if left.sentence == right.sentence:
        return 2.5
    if is_heading(left.claim) or is_heading(right.claim):
        return 1.5
    if _of_two_items(left, right):
        return 0.0
    gap = max(left.sentence[0], right.sentence[0]) - min(left.sentence[1], right.sentence[1])
    if gap <= 3:
        return 2.0
    return 1.0 if gap <= 300 else 0.0


def _of_two_items(left: Told, right: Told) -> bool:
    """Return whether two claims stand in different items of one list: what is next to each other there is other news."""
    one, other = item_at(left.text, left.sentence[0]), item_at(right.text, right.sentence[0])
    return one is not None and other is not None and one != other


def _told_signals(one: Told, other: Told) -> tuple[tuple[str, float, str], ...]:
    left, right = one.claim, other.claim
    same = "the same sentence" if one.sentence == other.sentence else "one report"
    return (
        ("told in one report", nearness_bits(one, other), f"{same}: “{left.trigger}”, “{right.trigger}”"),
        ("type", _kind_bits(left, right), f"{left.type} and {right.type}"),
        ("days", _days_bits(one, other), "the days they state"),
        (
            "place",
            _place_bits(one, other),
            f"{left.place.name if left.place else 'no place'}; {right.place.name if right.place else 'no place'}",
        ),
        ("actors", _actor_bits(one, other), "the doers they name"),
        ("figures", _figure_bits(one, other), "the figures they give"),
        ("words", _word_bits(one, other), "the words they share"),
    )


# Forms of attack that do not pass into each other in one telling: shells do not become a car bomb by nightfall.
_ATTACKS = frozenset({"air-strike", "shelling", "explosive", "suicide-bomb", "chemical-weapon"})
_HOURS = {
    "morning": re.compile(r"\b(?:dawn|daybreak|sunrise|mornings?)\b", re.I),
    "midday": re.compile(r"\b(?:noon|midday|afternoons?)\b", re.I),
    "night": re.compile(r"\b(?:dusk|sunset|nightfall|evenings?|nights?|overnight|midnight)\b", re.I),
}
_ANSWER = re.compile(r"\b(?:following|after|in response to|in retaliation for|in revenge for)\b", re.I)
_LATER = re.compile(r"\b(?:hours?|(?<!by )minutes|shortly|soon|half a day)\s+(?:after|before|earlier|later)\b", re.I)
# "51 died in strikes across the country" is no town's toll.
_EVERYWHERE = re.compile(
    r"\b(?:across|throughout|all over) (?:the )?(?:whole |entire )?(?:country|nation|province|region|territor(?:y|ies)|governorate|enclave|strip)\b"
    r"|\b(?:nationwide|countrywide|country-wide)\b",
    re.IGNORECASE,
)
# Words for a part of a town, and for a building or site that has a name of its own or is called after its town.
_PART = r"(?:neighbou?rhoods?|districts?|quarters?|suburbs?|areas?|streets?|squares?|roads?|camp|crossing|bridge|roundabout)"
_SITE = r"(?:markets?|schools?|hospitals?|clinics?|mosques?|church|bakery|prison|base|airport|checkpoint|university|station|headquarters)"
_NAME = r"[A-Z][\w’'-]*"
_OF = r"(?:of|including|such as|like|called|named)"
_NAMED_PART = re.compile(rf"{_NAME}\s+(?i:{_PART})\b|\b(?:neighbou?rhood|district|quarter|suburb) of {_NAME}")
_NAMED_SPOT = re.compile(rf"{_NAME}\s+(?i:{_PART}|{_SITE})\b|\b{_PART} {_OF} {_NAME}")
_PART_OF = re.compile(rf"\b{_PART} {_OF} $")
# What begins to say where a place lies.
_LIES = re.compile(r",|\b(?:in|at|near|outside|inside|on|around|within)\b")


def _one_after_the_other(left: Told, right: Told) -> bool:
    """Return whether two attacks of different form are told with different times of one day, or one "hours after" the other.

    A car bomb in the evening, hours after the shelling of the morning, is
    another attack on the same street. One form told twice is left to the
    other signs: a raid may go on from dawn to dusk.
    """
    first, second = sorted((left, right), key=lambda t: t.claim.trigger_span.start)
    one, other = first.claim, second.claim
    if one.type not in _ATTACKS or other.type not in _ATTACKS:
        return False
    between = first.text[one.trigger_span.end : other.trigger_span.start] if first.sentence == second.sentence else ""
    # "Strikes killed 45 after rebels had fired rockets": one side's answer to the other's attack, also where the
    # sentence was read so that the first side stands among the doers of the second attack.
    if first.sides and second.sides and not second.sides <= first.sides and _ANSWER.search(between) is not None:
        return True
    if type_bits(one.type, other.type) > 0:
        return False
    if first.hours and second.hours and first.hours.isdisjoint(second.hours):
        return True
    return _LATER.search(between) is not None


def _kind_bits(one: Claim, other: Claim) -> float:
    if one.type != other.type and (one.type in RETORTS or other.type in RETORTS):
        return 0.0
    bits = type_bits(one.type, other.type)
    return EXCLUDED if bits <= UNLIKE else bits


def _within(claim: Claim, text: str) -> bool:
    """Return whether the words at a claim's place call what they name a spot within a town.

    "The Salihiya neighbourhood", "the district of Salihiya" and "Noor
    hospital" are one; "the market in Gorat" and "Gorat, in Tamba district"
    name the town, and so do "Gorat market" and "districts of Gorat" where the
    map has a town of that name.
    """
    place = claim.place
    if place is None or place.span is None or not text:
        return False
    behind = re.split(r"[.;\n]", text[place.span.end : place.span.end + 20], maxsplit=1)[0]
    before = _PART_OF.search(text, max(0, place.span.start - 20), place.span.start)
    words = text[before.start() if before else place.span.start : place.span.end] + behind
    named = place_words(place.name)
    part = next((p for p in _LIES.split(words) if not named.isdisjoint(place_words(p))), None)
    if part is None:
        return False
    return (_NAMED_PART if place.feature == "city" else _NAMED_SPOT).search(part) is not None


def _days_bits(one: Told, other: Told) -> float:
    a_start, a_end, a_firm, a_dated = one.window
    b_start, b_end, b_firm, b_dated = other.window
    if not a_dated and not b_dated:
        return 0.5
    if not a_dated or not b_dated:
        # A sentence without a day goes on with the day that was named before, unless that was only recalled.
        dated = one if a_dated else other
        undated = other if a_dated else one
        (begin, end), published_on = dated.window[:2], dated.claim.published_on
        said_on = day_of_saying(undated.claim)
        if said_on is not None and begin is not None and begin > said_on:
            return EXCLUDED
        if end is None or published_on is None:
            return 0.0
        if undated.claim.time is not None and LOOKS_BACK in undated.claim.time.flags:
            return 0.5
        return 0.5 if (published_on - end).days <= NEWS_AGE else _RECALLED
    disjoint = (a_end is not None and b_start is not None and a_end < b_start) or (
        b_end is not None and a_start is not None and b_end < a_start
    )
    if disjoint:
        return 0.5 if _answers(one, other) or _answers(other, one) else EXCLUDED
    if (one.found and a_start is None) or (other.found and b_start is None):
        return 0.5  # they were found then, and died before
    if (a_start, a_end) == (b_start, b_end):
        return 2.0 if a_firm else 1.2
    if a_firm and b_firm:
        return 1.0
    return -0.5 if a_firm != b_firm else 0.0


# So many days after a deed it may still be denied or condemned.
_ANSWER_DAYS = 14


def _answers(retort: Told, deed: Told) -> bool:
    """Return whether a denial or accusation has a day of its own soon after what another claim tells of."""
    if retort.claim.type not in RETORTS or deed.claim.type in RETORTS:
        return False
    said, done = retort.window[0], deed.window[1]
    return said is not None and done is not None and 0 < (said - done).days <= _ANSWER_DAYS


def _place_bits(left: Told, right: Told) -> float:
    one, other = left.claim.place, right.claim.place
    if one is None or other is None or not names_a_place(one) or not names_a_place(other):
        return 0.0
    if left.everywhere != right.everywhere and (is_fine(other) if left.everywhere else is_fine(one)):
        return EXCLUDED
    if _is_borrowed(left.claim) or _is_borrowed(right.claim):
        # Borrowed from a headline or a sentence before: it may be that of other news.
        return 0.5 if left.place == right.place else 0.0
    if left.place == right.place:
        return 2.0 if is_fine(one) else 0.5
    if left.place <= right.place or right.place <= left.place:
        return 1.5
    if is_fine(one) and is_fine(other):
        km = km_between(one, other)
        town = one.precision is not None and other.precision is not None
        if km is not None and town and km > 25:
            return EXCLUDED
        if km is not None and km <= 5:
            return 0.5
        if left.place & right.place:
            return -0.5
        # "The Salihiya neighbourhood", "the university hospital": a spot within the town that was named before.
        if left.within != right.within:
            return 0.0
        # A name without coordinates may be a misread adjective ("a Damascan suburb"): it parts less.
        return -4.0 if km is not None else -2.5
    if one.country and other.country and one.country != other.country:
        return EXCLUDED
    if one.admin1 and other.admin1 and one.admin1 != other.admin1:
        return -4.0
    # "In Idlib province", then the village: the same news told again with more detail.
    return 0.5 if one.admin1 and one.admin1 == other.admin1 else 0.0


def _is_borrowed(claim: Claim) -> bool:
    """Return whether a claim has its place from a headline or a sentence before, without words of its own that refer back to it ("the market")."""
    place = claim.place
    if place is None or place.basis is not PlaceBasis.INHERITED:
        return False
    return place.span is None or not claim.quote_span.contains(place.span)


def _actor_bits(one: Told, other: Told) -> float:
    mine, theirs = one.sides, other.sides
    if not mine or not theirs:
        return 0.0
    if mine & theirs:
        return 0.7
    if any(related(a, b) for a in mine for b in theirs):
        return 0.4
    if one.claim.type != other.claim.type and (one.claim.type in RETORTS or other.claim.type in RETORTS):
        return 0.0  # who denies or accuses is another than who did it
    # "Clashes between A and B" turns the roles round from one sentence to the next.
    return 0.0 if (mine | theirs) & (one.targets | other.targets) else -1.5


def _sides(mentions: Iterable[ActorMention]) -> frozenset[str]:
    return frozenset(key_of(m.name) for m in mentions if is_side(m))


def _figure_bits(one: Told, other: Told) -> float:
    mine, theirs = one.figures, other.figures
    bits = [0.0]
    for what in mine.keys() & theirs.keys():
        if kinds_differ(one.kind_counted(what), other.kind_counted(what)):
            continue  # three soldiers and three residents are no one toll
        small, large = sorted((size(mine[what]), size(theirs[what])))
        if small == large:
            bits.append(2.0 if small > 1 else 0.5)
        elif large > 3 * max(1, small):
            bits.append(-1.0)
    # As many dead says more than that the wounded differ.
    return max(bits) or min(bits)


def _addition_bits(left: Told, right: Told) -> float:
    """ "Another five were killed in a raid on the next village": told beside a toll, of another place."""
    if left.place == right.place or not left.place or not right.place:
        return 0.0
    return -3.0 if left.adds != right.adds and left.counts_dead and right.counts_dead else 0.0


def _word_bits(left: Told, right: Told) -> float:
    common = len(left.words & right.words)
    if not common:
        return -0.3
    return min(2.5, 6.0 * common / (len(left.words) + len(right.words)))
