"""How the name of an actor is read: what stays of the printed words, whose full name they hold, which of several bearers is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from fogline.grounding import actor_words as lexicon
from fogline.grounding.callings import kind_by_noun
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.naming import Naming
from fogline.grounding.no_person import names_nobody, only_opens, opens
from fogline.grounding.noun_phrase import NounPhrase
from fogline.grounding.registry import Match, Name, Sense, Word, YamlRegistry, load_registry, words
from fogline.grounding.report_context import ReportContext
from fogline.grounding.word_lists import word_set

__all__ = [
    "PARTICLES",
    "bearer",
    "choose",
    "left_office",
    "name_behind",
    "name_part",
    "own_name",
    "person_named",
    "plain_name",
    "printed_words",
]

_LEADING = re.compile(
    r"^(?:the|an?|some|several|many|more than|at least|about|around|up to|nearly|almost|dozens of|hundreds of|thousands of|scores of"
    r"|(?:(?:a|few|several|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -])*"
    r"(?:hundred|thousand|million)(?: and (?:[a-z]+teen|[a-z]+ty(?:-[a-z]+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+))?"
    # "The 777 Brigade" is no brigade without its number.
    r"|\d[\d,.]*(?! (?:Brigade|Battalion|Division|Regiment|Gang)\b))\s+",
    re.IGNORECASE,
)
# A title before a first and a last name; "Private" and "Major" stand before names of companies too, and ranks of two words stay.
_RANK = re.compile(
    r"^(?:Father|Fr|Archbishop|Bishop|Rev|Reverend|Prof|Professor|Sergeant|Sgt|Corporal|Cpl|Captain|Capt|Lieutenant|Lt|Colonel|Col)\.? (?=[A-Z][\w’'-]+ [A-Z])"
)
# Words in lower case that are part of a name.
PARTICLES = frozenset(
    ["al", "el", "de", "bin", "ibn", "ben", "abu", "van", "von", "der", "la", "ul", "da", "di", "du", "del", "y", "i", "e"]
)
_TITLES = lexicon.POSTS | lexicon.MILITARY_TITLES | lexicon.HONORIFICS | lexicon.TITLES_OF_PERSONS
_NOT_IN_NAMES = (
    lexicon.POSTS | lexicon.MILITARY_TITLES | lexicon.DETERMINERS | lexicon.FORMER | lexicon.HONORIFICS | lexicon.LAWMAKERS
)
# Vowels that transcriptions write for one another: "Volodymir", "Mohamad".
_SAME_SOUNDS = str.maketrans("yeouj", "iauui")
# Adjectives with which a description of people begins and no name of them does.
_BEFORE_NOUNS = (lexicon.STATE_MODIFIERS - word_set("republican national central supreme human")) | word_set(
    "medical tribal humanitarian aid relief rescue rights hospital religious civil eye-witness independent well-informed informed"
)
_SENTENCE_OPENERS = word_set(
    """when but and as if while that then yet so because although though has did does is was will would what why how where even only like unlike
    despite since meanwhile president administration mr. not"""
)


def plain_name(words_printed: str, all_caps: bool) -> str:
    """Return a mention as a name: without article or number before it; capitals only where they mean something."""
    name = " ".join(words_printed.split()).strip(" ,.;:\"'“”‘’")
    name = re.sub(r"^(?:(?:Dr|Mr|Mrs|Ms|Sir|DR|MR|MRS)\.? |(?:Rep|Sen)\. (?=[A-Z]))", "", name)
    name = _RANK.sub("", re.sub(r" (?:him|her|it|them)sel(?:f|ves)$", "", name))
    name = re.sub(r"^[A-Z][\w-]+-based (?=\w)", "", name)
    name = re.sub(r"^(?:\d+[- ])?year[- ]old (?=[A-Z])", "", name, flags=re.IGNORECASE)
    while (cut := _LEADING.sub("", name, count=1)) != name and cut:
        name = cut
    if not (all_caps and name.isupper() and len(name.split()) <= 6 and len(name) > 5):
        return name
    name = re.sub(r"(?<= )(?:Of|The|And|For|In|On|At|To)(?= )", lambda m: m.group().lower(), name.title())
    return _RANK.sub("", name)


def printed_words(text: str, phrase: NounPhrase, context: ReportContext, last: int | None = None) -> str:
    """Return the words of a phrase without articles, numbers and "senior" before them and clauses behind."""
    first, stop = phrase.start, phrase.head if last is None else last
    while first < stop and phrase.words[first].key in lexicon.LOOSE_LEADS:
        # "other countries", "all sides": without the word before it the noun says nothing.
        if first + 1 == stop and phrase.words[first].key in ("other", "all"):
            break
        first += 1
    name = plain_name(text[phrase.words[first].start : phrase.words[stop].end], context.all_caps)
    if first == phrase.start and stop <= phrase.head and begins_in_capitals(text, phrase, all_caps=context.all_caps):
        return name[:1].lower() + name[1:]
    return name


def begins_in_capitals(text: str, phrase: NounPhrase, *, all_caps: bool) -> bool:
    """Tell whether a description has a capital only because a sentence begins with it: "Local sources in Orvat", "Farmers in the valley"."""
    first, head = phrase.words[phrase.start], phrase.words[phrase.head]
    behind = phrase.words[phrase.start + 1 : phrase.head + 1]
    if all_caps or not first.capital or any(w.capital for w in behind) or not first.text[1:].islower():
        return False
    if any(m.first == phrase.start for m in phrase.matches) or head.key in lexicon.FIGHTERS:
        return False  # of bare "Fighters" in a headline nobody knows whose they are, and no other is sought
    if only_opens(text, first):
        return True
    plain = names_nobody(first, alone=True) if head is first else first.key in _BEFORE_NOUNS
    return plain and opens(text, first)


def name_part(phrase: NounPhrase, at: int) -> bool:
    """Tell whether a word is part of the name that the next word goes on with: "Ada" of "Ada Byrne", "al" of "al-Byrne"."""
    word = phrase.words[at]
    joined = at + 1 < len(phrase.words)
    small = word.key in PARTICLES
    if not joined or not (word.capital or small):
        return False
    owned = any(m.first <= at < m.last for m in phrase.owners)
    following = phrase.words[at + 1]
    if word.text.endswith(("s'", "s’")) and following.capital and following.key in lexicon.BODY_NOUNS | {"forum", "congress"}:
        return not owned  # "the Village Leaders' Forum"
    no_names = lexicon.POSTS | lexicon.MILITARY_TITLES | lexicon.DETERMINERS | lexicon.FORMER | lexicon.LAWMAKERS
    return not owned and word.key not in no_names


def person_named(registry: YamlRegistry, text: str, found: Sequence[Word], context: ReportContext) -> str | None:
    """Return the name of a person among the words: two capitals and more in a row that are nobody else's name or a post."""
    if context.all_caps:
        return None
    taken = {
        n
        for m in registry.matches(found, False, context.year, context.home)
        if m.name.sense is not Sense.LEADER and not _surname_in_a_row(found, m)
        for n in range(m.first, m.last)
    }
    run: list[Word] = []
    best: list[Word] = []
    for n, word in enumerate(found):
        joined = bool(run) and text[run[-1].end : word.start] in (" ", "-", ". ")
        small = word.key in PARTICLES and n + 1 < len(found) and found[n + 1].capital
        part = (word.capital or (small and joined)) and n not in taken and word.key not in _NOT_IN_NAMES
        run = [*run, word] if part and joined else [word] if part and word.capital else []
        if len(run) > len(best):
            best = run
    if len(best) < 2 or any(w.text.endswith(("'s", "’s")) for w in best):
        return None  # "Bashar al-Assad's war machine" is no person, nor "Ada Byrne's House"
    return plain_name(text[best[0].start : best[-1].end], False)


