"""The sides of a war by what they are called after: who backs them, whom they are for or against, "the rebels", "the coalition"."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from fogline.grounding import actor_people as people
from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import choose, plain_name
from fogline.grounding.grounding import Actor, ActorKind, GroundedActor
from fogline.grounding.known_actor import known, known_by_id
from fogline.grounding.naming import Naming
from fogline.grounding.noun_phrase import NounPhrase
from fogline.grounding.registry import YamlRegistry, text_words, words
from fogline.grounding.report_context import ReportContext, named_in
from fogline.grounding.state_units import unit_of_the_state
from fogline.grounding.wars import war_of
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role

__all__ = [
    "UNNAMED_SIDES",
    "allies_of",
    "called_after_backers",
    "civil_opposition",
    "coalition_told_of",
    "fights_them",
    "for_or_against",
    "group_tied_to",
    "militants",
    "rebels",
    "rebels_at_war",
    "said_of_them",
]

# Sides that are known by no organisation's name.
UNNAMED_SIDES = frozenset({"rebels", "pro-government forces", "pro-government militias"})
_AGAINST = frozenset({"counter", "anti"})
# Behind rebels these say what they did to somebody's place, or who is said to be close to them.
_HELD_BY = frozenset({"held", "linked", "hit", "infested", "affected", "prone"})
# What tells such groups apart: who wants a state of their own is no jihadist, "rebels" and "jihadists" are two.
_SEPARATISTS = frozenset({"separatist", "separatists", "secessionist", "secessionists"})
_PLAIN_REBELS = frozenset({"rebel", "rebels", "guerrilla", "guerrillas"})
_INSURGENTS = frozenset({"insurgent", "insurgents", "insurgency"})
_ROOTS = frozenset({"al-qaida", "islamic-state"})
_CALLED_AFTER_CREED = frozenset({"sunna", "sharia", "dine", "taliban"})
# How a state stands to the force that fights for it: "Rwandan-backed rebels".
_BACKED = frozenset({"backed", "supported", "allied", "aligned", "sponsored", "controlled"})
_TIED = _BACKED | {"led", "held", "run"}
_LOYALISTS = frozenset({"loyalist", "loyalists"})
_MOBS = frozenset({"mob", "mobs", "gang", "gangs", "crowd", "crowds"})
_OCCUPYING = frozenset({"occupation", "occupying", "invasion", "invading"})
# "Non-government-controlled": whoever holds it, the government does not.
_GOVERNMENTS = frozenset({"government", "state", "regime"})
_NON = frozenset({"non-", "non‑", "non‐", "non–", "non "})
# A coalition of these is no alliance of armies.
_OF_PARTIES = word_set(
    "national opposition exiled ruling governing medical aid relief rights civil civic political party election electoral women environmental"
)
# "Russia's Security Council", "the National Security Council" are a state's.
_ANOTHERS_COUNCIL = re.compile(
    r"(?<!\bUN)(?<!U\.N\.)(?<!Nations)['’]s? Security Council|\b(?:National|Supreme|[A-Z]\w+(?:an|ish|ese)) Security Council"
)
_COUNCIL = re.compile(r"\b([A-Z][\w’'-]*) [Cc]ouncil\b")
_GROUND = word_set(
    "territory territories town towns city cities village villages land side part parts settlement settlements positions checkpoint checkpoints"
)


def called_after_backers(naming: Naming) -> GroundedActor | None:
    """Return who is called after those who stand behind them: "Turkish-backed rebels", "the Kurdish-led forces", "the coalition"."""
    phrase, role, context = naming.phrase, naming.role, naming.context
    key, year = phrase.head_key, context.year or 9999
    backing = {(m.name.actor.id, how) for m, how in phrase.compounds}
    syria = context.war_country == "SY"
    if (context.war_country, "allied") in backing and key in lexicon.FORCES | lexicon.FIGHTERS and not phrase.before:
        return naming.state_at_war("the state at war and its allied forces")
    if any(m.name.actor.region != "states" and m.name.actor.id != "kurdish-forces" for m in phrase.before):
        return None
    if (war := context.war) is not None and not phrase.before and not phrase.compounds:
        said = {key, *phrase.modifiers}
        since = war.paramilitaries_since or 0
        if war.paramilitaries and said & {"paramilitary", "paramilitaries"} and year >= since:
            return naming.by_id(war.paramilitaries, f"the paramilitaries in the war of {war.country}")
        if war.loyalists and _LOYALISTS & said and key in _LOYALISTS | lexicon.FIGHTERS | lexicon.MILITIA | _MOBS:
            return naming.by_id(war.loyalists, f"the loyalists in the war of {war.country}")
        if war.occupier and (key in ("occupation", "occupier", "occupiers") or (said & _OCCUPYING and key in lexicon.FORCES)):
            return naming.by_id(war.occupier, f"the occupying power in the war of {war.country}")
    if key == "community" and "international" in phrase.modifiers:
        return GroundedActor("international community", ActorKind.OTHER, None, 8, "description", "states at large")
    if key == "europe" and len(phrase.words) == 1:
        return naming.by_id("eu", "Europe as an actor")
    if key == "staff" and "general" in phrase.modifiers and not phrase.before:
        whose = naming.rest(phrase.end + 1) if phrase.link == "of" else None  # "the general staff of the front"
        if whose is not None and whose.actor_id is not None:
            return whose
        return naming.state_at_war("the general staff of the state at war")
    if (
        key == "council"
        and "security" in phrase.modifiers
        and not phrase.before
        and not {"national", "supreme"} & set(phrase.modifiers)
    ):
        return naming.by_id("un", "the Security Council is the United Nations'")
    if key == "council" and _is_the_security_council(naming):
        return naming.by_id("un", "the Security Council, named in full before")
    if key in lexicon.CLERGY and lexicon.OTHER_CHURCHES.isdisjoint(phrase.modifiers):
        return naming.by_id("catholic-church", f"{key} of the church")
    if (
        syria
        and "arab" in phrase.modifiers
        and any(m.name.actor.id == "kurdish-forces" for m in phrase.before)
        and (key in lexicon.COALITION | lexicon.FORCES | lexicon.FIGHTERS or lexicon.COALITION & set(phrase.modifiers))
        and year >= 2015
    ):
        return naming.by_id("sdf", "the Kurdish and Arab alliance in Syria")
    if ("kurdish-forces", "led") in backing and (
        key in lexicon.FORCES or key in lexicon.FIGHTERS or key in lexicon.COALITION or key == "militia"
    ):
        sdf = naming.registry.get("sdf")
        if sdf and year >= 2015:
            return known(sdf, context, "description", "the Kurdish-led force in Syria from October 2015")
    own_ground = all(m.name.actor.id == context.war_country for m in phrase.before)  # "US-backed Syrian fighters"
    if backing & {("US", "led"), ("US", "backed")} and own_ground:
        if ("US", "led") in backing and (
            (year >= 2014 and context.war_country in ("SY", "IQ", None)) or key in lexicon.COALITION
        ):
            return naming.by_id("us-coalition", "the coalition that the United States lead")
        if syria and year >= 2016 and key in lexicon.FORCES | lexicon.FIGHTERS | lexicon.COALITION:
            return naming.by_id("sdf", "the force that the United States back in Syria")
    turkish = {("TR", how) for how in ("backed", "allied", "aligned", "supported", "sponsored", "armed", "funded", "pro")}
    if (
        syria
        and (turkish & backing or _tied_to("TR", phrase))
        and key in lexicon.FORCES | lexicon.FIGHTERS | lexicon.REBELS | lexicon.MILITANTS
    ):
        return naming.by_id("fsa", "Syrian rebels whom Turkey backs")
    if ("SA", "led") in backing and (key in lexicon.COALITION or key in lexicon.FORCES):
        return naming.by_id("saudi-coalition", "the coalition that Saudi Arabia lead")
    if ("RU", "backed") in backing and context.war_country == "UA" and key in lexicon.REBELS | lexicon.FIGHTERS | lexicon.FORCES:
        return naming.by_id("donbas-separatists", "separatists whom Russia backs")
    if key in lexicon.FORCES | lexicon.FIGHTERS | lexicon.REBELS | lexicon.MILITANTS | lexicon.MILITIA and own_ground:
        for state, how in sorted(backing):
            if how in _BACKED and (allied := allies_of(naming.registry, state, context)) is not None:
                return allied
    if key == "coalition" and not _OF_PARTIES.isdisjoint(phrase.modifiers):
        if syria and "opposition" in phrase.modifiers and year >= 2012:
            return naming.by_id("snc", "the coalition of the opposition in Syria's war")
        return None  # of parties or helpers, and no alliance of armies
    if key == "coalition" or (_of_the_coalition(phrase) and key in lexicon.FORCES | lexicon.POSTS | lexicon.POSSESSIONS):
        return coalition_told_of(naming.registry, context)
    if key in lexicon.PEACEKEEPERS and not phrase.before and phrase.link not in ("of", "from"):
        return _mission(naming.registry, context)
    if (
        (key in lexicon.MONITORS and role is Role.ORIGIN)
        or key == "observatory"
        or (key in ("group", "organisation") and "monitoring" in phrase.modifiers)
        or (role is Role.ORIGIN and _told_by_its_seat(phrase))
    ):
        return _monitor(naming)
    return None


def _is_the_security_council(naming: Naming) -> bool:
    """Tell whether a bare "the Council" is the Security Council of which the report told before, and of no other council by its name."""
    phrase, text = naming.phrase, naming.context.text
    head = phrase.words[phrase.head]
    bare = head.text == "Council" and set(phrase.modifiers) <= {"the"} and not phrase.before and phrase.link != "of"
    before = text[: head.start]
    named = "Security Council" in before and _ANOTHERS_COUNCIL.search(before) is None
    return bare and named and set(_COUNCIL.findall(text)) <= {"Security", "The"}


def _of_the_coalition(phrase: NounPhrase) -> bool:
    """Tell whether something before the head is the coalition's, and not backed by it: "coalition jets", not "coalition-backed troops"."""
    found = phrase.words
    return any(found[n].key == "coalition" and found[n + 1].key not in _TIED for n in range(phrase.start, phrase.head))


