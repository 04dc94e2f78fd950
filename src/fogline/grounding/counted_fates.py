"""What befell the counted, by turns of phrase that no single word tells: "not seen since", "driven from their homes", "were among the dead"."""

from __future__ import annotations

from fogline.grounding.number import Token
from fogline.grounding.phrase_words import HELPING, SENTENCE_ENDS
from fogline.grounding.quantity_words import FIGHTERS
from fogline.grounding.word_lists import word_set
from fogline.grounding.wounds import bears_wounds, lost_a_limb

__all__ = ["fate_told"]

_NEAR = 9


def fate_told(words: list[Token], first: int, last: int) -> str | None:
    """Return what a turn of phrase around ``words[first:last]`` says befell the counted; None where none is known.

    Whoever is brought out alive suffered nothing that the codebook has a
    word for: they are counted as other.
    """
    behind = _clause_behind(words, last)
    if _put_to_death(behind) or _succumbed(behind) or _among_the_dead(behind) or _killed_where_they_hid(words, first, last):
        return "killed"
    if _killed_by_hand(words, first, last, behind) or _taken_and_killed(words, first, last):
        return "killed"
    if (told := _as_the_others(words, first) or _listed_behind_a_dash(words, first)) is not None:
        return told
    if bears_wounds(words, last) or lost_a_limb(words, last):
        return "injured"
    if _unseen(behind):
        return "missing"
    if _brought_out_alive(words, first, behind):
        return "other"
    if _driven_out(words, first, behind):
        return "displaced"
    armed = any(w.word in FIGHTERS for w in words[first:last])
    return "trapped" if not armed and _cut_off(words, first, behind) else None


def _clause_behind(words: list[Token], last: int) -> list[str]:
    """Return the words behind the counted up to the end of what is said of them."""
    out: list[str] = []
    for token in words[last : last + _NEAR]:
        if token.word in SENTENCE_ENDS or token.word in _OTHERS:
            break
        out.append(token.word)
    return out


# What may open a clause of others.
_OTHERS = word_set(", and but when while after as before where which")
_BEING = word_set("was were is are been be being")


def standing_told(words: list[Token], first: int, last: int) -> str | None:
    """Return how the counted live, where no word says what befell them."""
    behind = _clause_behind(words, last)
    if _behind_bars(behind):
        return "detained"
    return "displaced" if _in_camps(behind) and not any(w.word in FIGHTERS for w in words[first:last]) else None


def _at(behind: list[str], *turns: tuple[str, ...]) -> bool:
    """Tell whether one of some runs of words stands in a clause."""
    return any(tuple(behind[k : k + len(turn)]) == turn for turn in turns for k in range(len(behind)))


def _put_to_death(behind: list[str]) -> bool:
    """Tell whether the counted were done to death: "were trampled to death", but not "were sentenced to death"."""
    to = next((k for k in range(1, len(behind) - 1) if behind[k : k + 2] == ["to", "death"]), None)
    if to is None or behind[to - 1] not in _TO_DEATH:
        return False
    by_oneself = behind[to - 1] in _DIED_SO and bool(_PERFECT & {*behind[max(0, to - 3) : to - 1]})
    return to == 1 or by_oneself or bool(_BEING & {*behind[max(0, to - 3) : to - 1]})


_TO_DEATH = word_set(
    "trampled hacked beaten stabbed stoned clubbed burned burnt crushed frozen starved tortured shot kicked bludgeoned whipped choked lynched"
)


# "Had choked to death": nobody need have done it to them.
_DIED_SO = word_set("choked burned burnt frozen starved bled")
_PERFECT = word_set("have has had")


def _killed_by_hand(words: list[Token], first: int, last: int, behind: list[str]) -> bool:
    """Tell whether the counted are the object of a verb that kills by what stands beside them: "stabbed two guards to death", "cut the throats of nine"."""
    before = [w.word for w in words[max(0, first - 6) : first]]
    if behind[:2] == ["to", "death"] and _TO_DEATH & {*before[-3:]}:
        return True
    if before[-1:] == ["of"] and before[-2:-1] in (["throat"], ["throats"]) and _CUTTING & {*before[:-2]}:
        return True
    until = next((k for k in range(len(behind) - 2) if behind[k] == "until" and behind[k + 2] == "died"), None)
    return until is not None and until > 0 and behind[until - 1] in _TO_DEATH


_CUTTING = word_set("cut cutting slit slitting slashed slashing")


