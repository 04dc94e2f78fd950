"""How many people, killed or fled or holding out, and how much land: numbers with what they count.

A number of people is kept as a range: "at least 20" is 20 to open,
"hundreds" 200 to 999. Percentages, ages, dates, distances, money, calibres
and numbers of things are no counts and are left out.
"""

from __future__ import annotations

import re
from dataclasses import replace

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.coordinates import coordinates_in
from fogline.grounding.grounding import Quantity
from fogline.grounding.number import CARDINALS, RISING, SCALES, VAGUE, Number, Token, core, numbers, token_at, tokens
from fogline.grounding.quantity_evidence import SURVIVORS, befell, event_of, is_attribute, size_of_a_body, tended
from fogline.grounding.span_index import SpanIndex
from fogline.grounding.timex_words import WARS
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

SQUARE_MILE_KM2 = 2.589988
# No single battle or camp has held more; whoever reads a larger figure should look at the page.
_IMPLAUSIBLE = {"killed": 1_000_000, "injured": 1_000_000, "detained": 2_000_000, "trapped": 5_000_000, "missing": 1_000_000}
_IMPLAUSIBLE_ANY = 500_000_000

_BY_TYPE = {
    **dict.fromkeys(
        ("attack", "armed-clash", "air-strike", "shelling", "explosive", "suicide-bomb", "chemical-weapon", "casualty-toll"), "killed"
    ),
    "arrest": "detained", "abduction": "detained", "displacement": "displaced", "aid": "civilians", "hardship": "civilians",
    "strength": "fighters", "mobilize": "fighters", "territory-gained": "fighters", "withdrawal": "fighters", "surrender": "fighters",
    "control": "civilians",
}  # fmt: skip

_STOP = word_set(
    "was were is are been be being has have had who whom which that in from at during on near after when since while where "
    "by as for with into against between to will would could may might than because but if before including inside outside "
    "across around among under over or through amid according along despite without also so far"
)
_TIME_UNITS = word_set("year years month months week weeks day days hour hours minute minutes decade decades")
_NO_COUNT_BEFORE = word_set(
    "no resolution article articles chapter page pages aged age route highway channel number nos phase unit brigade "
    "battalion division mig mi su il ak m sa f t b c boeing jan january feb february mar march apr april may jun june jul "
    "july aug august sep sept september oct october nov november dec december $ £ € ¥ us$ usd gulf day hotel room flight "
    "protocol geneva astana sochi level grade top group form class ward block sector zone gate cell"
)
_MONTHS = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec"
)


# "Women and children", "fighters and their families": one number for both.
_JOINED = lexicon.CIVILIANS - word_set("wounded injured dead missing others them us you one killed officials leaders")


def find_quantities(
    text: str, start: int, end: int, *, claim_type: str | None = None, target_hint: str | None = None
) -> tuple[Quantity, ...]:
    """Return the numbers of people, and areas, that a stretch of text states, in text order.

    ``claim_type`` decides what is counted where the words do not;
    ``target_hint`` names whom, where the number stands alone.
    """
    start, end = _whole_number(text, max(0, start)), _number_end(text, min(len(text), end))
    points = _points(text, start, end)
    words = tokens(text, start, end)
    out: list[Quantity] = []
    found = [n for n in numbers(words) if not _in_a_name(text, words, n)]
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
            out.append(Quantity(begin, stop, text[begin:stop], what, _who(words, first, last), n, n, (), "named"))
            taken.append((begin, stop))
    return tuple(sorted(out, key=lambda q: q.start))


def _stands_alone(words: list[Token], first: int, after: int, what: str) -> tuple[bool, str | None]:
    """Tell whether the person before an "and" is of another clause than the number behind it, and what befell that person.

    "A sniper" of "killed by a sniper and 11 were injured" did it; of "shot
    dead a protester and 20 were arrested" one is dead and 20 are detained.
    ``first`` is where the person begins, ``after`` the token behind the
    number, ``what`` what befell those it counts.
    """
    before = [w.word for w in words[max(0, first - 2) : first]]
    if before[-1:] == ["by"]:
        return _deed_before(words, first - 1), None
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


