"""Hours of the clock, which count nobody: "at two in the morning", "at half past two", "shortly after eight"."""

from __future__ import annotations

import itertools

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.counted_noun import noun_behind
from fogline.grounding.number import CARDINALS, Number, Token
from fogline.grounding.quantity_evidence import event_of
from fogline.grounding.timex_calendar import WEEKDAYS
from fogline.grounding.tolls import FIGURES, HARMED, PUT_AT
from fogline.grounding.word_lists import word_set

__all__ = ["is_hour"]

# What stands before an hour where the part of the day stands behind it, and what before one without.
_AT = word_set("at about around past after before until till from by since towards toward between")
_UNTIL = word_set("until till")
_SHORTLY = word_set("shortly just soon long well moments minutes little")
_ABOUT = word_set("about around between")
_MINUTES = word_set("half quarter minutes")
_PARTS = word_set("morning afternoon evening")
_WHICH_DAY = word_set("this that yesterday tomorrow")
# A figure may stand at two in the morning, and be two; and two may be fired at.
_AIMED_AT = word_set("fired firing fire shot shooting aimed")


def is_hour(words: list[Token], number: Number) -> bool:
    """Tell whether a number is an hour of the clock, or its minutes: "at around three in the afternoon", the five of "five past two".

    Whoever is counted has a noun or a verb behind ("shortly after eight had
    been killed"), and "killed six in the morning" counts six.
    """
    hour, last = number.high or 0, words[number.last - 1].word
    if number.vague or number.how == "at-least" or not (last.isdecimal() or last in CARDINALS):
        return False
    before = [w.word for w in words[max(0, number.first - 9) : number.first]]
    behind = [w.word for w in words[number.last : number.last + 4]]
    if hour <= 30 and before[-1:] != [] and before[-1] in _UNTIL | {"at", "about", "around"} and behind[:1] in (["past"], ["to"]):
        return behind[1:2] != [] and _may_be_hour(behind[1]) and not (behind[2:3] != [] and behind[2] in lexicon.PEOPLE)
    if not 1 <= hour <= 12:
        return False
    if behind[:3] in (["o", "'", "clock"], ["o", "’", "clock"], ["a", ".", "m"], ["p", ".", "m"]):
        return True
    if before[-1:] in (["past"], ["to"]) and _are_minutes(before[:-1]):
        return noun_behind(words, number)[0] != "people"
    if before[-1:] == [] or (before[-1] in ("at", "to") and _counts(before)):
        return False
    if _part_of_the_day(behind):
        told = event_of(before[-1]) is not None or before[-1] == "of"
        return before[-1] in _AT or (words[number.first].word in _ABOUT and not told)
    if not _ends_a_clause(behind):
        return False
    return before[-1] in _UNTIL | {"at"} or (before[-1] in ("after", "before") and before[-2:-1] != [] and before[-2] in _SHORTLY)


def _are_minutes(before: list[str]) -> bool:
    """Tell whether what stands before "past" or "to" are minutes: "half past", "at ten to", but not "fell from ten to"."""
    spelled = before[-1:] != [] and before[-1] in CARDINALS
    return before[-1:] != [] and (before[-1] in _MINUTES or (spelled and before[-2:-1] == ["at"]))


def _may_be_hour(word: str) -> bool:
    return 1 <= (int(word) if word.isdecimal() else CARDINALS.get(word, 0)) <= 12


def _counts(before: list[str]) -> bool:
    """Tell whether what stands before "at" or "to" makes a figure of what follows: "the toll stood at", "put the dead at"."""
    told = next((k for k in range(len(before), 0, -1) if before[k - 1].isdecimal() or before[k - 1] in CARDINALS), 0)
    before = before[told:]  # "rose to 12 at six in the evening": the figure is told
    figures = any(w in FIGURES or w in PUT_AT or w in _AIMED_AT for w in before)
    return figures or any(w == "the" and of in HARMED for w, of in itertools.pairwise(before))


def _part_of_the_day(behind: list[str]) -> bool:
    """Tell whether words say to which part of the day an hour belongs: "in the morning", "at night", "that evening"."""
    if behind[:2] == ["in", "the"]:
        behind = behind[2:] if behind[2:3] != ["early"] else behind[3:]
        return behind[:1] != [] and behind[0] in _PARTS
    if behind[:2] in (["at", "night"], ["local", "time"]):
        return True
    return len(behind) > 1 and behind[0] in _WHICH_DAY and behind[1] in _PARTS


def _ends_a_clause(behind: list[str]) -> bool:
    """Tell whether nothing that could be counted, and no verb, stands behind a number."""
    if behind[:1] == [] or behind[0] in (".", ",", ";", "when"):
        return True
    day = behind[1:2] if behind[0] == "on" else behind[:1]
    return day != [] and day[0] in WEEKDAYS
