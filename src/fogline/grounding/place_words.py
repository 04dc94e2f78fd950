"""Which words of a place phrase can be a place's name, and which are a noun, a faith, a body or a day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.grounding import GroundedPlace
from fogline.grounding.number import CARDINALS
from fogline.grounding.quantity_evidence import event_of
from fogline.grounding.regions import words as word_list
from fogline.grounding.timex_calendar import DAYPARTS, MONTHS, WEEKDAYS
from fogline.grounding.toponym_owners import is_a_measure
from fogline.grounding.word_lists import word_set
from fogline.span import Span

# Small words inside a name: "Dar es Salaam".
_TIES = word_set("de la del los las al el es ez az ul")
# What ends the name of a landmark that is no town's: "Lantern Square".
_ENDS_A_LANDMARK = word_set("square palace gate tower hall park hotel stadium museum monument bridge street avenue")
# Nouns for a facility, which may be called after a place or person: "hospital", "bridge".
SITE_HEADS = word_list("site-heads")


def names_in(text: str, place_span: Span, known: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Return the names inside a place phrase that no span in ``known`` covers: "the town of Atareb" → Atareb.

    To be resolved with the report's toponyms: a phrase that the reader takes for a place holds a place's name even where
    neither tagger nor gazetteer knew it, and then it must come out as unknown, not as the city beside it.
    """
    phrase = place_span.of(text)
    capitals = phrase.isupper()
    names: list[Span] = []
    run: list[Span] = []

    def close() -> None:
        if run:
            span = Span(run[0].start, run[-1].end)
            apart = names_no_place(span.of(text)) or is_a_measure(text, span)
            if not apart and not any(span.overlap(k) for k in known):
                names.append(span)
        run.clear()

    for match in re.finditer(r"[^\W\d_][\w'’-]*", phrase):
        word = match.group()
        span = Span(match.start(), match.end()).shifted(place_span.start)
        if _HELD.search(word):
            close()  # "IS-held Dabiq" is Dabiq
            continue
        # "the STATUE of Liberty": a word shouted in a text that is not is no name by its capitals.
        shouted = not capitals and len(word) > 4 and word.isupper()
        titled = (word[0].isupper() and not shouted) or re.match(r"(?:al|el|ad|ar|as|ash|at|az|ez|an)-[A-Z]", word) is not None
        titled = titled and not (capitals and _no_part_of_a_name(word.casefold()))
        generic = word.casefold() in _GENERIC
        if run and text[run[-1].end : span.start] not in (" ", "-"):
            close()
        if titled and not (generic and (capitals or not run)) and not (generic and word.islower()):
            if generic and run:
                if not capitals and word.casefold() in _ENDS_A_LANDMARK:
                    run.append(span)  # "Lantern Square" is not called Lantern
                close()
                continue
            run.append(Span(span.start, span.end - 2) if re.search(r"['’][sS]$", word) else span)
        elif run and word.casefold() in _TIES:
            run.append(span)
        elif run and word in SITE_HEADS and word.islower():
            run.append(span)  # "the Erdogan hospital" is none of Erdogan
            close()
        else:
            close()
    close()
    return tuple(names)


def names_no_place(name: str) -> bool:
    """Tell whether an unknown name is none: "Islamic", "Eastern", "Ten", "General", "Kurdish-held", a body's, an initial."""
    folded = name.casefold()
    if folded in WEEKDAYS or folded in MONTHS or folded in CARDINALS or sum(c.isalpha() for c in name) < 3:
        return True
    return (
        folded in _NO_PLACE
        or folded in _GENERIC
        or folded in _OF_A_FACILITY
        or _HELD.search(name) is not None
        or _BODY.search(folded) is not None
    )


def generic(words: str) -> bool:
    """Tell whether words are a common noun for a place, faith or people: in a text in capitals "AREA" is no town of that name."""
    folded = words.casefold()
    return folded in _GENERIC or folded in _NO_PLACE


def no_name_in_capitals(words: str) -> bool:
    """Tell whether words of a text in capitals are things and deeds: "BARRACKS", "MATERNITY WARD", "ALONG"."""
    parts = words.casefold().split()
    return generic(words) or all(w in _GENERIC or w in _NO_PLACE or w in _THINGS or _no_part_of_a_name(w) for w in parts)


def needs_an_article(words: str, place: GroundedPlace) -> bool:
    """Tell whether a name of a text in capitals is a noun with its article: "THE PORT" and "A LOSS", not "THE BEKAA", "THE HAGUE"."""
    if not words.startswith(("THE ", "A ", "AN ")) or place.name.startswith("The "):
        return False
    return place.feature in ("city", "adm2", "adm3", None)


# What a facility or a part of one is called: names begin with none of these.
_THINGS = SITE_HEADS | word_set(
    "power railway rail communications communication maternity emergency ward wards airport port harbor harbour terminal runway "
    "barracks depot refinery plant factory command control early late loss losses"
)
# What begins the name of a facility that is called after no place: "the General Hospital".
_OF_A_FACILITY = word_set("general national military regional teaching republican university")
_GENERIC = word_list("generic")
# Faiths, groups and adjectives that a place phrase may hold and that no place is named for.
_NO_PLACE = word_list("no-place")
# Bodies: "the Lantern Insurance Company" has offices somewhere, and is nowhere.
_BODY = re.compile(
    r" (?:company|corporation|corp|inc|ltd|association|federation|committee|council|party|front|army|movement|ministry|brigades?|battalion|regiment|squadron|"
    r"corps|agency|commission|authority)$|\b(?:infantry|armou?red|tank|mechani[sz]ed|airborne|mountain|artillery|cavalry) division$"
)
_HELD = re.compile(r"[-‑](?:held|controlled|occupied|backed|led|run|dominated|bastion|stronghold)$", re.IGNORECASE)
# In a phrase in capitals nothing but the word itself tells a name from what is done, who does it and when.
_IN_CAPITALS = (
    lexicon.FIGHTERS
    | frozenset(WEEKDAYS)
    | frozenset(MONTHS)
    | frozenset(DAYPARTS)
    | frozenset(CARDINALS)
    | word_list("nouns-in-capitals")
    | word_set(
        "attacked assaulted shelled bombed bombarded clashed fought fired struck hit raided stormed entered captured recaptured seized took "
        "retook advanced withdrew retreated launched ambushed besieged blew detonated exploded destroyed damaged burned arrested detained abducted "
        "kidnapped murdered executed fled occupied liberated attacking shelling bombing clashing fighting firing advancing entering "
        "storm storms seize seizes capture captures enter enters claim claims "
        "along beside across over under behind towards toward "
        "said reported announced today yesterday tomorrow tonight last next week month year hours ago"
    )
)


# What English puts at the end of a word and of no place's name: "LABORATORY", "AFFECTED", "NATIONWIDE".
_ENDS_A_WORD = re.compile(
    r".(?:tions?|ments?|ness|less|able|ible|ified|ected|ented|ulated|wide|ously|sely|ally|tory|tories|ship|wards?|wise)\Z"
)


def _no_part_of_a_name(word: str) -> bool:
    return word in _IN_CAPITALS or _ENDS_A_WORD.search(word) is not None or event_of(word) is not None
