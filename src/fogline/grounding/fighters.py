"""Those who fight, by the group or side that the words tell of: "Kurdish militiamen", "rebel commanders", "men of the Wagner group"."""

from __future__ import annotations

from dataclasses import replace

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import choose
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.known_actor import known
from fogline.grounding.naming import Naming
from fogline.grounding.noun_phrase import NounPhrase
from fogline.grounding.registry import Sense
from fogline.grounding.report_context import named_in
from fogline.grounding.unlisted_groups import men_of_an_unlisted_body, unlisted_group
from fogline.grounding.war_sides import civil_opposition, group_tied_to, militants, rebels, said_of_them
from fogline.grounding.word_lists import word_set

__all__ = ["fighters", "men_of_a_body", "unit_of_a_group"]

# Whose fighters they are, "group" and "column" do not say.
_BODIES = word_set(
    "group groups faction factions organisation organization organisations organizations alliance elements element cell cells column columns"
)
# Behind "of" stands the body that these are of; opposition to a group is not of it.
_OF_A_BODY = lexicon.FIGHTERS | lexicon.MILITANTS | lexicon.POSTS | lexicon.REBELS - {"opposition", "insurgency"}
_UNITS = word_set(
    "front fronts brigade brigades battalion battalions column columns division regiment bloc wing sector squad company"
)
# Men of these are a state's, or whoever's arms they are.
_ARMS = word_set(
    "army military police intelligence navy guard guards gendarmerie security forces force service services marines ministry unit brigade"
)
_LANDS = word_set("abkhazia ossetia transnistria transdniestria karabakh somaliland puntland donetsk luhansk rojava")
_THOUGHT = frozenset(["believed", "thought", "suspected", "said", "known", "presumed"])
_BETWEEN = frozenset(["to", "be", "members", "fighters", "supporters", "of", "men"])
_NEW_BODIES = frozenset(["coalition", "alliance", "group", "faction", "movement", "front", "organisation", "organization"])


def fighters(naming: Naming) -> GroundedActor | None:
    """Return the group or side that fighters, rebels or militants are of, None if the words tell of none."""
    phrase, context = naming.phrase, naming.context
    key = phrase.head_key
    mods = said_of_them(phrase)
    rebelling = key in lexicon.REBELS or bool(mods & lexicon.REBELS)
    militant = key in lexicon.MILITANTS or bool(mods & lexicon.MILITANTS)
    if not (rebelling or militant or key in lexicon.FIGHTERS):
        return None
    group = next((m.name for m in reversed(phrase.before) if m.name.actor.region != "states"), None)
    state = next((m.name.actor for m in reversed(phrase.before) if m.name.actor.region == "states"), None)
    if group is not None:
        if group.actor.id == "kurdish-forces" and context.war_country in ("TR", "IQ") and (rebelling or militant):
            return naming.by_id("pkk", "Kurdish insurgents in Turkey and Iraq")
        if group.actor.id == "kurdish-forces" and context.war_country == "SY" and key in lexicon.MILITIA:
            named = any(a.id == "ypg" for a in named_in(naming.registry, context))
            if not named and key != "militia":
                return known(group.actor, context, "alias", f"{key} of Kurds, no organisation named")
            return naming.by_id("ypg", "the Kurdish militia in Syria")
        return known(group.actor, context, "alias", f"{key} of {group.actor.name}")
    if (believed := _believed_to_be_of(naming)) is not None:
        return believed
    if phrase.link in ("of", "from", "in", "to", "with") and key in _OF_A_BODY:
        inner = naming.rest(phrase.end + 1)
        body = naming.registry.get(inner.actor_id) if inner is not None and inner.actor_id else None
        # Rebels in a group's strongholds need not be of it.
        whole = inner is not None and (key not in lexicon.REBELS or inner.basis == "alias")
        if body is not None and body.kind is ActorKind.PARTY and whole:
            return inner
    if any(
        how in ("linked", "affiliated", "inspired", "aligned") and m.name.actor.region != "states" for m, how in phrase.compounds
    ) and (militant or rebelling):
        linked = next(m.name.actor for m, how in phrase.compounds if m.name.actor.region != "states")
        linked = group_tied_to(naming.registry, linked, context)
        return known(linked, context, "description", f"{key} tied to {linked.name}")
    if rebelling and phrase.words[0].key in ("a", "another") and key in _NEW_BODIES:
        return None  # "a rebel coalition" is one that the text has not named
    if rebelling and not civil_opposition({key, *(w.key for w in phrase.words[phrase.start : phrase.end])}, context):
        return rebels(naming.registry, context, said={key, *mods})
    if militant:
        return militants(naming)
    if key in _BODIES:
        return None
    if key in ("fighter", "fighters", "gunmen", "gunman") and not mods - lexicon.STATE_MODIFIERS and not state:
        return None
    if state is not None and key in ("militia", "militias", "militiamen") and not mods & lexicon.WESTERN:
        return known(state, context, "description", f"{key} of {state.name}") if state.id != context.war_country else None
    return None


