"""Within one report: which sentences go on telling one happening, and which tell another or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_claim, a_count, a_place, a_report, a_time, monitor, party
from fogline.claims.claim import ActorMention, Claim, Voice
from fogline.grounding.grounding import PlaceBasis
from fogline.incidents.accounts import account_of
from fogline.incidents.telling import tell
from fogline.intake.report import Report


def groups(report: Report, *claims: Claim) -> list[set[str]]:
    return [{c.trigger for c in g} for g in tell(claims, report).groups]


def test_a_strike_told_in_five_sentences_is_one_happening() -> None:
    report = a_report(
        "Warplanes hit a town in Idlib province on Wednesday. At least 11 people died, a monitor said. The raid struck a market. "
        "Rescuers said the blasts flattened four shops. The bombing went on until dusk."
    )
    claims = (
        a_claim(report, "Warplanes hit a town in Idlib province", trigger="hit", place=a_place("Idlib province", precision=4, admin1="Idlib", located=False), on="2018-12-12"),
        a_claim(report, "At least 11 people died", "casualty-toll", trigger="died", killed=(11, None), by=monitor()),
        a_claim(report, "The raid struck a market", trigger="struck", place="Idlib"),
        a_claim(report, "the blasts flattened four shops", "destruction", trigger="flattened"),
        a_claim(report, "The bombing went on until dusk", trigger="bombing"),
    )  # fmt: skip
    assert groups(report, *claims) == [{"hit", "died", "struck", "flattened", "bombing"}]


def test_a_recalled_attack_keeps_to_itself() -> None:
    report = a_report("A suicide bomber killed 16 people at a bakery in Raqqa on Tuesday. A bombing in May killed 12 people.")
    now = a_claim(
        report, "A suicide bomber killed 16 people", "suicide-bomb", trigger="killed", place="Raqqa", on="2018-12-11", killed=16
    )
    then = a_claim(
        report,
        "A bombing in May killed 12 people",
        "suicide-bomb",
        trigger="bombing",
        on=a_time("2018-05-01", "2018-05-31"),
        killed=12,
    )
    after = a_claim(report, "at a bakery", "suicide-bomb", trigger="bakery")
    assert groups(report, now, then, after) == [{"killed", "bakery"}, {"bombing"}]


def test_two_towns_in_one_sentence_are_two_happenings() -> None:
    report = a_report("Shells killed 3 people in Manbij and 5 in Raqqa on Tuesday.")
    one = a_claim(
        report, "Shells killed 3 people in Manbij", "shelling", trigger="killed", place="Manbij", on="2018-12-11", killed=3
    )
    other = a_claim(report, "5 in Raqqa", "shelling", trigger="5", place="Raqqa", on="2018-12-11", killed=5)
    assert groups(report, one, other) == [{"killed"}, {"5"}]


def test_a_sentence_with_another_toll_does_not_go_on_with_the_raid() -> None:
    report = a_report("Jets struck Hajin on Tuesday and killed 9 people. Raids elsewhere killed 31.")
    raid = a_claim(report, "Jets struck Hajin on Tuesday", trigger="struck", place="Hajin", on="2018-12-11", killed=9)
    other = a_claim(report, "Raids elsewhere killed 31", trigger="Raids", killed=31)
    assert groups(report, raid, other) == [{"struck"}, {"Raids"}]


def test_a_bomber_told_anew_in_every_sentence_is_no_other_doer() -> None:
    report = a_report("A motorcycle bomber killed 16 people in Raqqa. The assailant blew himself up outside a bakery.")
    one = a_claim(
        report,
        "A motorcycle bomber killed 16 people",
        "suicide-bomb",
        trigger="killed",
        actor="motorcycle bomber",
        place="Raqqa",
        on="2018-12-11",
        killed=16,
    )
    other = a_claim(report, "The assailant blew himself up", "suicide-bomb", trigger="blew", actor="the assailant")
    assert groups(report, one, other) == [{"killed", "blew"}]


def test_the_dead_of_a_whole_country_are_no_towns() -> None:
    report = a_report("Jets destroyed a launcher in Nafakhiyeh on Wednesday. Strikes across the country killed 51 on Wednesday.")
    launcher = a_claim(
        report, "Jets destroyed a launcher in Nafakhiyeh on Wednesday", trigger="destroyed", place="Nafakhiyeh", on="2024-09-25"
    )
    country = a_place("Lebanon", precision=6)
    whole = a_claim(
        report, "Strikes across the country killed 51 on Wednesday", trigger="killed", place=country, on="2024-09-25", killed=51
    )
    assert len(groups(report, launcher, whole)) == 2


def test_another_figure_said_on_the_day_is_of_the_same_raid() -> None:
    report = a_report(
        "A bomber killed 19 people in Manbij on Wednesday. Twenty people were killed in Syria, he said on Wednesday."
    )
    bomb = a_claim(
        report, "A bomber killed 19 people in Manbij on Wednesday", "suicide-bomb", place="Manbij", on="2019-01-16", killed=19
    )
    said = replace(a_time("2019-01-15", "2019-01-16"), text="on Wednesday", flags=("day-of-saying",))
    country = a_place("Syria", precision=6)
    higher = a_claim(
        report, "Twenty people were killed in Syria", "suicide-bomb", trigger="killed", place=country, on=said, killed=20
    )
    assert len(groups(report, bomb, higher)) == 1
    account = account_of([higher], report)
    assert not account.firm and not account.dated
    earlier = a_claim(report, "Twenty people were killed", "attack", trigger="killed", on=a_time(None, "2019-01-16"))
    assert account_of([higher, earlier], report).start is not None


def test_the_dead_of_a_war_belong_to_no_raid() -> None:
    report = a_report("Jets struck Hajin on Tuesday. The war has killed more than 300,000 people.")
    raid = a_claim(report, "Jets struck Hajin on Tuesday", trigger="struck", place="Hajin", on="2018-12-11")
    war = a_claim(
        report,
        "The war has killed more than 300,000 people",
        "casualty-toll",
        trigger="killed",
        counts=[a_count("killed", (300_000, None))],
    )
    told = tell([raid, war], report)
    assert [c.trigger for c in told.apart] == ["killed"] and len(told.groups) == 1


def test_hundreds_killed_in_such_attacks_are_not_the_dead_of_this_one() -> None:
    report = a_report(
        "Shells killed three in Hajin on Tuesday. Hundreds have been killed in such attacks. Three died, a nurse said."
    )
    shells = a_claim(report, "Shells killed three in Hajin on Tuesday", "shelling", place="Hajin", on="2018-12-11", killed=3)
    such = a_claim(report, "Hundreds have been killed in such attacks", "casualty-toll", trigger="been killed", killed=(200, 999))
    same = a_claim(report, "Three died, a nurse said", "casualty-toll", trigger="died", killed=3)
    told = tell([shells, such, same], report)
    assert [c.trigger for c in told.apart] == ["been killed"]
    assert [len(g) for g in told.groups] == [2]


def test_the_dead_of_an_offensive_belong_to_no_day_of_it() -> None:
    report = a_report(
        "Rebels took Orvat on Tuesday. At least 90 men were killed. More than 900 men have been killed in the offensive."
    )
    taken = a_claim(report, "Rebels took Orvat on Tuesday", "territory-gained", trigger="took", place="Orvat", on="2018-12-11")

    of_the_day = a_claim(report, "At least 90 men were killed", "casualty-toll", trigger="were killed", killed=(90, None))
    summed = a_claim(
        report, "More than 900 men have been killed in the offensive", "casualty-toll", trigger="been killed", killed=(900, None)
    )
    told = tell([taken, of_the_day, summed], report)
    assert [c.trigger for c in told.apart] == ["been killed"]
    assert {"took", "were killed"} in [{c.trigger for c in g} for g in told.groups]


def test_fighting_without_town_day_or_number_is_no_happening_of_its_own() -> None:
    report = a_report(
        "Jets struck Hajin on Tuesday. "
        + "The council met twice that week and agreed on nothing at all. " * 6
        + "Troops are fighting rebels."
    )
    raid = a_claim(report, "Jets struck Hajin on Tuesday", trigger="struck", place="Hajin", on="2018-12-11")
    vague = a_claim(report, "Troops are fighting rebels", "armed-clash", trigger="fighting")
    assert [c.trigger for c in tell([raid, vague], report).apart] == ["fighting"]
    # It is all that this report has to say: it stays.
    assert groups(report, vague) == [{"fighting"}]


def test_another_five_dead_in_another_quarter_are_another_raid() -> None:
    report = a_report(
        "Jets struck Hajin on Tuesday, killing 11 people. Another five people were killed in an air raid on Abu Kamal."
    )
    one = a_claim(
        report, "Jets struck Hajin on Tuesday, killing 11 people", trigger="struck", place="Hajin", on="2018-12-11", killed=11
    )
    five = a_count("killed", 5, "people", "Another five people")
    other = a_claim(
        report,
        "Another five people were killed in an air raid on Abu Kamal",
        trigger="raid",
        place=a_place("Abu Kamal", precision=None, located=False),
        counts=[five],
    )
    assert groups(report, one, other) == [{"struck"}, {"raid"}]


def test_a_place_borrowed_from_the_headline_parts_no_sentences() -> None:
    report = a_report("Jets struck Hajin on Tuesday. The raid killed 11 people.")
    one = a_claim(report, "Jets struck Hajin on Tuesday", trigger="struck", place="Hajin", on="2018-12-11")
    borrowed = replace(a_place("Idlib"), basis=PlaceBasis.INHERITED)
    other = a_claim(report, "The raid killed 11 people", trigger="raid", place=borrowed, killed=11)
    assert groups(report, one, other) == [{"struck", "raid"}]
    told = a_claim(report, "The raid killed 11 people", trigger="raid", place="Idlib", killed=11)
    assert groups(report, one, told) == [{"struck"}, {"raid"}]


def test_a_bomb_hours_after_shelling_on_one_street_is_another_happening() -> None:
    report = a_report(
        "A car bomb in Hajin market killed three guards on Wednesday, hours after shelling killed 12 civilians there."
    )
    bomb = a_claim(
        report,
        "A car bomb in Hajin market killed three guards on Wednesday",
        "explosive",
        trigger="bomb",
        place="Hajin",
        on="2018-12-12",
        killed=3,
    )
    shells = a_claim(
        report, "shelling killed 12 civilians there", "shelling", trigger="shelling", place="Hajin", on="2018-12-12", killed=12
    )
    assert sorted(groups(report, bomb, shells), key=sorted) == [{"bomb"}, {"shelling"}]


def test_attacks_of_two_forms_in_the_morning_and_in_the_evening_are_two() -> None:
    told = "Shells hit the Hajin market on Wednesday {}. A bomb went off at the Hajin market on Wednesday {}."
    for hours, happenings in ((("morning", "evening"), 2), (("morning", "morning"), 1)):
        report = a_report(told.format(*hours))
        shells = a_claim(
            report,
            f"Shells hit the Hajin market on Wednesday {hours[0]}",
            "shelling",
            trigger="hit",
            place="Hajin",
            on="2018-12-12",
        )
        bomb = a_claim(
            report,
            f"A bomb went off at the Hajin market on Wednesday {hours[1]}",
            "explosive",
            trigger="bomb",
            place="Hajin",
            on="2018-12-12",
        )
        assert len(groups(report, shells, bomb)) == happenings


def test_a_war_that_broke_out_in_a_month_is_no_happening_and_a_bombing_in_it_is() -> None:
    report = a_report("Jets struck Hajin on Tuesday. The fighting broke out in March. A bombing in March killed 12 people.")
    now = a_claim(report, "Jets struck Hajin on Tuesday", trigger="struck", place="Hajin", on="2018-12-11")
    country, march = a_place("Syria", precision=6, located=False), a_time("2018-03-01", "2018-03-31")
    war = a_claim(report, "The fighting broke out in March", "armed-clash", trigger="fighting", place=country, on=march)
    bomb = a_claim(
        report, "A bombing in March killed 12 people", "explosive", trigger="bombing", place=country, on=march, killed=12
    )
    assert groups(report, now, war, bomb) == [{"struck"}, {"bombing"}]
    assert [c.id for c in tell([now, war, bomb], report).apart] == [war.id]


def test_one_sides_answer_to_the_others_attack_is_another_happening() -> None:
    report = a_report("Army jets struck Douma on Tuesday after rebels shelled Douma.")
    jets = a_claim(report, "Army jets struck Douma on Tuesday", trigger="struck", place="Douma", on="2018-12-11")
    shells = a_claim(report, "rebels shelled Douma", "shelling", trigger="shelled", place="Douma", on="2018-12-11")
    jets = replace(jets, actor=(ActorMention("Syria", "Army", inter=1),))
    assert groups(report, jets, replace(shells, actor=(ActorMention("rebels", "rebels", inter=2),))) == [{"struck"}, {"shelled"}]
    assert groups(report, jets, shells) == [{"struck", "shelled"}]


def test_what_was_said_on_monday_is_of_sundays_raid_and_of_no_later_one() -> None:
    report = a_report(
        "The army said on Monday its jets had bombed Hajin. The raid of Sunday killed 15. A raid of Tuesday killed two."
    )
    said = replace(a_time("2018-12-09", "2018-12-10"), text="on Monday", flags=("day-of-saying",))
    bombed = a_claim(report, "its jets had bombed Hajin", trigger="bombed", place="Hajin", on=said)
    sunday = a_claim(report, "The raid of Sunday killed 15", trigger="raid", place="Hajin", on="2018-12-09", killed=15)
    tuesday = a_claim(report, "A raid of Tuesday killed two", trigger="killed", place="Hajin", on="2018-12-11", killed=2)
    assert groups(report, bombed, sunday) == [{"bombed", "raid"}]
    assert groups(report, bombed, tuesday) == [{"bombed"}, {"killed"}]


@pytest.mark.parametrize(
    ("words", "killed", "by", "place", "joins"),
    [
        ("The rebels speak of eight dead", 8, party("rebels"), "Hajin", True),
        ("The monitor speaks of eight dead", 8, monitor(), "Hajin", False),
        ("The rebels speak of eight more dead", 8, party("rebels"), "Hajin", False),
        ("The rebels speak of eighty dead", 80, party("rebels"), "Hajin", False),
        ("The rebels speak of eight dead", 8, party("rebels"), "Idlib", False),
    ],
)
def test_another_speakers_toll_of_the_town_is_of_the_same_raid(
    words: str, killed: int, by: Voice, place: str, joins: bool
) -> None:
    report = a_report(f"Jets struck Hajin on Tuesday and killed seven people. {words}.")
    raid = a_claim(
        report, "Jets struck Hajin on Tuesday and killed seven people", place="Hajin", on="2018-12-11", killed=7, by=monitor()
    )
    borrowed = replace(a_place(place), basis=PlaceBasis.INHERITED)
    dead = a_count("killed", killed, "dead", " ".join(words.split()[4:]))
    other = a_claim(report, words, "shelling", trigger="dead", place=borrowed, by=by, counts=[dead])
    assert (len(groups(report, raid, other)) == 1) is joins
