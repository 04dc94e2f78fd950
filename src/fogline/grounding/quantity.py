"""How many people, killed or fled or holding out, and how much land: numbers with what they count.

A number of people is kept as a range: "at least 20" is 20 to open,
"hundreds" 200 to 999. Percentages, ages, dates, distances, money, calibres
and numbers of things are no counts and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.ages import is_age, is_age_of_a_name
from fogline.grounding.care import tended
from fogline.grounding.counted_as import BY_TYPE, VIOLENT, by_noun, counted_as, handled, labelled
from fogline.grounding.counted_beside import one_by_one, with_those_beside
from fogline.grounding.counted_noun import noun_behind, noun_of_people, shared_noun
from fogline.grounding.counted_things import is_of_things, leans_on_a_noun_before
from fogline.grounding.cut_numbers import coordinates_touching, number_end, number_start
from fogline.grounding.grounding import Quantity
from fogline.grounding.land import area_km2
from fogline.grounding.no_count import in_a_name, is_no_count
from fogline.grounding.nobody_hurt import is_not_a_single, nobody_was, none_hurt
from fogline.grounding.number import Number, Token, numbers, tokens
from fogline.grounding.parts_and_wholes import (
    all_but,
    fraction_before,
    is_exception,
    is_one_body,
    most_of,
    of_the_whole,
    part_of,
    verb_follows,
    whole_of,
)
from fogline.grounding.quantity_evidence import befell, size_of_a_body
from fogline.grounding.tolls import is_earlier_figure, is_of_a_longer_time, told_of
from fogline.grounding.unharmed import (
    are_survivors,
    deed_before,
    do_it,
    gave_up,
    lose_something,
    tell_of_it,
    were_only_there,
    were_saved,
    were_spared,
)
from fogline.grounding.victims import (
    named_people,
    names_someone,
    person_before,
    single_victims,
)
from fogline.grounding.word_lists import word_set
from fogline.span import Span

# No single battle or camp has held more; whoever reads a larger figure should look at the page.
_IMPLAUSIBLE = {"killed": 1_000_000, "injured": 1_000_000, "detained": 2_000_000, "trapped": 5_000_000, "missing": 1_000_000}
_IMPLAUSIBLE_ANY = 500_000_000
_HARM = frozenset(["killed", "injured"])
_BEFELL_PEOPLE = _HARM | {"detained", "missing", "trapped", "displaced"}
# Harm that a number without a noun of people can be taken for where things were lost, downed or captured.
_ALSO_OF_THINGS = frozenset(["killed", "injured", "detained"])
# What happens on a day, and is no toll of a war.
_OF_ONE_DAY = VIOLENT | {"arrest", "abduction"}
# Where the type alone says what the whole of "ten of the 14 prisoners" is; of those who could flee it says nothing.
_BY_OWN_NOUN = word_set("arrest abduction strength hardship aid")


def find_quantities(
    text: str,
    start: int,
    end: int,
    *,
    claim_type: str | None = None,
    target_hint: str | None = None,
    labels: Sequence[tuple[Span, str | None]] = (),
) -> tuple[Quantity, ...]:
    """Return the numbers of people, and areas, that a stretch of text states, in text order.

    ``claim_type`` decides what is counted where the words do not;
    ``target_hint`` names whom, where the number stands alone. ``labels`` are
    what the encoder takes the counted in its marks for.
    """
    start, end = number_start(text, max(0, start)), number_end(text, min(len(text), end))
    points = coordinates_touching(text, start, end)
    words = tokens(text, start, end)
    out: list[Quantity] = []
    found = [n for n in numbers(words) if not in_a_name(text, words, n)]
    counted = _counted(text, words, found, _to_the_end(text, words))
    for number in found:
        if points.touches(Span(words[number.first].start, words[number.last - 1].end)):
            continue
        told = Span(words[number.first].start, words[number.last - 1].end)
        label = next((what for mark, what in labels if mark.overlap(told)), None)
        quantity = _quantity(text, words, number, found, counted, out, claim_type, target_hint, label)
        if quantity is not None:
            out.append(quantity)
    out, beside = with_those_beside(text, words, out)
    out += [
        Quantity(words[a].start, words[b - 1].end, text[words[a].start : words[b - 1].end], what, None, 0, 0, (), "none")
        for a, b, what in none_hurt(words)
    ]
    for first, last, what in (*single_victims(text, words), *beside):
        single = one_by_one(text, words, first, last, what, claim_type)
        if not any(single.start < q.end and q.start < single.end for q in out):
            out.append(single)
    return tuple(sorted(out, key=lambda q: q.start))


def read_count(
    text: str, span: Span, *, trigger: str, claim_type: str, sentence: Span, label: str | None = None
) -> Quantity | None:
    """Return what a span that the reader marked as a count, of whom ``label`` says, tells; None if it counts nothing.

    A span without a number is one person for each name in it: "the
    journalist Nadia Haddad" is 1–1.
    """
    span = Span(number_start(text, span.start), number_end(text, span.end))
    begin, stop = min(sentence.start, span.start), max(sentence.end, span.end)
    if not sentence.contains(span):
        # What befell the counted is said behind them, in their own sentence.
        behind = re.compile(r"[.!?\n]|$").search(text, span.end)
        stop = max(stop, behind.start() if behind else span.end)
    words = tokens(text, begin, min(stop, len(text)))
    first = next((i for i, w in enumerate(words) if w.end > span.start), len(words))
    last = next((i for i, w in enumerate(words) if w.start >= span.end), len(words))
    if first >= last:
        return None
    last = max([last, *(n.last for n in numbers(words) if first <= n.first < last)])
    span = Span(span.start, max(span.end, words[last - 1].end))  # "six" | "to eight men"
    found = _counted(text, words, [n for n in numbers(words) if not in_a_name(text, words, n)])
    within = [replace(n, first=n.first + first, last=n.last + first) for n in numbers(words[first:last])]
    ages = [n for n in within if is_age(words, n) or is_age_of_a_name(text, words, n)]
    inside = [n for n in within if not (is_no_count(words, n) or n in ages)]
    points = coordinates_touching(text, span.start, span.end)
    if within and all(points.touches(Span(words[n.first].start, words[n.last - 1].end)) for n in within):
        return None
    said = text[span.start : span.end]
    own: str | None = None
    if within and not inside:
        land = area_km2(words, within[0])
        if land is not None:
            return Quantity(span.start, span.end, said, "area-km2", None, land[0], land[1], (), land[3])
        if not any(w.word == "old" for w in words[first:last]) and len(ages) < len(within):
            return None  # a percentage, a calibre; "her 12-year-old son" and "Omar Haddad, 25" are one all the same
    if inside:
        number = next((n for n in inside if n.low is not None or n.high is not None), None)
        if number is None:
            return None  # "many": no figure
        area = area_km2(words, number)
        if area is None and were_spared(words, number):
            return None
        if area is None and part_of(words, number, found) is not None:
            own = of_the_whole(words, number, noun_behind(words, number)[1])
            if own is None and claim_type not in _BY_OWN_NOUN:
                return None  # the 40 of "six of the 40 on board died"
        if is_exception(words, number):
            if (rest := all_but(words, number)) is None:
                return None
            number = rest
        if area is not None:
            return Quantity(span.start, span.end, said, "area-km2", None, area[0], area[1], (), area[3])
        low, high, basis = number.low, number.high, number.how
        if low is not None and low == high and person_before(words, first, number.first):
            low, high = low + 1, high + 1  # "his brother and two nieces"
        first_number, last_word = number.first, max(number.last, last)
    else:
        if words[first].word in ("no", "none", "nobody", "zero") or is_not_a_single(words, first):
            low, high, basis = 0, 0, "none"
        elif names_someone(text, words, first, last):
            low = high = max(named_people(text, words, first, last, claim_type), len(ages))
            basis = "named"
        else:
            return None  # "lives", "of civilians": what is left of a phrase says no number
        first_number, last_word = first, last
    what = own or counted_as(words, first_number, last_word, found, claim_type, trigger, label)
    if _are_no_victims(text, words, inside, first_number, last_word, found, what, claim_type):
        return None
    figure = next((n for n in inside if n.low is not None or n.high is not None), None)
    if low == high == 0 and what in ("other", "injured"):
        what = nobody_was(words, first, last)
    flags = _flags(what, low, high, figure)
    return Quantity(span.start, span.end, said, what, noun_of_people(words, first, last), low, high, flags, basis)


def _are_no_victims(
    text: str,
    words: list[Token],
    inside: list[Number],
    first: int,
    last: int,
    found: list[Number],
    what: str,
    claim_type: str,
) -> bool:
    """Tell whether the counted in ``words[first:last]`` are not those of whom ``what`` is told: who was there, things, the dead of a war.

    ``inside`` are the numbers that the reader marked, if any.
    """
    if inside and tell_of_it(words, inside[0].first, inside[0].last, last):
        return True
    local = befell(words, first, last, found)
    if what in _HARM and local is None:
        # How large a village is, or who was there: not whom it lost.
        sized = bool(inside) and size_of_a_body(words, first)
        if sized or were_only_there(words, first, last) or are_survivors(words, first, last) or lose_something(words, last):
            return True
    figure = next((n for n in inside if n.low is not None or n.high is not None), None)
    if figure is None:
        return False
    kind = noun_behind(words, figure)[0]
    if what in _BEFELL_PEOPLE and kind == "thing":
        return True  # "struck 108 of 113 targets" killed nobody, "two trucks were captured" detained nobody
    if what not in _ALSO_OF_THINGS:
        return False
    if leans_on_a_noun_before(words, figure, kind) and is_of_things(text, words, figure, local, []):
        return True  # "deaths passed 2,000 and cases reached 460,000"
    return claim_type in _OF_ONE_DAY and is_of_a_longer_time(text, words, figure, what, found)


def _to_the_end(text: str, words: list[Token]) -> list[Token]:
    """Return the words of a stretch with those up to the end of its sentence: they say what a number at its edge counts."""
    if not words:
        return words
    end = words[-1].end
    reach = min(len(text), end + _REST)
    stop = _SENTENCE_END.search(text, end, reach)
    return words + tokens(text, end, stop.end() if stop else reach)


# Where a sentence ends at the latest, and how far behind a stretch the rest of one is looked for, in characters.
_SENTENCE_END = re.compile(r"[.!?;](?!\d)|\n")
_REST = 200


def _counted(text: str, words: list[Token], found: list[Number], beyond: list[Token] | None = None) -> list[Number]:
    """Return the numbers that may count people: behind all others the verb is looked for.

    ``beyond`` are the same words with those behind them.
    """
    wide = beyond or words
    return [
        n
        for n in found
        if not (
            is_no_count(wide, n) or is_age_of_a_name(text, wide, n) or is_one_body(words, n) or _counts_things(words, wide, n)
        )
    ]


def _counts_things(words: list[Token], beyond: list[Token], number: Number) -> bool:
    """Tell whether the noun of a number is one of things; what stands behind the words is asked only where it leaves the noun open."""
    kind, last = noun_behind(words, number)
    return kind == "thing" or (kind == "unknown" and last == len(words) and noun_behind(beyond, number)[0] == "thing")


def _quantity(
    text: str,
    words: list[Token],
    number: Number,
    found: list[Number],
    counted: list[Number],
    before: list[Quantity],
    claim_type: str | None,
    hint: str | None,
    label: str | None = None,
) -> Quantity | None:
    area = area_km2(words, number)
    if area is not None:
        begin, stop = words[number.first].start, words[area[2] - 1].end
        return Quantity(begin, stop, text[begin:stop], "area-km2", None, area[0], area[1], (), area[3])
    if number not in counted:
        return None
    kind, last = noun_behind(words, number)
    if kind == "unknown" and (shared := shared_noun(words, number, found)) is not None:
        kind, last = "people", shared
    if were_spared(words, number) or is_earlier_figure(words, number) or tell_of_it(words, number.first, number.last, last):
        return None
    if number is most_of(words, number) and fraction_before(words, number.first) and verb_follows(words, last):
        return None  # "a third of the 900,000 residents fled": so many did not
    number = most_of(words, number)
    if is_exception(words, number):
        if (rest := all_but(words, number)) is None:
            return None  # "all but two passengers": of how many nobody says
        number = rest
    evidence = befell(words, number.first, last, counted)
    part = part_of(words, number, found)
    if part is not None or (before and words[number.first].start < before[-1].end):
        # The three of "two of the three wounded later died" are wounded; the verb is the two's.
        evidence = of_the_whole(words, number, last)
        if (part is not None and is_exception(words, part)) or (evidence is None and claim_type not in _BY_OWN_NOUN):
            return None
    if kind == "unknown":
        evidence = told_of(words, number) or evidence
    if evidence is None:
        evidence = handled(words, number.first, last, claim_type or "")
    alone = [w.word for w in words[number.last : last]] in (["others"], ["other"], ["more"], ["them"], ["us"])
    # "13 of them in Sanaa": what they suffered, if they suffered, must be said.
    alone = alone or (leans_on_a_noun_before(words, number, kind) and BY_TYPE.get(claim_type or "") in ("killed", "detained"))
    behind = [w.word for w in words[number.last : number.last + 2]]
    if before and before[-1].what in _HARM and evidence is None and behind in (["of", "them"], ["of", "whom"]):
        evidence = before[-1].what  # "killed 60 people, 14 of them children"
    if kind == "unknown" or alone:
        coordinated = bool(before) and number.first > 0 and words[number.first - 1].word in ("and", ",", "or")
        if evidence in _HARM or (evidence is None and coordinated):
            if were_saved(words, last):
                return None  # "killed 20 men and 30 escaped"
            if gave_up(words, last):
                evidence = "fighters"
        if evidence is None and not coordinated:
            return None
        if evidence is None:
            evidence = "injured" if tended(words, number.first, last) else before[-1].what
    if number.low is None and number.high is None:
        return None
    if number.first and words[number.first - 1].word == "no" and words[number.first].word == "one":
        return None  # "no one was hurt"
    if words[number.last - 1].word == "one" and number.last < len(words) and words[number.last].word == "of":
        whole = whole_of(words, number.last)
        if whole is None or of_the_whole(words, whole, last) is not None:
            return None  # "one of the attackers", "one of 12 people killed": the twelve are told
    if words[number.first].word == "both" and any(w.word == "and" for w in words[number.last : number.last + 5]):
        return None  # "both Kurdish forces and rebels" are two sides
    by = number.first > 0 and words[number.first - 1].word == "by" and kind == "people" and deed_before(words, number.first - 1)
    if by or do_it(words, last):
        return (
            None if not any(w.word in lexicon.FIGHTERS for w in words[number.last : last]) else _acting(text, words, number, last)
        )
    if evidence is None and claim_type in VIOLENT and kind == "people" and tended(words, number.first, last):
        evidence = "injured"
    what = evidence or BY_TYPE.get(claim_type or "", "other")
    if evidence is None:
        noun = by_noun(words, number.first, last, what, claim_type or "")
        what = labelled(label, claim_type or "", noun) or noun
        spared = (
            are_survivors(words, number.first, last)
            or size_of_a_body(words, number.first)
            or were_saved(words, last)
            or were_only_there(words, number.first, last)
            or lose_something(words, last)
        )
        if what in _HARM and spared:
            return None  # "shelling of a village of 400 people"
    if (
        what in _ALSO_OF_THINGS
        and leans_on_a_noun_before(words, number, kind)
        and is_of_things(text, words, number, evidence, before)
    ):
        return None  # "destroyed nine tanks and captured four"
    if what in _ALSO_OF_THINGS and claim_type in _OF_ONE_DAY and is_of_a_longer_time(text, words, number, what, counted):
        return None
    begin, stop = words[number.first].start, words[last - 1].end
    who = noun_of_people(words, number.first, last) or hint
    flags = _flags(what, number.low, number.high, number)
    return Quantity(begin, stop, text[begin:stop], what, who, number.low, number.high, flags, number.how)


def _acting(text: str, words: list[Token], number: Number, last: int) -> Quantity:
    begin, stop = words[number.first].start, words[last - 1].end
    return Quantity(
        begin,
        stop,
        text[begin:stop],
        "fighters",
        noun_of_people(words, number.first, last),
        number.low,
        number.high,
        (),
        number.how,
    )


def _flags(what: str, low: int | None, high: int | None, number: Number | None) -> tuple[str, ...]:
    limit = _IMPLAUSIBLE.get(what, _IMPLAUSIBLE_ANY)
    flags = ("implausible",) if max(low or 0, high or 0) > limit else ()
    return (*flags, "reversed-range") if number is not None and number.reversed else flags
