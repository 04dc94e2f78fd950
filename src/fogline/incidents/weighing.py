"""The sum of what speaks for and against two accounts telling one happening, and what rules it out."""

from __future__ import annotations

from collections.abc import Iterable

from fogline.incidents.forms import UNLIKE
from fogline.incidents.sharing import shared
from fogline.incidents.signals import (
    Corpus,
    Profile,
    Signal,
    actors_shared,
    copied_text,
    day_range,
    days_apart,
    days_between,
    excluded_by_days,
    figures_compatible,
    place_apart,
    targets_shared,
    type_compatibility,
    words_alike,
)
from fogline.incidents.spellings import alike

# Two accounts that place a happening this far apart, both to the town, are two happenings.
FAR_KM = 100.0

SIGNALS: tuple[tuple[str, Signal], ...] = (
    ("days apart", days_apart),
    ("place", place_apart),
    ("type", type_compatibility),
    ("actors", actors_shared),
    ("targets", targets_shared),
    ("figures", figures_compatible),
    ("words", words_alike),
    ("copied text", copied_text),
)

EXCLUDED_BITS = -99.0


def weigh(left: Profile, right: Profile, corpus: Corpus) -> tuple[float, tuple[tuple[str, float, str], ...]]:
    """Return the sum of all signals and the signals themselves; an exclusion stands alone and outweighs everything."""
    why_not = _never_one(left, right, corpus)
    if why_not is not None:
        return EXCLUDED_BITS, (("excluded", EXCLUDED_BITS, why_not),)
    found = [(name, *signal(left, right, corpus)) for name, signal in SIGNALS]
    return sum([bits for _, bits, _ in found]), tuple((name, bits, reason()) for name, bits, reason in found)


def weight_of(left: Profile, right: Profile, corpus: Corpus) -> float:
    """Return the sum that ``weigh`` returns, for a pair of which nobody asks why."""
    if _never_one(left, right, corpus) is not None:
        return EXCLUDED_BITS
    return sum([signal(left, right, corpus)[0] for _, signal in SIGNALS])


def exclusion(left: Profile, right: Profile) -> str | None:
    """Return why two accounts can never be one happening, whatever else agrees; None if they can."""
    one, other = left.account, right.account
    if one.asserted != other.asserted:
        return "one is announced, the other told as having happened"
    gap = days_between(one, other)
    if gap is not None:
        firm = one.firm and other.firm
        if excluded_by_days(gap, firm, one.dated or other.dated):
            return (
                f"the days stated lie {gap} days apart ({day_range(one.start, one.end)}; {day_range(other.start, other.end)})"
                if firm
                else f"the days lie {gap} days apart"
            )
    if left.country and right.country and left.country != right.country and not (left.town and right.town):
        return f"in different countries ({left.country}; {right.country})"
    # One name, or two spellings of it, far apart on the map is one of them set in the wrong place.
    if (
        left.town is not None
        and right.town is not None
        and left.tokens.isdisjoint(right.tokens)
        and alike(left.tokens, right.tokens) is None
    ):
        km = min((a.km_to(b) for a in left.fine_points for b in right.fine_points), default=0.0)
        if km > FAR_KM:
            return f"{left.town.name} and {right.town.name} lie {km:.0f} km apart"
    return None


def _never_one(left: Profile, right: Profile, corpus: Corpus) -> str | None:
    why_not = exclusion(left, right)
    if why_not is not None:
        return why_not
    bits, types = type_compatibility(left, right, corpus)
    return f"{types()} are never one happening" if bits <= UNLIKE else None


def rounded(signals: Iterable[tuple[str, float, str]]) -> tuple[tuple[str, float, str], ...]:
    """Return signals as they are kept: weights to a hundredth of a bit, those that say nothing left out."""
    return tuple(shared((name, float(kept), reason)) for name, bits, reason in signals if (kept := round(bits, 2)) != 0.0)
