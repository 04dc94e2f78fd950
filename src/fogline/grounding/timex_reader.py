"""What every rule for time expressions works on: the words, the anchor, and what was named last."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from fogline.grounding import timex_words as lexicon
from fogline.grounding.number import CARDINALS, ORDINALS, Token, core, tokens
from fogline.grounding.span_index import SpanIndex
from fogline.grounding.timex_calendar import MONTHS, PLURALS, WEEKDAY_SHORT, WEEKDAYS
from fogline.grounding.word_lists import word_set


@dataclass(frozen=True, slots=True)
class Found:
    """An expression that a rule read: the token after it, its TIMEX3 type and value.

    ``day`` and ``unit`` say where in the calendar it lies, for phrases
    such as "the following year" that lean on it.
    """

    last: int
    type: str
    value: str | None
    mod: str | None = None
    day: date | None = None
    unit: str = "day"
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A time that the text has named: a day of it, how long it is, and the token after its words."""

    day: date
    unit: str
    last: int


@dataclass(slots=True)
class Reader:
    """A text as tokens, with the report's date and the time named last."""

    text: str
    anchor: date | None
    words: list[Token] = field(default_factory=list)
    all_caps: bool = False
    narrative: bool = False
    reference: date | None = None
    reference_unit: str = "day"
    # The token after the expression that gave the reference.
    found_to: int = -1
    # Whether the reference is so long before or after something: "a month later".
    shifted: bool = False
    # The time told last, the day told last, and the day on which something was said last: "said on Tuesday" is not of the story.
    told: Told | None = None
    told_day: Told | None = None
    said_day: Told | None = None
    # The time told last of a story of a year before the report's; None once the text is back in the report's own days.
    story: Told | None = None
    # Where quotations begin and end.
    quotations: SpanIndex | None = None
    # The latest quarter named that had closed by the report's date, and the token at which any was named last.
    quarter: date | None = None
    quarter_at: int = 0

    @classmethod
    def of(cls, text: str, anchor: date | None) -> Reader:
        """Return a reader of a text from its first word on."""
        letters = upper = 0
        for c in text:
            if c.isalpha():
                letters += 1
                upper += c.isupper()
        return cls(text, anchor, tokens(text), letters > 0 and upper > 0.8 * letters)

    def note_quarter(self, found: Found, i: int) -> None:
        """Remember a quarter that was named at token ``i``: what "a year earlier" is a year before."""
        if found.unit != "quarter" or found.day is None or self.anchor is None:
            return
        day, anchor = found.day, self.anchor
        back = 4 * (anchor.year - day.year) + (anchor.month - 1) // 3 - (day.month - 1) // 3
        # Results are told within three quarters; what lies further back is compared with, not reported.
        if 1 <= back <= 3 and (self.quarter is None or day >= self.quarter):
            self.quarter = day
        self.quarter_at = i

    def month_told(self) -> date | None:
        """Return a day of the month before the report's where the text has named it last: "the month" of a digest that came out on the 6th."""
        day, anchor = self.reference, self.anchor
        if day is None or anchor is None or self.reference_unit not in ("day", "week", "month") or anchor.day > 15:
            return None
        return day if 12 * (anchor.year - day.year) + anchor.month - day.month == 1 else None

    def word(self, i: int) -> str:
        """Return the lower-cased token at ``i``; the empty string beyond the ends and across paragraphs."""
        return self.words[i].word if 0 <= i < len(self.words) else ""

    def raw(self, i: int) -> str:
        """Return the token at ``i`` as it is printed."""
        token = self.words[i]
        return self.text[token.start : token.end]

    def capital(self, i: int) -> bool:
        """Tell whether the token at ``i`` is written as a name."""
        return 0 <= i < len(self.words) and self.text[self.words[i].start].isupper()

    def glued(self, i: int) -> bool:
        """Tell whether token ``i`` follows the one before without a blank."""
        return 0 < i < len(self.words) and self.words[i].start == self.words[i - 1].end

    def near(self, i: int) -> bool:
        """Tell whether token ``i`` stands on the same line or paragraph as the one before."""
        if not 0 < i < len(self.words):
            return False
        gap = self.text[self.words[i - 1].end : self.words[i].start]
        return len(gap) <= 3 and gap.count("\n") <= 1

    def is_number(self, i: int, low: int, high: int, digits: int | None = None) -> int | None:
        """Return the plain whole number at ``i`` if it lies in the range."""
        word = self.word(i)
        if not (word.isascii() and word.isdigit()) or (digits is not None and len(word) != digits) or len(word) > 6:
            return None
        return int(word) if low <= int(word) <= high else None

    def year(self, i: int) -> int | None:
        """Return the four figures at ``i`` that may be a year: not "1800 to 0600", nor the hour of a curfew."""
        number = self.is_number(i, 1000, 2199, 4)
        return None if number is None or self._is_clock(i, number) else number

    def _is_clock(self, i: int, number: int) -> bool:
        """Tell whether four figures are an hour of a day of 24: joined to one that begins with a nought, before "hours", or behind "curfew"."""
        if number % 100 > 59:
            return False
        behind = self.word(i + 1)
        if behind in _CLOCK_WORDS or (behind == "local" and self.word(i + 2) == "time"):
            return True
        if any(self.word(i + step) in _TO_THE_HOUR and _EARLY_HOUR.fullmatch(self.word(i + 2 * step)) for step in (-1, 1)):
            return True
        if number % 100 % 15 or self.word(i - 1) not in _FROM_THE_HOUR:
            return False
        for k in range(i - 2, max(-1, i - 12), -1):
            if self.word(k) in (".", ";", "!", "?"):
                return False
            if self.word(k) in ("curfew", "curfews"):
                return True
        return False

    def short_year(self, i: int) -> int | None:
        """Return "89" or "'89" as 1989, by the century nearest the report."""
        number = self.is_number(i, 0, 99, 2)
        return None if number is None else self.full_year(number)

    def full_year(self, number: int) -> int:
        """Return two figures of a year as the year that they mean in the report."""
        pivot = self.anchor.year if self.anchor else 2020
        return min((number + c for c in (1800, 1900, 2000, 2100)), key=lambda y: abs(pivot - 20 - y))

    def month(self, i: int) -> tuple[int, int] | None:
        """Return (month, next token) of a month's name at ``i``; "may" and "march" only where they are no verbs."""
        word = self.word(i)
        number = MONTHS.get(word)
        if number is None:
            return None
        if not (self.capital(i) or self.all_caps):
            return None
        j = i + 1
        if len(word) <= 4 and word not in ("may", "june", "july") and self.word(j) == "." and self.glued(j):
            j += 1
        if word in _MONTHS_AND_NAMES:
            before = self.day_before(i)
            dated = before or self.ordinal(i - 1) is not None or self.word(j)[:1].isdigit()
            led = self.word(i - 1) in _MONTH_LEADS and not (self.word(i - 1) == "that" and self._conjunction(i, j))
            led = led or (word == "march" and self.word(i - 1) == "and")
            if word in ("may", "march") and not (dated or (led and not (self.all_caps and self.word(i - 1) in ("a", "one")))):
                return None
            if len(word) == 3 and word != "may" and j == i + 1 and not (dated or led or self.word(j) == ","):
                return None
            named = self.capital(j) and self.near(j) and self.word(j)[:1].isalpha() and not self.all_caps
            led_by = word == "may" and self.word(i - 1) in _IN_A_MONTH  # "In May Orvat courts jailed nine"
            if len(word) == 3 and j == i + 1 and not dated and named and not led_by:
                return None  # a person's name
            led = (led and self.word(i - 1) not in ("and", "or", "when")) or self.word(i - 1) in _ARTICLES
            if len(word) > 3 and named and not (dated or led or self.weekday(j)):
                return None  # "June Carter"
            if named and self.word(j) in _STREETS:
                return None
        return number, j

    def day_before(self, i: int) -> bool:
        """Tell whether a day's number stands before token ``i``: "5 May", but not "in 2018 May said"."""
        return self.is_number(i - 1, 1, 31) is not None or (self.word(i - 1)[:1].isdigit() and self.word(i - 1)[-1:].isalpha())

    def _conjunction(self, i: int, j: int) -> bool:
        """Tell whether the "that" before token ``i`` opens a clause: "said that May was the deadline"."""
        return self.word(i - 2) in lexicon.SAYING or self.word(j) in _VERBS_BEHIND

    def weekday(self, i: int) -> tuple[int, int] | None:
        """Return (weekday, next token) of a weekday's name at ``i``."""
        word = self.word(i)
        if word in WEEKDAYS and (self.capital(i) or self.all_caps):
            paper = self.word(i + 1) in _PAPERS and self.capital(i + 1) and self.near(i + 1)
            paper = paper or (
                self.word(i + 1) in _CALLED_BY_DAYS and self.capital(i + 1) and self.near(i + 1) and not self.all_caps
            )
            return None if paper or (self.word(i - 1) in _NAMED_DAYS and self.capital(i - 1)) else (WEEKDAYS[word], i + 1)
        if word in WEEKDAY_SHORT and (self.capital(i) or self.all_caps):
            j = i + 1
            if self.word(j) == "." and self.glued(j) and not (self.all_caps and self.word(i - 1) in ("and", "he", "she", "they")):
                return WEEKDAY_SHORT[word], j + 1
            if self.word(j) in lexicon.PARTS_OF_A_DAY or (self.word(i - 1) == "on" and not self.all_caps and not self.capital(j)):
                return WEEKDAY_SHORT[word], j  # "Mon night" and "on Mon", but not "in Mon State"
            k = j + 1 if self.word(j) == "," else j
            if self.month(k) or (self.is_number(k, 1, 31) and (self.month(k + 1) or self.month(k + 2))):
                return WEEKDAY_SHORT[word], j
        return None

    def ordinal(self, i: int) -> int | None:
        """Return "5th" (the number of two glued tokens, at the second) or "fifth"."""
        word = self.word(i)
        if word in ("st", "nd", "rd", "th") and self.glued(i):
            return self.is_number(i - 1, 1, 3000)
        return ORDINALS.get(word)

    def day_number(self, i: int) -> tuple[int, int] | None:
        """Return (day of the month, next token) of "13", "13th"."""
        number = self.is_number(i, 1, 31)
        if number is None:
            return None
        if self.word(i + 1) in ("st", "nd", "rd", "th") and self.glued(i + 1):
            return number, i + 2
        if number in (2, 3, 22, 23) and self.word(i + 1) == "d" and self.glued(i + 1):
            return number, i + 2  # "the 22d"
        return number, i + 1

    def amount(self, i: int) -> tuple[float | None, int] | None:
        """Return (how many, next token) of "three", "a", "several", "two and a half"; None inside is "some, who knows"."""
        word = self.word(i)
        if not word:
            return None
        if word in ("a", "an"):
            inner = self.word(i + 1)
            if inner in PLURALS:
                return None
            if inner == "half" and self.word(i + 2):
                return 0.5, i + 2
            if inner in ("few", "couple", "number", "handful"):
                j = i + 2
                j += self.word(j) == "of"
                return (2.0 if inner == "couple" else None), j
            if inner in ("dozen", "hundred", "thousand", "million"):
                number = core(self.words, i)
                return (float(number.low), number.last) if number and number.low else None
            return 1.0, i + 1
        if word in (
            "several",
            "few",
            "many",
            "some",
            "numerous",
            "couple",
            "dozens",
            "hundreds",
            "thousands",
            "millions",
            "tens",
            "scores",
        ):
            number = core(self.words, i)
            j = number.last if number else i + 1
            return (2.0 if word == "couple" else None), j + (self.word(j) == "of")
        if word == "half":
            j = i + 1 + (self.word(i + 1) in ("a", "an", "-"))
            return (
                (0.5, j)
                if self.word(j) in ("century", "decade", "hour", "day", "year") or self.word(i + 1) in ("a", "an")
                else None
            )
        if word[0].isdigit() or word in CARDINALS:
            number = core(self.words, i)
            if number is None or number.low is None:
                return None
            value = float(number.low)
            if (
                self.word(number.last) == "1"
                and self.word(number.last + 1) == "/"
                and self.word(number.last + 2) == "2"
                and value < 100
            ):
                return value + 0.5, number.last + 3
            if "." in word and word.isascii() and number.last == i + 1:
                try:
                    value = float(word)
                except ValueError:
                    return None
            if self.word(number.last) == "and" and self.word(number.last + 1) == "a" and self.word(number.last + 2) == "half":
                return value + 0.5, number.last + 3
            return value, number.last
        return None

    def tense(self, i: int, j: int) -> int:
        """Return 1 if the words around tokens ``i``..``j`` look ahead, -1 if they look back, 0 if they are silent."""
        if self.word(i - 1) in ("effective", "payable"):
            return 1
        for k in range(i - 1, max(-1, i - 13), -1):
            word = self.word(k)
            if word == "." and self.word(k - 1) in _TITLES and self.capital(k - 1):
                continue
            if word in (".", ";", "!", "?") or not self.near(k + 1):
                break
            if word in ("soon", "early") and self.word(k - 1) == "as" and self.word(k + 1) == "as" and k == i - 2:
                return 1
            if self.word(k - 1) == "be" and (word.endswith("ed") or word in lexicon.PAST_CUES):
                continue  # "to be published in", "will be held on": what tells the tense stands before it
            if word in _CALLS and self.word(k + 1) == "for" and self.word(i - 1) in ("from", "beginning", "starting"):
                return 1  # "called for protests from Friday"
            if word in lexicon.PUT_OFF and self.word(i - 1) in ("until", "till", "to"):
                return 1
            if said := self._tense_of(k):
                return said
            if word in lexicon.SAYING and all(self.word(m) in lexicon.SAID_BEFORE_TIME for m in range(k + 1, i)):
                return -1
        if self.word(j) in ("'", "’"):
            return -1
        for k in range(j, min(len(self.words), j + 10)):
            if self.word(k) in (".", ";", "!", "?"):
                break
            if self.word(k) == "said" and self.word(k + 1) not in _BEHIND_WHO_SAID:
                return -1  # "on Monday officials said that troops will leave"
            if said := self._tense_of(k):
                return said
        return 1 if self.word(i - 1) in ("by", "until", "till") else 0

    def _tense_of(self, k: int) -> int:
        """Return 1 for a word that looks ahead, -1 for one in the past tense, 0 for any other."""
        word, behind = self.word(k), self.word(k + 1)
        if word == "set":
            return 1 if behind in ("to", "for") else -1
        if word == "to" and self.word(k - 1) in ("is", "are") and behind[:1].isalpha():
            return 1  # "is to vote on Saturday"
        if word in lexicon.SCHEDULED and lexicon.SCHEDULED[word] in ("", behind):
            # "The start of May", "a start" are nouns.
            return 0 if lexicon.SCHEDULED[word] == "" and (behind == "of" or self.word(k - 1) in _ARTICLES) else 1
        if word in _PLANS and self._is_noun(k):
            return 0
        if word in lexicon.FUTURE_CUES:
            return 1
        if word == "to" and behind in _WHAT_IS_FIXED and self.word(k - 1) not in _TRIED:
            return 1
        if word in lexicon.PAST_CUES:
            return -1
        # Names ("United") and what stands before a noun ("an unspecified date") are no verbs.
        verb = (
            len(word) > 4
            and word.endswith("ed")
            and (self.all_caps or not self.capital(k))
            and self.word(k - 1) not in ("a", "an", "the", "still")
        )
        return -1 if verb else 0

    def _is_noun(self, k: int) -> bool:
        """Tell whether "plan" or "hopes" at token ``k`` is a noun, which says nothing of when: "rejected the peace plan on Thursday"."""
        before, behind = self.word(k - 1), self.word(k + 1)
        if behind == "to":
            return False
        if before in _ARTICLES or before in _DETERMINERS:
            return True
        if behind in _BEHIND_NOUNS:
            return all(self.word(m) != "to" for m in range(k + 2, k + 6))  # "plans on Friday to march"
        return self.word(k) in ("plan", "hope") and before not in _SUBJECTS and not before.endswith("s")


