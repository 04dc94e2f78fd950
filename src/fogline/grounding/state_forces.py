"""What belongs to a state: its arms, seats, offices and media; the state at war's where no other is named."""

from __future__ import annotations

import re
from dataclasses import replace

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import choose, plain_name, printed_words
from fogline.grounding.actor_people import brings_news, helps
from fogline.grounding.grounding import Actor, ActorKind, GroundedActor
from fogline.grounding.known_actor import described, known
from fogline.grounding.naming import Naming
from fogline.grounding.noun_phrase import NounPhrase
from fogline.grounding.registry import Match, Name, Sense, YamlRegistry, words
from fogline.grounding.report_context import ReportContext
from fogline.grounding.war_sides import allies_of, civil_opposition, fights_them, militants, rebels
from fogline.grounding.word_lists import word_set

__all__ = ["agency", "force", "named_outlet", "office", "owned", "seat_of_holder", "state_media"]

# Titles by which few states call whom others call ministers. Bare, in a war elsewhere, they are the best known state's.
_SECRETARIES = {"defence": "GB", "defense": "US", "home": "GB"}
_HAVE_SECRETARIES = frozenset(["GB", "US", "PH", "MX", "HN", "KE", "PK", "IN", "LK", "BD", "NP", "ZA", "AU", "PG"])
_GUESTS = re.compile(
    r"\b(?:visit\w*|talks|met|meets|meeting|summit|trip|tour|counterpart|conference|arriv\w+|hosted|guest)\b", re.IGNORECASE
)
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
# "Nato allies" and "Kurdish allies" are of them.
_OF_ALLIES = frozenset(["nato", "kurdish-forces"])
_SENTENCE_OPENS = re.compile(r"(?:^|[.!?:\n”\"])[\s“\"]*$")


def force(naming: Naming) -> GroundedActor | None:
    """Return whose arms or seats the words tell of: the name before them, or behind "of"; else the state at war."""
    phrase, context = naming.phrase, naming.context
    key = phrase.head_key
    plain = lexicon.DETERMINERS | lexicon.QUANTIFIERS | lexicon.NUMBER_WORDS
    if key == "governments" and not phrase.before and all(m in plain or m.isdigit() for m in phrase.modifiers):
        # "Some thirty governments": whose, nothing says, and not that of the state at war alone.
        return described("governments", ActorKind.GOVERNMENT, "governments that are not named")
    if key == "officers" and not phrase.before and all(m in plain or m.isdigit() for m in phrase.modifiers):
        return naming.state_at_war("officers of the state at war")
    if (
        key in ("interior", "defence", "defense")
        and phrase.start == phrase.head
        and naming.text.startswith(" and ", phrase.words[-1].end)
    ):
        # "Interior and defence ministry forces", marked one by one.
        return naming.state_at_war(f"the {key} ministry of the state at war")
    if key not in lexicon.FORCES and not _is_designation(naming):
        return None
    if phrase.before:
        name = choose(phrase.before[-1], context)
        if name is not None:
            what = key if key in lexicon.FORCES else "arms"
            return known(name.actor, context, "alias", f"{what} of {name.actor.name}")
    if key not in lexicon.FORCES:
        return None
    if fights_them(phrase) and not phrase.compounds:
        return naming.state_at_war(f"the {key} of the state at war, against its enemies")
    mods = set(phrase.modifiers)
    if phrase.link in ("of", "in", "to", "from", "at", "for"):
        inner = naming.rest(phrase.end + 1)
        if (
            inner is not None
            and inner.actor_id
            and (phrase.link in ("of", "to") or (phrase.link == "from" and inner.kind is ActorKind.PARTY) or key in _SEATED)
        ):
            return inner
    own = bool(mods & {"our", "its", "their", "his", "her"})
    if key in _SEATED and (ruler := _run_by(naming)) is not None:
        return known(ruler, context, "role-of", f"{key} run by {ruler.name}")
    if phrase.compounds or own or not _may_be_the_states(naming):
        return None
    # Anyone has drones and a command, an army is the state's.
    weak = key in lexicon.WEAK_FORCES
    if (
        weak
        and not mods
        & {
            "government",
            "regime",
            "army",
            "military",
            "state",
            "security",
            "police",
            "armed",
            "loyalist",
            "uniformed",
        }
        and not (mods & {"air", "navy", "naval"} and key in ("force", "forces"))
    ):
        return None
    if context.war is not None and context.war.army and ({key, *mods} & _SOLDIERLY):
        return naming.by_id(context.war.army, f"the {key} in the war of {context.war.country}, which has no army of its own")
    return naming.state_at_war(f"the {key} of the state at war")


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


def _is_designation(naming: Naming) -> bool:
    """Tell whether a phrase ends with what an arm is called by, and no word for it: "a Russian Kh-101", "Israeli F-16s"."""
    phrase = naming.phrase
    letters = phrase.words[phrase.head - 1] if phrase.head > phrase.start else None
    return (
        letters is not None
        and letters.text[:1].isupper()
        and len(letters.text) <= 4
        and re.fullmatch(r"\d{1,3}\w{0,2}", phrase.head_key) is not None
        and naming.text[letters.end : phrase.words[phrase.head].start] == "-"
    )


