from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builders import IS, SDF, a_claim, a_count, a_place, a_report, a_voice, by_id, monitor
from fogline.claims.claim import ActorMention, Claim, Count, Voice
from fogline.incidents.contradiction import contradictions
from fogline.incidents.figures import figures
from fogline.incidents.incident import ContradictionKind, Figure
from fogline.incidents.linking import link
from fogline.intake.report import Report
from fogline.span import Span


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


@pytest.mark.parametrize(("words", "best"), [("dozens of militants", 24), ("24 to 99 militants", 61)])
def test_the_best_of_a_word_that_is_no_number_is_the_least_it_can_mean(words: str, best: int) -> None:
    report, claim = toll("2018-12-12", None, monitor(), replace(a_count("killed", 24, "militants"), high=99, text=words))
    figure = killed((report, claim))
    assert (figure.low, figure.best, figure.high) == (24, best, 99)
    assert ("the least it can mean" in figure.rule) is figure.vague is (best == 24)
    assert "24–99 killed claimed" in link([claim], by_id(report))[0][0].title


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


def test_those_among_the_dead_and_of_the_killed_are_no_toll() -> None:
    report = a_report(
        "The raid on Hajin killed 43 people. At least two of the killed were nurses. Among the dead were a judge and his clerk."
    )
    total = a_claim(report, "The raid on Hajin killed 43 people", trigger="killed", killed=43, by=a_voice("residents", "witness"))
    at = report.text.index("At least two")
    two = Count("killed", "nurses", 2, None, "At least two", Span(at, at + 12))
    nurses = a_claim(report, "At least two of the killed were nurses", trigger="killed", counts=[two], by=monitor())
    at = report.text.index("a judge and his clerk")
    pair = Count("killed", "a judge and his clerk", 2, 2, "a judge and his clerk", Span(at, at + 21))
    judge = a_claim(report, "Among the dead were a judge and his clerk", trigger="dead", counts=[pair], by=monitor())
    found = figures([total, nurses, judge], by_id(report))[0]
    assert (found.low, found.best, found.high) == (43, 43, 43)


def test_the_dead_of_a_year_are_not_those_of_the_raid_beside_them() -> None:
    report = a_report("The raid on Hajin killed 8 people. Fire on the town killed 1102 people.")
    raid = a_claim(report, "The raid on Hajin killed 8 people", trigger="killed", killed=8, by=monitor())
    year = a_claim(report, "Fire on the town killed 1102 people", trigger="killed", killed=1102, by=monitor())
    assert figures([raid, year], by_id(report))[0].high == 8
    # Forty times as many may be a dispute; nobody is dropped for that.
    many = a_claim(report, "Fire on the town killed 1102 people", trigger="killed", killed=320, by=monitor())
    assert figures([raid, many], by_id(report))[0].high == 320


def test_a_coalition_and_its_member_are_no_rival_doers() -> None:
    report = a_report("Coalition jets struck Hajin. Jordanian jets struck Hajin. Russian jets struck Hajin.")
    doers = (
        ("Coalition jets struck Hajin", "US-led coalition"),
        ("Jordanian jets struck Hajin", "Jordan"),
        ("Russian jets struck Hajin", "Russia"),
    )
    coalition, jordan, russia = (
        replace(a_claim(report, quote, trigger="struck", by=a_voice(name, "monitor")), actor=(ActorMention(doer, doer, inter=8),))
        for name, (quote, doer) in zip(("one monitor", "another", "a third"), doers, strict=True)
    )
    assert contradictions([coalition, jordan], by_id(report)) == ()
    assert [c.kind for c in contradictions([coalition, russia], by_id(report))] == [ContradictionKind.RESPONSIBILITY]


def test_planes_believed_to_be_of_one_or_the_other_leave_it_open() -> None:
    quote = "Jets believed to be Russian or Syrian struck a fuel market"
    report = a_report(f"{quote}, a rescuer said.")
    claim = a_claim(report, quote, trigger="struck", by=a_voice("a rescuer", "witness"))
    assert [c.kind for c in contradictions([claim], by_id(report))] == [ContradictionKind.RESPONSIBILITY]


def test_shelling_that_had_not_stopped_is_not_denied() -> None:
    report = a_report(
        "Shelling of Hajin killed 31 people. The shelling of Hajin had not stopped. No shelling of Hajin took place."
    )
    told = a_claim(report, "Shelling of Hajin killed 31 people", "shelling", trigger="Shelling", by=monitor())
    activists = a_voice("activists", "witness")
    went_on = a_claim(
        report, "The shelling of Hajin had not stopped", "shelling", trigger="shelling", by=activists, modality="negated"
    )
    denied = a_claim(report, "No shelling of Hajin took place", "shelling", trigger="shelling", by=activists, modality="negated")
    assert contradictions([told, went_on], by_id(report)) == ()
    assert [c.kind for c in contradictions([told, denied], by_id(report))] == [ContradictionKind.DENIAL]