def _taken_and_killed(words: list[Token], first: int, last: int) -> bool:
    """Tell whether the counted were seized and then killed by one and the same: "stopped two traders at the ford and shot them"."""
    if not _SEIZING & {w.word for w in words[max(0, first - 6) : first]}:
        return False
    for i in range(last, min(len(words) - 2, last + 14)):
        if words[i].word in SENTENCE_ENDS or words[i].word in _ANOTHER_STORY:
            return False
        shot = words[i].word == "and" and words[i + 1].word in _SHOT
        if shot and words[i + 2].word in (("him", "her") if words[first].word in ("a", "an", "one") else ("them",)):
            return words[i + 1].word != "shot" or [w.word for w in words[i + 3 : i + 5]][:1] not in (["in"], ["through"])
    return False


_SEIZING = word_set(
    "stopped seized captured took abducted kidnapped arrested detained caught pulled dragged stood lined bound tied"
)
# Behind these it is told of somebody else: "arrested two men after gunmen ambushed a mayor and shot him".
_ANOTHER_STORY = word_set("who which when while after before that accused suspected having")
_SHOT = word_set("shot killed executed murdered hanged beheaded")


def _succumbed(behind: list[str]) -> bool:
    """Tell whether the counted died of what had befallen them: "succumbed to her injuries", and not "to pressure"."""
    return _at(behind[:4], ("succumbed", "to")) and bool(_DIED_OF & {*behind})


_DIED_OF = word_set("injury injuries wound wounds burns disease diseases cholera typhus illness hunger cold")


def _among_the_dead(behind: list[str]) -> bool:
    """Tell whether the counted are said to be some of the dead: "were among the dead", "were among 48 people executed"."""
    if behind[:2] not in (["were", "among"], ["was", "among"], ["are", "among"], ["is", "among"]):
        return False
    stop = next((k for k, w in enumerate(behind) if w in ("who", "for", "of")), len(behind))
    return bool(_DEAD & {*behind[2 : min(7, stop)]})


_DEAD = word_set("dead killed executed fatalities slain")


def _killed_where_they_hid(words: list[Token], first: int, last: int) -> bool:
    """Tell whether a verb of killing has as its object people of whom it is told where they hid: "killed 18 people who were sheltering there"."""
    hid = [w.word for w in words[last : last + 3] if w.word not in ("who", "were", "had")]
    return first > 0 and words[first - 1].word in _KILLING and hid[:1] != [] and hid[0] in _HIDING


_KILLING = word_set("kill kills killed killing")
_HIDING = word_set("sheltering hiding taken seeking living trapped")


def _as_the_others(words: list[Token], first: int) -> str | None:
    """Read the verb before a far "along with": "ten guards were killed in the blast along with eight raiders"."""
    before = [w.word for w in words[max(0, first - 18) : first]]
    if before[-2:] not in (["along", "with"], ["together", "with"]):
        return None
    for k in range(len(before) - 3, 0, -1):
        if before[k] in SENTENCE_ENDS or before[k] in _OTHERS - {"and"}:
            return None
        if before[k] in _SUFFERED:
            return _SUFFERED[before[k]] if before[k - 1] in _BEING else None
    return None


def _listed_behind_a_dash(words: list[Token], first: int) -> str | None:
    """Read the verb that a dash parts from a list of those it is said of: "six guards were hurt--four men and two women"."""
    k = first - 1
    while k > 0 and first - k < 9 and (words[k].word.isalnum() or words[k].word == ","):
        if words[k].word in HELPING or words[k].word in _SUFFERED:
            return None
        k -= 1
    while (
        k > 0
        and words[k].word in _DASHES
        and (words[k - 1].word in _DASHES or words[k].start > words[k - 1].end or words[k + 1].word in _DASHES)
    ):
        k -= 1
    if k < 1 or k == first - 1 or words[k + 1].word not in _DASHES:
        return None
    return _SUFFERED.get(words[k].word) if words[k - 1].word in _BEING else None


_DASHES = word_set("- – —")
_SUFFERED = {
    **dict.fromkeys(word_set("killed murdered executed slain"), "killed"),
    **dict.fromkeys(word_set("wounded injured hurt"), "injured"),
    **dict.fromkeys(word_set("arrested detained captured kidnapped abducted"), "detained"),
}


def _unseen(behind: list[str]) -> bool:
    """Tell whether nothing is known of the counted: "have not been seen since", "were last seen at the bridge", "whose fate is unknown"."""
    if _at(behind, ("not", "been", "seen"), ("not", "been", "heard"), ("never", "been", "seen"), ("never", "seen", "again")):
        return True
    if _at(behind, ("not", "accounted", "for"), ("not", "been", "accounted"), ("to", "be", "accounted")):
        return True
    return _at(behind, ("were", "last", "seen"), ("was", "last", "seen")) or (
        _at(behind, ("whose", "fate"), ("whose", "whereabouts")) and bool({"unknown", "unclear"} & {*behind})
    )


