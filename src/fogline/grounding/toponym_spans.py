"""Where a text's place names stand, each as far as it goes: what the encoder marked and what the gazetteer found, made one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from fogline.grounding.coordinates import coordinates_in, outside_points
from fogline.grounding.grounding import Gazetteer
from fogline.grounding.place_headings import Headings
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
    marked = _as_in_full(text, [_whole_name(text, s, phrases, gazetteer) for s in marked])
    read = SpanIndex(_side_by_side(text, tied_by_hyphens(text, marked, gazetteer), gazetteer))
    found = [s for f in find_toponyms(text, gazetteer) if outside_points(text, s := f.span, points) == s]
    whole = [s for s in found if _cut_short(text, s, read.overlapping(s), gazetteer)]
    grown = SpanIndex(whole)
    kept = SpanIndex([*whole, *(s for s in read.spans if not grown.touches(s))])
    every = _as_in_full(text, [*kept.spans, *(s for s in found if not kept.touches(s))])
    owned = without_owners(text, [_with_its_street(text, s, gazetteer) for s in every], gazetteer)
    heads = [h.span for h in Headings(text, lambda span: _heads_an_item(span.of(text), gazetteer)).places]
    index = SpanIndex(heads)
    return sorted([*heads, *(s for s in owned if not index.touches(s))])


def _heads_an_item(name: str, gazetteer: Gazetteer) -> bool:
    """Tell whether the heading of an item is a place's name, whatever its letters: "TRAVNIK" and no "GENERAL"."""
    if generic(name) or names_no_place(name) or name.casefold() in _ORDINARY:
        return False
    return any(c.match in ("name", "alias") for c in gazetteer.candidates(name, 5))


# "AUSTIN: …" of an interview is who speaks.
_ORDINARY = (
    word_list("ordinary")
    | word_list("given")
    | word_set("general comment summary overview weekly totals security humanitarian outlook situation")
)


def _cut_short(text: str, whole: Span, read: Sequence[Span], gazetteer: Gazetteer) -> bool:
    """Tell whether a name of the gazetteer holds what the encoder read and is no name by itself: "Tal" of "Tal Rifaat".

    Of "Norte de Santander", a division, Santander is no part, although another division is called so.
    """
    inner = [s.of(text) for s in read if whole.contains(s) and s != whole]
    if not read or len(inner) != len(read):
        return False
    if _PARTICLE.search(whole.of(text)) and _is_a_division(whole.of(text), gazetteer):
        return True
    there = {c.country for c in gazetteer.candidates(whole.of(text), 5) if c.match in ("name", "alias")}
    return all(
        n.casefold() in _FIRST_PARTS or not (_in_which(n, gazetteer) & there or _is_a_country(n, gazetteer)) for n in inner
    )


def _in_which(name: str, gazetteer: Gazetteer) -> set[str | None]:
    """Return the countries that have a place of a name so spelled; what only sounds like it is some other name."""
    return {c.country for c in gazetteer.candidates(name) if c.match in ("name", "alias")}


def _countries_of(names: Iterable[str], gazetteer: Gazetteer) -> set[str | None]:
    return {c.country for name in names for c in gazetteer.candidates(name)}


def _is_a_country(name: str, gazetteer: Gazetteer) -> bool:
    return any(c.feature == "country" and c.match in ("name", "demonym") for c in gazetteer.candidates(name, 3))


def _as_in_full(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return names as the text elsewhere has them in full: "Kyi" and "Kone" are both the "Kyi Kone" that was read as one."""
    longer = {name for s in spans if _TWO_WORDS.fullmatch(name := s.of(text))}
    by_word: dict[str, list[str]] = {}
    for name in longer:
        for word in {*name.split(), name.rsplit(" ", 1)[0]}:
            by_word.setdefault(word, []).append(name)
    out: list[Span] = []
    for span in sorted(spans):
        whole = max((w for name in by_word.get(span.of(text), ()) if (w := _inside_of(text, span, name))), key=len, default=span)
        if out and out[-1].overlap(whole):
            out[-1] = out[-1].cover(whole)
        else:
            out.append(whole)
    return out


_TWO_WORDS = re.compile(r"(?!The )[A-Z][\w’'-]+(?: [\w’'-]+)* (?:al-)?[A-Z][\w’'-]+")


def _inside_of(text: str, span: Span, name: str) -> Span | None:
    """Return where a longer name stands around a part of it."""
    start = span.start - name.index(span.of(text))
    end = start + len(name)
    whole = start >= 0 and text[start:end] == name
    bounded = whole and not text[end : end + 1].isalnum() and not text[max(0, start - 1) : start].isalnum()
    return Span(start, end) if bounded else None


# "On Tumanyan street" is no town of that name, as "Mariupol square" is none.
_STREET = re.compile(r" (?:[Ss]treet|[Aa]venue|[Bb]oulevard|[Aa]lley|STREET|AVENUE|BOULEVARD)\b")


def _with_its_street(text: str, span: Span, gazetteer: Gazetteer) -> Span:
    """Return a name with the word for a street behind it; "the Syrian street" are the people there."""
    street = _STREET.match(text, span.end)
    if street is not None and any(c.match == "demonym" for c in gazetteer.candidates(span.of(text), 3)):
        street = None
    return span if street is None else Span(span.start, street.end())


_PARTICLE = re.compile(r" (?:(?:de|of)(?: (?:la|las|los|the))?|del|da|do|dos|das|du|di|al|el|y|e|and) ")


def _is_a_division(name: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a whole name is exactly that of a country or of a first-level division."""
    return any(c.feature in ("country", "adm1") and c.match == "name" for c in gazetteer.candidates(name, 5))


_GOES_ON = re.compile(r"(?: (?:(?:al|el|ad|ar|as|ash|at|az|ez|an)-)?[A-Z][a-z][\w’'-]*){1,2}")


_TIED = re.compile(r"-[A-Z][\w’']*")
_FACILITY = re.compile(rf" (?:{'|'.join(sorted(word_list('site-heads')))})\b")


def _whole_name(text: str, span: Span, phrases: SpanIndex, gazetteer: Gazetteer) -> Span:
    """Return a name with the rest of it where the encoder marked its first word only: "Kafr" of "Kafr Awid".

    It goes on behind a word with which such names begin, or behind one that is no place by itself, as far as the
    phrase goes that the reader took for a place: "the area around Municipal Palace". A name that is no place is a
    facility's with the word for it: "the Erdogan hospital".
    """
    if (tied := _TIED.match(text, span.end)) is not None:
        whole = Span(span.start, tied.end())
        if any(c.match in ("name", "alias") for c in gazetteer.candidates(whole.of(text), 3)):
            return whole  # "Ye-U" is not Ye
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

    They are where the map knows them as one, or knows neither in a country of the report's other names. "Atareb Aleppo" has lost its comma. So are names that small words tie to a division's: "Valle" and
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
        last = span.of(text)
        # What only sounds like "Wad" somewhere does not part "Wad al-Noura".
        tied = _ARTICLE.match(last) is not None
        if not one and (tied or not gazetteer.candidates(first)):
            others = {s.of(text) for s in names[:_MANY_NAMES]} - {first, last}
            spelled = _in_which(first, gazetteer) | _in_which(last, gazetteer) if tied else _countries_of([last], gazetteer)
            one = not spelled & _countries_of(others, gazetteer)
        if one:
            out[-1] = whole
        else:
            out.append(span)
    return out


_ARTICLE = re.compile(r"(?:al|el|ad|ar|as|ash|at|az|ez|an)-[A-Z]")
# Names of a report that say which countries it is about; more would only take time.
_MANY_NAMES = 200
