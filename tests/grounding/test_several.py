"""Several at once, and the sides of a war."""

from __future__ import annotations

from datetime import date

import pytest
from marked_mentions import RESOLVER, resolve, resolve_events, sentences_of

from fogline.grounding.coreference import References
from fogline.grounding.report_context import report_context
from fogline.reading.reading import Role
from fogline.span import Span


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


def test_servicemen_of_the_enemy_are_the_other_sides() -> None:
    text = "Syrian troops held the bridge. Nine servicemen of the enemy fell there."
    _, enemy = resolve(text, ("Syrian troops", Role.ORIGIN), ("Nine servicemen of the enemy", Role.TARGET))
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


@pytest.mark.parametrize(
    ("text", "doers", "each_other", "names"),
    [
        ("Both Israel and Iran accused each other of it.", ("Israel", "Iran"), "each other", ["Israel", "Iran"]),
        ("Israel and Iran blamed one another.", ("Israel and Iran",), "one another", ["Israel", "Iran"]),
        (
            "Rebels and the army shelled each other's positions.",
            ("Rebels", "the army"),
            "each other's positions",
            ["rebels", "Syria"],
        ),
        ("Villagers watched. Nobody trusted each other.", (), "each other", ["each other"]),
    ],
)
def test_each_other_are_those_who_do_it(text: str, doers: tuple[str, ...], each_other: str, names: list[str]) -> None:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    mentions = {**{at(d): Role.ACTOR for d in doers}, at(each_other): Role.TARGET}
    apart = {at(each_other): frozenset(at(d) for d in doers)}
    context = report_context(text, date(2018, 6, 1), {"SY": 5})
    found = References(text, mentions, sentences_of(text), RESOLVER, context, apart).resolved()[at(each_other)]
    assert [found.name, *(a.name for a in found.also)] == names


@pytest.mark.parametrize(
    ("text", "speaker", "country", "year", "name"),
    [
        ("Ukraine's general said the enemy had lost 43 tanks.", "Ukraine's general", "UA", 2023, "Russia"),
        ("Russian jets flew. A Russian general said the enemy had lost 43 tanks.", "A Russian general", "UA", 2023, "Ukraine"),
        ("Azerbaijan's army said the enemy had lost 43 tanks.", "Azerbaijan's army", "AZ", 2020, "Armenia"),
        ("Armenia's army said the enemy had lost 43 tanks.", "Armenia's army", "AZ", 2020, "Azerbaijan"),
        ("Ukraine's army said the enemy had shelled it.", "Ukraine's army", "UA", 2015, "pro-Russian separatists"),
        ("Congo's army said the enemy had fled.", "Congo's army", "CD", 2024, "M23"),
        ("Russian jets flew. Syria's army said the enemy had fled.", "Syria's army", "SY", 2017, "rebels"),
    ],
)
def test_enemy_of_a_state_is_the_state_that_fights_it_and_else_its_insurgents(
    text: str, speaker: str, country: str, year: int, name: str
) -> None:
    _, enemy = resolve(text, (speaker, Role.ORIGIN), ("the enemy", Role.TARGET), country=country, year=year)
    assert enemy.name == name


def test_enemy_is_the_foreign_state_that_the_report_tells_of_as_striking() -> None:
    text = "Turkish jets struck Syrian troops. Turkey was silent. Syria's army said the enemy had fled."

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    jets, troops = at("Turkish jets"), at("Syrian troops")
    mentions = {jets: Role.ACTOR, troops: Role.TARGET, at("Syria's army"): Role.ORIGIN, at("the enemy"): Role.TARGET}
    apart = {jets: frozenset([troops]), troops: frozenset([jets])}
    context = report_context(text, date(2018, 6, 1), {"SY": 5})
    for deed, name in (("air-strike", "Turkey"), ("consult", "rebels")):
        deeds = {jets: frozenset([deed])}
        found = References(text, mentions, sentences_of(text), RESOLVER, context, apart, deeds).resolved()
        assert found[at("the enemy")].name == name


@pytest.mark.parametrize(
    ("text", "speaker", "country", "year", "name"),
    [
        ("Iran said the enemy had lost 43 tanks. Iraqi jets flew.", "Iran", "IR", 1986, "Iraq"),
        ("Iraq said the enemy had lost 43 tanks. Iranian jets flew.", "Iraq", "IQ", 1986, "Iran"),
        ("Mozambique's army said the enemy had fled.", "Mozambique's army", "MZ", 1987, "RENAMO"),
    ],
)
def test_enemy_is_that_of_the_war_of_the_reports_year(text: str, speaker: str, country: str, year: int, name: str) -> None:
    _, enemy = resolve(text, (speaker, Role.ORIGIN), ("the enemy", Role.TARGET), country=country, year=year)
    assert enemy.name == name


@pytest.mark.parametrize(
    "mention",
    [
        "The sides",
        "Neither side",
        "Sudan's warring sides",
        "The belligerents",
        "Each",
        "Officials of both sides",
        "Both leaderships",
    ],
)
def test_sides_without_a_number_are_the_two_who_fight(mention: str) -> None:
    text = f"The army shelled Omdurman. The RSF fired back. {mention} gave no toll."
    *_, sides = resolve(text, ("The army", Role.ACTOR), ("The RSF", Role.ACTOR), (mention, Role.ORIGIN), country="SD", year=2023)
    assert [sides.name, *(a.name for a in sides.also)] == ["Sudan", "Rapid Support Forces"]


