"""What an incident is called and when it was."""

from __future__ import annotations

from datetime import date

from builders import a_claim, a_report, by_id
from fogline.incidents.describing import roles_of, type_of
from fogline.incidents.linking import link


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
    from fogline.claims.claim import ClaimPlace

    report = a_report("Shells hit the outskirts and killed 2 people.", "2018-12-12")
    outskirts = ClaimPlace("the outskirts", "the outskirts", None, None)
    claim = a_claim(report, "Shells hit the outskirts and killed 2 people", "shelling", trigger="hit", place=outskirts, killed=2)
    ((incident,), _) = link([claim], by_id(report))
    assert incident.place is None
    assert "unlocated" in incident.flags


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
