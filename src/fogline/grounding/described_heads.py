"""The nouns by which a place is described, and what each can refer back to: "the town" a town, "the region" no town."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.grounding.place_phrase import TOWN

__all__ = [
    "CALLED",
    "COUNTRY",
    "DIVISIONS",
    "FEDERATIONS",
    "NO_VILLAGE",
    "OF_A_DIVISION",
    "OF_ITS_TOWN",
    "OF_THE_WAR",
    "SITES",
    "THE_TOWN",
    "TOLD_OF",
    "WATER",
    "WHERE_ONE_STANDS",
    "described_words",
    "features_of",
    "head_of",
    "is_singular",
]

WATER = frozenset({"water"})
_WIDE = frozenset({"adm1", "adm2", "adm3", "region", "country"})
# What a description can refer back to: its head word → features, nearest first.
_REFERS = {
    **dict.fromkeys(
        [
            "city",
            "town",
            "village",
            "suburb",
            "neighbourhood",
            "neighborhood",
            "settlement",
            "hamlet",
            "downtown",
            "centre",
            "center",
        ],
        TOWN,
    ),
    **dict.fromkeys(
        [
            "camp",
            "base",
            "airport",
            "airbase",
            "hospital",
            "school",
            "prison",
            "mosque",
            "church",
            "university",
            "site",
            "building",
            "house",
            "facility",
        ],
        TOWN,
    ),
    **dict.fromkeys(
        ["district", "province", "governorate", "department", "county", "oblast"], frozenset({"adm1", "adm2", "adm3", "city"})
    ),
    **dict.fromkeys(
        ["area", "enclave", "pocket", "zone", "north", "south", "east", "west", "front", "frontline", "territory"],
        TOWN | _WIDE - {"country"},
    ),
    "region": _WIDE - {"country"},
    "state": frozenset({"adm1"}),
    "scene": TOWN,
    **dict.fromkeys(["waterway", "strait"], WATER),
    **dict.fromkeys(["here", "there", "it"], TOWN | _WIDE),
    **dict.fromkeys(["country", "nation", "homeland", "frontiers", "soil"], frozenset({"country"})),
}
# Descriptions that are looked for among the names that were called so: "Deir ez-Zor province … the province".
CALLED = frozenset(["province", "governorate", "region", "state", "district", "town", "village", "camp"])
TOLD_OF = frozenset(["enclave", "pocket"])
# "The provincial capital" is not the country's.
OF_A_DIVISION = frozenset(["provincial", "regional", "province", "region", "governorate", "oblast", "district", "state"])
# What a village on no map is not called, and what lies in none.
NO_VILLAGE = frozenset(
    [
        "city",
        "downtown",
        "airport",
        "airbase",
        "university",
        "north",
        "south",
        "east",
        "west",
        "front",
        "frontline",
        "zone",
    ]
)
OF_ITS_TOWN = frozenset(["airport", "airbase", "hospital", "scene"])
# "The city" is the one that the report is about, unless another was named just before.
THE_TOWN = frozenset(["city", "town", "downtown", "centre", "center"])
COUNTRY = frozenset({"country"})
# What the name of a town only stands for if no province is named.
DIVISIONS = frozenset(["province", "governorate", "oblast", "state"])
# Where "the state" is one of many, and not the country.
FEDERATIONS = frozenset(["AU", "BR", "DE", "IN", "MM", "MX", "MY", "NG", "SD", "SO", "SS", "US", "VE"])
# Of a camp it is often told which came from where, and what it is called is looked for already.
SITES = frozenset(["base", "airport", "airbase", "hospital", "school", "prison", "mosque", "church", "university"])
OF_THE_WAR = frozenset(["area", "zone", "territory"])
WHERE_ONE_STANDS = frozenset(["here", "there", "it"])


def described_words(surface: str) -> list[str]:
    """Return the words of a description that say what is referred to: of "the city's eastern districts" the city."""
    whole, _, _ = re.sub(r"['’]s\b", "\0", surface).partition("\0")
    words = re.findall(r"[a-z]+", whole.casefold())
    return words if head_of(words) is not None else re.findall(r"[a-z]+", surface.casefold())


def features_of(head: str) -> frozenset[str]:
    """Return what a description by its ``head``, in singular or plural, can refer back to."""
    return _REFERS.get(head) or _REFERS[head.rstrip("s")]


def head_of(words: Sequence[str]) -> str | None:
    """Return the last word of a description that says what is referred to, "it" only where no noun does."""
    nouns = (w for w in reversed(words) if w != "its" and (w in _REFERS or w.rstrip("s") in _REFERS))
    return next((w for w in nouns if w != "it"), "it" if "it" in words else None)


def is_singular(head: str) -> bool:
    return head in _REFERS
