from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import IS, SDF, a_claim, a_place, a_report, by_id, monitor
from fogline.claims.claim import ActorMention, Claim
from fogline.control.assessment import ControlAssessment, ControlLayer, ControlStanding, ControlState
from fogline.control.evidence import assess, control_on
from fogline.control.wording import Effect, evidence_of
from fogline.intake.report import Report

Story = tuple[Report, Claim]


def told(sentence: str, on: str, type: str = "territory-gained", outlet: str = "Herald", **fields: object) -> Story:
    report = a_report(f"{sentence}.", on, outlet)
    fields.setdefault("place", "Hajin")
    return report, a_claim(report, sentence, type, on=on, **fields)  # type: ignore[arg-type]


def states(
    *stories: Story, layer: ControlLayer = ControlLayer.ASSESSED, towns: tuple[str, ...] = ()
) -> tuple[ControlAssessment, ...]:
    return assess([c for _, c in stories], by_id(*(r for r, _ in stories)), layer=layer, towns=towns)


def held_by_is() -> Story:
    return told("Hajin is held by the group", "2018-12-01", "control", trigger="held", actor=IS, by=monitor())


def test_entered_makes_contested_not_held() -> None:
    before, after = states(
        held_by_is(), told("SDF fighters entered Hajin", "2018-12-06", trigger="entered", actor=SDF, by=monitor())
    )
    assert (before.state, before.holder, before.end) == (ControlState.HELD, IS, date(2018, 12, 5))
    assert (after.state, after.holder, after.claimants) == (ControlState.CONTESTED, IS, (IS, SDF))


def test_fighters_of_whom_the_side_is_not_said_claim_no_town() -> None:
    _, claim = told("Fighters entered Hajin", "2018-12-06", trigger="entered", actor="Fighters", by=monitor())
    evidence = evidence_of(claim)
    assert evidence is not None
    assert (evidence.effect, evidence.sides) == (Effect.ENTERED, ())


def test_a_hospital_named_with_its_town_as_the_place_is_not_the_town() -> None:
    _, claim = told("SDF fighters captured the hospital of Hajin", "2018-12-10", trigger="captured", actor=SDF, by=monitor())
    assert claim.place is not None
    evidence = evidence_of(replace(claim, place=replace(claim.place, text="the hospital of Hajin")))
    assert evidence is None or evidence.effect is not Effect.TAKEN


def test_captured_makes_held() -> None:
    *_, last = states(
        held_by_is(), told("SDF fighters captured Hajin", "2018-12-14", trigger="captured", actor=SDF, by=monitor())
    )
    assert (last.state, last.holder, last.claimed_only, last.end) == (ControlState.HELD, SDF, False, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "SDF fighters captured all but two streets of Hajin",
        "SDF fighters captured most of Hajin",
        "SDF fighters captured parts of Hajin",
        "SDF fighters have nearly captured Hajin",
        "SDF fighters captured 80% of Hajin",
        "SDF fighters captured the hospital of Hajin",
        "SDF fighters captured Hajin airport",
    ],
)
def test_captured_in_part_is_not_captured(sentence: str) -> None:
    *_, last = states(held_by_is(), told(sentence, "2018-12-10", trigger="captured", actor=SDF, by=monitor()))
    assert (last.state, last.holder) == (ControlState.CONTESTED, IS)


@pytest.mark.parametrize(
    ("sentence", "type", "trigger"),
    [
        ("Fighters of the group broke out of Hajin", "territory-gained", "broke out"),
        ("SDF fighters entered Hajin and were driven off", "territory-gained", "entered"),
        ("SDF fighters paused their assault on Hajin to let people leave", "withdrawal", "paused"),
        ("SDF fighters hold the hospital in Hajin", "control", "hold"),
    ],
)
def test_what_leaves_the_ground_as_it_was_says_nothing_of_it(sentence: str, type: str, trigger: str) -> None:
    _, claim = told(sentence, "2018-12-10", type, trigger=trigger, actor=SDF, by=monitor())
    assert evidence_of(claim) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "SDF fighters captured Hajin after repelling a counter-attack",
        "SDF fighters captured Hajin and the jihadists were driven back",
        "SDF fighters captured Hajin and Hajin hospital",
        "SDF fighters captured Hajin, the Red Cross said of the cross-border raid",
    ],
)
def test_a_capture_told_with_more_is_a_capture(sentence: str) -> None:
    _, claim = told(sentence, "2018-12-10", trigger="captured", actor=SDF, by=monitor())
    evidence = evidence_of(claim)
    assert evidence is not None and evidence.effect is Effect.TAKEN


