"""People and fighters whom no organisation's name tells of: what a coder calls them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import printed_words
from fogline.grounding.callings import kind_by_noun
from fogline.grounding.grounding import Actor, ActorKind, GroundedActor
from fogline.grounding.known_actor import described, known
from fogline.grounding.naming import Naming
from fogline.grounding.noun_phrase import NounPhrase
from fogline.grounding.registry import Name, Sense, words
from fogline.grounding.unlisted_groups import unlisted_body
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role

# Men of a named group who are its fighters, whatever else they are called.
_MEN = frozenset(["man", "men", "member", "members", "recruit", "recruits", "youth", "youths", "boy", "boys"])

ONE_SEEN = frozenset(["man", "woman", "boy", "girl", "teenager", "youth", "person", "individual"])
_PEOPLE_SEEN = ONE_SEEN | {
    "men",
    "women",
    "boys",
    "girls",
    "teenagers",
    "youths",
    "people",
    "persons",
    "individuals",
    "group",
    "groups",
}
_ALONE = frozenset(["lone", "single", "other", "first", "second", "third", "additional", "remaining", "the"])

# Doers keep this name; those to whom it is done are civilians.
_RESIDENTS = frozenset(["resident", "residents", "locals", "inhabitants"])
# Of another country than the one at war they keep it: "Canadian citizens".
_NATIONALS = frozenset(["citizen", "citizens", "national", "nationals"])
_ONE_OF_KIN = frozenset(
    ["brother", "son", "cousin", "nephew", "uncle", "grandson", "husband", "sister", "daughter", "niece", "wife"]
)
# Whose units papers call by letters.
_KEEP_UNITS = frozenset(["regime", "junta", "army", "military", "government"])
_OF_NEWS = word_set(
    "local press earlier initial early preliminary unconfirmed previous other several many some various recent conflicting"
)
# Whoever speaks of these names them.
_NAMED_BODIES = frozenset([ActorKind.MONITOR, ActorKind.AID, ActorKind.UN, ActorKind.WITNESS])
_WORN = frozenset(["uniform", "uniforms", "fatigues", "camouflage"])


def people_of_a_kind(naming: Naming) -> GroundedActor | None:
    """Return people of whom a kind is told and no name: witnesses, media, diplomats, whoever was seen, civilians."""
    text, phrase, role, context = naming.text, naming.phrase, naming.role, naming.context
    key = phrase.head_key
    if role is Role.ORIGIN:
        if (body := body_of(phrase)) is not None:
            return known(body, context, "role-of", f"{key} of {body.name}")
        if key in lexicon.DOCTORS | lexicon.ACTIVISTS and (unlisted := unlisted_body(text, phrase, phrase.head, 0)) is not None:
            kept = unlisted.casefold().split()
            kind = ActorKind.MEDIA if lexicon.NEWS & set(kept) else kind_by_noun(kept[-1], kept[:-1]) or ActorKind.WITNESS
            return GroundedActor(unlisted, kind, None, None, "role-of", f"{key} of {unlisted}")
        for group, name, kind in (
            (lexicon.WITNESSES, "witness", ActorKind.WITNESS),
            (lexicon.RESIDENTS, "residents", ActorKind.WITNESS),
            (lexicon.ACTIVISTS, "activists", ActorKind.WITNESS),
            (lexicon.DOCTORS, "doctors", ActorKind.WITNESS),
            (lexicon.EXPERTS, "expert", ActorKind.EXPERT),
        ):
            if key in group and key != "hospital":
                return described(name, kind, f"{key}, nobody named")
        if (issuer := _issuer(naming)) is not None:
            return issuer
        if key in ("diplomat", "diplomats") and not phrase.before:
            name = printed_words(text, phrase, context)
            return described(name, ActorKind.OFFICIAL_ANONYMOUS, "diplomats of no named state")
        if (
            key in ("agency", "agencies")
            and helps(phrase.modifiers)
            and all(m.name.actor.region == "states" for m in phrase.before)
        ):
            name = printed_words(text, phrase, context)
            return described(name, ActorKind.AID, f"{key} for relief, none named")
        if brings_news(key, phrase.modifiers) and (runs_it := _run_by(phrase)) is not None:
            return known(runs_it, context, "role-of", f"{key} of {runs_it.name}")
        if brings_news(key, phrase.modifiers) and all(m.name.actor.region == "states" for m in phrase.before):
            return GroundedActor(
                printed_words(text, phrase, context), ActorKind.MEDIA, None, None, "description", "media, none named"
            )
        reports = key in ("reports", "report", "footage", "images", "documents", "document", "videos", "video", "rumours")
        if reports and not phrase.before:
            # Several reports are what others print; one may be anybody's paper.
            bare = set(phrase.modifiers) <= lexicon.DETERMINERS | lexicon.QUANTIFIERS | _OF_NEWS
            of_others = (key == "reports" and bare) or not {"media", "news"}.isdisjoint(phrase.modifiers)
            kind = ActorKind.MEDIA if of_others else ActorKind.OTHER
            return GroundedActor(printed_words(text, phrase, context), kind, None, None, "description", "no author named")
        return called(phrase)
    if (armed := armed_strangers(phrase, role)) is not None:
        return armed
    if (dressed := in_uniform(phrase)) is not None:
        return dressed
    if lived_in(phrase):
        return described("civilians", ActorKind.WITNESS, f"{key} where people live", inter=7)
    if role is Role.ACTOR and key in _RESIDENTS:
        return described("residents", ActorKind.WITNESS, f"{key}, nobody named", inter=7)
    if key in _NATIONALS and phrase.before and phrase.before[-1].name.actor.id != context.war_country:
        printed = text[phrase.words[phrase.before[-1].first].start : phrase.words[phrase.head].end]
        return described(" ".join(printed.split()), ActorKind.OTHER, f"{key} of {phrase.before[-1].name.actor.name}", inter=7)
    if men_of_a_group(phrase, role):
        return known(phrase.before[-1].name.actor, context, "description", f"{key} of {phrase.before[-1].name.actor.name}")
    if (found := called(phrase)) is not None:
        return found
    if role is Role.ACTOR and key in _ONE_OF_KIN and phrase.link == "of" and _of_a_holder(phrase):
        return None  # "a nephew of the former president" may lead men
    if (key in lexicon.CIVILIANS and key not in ("homes", "houses", "house", "home")) or (
        key in lexicon.CIVILIANS and not phrase.before
    ):
        held = next((m for m in phrase.owners if m.name.actor.id == "islamic-state"), None)
        if key in lexicon.KIN and held is not None:
            return GroundedActor(
                "Islamic State families", ActorKind.OTHER, None, 7, "description", "families of Islamic State members"
            )
        return described("civilians", ActorKind.WITNESS, f"{key}: unarmed people", inter=7)
    return None


# What somebody draws up and what they did with it: a survey speaks for whoever made it.
_PAPERS = word_set(
    "survey surveys inquiry inquiries investigation investigations study studies tally tallies count report reports assessment census poll list"
)
_DRAWN_UP = word_set("kept compiled conducted carried prepared published released made drawn drafted written issued")


def _issuer(naming: Naming) -> GroundedActor | None:
    """Return who drew up a paper that speaks, None if that is not said: "a survey by UN agencies", "a count kept by the Lantern Desk"."""
    row, head = naming.phrase.words, naming.phrase.head
    if row[head].key in _DRAWN_UP and head > naming.phrase.start:
        head -= 1
    by = next((n for n in range(head + 1, min(head + 4, len(row))) if row[n].key == "by"), None)
    if row[head].key not in _PAPERS or by is None or any(w.key not in _DRAWN_UP | {"out"} for w in row[head + 1 : by]):
        return None
    issuer = naming.rest(by + 1)
    if issuer is None or (issuer.actor_id is None and issuer.kind is ActorKind.OTHER):
        return None
    return replace(issuer, basis="role-of", reason=f"{row[head].key} by {issuer.name}")


def _of_a_holder(phrase: NounPhrase) -> bool:
    """Tell whether kin are told of by somebody's post."""
    return not lexicon.POSTS.isdisjoint(w.key for w in phrase.words[phrase.end + 1 : phrase.end + 5])


