"""Numbers of victims: which of a claim's are a toll, which part of one, and what those of several claims come to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from fogline.claims.claim import Claim, Count
from fogline.grounding.number import CARDINALS
from fogline.grounding.quantity import find_quantities
from fogline.grounding.word_lists import word_set
from fogline.span import Span

# Figures of these people are part of a toll, not the toll.
PARTIAL = word_set(
    """child children kid kids baby babies infant infants toddler boy boys girl girls woman women teenager teenagers minor minors medic medics
    paramedic paramedics doctor doctors nurse nurses rescuer rescuers rescue volunteer volunteers teacher teachers pupil pupils student students
    journalist journalists reporter reporters cameraman elderly pregnant mother mothers brother brothers sister sisters family families relatives
    commander commanders officer officers foreigner foreigners son sons daughter daughters wife men"""
)

# "Six more people", "another 23", "15 of the wounded": counted beside or within a toll that is told elsewhere.
_BESIDE_A_TOLL = re.compile(
    r"\b(?:another|further|additional|others)\b|\bmore\b(?!\s+than)|\bof (?:them|those|whom|the(?: (?:wounded|injured|dead|victims|killed|casualties)|$))(?:\b|$)",
    re.IGNORECASE,
)


# "Five civilians including three children": the children are within the five.
_AMONG = re.compile(r"\b(?:including|among|amongst)\b", re.IGNORECASE)


# A policeman is an officer by his calling, a soldier by his rank: "two police officers" are a toll, "two officers" may be of seven soldiers.
_OFFICERS_OF_A_BODY = re.compile(
    r"\b(?:police|army|military|prison|security|intelligence|enforcement|customs|immigration|border|traffic|navy|naval) officers?\b",
    re.IGNORECASE,
)


def is_partial(who: str | None, text: str = "") -> bool:
    """Return whether a count is no toll: of a kind of victims within one (children, medics), or told as added to one or taken out of it."""
    if _BESIDE_A_TOLL.search(text) is not None:
        return True
    if _OFFICERS_OF_A_BODY.search(text) is not None:
        return False
    head = _AMONG.split(text, maxsplit=1)[0] if _AMONG.search(text) else ""
    words = (head if head.strip(" 0123456789") else who or "").casefold().replace("-", " ").split()
    return any(w in PARTIAL for w in words)


_ADDED = re.compile(r"\b(?:another|further|additional)\b|\bmore\b(?!\s+than)", re.IGNORECASE)


def adds_to_a_toll(text: str) -> bool:
    """Return whether a count is told as more beside a toll: "another five people", "six more"."""
    return _ADDED.search(text) is not None


def own_counts(claim: Claim) -> tuple[Count, ...]:
    """Return the numbers inside a claim's own words; only where it has none, those of the sentence around them."""
    within = tuple(c for c in claim.counts if claim.quote_span.overlap(c.span))
    return within or claim.counts


# What stands between two numbers that add up: "35 fighters of one side and four of the other".
_AND = re.compile(
    r"^(?P<noun>[^.;:]{0,60}?)\s*(?:,|\b(?:and|plus|as well as|along with|together with)\b)\s*(?:(?:and|also|by|of|his|her|its|their|the)\s+)*$"
)
# What in between makes the second a number of something else: another place or day, a part, an injury.
_ELSEWHERE = re.compile(
    r"\b(?:in|at|near|around|outside|inside|from|on|when|while|after|before|including|among|amongst|of (?:whom|them|which)|injur\w+|wound\w+|hurt|arrest\w+|captur\w+|missing)\b",
    re.IGNORECASE,
)
# "Two women and a child were among those killed": told of a toll that somebody else gives.
_WITHIN_ONE = re.compile(r"^[^.;:]{0,25}\b(?:among|amongst|part of)\b", re.IGNORECASE)
# What before a series makes it parts of a number that is told already.
_PARTS_OF = re.compile(r"\b(?:including|among|amongst|of (?:whom|them|which)|comprising|namely)\b[^.;:]{0,25}$", re.IGNORECASE)


