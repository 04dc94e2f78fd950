from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import IS, SDF, a_claim, a_place, a_report, by_id, monitor
from fogline.claims.claim import Claim
from fogline.control.assessment import ControlAssessment, ControlState
from fogline.control.evidence import assess, control_on
from fogline.control.wording import Effect, evidence_of
from fogline.intake.report import Report

Story = tuple[Report, Claim]


def told(sentence: str, on: str, type: str = "territory-gained", outlet: str = "Herald", **fields: object) -> Story:
    report = a_report(f"{sentence}.", on, outlet)
    fields.setdefault("place", "Hajin")
    return report, a_claim(report, sentence, type, on=on, **fields)  # type: ignore[arg-type]


def states(*stories: Story) -> tuple[ControlAssessment, ...]:
    return assess([c for _, c in stories], by_id(*(r for r, _ in stories)))


def held_by_is() -> Story:
    return told("Hajin is held by the group", "2018-12-01", "control", trigger="held", actor=IS, by=monitor())


def test_entered_makes_contested_not_held() -> None:
    before, after = states(
        held_by_is(), told("SDF fighters entered Hajin", "2018-12-06", trigger="entered", actor=SDF, by=monitor())
    )
    assert (before.state, before.holder, before.end) == (ControlState.HELD, IS, date(2018, 12, 5))
    assert (after.state, after.holder, after.claimants) == (ControlState.CONTESTED, IS, (IS, SDF))


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
    ],
)
def test_captured_in_part_is_not_captured(sentence: str) -> None:
    *_, last = states(held_by_is(), told(sentence, "2018-12-10", trigger="captured", actor=SDF, by=monitor()))
    assert (last.state, last.holder) == (ControlState.CONTESTED, IS)


@pytest.mark.parametrize("modality", ["planned", "negated", "possible"])
def test_what_is_planned_denied_or_possible_changes_nothing(modality: str) -> None:
    (only,) = states(
        held_by_is(),
        told("SDF fighters captured Hajin", "2018-12-10", trigger="captured", actor=SDF, by=monitor(), modality=modality),
    )
    assert only.holder == IS


def test_a_capture_that_only_the_gainer_claims_is_claimed_only_until_others_say_so() -> None:
    claimed = told("SDF fighters captured Hajin", "2018-12-14", trigger="captured", actor=SDF, by=SDF)
    later = told("Hajin is controlled by the SDF", "2018-12-20", "control", trigger="controlled", actor=SDF, by=monitor())
    _, first, second = states(held_by_is(), claimed, later)
    assert (first.holder, first.claimed_only, first.end) == (SDF, True, date(2018, 12, 19))
    assert (second.holder, second.claimed_only) == (SDF, False)


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


def test_a_claim_to_a_province_does_not_flip_its_town() -> None:
    area = a_place("Deir ez-Zor", precision=4, admin1="Deir ez-Zor")
    province = told("The army took all of Deir ez-Zor", "2018-12-10", trigger="took", actor="Syria", place=area, by="Syria")
    found = states(held_by_is(), province)
    town = control_on(found, "hajin", date(2018, 12, 20))
    assert town is not None and town.holder == IS
    assert "From 2018-12-10 Syria is said to hold Deir ez-Zor as a whole, which does not settle this place" in town.reason


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
