"""Posts that are not the state's, since the words say of whom else they are: "the movement's ministers", "the Lantern's military spokesman"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import plain_name
from fogline.grounding.grounding import Actor
from fogline.grounding.naming import Naming
from fogline.grounding.registry import words
from fogline.grounding.word_lists import word_set

__all__ = ["Owner", "owner_not_on_file"]

_BODIES = word_set(
    "party movement group alliance camp union front organisation organization militia faction coalition opposition clan tribe gang cartel"
)
# Of "the mayor" and "the governor" the name before them is a place's.
_OF_PLACES = lexicon.LOCAL_POSTS | lexicon.OF_A_PLACE | word_set("governor police official officials ambassador ambassadors")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
# "The Orvan defence minister": called after a people, as only an adjective ends.
_NO_PEOPLES = word_set("metropolitan republican civilian human urban sultan lutheran anglican presbyterian")
_OF_A_PEOPLE = re.compile(r"[a-z]{3,}(?:[aei]n|ish|ese)")
# "Today's prime minister", "Parliament's speaker".
_NO_OWNERS = (
    lexicon.NO_GROUP
    | lexicon.DETERMINERS
    | lexicon.POSTS
    | lexicon.MILITARY_TITLES
    | lexicon.FORCES
    | lexicon.SENTENCE_OPENERS
    | word_set("today yesterday tomorrow tonight country nation republic state town city province region island capital world")
)
# Behind a post: "of the self-proclaimed Republic of Orvat".
_BREAKAWAY = re.compile(
    r" (?:of|in) the (?:self[- ](?:proclaimed|styled|declared)|breakaway|unrecogni[sz]ed|secessionist|separatist)"
    r" ([A-Z][\w’'-]*(?: (?:of )?[A-Z][\w’'-]*)*)"
)
_REACH = 6


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose post it is, by words that no registry knows; without a ``name`` it is a body told of before ("the group's").

    ``actor`` is on file where only the end of the words says whose the post
    is: "the foreign minister of the self-proclaimed …".
    """

    name: str = ""
    actor: Actor | None = None


def owner_not_on_file(naming: Naming, post_at: int) -> Owner | None:
    """Return of whom a post is by an owner that is no state and not on file, None if no such owner stands before or behind it.

    The state at war has the posts that nobody else is said to have: not
    those of "the movement's president" and "Orvat's prime minister".
    """
    phrase, context = naming.phrase, naming.context
    found = phrase.words
    if (breakaway := _BREAKAWAY.match(context.text, found[post_at].end)) is not None:
        behind_it = words(context.text, breakaway.start(1), breakaway.start(1) + 60)
        listed = next(iter(naming.registry.matches(behind_it, context.all_caps, context.year, context.home)), None)
        return Owner(breakaway.group(1), listed.name.actor if listed is not None and listed.first == 0 else None)
    covered = {n for m in phrase.matches for n in range(m.first, m.last)}
    if post_at + 2 < len(found) and found[post_at + 1].key in ("of", "in") and found[post_at].key in lexicon.STATE_POSTS:
        behind = next((w for w in found[post_at + 2 : post_at + 5] if w.key not in lexicon.DETERMINERS), None)
        if behind is not None and behind.key in _BODIES and not behind.capital:
            return Owner()
    first = phrase.end if post_at >= phrase.end else phrase.start
    row = range(post_at - 1, max(first, post_at - _REACH) - 1, -1)
    owner = next((n for n in row if found[n].text.endswith(_POSSESSIVE)), None)
    if owner is None:
        return Owner() if _of_a_people(naming, post_at, covered) else None
    if owner in covered:
        return None
    if found[owner].key in _BODIES and (context.all_caps or not found[owner].capital):
        return Owner()
    begin = owner
    while begin > first and found[begin - 1].capital and begin - 1 not in covered and _joined(naming, begin):
        begin -= 1
    begin += found[begin].key in lexicon.DETERMINERS and begin < owner
    keys = {w.key for w in found[begin : post_at + 1]}
    name = plain_name(naming.text[found[begin].start : found[owner].end], False)
    name = re.sub(r"(?:['’]s|(?<=s)['’])$", "", name)
    named = found[owner].capital and not context.all_caps and name.casefold() not in context.places
    if not named or keys & _OF_PLACES or found[owner].key in _NO_OWNERS:
        return None
    return Owner(name)


def _joined(naming: Naming, at: int) -> bool:
    found = naming.phrase.words
    return naming.text[found[at - 1].end : found[at].start] in (" ", "-")


def _of_a_people(naming: Naming, post_at: int, covered: set[int]) -> bool:
    """Tell whether a post in small letters is that of a people of which no state is on file: "the Orvan defence minister"."""
    phrase, context = naming.phrase, naming.context
    at = post_at - 1
    while (
        at > phrase.start
        and not phrase.words[at].capital
        and phrase.words[at].key in lexicon.STATE_MODIFIERS - lexicon.DETERMINERS
    ):
        at -= 1
    word = phrase.words[at] if at >= phrase.start and at < post_at else None
    if word is None or context.all_caps or phrase.words[post_at].capital or not word.capital or at in covered or at == 0:
        return False
    if not _OF_PLACES.isdisjoint(w.key for w in phrase.words[at : post_at + 1]):
        return False
    known = _NO_PEOPLES | lexicon.NO_GROUP | lexicon.WESTERN | lexicon.PLAIN_NOUNS | lexicon.STATE_MODIFIERS | lexicon.FORMER
    return word.key not in known and word.key not in context.places and _OF_A_PEOPLE.fullmatch(word.key) is not None
