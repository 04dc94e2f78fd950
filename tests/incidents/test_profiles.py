"""What ACLED, UCDP and Airwars would write down of the same claims, told in short stories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pycountry
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import IS, MONITOR, SDF, a_claim, a_count, a_place, a_report, a_time, a_voice, by_id, monitor
from fogline.claims.claim import ActorMention, Claim, Count
from fogline.errors import UsageError
from fogline.incidents.incident import Incident
from fogline.incidents.linking import Constraints, link
from fogline.incidents.profiles import POINTS, Coding, all_profiles, differences, profiles_named
from fogline.incidents.profiles_acled import geo_precision, interaction, shares
from fogline.incidents.profiles_evidence import Evidence, country_name, group_of
from fogline.incidents.profiles_ucdp import date_precision, estimate_of
from fogline.intake.report import Report

INTER = {IS: 2, SDF: 2, "Syria": 1, "Russia": 1, "civilians": 7, "US-led coalition": 8, "rebels": 2}


def typed(claim: Claim) -> Claim:
    """Give a claim's actors the types that the registry would."""

    def known(mentions: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
        return tuple(replace(m, inter=INTER.get(m.name)) for m in mentions)

    return replace(claim, actor=known(claim.actor), target=known(claim.target))


def one(claims: Sequence[Claim], *reports: Report) -> tuple[Incident, dict[str, Claim], dict[str, Report]]:
    """Return the claims as one incident, whatever the linking would say."""
    typed_claims = [typed(c) for c in claims]
    pairs = frozenset((typed_claims[0].id, c.id) for c in typed_claims[1:])
    incidents, _ = link(typed_claims, by_id(*reports), Constraints(must_link=pairs))
    assert len(incidents) == 1
    return incidents[0], {c.id: c for c in typed_claims}, by_id(*reports)


def coded(name: str, claims: Sequence[Claim], *reports: Report) -> Coding:
    return all_profiles()[name].code(*one(claims, *reports))


def row(coding: Coding, at: int = 0) -> Mapping[str, object]:
    assert coding.included, coding.why
    return {name: cell.value for name, cell in coding.records[at].items()}


def strike(sentence: str, outlet: str = "Herald", published: str = "2018-12-13", **fields: object) -> tuple[Report, Claim]:
    report = a_report(f"{sentence}.", published, outlet)
    fields.setdefault("place", "Hajin")
    fields.setdefault("on", "2018-12-12")
    return report, a_claim(report, sentence, fields.pop("type", "air-strike"), **fields)  # type: ignore[arg-type]


def story_of_two_counts() -> tuple[list[Claim], list[Report]]:
    """Twelve by the monitor, civilians all; dozens by residents; the coalition says that it hit fighters."""
    first = strike(
        "Jets of the coalition killed 12 civilians in Hajin",
        trigger="killed",
        by=monitor(),
        actor="US-led coalition",
        target="civilians",
        counts=[a_count("killed", 12, "civilians", "12 civilians")],
    )
    second = strike(
        "Dozens of people died in the raid on Hajin",
        "Courier",
        trigger="raid",
        by=a_voice("residents", "witness"),
        actor="US-led coalition",
        counts=[a_count("killed", (24, 99), "people", "Dozens of people")],
    )
    return [first[1], second[1]], [first[0], second[0]]


def test_profiles_differ_on_one_raid_and_say_by_which_rule() -> None:
    claims, reports = story_of_two_counts()
    found = one(claims, *reports)
    codings = [p.code(*found) for p in profiles_named("all")]
    acled, ucdp, airwars = codings
    assert [c.included for c in codings] == [True, True, True]
    assert row(acled)["fatalities"] == 12
    assert (row(ucdp)["low"], row(ucdp)["best"], row(ucdp)["high"]) == (12, 12, 99)
    assert (row(airwars)["killed_min"], row(airwars)["killed_max"]) == (12, 99)
    points = {d.point: str(d) for d in differences(codings)}
    assert "killed" not in points and "killed, highest" not in points
    assert points["civilians killed"] == (
        "civilians killed: ucdp 12 (deaths_civilians); airwars 12 to 99 (over the latest figures of 2 origins, the belligerent's own left out)"
    )


def test_vague_words_are_small_numbers_to_acled() -> None:
    for word, low, high, number in (("Dozens", 24, 99, 12), ("Hundreds", 200, 999, 100), ("Scores", 40, 199, 20)):
        report, claim = strike(
            f"{word} of people were killed in Hajin",
            counts=[a_count("killed", (low, high), "people", f"{word} of people")],
            by=monitor(),
        )
        assert row(coded("acled", [claim], report))["fatalities"] == number


def test_of_a_reported_range_acled_takes_the_low_end_and_airwars_both() -> None:
    report, claim = strike(
        "Between 5 and 9 civilians died in the strike on Hajin",
        trigger="strike",
        by=monitor(),
        actor="Russia",
        counts=[a_count("killed", (5, 9), "civilians", "Between 5 and 9 civilians")],
    )
    assert row(coded("acled", [claim], report))["fatalities"] == 5
    assert (row(coded("ucdp", [claim], report))["best"], row(coded("ucdp", [claim], report))["high"]) == (5, 9)
    assert row(coded("airwars", [claim], report))["killed_max"] == 9


def test_deaths_without_a_number_are_three_to_acled_and_nothing_to_ucdp() -> None:
    report, claim = strike("Shells killed people in Hajin", type="shelling", trigger="killed", by=monitor(), actor="Syria")
    assert row(coded("acled", [claim], report))["fatalities"] == 3
    assert not coded("ucdp", [claim], report).included


def test_a_bombing_that_killed_nobody_is_an_event_to_acled_alone() -> None:
    report, claim = strike("Jets bombed Hajin", trigger="bombed", by=monitor(), actor="Russia", target=IS)
    found = one([claim], report)
    codings = [p.code(*found) for p in profiles_named("all")]
    assert [c.included for c in codings] == [True, False, False]
    assert row(codings[0])["fatalities"] == 0
    assert codings[1].why == "no death in the low, best or high estimate"
    assert next(d.point for d in differences(codings)) == "recorded"


def test_threats_are_recorded_by_nobody() -> None:
    report = a_report("Turkey warned that it would attack Manbij.")
    claim = a_claim(
        report,
        "Turkey warned that it would attack Manbij",
        "threaten",
        trigger="warned",
        actor="Turkey",
        place="Manbij",
        on="2018-12-12",
    )
    found = one([claim], report)
    assert [p.code(*found).included for p in profiles_named("all")] == [False, False, False]


def test_a_battle_of_two_days_is_two_acled_events_that_share_its_dead_and_one_ucdp_event() -> None:
    report = a_report(
        "SDF men fought Islamic State in Hajin on 10 December. They fought on in Hajin the next day. In all 7 fighters died."
    )
    first = a_claim(
        report,
        "SDF men fought Islamic State in Hajin",
        "armed-clash",
        trigger="fought",
        actor=SDF,
        target=IS,
        place="Hajin",
        on="2018-12-10",
        by=monitor(),
    )
    second = a_claim(
        report,
        "They fought on in Hajin",
        "armed-clash",
        trigger="fought",
        actor=SDF,
        target=IS,
        place="Hajin",
        on="2018-12-11",
        by=monitor(),
        counts=[a_count("killed", 7, "fighters", "7 fighters")],
    )
    acled = coded("acled", [first, second], report)
    assert [(r["event_date"].value, r["fatalities"].value) for r in acled.records] == [("2018-12-10", 4), ("2018-12-11", 3)]
    ucdp = row(coded("ucdp", [first, second], report))
    assert (ucdp["date_prec"], ucdp["best"], ucdp["deaths_b"], ucdp["deaths_unknown"]) == (2, 7, 7, 0)


def test_reports_that_differ_on_the_day_tell_one_acled_event() -> None:
    told = [strike(f"Jets struck Hajin, story {n}", f"Outlet {n}", trigger="struck", actor="Russia", by=monitor(), on=day)
            for n, day in enumerate(("2018-12-11", "2018-12-12", "2018-12-12"))]  # fmt: skip
    acled = coded("acled", [c for _, c in told], *(r for r, _ in told))
    assert [r["event_date"].value for r in acled.records] == ["2018-12-12"]


def test_a_coalition_of_states_fights_a_state_based_conflict() -> None:
    report, claim = strike("Coalition jets killed 3 fighters in Hajin", trigger="killed", actor="US-led coalition", target=IS, by=monitor(),
                           counts=[a_count("killed", 3, "fighters")])  # fmt: skip
    ucdp = row(coded("ucdp", [claim], report))
    assert (ucdp["type_of_violence"], ucdp["side_a"], ucdp["side_b"], ucdp["deaths_b"]) == (1, "US-led coalition", IS, 3)


def test_ucdp_divides_the_dead_by_side() -> None:
    report = a_report("Clashes in Idlib killed 5 soldiers, 8 rebels and 2 civilians.")
    claim = a_claim(
        report,
        "Clashes in Idlib killed 5 soldiers, 8 rebels and 2 civilians",
        "armed-clash",
        trigger="Clashes",
        actor=("Syria", "rebels"),
        place="Idlib",
        on="2018-12-12",
        by=monitor(),
        counts=[a_count("killed", 5, "Syria", "5 soldiers"), a_count("killed", 8, "rebels"), a_count("killed", 2, "civilians")],
    )
    ucdp = row(coded("ucdp", [claim], report))
    assert (ucdp["type_of_violence"], ucdp["side_a"], ucdp["side_b"]) == (1, "Government of Syria", "rebels")
    assert (ucdp["deaths_a"], ucdp["deaths_b"], ucdp["deaths_civilians"], ucdp["best"]) == (5, 8, 2, 15)


def test_violence_between_two_groups_is_non_state_and_killing_the_unarmed_one_sided() -> None:
    report, claim = strike(
        "SDF men killed 4 fighters of Islamic State in Hajin",
        type="armed-clash",
        trigger="killed",
        actor=SDF,
        target=IS,
        by=monitor(),
        counts=[a_count("killed", 4, "fighters")],
    )
    assert row(coded("ucdp", [claim], report))["type_of_violence"] == 2
    report, claim = strike(
        "Islamic State killed 4 civilians in Hajin",
        type="attack",
        trigger="killed",
        actor=IS,
        target="civilians",
        by=monitor(),
        counts=[a_count("killed", 4, "civilians")],
    )
    ucdp = row(coded("ucdp", [claim], report))
    assert (ucdp["type_of_violence"], ucdp["side_a"], ucdp["side_b"], ucdp["deaths_civilians"]) == (3, IS, "Civilians", 4)


def test_a_sides_own_count_reaches_the_high_estimate_alone() -> None:
    free = strike("Fighting in Hajin left 6 fighters dead", type="armed-clash", trigger="Fighting", actor=SDF, target=IS, by=monitor(),
                  counts=[a_count("killed", 6, "fighters")])  # fmt: skip
    own = strike("We killed 40 fighters in Hajin", "Courier", type="armed-clash", trigger="killed", actor=SDF, target=IS, by=SDF,
                 counts=[a_count("killed", 40, "fighters")])  # fmt: skip
    claims, reports = [free[1], own[1]], [free[0], own[0]]
    ucdp = row(coded("ucdp", claims, *reports))
    assert (ucdp["low"], ucdp["best"], ucdp["high"]) == (6, 6, 40)
    assert row(coded("acled", claims, *reports))["fatalities"] == 6


def test_who_took_a_town_decides_the_sub_event() -> None:
    taken = "captured"
    by_state = strike(
        "Troops captured Harasta",
        type="territory-gained",
        trigger=taken,
        actor="Syria",
        target="rebels",
        place="Harasta",
        by=monitor(),
    )
    by_group = strike("SDF men captured Hajin", type="territory-gained", trigger=taken, actor=SDF, target=IS, by=monitor())
    entered = strike("SDF men entered Hajin", type="territory-gained", trigger="entered", actor=SDF, target=IS, by=monitor())
    found = [row(coded("acled", [claim], report))["sub_event_type"] for report, claim in (by_state, by_group, entered)]
    assert found == ["Government regains territory", "Non-state actor overtakes territory", "Armed clash"]


def test_a_states_forces_abroad_are_external_to_acled() -> None:
    report, claim = strike(
        "Russian jets bombed Idlib", trigger="bombed", actor="Russia", target="civilians", place="Idlib", by=monitor()
    )
    acled = row(coded("acled", [claim], report))
    assert (acled["inter1"], acled["inter2"], acled["interaction"]) == (8, 7, 78)
    assert acled["civilian_targeting"] == "Civilian targeting"
    assert acled["actor2"] == "Civilians (Syria)"


def test_nobody_named_is_an_unidentified_group() -> None:
    report, claim = strike(
        "A bomb killed 3 people in Idlib", type="explosive", trigger="bomb", place="Idlib", by=monitor(), killed=3
    )
    acled = row(coded("acled", [claim], report))
    assert (acled["actor1"], acled["inter1"]) == ("Unidentified Armed Group", 3)
    assert not coded("ucdp", [claim], report).included


def test_disputed_numbers_widen_airwars_range_and_disputed_doers_contest_it() -> None:
    few = strike("Russian jets killed 2 civilians in Idlib", trigger="killed", actor="Russia", target="civilians", place="Idlib", by=monitor(),
                 counts=[a_count("killed", 2, "civilians")])  # fmt: skip
    many = strike("Russian jets killed 20 civilians in Idlib", "Courier", trigger="killed", actor="Russia", target="civilians", place="Idlib",
                  by=a_voice("White Helmets", "aid"), counts=[a_count("killed", 20, "civilians")])  # fmt: skip
    found = one([few[1], many[1]], few[0], many[0])
    assert str(found[0].status) == "contested"
    airwars = row(all_profiles()["airwars"].code(*found))
    assert (airwars["grading"], airwars["killed_min"], airwars["killed_max"]) == ("Fair", 2, 20)
    assert (airwars["strike_status"], airwars["belligerent_assessment"]) == ("Likely strike", "Not yet assessed")
    other = strike("Syrian jets killed 20 civilians in Idlib", "Post", trigger="killed", actor="Syria", target="civilians", place="Idlib",
                   by=a_voice("White Helmets", "aid"), counts=[a_count("killed", 20, "civilians")])  # fmt: skip
    assert row(coded("airwars", [few[1], other[1]], few[0], other[0]))["grading"] == "Contested"


def test_a_strike_that_killed_fighters_alone_is_discounted_as_civilian_harm() -> None:
    report, claim = strike("Jets killed 9 fighters in Hajin", trigger="killed", actor="US-led coalition", target=IS, by=monitor(),
                           counts=[a_count("killed", 9, "fighters")])  # fmt: skip
    coding = coded("airwars", [claim], report)
    assert not coding.included and coding.points["disagreement"].value == "Discounted"


def test_what_the_belligerent_owns_to_stands_apart_and_a_reviewer_confirms() -> None:
    told = strike("Coalition jets killed 9 civilians in Hajin", trigger="killed", actor="US-led coalition", target="civilians", by=monitor(),
                  counts=[a_count("killed", 9, "civilians")])  # fmt: skip
    owned = strike("Our strike on Hajin killed 4 civilians", "Courier", trigger="strike", actor="US-led coalition", target="civilians",
                   by="US-led coalition", counts=[a_count("killed", 4, "civilians")])  # fmt: skip
    airwars = row(coded("airwars", [told[1], owned[1]], told[0], owned[0]))
    assert (airwars["killed_min"], airwars["killed_max"], airwars["civilians_conceded_max"]) == (9, 9, 4)
    assert (airwars["belligerent_assessment"], airwars["strike_status"], airwars["grading"]) == (
        "Credible",
        "Declared strike",
        "Weak",
    )


def test_children_are_counted_within_the_toll() -> None:
    report, claim = strike("Jets killed 11 civilians in Hajin, 4 of them children", trigger="killed", actor="Russia", target="civilians", by=monitor(),
                           counts=[a_count("killed", 11, "civilians"), a_count("killed", 4, "children")])  # fmt: skip
    airwars = row(coded("airwars", [claim], report))
    assert (airwars["killed_min"], airwars["children_killed_min"], airwars["women_killed_min"]) == (11, 4, None)


def test_a_retracted_figure_counts_under_no_profile() -> None:
    kept = strike("Jets killed 3 civilians in Hajin", trigger="killed", actor="Russia", target="civilians", by=monitor(),
                  counts=[a_count("killed", 3, "civilians")])  # fmt: skip
    gone = strike("Jets killed 300 civilians in Hajin", "Courier", trigger="killed", actor="Russia", target="civilians", flags=("retracted",),
                  by=a_voice("White Helmets", "aid"), counts=[a_count("killed", 300, "civilians")])  # fmt: skip
    claims, reports = [kept[1], gone[1]], [kept[0], gone[0]]
    assert row(coded("airwars", claims, *reports))["killed_max"] == 3
    assert row(coded("ucdp", claims, *reports))["high"] == 3


@pytest.mark.parametrize(("where_prec", "geo"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 3), (6, None), (7, None), (None, None)])
def test_geo_precision_follows_where_prec(where_prec: int | None, geo: int | None) -> None:
    assert geo_precision(where_prec).value == geo


