"""Which whole reports tell of one event."""

from __future__ import annotations

import pytest

from builders import a_report
from fogline.incidents import stories as module
from fogline.incidents.stories import Story, stories
from fogline.intake.report import Report

# Two bridges, two years, one river: all that the two collapses share is what kind of thing happened.
NORTH = [
    "The Alder bridge over the river Tamsin fell on Tuesday. Nine lorries went into the water. Engineer Ruth Colquhoun had warned of rust in its cables.",
    "Divers searched the river Tamsin for drivers of nine lorries after the Alder bridge fell. Colquhoun, who had inspected its cables, spoke of rust.",
    "Rust in the cables brought down the Alder bridge, says engineer Ruth Colquhoun. Nine lorries fell into the river Tamsin.",
    "Nine lorries, rusty cables and a warning by Ruth Colquhoun: what is known of the Alder bridge, which fell into the river.",
    "The Alder bridge is gone. Its cables were rusty, Colquhoun says; drivers of nine lorries are missing in the river.",
    "Families of the drivers of nine lorries wait by the Alder bridge. Ruth Colquhoun had asked for new cables because of rust.",
]
SOUTH = [
    "The Quince bridge over the river Tamsin fell at dawn. A school bus hung over the water. Barge captain Lev Marchetti had struck a pier in fog.",
    "A school bus was pulled back after the Quince bridge fell into the river. Fog hid the pier from captain Lev Marchetti, whose barge struck it.",
    "Captain Marchetti saw no pier in the fog: his barge brought down the Quince bridge with a school bus on it.",
    "Fog on the river Tamsin, a barge, a struck pier: why the Quince bridge fell under a school bus. Marchetti is unhurt.",
    "Children of the school bus on the Quince bridge are safe. The barge of Lev Marchetti struck a pier in fog, and the bridge fell.",
    "A pier of the Quince bridge broke when a barge struck it in fog. Lev Marchetti steered it; a school bus was on the bridge.",
]
ELSEWHERE = [
    "The council of Orrin raised the fee for market stalls. Cheese sellers protested in the hall.",
    "A choir from Pellworm won the autumn prize for its psalms. The jury praised its altos.",
    "Potato blight reached farms near Dunmore. Growers burn the leaves and ask for seed.",
]


def reports(texts: list[str]) -> list[Report]:
    return [a_report(text, None, f"Outlet {n}") for n, text in enumerate(texts)]


def groups(given: list[Report]) -> set[frozenset[str]]:
    found, _ = stories(given)
    text_of = {r.id: r.text for r in given}
    return {frozenset(text_of[i] for i in story.report_ids) for story in found}


def test_two_events_of_one_kind_and_place_are_two_stories() -> None:
    found = groups(reports([*NORTH, *SOUTH, *ELSEWHERE]))
    assert frozenset(NORTH) in found
    assert frozenset(SOUTH) in found


def test_reports_that_share_nothing_stand_alone() -> None:
    found = groups(reports([*NORTH, *ELSEWHERE]))
    for text in ELSEWHERE:
        assert frozenset([text]) in found


def test_the_order_of_reports_changes_nothing() -> None:
    given = reports([*NORTH, *SOUTH, *ELSEWHERE])
    assert stories(given)[0] == stories(given[::-1])[0]


def test_every_report_is_in_exactly_one_story_even_without_words() -> None:
    given = reports([*NORTH, "…", "- -"])
    found, _ = stories(given)
    assert sorted(i for s in found for i in s.report_ids) == sorted(r.id for r in given)


def test_a_story_names_the_words_that_hold_it_together() -> None:
    found, _ = stories(reports([*NORTH, *ELSEWHERE]))
    largest: Story = max(found, key=lambda s: len(s.report_ids))
    assert {"alder", "colquhoun"} & set(largest.words)


def test_a_day_is_the_same_day_however_it_is_written() -> None:
    one = "The ferry Linnet sank on 3 May 2014 off the cape."
    other = "03 May 2014: off the cape, a boat named Linnet went down."
    third = "The ferry Plover sank on 9 August 2016 off the cape."
    found, _ = stories(reports([one, other, third, *ELSEWHERE]))
    together = [s for s in found if len(s.report_ids) > 1]
    assert [w for s in together for w in s.words if w.startswith("day 2014-05-03")]


def test_few_reports_are_said_to_be_few() -> None:
    _, issues = stories(reports(NORTH))
    assert [i.code for i in issues] == ["few-reports"]


def test_a_crowded_subject_is_said_and_copies_of_one_text_stay_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 8)
    copies = [NORTH[0]] * 12
    given = reports([*copies, *ELSEWHERE])
    found, issues = stories(given)
    assert "crowded-subject" in {i.code for i in issues}
    assert max(len(s.report_ids) for s in found) == len(copies)