@pytest.mark.parametrize("modality", ["planned", "negated", "possible"])
def test_what_is_planned_denied_or_possible_changes_nothing(modality: str) -> None:
    (only,) = states(
        held_by_is(),
        told("SDF fighters captured Hajin", "2018-12-10", trigger="captured", actor=SDF, by=monitor(), modality=modality),
    )
    assert only.holder == IS


def test_a_capture_that_only_the_gainer_claims_is_on_the_claimed_map_and_contested_on_the_assessed_one() -> None:
    claimed = told("SDF fighters captured Hajin", "2018-12-14", trigger="captured", actor=SDF, by=SDF)
    _, assessed = states(held_by_is(), claimed)
    assert (assessed.state, assessed.holder, assessed.claimants, assessed.claimed_only) == (
        ControlState.CONTESTED,
        IS,
        (IS, SDF),
        True,
    )
    assert assessed.word_of == (SDF,)
    _, taken_at_its_word = states(held_by_is(), claimed, layer=ControlLayer.CLAIMED)
    assert (taken_at_its_word.state, taken_at_its_word.holder, taken_at_its_word.claimed_only) == (ControlState.HELD, SDF, True)


def test_a_claimed_capture_is_held_as_soon_as_somebody_else_says_so_however_recent() -> None:
    claimed = told("SDF fighters captured Hajin", "2018-12-14", trigger="captured", actor=SDF, by=SDF)
    later = told("Hajin is controlled by the SDF", "2018-12-16", "control", trigger="controlled", actor=SDF, by=monitor())
    _, first, second = states(held_by_is(), claimed, later)
    assert (first.state, first.end) == (ControlState.CONTESTED, date(2018, 12, 15))
    assert (second.state, second.holder, second.claimed_only) == (ControlState.HELD, SDF, False)


def test_a_sides_word_for_a_place_of_which_nothing_else_is_known_leaves_it_unknown() -> None:
    (only,) = states(told("SDF fighters captured Hajin", "2018-12-14", trigger="captured", actor=SDF, by=SDF))
    assert (only.state, only.holder, only.claimants) == (ControlState.UNKNOWN, None, (SDF,))
    assert (
        only.reason
        == "unknown: Syrian Democratic Forces said that Syrian Democratic Forces took the place; nobody says so but the side that gains by it"
    )


def test_the_loser_owning_to_a_loss_makes_it_held() -> None:
    claimed = told("SDF fighters captured Hajin", "2018-12-14", trigger="captured", actor=SDF, target=IS, by=SDF)
    owned = told("We lost Hajin to the SDF", "2018-12-14", trigger="lost", actor=SDF, target=IS, by=IS, outlet="Courier")
    *_, last = states(held_by_is(), claimed, owned)
    assert (last.state, last.holder, last.claimed_only, last.against_interest) == (ControlState.HELD, SDF, False, True)


def test_the_enemy_saying_that_the_holder_left_is_not_the_holder_saying_so() -> None:
    entered = told("SDF fighters entered Hajin", "2018-12-06", trigger="entered", actor=SDF, by=monitor())
    left = told("Islamic State withdrew from Hajin", "2018-12-14", "withdrawal", trigger="withdrew", actor=IS, by=SDF)
    *_, last = states(held_by_is(), entered, left)
    assert (last.state, last.holder) == (ControlState.CONTESTED, IS)