def _surname_in_a_row(found: Sequence[Word], match: Match) -> bool:
    """Tell whether a group's name of one word stands behind two capitals, and nothing behind it: "Ada Kay Wagner"."""
    row = found[max(0, match.first - 2) : match.last]
    group = match.name.sense is Sense.NAME and match.name.actor.kind is ActorKind.PARTY and match.name.actor.region != "states"
    plain = all(w.capital and not w.text.isupper() and w.key not in _NOT_IN_NAMES | lexicon.ARMED_NOUNS for w in row)
    return group and len(row) == 3 and match.last - match.first == 1 and plain and not any(w.opens for w in row[1:])


def own_name(registry: YamlRegistry, text: str, phrase: NounPhrase, context: ReportContext) -> GroundedActor | None:
    """Return a person named in full who speaks for no body, under their own name: a shadow minister, a member of parliament."""
    name = person_named(registry, text, phrase.words, context)
    if name is None:
        return None
    return GroundedActor(name, ActorKind.OTHER, None, None, "description", f"{name} speaks for themself")


def bearer(registry: YamlRegistry, text: str, phrase: NounPhrase, context: ReportContext) -> str | None:
    """Return who holds the post that a phrase tells of, if the phrase names them in full."""
    found = phrase.words
    # A head of state stands for the state: whoever fights "Assad" fights Syria.
    leaders = [m for m in phrase.matches if m.name.sense is Sense.LEADER and m.name.actor.region == "states"]
    if any(m is phrase.head_match or not left_office(m.name, context) for m in leaders):
        return None
    if phrase.head_match is not None and phrase.head_match.name.surname_only:
        return phrase.head_match.name.full  # a commander known by the surname alone
    if phrase.head_key in lexicon.FORCES | lexicon.FIGHTERS | lexicon.POSSESSIONS | lexicon.CIVILIANS | lexicon.REBELS:
        return None
    if not context.all_caps:
        return person_named(registry, text, found, context)
    # In capitals a name is what stands behind the last title, or before the comma behind which the post stands.
    titles = [n for n in range(phrase.start, phrase.head) if found[n].key in _TITLES]
    behind = phrase.link == "," and any(w.key in lexicon.POSTS for w in found[phrase.end :])
    first = titles[-1] + 1 if titles else phrase.start
    if (not titles and not behind) or not 2 <= phrase.end - first <= 4:
        return None
    if any(first <= m.first and m.last <= phrase.end for m in phrase.matches if m.name.sense is not Sense.LEADER):
        return None
    return plain_name(text[found[first].start : found[phrase.head].end], True)


