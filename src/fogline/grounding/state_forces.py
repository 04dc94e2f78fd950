"""What belongs to a state: its arms, seats and offices; the state at war's where no other is named."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import choose, plain_name, printed_words
from fogline.grounding.actor_people import helps
from fogline.grounding.datelines import told_from
from fogline.grounding.grounding import Actor, ActorKind, GroundedActor
from fogline.grounding.known_actor import described, known
from fogline.grounding.naming import Naming
from fogline.grounding.noun_phrase import NounPhrase
from fogline.grounding.registry import Match, Name, Sense, YamlRegistry, text_words
from fogline.grounding.report_context import ReportContext, named_in
from fogline.grounding.state_units import crew, is_designation, of_rank
from fogline.grounding.told_in import told_in
from fogline.grounding.war_sides import allies_of, civil_opposition, coalition_told_of, fights_them, militants, rebels
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role

__all__ = ["HAVE_SECRETARIES", "agency", "force", "office", "owned", "seat_of_holder"]

# Titles by which few states call whom others call ministers. Bare, in a war elsewhere, they are the best known state's.
_SECRETARIES = {"defence": "GB", "defense": "US", "home": "GB"}
HAVE_SECRETARIES = frozenset(["GB", "US", "PH", "MX", "HN", "KE", "PK", "IN", "LK", "BD", "NP", "ZA", "AU", "PG"])
_SOLDIERLY = word_set("army military soldiers soldier troops warplanes jets tanks tank artillery navy airforce helicopters air")
_SEATED = frozenset(
    [
        "government",
        "authorities",
        "regime",
        "embassy",
        "ministry",
        "cabinet",
        "parliament",
        "junta",
        "rulers",
        "administration",
        "police",
        "court",
        "courts",
    ]
)
# Before these a word says what they are for, or what is thought of them: "the oil ministry", "a corrupt regime".
_SUBJECTS = word_set("ministry ministries department dept court courts tribunal")
_POLICE = word_set("police policemen policeman policewomen")
_CIVIL = (_SEATED - _POLICE | _SUBJECTS) | word_set(
    "governments govt regimes authority council congress senate legislature presidency consulate ruler agents agent"
)
_OF_THE_STATE = frozenset(["government", "regime", "army", "ministry"])
# Said of forces that anyone may have, they leave them with the state.
_OF_ITS_ARMS = word_set("government regime junta army military state security police armed loyalist uniformed")
_FLYING_FOR_IT = word_set("force forces plane planes helicopters gunships")
# Told of by no owner they may be those of a foreign air force that the report names.
_JETS = lexicon.FLYING - word_set("helicopters gunships airforce airstrikes")
# Whoever these are of, they sit in its capital.
_COMMANDS = word_set("command commands staff headquarters")
_ARMIES = word_set("army military force airforce navy")
# Whoever rules by custom, rules a town or a people.
_BY_CUSTOM = word_set("traditional customary local tribal paramount village district community religious")
_GOING_HOME = re.compile(r"\b(?:withdr\w+|pull\w*|remov\w+|evacuat\w+|expel\w*|oust\w*|driv\w+|drove)\b[^.,;]*$", re.IGNORECASE)
# "Nato allies" and "Kurdish allies" are of them.
_OF_ALLIES = frozenset(["nato", "kurdish-forces"])
# Whoever calls itself a state: "the ministry of the self-proclaimed …".
_BREAKAWAY = word_set("proclaimed styled declared breakaway unrecognised unrecognized secessionist")
_OWNING = frozenset(["our", "its", "their", "his", "her"])
# Told of in a capital these are the state's of which it is.
_IN_ITS_CAPITAL = word_set("administration court courts")
# What the police and the army drive is theirs.
_DRIVEN = word_set("lorry lorries truck trucks van vans car cars jeep jeeps pickup pickups")
_DRIVING = word_set("army military police")
_UNIFORM = frozenset(["uniform", "uniforms"])
# Whose aircraft that is nobody knows.
_UNKNOWN = word_set("unknown unidentified undetermined unspecified uncertain")
# "Soldiers of the opposition" are none of the state's.
_OTHER_SIDES = (lexicon.REBELS | word_set("opposition")) - word_set("oppositionists")
_GUARDED = frozenset(["presidential", "republican"])
# Of these countries at war none has a senate; "the Senate" that votes on money for them is the American one.
_WITHOUT_SENATE = word_set("UA SY IL PS LB IR YE LY TR SD GE AZ AM BA HR XK RU MM LK NP IN ML BF NE SV GT NI GB")
_SENTENCE_OPENS = re.compile(r"(?:^|[.!?:\n”\"])[\s“\"]*$")


def force(naming: Naming) -> GroundedActor | None:
    """Return whose arms or seats the words tell of: the name before them, or behind "of"; else the state at war."""
    phrase, context = naming.phrase, naming.context
    key = phrase.head_key
    if (soldiers := of_rank(naming)) is not None:
        return soldiers
    if (
        key in ("interior", "defence", "defense")
        and phrase.start == phrase.head
        and naming.text.startswith(" and ", phrase.words[-1].end)
    ):
        # "Interior and defence ministry forces", marked one by one.
        return naming.state_at_war(f"the {key} ministry of the state at war")
    if (few := crew(naming)) is not None:
        return few
    guard = key == "guard" and not _GUARDED.isdisjoint(phrase.modifiers)
    if key not in lexicon.FORCES and not guard and not is_designation(naming):
        return None
    if phrase.before:
        name = choose(phrase.before[-1], context)
        if name is not None:
            what = key if key in lexicon.FORCES or guard else "arms"
            return known(name.actor, context, "alias", f"{what} of {name.actor.name}")
    if key not in lexicon.FORCES and not guard:
        return None
    if key in lexicon.PEACEKEEPERS and phrase.link != "from":
        return None  # of a state by its name, and never of the one at war
    if fights_them(phrase) and not phrase.compounds:
        return naming.state_at_war(f"the {key} of the state at war, against its enemies")
    mods = set(phrase.modifiers)
    if key in ("ruler", "rulers") and mods & _BY_CUSTOM:
        return None
    behind = {w.key for w in phrase.words[phrase.end + 1 : phrase.end + 3]} if phrase.link == "of" else set()
    if "enemy" in behind or behind & _UNKNOWN:
        return None  # whoever that is, it is not the side that speaks
    if (seated := _of_another_seat(naming) or _in_uniform(naming) or _of_a_breakaway(naming)) is not None:
        return seated
    if phrase.link in ("of", "in", "to", "from", "at", "for"):
        inner = naming.rest(phrase.end + 1)
        if (
            inner is not None
            and inner.actor_id
            and (phrase.link in ("of", "to") or (phrase.link == "from" and inner.kind is ActorKind.PARTY) or key in _SEATED)
        ):
            return inner
        if behind & _OTHER_SIDES and key not in _SEATED:
            return rebels(naming.registry, context) if context.war is not None else None
    own = not _OWNING.isdisjoint(mods)
    if key in _SEATED and (ruler := _run_by(naming)) is not None:
        return known(ruler, context, "role-of", f"{key} run by {ruler.name}")
    if phrase.compounds or own or not _may_be_the_states(naming):
        return None
    # Anyone has drones and a command, an army is the state's.
    weak = key in lexicon.WEAK_FORCES
    flown = mods & {"air", "navy", "naval"} and key in _FLYING_FOR_IT
    if weak and not mods & _OF_ITS_ARMS and not flown:
        seat = told_in(naming.registry, context, phrase.words[0].start) if key in _IN_ITS_CAPITAL else None
        return known(seat, context, "description", f"the {key}, told of in {seat.name}") if seat is not None else None
    at_war_cabinet = key == "cabinet" and mods & {"war", "security"}
    if context.war is not None and context.war.army and ({key, *mods} & _SOLDIERLY or at_war_cabinet):
        return naming.by_id(context.war.army, f"the {key} in the war of {context.war.country}, which has no army of its own")
    if key == "senate" and context.war_country in _WITHOUT_SENATE and (senate := _american(naming)) is not None:
        return senate
    if key in _JETS and not mods - lexicon.DETERMINERS - lexicon.PLAIN_TROOPS and (flying := _flying_abroad(naming)):
        return flying
    if key in _JETS and context.war is not None and context.war.flies_for_it(context.year) and mods <= lexicon.DETERMINERS:
        return naming.by_id(context.war.air or "", f"{key} in the war of {context.war.country}, which has none of its own")
    if key not in lexicon.WEAK_FORCES and (seat := told_in(naming.registry, context, phrase.words[0].start)) is not None:
        return known(seat, context, "description", f"the {key}, told of in {seat.name}")
    if (there := told_from(naming.registry, context, phrase.words[phrase.head].start)) is not None:
        return known(there, context, "description", f"the {key}, told of from {there.name}")
    return _of_who_rules(naming, f"the {key} of the state at war")


def _of_who_rules(naming: Naming, reason: str) -> GroundedActor | None:
    """Return the state at war, or the one that rules its country in that war: the police in Kosovo in 1998 are Serbia's.

    "Its minister" is of whoever was told of before, and stays with the state at war for that to be looked up.
    """
    war = naming.context.war
    if war is None or war.government is None or not _OWNING.isdisjoint(naming.phrase.modifiers):
        return naming.state_at_war(reason)
    return naming.by_id(war.government, f"{reason}, which another rules")


def _american(naming: Naming) -> GroundedActor | None:
    """Return the United States if the report names them: whose senate it is where the state at war has none."""
    named = any(a.id == "US" for a in named_in(naming.registry, naming.context))
    return naming.by_id("US", "the senate: the state at war has none") if named else None


def _of_a_breakaway(naming: Naming) -> GroundedActor | None:
    """Return the self-styled state whose arms or seats are told of, by its printed name if it is not on file.

    "The defence ministry of the breakaway Republic of Orvat" is not that of the state which Orvat broke away from.
    """
    phrase = naming.phrase
    lead = {w.key for w in phrase.words[phrase.end + 1 : phrase.end + 4]}
    if phrase.link not in ("of", "in") or _BREAKAWAY.isdisjoint(lead) or naming.context.all_caps:
        return None
    inner = naming.rest(phrase.end + 1)
    if inner is not None and inner.actor_id is not None:
        return inner if inner.kind is ActorKind.PARTY and inner.actor_id != naming.context.war_country else None
    name = next((n for n, w in enumerate(phrase.words) if n > phrase.end and w.capital), None)
    body = naming.starting_at(name) if name is not None else None
    if name is None or body is None:
        return None
    last = body.phrase.head
    if body.phrase.link == "of" and (behind := naming.starting_at(body.phrase.end + 1)) is not None:
        last = behind.phrase.head
    printed = plain_name(naming.text[phrase.words[name].start : phrase.words[last].end], False)
    return GroundedActor(printed, ActorKind.PARTY, None, None, "role-of", f"{phrase.head_key} of {printed}, not in the registry")


def _of_another_seat(naming: Naming) -> GroundedActor | None:
    """Return another state than the one at war whose command sits in its capital, or whose soldiers come from it.

    "The military command in Tel Aviv", "the army in Damascus said", "soldiers from Chad"; not "withdraw troops from Chad".
    """
    phrase, context, key = naming.phrase, naming.context, naming.phrase.head_key
    inner = naming.starting_at(phrase.end + 1) if phrase.link in ("in", "from") else None
    match = inner.phrase.head_match if inner is not None else None
    name = choose(match, context) if match is not None else None
    if name is None or name.actor.region != "states" or name.actor.id == context.war_country:
        return None
    if phrase.link == "in":
        commands = key in _COMMANDS or (key in _ARMIES and naming.role is Role.ORIGIN)
        told = commands and name.sense is Sense.SEAT
    else:
        before = naming.text[max(0, phrase.words[0].start - 60) : phrase.words[0].start]
        told = key not in _CIVIL and name.sense is Sense.NAME and _GOING_HOME.search(before) is None
    return known(name.actor, context, "alias", f"{key} {phrase.link} {name.text}") if told else None


def _in_uniform(naming: Naming) -> GroundedActor | None:
    """Return the state whose uniform soldiers wear, where no more is told of them: "soldiers in Orvat uniform"."""
    phrase, found = naming.phrase, naming.phrase.words
    worn = next(
        (m for m in phrase.matches if m.first > phrase.end and m.last < len(found) and found[m.last].key in _UNIFORM), None
    )
    name = choose(worn, naming.context) if worn is not None and phrase.link == "in" and worn.first <= phrase.end + 3 else None
    if name is None or name.actor.region != "states" or name.sense is not Sense.ADJECTIVE:
        return None
    return known(name.actor, naming.context, "description", f"in the uniform of {name.actor.name}")


def _flying_abroad(naming: Naming) -> GroundedActor | None:
    """Return the one side from abroad whose jets the report tells of, if it tells of none of the state at war: then jets of nobody are its."""
    context = naming.context
    flown = _flown_by(naming.registry, context)
    abroad = naming.registry.get(next(iter(flown))) if len(flown) == 1 else None
    if (
        abroad is None
        or abroad.id == context.war_country
        or context.war is None
        or not context.war.has_party(abroad, context.year)
    ):
        return None
    return known(abroad, context, "description", f"the only ones of whose jets the report tells, {abroad.name}")


@lru_cache(maxsize=16)
def _flown_by(registry: YamlRegistry, context: ReportContext) -> frozenset[str]:
    """Return those of whose aircraft a report tells: "Russian jets", "planes of the Saudi-led coalition", "coalition warplanes"."""
    found = text_words(context.text)
    flown = set()
    for m in registry.matches(found, context.all_caps, context.year, context.home):
        behind = any(w.key in lexicon.FLYING | {"air"} and not w.opens for w in found[m.last : m.last + 2])
        before = [w.key for w in found[max(0, m.first - 3) : m.first]]
        if behind or ("of" in before[-2:] and before[-1] in ("of", "the") and not lexicon.FLYING.isdisjoint(before)):
            flown.add(m.name.actor.id)
    owners = {a.key for a, b in pairwise(found) if b.key in lexicon.FLYING and not b.opens}
    led = coalition_told_of(registry, context) if "coalition" in owners else None
    own = context.war_country if owners & _OF_ITS_ARMS else None
    return frozenset(flown | {a for a in (own, led.actor_id if led is not None else None) if a is not None})


def seat_of_holder(naming: Naming) -> GroundedActor | None:
    """Return whose seat is told by who holds it: "Prime Minister Ada Byrne's government", "the governor's office"."""
    phrase = naming.phrase
    if phrase.head_key not in _SEATED | {"office"} or phrase.head == phrase.start:
        return None
    holder = phrase.words[phrase.head - 1]
    posts = [w.key for w in phrase.words[phrase.start : phrase.head] if w.key in lexicon.STATE_POSTS | lexicon.LOCAL_POSTS]
    if not posts or not holder.text.endswith(("'s", "’s", "s'", "s’")):
        return None
    owner = naming.look_up(replace(naming, phrase=replace(phrase, head=phrase.head - 1, end=phrase.head, link="")))
    if owner is None or owner.actor_id is None:
        return None
    if owner.basis == "description" and phrase.head_key != "office" and holder.capital and holder.key not in lexicon.POSTS:
        return None  # of "Prime Minister Ada Byrne's government" nobody has said which state it is
    if owner.basis == "description":  # whose a governor's office is, the place that it tells of may say better
        return replace(owner, reason=f"{phrase.head_key}: {owner.reason}", person=None, also=())
    return replace(owner, basis="role-of", reason=f"{phrase.head_key} of {owner.name}", person=None, also=())


def _may_be_the_states(naming: Naming) -> bool:
    """Tell whether the words before arms or seats leave them with the state at war: "retreating troops", not "Karen forces".

    A word that is not known may say whose troops they are. Before a seat it may also say what it is for ("the oil ministry"),
    if it is no name; a place's name says where police and seats are.
    """
    phrase, context = naming.phrase, naming.context
    key, mods = phrase.head_key, set(phrase.modifiers)
    civil = key in _CIVIL or bool(mods & _OF_THE_STATE)
    if not civil and "foreign" in mods:
        return False
    plain = lexicon.STATE_MODIFIERS | lexicon.FORCES | lexicon.PLAIN_TROOPS | lexicon.DETERMINERS | lexicon.NUMBER_WORDS
    extra = {m for m in mods - plain - lexicon.QUANTIFIERS if not m.isdigit()}
    places = {word for place in context.places for word in place.split()} if civil or {key, *mods} & _POLICE else set()
    if not civil or extra & places:
        return extra <= places
    named = {w.key for w in phrase.words[phrase.start : phrase.head] if w.capital} if not context.all_caps else set()
    if key in _SUBJECTS and _opens_sentence(naming):
        named.discard(phrase.words[phrase.start].key)
    return len(extra) <= 1 and extra.isdisjoint(named | lexicon.WESTERN | lexicon.OF_OTHERS)


def _opens_sentence(naming: Naming) -> bool:
    """Tell whether a phrase begins with a capital only because a sentence does."""
    start = naming.phrase.words[naming.phrase.start].start
    return _SENTENCE_OPENS.search(naming.text, max(0, start - 20), start) is not None


def _run_by(naming: Naming) -> Actor | None:
    """Return the group that runs a seat of government: "the Houthi-run health ministry"."""
    runs = ("run", "controlled", "ruled", "administered", "led")
    actors = (m.name.actor for m, how in naming.phrase.compounds if how in runs)
    return next((a for a in actors if a.region != "states" and a.kind is ActorKind.PARTY), None)


def owned(naming: Naming) -> GroundedActor | None:
    """Return whom something belongs to, for which it stands: "Isis targets", "the Observatory's report", "the Kurdish leadership"; not whom it is a friend, foe or captor to."""
    phrase, context = naming.phrase, naming.context
    mods = set(phrase.modifiers)
    if phrase.before:
        head = phrase.words[phrase.head]
        name = choose(phrase.before[-1], context)
        if name is not None and _a_pact(phrase, name):
            return None
        if name is not None and (not head.capital or context.all_caps):
            if _is_owner(phrase, phrase.before[-1], name):
                return _related(naming, name.actor)
            if (
                name.sense is Sense.ADJECTIVE
                and name.actor.region == "states"
                and phrase.head_key not in lexicon.POSSESSIONS | {"side", "leadership", "report", "people"}
                and not (phrase.head_key in _DRIVEN and mods & _DRIVING)
            ):
                return None
            return known(name.actor, context, "role-of", f"{phrase.head_key} of {name.actor.name}")
    if phrase.head_key in _DRIVEN and mods & _DRIVING and not phrase.before and phrase.link not in ("of", "from"):
        return _of_who_rules(naming, f"{phrase.head_key} of the state at war")
    if phrase.head_key in lexicon.POSSESSIONS:
        if mods & lexicon.REBELS:
            civil = phrase.head_key in ("movement", "network", "organisation", "organization", "victory")
            return None if civil and civil_opposition(mods, context) else rebels(naming.registry, context, said=mods)
        if mods & lexicon.MILITANTS:
            return militants(naming)
        if mods & {"government", "regime", "army", "military", "police"} and not ("local" in mods and "area" in phrase.head_key):
            return naming.state_at_war(f"{phrase.head_key} of the state at war")
        if phrase.link == "of":
            inner = naming.rest(phrase.end + 1)
            return inner if inner is not None and inner.actor_id else None
    return None


def _a_pact(phrase: NounPhrase, name: Name) -> bool:
    """Tell whether a state or its capital only says where something was agreed or is talked over: "the Algiers accord"."""
    place = name.sense in (Sense.SEAT, Sense.NAME) and name.actor.region == "states"
    owned = phrase.words[phrase.before[-1].last - 1].text.endswith(("'s", "’s", "s'", "s’"))
    agreed = phrase.head_key in lexicon.PACTS or (name.sense is Sense.SEAT and phrase.head_key in lexicon.TALKS)
    return place and not owned and agreed


def _is_owner(phrase: NounPhrase, before: Match, name: Name) -> bool:
    """Tell whether the noun behind a name says what somebody else is to its bearer: "Russia's enemies", "Hamas rivals".

    "Its Russian allies" are Russia, and so are "its US allies"; "Isis prisoners" are its men, "Isis's prisoners" are not.
    """
    key = phrase.head_key
    if phrase.words[before.last - 1].text.endswith(("'s", "’s", "s'", "s’")):
        return key in lexicon.RELATED | lexicon.HELD
    bodies = name.actor.kind in (ActorKind.GOVERNMENT, ActorKind.PARTY) and name.actor.id not in _OF_ALLIES
    theirs = phrase.words[phrase.start].key in ("its", "his", "her", "their", "whose")
    return key in lexicon.RELATED and bodies and name.sense is not Sense.ADJECTIVE and not theirs


def _related(naming: Naming, owner: Actor) -> GroundedActor:
    """Return who those are that have an owner for friend, foe or captor: allies on file, people held, else the printed words."""
    phrase, key = naming.phrase, naming.phrase.head_key
    if key in lexicon.HELD:
        return described(lexicon.CALLED[key], ActorKind.WITNESS, f"{key} held by {owner.name}", inter=7)
    if key in lexicon.ALLIED and not set(phrase.modifiers) - lexicon.DETERMINERS:
        allied = allies_of(naming.registry, owner.id, naming.context)
        if allied is not None:
            return allied
    printed, reason = printed_words(naming.text, phrase, naming.context), f"{key} of {owner.name}, not named"
    return GroundedActor(printed, ActorKind.OTHER, None, None, "role-of", reason)


def agency(naming: Naming) -> GroundedActor | None:
    """Return the state whose agency is told of: "the Turkish disaster agency", "the state emergency management agency"."""
    phrase, mods = naming.phrase, set(naming.phrase.modifiers)
    if phrase.head_key == "office" and "presidential" in mods and not phrase.before:
        return naming.state_at_war("the office of the head of the state at war")
    services = phrase.head_key in ("service", "services", "authority") and bool(mods & {"state", "national", "federal"})
    if not (phrase.head_key in ("agency", "agencies") or services) or helps(mods) or mods & lexicon.NEWS:
        return None
    if not mods & lexicon.STATE_BUSINESS:
        return None
    own = next((m.name.actor for m in reversed(phrase.before) if m.name.actor.region == "states"), None)
    if own is not None:
        return known(own, naming.context, "role-of", f"{phrase.head_key} of {own.name}")
    if phrase.before or mods.isdisjoint({"state", "national", "government", "federal"}):
        return None
    return naming.state_at_war(f"{phrase.head_key} of the state at war")


def office(naming: Naming, post: str, post_at: int) -> GroundedActor | None:
    """Return the state whose office a bare title is: that in whose capital the sentence opens, that which alone has such, that at war."""
    phrase, context = naming.phrase, naming.context
    before = phrase.words[post_at - 1].key if post_at else ""
    if (seat := told_in(naming.registry, context, phrase.words[0].start)) is not None and post != "ambassador":
        return known(seat, context, "description", f"{post}, told of in {seat.name}")
    if (there := told_from(naming.registry, context, phrase.words[post_at].start)) is not None:
        return known(there, context, "description", f"{post}, told of from {there.name}")
    if post == "secretary" and before in _SECRETARIES and context.war_country not in HAVE_SECRETARIES:
        return naming.by_id(_secretary_of(naming, before), f"{before} secretary: other states have ministers")
    if context.war is not None and context.war.army and _of_the_army(phrase, post_at):
        return naming.by_id(context.war.army, f"{post} in the war of {context.war.country}, which has no army of its own")
    return _of_who_rules(naming, f"{post} of the state at war")


def _secretary_of(naming: Naming, what: str) -> str:
    """Return the best known state with a secretary for something; of two with one for defence, the one that alone is named."""
    states = {a.id for a in named_in(naming.registry, naming.context)} & set(_SECRETARIES.values())
    return next(iter(states)) if what in ("defence", "defense") and len(states) == 1 else _SECRETARIES[what]


def _of_the_army(phrase: NounPhrase, post_at: int) -> bool:
    """Tell whether a post is over soldiers: "the defence minister", "the chief of staff"."""
    found = phrase.words
    before = found[post_at - 1].key if post_at else ""
    behind = [w.key for w in found[post_at + 1 : post_at + 3]]
    return before in ("defence", "defense") or (found[post_at].key == "chief" and behind == ["of", "staff"])
