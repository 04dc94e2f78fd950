"""From marked words to the people, groups, things and weapons they stand for."""

from __future__ import annotations

import pytest

from fogline.claims.fillers import (
    FEATURES,
    Candidate,
    Entity,
    Lexicon,
    Mention,
    Model,
    Weights,
    candidates_of,
    entities_of,
    features,
    head_of,
    plain,
    same,
    tidied,
)
from fogline.reading.labels import FILLERS
from fogline.reading.reading import Filler, Reading
from fogline.span import Span

NO_LEXICON = Lexicon({}, {})


def filler(text: str, slot: str, words: str, score: float = 0.9, nth: int = 0, **incidents: float) -> Filler:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Filler(slot, Span(start, start + len(words)), score, tuple(incidents.items()) or (("ATTACK", 0.9),))


def a_reading(*fillers: Filler, **incidents: float) -> Reading:
    ordered = tuple(sorted(fillers, key=lambda f: (f.span, f.slot)))
    return Reading("r", "stub", fillers=ordered, incidents=tuple(incidents.items()) or (("ATTACK", 0.9),))


def by_score(lexicon: Lexicon = NO_LEXICON) -> Weights:
    """Return weights that trust the reader's surest mention, and length a little."""
    weights = [0.0] * (len(FEATURES) + 1)
    weights[1 + FEATURES.index("surest mention")] = 1.0
    weights[1 + FEATURES.index("words")] = 1.0
    return Weights(lexicon, dict.fromkeys(FILLERS, Model(tuple(weights))), Model((0.0, 1.0, 0.0, 0.0, 0.0)), {})


def named(text: str, reading: Reading, weights: Weights | None = None) -> list[tuple[str, str]]:
    return [(e.slot, e.words) for e in entities_of(text, reading, weights or by_score())]


@pytest.mark.parametrize(
    ("text", "marked", "slot", "expected"),
    [
        ("COLONEL PEDRO O'HARA WAS SHOT", "PEDRO O", "victim", "PEDRO O'HARA"),
        ("THE LATE GENERAL ANA ROJAS, WHO", "GENERAL ANA ROJAS,", "victim", "ANA ROJAS"),
        ('A BOMB AT THE "LOS PINOS" MILL', 'THE "LOS PINOS" MILL', "physical-target", 'LOS PINOS" MILL'),
        ("HIT A U.S. DEPOT.", "S. DEPOT", "physical-target", "U.S. DEPOT"),
        ("OF THE", "OF THE", "weapon", ""),
    ],
)
def test_marked_words_grow_to_whole_words_and_lose_titles_and_articles(text: str, marked: str, slot: str, expected: str) -> None:
    start = text.index(marked)
    assert tidied(text, Span(start, start + len(marked)), slot) == expected


def test_words_are_compared_without_case_punctuation_and_articles() -> None:
    assert plain("The U.S. Embassy,") == "us embassy"
    assert head_of("MEMBERS OF THE RIVER FRONT") == "members"
    assert head_of("a fuel truck") == "truck"


def test_name_in_two_marks_is_one_name() -> None:
    text = "GUNMEN SHOT MARIA ELENA DIAZ AT HOME."
    reading = a_reading(filler(text, "victim", "MARIA"), filler(text, "victim", "ELENA DIAZ"))
    assert ("victim", "MARIA ELENA DIAZ") in named(text, reading)


def test_mention_that_was_not_marked_counts_as_one() -> None:
    text = "REBELS CAME. THE REBELS LEFT."
    (candidate,) = candidates_of(text, a_reading(filler(text, "perp-ind", "REBELS")), NO_LEXICON)
    assert [m.score for m in candidate.mentions] == [0.9, 0.0]


def test_phrase_that_often_fills_a_slot_is_a_candidate_unmarked() -> None:
    lexicon = Lexicon({"weapon": {"car bomb": 1.0, "rifle": 1.0, "truck": -1.0}}, {})
    text = "A CAR BOMB WENT OFF NEAR A TRUCK."
    found = candidates_of(text, a_reading(), lexicon)
    assert [(c.slot, c.words, c.marked) for c in found] == [("weapon", "CAR BOMB", ())]


def test_initials_in_brackets_stand_for_the_organisation() -> None:
    text = "THE NORTHERN RIVER FRONT [FRN] STRUCK. THE FRN DENIED IT."
    reading = a_reading(filler(text, "perp-org", "NORTHERN RIVER FRONT"), filler(text, "perp-org", "FRN", 0.6))
    assert named(text, reading) == [("perp-org", "NORTHERN RIVER FRONT")]


def test_short_name_and_full_name_are_one_person_and_two_full_names_are_two() -> None:
    text = "ANA ROJAS AND JOSE ROJAS DIED. ROJAS WAS A JUDGE."
    both = a_reading(
        filler(text, "victim", "ANA ROJAS"), filler(text, "victim", "JOSE ROJAS", 0.8), filler(text, "victim", "ROJAS", 0.3, 2)
    )
    assert named(text, both) == [("victim", "ANA ROJAS"), ("victim", "JOSE ROJAS")]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("bomb", "bombs", True), ("car bomb", "bomb", True), ("french embassy", "danish embassy", False), ("bus", "bridge", False)],
)
def test_things_are_one_if_neither_is_described_as_the_other_is_not(left: str, right: str, expected: bool) -> None:
    mention = (Mention(Span(0, 1), 0.5),)
    one, other = (Candidate("physical-target", w, w, mention) for w in (left, right))
    assert same("", one, other) is expected
    assert same("", other, one) is expected


def test_rebels_are_one_however_they_are_grouped() -> None:
    mention = (Mention(Span(0, 1), 0.5),)
    one, other = (Candidate("perp-ind", w, w, mention) for w in ("rebels", "a rebel column"))
    assert same("", one, other)


def test_one_who_is_marked_in_another_slot_too_has_that_against_him() -> None:
    text = "ANA ROJAS FLED."
    reading = a_reading(filler(text, "victim", "ANA ROJAS"), filler(text, "perp-ind", "ANA ROJAS", 0.8))
    candidates = candidates_of(text, reading, NO_LEXICON)
    other = FEATURES.index("other slot")
    given = {c.slot: x[other] for c, x in zip(candidates, features(reading, candidates, NO_LEXICON), strict=True)}
    assert given["perp-ind"] > given["victim"] > 0


def test_entity_belongs_to_the_incidents_of_its_mentions() -> None:
    text = "A BOMB HURT ANA ROJAS."
    (entity,) = entities_of(text, a_reading(filler(text, "victim", "ANA ROJAS", BOMBING=0.8, ATTACK=0.1)), by_score())
    assert isinstance(entity, Entity)
    assert entity.incidents == {"ATTACK": 0.1, "BOMBING": 0.8}


def test_text_without_fillers_has_no_entities() -> None:
    assert entities_of("", a_reading(), by_score()) == []


def test_tree_asks_one_feature_after_the_other() -> None:
    model = Model((0.0, 1.0, 0.0), ((1, 0.5, -2.0, (0, 1.0, 3.0, 5.0)),))
    assert [round(model.probability(x), 3) for x in ([0.0, 0.5], [0.0, 0.6], [2.0, 0.6])] == [0.119, 0.953, 0.999]
