"""Names that end a person's or a body's, and words in capitals that are none: "Colonel Pedro Cordoba" is nobody's town."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from fogline.grounding.grounding import Gazetteer
from fogline.grounding.regions import words as word_list
from fogline.grounding.span_index import SpanIndex
from fogline.span import Span

__all__ = ["is_a_measure", "is_of_a_continent", "without_owners"]

_PART = r"(?:[A-Z]\.|(?:[A-Z]|al-[A-Z])[\w’'-]*(?<!['’]s)) "
# Behind a rank in capitals stands a person's name, behind one in small letters a person's full name: "a major Aleppo road".
_RANKED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Brig|Col|Maj|Capt|Cpt|Lt|Sgt|Cpl|Adm|General|Brigadier|Colonel|Major|Captain|Lieutenant|Sergeant|Corporal|"
    rf"Admiral|Commander|Senator|Professor|Doctor)\.? (?:{_PART}){{0,3}}\Z"
    r"|\b(?:[Cc]ommander|[Ll]eader|[Ss]pokes(?:man|woman|person)|[Pp]resident|[Mm]inister|[Gg]eneral|[Cc]olonel|[Cc]aptain|[Mm]ajor|[Ww]arlord|"
    rf"[Gg]overnor|[Jj]ournalist|[Aa]ctivist|[Ll]awyer),? (?:{_PART}){{1,3}}\Z"
)
_GIVEN = word_list("given")
_FULL_NAME = re.compile(r"(\w+) ([A-Z]\w+) \Z")
_AT = re.compile(
    r"\b(?:in|at|near|from|to|into|around|outside|inside|towards?|of) (?:the (?:city|town|village) of )?\Z", re.IGNORECASE
)
# "The International Court of Justice": an ordinary word, of which the body is, is no town of that name.
_BODY_OF = re.compile(
    r"\b(?:Court|Ministry|House|Department|Institute|Council|Committee|League|Movement|Army|Front|Party|Bureau|Office|Commission|Union|"
    r"Chamber|Brigades?|Corps|Sons|Partisans|Defenders|Forum) (?:of|for) (?:the )?\Z"
)
_ORDINARY = word_list("ordinary")
_SMALL_LETTERS = re.compile(r"\b[a-z]\w*\b")
_BEHIND_THE = re.compile(r"\bTHE \Z")
_NO_NOUN = re.compile(r"\s*(?:[^\w\s]|\Z|\n|(?:IN|OF|AT|ON|NEAR|BY|FROM|TO|AND|FOR|AFTER|AS|IS|WAS|WITH)\b)")


def without_owners(text: str, spans: Sequence[Span], gazetteer: Gazetteer) -> list[Span]:
    """Return names without those that end the name of somebody or of a body, or are a word of a line in capitals.

    A surname that stands alone later is that person's too, unless the text names it as a place or a country is so called.
    """
    index, small = SpanIndex(spans), frozenset(_SMALL_LETTERS.findall(text))
    persons = {s for s in spans if _ends_a_person(text, s, index)}
    surnames = {s.of(text) for s in persons}
    letters = {s.of(text) for s in spans if _is_a_bodys_letters(text, s)}
    places = {s.of(text) for s in spans if s.of(text) in surnames and s not in persons and _says_where(text, s)}
    places |= {name for name in surnames if any(c.feature == "country" and c.match == "name" for c in gazetteer.candidates(name))}
    return [
        s
        for s in spans
        if s not in persons
        and s.of(text) not in surnames - places
        and not (s.of(text).casefold() in _ORDINARY and _BODY_OF.search(text[max(0, s.start - 30) : s.start]))
        and not _common_noun_in_capitals(text, s, small, gazetteer)
        and not is_a_measure(text, s)
        and s.of(text) not in letters
    ]


def is_a_measure(text: str, span: Span) -> bool:
    """Tell whether a name only says how large something is: land "the size of Wales" is nowhere near it."""
    return _AS_LARGE_AS.search(text, max(0, span.start - 40), span.start) is not None


_AS_LARGE_AS = re.compile(
    r"\b(?:the size of|size of|as (?:big|large|small) as|(?:larger|bigger|smaller) than) (?:all of |nearby )?(?:the )?\Z",
    re.IGNORECASE,
)
_NAME_BEFORE_BRACKET = re.compile(r"((?:(?:[A-Z][\w’'-]*|of|for|the|and|in) ){2,8})\(\Z")


def _is_a_bodys_letters(text: str, span: Span) -> bool:
    """Tell whether a name in brackets is made of the first letters of the body named before it: "Orvat Relief Action Network (Oran)"."""
    letters = span.of(text).casefold()
    if not text.startswith(")", span.end) or not 3 <= len(letters) <= 7:
        return False
    body = _NAME_BEFORE_BRACKET.search(text, max(0, span.start - 90), span.start)
    return body is not None and "".join(w[0] for w in body[1].split() if w[0].isupper()).casefold().endswith(letters)


def is_of_a_continent(text: str, span: Span) -> bool:
    """Tell whether "American" is so of a part of the continent, not of a state: "the Central American University"."""
    return (
        span.of(text).startswith("America") and _PART_OF_A_CONTINENT.search(text, max(0, span.start - 9), span.start) is not None
    )


_PART_OF_A_CONTINENT = re.compile(r"\b(?:Central|South|Latin|North|Pan)[ -]\Z")


def _says_where(text: str, span: Span) -> bool:
    return _AT.search(text[max(0, span.start - 40) : span.start]) is not None


def _ends_a_person(text: str, span: Span, names: SpanIndex) -> bool:
    """Tell whether a name stands behind a rank, or behind a given name that is itself no place and lies in none."""
    before = text[max(0, span.start - 80) : span.start]
    if _RANKED.search(before):
        return True
    full = _FULL_NAME.search(before)
    if full is None or full.group(2).casefold() not in _GIVEN or full.group(1)[0].isupper():
        return False
    given = Span(span.start - len(full.group(2)) - 1, span.start - 1)
    return not names.touches(given) and not _says_where(text, given)


def _common_noun_in_capitals(text: str, span: Span, small: Set[str], gazetteer: Gazetteer) -> bool:
    """Tell whether one word in capitals is a thing and no town: the text has it in small letters too, or "THE" before it."""
    word = span.of(text)
    if not word.isalpha() or not word.isupper() or len(word) < 4:
        return False
    if word.lower() in small:
        return True
    if _BEHIND_THE.search(text[max(0, span.start - 4) : span.start]) is None or _NO_NOUN.match(text, span.end) is None:
        return False
    # What the war is told of is kept by hand or a division: "THE KREMLIN", "THE BRONX".
    return all(c.feature in ("city", "adm3") and c.geoname_id is not None for c in gazetteer.candidates(word, 1))