_BOUND = r"(?:\b(?:at least|more than|over|up to|as many as|no more than|fewer than|less than|nearly|almost|about|around|some|an estimated)\s+)?"
_CUT_FIGURE = re.compile(_BOUND + r"[\d.,]*\Z", re.IGNORECASE)
_CUT_WORD = re.compile(_BOUND + r"(?:\b[a-z]+ty-)?\Z", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def _whole_number(text: str, start: int) -> int:
    """Return where a number begins that a stretch cut in two: "30," | "000 people", "more than" | "1,500 families", "at least" | "nine"."""
    word = _WORD.match(text, start)
    written = word is not None and (number := word.group().lower()) and (number in CARDINALS or number in VAGUE)
    if not written and not text[start : start + 1].isdigit():
        return start
    match = (_CUT_WORD if written else _CUT_FIGURE).search(text, max(0, start - 40), start)
    return match.start() if match else start


def _number_end(text: str, end: int) -> int:
    """Return where a number ends that a stretch cut in two: "999" | ".99"."""
    match = _NUMBER_REST.match(text, end) if text[max(0, end - 1) : end].isdigit() else None
    return match.end() if match else end


_NUMBER_REST = re.compile(r"\d*(?:[.,]\d+)*")


def _points(text: str, start: int, end: int) -> SpanIndex:
    """Return the coordinates that a stretch of text holds or cuts."""
    begin = max(0, start - _POINT_MARGIN)
    return SpanIndex(p.span.shifted(begin) for p in coordinates_in(text[begin : end + _POINT_MARGIN]))


# No printed point is longer.
_POINT_MARGIN = 50


def read_count(text: str, span: Span, *, trigger: str, claim_type: str, sentence: Span) -> Quantity | None:
    """Return what a span that the reader marked as a count says; None if it counts nothing.

    A span without a number is one person for each name in it: "the
    journalist Nadia Haddad" is 1–1.
    """
    span = Span(_whole_number(text, span.start), _number_end(text, span.end))
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
    found = _counted(words, [n for n in numbers(words) if not _in_a_name(text, words, n)])
    within = [replace(n, first=n.first + first, last=n.last + first) for n in numbers(words[first:last])]
    inside = [n for n in within if not _number_is_no_count(words, n)]
    points = _points(text, span.start, span.end)
    if within and all(points.touches(Span(words[n.first].start, words[n.last - 1].end)) for n in within):
        return None
    said = text[span.start : span.end]
    own: str | None = None
    if within and not inside:
        land = _area(text, words, within[0])
        if land is not None:
            return Quantity(span.start, span.end, said, "area-km2", None, land[0], land[1], (), land[3])
        if not any(w.word == "old" for w in words[first:last]):
            return None  # a percentage, a calibre; "her 12-year-old son" is one all the same
    if inside:
        number = next((n for n in inside if n.low is not None or n.high is not None), None)
        if number is None:
            return None  # "many": no figure
        area = _area(text, words, number)
        if area is None and _spared(words, number):
            return None
        if area is None and _part_of(words, number, found) is not None:
            own = _of_the_whole(words, number, _head(words, number)[1])
            if own is None and claim_type not in _BY_OWN_NOUN:
                return None  # the 40 of "six of the 40 on board died"
        if _but_before(words, number):
            if (rest := _all_but(words, number)) is None:
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
    what = own or _what(words, first_number, last_word, found, claim_type, trigger)
    sized = inside and what in _HARM and size_of_a_body(words, first_number)
    there = what in _HARM and (_was_there(words, first_number, last_word) or _survivors(words, first_number, last_word))
    if (sized or there) and befell(words, first_number, last_word, found) is None:
        return None  # how large a village is, or who was there: not whom it lost
    figure = next((n for n in inside if n.low is not None or n.high is not None), None)
    if figure is not None and what in _BEFELL_PEOPLE and _head(words, figure)[0] == "thing":
        return None  # "struck 108 of 113 targets" killed nobody, "two trucks were captured" detained nobody
    if figure is not None and what in _ALSO_OF_THINGS and _leans(words, figure, _head(words, figure)[0]):
        local = befell(words, first_number, last_word, found)
        if _of_things(text, words, figure, local, []):
            return None  # "deaths passed 2,000 and cases reached 460,000"
    if low == high == 0 and what in ("other", "injured"):
        what = nobody_was(words, first, last)
    flags = _flags(what, low, high, figure)
    return Quantity(span.start, span.end, said, what, _who(words, first, last), low, high, flags, basis)


_QUOTES = frozenset("'\"‘’“”")


def _in_a_name(text: str, words: list[Token], number: Number) -> bool:
    """Tell whether a number word is part of a name: the ten of "Commander 'Ten Kobo'", the three of "Three Rivers State"."""
    first, last = number.first, number.last
    if number.vague or any(not w.word.isalpha() for w in words[first:last]) or last >= len(words) or first == 0:
        return False
    capitals = text[words[first].start].isupper() and text[words[last].start].isupper()
    if not capitals or text[words[first].start : words[last].end].isupper() or words[last].start - words[last - 1].end != 1:
        return False
    named = words[last].word
    if named in _STOP or event_of(named) is not None or _head(words, number)[0] != "unknown":
        return False  # a headline: "Blast Leaves Ten Hurt", "At Least Ten Syrian Soldiers Dead"
    before = words[first - 1].word
    if before in _QUOTES and first > 1:
        closes = next((k for k in range(last, min(len(words), last + 4)) if words[k].word in _QUOTES), None)
        return closes is not None and all(text[w.start].isupper() for w in words[first:closes])
    return before[0].isalpha() and words[first - 1].end + 1 == words[first].start


def _counted(words: list[Token], found: list[Number]) -> list[Number]:
    """Return the numbers that may count people: behind all others the verb is looked for."""
    return [n for n in found if not (_number_is_no_count(words, n) or _one_body(words, n) or _head(words, n)[0] == "thing")]


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
    area = _area(text, words, number)
    if area is not None:
        begin, stop = words[number.first].start, words[area[2] - 1].end
        return Quantity(begin, stop, text[begin:stop], "area-km2", None, area[0], area[1], (), area[3])
    if number not in counted:
        return None
    kind, last = _head(words, number)
    if kind == "unknown" and (shared := _shared_noun(words, number, found)) is not None:
        kind, last = "people", shared
    if _spared(words, number) or _earlier_figure(words, number):
        return None
    if number is _most_of(words, number) and _fraction_before(words, number.first) and _verb_tells(words, last):
        return None  # "a third of the 900,000 residents fled": so many did not
    number = _most_of(words, number)
    if _but_before(words, number):
        if (rest := _all_but(words, number)) is None:
            return None  # "all but two passengers": of how many nobody says
        number = rest
    evidence = befell(words, number.first, last, counted)
    part = _part_of(words, number, found)
    if part is not None or (before and words[number.first].start < before[-1].end):
        # The three of "two of the three wounded later died" are wounded; the verb is the two's.
        evidence = _of_the_whole(words, number, last)
        if (part is not None and _but_before(words, part)) or (evidence is None and claim_type not in _BY_OWN_NOUN):
            return None
    if kind == "unknown":
        evidence = _told_of(words, number) or evidence
    alone = [w.word for w in words[number.last : last]] in (["others"], ["other"], ["more"], ["them"], ["us"])
    # "13 of them in Sanaa": what they suffered, if they suffered, must be said.
    alone = alone or (_leans(words, number, kind) and _BY_TYPE.get(claim_type or "") in ("killed", "detained"))
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
        whole = _whole_of(words, number.last)
        if whole is None or _of_the_whole(words, whole, last) is not None:
            return None  # "one of the attackers", "one of 12 people killed": the twelve are told
    if words[number.first].word == "both" and any(w.word == "and" for w in words[number.last : number.last + 5]):
        return None  # "both Kurdish forces and rebels" are two sides
    by = number.first > 0 and words[number.first - 1].word == "by" and kind == "people" and _deed_before(words, number.first - 1)
    if by or _does_it(words, last):
        return (
            None if not any(w.word in lexicon.FIGHTERS for w in words[number.last : last]) else _acting(text, words, number, last)
        )
    if evidence is None and claim_type in _VIOLENT and kind == "people" and tended(words, number.first, last):
        evidence = "injured"
    what = evidence or _BY_TYPE.get(claim_type or "", "other")
    if evidence is None:
        what = _by_head(words, number.first, last, what, claim_type or "")
        spared = (
            _survivors(words, number.first, last)
            or size_of_a_body(words, number.first)
            or _saved(words, last)
            or _was_there(words, number.first, last)
        )
        if what in _HARM and spared:
            return None  # "shelling of a village of 400 people"
    if what in _ALSO_OF_THINGS and _leans(words, number, kind) and _of_things(text, words, number, evidence, before):
        return None  # "destroyed nine tanks and captured four"
    begin, stop = words[number.first].start, words[last - 1].end
    who = _who(words, number.first, last) or hint
    flags = _flags(what, number.low, number.high, number)
    return Quantity(begin, stop, text[begin:stop], what, who, number.low, number.high, flags, number.how)


def _survivors(words: list[Token], first: int, last: int) -> bool:
    """Tell whether the counted are survivors: the kind of happening says nothing of what befell them."""
    return any(w.word in SURVIVORS for w in words[first:last])


def _saved(words: list[Token], last: int) -> bool:
    """Tell whether it is said that the counted came away: "five of the crew were rescued"."""
    behind = [w.word for w in words[last : last + 7]]
    helped = next((n for n, w in enumerate(behind) if w in ("was", "were", "been")), None)
    if helped is not None and helped + 1 < len(behind) and behind[helped + 1] in _SAFE:
        return True
    return behind[:1] != [] and behind[0] in ("survived", "escaped")


def _was_there(words: list[Token], first: int, last: int) -> bool:
    """Tell whether it is only said where the counted were: "another man was in the vehicle", "there were 200 people inside"."""
    behind = [w.word for w in words[last : last + 4] if w.word not in ("also", "still", "all", "both")]
    if behind[:1] in (["was"], ["were"]) and behind[1:2] != [] and behind[1] in _IN:
        return True
    before = tuple(w.word for w in words[max(0, first - 3) : first])
    return (before[-2:] in _EXIST or before in _EXIST) and behind[:1] != [] and behind[0] in _IN


_EXIST = frozenset({("there", "was"), ("there", "were"), ("there", "had", "been"), ("there", "have", "been")})
_IN = word_set("in inside aboard on at with near")
_SAFE = word_set("rescued saved freed released unhurt unharmed evacuated safe spared unscathed")


def _does_it(words: list[Token], last: int) -> bool:
    """Tell whether the counted are those who do it: "three bombers killed at least two people", "two of its men threw a grenade"."""
    if last + 3 < len(words) and words[last].word == "of":
        last += 3 if words[last + 1].word in ("the", "its", "his", "their") else 2  # "two soldiers of the brigade stormed it"
    if last + 1 >= len(words):
        return False
    if words[last].word in _DEEDS:
        return True
    if _at_war(words, last):
        return True
    if words[last].word == "had" and words[last + 1].word in _DEEDS:
        return True
    if last + 1 >= len(words) or words[last].word not in ("killed", "wounded", "injured", "attacked", "shot", "stormed"):
        return False
    following = words[last + 1].word
    return following in _OBJECTS or following[0].isdigit() or following in CARDINALS


def _at_war(words: list[Token], last: int) -> bool:
    """Tell whether the counted are said to fight: "hundreds of foreigners were fighting in the ranks"."""
    return last + 1 < len(words) and words[last].word in ("were", "are", "was", "is") and words[last + 1].word in _AT_WAR


_AT_WAR = word_set("fighting battling serving deployed stationed advancing defending manning patrolling besieging")
_DEEDS = word_set(
    "threw hurled stormed attacked ambushed raided detonated opened blew besieged overran torched arrived surrounded perpetrated"
)


def _deed_before(words: list[Token], by: int) -> bool:
    """Tell whether "by" names the doers of what was done: "was kidnapped on 14 July by four persons"."""
    return any(
        event_of(w.word) is not None or w.word in _DONE or (w.word.endswith("ed") and w.word not in ("followed", "accompanied"))
        for w in words[max(0, by - 10) : by]
    )


_DONE = word_set("attack attacks raid ambush assault shot bombing explosion rape robbery driven carried stopped")
# Where the type alone says what the whole of "ten of the 14 prisoners" is; of those who could flee it says nothing.
_BY_OWN_NOUN = word_set("arrest abduction strength hardship aid")
_VIOLENT = word_set("attack armed-clash air-strike shelling explosive suicide-bomb chemical-weapon")
_OBJECTS = word_set("at a an the more up some dozens scores hundreds several him her them people civilians soldiers")


def _acting(text: str, words: list[Token], number: Number, last: int) -> Quantity:
    begin, stop = words[number.first].start, words[last - 1].end
    return Quantity(
        begin, stop, text[begin:stop], "fighters", _who(words, number.first, last), number.low, number.high, (), number.how
    )


_HARM = frozenset(["killed", "injured"])
_BEFELL_PEOPLE = _HARM | {"detained", "missing", "trapped", "displaced"}


def _told_of(words: list[Token], number: Number) -> str | None:
    """Read what a bare number is told of: "raised the death toll to 61", "the number of those who died … rose to 90"."""
    behind = [w.word for w in words[number.last : number.last + 10]]
    if behind[:2] == ["the", "number"]:
        return next((what for w in behind[2:] if w not in ("toll",) and (what := event_of(w)) is not None), None)
    before = [w.word for w in words[max(0, number.first - 20) : number.first]]
    if before[-1:] not in (["of"], ["to"], ["at"]) or event_of(behind[0] if behind else "") is not None:
        return None
    for i in range(len(before) - 1, -1, -1):
        if before[i] in (".", ";"):
            return None
        if before[i] == "toll":
            return "killed"
        if before[i : i + 2] == ["number", "of"]:
            return next((what for w in before[i + 2 :] if (what := event_of(w)) is not None), None)
        if before[i] in ("wounded", "injured", "missing", "displaced", "detained", "dead") and before[i - 1 : i] in (
            ["the"],
            ["of"],
        ):
            return event_of(before[i])
    return None


def _leans(words: list[Token], number: Number, kind: str) -> bool:
    """Tell whether a number leaves what it counts to a noun before it: "six were lost", "four of them", but not "14 of them children"."""
    behind = [w.word for w in words[number.last : number.last + 3]]
    if behind[:1] == ["of"] and behind[1:2] != [] and behind[1] in ("them", "which", "these", "those"):
        return behind[2:] == [] or behind[2] not in lexicon.PEOPLE
    if kind != "unknown" or behind[:1] == ["of"]:
        return False
    if behind[:1] != [] and event_of(behind[0]) is not None:
        behind.pop(0)
    return behind == [] or not behind[0].isalpha() or behind[0] in _STOP or behind[0] in ("and", "or")


def _of_things(text: str, words: list[Token], number: Number, evidence: str | None, before: list[Quantity]) -> bool:
    """Tell whether a number without a noun counts things: the four of "destroyed nine tanks and captured four of them".

    The last plural before it decides, unless a word of harm between them or
    behind the number is said of people only: tanks are captured and lost,
    and never wounded. A bare number looks no further than its sentence.
    """
    begin = max(0, words[0].start - _BACK)
    context = tokens(text, max(begin, text.rfind("\n", begin, words[0].start)), words[0].start) + words[: number.first]
    start = 0
    if number.last >= len(words) or words[number.last].word != "of":
        start = max((k + 1 for k, w in enumerate(context) if w.word in (".", ";", "!", "?")), default=0)
    noun = _last_plural(context, start, before[-1].end if before else 0)
    if noun is None or context[noun].word not in lexicon.THINGS:
        return False
    told = context[noun:]
    for token in words[number.last : number.last + 8]:
        if token.word in (".", ";") or token.word[0].isdigit() or token.word in CARDINALS:
            break
        told.append(token)
    suffered = {event_of(w.word) for w in told if w.word not in _OF_THINGS_TOO} - {None}
    return evidence not in suffered if evidence not in (None, "other") else not suffered


# How far before a stretch of text the noun of its first number may stand, in characters.
_BACK = 200
# Verbs of harm that are said of vehicles, weapons and goods as well.
_OF_THINGS_TOO = word_set(
    "capture captured captures capturing seized burned burnt claimed eliminated eliminating eliminate neutralised neutralized neutralise "
    "liquidated immolated buried"
)
# Harm that a number without a noun of people can be taken for where things were lost, downed or captured.
_ALSO_OF_THINGS = frozenset(["killed", "injured", "detained"])
_WHERE = word_set("in at near across inside into around from to on over through during after before for outside towards toward")
_SO_MANY_OF = (
    CARDINALS.keys() | VAGUE.keys() | word_set("number most all many some several wave waves salvo fleet dozen pair couple")
)


def _last_plural(words: list[Token], start: int, told: int) -> int | None:
    """Return where the last plural noun stands that a number may lean on; None if it is that of people counted up to ``told``.

    Where, when and by whom something was done is passed over: the dead of
    "raids on two villages, three were lost" are no villages.
    """
    for i in range(len(words) - 1, start - 1, -1):
        word = words[i].word
        if words[i].end <= told:
            return None
        people = word in lexicon.PEOPLE and word not in lexicon.THINGS and (word.endswith("s") or word in _PLURALS)
        things = word in lexicon.THINGS and word not in _MEASURES and (word.endswith("s") or word == "aircraft")
        if not people and not things:
            continue
        k = i - 1
        while k > start and i - k < 5 and words[k].word[0].isalnum() and words[k].word not in _BEFORE_A_NOUN:
            k -= 1
        governed = words[k].word if k >= start else ""
        of_what = governed == "of" and k > start and not (words[k - 1].word[0].isdigit() or words[k - 1].word in _SO_MANY_OF)
        if governed not in _WHERE and not of_what and not (people and governed == "by"):
            return i
    return None


# Where a noun phrase begins at the latest.
_BEFORE_A_NOUN = _STOP | {"of", "and"}
_PLURALS = word_set("people men women children dead wounded injured missing police personnel troops")
_MEASURES = _TIME_UNITS | word_set(
    "times headquarters seconds kilometres kilometers metres meters miles kms cents euros dollars pounds"
)


def _part_of(words: list[Token], number: Number, found: list[Number]) -> Number | None:
    """Return the number that is told as a part of this one: the six of "six of the 40 on board" and of "of the 40 on board, six died"."""
    of = number.first - 1 - (number.first > 1 and words[number.first - 1].word in _OWNERS)
    if of >= 0 and words[of].word == "of" and (of == 0 or not words[of - 1].word[0].isalnum()):
        behind = (n for n in found if number.last < n.first < number.last + 12)
        return next((n for n in behind if words[n.first - 1].word == "," and (n.low or n.high or 0) < (number.high or 0)), None)
    for part in found:
        if part.first >= number.first:
            break
        whole = _whole_of(words, part.last) if number.first - part.last < 9 else None
        if whole is not None and number.first <= whole.first < number.last:
            return part
    return None


def _of_the_whole(words: list[Token], whole: Number, last: int) -> str | None:
    """Return what the words right at a whole say of it, not of its part: "two of the three wounded", "one of 12 people killed in the raid"."""
    told = next((what for w in words[whole.last : last] if (what := event_of(w.word)) is not None), None)
    if told is not None or last >= len(words):
        return told
    behind = words[last].word
    follows = words[last + 1].word if last + 1 < len(words) else ""
    if behind == "who" and follows in ("were", "have", "had"):
        return next((what for w in words[last + 2 : last + 4] if (what := event_of(w.word)) is not None), None)
    return event_of(behind) if behind in _PARTICIPLES and not (follows[:1].isdigit() or follows in CARDINALS) else None


_PARTICIPLES = word_set(
    "killed murdered executed slain injured wounded hurt arrested detained captured kidnapped abducted held missing trapped displaced"
)


def _but_before(words: list[Token], number: Number) -> bool:
    """Tell whether a number is the exception: the two of "all but two of the 40 passengers were killed"."""
    two = [w.word for w in words[max(0, number.first - 2) : number.first]]
    return two in (["all", "but"], ["all", "except"])


def _all_but(words: list[Token], number: Number) -> Number | None:
    """Return "all but two of the 40 passengers" as 38; None if it is no exception, or if nobody says of how many."""
    whole = _whole_of(words, number.last) if _but_before(words, number) else None
    if whole is None or whole.low is None or number.low is None or number.low != number.high or number.low >= whole.low:
        return None
    rest = whole.low - number.low
    return replace(number, first=number.first - 2, low=rest, high=rest)


_PARTS = word_set(
    "third thirds half quarter quarters fifth fifths tenth tenths percent cent % pc fraction part portion percentage"
)


def _one_body(words: list[Token], number: Number) -> bool:
    """Tell whether a "one" is the body that others are of: "nine members of one family"."""
    return number.first > 0 and number.low == number.high == 1 and words[number.first - 1].word == "of"


def _earlier_figure(words: list[Token], number: Number) -> bool:
    """Tell whether a number is what a toll stood at before: the 19 of "rose from 19 to 27", and of "27, up from 19"."""
    if number.first < 2 or words[number.first - 1].word != "from":
        return False
    if words[number.first - 2].word in ("up", "down"):
        return True
    before = [w.word for w in words[max(0, number.first - 9) : number.first - 1]]
    to = next((k for k in range(len(before) - 1, -1, -1) if before[k] == "to"), None)
    if to is not None and any(w[0].isdigit() or w in CARDINALS for w in before[to:]):
        return any(w in RISING for w in before[:to])  # "rose to 45 from 38"
    risen = any(w in RISING for w in before[-5:])
    behind = [w.word for w in words[number.last : number.last + 4]]
    return risen and "to" in behind


_UP_FROM = re.compile(
    rf"\b(?:up|down|(?:{'|'.join(sorted(RISING))})(?: \w+)? to [^.;]{{0,12}}\d[\d,]*(?: \w+){{0,2}}) from "
    r"(?:(?:at least|about|around|some|nearly|an earlier|the) )?\Z",
    re.IGNORECASE,
)


def is_former(text: str, start: int) -> bool:
    """Tell whether what begins at ``start`` is a figure that no longer stands: "risen to 80, up from 74", "rose to 45 from 38"."""
    return _UP_FROM.search(text, max(0, start - 60), start) is not None


def _fraction_before(words: list[Token], first: int) -> bool:
    """Tell whether a number is what a fraction is of: "a third of the 900,000 residents", "80% of 200 families"."""
    k = first - 1
    if k > 3 and words[k].word == "s" and words[k - 1].word in ("'", "’"):
        k -= 3  # "of the town's 30,000 residents"
    while k > 0 and words[k].word in ("the", "its", "their", "some", "about", "around"):
        k -= 1
    return k > 0 and words[k].word == "of" and words[k - 1].word in _PARTS


def _shared_noun(words: list[Token], number: Number, found: list[Number]) -> int | None:
    """Return the "and" behind a number whose noun stands behind the next: "three Ukrainian and two Russian soldiers"."""
    k = number.last + 1
    if (
        k + 1 >= len(words)
        or words[k].word != "and"
        or not words[k - 1].word.isalpha()
        or event_of(words[k - 1].word) is not None
    ):
        return None
    other = next((n for n in found if n.first == k + 1), None)
    return k if other is not None and _head(words, other)[0] == "people" else None


def _most_of(words: list[Token], number: Number) -> Number:
    """Return "most of the 40 hostages" as 21 to 40: more than half, and at most all."""
    k = number.first - 1
    if k < 1 or words[k].word not in ("the", "its", "their", "some", "about") or number.low is None or number.low != number.high:
        return number
    before = [w.word for w in words[max(0, k - 4) : k]]
    if before[-1:] != ["of"] or not (before[-2:-1] in (["most"], ["majority"]) or before[-4:-1] == ["more", "than", "half"]):
        return number
    size = {"most": 1, "majority": 1}.get(before[-2], 3)
    first = k - 1 - size - (before[-3:-2] in (["the"], ["a"]))
    return replace(number, first=first, low=number.low // 2 + 1, how="range", bounded=True)


def _verb_tells(words: list[Token], last: int) -> bool:
    """Tell whether a verb of harm or flight follows a phrase at once: it says what befell the fraction, not the whole."""
    for token in words[last : last + 4]:
        if token.word in _HELPS:
            continue
        return event_of(token.word) is not None
    return False


_HELPS = word_set("have has had were was are been be also already now since reportedly")


def _spared(words: list[Token], number: Number) -> bool:
    """Tell whether it is said that nothing befell the counted: "no casualties among the 40 workers", "none of the 12 passengers", "not one"."""
    before = [w.word for w in words[max(0, number.first - 6) : number.first]]
    if before[-1:] == ["not"] and words[number.first].word == "one":
        return True
    if before[-1:] == ["the"]:
        before.pop()
    return before[-2:] in (["none", "of"], ["neither", "of"]) or (
        before[-1:] == ["among"] and bool({"no", "without", "nor"} & {*before})
    )


def _flags(what: str, low: int | None, high: int | None, number: Number | None) -> tuple[str, ...]:
    limit = _IMPLAUSIBLE.get(what, _IMPLAUSIBLE_ANY)
    flags = ("implausible",) if max(low or 0, high or 0) > limit else ()
    return (*flags, "reversed-range") if number is not None and number.reversed else flags


def _area(text: str, words: list[Token], number: Number) -> tuple[int | None, int | None, int, str] | None:
    """Return an area in km², the token after it and how it came about, if the number states one."""
    rest = [w.word for w in words[number.last : number.last + 4]]
    factor, length = 0.0, 0
    if rest[:1] == ["-"]:
        rest, length = rest[1:], 1
    if len(rest) >= 2 and rest[0] in ("square", "sq"):
        skip = 2 if rest[1] == "." and len(rest) > 2 else 1
        unit = rest[skip]
        factor = {"k": 1.0, "m": SQUARE_MILE_KM2}.get(unit[:1], 0.0) if unit.startswith(("kilom", "km", "mile", "mi")) else 0.0
        length += skip + 1
    elif rest[:1] and rest[0] in ("km2", "km²"):
        factor, length = 1.0, length + 1
    elif len(rest) >= 2 and rest[0] == "km" and rest[1] in ("2", "²"):
        factor, length = 1.0, length + 2
    if not factor:
        return None
    decimal = _decimal(words, number)
    low = None if number.low is None else round((decimal or number.low) * factor)
    high = None if number.high is None else round((decimal or number.high) * factor)
    return low, high, min(number.last + length, len(words)), number.how if factor == 1.0 else "converted"


def _decimal(words: list[Token], number: Number) -> float | None:
    plain = words[number.last - 1].word
    return float(plain) if re.fullmatch(r"\d+\.\d+", plain) and plain.isascii() else None


def _number_is_no_count(words: list[Token], number: Number) -> bool:
    """Tell whether a number is a date, an age, a time, a name or the like."""
    plain = next((w for w in words[number.first : number.last] if w.word[:1].isdigit()), None)
    if _is_age(words, number):
        return True
    if _age_limit(words, number) or _after_ages(words, number.first):
        return True
    two = [w.word for w in words[max(0, number.first - 2) : number.first]]
    if "aged" in two or two in (["age", "of"], ["ages", "of"]):
        return True  # "aged from four to ten", "between the ages of 20 and 30"
    if words[number.first].word == "both" and _may_be_age(words, number.last):
        return True  # "two women, both 70"
    if _one_in_four(words, number) or _years_of_a_war(words, number):
        return True
    if two == ["between", "the"] and _head(words, number)[0] == "unknown":
        return True  # "the war between the two has killed thousands"
    before = words[number.first - 1] if number.first else None
    after = words[number.last] if number.last < len(words) else None
    if after is not None:
        if after.word in lexicon.THINGS and after.word in ("%", "percent", "per", "pc"):
            return True
        if after.word in ("-", "–") and number.last + 1 < len(words) and words[number.last + 1].word in lexicon.THINGS:
            return True
        if (
            plain is not None
            and after.start == words[number.last - 1].end
            and after.word in ("th", "st", "nd", "rd", "s", "mm", "cm", ":")
        ):
            return True
        if after.word in _MONTHS:
            return True
        if (
            plain is not None
            and after.word in ("-", "–")
            and number.last + 1 < len(words)
            and words[number.last + 1].word[0].isdigit()
            and words[number.last - 1].end == after.start
            and after.end == words[number.last + 1].start
        ):
            return True  # "27-07-2015", "a 2-1 defeat"
        behind = [w.word for w in words[number.last : number.last + 4]]
        if behind[:3] == ["and", "a", "half"] and behind[3:] and behind[3] in lexicon.THINGS:
            return True  # "seven and a half years"
    if (
        before is not None
        and before.word in _MONTHS
        and number.first >= 2
        and words[number.first - 2].word.isdigit()
        and not (plain is not None and _YEAR.fullmatch(plain.word) and number.last - number.first == 1)
    ):
        return False  # "on 23 September 28 bodies were found"
    if before is not None and before.word == ":" and plain is not None and before.end == plain.start:
        return True
    if plain is None:
        return before is not None and before.word in ("no", "aged", "age", "phase", "level") and words[number.first].word != "one"
    if before is not None:
        if before.end == plain.start and before.word[-1].isalpha():
            return True  # "MH17"
        if before.word in ("-", "/", ".", ":", "'", "’") and before.end == plain.start and number.first >= 2:
            return words[number.first - 2].end == before.start
        if before.word in _NO_COUNT_BEFORE and not number.bounded:
            return True
        hour = number.first >= 4 and [w.word for w in words[number.first - 3 : number.first]] == [".", "m", "."]
        if before.word == "." and number.first >= 2 and words[number.first - 2].word in _NO_COUNT_BEFORE and not hour:
            return True
    if (
        after is not None
        and after.word == "/"
        and after.start == words[number.last - 1].end
        and words[number.first].word == plain.word
    ):
        return True  # "9/11"
    figure = plain.word
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", figure) and number.last - number.first == 1:
        head = _head(words, number)[0]
        nxt = after.word if after else ""
        return head != "people" or nxt not in lexicon.PEOPLE
    return _is_decimal(words, number)


def _years_of_a_war(words: list[Token], number: Number) -> bool:
    """Tell whether two numbers with a dash between them are the years of what is named behind: "the 2020-2022 war"."""
    spelled = [w.word for w in words[number.first : number.last]]
    if (
        len(spelled) != 3
        or spelled[1] not in ("-", "–", "—")
        or not (_YEAR.fullmatch(spelled[0]) and _YEAR.fullmatch(spelled[2]))
    ):
        return False
    return any(w.word in WARS for w in words[number.last : number.last + 3])


def _age_limit(words: list[Token], number: Number) -> bool:
    """Tell whether "under 18" is an age: "20 of whom are under 18", "children over 12"."""
    if words[number.first].word not in ("under", "over", "below", "above") or not 0 < (number.low or number.high or 0) <= 80:
        return False
    before = words[number.first - 1].word if number.first else ""
    behind = words[number.last].word if number.last < len(words) else "."
    return (before in _AGED or before in lexicon.CIVILIANS) and (
        not behind[0].isalnum() or behind in ("and", "or", "were", "are", "have", "years")
    )


_AGED = word_set("are is were was those all aged anyone everyone")


def _after_ages(words: list[Token], first: int) -> bool:
    """Tell whether a number ends a list of ages: the 11 of "boys aged 6 and 11"."""
    k = first - 1
    while (
        k > 0
        and first - k < 10
        and (words[k].word in ("and", ",", "to", "-", "–") or words[k].word.isdigit() or words[k].word in CARDINALS)
    ):
        k -= 1
    if k > 0 and words[k].word == "of" and words[k - 1].word == "ages" and k < first - 1:
        return True  # the 30 of "the ages of 20 and 30"
    return k >= 0 and k < first - 1 and words[k].word in ("aged", "ages") and words[k + 1].word not in (",", "and")


def _may_be_age(words: list[Token], i: int) -> bool:
    """Tell whether a token is a bare number of years that somebody can have lived."""
    return i < len(words) and re.fullmatch(r"[1-9]\d?|10\d", words[i].word) is not None


def _listed_age(words: list[Token], first: int, last: int) -> bool:
    """Tell whether a bare number right behind people is their age: "her two sons, 4 and 6,", "a woman, 62,", "a man (70)"."""
    k = first - 1
    while k > 1 and words[k].word in ("and", ",") and (_may_be_age(words, k - 1) or words[k - 1].word == ","):
        k -= 1 if words[k - 1].word == "," else 2
    opener = words[k].word if k > 0 else ""
    if opener not in (",", "(") or not _people_of_an_age(words, k):
        return False
    end = last
    while end + 1 < len(words) and words[end].word in ("and", ",") and _may_be_age(words, end + 1):
        end += 2
    closing = {words[e].word if e < len(words) else "." for e in (last, end)}
    return bool(closing & ({")"} if opener == "(" else {",", ".", ";"}))


def _people_of_an_age(words: list[Token], mark: int) -> bool:
    """Tell whether the noun before a mark is one person, or people that are counted or somebody's: "a man", "two women", "her sons"."""
    noun = words[mark - 1].word
    if noun in _CHILDREN:
        return True
    if noun not in lexicon.PEOPLE:
        return False
    before = {w.word for w in words[max(0, mark - 5) : mark - 1]}
    several = noun.endswith("s") or noun in ("men", "women", "people", "children")
    return any(w in CARDINALS or w in _SOME for w in before) or bool(before & (_WHOSE if several else _OWNERS | {"another"}))


_SOME = word_set("2 3 4 5 6 7 8 9")
_WHOSE = word_set("my his her its our their both")
_CHILDREN = word_set("sons daughters brothers sisters siblings boys girls children twins son daughter brother sister")
_ONE_CHILD = word_set("girl boy man woman child youth teenager lad baby toddler")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _one_in_four(words: list[Token], number: Number) -> bool:
    """Tell whether a number is half of a fraction: "one in four soldiers", "two out of three"."""
    before = [w.word for w in words[max(0, number.first - 3) : number.first]]
    if before[-2:] == ["out", "of"]:
        before[-2:] = ["in"]
    if before[-1:] == ["in"] and len(before) >= 2 and (before[-2] in _FEW or before[-2] == "1"):
        return True
    if before[-1:] == ["in"] and len(before) >= 2 and before[-2] in _OF_TEN and words[number.first].word in ("ten", "10"):
        return True
    behind = [w.word for w in words[number.last : number.last + 3]]
    if behind[:2] == ["out", "of"]:
        behind[:2] = ["in"]
    if behind[:1] == ["in"] and behind[1:2] in (["ten"], ["10"]) and words[number.last - 1].word in _OF_TEN:
        return True  # "nine out of ten residents"
    if words[number.last - 1].word == "1" and behind[:1] == ["in"] and len(behind) == 3 and behind[1] in _ODDS:
        return behind[2] not in lexicon.THINGS  # "1 in 5 residents", but "killed 1 in 5 days"
    return words[number.last - 1].word in _FEW and behind[:1] == ["in"] and behind[1:2] != [] and behind[1] in CARDINALS


_OF_TEN = word_set("four six seven eight nine 4 6 7 8 9")
_FEW = word_set("one two three")
_ODDS = word_set("2 3 4 5 6 7 8 9 10 20")


def _is_decimal(words: list[Token], number: Number) -> bool:
    """Tell whether a number is a fraction of nobody: "36.2021", "999.99", but not "1.5 million" or "12.500"."""
    inside = words[number.first : number.last]
    if any(w.word in SCALES or w.word == "dozen" for w in inside):
        return False
    return any(re.fullmatch(r"\d+[.,]\d+", w.word) and not re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", w.word) for w in inside)


def _is_age(words: list[Token], number: Number) -> bool:
    """Tell whether a number is somebody's age: "Haddad, 34, was", "(34)", "under the age of 18"."""
    first, last = number.first, number.last
    if last - first != 1:
        return False
    before = [w.word for w in words[max(0, first - 2) : first]]
    if before[-1:] == ["of"] and before[0] in _ONE_CHILD and first >= 3 and words[first - 3].word in ("a", "an"):
        return True  # "a girl of 7", "a boy of nine"
    if not words[first].word.isdigit() or not 0 < int(words[first].word) < 110:
        return False
    after = words[last].word if last < len(words) else ""
    if before == ["age", "of"] or before[-1:] in (["aged"], ["both"]) or _listed_age(words, first, last):
        return True
    named = len(before) == 2 and before[0].isalpha() and before[0] not in lexicon.PEOPLE | _MONTHS
    return named and (before[1], after) in ((",", ","), ("(", ")"))


def _head(words: list[Token], number: Number) -> tuple[str, int]:
    """Return whether a number counts people, things or nobody knows what, and the token after its noun phrase."""
    kind, last = "unknown", number.last
    i = number.last
    if i < len(words) and words[i].word in ("-", "–") and i + 1 < len(words):
        if words[i + 1].word == "strong":
            return "people", i + 2
        return ("thing", i + 1) if words[i + 1].word in lexicon.THINGS else ("unknown", number.last)
    while i < min(len(words), number.last + 9):
        word = words[i].word
        if word in ("-", '"', "“", "”", "'", "’", "[", "(") and i > number.last:
            i += 1
            continue
        if i == number.last and (whole := _whole_of(words, i)) is not None:
            i = last = whole.last  # "108 of 113 targets", "two of the town's 30 policemen"
            continue
        if word == "of" and kind == "unknown":
            i += 1
            continue
        if word == "." and i > number.last and len(words[i - 1].word) == 1 and words[i - 1].word.isalpha():
            i += 1  # "one U.S. soldier"
            continue
        if word in _TIME_UNITS:
            return "thing", i + 1
        if (behind := _designation(words, i)) is not None:
            kind, last, i = ("thing", behind, behind) if kind == "unknown" else (kind, last, behind)
            continue  # "five AK-47 rifles", "two Mi-8s"
        if i + 2 < len(words) and words[i + 1].word in ("'", "’") and words[i + 2].word == "s":
            i += 3  # "70 of the group's fighters"
            continue
        if word in _OWNERS and words[i - 1].word != "of":
            break  # "a family of five the police found": another begins
        another = i > number.last and (word[0].isdigit() or (word in CARDINALS and word != "one"))
        if not word[0].isalnum() or word in _STOP or word in ("and", "of") or another:
            if word == "and" and kind == "people" and i + 1 < len(words) and words[i + 1].word in _JOINED:
                i += 1
                last = i + 1
                i += 1
                continue
            break
        if (
            word == "and"
            and i == number.last
            and words[i - 1].word == "couple"
            and i + 1 < len(words)
            and words[i + 1].word == "their"
        ):
            return "people", i
        if word in lexicon.PEOPLE and not (kind == "unknown" and word in lexicon.THINGS):
            kind, last = "people", i + 1
        elif word in lexicon.THINGS:
            if kind == "people" and i > last:
                break
            kind, last = "thing", i + 1
        elif (
            (kind == "people" and not (i == last and i + 1 < len(words) and words[i + 1].word in lexicon.PEOPLE))
            or (kind == "thing" and word not in lexicon.PEOPLE)
            or (kind == "unknown" and event_of(word) is not None and word not in lexicon.PEOPLE and i > number.last)
        ):
            break
        elif kind == "unknown" and i == number.last and event_of(word) is not None:
            # "31 killed", "two wounded soldiers"
            if i + 1 < len(words) and words[i + 1].word in lexicon.PEOPLE | lexicon.THINGS:
                i += 1
                continue
            return "unknown", max(i + 1, _unlisted_noun(words, i))
        i += 1
    if kind == "unknown" and last < len(words) and words[last].word in ("others", "more", "other"):
        last += 1
    elif kind == "unknown" and last == number.last:
        last = _unlisted_noun(words, last)
    return kind, last


def _designation(words: list[Token], i: int) -> int | None:
    """Return the token behind the make of a weapon at ``i``: "AK-47", "T-62", "Mi-8s"; None where none stands."""
    if not words[i].word.isalpha() or len(words[i].word) > 4:
        return None
    k = i + 1
    k += k < len(words) and words[k].word in ("-", "‑") and words[k].start == words[k - 1].end
    if k >= len(words) or not words[k].word.isdigit() or words[k].start != words[k - 1].end:
        return None
    k += 1
    while k < len(words) and words[k].word.isalpha() and words[k].start == words[k - 1].end:
        k += 1
    return k


_NO_PLURALS = word_set(
    "this his has was does less across perhaps always towards besides thus plus hamas damascus paris isis says reports sources claims witnesses"
)


def _unlisted_noun(words: list[Token], last: int) -> int:
    """Return the token behind a plural that is in no list: the "Mozambicans" of "2,000 Mozambicans", "400 displaced Mozambicans"; else ``last``."""
    for i in range(last, min(len(words), last + 2)):
        word = words[i].word
        if not word.isalpha() or word in _STOP or word in lexicon.PEOPLE | lexicon.THINGS | _TIME_UNITS:
            return last
        if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us")) and word not in _NO_PLURALS:
            return i + 1 if event_of(word) is None else last
        if event_of(word) is not None and word not in _ADJECTIVES:
            return last
    return last


_ADJECTIVES = word_set("displaced wounded injured missing abducted kidnapped trapped detained captured")


def _whole_of(words: list[Token], i: int) -> Number | None:
    """Return the number that the one before token ``i`` is a part of: the 40 of "six of the 40 on board", the 12 million of "of the country's 12 million"."""
    if words[i : i + 1] == [] or words[i].word != "of":
        return None
    for k in range(i + 1, min(len(words), i + 9)):
        number = core(words, k)
        if number is not None:
            told = [w.word for w in words[i + 1 : k] if w.word not in _ROUGHLY]
            owned = (
                told == [] or (len(told) == 1 and told[0] in _OWNERS) or told[-1] in ("'", "’") or told[-2:-1] in (["'"], ["’"])
            )
            return number if owned and number.low == number.high and (number.low or 0) > 1 else None
        if not (words[k].word.isalpha() or words[k].word in ("'", "’", "-")) or words[k].word in _STOP:
            return None
    return None


_ROUGHLY = word_set("about around some roughly approximately nearly almost estimated original")


_OWNERS = word_set("the a an my his her its our their he she they we it this these those")


def _what(words: list[Token], first: int, last: int, found: list[Number], claim_type: str, trigger: str) -> str:
    local = befell(words, first, last, found)
    told = next((what for word in re.findall(r"\w+", trigger.lower()) if (what := event_of(word)) is not None), None)
    if local is not None:
        # "Hanged on Sunday three men convicted of spying"
        return "killed" if told == "killed" and local == "detained" and is_attribute(words, last) else local
    if _at_war(words, last):
        return "fighters"
    return told or _by_head(words, first, last, _BY_TYPE.get(claim_type, "other"), claim_type)


def _by_head(words: list[Token], first: int, last: int, default: str, claim_type: str) -> str:
    """Choose between fighters and civilians by the noun where the claim's type speaks of either."""
    heads = [w.word for w in words[first:last]]
    fighters = any(w in lexicon.FIGHTERS for w in heads)
    if default == "fighters":
        return "civilians" if any(w in _PLAINLY_CIVILIAN for w in heads) and not fighters else "fighters"
    if default == "civilians" and fighters and not any(w in _PLAINLY_CIVILIAN for w in heads):
        return "fighters"
    if default == "other" and fighters:
        return "fighters"
    if claim_type in ("armed-clash", "attack") and fighters:
        # A clash's fighters without a word of death are those who took part.
        return "fighters"
    if claim_type == "displacement" and fighters:
        return "fighters"
    if claim_type in _VIOLENT and any(w in _PERPETRATORS for w in heads):
        return "fighters"
    return default


_PERPETRATORS = word_set(
    "bomber bombers attacker attackers assailant assailants gunman gunmen hijacker hijackers kidnappers raiders"
)
_PLAINLY_CIVILIAN = word_set(
    "relatives wives mothers dependents dependants elderly civilian civilians children child women families family residents villagers inhabitants refugees girls babies"
)
_DETERMINERS = word_set("a an the his her their its our my some any all another other others more of them us at least")


def _who(words: list[Token], first: int, last: int) -> str | None:
    """Return the noun that names the people counted, None if there is none."""
    heads = [w.word for w in words[first:last] if w.word in lexicon.PEOPLE and w.word not in _DETERMINERS]
    if heads:
        return heads[-1]
    number = next((n for n in numbers(words[first:last])), None)
    if number is None or number.last == last - first:
        return None
    behind = _unlisted_noun(words, first + number.last)
    return words[behind - 1].word if first + number.last < behind <= last else None
