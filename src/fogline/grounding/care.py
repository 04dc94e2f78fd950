"""Whether the counted are in somebody's care: taken to hospital, treated for burns, admitted with wounds."""

from __future__ import annotations

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.number import Token
from fogline.grounding.phrase_words import HELPING, SENTENCE_ENDS
from fogline.grounding.word_lists import word_set

__all__ = ["in_care", "tended", "treated"]

_TENDING = word_set(
    "treated treating treat treats received receiving admitted affected poisoned hospitalised hospitalized choked choking suffocated"
)
# Where the kind of claim is aid or hardship, "received" and "affected" say nothing of wounds.
_TREATED = word_set("treated admitted hospitalised hospitalized")
# Whoever is brought to a hospital is hurt, whatever verb stands before the "and".
_BROUGHT = word_set(
    "taken rushed sent brought admitted transferred transported airlifted flown moved carried evacuated referred sending sends put left"
)
_STAYING = word_set("was were are is been being remain remains remained stay stayed")
_HOSPITALS = word_set("hospital hospitals clinic clinics")
_WHICH_HOSPITAL = word_set("a an the local nearby different several various area city military field two three other")
# The sick are no injured.
_ILLNESSES = word_set(
    "cholera malaria malnutrition measles diarrhoea diarrhea dysentery typhoid dengue fever disease diseases infection infections "
    "dehydration hunger starvation illness illnesses covid coronavirus ebola polio tuberculosis hepatitis scabies hiv"
)
_VIOLENCE = word_set(
    "attack attacks strike strikes airstrike airstrikes raid raids shelling bombing bombings bomb blast blasts explosion explosions "
    "clash clashes fighting shooting massacre shrapnel gunshot gunshots bullet bullets shot chlorine sarin mustard gas nerve blistering"
)
# "Nine people, *among them two girls,* were treated."
_OPENS_PARTS = word_set("including among most many mostly mainly")
_HARM = lexicon.INJURED - word_set("breathing suffocation hospitalised hospitalized") | _VIOLENCE


def tended(words: list[Token], first: int, last: int) -> bool:
    """Tell whether the counted are said to be in care, or affected: after an attack they are hurt."""
    if _are_sick(words, last):
        return False
    return any(w.word in _TENDING for w in words[max(0, first - 3) : first]) or _passive(words, last, _TENDING)


def treated(words: list[Token], last: int) -> str | None:
    """Return what the words say of people who are treated or admitted, where the kind of claim tells of no attack.

    Beside wounds, a blast or the like they are injured. Where no word says
    why they are treated they are other: whoever reads the whole report may
    know better. The sick are left to the kind of claim.
    """
    if not _passive(words, last, _TREATED) or _are_sick(words, last):
        return None
    return "injured" if any(w.word in _HARM for w in words) else "other"


def _passive(words: list[Token], last: int, verbs: frozenset[str]) -> bool:
    """Tell whether one of ``verbs`` is said of the counted: "were still being treated"."""
    helped, last = False, _past_the_parts(words, last)
    for token in words[last : last + 8]:
        if token.word in SENTENCE_ENDS or token.word in ("and", "but"):
            return False
        if helped and token.word in verbs:
            return True
        helped = helped or token.word in HELPING
    return False


def _past_the_parts(words: list[Token], last: int) -> int:
    """Return where a sentence goes on behind what is put in between commas of those counted before it, else ``last``."""
    opens = [w.word for w in words[last : last + 2]]
    if len(opens) < 2 or opens[0] != "," or opens[1] not in _OPENS_PARTS:
        return last
    return next((i + 1 for i in range(last + 2, min(last + 12, len(words))) if words[i].word == ","), last)


def _are_sick(words: list[Token], last: int) -> bool:
    """Tell whether an illness is told behind the counted: "were treated for cholera"."""
    for token in words[last : last + 14]:
        if token.word in SENTENCE_ENDS:
            return False
        if token.word in _ILLNESSES:
            return True
    return False


def in_care(words: list[Token], first: int, last: int, stop: int) -> bool:
    """Tell whether the counted are in a hospital's care: "five were taken to hospital", "sent 15 to hospital", "12 were treated for burns"."""
    if any(w.word in ("bodies", "body", "corpses") for w in words[max(0, first - 2) : first]) or _are_sick(words, last):
        return False
    brought, stays = first > 0 and words[first - 1].word in _BROUGHT, False
    for i in range(last, min(stop, last + 9, len(words))):
        word = words[i].word
        behind = [w.word for w in words[i + 1 : i + 6]]
        if not word[0].isalnum() or word in ("and", "but", "or"):
            return False
        if word in _BROUGHT:
            brought = True
        elif word in ("treated", "treatment") and stays and behind[:1] in (["for"], ["in"], ["at"]):
            return True
        elif word in ("to", "in") and (brought or (stays and word == "in")):
            if behind[:2] == ["intensive", "care"] or next((w for w in behind if w not in _WHICH_HOSPITAL), "") in _HOSPITALS:
                return True
        elif any(word in known for known in lexicon.EVENTS.values()):
            return False
        stays = stays or word in _STAYING
    return False