def _brought_out_alive(words: list[Token], first: int, behind: list[str]) -> bool:
    """Tell whether the counted came out alive: "dug out three children alive", "two men were found alive"."""
    if "alive" not in behind[:6]:
        return False
    told = {w.word for w in words[max(0, first - 3) : first]} | {*behind}
    return bool(told & _BRINGING_OUT) and not told & _NOT_ALIVE


_BRINGING_OUT = word_set("brought pulled dug found recovered rescued freed extracted bring pull pulling bringing")
_NOT_ALIVE = word_set("burned burnt buried burning skinned dead no not nobody")


def _driven_out(words: list[Token], first: int, behind: list[str]) -> bool:
    """Tell whether the counted had to leave: "driven a million from their homes", "hundreds have taken refuge in the church"."""
    if _at(behind, ("taken", "refuge"), ("took", "refuge"), ("taking", "refuge"), ("sought", "refuge"), ("found", "refuge")):
        return True
    driver = bool(_DRIVING & {w.word for w in words[max(0, first - 2) : first]})
    if driver and (behind[:2] == ["from", "their"] or (behind[:1] in (["from"], ["out"]) and "homes" in behind)):
        return True
    helped = next((k for k, w in enumerate(behind[:4]) if w in HELPING), None)
    verb = next((k for k, w in enumerate(behind) if w in _DRIVEN), None)
    return helped is not None and verb is not None and helped < verb and "homes" in behind[verb + 1 : verb + 6]


_DRIVING = word_set("drove driven driving drives forced forcing chased uprooted")
_DRIVEN = word_set("driven forced chased")


def _cut_off(words: list[Token], first: int, behind: list[str]) -> bool:
    """Tell whether the counted cannot leave: "are living under siege", "were cut off", "prevented 40 families from leaving"."""
    if _at(behind, ("under", "siege"), ("under", "a", "siege"), ("under", "blockade"), ("under", "a", "blockade")):
        return True
    helped = next((k for k, w in enumerate(behind[:5]) if w in _BEING), None)
    if helped is not None and behind[helped + 1 : helped + 3] == ["cut", "off"]:
        return True
    if helped is not None and behind[helped + 1 : helped + 2] in (["surrounded"], ["cornered"], ["encircled"]):
        return True
    kept = bool(_KEEPING & {w.word for w in words[max(0, first - 2) : first]})
    return kept and behind[:1] == ["from"] and behind[1:2] != [] and behind[1] in _LEAVING


_KEEPING = word_set("prevented preventing prevents prevent stopped stopping kept keeping")
_LEAVING = word_set("leaving fleeing escaping departing")


# How somebody is said to be somewhere still: "who are still in".
_STILL = _BEING | word_set("who that still now also remain remains remained")


def _without_still(behind: list[str]) -> tuple[list[str], bool]:
    """Return the words behind the counted without those that say that they still are, and whether there were any."""
    if behind[:1] == ["of"]:  # "of the guild are still in jail"
        behind = behind[next((n for n, w in enumerate(behind) if w in _BEING), 0) :]
    k = next((n for n, w in enumerate(behind) if w not in _STILL), len(behind))
    return behind[k:], k > 0


def _behind_bars(behind: list[str]) -> bool:
    """Tell whether the counted are held: "200 in custody", "who are still in jail", "is on death row", "serving life for the raid"."""
    told, still = _without_still(behind)
    if told[:2] in (["in", "custody"], ["in", "detention"], ["behind", "bars"], ["on", "death"]):
        return told[1] != "death" or told[2:3] == ["row"]
    if still and told[:1] == ["in"] and told[1:2] in (["jail"], ["prison"]):
        return True
    return told[:1] == ["serving"] and bool(_SERVED & {*told[1:5]})


_SERVED = word_set("life years sentence sentences term terms time")


def _in_camps(behind: list[str]) -> bool:
    """Tell whether the counted are said to be in camps or tents, and to be held in none: "are in camps", "are living in tents"."""
    told, still = _without_still(behind)
    row = told[1:] if told[:1] != [] and told[0] in ("living", "sheltering", "staying", "housed") else told
    if not still or row[:1] != ["in"]:
        return False
    at = next((k for k, w in enumerate(row[1:4], 1) if w in ("camps", "tents", "shelters")), None)
    return at is not None and not _OF_PRISONERS & {*row[1:at]}


_OF_PRISONERS = word_set("prison internment detention labour labor training army military rebel re-education")
