"""What kind of place a candidate is: in words, and how exact its point is."""

from __future__ import annotations

from fogline.grounding.grounding import PlaceCandidate

__all__ = ["describe", "precision_of"]


def precision_of(candidate: PlaceCandidate) -> int:
    """Return UCDP ``where_prec`` of a place itself: 1 town … 6 country, 7 international waters.

    A region is 5; one of at most 25 km is 2; one wider than 300 km says no more than a country does.
    """
    match candidate.feature:
        case "country":
            return 6
        case "adm1":
            return 4
        case "adm2" | "adm3":
            return 3
        case "city" | "site":
            return 1
        case _:
            if candidate.code in ("SEA", "OCN"):
                return 7
            if candidate.radius_km <= 25:
                return 2
            return 6 if candidate.radius_km > 300 and candidate.feature == "region" else 5


_FEATURE_WORDS = {
    "country": "country", "adm1": "first-level division", "adm2": "second-level division", "adm3": "third-level division",
    "city": "town", "region": "region", "water": "water", "site": "site",
}  # fmt: skip


def describe(candidate: PlaceCandidate) -> str:
    """Return a candidate in words: "town in Deir ez-Zor, SY"."""
    where = ", ".join(w for w in (candidate.admin1 if candidate.admin1 != candidate.name else None, candidate.country) if w)
    return _FEATURE_WORDS[candidate.feature] + (f" in {where}" if where and candidate.feature != "country" else "")