def _believed_to_be_of(naming: Naming) -> GroundedActor | None:
    """Return the group of which fighters are thought to be: "gunmen believed to be from the Lantern Front"."""
    phrase = naming.phrase
    row = [w.key for w in phrase.words[phrase.end : phrase.end + 8]]
    at = next(
        (n for n, k in enumerate(row) if (k in ("of", "from") and row[n + 1 : n + 2] != ["belonging"]) or k == "belonging"), None
    )
    if phrase.link not in _THOUGHT or at is None or not _BETWEEN.issuperset(row[1:at]) or {"be", "belonging"}.isdisjoint(row):
        return None
    inner = naming.rest(phrase.end + at + 1 + (row[at] == "belonging"))
    body = naming.registry.get(inner.actor_id) if inner is not None and inner.actor_id else None
    return inner if body is not None and body.kind is ActorKind.PARTY and body.region != "states" else None


def unit_of_a_group(naming: Naming) -> GroundedActor | None:
    """Return the group that a numbered or named unit is of: "the 12th Front of the FARC", "the Harbour Brigade of Hamas"."""
    phrase = naming.phrase
    if phrase.head_key not in _UNITS or phrase.link != "of" or phrase.before:
        return None
    inner = naming.starting_at(phrase.end + 1)
    match = inner.phrase.head_match if inner is not None else None
    name = choose(match, naming.context) if match is not None else None
    if name is None or name.sense is not Sense.NAME or name.actor.kind is not ActorKind.PARTY or name.actor.region == "states":
        return None
    return known(name.actor, naming.context, "alias", f"{phrase.head_key} of {name.actor.name}")


def _behind_of(phrase: NounPhrase) -> int | None:
    """Return where the body stands that men are of: behind "of" or "from", also of "men and women of"."""
    row = [w.key for w in phrase.words[phrase.end : phrase.end + 3]]
    if phrase.link in ("of", "from"):
        return phrase.end + 1
    pair = phrase.link == "and" and row[1:2] == ["women"] and row[2:] in (["of"], ["from"])
    return phrase.end + 3 if pair else None


def _its_people(naming: Naming) -> GroundedActor | None:
    """Return the armed group whose own people are told of: "the Lantern Front's people"; a land's people are civilians."""
    phrase = naming.phrase
    owner = phrase.before[-1] if phrase.head_key == "people" and phrase.before else None
    name = choose(owner, naming.context) if owner is not None else None
    if owner is None or name is None or not phrase.words[owner.last - 1].text.endswith(("'s", "’s", "s'", "s’")):
        return None
    if [w.key for w in phrase.words[owner.last : phrase.head]] not in ([], ["own"]) or name.sense is not Sense.NAME:
        return None
    last = phrase.words[owner.last - 1].key
    land = last in lexicon.PEOPLES or last in naming.context.places or "republic" in last or name.actor.sector == "GOV"
    group = name.actor.kind is ActorKind.PARTY and name.actor.region != "states" and last not in _LANDS
    return known(name.actor, naming.context, "role-of", f"people of {name.actor.name}") if group and not land else None


def men_of_a_body(naming: Naming) -> GroundedActor | None:
    """Return the armed body that men are of: "men of the Wagner group"; also one that is not named: "militia boys", "rebel members"."""
    phrase = naming.phrase
    if (people := _its_people(naming)) is not None:
        return people
    at = _behind_of(phrase)
    if phrase.head_key in lexicon.MEN and at is not None and not phrase.before:
        body, inner = naming.rest(at), naming.starting_at(at)
        named = body is not None and body.inter in (2, 3, 8) and body.basis in ("alias", "role-of")
        # "Men of the army", "men from the Interior Ministry" are the state's, those of a town's council need not be.
        armed = inner is not None and inner.phrase.head_key in _ARMS
        if body is not None and body.actor_id is not None and (named or armed):
            return replace(body, basis="role-of", reason=f"{phrase.head_key} of {body.name}")
    if (unlisted := men_of_an_unlisted_body(naming)) is not None:
        return unlisted
    if phrase.head_key not in lexicon.MEN or not set(phrase.modifiers) & (lexicon.MILITIA | {"rebel", "insurgent", "guerrilla"}):
        return None
    return unlisted_group(naming) or fighters(naming)
