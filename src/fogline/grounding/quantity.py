"""How many people, killed or fled or holding out, and how much land: numbers with what they count.

A number of people is kept as a range: "at least 20" is 20 to open,
"hundreds" 200 to 999. Percentages, ages, dates, distances, money, calibres
and numbers of things are no counts and are left out.
"""

from __future__ import annotations

import re
from dataclasses import replace

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.counted_as import BY_TYPE, VIOLENT, by_noun, counted_as
from fogline.grounding.counted_noun import noun_behind, noun_of_people, shared_noun
from fogline.grounding.counted_things import is_of_things, leans_on_a_noun_before
from fogline.grounding.cut_numbers import coordinates_touching, number_end, number_start
from fogline.grounding.grounding import Quantity
from fogline.grounding.land import area_km2
from fogline.grounding.no_count import in_a_name, is_no_count
from fogline.grounding.number import Number, Token, numbers, token_at, tokens
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
from fogline.grounding.quantity_evidence import befell, event_of, size_of_a_body, tended
from fogline.grounding.tolls import is_earlier_figure, told_of
from fogline.grounding.unharmed import (
    are_survivors,
    deed_before,
    do_it,
    were_only_there,
    were_saved,
    were_spared,
)
from fogline.grounding.victims import (
    named_people,
    names_someone,
    nobody_was,
    none_hurt,
    one_before,
    one_more,
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
# Where the type alone says what the whole of "ten of the 14 prisoners" is; of those who could flee it says nothing.
_BY_OWN_NOUN = word_set("arrest abduction strength hardship aid")


def find_quantities(
    text: str, start: int, end: int, *, claim_type: str | None = None, target_hint: str | None = None
) -> tuple[Quantity, ...]:
    """Return the numbers of people, and areas, that a stretch of text states, in text order.

    ``claim_type`` decides what is counted where the words do not;
    ``target_hint`` names whom, where the number stands alone.
    """
    start, end = number_start(text, max(0, start)), number_end(text, min(len(text), end))
    points = coordinates_touching(text, start, end)
    words = tokens(text, start, end)
    out: list[Quantity] = []
    found = [n for n in numbers(words) if not in_a_name(text, words, n)]
    counted = _counted(words, found)
    for number in found:
        if points.touches(Span(words[number.first].start, words[number.last - 1].end)):
            continue
        quantity = _quantity(text, words, number, found, counted, out, claim_type, target_hint)
        if quantity is not None:
            out.append(quantity)
    singles = single_victims(text, words)
    grown: list[Quantity] = []
    for n, quantity in enumerate(out):
        after = token_at(words, quantity.end)
        if quantity.what not in ("killed", "injured", "detained"):
            continue
        if (more := one_more(words, after)) is not None:
            singles.append((*more, quantity.what))
        if (before := one_before(words, token_at(words, quantity.start))) is not None:
            alone, suffered = _stands_alone(words, before[0], after, quantity.what)
            if alone:
                if suffered is not None:
                    singles.append((*before, suffered))
                continue
            listed = before[0] > 0 and words[before[0] - 1].word in ("including", "among", "with")
            if quantity.low == quantity.high and not listed:
                out[n] = _with_one_more(text, words, quantity, before[0], 1)
                grown.append(out[n])
            else:
                singles.append((*before, quantity.what))
        elif (begin := _couple_before(words, token_at(words, quantity.start))) is not None:
            out[n] = _with_one_more(text, words, quantity, begin, 2)
            grown.append(out[n])
    out = [q for q in out if not any(p is not q and p.start <= q.start and q.end <= p.end for p in grown)]
    taken = [(q.start, q.end) for q in out]
    nobody = [
        Quantity(words[a].start, words[b - 1].end, text[words[a].start : words[b - 1].end], what, None, 0, 0, (), "none")
        for a, b, what in none_hurt(words)
    ]
    out += nobody
    taken += [(q.start, q.end) for q in nobody]
    for first, last, what in singles:
        more = one_more(words, last)
        if more is not None and not (more[1] < len(words) and words[more[1]].word in ("was", "were", "is", "has", "had")):
            last = more[1]  # "the lives of a man and his wife"
        begin, stop = words[first].start, words[last - 1].end
        if not any(begin < e and s < stop for s, e in taken):
            n = 1 if all(w.word != "and" for w in words[first:last]) else max(2, named_people(text, words, first, last))
            out.append(Quantity(begin, stop, text[begin:stop], what, noun_of_people(words, first, last), n, n, (), "named"))
            taken.append((begin, stop))
    return tuple(sorted(out, key=lambda q: q.start))


def read_count(text: str, span: Span, *, trigger: str, claim_type: str, sentence: Span) -> Quantity | None:
    """Return what a span that the reader marked as a count says; None if it counts nothing.

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
    found = _counted(words, [n for n in numbers(words) if not in_a_name(text, words, n)])
    within = [replace(n, first=n.first + first, last=n.last + first) for n in numbers(words[first:last])]
    inside = [n for n in within if not is_no_count(words, n)]
    points = coordinates_touching(text, span.start, span.end)
    if within and all(points.touches(Span(words[n.first].start, words[n.last - 1].end)) for n in within):
        return None
    said = text[span.start : span.end]
    own: str | None = None
    if within and not inside:
        land = area_km2(text, words, within[0])
        if land is not None:
            return Quantity(span.start, span.end, said, "area-km2", None, land[0], land[1], (), land[3])
        if not any(w.word == "old" for w in words[first:last]):
            return None  # a percentage, a calibre; "her 12-year-old son" is one all the same
    if inside:
        number = next((n for n in inside if n.low is not None or n.high is not None), None)
        if number is None:
            return None  # "many": no figure
        area = area_km2(text, words, number)
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
        if words[first].word in ("no", "none", "nobody", "zero"):
            low, high, basis = 0, 0, "none"
        elif names_someone(text, words, first, last):
            low = high = named_people(text, words, first, last)
            basis = "named"
        else:
            return None  # "lives", "of civilians": what is left of a phrase says no number
        first_number, last_word = first, last
    what = own or counted_as(words, first_number, last_word, found, claim_type, trigger)
    sized = inside and what in _HARM and size_of_a_body(words, first_number)
    there = what in _HARM and (were_only_there(words, first_number, last_word) or are_survivors(words, first_number, last_word))
    if (sized or there) and befell(words, first_number, last_word, found) is None:
        return None  # how large a village is, or who was there: not whom it lost
    figure = next((n for n in inside if n.low is not None or n.high is not None), None)
    if figure is not None and what in _BEFELL_PEOPLE and noun_behind(words, figure)[0] == "thing":
        return None  # "struck 108 of 113 targets" killed nobody, "two trucks were captured" detained nobody
    if figure is not None and what in _ALSO_OF_THINGS and leans_on_a_noun_before(words, figure, noun_behind(words, figure)[0]):
        local = befell(words, first_number, last_word, found)
        if is_of_things(text, words, figure, local, []):
            return None  # "deaths passed 2,000 and cases reached 460,000"
    if low == high == 0 and what in ("other", "injured"):
        what = nobody_was(words, first, last)
    flags = _flags(what, low, high, figure)
    return Quantity(span.start, span.end, said, what, noun_of_people(words, first, last), low, high, flags, basis)


def _counted(words: list[Token], found: list[Number]) -> list[Number]:
    """Return the numbers that may count people: behind all others the verb is looked for."""
    return [n for n in found if not (is_no_count(words, n) or is_one_body(words, n) or noun_behind(words, n)[0] == "thing")]


def _quantity(
    text: str,
    words: list[Token],
    number: Number,
    found: list[Number],
    counted: list[Number],
    before: list[Quantity],
    claim_type: str | None,
    hint: str | None,
) -> Quantity | None:
    area = area_km2(text, words, number)
    if area is not None:
        begin, stop = words[number.first].start, words[area[2] - 1].end
        return Quantity(begin, stop, text[begin:stop], "area-km2", None, area[0], area[1], (), area[3])
    if number not in counted:
        return None
    kind, last = noun_behind(words, number)
    if kind == "unknown" and (shared := shared_noun(words, number, found)) is not None:
        kind, last = "people", shared
    if were_spared(words, number) or is_earlier_figure(words, number):
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
    alone = [w.word for w in words[number.last : last]] in (["others"], ["other"], ["more"], ["them"], ["us"])
    # "13 of them in Sanaa": what they suffered, if they suffered, must be said.
    alone = alone or (leans_on_a_noun_before(words, number, kind) and BY_TYPE.get(claim_type or "") in ("killed", "detained"))
    behind = [w.word for w in words[number.last : number.last + 2]]
    if before and before[-1].what in _HARM and evidence is None and behind in (["of", "them"], ["of", "whom"]):
        evidence = before[-1].what  # "killed 60 people, 14 of them children"
    if (kind == "unknown" or alone) and evidence is None:
        coordinated = before and words[number.first - 1].word in ("and", ",", "or") if number.first else False
        if not coordinated:
            return None
        evidence = before[-1].what
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
        what = by_noun(words, number.first, last, what, claim_type or "")
        spared = (
            are_survivors(words, number.first, last)
            or size_of_a_body(words, number.first)
            or were_saved(words, last)
            or were_only_there(words, number.first, last)
        )
        if what in _HARM and spared:
            return None  # "shelling of a village of 400 people"
    if (
        what in _ALSO_OF_THINGS
        and leans_on_a_noun_before(words, number, kind)
        and is_of_things(text, words, number, evidence, before)
    ):
        return None  # "destroyed nine tanks and captured four"
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


def _stands_alone(words: list[Token], first: int, after: int, what: str) -> tuple[bool, str | None]:
    """Tell whether the person before an "and" is of another clause than the number behind it, and what befell that person.

    "A sniper" of "killed by a sniper and 11 were injured" did it; of "shot
    dead a protester and 20 were arrested" one is dead and 20 are detained.
    ``first`` is where the person begins, ``after`` the token behind the
    number, ``what`` what befell those it counts.
    """
    before = [w.word for w in words[max(0, first - 2) : first]]
    if before[-1:] == ["by"]:
        return deed_before(words, first - 1), None
    if before[-1:] == ["of"]:
        before.pop()
    suffered = event_of(before[-1]) if before else None
    if suffered is not None:
        return suffered != what, suffered
    told = after < len(words) and words[after].word in ("was", "were", "have", "had")
    return told and before[-1:] != [] and before[-1] in _BESIDE and before[0] not in ("along", "together"), None


_BESIDE = word_set("with against at near from for to on")


def _couple_before(words: list[Token], i: int) -> int | None:
    """Return where "a couple and their" begins before the number at token ``i``."""
    return i - 4 if i >= 4 and [w.word for w in words[i - 4 : i]] == ["a", "couple", "and", "their"] else None


def _with_one_more(text: str, words: list[Token], quantity: Quantity, first: int, n: int) -> Quantity:
    """Return a number of people with those it stands joined to: "a woman and her three sons" are four."""
    begin = words[first].start
    low = None if quantity.low is None else quantity.low + n
    high = None if quantity.high is None else quantity.high + n
    return replace(quantity, start=begin, text=text[begin : quantity.end], low=low, high=high)


def _flags(what: str, low: int | None, high: int | None, number: Number | None) -> tuple[str, ...]:
    limit = _IMPLAUSIBLE.get(what, _IMPLAUSIBLE_ANY)
    flags = ("implausible",) if max(low or 0, high or 0) > limit else ()
    return (*flags, "reversed-range") if number is not None and number.reversed else flags