_TITLES = word_set("mr mrs ms dr gen col lt maj capt sgt sen rep prof")
_PLANS = word_set("plan plans hope hopes aims")
_DETERMINERS = word_set("this that these those any no s")
_SUBJECTS = word_set("to they we i you who also still now")
_BEHIND_NOUNS = word_set("on in of for by at with as was were is are had has have that and or but , ( – —")
# "The vote on Friday, officials said, will be held", "which officials said would be held".
_BEHIND_WHO_SAID = word_set(", . will would is was are were")
_WHAT_IS_FIXED = word_set("be resume begin meet start hold take")
# "Tried to take the bridge on Saturday" is over.
_TRIED = word_set("tried failed managed sought refused attempted struggled helped used able unable came went")
_CALLS = word_set("call calls called calling")
_CLOCK_WORDS = word_set("gmt utc hours hrs")
_TO_THE_HOUR = word_set("to and until till through - –")
_FROM_THE_HOUR = word_set("from between and to until till at after before")
_EARLY_HOUR = re.compile(r"0[0-9][0-5]\d")
_MONTHS_AND_NAMES = word_set("may march mar dec jan jun sep oct nov feb apr jul aug august april june")
_IN_A_MONTH = word_set("in since until till during last early late mid")
_ARTICLES = word_set("the an its his her their our")
_PAPERS = word_set("times mirror telegraph mail express herald")
_CALLED_BY_DAYS = word_set("market mosque")
_NAMED_DAYS = word_set("bloody black cyber")
_STREETS = word_set("street avenue road square boulevard lane")
_VERBS_BEHIND = word_set("was is has had will would could should can might did does said says")
_MONTH_LEADS = word_set(
    "in last next this since until till by early late mid of from during through before after between and to - for every "
    "each following previous coming past on around about ( into that a one or when of"
)
