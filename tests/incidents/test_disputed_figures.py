"""Figures of one incident that cannot all be right."""

from __future__ import annotations

from dataclasses import replace

from raid_tolls import WHITE_HELMETS, disputes, killed, toll

from builders import SDF, a_count, monitor
from fogline.claims.claim import ActorMention, Claim
from fogline.incidents.incident import ContradictionKind
from fogline.intake.report import Report
from fogline.reading.reading import Modality


def test_a_toll_that_grows_from_one_origin_is_an_update() -> None:
    stories = (toll("2018-12-12", 5, monitor()), toll("2018-12-13", 9, monitor()), toll("2018-12-14", 12, monitor()))
    assert disputes(*stories) == [ContradictionKind.UPDATE, ContradictionKind.UPDATE]
    figure = killed(*stories)
    assert (figure.low, figure.best, figure.high) == (12, 12, 12)


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


def test_a_side_that_counts_its_own_dead_disputes_no_toll_of_all() -> None:
    report, own = toll("2018-12-12", None, SDF, a_count("killed", 2, "soldiers"))
    theirs = replace(own, target=(ActorMention(SDF, "its soldiers"),))
    everybody = toll("2018-12-12", None, monitor(), a_count("killed", 19, "people"))
    assert disputes((report, own), everybody) == [ContradictionKind.FIGURE]
    assert disputes((report, theirs), everybody) == []
    soldiers = toll("2018-12-12", None, monitor(), a_count("killed", 19, "soldiers"))
    assert disputes((report, theirs), soldiers) == [ContradictionKind.FIGURE]


def test_how_many_were_taken_can_be_disputed() -> None:
    one = toll("2018-12-12", None, monitor(), a_count("detained", 200, "villagers"))
    other = toll("2018-12-12", None, WHITE_HELMETS, a_count("detained", 350, "villagers"))
    assert disputes(one, other) == [ContradictionKind.FIGURE]


def test_fifteen_of_the_wounded_are_not_another_toll() -> None:
    some = replace(a_count("injured", 15), text="15 of the")
    assert (
        disputes(toll("2018-12-12", None, monitor(), some), toll("2018-12-12", None, WHITE_HELMETS, a_count("injured", 40))) == []
    )


def test_none_of_a_sides_men_and_no_children_dispute_no_toll_of_people() -> None:
    def spared(who: str) -> tuple[Report, Claim]:
        report, claim = toll("2018-12-12", None, SDF, a_count("killed", 0, who))
        return report, replace(claim, modality=Modality.NEGATED)

    people = toll("2018-12-12", 14, monitor())
    civilians = toll("2018-12-12", None, monitor(), a_count("killed", 14, "civilians"))
    soldiers = toll("2018-12-12", None, monitor(), a_count("killed", 14, "soldiers"))
    assert disputes(spared("not one of their fighters"), people) == []
    assert disputes(spared("no children"), people) == []
    assert disputes(spared("not one of their fighters"), soldiers) == [ContradictionKind.FIGURE]
    assert disputes(spared("no civilians"), civilians) == [ContradictionKind.FIGURE]
    assert disputes(spared("no civilians"), people) == [ContradictionKind.FIGURE]
