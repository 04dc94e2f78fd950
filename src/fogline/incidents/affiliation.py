"""Who belongs to whom: agencies that relay, and media that speak for a state or a party.

Hand-kept general knowledge, short on purpose. An outlet that is not listed
speaks for itself; a wrong entry here would make a free outlet a mouthpiece,
so a paper or station is listed only if a state or party owns or directs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from fogline.claims.claim import ActorMention
from fogline.incidents.words import folded

# Agencies whose name alone says who passed a story on, not who knows it.
AGENCIES: frozenset[str] = frozenset(
    {
        "afp",
        "agence france-presse",
        "agence france presse",
        "ap",
        "associated press",
        "the associated press",
        "reuters",
        "thomson reuters",
        "dpa",
        "deutsche presse-agentur",
        "upi",
        "united press international",
        "efe",
        "ansa",
        "kyodo",
        "pa",
        "press association",
    }
)

# Media owned or directed by a state or party -> whose word theirs is. Keys without articles ("al-").
VOICE_OF: Mapping[str, str] = {
    "sana": "Syria",
    "syrian arab news agency": "Syria",
    "syrian state television": "Syria",
    "syrian state tv": "Syria",
    "syrian state media": "Syria",
    "syrian television": "Syria",
    "ikhbariya": "Syria",
    "ikhbariya al-soriya": "Syria",
    "tass": "Russia",
    "itar-tass": "Russia",
    "ria": "Russia",
    "ria novosti": "Russia",
    "sputnik": "Russia",
    "sputnik news": "Russia",
    "rt": "Russia",
    "russia today": "Russia",
    "russia 24": "Russia",
    "rossiya 24": "Russia",
    "irna": "Iran",
    "fars": "Iran",
    "fars news agency": "Iran",
    "tasnim": "Iran",
    "press tv": "Iran",
    "alam": "Iran",
    "alalam": "Iran",
    "mehr news agency": "Iran",
    "anadolu": "Turkey",
    "anadolu agency": "Turkey",
    "trt": "Turkey",
    "trt world": "Turkey",
    "xinhua": "China",
    "cctv": "China",
    "kcna": "North Korea",
    "saudi press agency": "Saudi Arabia",
    "wam": "United Arab Emirates",
    "mena": "Egypt",
    "ukrinform": "Ukraine",
    "belta": "Belarus",
    "saba": "Houthis",
    "masirah": "Houthis",
    "manar": "Hezbollah",
    "almanar": "Hezbollah",
    "manar tv": "Hezbollah",
    "amaq": "Islamic State",
    "amaq news agency": "Islamic State",
    "anha": "Kurdish forces",
    "hawar news agency": "Kurdish forces",
    "etilaf": "Syrian National Coalition",
}

# Where a state speaks of its own ground (ISO 3166 alpha-2).
HOME: Mapping[str, str] = {
    "Syria": "SY",
    "Russia": "RU",
    "Iran": "IR",
    "Turkey": "TR",
    "China": "CN",
    "North Korea": "KP",
    "Saudi Arabia": "SA",
    "United Arab Emirates": "AE",
    "Egypt": "EG",
    "Ukraine": "UA",
    "Belarus": "BY",
    "Houthis": "YE",
}

# The larger body that answers for a smaller one. Names are the codebook's
# canonical ones; forces allied in one war stay apart, since each has its own
# interest and may contradict the other.
PARENTS: Mapping[str, str] = {
    "people's protection units": "syrian democratic forces",
    "ypg": "syrian democratic forces",
    "kurdish forces": "syrian democratic forces",
    "asayesh": "syrian democratic forces",
    "asayish": "syrian democratic forces",
    "united states": "us-led coalition",
    "free syrian army": "rebels",
    "jaish al-islam": "rebels",
    "ahrar al-sham": "rebels",
    "syrian army": "syria",
    "syrian arab army": "syria",
    "wagner": "russia",
    "wagner group": "russia",
    "islamic state of iraq and the levant": "islamic state",
    "al-nusra front": "hayat tahrir al-sham",
    "israel defense forces": "israel",
    "israeli army": "israel",
    "islamic revolutionary guard corps": "iran",
}


# States that flew or fought under a coalition's name: "the coalition" and one of them are no two accounts of who did it.
# Each still answers for its own word.
MEMBERS: Mapping[str, frozenset[str]] = {
    "us-led coalition": frozenset(
        {
            *("united states", "united kingdom", "france", "jordan", "saudi arabia", "united arab emirates", "bahrain", "qatar"),
            *("australia", "canada", "belgium", "netherlands", "denmark", "germany", "italy", "morocco"),
        }
    ),
    "saudi-led coalition": frozenset(
        {
            *("saudi arabia", "united arab emirates", "bahrain", "kuwait", "qatar", "egypt", "jordan", "morocco", "sudan"),
        }
    ),
    "nato": frozenset(
        {
            *("united states", "united kingdom", "france", "canada", "italy", "belgium", "denmark", "netherlands", "norway"),
            *("spain", "turkey", "germany", "poland", "greece", "romania", "bulgaria", "portugal"),
        }
    ),
}


def allied(left: str, right: str) -> bool:
    """Return whether one is a coalition and the other a state that acts under its name."""
    one, other = key_of(left), key_of(right)
    return other in MEMBERS.get(one, ()) or one in MEMBERS.get(other, ())


@lru_cache(maxsize=100_000)
def key_of(name: str) -> str:
    """Return the spelling of a name that comparisons use."""
    return " ".join(folded(name).replace("’", "'").split())


def is_agency(name: str) -> bool:
    return key_of(name) in AGENCIES


def spoken_for(name: str, voice_of: Mapping[str, str] = VOICE_OF) -> str | None:
    """Return the state or party whose word a medium carries, or None if it is not known to carry anyone's."""
    key = key_of(name)
    for article in ("the ", "al-", "al "):
        key = key.removeprefix(article)
    return voice_of.get(key)


_SIDES = frozenset({k for names in (PARENTS, PARENTS.values(), VOICE_OF.values()) for k in (folded(n) for n in names)})


# ACLED's code of civilians.
CIVILIANS = 7


def is_state_code(actor_id: str | None) -> bool:
    """Return whether the registry holds an actor for a state, which it numbers by its ISO 3166 code."""
    return actor_id is not None and len(actor_id) == 2 and actor_id.isupper()


# Armed men of whom no side is named.
WHOSE_UNSAID = frozenset(["fighters", "troops", "soldiers", "forces", "men", "units"])


def is_side(mention: ActorMention) -> bool:
    """Return whether a doer is known to be somebody who can have done it: a force, a state, an armed group.

    "A bomber on a motorcycle" and "the raid" stand as doers in many
    sentences and name nobody, and the same man is told anew in each.
    """
    if mention.inter is not None:
        return True
    return (mention.actor_id is not None and mention.basis != "coreference") or is_known_side(mention.name)


def is_known_side(name: str) -> bool:
    """Return whether a name is one of the sides and bodies that this page knows."""
    return key_of(name) in _SIDES


def lineage_of(name: str, parents: Mapping[str, str] = PARENTS) -> tuple[str, ...]:
    """Return a body's key, then that of the body above it, and so on."""
    chain = [key_of(name)]
    while (above := parents.get(chain[-1])) is not None and key_of(above) not in chain:
        chain.append(key_of(above))
    return tuple(chain)


def related(left: str, right: str, parents: Mapping[str, str] = PARENTS) -> bool:
    """Return whether one body is the other or stands above it. Two children of one parent are not related."""
    return key_of(left) in lineage_of(right, parents) or key_of(right) in lineage_of(left, parents)
