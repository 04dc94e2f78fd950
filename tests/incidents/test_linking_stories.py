"""More short stories, of several wars, each meant to break linking, with the incidents expected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from builders import IS, MONITOR, SDF, a_claim, a_place, a_report, a_time, a_voice, by_id, monitor
from fogline.claims.claim import ActorMention, Claim, ClaimTime
from fogline.grounding.grounding import ActorKind
from fogline.incidents.contradiction import is_dispute
from fogline.incidents.incident import Incident
from fogline.incidents.linking import link
from fogline.intake.report import Report
from fogline.span import Span


def _linked(claims: list[Claim], *reports: Report) -> tuple[Incident, ...]:
    return link(claims, by_id(*reports))[0]


def test_two_attacks_on_one_street_are_kept_apart_by_three_reports() -> None:
    both = a_report(
        "A car bomb outside the bakery on Harbour Street killed 6 people in the morning. In the evening shells hit a bus on Harbour Street and killed 4.",
        "2024-03-05",
        "Herald",
    )
    one = a_report("A car bomb killed 6 people outside a bakery on Harbour Street in Odesa.", "2024-03-06", "Courier")
    two = a_report("Shells hit a bus on Harbour Street in Odesa, killing 4.", "2024-03-06", "Post")
    kinds: dict[str, Any] = {"place": "Odesa", "on": "2024-03-05", "by": a_voice("police", "government")}
    claims = [
        a_claim(
            both,
            "A car bomb outside the bakery on Harbour Street killed 6 people in the morning",
            "explosive",
            trigger="bomb",
            killed=6,
            **kinds,
        ),
        a_claim(
            both, "In the evening shells hit a bus on Harbour Street and killed 4", "shelling", trigger="hit", killed=4, **kinds
        ),
        a_claim(
            one,
            "A car bomb killed 6 people outside a bakery on Harbour Street in Odesa",
            "explosive",
            trigger="bomb",
            killed=6,
            **kinds,
        ),
        a_claim(two, "Shells hit a bus on Harbour Street in Odesa, killing 4", "shelling", trigger="hit", killed=4, **kinds),
    ]
    found = {i.type: set(i.report_ids) for i in _linked(claims, both, one, two)}
    assert found == {"explosive": {both.id, one.id}, "shelling": {both.id, two.id}}


def test_a_battle_told_on_its_first_and_its_third_day_is_one_over_three_days() -> None:
    army = a_voice("Ukraine", "party")
    first = a_report("Fighting for the town of Odesa began on Wednesday. 3 soldiers fell.", "2023-05-04", "Herald")
    third = a_report("The two armies fought for Odesa for a third day on Friday.", "2023-05-06", "Courier")
    last = a_report("A three-day battle for Odesa ended on Friday with 14 soldiers dead.", "2023-05-07", "Post")
    sides: dict[str, Any] = {"place": "Odesa", "by": army, "actor": ("Ukraine", "Russia")}
    claims = [
        a_claim(
            first,
            "Fighting for the town of Odesa began on Wednesday",
            "armed-clash",
            trigger="Fighting",
            on="2023-05-03",
            **sides,
        ),
        a_claim(
            third,
            "The two armies fought for Odesa for a third day on Friday",
            "armed-clash",
            trigger="fought",
            on="2023-05-05",
            **sides,
        ),
        a_claim(
            last,
            "A three-day battle for Odesa ended on Friday with 14 soldiers dead",
            "armed-clash",
            trigger="battle",
            on="2023-05-05",
            killed=14,
            **sides,
        ),
    ]
    ((incident,)) = _linked(claims, first, third, last)
    assert len(incident.report_ids) == 3
    assert (incident.date_start, incident.date_end) == (date(2023, 5, 3), date(2023, 5, 5))


def test_raids_on_a_third_day_are_no_raid_of_three_days() -> None:
    report = a_report("Jets bombed Idlib for a third day on Friday.", "2019-05-04")
    claim = a_claim(report, "Jets bombed Idlib for a third day on Friday", trigger="bombed", place="Idlib", on="2019-05-03")
    ((incident,)) = _linked([claim], report)
    assert (incident.date_start, incident.date_end) == (date(2019, 5, 3), date(2019, 5, 3))


def test_what_a_report_adds_further_down_to_its_own_news_is_no_recollection() -> None:
    lead = "A truck bomb killed 44 people in Afrin on Wednesday."
    padding = " ".join(["Nothing else was known of it at first."] * 12)
    report = a_report(f"{lead} {padding} A shopkeeper said he heard the bomb from the market.", "2018-03-21")
    claims = [
        a_claim(report, lead.rstrip("."), "explosive", trigger="bomb", place="Afrin", on="2018-03-21", killed=44, by=monitor()),
        a_claim(
            report,
            "he heard the bomb from the market",
            "explosive",
            trigger="bomb",
            place="Afrin",
            by=a_voice("shopkeeper", "witness"),
        ),
    ]
    ((incident,)) = _linked(claims, report)
    assert not incident.background_claim_ids
    assert [o.name for o in incident.origins] == [MONITOR, "shopkeeper"]


def test_a_reprint_under_another_title_that_says_whom_it_was_told_to_is_one_witness() -> None:
    text = "Drones struck a fuel depot in Odesa and killed 7 workers, a port official told AFP. The fire burned all night, residents said, and smoke hung over the harbour until noon."
    full = a_report(text, "2024-06-03", "Herald", headline="Drones hit depot")
    trimmed = a_report(text.split(". ")[0] + ".", "2024-06-03", "Courier", headline="Seven die as depot burns")
    official = a_voice("port official", "official-anonymous")
    claims = [
        a_claim(
            r,
            "Drones struck a fuel depot in Odesa and killed 7 workers",
            trigger="struck",
            place="Odesa",
            on="2024-06-03",
            killed=7,
            by=official,
        )
        for r in (full, trimmed)
    ]
    ((incident,)) = _linked(claims, full, trimmed)
    assert len(incident.origins) == 1


def test_an_advance_disputes_nobody_elses_hold_of_a_town() -> None:
    one = a_report("The SDF said its fighters had advanced in Baghuz on Thursday.", "2019-03-21", "Herald")
    two = a_report("The group said it had seized Baghuz on Thursday.", "2019-03-21", "Courier")
    both: dict[str, Any] = {"place": "Baghuz", "on": "2019-03-21"}
    claims = [
        replace(
            a_claim(
                one,
                "its fighters had advanced in Baghuz on Thursday",
                "territory-gained",
                trigger="advanced",
                by=SDF,
                actor=SDF,
                **both,
            )
        ),
        replace(a_claim(two, "it had seized Baghuz on Thursday", "territory-gained", trigger="seized", by=IS, actor=IS, **both)),
    ]
    for incident in _linked(claims, one, two):
        assert not [c for c in incident.contradictions if is_dispute(c)]


def test_medics_and_the_network_of_medics_are_one_origin() -> None:
    one = a_report("Shells hit a bus in Odesa and killed 4, doctors said.", "2024-03-05", "Herald")
    two = a_report("Shells hit a bus in Odesa and killed 4, the Odesa Doctors Network said.", "2024-03-05", "Post")
    claims = [
        a_claim(
            r, "Shells hit a bus in Odesa and killed 4", "shelling", trigger="hit", place="Odesa", on="2024-03-05", killed=4, by=v
        )
        for r, v in ((one, a_voice("doctors", "witness")), (two, a_voice("Odesa Doctors Network", "other")))
    ]
    ((incident,)) = _linked(claims, one, two)
    assert [o.name for o in incident.origins] == ["Odesa Doctors Network"]


def test_of_two_armies_and_their_victims_only_the_armies_are_doers() -> None:
    report = a_report("Soldiers and residents clashed in Idlib.", "2019-05-03")
    claim = a_claim(
        report,
        "Soldiers and residents clashed in Idlib",
        "armed-clash",
        trigger="clashed",
        place="Idlib",
        on="2019-05-03",
        actor=("Syria", "civilians"),
    )
    ((incident,)) = _linked([claim], report)
    assert incident.actors == ("Syria",)


def test_the_coalition_is_no_target_of_its_own_deed() -> None:
    report = a_report("The US-led coalition gave support in Idlib.", "2019-05-03")
    claim = a_claim(
        report,
        "The US-led coalition gave support in Idlib",
        "support",
        trigger="support",
        place="Idlib",
        on="2019-05-03",
        actor="US-led coalition",
        target=("the coalition", SDF),
    )
    ((incident,)) = _linked([claim], report)
    assert (incident.actors, incident.targets) == (("US-led coalition",), (SDF,))


def test_the_adjective_of_a_country_is_not_its_word() -> None:
    report = a_report("Ten people died in a raid on Idlib, Syrian opposition activists said.", "2019-05-03")
    at = report.text.index("Syrian")
    from fogline.claims.claim import Voice
    from fogline.span import Span

    voice = Voice("Syria", ActorKind.PARTY, "Syrian", Span(at, at + 6), actor_id="SY")
    claim = a_claim(
        report, "Ten people died in a raid on Idlib", trigger="raid", place="Idlib", on="2019-05-03", killed=10, by=voice
    )
    ((incident,)) = _linked([claim], report)
    assert [(o.name, o.interested) for o in incident.origins] == [("activists", False)]


def test_state_television_speaks_for_the_state_whose_ground_it_is() -> None:
    report = a_report("Ten people died in a raid on Idlib, state TV said.", "2019-05-03")
    claim = a_claim(
        report,
        "Ten people died in a raid on Idlib",
        trigger="raid",
        place="Idlib",
        on="2019-05-03",
        killed=10,
        by=a_voice("TV", "other", text="state TV"),
    )
    ((incident,)) = _linked([claim], report)
    assert [(o.name, o.interested) for o in incident.origins] == [("Syria", True)]


def test_reports_and_a_toll_are_no_witnesses() -> None:
    report = a_report("Ten people died in a raid on Idlib, local reports said. The monitor confirmed it.", "2019-05-03")
    kinds: dict[str, Any] = {"place": "Idlib", "on": "2019-05-03", "killed": 10}
    claims = [
        a_claim(report, "Ten people died in a raid on Idlib", trigger="raid", by=a_voice("local reports", "witness"), **kinds),
        a_claim(report, "The monitor confirmed it", trigger="confirmed", by=monitor(), **kinds),
    ]
    assert [o.name for i in _linked(claims, report) for o in i.origins] == [MONITOR]


def test_who_manned_the_checkpoint_that_blew_up_did_not_blow_it_up() -> None:
    one = a_report("A bomb went off at a checkpoint manned by the Northern Front in Idlib.", "2019-05-04", "Herald")
    two = a_report("Islamic State bombed a checkpoint in Idlib.", "2019-05-04", "Post")
    words = "A bomb went off at a checkpoint manned by the Northern Front in Idlib"
    claim = a_claim(one, words, "explosive", trigger="bomb", place="Idlib", on="2019-05-03", by=monitor(), killed=9)
    from fogline.span import Span

    at = one.text.index("the Northern Front")
    front = ActorMention("Northern Front", "the Northern Front", Span(at, at + 18), actor_id="nf", inter=3)
    other = a_claim(
        two,
        "Islamic State bombed a checkpoint in Idlib",
        "explosive",
        trigger="bombed",
        place="Idlib",
        on="2019-05-03",
        by=a_voice("police", "government"),
        actor=IS,
        killed=9,
    )
    ((incident,)) = _linked([replace(claim, actor=(front,)), other], one, two)
    assert not [c for c in incident.contradictions if is_dispute(c)]


def test_a_failed_bid_is_no_capture_and_a_closed_road_no_retreat() -> None:
    one = a_report("Fighters made a failed bid to retake the road in Aleppo.", "2016-07-10", "Herald")
    two = a_report("The army closed the road in Aleppo.", "2016-07-10", "Post")
    day: dict[str, Any] = {"place": a_place("Aleppo"), "on": a_time("2016-07-10"), "actor": "Syria"}
    claims = [
        a_claim(one, "a failed bid to retake the road in Aleppo", "territory-gained", trigger="retake", by=monitor(), **day),
        a_claim(two, "The army closed the road in Aleppo", "withdrawal", trigger="closed", by="Russia", **day),
    ]
    for incident in _linked(claims, one, two):
        assert not [c for c in incident.contradictions if is_dispute(c)]


def test_who_tells_on_tuesday_tells_of_saturdays_attack() -> None:
    first = a_report("Gunmen attacked Barsalogho on Saturday and killed 200 people.", "2024-08-25", "Herald")
    later = a_report(
        "Relatives said on Tuesday that up to 400 people died when gunmen attacked Barsalogho.", "2024-08-28", "Courier"
    )
    quote = "up to 400 people died when gunmen attacked Barsalogho"
    at = later.text.index("on Tuesday")
    tuesday = a_time("2024-08-26", "2024-08-27")
    said = replace(tuesday, text="on Tuesday", span=Span(at, at + 10), flags=("day-of-saying",))
    attack = a_claim(first, first.text[:-1], "attack", trigger="attacked", place="Barsalogho", on="2024-08-24", killed=200)

    def told(on: ClaimTime) -> Claim:
        return a_claim(later, quote, "attack", trigger="attacked", place="Barsalogho", on=on, killed=(None, 400))

    assert len(_linked([attack, told(said)], first, later)) == 1
    assert len(_linked([attack, told(replace(said, flags=()))], first, later)) == 2


def _bodies_found(
    text: str, published: str, outlet: str, quote: str, day: str, killed: int, type: str = "aid"
) -> tuple[Report, Claim]:
    report = a_report(text, published, outlet)
    at = text.index("on Saturday")
    on = replace(a_time(day), text="on Saturday", span=Span(at, at + 11))
    claim = a_claim(
        report, quote, type, trigger=quote.split()[1], place="El Obeid", on=on, killed=killed, by=a_voice("Red Lantern", "aid")
    )
    return report, claim


def test_bodies_found_days_later_join_the_raid_that_killed_them() -> None:
    raid = a_report("Air strikes hit the market of El Obeid on Tuesday and killed 24 people.", "2024-02-07", "Courier")
    strike = a_claim(
        raid,
        "Air strikes hit the market of El Obeid on Tuesday and killed 24 people",
        trigger="hit",
        place="El Obeid",
        on="2024-02-06",
        killed=24,
        by=a_voice("Red Lantern", "aid"),
    )
    text = "Volunteers pulled nine bodies from the market of El Obeid on Saturday. Air strikes hit the market on 6 February."
    later, pulled = _bodies_found(
        text, "2024-02-10", "Gazette", "Volunteers pulled nine bodies from the market of El Obeid", "2024-02-10", 9
    )
    hit = a_claim(later, "Air strikes hit the market on 6 February", trigger="hit", on="2024-02-06")
    (incident,) = _linked([strike, pulled, hit], raid, later)
    assert (incident.type, incident.date_start, incident.date_end) == ("air-strike", date(2024, 2, 6), date(2024, 2, 6))
    assert set(incident.claim_ids) == {strike.id, pulled.id, hit.id}
    assert "aid" not in {i.type for i in _linked([pulled], later)}


def test_a_grave_is_found_on_a_day_and_nobody_is_said_to_have_been_killed_on_it() -> None:
    text = "Police found 12 bodies in a grave near El Obeid on Saturday."
    report, found = _bodies_found(
        text, "2024-02-10", "Herald", "Police found 12 bodies in a grave", "2024-02-10", 12, "casualty-toll"
    )
    (incident,) = _linked([found], report)
    killed = incident.figure("killed")
    assert killed is not None and killed.best == 12
    assert incident.date_start is None and incident.date_end == date(2024, 2, 10)


@pytest.mark.parametrize(
    ("denial", "place", "joins"),
    [
        ("The army denied that it had bombed the market", "the market", True),
        ("The army rejected the allegation", "El Obeid", True),
        ("The army denied the journalists access", None, False),
    ],
)
def test_a_denial_right_behind_the_news_belongs_to_it_if_it_speaks_of_it(denial: str, place: str | None, joins: bool) -> None:
    report = a_report(
        f"Air strikes hit the market of El Obeid on Tuesday and killed 24 people. {denial}.", "2024-02-07", "Courier"
    )
    strike = a_claim(
        report,
        "Air strikes hit the market of El Obeid on Tuesday and killed 24 people",
        trigger="hit",
        place="El Obeid",
        on="2024-02-06",
    )
    named = a_place("El Obeid") if place == "El Obeid" else a_place(place, located=False) if place else None
    answer = a_claim(report, denial, "reject", trigger=denial.split()[2], place=named)
    assert any({strike.id, answer.id} <= set(i.claim_ids) for i in _linked([strike, answer], report)) is joins


def test_a_denial_is_of_what_was_said_before_it_and_not_of_what_the_denier_says_next() -> None:
    report = a_report(
        "The RSF said it had seized the airport. The army denied the claims and said its jets would bomb the base.",
        "2023-04-16",
    )
    army = a_voice("Sudan", "party")
    seized = a_claim(
        report, "it had seized the airport", "territory-gained", trigger="seized", place="Merowe", by=a_voice("RSF", "party")
    )
    denied = replace(
        a_claim(report, "The army denied the claims", "reject", trigger="denied"),
        actor=(ActorMention("Sudan", "The army", inter=1),),
    )
    threat = a_claim(report, "its jets would bomb the base", "threaten", trigger="bomb", by=army)
    (incident,) = [i for i in _linked([seized, denied, threat], report) if denied.id in i.claim_ids]
    assert set(incident.claim_ids) == {seized.id, denied.id}