def brings_news(key: str, before: Collection[str]) -> bool:
    """Tell whether a noun with words before it is an outlet: of agencies the news agency, or one of which no more is said."""
    said = set(before) - lexicon.DETERMINERS
    if key in lexicon.OUTLETS_OF_NEWS:
        return bool(said & (lexicon.NEWS | lexicon.BROADCASTING))
    if key not in lexicon.MEDIA:
        return False
    return key != "agency" or bool(said & lexicon.NEWS) or said <= lexicon.OWNED_BY_A_STATE


def helps(before: Collection[str]) -> bool:
    """Tell whether words before "agency" say that it brings help."""
    return not lexicon.RELIEF.isdisjoint(before)


def called(phrase: NounPhrase) -> GroundedActor | None:
    """Return people known by what they are ("refugees", "protesters", "Yazidi families"), None if the phrase names no such."""
    key = phrase.head_key
    if any(m.name.actor.region != "states" for m in phrase.before):
        return None
    community = next((lexicon.COMMUNITIES[k] for k in (key, *phrase.modifiers) if k in lexicon.COMMUNITIES), None)
    if community is not None and (key in lexicon.COMMUNITIES or key in lexicon.CIVILIANS):
        return _people(community, f"{key}: a people or congregation")
    if key in ("worker", "workers", "staff", "teams", "team", "crews") and (trade := lexicon.HELPERS & set(phrase.modifiers)):
        return _people(f"{min(trade)} {key}", "people who help, nobody named")
    name = lexicon.CALLED.get(key)
    if name == "hostages" and (whose := {"foreign", "western"} & set(phrase.modifiers)):
        return _people(f"{min(whose)} hostages", f"{key}, nobody named")
    return _people(name, f"{key}, nobody named") if name is not None else None


