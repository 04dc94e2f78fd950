"""What a number of people is counted as, by the words around it, the trigger, its noun and the claim's type."""

from __future__ import annotations

import re

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.number import Number, Token
from fogline.grounding.quantity_evidence import befell, event_of, is_attribute
from fogline.grounding.unharmed import are_at_war
from fogline.grounding.word_lists import word_set

# What a claim of each type counts where no word says more.
BY_TYPE = {
    **dict.fromkeys(
        ("attack", "armed-clash", "air-strike", "shelling", "explosive", "suicide-bomb", "chemical-weapon", "casualty-toll"), "killed"
    ),
    "arrest": "detained", "abduction": "detained", "displacement": "displaced", "aid": "civilians", "hardship": "civilians",
    "strength": "fighters", "mobilize": "fighters", "territory-gained": "fighters", "withdrawal": "fighters", "surrender": "fighters",
    "control": "civilians",
}  # fmt: skip
# Types of claims in which people come to harm.
VIOLENT = word_set("attack armed-clash air-strike shelling explosive suicide-bomb chemical-weapon")


def counted_as(words: list[Token], first: int, last: int, found: list[Number], claim_type: str, trigger: str) -> str:
    """Return what the people in ``words[first:last]`` are counted as; the words around them go before the trigger, and both before the noun."""
    local = befell(words, first, last, found)
    told = next((what for word in re.findall(r"\w+", trigger.lower()) if (what := event_of(word)) is not None), None)
    if local is not None:
        # "Hanged on Sunday three men convicted of spying"
        return "killed" if told == "killed" and local == "detained" and is_attribute(words, last) else local
    if are_at_war(words, last):
        return "fighters"
    return told or by_noun(words, first, last, BY_TYPE.get(claim_type, "other"), claim_type)


def by_noun(words: list[Token], first: int, last: int, default: str, claim_type: str) -> str:
    """Choose between fighters and civilians by the noun where the claim's type speaks of either."""
    heads = [w.word for w in words[first:last]]
    fighters = any(w in lexicon.FIGHTERS for w in heads)
    if default == "fighters":
        return "civilians" if any(w in _PLAINLY_CIVILIAN for w in heads) and not fighters else "fighters"
    if default == "civilians" and fighters and not any(w in _PLAINLY_CIVILIAN for w in heads):
        return "fighters"
    if default == "other" and fighters:
        return "fighters"
    if claim_type in ("armed-clash", "attack") and fighters:
        # A clash's fighters without a word of death are those who took part.
        return "fighters"
    if claim_type == "displacement" and fighters:
        return "fighters"
    if claim_type in VIOLENT and any(w in _PERPETRATORS for w in heads):
        return "fighters"
    return default


_PERPETRATORS = word_set(
    "bomber bombers attacker attackers assailant assailants gunman gunmen hijacker hijackers kidnappers raiders"
)
_PLAINLY_CIVILIAN = word_set(
    "relatives wives mothers dependents dependants elderly civilian civilians children child women families family residents villagers inhabitants refugees girls babies"
)