def test_an_allys_word_is_no_better_than_the_gainers_own_and_an_enemys_is() -> None:
    ally = told(
        "Syrian troops captured Douma",
        "2018-04-08",
        trigger="captured",
        actor="Syria",
        target="rebels",
        place="Douma",
        by="Russia",
    )
    (only,) = states(ally)
    assert (only.state, only.holder, only.claimed_only) == (ControlState.CONTESTED, "rebels", True)
    assert (
        only.reason
        == "contested: Russia said that Syria took the place; nobody says so but sides in the fighting that it does not hurt"
    )
    fought = told(
        "Turkish jets bombed SDF men in Afrin",
        "2018-03-01",
        "air-strike",
        trigger="bombed",
        actor="Turkey",
        target=SDF,
        place="Afrin",
        by="Turkey",
    )
    enemy = told("The SDF hold Manbij", "2018-04-08", "control", trigger="hold", actor=SDF, place="Manbij", by="Turkey")
    assert [a.state for a in states(enemy)] == [ControlState.UNKNOWN]
    assert [(a.state, a.holder) for a in states(fought, enemy)] == [(ControlState.HELD, SDF)]


def test_a_claim_dated_after_its_report_holds_as_of_the_report() -> None:
    report = a_report("SDF fighters captured Hajin.", "2018-12-14")
    claim = a_claim(report, "SDF fighters captured Hajin", "territory-gained", trigger="captured", actor=SDF, place="Hajin",
                    on="2018-12-24", by=monitor())  # fmt: skip
    (only,) = assess([claim], by_id(report))
    assert only.start == date(2018, 12, 14) and "dated after its report" in only.reason


def test_a_capture_claimed_by_its_gainer_while_others_see_less_is_contested() -> None:
    claimed = told("SDF fighters captured Hajin", "2018-12-14", trigger="captured", actor=SDF, by=SDF)
    doubt = told("Fighters remain in Hajin", "2018-12-14", "control", trigger="remain", actor=IS, by=monitor(), outlet="Courier")
    *_, last = states(held_by_is(), claimed, doubt)
    assert last.state is ControlState.CONTESTED
    assert "others say less" in last.reason


def test_tunnels_inside_keep_it_contested() -> None:
    taken = told("SDF fighters captured Hajin", "2018-12-14", trigger="captured", actor=SDF, by=monitor())
    tunnels = told("Fighters hide in tunnels under Hajin", "2018-12-16", "control", trigger="tunnels", actor=IS, by=monitor())
    *_, last = states(taken, tunnels)
    assert (last.state, last.holder, last.start) == (ControlState.CONTESTED, SDF, date(2018, 12, 16))


def test_a_holders_own_word_that_it_left_hands_the_place_to_who_is_there() -> None:
    entered = told("SDF fighters entered Hajin", "2018-12-06", trigger="entered", actor=SDF, by=SDF)
    left = told("Its men withdrew from Hajin", "2018-12-14", "withdrawal", trigger="withdrew", actor=IS, by=IS)
    *_, last = states(held_by_is(), entered, left)
    assert (last.state, last.holder, last.claimed_only) == (ControlState.HELD, SDF, False)
    assert "against its own interest" in last.reason


def test_a_withdrawal_that_nobody_follows_leaves_it_unknown() -> None:
    *_, last = states(
        held_by_is(),
        told("The group withdrew from Hajin", "2018-12-14", "withdrawal", trigger="withdrew", actor=IS, by=monitor()),
    )
    assert (last.state, last.holder) == (ControlState.UNKNOWN, None)


def test_suspending_an_operation_is_not_leaving() -> None:
    (only,) = states(
        held_by_is(),
        told("The SDF suspended its offensive on Hajin", "2018-12-14", "withdrawal", trigger="suspended", actor=SDF, by=SDF),
    )
    assert only.holder == IS


def test_a_siege_keeps_the_holder_inside() -> None:
    *_, last = states(
        held_by_is(), told("Hajin is besieged by the SDF", "2018-12-04", "control", trigger="besieged", actor=SDF, by=monitor())
    )
    assert (last.state, last.holder, last.claimants) == (ControlState.BESIEGED, IS, (IS, SDF))


def test_an_old_phrase_does_not_undo_a_reported_capture() -> None:
    taken = told("SDF fighters captured Hajin", "2018-12-14", trigger="captured", actor=SDF, by=monitor())
    phrase = told("the IS-held town of Hajin", "2018-12-15", "control", trigger="held", actor=IS)
    *_, last = states(held_by_is(), taken, phrase)
    assert (last.holder, last.start) == (SDF, date(2018, 12, 14))


