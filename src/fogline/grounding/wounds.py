"""Whether a shot, a stab or a blow left the counted alive: "received wounds", "in critical condition", "shot in the leg"."""

from __future__ import annotations

from fogline.grounding.number import CARDINALS, Token
from fogline.grounding.word_lists import word_set

__all__ = [
    "HURT",
    "STRIKING",
    "SUFFERING",
    "bears_wounds",
    "hit_in_a_limb",
    "hurt",
    "in_a_limb",
    "lost_a_limb",
    "shot_dead",
    "wounded_by",
]

HURT = word_set("wounded injured wounding injuring hurt")
SUFFERING = word_set("received receiving suffered suffering sustained sustaining")
_WOUNDS = word_set("wound wounds injury injuries burn burns fracture fractures concussion concussions shrapnel gash")
# A bullet here is survived more often than not.
_LIMBS = word_set(
    "leg legs arm arms hand hands foot feet shoulder shoulders thigh thighs knee knees ankle ankles buttock buttocks hip hips calf calves "
    "heel wrist wrists elbow elbows finger fingers toe toes jaw"
)
# Whoever is only said to be hit here lived to be told of; whoever is shot here may be dead.
_BELLY = word_set("stomach stomachs abdomen groin spine")
_TRUNK = _BELLY | word_set("neck back chest face side head")
_PARTS_OF_ONE = word_set("limb limbs eye eyes sight eyesight hearing")
_WHOSE = word_set("the his her their its both one a an left right lower upper")
STRIKING = word_set("shot shooting shoot hit hitting stabbed stabbing")
_DYING = word_set("died dies dead bled succumbed killed")
_DEATH = _DYING | word_set("death deaths bodies body corpse corpses dying fatally")


def shot_dead(words: list[Token], i: int) -> bool:
    """Tell whether "shot" is said of people who are then counted as killed: not "shot at", not "shot down", not "shot and wounded"."""
    behind = [w.word for w in words[i + 1 : i + 3]] or [""]
    at = behind[0] in ("at", "down") and behind[1:] not in (["least"], ["most"])
    return words[i].word == "shot" and not at and not {w.word for w in words[i + 1 : i + 4]} & HURT


def hurt(words: list[Token], i: int, last: int) -> str | None:
    """Read "12 received wounds", "two are in critical condition", "she was shot in the leg"."""
    word, behind = words[i].word, [w.word for w in words[i + 1 : i + 5]]
    if word in SUFFERING and i <= last + 3 and any(w in _WOUNDS for w in behind):
        return "injured"
    if (
        word == "in"
        and i <= last + 4
        and behind[:1] in (["critical"], ["serious"], ["stable"], ["grave"])
        and "condition" in behind[:2]
    ):
        return "injured"
    if word == "lost" and i <= last + 3:
        part = next((w for w in behind if w not in _WHOSE and w not in CARDINALS), "")
        if part in _LIMBS | _PARTS_OF_ONE:
            return "injured"  # "12 soldiers lost a leg"
    return "injured" if word in STRIKING and in_a_limb(words, i + 1) else None


def in_a_limb(words: list[Token], i: int) -> bool:
    """Tell whether the words at ``i`` say that a limb was hit, and nobody died of it: "in the left leg", not "in the thigh and died"."""
    if i >= len(words) or words[i].word not in ("in", "through"):
        return False
    parts = _LIMBS | (_TRUNK if i and words[i - 1].word == "hit" else _BELLY)
    limb = next((k for k in range(i + 1, min(len(words), i + 5)) if words[k].word in parts), None)
    if limb is None or any(w.word not in _WHOSE for w in words[i + 1 : limb]):
        return False
    if words[limb].word in _TRUNK and _goes_on_to_die(words, limb):
        return False
    behind = [w.word for w in words[limb + 1 : limb + 6]]
    if behind[:1] not in (["and"], [","], ["but"]):
        return True
    later = next((w for w in behind[1:] if w not in _LATER), "")
    return later not in _DYING


_LATER = word_set("later then soon he she they had has have quickly slowly eventually")


def hit_in_a_limb(words: list[Token], first: int, last: int) -> bool:
    """Tell whether a verb before the counted and a limb behind them say that they were hurt: "shot two men in the knees"."""
    return any(w.word in STRIKING for w in words[max(0, first - 3) : first]) and in_a_limb(words, last)


def _goes_on_to_die(words: list[Token], i: int) -> bool:
    """Tell whether a word of death stands in the sentence behind token ``i``."""
    for token in words[i : i + 25]:
        if token.word in (".", "!", "?", ";"):
            return False
        if token.word in _DEATH:
            return True
    return False


def bears_wounds(words: list[Token], last: int) -> bool:
    """Tell whether the counted are told with their wounds, and not as dead: "117 people with gunshot wounds", "a girl with a cut to the cheek"."""
    behind = [w.word for w in words[last : last + 5]]
    if behind[:1] != ["with"] and behind[:2] not in (["have", "bullet"], ["had", "bullet"]):
        return False
    return bool(_WOUNDS & {*behind[1:]}) and not _goes_on_to_die(words, last)


def lost_a_limb(words: list[Token], last: int) -> bool:
    """Tell whether a limb of the counted is said to be gone: "had his legs blown off", "had a foot amputated"."""
    behind = [w.word for w in words[last : last + 8]]
    if behind[:1] not in (["had"], ["has"], ["have"]):
        return False
    limb = next((k for k, w in enumerate(behind) if w in _LIMBS), None)
    if limb is None or any(w not in _WHOSE and w not in CARDINALS for w in behind[1:limb]):
        return False
    return behind[limb + 1 : limb + 2] != [] and behind[limb + 1] in _GONE and not _goes_on_to_die(words, last)


_GONE = word_set("blown torn amputated severed cut ripped crushed broken")


def wounded_by(trigger: list[str], words: list[Token], last: int) -> bool:
    """Tell whether a trigger of violence names a wound that the counted are not said to have died of: "lost a hand", "stabbed", "thirty lashes"."""
    told = {*trigger}
    limb = bool(told & (_LIMBS | _PARTS_OF_ONE)) and bool(told & (_GONE | {"lost", "losing"}))
    return (limb or bool(told & _MAIMING)) and not told & _DEATH and not _goes_on_to_die(words, last)


_MAIMING = word_set("stabbed stabbing lashes lash amputated amputation gunshot")
