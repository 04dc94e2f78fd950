"""Where a mention begins and ends: from the tagger's run of words to a phrase that a person would underline."""

from __future__ import annotations

import re

from fogline.reading.encoded import EncodedWindow

Found = tuple[int, int, float]

_NO_NAME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?|The|A|An|In|On|At|But|And|He|She|It|They|We|I|This|That|As|For|By|From"
)
# Words after which a name that follows still belongs to the phrase.
_LEADS = frozenset(
    [
        "of",
        "the",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "village",
        "town",
        "city",
        "province",
        "district",
    ]
)
_NEVER_LAST = frozenset(
    [
        "and",
        "or",
        "of",
        "who",
        "whom",
        "that",
        "which",
        "to",
        "in",
        "at",
        "on",
        "by",
        "for",
        "with",
        "from",
        "the",
        "a",
        "an",
        "as",
        "were",
        "was",
        "have",
        "had",
    ]
)
_NEVER_FIRST = frozenset(["and", "or", "of", "who", "whom", "that", "which", "by", "as"])
# A mention of nothing but these is a slip of the tagger.
_EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "at",
        "on",
        "near",
        "to",
        "from",
        "by",
        "and",
        "or",
        "its",
        "their",
        "his",
        "her",
        "with",
        "as",
        "for",
        "that",
        "this",
        "held",
        "led",
        "backed",
    ]
)
# Before a number they are part of whoever is counted: "an estimated 300 people".
_COUNTING = frozenset(
    [
        "a",
        "an",
        "estimated",
        "some",
        "about",
        "around",
        "roughly",
        "nearly",
        "almost",
        "at",
        "least",
        "up",
        "to",
        "more",
        "fewer",
        "less",
        "than",
        "over",
        "as",
        "many",
    ]
)
# "Kurdish-held" is no place and "UK-based" nobody: what follows is.
_TAILS = frozenset(["held", "controlled", "occupied", "besieged", "based"])
_BETWEEN = frozenset(
    [
        "the",
        "of",
        "town",
        "city",
        "village",
        "enclave",
        "area",
        "areas",
        "district",
        "province",
        "region",
        "territory",
        "part",
        "parts",
        "quarter",
        "neighbourhood",
        "camp",
    ]
)
# Words that no place's name begins or ends with in running text.
SMALL_WORDS = _EMPTY | _BETWEEN | _LEADS
_WORD = re.compile(r"\w+")
_BLANK = re.compile(r"\s")
_PARTING = re.compile(r"[\s—–/;]")
_SIGNS = frozenset("$€£")


def tidy(window: EncodedWindow, begin: int, end: int, *, named: bool) -> tuple[int, int]:
    """Return the words of a mention without stray marks and small words at its ends, and with all of its name.

    ``named``: the mention names somebody or some place, so that "and" at its
    end is not its own. An empty range if nothing is left that means anything.
    """
    begin, end = _whole_names(window, *without_outer_punctuation(window, begin, end))
    begin = _whole_word(window, begin)
    begin = behind_stamp(window, begin, end)
    if named:
        end = _with_its_noun(window, begin, end)
    strings = window.strings
    if named:
        while end - begin > 1 and strings[end - 1].casefold() in _NEVER_LAST:
            end -= 1
        while end - begin > 1 and strings[begin].casefold() in _NEVER_FIRST:
            begin += 1
    if "(" in strings[begin:end] and ")" not in strings[begin:end] and end < len(strings) and strings[end] == ")":
        end += 1  # "the Syrian Democratic Forces (SDF)"
    if all(_empty(word) for word in strings[begin:end]):
        return begin, begin
    return begin, end


