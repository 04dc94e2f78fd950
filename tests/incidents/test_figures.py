from __future__ import annotations

from dataclasses import replace
from typing import Any

from builders import IS, SDF, a_claim, a_count, a_report, a_voice, by_id, monitor
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


def test_dead_fighters_and_dead_civilians_do_not_contradict_each_other() -> None:
    fighters = toll("2018-12-12", None, monitor(), a_count("killed", 31, "fighters"))
    assert disputes(fighters, toll("2018-12-12", None, WHITE_HELMETS, a_count("killed", 10, "civilians"))) == []
    assert disputes(fighters, toll("2018-12-12", None, WHITE_HELMETS, a_count("killed", 10, "soldiers"))) == [
        ContradictionKind.FIGURE
    ]


def test_how_many_were_taken_can_be_disputed() -> None:
    one = toll("2018-12-12", None, monitor(), a_count("detained", 200, "villagers"))
    other = toll("2018-12-12", None, WHITE_HELMETS, a_count("detained", 350, "villagers"))
    assert disputes(one, other) == [ContradictionKind.FIGURE]


def test_fifteen_of_the_wounded_are_not_another_toll() -> None:
    some = replace(a_count("injured", 15), text="15 of the")
    assert (
        disputes(toll("2018-12-12", None, monitor(), some), toll("2018-12-12", None, WHITE_HELMETS, a_count("injured", 40))) == []
    )


def disputed(*claims: tuple[str, str, dict[str, Any]]) -> list[ContradictionKind]:
    report = a_report(". ".join(quote for quote, _, _ in claims) + ".", "2018-12-13")
    return [c.kind for c in contradictions([a_claim(report, q, t, **more) for q, t, more in claims], by_id(report))]


STRIKE: tuple[str, str, dict[str, Any]] = (
    "Jets killed nine people in Hajin",
    "air-strike",
    {"trigger": "killed", "actor": "Russia", "place": "Hajin", "by": monitor()},
)


def test_a_refusal_is_a_denial_only_if_it_denies() -> None:
    denial = ("Moscow denied bombing Hajin", "reject", {"trigger": "denied", "actor": "Russia", "place": "Hajin"})
    blocked = ("Troops cut the road out of Hajin", "reject", {"trigger": "cut", "actor": "Russia", "place": "Hajin"})
    assert disputed(STRIKE, denial) == [ContradictionKind.DENIAL]
    assert disputed(STRIKE, blocked) == []


def test_whose_planes_it_was_can_be_left_open_in_the_claim_itself() -> None:
    either = ("nine died in Syrian or Russian air raids on Hajin", "air-strike", {"trigger": "raids", "by": monitor()})
    cities = ("nine died in air raids on Hajin or Baghuz", "air-strike", {"trigger": "raids", "by": monitor()})
    assert disputed(either) == [ContradictionKind.RESPONSIBILITY]
    assert disputed(cities) == []


def test_neither_a_monitor_nor_who_was_hit_is_a_rival_doer() -> None:
    told = {"trigger": "killed", "place": "Hajin"}
    mine = ("Turkish jets killed nine near Hajin", "air-strike", {**told, "actor": "Turkey", "target": SDF, "by": monitor()})
    hit = ("nine of the force were killed from the air", "air-strike", {**told, "actor": SDF, "by": WHITE_HELMETS})
    rival = ("Russian jets killed nine there", "air-strike", {**told, "actor": "Russia", "by": WHITE_HELMETS})
    assert disputed(mine, hit) == []
    assert disputed(mine, rival) == [ContradictionKind.RESPONSIBILITY]


def test_taken_by_one_account_and_repelled_by_the_other_is_a_dispute() -> None:
    taken = (
        "the force captured two villages near Hajin",
        "territory-gained",
        {"trigger": "captured", "actor": SDF, "place": "Hajin", "by": monitor()},
    )
    repelled = (
        "its men repelled the assault near Hajin",
        "armed-clash",
        {"trigger": "repelled", "actor": IS, "target": SDF, "place": "Hajin", "by": IS},
    )
    fought = (
        "its men fought the force near Hajin",
        "armed-clash",
        {"trigger": "fought", "actor": IS, "target": SDF, "place": "Hajin", "by": IS},
    )
    assert disputed(taken, repelled) == [ContradictionKind.CONTROL]
    assert disputed(taken, fought) == []


def test_negated_and_retracted_figures_do_not_count() -> None:
    report = a_report("No civilians died, the coalition said; 7 civilians died.", "2018-12-12")
    negated = a_claim(report, "No civilians died", trigger="died", killed=50, modality="negated", by="US-led coalition")
    withdrawn = a_claim(report, "7 civilians died", trigger="died", killed=7, flags=("retracted",))
    assert figures([negated, withdrawn], by_id(report)) == ()