@pytest.mark.parametrize(
    ("code", "acled", "ucdp", "airwars"),
    [
        ("SY", "Syria", "Syria", "Syria"),
        ("RU", "Russia", "Russia (Soviet Union)", "Russia"),
        ("CD", "Democratic Republic of Congo", "DR Congo (Zaire)", "Democratic Republic of Congo"),
        ("CG", "Republic of Congo", "Congo", "Republic of Congo"),
        ("IR", "Iran", "Iran", "Iran"),
        ("KR", "South Korea", "South Korea", "South Korea"),
        ("PS", "Palestine", "Palestine", "Palestine"),
        ("BN", "Brunei", "Brunei", "Brunei"),
        ("TR", "Turkey", "Turkey", "Turkey"),
        ("US", "United States", "United States of America", "United States"),
        ("SZ", "eSwatini", "Kingdom of eSwatini (Swaziland)", "Eswatini"),
        ("XK", "Kosovo", "Kosovo", "Kosovo"),
        ("GL", "Greenland", "Greenland", "Greenland"),
    ],
)
def test_a_country_bears_the_name_by_which_each_project_can_be_joined(code: str, acled: str, ucdp: str, airwars: str) -> None:
    report, claim = strike("Jets of the coalition killed 12 civilians in Hajin", trigger="killed", by=monitor(), actor="US-led coalition",
                           target="civilians", place=a_place("Hajin", country=code), counts=[a_count("killed", 12, "civilians")])  # fmt: skip
    rows = {name: row(coded(name, [claim], report)) for name in ("acled", "ucdp", "airwars")}
    assert [rows[name]["country"] for name in ("acled", "ucdp", "airwars")] == [acled, ucdp, airwars]
    assert rows["acled"]["actor2"] == f"Civilians ({acled})"


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda c: c.alpha_2)
def test_no_country_is_named_as_the_standard_files_it(country: Any) -> None:
    name = country_name(country.alpha_2)
    assert name and "," not in name.removeprefix("Bonaire, ").removeprefix("Saint Helena, ") and "Republic of the" not in name


