"""What an incident is called and when it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders import a_claim, a_place, a_report, a_time, by_id, monitor
from fogline.claims.claim import Claim, ClaimPlace
from fogline.grounding.grounding import PlaceBasis
from fogline.incidents.accounts import account_of
from fogline.incidents.describing import days_of, full_name_of, named_in, place_of, roles_of, type_of
from fogline.incidents.linking import link
from fogline.intake.report import Report
from fogline.span import Span


def test_accusation_beside_a_state_keeps_its_type() -> None:
    report = a_report("Aid workers accused the army. The town is starving.", "2016-07-20")
    accusation = a_claim(report, "Aid workers accused the army", "accuse", trigger="accused")
    hunger = a_claim(report, "The town is starving", "hardship")
    assert type_of([accusation, hunger]) == "accuse"


def test_news_without_a_day_is_of_the_last_days_and_says_that_it_is_assumed() -> None:
    report = a_report("Jets struck the bakery in Hajin and killed 8 people.", "2018-12-12")
    claim = a_claim(report, "Jets struck the bakery in Hajin and killed 8 people", trigger="struck", place="Hajin", killed=8)
    ((incident,), _) = link([claim], by_id(report))
    assert (incident.date_start, incident.date_end) == (date(2018, 12, 11), date(2018, 12, 12))
    assert "date-assumed" in incident.flags


def test_description_that_nothing_resolved_is_no_place_of_an_incident() -> None:
    report = a_report("Shells hit the outskirts and killed 2 people.", "2018-12-12")
    outskirts = ClaimPlace("the outskirts", "the outskirts", None, None)
    claim = a_claim(report, "Shells hit the outskirts and killed 2 people", "shelling", trigger="hit", place=outskirts, killed=2)
    ((incident,), _) = link([claim], by_id(report))
    assert incident.place is None
    assert "unlocated" in incident.flags


def test_a_name_that_one_claim_borrows_and_another_has_is_the_reports_own() -> None:
    report = a_report("Jets struck Hajin. Eight people died. It was the worst raid in Syria.", "2018-12-12")
    own = ClaimPlace("Hajin", "Hajin", None, "SY", None, 34.69, 40.83, 1, PlaceBasis.EXPLICIT, "city")
    country = ClaimPlace("Syria", "Syria", None, "SY", None, 35.0, 38.0, 6, PlaceBasis.EXPLICIT, "country")
    claims = [
        a_claim(report, "Jets struck Hajin", trigger="struck", place=own),
        a_claim(report, "Eight people died", trigger="died", place=replace(own, basis=PlaceBasis.INHERITED)),
        a_claim(report, "It was the worst raid in Syria", trigger="raid", place=country),
    ]
    place = place_of([account_of(claims, report)])
    assert place is not None and place.name == "Hajin"


def test_nobody_is_the_target_of_his_own_deed() -> None:
    reports = [
        a_report(f"Jets of {n} bombed the village of Hajin.", "2018-12-12", f"Outlet {n}") for n in ("one", "two", "three")
    ]
    quotes = [f"Jets of {n} bombed the village of Hajin" for n in ("one", "two", "three")]
    told = [("Turkey", "Islamic State"), ("Turkey", "Islamic State"), ("Islamic State", "Turkey")]
    claims = [
        a_claim(r, q, trigger="bombed", actor=doer, target=hit)
        for r, q, (doer, hit) in zip(reports, quotes, told, strict=True)
    ]  # fmt: skip
    assert roles_of(claims, "air-strike") == (("Turkey",), ("Islamic State",))
    assert roles_of(claims, "armed-clash") == (("Turkey", "Islamic State"), ("Islamic State", "Turkey"))
    backs = a_claim(reports[0], quotes[0], "support", trigger="bombed", actor="US-led coalition", target="US-led coalition")
    assert roles_of([backs], "support") == (("US-led coalition",), ())


NEWS = "Jets struck Manbij on Tuesday and killed 56 people. " + "Rescuers went on with their work through the night. " * 8
RECALLED = "The strikes follow raids on Hajin on Monday that killed 15."


def recalling(words: str = RECALLED) -> tuple[Report, Claim, Claim]:
    report = a_report(NEWS + words, "2018-12-11", "Courier")
    head = a_claim(
        report, "Jets struck Manbij on Tuesday and killed 56 people", trigger="struck", place="Manbij", on="2018-12-11", killed=56
    )
    return (
        report,
        head,
        a_claim(report, "raids on Hajin on Monday that killed 15", trigger="raids", place="Hajin", on="2018-12-10", killed=15),
    )


def test_who_tells_of_the_raid_of_the_day_before_below_later_news_recalls_it() -> None:
    first = a_report("Raids on Hajin on Monday killed 15 people, a monitor said.", "2018-12-10", "Herald")
    told = a_claim(
        first,
        "Raids on Hajin on Monday killed 15 people",
        trigger="Raids",
        place="Hajin",
        on="2018-12-10",
        killed=15,
        by=monitor(),
    )
    report, head, recalled = recalling()
    incidents, _ = link([told, head, recalled], by_id(first, report))
    hajin = next(i for i in incidents if i.place is not None and i.place.name == "Hajin")
    assert hajin.background_report_ids == (report.id,)
    # Without later news at its head a report of two days' raids tells of both.
    alone, _ = link([told, recalled], by_id(first, report))
    assert alone[0].background_report_ids == ()


def test_a_bombing_that_others_date_is_recalled_by_who_only_names_the_month() -> None:
    days = [a_report("A bomb in Raqqa killed 16 people on 5 July.", "2016-07-05", f"Outlet {n}") for n in "AB"]
    told = [
        a_claim(r, "A bomb in Raqqa killed 16 people", "explosive", trigger="bomb", place="Raqqa", on="2016-07-05", killed=16)
        for r in days
    ]
    later = a_report(NEWS.replace("Tuesday", "Wednesday") + "A bomb in Raqqa killed 16 people in July.", "2016-07-27", "Courier")
    recalled = a_claim(
        later,
        "A bomb in Raqqa killed 16 people in July",
        "explosive",
        trigger="bomb",
        place="Raqqa",
        on=a_time("2016-07-01", "2016-07-27"),
        killed=16,
    )
    ((incident,), _) = link([*told, recalled], by_id(*days, later))
    assert incident.background_report_ids == (later.id,)


def test_whose_dead_are_counted_gives_a_happening_its_type() -> None:
    report = a_report("Troops shot 48 villagers. The army advanced. The offensive went on.")
    shot = a_claim(report, "Troops shot 48 villagers", "attack", trigger="shot", killed=48)
    advance = [
        a_claim(report, q, "armed-clash", trigger=t)
        for q, t in (("The army advanced", "advanced"), ("The offensive went on", "offensive"))
    ]
    assert type_of([shot, advance[0]]) == "attack"
    assert type_of(advance) == "armed-clash"


def test_ruins_give_a_happening_its_type_only_where_nothing_says_what_made_them() -> None:
    report = a_report("Jets bombed the clinic. Its walls fell. Its roof was gone.")
    strike = a_claim(report, "Jets bombed the clinic", "air-strike", trigger="bombed")
    ruins = [a_claim(report, q, "destruction", trigger=t) for q, t in (("Its walls fell", "fell"), ("Its roof was gone", "gone"))]
    assert type_of([strike, *ruins]) == "air-strike"
    assert type_of(ruins) == "destruction"


@pytest.mark.parametrize(
    ("words", "name", "spelt"),
    [
        ("the town of Kafr Hood in the north", "Kafr Hud", "Kafr Hood"),
        ("the Sudanese town of El Obeid", "El Obeid", "El Obeid"),
        ("rebel-held al-Mishreifeh", "Mishrifah", "al-Mishreifeh"),
        ("a village near Salqin", "Harem", None),
    ],
)
def test_a_name_is_found_in_the_words_at_a_place(words: str, name: str, spelt: str | None) -> None:
    assert named_in(words, name) == spelt


@pytest.mark.parametrize(
    ("words", "name", "admin1", "full"),
    [
        ("the village of Kafr Hud in Idlib province", "Kafr Hud", "Idlib", "Kafr Hud (Idlib)"),
        ("Kafr Hud in the northern province of Idleb", "Kafr Hud", "Idlib", "Kafr Hud (Idleb)"),
        ("the Zuhour neighbourhood of Mosul", "Zuhour", "Nineveh", "Mosul (Zuhour)"),
        ("Mosul's rebel-held district of Zuhour", "Zuhour", "Nineveh", "Mosul (Zuhour)"),
        ("the Zuhour quarter in Mosul", "Zuhour", None, "Mosul (Zuhour)"),
        ("Idlib province", "Idlib", "Idlib", None),
        ("Kafr Hud", "Kafr Hud", "Idlib", None),
    ],
)
def test_a_place_is_named_with_the_larger_one_its_reports_put_it_in(
    words: str, name: str, admin1: str | None, full: str | None
) -> None:
    place = replace(a_place(name), text=words, admin1=admin1)
    assert full_name_of([place], name) == full


def test_the_words_behind_a_town_say_in_which_province_it_lies() -> None:
    place = replace(a_place("Rastan"), admin1="Homs")
    assert full_name_of([place], "Rastan", [" in central Homs province"]) == "Rastan (Homs)"
    assert full_name_of([place], "Rastan", [" as jets bombed Homs province"]) is None


def test_what_has_an_east_is_no_quarter_of_what_follows() -> None:
    place = replace(a_place("Aleppo"), text="the rebel-held east Aleppo district of Marjeh")
    assert full_name_of([place], "Aleppo") is None


def test_a_quarter_is_named_with_the_one_city_told_beside_it() -> None:
    text = "Jets struck the Marjeh district. The raid on Aleppo killed 8 people."
    report = a_report(text, "2016-10-17")
    quarter = replace(a_place("Marjeh", precision=2), text="the Marjeh district", span=Span(12, 31), feature=None)
    city = replace(a_place("Aleppo"), span=Span(45, 51))
    claims = [
        a_claim(report, "Jets struck the Marjeh district", trigger="struck", place=quarter, on="2016-10-17", by=monitor()),
        a_claim(
            report, "The raid on Aleppo killed 8 people", trigger="raid", place=city, on="2016-10-17", killed=8, by=monitor()
        ),
    ]
    found = place_of([account_of(claims, report)], by_id(report))
    assert found is not None and found.full_name == "Aleppo (Marjeh)"


@pytest.mark.parametrize(("words", "days"), [("last week", 1), ("from Monday to Sunday", 7)])
def test_last_weeks_battle_went_on_for_no_week(words: str, days: int) -> None:
    first = a_report("Troops fought rebels in Hajin on Monday.", "2018-12-11", "Herald")
    later = a_report(f"Troops fought rebels in Hajin {words}.", "2018-12-18", "Courier")
    at = later.text.index(words)
    week = replace(a_time("2018-12-10", "2018-12-16"), text=words, span=Span(at, at + len(words)))
    accounts = [
        account_of([a_claim(r, "Troops fought rebels in Hajin", "armed-clash", trigger="fought", place="Hajin", on=on)], r)
        for r, on in ((first, "2018-12-10"), (later, week))
    ]
    start, end = days_of(accounts)
    assert start is not None and end is not None and (end - start).days + 1 == days


def test_a_place_is_spelt_as_claims_that_name_it_do() -> None:
    report = a_report("Shells hit Kanyabayonga. Four died. Six were hurt.")
    named = replace(a_place("Kanyobagonga"), text="Kanyabayonga")
    borrowed = replace(a_place("Kanyobagonga"), text="the town", basis=PlaceBasis.INHERITED)
    claims = [
        a_claim(report, quote, "shelling", trigger=trigger, place=place)
        for quote, trigger, place in (
            ("Shells hit Kanyabayonga", "hit", named),
            ("Four died", "died", borrowed),
            ("Six were hurt", "hurt", borrowed),
        )
    ]
    found = place_of([account_of(claims, report)])
    assert found is not None and found.name == "Kanyabayonga"


def test_a_genitive_without_its_apostrophe_and_an_adjective_are_no_spelling_of_a_place() -> None:
    town = replace(a_place("Aleppo"), text="Aleppos")
    country = replace(a_place("Syria", precision=6), text="Syrian", feature="country")
    report = a_report("Aleppos market was bombed.", "2016-10-17")
    for place, name in ((town, "Aleppo"), (country, "Syria")):
        claim = a_claim(report, "Aleppos market was bombed", trigger="bombed", place=place, on="2016-10-17")
        found = place_of([account_of([claim], report)])
        assert found is not None and found.name == name
