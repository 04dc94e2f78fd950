"""Gathering that does not chain: what joins a group must fit the group, not just one member of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

# Members of either group that a merger is checked against; enough to know
# the mean, and a ceiling on the work for a group of hundreds.
SAMPLE = 8


def gather(
    count: int,
    weights: Mapping[tuple[int, int], float],
    *,
    threshold: float,
    floor: float,
    weigh: Callable[[int, int], float],
    forbidden: Callable[[Sequence[int], Sequence[int]], bool],
    together: Iterable[tuple[int, int]] = (),
) -> list[list[int]]:
    """Gather ``count`` items into groups, the heaviest pair first.

    A pair of at least ``threshold`` merges its two groups if nothing in them
    forbids it and the mean weight over a sample of cross pairs reaches
    ``floor``: A like B and B like C does not make A like C. ``weigh``
    supplies pairs that were never candidates. ``together`` pairs are merged
    first, whatever they weigh; they stand for a reviewer's word. Ties are
    broken by position, so the result depends on the items alone.
    """
    group_of = list(range(count))
    members: dict[int, list[int]] = {n: [n] for n in range(count)}
    known: dict[tuple[int, int], float] = {}

    def merge(a: int, b: int) -> None:
        keep, drop = min(a, b), max(a, b)
        for item in members[drop]:
            group_of[item] = keep
        members[keep] = sorted(members[keep] + members.pop(drop))

    def weight_of(a: int, b: int) -> float:
        pair = (a, b) if a < b else (b, a)
        if pair in weights:
            return weights[pair]
        if pair not in known:
            known[pair] = weigh(*pair)
        return known[pair]

    for a, b in sorted(together):
        if group_of[a] != group_of[b]:
            merge(group_of[a], group_of[b])
    for (a, b), weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if weight < threshold:
            break
        left, right = group_of[a], group_of[b]
        if left == right or forbidden(members[left], members[right]):
            continue
        cross = [(x, y) for x in _sample(members[left], a) for y in _sample(members[right], b)]
        if sum(weight_of(x, y) for x, y in cross) / len(cross) >= floor:
            merge(left, right)
    return [members[key] for key in sorted(members)]


def _sample(group: Sequence[int], always: int) -> list[int]:
    """Return at most ``SAMPLE`` members spread over a group, among them the one that asks for the merger."""
    if len(group) <= SAMPLE:
        return list(group)
    step = len(group) / SAMPLE
    return sorted({group[int(n * step)] for n in range(SAMPLE)} | {always})