def suicide_attackers(phrase: NounPhrase, text: str) -> GroundedActor | None:
    """Return "suicide bomber" or "suicide bombers": who sent them is not said."""
    key = phrase.head_key
    if phrase.before or key not in ("bomber", "bombers", "attacker", "attackers"):
        return None
    suicide = "suicide" in phrase.modifiers
    if not suicide and not (key.startswith("bomber") and "suicide" in text.casefold()):
        return None
    name = f"suicide {key}" if suicide else f"suicide {key.replace('attacker', 'bomber')}"
    return GroundedActor(name, ActorKind.PARTY, None, None, "description", "who sent them is not said")


def for_the_state(phrase: NounPhrase, war_country: str | None) -> GroundedActor | None:
    """Return forces on the government's side that are no part of it: "pro-Assad militiamen", "allied militias"."""
    key, mods = phrase.head_key, set(phrase.modifiers)
    armed = lexicon.FORCES | lexicon.FIGHTERS | lexicon.MILITIA
    if key not in armed:
        return None
    sides = {m.name.actor.id for m, how in phrase.compounds if how == "pro"}
    pro = ("pro" in mods and bool(mods & lexicon.PRO_STATE)) or bool({war_country, "SY"} & sides)
    popular = "popular" in mods and key in ("forces", "force", "groups", "committees", "militia", "militias")
    allied = "allied" in mods and key in lexicon.MILITIA and not phrase.before and not phrase.compounds
    if not (pro or popular or allied):
        return None
    name = "pro-government militias" if key in lexicon.MILITIA and not allied else "pro-government forces"
    return GroundedActor(name, ActorKind.PARTY, None, 3, "description", "forces on the government's side")


def against_the_state(phrase: NounPhrase, war_country: str | None) -> bool:
    """Tell whether fighters are said to be against the state at war: "anti-government forces", "anti-Assad groups"."""
    key, mods = phrase.head_key, set(phrase.modifiers)
    if key not in lexicon.FORCES | lexicon.FIGHTERS | lexicon.MILITIA:
        return False
    sides = {m.name.actor.id for m, how in phrase.compounds if how == "anti"}
    return ("anti" in mods and bool(mods & lexicon.PRO_STATE)) or bool({war_country, "SY"} & sides)


