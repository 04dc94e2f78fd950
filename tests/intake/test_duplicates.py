from __future__ import annotations

import random
from datetime import date

from fogline.intake.duplicates import near_copies
from fogline.intake.report import Report

WIRE = (
    "Government troops entered the river town of Kafr Nour on Monday after two weeks of shelling, the defence ministry said. "
    "Residents reached by telephone said that columns of vehicles had crossed the old bridge at dawn and that shops stayed shut. "
    "A monitoring group said that at least nine fighters and four soldiers had been killed in the last hours of the battle. "
    "The ministry gave no figures of its own and did not say when families who had fled would be allowed to return to their homes."
)


def report(identity: str, text: str, day: int = 3) -> Report:
    return Report(identity, text, (), "", "", published_on=date(2018, 12, day))


def groups(*reports: Report) -> list[tuple[str, ...]]:
    return [g.report_ids for g in near_copies(reports)]


def test_copy_that_was_trimmed_and_reheadlined_is_found() -> None:
    trimmed = "River town falls\n\n" + WIRE.split(" The ministry gave")[0]
    assert groups(report("wire", WIRE), report("paper", trimmed, 4)) == [("wire", "paper")]


def test_two_accounts_of_one_event_in_different_words_are_no_copies() -> None:
    other = (
        "Kafr Nour is in the army's hands. After a fortnight of bombardment soldiers drove over the bridge on Monday morning, people there said, "
        "and the monitoring group counted thirteen dead. Nobody could say when the displaced might go back."
    )
    assert groups(report("wire", WIRE), report("own", other)) == []


def test_the_same_words_two_months_later_are_no_copy() -> None:
    later = Report("later", WIRE, (), "", "", published_on=date(2019, 2, 20))
    assert groups(report("wire", WIRE), later) == []


def own_words(year: int, n: int) -> str:
    """Return two hundred words that no other report has in this order."""
    dice = random.Random(year * 100 + n)
    return " ".join(
        dice.choice(("road", "bridge", "clerk", "market", "river", "hill", "shelf", "boat", "lamp")) for _ in range(200)
    )


def test_whether_two_texts_are_copies_does_not_depend_on_what_was_printed_years_before() -> None:
    """Every run of the wire's words is a stock phrase by now: each year before a dozen texts had it, and a dozen have it this week."""
    words = WIRE.split()
    phrases = [" ".join(words[at : at + 24]) for at in range(0, len(words), 20)]
    crowd = [
        Report(f"{year} {n}", f"{phrases[n % len(phrases)]} {own_words(year, n)}", (), "", "", published_on=date(year, 12, 4))
        for year in range(2008, 2019)
        for n in range(60)
    ]
    assert groups(*crowd, report("a wire", WIRE, 1), report("paper", WIRE, 9)) == [("a wire", "paper")]


def test_an_undated_report_may_be_a_copy_of_any() -> None:
    undated = Report("undated", WIRE, (), "", "")
    assert groups(report("one", WIRE), undated, report("two", "\n".join(sorted(WIRE.split()))))[0] == ("one", "undated")


def test_groups_do_not_depend_on_the_order_of_reports() -> None:
    reports = [report(str(n), WIRE if n % 2 else WIRE.replace("Monday", "Tuesday") + f" Ends {n}.", 3 + n % 3) for n in range(6)]
    shuffled = reports[:]
    random.Random(4).shuffle(shuffled)
    assert near_copies(reports) == near_copies(shuffled)