def test_a_country_is_no_place_to_acled_and_one_to_ucdp() -> None:
    report, claim = strike("Rebels killed 5 soldiers in Syria", type="armed-clash", trigger="killed", actor="rebels", target="Syria",
                           place=a_place("Syria", precision=6), by=monitor(), counts=[a_count("killed", 5, "soldiers")])  # fmt: skip
    assert coded("acled", [claim], report).why == "no place finer than the country is known"
    ucdp = row(coded("ucdp", [claim], report))
    assert (ucdp["where_prec"], ucdp["event_clarity"]) == (6, 2)


def test_days_of_a_week_are_dated_in_its_middle() -> None:
    report, claim = strike("SDF men fought in Hajin last week", type="armed-clash", trigger="fought", actor=SDF, target=IS,
                           on=a_time("2018-12-03", "2018-12-09"), by=monitor())  # fmt: skip
    acled = row(coded("acled", [claim], report))
    assert (acled["event_date"], acled["time_precision"]) == ("2018-12-06", 2)


def test_the_lower_type_comes_first_in_an_interaction() -> None:
    assert [interaction(8, 2), interaction(1, 7), interaction(2, 0), interaction(None, 7)] == [28, 17, 20, None]


def test_who_a_count_is_of() -> None:
    assert [group_of(w).kind for w in ("civilians", "SDF fighters", "people", "seven residents", None)] == [
        "civilians",
        "armed",
        "people",
        "civilians",
        "people",
    ]