def somebody(window: EncodedWindow, begin: int, end: int) -> tuple[int, int]:
    """Return the words of a mention that can name whoever does something or suffers it; an empty range if none can.

    The tagger now and then takes a piece of a clause: "had been thought to be beaten", "under the banner", "we call",
    "remotely".
    """
    strings = window.strings
    while begin < end and strings[begin] in _TOWARDS and strings[begin + 1 : begin + 2] != ["-"]:
        begin += 1
    if begin == end:
        return begin, end
    first = strings[begin]
    if window.sentence_of(begin)[0] == begin and (first[1:].islower() or first == "I"):
        first = first.casefold()
    following = strings[begin + 1] if begin + 1 < end else ""
    if first in _SUBJECTS and following.islower() and following not in _BESIDE_PRONOUNS:
        return begin, begin + 1
    if following == "-":
        return begin, end
    # "Said Hassan attacked": a name, not the verb.
    name = first != strings[begin] and following[:1].isupper()
    if (first in _VERBS and not name) or (
        first in _WHERE and following not in ("least", "most") and not following[:1].isdecimal()
    ):
        return begin, begin
    alone = end - begin == 1 and strings[begin].islower()
    if alone and (first in _NOBODY or len(first) == 1 or (first.endswith(("ed", "ly")) and first not in _PEOPLE_IN_ED_OR_LY)):
        return begin, begin
    return begin, end


_TOWARDS = frozenset(["to", "against", "for"])
_SUBJECTS = frozenset(["i", "he", "she", "it", "they", "we"])
_BESIDE_PRONOUNS = frozenset({
    "all", "both", "each", "and", "or", "nor", "alone", "too", "two", "three", "themselves", "himself", "herself", "itself", "ourselves",
})  # fmt: skip
_VERBS = frozenset({
    "is", "are", "was", "were", "be", "been", "being", "am", "has", "had", "having", "did", "does", "doing", "would", "could", "should",
    "cannot", "wants", "wanted", "asked", "told", "said", "says", "going", "got", "gets",
})  # fmt: skip
_WHERE = frozenset(["in", "at", "under", "during", "inside", "within", "into", "onto", "on", "amid"])
_NOBODY = frozenset({
    "not", "known", "hear", "here", "there", "away", "back", "again", "also", "then", "soon", "once", "nearby", "close", "left", "want",
    "brought",
})  # fmt: skip
_PEOPLE_IN_ED_OR_LY = frozenset({
    "wounded", "injured", "displaced", "kidnapped", "accused", "detained", "deceased", "disappeared", "besieged", "exiled", "condemned",
    "convicted", "suspected", "seed", "abducted", "imprisoned", "arrested", "trapped", "disabled", "bereaved", "uprooted", "starved",
    "dispossessed", "unemployed", "oppressed", "family", "ally", "elderly", "assembly", "supply", "reply", "bully", "rally", "shed", "bed",
    "seabed", "riverbed", "hundred", "anomaly", "monopoly", "daily", "weekly", "monthly", "fly",
})  # fmt: skip


def _empty(word: str) -> bool:
    word = word.casefold()
    return word in _EMPTY if word.isalnum() else all(w in _EMPTY for w in _WORD.findall(word))


def _whole_word(window: EncodedWindow, begin: int) -> int:
    """Return where the printed word begins that a mention's first word is the rest of: "PKK's military wing", "so-called council".

    A name behind a hyphen is one by itself: "anti-Boko Haram", "US-Turkish".
    """
    strings = window.strings
    while begin > 1 and window.gap(begin - 1) == window.gap(begin - 2) == "":
        sign, small = strings[begin - 1], strings[begin][:1].islower()
        if not (small and sign == "-") and not (sign in _APOSTROPHES and strings[begin].casefold() == "s"):
            break
        begin -= 2
    return begin


_APOSTROPHES = frozenset("'’")


def _mark(word: str) -> bool:
    return not word.isalnum() and not any(c.isalnum() or c in _SIGNS for c in word)


def without_outer_punctuation(window: EncodedWindow, begin: int, end: int) -> tuple[int, int]:
    strings = window.strings
    while end - begin > 1 and _mark(strings[end - 1]):
        end -= 1
    while end - begin > 1 and _mark(strings[begin]):
        begin += 1
    return begin, end