@pytest.mark.parametrize(
    ("behind", "sides"),
    [("met again for truce talks", True), ("will run in the election", False), ("gave a dinner", False)],
)
def test_the_parties_are_sides_only_where_talks_are_told_of(behind: str, sides: bool) -> None:
    text = f"The army shelled Omdurman. The RSF fired back. The parties {behind}."
    *_, parties = resolve(
        text, ("The army", Role.ACTOR), ("The RSF", Role.ACTOR), ("The parties", Role.ACTOR), country="SD", year=2023
    )
    assert (parties.actor_id == "SD" and bool(parties.also)) is sides


def test_warring_parties_of_a_country_are_never_its_government_alone() -> None:
    (own,) = resolve("Yemen's warring parties met in Oman.", ("Yemen's warring parties", Role.ACTOR), country="YE")
    assert [own.name, *(a.name for a in own.also)] == ["Yemen", "Houthis"]
    (few,) = resolve("Mali's warring parties met.", ("Mali's warring parties", Role.ACTOR), country="ML")
    assert few.actor_id is None


def test_both_sides_in_a_country_that_another_rules_are_the_ruler_and_its_foes() -> None:
    text = "Kosovo was quiet. Both sides kept the road shut."
    _, both = resolve(text, ("Kosovo", Role.TARGET), ("Both sides", Role.ACTOR), country="XK", year=1998)
    assert [both.name, *(a.name for a in both.also)] == ["Serbia", "Kosovo Liberation Army"]


def test_both_sides_of_two_states_at_war_are_those_who_do_each_other_harm() -> None:
    text = "Argentina bombed a frigate of the British navy. A day went by. It rained. Nobody moved. Peru wrote to both sides."
    found = resolve_events(
        text,
        ("air-strike", {"Argentina": Role.ACTOR, "the British navy": Role.TARGET}),
        ("request", {"Peru": Role.ACTOR, "both sides": Role.TARGET}),
        country="PE",
        year=1982,
    )
    sides = found["both sides"]
    assert {sides.name, *(a.name for a in sides.also)} == {"Argentina", "United Kingdom"}


def test_the_other_behind_each_are_both_of_them() -> None:
    text = "The army shelled Omdurman. The RSF fired back. Each side accused the other. One man fled and the other stayed."
    found = resolve_events(
        text,
        ("shelling", {"The army": Role.ACTOR}),
        ("attack", {"The RSF": Role.ACTOR}),
        ("accuse", {"Each side": Role.ACTOR, "the other": Role.TARGET}),
        country="SD",
        year=2023,
    )
    for mention in ("Each side", "the other"):
        assert {found[mention].name, *(a.name for a in found[mention].also)} == {"Sudan", "Rapid Support Forces"}


def test_both_are_the_two_sides_told_of_at_once() -> None:
    text = "Yemen's warring parties met in Sweden. Both gave way."
    _, both = resolve(text, ("Yemen's warring parties", Role.ACTOR), ("Both", Role.ACTOR), country="YE")
    assert [both.name, *(a.name for a in both.also)] == ["Yemen", "Houthis"]


def test_presidents_of_three_states_are_three() -> None:
    text = "The presidents of Russia, Turkey and Iran met on Friday."
    (found,) = resolve(text, ("The presidents of Russia, Turkey and Iran", Role.ACTOR))
    assert [a.name for a in (found, *found.also)] == ["Russia", "Turkey", "Iran"]


@pytest.mark.parametrize("mention", ["either country", "neither country", "neither government"])
def test_neither_country_is_each_of_the_two_that_were_named(mention: str) -> None:
    text = f"Ethiopia and Eritrea met in Orvat. The council voted to forbid arms to {mention} for a year."
    *_, both = resolve(text, ("Ethiopia", Role.ACTOR), ("Eritrea", Role.ACTOR), (mention, Role.TARGET), country="ET", year=1999)
    assert {both.name, *(a.name for a in both.also)} == {"Ethiopia", "Eritrea"}


def test_the_two_signatories_are_the_two_sides() -> None:
    text = "The Rapid Support Forces and Sudan's army shook hands. The two signatories will meet again."
    *_, both = resolve(
        text,
        ("The Rapid Support Forces", Role.ACTOR),
        ("Sudan's army", Role.ACTOR),
        ("The two signatories", Role.ACTOR),
        country="SD",
        year=2023,
    )
    assert {both.name, *(a.name for a in both.also)} == {"Rapid Support Forces", "Sudan"}


def test_both_sides_stay_the_two_they_were_where_one_of_them_is_named_between() -> None:
    text = (
        "Sudan fought the Rapid Support Forces. Both sides broke the truce. Chad and Egypt met. "
        "The Rapid Support Forces took a bridge. Both sides sent envoys."
    )
    found = resolve(
        text,
        ("Sudan", Role.ACTOR),
        ("the Rapid Support Forces", Role.TARGET),
        ("Both sides", Role.ACTOR),
        ("Chad", Role.ACTOR),
        ("Egypt", Role.ACTOR),
        ("The Rapid Support Forces", Role.ACTOR),
        ("Both sides", Role.ACTOR),
        country="SD",
        year=2023,
    )
    assert {found[-1].name, *(a.name for a in found[-1].also)} == {"Rapid Support Forces", "Sudan"}
