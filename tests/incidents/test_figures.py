from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from raid_tolls import WHITE_HELMETS, disputes, killed, toll

from builders import IS, SDF, a_claim, a_count, a_report, a_voice, by_id, monitor
from fogline.claims.claim import Count
from fogline.incidents.figures import figures
from fogline.incidents.linking import link
from fogline.span import Span


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


@pytest.mark.parametrize(
    ("number", "by", "published", "best"),
    [
        (17, "media", "2018-12-14", 17),
        (17, "media", "2018-12-12", 6),  # of the same day the better placed is followed
        (17, "party", "2018-12-14", 6),
        (4, "media", "2018-12-14", 6),
    ],
)
def test_the_minimum_of_the_first_day_gives_way_to_who_counted_more_since(
    number: int, by: str, published: str, best: int
) -> None:
    first = toll("2018-12-12", (6, None), monitor())
    later = toll(published, number, a_voice("the Gazette", by))
    figure = killed(first, later)
    assert figure.best == best
    assert ("after an early minimum" in figure.rule) is (best == 17)
    assert figure.low == min(6, number) if by != "party" else 6
    # An exact figure of the better placed stands.
    assert killed(toll("2018-12-12", 6, monitor()), later).best == 6
