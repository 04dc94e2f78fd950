"""Who is a private person by a printed name, and how that name may recur."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from fogline.claims.claim import ActorMention, Claim, Voice
from fogline.exports.name_words import LETTERS, PARTICLES, TITLES, WORD, country_names
from fogline.grounding.grounding import ActorKind

# Words that make a capitalised name an organisation's, a state's or a place's rather than a person's.
_ORGANISATION_WORDS = """
    agency ahrar air airport ajnad alawites alliance americans ansar arabs army asaib asayish association authority
    awakening banco bank banner base battalion boko border brigade brigades britons bureau caliphate campaign cartel
    center centre channel christians church city club coalition command commission committee committees community company
    conference congress coordination corps council court cubs defence defense democratic department directorate
    division druze eagles east eastern embassy emirate euphrates falaq fatah fateh fath faylaq federation fighters
    force forces foundation friends front government governorate group guard guards hamas harakat haram hayat helmets
    hezbollah hizb hizbollah hospital hotel house houthis human hurras initiative institute intelligence international
    iranians iraqis isis islamic islamists islands israelis jabhat jaish jamaat janjaweed jaysh jeysh jihad journal
    kataib katibat kingdom knights kurdistan kurds lashkar league liberation lions liwa liwaa local mail martyrs media
    medical militia militias ministry mission mosque movement muslims nation national nations navy network news north
    northern nusra observatory office organisation organization palestinians parliament party patrol people peoples
    peshmerga police post press province qaeda qaida radio red regime region republic resistance revolutionary rights
    russians saraya school security service services shabaab sham shia shield shiites society sons south southern
    special state states sunnis supreme syndicate syrians tahrir taliban talibans tanzim team television tigers times
    tribe tribes tribune turkmen turks ukrainians union unit united units university village war watch west western
    white wolves workers world yazidis youth
"""
_ORGANISATION = frozenset(_ORGANISATION_WORDS.split())


def looks_like_a_person(name: str, *, single: bool = False) -> bool:
    """Return whether a name reads as a private person's: capitalised words, none an organisation's.

    One word alone ("Hassan", but also "Kurds") is taken for a person only if
    ``single`` is set, as for witnesses, whose generic names ("residents")
    the codebook writes small. Scripts without capitals count as a name.
    """
    words = WORD.findall(name)
    bare = [w for w in words if w.lower() not in TITLES]
    if (
        not bare
        or name.casefold() in country_names()
        or any(part in _ORGANISATION for w in bare for part in (w.lower(), *w.lower().split("-")))
    ):
        return False
    names = [w for w in bare if w.lower() not in PARTICLES]
    if not names:
        return False

    def is_name(word: str) -> bool:
        first = word.split("-")[-1][:1] if word.lower().startswith(("al-", "el-", "ash-", "as-", "ad-")) else word[:1]
        return first.isupper() or (first.lower() == first.upper())

    if not all(is_name(w) for w in names) or any(w.isupper() and len(w) > 1 and w.isascii() for w in names):
        return False
    if len(names) == 1 and len(bare) == 1 and len(words) == 1:
        return single
    return len(names) <= 5


def is_private_voice(voice: Voice) -> bool:
    """Return whether a voice is a private person: a witness or bystander who is named."""
    if voice.actor_id is not None or voice.kind not in (ActorKind.WITNESS, ActorKind.OTHER):
        return False
    return looks_like_a_person(voice.name, single=voice.kind is ActorKind.WITNESS)


def is_private_person(mention: ActorMention) -> bool:
    """Return whether a doer or victim is a private person: named, and in no registry."""
    return mention.actor_id is None and looks_like_a_person(mention.name)


def name_strings(name: str, text: str | None) -> tuple[set[str], set[str]]:
    """Return the ways a person's name may recur: those that name the person anywhere, and those that do so only here.

    A single word ("Brown", a first name, the last name alone) is somebody
    else's elsewhere. Pronouns and descriptions that stand for the person
    name nobody.
    """
    full = {name.strip()}
    words_of_name = {w.casefold() for w in LETTERS.findall(name) if len(w) > 2}
    if text and looks_like_a_person(text, single=True) and words_of_name & {w.casefold() for w in LETTERS.findall(text)}:
        full.add(text.strip())
    capitalised = [t for t in WORD.findall(name) if t.lower() not in TITLES and t.lower() not in PARTICLES]
    # Three letters and fewer ("Ali") would take out parts of other people's and places' names.
    last = {capitalised[-1]} if capitalised and len(capitalised[-1]) >= 4 else set()
    anywhere = {s for s in full if len(WORD.findall(s)) > 1}
    return anywhere, {s for s in (full | last) - anywhere if s}


def named_in_public(claims: Iterable[Claim]) -> Callable[[str], bool]:
    """Return a test for names that stand in the words of somebody who speaks or acts in public.

    "SDF spokesman Mustafa Bali" speaks for a party, so a claim that names
    Mustafa Bali as doer names no private person.
    """
    public: set[str] = set()
    for claim in claims:
        for voice in claim.origin:
            if voice.actor_id is not None or voice.kind not in (ActorKind.WITNESS, ActorKind.OTHER, ActorKind.OFFICIAL_ANONYMOUS):
                public.update((voice.name.casefold(), (voice.text or "").casefold()))
        for mention in (*claim.actor, *claim.target):
            if mention.actor_id is not None:
                public.update((mention.name.casefold(), (mention.text or "").casefold()))
    everything = "\n".join(sorted(public))
    # Looking each name up once keeps a large ledger's thousands of names to a second or two.
    return lru_cache(maxsize=None)(lambda name: name.casefold() in everything)
