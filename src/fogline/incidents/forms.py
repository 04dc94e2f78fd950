"""Which claim types can be two tellings of one happening, and how readily, in bits."""

from __future__ import annotations

from fogline.reading.types import TYPES, Family

# Types that reporters use for each other.
_FORMS: dict[str, str] = {
    "air-strike": "air",
    "shelling": "shell",
    "explosive": "blast",
    "suicide-bomb": "blast",
    "armed-clash": "ground",
    "territory-gained": "ground",
    "withdrawal": "leaving",
    "surrender": "leaving",
    "attack": "attack",
    "sexual-violence": "attack",
    "chemical-weapon": "chemical",
    "destruction": "ruin",
    "abduction": "taking",
    "arrest": "taking",
    "mobilize": "forces",
    "agree": "talks",
    "consult": "talks",
    "cooperate": "backing",
    "support": "backing",
    "aid": "aid",
    "concede": "concession",
    "sanction": "sanction",
    "protest": "protest",
    "request": "request",
    "reject": "refusal",
    "accuse": "blame",
    "threaten": "threat",
}

SAME_TYPE = 2.0
SAME_FORM = 1.2

# Bits for pairs of forms. A pair that is not listed is no telling of one
# happening (UNLIKE). Reasoned by hand from how outlets word the same event:
# "bombardment" is coded now as air strike and now as shelling, a toll is
# told as an attack, a retreat is the other side's capture.
UNLIKE = -6.0
_PAIRS: dict[frozenset[str], float] = {
    frozenset(pair): bits
    for pair, bits in (
        (("air", "shell"), -0.3),
        (("air", "chemical"), 0.5),
        (("shell", "chemical"), 0.5),
        (("attack", "chemical"), 0.0),
        (("blast", "chemical"), -1.0),
        (("air", "attack"), -0.2),
        (("shell", "attack"), -0.2),
        (("blast", "attack"), 0.3),
        (("ground", "attack"), -0.5),
        (("air", "ruin"), 0.5),
        (("shell", "ruin"), 0.5),
        (("blast", "ruin"), 0.5),
        (("ground", "ruin"), -0.5),
        (("attack", "ruin"), 0.0),
        (("air", "ground"), -1.5),
        (("shell", "ground"), -1.0),
        (("blast", "ground"), -1.5),
        (("blast", "air"), -3.0),
        (("blast", "shell"), -1.5),
        (("ground", "leaving"), 0.0),
        (("ground", "taking"), -1.5),
        (("attack", "taking"), -1.0),
        (("ground", "forces"), -2.0),
        (("leaving", "forces"), -1.0),
        (("leaving", "talks"), -1.0),
        (("leaving", "aid"), -1.0),
        (("talks", "aid"), -1.5),
        (("talks", "backing"), -1.5),
        (("talks", "concession"), -1.0),
        (("backing", "aid"), -1.0),
        (("backing", "forces"), -2.0),
        (("request", "threat"), -1.5),
        (("request", "blame"), -1.5),
        (("request", "talks"), -2.0),
        (("threat", "blame"), -1.5),
        (("refusal", "blame"), -1.5),
        (("refusal", "request"), -1.5),
    )
}

# States found no incident of their own, save a toll, a flight or a hardship
# with figures, a town and a day.
STATES = frozenset(code for code, t in TYPES.items() if t.family is Family.STATE)
FOUNDING_STATES = frozenset({"casualty-toll", "displacement", "hardship"})

# Acts of speech that join the happening they speak of.
RETORTS = frozenset({"reject", "accuse"})

_PHYSICAL = frozenset({Family.VIOLENCE, Family.TERRITORY, Family.COERCION})


def is_physical(code: str) -> bool:
    """Return whether a type is something that happens on the ground, as ACLED would code it, and no speech or state."""
    known = TYPES.get(code)
    return known is not None and known.family in _PHYSICAL


def blocking_family(code: str) -> str:
    """Return the name under which candidates are sought: fighting and harm, forces, custody, or the form of a speech act."""
    known = TYPES.get(code)
    if known is None:
        return code
    if known.family in (Family.VIOLENCE, Family.TERRITORY, Family.COERCION, Family.STATE):
        return "ground"
    return known.family.value


def type_bits(left: str, right: str) -> float:
    """Return how readily two types tell one happening."""
    if left == right:
        return SAME_TYPE
    one, other = _FORMS.get(left), _FORMS.get(right)
    if one is None or other is None:
        # A state (toll, flight, hardship) can stand beside any physical event.
        physical = is_physical(left) or is_physical(right)
        return 0.0 if physical or (one is None and other is None) else UNLIKE
    if one == other:
        return SAME_FORM
    return _PAIRS.get(frozenset((one, other)), UNLIKE)


def plain_name(code: str) -> str:
    """Return the type in words that a title can open with."""
    return _NAMES.get(code, code.replace("-", " ").capitalize())


_NAMES = {
    "air-strike": "Air strike",
    "armed-clash": "Fighting",
    "explosive": "Explosion",
    "suicide-bomb": "Suicide bombing",
    "chemical-weapon": "Chemical attack",
    "territory-gained": "Ground taken",
    "mobilize": "Forces moved",
    "agree": "Agreement",
    "consult": "Talks",
    "reject": "Refusal",
    "accuse": "Accusation",
    "threaten": "Threat",
    "request": "Demand",
    "concede": "Concession",
    "sanction": "Sanctions",
    "casualty-toll": "Toll",
    "hardship": "Hardship of civilians",
    "cooperate": "Joint action",
    "control": "Control",
    "strength": "Strength",
}
