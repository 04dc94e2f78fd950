"""Short stories of two to six reports, with the incidents expected."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import IS, MONITOR, SDF, a_claim, a_count, a_place, a_report, a_time, a_voice, by_id, monitor
from fogline.claims.claim import Claim
from fogline.incidents.incident import Incident, IncidentStatus
from fogline.incidents.linking import Constraints, explain, incident_id, link
from fogline.incidents.signals import MATCH_BITS
from fogline.intake.report import Report


def linked(claims: list[Claim], *reports: Report, constraints: Constraints = Constraints()) -> tuple[Incident, ...]:  # noqa: B008
    return link(claims, by_id(*reports), constraints)[0]


def raid(outlet: str, published_on: str, sentence: str, **fields: object) -> tuple[Report, Claim]:
    report = a_report(sentence + " Nobody from the army could be reached.", published_on, outlet)
    return report, a_claim(report, sentence.rstrip("."), **fields)  # type: ignore[arg-type]


def test_two_reports_of_one_raid_are_one_incident() -> None:
    one, first = raid(
        "Herald",
        "2018-12-12",
        "Jets struck the bakery in Hajin and killed 8 people.",
        place="Hajin",
        on="2018-12-12",
        killed=8,
        by=monitor(),
    )
    two, second = raid(
        "Courier",
        "2018-12-13",
        "Eight died when a bakery in Hajin was bombed.",
        place="Hajin",
        on="2018-12-12",
        killed=8,
        by=monitor(),
    )
    (incident,) = linked([first, second], one, two)
    assert incident.claim_ids == (first.id, second.id)
    assert incident.title == "Air strike, Hajin, 12 Dec 2018 — 8 killed claimed"
    assert incident.id == incident_id(first.id)
    assert not incident.flags


def test_the_same_town_on_disjoint_days_is_two_incidents() -> None:
    one, first = raid(
        "Herald", "2018-12-10", "Jets struck a house in Hajin.", place="Hajin", on="2018-12-09", killed=3, by=monitor()
    )
    two, second = raid(
        "Courier", "2018-12-13", "Jets struck a house in Hajin.", place="Hajin", on="2018-12-12", killed=3, by=monitor()
    )
    assert [i.date_start for i in linked([first, second], one, two)] == [date(2018, 12, 9), date(2018, 12, 12)]


def test_raids_on_consecutive_days_are_two_incidents() -> None:
    one, first = raid(
        "Herald", "2018-12-10", "Jets struck a clinic in Hajin.", place="Hajin", on="2018-12-10", killed=3, by=monitor()
    )
    two, second = raid(
        "Courier", "2018-12-11", "A farm near Hajin was bombed.", place="Hajin", on="2018-12-11", killed=9, by=monitor()
    )
    assert len(linked([first, second], one, two)) == 2


def test_towns_a_hundred_kilometres_apart_are_two_incidents() -> None:
    one, first = raid(
        "Herald", "2018-12-12", "Jets struck a market in Hajin.", place="Hajin", on="2018-12-12", killed=5, by=monitor()
    )
    two, second = raid(
        "Courier", "2018-12-12", "Jets struck a market in Idlib.", place="Idlib", on="2018-12-12", killed=5, by=monitor()
    )
    assert len(linked([first, second], one, two)) == 2
    why = explain([first], [second], [first, second], by_id(one, two))
    assert why.signals[0][0] == "excluded"
    assert "Hajin and Idlib lie" in why.signals[0][2]


def test_two_incidents_in_one_town_on_one_day_stay_two() -> None:
    one, first = raid(
        "Herald",
        "2018-12-12",
        "A suicide bomber killed 4 at the gate of a barracks in Manbij.",
        type="suicide-bomb",
        place="Manbij",
        on="2018-12-12",
        killed=4,
    )
    two, second = raid(
        "Courier",
        "2018-12-12",
        "Jets struck a school in Manbij, killing 20.",
        place="Manbij",
        on="2018-12-12",
        killed=20,
        by=monitor(),
    )
    assert {i.type for i in linked([first, second], one, two)} == {"suicide-bomb", "air-strike"}


def test_similar_neighbours_do_not_chain() -> None:
    stories = [
        raid(
            f"Outlet {n}",
            f"2018-12-{10 + n}",
            "Artillery hit homes in Hajin.",
            type="shelling",
            place="Hajin",
            on=a_time(f"2018-12-{9 + n:02d}", f"2018-12-{10 + n}"),
            by=monitor(),
        )
        for n in range(6)
    ]
    incidents = linked([c for _, c in stories], *(r for r, _ in stories))
    assert all(i.date_start and i.date_end and (i.date_end - i.date_start).days <= 3 for i in incidents)
    assert len(incidents) >= 2


def test_claims_of_one_sentence_join_whatever_their_types() -> None:
    text = "Jets struck the market of Hajin on Wednesday, killing 8 people and burning forty shops. In Manbij the council met."
    report = a_report(text, "2018-12-12")
    strike = a_claim(report, "Jets struck the market of Hajin on Wednesday", trigger="struck", place="Hajin", on="2018-12-12")
    deaths = a_claim(report, "killing 8 people", "attack", trigger="killing", place="Hajin", on="2018-12-12", killed=8)
    fire = a_claim(report, "burning forty shops", "destruction", trigger="burning", place="Hajin", on="2018-12-12")
    (incident,) = linked([strike, deaths, fire], report)
    assert incident.type == "air-strike"
    assert incident.figure("killed") is not None
    assert all(any(name == "told in one report" for name, _, _ in link_.signals) for link_ in incident.links)


def test_one_report_telling_of_two_towns_gives_two_incidents() -> None:
    report = a_report("Jets struck Hajin on Wednesday, killing 8. Jets also struck Baghuz, killing 3.", "2018-12-12")
    one = a_claim(report, "Jets struck Hajin on Wednesday, killing 8", trigger="struck", place="Hajin", on="2018-12-12", killed=8)
    two = a_claim(report, "Jets also struck Baghuz, killing 3", trigger="struck", place="Baghuz", on="2018-12-12", killed=3)
    assert len(linked([one, two], report)) == 2


def test_claims_without_place_or_day_are_kept_and_flagged() -> None:
    report = a_report("A raid killed two people, the monitor said.", None)
    claim = a_claim(report, "A raid killed two people", trigger="raid", killed=2, by=monitor())
    (incident,) = linked([claim], report)
    assert incident.flags == ("undated", "unlocated")
    assert incident.date_start is None and incident.place is None
    assert incident.title == "Air strike, place unknown, day unknown — 2 killed claimed"


def test_a_passing_mention_joins_the_old_incident_as_background() -> None:
    one, first = raid(
        "Herald",
        "2019-01-16",
        "A bomber killed 4 outside a restaurant in Manbij.",
        type="suicide-bomb",
        place="Manbij",
        on="2019-01-16",
        killed=4,
        by=monitor(),
    )
    text = "The patrols resumed on Monday. " + "Officers spoke with shop owners along the main road about traffic. " * 8
    later = a_report(
        text + "The January bombing that killed 4 outside a restaurant in Manbij had halted them.", "2019-02-04", "Courier"
    )
    second = a_claim(
        later,
        "The January bombing that killed 4 outside a restaurant in Manbij",
        "suicide-bomb",
        trigger="bombing",
        place="Manbij",
        on=a_time("2019-01-16"),
        killed=4,
    )
    (incident,) = linked([first, second], one, later)
    assert incident.background_claim_ids == (second.id,)
    assert incident.background_report_ids == (later.id,)


def test_a_planned_offensive_is_its_own_discounted_incident() -> None:
    one, plan = raid(
        "Herald",
        "2018-12-12",
        "Turkey will attack Manbij within days.",
        type="armed-clash",
        trigger="attack",
        place="Manbij",
        on="2018-12-12",
        modality="planned",
    )
    two, fight = raid(
        "Courier",
        "2018-12-12",
        "Rebels attacked Manbij on Wednesday.",
        type="armed-clash",
        trigger="attacked",
        place="Manbij",
        on="2018-12-12",
        by=monitor(),
    )
    announced, fought = sorted(linked([plan, fight], one, two), key=lambda i: i.status)
    assert announced.status is IncidentStatus.DISCOUNTED
    assert announced.status_reason == "discounted: announced, not reported as having happened"
    assert announced.title.endswith("announced")
    assert fought.status is IncidentStatus.WEAK


def test_a_state_founds_no_incident_and_an_issue_counts_it() -> None:
    report = a_report("The town of Hajin is held by the group.", "2018-12-12")
    claim = a_claim(report, "Hajin is held by the group", "control", trigger="held", actor=IS, place="Hajin", on="2018-12-12")
    incidents, issues = link([claim], by_id(report))
    assert incidents == ()
    assert [(i.code, i.message.split(" ", 1)[0]) for i in issues] == [("no-single-happening", "1")]


def test_a_flight_with_figures_a_town_and_a_day_is_an_incident() -> None:
    report = a_report("Some 2,000 people fled Hajin on Wednesday.", "2018-12-12")
    claim = a_claim(
        report,
        "2,000 people fled Hajin",
        "displacement",
        trigger="fled",
        place="Hajin",
        on="2018-12-12",
        counts=[a_count("displaced", 2000)],
    )
    assert [i.type for i in linked([claim], report)] == ["displacement"]


def test_a_denial_stands_with_what_it_denies() -> None:
    report = a_report(
        "Coalition jets killed 12 civilians in Hajin on Wednesday, the monitor said. The coalition denied that its jets struck Hajin.",
        "2018-12-13",
    )
    strike = a_claim(
        report,
        "Coalition jets killed 12 civilians in Hajin on Wednesday",
        trigger="killed",
        actor="US-led coalition",
        place="Hajin",
        on="2018-12-12",
        killed=12,
        by=monitor(),
    )
    denial = a_claim(
        report, "denied that its jets struck Hajin", "reject", trigger="denied", actor="US-led coalition", place="Hajin"
    )
    (incident,) = linked([strike, denial], report)
    assert incident.type == "air-strike"
    assert incident.status is IncidentStatus.CONTESTED


def test_reviewers_merge_stands_above_every_weight_and_can_be_taken_back() -> None:
    one, first = raid("Herald", "2018-12-12", "Jets struck a market in Hajin.", place="Hajin", on="2018-12-12")
    two, second = raid("Courier", "2018-12-20", "Shells fell on Idlib.", type="shelling", place="Idlib", on="2018-12-20")
    merged = linked([first, second], one, two, constraints=Constraints(must_link=frozenset({(second.id, incident_id(first.id))})))
    assert len(merged) == 1
    assert merged[0].flags == ("reviewed-links",)
    assert merged[0].links[-1].signals[0][2] == "merged by a reviewer"
    assert len(linked([first, second], one, two)) == 2


def test_reviewers_split_stands_above_every_weight() -> None:
    one, first = raid("Herald", "2018-12-12", "Jets struck the bakery in Hajin.", place="Hajin", on="2018-12-12", killed=8)
    two, second = raid("Courier", "2018-12-12", "Jets struck the bakery in Hajin.", place="Hajin", on="2018-12-12", killed=8)
    split = Constraints(cannot_link=frozenset({(second.id, first.id)}))
    assert len(linked([first, second], one, two)) == 1
    assert len(linked([first, second], one, two, constraints=split)) == 2


def test_a_split_holds_within_one_report_too() -> None:
    report = a_report("Jets struck the bakery of Hajin on Wednesday and struck it again an hour later.", "2018-12-12")
    first = a_claim(report, "Jets struck the bakery of Hajin", trigger="struck", place="Hajin", on="2018-12-12")
    second = a_claim(report, "struck it again an hour later", trigger="struck", place="Hajin", on="2018-12-12")
    assert len(linked([first, second], report)) == 1
    assert len(linked([first, second], report, constraints=Constraints(cannot_link=frozenset({(first.id, second.id)})))) == 2


def test_contradicting_and_unknown_judgements_become_issues() -> None:
    one, first = raid("Herald", "2018-12-12", "Jets struck the bakery in Hajin.", place="Hajin", on="2018-12-12")
    two, second = raid("Courier", "2018-12-12", "Jets struck the bakery in Hajin.", place="Hajin", on="2018-12-12")
    pair = (first.id, second.id)
    incidents, issues = link(
        [first, second], by_id(one, two), Constraints(frozenset({pair, ("claim-gone", first.id)}), frozenset({pair}))
    )
    assert len(incidents) == 2
    assert {i.code for i in issues} == {"constraint-conflict", "constraint-unknown"}


def test_a_reviewers_grade_keeps_the_first_one_in_its_reason() -> None:
    report, claim = raid("Herald", "2018-12-12", "Jets struck a market in Hajin.", place="Hajin", on="2018-12-12", by=monitor())
    given_ = Constraints(statuses={incident_id(claim.id): (IncidentStatus.CONFIRMED, "geolocated footage")})
    (incident,) = linked([claim], report, constraints=given_)
    assert incident.status is IncidentStatus.CONFIRMED
    assert "geolocated footage" in incident.status_reason and "by rule it was weak" in incident.status_reason


def test_a_claim_dated_after_its_report_is_linked_and_no_background() -> None:
    one, first = raid(
        "Herald",
        "2018-12-01",
        "Jets struck the bakery in Hajin and killed 8.",
        place="Hajin",
        on="2018-12-12",
        killed=8,
        by=monitor(),
    )
    two, second = raid(
        "Courier", "2018-12-13", "The bakery of Hajin was struck, 8 died.", place="Hajin", on="2018-12-12", killed=8, by=monitor()
    )
    (incident,) = linked([first, second], one, two)
    assert incident.background_claim_ids == ()


def test_the_same_report_from_two_addresses_is_one_witness() -> None:
    text = "Jets struck the bakery in Hajin on Wednesday and killed 8 people, residents said."
    one = a_report(text, "2018-12-12", url="https://herald.example/a")
    two = a_report(text, "2018-12-12", url="https://herald.example/b?ref=x")
    claims = [
        a_claim(
            r,
            "Jets struck the bakery in Hajin on Wednesday and killed 8 people",
            trigger="struck",
            place="Hajin",
            on="2018-12-12",
            killed=8,
            by=a_voice("residents", "witness"),
        )
        for r in (one, two)
    ]
    (incident,) = linked(claims, one, two)
    assert len(incident.origins) == 1


def test_every_link_says_how_much_each_signal_weighs() -> None:
    one, first = raid(
        "Herald",
        "2018-12-12",
        "Jets struck the bakery in Hajin and killed 8 people.",
        place="Hajin",
        on="2018-12-12",
        killed=8,
        by=monitor(),
    )
    two, second = raid(
        "Courier",
        "2018-12-13",
        "Eight died when a bakery in Hajin was bombed.",
        place="Hajin",
        on="2018-12-12",
        killed=8,
        by=monitor(),
    )
    (incident,) = linked([first, second], one, two)
    (edge,) = incident.links
    assert edge.weight >= MATCH_BITS
    assert abs(edge.weight - sum(bits for _, bits, _ in edge.signals)) < 0.05
    assert {"days apart", "place", "figures"} <= {name for name, _, _ in edge.signals}


def _war() -> tuple[list[Claim], dict[str, Report]]:
    stories = [
        raid(
            "Herald",
            "2018-12-12",
            "Jets struck the bakery in Hajin and killed 8.",
            place="Hajin",
            on="2018-12-12",
            killed=8,
            by=monitor(),
        ),
        raid(
            "Courier",
            "2018-12-13",
            "The bakery of Hajin was struck, 9 died.",
            place="Hajin",
            on="2018-12-12",
            killed=9,
            by=monitor(),
        ),
        raid(
            "Record",
            "2018-12-13",
            "A raid on Hajin killed several.",
            place="Hajin",
            on=a_time("2018-12-11", "2018-12-13"),
            by=a_voice("residents", "witness"),
        ),
        raid("Herald", "2018-12-13", "Shells fell on Manbij.", type="shelling", place="Manbij", on="2018-12-13"),
        raid("Star", "2018-12-14", "Manbij was shelled.", type="shelling", place="Manbij", on="2018-12-13", by=MONITOR_VOICE),
        raid(
            "Wire",
            "2018-12-14",
            "SDF fighters entered Hajin.",
            type="territory-gained",
            trigger="entered",
            actor=SDF,
            place="Hajin",
            on="2018-12-13",
            by=SDF,
        ),
        raid("Star", "2018-12-15", "A raid killed two.", killed=2),
    ]
    return [c for _, c in stories], by_id(*(r for r, _ in stories))


MONITOR_VOICE = a_voice(MONITOR)


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(7)))
def test_incidents_do_not_depend_on_the_order_of_claims(order: list[int]) -> None:
    claims, reports = _war()
    shuffled = {k: reports[k] for k in sorted(reports, key=lambda k: order[list(reports).index(k) % 7])}
    assert link([claims[n] for n in order], shuffled) == link(claims, reports)


@settings(max_examples=25, deadline=None)
@given(st.sets(st.integers(0, 6), min_size=1))
def test_every_happening_told_stands_in_exactly_one_incident(chosen: set[int]) -> None:
    claims, reports = _war()
    told = [claims[n] for n in sorted(chosen)]
    incidents, _ = link(told, reports)
    assert sorted(c for i in incidents for c in i.claim_ids) == sorted(c.id for c in told)


def test_a_crowded_city_is_compared_in_part_and_an_issue_says_so() -> None:
    stories = [
        raid(
            f"Outlet {n}",
            "2018-12-12",
            f"Shells hit street {n} of Aleppo.",
            type="shelling",
            place=a_place("Aleppo"),
            on="2018-12-12",
            killed=n % 7 + 1,
        )
        for n in range(90)
    ]
    _, issues = link([c for _, c in stories], by_id(*(r for r, _ in stories)))
    (crowded,) = [i for i in issues if i.code == "crowded-block"]
    assert "merge them by hand" in crowded.message
