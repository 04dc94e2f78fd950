"""How a mention has to be looked up in the text before it: as a pronoun, a group, a surname, a force; or not at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_people import brings_news, helps
from fogline.grounding.first_person import OUR_PEOPLE, tells_of_our_people
from fogline.grounding.grounding import GroundedActor
from fogline.grounding.named_people import SMALL
from fogline.grounding.plural_words import SIDE_NOUNS, many_meant
from fogline.grounding.prose import Prose, head_key
from fogline.grounding.registry import Word
from fogline.grounding.state_references import StateReferences
from fogline.grounding.unlisted_groups import UNLISTED
from fogline.grounding.war_sides import UNNAMED_SIDES
from fogline.grounding.word_lists import word_set
from fogline.span import Span

__all__ = ["COUNTING", "OWNERS", "OWN_MEN", "PRONOUNS", "counts_only", "reference_kind"]

OWNERS = {"its": "thing", "their": "plural", "his": "person", "her": "person", "whose": "whose"}
# "The alliance's press office", "one of the group's members": whose it is was said before.
_OWNING_BODIES = word_set("group groups organisation organization militia alliance coalition movement faction")
# "His country would not take part": the state that he speaks for.
_OWN_STATE = frozenset(["country", "nation", "homeland"])
# Whoever works for a body does what it does.
_OWN_STAFF = word_set("team teams staff employees negotiators inspectors snipers crews")
# "Its men" fight for whoever has them.
OWN_MEN = frozenset(["men"])
# "Some of them", "24 of whom", "at least 30": no word of these says who they are.
_THEMSELVES = frozenset(["of", "them", "these", "those", "us", "whom", "which", "to", "the"])
COUNTING = (
    lexicon.QUANTIFIERS
    | lexicon.NUMBER_WORDS
    | lexicon.DETERMINERS
    | _THEMSELVES
    | word_set("at least up than less fewer further perhaps or so between close small large great good number numbers last first")
)
# "One insurgent commander" is not he of whom the text told before, and no more is whoever is told by a name of their own.
_ONE_OF_MANY = frozenset(["one", "another"])
_SELF_NAMED = re.compile(
    r"\b(?:known|nicknamed|called)(?: \w+ly)?(?: as)? [A-Z]|(?:^|\s)[\"“'‘][A-Z][\w-]+(?: [A-Z][\w-]+)*[\"”'’]"
)
# A town has them as a body has, and a town is nobody.
_OF_A_TOWN = word_set("mayor governor hospital market school church mosque residents inhabitants people")
# Who is cited under these was told of before, if the article says so.
_CITED = frozenset(["source", "sources", "official", "statement"])
_ANYBODY = frozenset(["those", "all", "everyone", "everybody", "whoever", "anyone", "anybody"])
_BARE_FIGHTERS = frozenset(["fighter", "fighters", "militiamen", "holdouts"])
# "Officials of the town" are no state's.
_NO_STATES = word_set("town city village camp hospital district province municipality")
_HOLDS = re.compile(r"[-‑](?:held|controlled|run|ruled|administered|besieged)\b", re.IGNORECASE)
# By the last word of their name bodies are told of again: "the mission".
_LAST_OF_A_NAME = word_set(
    """mission observatory centre center bureau panel tribunal foundation society federation association initiative institute commission committee
    union congress party league network project"""
)
# Of one word these are pronouns.
PRONOUNS = frozenset({"person", "thing", "plural", "speaker"})


def reference_kind(prose: Prose, states: StateReferences, span: Span, own: GroundedActor) -> str:
    """Return how a mention must be looked up in the text, "" if its own words suffice."""
    found = prose.words_in(span)
    if not found:
        return ""
    key, first = found[-1].key, found[0].key
    if len(found) == 1:
        if key in lexicon.PERSONAL_PRONOUNS:
            return "person"
        if key in lexicon.NEUTRAL_PRONOUNS:
            return "thing"
        if key in lexicon.PLURAL_PRONOUNS:
            return "plural"
        if key in lexicon.SPEAKER_PRONOUNS and not (key == "us" and found[0].text.isupper() and not prose.context.all_caps):
            return "speaker"
    head = head_key(found)
    if own.reason.endswith(UNLISTED):
        return "acronym" if own.name.isupper() and len(own.name) >= 3 else ""
    if many_meant(prose, found, own):
        return "sides" if head in SIDE_NOUNS else "several"
    # "Russia's enemy" is nobody's whom the text names besides.
    if "enemy" in (first, *(w.key for w in found[1:5])) and own.actor_id is None and own.basis != "role-of":
        return "enemy"
    if (
        first in OWNERS
        and head in lexicon.ALLIES
        and own.actor_id is None
        and len(found) > 1
        and found[1].key not in lexicon.FORCES
    ):
        return "allies"
    if first in ("our", "my") and own.actor_id is None and head not in lexicon.KINSHIP:
        return "" if own.reason == OUR_PEOPLE or (own.inter == 7 and tells_of_our_people(found)) else "speaker"
    owned = lexicon.FORCES | lexicon.FIGHTERS | lexicon.POSTS | lexicon.POSSESSIONS | OWN_MEN | _OWN_STATE | _OWN_STAFF
    # "Its foreign minister": held to be that of the state at war only because no other is named in these words.
    assumed = own.basis == "description" and own.actor_id is not None and own.actor_id == prose.context.war_country
    if first == "its" and head in _OF_A_TOWN and _behind_a_place(prose, span):
        return ""
    if len(found) > 1 and found[-1].key == "own" and found[-2].key in OWNERS and (own.actor_id is None or assumed):
        return OWNERS[found[-2].key]  # "three of its own", "47 soldiers of their own"
    behind = _behind_whose(prose, span, found)
    if (own.actor_id is None or assumed) and any(w.key in owned for w in behind[:3]):
        return OWNERS["whose"]
    if (
        (own.actor_id is None or assumed)
        and first in OWNERS
        and any(w.key in owned for w in found[1:4])
        and found[1].key not in lexicon.ALLIES
    ):
        return OWNERS[first]
    if own.basis == "unknown" and _says_the_group(found):
        return "group"
    if own.basis == "unknown" and head in _BARE_FIGHTERS and _plain_fighters(prose, found):
        return "group"
    if own.basis == "unknown" and (counts_only(found) or _those_who(found)):
        return "uncounted"
    if own.actor_id is None and own.basis in ("unknown", "description"):
        if first in lexicon.DEFINITE and len(found) <= 5 and not _proper(prose, found):
            if head in lexicon.GROUP_NOUNS and own.name not in UNNAMED_SIDES:
                return "group"
            keys = [w.key for w in found[:-1]]
            if head in lexicon.MEDIA_NOUNS and (head != "agency" or brings_news(head, keys) or helps(keys)):
                return "media"
            if (head in lexicon.SPEAKING_NOUNS and own.basis == "unknown") or head in _CITED:
                return "source"
            if head in ("ministry", "department", "embassy", "administration", "council", "court"):
                return "state"
            if head in _LAST_OF_A_NAME and len(found) == 2 and own.basis == "unknown":
                return "shortened"
        if own.basis == "unknown" and head in ("fighters", "militants", "commanders", "leaders") and len(found) == 1:
            return "group"
    of_the_war = own.basis == "description" and own.actor_id is not None and own.actor_id == prose.context.war_country
    if head in ("official", "officials", "authorities") and own.actor_id is None and _bare_officials(found):
        return "officials"
    told = {head, *(w.key for w in found if w.key in lexicon.STATE_POSTS)}
    if of_the_war and _HOLDS.match(prose.text, span.end) is not None:
        return ""  # "government-held Bara": whichever minister of elsewhere was named before, ground is held by the state at war
    if of_the_war and told & (lexicon.FORCES | lexicon.POSTS) and "regime" not in {w.key for w in found}:
        return "force"
    ranked = any(w.key in lexicon.MILITARY_TITLES for w in found)
    if of_the_war and ranked and states.introduced_officer(span, found) is not None:
        return "force"
    posted = any(w.key in lexicon.LOOSE_POSTS for w in found) and len(found) <= 7
    # "Another spokesman" is of the same body.
    apart = first in _ONE_OF_MANY and not head.startswith("spokes")
    somebody_else = apart or _SELF_NAMED.search(span.of(prose.text)) is not None
    if own.basis == "unknown" and own.actor_id is None and posted and not somebody_else:
        return "body"
    if own.basis == "unknown":
        plain = [w for w in found if w.key not in lexicon.HONORIFICS and (w.capital or w.key not in SMALL)]
        if len(plain) == 1 and plain[0].text.isupper() and len(plain[0].text) >= 3 and not prose.context.all_caps:
            return "acronym"
        if 1 <= len(plain) <= 2 and all(w.capital for w in plain) and plain[0].key not in lexicon.DETERMINERS:
            return "surname"
    return ""


def _proper(prose: Prose, found: Sequence[Word]) -> bool:
    """Tell whether a name is among words behind an article, which then refer to nobody else: "the Lantern Doctors Network", "the al-Abreen charity"."""
    if prose.context.all_caps:
        return False
    known = {w.start for m in prose.matches(found) for w in found[m.first : m.last]}
    places = {word for place in prose.context.places for word in place.split()}
    plain = lexicon.NO_GROUP | lexicon.PLAIN_NOUNS | lexicon.MEDIA_NOUNS | lexicon.GROUP_NOUNS | places
    own = [w for w in found[1:] if w.capital and w.start not in known and w.key not in plain and _whole(prose, w)]
    return bool(own) or (sum(w.capital for w in found[1:]) > 1 and found[-1].capital)


def _whole(prose: Prose, word: Word) -> bool:
    """Tell whether a word is no first half of a compound: not "London" of "London-based"."""
    return prose.text[word.end : word.end + 1] not in ("-", "‐", "‑")


def _behind_a_place(prose: Prose, span: Span) -> bool:
    """Tell whether a place is what the sentence names last before a mention: "seized *Adwa* and removed its mayor"."""
    start = prose.starts[max(0, prose.sentence(span.start) - 1)] if prose.starts else 0
    names = re.findall(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*", prose.text[start : span.start])
    return bool(names) and names[-1].casefold() in prose.context.places


def _behind_whose(prose: Prose, span: Span, found: Sequence[Word]) -> Sequence[Word]:
    """Return the words of a mention that "whose" tells of, before it or in it: "Iran, seven of whose soldiers died"; () for none."""
    at = next((n for n, w in enumerate(found[:4]) if w.key == "whose"), None)
    if at is not None:
        return found[at + 1 :]
    return found if prose.text[max(0, span.start - 12) : span.start].casefold().split()[-1:] == ["whose"] else ()


def counts_only(found: Sequence[Word]) -> bool:
    """Tell whether words say how many and not of whom: "at least 78", "the others", "some of them", "24 of whom"."""
    return all(w.key in COUNTING or w.key.isdigit() for w in found) and any(w.key not in _THEMSELVES for w in found)


def _those_who(found: Sequence[Word]) -> bool:
    """Tell whether words say what people did or where they are and not who they are: "those who left", "all on the mountain"."""
    return len(found) > 1 and found[0].key in _ANYBODY and found[1].key in lexicon.BREAKS | lexicon.PARTICIPLES


def _says_the_group(found: Sequence[Word]) -> bool:
    """Tell whether the words speak of "the group" as an owner: "one of the group's members", "the terror group's leaders"."""
    keys = [w.key for w in found[:8]]
    at = next((n for n, k in enumerate(keys) if k in _OWNING_BODIES), None)
    if at is None or at + 1 >= len(keys):
        return "group" in keys[-1:] and "of" in keys and "the" in keys
    owned = found[at].text.endswith(("'s", "’s", "s'", "s’")) or keys[at] == "groups"
    return owned and "the" in keys[:at]


def _plain_fighters(prose: Prose, found: Sequence[Word]) -> bool:
    """Tell whether nothing in the words says whose fighters they are: "foreign fighters", "the remaining militants"."""
    matches = prose.matches(found)
    named = (any(w.capital for w in found[1:]) and not prose.context.all_caps) or found[0].key in lexicon.COMMUNITIES
    return (
        not matches
        and not named
        and not any(w.key in lexicon.PRO_STATE or w.key in ("pro", "anti", "proxy", "rebel") for w in found)
    )


def _bare_officials(found: Sequence[Word]) -> bool:
    """Tell whether words for officials say no more than that they are a state's: "senior administration officials".

    "Local officials" are those of the place that they tell of, whichever state was named before.
    """
    plain = lexicon.DETERMINERS | lexicon.STATE_MODIFIERS | {"administration", "senior-level", "senior", "level", "counter"}
    plain -= lexicon.OF_A_PLACE
    return found[-1].key not in _NO_STATES and all(w.key in plain for w in found[:-1])
