"""Which entries of registers are one incident."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from fogline.incidents.entries import SAMPLE_PAIRS, Entry, gather_entries, name_words, same_person, sample_pairs, sound_of

MAY = date(1989, 5, 12)


def an_entry(id: str, *people: str, on: date | None = MAY, until: date | None = None, **fields: object) -> Entry:
    given: dict[str, object] = {"kind": "attack", "family": "attack", "country": "Atlantis", "places": ("Marrow",)} | fields
    return Entry(
        id,
        source_id=f"source of {id}",
        start=on if until is None else None,
        end=until or on,
        people=tuple((p,) for p in people),
        **given,
    )  # type: ignore[arg-type]


def crowd() -> list[Entry]:
    """Entries of other incidents, without which nothing could be learnt of chance."""
    first = ("Berta", "Cosmo", "Delia", "Egon", "Fanny", "Gregor")
    last = ("Amsel", "Bruckner", "Castellan", "Dornbusch", "Eichwald")
    return [
        an_entry(f"other {n}", f"{first[n % 6]} {last[n % 5]}", on=date(1989, 1 + n % 12, 1 + n % 28), places=(f"Town {n % 9}",))
        for n in range(30)
    ]


def together(entries: list[Entry]) -> set[frozenset[str]]:
    return {frozenset(g) for g in gather_entries(entries)[0] if len(g) > 1}


@pytest.mark.parametrize(
    ("left", "right"),
    [("Velazquez", "Velasquez"), ("Wilson", "Bilson"), ("Mohammed", "Muhamed"), ("Yvan", "Ivan"), ("Hassan", "Hasan")],
)
def test_spellings_of_one_name_sound_the_same(left: str, right: str) -> None:
    assert sound_of(left) == sound_of(right)


def test_a_longer_name_can_be_the_shorter_ones_bearer_and_a_surname_alone_cannot() -> None:
    long, short = name_words("Dr. Ana Lucia Marchena Ruiz"), name_words("Ana Marchena")
    assert same_person(long, short)
    assert not same_person(long, name_words("Marchena"))
    assert not same_person(name_words("Ana Marchena"), name_words("Ana Ruiz"))


def test_two_entries_that_name_one_victim_on_one_day_are_one_incident() -> None:
    one, other = an_entry("one", "Ana Lucia Marchena"), an_entry("other", "Anna Marchena", until=date(1989, 5, 14))
    assert together([one, other, *crowd()]) == {frozenset({"one", "other"})}


def test_one_victim_weeks_apart_is_two_incidents() -> None:
    one, other = an_entry("one", "Ana Lucia Marchena"), an_entry("other", "Ana Marchena", on=date(1989, 6, 20))
    assert together([one, other, *crowd()]) == set()


def test_two_entries_of_one_source_are_two_incidents() -> None:
    one, other = an_entry("one", "Ana Lucia Marchena"), an_entry("other", "Ana Marchena")
    other = Entry(**{f: getattr(other, f) for f in Entry.__dataclass_fields__} | {"source_id": one.source_id})
    assert together([one, other, *crowd()]) == set()


def test_another_victim_on_the_same_day_and_place_outweighs_them() -> None:
    one, other = an_entry("one", "Ana Lucia Marchena"), an_entry("other", "Tobias Klamm")
    assert together([one, other, *crowd()]) == set()


def test_a_named_victim_is_learnt_to_weigh_more_than_a_day_or_a_place() -> None:
    pairs = [
        e
        for n, name in enumerate(("Ana Marchena", "Tobias Klamm", "Rosa Quell"))
        for e in (an_entry(f"a{n}", name), an_entry(f"b{n}", name))
    ]
    bits = gather_entries([*pairs, *crowd()])[2].bits
    assert bits["people"]["one named in both"] > bits["place"]["same"] > 0
    assert bits["people"]["none shared"] < 0
    assert bits["people"]["unknown"] == 0


def test_every_link_says_what_it_weighs() -> None:
    one, other = an_entry("one", "Ana Lucia Marchena"), an_entry("other", "Ana Marchena")
    (link,) = gather_entries([one, other, *crowd()])[1]
    assert {link.left_claim_id, link.right_claim_id} == {"one", "other"}
    assert link.weight == pytest.approx(sum(bits for _, bits, _ in link.signals), abs=0.05)


def test_the_order_of_entries_changes_nothing() -> None:
    given = [an_entry("one", "Ana Lucia Marchena"), an_entry("other", "Ana Marchena"), *crowd()]
    assert gather_entries(given)[0] == gather_entries(given[::-1])[0]
    assert gather_entries([])[0] == ()


@pytest.mark.parametrize("count", [0, 1, 2, 3, 30, 200])
def test_few_entries_are_compared_pair_by_pair(count: int) -> None:
    assert list(sample_pairs(count)) == list(combinations(range(count), 2))


def test_of_many_entries_a_sample_of_pairs_at_even_steps_stands_for_all() -> None:
    every = list(combinations(range(500), 2))
    assert list(sample_pairs(500)) == every[:: len(every) // SAMPLE_PAIRS]


def test_a_sample_of_a_million_entries_pairs_does_not_walk_them_all() -> None:
    # To walk them would take longer than anybody waits.
    pairs = list(sample_pairs(1_000_000))
    assert SAMPLE_PAIRS <= len(pairs) <= 2 * SAMPLE_PAIRS and len(set(pairs)) == len(pairs)
    assert all(0 <= a < b < 1_000_000 for a, b in pairs)