def regular_unit(phrase: NounPhrase, text: str, all_caps: bool) -> bool:
    """Tell whether the words name a unit of a regular army: "Ponce Battalion units", "the 3rd Infantry Brigade", "the junta's LIB 41"."""
    if _lettered(phrase):
        return True
    at = next((n for n in range(phrase.start, phrase.end) if phrase.words[n].key in lexicon.REGULAR_UNITS), None)
    if at is not None:
        return phrase.words[at].capital
    keys = {w.key for w in phrase.words[phrase.start : phrase.end]}
    numbered = any(re.fullmatch(r"\d+(?:st|nd|rd|d|th)", k) for k in keys)
    if keys & {"brigade", "division"} and (numbered or keys & {"infantry", "armoured", "armored", "mechanized", "mechanised"}):
        return True
    return {"national", "guard"} <= keys or ("military" in keys and bool(keys & {"headquarters", "hospital", "convoy"}))


def _lettered(phrase: NounPhrase) -> bool:
    """Tell whether a unit goes by its letters and number behind its owner: "the regime's 14th LID", "the army's IB 27"."""
    owner = next((n for n in range(phrase.start, phrase.head) if phrase.words[n].key in _KEEP_UNITS), None)
    if owner is None or not phrase.words[owner].text.endswith(("'s", "’s")):
        return False
    unit = phrase.words[owner + 1 : phrase.end]
    letters = [w for w in unit if w.text.isalpha() and w.text.isupper() and 2 <= len(w.text) <= 5]
    return len(letters) == 1 and len(unit) == 2 and all(w in letters or w.key[0].isdigit() for w in unit)


def armed_strangers(phrase: NounPhrase, role: Role) -> GroundedActor | None:
    """Return doers of whom only what was seen is told, under these words: "unidentified men", "masked gunmen", "the attackers".

    Whoever bears a weapon is no civilian, neither as doer nor when shot: "a man with a knife", "a woman wearing a suicide belt".
    """
    key, mods = phrase.head_key, phrase.modifiers
    if phrase.before or phrase.compounds:
        return None
    if (bearing := _bearing_arms(phrase)) is not None:
        return bearing
    if key in lexicon.ATTACKERS and not set(mods) - lexicon.DETERMINERS - _ALONE and role is not Role.ORIGIN:
        return GroundedActor(key, ActorKind.PARTY, None, None, "description", "who they are is not said")
    if key in lexicon.CIVILIANS and "armed" in mods and role is Role.TARGET:
        return GroundedActor(f"armed {key}", ActorKind.PARTY, None, None, "description", "who they are is not said")
    seen = next((n for n, m in enumerate(mods) if m in lexicon.SEEN_AS), None)
    if role is not Role.TARGET and seen is None and key in _MEN and (mount := _mounted(phrase)):
        return GroundedActor(f"{key} on {mount}", ActorKind.PARTY, None, None, "description", "who they are is not said")
    if role is Role.TARGET:
        return None
    if key not in lexicon.ATTACKERS and (seen is None or key not in lexicon.CIVILIANS):
        return None
    said = [m for m in (mods[seen:] if seen is not None else ()) if m != "heavily"]
    name = " ".join([*said, key])
    return GroundedActor(name, ActorKind.PARTY, None, None, "description", "who they are is not said")


def _bearing_arms(phrase: NounPhrase) -> GroundedActor | None:
    """Return people who are told by the weapons on them: "men armed with machetes", "a man with explosives strapped to his body"."""
    key = phrase.head_key
    if key not in _PEOPLE_SEEN or phrase.link not in ("with", "armed", "wearing", "carrying", "wielding", "brandishing", "in"):
        return None
    behind = [w.key for w in phrase.words[phrase.end : phrase.end + 10]]
    strapped = phrase.link == "wearing" or bool({"strapped", "body", "waist", "chest", "vest", "belt", "under"} & set(behind))
    if lexicon.EXPLOSIVES & set(behind) and strapped and phrase.link != "in":
        name = "suicide bomber" if key in ONE_SEEN else "suicide bombers"
        return GroundedActor(name, ActorKind.PARTY, None, None, "description", "who sent them is not said")
    if phrase.link != "in" and (lexicon.WEAPONS | lexicon.EXPLOSIVES - {"belt", "vest"}) & set(behind[:6]):
        return GroundedActor(f"armed {key}", ActorKind.PARTY, None, None, "description", "who they are is not said")
    return None