def test_unknown_profile_names_those_that_exist() -> None:
    with pytest.raises(UsageError, match=r"Unknown profile 'gtd'\. Available: acled, ucdp, airwars, all\."):
        profiles_named("gtd")


def test_every_profile_names_its_rules_and_its_columns_once() -> None:
    for profile in all_profiles().values():
        names = [name for name, _, _ in profile.columns]
        assert len(names) == len(set(names)) and profile.rules
        claims, reports = story_of_two_counts()
        coding = profile.code(*one(claims, *reports))
        assert all(list(record) == names for record in coding.records)
        assert set(coding.points) <= set(POINTS)
        assert all(cell.rule for record in coding.records for cell in record.values())


COUNTS = st.builds(
    lambda low, more, who: Count("killed", who, low, None if more is None else low + more, f"{low}", a_count("killed", 1).span),
    st.integers(0, 200),
    st.one_of(st.none(), st.integers(0, 200)),
    st.sampled_from(["civilians", "people", "fighters", "soldiers", "children", None]),
)
VOICES = [
    monitor(),
    a_voice("White Helmets", "aid"),
    a_voice("residents", "witness"),
    a_voice(SDF, "party"),
    a_voice(IS, "party"),
    a_voice("UN", "un"),
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(VOICES) - 1), st.integers(0, 3), st.lists(COUNTS, min_size=1, max_size=3)),
        min_size=1,
        max_size=5,
    )
)
def test_low_best_and_high_stand_in_order_and_the_sides_sum_to_best(told: list[tuple[int, int, list[Count]]]) -> None:
    reports, claims = [], []
    for n, (voice, day, counts) in enumerate(told):
        report = a_report(f"Fighting number {n} killed men in Hajin.", date(2018, 12, 13 + day), f"Outlet {n}")
        reports.append(report)
        claims.append(
            a_claim(
                report,
                f"Fighting number {n} killed men in Hajin",
                "armed-clash",
                trigger="Fighting",
                actor=SDF,
                target=IS,
                place="Hajin",
                on="2018-12-12",
                by=VOICES[voice],
                counts=counts,
            )
        )
    found = one(claims, *reports)
    evidence = Evidence.of(*found)
    estimate = estimate_of(evidence, evidence.doers()[0], evidence.targets()[0])
    assert estimate is not None
    assert 0 <= estimate.low <= estimate.best <= estimate.high
    assert estimate.side_a + estimate.side_b + estimate.civilians + estimate.unknown == estimate.best
    assert min(estimate.side_a, estimate.side_b, estimate.civilians, estimate.unknown) >= 0
    acled, ucdp = (all_profiles()[n].code(*found) for n in ("acled", "ucdp"))
    assert acled.points["killed"].value <= estimate.high  # type: ignore[operator]
    assert ucdp.included == (estimate.high >= 1)
    airwars = all_profiles()["airwars"].code(*found).points
    low, high = airwars["killed, lowest"].value, airwars["killed, highest"].value
    assert (low is None) == (high is None)
    assert low is None or low <= high  # type: ignore[operator]