def test_that_there_was_no_resistance_denies_no_battle_of_other_words() -> None:
    report = a_report("The army opened an offensive north of the city. There was no resistance in the village.")
    battle = a_claim(report, "The army opened an offensive north of the city", "armed-clash", trigger="offensive")
    nobody = a_claim(
        report, "There was no resistance in the village", "armed-clash", trigger="resistance", by=monitor(), modality="negated"
    )
    assert contradictions([battle, nobody], by_id(report)) == ()


@pytest.mark.parametrize(
    ("first", "second", "words", "disputed"),
    [
        ("Rebels captured Hajin", "The army captured Hajin", "Hajin", True),
        ("Rebels captured Hajin", "The army recaptured Hajin", "Hajin", False),
        ("Rebels captured part of Hajin", "The army captured Hajin", "part of Hajin", False),
    ],
)
def test_two_takers_dispute_only_the_whole_of_a_place_taken_once(first: str, second: str, words: str, disputed: bool) -> None:
    report = a_report(f"{first}, activists said. {second}, the monitor said.")
    sides = (("rebels", 2, first, words, a_voice("activists", "witness")), ("Syria", 1, second, "Hajin", monitor()))
    claims = [
        replace(
            a_claim(report, quote, "territory-gained", trigger="captured", by=by, place=replace(a_place("Hajin"), text=at)),
            actor=(ActorMention(name, name, inter=inter),),
        )
        for name, inter, quote, at, by in sides
    ]
    assert bool(contradictions(claims, by_id(report))) is disputed


@pytest.mark.parametrize(
    ("quote", "speaker", "disputed"),
    [
        ("M23 accused the army of shelling the town", "Syria", True),
        ("M23 accused the army of shelling the town", "M23", False),
        ("M23 accused the army of lying", "Syria", False),
    ],
)
def test_who_accuses_another_disputes_who_did_it(quote: str, speaker: str, disputed: bool) -> None:
    report = a_report(f"M23 had fired the shells, it was said. {quote}.")
    fired = replace(
        a_claim(report, "M23 had fired the shells", "shelling", trigger="fired", by=a_voice(speaker, "party")),
        actor=(ActorMention("M23", "M23", inter=2),),
    )
    accusation = replace(
        a_claim(report, quote, "accuse", trigger="accused"),
        actor=(ActorMention("M23", "M23", inter=2),),
        target=(ActorMention("Syria", "the army", inter=1),),
    )
    found = contradictions([fired, accusation], by_id(report))
    assert [c.kind for c in found] == ([ContradictionKind.RESPONSIBILITY] if disputed else [])


def test_rebels_may_be_the_group_that_another_names() -> None:
    report = a_report("Rebels captured Hajin, activists said. The Red Lantern captured Hajin, the monitor said.")
    told = (
        ("rebels", "Rebels captured Hajin", a_voice("activists", "witness")),
        ("Red Lantern", "The Red Lantern captured Hajin", monitor()),
    )
    claims = [
        replace(
            a_claim(report, quote, "territory-gained", trigger="captured", by=by, place="Hajin"),
            actor=(ActorMention(name, name, inter=3),),
        )
        for name, quote, by in told
    ]
    assert contradictions(claims, by_id(report)) == ()


def test_a_report_denies_nothing_in_its_own_voice_that_it_tells() -> None:
    report = a_report("The group attacked the army in Deir, a monitor said. There were no clashes of the group there before.")
    other = a_report("The group did not attack in Deir.", "2018-12-14", "Herald")
    told = a_claim(report, "The group attacked the army in Deir", "armed-clash", trigger="attacked", by=monitor())
    before = a_claim(report, "no clashes of the group there", "armed-clash", trigger="clashes", modality="negated")
    denied = a_claim(other, "The group did not attack in Deir", "armed-clash", trigger="attack", modality="negated")
    assert contradictions([told, before], by_id(report)) == ()
    assert [c.kind for c in contradictions([told, denied], by_id(report, other))] == [ContradictionKind.DENIAL]