def for_or_against(naming: Naming) -> GroundedActor | None:
    """Return those who are for or against somebody, and those who are known by what they do: "forces loyal to …", "suicide bombers"."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    if (others := _not_the_governments(naming)) is not None:
        return others
    if people.against_the_state(phrase, context.war_country):
        return (
            rebels(naming.registry, context, said={phrase.head_key, *phrase.modifiers})
            if context.war
            else GroundedActor("rebels", ActorKind.PARTY, None, 2, "description", "against the state, no group named")
        )
    if (
        context.war_country
        and people.regular_unit(phrase, text, context.all_caps)
        and not any(m.name.actor.region != "states" for m in phrase.before)
    ):
        state = next((m.name.actor for m in reversed(phrase.before) if m.name.actor.region == "states"), None)
        return known(state, context, "alias", "a unit of its army") if state else naming.state_at_war("a unit of the army")
    if (own := unit_of_the_state(naming)) is not None:
        return own
    if not phrase.before and (owner := _loyal(naming)) is not None:
        return owner
    return people.for_the_state(phrase, context.war_country) or people.suicide_attackers(phrase, context.text)


def _not_the_governments(naming: Naming) -> GroundedActor | None:
    """Return whose it is that the text says is not the government's: the rebels' ground is "non-government-controlled", a charity is nobody's."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    found = phrase.words
    denied = any(
        found[n].key in _GOVERNMENTS and n > phrase.start and text[found[n - 1].start : found[n].start].casefold() in _NON
        for n in range(phrase.start, phrase.head + 1)
    )
    if not denied:
        return None
    last = found[phrase.head]
    ground = phrase.head_key in _GOVERNMENTS or last.capital or phrase.head_key in _GROUND | lexicon.GROUNDS | lexicon.FORCES
    if ground and context.war is not None:
        return rebels(naming.registry, context)
    printed = plain_name(text[found[phrase.start].start : last.end], context.all_caps)
    return GroundedActor(printed, ActorKind.OTHER, None, None, "description", f"{printed}: not of the government")


