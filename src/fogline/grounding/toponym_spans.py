"""Where a text's place names stand, each as far as it goes: what the encoder marked and what the gazetteer found, made one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.grounding.coordinates import coordinates_in, outside_points
from fogline.grounding.grounding import Gazetteer
from fogline.grounding.place_words import generic, names_no_place
from fogline.grounding.regions import words as word_list
from fogline.grounding.span_index import SpanIndex
from fogline.grounding.timex_calendar import DAYPARTS, MONTHS, WEEKDAYS
from fogline.grounding.toponym import find_toponyms
from fogline.grounding.toponym_owners import without_owners
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Reading, Role
from fogline.span import Span

__all__ = ["tied_by_hyphens", "toponym_spans"]


def toponym_spans(text: str, reading: Reading, gazetteer: Gazetteer) -> list[Span]:
    """Return the encoder's place names, and those that only the gazetteer found."""
    points = SpanIndex(p.span for p in coordinates_in(text))
    marked = [s for t in reading.toponyms if (s := outside_points(text, t.span, points)) is not None]
    phrases = SpanIndex(a.span for e in reading.events for a in e.having(Role.PLACE))
    marked = [_whole_name(text, s, phrases, gazetteer) for s in marked]
    read = SpanIndex(_side_by_side(text, tied_by_hyphens(text, marked, gazetteer), gazetteer))
    found = [s for f in find_toponyms(text, gazetteer) if outside_points(text, s := f.span, points) == s]
    whole = [s for s in found if _cut_short(text, s, read.overlapping(s), gazetteer)]
    grown = SpanIndex(whole)
    kept = SpanIndex([*whole, *(s for s in read.spans if not grown.touches(s))])
    return without_owners(text, sorted((*kept.spans, *(s for s in found if not kept.touches(s)))), gazetteer)


def _cut_short(text: str, whole: Span, read: Sequence[Span], gazetteer: Gazetteer) -> bool:
    """Tell whether a name of the gazetteer holds what the encoder read and is no name by itself: "Tal" of "Tal Rifaat".

    Of "Norte de Santander", a division, Santander is no part, although another division is called so.
    """
    inner = [s.of(text) for s in read if whole.contains(s) and s != whole]
    if not read or len(inner) != len(read):
        return False
    if _PARTICLE.search(whole.of(text)) and _is_a_division(whole.of(text), gazetteer):
        return True
    return all(n.casefold() in _FIRST_PARTS or not gazetteer.candidates(n) for n in inner)


_PARTICLE = re.compile(r" (?:(?:de|of)(?: (?:la|las|los|the))?|del|da|do|dos|das|du|di|al|el|y|e|and) ")


def _is_a_division(name: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a whole name is exactly that of a country or of a first-level division."""
    return any(c.feature in ("country", "adm1") and c.match == "name" for c in gazetteer.candidates(name, 5))


_GOES_ON = re.compile(r"(?: (?:(?:al|el|ad|ar|as|ash|at|az|ez|an)-)?[A-Z][a-z][\w’'-]*){1,2}")


_FACILITY = re.compile(rf" (?:{'|'.join(sorted(word_list('site-heads')))})\b")


def _whole_name(text: str, span: Span, phrases: SpanIndex, gazetteer: Gazetteer) -> Span:
    """Return a name with the rest of it where the encoder marked its first word only: "Kafr" of "Kafr Awid".

    It goes on behind a word with which such names begin, or behind one that is no place by itself, as far as the
    phrase goes that the reader took for a place: "the area around Municipal Palace". A name that is no place is a
    facility's with the word for it: "the Erdogan hospital".
    """
    if (facility := _FACILITY.match(text, span.end)) is not None and not gazetteer.candidates(span.of(text)):
        return Span(span.start, facility.end())
    if any(c in span.of(text) for c in " -") or (more := _GOES_ON.match(text, span.end)) is None:
        return span
    first = span.of(text).casefold() in _FIRST_PARTS
    if not first and gazetteer.candidates(span.of(text)):
        return span
    until = max((p.end for p in phrases.overlapping(span)), default=more.end() if first else span.end)
    end = span.end
    # "Kafr" needs one word more, another name may need two.
    for word in more.group().split()[: 1 if first else 2]:
        if end + 1 + len(word) > until or _ends_a_name(word):
            break
        end += 1 + len(word)
    return Span(span.start, end)


def _ends_a_name(word: str) -> bool:
    folded = word.casefold()
    return folded in WEEKDAYS or folded in MONTHS or folded in DAYPARTS or generic(word) or names_no_place(word)


# "Hill of", "castle of", "mother of", "saint": what names of places in the Arabic-speaking world and in Latin America begin with.
_FIRST_PARTS = word_set(
    "tal tell tall kafr kafar kfar deir dayr khan umm abu ain ayn bir beit bayt jabal jebel wadi ras qal'at qalaat khirbet al "
    "san santa santo sao saint puerto port ciudad villa fort nueva nuevo new"
)


def tied_by_hyphens(text: str, names: Sequence[Span], gazetteer: Gazetteer) -> list[Span]:
    """Return names with those put together that hyphens tie and the gazetteer knows as one: "PORT-AU-PRINCE", not "US-Turkey"."""
    rows: list[list[Span]] = []
    for span in sorted(names):
        if rows and text[rows[-1][-1].end : span.start] == "-":
            rows[-1].append(span)
        else:
            rows.append([span])
    out: list[Span] = []
    for row in rows:
        whole = row[0].cover(row[-1])
        out.extend([whole] if len(row) > 1 and gazetteer.candidates(whole.of(text)) else row)
    return out


def _side_by_side(text: str, names: Sequence[Span], gazetteer: Gazetteer) -> list[Span]:
    """Return names with two put together that stand side by side and are one: "Let Yet" and "Kone" of "Let Yet Kone".

    They are where the map knows them as one, or knows neither: the first nowhere, the second in no country of the
    report's other names. "Atareb Aleppo" has lost its comma. So are names that small words tie to a division's: "Valle" and
    "Cauca" of "Valle del Cauca".
    """
    out: list[Span] = []
    for span in sorted(names):
        if out and _PARTICLE.fullmatch(text, out[-1].end, span.start) and _is_a_division(out[-1].cover(span).of(text), gazetteer):
            out[-1] = out[-1].cover(span)
            continue
        if not out or text[out[-1].end : span.start] != " ":
            out.append(span)
            continue
        whole, first = out[-1].cover(span), out[-1].of(text)
        one = bool(gazetteer.candidates(whole.of(text)))
        if not one and not gazetteer.candidates(first):
            last = span.of(text)
            others = {s.of(text) for s in names[:_MANY_NAMES]} - {last}
            countries = {c.country for name in others for c in gazetteer.candidates(name)}
            one = all(c.country not in countries for c in gazetteer.candidates(last))
        if one:
            out[-1] = whole
        else:
            out.append(span)
    return out


# Names of a report that say which countries it is about; more would only take time.
_MANY_NAMES = 200
