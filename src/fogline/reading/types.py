"""The codebook's claim types and their crosswalk to ACLED and PLOVER."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """Types that can describe the same happening in different words."""

    VIOLENCE = "violence"
    TERRITORY = "territory"
    FORCES = "forces"
    COERCION = "coercion"
    POLITICS = "politics"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class ClaimType:
    """A code of the codebook: what it covers, and what ACLED and PLOVER call it (None: they do not)."""

    code: str
    covers: str
    family: Family
    acled_event: str | None
    acled_sub_event: str | None
    plover: str | None

    @property
    def political_violence(self) -> bool:
        """Whether ACLED counts it as political violence: battles, explosions and violence against civilians."""
        return self.acled_event in ("Battles", "Explosions/Remote violence", "Violence against civilians")


_V, _T, _F, _C, _P, _S = Family
_STRATEGIC = "Strategic developments"
_REMOTE = "Explosions/Remote violence"
_CIVILIANS = "Violence against civilians"

TYPES: dict[str, ClaimType] = {
    t.code: t
    for t in (
        ClaimType("armed-clash", "ground fighting between armed sides", _V, "Battles", "Armed clash", "ASSAULT"),
        ClaimType("air-strike", "strikes from aircraft or drones", _V, _REMOTE, "Air/drone strike", "ASSAULT"),
        ClaimType(
            "shelling", "artillery, mortar, rocket, missile fire", _V, _REMOTE, "Shelling/artillery/missile attack", "ASSAULT"
        ),
        ClaimType("explosive", "mines, IEDs, car bombs, grenades", _V, _REMOTE, "Remote explosive/landmine/IED", "ASSAULT"),
        ClaimType("suicide-bomb", "suicide attacks with explosives", _V, _REMOTE, "Suicide bomb", "ASSAULT"),
        ClaimType("chemical-weapon", "use of chemical agents", _V, _REMOTE, "Chemical weapon", "ASSAULT"),
        ClaimType("attack", "killing, execution or torture of unarmed people", _V, _CIVILIANS, "Attack", "ASSAULT"),
        ClaimType("abduction", "kidnapping, forced disappearance", _C, _CIVILIANS, "Abduction/forced disappearance", "COERCE"),
        ClaimType("sexual-violence", "rape, sexual slavery", _V, _CIVILIANS, "Sexual violence", "ASSAULT"),
        ClaimType(
            "territory-gained",
            "a side enters, captures or retakes a place",
            _T,
            "Battles",
            "Non-state actor overtakes territory",
            "ASSAULT",
        ),
        ClaimType(
            "withdrawal",
            "a side leaves, pulls back or suspends operations",
            _T,
            _STRATEGIC,
            "Non-violent transfer of territory",
            "RETREAT",
        ),
        ClaimType("surrender", "fighters give themselves up", _T, _STRATEGIC, "Other", "RETREAT"),
        ClaimType(
            "mobilize",
            "forces, weapons or posts are moved or built up",
            _F,
            _STRATEGIC,
            "Headquarters or base established",
            "MOBILIZE",
        ),
        ClaimType("arrest", "arrest, detention, prosecution, release", _C, _STRATEGIC, "Arrests", "COERCE"),
        ClaimType("destruction", "damage to or looting of property", _V, _STRATEGIC, "Looting/property destruction", "ASSAULT"),
        ClaimType("agree", "agreement, ceasefire, deal reached", _P, _STRATEGIC, "Agreement", "AGREE"),
        ClaimType("consult", "talks, visits, calls", _P, None, None, "CONSULT"),
        ClaimType("cooperate", "joint action, sharing of means", _P, None, None, "COOPERATE"),
        ClaimType("support", "praise, endorsement, a pledge of backing", _P, None, None, "SUPPORT"),
        ClaimType("aid", "aid, evacuation, repatriation", _P, None, None, "AID"),
        ClaimType("concede", "yields to a demand, eases a restriction", _P, None, None, "CONCEDE"),
        ClaimType("request", "demand, appeal, call on", _P, None, None, "REQUEST"),
        ClaimType("reject", "denial, refusal, dispute of another's claim", _P, None, None, "REJECT"),
        ClaimType("accuse", "accusation, condemnation, blame", _P, None, None, "ACCUSE"),
        ClaimType("threaten", "threat, warning, ultimatum", _P, None, None, "THREATEN"),
        ClaimType("sanction", "sanctions, expulsion, cutting ties", _P, None, None, "SANCTION"),
        ClaimType("protest", "demonstrations, strikes, riots", _P, "Protests", "Peaceful protest", "PROTEST"),
        ClaimType("control", "who holds, besieges or contests a place", _S, None, None, None),
        ClaimType("strength", "a side's numbers, capability, condition", _S, None, None, None),
        ClaimType("displacement", "people flee, are displaced, return", _S, None, None, None),
        ClaimType("hardship", "civilians trapped, besieged, hungry, in camps", _S, None, None, None),
        ClaimType("casualty-toll", "a toll over a period or a war", _S, None, None, None),
    )
}