def raqqa_province(on: str, by: object, sentence: str = "The SDF took all of Raqqa province") -> Story:
    area = a_place("Raqqa", precision=4, admin1="Raqqa")
    return told(sentence, on, trigger="took", actor=SDF, place=area, by=by)


def tabqa(on: str, sentence: str = "Tabqa is held by the group", **fields: object) -> Story:
    town = a_place("Tabqa", admin1="Raqqa")
    fields = {"trigger": "held", "actor": IS, "by": monitor(), **fields}
    return told(sentence, on, "control", place=town, outlet="Courier", **fields)


def test_a_sides_claim_to_a_province_is_noted_on_its_town_and_does_not_flip_it() -> None:
    found = states(tabqa("2017-01-01"), raqqa_province("2017-06-01", SDF))
    town = control_on(found, "tabqa", date(2017, 6, 20))
    assert town is not None and town.holder == IS
    assert (
        "From 2017-06-01 Syrian Democratic Forces is said to hold Raqqa as a whole, which does not settle this place"
        in town.reason
    )


def test_what_others_say_of_a_whole_province_reaches_its_town_with_lower_standing() -> None:
    found = states(tabqa("2017-01-01"), raqqa_province("2017-06-01", monitor()))
    before, town = control_on(found, "tabqa", date(2017, 5, 31)), control_on(found, "tabqa", date(2017, 6, 1))
    assert before is not None and (before.holder, before.standing) == (IS, ControlStanding.DIRECT)
    assert town is not None and (town.holder, town.standing) == (SDF, ControlStanding.AREA)
    assert "nobody speaks of the place itself" in town.reason


def test_recent_word_for_the_town_itself_stands_above_the_province() -> None:
    town = control_on(states(tabqa("2017-05-25"), raqqa_province("2017-06-01", monitor())), "tabqa", date(2017, 6, 20))
    assert town is not None and (town.holder, town.standing) == (IS, ControlStanding.DIRECT)


def test_later_word_for_the_town_itself_undoes_what_the_province_gave_it() -> None:
    inside = tabqa("2017-06-09", "Fighters hide in tunnels under Tabqa", trigger="tunnels")
    town = control_on(states(tabqa("2017-01-01"), raqqa_province("2017-06-01", monitor()), inside), "tabqa", date(2017, 6, 20))
    assert town is not None and (town.state, town.standing) == (ControlState.CONTESTED, ControlStanding.DIRECT)


def test_all_but_a_pocket_of_a_province_says_nothing_of_its_towns() -> None:
    most = raqqa_province("2017-06-01", monitor(), "The SDF took all but a pocket of Raqqa province")
    town = control_on(states(tabqa("2017-01-01"), most), "tabqa", date(2017, 6, 20))
    assert town is not None and (town.holder, town.standing) == (IS, ControlStanding.DIRECT)


def test_a_town_of_which_nothing_is_said_has_its_provinces_state_when_asked_for() -> None:
    report = a_report("A shell hit Tabqa.", "2017-05-01")
    shell = a_claim(
        report, "A shell hit Tabqa", "shelling", trigger="hit", place=a_place("Tabqa", admin1="Raqqa"), on="2017-05-01"
    )
    told_of = ((report, shell), raqqa_province("2017-06-01", monitor()))
    assert control_on(states(*told_of), "Tabqa", date(2017, 7, 1)) is None
    town = control_on(states(*told_of, towns=("Tabqa",)), "Tabqa", date(2017, 7, 1))
    assert town is not None and (town.holder, town.standing) == (SDF, ControlStanding.AREA)


def test_two_sides_that_each_took_it_on_one_day_contest_it() -> None:
    one = told("SDF fighters captured Hajin", "2018-12-14", trigger="captured", actor=SDF, by=SDF)
    two = told("The army captured Hajin", "2018-12-14", trigger="captured", actor="Syria", by="Syria", outlet="Courier")
    (only,) = states(one, two)
    assert (only.state, set(only.claimants)) == (ControlState.CONTESTED, {SDF, "Syria"})


def test_allies_named_together_do_not_contest_each_other() -> None:
    (only,) = states(
        told(
            "Turkish troops and rebels captured Afrin",
            "2018-03-18",
            trigger="captured",
            actor=("Turkey", "Free Syrian Army"),
            place="Afrin",
        )
    )
    assert (only.state, only.holder) == (ControlState.HELD, "Turkey")