def said_of_them(phrase: NounPhrase) -> frozenset[str]:
    """Return the words before a noun, without rebels and militants whom only half a compound names: "rebel-held", "counter-terrorism"."""
    return frozenset(phrase.modifiers) - {phrase.words[n].key for n in _halves(phrase)}


def fights_them(phrase: NounPhrase) -> bool:
    """Tell whether a phrase is of those who fight rebels or terror: "counter-terrorism police", "anti-terrorist units"."""
    return any(n > phrase.start and phrase.words[n - 1].key in _AGAINST for n in _halves(phrase))


def _halves(phrase: NounPhrase) -> list[int]:
    """Return where rebels or militants are named in a compound that says whom somebody fights, or who holds a place."""
    found = phrase.words
    # Rebel-held towns are the rebels', the council of one is not, nor whoever is in one.
    inside = phrase.start > 0 and found[phrase.start - 1].key in ("in", "inside", "from")
    held = _HELD_BY if inside or phrase.head_key in lexicon.FORCES | lexicon.POSTS else _HELD_BY - {"held"}
    sides = [n for n in range(phrase.start, phrase.head) if found[n].key in lexicon.REBELS | lexicon.MILITANTS | {"terror"}]
    return [
        n
        for n in sides
        if (n > phrase.start and found[n - 1].key in _AGAINST)
        or (found[n + 1].key in held and found[n + 1].start == found[n].end + 1 and n + 1 < phrase.head)
    ]