def told_counts(claim: Claim, text: str = "") -> tuple[tuple[Count, bool], ...]:
    """Return a claim's own numbers, each with whether it is no toll but a part of one, the dead of two groups added up.

    "Thirty soldiers and 39 rebels were killed" tells of 69 dead, and neither
    number is the toll. Groups add up where nothing but "and" joins them; told
    after "including", of two places or of the dead and the hurt they do not.
    ``text`` is the report's: "14 of them" are a part only of a larger number
    of the same kind that it tells right before. Without it they are one.
    """
    if not claim.counts:
        return ()
    own = [c for c in own_counts(claim) if c.low is not None or c.high is not None]
    found = [(c, _is_part(claim, c, text)) for c in own]
    if len(own) < 2:
        return tuple(found)
    added: set[Span] = set()
    sums: list[tuple[Count, bool]] = []
    for what in dict.fromkeys(c.what for c in own):
        for series in _series(claim, [c for c in own if c.what == what]):
            low, high = sum(c.low or 0 for c in series), sum(c.high or 0 for c in series)
            open_high = any(c.high is None for c in series)
            # "Up to 40 soldiers and three guards" are at most 43, and nobody says how many at least.
            open_low = any(c.low is None for c in series) and not open_high
            first, last = series[0], series[-1]
            words = claim.quote[first.span.start - claim.quote_span.start : last.span.end - claim.quote_span.start]
            total = Count(
                what,
                None,
                None if open_low else low,
                None if open_high else high,
                words,
                Span(first.span.start, last.span.end),
            )
            sums.append((total, False))
            added |= {c.span for c in series}
    return (*((c, partial or c.span in added) for c, partial in found), *sums)


# "At least two | of the killed were nurses": the number is of a toll, however its words were cut.
_OF_OTHERS = re.compile(r"\s*of (?:the|those|them|whom|these)\b(?!\s+\d)", re.IGNORECASE)

# "Three of the four Americans": a part, whatever it is told as.
_OF_A_NUMBER = re.compile(
    rf"\bof (?:the|its|their|those|these|his|her) (?:\d[\d,]*|dozen|{'|'.join(w for w, n in CARDINALS.items() if n > 1)})\b",
    re.IGNORECASE,
)

# "All but two of the 40 passengers": 38, and that is the toll.
_ALL_BUT = re.compile(r"all (?:but|except)\b", re.IGNORECASE)

# "Three of the Americans killed in the town"; "three of the attackers were killed" is a toll.
_OF_SOME = re.compile(r"\bof (?:the|its|their|those|these)\b", re.IGNORECASE)
_WHO_DIED = re.compile(r"\s*(?:(?:who|that) (?:were |had been )?)?(?:killed|slain|died|dead)\b", re.IGNORECASE)

# "Among the dead were a judge and his clerk", "were among those killed": with no number of the dead, whoever is named is of them.
_AMONG_THEM = re.compile(
    r"\b(?:among|amongst)\s+(?:the|those|them)\s+(?:\w+\s+)?(?:dead|killed|victims|wounded|injured|casualties|fatalities|slain)\b",
    re.IGNORECASE,
)


