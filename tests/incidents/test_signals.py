"""Better pairs outrank worse ones; the decimals may change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_claim, a_count, a_place, a_report, monitor
from fogline.claims.claim import ClaimPlace
from fogline.incidents.accounts import account_of
from fogline.incidents.signals import (
    Corpus,
    Profile,
    compared_by,
    figures_compatible,
    is_fine,
    km_between,
    place_apart,
)
from fogline.incidents.weighing import exclusion, weigh
from fogline.incidents.words import place_words


def profiles(*told: tuple[str, str, str | ClaimPlace | None]) -> tuple[Corpus, list[Profile]]:
    accounts = []
    for n, (sentence, on, place) in enumerate(told):
        report = a_report(f"{sentence}.", "2018-12-14", f"Outlet {n}")
        accounts.append(account_of([a_claim(report, sentence, place=place, on=on, by=monitor())], report))
    corpus = Corpus.of(accounts)
    return corpus, [corpus.profile(a) for a in accounts]


def test_the_same_day_outranks_the_next() -> None:
    corpus, (a, b, c) = profiles(
        ("Jets struck Hajin", "2018-12-12", "Hajin"),
        ("Jets struck Hajin", "2018-12-12", "Hajin"),
        ("Jets struck Hajin", "2018-12-13", "Hajin"),
    )
    assert weigh(a, b, corpus)[0] > weigh(a, c, corpus)[0]


def test_a_rare_village_says_more_than_the_city_everybody_writes_of() -> None:
    crowd = [(f"Jets struck Aleppo {n}", "2018-12-12", "Aleppo") for n in range(40)]
    corpus, found = profiles(*crowd, ("Jets struck Hajin", "2018-12-12", "Hajin"), ("A raid on Hajin", "2018-12-12", "Hajin"))
    assert place_apart(found[-1], found[-2], corpus)[0] > place_apart(found[0], found[1], corpus)[0]


def test_spellings_of_one_name_outrank_two_names() -> None:
    corpus, (a, b, c) = profiles(
        ("Raid on Sheikhun", "2018-12-12", a_place("Khan Sheikhun")),
        ("Raid on Sheikhoun", "2018-12-12", a_place("Khan Sheikhoun")),
        ("Raid on Saraqib", "2018-12-12", a_place("Saraqib")),
    )
    assert place_apart(a, b, corpus)[0] > 0 > place_apart(a, c, corpus)[0]


def test_one_villages_consonants_outrank_the_letters_between_them() -> None:
    corpus, (a, b, c) = profiles(
        ("Raid on Hassajik", "2018-12-12", a_place("Hassajik, Aleppo")),
        ("Raid on Hassadjek", "2018-12-12", a_place("Hassadjek, Aleppo")),
        ("Raid on Haritan", "2018-12-12", a_place("Haritan, Aleppo")),
    )
    bits, reason = place_apart(a, b, corpus)
    assert bits > 0 and "spellings of one name" in reason()
    assert bits > place_apart(a, c, corpus)[0]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("al-Bab", {"bab"}),
        ("rebel-held districts of Aleppo", {"aleppo"}),
        ("A number of neighborhoods in the Castello area", {"castello"}),
        ("the hill", {"hill"}),
        ("the villages", {"villages"}),
        ("حلب", {"حلب"}),
    ],
)
def test_only_names_tell_one_place_from_another(name: str, words: set[str]) -> None:
    assert place_words(name) == words


def test_a_district_of_the_city_agrees_with_the_city() -> None:
    corpus, (a, b, c) = profiles(
        ("Raid", "2018-12-12", a_place("Fardos, Aleppo")),
        ("Raid", "2018-12-12", "Aleppo"),
        ("Raid", "2018-12-12", a_place("Marjeh, Aleppo")),
    )
    assert place_apart(a, b, corpus)[0] > place_apart(a, c, corpus)[0]


def test_a_province_excludes_no_town_in_it() -> None:
    province = a_place("Deir ez-Zor province", precision=4, admin1="Deir ez-Zor")
    corpus, (a, b) = profiles(("Raid", "2018-12-12", "Hajin"), ("Raid", "2018-12-12", province))
    assert exclusion(a, b) is None
    assert place_apart(a, b, corpus)[0] >= 0


def test_distances_are_great_circles() -> None:
    km = km_between(a_place("Hajin"), a_place("Aleppo"))
    assert km is not None and abs(km - 374) < 5


def test_a_village_that_only_its_province_locates_is_still_a_village() -> None:
    village = replace(a_place("Hara", precision=4, admin1="Daraa"), feature=None)
    assert is_fine(village)
    assert not is_fine(replace(village, name="southern Daraa"))
    assert not is_fine(a_place("Daraa", precision=4, admin1="Daraa"))


def test_a_province_that_the_map_takes_for_its_town_is_no_town() -> None:
    town = a_place("Idlib")
    assert is_fine(town)
    for words in ("Idlib province in the north", "the northern province of Idlib", "rural areas of Idlib governorate"):
        assert not is_fine(replace(town, text=words))
    # The village's own name is another than its province's.
    assert is_fine(replace(a_place("Kafr Hud", admin1="Idlib"), text="the village of Kafr Hud in Idlib province"))


def test_nobody_killed_twice_told_agrees_and_none_and_five_do_not() -> None:
    accounts = []
    for n, killed in enumerate((0, 0, 5)):
        report = a_report(f"Jets struck Hajin ({n}).", "2018-12-14", f"Outlet {n}")
        accounts.append(
            account_of(
                [a_claim(report, "Jets struck Hajin", place="Hajin", on="2018-12-12", by=monitor(), killed=killed)], report
            )
        )
    corpus = Corpus.of(accounts)
    none, nobody, five = (corpus.profile(a) for a in accounts)
    assert figures_compatible(none, nobody, corpus)[0] > 0 > figures_compatible(none, five, corpus)[0]


def test_a_village_that_no_map_has_may_lie_in_the_district_that_another_names() -> None:
    district = replace(a_place("Tamba"), text="the northern Tamba district", feature="adm2", precision=3)
    village = replace(a_place("Gorat", precision=None, located=False), feature=None)
    corpus, (wide, small, town) = profiles(
        ("Jets struck a camp in the district", "2018-12-12", district),
        ("A raid on Gorat", "2018-12-12", village),
        ("A raid on Gorat", "2018-12-12", a_place("Hajin")),
    )
    assert place_apart(wide, small, corpus)[0] > 0 > place_apart(wide, town, corpus)[0]
    # The town that bears its district's name is a town.
    corpus, (town, small) = profiles(
        ("Jets struck Tamba", "2018-12-12", replace(district, text="Tamba")), ("A raid on Gorat", "2018-12-12", village)
    )
    assert place_apart(town, small, corpus)[0] < 0


def test_as_many_soldiers_as_residents_are_no_sign_of_one_happening() -> None:
    accounts = []
    for n, who in enumerate(("soldiers", "residents", "people")):
        report = a_report(f"Shells fell on Hajin ({n}).", "2018-12-14", f"Outlet {n}")
        accounts.append(
            account_of([a_claim(report, "Shells fell on Hajin", "shelling", counts=[a_count("killed", 3, who)])], report)
        )
    corpus = Corpus.of(accounts)
    soldiers, residents, people = (corpus.profile(a) for a in accounts)
    assert figures_compatible(soldiers, residents, corpus)[0] == 0 < figures_compatible(soldiers, people, corpus)[0]
    assert compared_by(accounts[0], None) != compared_by(accounts[2], None)
