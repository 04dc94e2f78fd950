"""The noun that a number counts: people, things or nobody knows what, and where its phrase ends."""

from __future__ import annotations

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.number import CARDINALS, Number, Token, numbers
from fogline.grounding.parts_and_wholes import whole_of
from fogline.grounding.phrase_words import ENDS_A_PHRASE, OWNERS, ROUGHLY, TELLING, TIME_UNITS
from fogline.grounding.quantity_evidence import event_of
from fogline.grounding.word_lists import word_set

# "Women and children", "fighters and their families": one number for both.
_JOINED = lexicon.CIVILIANS - word_set("wounded injured dead missing others them us you one killed officials leaders")


def noun_behind(words: list[Token], number: Number) -> tuple[str, int]:
    """Return whether a number counts people, things or nobody knows what, and the token after its noun phrase."""
    kind, last = "unknown", number.last
    i = make = number.last
    if i < len(words) and words[i].word in ("-", "–") and i + 1 < len(words):
        if words[i + 1].word == "strong":
            return "people", i + 2
        return ("thing", i + 1) if words[i + 1].word in lexicon.THINGS else ("unknown", number.last)
    if _says_when(words, i):
        return "unknown", number.last
    while i < min(len(words), number.last + 9):
        word = words[i].word
        if word in ("-", '"', "“", "”", "'", "’", "[", "(") and i > number.last:
            i += 1
            continue
        if i == number.last and (whole := whole_of(words, i)) is not None:
            i = last = whole.last  # "108 of 113 targets", "two of the town's 30 policemen"
            continue
        if word == "of" and kind == "unknown":
            i += 1
            continue
        if word == "." and i > number.last and len(words[i - 1].word) == 1 and words[i - 1].word.isalpha():
            i += 1  # "one U.S. soldier"
            continue
        if word in TIME_UNITS:
            return "thing", i + 1
        if (behind := _designation(words, i)) is not None:
            kind, last, i = ("thing", behind, behind) if kind == "unknown" else (kind, last, behind)
            make = i
            continue  # "five AK-47 rifles", "two Mi-8s"
        if i + 2 < len(words) and words[i + 1].word in ("'", "’") and words[i + 2].word == "s":
            i += 3  # "70 of the group's fighters"
            continue
        if word in OWNERS and words[i - 1].word != "of":
            break  # "a family of five the police found": another begins
        another = i > number.last and (word[0].isdigit() or (word in CARDINALS and word != "one"))
        if not word[0].isalnum() or word in ENDS_A_PHRASE or word in ("and", "of") or another:
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
        if kind == "unknown" and word in ("away", "back") and i == number.last:
            break  # "sent 700 away last week"
        if kind == "unknown" and word in TELLING:
            break  # "five witnesses said soldiers": another sentence begins
        if _is_aircraft(words, i, designated=number.last < i == make):
            kind, last = "thing", i + 1
        elif word in lexicon.PEOPLE and not (kind == "unknown" and word in lexicon.THINGS):
            kind, last = "people", i + 1
        elif word in lexicon.THINGS:
            if kind == "people" and i > last:
                break
            kind, last = "thing", i + 1
        elif (
            (
                kind == "people"
                and not (i == last and word != "shot" and i + 1 < len(words) and words[i + 1].word in lexicon.PEOPLE)
            )
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


def _says_when(words: list[Token], i: int) -> bool:
    """Tell whether the words right behind a number say when, and not what it counts: "40 two weeks ago", "40 late last month"."""
    k = i
    while k < len(words) and words[k].word in _ROUGHLY:
        k += 1
    if k + 2 > len(words):
        return False
    if words[k].word == "last":
        return words[k + 1].word in _PAST
    if not (words[k].word[0].isdigit() or words[k].word in CARDINALS or words[k].word in ("several", "few")):
        return False
    return words[k + 1].word in TIME_UNITS and k + 2 < len(words) and words[k + 2].word in _COUNTED_FROM


_ROUGHLY = ROUGHLY | word_set("late early just only")
_PAST = word_set("week month year night weekend")
_COUNTED_FROM = word_set("ago later earlier before after")


def _is_aircraft(words: list[Token], i: int, designated: bool) -> bool:
    """Tell whether "bombers" or "fighters" are aircraft, by the make or the verb beside them: "two Mirage fighters", "three Tu-22 bombers"."""
    if words[i].word not in _CREWED:
        return False
    before = words[i - 1].word if i else ""
    behind = [w.word for w in words[i + 1 : i + 3]]
    if (
        designated
        or before in _MAKES
        or [w.word for w in words[max(0, i - 2) : i]] == ["fighter", "-"]
        or (behind[:1] == ["-"] and behind[1:] in (["bomber"], ["bombers"]))
    ):
        return True
    return words[i].word.startswith("bomber") and before != "suicide" and behind[:1] != [] and behind[0] in _FLOWN


_CREWED = word_set("bomber bombers fighter fighters")
_MAKES = word_set(
    "kfir mig sukhoi tupolev antonov mirage rafale jaguar tornado typhoon gripen harrier phantom thunder stealth tactical strategic heavy jet dive"
)
_FLOWN = word_set("bombed dropped flew overflew bombarded")


def shared_noun(words: list[Token], number: Number, found: list[Number]) -> int | None:
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
    return k if other is not None and noun_behind(words, other)[0] == "people" else None


def noun_of_people(words: list[Token], first: int, last: int) -> str | None:
    """Return the noun that names the people counted, None if there is none."""
    heads = [w.word for w in words[first:last] if w.word in lexicon.PEOPLE and w.word not in _DETERMINERS]
    if heads:
        return heads[-1]
    number = next((n for n in numbers(words[first:last])), None)
    if number is None or number.last == last - first:
        return None
    behind = _unlisted_noun(words, first + number.last)
    return words[behind - 1].word if first + number.last < behind <= last else None


_DETERMINERS = word_set("a an the his her their its our my some any all another other others more of them us at least")


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


def _unlisted_noun(words: list[Token], last: int) -> int:
    """Return the token behind a plural that is in no list: the "Mozambicans" of "2,000 Mozambicans", "400 displaced Mozambicans"; else ``last``."""
    for i in range(last, min(len(words), last + 2)):
        word = words[i].word
        if not word.isalpha() or word in ENDS_A_PHRASE or word in lexicon.PEOPLE | lexicon.THINGS | TIME_UNITS:
            return last
        if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us")) and word not in _NO_PLURALS:
            return i + 1 if event_of(word) is None else last
        if event_of(word) is not None and word not in _ADJECTIVES:
            return last
    return last


_NO_PLURALS = word_set(
    "this his has was does less across perhaps always towards besides thus plus hamas damascus paris isis says reports sources claims witnesses"
)
_ADJECTIVES = word_set("displaced wounded injured missing abducted kidnapped trapped detained captured")