@given(st.integers(0, 5000), st.integers(1, 12))
def test_dead_shared_out_over_days_stay_as_many(dead: int, days: int) -> None:
    from fogline.incidents.profiles import Coded

    parts = [int(c.value or 0) for c in shares(Coded(dead, "a rule"), days)]
    assert sum(parts) == dead and max(parts) - min(parts) <= 1 and parts == sorted(parts, reverse=True)


@given(st.dates(), st.integers(0, 400))
def test_date_precision_is_coarser_the_longer_the_interval(start: date, days: int) -> None:
    from datetime import timedelta

    if start.toordinal() + days + 1 > date.max.toordinal():
        return
    shorter, longer = date_precision(start, start + timedelta(days)), date_precision(start, start + timedelta(days + 1))
    assert shorter is not None and longer is not None and shorter <= longer


def test_the_monitor_is_named_as_the_one_whose_count_ucdp_took() -> None:
    claims, reports = story_of_two_counts()
    assert row(coded("ucdp", claims, *reports))["source_original"] == MONITOR


def test_sides_bear_the_names_of_the_projects_lists_and_the_rule_says_so() -> None:
    report, claim = strike("Fighting in Hajin left 6 fighters dead", type="armed-clash", trigger="Fighting", actor=SDF, target=IS, by=monitor(),
                           counts=[a_count("killed", 6, "fighters")])  # fmt: skip
    known = replace(
        claim,
        actor=tuple(replace(m, actor_id="sdf") for m in claim.actor),
        target=tuple(replace(m, actor_id="islamic-state") for m in claim.target),
    )
    ucdp = coded("ucdp", [known], report).records[0]
    assert {ucdp["side_a"].value, ucdp["side_b"].value} == {"SDF", "IS"}
    assert ucdp["side_a"].rule.endswith("named as UCDP lists it")
    acled = coded("acled", [known], report).records[0]
    assert (acled["actor1"].value, acled["actor2"].value) == ("QSD: Syrian Democratic Forces", "Islamic State (Syria)")
    assert acled["actor2"].rule.endswith("named as ACLED lists it")
    plain = coded("ucdp", [claim], report).records[0]
    assert plain["side_a"].rule.endswith("named as in the reports")