def left_office(name: Name, context: ReportContext) -> bool:
    """Tell whether an office holder on file held the office no longer when a report appeared."""
    return context.year is not None and name.until is not None and context.year > name.until


def name_behind(naming: Naming) -> GroundedActor | None:
    """Return who is described by kin, trade or a post and named behind a comma: "her father, Ada Byrne", "the head of the school, Ada Byrne"."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    behind = naming.starting_at(phrase.end + 1) if phrase.link in ("of", "for", "at") else None
    end = phrase.end if behind is None else behind.phrase.end
    if (
        (behind.phrase if behind is not None else phrase).link != ","
        or context.all_caps
        or phrase.words[phrase.head].capital
        or (phrase.head_key in lexicon.POSTS - {"lawyer"} and _somebodys(text, phrase))
        or (behind is not None and not _of_small_words(behind.phrase))
    ):
        return None
    rest = phrase.words[end : end + 4]
    while rest and rest[0].key in lexicon.MILITARY_TITLES | lexicon.HONORIFICS:
        rest = rest[1:]
    name = person_named(naming.registry, text, rest, context)
    if name is None or not rest or text[rest[0].start : rest[0].start + len(name)] != name:
        return None
    civil = ActorKind.WITNESS if phrase.head_key in lexicon.CIVILIANS else ActorKind.OTHER
    kind = kind_by_noun(phrase.head_key, phrase.modifiers) or civil
    return GroundedActor(name, kind, None, None, "description", f"{name}, named behind {phrase.head_key!r}")


def _of_small_words(body: NounPhrase) -> bool:
    """Tell whether what stands behind "of" has no name and is no body that the text named before: "the programme", not "the group"."""
    capitals = any(w.capital for w in body.words[body.start : body.end])
    return not capitals and body.head_key not in lexicon.GROUP_NOUNS | lexicon.FORCES | lexicon.COALITION | {"party", "agency"}


def _somebodys(text: str, phrase: NounPhrase) -> bool:
    """Tell whether a post is somebody's, or may be that of a body told of before: "the group's leader", "the spokesman"."""
    said = text[phrase.words[phrase.start].start : phrase.words[phrase.head].start]
    return bool(phrase.before or phrase.owners) or "'" in said or "’" in said or phrase.head_key in lexicon.LOOSE_POSTS