def test_more_than_thirty_is_at_least_one_more_and_the_title_says_over() -> None:
    report = a_report("A raid on Hajin killed more than 30 people.", "2018-12-13")
    claim = a_claim(report, "A raid on Hajin killed more than 30 people", trigger="raid", place="Hajin", on="2018-12-12", by=monitor(), counts=[a_count("killed", (30, None), text="more than 30 people")])  # fmt: skip
    ((incident,), _) = link([claim], by_id(report))
    killed = incident.figure("killed")
    assert killed is not None and (killed.low, killed.best, killed.high, killed.exceeds) == (31, 31, None, True)
    assert incident.title.endswith("over 30 killed claimed")


@pytest.mark.parametrize(
    ("words", "nobody"),
    [
        ("Shells hit a school in Hajin and injured 4 pupils", True),
        ("Shells hit a school in Hajin, leaving dead and 4 injured", False),
    ],
)
def test_nobody_is_killed_where_only_the_injured_are_counted(words: str, nobody: bool) -> None:
    report = a_report(f"{words}.", "2018-12-13")
    claim = a_claim(report, words, "shelling", trigger="hit", place="Hajin", on="2018-12-12", by=monitor(), counts=[a_count("injured", 4)])  # fmt: skip
    ((incident,), _) = link([claim], by_id(report))
    killed = incident.figure("killed")
    assert (killed is not None) == nobody
    assert killed is None or (killed.low, killed.best, killed.high) == (0, 0, 0)


@pytest.mark.parametrize(
    "words",
    [
        "bringing the number killed in 24 hours of bombardment on the city to 45",
        "Seven days of air strikes across the province left 45 people dead",
    ],
)
def test_the_dead_of_more_than_one_raid_are_not_its_toll(words: str) -> None:
    report = a_report(f"A raid on Hajin killed 12 people. {words}.", "2018-12-13")
    kinds: dict[str, Any] = {"place": "Hajin", "on": "2018-12-12", "by": monitor()}
    start = report.text.index("45")
    wide = Count("killed", None, 45, 45, "45", Span(start, start + 2))
    claims = [
        a_claim(report, "A raid on Hajin killed 12 people", trigger="raid", killed=12, **kinds),
        a_claim(report, words, trigger=words.split()[0], counts=[wide], **kinds),
    ]
    (killed,) = [f for f in figures(claims, by_id(report)) if f.what == "killed"]
    assert (killed.low, killed.best, killed.high) == (12, 12, 12)


def test_an_exact_number_stands_before_the_one_that_rounds_it() -> None:
    report = a_report("A blast killed nearly 40 soldiers. The blast killed 38 of them.", "2018-12-13")
    kinds: dict[str, Any] = {"place": "Hajin", "on": "2018-12-12", "by": monitor()}
    claims = [
        a_claim(
            report,
            "A blast killed nearly 40 soldiers",
            "explosive",
            trigger="blast",
            counts=[a_count("killed", (None, 40), text="nearly 40")],
            **kinds,
        ),
        a_claim(report, "The blast killed 38 of them", "explosive", trigger="blast", killed=38, **kinds),
    ]
    (killed,) = figures(claims, by_id(report))
    assert killed.best == 38


def test_a_word_that_is_no_number_gives_way_to_a_number_that_it_can_mean() -> None:
    scores = replace(a_count("killed", 40, "scores of people"), high=199, text="scores of people")
    told = toll("2018-12-12", None, monitor(), scores)
    figure = killed(told, toll("2018-12-13", 80, IS))
    assert (figure.low, figure.best, figure.high) == (80, 80, 80)
    figure = killed(told, toll("2018-12-13", 5, IS))
    assert (figure.low, figure.best, figure.high) == (40, 40, 199)


@pytest.mark.parametrize(
    ("number", "words", "expected"),
    [
        ((None, 40), "up to 40 people", (0, 40, 40)),
        ((None, 10), "fewer than ten people", (0, 9, 9)),
        ((None, 10), "just under ten people", (0, 9, 9)),
    ],
)
def test_a_most_leaves_the_low_end_open(number: tuple[None, int], words: str, expected: tuple[int, int, int]) -> None:
    count = replace(a_count("killed", number[1], "people"), low=None, text=words)
    figure = killed(toll("2018-12-12", None, monitor(), count))
    assert (figure.low, figure.best, figure.high) == expected
    assert "0 here, since all tell only a most" in figure.rule


def test_the_low_end_is_of_those_who_give_one_and_never_above_the_best() -> None:
    most = toll("2018-12-12", (None, 40), monitor())
    figure = killed(most, toll("2018-12-12", 38, WHITE_HELMETS))
    assert (figure.low, figure.high) == (38, 40)
    figure = killed(toll("2018-12-13", (None, 40), monitor()), toll("2018-12-12", (50, None), a_voice("residents", "witness")))
    assert figure.low is not None and figure.best is not None and figure.low <= figure.best
