"""People who are called after a country or a group and do not stand for it: "two Ukrainians", "12 Kurds", "ethnic Albanians"."""

from __future__ import annotations

import re

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import printed_words
from fogline.grounding.actor_people import is_of_a_people
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.known_actor import described
from fogline.grounding.naming import Naming
from fogline.grounding.registry import Match, Name, Sense, words
from fogline.reading.reading import Role

__all__ = ["called_after", "nationals", "of_its_people"]

# Before the name of a country's people: so many of them, or one.
_HOW_MANY = lexicon.QUANTIFIERS | lexicon.NUMBER_WORDS | frozenset(["dozens", "tens", "several"])
_ONE = frozenset(["a", "an", "one", "another", "every", "each", "unidentified", "unnamed"])
# These are the same for one and for many.
_ONE_FORM = ("ese", "ss")
# Whoever is called so is no state, however many: not "German" and "Yemen".
_OF_MEN = re.compile(r"(?:sh|ch|ts)(?:wo)?m[ae]n$")


def of_its_people(naming: Naming, match: Match, name: Name, printed: str) -> GroundedActor | None:
    """Return people after whom a group is called and to whom something is done: "12 Kurds", "hundreds of Tigrayans", not "the Houthis"."""
    phrase = naming.phrase
    if naming.role is not Role.TARGET or not is_of_a_people(name) or phrase.head != match.last - 1 or _adjective_of_more(naming):
        return None
    lead = {w.key for w in phrase.words[: match.first]}
    counted = printed.rstrip("'’").lower().endswith("s") and bool(lead & _HOW_MANY or any(k.isdigit() for k in lead))
    if not (counted or lead & _ONE):
        return None
    return described("civilians", ActorKind.WITNESS, f"{printed}: people, and not {name.actor.name}", inter=7)


def nationals(naming: Naming, match: Match, name: Name, printed: str) -> GroundedActor | None:
    """Return people who are called after their country and do not stand for it: "a Palestinian", "two Ukrainians", "Syrians".

    Bare plurals do so only of the country at war, and not where they speak.
    """
    phrase, role, context, actor = naming.phrase, naming.role, naming.context, name.actor
    if name.sense is not Sense.ADJECTIVE or actor.region != "states" or actor.id in called_after(naming):
        return None
    one_form = printed.lower().endswith(_ONE_FORM)
    men = _OF_MEN.search(printed.lower()) is not None
    plural = printed.rstrip("'’").lower().endswith("s") and not one_form
    lead = {w.key for w in phrase.words[phrase.start : match.first]}
    definite = phrase.words[phrase.start].key == "the"
    numbered = bool(lead & lexicon.NUMBER_WORDS) or any(k.isdigit() for k in lead)  # "the two Orvans" are two of them
    counted = (plural or one_form) and (numbered or (not definite and bool(lead & _HOW_MANY)))
    some = (counted or men or (not plural and bool(lead & _ONE))) and not _adjective_of_more(naming)
    own = actor.id in (context.war_country, "PS") and role is not Role.ORIGIN and not definite
    reason = f"{printed}: people of {actor.name}"
    if (some and role is Role.TARGET) or (own and (some or plural)):
        return described("civilians", ActorKind.WITNESS, reason, inter=7)
    return described(printed_words(naming.text, phrase, context), ActorKind.WITNESS, reason, inter=7) if some else None


def _adjective_of_more(naming: Naming) -> bool:
    """Tell whether the noun of which a country's adjective is told was cut off: "a Russian" of "a Russian convoy"."""
    behind = words(naming.text, naming.phrase.words[-1].end, naming.phrase.words[-1].end + 24)
    gap = naming.text[naming.phrase.words[-1].end : behind[0].start] if behind else ""
    return gap == " " and behind[0].key in lexicon.PLAIN_NOUNS | lexicon.POSSESSIONS


def called_after(naming: Naming) -> frozenset[str]:
    """Return the states and groups after whose people somebody is called who need not be of them: "ethnic Albanians", "an ethnic Serb leader"."""
    phrase = naming.phrase
    behind = [m.name for m in phrase.owners if m.first > phrase.start and phrase.words[m.first - 1].key == "ethnic"]
    return frozenset(n.actor.id for n in behind if n.actor.region == "states" or is_of_a_people(n))
