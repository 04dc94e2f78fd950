"""The words of time expressions."""

from __future__ import annotations

from fogline.grounding.quantity_words import PEOPLE
from fogline.grounding.word_lists import word_set

PRESENT = frozenset({"now", "currently", "current", "nowadays", "presently"})
SETS = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y", "hourly": "PT1H", "biweekly": "P2W",
}  # fmt: skip
LAST = frozenset({"last", "past", "previous", "preceding", "prior"})
NEXT = frozenset({"next", "coming", "following", "subsequent", "ensuing", "upcoming", "forthcoming"})
THIS = frozenset({"this", "current", "present"})
BACK = frozenset({"ago", "earlier", "before", "previously", "prior"})
AHEAD = frozenset({"later", "after", "afterward", "afterwards", "hence", "thereafter"})
HOLIDAYS: dict[tuple[str, ...], tuple[int, int]] = {
    ("christmas",): (12, 25),
    ("christmas", "day"): (12, 25),
    ("christmas", "eve"): (12, 24),
    ("boxing", "day"): (12, 26),
    ("new", "year"): (1, 1),
    ("new", "year", "'", "s", "day"): (1, 1),
    ("new", "year", "’", "s", "day"): (1, 1),
    ("new", "year", "'", "s", "eve"): (12, 31),
    ("new", "year", "’", "s", "eve"): (12, 31),
    ("valentine", "'", "s", "day"): (2, 14),
    ("halloween",): (10, 31),
    ("bastille", "day"): (7, 14),
    ("may", "day"): (5, 1),
}
FROM_EASTER: dict[tuple[str, str], int] = {
    ("good", "friday"): -2, ("easter", "monday"): 1, ("palm", "sunday"): -7, ("ash", "wednesday"): -46,
    ("holy", "monday"): -6, ("holy", "tuesday"): -5, ("holy", "wednesday"): -4, ("holy", "thursday"): -3, ("maundy", "thursday"): -3,
    ("holy", "friday"): -2, ("holy", "saturday"): -1,
}  # fmt: skip
# Feasts whose date moves: the words are marked, the day is left open.
FEASTS = frozenset({"easter", "ramadan", "thanksgiving", "eid", "passover", "nowruz", "newroz", "ashura", "pentecost", "lent"})
FUTURE_CUES = word_set(
    "will shall expected scheduled plans plan going due set supposed upcoming would expects intends aims hopes hope pledged "
    "vowed ll planned planning slated"
)
# Verbs in the present that tell of what is fixed for a day to come, with the word that must follow: "opens on Friday", "takes effect in May".
SCHEDULED: dict[str, str] = {
    "begins": "", "begin": "", "starts": "", "start": "", "opens": "", "expires": "", "expire": "", "resumes": "", "takes": "effect",
    "take": "effect", "comes": "into", "come": "into", "goes": "to", "go": "to", "deadline": "of", "kicks": "off", "kick": "off", "runs": "from",
}  # fmt: skip
PAST_CUES = word_set(
    "was were had did has been became began came went took fell rose killed told hit held made got lost sent left found saw "
    "drove fled shot struck fought broke gave blew flew threw brought caught led withdrew overran ran stole seized"
)
APPROX = {
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
}  # fmt: skip
BEGIN = frozenset({"beginning", "start", "outset", "dawn", "onset", "turn"})
END = frozenset({"end", "close", "tail"})
MIDDLE = frozenset({"middle", "midst"})
UNIT_WORDS = word_set("days weeks months years hours minutes people soldiers others more percent")
# What may stand between "said" and the time it was said at.
SAID_BEFORE_TIME = word_set(
    "on early late earlier later in a an the statement interview reporters news conference , here joint written televised speech address "
    "letter briefing broadcast"
)
# "Postponed until Tuesday" lies ahead, although the verb is past.
PUT_OFF = word_set(
    "postponed delayed deferred extended adjourned rescheduled suspended moved given gave has have prolonged renewed"
)
BEFORE_VERBS = word_set("will would can could may might must should shall to not ll d cannot")
ATTACKS = word_set("attack attacks hijackers hijackings terrorist terrorists terror bombings memorial victims")
# What bears a number of its own: "Resolution 1973", "Hill 2016", "Highway 2020".
NUMBERED = word_set(
    "resolution resolutions unscr hill hills camp unit units highway route road article articles flight channel number "
    "section paragraph battalion brigade regiment squadron flat hull"
)
# What is counted in thousands rather than dated, besides people.
MEASURES = word_set(
    "metre metres meter meters m km kms kilometre kilometres kilometer kilometers mile miles foot feet ft yards cm mm hectares acres "
    "tonnes tons kg"
)
# People in the plural; "the 2015 refugee crisis" has a year.
COUNTED = frozenset(w for w in PEOPLE if w.endswith("s") and w != "us") | word_set(
    "people men women children dead injured wounded strong personnel"
)
# Zones that stand behind an hour of the clock.
ZONES = word_set("gmt utc est edt et pst pdt cet cest bst eet eest msk ist")
PARTS_OF_A_DAY = word_set("morning afternoon evening night")
DAYS = PARTS_OF_A_DAY | {"day"}
SAYING = word_set("said says say told announced reported")
STATING = word_set("stated added confirmed testified concluded wrote acknowledged")
WARS = word_set(
    "war conflict crisis siege insurgency uprising revolt campaign rebellion standoff blockade battle offensive occupation "
    "truce ceasefire"
)