def _whole_names(window: EncodedWindow, begin: int, end: int) -> tuple[int, int]:
    """Return a mention that does not stop in the middle of a capitalised name ("the United" | "States").

    Not in capitals-only text, where capitals say nothing.
    """
    strings = window.strings
    first, last = begin, end
    while last < len(strings) and strings[last][0].isupper() and _joined(window, last - 1):
        last += 1
    while first > 0 and strings[first][0].isupper() and _joined(window, first - 1):
        first -= 1
    if (first, last) == (begin, end) or not any(c.islower() for word in strings[max(0, begin - 8) : end + 8] for c in word):
        return begin, end
    return first, last


def behind_stamp(window: EncodedWindow, begin: int, end: int) -> int:
    """Return where a mention begins behind the hour that heads an entry: "18:42 - the hospital", of which a piece was taken along.

    ``end`` itself if nothing but the hour is there.
    """
    strings = window.strings
    for hour in range(max(0, begin - 2), min(begin + 1, len(strings) - 3)):
        if (
            strings[hour].isdecimal()
            and strings[hour + 1] in (":", ".")
            and strings[hour + 2].isdecimal()
            and strings[hour + 3] in _DASHES
        ):
            opens = hour == 0 or "\n" in window.gap(hour - 1)
            return min(max(begin, hour + 4), end) if opens else begin
    return begin


_DASHES = frozenset("-–—|")


def _with_its_noun(window: EncodedWindow, begin: int, end: int) -> int:
    """Return the end of a mention that stops at "Kurdish-held" or before "-based", with the name that this belongs to."""
    strings = window.strings
    at = end
    if strings[end : end + 1] == ["-"] and strings[end + 1 : end + 2] == ["based"]:
        at = end + 2
    elif not (end - begin >= 3 and strings[end - 2] == "-" and strings[end - 1].casefold() in _TAILS):
        return end
    first = at
    while at < min(len(strings), first + 5) and window.gap(at - 1) == " " and strings[at] in _BETWEEN:
        at += 1
    name = at
    while at < len(strings) and strings[at][0].isupper() and window.gap(at - 1) in (" ", "-"):
        at += 1
    return at if at > name else end


def _joined(window: EncodedWindow, left: int) -> bool:
    """Return whether words ``left`` and ``left + 1`` are capitalised neighbours with nothing but a blank between."""
    one, other = window.strings[left], window.strings[left + 1]
    if not other[0].isupper() or not (one in _LEADS or (one[0].isupper() and len(one) > 1)):
        return False
    return window.gap(left) == " " and not _NO_NAME.fullmatch(other) and (one in _LEADS or not _NO_NAME.fullmatch(one))


def in_one_sentence(window: EncodedWindow, found: Found) -> Found:
    """Cut a mention that runs on over the end of a sentence to its longest part: a headline's last word is none of the next name's."""
    begin, end, score = found
    parts = []
    while begin < end:
        stop = min(end, max(window.sentence_of(begin)[1], begin + 1))
        parts.append((begin, stop, score))
        begin = stop
    return max(parts, key=lambda part: part[1] - part[0])


def unbroken(window: EncodedWindow, found: list[Found]) -> list[Found]:
    """Join mentions with no blank between them ("15" and "000" of "15,000"), and what only leads to a number with the number."""
    if len(found) < 2:
        return found
    out: list[Found] = []
    for begin, end, score in found:
        if out and (_tied(window, out[-1][1], begin) or _leads_to(window, out[-1], begin)):
            out[-1] = (out[-1][0], end, max(out[-1][2], score))
        else:
            out.append((begin, end, score))
    return out


def _tied(window: EncodedWindow, end: int, begin: int) -> bool:
    """Tell whether nothing parts two mentions: no blank, and no dash or stroke but between digits ("12 people—five of them children")."""
    between = window.between(end, begin)
    if _PARTING.search(between) is None:
        return True
    strings = window.strings
    return not _BLANK.search(between) and strings[end - 1][-1:].isdecimal() and strings[begin][:1].isdecimal()


def _leads_to(window: EncodedWindow, found: Found, begin: int) -> bool:
    """Tell whether a mention is but "an estimated" right before a number."""
    begun, end, _ = found
    counting = all(word.casefold() in _COUNTING for word in window.strings[begun:end])
    return counting and end == begin and window.strings[begin][0].isdecimal()
