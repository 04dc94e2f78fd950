"""What speakers call theirs."""

from __future__ import annotations

from datetime import date

import pytest
from marked_mentions import RESOLVER, resolve

from fogline.grounding.coreference import References
from fogline.grounding.event_parts import Parts, parts_of
from fogline.grounding.first_person import says_our_own, tells_of_our_people
from fogline.grounding.referent import reconsidered
from fogline.grounding.registry import words
from fogline.grounding.report_context import report_context
from fogline.reading.reading import Role
from fogline.reading.segment import sentences
from fogline.span import Span


@pytest.mark.parametrize(
    ("printed", "own"),
    [
        ("our guys", True),
        ("My men", True),
        ("our forces in the east", True),
        ("our town", False),
        ("my brother", False),
        ("our allies", False),
        ("our people", False),
        ("our", False),
        ("their men", False),
    ],
)
def test_our_men_are_of_whoever_speaks_and_kin_and_places_are_not(printed: str, own: bool) -> None:
    assert says_our_own(words(printed)) is own


@pytest.mark.parametrize(
    ("printed", "people"),
    [
        ("our citizens", True),
        ("six of our compatriots", True),
        ("our men", False),
        ("the citizens", False),
        ("our people", False),
    ],
)
def test_our_citizens_are_the_people_among_whom_a_speaker_lives(printed: str, people: bool) -> None:
    assert tells_of_our_people(words(printed)) is people


def test_our_compatriots_who_died_bear_no_arms_whoever_was_told_of_before() -> None:
    text = "The Taliban struck. “The bomb killed our compatriots,” the interior ministry said."
    *_, compatriots, _ = resolve(
        text,
        ("The Taliban", Role.ACTOR),
        ("our compatriots", Role.TARGET),
        ("the interior ministry", Role.ORIGIN),
        country="AF",
        year=2010,
    )
    assert (compatriots.name, compatriots.inter) == ("civilians", 7)


def test_our_crops_are_of_whose_quotation_they_stand_in() -> None:
    text = "General Tom Brand toured the hills. The general smiled. “They burned our crops,” said Rosa Ito, a farmer."
    *_, crops, farmer = resolve(
        text,
        ("General Tom Brand", Role.ACTOR),
        ("The general", Role.ORIGIN),
        ("our crops", Role.TARGET),
        ("Rosa Ito, a farmer", Role.ORIGIN),
        country="CO",
        year=2002,
    )
    assert crops.name == farmer.name


def test_our_guys_are_of_whose_quotation_they_stand_in_and_so_are_they() -> None:
    text = (
        "The pro-Russian separatists shelled the airport. “Our guys are still inside and they are being resupplied,” "
        "Ukraine's spokesman Ada Byrne said."
    )
    _, guys, they, _ = resolve(
        text,
        ("The pro-Russian separatists", Role.ACTOR),
        ("Our guys", Role.TARGET),
        ("they", Role.TARGET),
        ("Ukraine's spokesman Ada Byrne", Role.ORIGIN),
        country="UA",
        year=2015,
    )
    assert (guys.name, they.name) == ("Ukraine", "Ukraine")


@pytest.mark.parametrize(
    ("source", "saying"),
    [
        ("Ada Byrne", ", the leader of the breakaway region, said his army had left the town"),
        ("Ada Byrne, the leader of the breakaway region", ", said on Friday that her army had left the town"),
    ],
)
def test_his_army_is_that_of_whoever_says_so(source: str, saying: str) -> None:
    text = f"Azerbaijan shelled Shusha. {source}{saying}. Azerbaijan's army was silent. Azerbaijan had fired."
    army = "his army" if "his army" in text else "her army"
    found, parts = looked_up(
        text, ("shelling", {"Azerbaijan": Role.ACTOR}), ("withdrawal", {army: Role.ACTOR, source: Role.ORIGIN})
    )
    assert reconsidered(found, parts)[Span(text.index(army), text.index(army) + len(army))].name == "Ada Byrne"


def looked_up(text: str, *events: tuple[str, dict[str, Role]]) -> tuple[References, Parts]:
    """Return the mentions of a report of Azerbaijan's war looked up in its text, before they are weighed once more."""
    told = [(t, [(Span(text.index(w), text.index(w) + len(w)), role) for w, role in parts.items()]) for t, parts in events]
    mentions = {span: role for _, marked in told for span, role in marked}
    parts = parts_of(told)
    context = report_context(text, date(2020, 10, 1), {"AZ": 5})
    found = References(text, dict(sorted(mentions.items())), sentences(text), RESOLVER, context, parts.apart, parts.does)
    found.resolved()
    return found, parts


def test_a_commander_is_not_of_the_nameless_dead_told_of_before() -> None:
    for officer in ("A commander loyal to President Ada Byrne", "A commander"):
        text = f"14 servicemen were killed near Grozny. {officer} said so."
        _, commander = resolve(text, ("14 servicemen", Role.TARGET), (officer, Role.ORIGIN), country="RU", year=2000)
        assert commander.actor_id is None


def test_a_commander_loyal_to_somebody_is_of_them() -> None:
    text = "14 servicemen were killed near Kindu. A commander loyal to Riek Machar said so."
    officer = "A commander loyal to Riek Machar"
    _, commander = resolve(text, ("14 servicemen", Role.TARGET), (officer, Role.ORIGIN), country="SS", year=2015)
    assert commander.actor_id == "spla-io"
