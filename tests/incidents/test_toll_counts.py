"""Which numbers of a claim are a toll, and which are part of one."""

from __future__ import annotations

import pytest

from builders import a_claim, a_report
from fogline.claims.claim import Count
from fogline.incidents.toll_counts import told_counts
from fogline.span import Span


def counted(quote: str, *numbers: tuple[str, str, int | None, int | None]) -> list[tuple[int | None, int | None, bool]]:
    """Return low and high of a claim's counts and their sums, each with whether it is a part of another."""
    report = a_report(f"{quote}.", "2018-12-14", "Outlet")
    counts = [
        Count("killed", who, low, high, words, Span(quote.index(words), quote.index(words) + len(words)))
        for words, who, low, high in numbers
    ]
    return [(c.low, c.high, part) for c, part in told_counts(a_claim(report, quote, counts=counts), report.text)]


@pytest.mark.parametrize(
    ("words", "low", "high", "total"),
    [
        ("up to 40 soldiers", None, 40, (None, 43)),
        ("at least 40 soldiers", 40, None, (43, None)),
        ("40 soldiers", 40, 40, (43, 43)),
    ],
)
def test_an_open_end_of_one_group_leaves_that_end_of_the_sum_open(
    words: str, low: int | None, high: int | None, total: tuple[int | None, int | None]
) -> None:
    told = counted(f"The raid killed {words} and three guards", (words, "soldiers", low, high), ("three guards", "guards", 3, 3))
    assert [(a, b) for a, b, part in told if not part] == [total]


def test_all_but_some_are_a_toll_and_some_of_a_number_a_part() -> None:
    words = "All but two of the 40 passengers"
    assert counted(f"{words} were killed", (words, "passengers", 38, 38)) == [(38, 38, False)]
    words = "Two of the 40 passengers"
    assert counted(f"{words} were killed", (words, "passengers", 2, 2)) == [(2, 2, True)]


def test_some_of_those_who_were_alive_are_a_toll() -> None:
    quote = "Gunmen stopped two buses, checked papers and shot 23 of them dead"
    assert counted(quote, ("23 of them", None, 23, 23)) == [(23, 23, False)]
    assert counted(quote, ("23", None, 23, 23)) == [(23, 23, False)]
    quote = "The blast killed 60 people, 14 of them farmers"
    assert counted(quote, ("60 people", "people", 60, 60), ("14 of them farmers", "farmers", 14, 14)) == [
        (60, 60, False),
        (14, 14, True),
    ]
    assert counted("Two of those killed were farmers", ("Two of those killed", "farmers", 2, 2)) == [(2, 2, True)]


@pytest.mark.parametrize(("first", "part"), [("The blast killed 60 people", True), ("Gunmen seized 60 people", False)])
def test_some_of_them_are_a_part_of_a_larger_number_told_right_before(first: str, part: bool) -> None:
    report = a_report(f"{first}. Fourteen of them died.", "2018-12-14", "Outlet")
    at = report.text.index("Fourteen")
    fourteen = Count("killed", None, 14, 14, "Fourteen of them", Span(at, at + 16))
    claim = a_claim(report, "Fourteen of them died", counts=[fourteen])
    assert told_counts(claim, report.text) == ((fourteen, part),)
    assert told_counts(claim) == ((fourteen, True),)


def test_officers_of_the_police_add_up_with_one_who_has_no_kind_of_his_own() -> None:
    told = counted(
        "Two police officers and an almoner died in the raid",
        ("Two police officers", "officers", 2, 2),
        ("an almoner", None, 1, 1),
    )
    assert [(low, high) for low, high, part in told if not part] == [(3, 3)]
    assert counted("Two officers died in the raid", ("Two officers", "officers", 2, 2)) == [(2, 2, True)]