def test_nothing_is_said_of_days_before_the_first_claim() -> None:
    found = states(held_by_is())
    assert control_on(found, "Hajin", date(2018, 11, 30)) is None
    assert control_on(found, "Hajin", date(2019, 6, 1)) is not None
    assert control_on(found, "Raqqa", date(2019, 6, 1)) is None


def test_a_retracted_claim_moves_no_line() -> None:
    report, claim = told("SDF fighters captured Hajin", "2018-12-14", trigger="captured", actor=SDF, flags=("retracted",))
    assert assess([claim], by_id(report)) == ()


def test_aid_workers_leaving_is_no_change_of_hands() -> None:
    _, claim = told("Aid workers withdrew from Hajin", "2018-12-14", "withdrawal", trigger="withdrew", actor="aid workers")
    assert evidence_of(claim) is None


def test_street_fighting_inside_is_evidence_and_clashes_nearby_are_not() -> None:
    _, inside = told("Street battles raged in Hajin", "2018-12-14", "armed-clash", trigger="battles", actor=SDF, target=IS)
    _, near = told("Clashes broke out near Hajin", "2018-12-14", "armed-clash", trigger="Clashes", actor=SDF, target=IS)
    found = evidence_of(inside)
    assert found is not None and found.effect is Effect.FOUGHT_INSIDE
    assert evidence_of(near) is None


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(4)))
def test_control_does_not_depend_on_the_order_of_claims(order: list[int]) -> None:
    stories = [
        held_by_is(),
        told("SDF fighters entered Hajin", "2018-12-06", trigger="entered", actor=SDF, by=monitor()),
        told("SDF fighters captured Hajin", "2018-12-14", trigger="captured", actor=SDF, by=SDF),
        told("The army captured Manbij", "2018-12-28", trigger="captured", actor="Syria", place="Manbij"),
    ]
    assert states(*(stories[n] for n in order)) == states(*stories)


