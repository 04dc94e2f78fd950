"""The wars on file, of which a country may have had several."""

from __future__ import annotations

from fogline.grounding.wars import war_of, wars, wars_on_file


def test_year_decides_which_of_a_countrys_wars_is_told_of() -> None:
    first, none, last = war_of("MZ", 1987), war_of("MZ", 2000), war_of("MZ", 2021)
    assert first is not None and first.rebels == "renamo"
    assert none is None
    assert last is not None and last.militants == "ansar-al-sunna"


def test_without_a_year_a_countrys_last_war_is_meant() -> None:
    assert war_of("IQ", None) is wars()["IQ"]
    assert wars()["IQ"].since == 2003


def test_wars_of_one_country_do_not_overlap() -> None:
    for war in wars_on_file():
        others = [w for w in wars_on_file() if w.country == war.country and w is not war]
        assert not any(w.going_on(war.since) for w in others), war


def test_planes_over_a_country_without_any_are_the_other_sides() -> None:
    yemen = wars()["YE"]
    assert (yemen.flies_for_it(2012), yemen.flies_for_it(2018), wars()["SY"].flies_for_it(2018)) == (False, True, False)
