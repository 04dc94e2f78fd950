"""Whose army and officials the items of a digest from several countries tell of."""

from __future__ import annotations

from marked_mentions import resolve

from fogline.reading.reading import Role

KABUL = "KABUL — Gunmen attacked a checkpoint. Police said five officers died."
BAGHDAD = "BAGHDAD (AP) — A bomb hit a market. The army said it had found the makers.\nThe defence minister went there."
MARKED = (("Police", Role.ORIGIN), ("The army", Role.ORIGIN), ("The defence minister", Role.ACTOR))


def named(text: str, *marked: tuple[str, Role]) -> list[str]:
    return [a.name for a in resolve(text, *marked, country="AF", year=2010)]


def test_each_item_of_a_digest_is_told_by_the_officials_of_its_own_country() -> None:
    assert named(f"{KABUL}\n\n{BAGHDAD}", *MARKED) == ["Afghanistan", "Iraq", "Iraq"]


def test_dateline_of_a_town_ends_what_is_told_from_the_capital_before() -> None:
    text = f"{BAGHDAD}\n\nKABUL — Rain fell.\n\nBASTION, Helmand — The soldiers slept."
    assert named(text, ("The army", Role.ORIGIN), ("The soldiers", Role.ACTOR)) == ["Iraq", "Afghanistan"]


def test_one_dateline_says_only_where_the_reporter_is() -> None:
    assert named(BAGHDAD, *MARKED[1:]) == ["Afghanistan", "Afghanistan"]


def test_radio_stations_items_are_told_by_their_country() -> None:
    text = (
        "KABUL BBC 12 FEB -- THE ARMY SAID ITS MEN HELD THE PASS.\n\n"
        "TEHRAN IRNA 13 FEB -- THE ARMED FORCES COMMAND SAID TROOPS HAD MOVED."
    )
    marked = (("THE ARMY", Role.ORIGIN), ("THE ARMED FORCES COMMAND", Role.ORIGIN))
    assert named(text, *marked) == ["Afghanistan", "Iran"]


def test_names_in_capitals_with_a_full_stop_head_items_of_a_digest() -> None:
    text = (
        "KABUL. Shells fell. The army said it was quiet.\n\nBAGHDAD. A bomb hit a market. The army said it had found the makers."
    )
    assert named(text, ("The army", Role.ORIGIN), ("The army", Role.ORIGIN)) == ["Afghanistan", "Iraq"]


def test_item_from_an_unknown_town_is_told_from_the_one_state_it_names() -> None:
    items = (
        "CAIRO — Rain fell.",
        "ORVAT — Niger's radio told of a raid. The army said it had fled.",
        "LANTERN — Shells fell. Police said nobody was hurt.",
    )
    marked = (("The army", Role.ORIGIN), ("Police", Role.ORIGIN))
    assert named("\n\n".join(items), *marked) == ["Niger", "Afghanistan"]


def test_items_are_told_by_the_country_that_stands_behind_their_town() -> None:
    text = "* ORVAT, Libya - A mine went off. Police said so.\n\n* LANTERN, Egypt - Two officers fell. The army said so."
    marked = (("Police", Role.ORIGIN), ("Two officers", Role.TARGET), ("The army", Role.ORIGIN))
    assert named(text, *marked) == ["Libya", "Egypt", "Egypt"]


def test_an_american_state_behind_a_town_is_no_country() -> None:
    text = "LANTERN, Egypt - Shells fell.\n\nORVAT, Georgia - The army said it was quiet."
    assert named(text, ("The army", Role.ORIGIN)) == ["Afghanistan"]
