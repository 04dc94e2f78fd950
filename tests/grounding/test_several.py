"""Several at once, and the sides of a war."""

from __future__ import annotations

from marked_mentions import resolve

from fogline.reading.reading import Role


def test_both_men_are_the_two_of_whom_the_text_tells_most() -> None:
    text = (
        "Ali Orpen and Omar Letters were caught in May. Orpen spoke of his life. Letters said nothing. They had guarded the hostages "
        "James Vane and Paul Sotter. Nobody came for days. The guards slept. Both men will be tried."
    )
    (both,) = resolve(text, ("Both men", Role.TARGET))
    assert [both.name, *(a.name for a in both.also)] == ["Ali Orpen", "Omar Letters"]


def test_the_three_countries_are_the_three_that_were_listed() -> None:
    text = "Kenya, Uganda and Chad criticised the Turkish raid, but the three countries sent nobody."
    found = resolve(
        text, ("Kenya", Role.ACTOR), ("Uganda", Role.ACTOR), ("Chad", Role.ACTOR), ("the three countries", Role.ACTOR)
    )
    assert [found[3].name, *(a.name for a in found[3].also)] == ["Kenya", "Uganda", "Chad"]


def test_both_countries_are_the_two_of_one_sentence() -> None:
    text = "Israel and Jordan met in the desert. Both countries kept the border shut."
    *_, both = resolve(text, ("Israel", Role.ACTOR), ("Jordan", Role.ACTOR), ("Both countries", Role.ACTOR), country="IL")
    assert {both.name, *(a.name for a in both.also)} == {"Israel", "Jordan"}


def test_both_sides_are_the_state_and_those_who_fight_it() -> None:
    text = "Syrian troops shelled the suburb. Both sides lost men."
    _, both = resolve(text, ("Syrian troops", Role.ACTOR), ("Both sides", Role.TARGET))
    assert [both.name, *(a.name for a in both.also)] == ["Syria", "rebels"]


def test_proxies_are_not_their_owner() -> None:
    text = "Turkey massed tanks. Its Syrian proxies entered the village."
    _, proxies = resolve(text, ("Turkey", Role.ACTOR), ("Its Syrian proxies", Role.ACTOR))
    assert proxies.name == "Free Syrian Army"


def test_allies_whom_the_words_name_are_these() -> None:
    text = "Syria took the hill. Its Russian backers flew overhead."
    _, backers = resolve(text, ("Syria", Role.ACTOR), ("Its Russian backers", Role.ACTOR))
    assert backers.name == "Russia"


def test_enemy_is_the_other_side_of_whoever_speaks() -> None:
    text = "Syrian troops held the bridge. The enemy lost ten men there."
    _, enemy = resolve(text, ("Syrian troops", Role.ORIGIN), ("The enemy", Role.TARGET))
    assert enemy.name == "rebels"


def test_two_governments_and_armies_are_two_actors() -> None:
    for text, country, year, names in (
        ("India and Pakistan traded fire on Monday. Both armies lost men.", "IN", 2002, {"India", "Pakistan"}),
        ("Ethiopia and Eritrea fought at Badme. Both armies dug in.", "ER", 1999, {"Ethiopia", "Eritrea"}),
        ("The army and the Rapid Support Forces fought. Both armies dug in.", "SD", 2023, {"Sudan", "Rapid Support Forces"}),
    ):
        (both,) = resolve(text, ("Both armies", Role.ACTOR), country=country, year=year)
        assert {both.name, *(a.name for a in both.also)} == names
    (unclear,) = resolve("Both governments kept silent.", ("Both governments", Role.ACTOR), country="IN", year=2002)
    assert unclear.actor_id is None, "never one of two"