def _mounted(phrase: NounPhrase) -> str | None:
    """Return on what men came, if that is all that is told of them: "men on motorbikes"."""
    behind = [w.key for w in phrase.words[phrase.end : phrase.end + 3]]
    if phrase.link not in ("on", "riding"):
        return None
    return next((k for k in behind if k in lexicon.MOUNTS), None)


def in_uniform(phrase: NounPhrase) -> GroundedActor | None:
    """Return people who are told by what they wear: "men in army uniforms" may be anybody, and are no civilians by that word."""
    behind = {w.key for w in phrase.words[phrase.end :]}
    if phrase.before or phrase.head_key not in _MEN | {"people", "persons", "individuals"} or not behind & _WORN:
        return None
    return GroundedActor(f"{phrase.head_key} in uniform", ActorKind.PARTY, None, None, "description", "who they are is not said")


def lived_in(phrase: NounPhrase) -> bool:
    """Tell whether the words name grounds where people live, so that whoever strikes them strikes civilians."""
    return phrase.head_key in lexicon.GROUNDS and bool(set(phrase.modifiers) & lexicon.LIVED_IN)


def _run_by(phrase: NounPhrase) -> Actor | None:
    """Return the armed group whose outlet the words say it is: "a television channel run by the Lantern Front"."""
    if phrase.link not in ("run", "owned", "operated", "controlled", "linked", "affiliated"):
        return None
    tie = phrase.words[phrase.end + 1].key if phrase.end + 1 < len(phrase.words) else ""
    behind = next((m.name.actor for m in phrase.matches if m.first > phrase.end and m.name.actor.region != "states"), None)
    return behind if behind is not None and behind.kind is ActorKind.PARTY and tie in ("by", "to", "with") else None


def body_of(phrase: NounPhrase) -> Actor | None:
    """Return the body whose experts, doctors or activists speak: "Amnesty's researchers", "an activist from the Orvat Media Centre"."""
    if phrase.head_key not in lexicon.EXPERTS | lexicon.DOCTORS | lexicon.ACTIVISTS:
        return None
    tied = phrase.link in ("from", "with", "of", "at", "for")
    behind = [m for m in phrase.matches if tied and m.first in (phrase.end + 1, phrase.end + 2)]
    return next((m.name.actor for m in (*phrase.before[::-1], *behind) if m.name.actor.kind in _NAMED_BODIES), None)


def men_of_a_group(phrase: NounPhrase, role: Role) -> bool:
    """Tell whether the people are a named group's or service's men: "Isis men", "the PKK members"; not "Kurdish men" to whom it is done."""
    if phrase.head_key not in _MEN or not phrase.before:
        return False
    name = phrase.before[-1].name
    if role is Role.TARGET and is_of_a_people(name) and not phrase.head_key.startswith("member"):
        return False
    return name.sense is Sense.OFFICE or (name.actor.kind is ActorKind.PARTY and name.actor.region != "states")


def is_of_a_people(name: Name) -> bool:
    """Tell whether a group's name is that of a whole people: "Tigrayan", "Bosnian Serbs"; not "Houthis"."""
    return name.sense is Sense.NAME and name.actor.region != "states" and words(name.text)[-1].key in lexicon.PEOPLES


def uncounted(phrase: NounPhrase) -> bool:
    """Tell whether only a number or "others" stands there: of whom is not said."""
    key = phrase.head_key
    rest = [k for k in phrase.modifiers if k not in lexicon.DETERMINERS and k not in lexicon.QUANTIFIERS and not k.isdigit()]
    return not rest and (key in lexicon.QUANTIFIERS or key.isdigit() or key in lexicon.NUMBER_WORDS)


def _people(name: str, reason: str) -> GroundedActor:
    return GroundedActor(name, ActorKind.WITNESS, None, 7, "description", reason)
