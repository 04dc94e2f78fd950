"""What is denied did not happen, says whoever denies it; and whose the troops are in a denial."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from one_sentence import at, claims, event

from fogline.claims.assemble import assemble
from fogline.claims.denial import denial_over
from fogline.grounding.ground import GroundedEvent, Grounding
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.intake.report import Report
from fogline.reading.reading import Argument, EventMention, Modality, Reading, Role
from fogline.span import Span


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The army denied that its troops had fled.", True),
        ("The army denied it had fled.", True),
        ("Denying having fled, the army spoke of lies.", True),
        ("The army contradicted reports that its troops had fled.", True),
        ("The army dismissed rebel claims that its men fled.", True),
        ("The army did not dismiss reports that its men fled.", False),
        ("The army rejected the claims and said that rebels fled.", False),
        ("The army did not deny that its troops had fled.", False),
        ("The army denied the raid, after which its men fled.", False),
        ("The army denied that it was losing and said rebels had fled.", False),
        ("The army denied involvement, and nobody fled.", False),
        ("The army denied the claim that its men fled.", True),
        ("The army dismissed allegations of abuse and fled.", False),
        ("The army denied a report of troops who fled.", False),
        ("Reports that its men fled were false, the army said.", True),
        ("A claim by rebels that its men fled is untrue.", True),
        ("Reports that its men fled were confirmed, and a film was false.", False),
        ("The army said that they fled; the figures were false.", False),
        ("The army denied Arkona's latest claim that its men fled.", True),
        ("The army denied the separatists’ reports that its men fled.", True),
        ("The army dismissed the charge that its men fled.", True),
        ("The army rejected the plan after reports that its men fled.", False),
        ("The army rejected talks on the claim that its men fled.", False),
    ],
)
def test_only_what_stands_in_the_denial_is_denied(text: str, denied: bool) -> None:
    trigger = "fled"
    found = denial_over(event(text, trigger, "withdrawal"), Span(0, len(text)), text)
    assert (found is not None) is denied


@pytest.mark.parametrize(
    ("text", "trigger", "denied"),
    [
        ("Jailers denied her medical care and beat her.", "beat", False),
        ("Guards denied their families access to the camp and shot two men.", "shot", False),
        ("Police denied his lawyer entry and then had him tortured.", "tortured", False),
        ("He was denied his medication and beaten.", "beaten", False),
        ("The army denied it access and shelled it.", "shelled", False),
        ("The army denied its role in the raid.", "raid", False),
        ("The army denied it shelled the town.", "shelled", True),
        ("The army denied its armed forces shelled the town.", "shelled", True),
        ("The army denied its troops and allied militias shelled the town.", "shelled", True),
        ("The army denied its men took part in the raid.", "raid", True),
        ("The army denied their planes had bombed a school and killed ten.", "killed", True),
    ],
)
def test_what_is_withheld_from_somebody_denies_no_deed_beside_it(text: str, trigger: str, denied: bool) -> None:
    found = denial_over(event(text, trigger, "assault"), Span(0, len(text)), text)
    assert (found is not None) is denied


@pytest.mark.parametrize(
    ("text", "trigger", "denied"),
    [
        ("The army denied shelling the town.", "shelling", True),
        ("The army denied torturing men and killing ten.", "killing", True),
        ("The army denied shelling the town and killed ten.", "killed", False),
        ("The army denied having entered the town and killed ten.", "killed", True),
    ],
)
def test_denied_shelling_did_not_happen_and_what_was_done_besides_did(text: str, trigger: str, denied: bool) -> None:
    found = denial_over(event(text, trigger, "shelling"), Span(0, len(text)), text)
    assert (found is not None) is denied


@pytest.mark.parametrize(
    "told",
    [
        "The army declined to confirm or deny",
        "The army would not confirm or deny",
        "The army has neither confirmed nor denied",
        "No one denies",
        "Nobody denies",
        "No official denied",
        "The army no longer denies",
        "The army no longer publicly denies",
        "The army stopped short of denying",
        "The army stopped denying",
        "The army is far from denying",
        "The army has yet to deny",
        "The army refused to deny",
        "There is no denying",
    ],
)
def test_who_does_not_deny_a_deed_leaves_it_standing(told: str) -> None:
    text = f"{told} that it had shelled the town."
    assert denial_over(event(text, "shelled", "shelling"), Span(0, len(text)), text) is None


def test_denied_flight_did_not_happen_and_is_of_the_deniers_own_troops() -> None:
    text = "The army denied that its troops had fled."
    refusal = event(text, "denied", "reject", text, actor="The army", target="its troops")
    flight = event(text, "fled", "withdrawal", "its troops had fled", actor="its troops", origin="The army")
    first, second = claims(text, refusal, flight, The_army="North", its_troops="Rebels")
    assert (first.modality, [t.name for t in first.target]) == (Modality.ACTUAL, [])
    assert (second.modality, [a.name for a in second.actor]) == (Modality.NEGATED, ["North"])


def test_whose_report_is_called_false_does_not_deny_it() -> None:
    text = "A claim by Rebels that its men fled was false, The army said."
    flight = EventMention(
        at(text, "fled"),
        at(text, "its men fled"),
        "withdrawal",
        Modality.ACTUAL,
        (Argument(Role.ORIGIN, at(text, "Rebels"), 0.9), Argument(Role.ORIGIN, at(text, "The army"), 0.9)),
        attributed=0.9,
    )
    (claim,) = claims(text, flight, Rebels="Rebels", The_army="North")
    assert (claim.modality, [v.name for v in claim.origin]) == (Modality.NEGATED, ["North"])


def test_whose_only_teller_is_contradicted_is_denied_by_who_contradicts() -> None:
    text = "The army contradicted reports that its troops had fled."
    refusal = event(text, "contradicted", "reject", text, actor="The army")
    flight = event(text, "fled", "withdrawal", "its troops had fled", actor="its troops", origin="reports")
    _, claim = claims(text, refusal, flight, The_army="North", its_troops="North", reports="reports")
    assert (claim.modality, [v.name for v in claim.origin]) == (Modality.NEGATED, ["North"])


def test_teller_by_possessive_whose_report_is_called_false_does_not_deny_it() -> None:
    text = "Arkona’s claim that its men fled was false, The army said."
    flight = EventMention(
        at(text, "fled"),
        at(text, "its men fled"),
        "withdrawal",
        Modality.ACTUAL,
        (Argument(Role.ORIGIN, at(text, "Arkona"), 0.9), Argument(Role.ORIGIN, at(text, "The army"), 0.9)),
        attributed=0.9,
    )
    (claim,) = claims(text, flight, Arkona="Arkona", The_army="North")
    assert (claim.modality, [v.name for v in claim.origin]) == (Modality.NEGATED, ["North"])


@pytest.mark.parametrize(
    ("verb", "type", "side"),
    [("retaken", "territory-gained", "Arkona"), ("left", "withdrawal", "North"), ("shelled", "shelling", "North")],
)
def test_denied_success_is_of_whoever_claimed_it_and_other_deeds_of_who_denies(verb: str, type: str, side: str) -> None:
    text = f"The army denied Arkona’s claim that its troops had {verb} Harl."
    refusal = event(text, "denied", "reject", text, actor="The army", target="Arkona")
    deed = event(text, verb, type, f"its troops had {verb} Harl", actor="its troops", origin="The army")
    _, claim = claims(text, refusal, deed, The_army="North", its_troops="North", Arkona="Arkona")
    assert (claim.modality, [a.name for a in claim.actor], [v.name for v in claim.origin]) == (
        Modality.NEGATED,
        [side],
        ["North"],
    )


def test_dismissed_charge_is_not_refused_by_the_accused_troops() -> None:
    text = "The army dismissed the charge that its troops had fled."
    refusal = event(text, "dismissed", "reject", text, actor="The army", target="its troops")
    (claim,) = claims(text, refusal, The_army="North", its_troops="Rebels")
    assert claim.target == ()


def test_it_behind_the_verb_of_speaking_is_the_speaker() -> None:
    text = "The army said it had rescued nine farmers."
    rescue = event(text, "rescued", "aid", "it had rescued nine farmers", actor="it", origin="The army")
    (claim,) = claims(text, rescue, The_army="North", it="Rebels")
    assert [a.name for a in claim.actor] == ["North"]


def test_it_behind_what_activists_say_is_not_the_activists() -> None:
    text = "Activists said it held half of the town."
    hold = event(text, "held", "control", "it held half of the town", actor="it", origin="Activists")
    (claim,) = claims(text, hold, Activists="activists", it="Rebels")
    assert [a.name for a in claim.actor] == ["Rebels"]


def test_who_claims_an_ambush_laid_it_and_not_the_army_whose_convoy_it_hit() -> None:
    text = "The Front claimed responsibility for an ambush on an army convoy."
    ambush = event(
        text, "ambush", "armed-clash", "ambush on an army convoy", actor="army", target="an army convoy", origin="The Front"
    )
    (claim,) = claims(text, ambush, The_Front="Front", army="North", an_army_convoy="North")
    assert ([a.name for a in claim.actor], [t.name for t in claim.target]) == (["Front"], ["North"])


def test_what_is_threatened_is_in_the_threat() -> None:
    text = "The Front threatened to burn the mill."
    threat = event(text, "threatened", "threaten", text, actor="The Front")
    fire = event(text, "burn", "destruction", "burn the mill", actor="The Front")
    assert [c.type for c in claims(text, threat, fire, The_Front="Front")] == ["threaten"]


def test_half_of_a_number_is_nobody_beside_who_is_counted() -> None:
    text = "At least 90 people, half of them children, fled."
    flight = event(text, "fled", "displacement", text, actor="people")
    flight = replace(
        flight, arguments=(*flight.arguments, *(Argument(Role.ACTOR, at(text, w)) for w in ("90", "half of them children")))
    )
    (claim,) = claims(text, flight, people="civilians")
    assert [a.text for a in claim.actor] == ["people"]


def test_nobody_is_neither_doer_nor_victim() -> None:
    text = "No one was hurt when shells hit the mill."
    (claim,) = claims(text, event(text, "shells hit", "shelling", text, target="No one"), No_one="civilians")
    assert claim.target == ()


def test_deed_that_nobody_claims_is_not_denied() -> None:
    text = "Nobody claimed responsibility."
    assert claims(text, event(text, "claimed responsibility", "explosive", text)) == []


def test_who_denies_is_no_target_of_the_denial_however_they_are_called() -> None:
    text = "Moscow denies targeting civilians in Hajin."
    refusal = event(text, "denies", "reject", text, actor="Moscow", target="civilians")
    report = Report("r", text, (), "hash", "capture", published_on=date(2024, 5, 2))
    for name, actor_id, targets in (("Russia", "RU", []), ("civilians", None, ["civilians"])):
        actors = {
            at(text, "Moscow"): GroundedActor("Russia", ActorKind.PARTY, "RU"),
            at(text, "civilians"): GroundedActor(name, ActorKind.PARTY, actor_id, basis="coreference"),
        }
        grounding = Grounding("r", None, {}, actors, {}, (), (GroundedEvent(refusal, None, None, None, None),))
        (claim,) = assemble(report, Reading("r", "stub", (Span(0, len(text)),), events=(refusal,)), grounding)
        assert [t.name for t in claim.target] == targets