@given(st.lists(st.sampled_from(["held", "entered", "captured", "besieged", "left"]), min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_intervals_of_a_place_follow_each_other_without_gap_or_overlap(steps: list[str]) -> None:
    sides = (IS, SDF)
    stories = []
    for n, step in enumerate(steps):
        side = sides[n % 2]
        type = {"held": "control", "besieged": "control", "left": "withdrawal"}.get(step, "territory-gained")
        stories.append(told(f"Fighters {step} Hajin", f"2018-12-{n + 1:02d}", type, trigger=step, actor=side, by=monitor()))
    found = states(*stories)
    for earlier, later in itertools.pairwise(found):
        assert earlier.end is not None and (later.start - earlier.end).days == 1
    assert not found or found[-1].end is None


def test_villages_near_a_town_are_not_the_town() -> None:
    from dataclasses import replace

    from builders import a_claim, a_place, a_report, by_id
    from fogline.grounding.grounding import PlaceBasis

    report = a_report("Islamic State took the villages south of the town.", "2018-10-28")
    south = replace(a_place("Hajin"), text="the villages south of the town", basis=PlaceBasis.INHERITED)
    claim = a_claim(
        report,
        "Islamic State took the villages south of the town",
        "territory-gained",
        trigger="took",
        actor="Islamic State",
        place=south,
    )
    assert assess([claim], by_id(report)) == ()
    town = replace(south, text="the town")
    taken = a_claim(
        report, "Islamic State took the villages", "territory-gained", trigger="took", actor="Islamic State", place=town
    )
    assert [a.holder for a in assess([taken], by_id(report))] == ["Islamic State"]


def test_a_side_is_not_a_place() -> None:
    from builders import a_claim, a_report, by_id
    from fogline.claims.claim import ClaimPlace

    report = a_report("Fighters hold the ISIS pocket.", "2018-12-13")
    claim = a_claim(
        report,
        "Fighters hold the ISIS pocket",
        "control",
        trigger="hold",
        actor="ISIS",
        place=ClaimPlace("ISIS", "ISIS", None, None),
    )
    assert assess([claim], by_id(report)) == ()


def test_who_is_under_siege_is_inside() -> None:
    (only,) = states(
        told("Rebels are besieged in Hajin", "2018-12-04", "control", trigger="besieged", actor="Rebels", by=monitor())
    )
    assert (only.state, only.holder, only.claimants) == (ControlState.BESIEGED, "Rebels", ("Rebels",))


@pytest.mark.parametrize(
    ("sentence", "type", "trigger", "effect"),
    [
        ("Rebels recaptured Hajin", "territory-gained", "recaptured", Effect.TAKEN),
        ("Rebels overran Hajin", "territory-gained", "overran", Effect.TAKEN),
        ("Rebels drove the army out of Hajin", "territory-gained", "drove", Effect.TAKEN),
        ("Rebels took control of most of Hajin", "territory-gained", "took control", Effect.ENTERED),
        ("Rebels stormed into Hajin", "territory-gained", "stormed", Effect.ENTERED),
        ("Rebels gained a foothold in Hajin", "territory-gained", "gained", Effect.ENTERED),
        ("Rebels are close to capturing Hajin", "territory-gained", "capturing", Effect.ENTERED),
        ("Rebels encircled Hajin", "territory-gained", "encircled", Effect.BESIEGED),
        ("Rebels failed to capture Hajin", "territory-gained", "capture", None),
        ("Rebels launched an offensive to retake Hajin", "territory-gained", "retake", None),
        ("Rebels fought to seize Hajin", "territory-gained", "seize", None),
        ("Rebels vowed to liberate Hajin", "territory-gained", "liberate", None),
        ("The army repelled an attempt by Rebels who tried to take Hajin", "territory-gained", "take", None),
        ("Rebels lost Hajin", "territory-gained", "lost", Effect.LEFT),
        ("Hajin is fully under the control of Rebels", "control", "control", Effect.SAID_HELD),
        ("Hajin is partly held by Rebels and divided", "control", "divided", Effect.FOUGHT_INSIDE),
        ("Rebels hold about half of Hajin", "control", "hold", Effect.ENTERED),
        ("Rebels broke the siege of Hajin", "control", "broke", Effect.RELIEVED),
        ("Rebels have been under siege in Hajin", "control", "siege", Effect.BESIEGED),
        ("A pocket of Rebels remains in Hajin", "control", "remains", Effect.PRESENT),
        ("Rebels pulled out of Hajin", "withdrawal", "pulled out", Effect.LEFT),
        ("Rebels withdrew to the villages of Susah and Hajin", "withdrawal", "withdrew", None),
        ("Rebels withdrew to Hajin", "withdrawal", "withdrew", None),
        ("Rebels refused to leave and threatened to quit Hajin", "withdrawal", "quit", None),
    ],
)
def test_words_about_ground(sentence: str, type: str, trigger: str, effect: Effect | None) -> None:
    _, claim = told(sentence, "2018-12-14", type, trigger=trigger, actor="Rebels", by=monitor())
    found = evidence_of(claim)
    assert (found.effect if found else None) == effect


def test_a_report_that_names_no_country_makes_no_second_place() -> None:
    known = replace(a_place("Baghuz", located=False), precision=None)
    bare = replace(known, country=None)
    held = told("Baghuz is held by the group", "2019-03-01", "control", trigger="held", actor=IS, by=monitor(), place=known)
    taken = told("SDF fighters captured Baghuz", "2019-03-23", trigger="captured", actor=SDF, by=monitor(), place=bare)
    first, last = states(held, taken)
    assert first.place_key == last.place_key == "name:SY:baghuz"
    assert (first.holder, last.holder, last.country) == (IS, SDF, "SY")
    abroad = told("Rebels captured Baghuz", "2019-03-24", trigger="captured", actor="rebels", place=replace(bare, country="IQ"))
    assert len({a.place_key for a in states(held, taken, abroad)}) == 3


def test_civilians_and_what_is_theirs_take_no_ground() -> None:
    _, claim = told("Hospital in Hajin captured", "2018-12-10", trigger="captured", actor="hospitals", by=monitor())
    (actor,) = claim.actor
    assert evidence_of(replace(claim, actor=(replace(actor, inter=7),))) is None
    assert evidence_of(replace(claim, actor=(replace(actor, name=SDF, inter=2),))) is not None


def test_a_river_is_held_by_nobody() -> None:
    _, claim = told("SDF fighters hold the Euphrates", "2018-12-10", "control", trigger="hold", actor=SDF, by=monitor())
    assert claim.place is not None
    assert evidence_of(claim) is not None
    assert evidence_of(replace(claim, place=replace(claim.place, feature="water"))) is None


@pytest.mark.parametrize(
    ("sentence", "changes"),
    [
        ("Fighters captured ten villages in Syria", False),
        ("SDF units entered the last pocket near the border with Iraq", False),
        ("The Taliban took control of Afghanistan", True),
        ("Iraqi troops overran Kuwait", True),
        ("The junta now rules the whole country", True),
    ],
)
def test_a_country_changes_hands_only_where_it_is_itself_what_is_taken(sentence: str, changes: bool) -> None:
    name = next((n for n in ("Syria", "Iraq", "Afghanistan", "Kuwait") if sentence.endswith(n)), "Niger")
    trigger = next(t for t in ("captured", "entered", "took control", "overran", "rules") if t in sentence)
    kind = "control" if trigger == "rules" else "territory-gained"
    report, claim = told(sentence, "2021-08-15", kind, trigger=trigger, actor="the victors", by=monitor())
    assert claim.place is not None
    country = replace(claim.place, name=name, text=None, feature="country", precision=6)
    assert bool(states((report, replace(claim, place=country)))) is changes


def _states_from_abroad(*names: str) -> tuple[ActorMention, ...]:
    return tuple(ActorMention(n, n, actor_id=code) for n, code in (("United States", "US"),) if n in names)


def test_what_a_president_calls_his_own_was_taken_by_who_fights_there() -> None:
    fought = told(
        "SDF fighters fought the group in Hajin",
        "2018-12-10",
        "armed-clash",
        trigger="fought",
        actor=SDF,
        target=IS,
        by=monitor(),
    )
    report, claim = told("The United States has captured Hajin", "2018-12-14", trigger="captured", target=IS, by="United States")
    bombed = told(
        "American jets bombed the group in Hajin",
        "2018-12-09",
        "air-strike",
        trigger="bombed",
        actor="United States",
        target=IS,
        by=monitor(),
    )
    said = (report, replace(claim, actor=_states_from_abroad("United States")))
    *_, last = states(held_by_is(), bombed, fought, said, layer=ControlLayer.CLAIMED)
    assert (last.state, last.holder, last.word_of) == (ControlState.HELD, SDF, ("United States",))


def test_a_state_that_others_tell_to_fight_there_keeps_what_it_took() -> None:
    report, claim = told("The United States has captured Hajin", "2018-12-14", trigger="captured", target=IS, by="United States")
    army = replace(claim, actor=_states_from_abroad("United States"))
    other, clash = told(
        "American soldiers fought the group in Hajin", "2018-12-10", "armed-clash", trigger="fought", target=IS, by=monitor()
    )
    fought = (other, replace(clash, actor=_states_from_abroad("United States")))
    *_, last = states(held_by_is(), fought, (report, army), layer=ControlLayer.CLAIMED)
    assert (last.state, last.holder) == (ControlState.HELD, "United States")


@pytest.mark.parametrize("words", ["They hold a small area of Iraq", "Fighters hold land along the border of Iraq"])
def test_an_area_of_a_country_is_not_the_country(words: str) -> None:
    country = replace(a_place("Iraq", precision=6, country="IQ"), feature="country")
    assert not states(told(words, "2019-01-08", "control", trigger="hold", place=country, actor=IS, by=monitor()))


def test_what_lies_along_a_border_is_not_the_country_behind_it() -> None:
    country = replace(a_place("Iraq", precision=6, country="IQ"), feature="country", text="the border of Iraq")
    words = "They took control of the border of Iraq"
    assert not states(told(words, "2019-01-08", "territory-gained", trigger="took", place=country, actor=IS, by=monitor()))


def test_whoever_lost_ground_left_it_where_the_taker_is_not_named() -> None:
    _, claim = told("The group had lost control of Hajin", "2018-12-14", trigger="lost", target=IS, by=monitor())
    found = evidence_of(claim)
    assert found is not None and found.effect is Effect.LEFT and found.sides == (IS,)