def _tied_to(state: str, phrase: NounPhrase) -> bool:
    """Tell whether the words behind a phrase say that a state stands by them: "rebels backed by Ankara"."""
    behind = [m for m in phrase.matches if m.first >= phrase.end and m.name.actor.id == state]
    ties = {w.key for w in phrase.words[phrase.end : behind[0].first]} if behind else set()
    return bool(
        ties & {"backed", "supported", "allied", "affiliated", "alongside", "armed", "trained", "funded", "loyal", "under"}
    )


def _loyal(naming: Naming) -> GroundedActor | None:
    """Return whose side "forces loyal to …" and "fighters allied to …" are on, and whose "positions belonging to …" are."""
    phrase, context = naming.phrase, naming.context
    if phrase.link not in ("loyal", "allied", "belonging", "affiliated", "linked", "tied"):
        return None
    if phrase.link == "belonging" and phrase.words[phrase.end + 1 :][:1] and phrase.words[phrase.end + 1].key == "to":
        return naming.rest(phrase.end + 2)
    armed = lexicon.FORCES | lexicon.FIGHTERS | lexicon.MILITANTS | lexicon.MILITIA
    # A commander is of whom he is loyal to; an official who is allied to somebody has an office of his own.
    officer = phrase.link == "loyal" and phrase.head_key in lexicon.POSTS - lexicon.PRIVATE_POSTS
    if phrase.head_key not in armed and not officer:
        return None
    behind = next((m for m in phrase.matches if m.first > phrase.end), None)
    to = {w.key for w in phrase.words[phrase.end : behind.first]} if behind else set()
    name = choose(behind, context) if behind is not None and to & {"to", "with"} else None
    return known(name.actor, context, "description", f"{phrase.link} to {name.actor.name}") if name else None


def group_tied_to(registry: YamlRegistry, body: Actor, context: ReportContext) -> Actor:
    """Return the one group of the war's country that a body has there: "Islamic State-linked insurgents"; the body itself where it has none or several."""
    country = context.war_country
    theirs = [a for a in registry if a.parent == body.id and a.country == country and _alive(registry, a.id, context)]
    return theirs[0] if len(theirs) == 1 and body.country != country else body


def coalition_told_of(registry: YamlRegistry, context: ReportContext) -> GroundedActor | None:
    """Return the coalition that the report names most, else that of the war."""
    named = [(n, a) for a, n in named_in(registry, context).items() if "coalition" in a.name.casefold()]
    if named:
        actor = max(named, key=lambda pair: pair[0])[1]
        return known(actor, context, "description", f"the coalition that the report names, {actor.name}")
    war = context.war
    if war and war.coalition and (context.year is None or context.year >= (war.coalition_since or 0)):
        return known_by_id(registry, war.coalition, context, f"the coalition in the war of {war.country}")
    return None


def _told_by_its_seat(phrase: NounPhrase) -> bool:
    """Tell whether a body is only told of by where its office is: "the Britain-based group"."""
    before = {w.key for w in phrase.words[phrase.start : phrase.head]}
    return (
        phrase.head_key in ("group", "organisation", "organization")
        and "based" in before
        and set(phrase.modifiers) <= {"the", "based"}
    )


