"""States of which only a region or their nearness is told: "Western governments", "African leaders", "Burundi's neighbours"."""

from __future__ import annotations

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import printed_words
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.known_actor import described
from fogline.grounding.naming import Naming
from fogline.grounding.word_lists import word_set

__all__ = ["states_at_large"]

_PLAIN = lexicon.DETERMINERS | lexicon.QUANTIFIERS | lexicon.NUMBER_WORDS
_REGIONS = word_set("western european african arab gulf asian world foreign neighbouring neighboring")
_STATES = word_set("governments capitals leaders states countries nations powers")
_NEIGHBOURS = word_set("neighbours neighbors")


def states_at_large(naming: Naming) -> GroundedActor | None:
    """Return states under the words for them where none is named: they speak and act as governments, and none is the state at war.

    A state has neighbours and so has a family; only "its neighbours" and those of a state by its name are states.
    """
    phrase = naming.phrase
    key, mods = phrase.head_key, {m for m in phrase.modifiers if not m.isdigit()}
    if phrase.compounds:
        return None
    if key in _NEIGHBOURS:
        behind = naming.starting_at(phrase.end + 1) if phrase.link == "of" else None
        theirs = phrase.before or (behind.phrase.before or behind.phrase.owners if behind is not None else ())
        state = bool(theirs) and all(m.name.actor.region == "states" for m in theirs)
        alone = phrase.words[phrase.start].key == "its" and not mods - lexicon.DETERMINERS - _REGIONS
        if not (alone or (state and not mods - _PLAIN - _REGIONS)):
            return None
        return described("neighbouring states", ActorKind.GOVERNMENT, f"{key} of a state, none named")
    if phrase.before or (key == "governments" and not mods - _PLAIN and phrase.link in ("of", "in")):
        return None
    if key == "governments" and not mods - _PLAIN:
        # "Some thirty governments": whose, nothing says, and not that of the state at war alone.
        return described("governments", ActorKind.GOVERNMENT, "governments that are not named")
    if key in _STATES and mods & _REGIONS and not mods - _PLAIN - _REGIONS:
        name = printed_words(naming.text, phrase, naming.context)
        return described(name, ActorKind.GOVERNMENT, f"{key} of whom only the region is told")
    return None
