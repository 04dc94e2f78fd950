from __future__ import annotations

from builders import SDF, a_claim, a_count, a_report, a_voice, by_id, monitor
from fogline.claims.claim import Claim, Count, Voice
from fogline.incidents.contradiction import contradictions
from fogline.incidents.figures import figures
from fogline.incidents.incident import ContradictionKind, Figure
from fogline.intake.report import Report


def toll(
    published_on: str, number: int | tuple[int | None, int | None] | None, by: Voice | str | None, *counts: Count
) -> tuple[Report, Claim]:
    report = a_report(f"The raid on Hajin killed people ({number}, {len(counts)}).", published_on, f"Outlet {published_on}")
    return report, a_claim(
        report,
        "The raid on Hajin killed people",
        trigger="killed",
        place="Hajin",
        on="2018-12-12",
        killed=number,
        by=by,
        counts=counts,
    )


def killed(*stories: tuple[Report, Claim]) -> Figure:
    return figures([c for _, c in stories], by_id(*(r for r, _ in stories)))[0]


def disputes(*stories: tuple[Report, Claim]) -> list[ContradictionKind]:
    return [c.kind for c in contradictions([c for _, c in stories], by_id(*(r for r, _ in stories)))]


WHITE_HELMETS = a_voice("White Helmets", "aid")


def test_a_toll_that_grows_from_one_origin_is_an_update() -> None:
    stories = (toll("2018-12-12", 5, monitor()), toll("2018-12-13", 9, monitor()), toll("2018-12-14", 12, monitor()))
    assert disputes(*stories) == [ContradictionKind.UPDATE, ContradictionKind.UPDATE]
    figure = killed(*stories)
    assert (figure.low, figure.best, figure.high) == (12, 12, 12)


def test_at_least_sets_low_and_leaves_high_open() -> None:
    figure = killed(toll("2018-12-12", (20, None), monitor()))
    assert (figure.low, figure.best, figure.high) == (20, 20, None)


def test_a_party_sets_high_and_never_best_where_others_count() -> None:
    figure = killed(toll("2018-12-12", 8, monitor()), toll("2018-12-13", 40, SDF))
    assert (figure.low, figure.best, figure.high) == (8, 8, 40)
    assert MONITOR_RULE in figure.rule


MONITOR_RULE = "most reliable origin (Syrian Observatory for Human Rights"


def test_victims_within_a_toll_are_not_added_to_it() -> None:
    children = a_count("killed", 30, "children")
    assert killed(toll("2018-12-12", 39, monitor(), children)).best == 39
    figure = killed(toll("2018-12-12", 39, monitor()), toll("2018-12-13", None, WHITE_HELMETS, children))
    assert (figure.low, figure.best) == (39, 39)


def test_one_named_victim_is_no_toll_of_one() -> None:
    figure = killed(toll("2018-12-12", 22, monitor()), toll("2018-12-12", 1, WHITE_HELMETS))
    assert figure.low == 22
    assert disputes(toll("2018-12-12", 22, monitor()), toll("2018-12-12", 1, WHITE_HELMETS)) == []


def test_a_single_victim_is_killed_one_to_one() -> None:
    assert killed(toll("2018-12-12", 1, monitor())).best == 1


def test_ranges_of_two_origins_that_do_not_meet_are_a_dispute() -> None:
    assert disputes(toll("2018-12-12", 10, monitor()), toll("2018-12-12", 31, WHITE_HELMETS)) == [ContradictionKind.FIGURE]


def test_ranges_that_meet_and_first_tolls_that_nearly_agree_are_none() -> None:
    assert disputes(toll("2018-12-12", (10, 40), monitor()), toll("2018-12-12", 31, WHITE_HELMETS)) == []
    assert disputes(toll("2018-12-12", 5, monitor()), toll("2018-12-12", 8, WHITE_HELMETS)) == []


def test_negated_and_retracted_figures_do_not_count() -> None:
    report = a_report("No civilians died, the coalition said; 7 civilians died.", "2018-12-12")
    negated = a_claim(report, "No civilians died", trigger="died", killed=50, modality="negated", by="US-led coalition")
    withdrawn = a_claim(report, "7 civilians died", trigger="died", killed=7, flags=("retracted",))
    assert figures([negated, withdrawn], by_id(report)) == ()