def choose(match: Match, context: ReportContext) -> Name | None:
    """Return the name that fits the report best: by the war's country, then by what else the report names."""
    names = list(match.names)
    for name in names:
        leader = name.sense is Sense.LEADER and name.surname_only
        outlet = name.actor.kind is ActorKind.MEDIA and match.last - match.first == 1
        if (leader and _another_person(context.text, name)) or (outlet and _somebodys_surname(context.text, name.text)):
            names = [n for n in names if n is not name]
    if len(names) > 1:
        country = context.war_country
        names.sort(key=lambda n: n.actor.country != country and country not in n.actor.party_in)
    return names[0] if names else None


@lru_cache(maxsize=512)
def _somebodys_surname(text: str, outlet: str) -> bool:
    """Tell whether the text gives an outlet's name as a surname: "Sana", where a "Mahamadou Sana" is told of."""
    name = re.escape(outlet)
    if re.search(
        rf"(?:\btold|\bby|\bto|\bthe|agency|\bfrom|,) {name}\b|\b{name}(?:['’]s)? (?:news|agency|correspondent|report|journalist|photograph)",
        text,
    ):
        return False  # it brings news here
    firsts = (first for first in _other_bearers(text, outlet) if first[:1].isupper())
    return any(not load_registry().matches(words(f"{first} {outlet}")) for first in firsts)


@lru_cache(maxsize=512)
def _other_bearers(text: str, surname: str) -> frozenset[str]:
    return frozenset(m.group(1) for m in re.finditer(rf"\b([^\W\d_][\w'’-]*\.?)\s+{re.escape(surname)}\b", text))


def _spelled_otherwise(text: str, name: Name) -> bool:
    """Tell whether the text gives the office holder's full name in another spelling: "Abdulhamid" for "Abdul Hamid", "Volodymir"."""
    own = "".join(w.key for w in words(name.full)[:-1]).replace("-", "")
    firsts = (m.group(1) for m in re.finditer(rf"((?:[^\W\d_][\w’'-]*\s+){{1,3}}){re.escape(name.text)}\b", text))
    for printed in firsts:
        keys = [w.key for w in words(printed)]
        if any(_alike("".join(keys[n:]), own) for n in range(len(keys))):
            return True
    return False


def _alike(printed: str, own: str) -> bool:
    """Tell whether two first names are one in two spellings: the same but for vowels that sound alike and doubled letters."""
    return bool(own) and _sounding(printed) == _sounding(own)


def _sounding(name: str) -> str:
    return re.sub(r"(.)\1", r"\1", name.translate(_SAME_SOUNDS))


@lru_cache(maxsize=512)
def _another_person(text: str, name: Name) -> bool:
    """Tell whether the text introduces somebody else of the same surname and never the office holder: "Mary Johnson"."""
    if name.full.casefold() in text.casefold() or _spelled_otherwise(text, name):
        return False
    own = {w.key for w in words(name.full)}
    if any(first.casefold() in lexicon.STATE_POSTS for first in _other_bearers(text, name.text)):
        return False  # "President Trump": the office holder, whoever else of the name there is
    titles = lexicon.POSTS | lexicon.MILITARY_TITLES | {"mr", "mrs", "ms", "dr", "al", "de", "von"}
    for first in _other_bearers(text, name.text):
        key = first.casefold().strip(".")
        if (
            first[:1].isupper()
            and not first.isupper()
            and key not in own
            and key not in titles
            and words(first)[0].key not in lexicon.DETERMINERS
            and key not in lexicon.BREAKS
        ):
            # "When Trump", "Turkish Erdogan": a sentence's first word or an adjective is no first name.
            found = load_registry().matches(words(first))
            if not found and key not in _SENTENCE_OPENERS:
                return True
    return False
