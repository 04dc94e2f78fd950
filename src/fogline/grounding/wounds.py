"""Whether a shot, a stab or a blow left the counted alive: "received wounds", "in critical condition", "shot in the leg"."""

from __future__ import annotations

from fogline.grounding.number import CARDINALS, Token
from fogline.grounding.word_lists import word_set

__all__ = ["HURT", "STRIKING", "SUFFERING", "hit_in_a_limb", "hurt", "in_a_limb", "shot_dead"]

HURT = word_set("wounded injured wounding injuring hurt")
SUFFERING = word_set("received receiving suffered suffering sustained sustaining")
_WOUNDS = word_set("wound wounds injury injuries burn burns fracture fractures concussion concussions shrapnel gash")
# A bullet here is survived more often than not.
_LIMBS = word_set(
    "leg legs arm arms hand hands foot feet shoulder shoulders thigh thighs knee knees ankle ankles buttock buttocks hip hips calf calves "
    "heel wrist wrists elbow elbows finger fingers toe toes jaw"
)
_PARTS_OF_ONE = word_set("limb limbs eye eyes sight eyesight hearing")
_WHOSE = word_set("the his her their its both one a an left right lower upper")
STRIKING = word_set("shot shooting shoot hit hitting stabbed stabbing")
_DYING = word_set("died dies dead bled succumbed killed")


def shot_dead(words: list[Token], i: int) -> bool:
    """Tell whether "shot" is said of people who are then counted as killed: not "shot at", not "shot down", not "shot and wounded"."""
    behind = words[i + 1].word if i + 1 < len(words) else ""
    return words[i].word == "shot" and behind not in ("at", "down") and not {w.word for w in words[i + 1 : i + 4]} & HURT


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
    return "injured" if word == "shot" and in_a_limb(words, i + 1) else None


def in_a_limb(words: list[Token], i: int) -> bool:
    """Tell whether the words at ``i`` say that a limb was hit, and nobody died of it: "in the left leg", not "in the thigh and died"."""
    if i >= len(words) or words[i].word not in ("in", "through"):
        return False
    limb = next((k for k in range(i + 1, min(len(words), i + 5)) if words[k].word in _LIMBS), None)
    if limb is None or any(w.word not in _WHOSE for w in words[i + 1 : limb]):
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