def owned(naming: Naming) -> GroundedActor | None:
    """Return whom something belongs to, for which it stands: "Isis targets", "the Observatory's report", "the Kurdish leadership"; not whom it is a friend, foe or captor to."""
    phrase, context = naming.phrase, naming.context
    mods = set(phrase.modifiers)
    if phrase.before:
        head = phrase.words[phrase.head]
        name = choose(phrase.before[-1], context)
        if name is not None and (not head.capital or context.all_caps):
            if _is_owner(phrase, phrase.before[-1], name):
                return _related(naming, name.actor)
            if (
                name.sense is Sense.ADJECTIVE
                and name.actor.region == "states"
                and phrase.head_key not in lexicon.POSSESSIONS | {"side", "leadership", "report", "people"}
            ):
                return None
            return known(name.actor, context, "role-of", f"{phrase.head_key} of {name.actor.name}")
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


def state_media(naming: Naming) -> GroundedActor | None:
    """Return a state's media under its name: "state television" is that of the state at war if no other is named."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    if not brings_news(phrase.head_key, phrase.modifiers) or "state" not in phrase.modifiers:
        return None
    own = next((m.name.actor for m in reversed(phrase.before) if m.name.actor.region == "states"), None)
    state = own or (naming.registry.get(context.war_country) if context.war_country else None)
    at = next(n for n in range(phrase.head, -1, -1) if phrase.words[n].key == "state")
    printed = text[phrase.words[at].start : phrase.words[phrase.head].end]
    name = f"{naming.registry.adjective(state)} {printed}" if state is not None else printed
    return GroundedActor(plain_name(name, context.all_caps), ActorKind.MEDIA, None, None, "description", "media of a state")


def agency(naming: Naming) -> GroundedActor | None:
    """Return the state whose agency is told of: "the Turkish disaster agency", "the state emergency management agency"."""
    phrase, mods = naming.phrase, set(naming.phrase.modifiers)
    if phrase.head_key not in ("agency", "agencies") or helps(mods) or mods & lexicon.NEWS or not mods & lexicon.STATE_BUSINESS:
        return None
    own = next((m.name.actor for m in reversed(phrase.before) if m.name.actor.region == "states"), None)
    if own is not None:
        return known(own, naming.context, "role-of", f"{phrase.head_key} of {own.name}")
    if phrase.before or mods.isdisjoint({"state", "national", "government", "federal"}):
        return None
    return naming.state_at_war(f"{phrase.head_key} of the state at war")


def named_outlet(naming: Naming) -> GroundedActor | None:
    """Return an outlet by the name behind a word for what it is: "state television MRTV", "news agency Lantern"."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    first = phrase.head
    while (
        first > phrase.start
        and phrase.words[first].capital
        and text[phrase.words[first - 1].end : phrase.words[first].start] == " "
    ):
        first -= 1
    outlet, name = phrase.words[first], phrase.words[first + 1 : phrase.head + 1]
    if context.all_caps or not name or not name[0].capital or outlet.key not in lexicon.OUTLETS:
        return None
    if not brings_news(outlet.key, [w.key for w in phrase.words[phrase.start : first]]):
        return None
    printed = plain_name(text[name[0].start : name[-1].end], False)
    return GroundedActor(printed, ActorKind.MEDIA, None, None, "description", f"{printed} is called a {outlet.key}")


def office(naming: Naming, post: str, post_at: int) -> GroundedActor | None:
    """Return the state whose office a bare title is: that in whose capital the sentence opens, that which alone has such, that at war."""
    phrase, context = naming.phrase, naming.context
    before = phrase.words[post_at - 1].key if post_at else ""
    if (seat := _seat_before(naming.registry, phrase.words[0].start, context)) is not None and post != "ambassador":
        return known(seat, context, "description", f"{post}, told of in the capital of {seat.name}")
    if post == "secretary" and before in _SECRETARIES and context.war_country not in _HAVE_SECRETARIES:
        return naming.by_id(_SECRETARIES[before], f"{before} secretary: other states have ministers")
    return naming.state_at_war(f"{post} of the state at war")


def _seat_before(registry: YamlRegistry, at: int, context: ReportContext) -> Actor | None:
    """Return the state in whose capital a sentence opens, if it names no other: "In London the prime minister …".

    Not where a visit or talks are told of: whoever is a guest there holds office elsewhere.
    """
    opening = re.search(r"(?:^|[.!?”\"\n])\s*In ([^.!?\n]{3,40}?)$", context.text[max(0, at - 60) : at])
    end = re.search(r"[.!?\n]", context.text[at:])
    sentence = context.text[at : at + (end.start() if end else 300)]
    if opening is None or _GUESTS.search(sentence):
        return None
    found = registry.matches(words(opening.group(1)), context.all_caps, context.year, context.home)
    seats = [m.name.actor for m in found if m.name.sense is Sense.SEAT]
    others = registry.matches(words(sentence), context.all_caps, context.year, context.home)
    told = {m.name.actor.id for m in others if m.name.actor.region == "states" and m.name.sense in (Sense.SEAT, Sense.NAME)}
    return seats[0] if len(seats) == 1 and told <= {seats[0].id} else None