def _monitor(naming: Naming) -> GroundedActor | None:
    """Return the monitor that the report names most, else that of Syria's war; "another monitor" is neither."""
    registry, context, phrase = naming.registry, naming.context, naming.phrase
    if phrase.words[phrase.start].key in ("another", "other"):
        printed = plain_name(naming.text[phrase.words[phrase.start + 1].start : phrase.words[phrase.head].end], context.all_caps)
        return GroundedActor(printed, ActorKind.MONITOR, None, None, "description", "a monitor besides the one that is named")
    named = [(n, a) for a, n in named_in(registry, context).items() if a.kind is ActorKind.MONITOR]
    if named:
        actor = max(named, key=lambda pair: pair[0])[1]
        return known(actor, context, "description", f"the monitor that the report names, {actor.name}")
    elsewhere = _told_by_its_seat(phrase) and all(m.name.actor.id != "GB" for m in phrase.matches)
    if context.war_country != "SY" or elsewhere:
        return None
    return known_by_id(registry, "sohr", context, "the monitor of Syria's war")


def _mission(registry: YamlRegistry, context: ReportContext) -> GroundedActor | None:
    """Return the mission in the war's country that the report names and bare peacekeepers are of, None if it names none or several."""
    named = [a for a in named_in(registry, context) if a.kind is ActorKind.UN and a.country and a.country == context.war_country]
    return (
        known(named[0], context, "description", f"the mission that the report names, {named[0].name}")
        if len(named) == 1
        else None
    )


def civil_opposition(said: Set[str], context: ReportContext) -> bool:
    """Tell whether "the opposition" are politicians: wherever it is not what a war's rebels are called, or no arms are told of.

    In Syria from 2011 on "the opposition" fights; in most countries it sits in parliament or in prison.
    """
    if said & (lexicon.REBELS - {"opposition", "oppositionists"}) or not said & {"opposition", "oppositionists"}:
        return False
    if context.war is not None and context.war.rebels == "rebels":
        return False
    return not said & (
        lexicon.MILITIA | {"fighter", "fighters", "forces", "force", "armed", "troops", "commander", "soldiers", "combatants"}
    )


def rebels(
    registry: YamlRegistry, context: ReportContext, *, named: bool = False, said: Set[str] = frozenset()
) -> GroundedActor | None:
    """Return the insurgents that the report names most, else those of the war; without either just "rebels".

    Of a leader who is ``named`` only what the report says is taken: in a war of many groups a name may be of any. What they are
    ``said`` to be selects among several: separatists are no jihadists.
    """
    war = context.war
    if war is None or war.rebels == "rebels":
        return GroundedActor("rebels", ActorKind.PARTY, None, 2, "description", "opposition fighters, no group named")
    if war.separatists is not None and said & _SEPARATISTS and _alive(registry, war.separatists, context):
        return known_by_id(registry, war.separatists, context, f"the separatists in the war of {war.country}")
    leading = _leading_group(registry, context, said)
    if leading is not None and _fights_rebels(registry, leading, context):
        return GroundedActor(
            "rebels", ActorKind.PARTY, None, 2, "description", "those whom a neighbour's group fights, not named"
        )
    if leading is not None:
        return known(leading, context, "description", f"the insurgent group that the report names, {leading.name}")
    theirs = war.rebels
    if theirs is None and said & _INSURGENTS and (context.year or 9999) >= (war.militants_since or 0):
        theirs = war.militants
    if theirs and not named and _alive(registry, theirs, context):
        return known_by_id(registry, theirs, context, f"the insurgents in the war of {war.country}")
    return GroundedActor("rebels", ActorKind.PARTY, None, 2, "description", "insurgents, no group named")


def _fights_rebels(registry: YamlRegistry, group: Actor, context: ReportContext) -> bool:
    """Tell whether a group also fights in another war that the report names and in which "rebels" are of no one group: they are its foes."""
    if group.country != context.war_country:
        return False
    abroad = (war_of(country, context.year) for country in group.party_in if country != group.country)
    plain = {war.country for war in abroad if war is not None and war.rebels == "rebels"}
    return any(a.id in plain for a in named_in(registry, context))


