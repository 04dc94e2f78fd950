"""States of which only a region or their nearness is told: "Western governments", "African leaders", "the kingdom"."""

from __future__ import annotations

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import plain_name, printed_words
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.known_actor import described, known
from fogline.grounding.naming import Naming
from fogline.grounding.registry import names_in_text, text_words
from fogline.grounding.word_lists import word_set

__all__ = ["states_at_large"]

_PLAIN = lexicon.DETERMINERS | lexicon.QUANTIFIERS | lexicon.NUMBER_WORDS
_REGIONS = word_set("western european african arab gulf asian world foreign neighbouring neighboring regional caribbean")
_STATES = word_set("governments capitals leaders states countries nations powers")
_FAR_AND_WIDE = word_set("europe africa asia west east gulf region world latin america americas middle")
# What states with a king, an emir or a sultan are called behind "the".
_CROWNED = {
    "kingdom": frozenset(["SA", "JO", "MA", "BH", "TH", "KH", "NP", "NL", "ES", "SE", "NO", "DK", "BE", "SZ", "LS", "TO", "BT"]),
    "emirate": frozenset(["QA", "KW"]),
    "sultanate": frozenset(["OM", "BN"]),
}
_OFFICES = word_set("ministers leaders presidents heads ambassadors envoys delegates")
_NEIGHBOURS = word_set("neighbours neighbors")


def states_at_large(naming: Naming) -> GroundedActor | None:
    """Return states under the words for them where none is named: they speak and act as governments, and none is the state at war.

    A state has neighbours and so has a family; only "its neighbours" and those of a state by its name are states.
    """
    phrase = naming.phrase
    key, mods = phrase.head_key, {m for m in phrase.modifiers if not m.isdigit()}
    if phrase.compounds:
        return None
    if key in _CROWNED and phrase.words[phrase.start].key == "the" and not phrase.before and not mods - {"the"}:
        a_name = phrase.link == "of" or (phrase.words[phrase.head].capital and not naming.context.all_caps)
        return None if a_name else _crowned(naming)
    if key == "governments" and not phrase.before and not mods - _PLAIN and phrase.link in ("in", "across") and _far(naming):
        return described("governments", ActorKind.GOVERNMENT, "governments of whom only the region is told")
    if key in _NEIGHBOURS:
        behind = naming.starting_at(phrase.end + 1) if phrase.link == "of" else None
        theirs = phrase.before or (behind.phrase.before or behind.phrase.owners if behind is not None else ())
        state = bool(theirs) and all(m.name.actor.region == "states" for m in theirs)
        alone = phrase.words[phrase.start].key == "its" and not mods - lexicon.DETERMINERS - _REGIONS
        if not (alone or (state and not mods - _PLAIN - _REGIONS)):
            return None
        return described("neighbouring states", ActorKind.GOVERNMENT, f"{key} of a state, none named")
    if (many := _of_many_states(naming)) is not None:
        return many
    if phrase.before or (key == "governments" and not mods - _PLAIN and phrase.link in ("of", "in")):
        return None
    if key == "governments" and not mods - _PLAIN:
        # "Some thirty governments": whose, nothing says, and not that of the state at war alone.
        return described("governments", ActorKind.GOVERNMENT, "governments that are not named")
    if key in _STATES and mods & _REGIONS and not mods - _PLAIN - _REGIONS and not (key == "governments" and "regional" in mods):
        name = printed_words(naming.text, phrase, naming.context)
        return described(name, ActorKind.GOVERNMENT, f"{key} of whom only the region is told")
    return None


def _of_many_states(naming: Naming) -> GroundedActor | None:
    """Return who holds office in several states, none named: "ministers of 20 countries", "regional heads of state"."""
    phrase, found = naming.phrase, naming.phrase.words
    behind = [w.key for w in found[phrase.end + 1 : phrase.end + 4]]
    if phrase.head_key not in _OFFICES or phrase.before or phrase.link not in ("of", "from") or not behind:
        return None
    heads = phrase.head_key == "heads" and behind[0] in ("state", "government") and not _REGIONS.isdisjoint(phrase.modifiers)
    numbered = behind[0].isdigit() or behind[0] in lexicon.NUMBER_WORDS | {"several", "many", "some"}
    last = next((n for n in range(1, len(behind)) if behind[n] in ("countries", "states", "nations")), None)
    if not heads and not (numbered and last is not None):
        return None
    end = phrase.end + 1 + (0 if heads else last or 0)
    printed = plain_name(naming.text[found[phrase.start].start : found[end].end], naming.context.all_caps)
    return described(printed, ActorKind.GOVERNMENT, f"{phrase.head_key} of several states, none named")


def _far(naming: Naming) -> bool:
    """Tell whether a region that is no state stands behind a phrase: "governments in Europe"."""
    phrase = naming.phrase
    return any(w.key in _FAR_AND_WIDE for w in phrase.words[phrase.end + 1 : phrase.end + 4])


def _crowned(naming: Naming) -> GroundedActor | None:
    """Return the state of that form which the report named last before "the kingdom", else the only one that it names."""
    context, at = naming.context, naming.phrase.words[0].start
    states = _CROWNED[naming.phrase.head_key]
    found = text_words(context.text)
    names = names_in_text(naming.registry, context.text, context.all_caps, context.year, context.home)
    told = [m for m in names if m.name.actor.id in states]
    before = [m for m in told if found[m.first].start < at]
    if not before and len({m.name.actor.id for m in told}) != 1:
        return None
    state = before[-1] if before else told[0]
    return known(state.name.actor, context, "description", f"the {naming.phrase.head_key} that the report names")
