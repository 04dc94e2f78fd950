"""What a report says elsewhere of somebody who speaks: "Ada Byrne, who studies militias at an institute", "Tom Orr, 58, is a historian".

A voice's own words are often but a name; what they are stands once, beside
the name where it is met first, or shows in a body's name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fogline.grounding import actor_words as lexicon
from fogline.grounding.callings import kind_of_words
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.word_lists import word_set

__all__ = ["calling_told", "kind_of_speaker"]

# A name is looked at so many times at most; one of no more letters, such as "I", tells of nobody.
_LOOKS = 8
_LETTERS = 3
_AGE = r"(?:,\s+(?:aged\s+)?\d{1,2})?"
# "Tom Orr, 58, is a historian", "Ada Byrne, a potter", "Ada Byrne, who was a nurse": then comes the noun.
_IS_A = re.compile(
    rf"{_AGE}(?:,?\s+(?:who\s+)?(?:(?:is|was|has\s+been|works\s+as|worked\s+as)\s+)(?:now\s+)?|,?\s+)(?:an?|one\s+of\s+the)\s+"
    r"(?P<noun>[^.,;:“”\"\n()]{2,60})"
)
# "Who follows the war for a research centre": an expert, if the rest tells of a house of learning.
_LEARNS = re.compile(
    rf"{_AGE}(?:,?\s+who\s+(?:(?:now|also|has|long|regularly)\s+)*"
    r"(?:stud(?:ies|ied)|research(?:es|ed)|teaches|taught|lectur(?:es|ed)|follow(?:s|ed)|track(?:s|ed)|monitor(?:s|ed)|analy[sz](?:es|ed)|keeps|kept)"
    r"|\s+(?:studies|researches|teaches|lectures))\b(?P<rest>[^.;:“”\"\n]{0,140})"
)
_HOUSE = re.compile(
    r"\b(?:research|institutes?|universit(?:y|ies)|think[- ]tanks?|consultanc(?:y|ies)|academy|lectures)\b", re.IGNORECASE
)
# A student reads these.
_SUBJECTS = re.compile(
    r".*\bstud(?:ies|ied)\s+(?:at|in|to|law|medicine|engineering|nursing|economics|english|computer|accounting|dentistry|pharmacy)\b",
    re.IGNORECASE,
)
# "Who spent 30 years in the foreign service", "advised three presidents": of an office that is held no longer.
_SERVED = re.compile(
    rf"{_AGE},?\s+(?:who\s+)?(?:(?:has|had)\s+)?"
    r"(?:(?:spent|served|worked)\s+(?:for\s+)?(?:[\w-]+\s+){1,4}?(?:years|decades)\s+(?:in|at|with|for)"
    r"|(?:advised|counselled)\s+(?=two|three|four|five|six|several|successive))\b(?P<rest>[^.,;:“”\"\n]{0,40})"
)
_OFFICE = re.compile(
    r"(?!.*\b(?:prison|jail|exile|hiding|custody|detention)\b).*\b(?:foreign\s+(?:service|ministry|office)|diplomatic\s+service|diplomacy|intelligence|secret\s+service|state\s+department|ministers?|presidents?|governments?)\b",
    re.IGNORECASE,
)
# "Director of the valleys programme at the Orvat Institute".
_AT_A_HOUSE = re.compile(
    rf"{_AGE},\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+)?(?:director|head|fellow)\b(?:\s+(?:of|for|in|at|with))?[^.;:“”\"\n]{{0,80}}?"
    r"\b(?:Institute|(?:Centre|Center)\s+for|think[- ]tank)\b(?!\s+(?:\w+\s+)?(?:Rights|Documentation|Monitoring))"
)
# "Who sells bicycles": a trade without its noun.
_LIVES_BY = re.compile(
    rf"{_AGE},\s+who\s+(?:now\s+)?(?:sells|sold|drives|drove|farms|farmed|repairs|repaired|mends|mended|bakes|herds|herded|weaves|sews"
    r"|(?:owns|owned|runs|ran|keeps|kept)\s+(?:bees|goats|sheep|(?:an?|the|two|three)\s+(?:[\w-]+\s+)?"
    r"(?:lorry|truck|taxi|shop|store|stall|kiosk|bakery|caf[eé]|restaurant|farm|garage|grocery|pharmacy|orchard|boat|hotel|salon)))\b"
)
# "Who lost two sons", "who crept out at night": what befalls private people, and what they do then.
_LIVED_IT = re.compile(
    rf"{_AGE},\s+who\s+(?:(?:has|had|also|then|later|just|once|himself|herself)\s+)*"
    r"(?:lost\s+(?:an?|his|her|their|two|three|four|five|six|both|several)\s+(?:[\w-]+\s+)?"
    r"(?:wife|husband|sons?|daughters?|child(?:ren)?|brothers?|sisters?|mother|father|parents|cousins?|uncles?|aunts?|nephews?|nieces?|home|house|leg|arm|eye)"
    r"|buried\s+(?:his|her|their|an?)\s|fled\s+with\s|walked\s+(?:with|for)\s"
    r"|(?:crept|crawled|hid|sheltered)\s+(?:out|with|from|to|in|under|behind|for|through|across)\b"
    r"|(?:was|were)\s+(?:sheltering|hiding|queuing|queueing|shopping|asleep|at\s+home)\b)"
)
# "Reached in a cellar", "speaking from a tent": nobody commands from there.
_FROM_A_SHELTER = re.compile(
    rf"{_AGE},?\s+(?:who\s+)?(?:reached|speaking|spoke|interviewed|sheltering|said|told\s+us)\s+(?:by\s+(?:tele)?phone\s+)?(?:at|in|from|beneath)\s+"
    r"(?:an?|the|his|her|their)\s+(?:\w+\s+)?(?:cellar|basement|tent|shelter|queue|displacement\s+camp|refugee\s+camp|kitchen|classroom)\b"
)
# "The charity's director, Ada Byrne".
_OF_A_CHARITY = re.compile(
    r"\b(?:charity|aid\s+group|relief\s+\w+)[’']s\s+(?:\w+\s+){0,2}?(?:director|head|manager|coordinator|founder),?\s+\Z"
)
_TITLED = re.compile(r"\b(?:Dr|Doctor|Nurse|Father|Pastor|Rev|Imam)\.?\s+\Z")
_WORDS_BEFORE = re.compile(r"(?:[a-zé][\w’'-]*\s+){1,4}\Z")
_BREAKS = lexicon.BREAKS | lexicon.PARTICIPLES | word_set("and or to but since now then also living aged")
_PAST = lexicon.FORMER | word_set("then once")
_ARMED = word_set("fighter militant rebel jihadi jihadist guerrilla insurgent militiaman")
_SCHOLARLY = word_set("senior research visiting")

# Officials of these are no state's, and sources of these are people who live there.
_HELPERS = word_set("aid relief humanitarian")
_NEIGHBOURS = word_set("local civil civilian source sources")
_TITLES_OF_NAMES = word_set("activist resident survivor medic")
_NEWS_AT_THE_END = word_set("news times herald tribune gazette television tv radio")
_WATCHING = word_set("rights monitor monitoring watch observatory documentation")
_HELPING = word_set("relief humanitarian aid physicians surgeons médecins medecins")
_BODY = word_set(
    """project network centre center group international committee organisation organization association league initiative foundation society watch
    monitor observatory union alliance mission team"""
)
_NO_OUTSIDERS = word_set(
    "national state federal ministry council commission court government office department party front movement army military agency"
)


def kind_of_speaker(actor: GroundedActor, kind: ActorKind, text: str) -> ActorKind:
    """Return the kind of a voice, better told where the words for them tell none and the report or their name does.

    Whoever is on file keeps their kind. Of those who tell what they saw only
    experts and fighters are told apart: a doctor by title who studies armies is an expert.
    """
    keys = set(actor.name.casefold().split())
    anonymous = actor.actor_id is None and kind is ActorKind.OFFICIAL_ANONYMOUS
    if keys & _HELPERS and (anonymous or (actor.actor_id is None and kind is ActorKind.WITNESS and actor.name.islower())):
        return ActorKind.AID
    if anonymous and keys <= _NEIGHBOURS and len(keys) > 1:
        return ActorKind.WITNESS
    if actor.actor_id is not None or kind not in (ActorKind.OTHER, ActorKind.WITNESS):
        return kind
    if kind is ActorKind.OTHER and _no_name(actor.name) and (noun := _of_the_noun(actor.name.split())) is not None:
        return noun
    told = calling_told(actor.name, text)
    if kind is ActorKind.WITNESS:
        return told if told is ActorKind.EXPERT or told is ActorKind.PARTY else kind
    return told or _by_the_name(actor.name) or kind


def _no_name(words: str) -> bool:
    """Tell whether words describe and name nobody: "Canadian women", "Women" with which a sentence opens; "Baker" may be a name."""
    row = words.split()
    return bool(row) and (row[-1].islower() or (len(row) == 1 and words[1:].islower() and words.endswith(("s", "men"))))


@lru_cache(maxsize=256)
def calling_told(name: str, text: str) -> ActorKind | None:
    """Return what the words beside any mention of a name say that its bearer is, None if none say so; a title counts least.

    Letters are a body's: "a comrade or a hostage XRB said" calls nobody a hostage.
    """
    titled, start, letters = False, 0, name.isupper() and " " not in name and not text.isupper()
    for _ in range(_LOOKS if len(name) > _LETTERS else 0):
        at = text.find(name, start)
        if at < 0:
            break
        start = at + len(name)
        kind = _behind(text, start) or (None if letters else _before(text, at))
        if kind is not None:
            return kind
        titled = titled or _TITLED.search(text, max(0, at - 12), at) is not None
    return ActorKind.WITNESS if titled else None


def _behind(text: str, end: int) -> ActorKind | None:
    """Return what is said of somebody right behind their name."""
    if (learns := _LEARNS.match(text, end)) is not None and _HOUSE.search(learns["rest"]) is not None:
        return ActorKind.WITNESS if _SUBJECTS.match(learns[0]) is not None else ActorKind.EXPERT
    if _AT_A_HOUSE.match(text, end) is not None:
        return ActorKind.EXPERT
    if (served := _SERVED.match(text, end)) is not None and _OFFICE.match(served["rest"]) is not None:
        return ActorKind.EXPERT
    if (is_a := _IS_A.match(text, end)) is not None:
        return _of_the_noun(re.findall(r"[\w’'-]+", is_a["noun"]))
    private = any(told.match(text, end) is not None for told in (_LIVES_BY, _LIVED_IT, _FROM_A_SHELTER))
    return ActorKind.WITNESS if private else None


def _before(text: str, start: int) -> ActorKind | None:
    """Return what the small words right before a name say of its bearer: "the camel trader Ada Byrne"."""
    if _OF_A_CHARITY.search(text, max(0, start - 80), start) is not None:
        return ActorKind.AID
    found = _WORDS_BEFORE.search(text, max(0, start - 60), start)
    row = found[0].split() if found is not None else []
    cut = next((n for n in range(len(row), 0, -1) if row[n - 1] in lexicon.DETERMINERS | _BREAKS), None)
    return _of_the_noun(row[cut:]) if cut is not None else None


def _of_the_noun(words: list[str]) -> ActorKind | None:
    """Return the kind of voice that a noun with the words around it tells of: "historian of the valleys", "the women there"."""
    keys = [w.casefold() for w in words]
    while keys and keys[0] in lexicon.DETERMINERS:
        keys.pop(0)
    end = next((n for n, k in enumerate(keys) if n and (k in _BREAKS or k.endswith("ed"))), len(keys))
    keys = keys[:end]
    if not keys or keys[-1] in lexicon.POSTS:
        return None
    if keys[-1].startswith("commission") and any(w[:1].isupper() for w in words[1:]):
        return None  # "the Arkonan human rights commission" was set up by a state
    if keys[-1] in _ARMED:
        return ActorKind.PARTY if _PAST.isdisjoint(keys) else ActorKind.WITNESS
    if keys[-1] in lexicon.EXPERTS and (keys[-1] != "fellow" or not _SCHOLARLY.isdisjoint(keys)):
        return ActorKind.EXPERT
    return kind_of_words(keys)


def _by_the_name(name: str) -> ActorKind | None:
    """Return what an unlisted name itself says of its bearer: "Orvat Rights Project", "Union of Relief Physicians", "Orvat Times"."""
    row = [w.casefold() for w in re.findall(r"[\w’'-]+", name)]
    keys = set(row)
    if len(row) > 1 and row[0] in _TITLES_OF_NAMES:
        return ActorKind.WITNESS  # "Activist Ada Byrne", printed so
    if len(row) > 1 and (row[-1] in _NEWS_AT_THE_END or (keys & {"media"} and not keys.isdisjoint(_BODY))):
        return ActorKind.MEDIA
    if len(keys) < 2 or keys.isdisjoint(_BODY) or not keys.isdisjoint(_NO_OUTSIDERS):
        return None
    if not keys.isdisjoint(_WATCHING):
        return ActorKind.MONITOR
    return ActorKind.AID if not keys.isdisjoint(_HELPING) else None