def rebels_at_war(registry: YamlRegistry, context: ReportContext) -> GroundedActor | None:
    """Return the insurgents in the war that a report tells of, None without a war."""
    return rebels(registry, context) if context.war is not None else None


def _alive(registry: YamlRegistry, actor_id: str, context: ReportContext) -> bool:
    """Tell whether a group was there in the year of the report."""
    actor, year = registry.get(actor_id), context.year
    return actor is not None and (year is None or (actor.since or 0) <= year <= (actor.until or 9999))


def allies_of(registry: YamlRegistry, actor_id: str, context: ReportContext) -> GroundedActor | None:
    """Return the forces that fight beside a state in the war, for a bare "its allies" or "its proxies"."""
    war = context.war
    allied = dict(war.allies).get(actor_id) if war is not None else None
    return known_by_id(registry, allied, context, f"allies in the war of {context.war_country}") if allied is not None else None


def _leading_group(registry: YamlRegistry, context: ReportContext, said: Set[str] = frozenset()) -> Actor | None:
    """Return the insurgent group of the war's country that the report names most, of those that may be ``said`` to be such.

    Of several that are named alike it is the one that the report last calls so ("the Lantern rebels"), else none.
    """
    here = {
        a: n
        for a, n in named_in(registry, context).items()
        if a.kind is ActorKind.PARTY and a.region != "states" and a.inter == 2 and context.war_country in (a.country, *a.party_in)
    }
    jihadists = {a for a in here if _is_jihadist(registry, a)}
    if said & _SEPARATISTS:
        here = {a: n for a, n in here.items() if a not in jihadists}
    elif said & (lexicon.MILITANTS | _PLAIN_REBELS):
        alike = jihadists if said & lexicon.MILITANTS else here.keys() - jihadists
        here = {a: n for a, n in here.items() if a in alike} or here
    most = [a for a, n in here.items() if n == max(here.values())]
    return most[0] if len(most) == 1 else _last_called(registry, context, most, said)


def _is_jihadist(registry: YamlRegistry, actor: Actor) -> bool:
    """Tell whether a group is of al-Qaeda or Islamic State, or called after their creed."""
    if actor.id in _ROOTS or actor.parent in _ROOTS:
        return True
    parent = registry.get(actor.parent) if actor.parent else None
    called = {w.key for name in (actor.name, *actor.aliases) for w in words(name)}
    return bool(called & _CALLED_AFTER_CREED) or (parent is not None and parent is not actor and _is_jihadist(registry, parent))


def _last_called(registry: YamlRegistry, context: ReportContext, groups: Sequence[Actor], said: Set[str]) -> Actor | None:
    """Return the one of some groups beside whose name a word last stands that they are ``said`` to be: "M23 rebels"."""
    found = text_words(context.text)
    stems = {w.removesuffix("s") for w in said & (lexicon.REBELS | lexicon.MILITANTS)}
    for m in reversed(registry.matches(found, context.all_caps, context.year, context.home)):
        beside = found[max(0, m.first - 2) : m.first] + found[m.last : m.last + 1]
        if m.name.actor in groups and any(w.key.removesuffix("s") in stems for w in beside):
            return m.name.actor
    return None


def militants(naming: Naming) -> GroundedActor | None:
    """Return the armed group that the report names where "the militants" are told of, else "militants"."""
    phrase, context, registry = naming.phrase, naming.context, naming.registry
    war = context.war
    counts = named_in(registry, context)
    definite = phrase.words[phrase.start].key in ("the", "these", "those") or phrase.head_key.startswith(("jihad", "extremist"))
    if war and war.country in ("SY", "IQ"):
        held = registry.get("islamic-state")
        rivals = max((n for a, n in counts.items() if a.id in ("hts", "al-qaida", "ahrar-al-sham", "jaish-al-fatah")), default=0)
        if held and definite and counts[held] >= 2 and counts[held] > rivals and (context.year or 9999) >= 2014:
            return known(held, context, "description", "the militants that the report names")
    elif war:
        leading = _leading_group(registry, context, {phrase.head_key, *phrase.modifiers} & lexicon.MILITANTS)
        if leading is not None and (definite or counts[leading] >= 2):
            return known(leading, context, "description", f"the militants that the report names, {leading.name}")
    return GroundedActor("militants", ActorKind.PARTY, None, 2, "description", "armed militants, no group named")
