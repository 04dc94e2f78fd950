from __future__ import annotations

from dataclasses import replace

from builders import IS, SDF, a_claim, a_report, a_voice, by_id, monitor
from fogline.claims.claim import Claim
from fogline.incidents.contradiction import contradictions
from fogline.incidents.incident import ContradictionKind, IncidentStatus
from fogline.incidents.lineage import origins
from fogline.incidents.status import admiralty, grade
from fogline.intake.report import Report

TEXT = "Jets struck Hajin and killed 8 civilians. No jets struck Hajin. Fighters lost 14 men there."
STRUCK = "Jets struck Hajin and killed 8 civilians"


def graded(report: Report, *claims: Claim) -> tuple[IncidentStatus, str, str]:
    reports = by_id(report)
    found = origins(claims, reports)
    status, reason = grade(claims, found, contradictions(claims, reports), reports)
    return status, reason, admiralty(claims, found, status)


def test_a_party_alone_stays_weak_however_often_it_says_so() -> None:
    report = a_report(TEXT)
    claims = [a_claim(report, STRUCK, trigger=word, by=SDF, actor=IS) for word in ("struck", "killed")]
    status, reason, pair = graded(report, *claims)
    assert (status, pair) == (IncidentStatus.WEAK, "D4")
    assert reason == f"weak: nobody's word but that of parties to the fighting ({SDF})"


def test_two_origins_that_are_no_party_are_fair() -> None:
    report = a_report(TEXT)
    status, reason, pair = graded(
        report,
        a_claim(report, STRUCK, trigger="struck", by=monitor()),
        a_claim(report, STRUCK, trigger="killed", by=a_voice("White Helmets", "aid")),
    )
    assert (status, pair) == (IncidentStatus.FAIR, "B2")
    assert reason.startswith("fair: 2 independent origins")


def test_one_origin_and_a_party_against_its_interest_are_fair() -> None:
    report = a_report(TEXT)
    owned = a_claim(report, "Fighters lost 14 men there", "armed-clash", trigger="lost", target=SDF, killed=14, by=SDF)
    seen = a_claim(report, "Fighters lost 14 men there", "armed-clash", trigger="Fighters", target=SDF, killed=14, by=monitor())
    assert graded(report, owned, seen)[0] is IncidentStatus.FAIR


def test_a_denial_makes_it_contested_and_names_both() -> None:
    report = a_report(TEXT)
    said = a_claim(report, STRUCK, trigger="struck", by=monitor())
    denied = a_claim(report, "No jets struck Hajin", trigger="struck", by="US-led coalition", modality="negated")
    status, reason, pair = graded(report, said, denied)
    assert (status, reason, pair) == (IncidentStatus.CONTESTED, "contested: origins disagree (denial)", "B4")
    (dispute,) = contradictions([said, denied], by_id(report))
    assert "US-led coalition says that it did not happen" in dispute.explanation


def test_different_doers_named_by_different_origins_are_a_dispute() -> None:
    report = a_report(TEXT)
    one = a_claim(report, STRUCK, trigger="struck", by=monitor(), actor="Russia")
    two = a_claim(report, STRUCK, trigger="killed", by=a_voice("activists", "witness"), actor="US-led coalition")
    assert [c.kind for c in contradictions([one, two], by_id(report))] == [ContradictionKind.RESPONSIBILITY]


def test_who_has_no_aircraft_disputes_no_air_strike() -> None:
    report = a_report(TEXT)
    one = a_claim(report, STRUCK, trigger="struck", by=monitor(), actor="US-led coalition")
    two = a_claim(report, STRUCK, trigger="killed", by=a_voice("activists", "witness"), actor=IS)
    on_the_ground = replace(two, actor=tuple(replace(a, inter=2) for a in two.actor))
    assert contradictions([one, two], by_id(report))
    assert not contradictions([one, on_the_ground], by_id(report))


def test_a_source_that_cannot_say_who_did_it_leaves_it_contested() -> None:
    report = a_report("Syrian or Russian aircraft struck Hajin, the monitor said.")
    claim = a_claim(
        report, "Syrian or Russian aircraft struck Hajin", trigger="struck", by=monitor(), actor=("Syrian", "Russian")
    )
    (dispute,) = contradictions([claim], by_id(report))
    assert dispute.explanation.startswith("Syrian Observatory for Human Rights leaves open who did it")


def test_what_is_only_denied_or_retracted_is_discounted() -> None:
    report = a_report(TEXT)
    denied = a_claim(report, "No jets struck Hajin", trigger="struck", by="US-led coalition", modality="negated")
    withdrawn = a_claim(report, STRUCK, trigger="struck", by=monitor(), flags=("retracted",))
    assert graded(report, denied)[0] is IncidentStatus.DISCOUNTED
    assert graded(report, withdrawn)[:2] == (IncidentStatus.DISCOUNTED, "discounted: every claim of it was retracted")


def test_the_word_confirmed_is_never_given_by_rule() -> None:
    report = a_report(TEXT)
    claims = [a_claim(report, STRUCK, trigger="struck", by=a_voice(f"Body {n}", "un")) for n in range(6)]
    assert graded(report, *claims)[0] is IncidentStatus.FAIR
