"""Numbers without a noun of their own that count things, not people: the four of "destroyed nine tanks and captured four"."""

from __future__ import annotations

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.grounding import Quantity
from fogline.grounding.number import CARDINALS, VAGUE, Number, Token, tokens
from fogline.grounding.phrase_words import ENDS_A_PHRASE, TIME_UNITS
from fogline.grounding.quantity_evidence import event_of
from fogline.grounding.word_lists import word_set


def leans_on_a_noun_before(words: list[Token], number: Number, kind: str) -> bool:
    """Tell whether a number leaves what it counts to a noun before it: "six were lost", "four of them", but not "14 of them children"."""
    behind = [w.word for w in words[number.last : number.last + 3]]
    if behind[:1] == ["of"] and behind[1:2] != [] and behind[1] in ("them", "which", "these", "those"):
        return behind[2:] == [] or behind[2] not in lexicon.PEOPLE
    if kind != "unknown" or behind[:1] == ["of"]:
        return False
    if behind[:1] != [] and event_of(behind[0]) is not None:
        behind.pop(0)
    return behind == [] or not behind[0].isalpha() or behind[0] in ENDS_A_PHRASE or behind[0] in ("and", "or")


def is_of_things(text: str, words: list[Token], number: Number, evidence: str | None, before: list[Quantity]) -> bool:
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


_WHERE = word_set("in at near across inside into around from to on over through during after before for outside towards toward")
_SO_MANY_OF = (
    CARDINALS.keys() | VAGUE.keys() | word_set("number most all many some several wave waves salvo fleet dozen pair couple")
)
# Where a noun phrase begins at the latest.
_BEFORE_A_NOUN = ENDS_A_PHRASE | {"of", "and"}
_PLURALS = word_set("people men women children dead wounded injured missing police personnel troops")
_MEASURES = TIME_UNITS | word_set(
    "times headquarters seconds kilometres kilometers metres meters miles kms cents euros dollars pounds"
)
