"""People named in texts that are printed in capitals: "BREWERY OWNER ADA BYRNE", "A PLUMBER, TOM BYRNE, 24"."""

from __future__ import annotations

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import plain_name
from fogline.grounding.callings import kind_by_noun
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.named_kin import ONE_OF_KIN
from fogline.grounding.naming import Naming
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role

__all__ = ["behind_a_comma_in_caps", "behind_a_trade"]

_TRADES = (
    lexicon.TITLES_OF_PERSONS
    | lexicon.WITNESS_TRADES
    | ONE_OF_KIN
    | frozenset(k for k in lexicon.EXPERTS if not k.endswith("s"))
    | word_set(
        """owner manufacturer sociologist folksinger singer musician plumber electrician miner rancher landowner industrialist banker cattleman
        importer exporter grower planter dealer trader broker poet writer novelist painter sculptor actor actress economist anthropologist
        political scientist chemist dentist veterinarian agronomist architect accountant clerk secretary treasurer catechist deacon
        missionary seminarian sacristan peasant fisherman butcher cook seamstress hairdresser watchman guard chauffeur taxi pilot
        candidate deputy congressman congresswoman senator adviser advisor leader principal dean rector member militant"""
    )
)
_LEARNED = word_set("sociologist economist anthropologist historian scientist")
# No name of a person holds one of these.
_NO_NAMES = (
    lexicon.PLAIN_NOUNS
    | lexicon.BODY_NOUNS
    | lexicon.DETERMINERS
    | lexicon.BREAKS
    | lexicon.STATE_MODIFIERS
    | lexicon.NO_GROUP
    | lexicon.PARTICIPLES
    | word_set("and or but who which year years old said says")
)
_PARTICLES = word_set("de del la las los y el al bin ibn abu van von da dos")


def behind_a_trade(naming: Naming) -> GroundedActor | None:
    """Return the person whose first name and surname stand behind their trade: "TEXTILE MANUFACTURER ADA BYRNE"."""
    phrase = naming.phrase
    trade = next((n for n in range(phrase.head - 2, phrase.start - 1, -1) if phrase.words[n].key in _TRADES), None)
    if trade is None or not _is_a_name(naming, trade + 1, phrase.head + 1):
        return None
    return _person(naming, trade, trade + 1, phrase.head + 1)


def behind_a_comma_in_caps(naming: Naming) -> GroundedActor | None:
    """Return the person who is named between commas behind their trade: "THE PARISH PRIEST, ADA BYRNE," and not a body told of so."""
    phrase = naming.phrase
    if phrase.link != "," or phrase.head_key not in _TRADES - lexicon.POSTS:
        return None
    behind = naming.starting_at(phrase.end)
    last = behind.phrase.end if behind is not None else phrase.end
    return _person(naming, phrase.head, phrase.end, last) if _is_a_name(naming, phrase.end, last) else None


def _is_a_name(naming: Naming, first: int, last: int) -> bool:
    """Tell whether words in capitals are a first name and one or two surnames: none is a common noun or somebody else's name."""
    found = naming.phrase.words[first:last]
    own = [w for w in found if w.key not in _PARTICLES]
    named = not any(m.first < last and first < m.last for m in naming.phrase.matches)
    plain = any(w.key in _NO_NAMES or w.key in _TRADES or w.text.isdigit() for w in own)
    return 2 <= len(own) <= 4 and named and not plain and not any(w.opens for w in found)


def _person(naming: Naming, trade: int, first: int, last: int) -> GroundedActor:
    """Return a person by name, as the kind of voice that their trade makes them."""
    phrase = naming.phrase
    name = plain_name(naming.text[phrase.words[first].start : phrase.words[last - 1].end], True)
    key = phrase.words[trade].key
    kind = ActorKind.EXPERT if key in _LEARNED else kind_by_noun(key, tuple(w.key for w in phrase.words[phrase.start : trade]))
    lay = ActorKind.WITNESS if naming.role is Role.ORIGIN and key not in lexicon.POSTS else ActorKind.OTHER
    return GroundedActor(name, kind or lay, None, None, "description", f"{name}, a {key}")
