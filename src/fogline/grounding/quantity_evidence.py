"""What befell the people that a number counts, by the words around it: "were killed", "wounding", "have fled"."""

from __future__ import annotations

from bisect import bisect_left

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.number import CARDINALS, Number, Token
from fogline.grounding.word_lists import word_set

_END = frozenset({".", ";", "!", "?"})
_AUXILIARY = word_set(
    "was were been being are is be got left lie lay lies reported remain remains remained confirmed believed feared"
)
_HELPING = _AUXILIARY | word_set("have has had to will could who may might would")
_INTRANSITIVE = word_set(
    "died die dies perished drowned dead fled flee fleeing flees returned return returning escaped escape missing trapped stranded stuck "
    "vanished disappeared homeless crossed starved killed injured wounded displaced"
)
# Said of the counted themselves, not done to them: a verb nearby outranks these ("murdering two dozen hostages").
_STATUS = word_set(
    "prisoner prisoners hostage hostages captive captives detainee detainees refugee refugees returnees evacuees exile exiles exiled migrants "
    "asylum idps captured surrendered"
)
_TAKEN = word_set("captured exiled detained arrested kidnapped abducted")
# Too many meanings to say anything of people from a distance ("territory held by", "a statement claimed").
_WEAK = word_set(
    "held holds claimed returned buried life burns toll burned burnt seized crossed charged hold left siege wave martyr"
)
_NOUNS = word_set("beheading killing killings beheadings kidnapping")
_HURT = word_set("wounded injured wounding injuring hurt")
_DEAD = word_set("killed killing dead")


def event_of(word: str) -> str | None:
    """Return what a word says befell people."""
    return next((what for what, known in lexicon.EVENTS.items() if word in known), None)


def befell(words: list[Token], first: int, last: int, found: list[Number]) -> str | None:
    """Return what befell the people counted in ``words[first:last]``; None if the words around are silent.

    In doubt the verb nearest to the number decides; "killed or wounded"
    of one number is neither, and counted as other.
    """
    inside = [w.word for w in words[first:last]]
    if inside and inside[-1] in ("casualties", "casualty"):
        return "killed" if inside[0] == "no" else "other"
    if len(inside) >= 2 and inside[-1] in _TAKEN and _numeral(inside[-2]):
        return event_of(inside[-1])  # "196 wounded and 22 captured"
    place = bisect_left(found, last, key=lambda n: n.first)
    next_number = found[place].first if place < len(found) else len(words)
    if any(inside[k : k + 2] == ["of", "the"] and k + 2 < len(inside) and _numeral(inside[k + 2]) for k in range(len(inside))):
        # "Two of the three wounded later died": the verb tells of the two, the noun of the three.
        own = _passive(words, last, next_number, 14)
        if own is not None:
            return own
    for word in reversed(inside):
        what = event_of(word)
        if what is not None and word not in _STATUS and word not in _WEAK:
            return what
    return (
        _right_after(words, last, min(next_number, len(words)))
        or _passive(words, last, next_number, 3)
        or _governing(words, first, 4)
        or _together(words, last, found, place)
        or _passive(words, last, next_number, 14)
        or _governing(words, first, 12)
        or next((what for word in reversed(inside) if word in _STATUS and (what := event_of(word))), None)
    )


def _numeral(word: str) -> bool:
    return word[:1].isdigit() or word in CARDINALS


def _mixed(words: list[Token], i: int) -> bool:
    """Tell whether the verb at ``i`` is half of "killed or wounded", "dead and injured"."""
    pair = {w.word for w in words[max(0, i - 2) : i + 3]}
    near = words[i + 1].word if i + 1 < len(words) else ""
    back = words[i - 1].word if i else ""
    return (near in ("or", "and") or back in ("or", "and")) and bool(pair & _HURT) and bool(pair & _DEAD)


def _right_after(words: list[Token], last: int, stop: int) -> str | None:
    """Read "31 killed", "12 dead", "40 people missing"."""
    if last >= stop:
        return None
    word = words[last].word
    what = event_of(word)
    follows = words[last + 1].word if last + 1 < len(words) else ""
    if (
        what is None
        or word in _WEAK
        or (word.endswith("ing") and word != "missing")
        or follows in ("at", "an", "a", "the", "its", "their")
    ):
        return None
    return "other" if _mixed(words, last) and follows in ("or", "and") else what


def _passive(words: list[Token], last: int, stop: int, reach: int) -> str | None:
    """Read the verb after a phrase that says something of it: "… were killed", "… have fled"."""
    helped = False
    for i in range(last, min(stop, last + 14, len(words))):
        word = words[i].word
        if word in _END:
            return None
        if word in _HELPING and not (word == "to" and reach <= 3):
            if i > last + reach and not helped:
                return None
            helped = True
            continue
        what = event_of(word)
        if i and words[i - 1].word in ("-", "‑") and words[i - 1].end == words[i].start:
            continue
        if what is None or not (
            word in _INTRANSITIVE or word.endswith(("ed", "en", "ing", "held", "hurt", "slain")) or word in _STATUS
        ):
            continue
        if word in _NOUNS:
            continue
        if word.endswith("ing") and word not in ("missing",) and not helped:
            return None
        if helped or (word in _INTRANSITIVE and reach > 3):
            return "other" if _mixed(words, i) and not _one_each(words, i) else what
    return None


def _together(words: list[Token], last: int, found: list[Number], place: int) -> str | None:
    """Read the verb of "four soldiers and two guerrillas were killed" for the four."""
    if place >= len(found) or last >= len(words) or words[last].word not in ("and", ",") or found[place].first - last > 1:
        return None
    after = found[place + 1].first if place + 1 < len(found) else len(words)
    return _passive(words, found[place].last, after, 14)


def _one_each(words: list[Token], i: int) -> bool:
    """Tell whether a number stands between "killed and" and "wounded": each verb has its own."""
    return any(w.word[:1].isdigit() for w in words[i + 1 : i + 4])


def _governing(words: list[Token], first: int, reach: int) -> str | None:
    """Read the verb or noun before a phrase that acts on it: "killing", "the deaths of", "wounded"."""
    named = False
    for i in range(first - 1, max(-1, first - 1 - reach), -1):
        word = words[i].word
        if word in _END:
            return None
        if word in ("including", "among", "mostly", ":"):
            named = True
        if word == "lost" and first - i <= 2:
            return "killed"
        what = event_of(word)
        if i and words[i - 1].word in ("-", "‑") and words[i - 1].end == words[i].start:
            continue  # "militant-held" tells of the ground
        if what is None or (word in _WEAK and not (word in ("claimed", "seized", "held", "life", "lives") and first - i <= 2)):
            continue
        if word in _STATUS and first - i > 2:
            continue
        passive = i > 0 and words[i - 1].word in ("was", "were", "been", "being", "are", "is")
        if passive and not named:
            continue
        return "other" if _mixed(words, i) and first - i <= 3 else what
    return None