# "Bringing the number killed in 24 hours of bombardment to 45": of more happenings than this one.
_OF_A_TIME = re.compile(
    r"\bbring\w*\b[^.;]*\b(?:in|over|within|during|since)\b (?:the )?(?:(?:past|last|previous) )?(?:[\w-]+ )?(?:hours?|days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)


# "A week of air strikes across the province left more than 75 dead"; two days of fighting for a town are one battle.
_DAYS_OF = re.compile(
    r"\b(?:(?:three|four|five|six|seven|eight|nine|ten|several|many|\d+) days|(?:a|one|two|three|four|several|\d+) (?:weeks?|months?|years?))"
    r" of (?:[\w-]+ ){0,2}(?:air ?strikes|strikes|bombings?|bombardments?|shelling|fighting|clashes|raids|attacks|violence|war)\b",
    re.IGNORECASE,
)
_WIDE = re.compile(r"\b(?:provinces?|regions?|governorates?|countr(?:y|ies)|nationwide|countrywide)\b", re.IGNORECASE)


# "Two of those killed" are of the dead, whoever counted them.
_OF_THEM = re.compile(
    r"\s*\bof (?:(?:them|whom|these)\b|those\b(?! (?:who |that )?(?:have |had |were )?(?:been )?(?:killed|dead|died|slain|wounded|injured|hurt)\b))",
    re.IGNORECASE,
)
# Nobody shoots or kills some of the dead: whom "they shot 23 of them" means were alive.
_DEALT = re.compile(
    r"\b(?:kill(?:ed|ing)|shot|shooting|execut(?:ed|ing)|murder(?:ed|ing)|massacr(?:ed|ing)|behead(?:ed|ing)|slaughter(?:ed|ing)"
    r"|injur(?:ed|ing)|wound(?:ed|ing)|arrest(?:ed|ing)|detain(?:ed|ing)|abduct(?:ed|ing)|kidnapp(?:ed|ing)|captur(?:ed|ing))"
    r" (?:at least |about |some |around |up to |more than )?$",
    re.IGNORECASE,
)
# How far back the number that "of them" is taken from is looked for, in characters.
_THEY = 400


def _is_part(claim: Claim, count: Count, text: str) -> bool:
    """Return whether a count is a part of a number told elsewhere; "of them" is one only of a larger number told right before."""
    behind = count.span.end - claim.quote_span.start
    rest = claim.quote[behind:] if claim.quote_span.contains(count.span) else ""
    of_them = _OF_THEM.search(count.text) is not None or _OF_THEM.match(rest) is not None
    if of_them and (_dealt(claim, count) or (text and not _larger_before(text, claim, count))):
        return is_partial(count.who, _OF_THEM.sub("", count.text))
    return is_partial(count.who, count.text) or _out_of_others(claim, count)


def _dealt(claim: Claim, count: Count) -> bool:
    """Return whether the verb right before a count did to them what is counted: "shot 23 of them dead"."""
    before = claim.quote[: max(0, count.span.start - claim.quote_span.start)]
    return _DEALT.search(before[-40:]) is not None


def _larger_before(text: str, claim: Claim, count: Count) -> bool:
    """Return whether a report tells a larger number of the same kind right before a count."""
    number = size((count.low, count.high))
    told = find_quantities(text, max(0, count.span.start - _THEY), count.span.start, claim_type=claim.type)
    return any(q.what == count.what and size((q.low, q.high)) > number for q in told)


def _out_of_others(claim: Claim, count: Count) -> bool:
    """Return whether a count's words, or those that follow them, take it out of a larger number, or it is itself of a longer time."""
    if _ALL_BUT.match(count.text):
        return False
    if count.text.endswith((" of", " of ")) or _OF_A_NUMBER.search(count.text) is not None:
        return True
    quote = claim.quote
    if "ring" in quote and _OF_A_TIME.search(quote) is not None:
        return True
    if " of " in quote and _DAYS_OF.search(quote) is not None and _WIDE.search(quote) is not None:
        return True
    if "mong" in quote and _AMONG_THEM.search(quote) is not None:
        return True
    if not claim.quote_span.contains(count.span):
        return False
    behind = count.span.end - claim.quote_span.start
    return _OF_OTHERS.match(quote, behind) is not None or (
        _OF_SOME.search(count.text) is not None and _WHO_DIED.match(quote, behind) is not None
    )


def _series(claim: Claim, counts: Sequence[Count]) -> list[list[Count]]:
    """Return the runs of numbers of one kind that the claim's words join with "and" and that are each of other people."""
    ordered = sorted((c for c in counts if claim.quote_span.contains(c.span)), key=lambda c: c.span.start)
    runs: list[list[Count]] = []
    for count in ordered:
        run = runs[-1] if runs else None
        if run is not None and _adds_up(claim, run, count):
            run.append(count)
        else:
            runs.append([count])
    offset = claim.quote_span.start
    return [
        run
        for run in runs
        if len(run) > 1
        and _PARTS_OF.search(claim.quote[: run[0].span.start - offset][-60:]) is None
        and _WITHIN_ONE.search(claim.quote[run[-1].span.end - offset :][:60]) is None
    ]


# "An inmate": one person, whatever the noun.
_ONE = re.compile(r"(?:an?|one) \w", re.IGNORECASE)


def _adds_up(claim: Claim, run: Sequence[Count], count: Count) -> bool:
    last = run[-1]
    between = claim.quote[last.span.end - claim.quote_span.start : count.span.start - claim.quote_span.start]
    return (
        last.span.end <= count.span.start
        and _AND.match(between) is not None
        and _ELSEWHERE.search(between) is None
        and not any(_BESIDE_A_TOLL.search(c.text) for c in (*run, count))
        and (count.who is not None or _ONE.match(count.text) is not None)
        and all(c.who is None or c.who != count.who for c in run)
    )


def figures_said(claims: Iterable[Claim], text: str = "") -> dict[str, tuple[int | None, int | None]]:
    """Return the largest range said of each thing counted, counts of kinds of victims only where nothing else is said.

    ``text`` is that of the report that all claims are of.
    """
    return largest_of(told_counts(claim, text) for claim in claims)


def largest_of(told: Iterable[Sequence[tuple[Count, bool]]]) -> dict[str, tuple[int | None, int | None]]:
    """Return the figures of claims whose ``told_counts`` are given."""
    out: dict[str, tuple[int | None, int | None]] = {}
    whole: set[str] = set()
    for counts in told:
        for count, partial in counts:
            if partial and count.what in whole:
                continue
            current = out.get(count.what)
            replaces = not partial and count.what not in whole
            if current is None or replaces or size((count.low, count.high)) > size(current):
                out[count.what] = (count.low, count.high)
            if not partial:
                whole.add(count.what)
    return out


def size(figure: tuple[int | None, int | None]) -> int:
    """Return the number that stands for a range when two are compared: its low end, else its high one."""
    low, high = figure
    return low if low is not None else high if high is not None else 0
