"""What befell the counted by turns of phrase."""

from __future__ import annotations

import pytest
from counted_people import Range, found, marked

from fogline.grounding.quantity import read_count
from fogline.span import Span


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("Four porters were trampled to death at the gate.", "hardship", [("killed", 4, 4)]),
        ("Five women and 13 rebels of the Lantern Front were among the dead.", "attack", [("killed", 5, 5), ("killed", 13, 13)]),
        ("Shells killed 18 people who were sheltering in the mill.", "shelling", [("killed", 18, 18)]),
        (
            "At least ten guards died at the gate and in the fight that followed along with eight rebels of the Front.",
            "armed-clash",
            [("killed", 10, None), ("killed", 8, 8)],
        ),
        (
            "Nine porters were wounded--seven women and two guards--as the depot was stormed.",
            "armed-clash",
            [("injured", 9, 9), ("injured", 7, 7), ("injured", 2, 2)],
        ),
        ("Twelve men were sentenced to death in Orvat.", "arrest", [("detained", 12, 12)]),
        ("Orvat hanged three men on death row.", "attack", [("killed", 3, 3)]),
        ("Guards killed two men in custody.", "attack", [("killed", 2, 2)]),
        ("Police arrested two men after gunmen ambushed a mayor and shot him.", "arrest", [("detained", 2, 2)]),
    ],
)
def test_the_dead_are_told_by_turns_of_phrase(text: str, type: str, expected: list[Range]) -> None:
    assert found(text, type) == expected


@pytest.mark.parametrize(
    "text",
    [
        "At least 300 women of Orvat whose fate is unknown are on the list.",
        "At least 300 women have not been seen since the raid.",
        "At least 300 women were last seen at the bridge.",
    ],
)
def test_people_of_whom_nothing_is_known_are_missing(text: str) -> None:
    assert found(text, "abduction") == [("missing", 300, None)]


@pytest.mark.parametrize(
    "text",
    [
        "The war has killed thousands and driven 300,000 from their homes.",
        "Thousands have died and 300,000 have been driven out of their homes.",
        "A shell hit the school where 300,000 had taken refuge.",
    ],
)
def test_people_who_are_driven_out_are_displaced(text: str) -> None:
    assert found(text, "displacement")[-1] == ("displaced", 300_000, 300_000)


@pytest.mark.parametrize(
    "text",
    [
        "Some 4,000 people in Orvat are living under a blockade.",
        "Some 4,000 people are cut off on the hill.",
        "Some 4,000 people are surrounded in Orvat.",
        "The Lantern Front was preventing some 4,000 people from leaving.",
    ],
)
def test_people_who_cannot_leave_are_trapped(text: str) -> None:
    assert found(text, "hardship") == [("trapped", 4000, 4000)]


def test_soldiers_who_are_surrounded_are_fighters_all_the_same() -> None:
    assert found("Around 800 soldiers are surrounded at Orvat.", "control") == [("fighters", 800, 800)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Crews brought out another five alive.", "another five", "other"),
        ("The raiders burned five villagers alive.", "five villagers", "killed"),
    ],
)
def test_people_brought_out_alive_are_not_dead(text: str, words: str, expected: str) -> None:
    count = marked(text, words, "raid", "attack")
    assert count is not None and count[0] == expected


def test_whoever_succumbed_to_wounds_is_dead_however_the_reader_labels_them() -> None:
    text = "The baker succumbed to her injuries after a sniper shot her in Orvat."
    told = read_count(text, Span(0, 9), trigger="shot", claim_type="armed-clash", sentence=Span(0, len(text)), label="injured")
    assert told is not None and told.what == "killed"


@pytest.mark.parametrize(
    "text",
    [
        "Three men were jailed for having beaten to death a student.",
        "Hundreds succumbed to pressure and signed.",
    ],
)
def test_whoever_beats_to_death_or_gives_in_is_not_dead(text: str) -> None:
    told = read_count(text, Span(0, text.index(" ", 6)), trigger="were", claim_type="arrest", sentence=Span(0, len(text)))
    assert told is None or told.what != "killed"


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("Eighty people had choked to death in the cellar.", "chemical-weapon", [("killed", 80, 80)]),
        ("He stabbed two guards to death and wounded four.", "attack", [("killed", 2, 2), ("injured", 4, 4)]),
        ("The raiders cut the throats of seventeen men.", "attack", [("killed", 17, 17)]),
        ("They stopped two enlisted men at the ford and shot them.", "attack", [("killed", 2, 2)]),
        ("Two policemen were beaten until they died.", "attack", [("killed", 2, 2)]),
        ("They stopped two enlisted men at the ford and shot at the lorry.", "attack", [("fighters", 2, 2)]),
        ("First it spoke of 25 wounded and no dead.", "attack", [("injured", 25, 25)]),
    ],
)
def test_a_verb_that_kills_by_what_stands_beside_it_kills(text: str, type: str, expected: list[Range]) -> None:
    assert [c for c in found(text, type) if c[1] != 0] == expected


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("The raid left 30 rebels killed and 200 in custody.", "armed-clash", [("killed", 30, 30), ("detained", 200, 200)]),
        ("Eight former leaders of the vanished guild are in jail.", "arrest", [("detained", 8, 8)]),
        ("Twelve rebels died in custody.", "arrest", [("killed", 12, 12)]),
        ("More than 60,000 people are in camps since 150 died.", "hardship", [("displaced", 60000, None), ("killed", 150, 150)]),
        ("About 300 people are in prison camps.", "hardship", [("detained", 300, 300)]),
        ("Some 140 passengers are not accounted for.", "abduction", [("missing", 140, 140)]),
    ],
)
def test_where_the_counted_are_still_tells_what_befell_them(text: str, type: str, expected: list[Range]) -> None:
    assert found(text, type) == expected


def test_guerrillas_who_had_held_a_hill_are_not_detained() -> None:
    assert found("Fifteen hundred guerrillas marched down the hill they had held.", "withdrawal") == [("fighters", 1500, 1500)]
    assert found("Fifteen guerrillas had been held at the fort.", "arrest") == [("detained", 15, 15)]
